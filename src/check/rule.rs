//! What a rule is.

use super::{
    context::Context,
    diagnostic::{Hit, Severity},
};

/// A rule: what it is for, what it finds, and how.
#[derive(Debug)]
pub struct Rule {
    /// Family and name: `structure.numbering-gap`.
    pub code: &'static str,
    /// How much its findings weigh.
    pub severity: Severity,
    /// What it finds, in one line.
    pub summary: &'static str,
    /// Why that matters, and where the rule keeps silent.
    pub why: &'static str,
    /// What to do about a finding.
    pub help: &'static str,
    /// Texts in which it finds something.
    pub fires: &'static [&'static str],
    /// Texts that look alike and in which it must find nothing.
    pub passes: &'static [&'static str],
    /// Finds.
    pub check: fn(&Context<'_>) -> Vec<Hit>,
}

impl Rule {
    /// The part of the code before the dot.
    pub fn family(&self) -> &'static str {
        self.code.split('.').next().unwrap_or(self.code)
    }
}

/// Whether `name`, a code or a family, is or holds `code`.
pub(super) fn is_named(code: &str, name: &str) -> bool {
    code.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}
