//! Quantities: numbers with their units, bounds, ranges, ranks, fractions and multiples.
//!
//! Works on clean text (a [`crate::source::View`] or a line of `plan scan`), knows nothing of sections or promises.

mod bound;
mod context;
mod label;
mod mantissa;
mod model;
mod numeral;
mod range;
mod rank;
mod scanner;
mod special;
mod tail;
mod term;
mod text;

pub(crate) use model::is_run;
pub use model::{Comparator, Dimension, Quantity, RANK, Shape, UnitLabel};

use crate::{lexicon::units::Units, number::Number};
use model::Mode;

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

/// Reads a unit that stands without a number: `万亿元`, `%`, `套（间）`, `人/亿元`. The whole of `text` must be a unit.
pub fn unit_label(text: &str) -> Option<UnitLabel> {
    label::unit_label(text.trim())
}

/// The metric measure of a unit that is none or that is a part or a multiple of one (斤 is 500 克): factor and unit.
pub fn metric(unit: &str) -> Option<(Number, &'static str)> {
    let metric = Units::get().by_form(unit)?.metric.as_ref()?;
    Some((metric.0, metric.1.as_str()))
}

/// What a base unit measures.
pub fn dimension(unit: &str) -> Dimension {
    match (unit, unit_label(unit)) {
        ("", _) => Dimension::None,
        (RANK, _) => Dimension::Rank,
        (_, Some(label)) => label.dimension,
        (unit, None) if unit.contains('/') => Dimension::Compound,
        _ => Dimension::Other,
    }
}

#[cfg(test)]
mod tests;
