//! The noun behind a number: what is counted (新建8所[中小学]).

use crate::{
    lexicon::{
        CLAUSES, DEEDS, Forms, INVESTMENT, LISTS, PROMISES, QUANTITY, TIME, VERDICTS, numerals, segment, signs,
        units::{Units, named},
    },
    quantity::{self, Comparator, Dimension, Quantity, Shape},
};

pub(super) use super::became::STOPS;
pub(crate) use super::became::is_event;
use super::{
    became::{KIND, SHORT, before_predicate, behind_ways, describes, end_begins, is_place, is_who, until},
    counted::list_head,
    list,
};

/// The noun phrase at the head of `after`, the text from a number to the next one or the clause's end.
///
/// `unit` tells people and households, whose 的 leads to what becomes of them.
pub(crate) fn read(after: &str, unit: &str) -> String {
    let after = after.strip_prefix(signs::of).unwrap_or(after);
    let after = before_another_count(until(after, &['，', '；', '。', '：', '（']));
    let phrase = list_head(after, unit);
    let built_on = TIME.basis.find(phrase).filter(|&(at, _)| at > 0);
    let phrase = built_on.map_or(phrase, |(at, _)| phrase[..at].trim_end_matches(signs::of));
    let phrase = given_out(unit).map_or(phrase, |given| before_spending(phrase, given));
    let phrase = before_done(before_predicate(phrase));
    let phrase = before_where(if CLAUSES.person_unit.has(unit) { before_act(phrase) } else { phrase });
    let phrase = before_quality(before_aspect(phrase, unit), unit);
    let phrase = behind_modifiers(phrase, CLAUSES.person_unit.has(unit));
    let phrase = without_joints(before_amid(phrase));
    let phrase = CLAUSES.aim.strip_suffix(phrase).unwrap_or(phrase);
    let work = CLAUSES.construction.strip_suffix(phrase);
    let phrase = work.filter(|work| CLAUSES.works.suffix(work).is_some()).unwrap_or(phrase);
    super::marks::trimmed(phrase).to_owned()
}

/// What so much of is given out by `unit`: funds by money or a share of them, land by its area.
fn given_out(unit: &str) -> Option<&'static Forms> {
    match Units::get().by_form(unit)?.dimension {
        Dimension::Area => Some(&DEEDS.land),
        Dimension::Money => Some(&CLAUSES.fund),
        _ => (unit == named::PERCENT).then_some(&CLAUSES.fund),
    }
}

/// 145项[重点任务]和69项措施: up to what joins another count.
fn before_another_count(text: &str) -> &str {
    let joined = |&(at, _): &(usize, char)| {
        // 3A级和|4A级景区, 110千伏和|220千伏变电站 name one thing.
        let plain = || !text[..at].contains(|c: char| c.is_ascii_digit());
        let behind = CLAUSES.conjunction_of_names.strip_prefix(&text[at..]).filter(|_| plain());
        let next = behind.and_then(|behind| quantity::scan(behind).into_iter().next());
        // 2000万省外劳动力和|200万脱贫劳动力
        let bare = |next: &Quantity| next.unit.is_empty() && next.shape == Shape::Cardinal;
        let counts = |next: &Quantity| matches!(next.dimension, Dimension::Count | Dimension::Money | Dimension::Area);
        next.is_some_and(|next| next.span.start == 0 && (counts(&next) || bare(&next)))
    };
    text.char_indices().skip(2).find(joined).map_or(text, |(at, _)| &text[..at])
}

/// 工业产品[中], unlike 初中 and 县中: those among whom something is told.
fn before_amid(text: &str) -> &str {
    let among = text.strip_suffix(signs::amid).filter(|things| things.chars().count() > KIND);
    let among = among.filter(|things| DEEDS.place.suffix(things).is_none());
    among.filter(|things| segment::ends_word(text, things.len())).unwrap_or(text)
}

/// `phrase` without 、, 等, 和 and 及 at its ends.
fn without_joints(phrase: &str) -> &str {
    phrase
        .trim_matches(|c| c == '、' || signs::and_so_on(c))
        .trim_end_matches(signs::and)
        .trim_end_matches(signs::besides)
}

/// 群众|住进[了新居], 家庭|圆[了安居梦]: up to the verb before 了.
fn before_done(text: &str) -> &str {
    let told = text.find(signs::le).map_or("", |at| &text[..at]);
    let starts = told.char_indices().rev().map(|(at, _)| at).take(2).filter(|&at| told[..at].chars().nth(1).is_some());
    let verb = starts.filter(|&at| segment::ends_word(told, at)).last();
    verb.map_or(text, |at| &text[..at])
}

/// 道路[全线贯通], 学校[建成投用]: whether a noun stands behind the number and then that it came into being.
pub(crate) fn is_finished(after: &str) -> bool {
    let phrase = until(after, &STOPS);
    let tail = &phrase[before_predicate(phrase).len()..];
    follows(after) && (CLAUSES.finished.is_in(tail) || DEEDS.befalls.is_in(tail))
}

/// 120名骨干教师|到乡村学校支教: what people do stands behind who they are.
fn before_act(text: &str) -> &str {
    let acts = |&(at, _): &(usize, char)| {
        DEEDS.goes_out.prefix(&text[at..]).is_some_and(|form| {
            at + form.len() < text.len() && segment::ends_word(text, at) && segment::ends_word(&text[at..], form.len())
        })
    };
    text.char_indices().skip(2).find(acts).map_or(text, |(at, _)| &text[..at])
}

/// 300万农民工|在城镇安家, unlike 农民工|在城镇的子女 and 企业|在川项目: where people do something stands behind who they are.
pub(super) fn before_where(text: &str) -> &str {
    let thing = |place: &str| [&CLAUSES.generic, &CLAUSES.works].iter().any(|forms| forms.suffix(place).is_some());
    match text.split_once(signs::at) {
        Some((people, place)) if is_who(people) && !place.contains(signs::of) && !thing(place) => people,
        _ => text,
    }
}

/// 80家养老机构[服务水平], 20座驿站的[特色功能]: those who are counted stand before a quality of theirs.
fn before_aspect<'t>(text: &'t str, unit: &str) -> &'t str {
    let has_qualities = DEEDS.body_unit.has(unit) || CLAUSES.person_unit.has(unit) || unit.is_empty();
    let Some(mut rest) = DEEDS.aspect.strip_suffix(text).filter(|_| has_qualities) else { return text };
    while let Some(shorter) = DEEDS.aspect_of.strip_suffix(rest) {
        rest = shorter;
    }
    let rest = rest.trim_end_matches(signs::of);
    if rest.chars().count() > 1 { rest } else { text }
}

/// 六成的农产品[的品质和性能]: those of whom a share is told stand before the qualities that they reach.
fn before_quality<'t>(text: &'t str, unit: &str) -> &'t str {
    let Some((group, qualities)) = text.rsplit_once(signs::of).filter(|_| unit == named::PERCENT) else { return text };
    let all = list::split(qualities).iter().all(|quality| DEEDS.aspect.suffix(quality).is_some());
    if all && group.chars().count() > 1 { group } else { text }
}

/// 耕地8亩[的红线], 农田4亩[两条红线]: whether what stands behind only says what kind of bound the number is.
pub(crate) fn is_bound(after: &str) -> bool {
    let counted = after.trim_start_matches(|c: char| c.is_ascii_digit() || numerals::is_numeral(c));
    let counted = VERDICTS.line_unit.strip_prefix(counted).filter(|_| counted.len() < after.len());
    let noun = after.strip_prefix(signs::of).map(|noun| until(noun, &STOPS));
    noun.is_some_and(|noun| DEEDS.bound_noun.has(noun)) || counted.is_some_and(|c| DEEDS.bound_noun.prefix(c).is_some())
}

/// 达到千亿级[规模]: whether what stands behind only says that the number is one of a degree.
pub(crate) fn is_degree(after: &str) -> bool {
    DEEDS.bare_sum.has(until(after, &STOPS))
}

/// 维持在85%[的较低水平]: whether what stands behind only says that the number is a level.
pub(crate) fn is_level(after: &str) -> bool {
    let noun = after.strip_prefix(signs::of).map(|noun| until(noun, &STOPS));
    noun.is_some_and(|noun| {
        let level = CLAUSES.mark_reached.suffix(noun).filter(|_| CLAUSES.measure.suffix(noun).is_some());
        level.is_some_and(|level| noun[..noun.len() - level.len()].chars().count() <= KIND)
    })
}

/// 8%[的增速], 6%[的增长]: whether what stands behind only says that the number is a rate of growth.
pub(crate) fn is_growth(after: &str) -> bool {
    let noun = after.strip_prefix(signs::of).map(|noun| until(noun, &STOPS));
    noun.is_some_and(|noun| CLAUSES.growth_rate.has(noun) || CLAUSES.growth.has(noun))
}

/// 300名教师[深入乡村]: what people go and do, where who they are stands before the number.
pub(crate) fn goes_out(after: &str) -> bool {
    DEEDS.goes_out.prefix(after).is_some_and(|form| {
        let behind = after[form.len()..].chars();
        behind.take_while(|c| !STOPS.contains(c)).nth(1).is_some() && segment::ends_word(after, form.len())
    })
}

/// 企业8家[签订协议], unlike 园区8个[建设项目]: whether a deed with its object stands behind the number, and no name that opens with one.
pub(crate) fn is_deed(after: &str) -> bool {
    let verbs = [&CLAUSES.transitive, &CLAUSES.add, &CLAUSES.have, &DEEDS.acts];
    let Some(form) = Forms::longest_prefix(&verbs, after).filter(|form| form.chars().nth(1).is_some()) else {
        return false;
    };
    let object = until(&after[form.len()..], &STOPS);
    let named = [&CLAUSES.generic, &CLAUSES.works, &DEEDS.of_work, &CLAUSES.activity]
        .iter()
        .any(|forms| forms.suffix(object).is_some());
    object.chars().nth(1).is_some() && !named && !after.contains(signs::of) && segment::ends_word(after, form.len())
}

/// The noun behind its modifiers (优势明显的|产业集群); before 的 where a mere 任务 follows, or where people are meant.
fn behind_modifiers(text: &str, people: bool) -> &str {
    let Some((before, noun)) = text.rsplit_once(signs::of) else { return text };
    let generic = CLAUSES.mere_work.suffix(noun).is_some() && noun.chars().count() <= SHORT;
    // 8名[生活困难的老人]: who they are stands behind a quality.
    let who = is_who(noun);
    // 8名[符合条件的残疾人|就业创业]: what they come to do stands behind who they are.
    let ends = || noun.char_indices().map(|(at, _)| at).skip(2).find(|&at| is_who(&noun[..at]));
    if let Some(at) = ends().filter(|&at| people && !who && segment::ends_word(noun, at)) {
        return &noun[..at];
    }
    let person = people && !who && before.chars().count() <= SHORT;
    let whole = generic || person || noun.chars().count() < 2;
    if whole && !before.is_empty() { before } else { noun }
}

/// Whether a counted noun stands behind the number, rather than a predicate or nothing.
pub(crate) fn follows(after: &str) -> bool {
    let Some(first) = after.chars().next() else { return false };
    // 15个以县城为载体的试点
    let means = PROMISES.by_means.prefix(after).is_some() && CLAUSES.upward.prefix(after).is_none();
    if means && until(after, &['，', '；', '。']).contains(signs::of) {
        return true;
    }
    if "，。；：、）（！？”]］〕】/".contains(first) || CLAUSES.no_noun.prefix(after).is_some() {
        return false;
    }
    let phrase = until(after, &STOPS);
    if phrase.find(signs::of).is_some_and(|at| at > 0 && phrase[at..].chars().count() > 2)
        && CLAUSES.up_to_standard.prefix(after).is_none()
    {
        return true;
    }
    if is_told_apart(after) {
        return true;
    }
    let tells = |words: &str| {
        CLAUSES.predicate.prefix(words).or_else(|| DEEDS.acts.prefix(words)).is_some_and(|form| {
            let free = DEEDS.how.has(form) && is_work_alone(&words[form.len()..]);
            segment::ends_word(words, form.len()) && !is_place(&words[form.len()..]) && !describes(form, words) && !free
        })
    };
    // 其余4项|有望如期[完成]
    let predicate = tells(after) || tells(behind_ways(after));
    // 居|全国前列, unlike 居家: a verb of one character needs the territory behind it.
    let among = |rest: &str| CLAUSES.scope.prefix(rest).or(CLAUSES.wide_scope.prefix(rest)).is_some();
    let placed = CLAUSES.take_place.prefix(after).is_some_and(|form| {
        form.chars().count() > 1 && segment::ends_word(after, form.len()) || among(&after[form.len()..])
    });
    // 其中56项|为全国首创
    let equals = CLAUSES.serves_as.strip_prefix(after).is_some_and(among);
    let marked = CLAUSES.mark_reached.prefix(after).is_some_and(|form| !describes(form, after));
    // 其中8个|开园
    let ended = !phrase.is_empty() && end_begins(phrase, false) == 0;
    !predicate && !ended && !placed && !equals && !marked
}

/// 36家[挂牌企业], unlike 8家[挂牌新三板]: whether what befell those who are named right behind it tells which are meant.
fn is_told_apart(after: &str) -> bool {
    let told = DEEDS.not_yet.strip_prefix(after).unwrap_or(after);
    let befell = [&DEEDS.befalls, &DEEDS.acts, &CLAUSES.makes_list, &CLAUSES.put_to_work];
    Forms::longest_prefix(&befell, told).is_some_and(|form| {
        let whose = Forms::longest_prefix(&[&DEEDS.actor, &CLAUSES.people, &CLAUSES.generic], &told[form.len()..]);
        whose.is_some_and(|whose| !told[form.len() + whose.len()..].starts_with(|c: char| c.is_ascii_digit()))
    })
}

/// 80%[炼钢产能超低排放改造]: whether the name of a work of which a share is done stands behind the number.
pub(crate) fn is_work(after: &str) -> bool {
    let work = until(after, &STOPS);
    CLAUSES.activity.suffix(work).is_some_and(|activity| activity.len() < work.len()) && !after.starts_with(signs::of)
}

/// 免费|体检, unlike 免费|发放药品: whether nothing but the name of a work stands behind how it is done.
fn is_work_alone(text: &str) -> bool {
    let work = until(text, &STOPS);
    let verb = CLAUSES.add.prefix(work).or(CLAUSES.transitive.prefix(work));
    (2..=SHORT).contains(&work.chars().count()) && verb.is_none()
}

/// 90%以上村庄[达到干净整洁村标准]: whether a noun stands behind the share and then what it reached.
pub(crate) fn is_told_of(after: &str) -> bool {
    let phrase = until(after, &STOPS);
    follows(after) && before_predicate(phrase).len() < phrase.len()
}

/// 近六成[企业开展改造], unlike 六成[为女性]: whether those of whom a share is told stand behind it.
pub(crate) fn is_group(after: &str) -> bool {
    let noun = after.strip_prefix(signs::of).unwrap_or(after);
    let verbs = [&CLAUSES.own, &CLAUSES.serves_as, &CLAUSES.preposition, &CLAUSES.copula];
    follows(noun) && verbs.iter().all(|forms| forms.prefix(noun).is_none())
}

/// 发放5亿元[消费券], 安排5亿元[专项资金]支持乡村产业, 拿出500亩[建设用地指标]: a sum of what stands behind it, or so much land, rather
/// than a sum spent on something.
pub(crate) fn is_fund(quantity: &Quantity, after: &str) -> bool {
    let Some(given) = given_out(&quantity.unit).filter(|_| !quantity.is_share()) else { return false };
    // 3000万元[的专项资金和]
    let after = before_another_count(after.strip_prefix(signs::of).unwrap_or(after));
    let noun = without_joints(before_spending(until(after, &STOPS), given)).trim_end_matches('”');
    let acts = CLAUSES.add.prefix(after).is_some() || CLAUSES.spent_on.prefix(after).is_some();
    given.suffix(noun).is_some_and(|form| !acts || form == noun)
}

/// 专项资金|支持乡村产业, 贷款|投向园区, 用地|保障项目: up to the verb that tells what is done with what is `given` out.
fn before_spending<'t>(text: &'t str, given: &Forms) -> &'t str {
    let spends = |rest: &str| {
        let verbs = [&CLAUSES.spent_on, &CLAUSES.invested_in, &DEEDS.spends, &CLAUSES.transitive, &CLAUSES.add];
        let verb = Forms::longest_prefix(&verbs, rest).filter(|verb| verb.chars().nth(1).is_some())?;
        rest[verb.len()..].chars().nth(1)
    };
    let ends = text.char_indices().map(|(at, _)| at).skip(2);
    let mut ends = ends.filter(|&at| given.suffix(&text[..at]).is_some() && segment::ends_word(text, at));
    ends.find(|&at| spends(&text[at..]).is_some()).map_or(text, |at| &text[..at])
}

/// 打造超千亿元的[产业集群]: whether what stands behind a bounded sum is one thing, and the sum its size.
pub(crate) fn is_one_thing(quantity: &Quantity, after: &str) -> bool {
    let noun = until(after.strip_prefix(signs::of).unwrap_or(after), &STOPS);
    let acts = CLAUSES.add.prefix(noun).is_some();
    quantity.dimension == Dimension::Money
        && quantity.comparator != Comparator::Eq
        && !acts
        && VERDICTS.one_thing.suffix(noun).is_some()
}

/// 完成5000万元的[水利投资]: whether what stands behind is the name of the measure that has this value.
pub(crate) fn is_measured(quantity: &Quantity, after: &str) -> bool {
    let sized = !matches!(quantity.dimension, Dimension::Count | Dimension::Duration | Dimension::Age);
    let noun = until(after.strip_prefix(signs::of).unwrap_or(after), &['，', '；', '。', '、', '（']);
    let noun = CLAUSES.mere_work.strip_suffix(noun).unwrap_or(noun);
    let measure = CLAUSES.measure.suffix(noun).filter(|measure| measure.len() < noun.len());
    let acts = [&CLAUSES.add, &CLAUSES.lead, &CLAUSES.spent_on, &CLAUSES.invested_in, &CLAUSES.no_noun]
        .iter()
        .any(|forms| forms.prefix(noun).is_some());
    quantity.shape == Shape::Cardinal
        && sized
        && !quantity.unit.is_empty()
        && measure.is_some()
        && !acts
        && !noun.contains(signs::of)
        && follows(noun)
        && before_predicate(noun).len() == noun.len()
}

/// 跨越3个[千亿元台阶], 连跨两个[台阶]: whether the number counts the steps that something climbs.
pub(crate) fn counts_steps(quantity: &Quantity, after: &str) -> bool {
    let size = after.trim_start_matches(|c: char| c.is_ascii_digit() || numerals::is_numeral(c));
    let step = size.strip_prefix(named::YUAN).unwrap_or(size);
    let step = LISTS.kind_end.strip_prefix(step).unwrap_or(step);
    quantity.unit == named::PIECE && QUANTITY.landmark.prefix(step).is_some()
}

/// The name of what is invested in `work`.
pub(crate) fn invested(work: &str) -> String {
    format!("{work}{INVESTMENT}")
}

/// 投资1.3亿元[实施管网改造工程]: what the money is for, named as its investment.
pub(crate) fn investment(after: &str) -> Option<String> {
    let work = CLAUSES.invested_in.strip_prefix(after)?;
    let noun = until(work.trim_start_matches(signs::le), &['，', '；', '。']);
    (!noun.is_empty()).then(|| invested(noun))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_counted_noun_ends_where_its_story_begins() {
        for (after, unit, noun) in [
            ("街头小公园、", "个", "街头小公园"),
            ("小区等城区绿化工程", "个", "小区"),
            ("区位优势明显、支撑作用强大的现代商贸服务业集聚区", "个", "现代商贸服务业集聚区"),
            ("项目顺利投产", "个", "项目"),
            ("综合医院为老年人设立绿色通道", "%", "综合医院"),
            ("的社区办公用房", "%", "社区办公用房"),
            ("住户的出行条件将得到改善", "户", "住户"),
            ("草坪的种植任务", "株", "草坪"),
        ] {
            assert_eq!(read(after, unit), noun, "{after}");
        }
        assert!(
            is_group("企业开展改造") && is_group("的项目由企业承担") && !is_group("为女性") && !is_group("的有8种")
        );
        assert!(follows("中小学") && !follows("、新增学位") && !follows("受益") && !follows(""));
    }

    #[test]
    fn steps_are_counted() {
        let three = &crate::quantity::scan("3个")[0];
        for (after, steps) in
            [("千亿元台阶", true), ("百亿级关口", true), ("台阶", true), ("千亿元园区", false), ("", false)]
        {
            assert_eq!(counts_steps(three, after), steps, "{after}");
        }
    }

    #[test]
    fn money_is_spent_on_work_or_given_out_as_a_fund() {
        assert_eq!(investment("实施管网改造").as_deref(), Some("管网改造投资"));
        assert_eq!(investment("建设了滨河公园，").as_deref(), Some("滨河公园投资"));
        assert_eq!(investment("以上"), None);
        for (text, after, fund) in [
            ("5亿元", "消费券", true),
            ("5亿元", "补贴用于养老", true),
            ("5亿元", "专项债券项目", false),
            ("5亿元", "用于养老补贴", false),
            ("5家", "基金", false),
            ("5亩", "的建设用地指标和", true),
            ("5亩", "的产业园", false),
        ] {
            assert_eq!(is_fund(&crate::quantity::scan(text)[0], after), fund, "{text}{after}");
        }
    }
}
