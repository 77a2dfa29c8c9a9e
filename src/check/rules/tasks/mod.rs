//! Tasks: rows of tables that give out work, and deeds of the text among others with a time.

pub(crate) mod no_deadline;
pub(crate) mod no_unit;

use crate::{
    check::context::Context,
    grid::{Part, Place, Record, Role},
    outline::Table,
    span::Span,
};

/// How many characters of a task name it in a message.
const NAME: usize = 20;

/// The rows of tables whose cells in the columns of `role` are empty though most rows fill one: where, and the row's task.
fn empty_cells(cx: &Context<'_>, role: Role) -> Vec<(Span, String)> {
    let parts = cx.outline().tables.iter().flat_map(|table| {
        let parts = table.reading.iter().flat_map(|reading| &reading.parts);
        parts.filter(|part| part.has(role)).map(move |part| (table, part))
    });
    parts.flat_map(|(table, part)| lacking(table, part, role)).collect()
}

fn lacking(table: &Table, part: &Part, role: Role) -> Vec<(Span, String)> {
    let fills = |record: &Record| texts(table, part, record, role).next().is_some();
    let (filled, empty): (Vec<&Record>, Vec<&Record>) = part.records.iter().partition(|record| fills(record));
    if filled.len() <= empty.len() {
        return Vec::new();
    }
    let named = |record: &&Record| {
        let names = [Role::Name, Role::Text].into_iter().flat_map(|role| texts(table, part, record, role));
        names.max_by_key(|(_, text)| text.len()).map(|(span, text)| (span, text.chars().take(NAME).collect()))
    };
    empty.iter().filter_map(named).collect()
}

/// The cells of a row in the columns of `role` that hold something.
fn texts<'a>(
    table: &'a Table,
    part: &'a Part,
    record: &'a Record,
    role: Role,
) -> impl Iterator<Item = (Span, &'a str)> + 'a {
    let cell = |place: Place| table.grid.cells.get(place.cell()).map(|cell| (cell.span(), cell.text().trim()));
    part.of(role).filter_map(|col| record.at(col)).filter_map(cell).filter(|(_, text)| !text.is_empty())
}
