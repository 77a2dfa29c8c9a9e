//! The words of tables of observations, by class: read from `data/words/observed.tsv`.

use super::words::words;

words! {
    /// The words of tables of observations.
    pub static OBSERVED: Observed = "data/words/observed.tsv" {
        /// Heads of the column of names.
        indicator,
        /// Heads of the column of years.
        year,
        /// Heads of the column of values.
        value,
        /// Heads of the column of units.
        unit,
        /// Heads of the column that tells how a value of something that adds up is meant.
        basis,
        /// Of a year alone.
        of_year,
        /// Of all years so far.
        of_total,
    }
}
