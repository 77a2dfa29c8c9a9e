//! Whether a number comes about each year, against last year or since an earlier state, and what the clause before said.

use crate::{
    judge::dating,
    lexicon::{CLAUSES, signs},
    quantity::Quantity,
    span::Span,
    statement::Change,
    time::TimeRole,
};

use super::passage::Passage;

/// The clause before the one at `clause`.
pub(super) fn before_clause(text: &str, clause: Span) -> &str {
    let before = text[..clause.start].trim_end_matches(['，', '；']);
    &before[before.rfind(['，', '；', '。']).unwrap_or(0)..]
}

/// The longest number of years before 年前, in characters.
const AGO: usize = 3;

/// Whether `before` compares with an earlier state that is no last year (较3年前, 比上次, 比上届).
pub(super) fn is_since(before: &str) -> bool {
    let than = CLAUSES.than.rfind(before).map(|(at, word)| &before[at + word.len()..]);
    than.is_some_and(|than| {
        let years = CLAUSES.years_ago.find(than).is_some_and(|(at, _)| than[..at].chars().count() <= AGO);
        years || CLAUSES.last_round.prefix(than).is_some()
    })
}

/// Whether the number comes about anew each year: 每年, or so much more or less 年均.
pub(super) fn is_recurring(text: &str, clause: Span, quantity: &Quantity, change: Change) -> bool {
    let before = &text[clause.start..quantity.core.start];
    let moved = matches!(change, Change::Increment | Change::Decrement);
    let by_year = CLAUSES.by_year.is_in(before) || CLAUSES.year_after_year.is_in(before) || opens_a_rate(before);
    CLAUSES.every_year.is_in(&text[clause.start..quantity.span.end]) || moved && by_year
}

/// 年新增, 财政收入年增长: whether 年 stands before a verb of growth or fall, at the head of the clause or behind a measure.
fn opens_a_rate(before: &str) -> bool {
    before.match_indices(signs::year).any(|(at, year)| {
        let rest = &before[at + year.len()..];
        let moves = CLAUSES.grow.prefix(rest).is_some() || CLAUSES.fall.prefix(rest).is_some();
        moves && (at == 0 || CLAUSES.measure.suffix(&before[..at]).is_some())
    })
}

/// Whether the number is one per year or against last year.
pub(super) fn is_yearly(passage: &Passage<'_>, clause: Span, quantity: &Quantity, before: &str) -> bool {
    CLAUSES.yearly_mark.is_in(before)
        || opens_a_rate(before)
        || dating::within(&passage.times, clause).iter().any(|t| {
            clause.contains(t.span)
                && t.span.end <= quantity.core.start
                && (t.role == TimeRole::Recurring || (t.role == TimeRole::Compared && t.relative))
        })
}
