//! The noun behind a number where a list stands there: which of its members the number counts (20个[蔬菜基地]、特色果园3万亩).

use crate::{
    lexicon::{CLAUSES, DEEDS, LISTS, VERDICTS, signs},
    time::TimeMention,
};

use super::{
    became::{KIND, SHORT, STOPS, before_predicate, is_event, is_outside},
    list,
    verb::is_verb_of_its_own,
};

/// 20个[蔬菜基地、]特色果园3万亩: without the last name of the list in `after`, which the next number tells of.
pub(super) fn before_next(after: &str) -> &str {
    let end = after.rmatch_indices('、').map(|(at, _)| at).find(|&at| is_outside(after, at));
    let Some((at, last)) = end.map(|at| (at, &after[at + '、'.len_utf8()..])) else { return after };
    let goes_on = CLAUSES.conjunction_of_names.suffix(last).is_some();
    let named = last.chars().nth(1).is_some() && before_predicate(last) == last && !last.contains(STOPS) && !goes_on;
    if named { &after[..at + '、'.len_utf8()] } else { after }
}

/// 在17个[县]开展|医养结合试点: the trial that so many places carry out, from what stands `before` their number and `after` it.
pub(super) fn tried_out(before: &str, after: &str) -> Option<String> {
    before.strip_suffix(signs::at)?;
    piloted(after).map(str::to_owned)
}

/// 县开展|医养结合试点: what is tried out in the places that `after` opens with, where it has a name.
pub(crate) fn piloted(after: &str) -> Option<&str> {
    let phrase = &after[..after.find(STOPS).unwrap_or(after.len())];
    let named = VERDICTS.pilot.strip_suffix(phrase)?;
    let trials = named.char_indices().skip(1).filter_map(|(at, _)| {
        let verb = CLAUSES.add.prefix(&named[at..]).filter(|verb| verb.chars().nth(1).is_some())?;
        Some(&phrase[at + verb.len()..])
    });
    trials.take(1).find(|trial| trial.chars().count() > SHORT)
}

/// 3座[水厂]2027年通水: up to the first of `times`, in a text whose clause ends at `end`, behind which nothing stands but what became of
/// what is counted; `from` is where `after` begins.
pub(super) fn before_date<'t>(
    (text, end): (&str, usize),
    times: &[TimeMention],
    (from, after): (usize, &'t str),
) -> &'t str {
    let first = times.partition_point(|time| time.span.start < from);
    let near = times.get(first).filter(|time| time.span.start < from + after.len() && time.span.end <= end);
    let Some(time) = near.filter(|_| text[from..].starts_with(after)) else { return after };
    let noun = &after[..time.span.start - from];
    let event = time.dates() && is_event(&text[time.span.end..end]);
    if event && noun.chars().count() != 1 { noun } else { after }
}

/// Up to 等, and up to the 、 that begins the next member unless a 的 behind it shows that the list modifies the noun, or the
/// number counts the members together.
pub(super) fn list_head<'t>(text: &'t str, unit: &str) -> &'t str {
    if let Some(who) = behind_examples(text, unit) {
        return who;
    }
    let text = match list::illustrated(text).filter(|&at| text[..at].chars().nth(1).is_some()) {
        Some(at) => &text[..at],
        _ => text,
    };
    // Behind the last member a number stands: the list is told member by member.
    let told = text.ends_with('、');
    let text = text.strip_suffix('、').unwrap_or(text);
    let text = before_named(text);
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

/// 视力、听力等[残疾人]: those who are counted, behind examples of what they have.
fn behind_examples<'t>(text: &'t str, unit: &str) -> Option<&'t str> {
    let at = list::illustrated(text).filter(|_| CLAUSES.person_unit.has(unit))?;
    let who = |name: &str| CLAUSES.people.suffix(name).or(DEEDS.actor.suffix(name)).is_some();
    let noun = before_predicate(text[at..].trim_start_matches(signs::and_so_on));
    (text[..at].contains('、') && !text[..at].split('、').any(who) && who(noun)).then_some(noun)
}

/// 6个[县]和两河、青山区: a kind of places alone, before others that are named.
fn before_named(text: &str) -> &str {
    let Some(first) = text.chars().next().map(|c| &text[..c.len_utf8()]).filter(|kind| DEEDS.place.has(kind)) else {
        return text;
    };
    let others = CLAUSES.conjunction_of_names.strip_prefix(&text[first.len()..]);
    if others.is_some_and(|others| others.chars().nth(KIND).is_some()) { first } else { text }
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
    let mut members = list.split('、');
    let (Some(first), Some(second)) = (members.next(), members.next()) else { return false };
    // 10万吨级航道、青江航道: a thing of the same kind with a name of its own.
    let another = second.len() > first.len() && second.ends_with(first);
    first.chars().count() <= KIND && second.chars().count() <= SHORT && !another
}

/// Whether what stands behind 、 tells more of the thing counted (53个奖项、比上次增长47%) or counts anew (16条产业链、18个专业镇), and
/// is no member of a list.
fn begins_a_clause(text: &str) -> bool {
    CLAUSES.tells_more.prefix(text).is_some() || text.starts_with(|c: char| c.is_ascii_digit())
}
