//! Observations from the sheets of a workbook: each cell as the text that a table in CSV would have.
//!
//! A sheet without the columns is passed over, and said so; hidden sheets are not looked at. A cell that is shown as a share holds
//! its hundredth (6.5 % is 0.065): it is read as it is shown. A cell merged downwards stands in each of its rows.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read, Seek},
    panic::{AssertUnwindSafe, catch_unwind},
};

use calamine::{DataRef, Dimensions, Reader, SheetType, SheetVisible, Style, Xlsx, XlsxError};

use super::{
    observed::Observations,
    place::Place,
    rows::{Row, RowsError},
};

/// Bytes that a workbook may unpack to.
const UNPACKED: u64 = 256 << 20;
/// Cells of a sheet with something in them.
const CELLS: usize = 1_000_000;
/// Columns that are looked at.
const COLUMNS: u32 = 200;

impl Observations {
    /// The rows of the sheets of a workbook called `name`: of `sheet`, else of all that have the columns.
    ///
    /// # Errors
    /// Where it is no workbook, or no sheet has the columns; rows that say too little are problems, not errors.
    pub fn of_workbook(name: &str, bytes: &[u8], sheet: Option<&str>) -> Result<Self, RowsError> {
        let read = catch_unwind(AssertUnwindSafe(|| sheets(bytes, sheet)));
        let sheets = read.unwrap_or_else(|_| Err(RowsError::Book("it is broken".into())))?;
        let mut found = Self { name: name.to_owned(), ..Self::default() };
        let mut first = None;
        for (sheet, rows) in sheets {
            match found.table(&rows) {
                Ok(()) => found.sheets.push(sheet),
                Err(error) => {
                    first = first.or(Some(error));
                    found.passed_over.push(sheet);
                }
            }
        }
        match first {
            Some(error) if found.sheets.is_empty() => Err(error),
            _ => Ok(found),
        }
    }
}

/// The rows of the sheets to look at.
fn sheets(bytes: &[u8], wanted: Option<&str>) -> Result<Vec<(String, Vec<Row>)>, RowsError> {
    bounded(bytes)?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let is_table = |sheet: &&calamine::Sheet| sheet.typ == SheetType::WorkSheet;
    let all: Vec<calamine::Sheet> = book.sheets_metadata().iter().filter(is_table).cloned().collect();
    let named =
        |sheet: &calamine::Sheet| wanted.map_or(sheet.visible == SheetVisible::Visible, |name| name == sheet.name);
    let names: Vec<String> = all.iter().filter(|sheet| named(sheet)).map(|sheet| sheet.name.clone()).collect();
    if let (Some(wanted), []) = (wanted, names.as_slice()) {
        let known: Vec<&str> = all.iter().map(|sheet| sheet.name.as_str()).collect();
        return Err(RowsError::Sheet(wanted.to_owned(), known.join(", ")));
    }
    names.into_iter().map(|name| rows(&mut book, &name).map(|rows| (name, rows))).collect()
}

/// Refuses what unpacks to more than any table of observations.
fn bounded(bytes: &[u8]) -> Result<(), RowsError> {
    let no_book = |error: &dyn std::fmt::Display| RowsError::Book(error.to_string());
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| no_book(&error))?;
    let mut left = UNPACKED;
    for at in 0..archive.len() {
        let file = archive.by_index(at).map_err(|error| no_book(&error))?;
        let size = std::io::copy(&mut file.take(left + 1), &mut std::io::sink()).map_err(|error| no_book(&error))?;
        left = left.checked_sub(size).ok_or_else(|| RowsError::Book("it unpacks to too much".into()))?;
    }
    Ok(())
}

fn broken(error: &XlsxError) -> RowsError {
    RowsError::Book(match error {
        XlsxError::Password => "it is encrypted".into(),
        other => other.to_string(),
    })
}

/// The rows of a sheet in which something stands.
fn rows<R: Read + Seek>(book: &mut Xlsx<R>, name: &str) -> Result<Vec<Row>, RowsError> {
    let merged = book.merge_cells_by_sheet_name(name).map_err(|error| broken(&error))?;
    let mut reader = book.worksheet_cells_reader(name).map_err(|error| broken(&error))?;
    let styles = reader.styles().to_vec();
    let mut cells: BTreeMap<u32, BTreeMap<u32, String>> = BTreeMap::new();
    let mut count = 0;
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(|error| broken(&error))? {
        let (row, column) = cell.get_position();
        let text = text(cell.get_value(), styles.get(style));
        if column >= COLUMNS || text.is_empty() {
            continue;
        }
        count += 1;
        if count > CELLS {
            return Err(RowsError::Book(format!("the sheet `{name}` has more than {CELLS} cells")));
        }
        cells.entry(row).or_default().insert(column, text);
    }
    merged.iter().for_each(|region| filled(&mut cells, region));
    Ok(cells.into_iter().map(|(row, cells)| self::row(name, row, &cells)).collect())
}

/// Puts the text of a merged cell into the rows below its first in which something stands.
fn filled(cells: &mut BTreeMap<u32, BTreeMap<u32, String>>, region: &Dimensions) {
    let ((top, column), (bottom, _)) = (region.start, region.end);
    let Some(text) = cells.get(&top).and_then(|row| row.get(&column)).cloned() else { return };
    if top < bottom {
        cells.range_mut(top + 1..=bottom).for_each(|(_, row)| _ = row.entry(column).or_insert_with(|| text.clone()));
    }
}

fn row(sheet: &str, row: u32, cells: &BTreeMap<u32, String>) -> Row {
    let columns = cells.keys().next_back().map_or(0, |last| last + 1);
    let place = Place { sheet: Some(sheet.to_owned()), line: row as usize + 1 };
    Row { place, cells: (0..columns).map(|column| cells.get(&column).cloned().unwrap_or_default()).collect() }
}

/// What a cell says.
fn text(value: &DataRef<'_>, style: Option<&Style>) -> String {
    match value {
        DataRef::Int(number) => figure(*number as f64, style),
        DataRef::Float(number) => figure(*number, style),
        DataRef::String(text) => text.trim().to_owned(),
        DataRef::SharedString(text) => text.trim().to_owned(),
        DataRef::Bool(value) => value.to_string(),
        DataRef::DateTime(date) if date.is_datetime() => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year}-{month:02}-{day:02}")
        }
        DataRef::DateTime(time) => digits(time.as_f64()),
        DataRef::DateTimeIso(text) => text.split('T').next().unwrap_or_default().to_owned(),
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// A number as it is shown: a share in percent.
fn figure(number: f64, style: Option<&Style>) -> String {
    let format = style.and_then(|style| style.number_format.as_ref());
    match format.is_some_and(|format| format.format_code.contains('%')) {
        true => format!("{}%", digits(number * 100.0)),
        false => digits(number),
    }
}

/// A number in the fifteen digits that spreadsheet programs show.
fn digits(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    rounded.to_string()
}

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

    use super::*;
    use crate::track::{Problem, ProblemKind};

    type Written = Result<(), rust_xlsxwriter::XlsxError>;

    /// A sheet by its name and what writes its cells.
    type Filled<'a> = (&'a str, &'a dyn Fn(&mut Worksheet) -> Written);

    fn book(sheets: &[Filled<'_>]) -> Vec<u8> {
        let mut book = Workbook::new();
        for (name, write) in sheets {
            let sheet = book.add_worksheet().set_name(*name).expect("a name");
            write(sheet).expect("cells");
        }
        book.save_to_buffer().expect("a workbook")
    }

    fn heads(sheet: &mut Worksheet, row: u32) -> Written {
        sheet.write_row(row, 0, ["指标", "年份", "数值", "单位"]).map(drop)
    }

    /// What was read: indicator, year, value and unit as written.
    fn read(bytes: &[u8]) -> (Vec<String>, Vec<Problem>) {
        let found = Observations::of_workbook("seen.xlsx", bytes, None).expect("a workbook");
        let told = |row: &super::super::observed::Observation| {
            format!("{} {} {} {} {}", row.place.told(), row.indicator, row.year, row.value, row.written)
        };
        (found.rows.iter().map(told).collect(), found.problems)
    }

    #[test]
    fn a_share_is_read_as_it_is_shown() {
        let bytes = book(&[("表", &|sheet| {
            heads(sheet, 0)?;
            let (percent, fine) = (Format::new().set_num_format("0%"), Format::new().set_num_format("0.00%"));
            sheet.write(1, 0, "失业率")?.write(1, 1, 2023)?.write_with_format(1, 2, 0.065, &percent)?;
            sheet.write(2, 0, "覆盖率")?.write(2, 1, 2023)?.write_with_format(2, 2, 0.29, &fine)?.write(2, 3, "%")?;
            // Not shown as a share: it is what stands there.
            sheet.write(3, 0, "城镇化率")?.write(3, 1, 2023)?.write(3, 2, 0.7)?.write(3, 3, "%")?;
            sheet.write(4, 0, "企业")?.write(4, 1, 2023)?.write_with_format(4, 2, 0.5, &fine)?.write(4, 3, "家")?;
            Ok(())
        })]);
        let (rows, problems) = read(&bytes);
        assert_eq!(rows, ["表!2 失业率 2023 6.5 %", "表!3 覆盖率 2023 29 %", "表!4 城镇化率 2023 0.7 %"]);
        assert_eq!((problems.len(), problems[0].kind, problems[0].place()), (1, ProblemKind::NoValue, "表!5".into()));
    }

    #[test]
    fn years_are_numbers_texts_or_dates_and_sums_have_fifteen_digits() {
        let bytes = book(&[("表", &|sheet| {
            heads(sheet, 0)?;
            let date = Format::new().set_num_format("yyyy\"年\"");
            let day = ExcelDateTime::from_ymd(2022, 12, 31)?;
            sheet.write(1, 0, "就业")?.write(1, 1, 2021)?.write(1, 2, 0.1 + 0.2)?.write(1, 3, "万人")?;
            sheet
                .write(2, 0, "就业")?
                .write_with_format(2, 1, &day, &date)?
                .write(2, 2, "1,205.5")?
                .write(2, 3, "人")?;
            sheet.write(3, 0, "就业")?.write(3, 1, "2023年")?.write(3, 2, 7)?.write(3, 3, "人")?;
            sheet.write(4, 0, "就业")?.write(4, 1, 2024)?.write_with_format(4, 2, &day, &date)?.write(4, 3, "人")?;
            Ok(())
        })]);
        let (rows, problems) = read(&bytes);
        assert_eq!(rows, ["表!2 就业 2021 3000 万人", "表!3 就业 2022 1205.5 人", "表!4 就业 2023 7 人"]);
        assert_eq!((problems[0].kind, problems[0].found.as_str()), (ProblemKind::NoValue, "2022-12-31"));
    }

    #[test]
    fn titles_merged_heads_and_empty_rows_are_read_through() {
        let plain = Format::new();
        let bytes = book(&[("监测", &|sheet| {
            sheet.merge_range(0, 0, 0, 4, "附表 监测数据", &plain)?;
            sheet.merge_range(1, 0, 2, 0, "指标", &plain)?.merge_range(1, 1, 2, 1, "单位", &plain)?;
            sheet.merge_range(1, 2, 1, 3, "年度", &plain)?;
            sheet.write(2, 2, "2021年")?.write(2, 3, 2022)?;
            sheet.write(3, 0, "就业")?.write(3, 1, "人")?.write(3, 2, 5)?.write(3, 3, 6)?;
            // An empty row, then one with the value of one year.
            sheet.write(5, 0, "企业")?.write(5, 1, "家")?.write(5, 3, 8)?;
            sheet.write(6, 0, "公园")?.write(6, 1, "个")?;
            Ok(())
        })]);
        let (rows, problems) = read(&bytes);
        assert_eq!(rows, ["监测!4 就业 2021 5 人", "监测!4 就业 2022 6 人", "监测!6 企业 2022 8 家"]);
        assert_eq!((problems.len(), problems[0].kind, problems[0].place()), (1, ProblemKind::NoValue, "监测!7".into()));
        let bytes = book(&[("表", &|sheet| {
            heads(sheet, 0)?;
            sheet.merge_range(1, 0, 2, 0, "就业", &plain)?.merge_range(1, 3, 2, 3, "人", &plain)?;
            sheet.write(1, 1, 2021)?.write(1, 2, 5)?.write(2, 1, 2022)?.write(2, 2, 6)?;
            Ok(())
        })]);
        assert_eq!(read(&bytes).0, ["表!2 就业 2021 5 人", "表!3 就业 2022 6 人"]);
    }

    #[test]
    fn every_sheet_with_the_columns_is_read_or_the_one_that_is_named() {
        let row = |year: i32| {
            move |sheet: &mut Worksheet| {
                heads(sheet, 0)?;
                sheet.write(1, 0, "就业")?.write(1, 1, year)?.write(1, 2, 5)?.write(1, 3, "人").map(drop)
            }
        };
        let (first, second, old) = (row(2021), row(2022), row(2019));
        let bytes = book(&[
            ("说明", &|sheet| sheet.write(0, 0, "来源：统计局").map(drop)),
            ("2021", &first),
            ("2022", &second),
            ("草稿", &|sheet| {
                old(sheet)?;
                sheet.set_hidden(true);
                Ok(())
            }),
        ]);
        let found = Observations::of_workbook("seen.xlsx", &bytes, None).expect("a workbook");
        assert_eq!((found.rows.len(), found.passed_over()), (2, ["说明".to_owned()].as_slice()));
        let years = |sheet: &str| {
            let found = Observations::of_workbook("seen.xlsx", &bytes, Some(sheet));
            found.map(|found| found.rows.iter().map(|row| row.year).collect::<Vec<_>>())
        };
        assert_eq!((years("2022"), years("草稿")), (Ok(vec![2022]), Ok(vec![2019])));
        assert_eq!(years("说明"), Err(RowsError::Column("indicator")));
        assert_eq!(years("2020"), Err(RowsError::Sheet("2020".into(), "说明, 2021, 2022, 草稿".into())));
    }

    #[test]
    fn what_is_no_workbook_is_refused() {
        let refused =
            |bytes: &[u8]| matches!(Observations::of_workbook("a.xlsx", bytes, None), Err(RowsError::Book(_)));
        let whole = book(&[("表", &|sheet| heads(sheet, 0))]);
        assert!(refused(b"") && refused(b"PK") && refused(&[0; 4096]));
        assert!((1..8).all(|part| refused(&whole[..whole.len() * part / 8])));
        // A cell at the far end of a sheet takes no room before it.
        let far = book(&[("表", &|sheet| {
            heads(sheet, 0)?;
            sheet.write(1_048_575, 16_383, 1)?;
            sheet.write(1_048_574, 0, "就业").map(drop)
        })]);
        assert_eq!(read(&far).1.iter().map(Problem::place).collect::<Vec<_>>(), vec!["表!1048575"; 3]);
    }
}
