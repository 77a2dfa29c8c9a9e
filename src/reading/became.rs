//! What became of the thing behind a number (5个项目|顺利投产), and where its noun ends.

use crate::lexicon::{CLAUSES, DEEDS, Forms, LISTS, VERDICTS, segment, signs};

use super::{marks::names_another, subject::without_place};

/// The longest modifier or noun that tells nothing alone, in characters.
pub(super) const SHORT: usize = 4;

/// The longest name of a bare kind, in characters (机关, 小区).
pub(super) const KIND: usize = 2;

/// How long those may be for whom something is done, in characters.
const SERVED: usize = 5;

/// How long the name of the place may be where something became so, in characters.
pub(super) const WHERE: usize = 6;

/// How long a bracket inside a name may be, with its opening mark, in characters.
const BRACKET: usize = 5;

/// Marks that no counted noun reaches over.
pub(super) const STOPS: [char; 4] = ['，', '；', '。', '、'];

/// How long the name of a place may be at which something became so, in characters (川, 云岭, 新三板).
pub(super) const NAME: usize = 3;

/// 2027年[全线贯通], 6月底前[建成投用]: whether behind a time nothing stands but what became of a thing.
pub(crate) fn is_event(after: &str) -> bool {
    let phrase = until(after, &STOPS);
    let event = Forms::longest_suffix(&[&CLAUSES.finished, &DEEDS.befalls], phrase);
    let ways = [
        &DEEDS.course,
        &DEEDS.how,
        &CLAUSES.steadily,
        &CLAUSES.eagerly,
        &CLAUSES.largely,
        &CLAUSES.all_of,
        &CLAUSES.built,
    ];
    event.is_some_and(|event| {
        let how = &phrase[..phrase.len() - event.len()];
        how.is_empty() || ways.iter().any(|forms| forms.has(how))
    })
}

/// Whether no bracket or quotation mark of `text` holds what stands at `at`.
pub(super) fn is_outside(text: &str, at: usize) -> bool {
    let open = |open, close| text[..at].matches(open).count() > text[..at].matches(close).count();
    !open('（', '）') && !open('《', '》') && !open('“', '”')
}

/// `text` up to the first of `stops` outside quotation marks.
pub(super) fn until<'a>(text: &'a str, stops: &[char]) -> &'a str {
    let (mut depth, mut bracket) = (0i32, false);
    for (at, c) in text.char_indices() {
        match c {
            // 700个乡镇（街道）消防站: a short bracket inside the name.
            '（' if at > 0 && is_inner_bracket(&text[..at], &text[at..]) => bracket = true,
            '）' if bracket => bracket = false,
            _ if bracket => {}
            // （300个基地、100个优质专业）: the bracket in which the number stands.
            '）' if !text[..at].contains('（') => return &text[..at],
            '“' | '《' => depth += 1,
            '”' | '》' => depth -= 1,
            c if depth <= 0 && stops.contains(&c) => return &text[..at],
            _ => {}
        }
    }
    text
}

/// Whether the bracket that stands in `text` behind `lead` is short, or tells what a size is of (千亿级|（新能源汽车）产业集群), and the name
/// goes on behind it, or it tells what else the name may be.
fn is_inner_bracket(lead: &str, text: &str) -> bool {
    let length = if LISTS.kind_end.suffix(lead).is_some() { 2 * BRACKET } else { BRACKET };
    text.find('）').is_some_and(|close| {
        let behind = text[close + '）'.len_utf8()..].chars().next();
        let inside = text[..close].chars().count() <= length && behind.is_some_and(|c| !"，；。：、（）".contains(c));
        inside || names_another(lead, &text['（'.len_utf8()..close])
    })
}

/// Up to what became of the counted thing (5个项目|顺利投产).
pub(super) fn before_predicate(text: &str) -> &str {
    let whole = |at: usize, form: &str| segment::ends_word(text, at) && segment::ends_word(&text[at..], form.len());
    let text = before_catchword(text);
    let classes = [&CLAUSES.predicate, &CLAUSES.transitive, &DEEDS.acts];
    // 90%的县|达到标准
    let short = |at: usize| text[..at].chars().count() < 2 && !DEEDS.place.has(&text[..at]);
    let tells = |at: usize| {
        let form = Forms::longest_prefix(&classes, &text[at..]).or_else(|| done_by(text, at))?;
        let named = is_place(&text[at + form.len()..]);
        // 计划新|开工项目
        let fresh = text[..at].ends_with(signs::new) && CLAUSES.generic.prefix(&text[at + form.len()..]).is_some();
        // 改革|探索项目
        let modifies = DEEDS.acts.has(form)
            && [&CLAUSES.generic, &CLAUSES.works].iter().any(|things| things.has(&text[at + form.len()..]));
        let told = whole(at, form) && !named && !fresh && !modifies;
        (told && (!short(at) || CLAUSES.transitive.has(form))).then_some(form)
    };
    // 技术开发|和|推广应用项目: a verb that is joined to a noun is a noun as well.
    let joined = |at: usize| CLAUSES.conjunction_of_names.suffix(&text[..at]).is_some();
    let found = text.char_indices().skip(1).find(|&(at, _)| tells(at).is_some() && is_outside(text, at) && !joined(at));
    match found {
        // 16万人|进城落户: what people do, of whom nothing else is told.
        Some((at, _)) if DEEDS.goes_out.has(&text[..at]) => text,
        Some((at, _)) if !text[at..].contains(signs::of) => {
            // 县级城市|新[获评示范城市]
            let told = text[..at].trim_end_matches(signs::new);
            // 村|尚未[通车]
            let told = before_end(DEEDS.not_yet.strip_suffix(told).unwrap_or(told), true);
            without_whom(without_place(without_degree(told)))
        }
        _ => before_end(text, false),
    }
}

/// Whether `name` ends in a word for people or for a body that acts.
pub(super) fn is_who(name: &str) -> bool {
    [&CLAUSES.people, &DEEDS.actor].iter().any(|forms| forms.suffix(name).is_some())
}

/// 部门|制定|支持文件, unlike 社区|治理|中心: the verb at `at` of `text` by which those who are counted bring something about, where no work is named so.
fn done_by(text: &str, at: usize) -> Option<&'static str> {
    let form =
        CLAUSES.add.prefix(&text[at..]).filter(|form| form.chars().nth(1).is_some() && !CLAUSES.activity.has(form))?;
    let thing = text[at + form.len()..].chars().nth(1).is_some();
    (thing && is_who(&text[..at])).then_some(form)
}

/// 高频事项[“一网通办”], unlike 乡村振兴“领头雁”: without the catchword at the end that tells what became of the things before it.
fn before_catchword(text: &str) -> &str {
    let quoted = text.strip_suffix('”').and_then(|text| text.rsplit_once('“'));
    let told = quoted
        .filter(|(things, words)| things.chars().nth(1).is_some() && DEEDS.told_in_quotes.suffix(words).is_some());
    told.map_or(text, |(things, _)| things)
}

/// 3所|达标学校: a standard that is met, before the noun of what meets it.
pub(super) fn describes(form: &str, after: &str) -> bool {
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
pub(super) fn end_begins(text: &str, goes_on: bool) -> usize {
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
        let end = word(&[&DEEDS.befalls, &DEEDS.told_last]).or_else(how).or_else(|| somewhere(rest).filter(|_| behind));
        sure |= end.is_some();
        let not_yet = || word(&[&DEEDS.not_yet]).filter(|_| behind);
        let end = end.or_else(not_yet).or_else(|| word(&[&DEEDS.carried_on]).filter(|_| !goes_on));
        let Some(at) = end else { return told };
        start = at;
        if sure {
            told = start;
        }
    }
}

/// 学科|在国际可比领域: where the words begin that tell where it became so.
fn somewhere(text: &str) -> Option<usize> {
    let (before, place) = text.rsplit_once(signs::at)?;
    // 央企|在川项目: what stands there is told apart by it.
    let thing = CLAUSES.generic.suffix(place).is_some();
    let near = !thing && place.chars().count() <= NAME
        || LISTS.field.suffix(place).is_some() && place.chars().count() <= WHERE;
    let whole = segment::ends_word(text, before.len()) && segment::ends_word(text, text.len() - place.len());
    (near && whole && before.chars().nth(1).is_some()).then_some(before.len())
}

/// 提档升级|村, 集聚|区（培育区）: whether a place alone stands behind a verb, which is part of its name.
pub(super) fn is_place(rest: &str) -> bool {
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

/// 重点项目陆续投产, 高中实现全覆盖: whether `text` tells what became of a thing, in more than a verb behind its name.
pub(super) fn is_ended(text: &str) -> bool {
    let all = CLAUSES.achieve.rfind(text).is_some_and(|(at, verb)| VERDICTS.covers_all.has(&text[at + verb.len()..]));
    let verb = Forms::longest_suffix(&[&CLAUSES.put_to_work, &CLAUSES.predicate, &DEEDS.befalls], text);
    let told = verb.map_or("", |verb| &text[..text.len() - verb.len()]);
    let ways = [&DEEDS.how, &DEEDS.course, &CLAUSES.freshly, &CLAUSES.steadily, &CLAUSES.eagerly];
    let how = Forms::longest_suffix(&ways, told).map_or("", |how| &told[..told.len() - how.len()]);
    all || how.chars().nth(1).is_some() && segment::ends_word(text, how.len()) && segment::ends_word(text, told.len())
}

/// 有望如期|完成: behind the words that say how or when it comes about.
pub(super) fn behind_ways(text: &str) -> &str {
    let mut rest = text;
    while let Some(way) = Forms::longest_prefix(&[&DEEDS.how, &DEEDS.course, &CLAUSES.steadily], rest) {
        if !segment::ends_word(rest, way.len()) {
            break;
        }
        rest = &rest[way.len()..];
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_told_without_a_noun() {
        assert!(is_event("全线贯通，") && is_event("建成投用"));
        assert!(!is_event("新建的水厂通水") && !is_event("重点项目"));
    }
}
