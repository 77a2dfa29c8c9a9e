//! What people do, what serves whom, and what things have or overcome (`crate::reading`): read from `data/words/deeds.tsv`.

use super::words::words;

words! {
    /// Words around what is counted.
    pub static DEEDS: Deeds = "data/words/deeds.tsv" {
        /// What people go and do.
        goes_out,
        /// Before those for whom something is done.
        for_whom,
        /// Serves those who are counted.
        serves,
        /// Goals further on, which a year names.
        outlook,
        /// What is broken through.
        hurdle,
        /// Has a quality.
        quality,
        /// Counts uses and entries, which have no unit and are no sum of money.
        tally,
        /// Comes back to what was before.
        recovers,
    }
}
