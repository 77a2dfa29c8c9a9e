//! One sheet: a frozen head with filters, rows of typed cells, columns as wide as Chinese text needs.

use rust_xlsxwriter::{ExcelDateTime, Format, Url, Workbook, XlsxError};
use unicode_width::UnicodeWidthStr;

use crate::render::long::Cell;

/// Rows of a sheet, its head included.
const ROWS: u32 = 1_048_576;

/// Characters of a cell.
const CHARACTERS: usize = 32_767;

/// Links of a sheet.
const LINKS: usize = 65_000;

/// The number of a size of paper.
const A4: u8 = 9;

/// Columns that are printed: those that people read stand first.
const PRINTED: u16 = 17;

/// The narrowest and the widest column, in columns of a terminal.
const WIDTH: (usize, usize) = (6, 44);

/// Digits that the binary numbers of spreadsheets hold.
const DIGITS: usize = 15;

/// Why a workbook could not be made.
#[derive(Debug, thiserror::Error)]
pub enum BookError {
    /// A sheet is full.
    #[error(
        "a sheet holds {limit} rows and there are more; write csv or sqlite, or choose with --theme, --due or --status"
    )]
    Full {
        /// How many rows a sheet holds.
        limit: u32,
    },
    /// The writer failed.
    #[error("the workbook could not be made: {0}")]
    Writer(#[from] XlsxError),
}

/// A sheet of a workbook.
pub(super) struct Sheet {
    name: &'static str,
    index: usize,
    /// The row that is written next.
    next: u32,
    widths: Vec<usize>,
    links: usize,
}

impl Sheet {
    /// Adds a sheet under `heads`.
    pub(super) fn new(workbook: &mut Workbook, name: &'static str, heads: Vec<String>) -> Result<Self, BookError> {
        let index = workbook.worksheets().len();
        let bold = Format::new().set_bold().set_background_color("D9E2F3");
        let sheet = workbook.add_worksheet_with_constant_memory()?;
        sheet.set_name(name)?.set_freeze_panes(1, 0)?;
        for (at, head) in heads.iter().enumerate() {
            sheet.write_string_with_format(0, column(at), head, &bold)?;
        }
        // The sign of a filter takes two columns of a head.
        let widths = heads.iter().map(|head| head.width() + 3).collect();
        Ok(Self { name, index, next: 1, widths, links: 0 })
    }

    /// The row that is written next.
    pub(super) fn next(&self) -> u32 {
        self.next
    }

    /// What leads to a row from another sheet.
    pub(super) fn address(&self, row: u32) -> String {
        format!("internal:'{}'!A{}", self.name, row + 1)
    }

    /// Adds a row; the cell at a place may lead to an address.
    pub(super) fn row(
        &mut self,
        workbook: &mut Workbook,
        cells: Vec<Cell>,
        link: Option<(usize, String)>,
    ) -> Result<(), BookError> {
        if self.next >= ROWS {
            return Err(BookError::Full { limit: ROWS - 1 });
        }
        let row = self.next;
        for (at, cell) in cells.into_iter().enumerate() {
            let wide = self.widths.get(at).copied().unwrap_or_default();
            let link = link.as_ref().filter(|(linked, _)| *linked == at && self.links < LINKS);
            let width =
                write(workbook, (self.index, row, column(at)), cell, link.map(|(_, address)| address.as_str()))?;
            self.links += usize::from(link.is_some());
            if let Some(widest) = self.widths.get_mut(at) {
                *widest = wide.max(width);
            }
        }
        self.next += 1;
        Ok(())
    }

    /// Sets what can be set only when all rows are known.
    pub(super) fn finish(&self, workbook: &mut Workbook) -> Result<(), BookError> {
        let sheet = workbook.worksheet_from_index(self.index)?;
        for (at, &width) in self.widths.iter().enumerate() {
            sheet.set_column_width(column(at), width.clamp(WIDTH.0, WIDTH.1) as f64 + 1.0)?;
        }
        let last = ((self.next - 1).max(1), column(self.widths.len().saturating_sub(1)));
        sheet.autofilter(0, 0, last.0, last.1)?;
        // On paper: what people read, its head on each page.
        sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
        sheet.set_repeat_rows(0, 0)?.set_print_area(0, 0, last.0, last.1.min(PRINTED - 1))?;
        Ok(())
    }
}

fn column(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}

/// Writes a cell; gives how wide it shows.
fn write(
    workbook: &mut Workbook,
    (sheet, row, column): (usize, u32, u16),
    cell: Cell,
    link: Option<&str>,
) -> Result<usize, BookError> {
    let sheet = workbook.worksheet_from_index(sheet)?;
    let text = match cell {
        Cell::Empty => return Ok(0),
        Cell::Flag(flag) => {
            sheet.write_boolean(row, column, flag)?;
            return Ok(6);
        }
        number @ (Cell::Integer(_) | Cell::Decimal(_)) => number.text(),
        Cell::Text(text) => return words(sheet, (row, column), text, link),
    };
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    match text.parse::<f64>() {
        Ok(number) if digits <= DIGITS => {
            // Billions in figures, not in powers of ten.
            let format = if text.contains('.') { Format::new() } else { Format::new().set_num_format("0") };
            sheet.write_number_with_format(row, column, number, &format)?;
        }
        _ => drop(sheet.write_string(row, column, &text)?),
    }
    Ok(text.width())
}

fn words(
    sheet: &mut rust_xlsxwriter::Worksheet,
    (row, column): (u32, u16),
    text: String,
    link: Option<&str>,
) -> Result<usize, BookError> {
    let width = text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0);
    if let Some(address) = link {
        sheet.write_url_with_text(row, column, Url::new(address), &text)?;
    } else if let Some(day) = day(&text) {
        sheet.write_datetime_with_format(row, column, day, &Format::new().set_num_format("yyyy-mm-dd"))?;
    } else {
        let text = if text.chars().count() > CHARACTERS { text.chars().take(CHARACTERS).collect() } else { text };
        sheet.write_string(row, column, text)?;
    }
    Ok(width)
}

/// The day that an ISO date names, where a spreadsheet knows it.
fn day(text: &str) -> Option<ExcelDateTime> {
    let is_day = text.len() == 10
        && text.bytes().enumerate().all(|(at, b)| if matches!(at, 4 | 7) { b == b'-' } else { b.is_ascii_digit() });
    if is_day { ExcelDateTime::parse_from_str(text).ok() } else { None }
}
