//! Precision, recall and field accuracy of an analysis against a gold file.
//!
//! A found statement matches a gold one where their quotes share text, their kinds agree and their statuses agree; each
//! matches at most once, and the assignment is the best there is. Knows the result type and the gold file, not how the
//! result came about.

mod compare;
mod gold;
mod moved;
mod pair;
mod place;
mod report;
mod tasks;

pub use compare::Wrong;
pub use gold::{Gold, GoldError, GoldRecord, GoldStatus};
pub use report::{ClassReport, Finding, FindingKind, Report, Share};
pub use tasks::{GoldTask, TaskReport, evaluate_tasks, gold_tasks, is_tasks};

use std::ops::RangeInclusive;

use crate::analysis::{Analysis, Record};

/// Compares `analysis` of a document whose text is `text` with `gold`; `lines` restricts both sides to those lines.
pub fn evaluate(text: &str, analysis: &Analysis, gold: &Gold, lines: Option<RangeInclusive<usize>>) -> Report {
    let inside = |line: usize| lines.as_ref().is_none_or(|range| range.contains(&line));
    let golds: Vec<&GoldRecord> = gold.records.iter().filter(|record| inside(record.line)).collect();
    let founds: Vec<&Record> = analysis.commitments.iter().chain(&analysis.achievements).collect();
    let founds: Vec<&Record> = founds.into_iter().filter(|record| inside(record.source.line as usize)).collect();
    let pairs = pair::pair(text, &golds, &founds);
    report::build(text, &golds, &founds, &pairs)
}

#[cfg(test)]
mod tests;
