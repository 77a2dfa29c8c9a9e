//! What the readers of tables look at, and what they give.

use crate::{
    grid::{self, Reading},
    outline::{
        Cell, Rows,
        line::{Line, Role},
    },
    source::Document,
};

/// A table's cells, and the line after its last.
#[derive(Default)]
pub(super) struct Grid {
    pub(super) header: Vec<Cell>,
    pub(super) rows: Rows,
    pub(super) end: usize,
    /// The cells with their places, and what they mean, where that was found.
    pub(super) cells: grid::Grid,
    pub(super) reading: Option<Reading>,
}

/// What the readers look at.
#[derive(Clone, Copy)]
pub(super) struct Sheet<'a> {
    pub(super) lines: &'a [Line],
    pub(super) document: &'a Document,
}

impl<'a> Sheet<'a> {
    /// Line `at`, as it stands in the document.
    pub(super) fn source(self, at: usize) -> &'a str {
        self.lines.get(at).map_or("", |line| line.span().of(&self.document.text))
    }
}

/// The next line from `at` on that is no furniture.
pub(super) fn next_text(lines: &[Line], at: usize) -> usize {
    (at..lines.len()).find(|&next| lines[next].role != Role::Furniture).unwrap_or(lines.len())
}
