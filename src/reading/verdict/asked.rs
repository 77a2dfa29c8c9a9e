//! What a rule is asked about: a number, the words around it and the numbers beside it.

use crate::{
    lexicon::{CLAUSES, numerals::digit, signs, units::named},
    number::Number,
    quantity::{Comparator, Dimension, Quantity, Shape},
    span::Span,
    time::TimeMention,
};

use super::{
    super::mentions::{Mentions, Quotes},
    kind::Verdict,
    opening,
};

/// The numbers beside the one asked about that still stand in this stage.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Neighbours<'a> {
    pub(super) before: Option<(&'a Quantity, Verdict)>,
    /// Those behind it in its clause.
    pub(super) behind: &'a [&'a Quantity],
}

/// A number in its clause.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked<'a> {
    pub(super) text: &'a str,
    pub(super) clause: Span,
    pub(super) quantity: &'a Quantity,
    pub(super) times: &'a [TimeMention],
    pub(super) quotes: &'a Quotes,
    pub(super) neighbours: Neighbours<'a>,
    pieces: Pieces<'a>,
}

/// The words of a clause by where they stand about the number, which nearly every rule asks for.
#[derive(Clone, Copy, Debug)]
struct Pieces<'a> {
    clause: &'a str,
    before: &'a str,
    words: &'a str,
    core: &'a str,
    after: &'a str,
}

impl<'a> Asked<'a> {
    /// Asks about `quantity` in `clause` of a passage, between its `neighbours`.
    pub(super) fn new(
        mentions: &Mentions<'a>,
        clause: Span,
        quantity: &'a Quantity,
        neighbours: Neighbours<'a>,
    ) -> Self {
        let Mentions { text, times, quotes, .. } = *mentions;
        let Quantity { span, core, .. } = *quantity;
        let pieces = Pieces {
            clause: clause.of(text),
            before: &text[clause.start..span.start],
            words: span.of(text),
            core: core.of(text),
            after: &text[span.end..clause.end],
        };
        Self { text, clause, quantity, times, quotes, neighbours, pieces }
    }

    /// The clause.
    pub(super) fn clause(&self) -> &'a str {
        self.pieces.clause
    }

    /// The clause up to the number and its bound.
    pub(super) fn before(&self) -> &'a str {
        self.pieces.before
    }

    /// The clause from the number on.
    pub(super) fn after(&self) -> &'a str {
        self.pieces.after
    }

    /// The number with its bounds.
    pub(super) fn words(&self) -> &'a str {
        self.pieces.words
    }

    /// The number and its unit.
    pub(super) fn core(&self) -> &'a str {
        self.pieces.core
    }

    /// The words of the bound before the number.
    pub(super) fn bound(&self) -> &'a str {
        &self.text[self.quantity.span.start..self.quantity.core.start]
    }

    /// The unit.
    pub(super) fn unit(&self) -> &'a str {
        &self.quantity.unit
    }

    /// Whether it is a number of things, people or money, in `unit` or without one.
    pub(super) fn is_cardinal(&self) -> bool {
        self.quantity.shape == Shape::Cardinal
    }

    /// Whether it counts things.
    pub(super) fn is_count(&self) -> bool {
        let counted = matches!(self.quantity.dimension, Dimension::Count | Dimension::Other);
        self.is_cardinal() && counted
    }

    /// Whether it measures `dimension`.
    pub(super) fn measures(&self, dimension: Dimension) -> bool {
        self.quantity.dimension == dimension
    }

    /// Whether the number is written in Chinese characters.
    pub(super) fn is_chinese(&self) -> bool {
        !self.core().starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether it is written with multipliers alone (百, 千亿).
    pub(super) fn is_of_multipliers(&self) -> bool {
        self.core().chars().all(|c| digit(c).is_none())
    }

    /// Whether it is a Chinese numeral up to twelve: what slogans and programmes number their parts by.
    pub(super) fn is_small(&self) -> bool {
        self.is_chinese() && self.quantity.value <= Number::from(12)
    }

    /// Whether no bound stands at it.
    pub(super) fn is_plain(&self) -> bool {
        self.quantity.span == self.quantity.core
    }

    /// Whether a bound makes it the least or the most of something.
    pub(super) fn is_bounded(&self) -> bool {
        matches!(self.quantity.comparator, Comparator::Gt | Comparator::Ge | Comparator::Lt | Comparator::Le)
    }

    /// Whether it is the least that each of several has: 每个街道至少有一个, 零就业家庭至少有一人.
    pub(super) fn is_least_of_each(&self) -> bool {
        let each = self.before().contains(signs::each);
        let people =
            [named::PERSON, named::NAMED].contains(&self.unit()) && CLAUSES.households.suffix(self.before()).is_some();
        (each || people) && CLAUSES.extreme.is_in(self.bound())
    }

    /// Whether it is a size by which things are told: money, a length, an area, an age, a mass.
    pub(super) fn is_size(&self) -> bool {
        use Dimension::{Age, Area, Compound, Energy, Length, Mass, Money, Volume};
        let bare_sum = self.unit().is_empty() && self.quantity.value >= Number::from(10_000_000);
        bare_sum || matches!(self.quantity.dimension, Money | Length | Area | Energy | Age | Mass | Volume | Compound)
    }

    /// The noun right behind the number, up to twelve characters.
    pub(super) fn noun(&self) -> &'a str {
        let after = self.after();
        let ends = |&(at, c): &(usize, char)| at == 12 || matches!(c, '，' | '。' | '；' | '、') || signs::of(c);
        let end = after.chars().enumerate().take_while(|place| !ends(place)).map(|(_, c)| c.len_utf8()).sum();
        after[..end].trim_end_matches('”')
    }

    /// Whether a verb of coming into being stands right before the number.
    pub(super) fn is_added(&self) -> bool {
        CLAUSES.add.suffix(self.before()).is_some()
    }

    /// Whether it stands in quotation marks with more words than itself (“15分钟社区服务圈”).
    pub(super) fn is_in_quotes(&self) -> bool {
        self.quotes.hold(self.quantity.span)
    }

    /// Whether the clause ends behind the number, or a `stop` stands there.
    pub(super) fn ends_at(&self, stops: &[char]) -> bool {
        self.after().is_empty() || self.after().starts_with(stops)
    }

    /// Whether 由 or 从 opens it as a starting value.
    pub(super) fn is_opened(&self) -> bool {
        let Quantity { span, core, .. } = *self.quantity;
        opening::opens(self.text, self.times, self.clause.start, span, core)
    }

    /// The number before it, with its verdict, and the words between them.
    pub(super) fn previous(&self) -> Option<(&'a Quantity, Verdict, &'a str)> {
        let (quantity, verdict) = self.neighbours.before?;
        Some((quantity, verdict, self.text.get(quantity.span.end..self.quantity.span.start)?))
    }

    /// The next number.
    pub(super) fn next(&self) -> Option<&'a Quantity> {
        self.neighbours.behind.first().copied()
    }

    /// The next number, and the words between them.
    pub(super) fn next_apart(&self) -> Option<(&'a Quantity, &'a str)> {
        let next = self.next()?;
        Some((next, self.text.get(self.quantity.span.end..next.span.start)?))
    }

    /// Whether the next number counts right behind it what it sorts: 十大类|36项.
    pub(super) fn sorts_next(&self) -> bool {
        let next = self.next_apart();
        let worked = CLAUSES.add.suffix(self.before()).is_some();
        worked && next.is_some_and(|(next, between)| between.is_empty() && next.dimension == Dimension::Count)
    }

    /// The clause behind `quantity`.
    pub(super) fn behind(&self, quantity: &Quantity) -> &'a str {
        &self.text[quantity.span.end..self.clause.end]
    }

    /// How many numbers stand behind it.
    pub(super) fn left(&self) -> usize {
        self.neighbours.behind.len()
    }
}
