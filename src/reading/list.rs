//! Lists of subjects: which share a number, which pair with several (分别), and what their names share.

use std::borrow::Cow;

use crate::lexicon::{CLAUSES, DEEDS, LISTS, QUANTITY, SIGNS, numerals, segment, signs};

/// How long the name of a grade may be, in characters (市, 街道).
const GRADE: usize = 2;

/// The members of a list of subjects, with a shared head or prefix given to each.
///
/// `各类事故、较大事故和重特大事故起数` → three names that end in 起数;
/// `单位国内生产总值能耗和二氧化碳排放` → both begin with 单位国内生产总值.
pub(crate) fn members(subject: &str) -> Vec<String> {
    let subject = &*whole_words(subject);
    let mut names: Vec<String> = split(subject).into_iter().map(str::to_owned).collect();
    if names.len() < 2 {
        return names;
    }
    share_grade(&mut names);
    share_kind(&mut names);
    share_sown(&mut names);
    share_whole(&mut names);
    share_use(&mut names);
    share_head(&mut names);
    share_prefix(&mut names);
    names
}

/// 存|、贷款余额: `subject` with the character that the first of two words shares with the second.
fn whole_words(subject: &str) -> Cow<'_, str> {
    let Some((at, halves)) = LISTS.halves.find(subject) else { return subject.into() };
    let mark = at + halves.find('、').unwrap_or(halves.len());
    let shared = halves.chars().next_back().into_iter().collect::<String>();
    format!("{}{shared}{}", &subject[..mark], &subject[mark..]).into()
}

/// The members of a list that pairs with `count` numbers: 和 parts them too where only so there are as many. Of names that are not
/// as many as their numbers nobody can tell which has which: they stay one. Where the numbers are `mixed`, of things and of money, names
/// share no measure (企业、产值分别达到60家、8亿元).
pub(crate) fn paired(subject: &str, count: usize, mixed: bool) -> Vec<String> {
    if mixed {
        let mut names: Vec<String> = parted(subject, true).into_iter().map(str::to_owned).collect();
        if names.len() == count && count > 1 {
            share_sown(&mut names);
            share_prefix(&mut names);
            return names;
        }
    }
    let mut names = quoted_kinds(subject, count).unwrap_or_else(|| members(subject));
    if names.len() == count {
        share_rate(&mut names);
    }
    if names.len() < 2 || names.len() == count || count < 2 {
        return names;
    }
    let mut apart: Vec<String> = parted(subject, true).into_iter().map(str::to_owned).collect();
    if apart.len() != count {
        return vec![subject.to_owned()];
    }
    share_head(&mut apart);
    share_prefix(&mut apart);
    apart
}

/// “保交楼”“保交房”|交付率: `count` kinds in quotation marks with nothing between them, each with the noun that follows.
fn quoted_kinds(subject: &str, count: usize) -> Option<Vec<String>> {
    let end = subject.rfind('”')? + '”'.len_utf8();
    let (kinds, noun) = subject.split_at(end);
    let kinds: Vec<&str> = kinds.strip_prefix('“')?.strip_suffix('”')?.split("”“").collect();
    let plain = kinds.iter().all(|kind| !kind.contains(['“', '”']));
    (count > 1 && kinds.len() == count && plain).then(|| kinds.iter().map(|kind| format!("“{kind}”{noun}")).collect())
}

/// 果蔬、水产品冷链|流通率: gives the rate that ends the last of the names to those that name no measure.
fn share_rate(names: &mut [String]) {
    let Some((last, rest)) = names.split_last_mut() else { return };
    let Some(named) = CLAUSES.rate_end.strip_suffix(last) else { return };
    let long = |at: usize| last[at..].chars().nth(2).is_some();
    let word = named.char_indices().rev().map(|(at, _)| at).find(|&at| long(at) && segment::ends_word(last, at));
    let Some(rate) =
        word.map(|at| &last[at..]).filter(|rate| rate.len() < last.len() && rate.chars().all(char::is_alphabetic))
    else {
        return;
    };
    let measured = |name: &String| CLAUSES.measure.suffix(name).is_some();
    rest.iter_mut().filter(|name| !measured(name)).for_each(|name| name.push_str(rate));
}

/// Where 等 stands behind the examples of `subject`, outside quotation marks.
pub(crate) fn illustrated(subject: &str) -> Option<usize> {
    let quoted = |at: usize| subject[..at].matches('“').count() > subject[..at].matches('”').count();
    subject.char_indices().find(|&(at, c)| signs::and_so_on(c) && !quoted(at)).map(|(at, _)| at)
}

/// Splits at 、 and at 和, 与, 及, 以及 outside brackets and quotation marks.
pub(crate) fn split(subject: &str) -> Vec<&str> {
    parted(subject, false)
}

/// As [`split`] does; `all` at 和 before 、 too, which binds closer.
fn parted(subject: &str, all: bool) -> Vec<&str> {
    let (mut names, mut start, mut depth) = (Vec::new(), 0, 0i32);
    let mut at = 0;
    while let Some(c) = subject[at..].chars().next() {
        let mut width = c.len_utf8();
        match c {
            '（' | '“' | '《' => depth += 1,
            '）' | '”' | '》' => depth -= 1,
            _ if depth > 0 => {}
            _ => {
                if let Some(mark) = CLAUSES.conjunction.prefix(&subject[at..]) {
                    let may_be_inside = CLAUSES.conjunction_of_names.has(mark);
                    let inside = may_be_inside && stands_inside(subject, start, at, mark, all)
                        || joins_letters(&subject[start..at], &subject[at + mark.len()..]);
                    if !inside {
                        names.push(&subject[start..at]);
                        width = mark.len();
                        start = at + width;
                    }
                }
            }
        }
        at += width;
    }
    names.push(&subject[start..]);
    names.retain(|name| !name.is_empty());
    names
}

/// 绩效分级A|、|B级企业: letters that share the word for a class.
fn joins_letters(before: &str, after: &str) -> bool {
    let letter = |c: char| c.is_ascii_uppercase();
    let behind = after.strip_prefix(letter).map(|behind| behind.strip_prefix('、').unwrap_or(behind));
    let class = behind.is_some_and(|behind| LISTS.kind_end.prefix(behind.trim_start_matches(letter)).is_some());
    let alone = |name: &str| !name.ends_with(|c: char| c.is_ascii_alphanumeric());
    class && before.strip_suffix(letter).is_some_and(alone)
}

/// Whether the conjunction at `at` is part of a word (参与, 普及) or of a name.
fn stands_inside(subject: &str, start: usize, at: usize, mark: &str, all: bool) -> bool {
    let (before, after) = (&subject[start..at], &subject[at + mark.len()..]);
    let split_word = || {
        let end = at + mark.len();
        !segment::ends_word(&subject[start..], at - start) || !segment::ends_word(&subject[start..], end - start)
    };
    let holds = |from: usize, name: &str| (from..from + name.len()).contains(&at);
    let mut names = subject.char_indices().take_while(|&(from, _)| from <= at);
    let mut named =
        || names.any(|(from, _)| CLAUSES.joined_names.prefix(&subject[from..]).is_some_and(|name| holds(from, name)));
    // 海洋药物和生物制品、海洋电力: within a member of a list 和 binds closer than 、.
    let closer = !all && after.contains('、');
    closer
        || is_one_trade(before, after)
        || is_of_two(before, mark, after)
        || joins_a_name(before, after)
        || named()
        || split_word()
}

/// 批发|和|零售业: the name of a trade ends in 业 alone; 农业和林业 are two.
fn is_one_trade(before: &str, after: &str) -> bool {
    let after = after.split('、').next().unwrap_or(after);
    let last = CLAUSES.measure.strip_suffix(after).unwrap_or(after);
    let whole = LISTS.trade.suffix(before).or(LISTS.branch.suffix(before)).or(CLAUSES.measure.suffix(before));
    LISTS.trade.suffix(last).is_some() && whole.is_none()
}

/// 物流费用|与|产值的比率: two things of which one is measured by the other; 合格率和优良比率 are two measures.
fn is_of_two(before: &str, mark: &str, after: &str) -> bool {
    let measured = LISTS.of_two.suffix(before).or(CLAUSES.rate_end.suffix(before)).is_some();
    SIGNS.with.has(mark) && !measured && LISTS.of_two.suffix(after).is_some()
}

/// 与 and 和 inside a name: 研究与试验发展, R&D, 旅游及相关产业, 二级及以上.
fn joins_a_name(before: &str, after: &str) -> bool {
    before.chars().count() < 2
        || after.chars().count() < 2
        || LISTS.degree.prefix(after).is_some() && CLAUSES.rate_end.suffix(before).is_none()
        || CLAUSES.upward.prefix(after).or_else(|| LISTS.downward.prefix(after)).is_some()
        || LISTS.related.prefix(after).is_some()
        || (LISTS.research.suffix(before).is_some() && LISTS.trial.prefix(after).is_some())
}

/// 市、县[两级财政支出]: gives 级 and the noun to each of as many names as the last says.
fn share_grade(names: &mut [String]) {
    let count = names.len();
    let Some((last, rest)) = names.split_last_mut() else { return };
    let short = |text: &str| text.chars().count() <= GRADE;
    let counted = last.char_indices().find_map(|(at, c)| {
        let told = numerals::digit(c) == u8::try_from(count).ok() && at > 0 && short(&last[..at]);
        let noun = &last[at + c.len_utf8()..];
        let behind = LISTS.kind_end.strip_prefix(noun).filter(|_| told && rest.iter().all(|name| short(name)));
        behind.filter(|behind| behind.chars().count() > 1).map(|_| (at, noun.to_owned()))
    });
    let Some((at, noun)) = counted else { return };
    last.truncate(at);
    rest.iter_mut().chain([last]).for_each(|name| name.push_str(&noun));
}

/// 第三|产业增加值, 三|产业增加值: what stands behind the numeral of one of several.
fn behind_ordinal(name: &str) -> Option<&str> {
    name.strip_prefix(signs::ordinal).unwrap_or(name).strip_prefix(numerals::is_numeral)
}

/// 省级、市级示范村, 一、二、三产业增加值: gives the noun of the last name to the names that are mere kinds of it.
fn share_kind(names: &mut [String]) {
    let Some((last, rest)) = names.split_last_mut() else { return };
    let Some(end) = rest.first().and_then(|name| name.chars().next_back()) else { return };
    let numbered = behind_ordinal(last).filter(|_| rest.iter().all(|name| behind_ordinal(name) == Some("")));
    let noun = if let Some(noun) = numbered {
        noun
    } else if LISTS.kind_end.has(end.encode_utf8(&mut [0; 4])) && rest.iter().all(|name| name.ends_with(end)) {
        last.find(end).map_or("", |at| &last[at + end.len_utf8()..])
    } else {
        ""
    };
    if noun.chars().count() > 1 {
        rest.iter_mut().for_each(|name| name.push_str(noun));
        // 第一、|二、|三产业
        let ordinal = rest.first().and_then(|first| first.chars().next()).filter(|&c| signs::ordinal(c));
        let bare = names.iter_mut().skip(1).filter(|name| name.starts_with(numerals::is_numeral));
        bare.for_each(|name| name.insert_str(0, &String::from_iter(ordinal)));
    }
}

/// 4个国家级、6个省级医疗中心: gives the kind `name` the noun of `last`, the next of its list, where both are `counted`.
pub(crate) fn share_kind_of(name: &mut String, last: &str, counted: bool) {
    // 市级以上, 县级|集配中心
    let kind = CLAUSES.upward.strip_suffix(name).unwrap_or(name);
    let Some(kind) = LISTS.kind_end.suffix(kind).filter(|_| counted) else { return };
    // 全国|示范村, 省级
    let noun = last.find(kind).map(|at| &last[at + kind.len()..]).or_else(|| CLAUSES.nation.strip_prefix(last));
    // 市级|以上|工作室, 省级
    let noun = noun.map(|noun| CLAUSES.upward.strip_prefix(noun).unwrap_or(noun));
    let noun = noun.filter(|noun| noun.chars().count() > 1);
    name.push_str(noun.unwrap_or(""));
}

/// How long the name of a kind may be that is told by one word, in characters.
const KIND: usize = 4;

/// Whether the last name of the list `subject` is a sum that all its names have together (企业和商户数量).
pub(crate) fn is_joint(subject: &str) -> bool {
    let names = split(subject);
    let Some((last, rest)) = names.split_last().filter(|(_, rest)| !rest.is_empty()) else { return false };
    // 林业、畜牧业和副业的比重: kinds by a word each have one share together.
    let kinds = rest.iter().all(|name| name.chars().count() <= KIND);
    let share = LISTS.joint_share.suffix(last).is_some() && kinds;
    let sum = share || LISTS.joint_measure.suffix(last).is_some() || CLAUSES.in_total.is_in(last);
    sum && rest.iter().all(|name| CLAUSES.measure.suffix(name).is_none())
}

/// 甲、乙、丙等|产业规模: each member with the noun behind 等, which as many numbers tell of.
pub(crate) fn examples(subject: &str) -> Option<Vec<String>> {
    let (list, noun) = subject.split_once(signs::and_so_on).filter(|(_, noun)| noun.chars().count() > 1)?;
    Some(split(list).into_iter().map(|name| format!("{name}{noun}")).collect())
}

/// Whether the last name of the list `subject` counts its members before their noun (甲、乙、丙三大产业), and so tells of all.
pub(crate) fn counts_itself(subject: &str) -> bool {
    let names = split(subject);
    let Some(last) = names.last().filter(|_| names.len() > 1) else { return false };
    let count = |(at, _)| {
        numerals::below_hundred(&last[at..]).is_some_and(|(count, width)| {
            count as usize == names.len() && LISTS.kind_counted.prefix(&last[at + width..]).is_some()
        })
    };
    last.char_indices().skip(2).any(count)
}

/// 工业产值, 服务业收入|占全市比重: gives the whole that the last is a share of to the measures before it.
fn share_whole(names: &mut [String]) {
    let Some((last, rest)) = names.split_last_mut() else { return };
    let Some((at, _)) = CLAUSES.makes_up.find(last).filter(|&(at, _)| CLAUSES.measure.suffix(&last[..at]).is_some())
    else {
        return;
    };
    let whole = CLAUSES.measure.suffix(last).is_some();
    // 入学率, 素养水平 are no parts of a whole.
    let amount = |name: &String| CLAUSES.measure.suffix(name).is_some() && LISTS.no_part.suffix(name).is_none();
    let bare = |name: &String| amount(name) && CLAUSES.makes_up.find(name).is_none();
    if whole && rest.iter().all(bare) {
        rest.iter_mut().for_each(|name| name.push_str(&last[at..]));
    }
}

/// 专项债券, 产业基金|支持民间项目比重: gives what each of the list goes to, which the last name tells, to the names before it.
fn share_use(names: &mut [String]) {
    let Some((last, rest)) = names.split_last_mut() else { return };
    let measure = CLAUSES.measure.suffix(last).map_or(0, str::len);
    let told = LISTS.used_for.find(&last[..last.len() - measure]).filter(|&(at, verb)| {
        let whole = at > 0 && segment::ends_word(last, at);
        whole && last[at + verb.len()..last.len() - measure].chars().count() > 1
    });
    let Some((at, _)) = told.filter(|_| measure > 0) else { return };
    if rest.iter().all(|name| LISTS.used_for.find(name).is_none()) {
        rest.iter_mut().for_each(|name| name.push_str(&last[at..]));
    }
}

/// 小麦播种面积, 产量 → 小麦产量: gives a bare yield what the first name tells was sown.
fn share_sown(names: &mut [String]) {
    let Some((first, rest)) = names.split_first_mut() else { return };
    for name in rest {
        if let Some(named) = yield_of(first, name) {
            *name = named;
        }
    }
}

/// The `output` (总产, 产量) of what the measure `before` tells was sown (小麦播种面积).
pub(super) fn yield_of(before: &str, output: &str) -> Option<String> {
    if !DEEDS.output.has(output) {
        return None;
    }
    // 粮食总产48亿斤，单产|980斤
    let sown = CLAUSES.measure.strip_suffix(before).or_else(|| DEEDS.output.strip_suffix(before))?;
    let crop = LISTS.sown.strip_suffix(sown).unwrap_or(sown);
    Some(format!("{crop}{output}")).filter(|_| crop.chars().count() > 1)
}

/// Gives what the last name ends in to the names that lack it: its measure, or what stands behind the kind they share.
fn share_head(names: &mut [String]) {
    let Some((last, rest)) = names.split_last_mut() else { return };
    let Some(head) = shared_head(last, rest) else { return };
    let end = last.chars().next_back();
    let unmeasured = |name: &String| CLAUSES.measure.suffix(name).is_none() && name.chars().next_back() != end;
    // 生活补贴, 护理补贴|覆盖率
    let own = &last[..last.len() - head.len()];
    let alike = |name: &String| own.chars().rev().take(2).eq(name.chars().rev().take(2));
    if rest.iter().all(|name| LISTS.substance.has(name) || unmeasured(name) || alike(name)) {
        for name in rest {
            name.push_str(&head);
        }
    }
}

/// The head of `last`: behind a region where the name before is one, from 人均 or 患者 on, behind a kind that the name before ends
/// in too, or its measure.
fn shared_head(last: &str, rest: &[String]) -> Option<String> {
    let before = rest.last()?;
    if let Some(kind) = incident(last, rest) {
        return Some(kind.to_owned());
    }
    if let Some(head) = behind_substance(last, rest).or_else(|| behind_same_end(before, last)) {
        return Some(head.to_owned());
    }
    CLAUSES.measure.suffix(last)?;
    // 公交、物流|领域新能源汽车占比, 乡镇卫生院|达到国家标准的比例
    let told = LISTS.field.find(last).or_else(|| reached(last)).filter(|&(at, _)| at > 0);
    if let Some((at, word)) = told {
        // 教育领域、医疗领域|投资
        let said = if before.ends_with(word) { word.len() } else { 0 };
        return Some(last[at + said..].to_owned());
    }
    // 基本养老, 基本医疗|保险参保率
    let insured = |name: &String| LISTS.insured.suffix(name).is_some();
    if let Some((at, _)) = LISTS.insurance.find(last).filter(|_| rest.iter().all(insured)) {
        return Some(last[at..].to_owned());
    }
    if let Some(head) = LISTS.region.strip_prefix(last).filter(|_| LISTS.region.has(before)) {
        return Some(head.to_owned());
    }
    // 高血压, 糖尿病|患者管理率, unlike 老年人, 糖尿病患者|管理率
    let kinds = LISTS.patient.find(last).filter(|_| rest.iter().all(|name| CLAUSES.people.suffix(name).is_none()));
    let each = || [&CLAUSES.per_person, &LISTS.per_each].iter().find_map(|words| words.find(last));
    if let Some((at, _)) = kinds.or_else(each).filter(|(at, _)| *at > 0) {
        return Some(last[at..].to_owned());
    }
    let kind: String = before.chars().rev().take(2).collect::<Vec<_>>().into_iter().rev().collect();
    if let Some(head) = behind_parallel(before, last).filter(|_| !LISTS.waste.has(before)) {
        return Some(head.to_owned());
    }
    if let Some(at) = last.rfind(&kind).filter(|&at| at > 0 && kind.chars().count() == 2) {
        // 公园, “口袋公园|”保有量
        let head = &last[at + kind.len()..];
        let head = if before.contains('“') { head } else { head.trim_start_matches('”') };
        return Some(head.to_owned()).filter(|head| !head.is_empty());
    }
    let measure = CLAUSES.measure.suffix(last).filter(|head| head.chars().count() > 1)?;
    let mut own = &last[..last.len() - measure.len()];
    while let Some(shorter) = LISTS.measured_doing.strip_suffix(own).filter(|own| own.chars().count() > 1) {
        own = shorter;
    }
    Some(last[own.len()..].to_owned()).filter(|head| head.len() < last.len())
}

/// 乡镇卫生院|达到国家标准|的比例: what they reached whose share is measured.
fn reached(name: &str) -> Option<(usize, &'static str)> {
    let clause = QUANTITY.share_noun.strip_suffix(name)?.strip_suffix(signs::of)?;
    CLAUSES.arrive.find(clause)
}

/// 刑事, 治安|案件: what happened, of which each name of as many characters is a kind.
fn incident<'t>(last: &'t str, rest: &[String]) -> Option<&'t str> {
    let kind = LISTS.incident.suffix(last)?;
    let length = last.chars().count() - kind.chars().count();
    let parallel = (2..=KIND).contains(&length) && rest.iter().all(|name| name.chars().count() == length);
    parallel.then(|| &last[last.len() - kind.len()..])
}

/// 氨氮, 氮氧化物|重点工程减排量: what stands behind the last of several substances.
fn behind_substance<'t>(last: &'t str, rest: &[String]) -> Option<&'t str> {
    let head = LISTS.substance.strip_prefix(last)?;
    let all = rest.iter().all(|name| LISTS.substance.has(name));
    Some(head).filter(|head| all && head.chars().count() > 1)
}

/// 县图书馆, 文化馆|一级馆率: what stands behind the short name that ends as the one before does, and is long enough to be a measure.
fn behind_same_end<'t>(before: &str, last: &'t str) -> Option<&'t str> {
    CLAUSES.measure.suffix(last)?;
    let end = before.chars().next_back()?;
    let at = last.char_indices().skip(1).take(KIND - 1).find(|&(_, c)| c == end)?.0 + end.len_utf8();
    let head = &last[at..];
    let trade = LISTS.trade.suffix(before).or(CLAUSES.measure.suffix(before)).is_some();
    let whole = segment::ends_word(last, at) && !trade;
    Some(head).filter(|head| whole && head.chars().count() > 2 && CLAUSES.measure.suffix(head).is_some())
}

/// 失业, 工伤|保险参保人数: what stands behind the word of `last` that is as long as the one word `before`.
fn behind_parallel<'t>(before: &str, last: &'t str) -> Option<&'t str> {
    let at = last.char_indices().nth(before.chars().count())?.0;
    // 行政复议, 行政应诉|案件办结率: two words each, of which the first is the same.
    let twins = before.chars().count() == 4 && before.chars().take(2).eq(last.chars().take(2));
    let whole = (before.chars().count() == 2 || twins) && segment::ends_word(last, at);
    let head = &last[at..];
    let whole = whole && head.starts_with(char::is_alphabetic) && LISTS.and_so_on.prefix(head).is_none();
    // 人参, 食用|菌产量: one character behind it is none of a shared noun.
    let shared = |measure: &str| head[..head.len() - measure.len()].chars().count() > 1;
    (whole && CLAUSES.measure.suffix(head).is_some_and(shared)).then_some(head)
}

/// Gives a shared prefix of the first name to the names that have none.
fn share_prefix(names: &mut [String]) {
    let Some((first, rest)) = names.split_first_mut() else { return };
    let Some(prefix) = CLAUSES.shared_prefix.prefix(first) else { return };
    for name in rest {
        if CLAUSES.shared_prefix.prefix(name).is_none() {
            name.insert_str(0, prefix);
        }
    }
}

/// Whether one number holds for each member: 均, 都, 各, 分别 stand before it, or every name is a share or a rate.
pub(crate) fn is_shared(each: bool, names: &[String], adds_up: bool) -> bool {
    if names.len() < 2 {
        return false;
    }
    each || (!adds_up && names.iter().all(|name| CLAUSES.measure.suffix(name).is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_that_counts_its_members_is_one_name() {
        assert!(counts_itself("汽车、装备、电子信息三大产业产值占比") && counts_itself("甲、乙、丙县三地产值"));
        assert!(!counts_itself("汽车、装备产值") && !counts_itself("一级医院、二级医院占比"));
    }

    #[test]
    fn names_share_heads_and_prefixes() {
        for (subject, names) in [
            ("火灾、溺水和车祸起数", vec!["火灾起数", "溺水起数", "车祸起数"]),
            ("单位国内生产总值能耗和二氧化碳排放", vec!["单位国内生产总值能耗", "单位国内生产总值二氧化碳排放"]),
            ("绿地率和人均公园绿地面积", vec!["绿地率", "人均公园绿地面积"]),
            ("PM10、PM2.5年均浓度", vec!["PM10年均浓度", "PM2.5年均浓度"]),
            ("县图书馆、文化馆一级馆率", vec!["县图书馆一级馆率", "文化馆一级馆率"]),
            (
                "化学需氧量、氨氮、氮氧化物重点工程减排量",
                vec!["化学需氧量重点工程减排量", "氨氮重点工程减排量", "氮氧化物重点工程减排量"],
            ),
            ("粮食播种面积、产量", vec!["粮食播种面积", "粮食产量"]),
            ("海水养殖面积、产量", vec!["海水养殖面积", "海水养殖产量"]),
            ("绩效A、B级企业占比", vec!["绩效A、B级企业占比"]),
            ("水稻、小麦播种面积", vec!["水稻播种面积", "小麦播种面积"]),
            ("二氧化硫、氮氧化物排放总量", vec!["二氧化硫排放总量", "氮氧化物排放总量"]),
            ("市、县两级财政科技支出占比", vec!["市级财政科技支出占比", "县级财政科技支出占比"]),
            ("评为一级以上的养老院、二级以上的托育园", vec!["评为一级以上的养老院", "二级以上的托育园"]),
            ("城镇、农村居民人均可支配收入", vec!["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
            ("城镇职工、农村居民人均收入", vec!["城镇职工人均收入", "农村居民人均收入"]),
            ("研究与试验发展经费", vec!["研究与试验发展经费"]),
            ("二级及以上医院占比", vec!["二级及以上医院占比"]),
            ("第一、第三产业增加值", vec!["第一产业增加值", "第三产业增加值"]),
            ("物流费用与生产总值的比率", vec!["物流费用与生产总值的比率"]),
            ("优良率与达标比率", vec!["优良率", "达标比率"]),
            ("基本养老、基本医疗保险参保率", vec!["基本养老保险参保率", "基本医疗保险参保率"]),
            ("苹果、食用菌产量", vec!["苹果产量", "食用菌产量"]),
            ("失业、工伤保险参保人数", vec!["失业保险参保人数", "工伤保险参保人数"]),
            ("牛奶、牛肉等产量", vec!["牛奶产量", "牛肉等产量"]),
            ("行政复议、行政应诉案件办结率", vec!["行政复议案件办结率", "行政应诉案件办结率"]),
            ("化学需氧量、氨氮排放总量", vec!["化学需氧量排放总量", "氨氮排放总量"]),
            ("城市社区、行政村快递站点覆盖率", vec!["城市社区快递站点覆盖率", "行政村快递站点覆盖率"]),
            ("就业、社会保险参保人数", vec!["就业人数", "社会保险参保人数"]),
            ("盗窃、诈骗案件", vec!["盗窃案件", "诈骗案件"]),
            ("医患、劳动关系纠纷", vec!["医患", "劳动关系纠纷"]),
            ("债券、基金支持民间项目比重", vec!["债券支持民间项目比重", "基金支持民间项目比重"]),
            ("信贷投放、资金支持规模", vec!["信贷投放规模", "资金支持规模"]),
            ("小学、初中生均校舍面积", vec!["小学生均校舍面积", "初中生均校舍面积"]),
            ("高血压、糖尿病患者管理率", vec!["高血压患者管理率", "糖尿病患者管理率"]),
            ("秸秆、畜禽粪污综合利用率", vec!["秸秆综合利用率", "畜禽粪污综合利用率"]),
            ("万元工业增加值能耗、用水量", vec!["万元工业增加值能耗", "万元工业增加值用水量"]),
        ] {
            assert_eq!(members(subject), names, "{subject}");
        }
    }
}
