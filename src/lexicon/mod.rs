//! Language knowledge as data: typed tables read from `data/*.yaml`, validated by tests.
//!
//! Each table is one file of rows with examples; the code that reads sentences is the grammar over them. Knows nothing of
//! documents.

pub mod bounds;
mod by_char;
mod check;
mod clause;
mod columns;
mod compare;
mod conversions;
mod deeds;
mod dictionary;
mod duties;
mod front;
mod furniture;
mod hash;
mod headings;
mod indicators;
mod lists;
pub mod lookalikes;
mod measures;
pub mod numerals;
mod observed;
mod offices;
mod pairs;
mod promise;
mod quantity_words;
mod region_words;
mod regions;
mod section;
pub mod segment;
mod sense;
pub mod signs;
mod spellings;
mod starts;
mod table;
mod theme;
mod time;
mod time_words;
pub mod trie;
pub mod units;
mod verdict;
mod worded;
pub mod words;
pub mod years;

pub use check::{CHECKED, Checked, words_of};
pub use clause::{CLAUSES, Clauses};
pub use columns::{COLUMNS, Columns};
pub use compare::{COMPARED, Compared};
pub use conversions::{convert, ratio};
pub use deeds::{DEEDS, Deeds};
pub use duties::{DUTIES, Duties, TIME_LIMIT};
pub use front::{FRONT, FrontWords};
pub use furniture::{FURNITURE, FurnitureWords};
pub use headings::{HEADINGS, HeadingWords};
pub use indicators::{Indicator, Meaning, Measure, names_fall, sense, standard_name};
pub use lists::{COUNTRY, LISTS, Lists, TOWN, TOWNSFOLK};
pub use measures::{INVESTMENT, MEASURES, Measures, SHARE_OF};
pub use observed::{OBSERVED, Observed};
pub use offices::full_name;
pub use pairs::pair;
pub use promise::{PROMISES, Promises};
pub use quantity_words::{QUANTITY, QuantityWords};
pub use region_words::{REGION_WORDS, RegionWords};
pub use regions::{Region, RegionLevel};
pub use section::{SECTIONS, Sections};
pub use sense::Sense;
pub use signs::{SIGNS, Signs};
pub use starts::Starts;
pub use theme::{Theme, Weight};
pub use time::{TIME_PHRASES, TimeMeaning, TimePhrase, TimeUse};
pub use time_words::{TIME, TimeWords};
pub use verdict::{VERDICTS, Verdicts};
pub use worded::{WORDED, Worded};
pub use words::Forms;

/// Why a table could not be read.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// It is no row of the table's shape.
    #[error("the table {table} cannot be read at line {line}: {reason}")]
    Shape {
        /// The table's name.
        table: &'static str,
        /// Where the row begins.
        line: usize,
        /// What is wrong.
        reason: String,
    },
    /// A row says something that cannot be.
    #[error("the table {table} is wrong at `{row}`: {reason}")]
    Row {
        /// The table's name.
        table: &'static str,
        /// The row's first form.
        row: String,
        /// What is wrong.
        reason: String,
    },
}

impl TableError {
    fn row(table: &'static str, row: &str, reason: impl Into<String>) -> Self {
        TableError::Row { table, row: row.to_owned(), reason: reason.into() }
    }
}
