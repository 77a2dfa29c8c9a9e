//! The wide table: a region and year a row, an indicator a column.

use super::{Table, head};
use crate::{
    panel::{Column, Panel, Row},
    render::{
        key,
        long::Cell,
        words::{self, Lang},
    },
};

/// The columns before the indicators.
const FIRST: [&str; 7] = ["region_code", "region", "region_level", "year", "period_start", "period_end", "files"];

/// The table, its heads in the language that people want, else by their names. A column of upper ends stands behind one with ranges.
pub fn wide(panel: &Panel, lang: Option<Lang>) -> Table {
    let first = FIRST.iter().map(|name| match lang {
        Some(lang) => words::head(name, lang),
        None => (*name).to_owned(),
    });
    let mut heads: Vec<String> = first.collect();
    for column in &panel.columns {
        let name = lang.map_or_else(|| column.name.clone(), |lang| head(column, lang));
        if is_ranged(panel, column) {
            let upper = lang
                .map_or_else(|| format!("{name}_upper"), |l| format!("{name} {}", words::label("column", "upper", l)));
            heads.extend([name, upper]);
        } else {
            heads.push(name);
        }
    }
    (heads, panel.rows.iter().map(|row| cells(panel, row)).collect())
}

fn is_ranged(panel: &Panel, column: &Column) -> bool {
    panel.rows.iter().any(|row| row.cells.get(&column.name).is_some_and(|cell| cell.upper.is_some()))
}

fn cells(panel: &Panel, row: &Row) -> Vec<Cell> {
    let place = &row.place;
    let is_year = place.start == place.end;
    let mut cells: Vec<Cell> = vec![
        place.region_code.as_deref().into(),
        (&place.region).into(),
        place.region_level.map(|level| key(&level)).into(),
        is_year.then_some(place.start).into(),
        place.start.into(),
        place.end.into(),
        row.files.as_slice().into(),
    ];
    for column in &panel.columns {
        let cell = row.cells.get(&column.name);
        cells.push(match cell {
            Some(cell) => cell.value.map_or_else(|| cell.given.key().into(), Cell::Decimal),
            None => Cell::Empty,
        });
        if is_ranged(panel, column) {
            cells.push(cell.and_then(|cell| cell.upper).into());
        }
    }
    cells
}
