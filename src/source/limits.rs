//! Limits against hostile files: each is far above any plan, and each refusal says which limit it is.

use super::error::SourceError;

/// Bytes of a file.
pub const FILE: usize = 100 << 20;

/// Bytes of text.
pub(super) const TEXT: usize = 50 << 20;

/// Elements of a page inside one another.
pub(super) const DEPTH: usize = 1000;

/// Attributes of one element.
pub(super) const ATTRIBUTES: usize = 1000;

/// Columns that a cell spans.
pub(super) const SPAN: usize = 1000;

/// Cells of one table.
pub(super) const CELLS: usize = 200_000;

/// Bytes that one part of a Word file unpacks to.
#[cfg(feature = "docx")]
pub(super) const PART: usize = 64 << 20;

/// Bytes that all streams of a PDF unpack to.
#[cfg(feature = "pdf")]
pub(super) const UNPACKED: usize = 256 << 20;

/// Refuses `count` of `what` above `limit`.
pub(super) fn at_most(what: &'static str, count: usize, limit: usize) -> Result<(), SourceError> {
    if count > limit { Err(SourceError::Limit { what, limit }) } else { Ok(()) }
}
