//! A panel as a table for people: the indicators that most rows have, a column each.

use comfy_table::{ContentArrangement, Table};

use super::{figure, head};
use crate::{
    panel::{Column, Panel},
    render::{
        table::{STYLE, harmless},
        words::{self, Lang},
    },
};

/// How many indicators a table shows.
const SHOWN: usize = 6;

/// The table, with a line below it on what it leaves out.
pub fn table(panel: &Panel, width: u16, lang: Lang) -> String {
    if panel.rows.is_empty() {
        return format!("{}\n", words::label("message", "no_goals", lang));
    }
    let shown = fullest(panel);
    let mut table = Table::new();
    table.load_style(STYLE);
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    let first = ["region", "year"].map(|name| words::head(name, lang));
    table.set_header(first.into_iter().chain(shown.iter().map(|column| head(column, lang))));
    for row in &panel.rows {
        let goals =
            shown.iter().map(|column| row.cells.get(&column.name).map_or("–".into(), |cell| figure(cell, lang)));
        let first = [row.place.region.clone(), row.period()];
        table.add_row(first.into_iter().chain(goals).map(|cell| harmless(&cell)));
    }
    let left_out = panel.columns.len() - shown.len();
    let counted = |one, several, count| words::counted(if count == 1 { one } else { several }, &[count], lang);
    let rows = counted("row", "rows", panel.rows.len());
    let columns = counted("column", "columns", panel.columns.len());
    let rest = if left_out == 0 { String::new() } else { words::counted("panel_part", &[left_out], lang) };
    format!("{}\n{rows}{}{columns}{rest}\n", table.trim_fmt(), words::label("message", "comma", lang))
}

/// The columns that most rows have, in the order of the panel.
fn fullest(panel: &Panel) -> Vec<&Column> {
    let filled = |column: &Column| panel.rows.iter().filter(|row| row.cells.contains_key(&column.name)).count();
    let mut columns: Vec<(usize, &Column)> = panel.columns.iter().enumerate().collect();
    columns.sort_by_key(|(at, column)| (std::cmp::Reverse(filled(column)), *at));
    columns.truncate(SHOWN);
    columns.sort_by_key(|(at, _)| *at);
    columns.into_iter().map(|(_, column)| column).collect()
}
