//! A cell of values of a table of indicators.

use super::{
    column::{Columns, meaning::Meaning},
    figures::Figures,
    row::Row,
};
use crate::{grid::Head, source::View};

/// A cell of values.
pub(super) struct Cell<'a> {
    pub(super) head: &'a Head,
    /// Its column; none of remarks.
    pub(super) col: Option<usize>,
    pub(super) meaning: Meaning,
    pub(super) view: &'a View,
    pub(super) said: &'a Figures,
}

impl Cell<'_> {
    /// What its column measures of `row`, where the row names no measure itself.
    pub(super) fn measure<'c>(&self, columns: &'c Columns<'_>, row: &Row<'_>) -> Option<&'c str> {
        columns.measures.at(self.col?, self.head).filter(|_| row.measured.bare)
    }
}
