//! The smallest words, which every floor asks for: particles, the words of a calendar, what joins and what spans; read from
//! `data/words/signs.tsv`.
//!
//! Each class has a function of its name, so that a text can be searched and parted by it: `text.contains(signs::of)`.

use super::words::words;

words! {
    /// Particles and signs.
    pub static SIGNS: Signs = "data/words/signs.tsv" {
        /// Makes what stands before it an attribute.
        of,
        /// Marks what is done.
        le,
        /// Before a number: it numbers.
        ordinal,
        /// Closes a list that goes on.
        and_so_on,
        /// A year, behind its number.
        year,
        /// A month, behind its number.
        month,
        /// A day of a month, behind its number.
        day,
        /// The same as people say it.
        spoken_day,
        /// A number of a paper or a line, behind it.
        number,
        /// A page, behind its number.
        page,
        /// An article, behind its number.
        article,
        /// Joins two.
        and,
        /// Joins one to another.
        with,
        /// Joins the last, or what belongs to it.
        besides,
        /// Joins what may stand for each other.
        or,
        /// Up to a time, a place or a value.
        to,
        /// Up to, as papers write it.
        up_to,
        /// Between the ends of a span.
        span_mark,
        /// A dash by its looks alone.
        dash_like,
        /// Where or when.
        at,
        /// From where, or by whom.
        by,
        /// From where.
        from,
        /// For each.
        each,
        /// Every one.
        every,
        /// Is.
        is,
        /// Is, or for.
        as_for,
        /// Newly.
        new,
        /// The last character of the number of a five-year plan in short.
        five,
        /// The middle, or within.
        amid,
        /// Compares with what follows.
        than,
        /// Is a part of what follows.
        takes_up,
    } unions {
        /// The day of a month.
        any_day = day | spoken_day,
        /// Joins two things.
        joins = and | with,
    }
}

/// A function for each class: whether a character alone is of it.
macro_rules! asked {
    ($($class:ident)*) => {
        $(
            #[doc = concat!("Whether `c` is of the class `", stringify!($class), "`.")]
            #[inline]
            pub fn $class(c: char) -> bool {
                SIGNS.$class.is(c)
            }
        )*
    };
}

asked! {
    of le ordinal and_so_on year month day number and with besides or joins to up_to span_mark at by from each every is new amid
    than takes_up any_day five as_for
}
