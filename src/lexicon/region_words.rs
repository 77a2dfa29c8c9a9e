//! The words that tell on which level a place is governed: read from `data/words/regions.tsv`.

use super::words::words;

words! {
    /// The words of places that are no divisions of the table, and of the whole country.
    pub static REGION_WORDS: RegionWords = "data/words/regions.tsv" {
        /// What names of bodies of the whole country begin with.
        nation,
        /// What they end with, where no place stands before.
        ministry,
        /// Stands before the name of a place.
        before,
        /// What names of functional zones end with.
        zone,
        /// What names of towns and townships end with.
        township,
        /// Common nouns that end so.
        common,
    }
}
