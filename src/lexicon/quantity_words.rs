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
        /// Behind such a number: its table or figure shows what is spoken of.
        shown,
        /// Behind a numeral: about so many.
        or_so,
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
        /// Joins numbers that are told one behind the other.
        joins,
        /// Joins the ends of a span as well.
        joins_ends,
        /// Ends in 比 and compares with no number behind it.
        likened,
        /// More, behind what is compared with.
        greater,
        /// Less, behind what is compared with.
        less,
        /// Behind years: how often what is stood up to comes back.
        returning,
        /// Behind a number: the interval that it closes.
        interval,
        /// Before a number: up or down by so much.
        plus_minus,
        /// Opens a bracket that says what belongs to a bound.
        includes,
        /// The number itself.
        itself,
        /// Begins with 内 and closes no time.
        inner_word,
        /// A unit of time that dates as well as counts.
        date_unit,
        /// So many that no number is told.
        many_times,
        /// For each of so many.
        each,
        /// 成百: by so many.
        by_the,
        /// Ends in 成 and says what comes about: 形成百项成果.
        comes_about,
        /// Climbs up to a number.
        climbs,
        /// What a bare number before it names: an edition, a league, a group of lands.
        named_by_number,
        /// Those at the head of a ranking, behind their number.
        league,
        /// Counts things, so that what stands before it is a number.
        counter,
        /// Ties words or tells how they stand, and names nothing.
        particle,
        /// Begins like a first place and is none.
        first_word,
        /// Ends in 前 and opens no rank.
        before_word,
        /// Counts places.
        place,
        /// Begins with 大 and tells no size.
        big_word,
        /// Begins the name of those among whom a rank is held, or the rank.
        ranked_among,
        /// Opens an expression with a number that is none itself.
        opener,
        /// Opens a number of which only the size is told.
        vague_opener,
        /// 多 with a unit of its own: several.
        several,
        /// Ends in 过 and passes no half.
        past_word,
        /// Ends in 负 and turns no number below zero.
        burden,
        /// What the name of a coin ends in.
        coin,
        /// Doubles, before how often.
        turns,
        /// Behind how often something doubles.
        fold,
        /// Becomes twice as much.
        redoubles,
        /// Before what becomes of something.
        becomes_so,
        /// Half of one.
        half,
        /// More than a half.
        over_half,
        /// The number, behind more than a half.
        count,
        /// A half as a share.
        half_of,
        /// Before 半: by a half.
        halved_by,
        /// One half.
        one_half,
        /// Passes, before a half.
        passes,
        /// Behind a number: and more.
        more,
        /// No growth.
        zero_growth,
        /// Before 零 that is the first sign of retail.
        retail,
        /// Nothing.
        zero,
        /// Below nothing.
        below_zero,
        /// A decimal point as a word, and an hour of the day.
        point,
        /// An hour of the day, behind its number.
        hour,
        /// A tenth.
        tenth,
        /// A tenth of a price that is left.
        discount,
        /// Makes a class of a size.
        grade,
        /// Between a whole and its part, or two sums of coins.
        and_again,
        /// A tenth of 元.
        dime,
        /// The same as people say it.
        spoken_dime,
        /// A hundredth of 元, or a point of a score.
        fen,
        /// A few.
        few,
        /// Before a few: it stresses how many.
        stresses,
        /// So many or more, before a power of ten.
        or_more,
        /// Before a number of places: from the first on.
        leading,
        /// Those that are large, behind a place among them.
        large,
        /// What a place is called that is held.
        standing,
        /// Keeps a place that is held.
        keeps,
        /// The head of others.
        head,
        /// Before the head: of them.
        of_them,
        /// Comes to be.
        becomes,
        /// Before a number that is told twice.
        twofold,
        /// Denies.
        denies,
        /// Is there, at least.
        at_least_there,
        /// Is there.
        there,
        /// Closes a length of time.
        inside,
        /// So much earlier, before a length of time.
        earlier_by,
        /// People, as those for whom something is counted.
        population,
        /// What the name of a measure of length ends in.
        length,
    } unions {
        /// Leaves open how many.
        indefinite = many_times | each,
        /// Behind the number of places.
        placed = place | league,
    }
}
