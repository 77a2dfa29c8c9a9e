//! Values of a row of which one is the sum of the others.

use super::pieces::{AGREES, Cuts, NEVER, Pieces, Sum, name_cost};

/// Most cells that are tried in one row: digits enough can be parted in more ways than a row is worth.
const MOST_TRIED: usize = 20_000;

/// The cheapest way that was found, and how many cells may still be tried.
struct Found {
    best: Option<Cuts>,
    left: usize,
}

impl Pieces<'_> {
    /// The cheapest `count` pieces at the end of which the first or the last is the sum of the others.
    pub(super) fn summed(&self, count: usize) -> Option<(usize, Vec<usize>, f32)> {
        let last = self.cuts.len() - 1;
        let mut found = Found { best: None, left: MOST_TRIED };
        for from in 0..last {
            let mut ends = Vec::with_capacity(count);
            self.add_up(
                (from, 0.0, name_cost(&self.source[..self.cuts[from]]) - AGREES),
                count,
                &mut ends,
                (from, &mut found),
            );
        }
        found.best
    }

    /// Goes on from cut `at`, where the pieces so far are `sum` together and cost as much, to those that are left.
    fn add_up(
        &self,
        (at, sum, cost): (usize, f64, f32),
        left: usize,
        ends: &mut Vec<usize>,
        (from, found): (usize, &mut Found),
    ) {
        let last = self.cuts.len() - 1;
        // Behind the first, which is their sum, `sum` is what is left of it.
        let opens = self.asked.sums == Sum::First;
        let adds_up = |value: f64| (sum - value).abs() <= 1e-6 * value.abs().max(1.0);
        for to in at + 1..=last {
            if found.left == 0 {
                return;
            }
            found.left -= 1;
            let (own, figure) = self.costs[at][to - at - 1];
            let Some(figure) = figure.filter(|_| own < NEVER && (to == last) == (left == 1)) else { continue };
            let cost = cost + own;
            ends.push(self.cuts[to]);
            if left > 1 {
                let sum = if opens && at > from { sum - figure.value } else { sum + figure.value };
                self.add_up((to, sum, cost), left - 1, ends, (from, &mut *found));
            } else if adds_up(figure.value) && found.best.as_ref().is_none_or(|best| cost < best.2) {
                found.best = Some((self.cuts[from], ends.clone(), cost));
            }
            ends.pop();
        }
    }
}
