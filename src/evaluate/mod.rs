//! Precision, recall and field accuracy of an analysis against a gold file.
//!
//! A found statement matches a gold one where their quotes share text, their kinds agree and their statuses agree; each
//! matches at most once, and the assignment is the best there is. Knows the result type and the gold file, not how the
//! result came about.

mod compare;
mod gold;
mod moved;
mod place;
mod report;
mod tasks;

pub use compare::Wrong;
pub use gold::{Gold, GoldError, GoldRecord, GoldStatus};
pub use report::{ClassReport, Finding, FindingKind, Report, Share};
pub use tasks::{GoldTask, TaskReport, evaluate_tasks, gold_tasks, is_tasks};

use std::ops::RangeInclusive;

use crate::{
    analysis::{Analysis, Record},
    assign,
    commitment::Kind,
    span::Span,
};

/// A gold record and a found one that overlap, by their places in the two lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Pair {
    gold: usize,
    found: usize,
    same_status: bool,
}

/// Compares `analysis` of a document whose text is `text` with `gold`; `lines` restricts both sides to those lines.
pub fn evaluate(text: &str, analysis: &Analysis, gold: &Gold, lines: Option<RangeInclusive<usize>>) -> Report {
    let inside = |line: usize| lines.as_ref().is_none_or(|range| range.contains(&line));
    let golds: Vec<&GoldRecord> = gold.records.iter().filter(|record| inside(record.line)).collect();
    let founds: Vec<&Record> = analysis.commitments.iter().chain(&analysis.achievements).collect();
    let founds: Vec<&Record> = founds.into_iter().filter(|record| inside(record.source.line)).collect();
    let pairs = pair(text, &golds, &founds);
    report::build(text, &golds, &founds, &pairs)
}

/// The best one-to-one assignment of found to gold statements whose quotes overlap and whose kinds agree.
fn pair(text: &str, golds: &[&GoldRecord], founds: &[&Record]) -> Vec<Pair> {
    let found_spans: Vec<Span> = founds.iter().map(|found| found_span(text, found)).collect();
    let mut edges = Vec::new();
    for (g, gold) in golds.iter().enumerate() {
        let Some(kind) = gold.counted_kind() else { continue };
        for (f, found) in founds.iter().enumerate() {
            if found.kind == kind && found_spans[f].overlaps(gold.span) {
                edges.push(assign::Edge { left: g, right: f, weight: weight(gold, found) });
            }
        }
    }
    let pairs = assign::best(&edges).into_iter();
    pairs.map(|(gold, found)| Pair { gold, found, same_status: golds[gold].status.is(founds[found].status) }).collect()
}

/// The place of a found statement without white space at its ends.
fn found_span(text: &str, found: &Record) -> Span {
    place::trimmed(text, Span::new(found.source.start, found.source.end))
}

/// What a pair is worth: status first, then that there is a pair at all, then the value, then the indicator.
fn weight(gold: &GoldRecord, found: &Record) -> i64 {
    let status = i64::from(gold.status.is(found.status)) * 1_000_000_000;
    let value = i64::from(compare::value_agrees(gold, found)) * 100_000;
    status + 10_000_000 + value + compare::permille(compare::indicator_similarity(gold, found))
}

/// The classes that are reported.
fn classes() -> [(&'static str, GoldStatus, Kind); 3] {
    [
        ("target/quantity", GoldStatus::Target, Kind::Quantity),
        ("target/milestone", GoldStatus::Target, Kind::Milestone),
        ("achieved/quantity", GoldStatus::Achieved, Kind::Quantity),
    ]
}

#[cfg(test)]
mod tests;
