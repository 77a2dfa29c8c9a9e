//! Where the targets of a row start from, and what its results answer.

use crate::{lexicon::CLAUSES, quantity::Shape, statement::Baseline};

use super::{
    cells::{Cell, Reader, Row},
    columns::is_of_rates,
    figures::{self, Figure},
    meaning::Meaning,
    others::{self, Other},
    places::undated,
};

impl Reader<'_> {
    /// What the cells of `row` say whose column means what is `wanted`, the latest first. Of those that say the same of the same the first
    /// is taken for all (see [`others::beside`]): a row may have thousands.
    pub(super) fn others(&self, row: &Row<'_>, wanted: fn(Meaning) -> bool) -> Vec<Other> {
        let columns = self.meanings.iter().enumerate();
        let columns = columns.filter_map(|(col, meaning)| meaning.filter(|meaning| wanted(*meaning)).map(|_| col));
        let said = columns.filter_map(|col| {
            let view = row.record.at(col).and_then(|place| self.sheet.view(place))?;
            let head = &self.sheet.part.columns[col].head;
            let said = figures::read(view.text(), &self.unit_of(row, col, view.text()));
            let measure = self.measures.at(col, head).filter(|_| row.bare).map(str::to_owned);
            Some(Other { said, year: head.year, head: undated(&head.text), of_rates: is_of_rates(head), measure })
        });
        let mut others: Vec<Other> = said.filter(|other| !other.said.stated.is_empty()).collect();
        others.sort_by_key(|other| std::cmp::Reverse(other.year));
        others::told_apart(others)
    }

    /// The starting value of `figure`: that of its own cell, or of the columns that say where the plan starts.
    pub(super) fn baseline(&self, row: &Row<'_>, cell: &Cell<'_>, figure: &Figure) -> Option<Baseline> {
        // Results that answer targets are told against these.
        let targets = || self.meanings.contains(&Some(Meaning::Target)) || self.meanings.contains(&Some(Meaning::Past));
        if cell.meaning == Meaning::Result && targets() {
            return None;
        }
        match &cell.said.start {
            Some((start, year)) => Some(Baseline { value: start.value, unit: start.unit.as_str().into(), year: *year }),
            // A place among others starts from another, and from no measure.
            None if figure.quantity.shape == Shape::Rank => {
                let ranks = |other: &&Other| other.said.stated.iter().all(|one| one.quantity.shape == Shape::Rank);
                let starts: Vec<&Other> = row.starts.iter().filter(ranks).collect();
                others::beside(&starts, &self.starts, cell.head, figure)
            }
            None => others::beside(&self.alike(row, &row.starts, cell, figure), &self.starts, cell.head, figure),
        }
    }

    /// The target that `figure`, a result, answers.
    pub(super) fn planned(&self, row: &Row<'_>, cell: &Cell<'_>, figure: &Figure) -> Option<Baseline> {
        let answers = figure.part.is_empty() && cell.meaning == Meaning::Result;
        answers.then(|| others::beside(&self.alike(row, &row.past, cell, figure), &[], cell.head, figure)).flatten()
    }

    /// Those of `others` that no targets of another measure start from.
    fn alike<'o>(&self, row: &Row<'_>, others: &'o [Other], cell: &Cell<'_>, figure: &Figure) -> Vec<&'o Other> {
        if others.iter().all(|other| other.measure.is_none()) {
            return others.iter().collect();
        }
        let measure = self.measure(row, cell);
        let targets = self.meanings.iter().enumerate().filter(|(_, meaning)| **meaning == Some(Meaning::Target));
        let measures: Vec<Option<&str>> =
            targets.map(|(col, _)| self.measures.at(col, &self.sheet.part.columns[col].head)).collect();
        let own = |other: &&Other| {
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
}
