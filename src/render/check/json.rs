//! Findings as JSON.

use std::io::{self, Write};

use schemars::{JsonSchema, Schema, schema_for};
use serde::{Serialize, Serializer};

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
    #[schemars(with = "Vec<Item<'_>>")]
    findings: Items<'a>,
}

/// Findings, each of which becomes an item when it is written.
struct Items<'a>(&'a [Finding]);

impl Serialize for Items<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(item))
    }
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
    fingerprint: String,
}

/// The findings of `reports`.
pub fn reports(reports: &[Report]) -> String {
    super::text_of(|out| write(out, reports))
}

/// Writes the findings of `reports`.
///
/// # Errors
/// Where `out` takes no more.
pub fn write(out: &mut dyn Write, reports: &[Report]) -> io::Result<()> {
    let documents =
        reports.iter().map(|report| Document { path: &report.path, findings: Items(&report.findings) }).collect();
    crate::render::json::write(out, &Output { schema: "plan-check/1", documents, totals: Totals::of(reports) })
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
    let span = finding.span();
    Item {
        code: finding.code(),
        severity: finding.severity,
        message: &finding.message,
        help: finding.help(),
        line: finding.line as usize,
        column: finding.column as usize,
        end_line: finding.end_line as usize,
        end_column: finding.end_column as usize,
        start: span.start,
        end: span.end,
        fixable: !finding.edits.is_empty(),
        fingerprint: finding.fingerprint(),
    }
}
