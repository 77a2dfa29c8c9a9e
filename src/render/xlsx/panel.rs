//! A workbook of a panel: the wide table, and the goals one a row.

use rust_xlsxwriter::Workbook;

use super::{
    dated,
    sheet::{BookError, Sheet},
};
use crate::{
    panel::Panel,
    render::{
        panel::{Table, long, wide},
        words::{self, Lang},
    },
};

/// The bytes of the workbook.
///
/// # Errors
/// Where a sheet is full or the writer fails.
pub fn book(panel: &Panel, lang: Lang) -> Result<Vec<u8>, BookError> {
    let mut workbook = Workbook::new();
    dated(&mut workbook)?;
    let tables = [("panel", wide(panel, Some(lang))), ("goals", long(panel, Some(lang)))];
    let sheets = tables.map(|(name, table)| filled(&mut workbook, words::label("sheet", name, lang), table));
    for sheet in sheets {
        sheet?.finish(&mut workbook)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn filled(workbook: &mut Workbook, name: &'static str, (heads, rows): Table) -> Result<Sheet, BookError> {
    let mut sheet = Sheet::new(workbook, name, heads)?;
    rows.into_iter().try_for_each(|row| sheet.row(workbook, row, None))?;
    Ok(sheet)
}
