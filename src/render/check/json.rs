//! Findings as JSON.

use serde::Serialize;

use super::Totals;
use crate::check::{Finding, Report, Severity};

#[derive(Serialize)]
struct Output<'a> {
    schema: &'static str,
    documents: Vec<Document<'a>>,
    totals: Totals,
}

#[derive(Serialize)]
struct Document<'a> {
    path: &'a str,
    findings: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    code: &'a str,
    severity: Severity,
    message: &'a str,
    help: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    start: usize,
    end: usize,
    fixable: bool,
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
