//! Tables of tasks.

pub(crate) mod no_deadline;
pub(crate) mod no_unit;

use crate::{check::context::Context, lexicon::Forms, outline::Cell, span::Span};

/// The rows of tables in which the cell of a column whose head begins with one of `heads` is empty: where, and the row's task.
fn empty_cells(cx: &Context<'_>, heads: &Forms) -> Vec<(Span, String)> {
    let mut found = Vec::new();
    for table in &cx.outline().tables {
        let named = |cell: &Cell| heads.prefix(cell.view.text()).is_some();
        let Some(column) = table.header.iter().position(named) else { continue };
        let cell = |row: &[Cell]| row.get(column).map_or(String::new(), |cell| cell.view.text().trim().to_owned());
        // A row that names a group has the one cell.
        let rows = || table.rows.iter().filter(|row| row.iter().filter(|cell| !cell.view.is_empty()).count() > 1);
        let filled = rows().filter(|row| !cell(row).is_empty()).count();
        if filled * 2 <= rows().count() {
            continue;
        }
        for row in rows().filter(|row| cell(row).is_empty()) {
            let words = row.iter().filter(|cell| cell.view.text().chars().any(|c| c.is_alphabetic()));
            if let Some(name) = words.max_by_key(|cell| cell.view.text().len()) {
                found.push((name.span, name.view.text().chars().take(20).collect()));
            }
        }
    }
    found
}
