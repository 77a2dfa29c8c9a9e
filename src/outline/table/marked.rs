//! Tables that the medium marks as such: every row is a line, and merged cells are known.

use super::parts::{Grid, Sheet, fit};
use crate::{
    outline::{Cell, line::Role},
    source::{View, marks::TableMark},
    span::Span,
};

/// Most rows that a header takes up.
const TALLEST: usize = 4;

/// A cell with what covers it.
struct Place {
    /// Its own text; empty where another covers it.
    own: Span,
    /// The merged cell that covers it.
    covering: Option<Span>,
}

impl Place {
    fn text(&self) -> Span {
        self.covering.unwrap_or(self.own)
    }
}

/// Reads the rows of `table` from line `at` on.
pub(super) fn read(sheet: Sheet<'_>, at: usize, table: &TableMark) -> Option<Grid> {
    let mut rows = Vec::new();
    let mut end = at;
    while let Some(line) = sheet.lines.get(end).filter(|line| line.span.start < table.span.end) {
        if line.role == Role::Body {
            rows.push(places(sheet, line.number, table));
        }
        end += 1;
    }
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    // A title over the whole first row.
    while rows.first().is_some_and(|row| row.len() == 1) && columns > 1 {
        rows.remove(0);
    }
    if rows.len() < 2 || columns < 2 {
        return None;
    }
    let body = rows.split_off(header_rows(sheet, &rows));
    let header: Vec<Cell> = (0..columns).map(|column| header_cell(sheet, &rows, column)).collect();
    let repeats = |row: &[Cell]| {
        let same = row.iter().zip(&header).filter(|(cell, head)| cell.view.text() == head.view.text()).count();
        row.len() > 1 && same * 2 > row.len()
    };
    let rows = body.iter().map(|row| row_cells(sheet, row, columns)).filter(|row| !repeats(row)).collect();
    Some(Grid { header, rows, end, ..Grid::default() })
}

/// The cells of line `number`.
fn places(sheet: Sheet<'_>, number: usize, table: &TableMark) -> Vec<Place> {
    let line = sheet.document.lines.span(&sheet.document.text, number).unwrap_or_default();
    let mut at = line.start;
    let mut places = Vec::new();
    for cell in line.of(&sheet.document.text).split('\t') {
        let own = Span::new(at, at + cell.len());
        places.push(Place { own, covering: table.covering(at).filter(|_| cell.is_empty()) });
        at += cell.len() + 1;
    }
    places
}

/// How many rows the header has: up to row 1, or as far down as its merged cells reach.
fn header_rows(sheet: Sheet<'_>, rows: &[Vec<Place>]) -> usize {
    let text = |place: &Place| place.own.of(&sheet.document.text).trim();
    let numbered = rows.iter().take(TALLEST + 1).position(|row| row.iter().take(2).any(|cell| text(cell) == "1"));
    if let Some(first) = numbered.filter(|&first| first > 0) {
        // A row above row 1 that names a group is no header.
        return (1..first).find(|&at| rows[at].len() == 1).unwrap_or(first);
    }
    let end = rows[0].last().map_or(0, |place| place.own.end);
    let reaches = |row: &&Vec<Place>| row.iter().any(|place| place.covering.is_some_and(|span| span.end <= end));
    1 + rows[1..].iter().take(TALLEST - 1).take_while(reaches).count().min(rows.len().saturating_sub(2))
}

/// The header of `column`: what its cells say from the top, each once.
fn header_cell(sheet: Sheet<'_>, rows: &[Vec<Place>], column: usize) -> Cell {
    let mut pieces: Vec<Span> = Vec::new();
    for place in rows.iter().filter_map(|row| row.get(column)) {
        let text = place.text();
        if !text.is_empty() && !pieces.contains(&text) {
            pieces.push(text);
        }
    }
    let span = pieces.last().copied().unwrap_or_default();
    Cell { span, view: View::new(&sheet.document.text, &pieces) }
}

/// A row; a cell that another covers says what that one says and has no place of its own.
fn row_cells(sheet: Sheet<'_>, row: &[Place], columns: usize) -> Vec<Cell> {
    let text = &sheet.document.text;
    let cells = row.iter().map(|place| match place.covering {
        Some(span) => Cell { span: Span::new(place.own.start, place.own.start), view: View::new(text, &[span]) },
        None => sheet.cell(trimmed(text, place.own)),
    });
    let cells: Vec<Cell> = cells.collect();
    if cells.len() == 1 { cells } else { fit(cells, columns) }
}

fn trimmed(text: &str, span: Span) -> Span {
    let inner = span.of(text);
    let start = span.start + inner.len() - inner.trim_start().len();
    Span::new(start, start + inner.trim().len())
}
