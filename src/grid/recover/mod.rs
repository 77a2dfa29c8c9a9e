//! Grids that a table may have had, from what has come down of it as text. A candidate says how cells may be parted and which rows they
//! form; it knows no heading and no order of columns, and [`super::roles`] decide between candidates.

use super::Grid;
use crate::span::Span;

/// Lines of text in which a table opens at the first: white space at their ends left out, page furniture left out, to the
/// next heading or sentence at the latest, and never more than [`LONGEST`].
#[derive(Clone, Copy, Debug)]
pub struct Block<'a> {
    /// The document's text.
    pub text: &'a str,
    /// The lines, in order; empty lines are not among them.
    pub lines: &'a [Span],
}

/// The most lines of a block.
pub const LONGEST: usize = 20_000;

/// The grids that `block` may hold, each beginning at its first line and ending where its shape ends ([`Grid::span`]); none where nothing
/// in it looks like a table. At most a handful, in linear time.
pub fn candidates(_block: &Block<'_>) -> Vec<Grid> {
    Vec::new()
}
