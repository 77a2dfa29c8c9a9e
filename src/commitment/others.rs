//! What the cells of a row say whose values belong to those of others: where its targets start from, and what its results answer.

use std::collections::HashSet;

use super::{
    columns::is_of_rates,
    figures::{Figure, Figures},
    places::undated,
};
use crate::{grid::Head, quantity::Shape, statement::Baseline};

/// What a cell says whose values belong to those of another.
pub(super) struct Other {
    pub(super) said: Figures,
    /// The year of its column.
    pub(super) year: Option<i32>,
    /// The head of its column without the year.
    pub(super) head: String,
    /// Whether its column states yearly rates or sums.
    pub(super) of_rates: bool,
    /// What is measured in its column, where the head says so and the row does not.
    pub(super) measure: Option<String>,
}

/// The value among `others` that belongs to `figure` of a column headed `head`: of a column of the same kind, of the latest year under
/// the head most like its own (全市2025年 for 全市2030年), and parted by strokes alike. A rate of growth starts from the
/// amount that grows.
///
/// Where one of the `heads` of all columns of such values is its own, it belongs to no other.
pub(super) fn beside(others: &[&Other], heads: &[String], head: &Head, figure: &Figure) -> Option<Baseline> {
    let rates = is_of_rates(head);
    let head = undated(&head.text);
    let own = heads.len() > 1 && !head.is_empty() && heads.contains(&head);
    let others: Vec<&Other> = others.iter().filter(|other| !own || other.head == head).copied().collect();
    let first = others.iter().find(|other| other.of_rates == rates).or(others.first())?;
    let alike = |other: &&&Other| shared(&other.head, &head);
    let as_late = others.iter().rev().filter(|other| other.of_rates == first.of_rates && other.year == first.year);
    let in_unit = |other: &&&Other| other.said.stated.iter().any(|one| one.quantity.unit == figure.quantity.unit);
    let other = as_late.max_by_key(|other| (in_unit(other), alike(other)))?;
    let same = other.said.stated.iter().find(|one| one.nth == figure.nth && one.part == figure.part);
    let one = same.or(other.said.stated.first().filter(|_| figure.part.is_empty()))?;
    let year = one.of_year.or(other.year);
    Some(Baseline { value: one.quantity.value, unit: one.quantity.unit.as_str().into(), year })
}

/// The first of those among `others` that nothing tells apart but their values: it is the one that [`beside`] takes.
pub(super) fn told_apart(mut others: Vec<Other>) -> Vec<Other> {
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
    use crate::commitment::figures;

    #[test]
    fn of_cells_that_nothing_tells_apart_the_first_is_kept() {
        let other = |year: i32, head: &str, cell: &str| Other {
            said: figures::read(cell, "公里"),
            year: Some(year),
            head: head.to_owned(),
            of_rates: false,
            measure: None,
        };
        let kept = |others: Vec<Other>| -> Vec<String> {
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
