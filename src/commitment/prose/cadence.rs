//! Whether a number comes about each year, against last year or since an earlier state, and what the clause before said.

use crate::{
    judge::dating::{self, Dated},
    lexicon::{CLAUSES, numerals::below_hundred, signs},
    outline::Part,
    quantity::Quantity,
    reading::{numbering, scene::Scene, sentence},
    span::Span,
    statement::Change,
    time::TimeRole,
};

use crate::commitment::passage::Passage;

/// The clause before the one at `clause`.
pub(super) fn before_clause(text: &str, clause: Span) -> &str {
    let before = sentence::back(text, clause.start).trim_end_matches(['，', '；']);
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

/// Whether `before` ends in a span of years and the verb that moves the number over them (财政收入3年|增长, 五年累计|增长); 连续3年
/// and 第3年 say something else.
pub(super) fn is_over_years(before: &str) -> bool {
    let moved = CLAUSES.grow.rfind(before).into_iter().chain(CLAUSES.fall.rfind(before)).map(|(at, _)| at).max();
    let Some(mut spanned) = moved.map(|at| &before[..at]) else { return false };
    while let Some(rest) = CLAUSES.sum_mark.strip_suffix(spanned).or_else(|| CLAUSES.span_end.strip_suffix(spanned)) {
        spanned = rest;
    }
    numbering::before_years(spanned).len() < spanned.len() || numbering::years(spanned) == Some("")
}

/// Whether a time of more than one year dates the number: the span of `dated`, or the part of a report that reviews as many.
pub(super) fn spans_years(passage: &Passage<'_>, dated: Option<&Dated>) -> bool {
    // 创10年来新高: since when, not over how long.
    let years = |dated: &Dated| !dated.as_of && dated.start.zip(dated.year).is_some_and(|(first, last)| first < last);
    let reviews = passage.paragraph.standing.is_some_and(|standing| standing.part == Part::ReviewPeriod);
    dated.map_or(reviews, years)
}

/// 三年内新建8所，五年累计80所: whether `clause` opens with as many years as the plan of `scene` has, whose end dates it.
pub(super) fn spans_the_plan(scene: &Scene, clause: &str) -> bool {
    let years = scene.frame.period.map(|(first, last)| last - first + 1);
    below_hundred(clause)
        .filter(|&(_, len)| {
            clause[len..].strip_prefix(signs::year).is_some_and(|rest| CLAUSES.sum_mark.prefix(rest).is_some())
        })
        .is_some_and(|(count, _)| i32::try_from(count).ok() == years)
}

/// Whether the number comes about anew each year: 每年, or so much more or less 年均.
pub(super) fn is_recurring(text: &str, clause: Span, quantity: &Quantity, change: Change) -> bool {
    let before = &text[clause.start..quantity.core.start];
    let moved = matches!(change, Change::Increment | Change::Decrement);
    let by_year = || {
        let told = [&CLAUSES.by_year, &CLAUSES.year_after_year].iter().any(|words| words.is_in(before));
        told || opens_a_rate(before) || numbering::each_year(before).is_some() || goes_on_each_year(text, clause)
    };
    moved && by_year() || CLAUSES.every_year.is_in(&text[clause.start..quantity.span.end])
}

/// 每年举办招聘会50场，|提供岗位1万个: whether a clause goes on with what is done each year, unlike 每年新建5个，|五年共25个.
fn goes_on_each_year(text: &str, clause: Span) -> bool {
    let before = sentence::back(text, clause.start);
    let before = before.rsplit(['；', '。', '\n', '：']).next().unwrap_or(before);
    let each =
        CLAUSES.every_year.rfind(before).filter(|&(at, _)| before[..at].is_empty() || before[..at].ends_with('，'));
    let totals = [&CLAUSES.sum_mark, &CLAUSES.altogether, &CLAUSES.scope, &CLAUSES.built];
    let summed = totals.iter().any(|words| words.is_in(clause.of(text)));
    each.is_some_and(|(at, word)| !before[at + word.len()..].contains(signs::year))
        && !summed
        && !clause.of(text).contains(signs::year)
}

/// 年新增, 财政收入年增长: whether 年 stands before a verb of growth or fall, at the head of the clause or behind a measure.
fn opens_a_rate(before: &str) -> bool {
    before.match_indices(signs::year).any(|(at, year)| {
        let rest = &before[at + year.len()..];
        let moves = CLAUSES.grow.prefix(rest).is_some() || CLAUSES.fall.prefix(rest).is_some();
        moves && (at == 0 || CLAUSES.measure.suffix(&before[..at]).is_some())
    })
}

/// Whether a word of years stands in `before` that opens no name of a measure (细颗粒物年均|浓度, unlike 年均|增速).
fn is_marked_yearly(before: &str) -> bool {
    CLAUSES.yearly_mark.rfind(before).is_some_and(|(at, mark)| {
        let rest = &before[at + mark.len()..];
        let named = CLAUSES.by_year.has(mark) && CLAUSES.measure.prefix(rest).is_some();
        !named || CLAUSES.rate_of_change.prefix(rest).is_some()
    })
}

/// Whether the number is one per year or against last year.
pub(super) fn is_yearly(passage: &Passage<'_>, clause: Span, quantity: &Quantity, before: &str) -> bool {
    is_marked_yearly(before)
        || opens_a_rate(before)
        || dating::within(&passage.times, clause).iter().any(|t| {
            clause.contains(t.span)
                && t.span.end <= quantity.core.start
                && (t.role == TimeRole::Recurring || (t.role == TimeRole::Compared && t.relative))
        })
}
