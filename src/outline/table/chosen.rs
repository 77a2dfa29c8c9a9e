//! Of all readings of the lines of a table the one that is worth most.
//!
//! Where a medium marks the table there is one grid. Of text there are candidates: what the readers of frequent shapes give,
//! and what [`crate::grid::recover`] gives for any shape; what [`crate::grid::roles`] find in them decides.

use super::{Grid, Sheet, by_shape, next_text};
use crate::{
    grid::{self, Context, Head, Reading, Word, recover, roles},
    outline::{
        Cell, caption,
        label::{self, Mark},
        line::{Line, Role},
    },
    source::View,
    span::Span,
};

/// Lines that must read as a table before more lines of one without a caption are looked at: so many lines may seem to open one
/// that to look far from each would take time by the square of the text.
const TRIED: usize = 120;

/// Least score of a reading of text that no reader of shapes takes for a table.
const SURE: f64 = 0.85;

/// The table that `line`, the line `at`, opens.
pub(super) fn read(sheet: Sheet<'_>, at: usize, line: &Line, around: Option<(&str, &str)>) -> Option<Grid> {
    let (caption, unit) = around.unwrap_or_default();
    let context = Context { caption, unit };
    let marked = sheet.document.marks.table(line.span.start).is_some();
    let shaped = by_shape(sheet, at, line).map(|mut found| {
        let cells = if marked { std::mem::take(&mut found.cells) } else { cells(&found, at, sheet) };
        found.cells = cells.parted(&sheet.document.text);
        found.reading = roles::read(&found.cells, &context);
        found
    });
    if marked || !(around.is_some() || shaped.is_some() || opens(sheet, at)) {
        return shaped.map(settled);
    }
    let worth = |found: &Grid| found.reading.as_ref().map_or(0.0, Reading::worth);
    let recovered =
        recovered(sheet, at, &context).filter(|found| shaped.is_some() || found.reading.as_ref().is_some_and(is_sure));
    let best = match (shaped, recovered) {
        (Some(one), Some(other)) => Some(if worth(&other) > worth(&one) * 1.02 { other } else { one }),
        (one, other) => one.or(other),
    };
    best.map(settled)
}

/// Whether text that no reader of shapes takes for a table is one: it agrees well and states several values.
fn is_sure(reading: &Reading) -> bool {
    reading.score >= SURE && reading.stated >= 3 && reading.parts.iter().any(|part| !part.heads.is_empty())
}

/// `found` without a reading that agrees too little.
fn settled(mut found: Grid) -> Grid {
    found.reading = found.reading.filter(|reading| reading.score >= roles::READ);
    found
}

/// `found` with the reading that `caption` and `unit` above it allow.
pub(super) fn dated(mut found: Grid, caption: &str, unit: &str) -> Grid {
    if !caption.is_empty() || !unit.is_empty() {
        let reading = roles::read(&found.cells, &Context { caption, unit });
        found.reading = reading.filter(|reading| reading.score >= roles::READ);
    }
    found
}

/// Whether a table may open on line `at`: two pieces of it, or it and one of the next lines, are heads, one of them of names or
/// numbers of rows and another of values; or it begins with such heads run together.
fn opens(sheet: Sheet<'_>, at: usize) -> bool {
    let line = &sheet.lines[at];
    let source = line.span.of(&sheet.document.text);
    let text = line.text();
    let heading = label::read(text).is_some_and(|label| label.mark <= Mark::ChineseParen);
    // 主要指标（专栏1）： introduces what stands below it.
    let introduces = text.ends_with('：') || text.ends_with(':');
    if heading || introduces || source.chars().take(80).any(|c| c == '。') {
        return false;
    }
    if recover::runs_together(source) {
        return true;
    }
    let mut heads: Vec<Head> = pieces(source).map(Head::of_piece).collect();
    if heads.len() == 1 && heads[0].is_one() {
        let below = sheet.lines[at + 1..].iter().take(5).filter(|line| line.is_short(24));
        heads.extend(below.map(|line| Head::read(line.text())));
    }
    let heads: Vec<&Head> = heads.iter().filter(|head| head.is_one()).collect();
    let first = heads.first().is_some_and(|head| names(head) || states(head));
    let many = heads.iter().filter(|head| states(head)).count() + heads.len() > 2;
    first && heads.iter().any(|head| names(head)) && many || opens_together(text)
}

/// Whether `text` begins with heads of names and of values run together (类别指标2025年2030年属性经济发展…).
fn opens_together(text: &str) -> bool {
    let start: String = text.chars().take(16).collect();
    let head = Head::read(&start);
    let values = text.matches(|c: char| c.is_ascii_digit()).count() > 12;
    values && text.chars().count() > 40 && head.unread <= 6 && names(&head) && states(&head)
}

/// Whether `head` says what rows are about, or numbers or groups them.
fn names(head: &Head) -> bool {
    head.says(Word::Name) || head.says(Word::Number) || head.says(Word::Group)
}

/// Whether `head` says what is stated of rows.
fn states(head: &Head) -> bool {
    head.is_of_values() || head.says(Word::Responsible) || head.says(Word::Due)
}

/// The pieces of a line, parted by what parts cells.
fn pieces(source: &str) -> impl Iterator<Item = &str> {
    source.split(['\t', '|', ',', '，', ' ', '\u{3000}']).map(str::trim).filter(|piece| !piece.is_empty()).take(40)
}

/// The best grid that the lines from `at` on may have had.
fn recovered(sheet: Sheet<'_>, at: usize, context: &Context<'_>) -> Option<Grid> {
    if context.caption.is_empty() {
        let start = block(sheet, at, TRIED);
        let (_, reading) = best(sheet, &start, context)?;
        if start.len() == TRIED && !is_sure(&reading) {
            return None;
        }
    }
    let lines = block(sheet, at, recover::LONGEST);
    let (cells, reading) = best(sheet, &lines, context)?;
    let last = cells.cells.iter().map(|cell| cell.span.end).max().unwrap_or(0).max(cells.span.end);
    let end = (at..sheet.lines.len()).find(|&next| sheet.lines[next].span.start >= last).unwrap_or(sheet.lines.len());
    // Prose behind a table on its line would be lost with it.
    let behind = sheet
        .lines
        .get(end.saturating_sub(1))
        .map_or("", |line| Span::new(last, line.span.end).of(&sheet.document.text));
    let note = behind.trim_start().starts_with(|c: char| c.is_ascii_digit() || matches!(c, '注' | '〔' | '*' | '［'));
    if behind.contains('。') && !note {
        return None;
    }
    let (header, rows) = flat(sheet, &cells, &reading);
    Some(Grid { header, rows, end, cells, reading: Some(reading) })
}

/// The grid of `lines` that is worth most, with what it means.
fn best(sheet: Sheet<'_>, lines: &[Span], context: &Context<'_>) -> Option<(grid::Grid, Reading)> {
    let block = recover::Block { text: &sheet.document.text, lines };
    let readings = recover::candidates(&block).into_iter().filter_map(|cells| {
        let cells = cells.parted(&sheet.document.text);
        let reading = roles::read(&cells, context)?;
        Some((cells, reading))
    });
    readings.max_by(|one, other| one.1.worth().total_cmp(&other.1.worth()))
}

/// The lines, `most` of them, in which a table that opens on line `at` may stand.
fn block(sheet: Sheet<'_>, at: usize, most: usize) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut next = at;
    while let Some(line) = sheet.lines.get(next).filter(|line| line.role == Role::Body && spans.len() < most) {
        if next > at && ends(line) {
            break;
        }
        spans.push(line.span);
        next = next_text(sheet.lines, next + 1);
    }
    spans
}

/// Whether no table goes on over `line`: a heading, a caption, or prose.
fn ends(line: &Line) -> bool {
    let heading = label::read(line.text()).is_some_and(|label| label.mark <= Mark::Section);
    let prose = line.ends_sentence() && line.width > 60 && !line.tabs;
    heading || prose || caption::read(line).is_some()
}

/// The first part of `reading` as one row of heads and rows of as many cells.
fn flat(sheet: Sheet<'_>, cells: &grid::Grid, reading: &Reading) -> (Vec<Cell>, Vec<Vec<Cell>>) {
    let text = &sheet.document.text;
    let cell = |place: Option<grid::Place>| {
        let found = place.and_then(|place| cells.cells.get(place.cell).map(|cell| (place, cell)));
        found.map_or_else(Cell::default, |(place, cell)| {
            let span = if place.own { cell.span } else { Span::new(cell.span.start, cell.span.start) };
            Cell { span, view: cell.view.clone() }
        })
    };
    let head = |part: &grid::Part, col: usize| {
        let mut spans: Vec<Span> = part
            .heads
            .iter()
            .filter_map(|row| row.get(col).copied().flatten())
            .filter_map(|place| cells.cells.get(place.cell))
            .map(|cell| cell.span)
            .collect();
        spans.dedup();
        Cell { span: spans.last().copied().unwrap_or_default(), view: View::new(text, &spans) }
    };
    let header = reading.parts.first().map(|part| (0..part.columns.len()).map(|col| head(part, col)).collect());
    let records = reading.parts.iter().flat_map(|part| &part.records);
    (
        header.unwrap_or_default(),
        records.map(|record| record.cells.iter().map(|&place| cell(place)).collect()).collect(),
    )
}

/// The cells of `found`, as its lines gave them.
fn cells(found: &Grid, at: usize, sheet: Sheet<'_>) -> grid::Grid {
    let lines = sheet.lines;
    let columns = found.header.len().max(1);
    let rows = std::iter::once(&found.header).chain(&found.rows).enumerate();
    let cells: Vec<grid::Cell> = rows
        .flat_map(|(row, cells)| {
            let cols = if cells.len() == 1 { columns } else { 1 };
            let place = move |(col, cell): (usize, &Cell)| grid::Cell {
                span: cell.span,
                view: cell.view.clone(),
                row,
                col,
                rows: 1,
                cols,
            };
            cells.iter().enumerate().map(place)
        })
        .collect();
    let span = lines.get(at).map_or(Span::default(), |line| line.span);
    let span = cells.iter().filter(|cell| !cell.span.is_empty()).fold(span, |span, cell| span.join(cell.span));
    let origin = if lines.get(at).is_some_and(|line| line.tabs) { grid::Origin::Tabs } else { grid::Origin::Lines };
    grid::Grid::new(cells, origin, span)
}
