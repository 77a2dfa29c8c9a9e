//! What the readers of numbers hand to each other, and the quantity that they give out.

use super::numeral::Numeral;
pub use crate::lexicon::{bounds::Comparator, units::Dimension};
use crate::{lexicon::QUANTITY, number::Number, span::Span};

/// The unit of places among others.
pub use crate::lexicon::units::named::PLACE as RANK;

/// What kind of expression states the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A number with a unit, or bare (unit empty): `1000家`, `3.5万`.
    Cardinal,
    /// `12%`, `百分之九点三`, `五成`.
    Percent,
    /// `三分之一`, `一半`: given as a percentage, unit `%`.
    Fraction,
    /// `1.5个百分点`.
    Points,
    /// `2.2:1`: value 2.2, unit `:1` as written with its colon. A chain of three or more (`4:46:50`) gives one quantity a
    /// member, each with the unit `:`.
    Ratio,
    /// A place among others: `第一`, `前15名`, `首位`, `第18名` (unit `位`).
    Rank,
    /// `2.7倍`, `翻两番` (value 4, unit `倍`), `翻一番`.
    Multiple,
    /// A size class: `千亿级`, `百亿级`, `千亿` before a noun. The unit is empty unless one is written (`百亿元级`, `30万吨级`);
    /// whether it is money is for the clause to say.
    SizeClass,
    /// A numbered member of a series that is no rank: `第二章`, `第十四个`, `4号线`, `第七届`.
    Ordinal,
}

/// One number expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// From the bound word before (`突破`, `达到`, `不低于`, `近`, `前`) to the unit or the bound after (`以上`, `左右`).
    pub span: Span,
    /// The number and its unit alone, both ends of a range included.
    pub core: Span,
    /// In the base unit, multiplied out: `700亿元` is 70000000000.
    pub value: Number,
    /// The upper end of a range.
    pub upper: Option<Number>,
    /// The base unit as written, without its multiplier; empty for a bare number.
    pub unit: String,
    /// What the unit measures.
    pub dimension: Dimension,
    /// Which way the number bounds.
    pub comparator: Comparator,
    /// What kind of expression it is.
    pub shape: Shape,
}

/// What to look for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Mode {
    /// Every number there is, and not only those that plan prose could mean as a quantity.
    pub(super) all: bool,
}

impl Quantity {
    /// Whether it is a percentage or a fraction of a whole.
    pub fn is_share(&self) -> bool {
        matches!(self.shape, Shape::Percent | Shape::Fraction)
    }
}

/// Whether `unit` counts successes on end (六连冠, 二十连丰): a result even where quotation marks make it a name.
pub(crate) fn is_run(unit: &str) -> bool {
    QUANTITY.run.has(unit)
}

/// A unit as a table heading or an indicator's name gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitLabel {
    /// The base unit, without its multiplier.
    pub unit: String,
    /// What a bare number under the label is multiplied by.
    pub factor: Number,
    /// What it measures.
    pub dimension: Dimension,
}

/// A numeral and its unit.
#[derive(Clone, Debug)]
pub(super) struct Term {
    pub(super) start: usize,
    /// One past the numeral.
    pub(super) numeral_end: usize,
    /// One past the unit.
    pub(super) end: usize,
    pub(super) value: Number,
    pub(super) upper: Option<Number>,
    /// Open above: 多, 余, 几.
    pub(super) more: bool,
    pub(super) unit: String,
    /// What the value was multiplied by to be in the unit: a tenth for 角, which is told in 元.
    pub(super) factor: Number,
    pub(super) dimension: Dimension,
    pub(super) shape: Shape,
    pub(super) numeral: Numeral,
}

/// One expression before its bounds: what it covers and says.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) value: Number,
    pub(super) upper: Option<Number>,
    pub(super) more: bool,
    pub(super) unit: String,
    pub(super) dimension: Dimension,
    pub(super) shape: Shape,
    /// The comparator that the expression itself holds (上百家).
    pub(super) means: Option<Comparator>,
}

impl Found {
    /// The exact `value` at the characters `place`.
    pub(super) fn new(place: (usize, usize), value: Number, unit: &str, dimension: Dimension, shape: Shape) -> Self {
        let (start, end) = place;
        Found { start, end, value, upper: None, more: false, unit: unit.to_owned(), dimension, shape, means: None }
    }
}

impl From<&Term> for Found {
    fn from(term: &Term) -> Self {
        Found {
            start: term.start,
            end: term.end,
            value: term.value,
            upper: term.upper,
            more: term.more,
            unit: term.unit.clone(),
            dimension: term.dimension,
            shape: term.shape,
            means: term.numeral.about.then_some(Comparator::Approx),
        }
    }
}
