//! CSV: one statement a row, one column a field, the document's fields repeated; lists joined by ` / `.

use super::Frame;
use crate::analysis::{Analysis, Record};

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

/// The columns, in order.
const COLUMNS: [&str; 44] = [
    "schema",
    "file",
    "title",
    "issuer",
    "period_start",
    "period_end",
    "id",
    "status",
    "section",
    "chapter",
    "heading",
    "path",
    "kind",
    "indicator",
    "scope",
    "value",
    "upper",
    "unit",
    "comparator",
    "change",
    "text",
    "baseline_value",
    "baseline_unit",
    "baseline_year",
    "deadline_year",
    "deadline_month",
    "deadline_source",
    "deadline_text",
    "recurrence",
    "modality",
    "nature",
    "theme",
    "theme_name",
    "responsible",
    "sentence",
    "line",
    "column",
    "end_line",
    "end_column",
    "start",
    "end",
    "quote",
    "evidence",
    "sha256",
];

/// The head of the table.
pub fn frame() -> Frame {
    headed(&COLUMNS)
}

/// Every statement of a document, commitments before achievements.
pub fn statements(analysis: &Analysis) -> String {
    lines(super::statements(analysis).map(|record| row(analysis, record).into_iter().map(guarded)))
}

/// Rows under one head.
pub(super) fn headed(columns: &[&str]) -> Frame {
    Frame { before: lines([columns]).into(), marked: true, ..Frame::LINES }
}

/// Rows as lines of CSV.
pub(super) fn lines<R: IntoIterator<Item: AsRef<[u8]>>>(rows: impl IntoIterator<Item = R>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        // Writing to memory cannot fail.
        let _ = writer.write_record(row);
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn row(analysis: &Analysis, record: &Record) -> Vec<String> {
    let info = &analysis.document;
    let mut row = vec![
        analysis.schema.clone(),
        info.source.path.clone(),
        info.title.clone().unwrap_or_default(),
        info.issuer.clone().unwrap_or_default(),
        text(info.period.map(|p| p.start)),
        text(info.period.map(|p| p.end)),
        record.id.clone(),
        super::key(&record.status),
        section(&record.section),
        record.path.first().cloned().unwrap_or_default(),
        record.path.last().cloned().unwrap_or_default(),
        record.path.join(" / "),
        super::key(&record.kind),
        record.indicator.clone(),
        record.scope.clone().unwrap_or_default(),
    ];
    row.extend(amount(record));
    row.extend(when(record));
    row.extend([
        super::key(&record.modality),
        record.nature.map(|n| super::key(&n)).unwrap_or_default(),
        record.theme.key().to_owned(),
        record.theme.name().to_owned(),
        record.responsible.join(" / "),
        record.sentence.clone(),
    ]);
    let place = &record.source;
    let numbers = [place.line, place.column, place.end_line, place.end_column, place.start, place.end];
    row.extend(numbers.map(|n| n.to_string()));
    row.extend([place.quote.clone(), super::reasons(record, " / "), info.source.sha256.clone()]);
    row
}

/// The id of a section as text that no spreadsheet takes for a number: §2.10.
pub(super) fn section(id: &str) -> String {
    if id.is_empty() { String::new() } else { format!("§{id}") }
}

/// Value to baseline.
fn amount(record: &Record) -> [String; 9] {
    let amount = record.quantity.as_ref();
    let baseline = record.baseline.as_ref();
    [
        text(amount.map(|a| a.value)),
        text(amount.and_then(|a| a.upper)),
        text(amount.map(|a| &a.unit)),
        text(amount.map(|a| super::key(&a.comparator))),
        text(amount.map(|a| super::key(&a.change))),
        text(amount.map(|a| &a.text)),
        text(baseline.map(|b| b.value)),
        text(baseline.map(|b| &b.unit)),
        text(baseline.and_then(|b| b.year)),
    ]
}

/// Deadline and recurrence.
fn when(record: &Record) -> [String; 5] {
    let deadline = record.deadline.as_ref();
    [
        text(deadline.map(|d| d.year)),
        text(deadline.and_then(|d| d.month)),
        text(deadline.map(|d| super::key(&d.source))),
        text(deadline.map(|d| &d.text)),
        record.recurrence.map(|r| super::key(&r)).unwrap_or_default(),
    ]
}

/// The value as text; nothing for none.
fn text<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        commitment::{Change, DeadlineSource, Status},
        quantity::Comparator,
        sample,
    };

    #[test]
    fn sections_are_no_numbers() {
        assert_eq!((section("2.10").as_str(), section("").as_str()), ("§2.10", ""));
        assert!(section("2.10").parse::<f64>().is_err());
    }

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

    #[test]
    fn columns_and_cells_agree_and_line_breaks_stay_inside() {
        let document = "到2025年上市企业,\n突破 700\n亿元。";
        let record = sample::statement(document, "突破 700\n亿元", 0, Status::Target, "上市企业,\"营收\"");
        let amount = sample::amount(70_000_000_000, "元", Comparator::Gt, Change::Level, "突破700亿元");
        let record = sample::due(sample::quantity(record, amount), 2025, DeadlineSource::Plan);
        let analysis = sample::analysis(vec![record]);
        let out = frame().before.into_owned() + &statements(&analysis);
        let mut reader = csv::Reader::from_reader(out.as_bytes());
        let header: Vec<String> = reader.headers().expect("a header").iter().map(str::to_owned).collect();
        let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
        assert_eq!((header.len(), rows.len(), rows[0].len()), (COLUMNS.len(), 1, COLUMNS.len()));
        let cell = |name: &str| rows[0].get(header.iter().position(|h| h == name).expect(name)).expect(name);
        assert_eq!((cell("value"), cell("unit"), cell("comparator")), ("70000000000", "元", "gt"));
        assert_eq!((cell("indicator"), cell("quote")), ("上市企业,\"营收\"", "突破 700\n亿元"));
        assert_eq!((cell("deadline_year"), cell("deadline_source"), cell("upper")), ("2025", "plan", ""));
        assert_eq!(
            (cell("line"), cell("end_line"), cell("theme"), cell("file")),
            ("2", "3", "industry", "yunling.txt")
        );
    }
}
