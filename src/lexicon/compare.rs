//! The words by which a comparison tells two things apart, by class: read from `data/words/compare.tsv`.

use super::words::words;

words! {
    /// The words by which a comparison tells two things apart.
    pub static COMPARED: Compared = "data/words/compare.tsv" {
        /// Before what is measured for each (人均地区生产总值): another thing than its whole.
        per_unit,
        /// Takes back what stands behind it.
        negation,
    }
}
