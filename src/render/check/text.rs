//! Findings for people: place and message, the line with the span marked, and help.

use std::io::{self, Write};

use unicode_width::UnicodeWidthChar;

use super::Totals;
use crate::{
    check::{Finding, Report, Severity},
    span::floor,
};

/// Columns of a source line that are shown; of longer lines the part around the span.
const WIDTH: usize = 84;

/// Columns shown before the span where a line is cut.
const BEFORE: usize = 24;

/// Bytes of a line that are looked at on either side of where a finding begins: more than `WIDTH` columns of any script.
const REACH: usize = 1024;

/// How things stand out on a terminal; nothing where there is none.
#[derive(Clone, Copy)]
struct Paint(bool);

impl Paint {
    /// `text` in the colour of `severity`.
    fn severity(self, severity: Severity, text: &str) -> String {
        let code = match severity {
            Severity::Error => "1;31",
            Severity::Warning => "1;33",
            Severity::Info => "1;36",
        };
        self.with(code, text)
    }

    /// `text` that stands back.
    fn faint(self, text: &str) -> String {
        self.with("2", text)
    }

    fn with(self, code: &str, text: &str) -> String {
        if self.0 { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }
}

/// Writes the findings of `reports` with their totals; `coloured` for a terminal.
///
/// # Errors
/// Where `out` takes no more.
pub fn write(out: &mut dyn Write, reports: &[Report], coloured: bool) -> io::Result<()> {
    for report in reports {
        for finding in &report.findings {
            one(out, report, finding, Paint(coloured))?;
        }
    }
    writeln!(out, "{}", Totals::of(reports).shown())
}

/// How often each rule found something, with the totals.
pub fn statistics(reports: &[Report]) -> String {
    let counts = super::by_rule(reports);
    let digits = counts.first().map_or(1, |count| count.count.to_string().len());
    let width = counts.iter().map(|count| count.code.len()).max().unwrap_or(0);
    let rows = counts.iter().map(|count| {
        let fixable = if count.fixable > 0 { format!(", {} fixable", count.fixable) } else { String::new() };
        let (severity, documents) = (count.severity.key(), count.documents);
        let many = if documents == 1 { "" } else { "s" };
        format!(
            "{:>digits$}  {:<width$}  {severity}, in {documents} document{many}{fixable}\n",
            count.count, count.code
        )
    });
    rows.collect::<String>() + &Totals::of(reports).shown() + "\n"
}

fn one(out: &mut dyn Write, report: &Report, finding: &Finding, paint: Paint) -> io::Result<()> {
    let (path, line, column) = (&report.path, finding.line, finding.column);
    let (severity, code) = (finding.severity, finding.code());
    let message: String = finding.message.chars().map(visible).collect();
    let path: String = path.chars().map(visible).collect();
    let number = line.to_string();
    let margin = " ".repeat(number.len());
    let kind = paint.severity(severity, &format!("{severity}[{code}]"));
    writeln!(out, "{path}:{line}:{column}: {kind} {message}")?;
    let bar = paint.faint("|");
    if let Some((source, marks)) = excerpt(report, finding) {
        let marks = paint.severity(severity, &marks);
        writeln!(out, " {} {bar} {source}\n {margin} {bar} {marks}", paint.faint(&number))?;
    }
    writeln!(out, " {margin} {} {}\n", paint.faint("= help:"), finding.help())
}

/// The line on which `finding` begins, cut to the part around it, and the marks below it.
fn excerpt(report: &Report, finding: &Finding) -> Option<(String, String)> {
    let (text, span) = (&report.text, finding.span());
    let near = floor(text, span.start.saturating_sub(REACH));
    let far = floor(text, span.start + REACH);
    let start = text[near..span.start].rfind('\n').map_or(near, |at| near + at + 1);
    let end = text[span.start..far].find('\n').map_or(far, |at| span.start + at);
    let line = &text[start..end];
    if line.trim().is_empty() {
        return None;
    }
    let (from, to) = (span.start - start, span.end.min(end) - start);
    let shown = |text: &str| text.chars().map(visible).collect::<String>();
    let (before, marked, after) = (shown(&line[..from]), shown(&line[from..to]), shown(&line[to..]));
    let mut room = WIDTH;
    let before = match columns(before.trim_start()) {
        columns if columns <= BEFORE => before.trim_start().to_owned(),
        _ => "…".to_owned() + tail(&before, BEFORE),
    };
    room = room.saturating_sub(columns(&before));
    let marked = cut(marked.trim_end_matches('\r'), room.max(2));
    room = room.saturating_sub(columns(&marked));
    let after = cut(after.trim_end(), room);
    let marks = " ".repeat(columns(&before)) + &"^".repeat(columns(&marked).max(1));
    Some((format!("{before}{marked}{after}"), marks))
}

/// `c`, or a sign that is seen and keeps the columns where `c` is not.
fn visible(c: char) -> char {
    match c {
        '\t' => ' ',
        c if c.width().unwrap_or(0) == 0 => '·',
        c => c,
    }
}

/// The columns that `text` takes up in a terminal: two for each Chinese character.
fn columns(text: &str) -> usize {
    text.chars().map(|c| c.width().unwrap_or(0)).sum()
}

/// The end of `text` in at most `room` columns.
fn tail(text: &str, room: usize) -> &str {
    let mut taken = 0;
    let fits = text.char_indices().rev().take_while(|(_, c)| {
        taken += c.width().unwrap_or(0);
        taken <= room
    });
    fits.last().map_or("", |(at, _)| &text[at..])
}

/// The start of `text` in at most `room` columns, with `…` where something is left off.
fn cut(text: &str, room: usize) -> String {
    if columns(text) <= room {
        return text.to_owned();
    }
    let mut taken = 1;
    let fits = text.chars().take_while(|c| {
        taken += c.width().unwrap_or(0);
        taken <= room
    });
    fits.chain(['…']).collect()
}
