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

/// The lines of `text`, to the last, for tests.
#[cfg(test)]
pub(in crate::grid) fn lines_of(text: &str) -> Vec<Span> {
    let mut at = 0;
    let line = |line: &str| {
        let span = Span::new(at, at + line.len());
        at += line.len() + 1;
        span
    };
    text.split('\n').map(line).collect()
}
