//! Entries that set nothing aside.

use crate::check::{diagnostic::Severity, registry::Rule};

pub(crate) static RULE: Rule = Rule {
    code: "project.unused-suppression",
    severity: Severity::Warning,
    summary: "an entry that sets a finding aside is needed by none",
    why: "An entry that outlives its finding would hide the next one of its kind.",
    help: "delete the entry",
    fires: &[],
    passes: &[],
    // Found where the files beside a text are read.
    check: |_| Vec::new(),
};
