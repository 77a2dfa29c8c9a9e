//! The words that the rules of `plan check` ask for, by class: read from `data/words/check.tsv`.

use super::words::words;

words! {
    /// The words that the rules of `plan check` ask for.
    pub static CHECKED: Checked = "data/words/check.tsv" {
        /// Short clauses that are whole: answers, calls, and what lists and thoughts are opened with.
        whole_clause,
        /// Words of one character that open a sentence by themselves.
        connective,
        /// What the name of a numbered table, box or figure begins with.
        captioned,
        /// After these a number behind 其中 is no part of what went before.
        not_a_part,
        /// Before these a range may begin with its larger end.
        downward,
        /// Becomes less.
        falls,
        /// Becomes more.
        rises,
        /// Units in which less is higher: places.
        place_unit,
        /// What is measured at constant prices.
        constant_price,
        /// Ratios that may pass 100 %: of other wholes, or of a cohort that others join.
        other_whole,
        /// What begins the lines of a web page that are no part of the plan.
        of_page,
        /// What is counted without a unit.
        pure_number,
        /// Join several things in one name.
        joins,
        /// Look beyond the plan.
        outlook,
    }
}
