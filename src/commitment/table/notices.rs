//! What is said of a table and its cells that give no statement.

use std::collections::BTreeSet;

use crate::{
    commitment::reference,
    grid::{self, Part, Reading, Traits},
    outline::{Notice, Table},
    span::Span,
};

/// The notice of a table with numbers that was not read.
pub(super) fn unread(table: &Table) -> Option<Notice> {
    let numbers = table.grid.cells.iter().filter(|cell| grid::states_number(cell.text())).count();
    (numbers >= 2).then(|| Notice {
        code: "table.unread",
        span: table.grid.span,
        message: format!("what the rows and columns of this table mean was not found; its {numbers} cells with numbers give no statement"),
    })
}

/// The notice of numbers in rows that are no part of what was read.
pub(super) fn left_out(table: &Table, reading: &Reading) -> Option<Notice> {
    let cells = &table.grid.cells;
    let mut read = vec![false; cells.len()];
    let rows = reading.parts.iter().flat_map(Part::heads_and_records);
    rows.flat_map(|row| row.iter()).flatten().for_each(|place| read[place.cell()] = true);
    let heads = reading.parts.iter().flat_map(|part| &part.heads).flat_map(|row| row.iter()).flatten();
    let heads: BTreeSet<&str> = heads.filter_map(|place| cells.get(place.cell())).map(grid::Cell::text).collect();
    let numbers = |text: &str| grid::states_number(text) || Traits::of(text).like_year;
    let left = cells.iter().enumerate().filter(|(at, cell)| !read[*at] && !heads.contains(cell.text()));
    let left: Vec<&grid::Cell> = left.map(|(_, cell)| cell).filter(|cell| numbers(cell.text())).collect();
    let first = left.first()?;
    let message =
        format!("{} cells with numbers, from “{}” on, stand in rows that were not read", left.len(), first.text());
    Some(Notice { code: "table.unread", span: first.span(), message })
}

/// The cells that refer to a target set elsewhere.
pub(super) fn references(table: &Table) -> Vec<Notice> {
    let cells = table.grid.cells.iter().filter(|cell| reference::is_one(cell.text()));
    cells
        .map(|cell| Notice { code: "target.by-reference", span: cell.span(), message: reference::message(cell.text()) })
        .collect()
}

/// The notice of a cell of values whose number is not read.
pub(super) fn unread_cell(text: &str, span: Span) -> Notice {
    let message = format!("the cell “{text}” holds digits but states no number that could be read");
    Notice { code: "table.unread", span, message }
}
