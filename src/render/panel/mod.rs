//! A panel as text: a wide table with an indicator a column, and a long one with a goal a row.

mod long;
#[cfg(feature = "cli")]
pub mod table;
#[cfg(feature = "parquet")]
mod typed;
mod wide;

#[cfg(feature = "parquet")]
pub use self::typed::typed;
pub use self::{long::long, wide::wide};

use super::{
    figure,
    words::{self, Lang},
};
use crate::panel::{Cell, Column, Panel};

/// A table: its heads, and its rows of typed cells.
pub type Table = (Vec<String>, Vec<Vec<super::long::Cell>>);

/// What stands above a column for people: the indicator, its measure where that is not its own, its unit.
pub(super) fn head(column: &Column, lang: Lang) -> String {
    let Some(row) = column.indicator() else { return column.name.clone() };
    let measure = (row.measure != column.measure).then(|| words::label("measure", column.measure.key(), lang));
    match lang {
        Lang::Zh => format!("{}{}（{}）", row.zh, measure.unwrap_or_default(), column.unit),
        Lang::En => {
            let measure = measure.map(|measure| format!(", {measure}")).unwrap_or_default();
            format!("{}{measure} ({})", row.en, column.unit)
        }
    }
}

/// What the columns of a panel mean: head, name, indicator in both languages, measure, unit, definition.
pub fn codebook(panel: &Panel, lang: Lang) -> Table {
    let heads = ["column_name", "key_name", "indicator_name", "english_name", "measure", "unit", "definition"];
    let row = |column: &Column| {
        let (zh, en, definition) = column.indicator().map_or(("", "", ""), |row| (row.zh, row.en, row.definition()));
        let measure = words::name("measure", column.measure.key(), lang);
        let texts = [&head(column, lang), &column.name, zh, en, &measure, &column.unit, definition];
        texts.map(super::long::Cell::from).to_vec()
    };
    (heads.map(|name| words::head(name, lang)).to_vec(), panel.columns.iter().map(row).collect())
}

/// A goal in few characters: `≥ 5.5`, `5–5.5`, or how it is given where it has no number.
#[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "the table for people asks for it"))]
pub(super) fn figure(cell: &Cell, lang: Lang) -> String {
    let Some(value) = cell.value else { return words::name("given", cell.given.key(), lang).into_owned() };
    let sign = cell.comparator.map_or("", figure::sign);
    let upper = cell.upper.map(|upper| format!("–{upper}")).unwrap_or_default();
    format!("{sign}{value}{upper}")
}

/// A table as lines of `shape`, its head first.
pub fn lines((heads, rows): Table, shape: super::long::Shape) -> String {
    let body = rows.into_iter().map(|row| shape.line(row.into_iter().map(super::long::Cell::text)));
    shape.headed(heads).before.into_owned() + &body.collect::<String>()
}
