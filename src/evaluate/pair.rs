//! Gold records paired with found ones, by place, kind and status.

use super::{
    compare,
    gold::{GoldRecord, GoldStatus},
    place,
};
use crate::{analysis::Record, assign, span::Span, statement::Kind};

/// A gold record and a found one that overlap, by their places in the two lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) gold: usize,
    pub(super) found: usize,
    pub(super) same_status: bool,
}

/// The best one-to-one assignment of found to gold statements whose quotes overlap and whose kinds agree.
pub(super) fn pair(text: &str, golds: &[&GoldRecord], founds: &[&Record]) -> Vec<Pair> {
    let found_spans: Vec<Span> = founds.iter().map(|found| found_span(text, found)).collect();
    let mut edges = Vec::new();
    for (g, gold) in golds.iter().enumerate() {
        let Some(kind) = gold.counted_kind() else { continue };
        for (f, found) in founds.iter().enumerate() {
            if found.kind == kind && found_spans[f].overlaps(gold.span) {
                edges.push(assign::Edge { left: g, right: f, weight: weight(gold, found) });
            }
        }
    }
    let pairs = assign::best(&edges).into_iter();
    pairs.map(|(gold, found)| Pair { gold, found, same_status: golds[gold].status.is(founds[found].status) }).collect()
}

/// The place of a found statement without white space at its ends.
pub(super) fn found_span(text: &str, found: &Record) -> Span {
    place::trimmed(text, found.source.span())
}

/// What a pair is worth: status first, then that there is a pair at all, then the value, then the indicator.
fn weight(gold: &GoldRecord, found: &Record) -> i64 {
    let status = i64::from(gold.status.is(found.status)) * 1_000_000_000;
    let value = i64::from(compare::value_agrees(gold, found)) * 100_000;
    status + 10_000_000 + value + compare::permille(compare::indicator_similarity(gold, found))
}

/// The classes that are reported.
pub(super) fn classes() -> [(&'static str, GoldStatus, Kind); 3] {
    [
        ("target/quantity", GoldStatus::Target, Kind::Quantity),
        ("target/milestone", GoldStatus::Target, Kind::Milestone),
        ("achieved/quantity", GoldStatus::Achieved, Kind::Quantity),
    ]
}
