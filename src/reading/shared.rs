//! What the names of a list share: the measure, the noun or the kind that the last of them ends in, or what the first begins with.

use crate::lexicon::{CLAUSES, COUNTRY, DEEDS, LISTS, QUANTITY, SIGNS, TOWN, TOWNSFOLK, numerals, segment, signs};

/// Gives each of `names` what it lacks and another tells for it.
pub(super) fn share(names: &mut [String]) {
    share_grade(names);
    share_kind(names);
    share_sown(names);
    share_whole(names);
    share_use(names);
    share_head(names);
    share_prefix(names);
}

/// How long the name of a kind may be that is told by one word, in characters.
pub(super) const KIND: usize = 4;

/// How long the name of a grade may be, in characters (市, 街道).
const GRADE: usize = 2;

/// 果蔬、水产品冷链|流通率: gives the rate that ends the last of the names to those that name no measure.
pub(super) fn share_rate(names: &mut [String]) {
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

/// 第三, 三: whether `name` is nothing but the numeral of one of several.
pub(super) fn is_bare_ordinal(name: &str) -> bool {
    behind_ordinal(name) == Some("")
}

/// 省级、市级示范村, 一、二、三产业增加值: gives the noun of the last name to the names that are mere kinds of it.
fn share_kind(names: &mut [String]) {
    let Some((last, rest)) = names.split_last_mut() else { return };
    let Some(end) = rest.first().and_then(|name| name.chars().next_back()) else { return };
    let numbered = behind_ordinal(last).filter(|_| rest.iter().all(|name| is_bare_ordinal(name)));
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
pub(super) fn share_kind_of(name: &mut String, last: &str, counted: bool) {
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
pub(super) fn share_sown(names: &mut [String]) {
    let Some((first, rest)) = names.split_first_mut() else { return };
    for name in rest {
        if let Some(named) = yield_of(first, name) {
            *name = named;
        }
    }
}

/// 旅游人次, 收入 → 旅游收入: gives a measure that names nothing alone the thing of which the first name is a measure.
pub(super) fn share_thing(names: &mut [String]) {
    let Some((first, rest)) = names.split_first_mut() else { return };
    let Some(thing) = CLAUSES.measure.strip_suffix(first) else { return };
    // 诉求|解决率, 满意率; 汽车|销量, 保有量
    let short = first[thing.len()..].chars().nth(1).is_none();
    let mut starts = thing.char_indices().rev().map(|(at, _)| at).take(2).filter(|&at| at > 0);
    let done = starts.find(|&at| short && segment::ends_word(first, at));
    let thing = &thing[..done.unwrap_or(thing.len())];
    // 规模以上工业增加值, 地区生产总值: what stands before is no thing.
    if thing.chars().nth(1).is_none() || LISTS.no_thing.suffix(thing).is_some() {
        return;
    }
    for name in rest.iter_mut().filter(|name| LISTS.bare_measure.has(name)) {
        name.insert_str(0, thing);
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
pub(super) fn share_head(names: &mut [String]) {
    let Some((last, rest)) = names.split_last_mut() else { return };
    let Some(head) = shared_head(last, rest) else { return };
    let end = last.chars().next_back();
    // 常住人口 is told by itself.
    let told = |name: &String| CLAUSES.measure.suffix(name).or(QUANTITY.population.suffix(name)).is_some();
    let unmeasured = |name: &String| !told(name) && name.chars().next_back() != end;
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
    let head = behind_substance(last, rest).or_else(|| behind_same_end(before, last));
    if let Some(head) = head.or_else(|| behind_people(last, rest)) {
        return Some(head.to_owned());
    }
    CLAUSES.measure.suffix(last)?;
    // 公交、物流|领域新能源汽车占比, 水泥、平板玻璃|能效标杆水平产能占比, 乡镇卫生院|达到国家标准的比例
    let told = LISTS.field.find(last).or_else(|| of_each(last)).or_else(|| reached(last)).filter(|&(at, _)| at > 0);
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
    let parallel = behind_parallel(before, last).filter(|_| !LISTS.waste.has(before));
    if let Some(head) = parallel.or_else(|| behind_made(before, last)) {
        return Some(head.to_owned());
    }
    if let Some(at) = last.rfind(&kind).filter(|&at| at > 0 && kind.chars().count() == 2) {
        // 公园, “口袋公园|”保有量
        let head = &last[at + kind.len()..];
        let head = if before.contains('“') { head } else { head.trim_start_matches('”') };
        return Some(head.to_owned()).filter(|head| !head.is_empty());
    }
    let measure = CLAUSES.measure.suffix(last)?;
    let mut own = &last[..last.len() - measure.len()];
    // 污水、垃圾|收集率
    if measure.chars().nth(1).is_none() && LISTS.measured_doing.suffix(own).is_none() {
        return None;
    }
    while let Some(shorter) = LISTS.measured_doing.strip_suffix(own).filter(|own| own.chars().count() > 1) {
        own = shorter;
    }
    Some(last[own.len()..].to_owned()).filter(|head| head.len() < last.len())
}

/// 平板玻璃|能效标杆水平产能占比: where what is measured of each member begins in the last of a list.
pub(super) fn of_each(last: &str) -> Option<(usize, &'static str)> {
    LISTS.of_each.find(last).filter(|&(at, _)| segment::ends_word(last, at))
}

/// 环卫工人, 公交司机|申请公租房轮候时间: what stands behind the last of several groups of people, measured or newly added.
fn behind_people<'t>(last: &'t str, rest: &[String]) -> Option<&'t str> {
    let who = |text: &str| [&CLAUSES.people, &CLAUSES.crowds, &DEEDS.actor].iter().any(|f| f.suffix(text).is_some());
    if !rest.iter().all(|name| who(name)) {
        return None;
    }
    let at =
        last.char_indices().map(|(at, _)| at).skip(2).find(|&at| who(&last[..at]) && segment::ends_word(last, at))?;
    let head = &last[at..];
    // 残疾人|家庭, 老年人|、儿童
    let measured = CLAUSES.measure.suffix(head).is_some_and(|measure| measure.chars().nth(1).is_some());
    let counted = CLAUSES.new_addition.prefix(head).is_some_and(|verb| verb.len() < head.len());
    Some(head).filter(|_| measured || counted)
}

/// 新建公共建筑, 新建厂房|屋顶光伏覆盖率: what stands behind the word of `last` that is made as the name `before` is.
fn behind_made<'t>(before: &str, last: &'t str) -> Option<&'t str> {
    let made = CLAUSES.add.prefix(last).filter(|verb| verb.chars().nth(1).is_some())?;
    CLAUSES.add.strip_prefix(before).filter(|_| CLAUSES.add.prefix(before) == Some(made))?;
    let at = last.char_indices().map(|(at, _)| at).find(|&at| {
        last.get(made.len()..at).is_some_and(|thing| thing.chars().nth(1).is_some()) && segment::ends_word(last, at)
    })?;
    let head = &last[at..];
    let shared = |measure: &str| head[..head.len() - measure.len()].chars().count() > 1;
    let named = head.starts_with(char::is_alphabetic);
    (named && CLAUSES.measure.suffix(head).is_some_and(shared)).then_some(head)
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
    let whole = whole && head.starts_with(char::is_alphabetic) && SIGNS.and_so_on.prefix(head).is_none();
    // 人参, 食用|菌产量: one character behind it is none of a shared noun.
    let shared = |measure: &str| head[..head.len() - measure.len()].chars().count() > 1;
    (whole && CLAUSES.measure.suffix(head).is_some_and(shared)).then_some(head)
}

/// 肉牛、中药材[两大产业]全产业链产值: gives each of as many `names` as the last counts what stands behind their count.
pub(super) fn share_counted(names: &mut [String]) {
    let count = names.len();
    let Some((last, rest)) = names.split_last_mut() else { return };
    let Some((at, head)) = behind_count(last, count).map(|(at, head)| (at, head.to_owned())) else { return };
    last.truncate(at);
    rest.iter_mut().chain([last]).for_each(|name| name.push_str(&head));
}

/// Where `last` counts the `count` members of its list, and what stands behind their count and what they are.
fn behind_count(last: &str, count: usize) -> Option<(usize, &str)> {
    let counted = |(at, _)| {
        let width = told_count(&last[at..], count)?;
        let behind = LISTS.kind_counted.strip_prefix(&last[at + width..])?;
        let kind = LISTS.counted_as.find(behind).map_or(0, |(at, kind)| at + kind.len());
        Some((at, &behind[kind..])).filter(|(_, head)| CLAUSES.measure.suffix(head).is_some())
    };
    last.char_indices().skip(1).find_map(counted)
}

/// How long the numeral is that `text` begins with, where it tells `count` (两, 三).
pub(super) fn told_count(text: &str, count: usize) -> Option<usize> {
    let pair = text.chars().next().and_then(|c| Some((u32::from(numerals::digit(c)?), c.len_utf8())));
    let told = numerals::below_hundred(text).or(pair);
    told.filter(|&(told, _)| told as usize == count).map(|(_, width)| width)
}

/// 城乡|居民收入, 城乡|低保标准: the two that one word for town and country names, of each what is measured.
pub(super) fn of_town_and_country(subject: &str) -> Option<Vec<String>> {
    let measured = LISTS.regions.strip_prefix(subject).filter(|rest| CLAUSES.conjunction.find(rest).is_none())?;
    CLAUSES.measure.suffix(measured)?;
    let town = if CLAUSES.people.prefix(measured).is_some() { TOWNSFOLK } else { TOWN };
    Some([town, COUNTRY].iter().map(|region| format!("{region}{measured}")).collect())
}

/// 汽车|产销|量, |存贷|款余额: the two that a pair of opposites names, of each what stands behind.
pub(super) fn of_two_sides(subject: &str) -> Option<Vec<String>> {
    let (at, pair) = LISTS.two_sides.rfind(subject)?;
    let (whose, measured) = (&subject[..at], &subject[at + pair.len()..]);
    CLAUSES.measure.suffix(subject).filter(|_| CLAUSES.conjunction.find(subject).is_none())?;
    Some(pair.chars().map(|side| format!("{whose}{side}{measured}")).collect())
}

/// Gives a shared prefix of the first name to the names that have none.
pub(super) fn share_prefix(names: &mut [String]) {
    let Some((first, rest)) = names.split_first_mut() else { return };
    let Some(prefix) = CLAUSES.shared_prefix.prefix(first) else { return };
    for name in rest {
        if CLAUSES.shared_prefix.prefix(name).is_none() {
            name.insert_str(0, prefix);
        }
    }
}
