//! Ranges: what joins two terms, and how a unit or multiplier stated once belongs to both (`25—27万套`, `三到五千亿元`).

use super::{
    model::{Dimension, Mode, Shape, Term},
    numeral, term,
    text::Text,
};
use crate::{
    lexicon::{QUANTITY, TIME, numerals, signs, units::named},
    number::Number,
};

/// The second term of a range that begins with `first`.
pub(super) fn end(text: &Text, first: &Term, mode: Mode) -> Option<Term> {
    if first.upper.is_some() || first.shape == Shape::Ordinal {
        return None;
    }
    let and = text.holds(first.end, &QUANTITY.joins_ends);
    let (at, word) = separator(text, first.end).or_else(|| and.then_some((first.end + 1, true)))?;
    if !text.get(at).is_some_and(|c| numerals::is_numeral(c) || numerals::is_minus(c)) {
        return None;
    }
    let second = term::read(text, at, mode)?;
    let from = word && [&TIME.from, &TIME.since].iter().any(|words| text.holds_before(first.start, words));
    let joined = joins(first, &second) && (mode.all || joins_in_prose(first, &second, word, from));
    let between = !and || closes_span(text, &second);
    let (low, high) = aligned(first, &second);
    (joined && between && low < high).then(|| if and { without_room(text, second) } else { second })
}

/// Whether the two can be ends of one range: plain numbers, in one unit.
fn joins(first: &Term, second: &Term) -> bool {
    let years = second.unit == named::YEAR && second.numeral.digits == 4;
    !years && !first.numeral.code && (first.unit.is_empty() || first.unit == second.unit || second.unit.is_empty())
}

/// Whether plan prose joins them: not 从3到5 (a change), not 三到五 (bare), not 千—万 (classes).
fn joins_in_prose(first: &Term, second: &Term, word: bool, from: bool) -> bool {
    let bare = word && first.unit.is_empty() && second.unit.is_empty();
    // 百分之五至百分之八
    let share = first.shape == Shape::Percent && second.shape == Shape::Percent;
    !from && !bare && (share || !first.numeral.bare)
}

/// 10和20之间: the word behind the second end says that the two are ends.
fn closes_span(text: &Text, second: &Term) -> bool {
    [second.numeral_end, second.end].into_iter().any(|at| text.word(at, &QUANTITY.between).is_some())
}

/// 85±2%: what the value may differ by, and where it ends.
pub(super) fn tolerance(text: &Text, first: &Term, mode: Mode) -> Option<Term> {
    let plain = first.upper.is_none() && matches!(text.get(first.end), Some('±'));
    let second = plain.then(|| term::read(text, first.end + 1, mode)).flatten()?;
    (joins(first, &second) && second.value < first.value).then_some(second)
}

/// Both ends in the unit that is stated once: `25—27万套`, `三到五千亿元`.
pub(super) fn aligned(first: &Term, second: &Term) -> (Number, Number) {
    let (low, high) = (first.value, second.value);
    if !first.unit.is_empty() {
        return (low, high);
    }
    let (all, large) = second.numeral.tail;
    let exponent = match first.numeral {
        n if n.big => 0,
        n if n.times => large,
        _ => all,
    };
    let scaled = numeral::power(exponent).and_then(|factor| low.times(Number::from_decimal(factor)));
    let low = scaled.filter(|&scaled| scaled < second.numeral.value).unwrap_or(low);
    // The factor of the unit itself (毛, 分钱) was applied to the second end alone.
    (low.times(second.factor).unwrap_or(low), high)
}

/// 10和20间 ends at 20: 间 is no room.
fn without_room(text: &Text, second: Term) -> Term {
    if second.unit == named::ROOM && text.has(second.numeral_end, named::ROOM) {
        return Term { end: second.numeral_end, unit: String::new(), dimension: Dimension::None, ..second };
    }
    second
}

/// Signs of a dash that a range may be written with (3---5万吨).
const LONGEST_DASH: usize = 4;

/// What joins the ends of a range at `text[at]`: one past it, and whether it is a word (到, 至).
fn separator(text: &Text, at: usize) -> Option<(usize, bool)> {
    let mut end = at;
    while text.get(end).is_some_and(|c| matches!(c, '—' | '－' | '-' | '–' | '~' | '～' | '―' | '−' | '─'))
        && end < at + LONGEST_DASH
    {
        end += 1;
    }
    if end > at {
        return Some((end, false));
    }
    if is_misread_dash(text, at) {
        return Some((at + 1, false));
    }
    text.get(at).is_some_and(|c| signs::up_to(c) || signs::to(c)).then_some((at + 1, true))
}

/// 550万一600万吨, 50％一70％: a dash that was read as the character for one, before Arabic digits.
fn is_misread_dash(text: &Text, at: usize) -> bool {
    let one = text.get(at).is_some_and(|c| !c.is_ascii() && numerals::digit(c) == Some(1));
    one && text.has_digit(at + 1)
}
