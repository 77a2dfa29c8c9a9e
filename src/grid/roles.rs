//! What the rows and columns of a grid mean: by evidence (what share of a column's cells are numbers, units, natures, names) and
//! constraints (one name to a block, a baseline before its target), never by a place that a column must have.

use super::Grid;

/// What is known of a table from outside its cells.
#[derive(Clone, Debug, Default)]
pub struct Context<'a> {
    /// Its caption, or the line above it.
    pub caption: &'a str,
    /// The unit that stands above it (单位：亿元), else empty.
    pub unit: &'a str,
}

/// What a grid was read as.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// How well the grid agrees with it, from 0 to 1. Cells that mix names and numbers, rows of unequal kind and columns of
    /// mixed kind lower it, so that of several candidates the one that parts the cells rightly has the highest.
    pub score: f64,
}

/// Reads `grid`; `None` where no roles hold.
pub fn read(_grid: &Grid, _context: &Context<'_>) -> Option<Reading> {
    None
}
