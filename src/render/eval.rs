//! The figures of an evaluation as a table for people, and its errors one by one.

use serde_json::Value;

use crate::evaluate::{Finding, FindingKind, Report, Share, TaskReport};

/// The fields in the order of the table's rows.
const FIELDS: [(&str, &str); 11] = [
    ("value", "value"),
    ("unit", "unit"),
    ("comparator", "comparator"),
    ("change", "change"),
    ("baseline", "baseline"),
    ("deadline", "deadline"),
    ("deadline_source", "deadline source"),
    ("modality", "modality"),
    ("theme", "theme"),
    ("nature", "nature"),
    ("indicator", "indicator exact"),
];

/// The figures, one column a class.
pub fn figures(report: &Report) -> String {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut row = |name: &str, cells: Vec<String>| {
        rows.push(std::iter::once(name.to_owned()).chain(cells).collect());
    };
    let classes = &report.classes;
    row("", classes.iter().map(|c| c.class.to_owned()).collect());
    row("gold", classes.iter().map(|c| c.gold.to_string()).collect());
    row("found", classes.iter().map(|c| c.found.to_string()).collect());
    row("matched", classes.iter().map(|c| c.matched.to_string()).collect());
    row("precision", classes.iter().map(|c| decimal(c.precision)).collect());
    row("recall", classes.iter().map(|c| decimal(c.recall)).collect());
    row("F1", classes.iter().map(|c| decimal(c.f1)).collect());
    row("whole-record F1", classes.iter().map(|c| decimal(c.whole_record_f1)).collect());
    for (field, name) in FIELDS.into_iter().chain([("indicator_similar", "indicator ≥ 0.8")]) {
        let cell = |fields: &[(&str, Share)]| {
            fields.iter().find(|(name, _)| *name == field).map_or("–".into(), |(_, share)| of(*share))
        };
        row(name, classes.iter().map(|c| cell(&c.fields)).collect());
    }
    let mut out = aligned(&rows);
    out += &format!("\nstatus confused: {} of pairs\n", of(report.status_confusions));
    out += &format!("found where the gold file says `other`: {} of found\n", of(report.look_alikes));
    out
}

/// The figures of tasks.
pub fn tasks(report: &TaskReport) -> String {
    let counts = [("gold", report.gold), ("found", report.found), ("matched", report.matched)];
    let rates = [("precision", report.precision), ("recall", report.recall)];
    let fields =
        [("lead", report.lead), ("support", report.support), ("deadline", report.deadline), ("text", report.text)];
    let rows: Vec<Vec<String>> = std::iter::once(vec![String::new(), "task".into()])
        .chain(counts.map(|(name, count)| vec![name.into(), count.to_string()]))
        .chain(rates.map(|(name, rate)| vec![name.into(), decimal(Some(rate))]))
        .chain(fields.map(|(name, share)| vec![name.into(), of(share)]))
        .collect();
    aligned(&rows)
}

/// The errors in document order.
pub fn errors(report: &Report) -> String {
    let mut out = String::new();
    let mut line = 0;
    for error in &report.errors {
        if error.line != line {
            line = error.line;
            out += &format!("\nline {line}\n");
        }
        out += &one_error(error);
    }
    out
}

fn one_error(error: &Finding) -> String {
    let word = match error.kind {
        FindingKind::Miss => "missed",
        FindingKind::FalseAlarm => "false alarm",
        FindingKind::LookAlike => "false alarm (gold: other)",
        FindingKind::Status => "status",
        FindingKind::Fields => "fields",
    };
    let quote: String = error.quote.chars().filter(|c| !c.is_whitespace()).collect();
    let mut out = format!("  {word}  {}  `{quote}`  {}\n    …{}…\n", error.class, error.indicator, error.excerpt);
    for wrong in &error.wrong {
        out += &format!("    {}: got {}, want {}\n", wrong.field, plain(&wrong.got), plain(&wrong.want));
    }
    out
}

/// A value without quotes, for people.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => "nothing".into(),
        Value::String(text) => text.clone(),
        value => value.to_string(),
    }
}

fn decimal(share: Option<f64>) -> String {
    share.map_or("–".into(), |share| format!("{share:.3}"))
}

fn of(share: Share) -> String {
    share.share.map_or("–".into(), |value| format!("{value:.3} ({}/{})", share.count, share.of))
}

/// Columns aligned, two spaces apart; the cells are ASCII but for single signs of width one.
fn aligned(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| rows.iter().filter_map(|r| r.get(column)).map(|c| c.chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut out = String::new();
    for row in rows {
        let cells = row.iter().zip(&widths).map(|(cell, &width)| format!("{cell:<width$}"));
        out += cells.collect::<Vec<_>>().join("  ").trim_end();
        out.push('\n');
    }
    out
}
