//! Findings as JUnit XML: a suite for each document, a case for each finding, one passed case where there is none.

use std::io::{self, Write};

use crate::check::{Finding, Report, Severity};

/// Writes the findings of `reports`.
///
/// # Errors
/// Where `out` takes no more.
pub fn write(out: &mut dyn Write, reports: &[Report]) -> io::Result<()> {
    let failures = |report: &Report| report.findings.iter().filter(|f| f.severity > Severity::Info).count();
    let cases = |report: &Report| report.findings.len().max(1);
    let (all, failed): (usize, usize) = (reports.iter().map(cases).sum(), reports.iter().map(failures).sum());
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<testsuites name=\"plan check\" tests=\"{all}\" failures=\"{failed}\">")?;
    for report in reports {
        let (tests, failures) = (cases(report), failures(report));
        let path = escape(&report.path);
        writeln!(out, "  <testsuite name=\"{path}\" tests=\"{tests}\" failures=\"{failures}\">")?;
        if report.findings.is_empty() {
            writeln!(out, "    <testcase classname=\"{path}\" name=\"plan check\"/>")?;
        }
        for finding in &report.findings {
            case(out, &path, finding)?;
        }
        writeln!(out, "  </testsuite>")?;
    }
    writeln!(out, "</testsuites>")
}

fn case(out: &mut dyn Write, path: &str, finding: &Finding) -> io::Result<()> {
    let (code, line, column) = (finding.code(), finding.line, finding.column);
    let (message, help) = (escape(&finding.message), escape(finding.help()));
    writeln!(out, "    <testcase classname=\"{path}\" name=\"{code} at {line}:{column}\">")?;
    match finding.severity {
        Severity::Info => writeln!(out, "      <system-out>{message}</system-out>"),
        severity => writeln!(
            out,
            "      <failure type=\"{severity}\" message=\"{message}\">{path}:{line}:{column}: {help}</failure>"
        ),
    }?;
    writeln!(out, "    </testcase>")
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
