//! The words around the name of an indicator: read from `data/words/measures.tsv`.

use super::words::words;

/// What the name of a part of a whole is made with.
pub const SHARE_OF: &str = "占";
/// What the name of money put into a work ends with.
pub const INVESTMENT: &str = "投资";

words! {
    /// The words around the name of an indicator.
    pub static MEASURES: Measures = "data/words/measures.tsv" {
        /// Growth.
        growth,
        /// Growth over several years.
        cumulative_growth,
        /// Fall.
        decline,
        /// Fall over several years.
        cumulative_decline,
        /// Before it: what is added.
        increment,
        /// Before it: the whole of the place or of the year.
        whole,
        /// Behind it: says nothing.
        empty,
        /// Behind the name of a work: how long it is.
        own_length,
        /// Behind the name of a work: what of it is measured.
        size_of_work,
        /// Behind it: begins what it is measured without.
        leaves_out,
        /// Ends that.
        left_out,
    } unions {
        /// What may stand behind a name.
        behind = growth | cumulative_growth | decline | cumulative_decline | empty,
        /// What may stand before it.
        before = whole | increment,
    }
}
