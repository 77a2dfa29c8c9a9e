//! Texts that no longer yield what is expected of them.

use crate::check::{diagnostic::Severity, registry::Rule};

pub(crate) static RULE: Rule = Rule {
    code: "project.expectation",
    severity: Severity::Error,
    summary: "a text does not yield what its expectations say",
    why: "NAME.expect.yaml beside a text holds what a careful reader found in it: title, period, counts, and commitments that must be found. A text or a program that no longer yields them has lost something.",
    help: "restore the text, or read what changed and bring the expectations up to date with `plan check --write-expect`",
    fires: &[],
    passes: &[],
    // Found where the files beside a text are read.
    check: |_| Vec::new(),
};
