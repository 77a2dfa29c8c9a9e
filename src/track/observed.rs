//! What was observed: an indicator, a year, a value and a unit; rows of a table, or the results that a later report tells.

use super::{
    place::Place,
    result::{Problem, ProblemKind},
    span::{self, Span},
};
use crate::{
    analysis::Analysis,
    number::Number,
    quantity::Comparator,
    statement::{Change, Kind},
};

/// Whether a value of something that adds up is that of a year or of all years so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Basis {
    /// 当年.
    Year,
    /// 累计.
    Total,
}

/// One value.
#[derive(Clone, Debug)]
pub(super) struct Observation {
    pub(super) place: Place,
    pub(super) indicator: String,
    pub(super) year: i32,
    /// In the base unit.
    pub(super) value: Number,
    pub(super) unit: String,
    /// How it is told: 超过 is more than its number.
    pub(super) comparator: Comparator,
    /// The unit as written.
    pub(super) written: String,
    pub(super) basis: Option<Basis>,
    /// The years that it covers.
    pub(super) span: Span,
    /// What the number says of the indicator, where that is known.
    pub(super) change: Option<Change>,
}

/// What was observed, and what of it could not be read.
#[derive(Clone, Debug, Default)]
pub struct Observations {
    /// The name of the file.
    pub(super) name: String,
    /// The sheets that were read, where it is a workbook.
    pub(super) sheets: Vec<String>,
    /// Its sheets that have no columns to read.
    pub(super) passed_over: Vec<String>,
    pub(super) rows: Vec<Observation>,
    pub(super) problems: Vec<Problem>,
}

impl Observations {
    /// The sheets of a workbook that were not read: they have no columns for observations.
    pub fn passed_over(&self) -> &[String] {
        &self.passed_over
    }

    /// What a later report of the same place tells as done.
    pub fn of_results(report: &Analysis) -> Self {
        let mut found = Self { name: report.document.source.path.clone(), ..Self::default() };
        let (frame, of_years) = (span::frame(report), span::lines_of_years(report));
        for record in report.achievements.iter().filter(|record| record.kind == Kind::Quantity) {
            let Some(amount) = &record.quantity else { continue };
            let (place, indicator) = (Place::line(record.source.line as usize), &record.indicator);
            let Some(deadline) = &record.deadline else {
                let message = format!("the report does not say of which year `{}` is", amount.text);
                found.problems.push(Problem::new(
                    ProblemKind::NoYear,
                    &place,
                    indicator,
                    amount.text.as_str(),
                    message,
                ));
                continue;
            };
            found.rows.push(Observation {
                place,
                indicator: indicator.to_string(),
                year: deadline.year,
                value: amount.value,
                unit: amount.unit.to_string(),
                written: amount.unit.to_string(),
                basis: None,
                comparator: amount.comparator,
                span: Span::of(record, frame, &of_years),
                change: Some(amount.change),
            });
        }
        found
    }
}
