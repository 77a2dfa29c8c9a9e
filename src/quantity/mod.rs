//! Quantities: numbers with their units, bounds, ranges, ranks, fractions and multiples.
//!
//! Works on clean text (a [`crate::source::View`] or a line of `plan scan`), knows nothing of sections or promises.

mod bound;
mod context;
mod numeral;
mod range;
mod rank;
mod scanner;
mod special;
mod tail;
mod term;
mod text;

pub use crate::lexicon::{bounds::Comparator, units::Dimension};
use crate::{lexicon::units::Units, number::Number, span::Span};

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
    all: bool,
}

impl Quantity {
    /// Whether it is a percentage or a fraction of a whole.
    pub fn is_share(&self) -> bool {
        matches!(self.shape, Shape::Percent | Shape::Fraction)
    }
}

/// Whether `unit` counts successes on end (六连冠, 二十连丰): a result even where quotation marks make it a name.
pub(crate) fn is_run(unit: &str) -> bool {
    matches!(unit, "连冠" | "连丰" | "连增")
}

/// Finds the quantities of plan prose, in order, none overlapping another.
///
/// Names, idioms, years, dates, numbering and bare small numerals (`“十四五”`, `一带一路`, `5G`, `2025年`, `三、四`) are left out.
pub fn scan(text: &str) -> Vec<Quantity> {
    scanner::scan(text, Mode::default())
}

/// Finds everything that is a number, in order, none overlapping another: for texts that are no plan prose.
pub fn scan_all(text: &str) -> Vec<Quantity> {
    scanner::scan(text, Mode { all: true })
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

/// Reads a unit that stands without a number: `万亿元`, `%`, `套（间）`, `人/亿元`. The whole of `text` must be a unit.
pub fn unit_label(text: &str) -> Option<UnitLabel> {
    scanner::unit_label(text.trim())
}

/// The metric measure of a unit that is none or that is a part or a multiple of one (斤 is 500 克): factor and unit.
pub fn metric(unit: &str) -> Option<(Number, &'static str)> {
    let metric = Units::get().by_form(unit)?.metric.as_ref()?;
    Some((metric.0, metric.1.as_str()))
}

#[cfg(test)]
mod tests;
