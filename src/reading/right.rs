//! The noun behind a number: what is counted (新建8所[中小学]).

use crate::{
    lexicon::{CLAUSES, DEEDS, Forms, INVESTMENT, LISTS, PROMISES, TIME, VERDICTS, segment, signs},
    quantity::{self, Comparator, Dimension, Quantity, Shape},
};

use super::{list, subject::without_place, verb::is_verb_of_its_own};

/// The longest modifier or noun that tells nothing alone, in characters.
const SHORT: usize = 4;

/// The longest name of a bare kind, in characters (机关, 小区).
const KIND: usize = 2;

/// How long those may be for whom something is done, in characters.
const SERVED: usize = 5;

/// How long the name of the place may be where something became so, in characters.
const WHERE: usize = 6;

/// Marks that no counted noun reaches over.
pub(super) const STOPS: [char; 4] = ['，', '；', '。', '、'];

/// The noun phrase at the head of `after`, the text from a number to the next one or the clause's end.
///
/// `unit` tells people and households, whose 的 leads to what becomes of them.
pub(crate) fn read(after: &str, unit: &str) -> String {
    let after = after.strip_prefix(signs::of).unwrap_or(after);
    let after = before_another_count(until(after, &['，', '；', '。', '：', '（']));
    let phrase = list_head(after, unit);
    let built_on = TIME.basis.find(phrase).filter(|&(at, _)| at > 0);
    let phrase = built_on.map_or(phrase, |(at, _)| phrase[..at].trim_end_matches(signs::of));
    let phrase = before_predicate(phrase);
    let phrase = if CLAUSES.person_unit.has(unit) { before_act(phrase) } else { phrase };
    let phrase = before_aspect(phrase, unit);
    let phrase = behind_modifiers(phrase, CLAUSES.person_unit.has(unit));
    let phrase = without_joints(phrase);
    let phrase = CLAUSES.aim.strip_suffix(phrase).unwrap_or(phrase);
    let work = CLAUSES.construction.strip_suffix(phrase);
    let phrase = work.filter(|work| CLAUSES.works.suffix(work).is_some()).unwrap_or(phrase);
    super::marks::trimmed(phrase).to_owned()
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
        next.is_some_and(|next| next.span.start == 0 && (next.dimension == Dimension::Count || bare(&next)))
    };
    text.char_indices().skip(2).find(joined).map_or(text, |(at, _)| &text[..at])
}

/// `phrase` without 、, 等, 和 and 及 at its ends.
fn without_joints(phrase: &str) -> &str {
    phrase
        .trim_matches(|c| c == '、' || signs::and_so_on(c))
        .trim_end_matches(signs::and)
        .trim_end_matches(signs::besides)
}

/// `text` up to the first of `stops` outside quotation marks.
fn until<'a>(text: &'a str, stops: &[char]) -> &'a str {
    let (mut depth, mut bracket) = (0i32, false);
    for (at, c) in text.char_indices() {
        match c {
            // 700个乡镇（街道）消防站: a short bracket inside the name.
            '（' if at > 0 && is_inner_bracket(&text[at..]) => bracket = true,
            '）' if bracket => bracket = false,
            _ if bracket => {}
            '“' | '《' => depth += 1,
            '”' | '》' => depth -= 1,
            c if depth <= 0 && stops.contains(&c) => return &text[..at],
            _ => {}
        }
    }
    text
}

/// Whether the bracket that `text` opens with is short and the name goes on behind it.
fn is_inner_bracket(text: &str) -> bool {
    text.find('）').is_some_and(|close| {
        let behind = text[close + '）'.len_utf8()..].chars().next();
        text[..close].chars().count() <= 5 && behind.is_some_and(|c| !"，；。：、（）".contains(c))
    })
}

/// Up to 等, and up to the 、 that begins the next member unless a 的 behind it shows that the list modifies the noun, or the
/// number counts the members together.
fn list_head<'t>(text: &'t str, unit: &str) -> &'t str {
    let text = match list::illustrated(text).filter(|&at| text[..at].chars().nth(1).is_some()) {
        Some(at) if CLAUSES.grade.prefix(&text[at..]).is_none() && CLAUSES.graded.suffix(&text[..at]).is_none() => {
            &text[..at]
        }
        _ => text,
    };
    // Behind the last member a number stands: the list is told member by member.
    let told = text.ends_with('、');
    let text = text.strip_suffix('、').unwrap_or(text);
    match list_mark(text) {
        Some(at) if begins_a_clause(&text[at + '、'.len_utf8()..]) => &text[..at],
        Some(at)
            if text[at..].contains(signs::of) || are_short(text) || LISTS.kind_end.suffix(&text[..at]).is_some() =>
        {
            text
        }
        Some(_) if describes_people(text, unit) => text,
        Some(at) if told || !counts_together(text, unit) => &text[..at],
        _ => text,
    }
}

/// Where the first 、 of `text` stands that no bracket holds (县（市、区）).
fn list_mark(text: &str) -> Option<usize> {
    let open = |at: usize| text[..at].matches('（').count() > text[..at].matches('）').count();
    text.match_indices('、').map(|(at, _)| at).find(|&at| !open(at))
}

/// 800个[智能工厂、数字化车间], 百万千瓦级[风电、光伏基地]: two kinds of things that one number of pieces counts, or that share
/// the head of the second.
fn counts_together(text: &str, unit: &str) -> bool {
    let names: Vec<&str> = before_predicate(text).split('、').collect();
    let short = |name: &str| name.chars().count() <= SHORT;
    // 机关、企事业单位附属空间, 小区、道路积水点改造: a bare kind has no other noun than that behind the next.
    let kind = names.first().is_some_and(|name| name.chars().count() <= KIND);
    let is_thing = |name: &&str| {
        let verb = CLAUSES.add.prefix(name).or(CLAUSES.lead.prefix(name));
        let acts = verb.is_some_and(|verb| verb.chars().count() > 1 && is_verb_of_its_own(name, verb));
        let done = [&CLAUSES.add, &CLAUSES.measure, &CLAUSES.predicate, &CLAUSES.state];
        let work = CLAUSES.activity.suffix(name).is_some();
        let named = !name.contains(|c: char| c.is_ascii_digit());
        !acts && named && (work && kind || !work && done.iter().all(|forms| forms.suffix(name).is_none()))
    };
    let head = |name: &&str| CLAUSES.sized.suffix(name).is_some();
    if names.len() == 2 && short(names[0]) && !head(&names[0]) && head(&names[1]) && is_thing(&names[1]) {
        return true;
    }
    let pieces = CLAUSES.counter.has(unit) || CLAUSES.person_unit.has(unit);
    pieces && names.len() == 2 && names.iter().all(is_thing)
}

/// 5000户[特困高龄、失能老年人家庭]: whether only the last member of the list names those who are counted, whom the others describe.
fn describes_people(text: &str, unit: &str) -> bool {
    let who =
        |name: &str| [&CLAUSES.people, &CLAUSES.crowds, &DEEDS.actor].iter().any(|forms| forms.suffix(name).is_some());
    let names: Vec<&str> = before_predicate(text).split('、').collect();
    let described = names.split_last().filter(|(last, rest)| who(last) && !rest.iter().any(|name| who(name)));
    CLAUSES.person_unit.has(unit) && described.is_some_and(|(_, rest)| !rest.is_empty())
}

/// Whether the members of the list that `text` opens with are single words (镇、村; not 高速、环城铁路).
fn are_short(text: &str) -> bool {
    let list = text.split(['，', '；', '。']).next().unwrap_or(text);
    let mut members = list.split('、').map(|member| member.chars().count());
    members.next().is_some_and(|first| first <= 2) && members.next().is_some_and(|second| second <= SHORT)
}

/// Whether what stands behind 、 tells more of the thing counted (53个奖项、比上次增长47%) or counts anew (16条产业链、18个专业镇), and
/// is no member of a list.
fn begins_a_clause(text: &str) -> bool {
    CLAUSES.tells_more.prefix(text).is_some() || text.starts_with(|c: char| c.is_ascii_digit())
}

/// Up to what became of the counted thing (5个项目|顺利投产).
fn before_predicate(text: &str) -> &str {
    let whole = |at: usize, form: &str| segment::ends_word(text, at) && segment::ends_word(&text[at..], form.len());
    let classes = [&CLAUSES.predicate, &CLAUSES.transitive];
    // 90%的县|达到标准
    let short = |at: usize| text[..at].chars().count() < 2 && !DEEDS.place.has(&text[..at]);
    let tells = |at: usize| {
        let form = Forms::longest_prefix(&classes, &text[at..])?;
        let named = is_place(&text[at + form.len()..]);
        // 计划新|开工项目
        let fresh = text[..at].ends_with(signs::new) && CLAUSES.generic.prefix(&text[at + form.len()..]).is_some();
        (whole(at, form) && !named && !fresh && (!short(at) || CLAUSES.transitive.has(form))).then_some(form)
    };
    let open = |at: usize| {
        let within = |open, close| text[..at].matches(open).count() > text[..at].matches(close).count();
        within('（', '）') || within('《', '》') || within('“', '”')
    };
    // 技术开发|和|推广应用项目: a verb that is joined to a noun is a noun as well.
    let joined = |at: usize| CLAUSES.conjunction_of_names.suffix(&text[..at]).is_some();
    let found = text.char_indices().skip(1).find(|&(at, _)| tells(at).is_some() && !open(at) && !joined(at));
    match found {
        Some((at, _)) if !text[at..].contains(signs::of) => {
            // 县级城市|新[获评示范城市]
            let told = before_end(text[..at].trim_end_matches(signs::new), true);
            without_whom(without_place(without_degree(told)))
        }
        _ => before_end(text, false),
    }
}

/// 3所|达标学校: a standard that is met, before the noun of what meets it.
fn describes(form: &str, after: &str) -> bool {
    let noun = until(&after[form.len()..], &STOPS);
    CLAUSES.up_to_standard.has(form) && noun.chars().count() > 1 && CLAUSES.no_noun.prefix(noun).is_none()
}

/// 景区|开园, 项目|全速推进, 学科|在国际可比领域[进入]: up to what became of the counted thing at the end of what is told of it, or how
/// and where it did so; `goes_on` where its verb stands behind.
fn before_end(text: &str, goes_on: bool) -> &str {
    let at = end_begins(text, goes_on);
    if text[..at].chars().nth(1).is_some() || DEEDS.place.has(&text[..at]) { &text[..at] } else { text }
}

/// Where the words at the end of `text` begin that tell what became of a thing; its length where there are none.
fn end_begins(text: &str, goes_on: bool) -> usize {
    let (mut start, mut told) = (text.len(), text.len());
    let mut sure = goes_on;
    loop {
        let rest = &text[..start];
        let whole = |at: usize| at == 0 || segment::ends_word(text, at);
        let word = |forms: &[&Forms]| {
            let form = Forms::longest_suffix(forms, rest)?;
            Some(rest.len() - form.len()).filter(|&at| whole(at))
        };
        let behind = goes_on || start < text.len();
        let how = || word(&[&DEEDS.how, &DEEDS.course, &CLAUSES.steadily, &CLAUSES.eagerly]).filter(|_| behind);
        let end = word(&[&DEEDS.befalls]).or_else(how).or_else(|| somewhere(rest).filter(|_| behind));
        sure |= end.is_some();
        let Some(at) = end.or_else(|| word(&[&DEEDS.carried_on]).filter(|_| !goes_on)) else { return told };
        start = at;
        if sure {
            told = start;
        }
    }
}

/// How long the name of a place may be at which something became so, in characters (川, 云岭).
const NAME: usize = 2;

/// 学科|在国际可比领域: where the words begin that tell where it became so.
fn somewhere(text: &str) -> Option<usize> {
    let (before, place) = text.rsplit_once(signs::at)?;
    // 央企|在川项目: what stands there is told apart by it.
    let near = place.chars().count() <= NAME || LISTS.field.suffix(place).is_some() && place.chars().count() <= WHERE;
    let whole = segment::ends_word(text, before.len()) && segment::ends_word(text, text.len() - place.len());
    (near && whole && before.chars().nth(1).is_some()).then_some(before.len())
}

/// 道路[全线贯通], 学校[建成投用]: whether a noun stands behind the number and then that it came into being.
pub(crate) fn is_finished(after: &str) -> bool {
    let phrase = until(after, &STOPS);
    let tail = &phrase[before_predicate(phrase).len()..];
    follows(after) && (CLAUSES.finished.is_in(tail) || DEEDS.befalls.is_in(tail))
}

/// 提档升级|村, 集聚|区（培育区）: whether a place alone stands behind a verb, which is part of its name.
fn is_place(rest: &str) -> bool {
    let behind = DEEDS.place.strip_prefix(rest);
    behind.is_some_and(|behind| {
        let works = || CLAUSES.construction.has(behind);
        behind.chars().next().is_none_or(|c| STOPS.contains(&c) || c == '（') || works()
    })
}

/// 95%医院|为老年人[设立通道]: without those for whom it is done.
fn without_whom(text: &str) -> &str {
    let served = DEEDS.for_whom.rfind(text).filter(|&(at, form)| {
        let whom = text[at + form.len()..].chars().count();
        (2..=SERVED).contains(&whom) && text[..at].chars().nth(1).is_some() && segment::ends_word(text, at)
    });
    served.map_or(text, |(at, _)| &text[..at])
}

/// 7家医院|基本[建成], 13项技术|首次[纳入]: without the words that say how far or when it became so.
fn without_degree(text: &str) -> &str {
    let words = [&CLAUSES.largely, &CLAUSES.freshly, &CLAUSES.sum_mark, &CLAUSES.ahead];
    let shorter = words.iter().find_map(|forms| forms.strip_suffix(text)).filter(|rest| rest.chars().count() > 1);
    shorter.unwrap_or(text)
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

/// 耕地8亩[的红线]: whether what stands behind only says what kind of bound the number is.
pub(crate) fn is_bound(after: &str) -> bool {
    let noun = after.strip_prefix(signs::of).map(|noun| until(noun, &STOPS));
    noun.is_some_and(|noun| DEEDS.bound_noun.has(noun))
}

/// 维持在85%[的较低水平]: whether what stands behind only says that the number is a level.
pub(crate) fn is_level(after: &str) -> bool {
    let noun = after.strip_prefix(signs::of).map(|noun| until(noun, &STOPS));
    noun.is_some_and(|noun| {
        let level = CLAUSES.mark_reached.suffix(noun).filter(|_| CLAUSES.measure.suffix(noun).is_some());
        level.is_some_and(|level| noun[..noun.len() - level.len()].chars().count() <= KIND)
    })
}

/// 300名教师[深入乡村]: what people go and do, where who they are stands before the number.
pub(crate) fn goes_out(after: &str) -> bool {
    DEEDS.goes_out.prefix(after).is_some_and(|form| {
        let behind = after[form.len()..].chars();
        behind.take_while(|c| !STOPS.contains(c)).nth(1).is_some() && segment::ends_word(after, form.len())
    })
}

/// The noun behind its modifiers (优势明显的|产业集群); before 的 where a mere 任务 follows, or where people are meant.
fn behind_modifiers(text: &str, people: bool) -> &str {
    let Some((before, noun)) = text.rsplit_once(signs::of) else { return text };
    let generic = CLAUSES.mere_work.suffix(noun).is_some() && noun.chars().count() <= SHORT;
    // 8名[生活困难的老人]: who they are stands behind a quality.
    let who = [&CLAUSES.people, &DEEDS.actor].iter().any(|forms| forms.suffix(noun).is_some());
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
    let predicate = CLAUSES.predicate.prefix(after).is_some_and(|form| {
        segment::ends_word(after, form.len()) && !is_place(&after[form.len()..]) && !describes(form, after)
    });
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

/// 发放5亿元[消费券]: a sum of what stands behind it, rather than a sum spent on something.
pub(crate) fn is_fund(quantity: &Quantity, after: &str) -> bool {
    let noun = until(after, &STOPS).trim_end_matches('”');
    let acts = CLAUSES.add.prefix(after).is_some() || CLAUSES.spent_on.prefix(after).is_some();
    quantity.dimension == Dimension::Money && !acts && CLAUSES.fund.suffix(noun).is_some()
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
    fn money_is_spent_on_work_or_given_out_as_a_fund() {
        assert_eq!(investment("实施管网改造").as_deref(), Some("管网改造投资"));
        assert_eq!(investment("建设了滨河公园，").as_deref(), Some("滨河公园投资"));
        assert_eq!(investment("以上"), None);
        for (text, after, fund) in [("5亿元", "消费券", true), ("5亿元", "用于养老补贴", false), ("5家", "基金", false)]
        {
            assert_eq!(is_fund(&crate::quantity::scan(text)[0], after), fund, "{text}{after}");
        }
    }
}
