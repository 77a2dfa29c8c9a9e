//! Findings of `plan check`: one file a format.

pub mod github;
pub mod json;
pub mod junit;
pub mod sarif;
pub mod text;

use serde::Serialize;

use crate::check::{Report, Severity};

/// How many findings there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// Documents looked at.
    pub documents: usize,
    /// Findings that are errors.
    pub errors: usize,
    /// Findings that are warnings.
    pub warnings: usize,
    /// Findings that are worth a look.
    pub infos: usize,
}

impl Totals {
    /// Counts the findings of `reports`.
    pub fn of(reports: &[Report]) -> Self {
        let count = |severity| reports.iter().flat_map(|r| &r.findings).filter(|f| f.severity == severity).count();
        Self {
            documents: reports.len(),
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            infos: count(Severity::Info),
        }
    }

    /// `2 errors, 3 warnings, 1 info in 4 documents`.
    pub fn shown(self) -> String {
        let many = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
        format!(
            "{}, {}, {} info in {}",
            many(self.errors, "error"),
            many(self.warnings, "warning"),
            self.infos,
            many(self.documents, "document")
        )
    }
}

/// How often each rule found something, most often first.
fn by_rule(reports: &[Report]) -> Vec<(&'static str, usize)> {
    let mut counts: Vec<(&'static str, usize)> = Vec::new();
    for finding in reports.iter().flat_map(|report| &report.findings) {
        match counts.iter_mut().find(|(code, _)| *code == finding.code) {
            Some((_, count)) => *count += 1,
            None => counts.push((finding.code, 1)),
        }
    }
    counts.sort_by_key(|&(code, count)| (std::cmp::Reverse(count), code));
    counts
}

#[cfg(test)]
mod tests;
