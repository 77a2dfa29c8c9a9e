//! Word files: paragraphs with their heading styles and automatic numbers, tables with merged cells, footnotes apart.
//!
//! Knows WordprocessingML; what was deleted or is hidden is no text, what was inserted is.

mod body;
mod fault;
mod numbering;
mod package;
mod styles;
mod table;
mod xml;

use super::{error::SourceError, marks::Marks};

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
