//! The words around a time that tell how it dates: read from `data/words/time.tsv`.

use super::words::words;

words! {
    /// The words around a time.
    pub static TIME: TimeWords = "data/words/time.tsv" {
        /// What happened to somebody, from which years are counted.
        event,
        /// So long a time is taken for it.
        takes,
        /// Before a time: by then.
        until,
        /// Of these, what opens an outlook.
        outlook,
        /// Before a time: in or during it.
        at,
        /// Before a time: it only names an aim.
        toward,
        /// Before a time that is compared with.
        than,
        /// Before a time that is compared with, where 相比 follows.
        along,
        /// Before the time of a starting value.
        from,
        /// Before a time from which on.
        since,
        /// Verbs that end in 到 without its being before the time.
        reaching,
        /// Words that end in 比 or 较 and compare with no time behind them.
        likened,
        /// Behind a year: its end or beginning, by which something is done.
        close,
        /// Behind a time: by then.
        before,
        /// Behind a time: since then.
        onward,
        /// Behind a time or a value: what is built on.
        basis,
        /// Behind a time: in it.
        along_with,
        /// Begins with 前 and dates nothing.
        front_word,
        /// Behind a plan period: the plan itself.
        plan_noun,
        /// Behind a plan period: part of a name.
        plan_word,
        /// Behind a plan period: the whole or a part of it.
        plan_span,
        /// Behind a plan period: its middle year.
        plan_middle,
        /// Behind a plan period: its last year.
        plan_close,
        /// Before a year of the western count.
        era,
        /// Before a year of the republic.
        republic,
        /// Behind a year: those born or enrolled in it, or a decade.
        cohort,
        /// Behind four digits: a year of some kind.
        year_kind,
        /// Behind 月, of which it makes a noun.
        month_noun,
        /// Words that begin like it and are others.
        month_word,
        /// Behind a year: a time told by it.
        placed,
        /// Within a year or month.
        inside,
        /// Begins with 后 or 内 and tells no time.
        placed_word,
        /// Behind a year of two digits: it is a year and no length.
        goes_on,
        /// Before a number of years: those that lie behind.
        past,
        /// Behind a time that is compared with.
        compared_mark,
        /// Behind a year: its prices are what is counted in.
        price_base,
        /// Between the first and last year of a span.
        joins,
        /// The one before, of years and days.
        last,
        /// The whole of a year: its end is not meant.
        full,
        /// The end of a year, with the year said again.
        own_close,
        /// A decade, behind its first year.
        decade,
        /// Those who entered a school in a year, behind it.
        entrants,
        /// So old, behind a number.
        aged,
        /// Before the western count.
        before_era,
        /// Behind a number of years: those that lie behind.
        years_past,
        /// Behind a number of years: within them.
        years_within,
        /// Strives for what is reached by then.
        strives,
        /// At the time when.
        when,
        /// Behind a plan period: up to now.
        up_to_now,
        /// Behind a plan period: from it on.
        from_then,
        /// Before a number of years: the first of a period.
        first_years,
        /// Before a number of years: the last of a period.
        last_years,
        /// Behind a plan period: its first year.
        plan_opens,
        /// Behind a plan period: its last year.
        plan_ends,
        /// The later part of a plan period.
        plan_later,
        /// The document's own period, before its first or last years.
        plan_term,
    }
}
