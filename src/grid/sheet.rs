//! A grid laid out: for each row and column the cell that stands there, merged cells in every place they take up.

use std::{fmt, num::NonZeroU32, ops::Deref, sync::Arc};

use super::Grid;

/// Most places that are laid out.
const MOST: usize = 4_000_000;

/// A cell at a place, in four bytes: a large table has a place for each of its cells in several lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place(NonZeroU32);

impl Place {
    /// The place where cell `cell` of a grid stands, and whether it begins there; `None` beyond what a text can hold.
    fn new(cell: usize, own: bool) -> Option<Self> {
        let twice = u32::try_from(cell).ok()?.checked_mul(2)?;
        NonZeroU32::MIN.checked_add(twice + u32::from(own)).map(Self)
    }

    /// The place where cell `cell` of a grid begins.
    pub fn of(cell: usize) -> Option<Self> {
        Self::new(cell, true)
    }

    /// Index in [`Grid::cells`].
    pub fn cell(self) -> usize {
        (self.0.get() - 1) as usize / 2
    }

    /// Whether the cell begins here; elsewhere it covers.
    pub fn own(self) -> bool {
        self.0.get().is_multiple_of(2)
    }

    /// The same cell at a place that it covers.
    pub(super) fn covered(self) -> Self {
        Self(NonZeroU32::MIN | ((self.0.get() - 1) & !1))
    }
}

/// A row of places, which all who have it share with those of the rows beside it.
#[derive(Clone)]
pub struct Row {
    all: Arc<Vec<Option<Place>>>,
    from: u32,
    to: u32,
}

impl Row {
    /// Rows of `cols` places each, one after another; there are never more than [`MOST`].
    fn all(places: Vec<Option<Place>>, cols: usize) -> Vec<Self> {
        let (all, cols) = (Arc::new(places), cols.max(1));
        let row = |at: usize| Self { all: all.clone(), from: (at * cols) as u32, to: ((at + 1) * cols) as u32 };
        (0..all.len() / cols).map(row).collect()
    }

    /// Its places `from..to` alone.
    pub fn part(&self, from: usize, to: usize) -> Self {
        Self { all: self.all.clone(), from: self.from + from as u32, to: self.from + to as u32 }
    }

    /// Puts `place` into its column `col`, of no other row.
    pub(super) fn set(&mut self, col: usize, place: Option<Place>) {
        let mut own = self.to_vec();
        own[col] = place;
        *self = own.into_iter().collect();
    }
}

impl Deref for Row {
    type Target = [Option<Place>];

    fn deref(&self) -> &Self::Target {
        &self.all[self.from as usize..self.to as usize]
    }
}

impl fmt::Debug for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl Default for Row {
    fn default() -> Self {
        Self::from_iter([])
    }
}

impl FromIterator<Option<Place>> for Row {
    fn from_iter<I: IntoIterator<Item = Option<Place>>>(places: I) -> Self {
        let places = Vec::from_iter(places);
        Self { from: 0, to: places.len() as u32, all: Arc::new(places) }
    }
}

/// A grid laid out.
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet {
    /// The rows, all of [`Self::cols`] places.
    pub rows: Vec<Row>,
    /// How many columns there are.
    pub cols: usize,
}

impl Sheet {
    /// Lays `grid` out; rows and columns in which no cell begins are left out. `None` where it is too large.
    pub(super) fn lay(grid: &Grid) -> Option<Self> {
        let starts = |at: fn(&super::Cell) -> usize| {
            let mut starts: Vec<usize> = grid.cells.iter().map(at).collect();
            starts.sort_unstable();
            starts.dedup();
            starts
        };
        let (tops, lefts) = (starts(super::Cell::row), starts(super::Cell::col));
        if tops.len().saturating_mul(lefts.len()) > MOST {
            return None;
        }
        let cols = lefts.len();
        let mut places = vec![None; tops.len() * cols];
        for (cell, it) in grid.cells.iter().enumerate() {
            let reach = |starts: &[usize], first: usize, many: usize| {
                let end = first.saturating_add(many.max(1));
                starts.partition_point(|&at| at < first)..starts.partition_point(|&at| at < end)
            };
            for row in reach(&tops, it.row(), it.rows()) {
                for col in reach(&lefts, it.col(), it.cols()) {
                    let own = (tops[row], lefts[col]) == (it.row(), it.col());
                    let place: &mut Option<Place> = &mut places[row * cols + col];
                    *place = place.or_else(|| Place::new(cell, own));
                }
            }
        }
        Some(Self { rows: Row::all(places, cols), cols })
    }

    /// Rows for columns.
    pub(super) fn turned(&self) -> Self {
        let places = (0..self.cols).flat_map(|col| self.rows.iter().map(move |row| row[col])).collect();
        Self { rows: Row::all(places, self.rows.len()), cols: self.rows.len() }
    }

    /// Columns `from..to` alone.
    pub(super) fn part(&self, from: usize, to: usize) -> Self {
        let rows = self.rows.iter().map(|row| row.part(from, to)).collect();
        Self { rows, cols: to - from }
    }
}

/// The cells of `row`, each once, in order.
pub(super) fn distinct(row: &Row) -> Vec<Place> {
    let mut cells: Vec<Place> = row.iter().flatten().copied().collect();
    cells.dedup_by_key(|place| place.cell());
    cells
}

/// Longest text, in bytes, that is repeated in every place of a merged cell.
const REPEATED: usize = 600;

/// The rows of `grid` laid out; none where it is too large.
pub fn laid_out(grid: &Grid) -> Vec<Row> {
    Sheet::lay(grid).map(|sheet| sheet.rows).unwrap_or_default()
}

/// The rows of `grid` as texts, what a merged cell says in every place that it takes up; none where it is too large.
pub fn expanded(grid: &Grid) -> Vec<Vec<String>> {
    let text = |place: &Option<Place>| {
        let found = place.and_then(|place| grid.cells.get(place.cell()).map(|cell| (place.own(), cell.text())));
        found.filter(|(own, text)| *own || text.len() <= REPEATED).map_or(String::new(), |(_, text)| text.to_owned())
    };
    laid_out(grid).iter().map(|row| row.iter().map(text).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::{Cell, Origin};
    use crate::span::Span;

    #[test]
    fn far_claims_cost_nothing() {
        let cell = |row, col, rows, cols| Cell::default().moved(row, col).over(rows, cols);
        let far = usize::MAX;
        let cells = vec![cell(0, 0, far, 1), cell(0, 1, 1, far), cell(1, 1, 1, 1), cell(1, 2, 1, 1)];
        let sheet = Sheet::lay(&Grid::new(cells, Origin::Medium, Span::default())).expect("small");
        let cells: Vec<Vec<usize>> =
            sheet.rows.iter().map(|row| row.iter().flatten().map(|p| p.cell()).collect()).collect();
        assert_eq!(cells, [[0, 1, 1], [0, 2, 3]]);
        assert_eq!(sheet.turned().rows.len(), 3);
    }
}
