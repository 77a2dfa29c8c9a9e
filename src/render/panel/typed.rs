//! A panel under columns that hold one type each: what is no number in a column of numbers has a column of its own.

use super::Table;
use crate::{
    panel::Panel,
    render::long::{Cell, Type, codebook},
};

/// How the name of a column ends that says how the goals without a number are given.
const GIVEN: &str = "_given";

/// The columns of a table of `panel` with their types, and its rows.
pub fn typed(panel: &Panel, (heads, rows): Table) -> (Vec<(String, Type)>, Vec<Vec<Cell>>) {
    let is_indicator = |name: &str| {
        let name = name.strip_suffix("_upper").unwrap_or(name);
        panel.columns.iter().any(|column| column.name == name)
    };
    let is_words = |cell: &Cell| matches!(cell, Cell::Text(_));
    let has_words = |at: usize| rows.iter().filter_map(|row| row.get(at)).any(is_words);
    let (mut columns, mut parts) = (Vec::new(), Vec::new());
    for (at, name) in heads.into_iter().enumerate() {
        let (kind, is_mixed) = match is_indicator(&name) {
            true => (Type::Decimal, has_words(at)),
            false => (codebook::type_of(&name), false),
        };
        let given = is_mixed.then(|| (format!("{name}{GIVEN}"), Type::Key));
        parts.extend([(at, is_mixed, false)].into_iter().chain(given.iter().map(|_| (at, true, true))));
        columns.extend([(name, kind)].into_iter().chain(given));
    }
    let part = |row: &[Cell], at: usize, is_mixed: bool, words: bool| match row.get(at) {
        Some(cell) if !is_mixed || is_words(cell) == words => cell.clone(),
        _ => Cell::Empty,
    };
    let row = |row: &Vec<Cell>| parts.iter().map(|&(at, is_mixed, words)| part(row, at, is_mixed, words)).collect();
    let rows = rows.iter().map(row).collect();
    (columns, rows)
}
