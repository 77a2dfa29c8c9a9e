//! Whether a plan text is sound: lost tables, broken sentences, numbers that contradict each other.
//!
//! A rule is one file below `rules/`; the registry lists them all; [`check`] runs them over a reading. Findings can be
//! switched off by rule ([`Levels`]), set aside with a reason ([`suppress`]) or by a baseline ([`baseline`]); what a text must
//! yield is held by its expectations ([`expect`]). Knows nothing of files: the binary reads and writes them.

pub mod baseline;
pub mod config;
pub mod context;
pub mod diagnostic;
pub mod docs;
pub mod expect;
pub mod fix;
mod keys;
mod label;
mod levels;
mod numbered;
pub mod registry;
mod rules;
pub mod suppress;

use std::collections::HashMap;

pub use config::Config;
pub use diagnostic::{Finding, Severity};
pub use levels::Levels;
pub use registry::{RULES, Rule};

use crate::{analysis::Reading, source::Document, span::Span};

/// What a run is told.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Which rules run, and how much they weigh.
    pub levels: Levels,
    /// The plan period that the project expects.
    pub period: Option<(i32, i32)>,
}

/// The findings of one document.
#[derive(Clone, Debug)]
pub struct Report {
    /// The path it was read from.
    pub path: String,
    /// The text that all places refer to.
    pub text: String,
    /// In document order.
    pub findings: Vec<Finding>,
}

/// Runs the rules over `reading`; the findings come in document order.
pub fn check(reading: &Reading, options: &Options) -> Vec<Finding> {
    let context = context::Context { reading, expected_period: options.period };
    let mut findings: Vec<Finding> = Vec::new();
    for rule in RULES {
        let Some(severity) = options.levels.of(rule) else { continue };
        let hits = (rule.check)(&context).into_iter();
        findings.extend(hits.map(|hit| Finding::new(&reading.document, rule.code, severity, rule.help, hit)));
    }
    settle(&mut findings);
    findings
}

/// A finding for what `document` does not yield, where the rule runs.
pub fn unmet(document: &Document, difference: String, options: &Options) -> Option<Finding> {
    outside("project.expectation", document, difference, options)
}

/// A finding for an entry read at `origin` that sets nothing of `document` aside, where the rule runs.
pub fn unused(document: &Document, origin: &str, options: &Options) -> Option<Finding> {
    outside("project.unused-suppression", document, format!("{origin} sets nothing aside"), options)
}

/// A finding at the start of `document` that no rule makes by itself.
fn outside(code: &str, document: &Document, message: String, options: &Options) -> Option<Finding> {
    let rule = registry::find(code)?;
    let severity = options.levels.of(rule)?;
    let start = document.text.find(|c: char| !c.is_whitespace()).unwrap_or(0);
    let end = document.text[start..].find('\n').map_or(document.text.len(), |at| start + at);
    // The name before the colon stays the same when numbers change.
    let key = message.split(':').next().map(str::to_owned);
    let hit = diagnostic::Hit { key, ..diagnostic::Hit::new(Span::new(start, end), message) };
    Some(Finding::new(document, rule.code, severity, rule.help, hit))
}

/// Sorts `findings` and tells apart those that share rule and text.
pub fn settle(findings: &mut [Finding]) {
    findings.sort_by_key(|finding| (finding.span, finding.code));
    let mut seen: HashMap<(&str, String), usize> = HashMap::new();
    for finding in findings {
        let nth = seen.entry((finding.code, finding.key.clone())).or_default();
        *nth += 1;
        finding.fingerprint = diagnostic::fingerprint(finding.code, &finding.key, *nth);
    }
}

#[cfg(test)]
mod tests;
