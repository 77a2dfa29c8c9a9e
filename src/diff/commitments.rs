//! Commitments of one document paired with those of the other by the cheapest assignment (see [`super::cost`]).

use std::collections::HashMap;

use super::{
    cost::{self, Ground},
    side::Promise,
};
use crate::assign::{self, Edge};

/// A pair is uncertain where taking another partner would cost at most this much more.
const NEAR: i64 = 50;
/// A pair is uncertain where it costs more than this.
const DEAR: i64 = 420;
/// What a pair is worth: this less its cost.
const WORTH: i64 = 1000;

/// Two commitments that are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) old: usize,
    pub(super) new: usize,
    pub(super) cost: i64,
    pub(super) uncertain: bool,
}

/// The pairs, by their old end.
pub(super) fn align(ground: &Ground<'_>) -> Vec<Pair> {
    let (old, new) = (&ground.old.promises, &ground.new.promises);
    let mut costs: HashMap<(usize, usize), i64> = HashMap::new();
    for (left, a) in old.iter().enumerate() {
        for (right, b) in new.iter().enumerate() {
            if let Some(cost) = cost::cost(ground, a, b) {
                costs.insert((left, right), cost);
            }
        }
    }
    let mut edges: Vec<Edge> = costs
        .iter()
        // Whole thousandths decide; of equal ones the nearer place in the document does.
        .map(|(&(left, right), cost)| {
            let apart = (old[left].at - new[right].at).abs();
            Edge { left, right, weight: (WORTH - cost) * 1000 - apart * 9 / 10 }
        })
        .collect();
    edges.sort_unstable_by_key(|edge| (edge.left, edge.right));
    let chosen = assign::best(&edges);
    let partners = Partners::new(&chosen);
    let pairs = chosen.iter().map(|&(left, right)| {
        let cost = costs.get(&(left, right)).copied().unwrap_or(WORTH);
        let uncertain = cost > DEAR || partners.near(&costs, left, right, cost, (old, new));
        Pair { old: left, new: right, cost, uncertain }
    });
    pairs.collect()
}

/// Who was paired with whom.
struct Partners {
    of_old: HashMap<usize, usize>,
    of_new: HashMap<usize, usize>,
}

impl Partners {
    fn new(chosen: &[(usize, usize)]) -> Self {
        Self { of_old: chosen.iter().copied().collect(), of_new: chosen.iter().map(|&(a, b)| (b, a)).collect() }
    }

    /// Whether some other partner would have cost hardly more, on the whole.
    fn near(
        &self,
        costs: &HashMap<(usize, usize), i64>,
        left: usize,
        right: usize,
        cost: i64,
        (old, new): (&[Promise<'_>], &[Promise<'_>]),
    ) -> bool {
        let of = |a: usize, b: usize| costs.get(&(a, b)).copied();
        let dearer = |other: Option<i64>, swap: Option<(usize, usize)>, there: Option<i64>| {
            let Some(other) = other else { return false };
            match swap {
                None => other - cost <= NEAR,
                // The other one's partner takes the place that becomes free.
                Some((a, b)) => {
                    of(a, b).zip(there).is_some_and(|(swapped, there)| other + swapped - cost - there <= NEAR)
                }
            }
        };
        let by_new = (0..new.len()).filter(|&j| j != right).any(|j| {
            let taken = self.of_new.get(&j);
            dearer(of(left, j), taken.map(|&i| (i, right)), taken.and_then(|&i| of(i, j)))
        });
        let by_old = (0..old.len()).filter(|&i| i != left).any(|i| {
            let taken = self.of_old.get(&i);
            dearer(of(i, right), taken.map(|&j| (left, j)), taken.and_then(|&j| of(i, j)))
        });
        by_new || by_old
    }
}
