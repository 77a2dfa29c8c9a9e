//! The words of goals that are set without a number: read from `data/words/worded.tsv`.

use super::words::words;

words! {
    /// What opens, joins and carries on a goal without a number, and what says that none is set.
    pub static WORDED: Worded = "data/words/worded.tsv" {
        /// Stands before the name of an indicator.
        opens,
        /// Stands between two.
        joins,
        /// A name may begin behind it.
        parts,
        /// Goes on behind the name of an indicator.
        goes_on,
        /// Opens what the goal is compared with.
        compares,
        /// Behind what a goal shall be above.
        above,
        /// Says that no goal is set.
        sets_none,
        /// Says what sort of goal is not set.
        kind,
    }
}
