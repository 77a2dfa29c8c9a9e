//! The words around a number that tell whether and what it counts: read from `data/words/quantity.tsv`.

use super::words::words;

words! {
    /// The words around a number.
    pub static QUANTITY: QuantityWords = "data/words/quantity.tsv" {
        /// Before a length of years: it says when, not how long.
        ahead,
        /// Behind a number of years: a time or a plan, no length.
        names_years,
        /// Behind days: they are a length and no date.
        within,
        /// Before the number of a table, figure or annex.
        label,
        /// Begins with 多, 余 or 几 and leaves no number open.
        many_word,
        /// Behind two numbers: the span from one to the other.
        between,
        /// The first place.
        first_place,
        /// Behind 百强: it names a class.
        ranked_class,
        /// Begins with 名 or 位 and counts no place.
        place_word,
        /// A word of shares that is no number by itself.
        percent_word,
        /// What a round number is called that is to be passed.
        landmark,
        /// What the name of a share ends in or holds.
        share_noun,
        /// A hundredth of a foreign coin.
        cent,
        /// Begins with 半 and halves nothing.
        half_word,
        /// Between denominator and numerator.
        fraction_mark,
        /// Between denominator and 一 where every number is wanted.
        loose_fraction_mark,
        /// Begins with 成 and counts no tenths.
        cheng_word,
        /// Begins with 折 and tells no price.
        zhe_word,
        /// What a rate is for, behind / or ·, beside the units.
        per,
        /// Ends in 上 and bounds no number behind it.
        up_word,
        /// What is measured for each thousand people.
        per_measure,
        /// Counts successes on end.
        run,
        /// Joins a lower and an upper bound.
        and,
    }
}
