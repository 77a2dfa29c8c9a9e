//! A workbook of a panel: the wide table, the goals one a row, and what the columns mean.

use super::{sheet::BookError, whole};
use crate::{
    panel::Panel,
    render::{
        panel::{codebook, long, wide},
        words::Lang,
    },
};

/// The bytes of the workbook.
///
/// # Errors
/// Where a sheet is full or the writer fails.
pub fn book(panel: &Panel, lang: Lang) -> Result<Vec<u8>, BookError> {
    whole(
        [("panel", wide(panel, Some(lang))), ("goals", long(panel, Some(lang))), ("notes", codebook(panel, lang))],
        lang,
    )
}
