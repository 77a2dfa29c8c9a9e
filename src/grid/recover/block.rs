//! The lines in which a table is looked for.

use crate::span::Span;

/// Lines of text in which a table opens at the first: white space at their ends left out, page furniture left out, to the
/// next heading or sentence at the latest.
#[derive(Clone, Copy, Debug)]
pub struct Block<'a> {
    /// The document's text.
    pub text: &'a str,
    /// The lines, in order; empty lines are not among them.
    pub lines: &'a [Span],
}
