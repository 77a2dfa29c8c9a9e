//! Observations from a table: columns for indicator, year, value and unit under Chinese or English heads, or a column for each
//! year. A table is rows of cells with the places they stand in, of CSV, TSV or a sheet of a workbook.

use super::{
    observed::{Basis, Observation, Observations},
    place::Place,
    result::{Problem, ProblemKind},
    span::Span,
};
use crate::{
    lexicon::{OBSERVED, SIGNS, units::named, years},
    number::Number,
    quantity::{self, Comparator},
};

/// Rows that may stand above the heads: a title, notes.
const ABOVE: usize = 20;

/// Why a table could not be read at all.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum RowsError {
    /// A column that every row needs is not there.
    #[error("there is no column for the {0}; name the columns 指标,年份,数值,单位 or indicator,year,value,unit")]
    Column(&'static str),
    /// It is no table.
    #[error("{0}; write one row a value, with the columns indicator, year, value, unit")]
    Csv(String),
    /// It is no workbook that can be read.
    #[error("this is no workbook that can be read: {0}; save the sheet as CSV and give that file")]
    Book(String),
    /// No sheet of the workbook is called so.
    #[error("there is no sheet `{0}` in this workbook; its sheets are {1}")]
    Sheet(String, String),
}

/// A row of a table.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) place: Place,
    pub(super) cells: Vec<String>,
}

/// Where a value and its year stand.
enum Values {
    /// Columns of years and of values.
    Listed { year: usize, value: usize },
    /// A column for each year.
    ByYear(Vec<(i32, usize)>),
}

/// Where the columns are.
struct Columns {
    indicator: usize,
    values: Values,
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
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(sign)
            .flexible(true)
            .has_headers(false)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|error| RowsError::Csv(format!("this is no table in CSV: {error}")))?;
            let line = record.position().map_or(0, |position| usize::try_from(position.line()).unwrap_or(0));
            rows.push(Row { place: Place::line(line), cells: record.iter().map(str::to_owned).collect() });
        }
        let mut found = Self { name: name.to_owned(), ..Self::default() };
        found.table(&rows)?;
        Ok(found)
    }

    /// Adds what the rows of one table tell.
    pub(super) fn table(&mut self, rows: &[Row]) -> Result<(), RowsError> {
        let (columns, from) = head(rows)?;
        for row in rows[from..].iter().filter(|row| row.cells.iter().any(|cell| !cell.is_empty())) {
            match &columns.values {
                Values::Listed { year, value } => {
                    let cell = |at: usize| row.cells.get(at).map(|cell| unguarded(cell)).unwrap_or_default();
                    self.value(row, &columns, cell(*year), cell(*value));
                }
                Values::ByYear(years) => self.years(row, &columns, years),
            }
        }
        Ok(())
    }

    /// Adds the values of a row that has a column for each year; a year without a value is none.
    fn years(&mut self, row: &Row, columns: &Columns, years: &[(i32, usize)]) {
        let cell = |at: usize| row.cells.get(at).map(|cell| unguarded(cell)).filter(|cell| !cell.is_empty());
        let told: Vec<(i32, &str)> = years.iter().filter_map(|(year, at)| Some((*year, cell(*at)?))).collect();
        match (told.as_slice(), years.first()) {
            ([], Some((year, _))) => self.value(row, columns, &year.to_string(), ""),
            _ => told.iter().for_each(|(year, value)| self.value(row, columns, &year.to_string(), value)),
        }
    }

    /// Adds the value of a year, or what is wrong with it.
    fn value(&mut self, row: &Row, columns: &Columns, year: &str, value: &str) {
        let cell = |at: Option<usize>| at.and_then(|at| row.cells.get(at)).map(|cell| unguarded(cell));
        let indicator = cell(Some(columns.indicator)).unwrap_or_default();
        let unit = cell(columns.unit).unwrap_or_default();
        let before = self.problems.len();
        let mut wrong = |kind, found: &str, message: String| {
            self.problems.push(Problem::new(kind, &row.place, indicator, found, message));
        };
        if indicator.is_empty() {
            wrong(ProblemKind::NoIndicator, "", "this row names no indicator".into());
        }
        let read_year = self::year(year);
        if read_year.is_none() {
            let what = if year.is_empty() { "this row has no year".into() } else { format!("`{year}` is no year") };
            wrong(ProblemKind::NoYear, year, format!("{what}; write it as 2023"));
        }
        let (digits, unit) = share(value, unit);
        let read_value = number(digits);
        if read_value.is_none() {
            wrong(ProblemKind::NoValue, value, no_value(digits));
        }
        let label = quantity::unit_label(unit);
        if label.is_none() {
            let what =
                if unit.is_empty() { "this row has no unit".into() } else { format!("the unit `{unit}` is not known") };
            wrong(ProblemKind::NoUnit, unit, format!("{what}; write it as the plan does, such as 亿元, % or 家"));
        }
        let basis = cell(columns.basis).unwrap_or_default();
        let read_basis = self::basis(basis);
        if read_basis.is_none() {
            wrong(ProblemKind::NoBasis, basis, format!("`{basis}` is no basis; write 当年 (yearly) or 累计 (total)"));
        }
        let read = (read_year, read_value, label, read_basis);
        if let ((Some(year), Some(value), Some(label), Some(basis)), true) = (read, self.problems.len() == before) {
            let Some(value) = value.times(label.factor) else { return };
            let (indicator, written) = (indicator.to_owned(), unit.to_owned());
            let (place, unit) = (row.place.clone(), label.unit);
            self.rows.push(Observation {
                place,
                indicator,
                year,
                value,
                unit,
                comparator: Comparator::Eq,
                written,
                basis,
                span: Span::Year,
                change: None,
            });
        }
    }
}

/// The columns, and the first row below their heads. Of heads that go on over rows (a cell merged downwards stands in each) the
/// last count.
fn head(rows: &[Row]) -> Result<(Columns, usize), RowsError> {
    let mut first = None;
    for (at, row) in rows.iter().enumerate().take(ABOVE) {
        match columns(&row.cells) {
            Ok(columns) => {
                let mut found = (columns, at + 1);
                while let Some(Ok(columns)) = rows.get(found.1).map(|row| self::columns(&row.cells)) {
                    found = (columns, found.1 + 1);
                }
                return Ok(found);
            }
            // The row that comes nearest says what is missing.
            Err((known, error)) if first.as_ref().is_none_or(|(most, _)| known > *most) => first = Some((known, error)),
            Err(_) => {}
        }
    }
    Err(first.map_or(RowsError::Column("indicator"), |(_, error)| error))
}

/// The columns that `heads` name; else how many of them are there, and which is not.
fn columns(heads: &[String]) -> Result<Columns, (usize, RowsError)> {
    let heads: Vec<String> = heads.iter().map(|head| head.trim_matches('\u{FEFF}').to_lowercase()).collect();
    let at = |is: &dyn Fn(&str) -> bool| heads.iter().position(|head| is(head));
    let indicator = at(&|head| OBSERVED.indicator.has(head));
    let (year, value) = (at(&|head| OBSERVED.year.has(head)), at(&|head| OBSERVED.value.has(head)));
    let unit = at(&|head| OBSERVED.unit.has(head));
    let years: Vec<(i32, usize)> =
        heads.iter().enumerate().filter_map(|(at, head)| Some((self::year(head)?, at))).collect();
    let values = match (year, value) {
        (Some(year), Some(value)) => Some(Values::Listed { year, value }),
        (None, None) if !years.is_empty() => Some(Values::ByYear(years)),
        _ => None,
    };
    if let (Some(indicator), Some(values)) = (indicator, values) {
        return Ok(Columns { indicator, values, unit, basis: at(&|head| OBSERVED.basis.has(head)) });
    }
    let wanted = [("indicator", indicator), ("year", year), ("value", value)];
    let known = wanted.iter().filter(|(_, at)| at.is_some()).count() + usize::from(unit.is_some());
    let missing = wanted.iter().find(|(_, at)| at.is_none()).map_or("year", |(name, _)| name);
    Err((known, RowsError::Column(missing)))
}

/// A cell without the sign that guards it against spreadsheet programs.
fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').unwrap_or(cell)
}

/// `2023`, `2023年`; a date counts as its year.
fn year(text: &str) -> Option<i32> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    let is_date =
        |rest: &str| rest.starts_with(['-', '/']) && rest.chars().all(|c| c.is_ascii_digit() || "-/".contains(c));
    let rest = rest.trim();
    let is_year = rest.is_empty() || SIGNS.year.has(rest) || is_date(rest);
    digits.parse().ok().filter(|&year| is_year && years::is_of_plans(year))
}

/// `6.5%` as its digits and the unit of its row, which need not be named then.
fn share<'a>(value: &'a str, unit: &'a str) -> (&'a str, &'a str) {
    let shares = [named::PERCENT, named::POINTS];
    match value.strip_suffix(['%', '％']) {
        Some(digits) if unit.is_empty() => (digits.trim_end(), shares[0]),
        Some(digits) if quantity::unit_label(unit).is_some_and(|label| shares.contains(&label.unit.as_str())) => {
            (digits.trim_end(), unit)
        }
        _ => (value, unit),
    }
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
