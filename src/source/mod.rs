//! Bytes to text: media and encoding recognised, the text decoded, places kept.
//!
//! Knows nothing of sections, numbers or promises.

pub mod view;

mod html;
mod text;

use sha2::{Digest, Sha256};

pub use view::View;

use crate::span::LineIndex;

/// What a caller hands in: a name for messages, and the bytes as they are.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The path as given, or `-`.
    pub name: &'a str,
    /// The file's bytes.
    pub bytes: &'a [u8],
}

/// The decoded text that every place refers to.
#[derive(Clone, Debug)]
pub struct Document {
    /// The name it was given.
    pub name: String,
    /// The text.
    pub text: String,
    /// Its lines.
    pub lines: LineIndex,
    /// `text`, `markdown`, `html`.
    pub media: &'static str,
    /// The encoding used, by its WHATWG name.
    pub encoding: &'static str,
    /// Hex SHA-256 of the bytes.
    pub sha256: String,
    /// How many bytes there were.
    pub bytes: usize,
}

/// Why a source could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SourceError {
    /// There is nothing in it.
    #[error("the file is empty; give a plan document with text in it")]
    Empty,
    /// It is no text.
    #[error("the file is no text: {reason}; {help}")]
    NotText {
        /// What was seen.
        reason: String,
        /// What to do.
        help: String,
    },
}

/// Reads `source` into a document.
///
/// # Errors
/// Where the bytes are empty or no text.
pub fn read(source: Source<'_>) -> Result<Document, SourceError> {
    let (text, encoding) = text::decode(source.bytes)?;
    let (text, media) = match html::is_html(&text) {
        true => (html::extract(&text), "html"),
        false if [".md", ".markdown"].iter().any(|end| source.name.to_lowercase().ends_with(end)) => (text, "markdown"),
        false => (text, "text"),
    };
    if text.trim().is_empty() {
        return Err(SourceError::Empty);
    }
    Ok(Document {
        name: source.name.to_owned(),
        lines: LineIndex::new(&text),
        text,
        media,
        encoding,
        sha256: Sha256::digest(source.bytes).iter().map(|b| format!("{b:02x}")).collect(),
        bytes: source.bytes.len(),
    })
}
