//! Language knowledge as data: typed tables read from `data/*.yaml`, validated by tests.
//!
//! Each table is one file of rows with examples; the code that reads sentences is the grammar over them. Knows nothing of
//! documents.

mod clause;
mod theme;
mod time;

pub use clause::{CLAUSES, Clauses, Forms};
pub use theme::Theme;
pub use time::{TIME_PHRASES, TimeMeaning, TimePhrase, TimeUse};

/// Reads a table that ships with the program; the tests read every one, so that a broken row never leaves the house.
fn table<T: serde::de::DeserializeOwned>(yaml: &str) -> T {
    serde_yaml::from_str(yaml).unwrap_or_else(|error| unreachable!("a table of the program does not parse: {error}"))
}
