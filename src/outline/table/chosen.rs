//! Of all readings of the lines of a table the one that is worth most.
//!
//! Where a medium marks the table there is one grid. Of text there are the candidates of [`crate::grid::recover`]; what
//! [`crate::grid::roles`] find in them decides.

use super::{
    marked,
    opening::{ends, gives_unit, goes_on, is_prose, opens, title_above},
    parts::{Grid, Sheet, next_text},
};
use crate::{
    grid::{self, Context, Reading, recover, roles},
    lexicon::HEADINGS,
    memory::let_go,
    outline::{
        Cell, Rows,
        line::{Line, Role},
    },
    source::View,
    span::Span,
};

/// Lines that must read as a table before more lines of one without a caption are looked at: so many lines may seem to open one
/// that to look far from each would take time by the square of the text.
const TRIED: usize = 120;

/// Lines in which a table is looked for first; where it reaches their end, in four times as many.
const FIRST: usize = 2_000;

/// Least score of a reading of text whose cells no sign parts.
const SURE: f64 = 0.85;

/// The table that line `at` opens; `around` is the caption above it and the line that gives its unit.
pub(super) fn read(sheet: Sheet<'_>, at: usize, around: Option<(&str, &str)>) -> Option<Grid> {
    let line = sheet.lines.get(at).filter(|line| line.role == Role::Body)?;
    let (caption, unit) = around.unwrap_or_default();
    let context = Context { caption, unit };
    if let Some(mark) = sheet.document.marks.table(line.span().start) {
        let mut found = marked::read(sheet, mark)?;
        found.cells = std::mem::take(&mut found.cells).parted(&sheet.document.text);
        found.reading = roles::read(&found.cells, &context);
        return Some(settled(found));
    }
    let may_open = match around {
        Some(_) => !is_prose(sheet.source(at)),
        None => line.tabs || opens(sheet, at) || is_separated(sheet, at),
    };
    if !may_open {
        return None;
    }
    let told = |reading: &Reading| is_sure(reading) && (around.is_some() || is_headed(reading) || is_named(sheet, at));
    let read = recovered(sheet, at, &context).filter(|found| line.tabs || found.reading.as_ref().is_some_and(told));
    read.or_else(|| plain(sheet, at).filter(|_| line.tabs)).map(settled)
}

/// Whether what stands above line `at` names a table or gives its unit.
fn is_named(sheet: Sheet<'_>, at: usize) -> bool {
    let above = at.checked_sub(1).and_then(|above| sheet.lines.get(above));
    above.is_some_and(gives_unit) || title_above(sheet.lines, at, false).is_some()
}

/// Whether line `at` and those below it are rows of a sheet.
fn is_separated(sheet: Sheet<'_>, at: usize) -> bool {
    let near = sheet.lines.get(at..(at + 3).min(sheet.lines.len())).unwrap_or_default();
    let lines: Vec<Span> = near.iter().map(|line| line.span()).collect();
    recover::is_separated(&recover::Block { text: &sheet.document.text, lines: &lines })
}

/// Whether text whose cells no sign parts is a table: it agrees well and states several values.
fn is_sure(reading: &Reading) -> bool {
    reading.score >= SURE && reading.stated >= 3 && reading.parts.iter().any(|part| !part.heads.is_empty())
}

/// Whether heads stand over it that are called what heads are.
fn is_headed(reading: &Reading) -> bool {
    let called = |column: &&grid::Column| column.head.is_one() || column.head.unit.is_some();
    let known = |part: &grid::Part| part.columns.iter().filter(called).count();
    reading.parts.first().is_some_and(|part| known(part) >= 2)
}

/// `found` without a reading that agrees too little.
fn settled(mut found: Grid) -> Grid {
    found.reading = found.reading.filter(|reading| reading.score >= grid::READ);
    found
}

/// `found` with the reading that `caption` and `unit` above it allow.
pub(super) fn dated(mut found: Grid, caption: &str, unit: &str) -> Grid {
    if !caption.is_empty() || !unit.is_empty() {
        found.reading = roles::read(&found.cells, &Context { caption, unit });
        found = settled(found);
    }
    found
}

/// The best grid that the lines from `at` on may have had.
fn recovered(sheet: Sheet<'_>, at: usize, context: &Context<'_>) -> Option<Grid> {
    let (cells, reading) = candidate(sheet, at, context)?;
    let last = cells.cells.iter().map(|cell| cell.span().end).max().unwrap_or(0).max(cells.span.end);
    let end = line_behind(sheet, at, last);
    // Prose behind a table on its line would be lost with it.
    let behind = sheet
        .lines
        .get(end.saturating_sub(1))
        .map_or("", |line| Span::new(last, line.span().end).of(&sheet.document.text));
    let note =
        behind.trim_start().starts_with(|c: char| c.is_ascii_digit() || "〔*［".contains(c) || HEADINGS.note.is(c));
    if behind.contains('。') && !note {
        return None;
    }
    let (header, rows) = flat(sheet, &cells, &reading);
    Some(Grid { header, rows, end, cells, reading: Some(reading) })
}

/// The grid that is worth most, with what it means; one without a caption must be sure of itself in its first lines.
fn candidate(sheet: Sheet<'_>, at: usize, context: &Context<'_>) -> Option<(grid::Grid, Reading)> {
    if context.caption.is_empty() {
        let start = block(sheet, at, TRIED);
        let (cells, reading) = best(sheet, &start, context)?;
        if start.len() < TRIED {
            return Some((cells, reading));
        }
        if !is_sure(&reading) {
            return None;
        }
    }
    to_its_end(sheet, at, |lines| best(sheet, lines, context), |(cells, _)| cells)
}

/// What `read` finds in the lines from `at` on, as many as its grid takes: a small table costs no look at all lines behind it.
fn to_its_end<T>(
    sheet: Sheet<'_>,
    at: usize,
    read: impl Fn(&[Span]) -> Option<T>,
    grid: impl Fn(&T) -> &grid::Grid,
) -> Option<T> {
    let mut most = FIRST;
    loop {
        let lines = block(sheet, at, most);
        let found = read(&lines)?;
        // A last row that was cut off, or a name of a group, is no row yet.
        let near = lines.get(lines.len() * 7 / 8).map_or(0, |line| line.start);
        let all = lines.len() < most;
        let_go(lines);
        if all || grid(&found).span.end <= near {
            return Some(found);
        }
        most *= 4;
    }
}

/// The first line from `at` on that begins behind `last`.
fn line_behind(sheet: Sheet<'_>, at: usize, last: usize) -> usize {
    (at..sheet.lines.len()).find(|&next| sheet.lines[next].span().start >= last).unwrap_or(sheet.lines.len())
}

/// The grid of the lines from `at` on whose cells a sign parts, whatever they mean: the first row as heads.
fn plain(sheet: Sheet<'_>, at: usize) -> Option<Grid> {
    let text = &sheet.document.text;
    let cells = to_its_end(sheet, at, |lines| recover::plain(&recover::Block { text, lines }), |cells| cells)?;
    let numbered: Vec<(usize, usize)> = cells.cells.iter().map(grid::Cell::row).enumerate().collect();
    let rows = numbered.chunk_by(|one, other| one.1 == other.1);
    let mut rows = rows.map(|row| row.iter().map(|&(at, _)| grid::Place::of(at)).collect::<grid::Row>());
    let header = rows.next()?.iter().map(|&place| Cell::of(&cells, place)).collect();
    let rows = Rows::Places(rows.collect());
    Some(Grid { header, rows, end: line_behind(sheet, at, cells.span.end), cells, reading: None })
}

/// The grid of `lines` that is worth most, with what it means; of equal ones that which parts more, then the first.
fn best(sheet: Sheet<'_>, lines: &[Span], context: &Context<'_>) -> Option<(grid::Grid, Reading)> {
    let block = recover::Block { text: &sheet.document.text, lines };
    let more = |one: &(grid::Grid, Reading), other: &(grid::Grid, Reading)| {
        let worth = other.1.worth().total_cmp(&one.1.worth());
        worth.then_with(|| filled(other).cmp(&filled(one))).is_gt()
    };
    let mut best: Option<(grid::Grid, Reading)> = None;
    recover::candidates(&block, &mut |cells| {
        let cells = cells.parted(&sheet.document.text);
        let Some(reading) = roles::read(&cells, context) else { return };
        let other = (cells, reading);
        if best.as_ref().is_none_or(|one| more(one, &other)) {
            best = Some(other);
        }
    });
    best
}

/// How many columns hold something below their heads.
fn filled((cells, reading): &(grid::Grid, Reading)) -> usize {
    let holds = |place: &Option<grid::Place>| place.is_some_and(|place| !cells.cells[place.cell()].is_empty());
    let in_part = |part: &grid::Part| {
        (0..part.columns.len()).filter(|&col| part.records.iter().any(|record| holds(&record.cells[col]))).count()
    };
    reading.parts.iter().map(in_part).max().unwrap_or(0)
}

/// The lines, `most` of them, in which a table that opens on line `at` may stand.
fn block(sheet: Sheet<'_>, at: usize, most: usize) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut next = at;
    // Among rows that single spaces part, none of which ends a sentence, one that does is prose.
    let spaces = |source: &str| {
        source.contains(' ') && !source.contains("  ") && !source.contains(|c| c == '\t' || recover::is_bar(c))
    };
    let sentence = |at: usize| sheet.lines.get(at).is_some_and(Line::ends_sentence);
    let spaced = sheet.lines.get(at).is_some() && spaces(sheet.source(at)) && !(at..at + 3).any(sentence);
    while let Some(line) = sheet.lines.get(next).filter(|line| line.role == Role::Body && spans.len() < most) {
        // A table that the medium marks is one by itself.
        let marked = || sheet.document.marks.table(line.span().start).is_some();
        if next > at && (marked() || ends(line) || spaced && spans.len() > 2 && line.ends_sentence()) {
            break;
        }
        if !goes_on(line) {
            spans.push(line.span());
        }
        next = next_text(sheet.lines, next + 1);
    }
    spans
}

/// `reading` as one row of heads, that of its first part, and rows of as many cells, or of one that names a group.
fn flat(sheet: Sheet<'_>, cells: &grid::Grid, reading: &Reading) -> (Vec<Cell>, Rows) {
    let header = reading.parts.first().map(|part| (0..part.columns.len()).map(|col| head(sheet, cells, part, col)));
    let records = reading.parts.iter().flat_map(|part| &part.records).map(|record| &record.cells);
    let mut held = vec![false; cells.cells.len()];
    records.flat_map(|cells| cells.iter()).flatten().for_each(|place| held[place.cell()] = true);
    let heads = reading.parts.iter().flat_map(|part| part.heads.iter().flat_map(|row| row.iter()).flatten());
    let below = heads.map(|place| cells.cells[place.cell()].row() + 1).max().unwrap_or(0);
    let names_group = |(at, cell): &(usize, &grid::Cell)| cell.row() >= below && !cell.is_empty() && !held[*at];
    let groups = cells.cells.iter().enumerate().filter(names_group);
    let mut groups = groups.map(|(at, cell)| (cell.row(), grid::Place::of(at))).peekable();
    let mut rows = Vec::with_capacity(reading.parts.iter().map(|part| part.records.len()).sum());
    for record in reading.parts.iter().flat_map(|part| &part.records) {
        let own = record
            .cells
            .iter()
            .flatten()
            .filter(|place| place.own())
            .map(|place| cells.cells[place.cell()].row())
            .min();
        while let Some((_, group)) = groups.next_if(|(row, _)| own.is_some_and(|own| *row < own)) {
            rows.push(grid::Row::from_iter([group]));
        }
        rows.push(record.cells.clone());
    }
    (header.map(Iterator::collect).unwrap_or_default(), Rows::Places(rows))
}

/// The head of column `col` of `part`: what its rows say from the top.
fn head(sheet: Sheet<'_>, cells: &grid::Grid, part: &grid::Part, col: usize) -> Cell {
    let places = part.heads.iter().filter_map(|row| row.get(col).copied().flatten());
    let mut spans: Vec<Span> = places.filter_map(|place| cells.cells.get(place.cell())).map(grid::Cell::span).collect();
    spans.dedup();
    Cell::new(spans.last().copied().unwrap_or_default(), View::new(&sheet.document.text, &spans))
}
