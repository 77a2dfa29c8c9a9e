//! Word files: paragraphs with their heading styles and automatic numbers, tables with merged cells, footnotes apart.
//!
//! Knows WordprocessingML; what was deleted or is hidden is no text, what was inserted is.

mod body;
mod numbering;
mod package;
mod styles;
mod table;
mod xml;

use super::{Marks, SourceError, builder::Builder};

/// The text of the Word file `bytes`.
///
/// # Errors
/// Where it is broken, encrypted, another kind of archive or beyond a limit.
pub(super) fn extract(bytes: &[u8]) -> Result<(String, Marks), SourceError> {
    let mut package = package::Package::open(bytes)?;
    let document = package.document()?;
    let styles = package.part("styles.xml")?.map_or_else(styles::Styles::default, |part| styles::Styles::read(&part));
    let numbering =
        package.part("numbering.xml")?.map_or_else(Default::default, |part| numbering::Numbering::read(&part));
    let mut reader = body::Reader::new(styles, numbering);
    reader.read(&document)?;
    for name in ["footnotes.xml", "endnotes.xml"] {
        if let Some(notes) = package.part(name)? {
            reader.notes(&notes)?;
        }
    }
    Ok(reader.finish().finish())
}

/// An error about a Word file.
fn unreadable(reason: impl Into<String>) -> SourceError {
    SourceError::Unreadable {
        media: "DOCX",
        reason: reason.into(),
        help: "open it in a word processor and save it again as DOCX or plain text",
    }
}

/// What readers write to.
type Out = Builder;
