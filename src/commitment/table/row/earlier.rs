//! What the cells of a row say whose values are earlier than those of others: what its targets start from, and what its results answer.

use std::collections::HashSet;

use super::measured::Measured;
use crate::{
    commitment::table::{
        column::{Columns, head::is_of_rates, meaning::Meaning, measures::undated},
        figures::{self, Figure, Figures},
    },
    grid::Head,
    quantity::Shape,
    statement::Baseline,
};

/// What a cell says whose values belong to those of another.
pub(crate) struct Earlier {
    pub(crate) said: Figures,
    /// The year of its column.
    pub(crate) year: Option<i32>,
    /// The head of its column without the year.
    pub(crate) head: String,
    /// Whether its column states yearly rates or sums.
    pub(crate) of_rates: bool,
    /// What is measured in its column, where the head says so and the row does not.
    pub(crate) measure: Option<String>,
}

/// What the cells of `row` say whose column means what is `wanted`, the latest first. Of those that say the same of the same the first
/// is taken for all (see [`beside`]): a row may have thousands.
pub(crate) fn of(all: &Columns<'_>, row: &Measured<'_>, wanted: Meaning) -> Vec<Earlier> {
    let said = all.that(wanted).filter_map(|col| {
        let (view, head) = (all.view(row.record, col)?, all.head(col));
        let said = figures::read(view.text(), &row.unit_of(all, col, view.text()));
        let measure = row.measure(all, col).map(str::to_owned);
        Some(Earlier { said, year: head.year, head: undated(&head.text), of_rates: is_of_rates(head), measure })
    });
    let mut others: Vec<Earlier> = said.filter(|other| !other.said.stated.is_empty()).collect();
    others.sort_by_key(|other| std::cmp::Reverse(other.year));
    told_apart(others)
}

/// The value among `others` that belongs to `figure` of a column headed `head`: of a column of the same kind, of the latest year under
/// the head most like its own (全市2025年 for 全市2030年), and parted by strokes alike. A rate of growth starts from the
/// amount that grows.
///
/// Where one of the `heads` of all columns of such values is its own, it belongs to no other.
pub(crate) fn beside(others: &[&Earlier], heads: &[String], head: &Head, figure: &Figure) -> Option<Baseline> {
    let rates = is_of_rates(head);
    let head = undated(&head.text);
    let own = heads.len() > 1 && !head.is_empty() && heads.contains(&head);
    let others: Vec<&Earlier> = others.iter().filter(|other| !own || other.head == head).copied().collect();
    let first = others.iter().find(|other| other.of_rates == rates).or(others.first())?;
    let alike = |other: &&&Earlier| shared(&other.head, &head);
    let as_late = others.iter().rev().filter(|other| other.of_rates == first.of_rates && other.year == first.year);
    let in_unit = |other: &&&Earlier| other.said.stated.iter().any(|one| one.quantity.unit == figure.quantity.unit);
    let other = as_late.max_by_key(|other| (in_unit(other), alike(other)))?;
    let same = other.said.stated.iter().find(|one| one.nth == figure.nth && one.part == figure.part);
    let one = same.or(other.said.stated.first().filter(|_| figure.part.is_empty()))?;
    let year = one.of_year.or(other.year);
    Some(Baseline { value: one.quantity.value, unit: one.quantity.unit.as_str().into(), year })
}

/// The first of those among `others` that nothing tells apart but their values: it is the one that [`beside`] takes.
fn told_apart(mut others: Vec<Earlier>) -> Vec<Earlier> {
    let mut seen = HashSet::new();
    others.retain(|other| {
        let of = (other.year, other.of_rates, other.head.clone(), other.measure.clone());
        let says = |one: &Figure| (one.quantity.unit.clone(), one.quantity.shape == Shape::Rank);
        seen.insert((of, other.said.stated.iter().map(says).collect::<Vec<_>>()))
    });
    others
}

/// How many characters two heads begin with alike.
fn shared(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_cells_that_nothing_tells_apart_the_first_is_kept() {
        let other = |year: i32, head: &str, cell: &str| Earlier {
            said: figures::read(cell, "公里"),
            year: Some(year),
            head: head.to_owned(),
            of_rates: false,
            measure: None,
        };
        let kept = |others: Vec<Earlier>| -> Vec<String> {
            told_apart(others).iter().map(|other| other.said.stated[0].quantity.value.to_string()).collect()
        };
        assert_eq!(kept(vec![other(2020, "", "45"), other(2020, "", "46")]), ["45"]);
        let apart = vec![
            other(2020, "", "45"),
            other(2019, "", "46"),
            other(2020, "全市", "47"),
            other(2020, "", "48%"),
            other(2020, "", "第49位"),
        ];
        assert_eq!(kept(apart), ["45", "46", "47", "48", "49"]);
    }
}
