//! What tells columns apart that state targets of one year of the same row: 全市 | 青禾县, 合计 | 市办 | 县办.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    grid::{Head, Part, Word},
    judge::status,
    lexicon::{CLAUSES, COLUMNS, LISTS, PROMISES},
    statement::Modality,
};

use super::{
    meaning::Meaning,
    measures::{Measures, is_place, undated},
};

/// What makes columns alike whatever their heads name: year, unit, and whether they state rates, sums, growth or what is added.
type Kind<'a> = (Option<i32>, Option<&'a str>, [bool; 4]);

/// Most characters of what is no place though it ends like one.
const SHORT: usize = 2;

/// What tells the values of a column from those of others that state the same of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Breakdown {
    /// For which place they are.
    Scope(String),
    /// Of which part of what is measured they are.
    Part(String),
}

/// What each column of `part` tells of its values that another of the same kind does not, where it names no measure.
pub(crate) fn of(part: &Part, meanings: &[Option<Meaning>], measures: &Measures) -> Vec<Option<Breakdown>> {
    let states = |col: &usize| meanings.get(*col).copied().flatten() == Some(Meaning::Target);
    let mut kinds: BTreeMap<Kind<'_>, BTreeSet<&str>> = BTreeMap::new();
    for col in (0..part.columns.len()).filter(states) {
        let named = measures.lowest(col).unwrap_or("");
        kinds.entry(kind(&part.columns[col].head)).or_default().insert(named);
    }
    let places: BTreeSet<&Kind<'_>> =
        kinds.iter().filter(|(_, names)| names.iter().any(|name| is_of_where(name))).map(|(kind, _)| kind).collect();
    let told = |col: usize| {
        let (head, named) = (&part.columns[col].head, measures.lowest(col)?);
        let several = kinds.get(&kind(head)).is_some_and(|names| names.len() > 1);
        let place = places.contains(&kind(head));
        if !states(&col) || !several || !tells(head, named) || place && COLUMNS.sums.has(named) {
            return None;
        }
        Some(if place { Breakdown::Scope(named.to_owned()) } else { Breakdown::Part(named.to_owned()) })
    };
    (0..part.columns.len()).map(told).collect()
}

fn kind(head: &Head) -> Kind<'_> {
    let says = [Word::Yearly, Word::Total, Word::Growth, Word::Addition].map(|word| head.says(word));
    (head.year, head.unit.as_deref(), says)
}

/// Whether `named`, what `head` names, says of what its values are, and not what kind of target they are (激励目标, 力争).
fn tells(head: &Head, named: &str) -> bool {
    let said = undated(&head.text);
    let kind = COLUMNS.target.suffix(&said).or(COLUMNS.start.suffix(&said)).or(COLUMNS.result.suffix(&said)).is_some();
    let aims = status::modality("", named).0 != Modality::Plain;
    let sums = COLUMNS.sums.has(named);
    let (whole, part) = (CLAUSES.scope.has(named), COLUMNS.part.has(named));
    let near = PROMISES.near.is_in(named);
    !aims && !whole && !part && !near && (is_of_where(named) || sums || !kind && Head::read(named).unread > 1)
}

/// Whether `named` says where: a place, a kind of them, or the whole.
pub(crate) fn is_of_where(named: &str) -> bool {
    // 县办 says who runs it.
    is_place(named) && named.chars().count() > SHORT || LISTS.region.has(named) || CLAUSES.scope.has(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_tell_of_what_their_values_are() {
        let told = |head: &str, named: &str| tells(&Head::read(head), named);
        for (head, named) in
            [("县办", "县办"), ("2030年目标合计", "合计"), ("青禾县目标", "青禾县"), ("中心城区", "中心城区")]
        {
            assert!(told(head, named), "{head}");
        }
        for (head, named) in [
            ("激励目标", "激励"),
            ("力争", "力争"),
            ("全市", "全市"),
            ("计划数", "计划数"),
            ("其中：", "其中："),
            ("近期目标", "近期"),
        ] {
            assert!(!told(head, named), "{head}");
        }
    }
}
