//! How far the targets of a plan are met: observations are paired with targets by what indicators are called, and each target is
//! judged by a straight line from where it starts to its deadline.
//!
//! Nothing is said of years after a deadline, and nothing is dropped: what cannot be used is a [`Problem`] with its row. Knows
//! results and rows, not where they came from.

#[cfg(feature = "xlsx")]
mod book;
mod called;
mod judge;
mod map;
mod observed;
mod pairing;
mod place;
mod result;
mod rows;
mod span;
#[cfg(test)]
mod tests;

pub use map::{Entry, Map, MapError};
pub use observed::Observations;
pub use result::{Match, Point, Problem, ProblemKind, Progress, Reason, SCHEMA, Sense, Standing, TargetType, Tracked};
pub use rows::RowsError;

use crate::{
    analysis::{Analysis, Record},
    statement::Kind,
};

/// What to compare, and how.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The year to look from; what was observed later is not used. The last year observed where it is not given.
    pub as_of: Option<i32>,
    /// Which indicators belong together, as somebody confirmed.
    pub map: Map,
}

/// How far the targets of `plan` are met by what was `observed`.
pub fn track(plan: &Analysis, observed: Observations, options: &Options) -> Progress {
    let (mut problems, sheets) = (observed.problems, observed.sheets);
    let as_of = options.as_of.or_else(|| observed.rows.iter().map(|row| row.year).max());
    let targets: Vec<&Record> = plan.commitments.iter().filter(|record| is_target(record)).collect();
    let frame = judge::Frame { first: first_year(plan), as_of };
    let sides = pairing::Sides { targets: &targets, first: frame.first, map: &options.map };
    let pairing = pairing::pair(&sides, observed.rows, &mut problems);
    let tracked: Vec<Tracked> = targets
        .iter()
        .enumerate()
        .filter_map(|(at, record)| {
            let series = pairing.of_target.get(&at).map(|&series| &pairing.series[series]);
            Some(judge::tracked((record, record.quantity.clone()?), series, &frame, &mut problems))
        })
        .collect();
    let sheet = |problem: &Problem| sheets.iter().position(|sheet| Some(sheet) == problem.sheet.as_ref());
    let order = |problem: &Problem| (problem.line.is_none(), sheet(problem), problem.line, problem.kind);
    problems.sort_by(|a, b| (order(a), &a.indicator).cmp(&(order(b), &b.indicator)));
    problems.dedup();
    Progress {
        schema: SCHEMA.into(),
        plan: plan.document.source.path.clone(),
        title: plan.document.title.clone(),
        observed: observed.name,
        as_of,
        without_number: plan.commitments.len() - targets.len(),
        targets: tracked,
        matches: pairing.matches,
        problems,
    }
}

/// Whether `record` sets a number.
fn is_target(record: &Record) -> bool {
    record.kind == Kind::Quantity && record.quantity.is_some()
}

/// The first year of the plan.
fn first_year(plan: &Analysis) -> Option<i32> {
    plan.document.period.map(|period| period.start).or(plan.document.year)
}
