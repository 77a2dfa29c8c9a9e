//! The best one-to-one assignment over weighted edges, exact: each connected component by the Hungarian method.
//!
//! Knows nothing of statements.

use std::collections::BTreeMap;

/// A possible pair.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Edge {
    pub(crate) left: usize,
    pub(crate) right: usize,
    /// Above zero.
    pub(crate) weight: i64,
}

/// The pairs of the assignment with the greatest total weight, ordered by their left end.
pub(crate) fn best(edges: &[Edge]) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> = components(edges).iter().flat_map(|part| solve(part)).collect();
    pairs.sort_unstable();
    pairs
}

/// The edges by connected component.
fn components(edges: &[Edge]) -> Vec<Vec<Edge>> {
    let lefts = edges.iter().map(|e| e.left + 1).max().unwrap_or(0);
    let rights = edges.iter().map(|e| e.right + 1).max().unwrap_or(0);
    let mut parent: Vec<usize> = (0..lefts + rights).collect();
    for edge in edges {
        let (a, b) = (root(&mut parent, edge.left), root(&mut parent, lefts + edge.right));
        parent[a] = b;
    }
    let mut parts: BTreeMap<usize, Vec<Edge>> = BTreeMap::new();
    for edge in edges {
        parts.entry(root(&mut parent, edge.left)).or_default().push(*edge);
    }
    parts.into_values().collect()
}

/// The component's representative, with the way to it shortened.
fn root(parent: &mut [usize], mut at: usize) -> usize {
    while parent[at] != at {
        parent[at] = parent[parent[at]];
        at = parent[at];
    }
    at
}

/// Solves one component on a square matrix in which a missing edge weighs nothing.
fn solve(edges: &[Edge]) -> Vec<(usize, usize)> {
    if let [edge] = edges {
        return vec![(edge.left, edge.right)];
    }
    let lefts = sorted(edges.iter().map(|e| e.left));
    let rights = sorted(edges.iter().map(|e| e.right));
    let size = lefts.len().max(rights.len());
    let mut weights = vec![vec![0i64; size]; size];
    for edge in edges {
        if let (Ok(row), Ok(column)) = (lefts.binary_search(&edge.left), rights.binary_search(&edge.right)) {
            weights[row][column] = edge.weight;
        }
    }
    let chosen = hungarian(&weights).into_iter().enumerate();
    chosen.filter(|&(row, column)| weights[row][column] > 0).map(|(row, column)| (lefts[row], rights[column])).collect()
}

fn sorted(ends: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut ends: Vec<usize> = ends.collect();
    ends.sort_unstable();
    ends.dedup();
    ends
}

/// For each row its column in the assignment of greatest weight (potentials, cubic time; index 0 stands for none).
fn hungarian(weights: &[Vec<i64>]) -> Vec<usize> {
    let n = weights.len();
    let (mut row_potential, mut column_potential) = (vec![0i64; n + 1], vec![0i64; n + 1]);
    let (mut row_of, mut way) = (vec![0usize; n + 1], vec![0usize; n + 1]);
    for row in 1..=n {
        row_of[0] = row;
        let mut column = 0;
        let mut slack = vec![i64::MAX; n + 1];
        let mut used = vec![false; n + 1];
        while row_of[column] != 0 {
            used[column] = true;
            let (current, mut delta, mut next) = (row_of[column], i64::MAX, 0);
            for j in (1..=n).filter(|&j| !used[j]) {
                let cost = -weights[current - 1][j - 1] - row_potential[current] - column_potential[j];
                if cost < slack[j] {
                    (slack[j], way[j]) = (cost, column);
                }
                if slack[j] < delta {
                    (delta, next) = (slack[j], j);
                }
            }
            for j in 0..=n {
                if used[j] {
                    row_potential[row_of[j]] += delta;
                    column_potential[j] -= delta;
                } else if slack[j] < i64::MAX {
                    slack[j] -= delta;
                }
            }
            column = next;
        }
        while column != 0 {
            row_of[column] = row_of[way[column]];
            column = way[column];
        }
    }
    let mut column_of = vec![0; n];
    for column in 1..=n {
        column_of[row_of[column] - 1] = column - 1;
    }
    column_of
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edge(left: usize, right: usize, weight: i64) -> Edge {
        Edge { left, right, weight }
    }

    #[test]
    fn the_total_counts_and_not_the_first_best() {
        // Greedy would take (0, 0) for 9 and leave 1 alone: 9 against 8 + 8.
        assert_eq!(best(&[edge(0, 0, 9), edge(0, 1, 8), edge(1, 0, 8)]), [(0, 1), (1, 0)]);
    }

    #[test]
    fn components_are_independent_and_uneven_ones_leave_someone_over() {
        let edges = [edge(0, 0, 5), edge(1, 0, 7), edge(2, 0, 6), edge(5, 4, 1), edge(6, 4, 1), edge(6, 5, 1)];
        assert_eq!(best(&edges), [(1, 0), (5, 4), (6, 5)]);
        assert_eq!(best(&[]), []);
    }

    #[test]
    fn it_is_as_good_as_trying_every_assignment() {
        let mut state = 7u64;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as i64 % 50
        };
        for _ in 0..200 {
            let weights: Vec<Vec<i64>> = (0..4).map(|_| (0..4).map(|_| next()).collect()).collect();
            let edges: Vec<Edge> = (0..16).map(|at| edge(at / 4, at % 4, weights[at / 4][at % 4])).collect();
            let edges: Vec<Edge> = edges.into_iter().filter(|e| e.weight > 0).collect();
            let total: i64 = best(&edges).iter().map(|&(l, r)| weights[l][r]).sum();
            assert_eq!(total, exhaustive(&weights, 0, &mut [false; 4]));
        }
    }

    fn exhaustive(weights: &[Vec<i64>], row: usize, used: &mut [bool; 4]) -> i64 {
        if row == 4 {
            return 0;
        }
        let mut most = 0;
        for column in 0..4 {
            if !used[column] {
                used[column] = true;
                most = most.max(weights[row][column] + exhaustive(weights, row + 1, used));
                used[column] = false;
            }
        }
        most
    }
}
