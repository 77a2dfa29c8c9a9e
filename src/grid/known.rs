//! A grid with what each of its cells may be by its text alone.

use super::{Grid, traits::Traits};

/// A grid and what each of its cells may be.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    pub(super) grid: &'a Grid,
    pub(super) traits: &'a [Traits],
}

impl Known<'_> {
    /// The text of cell `at`.
    pub(super) fn text(&self, at: usize) -> &str {
        self.grid.cells.get(at).map_or("", |cell| cell.text())
    }

    /// What cell `at` may be.
    pub(super) fn of(&self, at: usize) -> Traits {
        self.traits.get(at).copied().unwrap_or_default()
    }
}
