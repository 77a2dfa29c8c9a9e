//! A comparison as Markdown: the counts, a table a level, the edits with `~~cut~~` and `**put in**`.

use super::{difference, from_to, happened, periods, places, shortened, start, summary, version};
use crate::diff::{Change, Comparison, Level, Op};

/// The whole comparison.
pub fn comparison(comparison: &Comparison) -> String {
    let (old, new) = (escaped(&version(&comparison.old)), escaped(&version(&comparison.new)));
    let mut out = format!("# What changed\n\n- old: {old}\n- new: {new}\n");
    if let Some(periods) = periods(comparison) {
        out += &format!("- across periods: {periods}\n");
    }
    for line in comparison.notes.iter().chain(&summary(comparison)) {
        out += &format!("- {line}\n");
    }
    for &level in &comparison.levels {
        let changes: Vec<&Change> = comparison.changes.iter().filter(|change| change.level == level).collect();
        if !changes.is_empty() {
            out += &section(level.key(), level, &changes);
        }
    }
    if !comparison.kept.is_empty() {
        out += &section("kept", Level::Commitments, &comparison.kept.iter().collect::<Vec<_>>());
    }
    out
}

fn section(title: &str, level: Level, changes: &[&Change]) -> String {
    let mut out = format!("\n## {title}\n\n");
    out += match level {
        Level::Outline => "| # | Change | Section | Old | New | Line | Edits |\n|--:|---|---|---|---|---|---|\n",
        Level::Commitments => {
            "| # | Change | Commitment | Old | New | New baseline | Difference | Line | Edits |\n\
             |--:|---|---|---|---|---|---|---|---|\n"
        }
        Level::Tasks => "| # | Change | Task | Old | New | Line | Edits |\n|--:|---|---|---|---|---|---|\n",
        Level::Text => "| # | Change | Line | Edits |\n|--:|---|---|---|\n",
    };
    for change in changes {
        let number = if change.number == 0 { String::new() } else { change.number.to_string() };
        let sure = if change.uncertain { " ?" } else { "" };
        let mut cells = vec![number, happened(change) + sure];
        if level != Level::Text {
            let (old, new) = from_to(change);
            let also =
                if change.also.is_empty() { String::new() } else { format!(" (also {})", change.also.join("、")) };
            cells.extend([escaped(&(change.name.clone() + &also)), escaped(&old), escaped(&new)]);
        }
        if level == Level::Commitments {
            cells.push(escaped(&change.new_baseline.as_ref().map(start).unwrap_or_default()));
            cells.push(escaped(&change.difference.as_ref().map(difference).unwrap_or_default()));
        }
        cells.extend([places(change), edits(change)]);
        out += &format!("| {} |\n", cells.join(" | "));
    }
    out
}

fn edits(change: &Change) -> String {
    let texts = change.edits.iter().map(|edit| {
        let pieces = shortened(edit).into_iter().map(|(op, text)| match op {
            Op::Equal => escaped(&text),
            Op::Delete => format!("~~{}~~", escaped(&text)),
            Op::Insert => format!("**{}**", escaped(&text)),
        });
        pieces.collect::<String>()
    });
    texts.collect::<Vec<_>>().join("<br>")
}

/// Text that Markdown shows as it is, on one line.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '~' | '#' => out.extend(['\\', c]),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}
