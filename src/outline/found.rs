//! A heading as it is found among the lines.

use ecow::EcoString;

use super::label::Mark;
use crate::span::Span;

/// A heading of the body.
#[derive(Clone, Debug)]
pub(super) struct Heading {
    /// Kind of its number; [`Mark::Part`] without label for back matter.
    pub(super) mark: Mark,
    /// Its number; 0 without label.
    pub(super) number: u32,
    /// The number above it: of 2.3 the 2.
    pub(super) major: u32,
    /// As it is printed.
    pub(super) label: EcoString,
    /// Without label.
    pub(super) title: EcoString,
    /// Its bytes in the document.
    pub(super) span: Span,
    /// Its first line, by place.
    pub(super) line: usize,
    /// Its last line.
    pub(super) last_line: usize,
    /// What follows the title on its last line, where the title is the first sentence of a paragraph.
    pub(super) rest: Option<Span>,
}
