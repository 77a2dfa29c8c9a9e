//! Which medium bytes are: told by what is in them, never by a file's name.

use super::{error::SourceError, html, markdown};

/// The media that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Media {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// A Word file.
    Docx,
    /// A PDF with a text layer.
    Pdf,
    /// A Word file of before 2007, or a WPS file.
    Doc,
}

impl Media {
    /// Every medium.
    pub const ALL: [Media; 6] = [Media::Text, Media::Markdown, Media::Html, Media::Docx, Media::Pdf, Media::Doc];

    /// `text`, `markdown`, `html`, `docx`, `pdf`, `doc`.
    pub fn name(self) -> &'static str {
        match self {
            Media::Text => "text",
            Media::Markdown => "markdown",
            Media::Html => "html",
            Media::Docx => "docx",
            Media::Pdf => "pdf",
            Media::Doc => "doc",
        }
    }

    /// Whether it is text in some encoding.
    pub(super) fn is_text(self) -> bool {
        matches!(self, Media::Text | Media::Markdown | Media::Html)
    }
}

/// How far into a file the mark of a PDF may stand.
const PDF_WITHIN: usize = 1024;

/// Formats that no reader is for, by their first bytes: what they are, and what to do.
const REFUSED: &[(&[u8], &str, &str)] = &[
    (b"\x89PNG", "it is an image", SCANNED),
    (b"\xFF\xD8\xFF", "it is an image", SCANNED),
    (b"GIF8", "it is an image", SCANNED),
    (b"BM", "it is an image", SCANNED),
    (b"II*\0", "it is an image", SCANNED),
    (b"MM\0*", "it is an image", SCANNED),
    (b"\x1F\x8B", "it is compressed", "unpack it first"),
    (b"Rar!", "it is a RAR archive", "unpack it first"),
    (b"7z\xBC\xAF", "it is a 7-Zip archive", "unpack it first"),
    (b"{\\rtf", "it is a Rich Text file", "open it in a word processor and save it as DOCX"),
];

const SCANNED: &str = "recognise its text first (for example with `tesseract -l chi_sim`) and give that text";

/// The medium of a file that is no text, told by its first bytes; `None` for text.
///
/// # Errors
/// Where no reader is for it.
pub(super) fn binary(bytes: &[u8]) -> Result<Option<Media>, SourceError> {
    let pdf = bytes[..bytes.len().min(PDF_WITHIN)].windows(5).any(|window| window == b"%PDF-");
    if bytes.starts_with(b"%PDF") || (pdf && std::str::from_utf8(bytes).is_err()) {
        return Ok(Some(Media::Pdf));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Some(Media::Docx));
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Ok(Some(Media::Doc));
    }
    let webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    let refused = REFUSED.iter().find(|(start, _, _)| bytes.starts_with(start) && !is_plain(bytes));
    match refused {
        Some((_, reason, help)) => Err(SourceError::NotText { reason: (*reason).into(), help: (*help).into() }),
        None if webp => Err(SourceError::NotText { reason: "it is an image".into(), help: SCANNED.into() }),
        None => Ok(None),
    }
}

/// Whether a mark of a few letters (`BM`) stands at the start of text: such as `BMW…` or `{\rtf` quoted.
fn is_plain(bytes: &[u8]) -> bool {
    bytes.starts_with(b"BM") && !bytes[..bytes.len().min(64)].contains(&0)
}

/// The medium of decoded text.
pub(super) fn of_text(text: &str) -> Media {
    if html::is_html(text) {
        Media::Html
    } else if markdown::is_markdown(text) {
        Media::Markdown
    } else {
        Media::Text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn media_are_told_by_content() {
        assert_eq!(binary(b"%PDF-1.7\n"), Ok(Some(Media::Pdf)));
        assert_eq!(binary(b"\n\n%PDF-1.4 \xFF"), Ok(Some(Media::Pdf)));
        assert_eq!(binary(b"PK\x03\x04rest"), Ok(Some(Media::Docx)));
        assert_eq!(binary(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), Ok(Some(Media::Doc)));
        assert_eq!(binary("青禾县规划".as_bytes()), Ok(None));
        assert_eq!(binary("BM 是位图的标记".as_bytes()), Ok(None));
        for image in [&b"\x89PNG\r\n"[..], b"\xFF\xD8\xFF\xE0", b"GIF89a", b"RIFF\0\0\0\0WEBP", b"BM\0\0\0"] {
            let error = binary(image).expect_err("an image").to_string();
            assert!(error.contains("image") && error.contains("tesseract"), "{error}");
        }
        assert_eq!(of_text("<!DOCTYPE html><p>规划</p>"), Media::Html);
        assert_eq!(of_text("# 规划\n\n## 一、目标\n"), Media::Markdown);
        assert_eq!(of_text("规划\n一、目标\n"), Media::Text);
    }
}
