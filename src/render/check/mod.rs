//! Findings of `plan check`: one file a format.

pub mod github;
pub mod json;
pub mod junit;
pub mod sarif;
pub mod text;

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, Write},
};

use schemars::JsonSchema;
use serde::Serialize;

use crate::check::{Report, Severity};

/// What `write` writes, as one text.
pub fn text_of(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> String {
    let mut out = Vec::new();
    // Memory takes all: an error cannot arise.
    write(&mut out).unwrap_or_default();
    String::from_utf8(out).unwrap_or_default()
}

/// How many findings there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Totals {
    /// Documents looked at.
    pub documents: usize,
    /// Findings that are errors.
    pub errors: usize,
    /// Findings that are warnings.
    pub warnings: usize,
    /// Findings that are worth a look.
    pub infos: usize,
    /// Findings that `plan check --fix` mends.
    pub fixable: usize,
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
            fixable: reports.iter().flat_map(|r| &r.findings).filter(|f| !f.edits.is_empty()).count(),
        }
    }

    /// `2 errors, 3 warnings, 1 info in 4 documents (1 fixable with --fix)`.
    pub fn shown(self) -> String {
        let fixable = if self.fixable > 0 { format!(" ({} fixable with --fix)", self.fixable) } else { String::new() };
        let many = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
        format!(
            "{}, {}, {} info in {}{fixable}",
            many(self.errors, "error"),
            many(self.warnings, "warning"),
            self.infos,
            many(self.documents, "document")
        )
    }
}

/// How often one rule found something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
struct Count {
    code: &'static str,
    severity: Severity,
    count: usize,
    documents: usize,
    fixable: usize,
}

/// How often each rule found something, most often first.
fn by_rule(reports: &[Report]) -> Vec<Count> {
    let mut counts: BTreeMap<&'static str, Count> = BTreeMap::new();
    for report in reports {
        let mut told = BTreeSet::new();
        for finding in &report.findings {
            let (code, severity) = (finding.code(), finding.severity);
            let none = Count { code, severity, count: 0, documents: 0, fixable: 0 };
            let count = counts.entry(code).or_insert(none);
            count.count += 1;
            count.documents += usize::from(told.insert(code));
            count.fixable += usize::from(!finding.edits.is_empty());
        }
    }
    let mut counts: Vec<Count> = counts.into_values().collect();
    counts.sort_by_key(|count| (std::cmp::Reverse(count.count), count.code));
    counts
}

#[cfg(test)]
mod tests;
