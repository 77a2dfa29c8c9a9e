//! Expressions that are no plain numeral with a unit: doublings, halves, ratios, vague tens, classes in Roman numerals.

use super::{
    bound, context,
    model::{Comparator, Dimension, Found, Mode, Shape, Term},
    numeral::{self, Reading},
    term,
    text::Text,
};
use crate::{
    lexicon::{
        QUANTITY,
        bounds::Bounds,
        numerals, signs,
        units::{Unit, Units, named},
    },
    number::Number,
};

/// How many characters a bound inside a doubling may have.
const BOUND: usize = 2;

/// 翻一番, 翻两番, 翻番, 翻了近两番.
pub(super) fn doubling(text: &Text, at: usize) -> Option<Found> {
    let from = at + 1 + usize::from(text.get(at + 1).is_some_and(signs::le));
    if let Some(found) = broken_doubling(text, at, from) {
        return Some(found);
    }
    let fold = |at: usize| text.holds(at, &QUANTITY.fold);
    let count = (from..=from + BOUND).find(|&at| fold(at) || fold(at + 1))?;
    let bound = Bounds::get().before(&text.chars, count).filter(|&(start, _)| start == from);
    if count > from && bound.is_none() {
        return None;
    }
    let (last, times) = match text.get(count)? {
        _ if fold(count) => (count, 1),
        c => (count + 1, numerals::digit(c).filter(|&d| d > 0)?),
    };
    let end = last + 1;
    let more = text.holds(end, &QUANTITY.more) && !text.holds(end, &QUANTITY.several);
    let value = Number::from(1i64 << times);
    let found = Found::new((at, end + usize::from(more)), value, named::TIMES, Dimension::Multiple, Shape::Multiple);
    Some(Found { more, means: bound.map(|(_, bound)| bound.means), ..found })
}

/// 翻0.6番: a part of a doubling, whose factor is no decimal, told in doublings.
fn broken_doubling(text: &Text, at: usize, count: usize) -> Option<Found> {
    let reading = Reading { limit: text.chars.len(), all: false };
    let times =
        numeral::read(text, count, reading).filter(|times| times.decimal && text.holds(times.end, &QUANTITY.fold))?;
    let unit = text.slice(times.end, times.end + 1);
    Some(Found::new((at, times.end + 1), times.value, &unit, Dimension::Multiple, Shape::Multiple))
}

/// 实现倍增: twice as much, where the words end; not 倍增计划, 成倍增长.
pub(super) fn redoubling(text: &Text, at: usize) -> Option<Found> {
    let end = at + text.word(at, &QUANTITY.redoubles)?;
    let told =
        text.holds_before(at, &QUANTITY.becomes_so) && text.get(end).is_none_or(|c| !c.is_alphanumeric() && c != '”');
    told.then(|| Found::new((at, end), Number::from(2), named::TIMES, Dimension::Multiple, Shape::Multiple))
}

/// Half of a whole.
fn half(start: usize, end: usize) -> Found {
    Found::new((start, end), Number::from(50), "%", Dimension::Share, Shape::Fraction)
}

/// 过半, 半数, 减半, and where every number is wanted 半个.
pub(super) fn halves(text: &Text, at: usize, mode: Mode) -> Option<Found> {
    if let Some(len) = text.word(at, &QUANTITY.over_half).filter(|_| !text.holds_before(at + 1, &QUANTITY.past_word)) {
        let end = at + len + usize::from(text.holds(at + len, &QUANTITY.count));
        return Some(Found { more: true, ..half(at, end) });
    }
    if let Some(len) = text.word(at, &QUANTITY.half_of).filter(|_| !text.holds_before(at, &QUANTITY.passes)) {
        return Some(half(at, at + len));
    }
    let halved = text.holds(at, &QUANTITY.half) && text.holds_before(at, &QUANTITY.halved_by);
    if halved && !text.holds(at, &QUANTITY.half_word) {
        return Some(half(at, at + 1));
    }
    let of_one = text.holds(at, &QUANTITY.half) && !text.holds_before(at + 1, &QUANTITY.one_half);
    // 压缩至|半个工作日
    let part = |unit: &Unit| of_one && (mode.all || is_reached(text, at) && unit.dimension == Dimension::Duration);
    let (len, unit) = Units::get().at(&text.chars, at + 1).filter(|(_, unit)| part(unit))?;
    Some(Found::new((at, at + 1 + len), Number::new(5, 1), &unit.unit, unit.dimension, Shape::Cardinal))
}

/// 数十个, 几百家: one to ten times so many; 上百家, 上万户: so many or more. In plan prose only with a unit.
pub(super) fn vague(text: &Text, at: usize, mode: Mode) -> Option<Found> {
    let least = text.holds(at, &QUANTITY.or_more);
    let word = if least {
        text.word_before(at + 1, &QUANTITY.up_word).is_some()
    } else {
        text.before(at).is_some_and(signs::ordinal)
    };
    if word || !text.get(at + 1).is_some_and(numerals::is_multiplier) {
        return None;
    }
    let term = term::read(text, at + 1, mode)?;
    let digits = text.chars.get(at + 1..term.numeral_end)?.iter().any(|&c| !numerals::is_multiplier(c));
    if (least || !mode.all) && (digits || !counts_vaguely(&term)) {
        return None;
    }
    let upper = term.value.times(Number::from(10)).filter(|_| !least);
    let means = least.then_some(Comparator::Ge);
    // 好几千人: 好 only stresses the number.
    let start = at - usize::from(text.holds_before(at, &QUANTITY.stresses) && text.holds(at, &QUANTITY.few));
    Some(Found { start, upper, means, ..Found::from(&term) })
}

/// Whether plan prose counts the term where it is vague: not 几万里 and 数十年, which are figures of speech.
fn counts_vaguely(term: &Term) -> bool {
    let figure = term.dimension == Dimension::Duration || term.unit == named::LI;
    term.shape == Shape::Cardinal && !term.unit.is_empty() && !figure
}

/// 一半, 一大半.
pub(super) fn half_of_one(text: &Text, term: &Term) -> Option<Found> {
    let len = text.word(term.start, &QUANTITY.one_half)?;
    (!text.holds(term.start + 1, &QUANTITY.half_word)).then(|| half(term.start, term.start + len))
}

/// 零增长.
pub(super) fn zero_growth(text: &Text, at: usize) -> Option<Found> {
    let len = text.word(at, &QUANTITY.zero_growth).filter(|_| !text.holds_before(at, &QUANTITY.retail))?;
    Some(Found::new((at, at + len), Number::default(), "%", Dimension::Share, Shape::Percent))
}

/// 降至|零, 压缩到|半天: whether something comes to what stands at `at`.
fn is_reached(text: &Text, at: usize) -> bool {
    text.before(at).is_some_and(|c| signs::to(c) || signs::up_to(c))
}

/// 降至零: nothing, where a subject comes to it and says no more.
pub(super) fn down_to_zero(text: &Text, at: usize) -> Option<Found> {
    let ends = text.get(at + 1).is_none_or(|c| !c.is_alphanumeric());
    (ends && is_reached(text, at))
        .then(|| Found::new((at, at + 1), Number::default(), "", Dimension::None, Shape::Cardinal))
}

/// 2.2:1, 3.6:48:48.4: one quantity where it compares with one, else one for each member.
pub(super) fn ratio(text: &Text, first: &Term, mode: Mode) -> Option<Vec<Found>> {
    let mut members = vec![first.clone()];
    let mut end = first.end;
    while matches!(text.get(end), Some(':' | '：')) {
        let Some(next) = term::read(text, end + 1, mode).filter(|t| t.numeral.arabic) else { break };
        // 任务1：2026年，建成基地2个: what is told of the task opens with its year.
        if members.len() == 1 && context::date(text, &next, mode).is_some() {
            break;
        }
        end = next.numeral_end;
        members.push(next);
    }
    // A full colon between numbers compares them only where it cannot introduce what follows.
    let full = text.get(first.end) == Some('：');
    let compares = members.len() > 2 || members.iter().any(|m| m.numeral.decimal) && members.len() == 2;
    if members.len() < 2 || (full && !compares) {
        return None;
    }
    let member = |term: &Term, end: usize, unit: &str| {
        Found::new((term.start, end), term.value, unit, Dimension::Other, Shape::Ratio)
    };
    if let [a, b] = members.as_slice() {
        return Some(vec![member(a, b.numeral_end, &text.slice(a.end, b.numeral_end))]);
    }
    Some(members.iter().map(|term| member(term, term.numeral_end, ":")).collect())
}

/// Ⅱ类 where a level is kept or reached: 水质保持Ⅱ类, 达到III类以上. In the name of a share it is no level.
pub(super) fn class(text: &Text, at: usize, from: usize) -> Option<Found> {
    let (value, end) = roman(text, at).filter(|&(_, end)| text.has(end, named::KIND))?;
    let led = bound::lead(text, at, from).bound && !text.before(at).is_some_and(|c| c.is_ascii_alphanumeric());
    let clause: String = (end..end + 24)
        .map_while(|i| text.get(i).filter(|c| !matches!(c, '，' | '。' | '；' | '、' | ',' | ';')))
        .collect();
    let counts = led && !QUANTITY.share_noun.is_in(&clause);
    counts.then(|| Found::new((at, end + 1), Number::from(value), named::KIND, Dimension::Count, Shape::Cardinal))
}

/// A Roman numeral up to twelve, as one character or as letters: its value and where it ends.
fn roman(text: &Text, at: usize) -> Option<(i64, usize)> {
    let c = text.get(at)?;
    if ('Ⅰ'..='Ⅻ').contains(&c) {
        return Some((i64::from(c as u32 - 'Ⅰ' as u32) + 1, at + 1));
    }
    const LETTERS: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    let letters: String = (at..at + 5).map_while(|i| text.get(i).filter(|c| matches!(c, 'I' | 'V' | 'X'))).collect();
    let value = LETTERS.iter().position(|&known| known == letters)?;
    Some((value as i64 + 1, at + letters.len()))
}

#[cfg(test)]
mod tests {
    use crate::quantity::{Shape, scan};

    #[test]
    fn a_full_colon_compares_three_numbers_and_not_two_whole_ones() {
        let values = |text: &str| -> Vec<(String, Shape)> {
            scan(text).iter().map(|found| (found.value.to_string(), found.shape)).collect()
        };
        let all =
            |shape, numbers: &[&str]| numbers.iter().map(|number| (number.to_string(), shape)).collect::<Vec<_>>();
        assert_eq!(values("比例为4：46：50"), all(Shape::Ratio, &["4", "46", "50"]));
        assert_eq!(values("任务2：10家"), all(Shape::Cardinal, &["2", "10"]));
    }
}
