//! A comparison as text: one file a format, and here what they share.

pub mod html;
pub mod lines;
pub mod markdown;
#[cfg(feature = "cli")]
pub mod table;

use super::{
    figure,
    words::{Lang, label},
};
use crate::{
    analysis::Period,
    diff::{Assignment, At, Change, Comparison, Difference, Edit, Level, Op, Promise, Start, Summary, Version},
    duty::Unit,
    lexicon::units::named,
    statement::Modality,
};

/// How many characters of unchanged text are left on each side of an edit.
const CONTEXT: usize = 16;

/// `3 raised, 1 postponed`.
fn kinds(summary: &Summary, level: Level) -> String {
    let kinds = summary.kinds.get(&level).into_iter().flatten();
    kinds.map(|(kind, count)| format!("{count} {}", kind.words())).collect::<Vec<_>>().join(", ")
}

/// One line a level, the folded differences, and the notes.
fn summary(comparison: &Comparison) -> Vec<String> {
    let summary = &comparison.summary;
    let changes = summary.changes;
    let mut lines = vec![match changes {
        0 => "no difference".to_owned(),
        1 => "1 change".to_owned(),
        _ => format!("{changes} changes"),
    }];
    for &level in comparison.levels.iter().filter(|level| summary.kinds.contains_key(level)) {
        lines.push(format!("{}: {}", level.key(), kinds(summary, level)));
    }
    if summary.uncertain > 0 {
        lines.push(format!("uncertain pairs: {}", summary.uncertain));
    }
    if comparison.across_periods.is_some() {
        lines.push(format!("targets paired: {}, of them kept: {}", summary.paired, comparison.kept.len()));
    }
    let folded = &summary.folded;
    let counts = [
        (folded.punctuation, "sentences that differ in punctuation alone"),
        (folded.spacing, "sentences that differ in spacing, width or quotation marks alone"),
        (folded.renumbered, "sections renumbered in consequence"),
        (folded.read_differently, "commitments read differently from the same words"),
    ];
    let parts: Vec<String> =
        counts.iter().filter(|(count, _)| *count > 0).map(|(count, words)| format!("{words}: {count}")).collect();
    if !parts.is_empty() {
        lines.push(format!("not listed: {}", parts.join("; ")));
    }
    lines
}

/// `title (path)`.
fn version(version: &Version) -> String {
    match &version.title {
        Some(title) => format!("{title} ({})", version.path),
        None => version.path.clone(),
    }
}

/// `2021–2025 → 2026–2030`.
fn periods(comparison: &Comparison) -> Option<String> {
    let frame = comparison.across_periods?;
    let shown = |period: Option<Period>| match period {
        Some(period) if period.start == period.end => period.end.to_string(),
        Some(period) => format!("{}–{}", period.start, period.end),
        None => "?".into(),
    };
    Some(format!("{} → {}", shown(frame.old), shown(frame.new)))
}

/// The kinds of a change in words.
fn happened(change: &Change) -> String {
    change.kinds.iter().map(|kind| kind.words()).collect::<Vec<_>>().join(", ")
}

/// A commitment in short: number, deadline and how strongly it is promised.
fn promise(promise: &Promise, dated: bool) -> String {
    let mut text = match promise.modality {
        Modality::Plain => String::new(),
        modality => format!("{} ", label("modality", &super::key(&modality), Lang::Zh)),
    };
    text += &promise.quantity.as_ref().map_or_else(String::new, figure::target);
    match &promise.deadline {
        Some(deadline) if dated || promise.quantity.is_none() => {
            if !text.is_empty() && !text.ends_with(' ') {
                text += " · ";
            }
            text += &figure::deadline(deadline);
        }
        _ => {}
    }
    text
}

/// What the change is from and to: the promises where they differ, else the headings or the edited words.
fn from_to(change: &Change) -> (String, String) {
    let (old, new) = (change.old_commitment.as_ref(), change.new_commitment.as_ref());
    if old.is_some() || new.is_some() {
        let year = |p: Option<&Promise>| p.and_then(|p| p.deadline.as_ref().map(|d| (d.year, d.month)));
        let dated = year(old) != year(new) || old.is_none() || new.is_none();
        let shown = |p: Option<&Promise>| p.map(|p| promise(p, dated)).unwrap_or_default();
        return (shown(old), shown(new));
    }
    let (old, new) = (change.old_task.as_ref(), change.new_task.as_ref());
    if old.is_some() || new.is_some() {
        let shown = |task: Option<&Assignment>| task.map(assignment).unwrap_or_default();
        return (shown(old), shown(new));
    }
    if change.level == Level::Outline {
        let heading = |at: &Option<At>| at.as_ref().map(|at| at.heading.clone()).unwrap_or_default();
        return (heading(&change.old), heading(&change.new));
    }
    (String::new(), String::new())
}

/// Who leads, who helps, who is in charge, by when: `市民政局 + 市财政局 (副市长) · 2024-10`.
fn assignment(task: &Assignment) -> String {
    let mut text = names(&task.lead);
    if !task.support.is_empty() {
        text += &format!(" + {}", names(&task.support));
    }
    if !task.persons.is_empty() {
        text += &format!(" ({})", task.persons.join("、"));
    }
    if let Some(when) = &task.deadline {
        text += &format!(" · {}", when.short());
    }
    text.trim().to_owned()
}

fn names(units: &[Unit]) -> String {
    units.iter().map(|unit| unit.name.as_str()).collect::<Vec<_>>().join("、")
}

/// `+200家 (+20%)`, with the sense where it is known.
fn difference(difference: &Difference) -> String {
    let sign = |text: String| if text.starts_with('-') { text } else { format!("+{text}") };
    let unit = if difference.unit == named::PERCENT { named::POINTS } else { &difference.unit };
    let mut text = sign(figure::number(difference.absolute, unit));
    if let Some(relative) = difference.relative {
        text += &format!(" ({}%)", sign(relative.to_places(2).to_string()));
    }
    match difference.more_ambitious {
        Some(true) => text + " ▲",
        Some(false) => text + " ▼",
        None => text,
    }
}

/// `base 5.5% (2025)`.
fn start(start: &Start) -> String {
    let year = start.year.map(|year| format!(" ({year})")).unwrap_or_default();
    format!("{}{year}", start.text)
}

/// `145 → 146`, with the sections where they are known.
fn places(change: &Change) -> String {
    place(&change.old, &change.new)
}

fn place(old: &Option<At>, new: &Option<At>) -> String {
    let at = |at: &At| match at.section.is_empty() {
        true => at.line.to_string(),
        false => format!("{} ({})", at.line, at.section),
    };
    match (old, new) {
        (Some(old), Some(new)) => format!("{} → {}", at(old), at(new)),
        (Some(old), None) => format!("{} → –", at(old)),
        (None, Some(new)) => format!("– → {}", at(new)),
        (None, None) => String::new(),
    }
}

/// A change's edits with the unchanged text far from them cut, each piece with its op.
fn shortened(edit: &Edit) -> Vec<(Op, String)> {
    let last = edit.pieces.len().saturating_sub(1);
    let whole = edit.pieces.iter().all(|piece| piece.op == Op::Equal);
    let cut = |at: usize, text: &str| {
        let chars: Vec<char> = text.chars().collect();
        let (head, tail) = (if at == 0 { 0 } else { CONTEXT }, if at == last { 0 } else { CONTEXT });
        if whole || chars.len() <= head + tail + 4 {
            return text.to_owned();
        }
        let start: String = chars[..head].iter().collect();
        let end: String = chars[chars.len() - tail..].iter().collect();
        format!("{start}…{end}")
    };
    let pieces = edit.pieces.iter().enumerate();
    let text = |at: usize, op: Op, text: &str| if op == Op::Equal { cut(at, text) } else { text.to_owned() };
    pieces.map(|(at, piece)| (piece.op, text(at, piece.op, &piece.text))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::Piece;

    #[test]
    fn unchanged_text_far_from_an_edit_is_cut() {
        let piece = |op, text: &str| Piece { op, text: text.into() };
        let pieces = vec![
            piece(Op::Equal, &"甲".repeat(40)),
            piece(Op::Delete, "乙"),
            piece(Op::Equal, &"丙".repeat(10)),
            piece(Op::Insert, "丁"),
            piece(Op::Equal, &"戊".repeat(40)),
        ];
        let edit = Edit { kinds: Vec::new(), old: None, new: None, pieces };
        let text: String = shortened(&edit).into_iter().map(|(_, text)| text).collect();
        assert_eq!(text, format!("…{}乙{}丁{}…", "甲".repeat(CONTEXT), "丙".repeat(10), "戊".repeat(CONTEXT)));
    }
}
