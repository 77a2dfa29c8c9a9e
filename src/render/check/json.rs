//! Findings as JSON.

use schemars::{JsonSchema, Schema, schema_for};
use serde::Serialize;

use super::Totals;
use crate::check::{Finding, Report, Severity};

/// What `plan check` found.
#[derive(Serialize, JsonSchema)]
struct Output<'a> {
    /// `plan-check/1`.
    schema: &'static str,
    /// Those that were looked at, in order.
    documents: Vec<Document<'a>>,
    /// How much was found in all.
    totals: Totals,
}

/// A document with what was found in it.
#[derive(Serialize, JsonSchema)]
struct Document<'a> {
    /// Its path as given.
    path: &'a str,
    /// What was found, by place.
    findings: Vec<Item<'a>>,
}

/// Something found.
#[derive(Serialize, JsonSchema)]
struct Item<'a> {
    /// The code of its rule.
    code: &'a str,
    /// How much it weighs.
    severity: Severity,
    /// What is wrong.
    message: &'a str,
    /// What to do.
    help: &'a str,
    /// 1-based line of the first character.
    line: usize,
    /// 1-based column, in characters.
    column: usize,
    /// 1-based line of the character after the last.
    end_line: usize,
    /// 1-based column after the last character.
    end_column: usize,
    /// Byte offset of the first byte.
    start: usize,
    /// Byte offset after the last byte.
    end: usize,
    /// Whether `plan check --fix` mends it.
    fixable: bool,
    /// What stays the same where the text around it is edited.
    fingerprint: &'a str,
}

/// The findings of `reports`.
pub fn reports(reports: &[Report]) -> String {
    let documents = reports
        .iter()
        .map(|report| Document { path: &report.path, findings: report.findings.iter().map(item).collect() })
        .collect();
    crate::render::json::value(&Output { schema: "plan-check/1", documents, totals: Totals::of(reports) })
}

/// The JSON Schema of findings.
pub fn schema() -> Schema {
    schema_for!(Output<'_>)
}

/// How often each rule found something, with the totals.
pub fn statistics(reports: &[Report]) -> String {
    #[derive(Serialize)]
    struct Statistics {
        schema: &'static str,
        statistics: Vec<super::Count>,
        totals: Totals,
    }
    let statistics = super::by_rule(reports);
    crate::render::json::value(&Statistics { schema: "plan-check/1", statistics, totals: Totals::of(reports) })
}

fn item(finding: &Finding) -> Item<'_> {
    Item {
        code: finding.code,
        severity: finding.severity,
        message: &finding.message,
        help: finding.help,
        line: finding.line,
        column: finding.column,
        end_line: finding.end_line,
        end_column: finding.end_column,
        start: finding.span.start,
        end: finding.span.end,
        fixable: !finding.edits.is_empty(),
        fingerprint: &finding.fingerprint,
    }
}
