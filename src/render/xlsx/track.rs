//! How far targets are met, as a workbook: the targets, the names that were matched, what could not be used.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use super::{
    YEAR,
    sheet::{BookError, Sheet},
};
use crate::{
    render::{
        track,
        words::{self, Lang},
    },
    track::Progress,
};

/// The bytes of the workbook.
///
/// # Errors
/// Where a sheet is full or the writer fails.
pub fn progress(progress: &Progress, lang: Lang) -> Result<Vec<u8>, BookError> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd(YEAR, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    for (name, heads, rows) in track::sheets(progress, lang) {
        let mut sheet = Sheet::new(&mut workbook, words::label("sheet", name, lang), heads)?;
        rows.into_iter().try_for_each(|row| sheet.row(&mut workbook, row, None))?;
        sheet.finish(&mut workbook)?;
    }
    Ok(workbook.save_to_buffer()?)
}
