//! A comparison for the terminal: a table of sections, one of commitments, and the edited sentences below it.

use comfy_table::{Cell, Color, ContentArrangement, Table};

use super::{super::table, difference, from_to, happened, periods, place, places, shortened, start, summary, version};
use crate::diff::{Change, ChangeKind, Comparison, Edit, Level, Op};

/// How the table is laid out.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// The columns of the terminal.
    pub width: u16,
    /// Whether to colour edits; without colour they are marked `[-cut-]` and `{+put in+}`.
    pub colour: bool,
}

/// The whole comparison.
pub fn comparison(comparison: &Comparison, layout: Layout) -> String {
    let mut out = format!("old  {}\nnew  {}\n", version(&comparison.old), version(&comparison.new));
    if let Some(periods) = periods(comparison) {
        out += &format!("across periods: {periods}\n");
    }
    out = lines(&out);
    for note in &comparison.notes {
        out += &format!("{note}\n");
    }
    for level in &comparison.levels {
        let changes: Vec<&Change> = comparison.changes.iter().filter(|change| change.level == *level).collect();
        if changes.is_empty() {
            continue;
        }
        out += &format!("\n{}\n", level.key());
        if *level != Level::Text {
            out += &rows(&changes, layout, comparison.across_periods.is_some());
            out.push('\n');
        }
        for change in changes {
            out += &edited(change, layout);
        }
    }
    if !comparison.kept.is_empty() {
        let kept: Vec<&Change> = comparison.kept.iter().collect();
        out += &format!("\nkept\n{}\n", rows(&kept, layout, true));
    }
    out + "\n" + &lines(&(summary(comparison).join("\n") + "\n"))
}

/// Text of several lines without the control characters that would steer a terminal.
fn lines(text: &str) -> String {
    text.lines().map(|line| table::harmless(line) + "\n").collect()
}

fn rows(changes: &[&Change], layout: Layout, across: bool) -> String {
    let level = changes.first().map_or(Level::Commitments, |change| change.level);
    let commitments = level == Level::Commitments;
    let mut table = Table::new();
    table.load_style(table::STYLE).set_content_arrangement(ContentArrangement::Dynamic).set_width(layout.width);
    if layout.colour {
        table.enforce_styling();
    } else {
        table.force_no_tty();
    }
    let mut header = vec!["#", "Change", thing(level)];
    match (commitments, across) {
        (true, true) => header.extend(["Old target → new target", "New baseline", "Difference", "Line"]),
        (true, false) => header.extend(["Old → new", "Difference", "Line"]),
        (false, _) => header.extend(["Old → new", "Line"]),
    }
    table.set_header(header);
    for change in changes {
        table.add_row(row(change, layout, commitments, across));
    }
    table.trim_fmt()
}

/// What the changes of `level` are about.
fn thing(level: Level) -> &'static str {
    match level {
        Level::Outline => "Section",
        Level::Commitments => "Commitment",
        Level::Tasks => "Task",
        Level::Text => "Sentence",
    }
}

fn row(change: &Change, layout: Layout, commitments: bool, across: bool) -> Vec<Cell> {
    let number = if change.number == 0 { String::new() } else { change.number.to_string() };
    let mut name = change.name.clone();
    if !change.also.is_empty() {
        name += &format!(" (also {})", change.also.join("、"));
    }
    if !commitments && change.with > 0 {
        name += &format!(" (+ {} below)", change.with);
    }
    let sure = if change.uncertain { " ?" } else { "" };
    let (old, new) = from_to(change);
    let arrow = match (old.is_empty(), new.is_empty()) {
        (true, true) => String::new(),
        (false, false) if old == new => new,
        (true, false) => format!("+ {new}"),
        (false, true) => format!("- {old}"),
        _ => format!("{old} → {new}"),
    };
    let mut cells = vec![number, happened(change) + sure, name, arrow];
    if commitments && across {
        cells.push(change.new_baseline.as_ref().map(start).unwrap_or_default());
    }
    if commitments {
        cells.push(change.difference.as_ref().map(difference).unwrap_or_default());
    }
    cells.push(places(change));
    let cells = cells.iter().enumerate().map(|(at, text)| {
        let cell = Cell::new(table::harmless(text));
        match colour(change).filter(|_| layout.colour && at == 1) {
            Some(colour) => cell.fg(colour),
            None => cell,
        }
    });
    cells.collect()
}

fn colour(change: &Change) -> Option<Color> {
    use ChangeKind::*;
    change.kinds.iter().find_map(|kind| match kind {
        Added | Raised | Tightened | Strengthened | BroughtForward | Dated | SupportAdded | Assigned => {
            Some(Color::Green)
        }
        Dropped | Lowered | Loosened | Weakened | Postponed | Undated | SupportDropped | Unassigned => Some(Color::Red),
        Kept => None,
        _ => Some(Color::Yellow),
    })
}

/// The sentences of a change, each with its places.
fn edited(change: &Change, layout: Layout) -> String {
    let is_text = change.level == Level::Text;
    let mut out = String::new();
    for (at, edit) in change.edits.iter().enumerate() {
        let head = match (is_text, at) {
            (true, 0) => format!("{:>4}  {}, line {}", change.number, happened(change), places(change)),
            (true, _) => format!("      line {}", place(&edit.old, &edit.new)),
            (false, _) => {
                let kinds: Vec<&str> = edit.kinds.iter().map(|kind| kind.words()).collect();
                format!("{:>4}  sentence {}, line {}", change.number, kinds.join(", "), place(&edit.old, &edit.new))
            }
        };
        out += &format!("{}\n      {}\n", table::harmless(&head), marked(edit, layout));
    }
    out
}

/// An edited sentence with its edits in colour, or marked.
fn marked(edit: &Edit, layout: Layout) -> String {
    let pieces = shortened(edit).into_iter().map(|(op, text)| {
        let text = table::harmless(&text);
        match (op, layout.colour) {
            (Op::Equal, _) => text,
            (Op::Delete, true) => format!("\u{1b}[9;31m{text}\u{1b}[0m"),
            (Op::Insert, true) => format!("\u{1b}[32m{text}\u{1b}[0m"),
            (Op::Delete, false) => format!("[-{text}-]"),
            (Op::Insert, false) => format!("{{+{text}+}}"),
        }
    });
    pieces.collect()
}
