//! The columns that pieces of a row stand in, one behind the other, where they cost least.

/// Which of the columns that cost the same is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ties {
    First,
    Last,
}

/// The column of each of `count` pieces among `width` of them, no fewer, each behind that of the piece before; `cost` is that of a
/// piece in a column.
pub(super) fn assigned(count: usize, width: usize, cost: impl Fn(usize, usize) -> usize, ties: Ties) -> Vec<usize> {
    // costs[i][j]: the first i pieces in the first j columns.
    let mut costs = vec![vec![usize::MAX / 2; width + 1]; count + 1];
    costs[0].fill(0);
    for i in 1..=count {
        for j in i..=width {
            costs[i][j] = costs[i][j - 1].min(costs[i - 1][j - 1] + cost(i - 1, j - 1));
        }
    }
    let (mut places, mut j) = (vec![0; count], width);
    for i in (1..=count).rev() {
        let passes = |j: usize| match ties {
            Ties::First => costs[i][j] == costs[i][j - 1],
            Ties::Last => costs[i][j] != costs[i - 1][j - 1] + cost(i - 1, j - 1),
        };
        while j > i && passes(j) {
            j -= 1;
        }
        j -= 1;
        places[i - 1] = j;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_stand_where_they_cost_least_and_ties_go_one_way() {
        let costs = [[5, 0, 9, 9], [0, 7, 1, 1]];
        let cost = |piece: usize, column: usize| costs[piece][column];
        assert_eq!(assigned(2, 4, cost, Ties::First), [1, 2]);
        assert_eq!(assigned(2, 4, cost, Ties::Last), [1, 3]);
        assert_eq!(assigned(2, 2, cost, Ties::First), [0, 1]);
        assert_eq!(assigned(0, 2, cost, Ties::Last), [0; 0]);
    }
}
