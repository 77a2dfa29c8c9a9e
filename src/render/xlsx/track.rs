//! How far targets are met, as a workbook: the targets, the names that were matched, what could not be used.

use super::{sheet::BookError, whole};
use crate::{
    render::{track, words::Lang},
    track::Progress,
};

/// The bytes of the workbook.
///
/// # Errors
/// Where a sheet is full or the writer fails.
pub fn progress(progress: &Progress, lang: Lang) -> Result<Vec<u8>, BookError> {
    whole(track::sheets(progress, lang), lang)
}
