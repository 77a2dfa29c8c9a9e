//! Texts that no longer yield what is expected of them.

use crate::check::{
    diagnostic::{Hit, Severity},
    rule::Rule,
};

pub(crate) static RULE: Rule = Rule {
    code: "project.expectation",
    severity: Severity::Error,
    summary: "a text does not yield what its expectations say",
    why: "NAME.expect.yaml beside a text holds what a careful reader found in it: title, period, counts, and commitments that must be found. A text or a program that no longer yields them has lost something.",
    help: "restore the text, or read what changed and bring the expectations up to date with `plan check --write-expect`",
    fires: &[],
    passes: &[],
    check: |cx| {
        let unmet = cx.expectations.map(|expectations| expectations.differences(cx.reading)).unwrap_or_default();
        unmet.into_iter().map(|line| Hit::of_document(cx.text(), line)).collect()
    },
};
