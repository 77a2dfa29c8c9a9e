//! A comparison a row at a time: JSON Lines and CSV. The counts come first, as rows of their own.

use serde::Serialize;
use serde_json::json;

use super::{
    super::{csv::guarded, key, long::section},
    difference, from_to,
};
use crate::{
    diff::{Assignment, Change, Comparison, Op, Promise},
    duty::Unit,
};

/// The columns, in order.
const COLUMNS: [&str; 28] = [
    "number",
    "level",
    "kinds",
    "count",
    "name",
    "also",
    "old",
    "new",
    "absolute",
    "unit",
    "relative",
    "more_is_better",
    "difference",
    "new_baseline",
    "old_deadline",
    "new_deadline",
    "old_line",
    "old_section",
    "new_line",
    "new_section",
    "uncertain",
    "similarity",
    "old_text",
    "new_text",
    "old_lead",
    "new_lead",
    "old_support",
    "new_support",
];

/// The documents and the counts on the first line, then a change a line, then what was kept.
pub fn jsonl(comparison: &Comparison) -> String {
    #[derive(Serialize)]
    struct Line<'a> {
        r#type: &'a str,
        #[serde(flatten)]
        change: &'a Change,
    }
    let head = json!({
        "type": "summary", "schema": comparison.schema, "old": comparison.old, "new": comparison.new,
        "across_periods": comparison.across_periods, "levels": comparison.levels, "notes": comparison.notes,
        "summary": comparison.summary,
    });
    // String keys and no failing serializer: an error cannot arise.
    let mut out = serde_json::to_string(&head).unwrap_or_default() + "\n";
    let lists = [("change", &comparison.changes), ("kept", &comparison.kept)];
    for (r#type, change) in lists.iter().flat_map(|(name, list)| list.iter().map(|change| (*name, change))) {
        out += &serde_json::to_string(&Line { r#type, change }).unwrap_or_default();
        out.push('\n');
    }
    out
}

/// The counts (level `summary`), then a change a row, then what was kept.
pub fn csv(comparison: &Comparison) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail.
    let _ = writer.write_record(COLUMNS);
    for (name, count) in counts(comparison) {
        let mut row = vec![String::new(); COLUMNS.len()];
        (row[1], row[3], row[4]) = ("summary".into(), count.to_string(), name);
        let _ = writer.write_record(row);
    }
    for change in comparison.changes.iter().chain(&comparison.kept) {
        let _ = writer.write_record(row(change).into_iter().map(guarded));
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn counts(comparison: &Comparison) -> Vec<(String, usize)> {
    let summary = &comparison.summary;
    let mut counts = vec![("changes".to_owned(), summary.changes)];
    for (level, kinds) in &summary.kinds {
        counts.extend(kinds.iter().map(|(kind, count)| (format!("{} {}", level.key(), key(kind)), *count)));
    }
    let folded = &summary.folded;
    counts.extend([
        ("uncertain".to_owned(), summary.uncertain),
        ("kept".to_owned(), comparison.kept.len()),
        ("folded punctuation".to_owned(), folded.punctuation),
        ("folded spacing".to_owned(), folded.spacing),
        ("folded renumbered".to_owned(), folded.renumbered),
        ("folded read_differently".to_owned(), folded.read_differently),
    ]);
    counts
}

fn row(change: &Change) -> Vec<String> {
    let (old, new) = from_to(change);
    let delta = change.difference.as_ref();
    let number = if change.number == 0 { String::new() } else { change.number.to_string() };
    let kinds: Vec<String> = change.kinds.iter().map(key).collect();
    let deadline = |promise: &Option<Promise>, task: &Option<Assignment>| {
        let year = promise.as_ref().and_then(|p| p.deadline.as_ref()).map(|d| d.year.to_string());
        year.or_else(|| task.as_ref().and_then(|t| t.deadline.as_ref()).map(|when| when.short())).unwrap_or_default()
    };
    let mut row = vec![
        number,
        change.level.key().to_owned(),
        kinds.join(" / "),
        String::new(),
        change.name.clone(),
        change.also.join(" / "),
        old,
        new,
        text(delta.map(|d| d.absolute)),
        text(delta.map(|d| &d.unit)),
        text(delta.and_then(|d| d.relative)),
        text(delta.and_then(|d| d.more_is_better)),
        delta.map(difference).unwrap_or_default(),
        change.new_baseline.as_ref().map(super::start).unwrap_or_default(),
        deadline(&change.old_commitment, &change.old_task),
        deadline(&change.new_commitment, &change.new_task),
    ];
    for at in [&change.old, &change.new] {
        row.push(text(at.as_ref().map(|at| at.line)));
        row.push(at.as_ref().map(|at| section(&at.section)).unwrap_or_default());
    }
    row.extend([
        change.uncertain.to_string(),
        text(change.similarity),
        side(change, Op::Insert),
        side(change, Op::Delete),
    ]);
    let tasks = [change.old_task.as_ref(), change.new_task.as_ref()];
    row.extend(tasks.map(|task| task.map(|task| units(&task.lead)).unwrap_or_default()));
    row.extend(tasks.map(|task| task.map(|task| units(&task.support)).unwrap_or_default()));
    row
}

fn units(units: &[Unit]) -> String {
    units.iter().map(|unit| unit.full.as_str()).collect::<Vec<_>>().join(" / ")
}

/// The sentences of one side: all but what stands in the other alone.
fn side(change: &Change, without: Op) -> String {
    let texts = change.edits.iter().map(|edit| {
        let pieces = edit.pieces.iter().filter(|piece| piece.op != without);
        pieces.map(|piece| piece.text.as_str()).collect::<String>()
    });
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" / ")
}

/// The value as text; nothing for none.
fn text<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
