//! CSV: lines of cells that no spreadsheet program takes for formulas.

/// The byte order mark by which spreadsheet programs know UTF-8.
pub const BOM: &str = "\u{FEFF}";

/// Signs with which a spreadsheet program takes a cell for a formula, and the one that guards such cells.
const FORMULA: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\''];

/// A cell as it stands in the file: with `'` before it where a spreadsheet program would take it for a formula, and where
/// it begins with `'`. Readers take one `'` off. Numbers stay as they are.
pub(super) fn guarded(cell: String) -> String {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let number = |text: &str| text.split_once('.').map_or(digits(text), |(whole, part)| digits(whole) && digits(part));
    match cell.strip_prefix(FORMULA) {
        Some(rest) if !(cell.starts_with('-') && number(rest)) => format!("'{cell}"),
        _ => cell,
    }
}

/// Rows as lines of CSV.
pub(super) fn lines<R: IntoIterator<Item: AsRef<[u8]>>>(rows: impl IntoIterator<Item = R>) -> String {
    separated(rows, b',')
}

/// Rows as lines of cells with `sign` between them.
pub(super) fn separated<R: IntoIterator<Item: AsRef<[u8]>>>(rows: impl IntoIterator<Item = R>, sign: u8) -> String {
    let mut writer = csv::WriterBuilder::new().delimiter(sign).from_writer(Vec::new());
    for row in rows {
        // Writing to memory cannot fail.
        let _ = writer.write_record(row);
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_every_cell_comes_back() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-2+3", "'-2+3"),
            ("+5%", "'+5%"),
            ("\t=1", "'\t=1"),
            ("'十四五'", "''十四五'"),
            ("-12.5", "-12.5"),
            ("-3", "-3"),
            ("-", "'-"),
            ("-1.", "'-1."),
            ("1=1", "1=1"),
            ("", ""),
        ] {
            let guarded = guarded(cell.into());
            assert_eq!(guarded, written);
            assert_eq!(guarded.strip_prefix('\'').unwrap_or(&guarded), cell);
        }
    }
}
