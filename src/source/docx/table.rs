//! Tables of Word files: cells over several columns (`gridSpan`) and rows (`vMerge`).

use super::xml::Element;
use crate::source::{builder::Slot, error::SourceError, limits};

/// A cell by where it starts.
struct Placed {
    column: usize,
    columns: usize,
    /// Whether it goes on with the cell above.
    continues: bool,
    text: String,
}

/// Gives the text of a cell.
pub(super) type ReadCell<'r> = dyn FnMut(&Element) -> String + 'r;

/// The rows of `table`, whose cells `read` reads in their order.
pub(super) fn rows(read: &mut ReadCell<'_>, table: &Element) -> Result<Vec<Vec<Slot>>, SourceError> {
    let mut rows = Vec::new();
    for row in unwrapped(table, "tr") {
        // What was deleted is no row.
        if row.child("trPr").is_some_and(|properties| properties.child("del").is_some()) {
            continue;
        }
        rows.push(placed(read, row)?);
    }
    limits::at_most("cells of a table", rows.iter().map(Vec::len).sum(), limits::CELLS)?;
    Ok((0..rows.len()).map(|at| slots(&rows, at)).collect())
}

fn placed(read: &mut ReadCell<'_>, row: &Element) -> Result<Vec<Placed>, SourceError> {
    let number = |of: Option<&Element>, name: &str| of.and_then(|p| p.value(name)?.parse::<usize>().ok());
    let mut column = 0;
    let mut cells = Vec::new();
    let skipped = number(row.child("trPr"), "gridBefore").unwrap_or(0);
    if skipped > 0 {
        cells.push(Placed { column, columns: skipped.min(limits::SPAN + 1), continues: false, text: String::new() });
        column += skipped.min(limits::SPAN + 1);
    }
    for cell in unwrapped(row, "tc") {
        let properties = cell.child("tcPr");
        let columns = number(properties, "gridSpan").unwrap_or(1).max(1);
        limits::at_most("columns that a cell of a table spans", columns, limits::SPAN)?;
        let merge = properties.and_then(|p| p.child("vMerge"));
        let continues = merge.is_some_and(|merge| merge.attribute("val") != Some("restart"));
        let text = if continues { String::new() } else { read(cell) };
        cells.push(Placed { column, columns, continues, text });
        column += columns;
    }
    Ok(cells)
}

/// The cells of row `at` that go on with none above.
fn slots(rows: &[Vec<Placed>], at: usize) -> Vec<Slot> {
    let continued = |row: &Vec<Placed>, column| row.iter().any(|cell| cell.continues && cell.column == column);
    let Some(row) = rows.get(at) else { return Vec::new() };
    // A cell that goes on with one that is not there is empty.
    let orphan = |cell: &Placed| {
        let above = at.checked_sub(1).and_then(|above| rows.get(above));
        !above.is_some_and(|row| row.iter().any(|over| over.column == cell.column && over.columns == cell.columns))
    };
    let own = row.iter().filter(|cell| !cell.continues || orphan(cell));
    own.map(|cell| {
        let below = rows[at + 1..].iter().take_while(|row| continued(row, cell.column)).count();
        Slot { text: cell.text.clone(), columns: cell.columns, rows: 1 + below }
    })
    .collect()
}

/// The cell of a table that has a single one, where a table stands in it.
pub(super) fn only_cell(table: &Element) -> Option<&Element> {
    let rows = unwrapped(table, "tr");
    let [row] = rows.as_slice() else { return None };
    let cells = unwrapped(row, "tc");
    let [cell] = cells.as_slice() else { return None };
    cell.child("tbl").is_some().then_some(*cell)
}

/// The elements `name` in `parent`, content controls and the like read through.
fn unwrapped<'a>(parent: &'a Element, name: &str) -> Vec<&'a Element> {
    let mut found = Vec::new();
    for child in parent.children() {
        match child.name.as_str() {
            n if n == name => found.push(child),
            "sdt" => found.extend(child.child("sdtContent").into_iter().flat_map(|content| unwrapped(content, name))),
            "customXml" | "ins" | "smartTag" => found.extend(unwrapped(child, name)),
            _ => {}
        }
    }
    found
}
