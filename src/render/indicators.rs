//! The page of standard indicators, `docs/indicators.md`: what the table of them says.

use super::words::{self, Lang};
use crate::lexicon::{Indicator, Sense};

/// The page.
pub fn page() -> String {
    let mut out = String::from(
        "# Standard indicators\n\nWritten by `plan explain --page indicators`; a test fails when it is out of date. A statement has a key \
         (`indicator_key`) where its indicator's name means a row as a whole and its number can be one of it; a part, a place or a class \
         of the thing has none. `measure` is what a plain number of the row says; a statement's own `measure` may be another: growth of a \
         level, say. Keys are never given up or used for something else.\n\n\
         | key | 名称 | English | unit | measure | better | 含义 |\n|---|---|---|---|---|---|---|\n",
    );
    for row in Indicator::all() {
        let better = match row.sense {
            Some(Sense::More) => "more",
            Some(Sense::Less) => "less",
            Some(Sense::Keep) => "within bounds",
            None => "",
        };
        let measure = words::label("measure", row.measure.key(), Lang::En);
        let (names, unit, definition) = (format!("{} | {}", row.zh, row.en), row.unit, row.definition());
        out += &format!("| `{}` | {names} | {unit} | {measure} | {better} | {definition} |\n", row.key);
    }
    out
}
