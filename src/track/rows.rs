//! Observations from a table in CSV or TSV: columns for indicator, year, value and unit, under Chinese or English heads.

use super::{
    observed::{Basis, Observation, Observations},
    result::{Problem, ProblemKind},
};
use crate::{
    lexicon::{OBSERVED, signs, years},
    number::Number,
    quantity,
};

/// Why a table could not be read at all.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum RowsError {
    /// A column that every row needs is not there.
    #[error(
        "line 1: there is no column for the {0}; name the columns 指标,年份,数值,单位 or indicator,year,value,unit"
    )]
    Column(&'static str),
    /// It is no table.
    #[error("{0}; write one row a value, with the columns indicator, year, value, unit")]
    Csv(String),
}

/// Where the columns are.
struct Columns {
    indicator: usize,
    year: usize,
    value: usize,
    unit: Option<usize>,
    basis: Option<usize>,
}

impl Observations {
    /// The rows of `text`, a table called `name`.
    ///
    /// # Errors
    /// Where it is no table or lacks a column; rows that say too little are problems, not errors.
    pub fn of_rows(name: &str, text: &str) -> Result<Self, RowsError> {
        let text = text.trim_start_matches('\u{FEFF}');
        let first = text.lines().next().unwrap_or_default();
        let sign = if first.contains('\t') { b'\t' } else { b',' };
        let mut reader =
            csv::ReaderBuilder::new().delimiter(sign).flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
        let broken = |error: csv::Error| RowsError::Csv(format!("this is no table in CSV: {error}"));
        let columns = columns(reader.headers().map_err(broken)?)?;
        let mut found = Self { name: name.to_owned(), ..Self::default() };
        for record in reader.records() {
            let record = record.map_err(broken)?;
            if record.iter().any(|cell| !cell.is_empty()) {
                found.row(&record, &columns);
            }
        }
        Ok(found)
    }

    fn row(&mut self, record: &csv::StringRecord, columns: &Columns) {
        let line = record.position().map_or(0, |position| usize::try_from(position.line()).unwrap_or(0));
        let cell = |at: Option<usize>| at.and_then(|at| record.get(at)).map(unguarded).unwrap_or_default();
        let (indicator, unit) = (cell(Some(columns.indicator)), cell(columns.unit));
        let before = self.problems.len();
        let mut wrong = |kind, found: &str, message: String| {
            self.problems.push(Problem::new(kind, line, indicator, found, message))
        };
        if indicator.is_empty() {
            wrong(ProblemKind::NoIndicator, "", "this row names no indicator".into());
        }
        let year = cell(Some(columns.year));
        let read_year = self::year(year);
        if read_year.is_none() {
            let what = if year.is_empty() { "this row has no year".into() } else { format!("`{year}` is no year") };
            wrong(ProblemKind::NoYear, year, format!("{what}; write it as 2023"));
        }
        let value = cell(Some(columns.value));
        let read_value = number(value);
        if read_value.is_none() {
            wrong(ProblemKind::NoValue, value, no_value(value));
        }
        let label = quantity::unit_label(unit);
        if label.is_none() {
            let what =
                if unit.is_empty() { "this row has no unit".into() } else { format!("the unit `{unit}` is not known") };
            wrong(ProblemKind::NoUnit, unit, format!("{what}; write it as the plan does, such as 亿元, % or 家"));
        }
        let basis = cell(columns.basis);
        let read_basis = self::basis(basis);
        if read_basis.is_none() {
            wrong(ProblemKind::NoBasis, basis, format!("`{basis}` is no basis; write 当年 (yearly) or 累计 (total)"));
        }
        let read = (read_year, read_value, label, read_basis);
        if let ((Some(year), Some(value), Some(label), Some(basis)), true) = (read, self.problems.len() == before) {
            let Some(value) = value.times(label.factor) else { return };
            let (indicator, written) = (indicator.to_owned(), unit.to_owned());
            self.rows.push(Observation {
                line,
                indicator,
                year,
                value,
                unit: label.unit,
                written,
                basis,
                change: None,
            });
        }
    }
}

fn columns(heads: &csv::StringRecord) -> Result<Columns, RowsError> {
    let heads: Vec<String> = heads.iter().map(|head| head.trim_matches('\u{FEFF}').to_lowercase()).collect();
    let at = |is: &dyn Fn(&str) -> bool| heads.iter().position(|head| is(head));
    Ok(Columns {
        indicator: at(&|head| OBSERVED.indicator.has(head)).ok_or(RowsError::Column("indicator"))?,
        year: at(&|head| OBSERVED.year.has(head)).ok_or(RowsError::Column("year"))?,
        value: at(&|head| OBSERVED.value.has(head)).ok_or(RowsError::Column("value"))?,
        unit: at(&|head| OBSERVED.unit.has(head)),
        basis: at(&|head| OBSERVED.basis.has(head)),
    })
}

/// A cell without the sign that guards it against spreadsheet programs.
fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').unwrap_or(cell)
}

/// `2023`, `2023年`.
fn year(text: &str) -> Option<i32> {
    text.trim_end_matches(signs::year).trim().parse().ok().filter(|&year: &i32| years::is_of_plans(year))
}

/// What is wrong with a cell that gives no value.
fn no_value(cell: &str) -> String {
    let what = match cell {
        "" => "this row has no value".to_owned(),
        _ if digits(&cell.replace(['，', ','], "")) && cell.matches('.').count() < 2 => {
            return format!("`{cell}` is too large; write it in a larger unit");
        }
        _ => format!("`{cell}` is no number"),
    };
    format!("{what}; write digits alone, the unit in its own column")
}

/// Whether `text` is digits, with a sign and points.
fn digits(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits.starts_with(|c: char| c.is_ascii_digit()) && digits.chars().all(|c| c.is_ascii_digit() || c == '.')
}

/// Digits, with a sign, a point and commas between thousands.
fn number(text: &str) -> Option<Number> {
    let plain: String = text.replace(['，', ','], "");
    if digits(&plain) { plain.parse().ok() } else { None }
}

/// The basis that a cell names; none where it is empty, nothing where it is another word.
fn basis(text: &str) -> Option<Option<Basis>> {
    let text = text.to_lowercase();
    match text.as_str() {
        "" => Some(None),
        text if OBSERVED.of_year.has(text) => Some(Some(Basis::Year)),
        text if OBSERVED.of_total.has(text) => Some(Some(Basis::Total)),
        _ => None,
    }
}
