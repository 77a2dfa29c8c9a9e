//! Ranges: what joins two terms, and how a unit or multiplier stated once belongs to both (`25—27万套`, `三到五千亿元`).

use super::{
    Dimension, Mode, Shape, numeral,
    term::{self, Term},
    text::Text,
};
use crate::{lexicon::units::Units, number::Number};

/// The second term of a range that begins with `first`.
pub(super) fn end(text: &Text, first: &Term, mode: Mode) -> Option<Term> {
    if first.upper.is_some() || first.shape == Shape::Ordinal {
        return None;
    }
    let (at, word) = separator(text, first.end)
        .or_else(|| matches!(text.get(first.end), Some('和' | '与' | '與')).then_some((first.end + 1, true)))?;
    let and = matches!(text.get(at - 1), Some('和' | '与' | '與'));
    if !text.get(at).is_some_and(|c| numeral::is_numeral(c) || matches!(c, '负')) {
        return None;
    }
    let from = word && matches!(text.before(first.start), Some('从' | '由' | '自'));
    let second = term::read(text, at, mode)?;
    let years = first.unit.is_empty() && second.unit == "年" && second.numeral.digits == 4;
    let fits = second.upper.is_none()
        && (!from || mode.all)
        && !years
        && !(word && first.unit.is_empty() && second.unit.is_empty() && !mode.all)
        && second.shape != Shape::Ordinal
        && !first.numeral.code
        && (!first.numeral.bare || mode.all)
        && (first.unit.is_empty() || first.unit == second.unit || second.unit.is_empty());
    let between = !and
        || ["之间", "之間", "间"].iter().any(|word| text.has(second.numeral_end, word) || text.has(second.end, word));
    let (low, high) = aligned(first, &second);
    (fits && between && low < high).then(|| if and { without_room(text, second) } else { second })
}

/// Both ends in the unit that is stated once: `25—27万套`, `三到五千亿元`.
pub(super) fn aligned(first: &Term, second: &Term) -> (Number, Number) {
    let mut low = first.value;
    let high = second.value;
    if first.unit.is_empty() && second.numeral.arabic == first.numeral.arabic || !first.numeral.times {
        let (all, large) = second.numeral.tail;
        let exponent = if first.numeral.big || !first.unit.is_empty() {
            0
        } else if first.numeral.times {
            large
        } else {
            all
        };
        if let Some(factor) = numeral::power(exponent).map(Number::from_decimal) {
            let scaled = low.times(factor).filter(|&scaled| scaled < second.numeral.value);
            low = scaled.unwrap_or(low);
        }
        // The factor of the unit itself (毛, 分钱) was applied to the second end alone.
        if let Some(unit) = Units::get().by_form(&second.unit).filter(|_| first.unit.is_empty()) {
            low = low.times(unit.factor).unwrap_or(low);
        }
    }
    (low, high)
}

/// 10和20间 ends at 20: 间 is no room.
fn without_room(text: &Text, second: Term) -> Term {
    if second.unit == "间" && text.has(second.numeral_end, "间") {
        return Term { end: second.numeral_end, unit: String::new(), dimension: Dimension::None, ..second };
    }
    second
}

/// What joins the ends of a range at `text[at]`: one past it, and whether it is a word (到, 至).
fn separator(text: &Text, at: usize) -> Option<(usize, bool)> {
    let mut end = at;
    while text.get(end).is_some_and(|c| matches!(c, '—' | '－' | '-' | '–' | '~' | '～' | '―' | '−' | '─'))
        && end < at + 2
    {
        end += 1;
    }
    if end > at {
        return Some((end, false));
    }
    matches!(text.get(at), Some('至' | '到')).then_some((at + 1, true))
}
