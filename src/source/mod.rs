//! Bytes to text: media and encoding recognised, the text decoded or extracted, places kept.
//!
//! Knows nothing of sections, numbers or promises.

pub mod marks;
pub mod view;

mod builder;
mod clean;
#[cfg(feature = "docx")]
mod docx;
mod encoding;
mod error;
mod fold;
mod html;
mod inline;
#[cfg(feature = "legacy")]
mod legacy;
mod limits;
mod markdown;
mod media;
mod mending;
#[cfg(feature = "pdf")]
mod pdf;
mod radicals;
mod raised;
mod tagged;
mod traditional;

use encoding_rs::Encoding;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub use encoding::by_label;
pub use error::SourceError;
pub use limits::FILE as MAX_BYTES;
pub use marks::Marks;
pub use media::Media;
pub use traditional::is_written as is_traditional;
pub use view::{View, is_han};

use crate::span::{LineIndex, Span};

/// What a caller hands in: a name for messages, and the bytes as they are.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The path as given, or `-`.
    pub name: &'a str,
    /// The file's bytes.
    pub bytes: &'a [u8],
}

/// What a caller knows better than the bytes tell.
#[derive(Clone, Copy, Debug, Default)]
pub struct Overrides {
    /// The medium, instead of the one that is recognised.
    pub media: Option<Media>,
    /// The encoding of text, instead of the one that is found; see [`by_label`].
    pub encoding: Option<&'static Encoding>,
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
    /// What its medium says beside the characters.
    pub marks: Marks,
    /// `text`, `markdown`, `html`, `docx`, `pdf`, `doc`.
    pub media: &'static str,
    /// The encoding used, by its WHATWG name; that of the extracted text for media that are no text.
    pub encoding: &'static str,
    /// Hex SHA-256 of the bytes.
    pub sha256: String,
    /// How many bytes there were.
    pub bytes: usize,
    /// Where bytes could not be decoded, or a font does not say which characters it shows: runs of U+FFFD.
    pub undecodable: Vec<Span>,
}

/// What a file that is no text holds, got out of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extracted {
    /// Its text.
    pub text: String,
    /// What its medium says beside the characters.
    pub marks: Marks,
}

/// Reads `source` into a document.
///
/// # Errors
/// Where the bytes are empty, no text, or of a medium that cannot be read.
pub fn read(source: Source<'_>) -> Result<Document, SourceError> {
    read_as(source, Overrides::default())
}

/// Reads `source` as `overrides` say.
///
/// # Errors
/// As [`read`].
pub fn read_as(source: Source<'_>, overrides: Overrides) -> Result<Document, SourceError> {
    read_with(source, overrides, extract)
}

/// Reads `source` as `overrides` say; `extract` gets the text out of files that are no text, as [`extract`] does, for
/// example in a process of its own.
///
/// # Errors
/// As [`read`], and what `extract` gives.
pub fn read_with(
    source: Source<'_>,
    overrides: Overrides,
    extract: impl Fn(Media, &[u8]) -> Result<Extracted, SourceError>,
) -> Result<Document, SourceError> {
    limits::at_most("bytes", source.bytes.len(), MAX_BYTES)?;
    let binary = match overrides.media {
        Some(media) if media.is_text() => None,
        Some(media) => Some(media),
        None if overrides.encoding.is_some() => None,
        None => media::binary(source.bytes)?,
    };
    let (text, marks, media, encoding) = match binary {
        Some(media) => {
            let Extracted { text, marks } = extract(media, source.bytes)?;
            (text, marks, media, encoding_rs::UTF_8)
        }
        None => {
            let (text, encoding) = encoding::decode(source.bytes, overrides.encoding)?;
            limits::at_most("bytes of text", text.len(), limits::TEXT)?;
            let media = overrides.media.unwrap_or_else(|| media::of_text(&text));
            let (text, marks) = match media {
                Media::Html => html::extract(&text)?,
                Media::Markdown => {
                    let marks = markdown::marks(&text)?;
                    (text, marks)
                }
                _ => {
                    let apart = inline::comments(&text);
                    (text, Marks { apart, ..Marks::default() })
                }
            };
            (text, marks, media, encoding)
        }
    };
    if text.trim().is_empty() {
        return Err(SourceError::Empty);
    }
    Ok(Document {
        name: source.name.to_owned(),
        lines: LineIndex::new(&text),
        undecodable: undecodable(&text),
        text,
        marks,
        media: media.name(),
        encoding: encoding.name(),
        sha256: Sha256::digest(source.bytes).iter().map(|b| format!("{b:02x}")).collect(),
        bytes: source.bytes.len(),
    })
}

/// Gets the text out of a file that is no text, where a reader for it is built in.
///
/// # Errors
/// Where there is no such reader, or the file is broken, encrypted or beyond a limit.
pub fn extract(media: Media, bytes: &[u8]) -> Result<Extracted, SourceError> {
    let (text, marks) = match media {
        #[cfg(feature = "docx")]
        Media::Docx => docx::extract(bytes)?,
        #[cfg(feature = "pdf")]
        Media::Pdf => pdf::extract(bytes)?,
        #[cfg(feature = "legacy")]
        Media::Doc => legacy::extract(bytes)?,
        _ => {
            let _ = bytes;
            return Err(SourceError::NotText {
                reason: format!("it is {} and this build reads none", media.name().to_uppercase()),
                help: "save it as plain text first".into(),
            });
        }
    };
    #[cfg_attr(not(feature = "docx"), allow(unreachable_code, reason = "no reader is built in"))]
    Ok(Extracted { text, marks })
}

/// Runs of characters that stand for what could not be decoded.
fn undecodable(text: &str) -> Vec<Span> {
    let mut runs: Vec<Span> = Vec::new();
    for (at, sign) in encoding::lost(text) {
        match runs.last_mut().filter(|run| run.end == at) {
            Some(run) => run.end = at + sign.len(),
            None => runs.push(Span::new(at, at + sign.len())),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undecodable_bytes_are_known_by_place() {
        let mut bytes = "第一章 产业\n新建菇棚两千个。\n".repeat(20).into_bytes();
        bytes.splice(20..20, [0xFF, 0xFE]);
        let document = read(Source { name: "-", bytes: &bytes }).expect("text");
        let [run] = document.undecodable[..] else { panic!("one run: {:?}", document.undecodable) };
        assert_eq!((run.of(&document.text), document.lines.line(run.start)), ("\u{FFFD}\u{FFFD}", 2));
    }

    #[test]
    fn overrides_win() {
        let page = "<p>规划</p><p>新建菇棚两千个。</p>";
        let source = Source { name: "-", bytes: page.as_bytes() };
        assert_eq!(read(source).map(|d| d.text), Ok("规划\n新建菇棚两千个。\n".into()));
        let overrides = Overrides { media: Some(Media::Text), ..Overrides::default() };
        assert_eq!(read_as(source, overrides).map(|d| (d.text, d.media)), Ok((page.into(), "text")));
        let overrides = Overrides { media: Some(Media::Docx), ..Overrides::default() };
        assert!(read_as(source, overrides).is_err());
    }
}
