//! Findings as JUnit XML: a suite for each document, a case for each finding, one passed case where there is none.

use std::fmt::Write as _;

use crate::check::{Finding, Report, Severity};

/// The findings of `reports`.
pub fn reports(reports: &[Report]) -> String {
    let failures = |report: &Report| report.findings.iter().filter(|f| f.severity > Severity::Info).count();
    let cases = |report: &Report| report.findings.len().max(1);
    let (all, failed): (usize, usize) = (reports.iter().map(cases).sum(), reports.iter().map(failures).sum());
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    // Writing to a string cannot fail.
    let _ = writeln!(out, "<testsuites name=\"plan check\" tests=\"{all}\" failures=\"{failed}\">");
    for report in reports {
        let (tests, failures) = (cases(report), failures(report));
        let path = escape(&report.path);
        let _ = writeln!(out, "  <testsuite name=\"{path}\" tests=\"{tests}\" failures=\"{failures}\">");
        if report.findings.is_empty() {
            let _ = writeln!(out, "    <testcase classname=\"{path}\" name=\"plan check\"/>");
        }
        report.findings.iter().for_each(|finding| case(&mut out, &path, finding));
        out.push_str("  </testsuite>\n");
    }
    out.push_str("</testsuites>\n");
    out
}

fn case(out: &mut String, path: &str, finding: &Finding) {
    let (code, line, column) = (finding.code, finding.line, finding.column);
    let (message, help) = (escape(&finding.message), escape(finding.help));
    let _ = writeln!(out, "    <testcase classname=\"{path}\" name=\"{code} at {line}:{column}\">");
    let _ = match finding.severity {
        Severity::Info => writeln!(out, "      <system-out>{message}</system-out>"),
        severity => writeln!(
            out,
            "      <failure type=\"{severity}\" message=\"{message}\">{path}:{line}:{column}: {help}</failure>"
        ),
    };
    out.push_str("    </testcase>\n");
}

/// `text` as XML holds it; characters that XML cannot hold are left out.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{FFFE}' | '\u{FFFF}' => {}
            c if c.is_control() && !matches!(c, '\n' | '\t') => {}
            c => out.push(c),
        }
    }
    out
}
