//! The long table: one statement a row under stable column names, the same in every format that has rows and columns.

mod cell;
pub mod codebook;
mod lines;
mod statements;

pub use cell::{Cell, Type, section};
pub use lines::Shape;
pub use statements::{CARRIED, COLUMNS, Column, Row};

use super::statements as records;
use crate::{analysis::Analysis, nearest::nearest};

/// The columns that people read, which stand before the others.
const FIRST: [&str; 18] = [
    "title",
    "issuer",
    "indicator",
    "comparator",
    "value",
    "upper",
    "unit",
    "change",
    "deadline_year",
    "baseline_value",
    "baseline_year",
    "nature",
    "theme_name",
    "section",
    "heading",
    "responsible",
    "quote",
    "sentence",
];

/// All columns, those that people read first.
pub fn readable() -> Vec<Column> {
    let first = FIRST.iter().filter_map(|name| column(name).ok());
    first.chain(COLUMNS.iter().filter(|column| !FIRST.contains(&column.name.as_ref())).cloned()).collect()
}

/// The rows of a document, commitments before achievements.
pub fn rows(analysis: &Analysis) -> impl Iterator<Item = Row<'_>> {
    records(analysis).map(move |record| Row { analysis, record })
}

/// The column called `name`.
///
/// # Errors
/// Where there is none: a message that names the nearest.
pub fn column(name: &str) -> Result<Column, String> {
    if let Some(column) = COLUMNS.iter().find(|column| column.name == name) {
        return Ok(column.clone());
    }
    if let Some(key) = name.strip_prefix(CARRIED).filter(|key| !key.is_empty()) {
        return Ok(Column::carried(key));
    }
    let near = nearest(name, COLUMNS.iter().map(|column| column.name.as_ref()));
    let hint = near.map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
    Err(format!("there is no column `{name}`; {hint}`plan schema --columns` lists all"))
}

/// Sorts the statements of a document by a column; those of one value stay in the order of the document.
pub fn sort(analysis: &mut Analysis, sorting: &Sorting) {
    let (mut commitments, mut achievements) =
        (std::mem::take(&mut analysis.commitments), std::mem::take(&mut analysis.achievements));
    for records in [&mut commitments, &mut achievements] {
        let mut keyed: Vec<_> =
            records.drain(..).map(|record| (sorting.column.get(Row { analysis, record: &record }), record)).collect();
        keyed.sort_by(|(a, _), (b, _)| sorting.order(a, b));
        records.extend(keyed.into_iter().map(|(_, record)| record));
    }
    (analysis.commitments, analysis.achievements) = (commitments, achievements);
}

/// By which column rows are sorted.
#[derive(Clone, Debug)]
pub struct Sorting {
    /// The column.
    pub column: Column,
    /// Whether the greatest comes first.
    pub descending: bool,
}

impl Sorting {
    /// Which of two values comes first; none is last either way.
    pub fn order(&self, a: &Cell, b: &Cell) -> std::cmp::Ordering {
        match (a, b) {
            (Cell::Empty, _) | (_, Cell::Empty) => a.order(b),
            _ if self.descending => b.order(a),
            _ => a.order(b),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{sample, statement::Status};

    #[test]
    fn columns_have_names_of_their_own_and_the_nearest_is_named() {
        let mut names: Vec<&str> = COLUMNS.iter().map(|column| column.name.as_ref()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), COLUMNS.len());
        assert_eq!(column("deadline_year").map(|column| column.name), Ok("deadline_year".into()));
        assert!(column("deadlineyear").is_err_and(|message| message.contains("did you mean `deadline_year`?")));
        assert!(column("@").is_err_and(|message| !message.contains("did you mean")));
    }

    #[test]
    fn sections_are_no_numbers() {
        assert_eq!((section("2.10").as_str(), section("").as_str()), ("§2.10", ""));
        assert!(section("2.10").parse::<f64>().is_err());
    }

    #[test]
    fn statements_sort_by_a_column_both_ways() {
        let text = "乙丙甲";
        let record = |indicator| sample::statement(text, indicator, 0, Status::Target, indicator);
        let mut analysis = sample::analysis(vec![record("乙"), record("丙"), record("甲")]);
        let mut sorted = |descending| {
            let column = column("start").expect("a column");
            sort(&mut analysis, &Sorting { column, descending });
            analysis.commitments.iter().map(|record| record.indicator.as_str()).collect::<String>()
        };
        assert_eq!((sorted(false), sorted(true)), ("乙丙甲".into(), "甲丙乙".into()));
    }
}
