//! A page of lines: the pieces that wide gaps part, with the stretch of the page that each takes up and the column that it stands in.

use crate::{
    grid::{model::Cell, recover::kind::Kind},
    source::View,
    span::Span,
};

/// A stretch of the width of a page, in columns of a letter each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reach {
    pub(super) from: usize,
    pub(super) to: usize,
}

impl Reach {
    /// How much of it `other` takes up too.
    pub(super) fn shared(self, other: Self) -> usize {
        self.to.min(other.to).saturating_sub(self.from.max(other.from))
    }

    /// Twice its middle.
    pub(super) fn middle(self) -> usize {
        self.from + self.to
    }

    pub(super) fn join(self, other: Self) -> Self {
        Self { from: self.from.min(other.from), to: self.to.max(other.to) }
    }
}

/// What stands on a line between two wide gaps.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) span: Span,
    pub(super) reach: Reach,
    pub(super) kind: Kind,
    /// Whether it is one character of Han.
    pub(super) single: bool,
    /// The column that it stands in.
    pub(super) col: usize,
}

/// A line, and whether an empty one stands above it.
pub(super) struct Line {
    pub(super) pieces: Vec<Piece>,
    pub(super) apart: bool,
}

/// The lines of a table, and the columns in which their pieces stand.
pub(super) struct Page<'a> {
    pub(super) text: &'a str,
    pub(super) lines: Vec<Line>,
    pub(super) columns: Vec<Reach>,
}

impl Page<'_> {
    /// The pieces of line `line` in column `col`.
    pub(super) fn at(&self, line: usize, col: usize) -> impl Iterator<Item = &Piece> {
        self.lines[line].pieces.iter().filter(move |piece| piece.col == col)
    }

    /// Whether something stands on line `line` in column `col`.
    pub(super) fn has(&self, line: usize, col: usize) -> bool {
        self.at(line, col).next().is_some()
    }

    /// The cell of `pieces` at (`row`, `col`).
    pub(super) fn cell<'p>(&self, pieces: impl Iterator<Item = &'p Piece>, row: usize, col: usize) -> Option<Cell> {
        let spans: Vec<Span> = pieces.map(|piece| piece.span).collect();
        let span = spans.iter().copied().reduce(Span::join)?;
        Some(Cell::new(span, View::new(self.text, &spans), row, col))
    }
}
