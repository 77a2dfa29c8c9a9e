//! What is wrong with a Word file, in words for people.

use crate::source::error::SourceError;

/// An error about a Word file.
pub(super) fn unreadable(reason: impl Into<String>) -> SourceError {
    SourceError::Unreadable {
        media: "DOCX",
        reason: reason.into(),
        help: "open it in a word processor and save it again as DOCX or plain text",
    }
}
