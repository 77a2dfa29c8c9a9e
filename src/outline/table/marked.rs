//! Tables that the medium marks as such: every row is a line, and merged cells are known.

use super::parts::{Grid, Sheet};
use crate::{
    grid::{self, Place, Row},
    outline::{Cell, Rows},
    source::{View, marks::TableMark},
    span::Span,
};

/// Most rows that a header takes up.
const TALLEST: usize = 4;

/// Reads `table`.
pub(super) fn read(sheet: Sheet<'_>, table: &TableMark) -> Option<Grid> {
    let end = sheet.lines.partition_point(|line| line.span().start < table.span.end);
    let marked = Marked { sheet, cells: grid::Grid::of_mark(&sheet.document.text, table) };
    let rows = grid::laid_out(&marked.cells);
    let columns = rows.first().map_or(0, |row| row.len());
    // A title over the whole first row.
    let titles = rows.iter().take_while(|row| columns > 1 && is_alone(row)).count();
    let rows = &rows[titles..];
    if rows.len() < 2 || columns < 2 {
        return None;
    }
    let (heads, body) = rows.split_at(marked.header_rows(rows));
    let header: Vec<Cell> = (0..columns).map(|column| marked.header_cell(heads, column)).collect();
    let repeats = |row: &[Cell]| {
        let same = row.iter().zip(&header).filter(|(cell, head)| cell.view.text() == head.view.text()).count();
        row.len() > 1 && same * 2 > row.len()
    };
    let rows = body.iter().map(|row| marked.row_cells(row)).filter(|row| !repeats(row)).collect();
    let rows = Rows::Cells(rows);
    Some(Grid { header, rows, end, cells: marked.cells, reading: None })
}

/// Whether one cell takes up the whole of `row`.
fn is_alone(row: &Row) -> bool {
    row.iter().all(|place| place.is_some_and(|place| Some(place.cell()) == row[0].map(|first| first.cell())))
}

/// The cells of a table.
struct Marked<'a> {
    sheet: Sheet<'a>,
    cells: grid::Grid,
}

impl Marked<'_> {
    fn cell(&self, place: Place) -> &grid::Cell {
        &self.cells.cells[place.cell()]
    }

    /// How many rows the header has: up to row 1, or as far down as its merged cells reach.
    fn header_rows(&self, rows: &[Row]) -> usize {
        let is_first = |place: &Option<Place>| place.is_some_and(|place| place.own() && self.cell(place).text() == "1");
        let numbered = rows.iter().take(TALLEST + 1).position(|row| row.iter().take(2).any(is_first));
        if let Some(first) = numbered.filter(|&first| first > 0) {
            // A row above row 1 that names a group is no header.
            return (1..first).find(|&at| is_alone(&rows[at])).unwrap_or(first);
        }
        let top = rows[0].iter().flatten().map(|&place| self.cell(place).row()).max().unwrap_or(0);
        let covers = |place: &Place| !place.own() && self.cell(*place).row() <= top;
        let reaches = |row: &&Row| row.iter().flatten().any(covers);
        1 + rows[1..].iter().take(TALLEST - 1).take_while(reaches).count().min(rows.len().saturating_sub(2))
    }

    /// The header of `column`: what its cells say from the top, each once.
    fn header_cell(&self, rows: &[Row], column: usize) -> Cell {
        let mut pieces: Vec<Span> = Vec::new();
        for place in rows.iter().filter_map(|row| row[column]) {
            let text = self.cell(place).span();
            if !text.is_empty() && !pieces.contains(&text) {
                pieces.push(text);
            }
        }
        let span = pieces.last().copied().unwrap_or_default();
        Cell::new(span, View::new(&self.sheet.document.text, &pieces))
    }

    /// A row; a cell that another covers says what that one says and has no place of its own.
    fn row_cells(&self, row: &Row) -> Vec<Cell> {
        let cells = row.iter().map(|&place| Cell::of(&self.cells, place));
        cells.take(if is_alone(row) { 1 } else { row.len() }).collect()
    }
}
