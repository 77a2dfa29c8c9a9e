//! Whether a number comes about each year, or is one against the year before.

use super::passage::Passage;
use crate::{judge::dating, lexicon::CLAUSES, quantity::Quantity, span::Span, statement::Change, time::TimeRole};

/// Whether the number comes about anew each year: 每年, or so much more or less 年均.
pub(super) fn is_recurring(text: &str, clause: Span, quantity: &Quantity, change: Change) -> bool {
    let before = &text[clause.start..quantity.core.start];
    let moved = matches!(change, Change::Increment | Change::Decrement);
    let by_year = CLAUSES.by_year.is_in(before) || CLAUSES.year_after_year.is_in(before) || opens_a_rate(before);
    CLAUSES.every_year.is_in(&text[clause.start..quantity.span.end]) || moved && by_year
}

/// 年新增, 财政收入年增长: whether 年 stands before a verb of growth or fall, at the head of the clause or behind a measure.
fn opens_a_rate(before: &str) -> bool {
    before.match_indices('年').any(|(at, year)| {
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
