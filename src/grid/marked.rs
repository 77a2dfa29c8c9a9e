//! The grid of a table that its medium marks.

use std::collections::HashMap;

use super::{Cell, Grid, Origin};
use crate::{
    source::{Document, marks::TableMark},
    span::Span,
};

/// The grid that `mark` describes; a row of one cell reaches over all columns.
pub fn read(document: &Document, mark: &TableMark) -> Grid {
    let text = &document.text;
    let mut cells: Vec<Cell> = Vec::new();
    let mut owners: HashMap<usize, usize> = HashMap::new();
    let mut alone = Vec::new();
    let (mut at, mut columns) = (mark.span.start, 0);
    for (row, line) in mark.span.of(text).lines().enumerate() {
        let mut col = 0;
        for cell in line.split('\t') {
            match mark.covering(at).filter(|_| cell.is_empty()).and_then(|span| owners.get(&span.start)) {
                Some(&owner) => reach(&mut cells[owner], row, col),
                None => {
                    let start = at + cell.len() - cell.trim_start().len();
                    let span = Span::new(start, start + cell.trim().len());
                    if !span.is_empty() {
                        owners.insert(at, cells.len());
                    }
                    cells.push(Cell::at(text, span, row, col));
                }
            }
            at += cell.len() + 1;
            col += 1;
        }
        if col == 1 {
            alone.push(cells.len() - 1);
        }
        columns = columns.max(col);
    }
    for at in alone {
        cells[at].cols = columns;
    }
    Grid::new(cells, Origin::Medium, mark.span)
}

/// Makes `cell` reach to (`row`, `col`).
fn reach(cell: &mut Cell, row: usize, col: usize) {
    cell.rows = cell.rows.max(row + 1 - cell.row);
    cell.cols = cell.cols.max((col + 1).saturating_sub(cell.col));
}
