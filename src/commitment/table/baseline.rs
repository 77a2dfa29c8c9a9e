//! Where the targets of a row start from, and what its results answer.

use super::{
    cell::Cell,
    column::{Columns, meaning::Meaning},
    figures::Figure,
    row::{
        Row,
        earlier::{self, Earlier},
    },
};
use crate::{lexicon::CLAUSES, quantity::Shape, statement::Baseline};

/// The starting value of `figure`: that of its own cell, or of the columns that say where the plan starts.
pub(super) fn of(columns: &Columns<'_>, row: &Row<'_>, cell: &Cell<'_>, figure: &Figure) -> Option<Baseline> {
    // Results that answer targets are told against these.
    let targets =
        || columns.meanings.contains(&Some(Meaning::Target)) || columns.meanings.contains(&Some(Meaning::Past));
    if cell.meaning == Meaning::Result && targets() {
        return None;
    }
    match &cell.said.start {
        Some((start, year)) => Some(Baseline { value: start.value, unit: start.unit.as_str().into(), year: *year }),
        // A place among others starts from another, and from no measure.
        None if figure.quantity.shape == Shape::Rank => {
            let ranks = |other: &&Earlier| other.said.stated.iter().all(|one| one.quantity.shape == Shape::Rank);
            let starts: Vec<&Earlier> = row.starts.iter().filter(ranks).collect();
            earlier::beside(&starts, &columns.starts, cell.head, figure)
        }
        None => earlier::beside(&alike(columns, row, &row.starts, cell, figure), &columns.starts, cell.head, figure),
    }
}

/// The target that `figure`, a result, answers.
pub(super) fn planned(columns: &Columns<'_>, row: &Row<'_>, cell: &Cell<'_>, figure: &Figure) -> Option<Baseline> {
    let answers = figure.part.is_empty() && cell.meaning == Meaning::Result;
    answers.then(|| earlier::beside(&alike(columns, row, &row.past, cell, figure), &[], cell.head, figure)).flatten()
}

/// Those of `others` that no targets of another measure start from.
fn alike<'o>(
    columns: &Columns<'_>,
    row: &Row<'_>,
    others: &'o [Earlier],
    cell: &Cell<'_>,
    figure: &Figure,
) -> Vec<&'o Earlier> {
    if others.iter().all(|other| other.measure.is_none()) {
        return others.iter().collect();
    }
    let measure = cell.measure(columns, row);
    let targets = columns.that(Meaning::Target);
    let measures: Vec<Option<&str>> = targets.map(|col| columns.measures.at(col, columns.head(col))).collect();
    let own = |other: &&Earlier| {
        let of = other.measure.as_deref();
        let in_unit = || other.said.stated.iter().any(|one| one.quantity.unit == figure.quantity.unit);
        // 现有托位 | 每千人口托位数
        let shares = |measure: Option<&str>| measure.is_some_and(|name| CLAUSES.per_heads.is_in(name));
        if shares(of) != shares(measure) {
            return false;
        }
        of == measure || of.is_none() || !measures.contains(&of) && (measure.is_none() || in_unit())
    };
    others.iter().filter(own).collect()
}
