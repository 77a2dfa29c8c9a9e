//! Tasks of tables that give out work: a row is a deed, with the units and the time of its other columns.

use super::Draft;
use crate::{
    duty,
    grid::{Part, Place, Record, Role, Word},
    outline::{Outline, Table},
    span::Span,
    time::Frame,
};

/// The tasks of the tables of `outline`, in document order: of those with a column of units, and whose values, if any, are costs.
pub(crate) fn read(outline: &Outline, frame: Frame) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for table in &outline.tables {
        for part in table.reading.iter().flat_map(|reading| &reading.parts).filter(|part| gives_out(part)) {
            let rows = part.records.iter().filter_map(|record| row(table, part, record, frame));
            drafts.extend(rows);
        }
    }
    drafts
}

/// Whether a table's rows are work that somebody does, not indicators that somebody answers for.
fn gives_out(part: &Part) -> bool {
    let cost = |col: usize| part.columns.get(col).is_some_and(|column| column.head.says(Word::Money));
    part.has(Role::Responsible) && part.of(Role::Value).all(cost)
}

fn row(table: &Table, part: &Part, record: &Record, frame: Frame) -> Option<Draft> {
    let text = |place: Place| table.grid.cells.get(place.cell).map_or("", |cell| cell.text());
    let held = |role: Role, own: bool| {
        let places = part.of(role).filter_map(move |col| Some((col, record.at(col)?)));
        places.filter(move |(_, place)| place.own || !own).map(|(col, place)| (col, text(place)))
    };
    let named = part.columns.iter().enumerate().filter(|(_, column)| matches!(column.role, Role::Name | Role::Text));
    let mut deeds: Vec<&str> = Vec::new();
    for words in named.filter_map(|(col, _)| record.at(col)).map(text).filter(|words| !words.is_empty()) {
        if !deeds.contains(&words) {
            deeds.push(words.trim_end_matches(['。', '；', '：']));
        }
    }
    let head = |col: usize| part.columns.get(col).map_or("", |column| column.head.text.as_str());
    let units: Vec<(&str, &str)> = held(Role::Responsible, false).map(|(col, cell)| (head(col), cell)).collect();
    let times: Vec<&str> = held(Role::Due, false).map(|(_, cell)| cell).collect();
    let duty = duty::of_cells(&units, &times, frame).filter(|duty| !duty.names_nobody())?;
    let cells = record.cells.iter().flatten().filter(|place| place.own);
    let spans = cells.filter_map(|place| table.grid.cells.get(place.cell)).map(|cell| cell.span);
    let span = spans.filter(|span| !span.is_empty()).reduce(Span::join)?;
    let draft = Draft::new(&deeds.join("："), table.node, span, duty);
    let number = held(Role::Number, true).map(|(_, cell)| cell.to_owned()).find(|cell| !cell.is_empty());
    (!deeds.is_empty()).then(|| Draft { number: draft.number.clone().or(number), ..draft })
}
