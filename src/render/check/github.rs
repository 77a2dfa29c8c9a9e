//! Findings as GitHub's workflow commands, which become annotations.
//!
//! GitHub shows ten of a kind for a step and drops the rest, so totals follow.

use std::io::{self, Write};

use super::{Count, Totals, by_rule};
use crate::check::{Report, Severity};

/// Writes the findings of `reports`, heaviest first, and their totals.
///
/// # Errors
/// Where `out` takes no more.
pub fn write(out: &mut dyn Write, reports: &[Report]) -> io::Result<()> {
    for severity in Severity::ALL.into_iter().rev() {
        let command = match severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "notice",
        };
        for report in reports {
            for finding in report.findings.iter().filter(|finding| finding.severity == severity) {
                // A place that ends on a later line may not name columns.
                let columns = match finding.line == finding.end_line {
                    true => format!(",col={},endColumn={}", finding.column, finding.end_column),
                    false => String::new(),
                };
                writeln!(
                    out,
                    "::{command} file={},line={},endLine={}{columns},title={}::{}",
                    property(&report.path),
                    finding.line,
                    finding.end_line,
                    property(finding.code()),
                    data(&format!("{} — {}", finding.message, finding.help())),
                )?;
            }
        }
    }
    writeln!(out, "plan check: {}", Totals::of(reports).shown())?;
    for Count { code, count, .. } in by_rule(reports) {
        writeln!(out, "  {count:4}  {code}")?;
    }
    Ok(())
}

fn data(text: &str) -> String {
    let clean: String =
        text.chars().map(|c| if c.is_control() && !matches!(c, '\r' | '\n') { '·' } else { c }).collect();
    clean.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
