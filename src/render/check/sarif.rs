//! Findings as SARIF 2.1.0, for code scanning.
//!
//! Fingerprints are made of rule and text, so that a finding stays the same when lines above it come or go.

use serde_json::{Value, json};

use crate::check::{Finding, RULES, Report, Rule, Severity};

/// The findings of `reports` as one run.
pub fn reports(reports: &[Report]) -> String {
    let results: Vec<Value> =
        reports.iter().flat_map(|report| report.findings.iter().map(|finding| result(report, finding))).collect();
    let sarif = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "plan",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": RULES.iter().map(|rule| self::rule(rule)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    crate::render::json::value(&sarif)
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn rule(rule: &Rule) -> Value {
    json!({
        "id": rule.code,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.help},
        "defaultConfiguration": {"level": level(rule.severity)},
        "properties": {"tags": [rule.family()]},
    })
}

fn result(report: &Report, finding: &Finding) -> Value {
    json!({
        "ruleId": finding.code,
        "ruleIndex": RULES.iter().position(|rule| rule.code == finding.code),
        "level": level(finding.severity),
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": {
            "artifactLocation": {"uri": uri(&report.path)},
            "region": {
                "startLine": finding.line,
                "startColumn": finding.column,
                "endLine": finding.end_line,
                "endColumn": finding.end_column,
            },
        }}],
        "partialFingerprints": {"planRuleAndText/v1": finding.fingerprint},
    })
}

/// `path` as a URI reference.
fn uri(path: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~/".contains(&b);
    path.replace('\\', "/").bytes().fold(String::new(), |mut out, byte| {
        match plain(byte) {
            true => out.push(byte as char),
            false => out.push_str(&format!("%{byte:02X}")),
        }
        out
    })
}
