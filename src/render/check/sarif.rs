//! Findings as SARIF 2.1.0, for code scanning.
//!
//! Fingerprints are made of rule and text, so that a finding stays the same when lines above it come or go.

use std::io::{self, Write};

use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use crate::check::{Finding, RULES, Report, Rule, Severity, docs};

/// Where the project lives, as who builds it says (`PLAN_HOME`), else the manifest; empty where neither does.
const HOME: &str = match option_env!("PLAN_HOME") {
    Some(home) => home,
    None => env!("CARGO_PKG_REPOSITORY"),
};

/// A log with one run.
#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Value,
    column_kind: &'static str,
    results: Results<'a>,
}

/// The findings of reports, each of which becomes a result when it is written.
struct Results<'a>(&'a [Report]);

impl Serialize for Results<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let reports = self.0.iter();
        serializer.collect_seq(reports.flat_map(|report| report.findings.iter().map(|finding| result(report, finding))))
    }
}

/// Writes the findings of `reports` as one run.
///
/// # Errors
/// Where `out` takes no more.
pub fn write(out: &mut dyn Write, reports: &[Report]) -> io::Result<()> {
    let run = Run { tool: json!({"driver": driver()}), column_kind: "unicodeCodePoints", results: Results(reports) };
    let schema = "https://json.schemastore.org/sarif-2.1.0.json";
    crate::render::json::write(out, &Log { schema, version: "2.1.0", runs: [run] })
}

/// The program and its rules.
fn driver() -> Value {
    let rules: Vec<Value> = RULES.iter().map(|rule| self::rule(rule)).collect();
    let mut driver = json!({"name": "plan", "version": env!("CARGO_PKG_VERSION"), "rules": rules});
    if !HOME.is_empty() {
        driver["informationUri"] = HOME.into();
    }
    driver
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// A rule with its whole page, so that it can be read where the findings are shown.
fn rule(rule: &Rule) -> Value {
    let mut described = json!({
        "id": rule.code,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.help, "markdown": docs::markdown(rule)},
        "defaultConfiguration": {"level": level(rule.severity)},
        "properties": {"tags": [rule.family()]},
    });
    if !HOME.is_empty() {
        described["helpUri"] = page(HOME, rule).into();
    }
    described
}

/// The address of the page of `rule` in a project that lives at `home`, as it was when this version was made.
fn page(home: &str, rule: &Rule) -> String {
    format!("{home}/blob/v{}/docs/rules.md#{}", env!("CARGO_PKG_VERSION"), docs::anchor(rule))
}

fn result(report: &Report, finding: &Finding) -> Value {
    json!({
        "ruleId": finding.code(),
        "ruleIndex": RULES.iter().position(|rule| rule.code == finding.code()),
        "level": level(finding.severity),
        "message": {"text": finding.message.as_str()},
        "locations": [{"physicalLocation": {
            "artifactLocation": {"uri": uri(&report.path)},
            "region": {
                "startLine": finding.line,
                "startColumn": finding.column,
                "endLine": finding.end_line,
                "endColumn": finding.end_column,
            },
        }}],
        "partialFingerprints": {"planRuleAndText/v1": finding.fingerprint()},
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::registry;

    #[test]
    fn a_rule_has_an_address_and_its_page() {
        let found = registry::find("structure.table-missing").expect("there");
        let address = page("https://example.org/plan", found);
        let version = env!("CARGO_PKG_VERSION");
        assert_eq!(address, format!("https://example.org/plan/blob/v{version}/docs/rules.md#structuretable-missing"));
        let markdown = rule(found)["help"]["markdown"].to_string();
        assert!(markdown.contains("Severity: error") && markdown.contains("```text"), "{markdown}");
    }
}
