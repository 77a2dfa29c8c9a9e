//! A layout as a grid: the cells of its rows, the names of groups over or beside them, and the headings.

use std::{collections::HashSet, ops::Range};

use super::{
    flow::{Layout, Part},
    head::HeadCell,
    kind::Column,
    token::Tokens,
};
use crate::{
    grid::model::{Cell, Grid, Origin},
    source::View,
    span::Span,
};

/// Where the names of groups stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Groups {
    /// In a row of their own, over so many columns.
    Across(usize),
    /// In a first column, down the rows that they name.
    Beside,
}

/// The cell of `pieces` at (`row`, `col`).
pub(super) fn cell(tokens: &Tokens<'_>, pieces: impl Iterator<Item = usize>, row: usize, col: usize) -> Cell {
    let spans: Vec<Span> = pieces.map(|at| tokens.all[at].span()).collect();
    let span = spans.iter().copied().reduce(Span::join).unwrap_or_default();
    Cell::new(span, View::new(tokens.text, &spans), row, col)
}

/// The grid of `layout` below `heads`, which are set for the columns that the groups leave.
pub(super) fn grid(tokens: &Tokens<'_>, layout: &Layout, heads: &[HeadCell], groups: Groups, origin: Origin) -> Grid {
    let shift = usize::from(groups == Groups::Beside);
    let head = |head: &HeadCell| {
        cell(tokens, head.pieces.iter().copied(), head.row, head.column).over(head.rows, head.columns)
    };
    let stands = |part: &&Part| matches!(part, Part::Cell { .. } | Part::Group { .. });
    let mut cells: Vec<Cell> = Vec::with_capacity(heads.len() + layout.parts.iter().filter(stands).count());
    cells.extend(heads.iter().map(head));
    let mut row = heads.iter().map(|head| head.row + head.rows).max().unwrap_or(0);
    let mut group: Option<Cell> = None;
    for part in &layout.parts {
        match *part {
            Part::Cell { column, from, pieces } => {
                cells.push(cell(tokens, range(from, pieces), row, column as usize + shift));
            }
            Part::RowEnd => row += 1,
            Part::Group { from, pieces } => {
                let named = cell(tokens, range(from, pieces), row, 0);
                if let Groups::Across(width) = groups {
                    cells.push(named.over(1, width));
                    row += 1;
                } else {
                    close(&mut cells, group.replace(named), row);
                }
            }
            Part::Head | Part::Noise => {}
        }
    }
    close(&mut cells, group, row);
    let first = tokens.all.first().map_or(0, |token| token.span().start);
    let last = layout.end.checked_sub(1).map_or(0, |last| tokens.all[last].span().end);
    Grid::new(cells, origin, Span::new(first, last))
}

/// The `pieces` that begin with `from`.
fn range(from: u32, pieces: u8) -> Range<usize> {
    from as usize..from as usize + usize::from(pieces)
}

/// Ends the group above `row`.
fn close(cells: &mut Vec<Cell>, group: Option<Cell>, row: usize) {
    if let Some(group) = group {
        let rows = row.saturating_sub(group.row()).max(1);
        cells.push(group.over(rows, 1));
    }
}

/// Lets a cell reach down over rows that lack their first columns up to its own.
pub(super) fn reach_down(grid: &mut Grid, columns: &[Column], head_rows: usize) {
    let width = columns.len();
    let mut open: Vec<Option<usize>> = vec![None; width];
    let mut first_of_row: Vec<usize> = vec![usize::MAX; grid.rows];
    for cell in grid.cells.iter().filter(|cell| !cell.is_empty()) {
        first_of_row[cell.row()] = first_of_row[cell.row()].min(cell.col());
    }
    let mut ends: Vec<(usize, usize)> = Vec::new();
    let mut last_row = usize::MAX;
    for (at, cell) in grid.cells.iter().enumerate() {
        if cell.row() < head_rows || cell.is_empty() {
            continue;
        }
        if cell.cols() >= width {
            open.fill(None);
            continue;
        }
        if cell.row() != last_row {
            last_row = cell.row();
            let first = first_of_row[cell.row()];
            for (column, above) in open.iter_mut().enumerate() {
                match above {
                    Some(index) if column < first && columns.get(column) != Some(&Column::Value) => {
                        ends.push((*index, cell.row()))
                    }
                    _ => *above = None,
                }
            }
        }
        if cell.col() < width {
            open[cell.col()] = Some(at);
        }
    }
    for (index, row) in ends {
        let cell = std::mem::take(&mut grid.cells[index]);
        let (rows, cols) = (row + 1 - cell.row(), cell.cols());
        grid.cells[index] = cell.over(rows, cols);
    }
    // The empty places that they now take up.
    let reaching = grid.cells.iter().filter(|cell| cell.rows() > 1 && cell.row() >= head_rows);
    let places = reaching.flat_map(|cell| (cell.row() + 1..cell.row() + cell.rows()).map(|row| (row, cell.col())));
    let taken: HashSet<(usize, usize)> = places.collect();
    let covered = |cell: &Cell| cell.is_empty() && taken.contains(&(cell.row(), cell.col()));
    let cells = std::mem::take(&mut grid.cells);
    grid.cells = cells.into_iter().filter(|cell| !covered(cell)).collect();
}
