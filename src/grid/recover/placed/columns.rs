//! The columns of a page, told by the rows in which most cells are filled; other pieces of lines stand in those nearest to them, in order.

use super::page::{Line, Piece, Reach};
use crate::grid::recover::assigned::{Ties, assigned};

/// Fewest columns.
const FEWEST: usize = 3;

/// The rows that are filled most are one of so many at the least.
const ONE_OF: usize = 10;

/// How far from its place in a column a piece may stand.
const OFF: usize = 3;

/// How far apart two words of one character are at most that are one, in columns.
const SPREAD: usize = 8;

/// Puts the pieces of `lines` in columns, and gives these from the left; `None` where too few rows tell them.
pub(super) fn place(lines: &mut [Line]) -> Option<Vec<Reach>> {
    lines.iter_mut().for_each(|line| close(&mut line.pieces));
    let valued: Vec<&[Piece]> = lines.iter().map(|line| &line.pieces[..]).filter(|pieces| states(pieces)).collect();
    let times = |many: usize| valued.iter().filter(|pieces| pieces.len() == many).count();
    // Few rows have a remark in the last column: heads over one of them tell it too.
    let headed = |many: usize| lines.first().is_some_and(|heads| heads.pieces.len() == many);
    let often = |many: &usize| times(*many) + usize::from(headed(*many)) > 1 && times(*many) * ONE_OF >= valued.len();
    let many = valued.iter().map(|pieces| pieces.len()).filter(often).max().filter(|many| *many >= FEWEST)?;
    let full: Vec<&[Piece]> = valued.into_iter().filter(|pieces| pieces.len() == many).collect();
    let reach = |at: usize| usual(full.iter().map(|pieces| pieces[at].reach));
    let mut columns: Vec<Reach> = (0..many).map(reach).collect();
    let heads = (full.len() == 1).then(|| &lines[0].pieces[..]);
    let placed: Vec<&[Piece]> = full.into_iter().chain(heads).collect();
    if !are_under_one_another(&placed, &columns) {
        return None;
    }
    // 经济 over 发展 beside rows: no row that is filled has them.
    let left = |piece: &&Piece| piece.reach.to <= columns[0].from;
    let beside: Vec<Reach> =
        lines.iter().filter_map(|line| line.pieces.first().filter(left)).map(|one| one.reach).collect();
    if beside.len() > 1 {
        columns.insert(0, usual(beside.into_iter()));
    }
    lines.iter_mut().for_each(|line| assign(&mut line.pieces, &columns));
    Some(columns)
}

/// Whether three of four pieces of the `full` rows stand in their columns: where gaps are all as wide, places say nothing.
fn are_under_one_another(full: &[&[Piece]], columns: &[Reach]) -> bool {
    let placed = full.iter().flat_map(|pieces| pieces.iter().zip(columns));
    let stand = placed.filter(|(piece, column)| distance(piece.reach, **column) <= OFF).count();
    stand * 4 >= full.len() * columns.len() * 3
}

/// Whether `pieces` state several values, as rows do.
fn states(pieces: &[Piece]) -> bool {
    pieces.iter().filter(|piece| piece.kind.states_value()).count() > 1
}

/// Joins characters of a word that are set apart (指   标).
fn close(pieces: &mut Vec<Piece>) {
    pieces.dedup_by(|next, last| {
        let near = || next.reach.from.checked_sub(last.reach.to).is_some_and(|gap| gap <= SPREAD);
        let one = next.single && last.single && near();
        if one {
            *last = Piece { span: last.span.join(next.span), reach: last.reach.join(next.reach), ..*last };
        }
        one
    });
}

/// Where most of `reaches` begin and end.
fn usual(reaches: impl Iterator<Item = Reach>) -> Reach {
    let (mut from, mut to): (Vec<usize>, Vec<usize>) = reaches.map(|reach| (reach.from, reach.to)).unzip();
    from.sort_unstable();
    to.sort_unstable();
    Reach { from: from[from.len() / 2], to: to[to.len() / 2] }
}

/// How far `piece` stands from `column`: by its start, its end or its middle.
fn distance(piece: Reach, column: Reach) -> usize {
    let ends = piece.from.abs_diff(column.from).min(piece.to.abs_diff(column.to));
    ends.min(piece.middle().abs_diff(column.middle()) / 2)
}

/// Puts `pieces` in the nearest of `columns`, each in one behind that of the piece before; more than there are columns in the nearest.
fn assign(pieces: &mut [Piece], columns: &[Reach]) {
    let (count, width) = (pieces.len(), columns.len());
    if count > width {
        for piece in pieces {
            piece.col = (0..width).min_by_key(|&col| distance(piece.reach, columns[col])).unwrap_or(0);
        }
        return;
    }
    let places = assigned(count, width, |at, col| distance(pieces[at].reach, columns[col]), Ties::First);
    pieces.iter_mut().zip(places).for_each(|(piece, col)| piece.col = col);
}
