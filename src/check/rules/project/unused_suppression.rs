//! Entries that set nothing aside.

use crate::check::{diagnostic::Severity, rule::Rule};

pub(crate) static RULE: Rule = Rule {
    code: "project.unused-suppression",
    severity: Severity::Warning,
    summary: "an entry that sets a finding aside is needed by none",
    why: "An entry that outlives its finding would hide the next one of its kind.",
    help: "delete the entry",
    fires: &[],
    passes: &[],
    // Known when all other rules have run: the run tells it.
    check: |_| Vec::new(),
};
