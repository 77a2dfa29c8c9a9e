//! Heads around starting values: 由60%提高到65%, 从2020年的28家增加到40家, 在41%的基础上.

use crate::{
    lexicon::{CLAUSES, signs},
    quantity::Quantity,
    span::Span,
};

use super::{
    left::{self, Frame, Head, Stretch},
    parts::{Clause, Start},
    verdict::opening,
};

/// The head of the number at `stretch`, whose words begin at `from`; `counted` where a counted noun stands behind it.
pub(super) fn head(clause: &Clause<'_>, from: usize, stretch: Stretch, counted: bool) -> Head {
    let frame = Frame { numbers: clause.numbers, times: clause.times, place: clause.place, counted };
    left::read(clause.text, from, stretch, &frame)
}

/// The value on which a clause builds (在2020年41%的基础上).
pub(super) fn base(clause: &Clause<'_>, quantity: &Quantity) -> Start {
    let year = clause.times.iter().rfind(|t| t.span.end <= quantity.span.start && clause.span.contains(t.span));
    Start::of(quantity, year.and_then(|t| t.end))
}

/// The value from which another starts, in the words from `from` on.
pub(super) fn start(clause: &Clause<'_>, from: usize, quantity: &Quantity) -> Start {
    let year = clause.times.iter().rfind(|t| t.span.end <= quantity.core.start && t.span.start >= from);
    Start::of(quantity, year.and_then(|t| t.end))
}

/// The subject of a clause that only names a starting value.
pub(super) fn base_subject(clause: &Clause<'_>) -> Option<String> {
    let base = clause.base.as_ref()?;
    let Span { start, .. } = base.stretch.span;
    let time = clause.times.iter().find(|t| t.span.end == start && clause.span.contains(t.span));
    let stretch = base.stretch.opening_at(time.map_or(start, |time| time.span.start));
    Some(head(clause, clause.span.start, stretch, false).subject).filter(|subject| !subject.is_empty())
}

/// 企业在现有|28家的基础上: without the words that say that there are so many.
fn without_at_hand(subject: &str) -> &str {
    CLAUSES.at_hand.strip_suffix(subject).map_or(subject, |before| before.trim_end_matches(signs::at))
}

/// The head of a number with a starting value: the subject stands before 由, the governing verb behind the start.
pub(super) fn head_with_start(clause: &Clause<'_>, from: usize, start: &Start, quantity: &Quantity) -> Head {
    let opens = |number| opening::before(clause.text, clause.times, from, number);
    let Stretch { span, core, .. } = start.stretch;
    let bracket = || opening::bracket(clause.text, clause.times, from, core.start);
    let at = opens(core.start).or_else(|| opens(span.start)).or_else(bracket).unwrap_or(span.start);
    let mut subject = head(clause, from, start.stretch.opening_at(at), false);
    subject.subject = without_at_hand(&subject.subject).to_owned();
    let reach = head(clause, span.end.max(from), quantity.into(), false);
    // 由5个|部门[精简为3个]
    if !left::is_named(&subject.subject) && left::is_named(&reach.subject) {
        subject.subject.clone_from(&reach.subject);
    }
    let each = subject.each || reach.each || CLAUSES.respective.is_in(&clause.text[at..span.end]);
    Head { governor: reach.governor, quote_start: reach.quote_start, each, ..subject }
}
