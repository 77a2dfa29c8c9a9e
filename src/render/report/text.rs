//! The text of a document with everything that was read from it marked, and links to its rows.

use std::collections::{HashMap, HashSet};

use maud::{Markup, html};

use super::{
    Entry, Say, extent,
    marks::{self, Kind, Mark, Piece},
    statements,
};
use crate::{analysis::OutlineEntry, render::figure, span::Span};

/// Lines after which the next stretch begins that is laid out by itself.
const STRETCH: usize = 40;
/// Characters of a row on a wide screen.
const ROW: usize = 44;
/// Rows by which the sizes of stretches are told apart, and how many sizes the style knows.
const STEP: usize = 10;
const STEPS: usize = 12;

/// The text; what is marked leads to its row where that is among `rows`.
pub(super) fn shown(entry: &Entry, rows: &HashSet<String>, say: Say) -> Markup {
    let text = &entry.text[..extent::end(&entry.text)];
    let marks = marks::sorted(marks_of(entry, rows, say), text);
    let lines = marks::lines(text, &marks);
    let linked = linked(&lines, &marks);
    let mut headings = Headings::new();
    collect(&entry.analysis.outline, 3, &mut headings);
    let stretches = stretches(lines.len(), &headings);
    html! {
        p.legend {
            span { a.m.c href="#statements" { (say.t("commitment")) } " " a.m.r href="#statements" { (say.t("result")) } " "
                span.t { (say.t("task")) } }
            label.js hidden { input type="checkbox" id="numbers-shown"; " " (say.t("show_numbers")) }
        }
        @if text.len() < entry.text.len() { p.note { (say.t("text_cut")) } }
        div.text lang="zh" id="text-body" {
            @for (from, to) in stretches {
                div class={ "stretch z" (size(&lines[from..to])) } { @for (at, line) in lines[from..to].iter().enumerate() {
                    (self::line(from + at + 1, line, headings.get(&(from + at + 1)), &Marked { marks: &marks, linked: &linked, say }))
                } }
            }
        }
    }
}

/// About how high a stretch is, in steps of [`STEP`] rows: what it is taken for until it is laid out.
fn size(lines: &[Vec<Piece<'_>>]) -> usize {
    let characters = |pieces: &Vec<Piece<'_>>| pieces.iter().map(|piece| piece.text.chars().count()).sum::<usize>();
    let rows: usize = lines.iter().map(|pieces| characters(pieces).div_ceil(ROW)).sum();
    rows.div_ceil(STEP).clamp(1, STEPS)
}

/// The marks of a page, with what it needs to show them.
struct Marked<'a> {
    marks: &'a [Mark],
    /// Those that some piece of the text is the link of.
    linked: &'a HashSet<usize>,
    say: Say,
}

/// Everything that is marked in the text; a statement or task only where the page has its row.
fn marks_of(entry: &Entry, rows: &HashSet<String>, say: Say) -> Vec<Mark> {
    let mut found = Vec::new();
    for record in entry.analysis.commitments.iter().chain(&entry.analysis.achievements) {
        let number = record.quantity.as_ref().map(figure::target).unwrap_or_default();
        let kind = if statements::is_target(record) { Kind::Commitment } else { Kind::Result };
        let title = format!("{} {number}", record.indicator);
        let Span { start, end } = record.source.span();
        found.push(Mark { start, end, kind, row: statements::anchor("", record), title });
    }
    for task in &entry.analysis.tasks {
        let Span { start, end } = task.source.span();
        found.push(Mark {
            start,
            end,
            kind: Kind::Task,
            row: format!("t-{}", task.id),
            title: say.t("task").to_owned(),
        });
    }
    found.retain(|mark| rows.contains(&mark.row));
    for (at, number) in entry.rejected.iter().enumerate().take(super::ROWS) {
        let Span { start, end } = number.source.span();
        found.push(Mark { start, end, kind: Kind::Number, row: format!("n-{at}"), title: number.rule.clone() });
    }
    found
}

/// The marks that a piece leads from: its innermost statement.
fn linked(lines: &[Vec<Piece<'_>>], marks: &[Mark]) -> HashSet<usize> {
    lines.iter().flatten().filter_map(|piece| innermost(piece, marks)).collect()
}

fn innermost(piece: &Piece<'_>, marks: &[Mark]) -> Option<usize> {
    piece.on.iter().rev().copied().find(|&mark| matches!(marks[mark].kind, Kind::Commitment | Kind::Result))
}

/// The headings of a line: the level of the first on the page, and the ids of all.
type Headings<'a> = HashMap<usize, (usize, Vec<&'a str>)>;

fn collect<'a>(entries: &'a [OutlineEntry], level: usize, found: &mut Headings<'a>) {
    for entry in entries {
        found.entry(entry.line).or_insert((level.min(6), Vec::new())).1.push(&entry.id);
        collect(&entry.children, level + 1, found);
    }
}

/// Lines that are laid out together: up to the next chapter, or so many.
fn stretches(lines: usize, headings: &Headings<'_>) -> Vec<(usize, usize)> {
    let (mut found, mut from) = (Vec::new(), 0);
    for at in 1..=lines {
        let chapter = headings.get(&(at + 1)).is_some_and(|(level, _)| *level == 3);
        if at == lines || chapter || at - from >= STRETCH {
            found.push((from, at));
            from = at;
        }
    }
    found
}

fn line(number: usize, pieces: &[Piece<'_>], heading: Option<&(usize, Vec<&str>)>, marked: &Marked<'_>) -> Markup {
    let id = format!("L{number}");
    let body = html! { @for piece in pieces { (self::piece(piece, marked)) } };
    let Some((level, ids)) = heading else {
        return match pieces {
            [] => html! { p.empty id=(id) {} },
            _ => html! { p id=(id) data-line=(number) { (body) } },
        };
    };
    html! {
        div class={ "heading h" (level) } id=(id) data-line=(number) {
            @for id in ids { span id={ "s-" (id) } {} }
            @match level { 3 => h3 { (body) }, 4 => h4 { (body) }, 5 => h5 { (body) }, _ => h6 { (body) } }
        }
    }
}

/// A piece with its marks: a link to the row of the innermost statement, small links to those that no piece leads from.
fn piece(piece: &Piece<'_>, marked: &Marked<'_>) -> Markup {
    let marks = marked.marks;
    let inner = innermost(piece, marks);
    let others = piece.begins.iter().copied().filter(|begun| Some(*begun) != inner);
    let begun = |inner: usize| piece.begins.contains(&inner).then(|| format!("p-{}", marks[inner].row));
    let in_task = piece.on.iter().any(|&mark| marks[mark].kind == Kind::Task);
    let number = piece.on.iter().find(|&&mark| marks[mark].kind == Kind::Number);
    // Statements that no piece leads from: they share their words with the one that the piece leads to.
    let is_small =
        |at: usize| matches!(marks[at].kind, Kind::Commitment | Kind::Result) && !marked.linked.contains(&at);
    let body = html! {
        @match (inner, number) {
            (Some(inner), _) => a.m.c[marks[inner].kind == Kind::Commitment].r[marks[inner].kind == Kind::Result]
                id=[begun(inner)] href={ "#" (marks[inner].row) } title=(marks[inner].title) { (piece.text) },
            (None, Some(number)) => span.n title=(marks[*number].title) { (piece.text) },
            (None, None) => (piece.text),
        }
    };
    html! {
        @for other in others.clone().filter(|other| !is_small(*other)) { (anchor(other, marked)) }
        @if in_task { span.t { (body) } } @else { (body) }
        @for (at, other) in others.filter(|other| is_small(*other)).enumerate() { (small(at + 2, &marks[other])) }
    }
}

/// Where a mark begins that is not the link of this piece.
fn anchor(at: usize, marked: &Marked<'_>) -> Markup {
    let mark = &marked.marks[at];
    let id = format!("p-{}", mark.row);
    match mark.kind {
        Kind::Task => {
            html! { a.badge id=(id) href={ "#" (mark.row) } title=(marked.say.t("to_task")) { (marked.say.t("task")) } }
        }
        _ => html! { span id=(id) {} },
    }
}

/// A small link behind the words that several statements share.
fn small(number: usize, mark: &Mark) -> Markup {
    html! { a.also id={ "p-" (mark.row) } href={ "#" (mark.row) } title=(mark.title) aria-label={ (number) " " (mark.title) } { (number) } }
}
