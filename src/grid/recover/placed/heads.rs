//! The heads of a page: what stands over one column is its head, one line below the other; what has heads of several columns under it
//! stands over them all.

use super::page::{Page, Piece};
use crate::grid::model::Cell;

/// Most lines of heads.
const TALLEST: usize = 8;

/// A head over several columns.
struct Over<'p> {
    piece: &'p Piece,
    line: usize,
    from: usize,
    /// Its last column.
    to: usize,
}

impl Over<'_> {
    fn covers(&self, col: usize) -> bool {
        (self.from..=self.to).contains(&col)
    }
}

/// The cells of the first `lines` lines of `page`, in which columns hold values as `valued` says; `None` where they are no heads.
pub(super) fn cells(page: &Page<'_>, lines: usize, valued: &[bool]) -> Option<Vec<Cell>> {
    let pieces = || page.lines[..lines].iter().flat_map(|line| &line.pieces);
    if lines > TALLEST || pieces().count() < 2 {
        return None;
    }
    let over: Vec<Over<'_>> = (0..lines).flat_map(|line| Heads { page, line, lines }.over(valued)).collect();
    let depth = |col: usize, line: usize| over.iter().filter(|head| head.line < line && head.covers(col)).count();
    let deepest = (0..page.columns.len()).map(|col| depth(col, lines)).max().unwrap_or(0);
    let mut cells = Vec::new();
    for head in &over {
        let cell = page.cell(std::iter::once(head.piece), depth(head.from, head.line), head.from)?;
        cells.push(cell.over(1, head.to + 1 - head.from));
    }
    for col in 0..page.columns.len() {
        let lowest = pieces().filter(|piece| piece.col == col && over.iter().all(|head| head.piece.span != piece.span));
        let row = depth(col, lines);
        cells.extend(page.cell(lowest, row, col).map(|cell| cell.over(deepest + 1 - row, 1)));
    }
    Some(cells)
}

/// Line `line` of the first `lines`, which are heads.
#[derive(Clone, Copy)]
struct Heads<'p, 'a> {
    page: &'p Page<'a>,
    line: usize,
    lines: usize,
}

impl<'p> Heads<'p, '_> {
    /// Those that stand over several columns.
    fn over(self, valued: &[bool]) -> Vec<Over<'p>> {
        let own: Vec<&Piece> =
            self.page.lines[self.line].pieces.iter().filter(|piece| self.below(piece.col).is_some()).collect();
        let Some(below) = own.first().and_then(|first| self.below(first.col)) else { return Vec::new() };
        let under: Vec<usize> = (0..valued.len())
            .filter(|&col| valued[col] && self.below(col) == Some(below) && self.is_free(col, &own))
            .collect();
        let even = || own.len() > 1 && under.len() > own.len() && under.len().is_multiple_of(own.len());
        let many = under.len() / own.len().max(1);
        // Three heads over six columns stand over two each, where each stands over one of its own.
        let blocks = || own.iter().zip(under.chunks(many)).all(|(piece, block)| block.contains(&piece.col));
        if even() && blocks() {
            let head = |(piece, block): (&&'p Piece, &[usize])| self.head(piece, block[0], block[many - 1]);
            return own.iter().zip(under.chunks(many)).map(head).collect();
        }
        own.iter().filter_map(|piece| self.wide(piece)).collect()
    }

    /// The next line on which column `col` has a head.
    fn below(self, col: usize) -> Option<usize> {
        (self.line + 1..self.lines).find(|&below| self.page.has(below, col))
    }

    /// Whether column `col` has no head on the line but one of `own`.
    fn is_free(self, col: usize, own: &[&Piece]) -> bool {
        !self.page.has(self.line, col) || own.iter().any(|piece| piece.col == col)
    }

    fn head(self, piece: &'p Piece, from: usize, to: usize) -> Over<'p> {
        Over { piece, line: self.line, from, to }
    }

    /// `piece` over the columns that it touches and those in whose middle it stands, where they have their heads on one line below it.
    fn wide(self, piece: &'p Piece) -> Option<Over<'p>> {
        let columns = &self.page.columns;
        let below = self.below(piece.col)?;
        let fits = |col: &usize| self.below(*col) == Some(below) && self.is_free(*col, &[piece]);
        let touched = |col: &usize| fits(col) && columns[*col].shared(piece.reach) > 0;
        let mut from = piece.col - (0..piece.col).rev().take_while(touched).count();
        let mut to = piece.col + (piece.col + 1..columns.len()).take_while(touched).count();
        let off = |from: usize, to: usize| columns[from].join(columns[to]).middle().abs_diff(piece.reach.middle());
        loop {
            let nearer = |one: &(usize, usize)| off(one.0, one.1) < off(from, to);
            let left = from.checked_sub(1).filter(fits).map(|left| (left, to)).filter(nearer);
            let right = Some(to + 1).filter(|&col| col < columns.len() && fits(&col)).map(|right| (from, right));
            let Some(wider) = left.or_else(|| right.filter(nearer)) else { break };
            (from, to) = wider;
        }
        (from < to).then(|| self.head(piece, from, to))
    }
}
