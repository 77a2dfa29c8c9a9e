//! A term: one numeral with what it counts (`3.5万亿元`, `12%`, `三分之一`, `2.7倍`, `百亿级`), before bounds and ranges.

use super::{
    model::{Dimension, Mode, Shape, Term},
    numeral::{self, Numeral, Reading},
    tail,
    text::Text,
};
use crate::{
    lexicon::{
        QUANTITY, numerals, signs,
        units::{Unit, UnitKind, Units, named},
    },
    number::Number,
};

/// Reads the term at `text[start]`, a possible sign included.
pub(super) fn read(text: &Text, start: usize, mode: Mode) -> Option<Term> {
    let below = text.holds(start, &QUANTITY.below_zero);
    // 减负2500亿元, 税负5700亿元: a burden and no sign.
    let burden = text.holds_before(start + 1, &QUANTITY.burden);
    let minus = below || text.get(start).is_some_and(numerals::is_minus);
    if burden {
        return None;
    }
    let at = start + usize::from(minus) + usize::from(below);
    let reading = Reading { limit: text.chars.len(), all: mode.all };
    let mut numeral = numeral::read(text, at, reading)?;
    if let Some(term) = fraction(text, at, &numeral, mode) {
        let mut term = Term { start, ..term };
        if mode.all && term.unit.is_empty() {
            measure(text, &mut term, mode);
        }
        return Some(signed(term, minus));
    }
    numeral = give_back(text, at, numeral, reading);
    let mut term = bare(start, numeral);
    if mode.all {
        suffix(text, &mut term);
    }
    product(text, &mut term, reading);
    measure(text, &mut term, mode);
    Some(signed(term, minus))
}

/// ¥100, US$ 300: the sign of money before a number.
pub(super) fn priced(text: &Text, term: &mut Term, from: usize) {
    let end = term.start - usize::from(term.start > from && text.before(term.start) == Some(' '));
    if term.dimension != Dimension::None || term.shape != Shape::Cardinal || term.numeral.code {
        return;
    }
    if let Some((len, unit)) = Units::get().sign_before(text.chars.get(from..end).unwrap_or(&[])) {
        term.start = end - len;
        term.unit.clone_from(&unit.unit);
        term.dimension = unit.dimension;
    }
}

fn signed(mut term: Term, minus: bool) -> Term {
    if minus {
        term.value = term.value.negated();
    }
    term
}

fn bare(start: usize, numeral: Numeral) -> Term {
    Term {
        start,
        numeral_end: numeral.end,
        end: numeral.end,
        value: numeral.value,
        upper: numeral.upper,
        more: numeral.more,
        unit: String::new(),
        factor: Number::from(1),
        dimension: Dimension::None,
        shape: Shape::Cardinal,
        numeral,
    }
}

/// 12千米 is 12 of 千米, and 3百分点 3 of 百分点: the last multiplier goes back to the unit it begins.
fn give_back(text: &Text, at: usize, numeral: Numeral, reading: Reading) -> Numeral {
    let last = numeral.end - 1;
    let longer = Units::get().at(&text.chars, last).is_some_and(|(len, _)| len > 1);
    let shorter = longer.then(|| numeral::read(text, at, Reading { limit: last, ..reading })).flatten();
    shorter.unwrap_or(numeral)
}

/// 12k, 30w, 2e5, 2^-1.
fn suffix(text: &Text, term: &mut Term) {
    let next = text.get(term.end);
    let cut = text.get(term.end + 1).is_some_and(|c| c.is_ascii_alphanumeric());
    if !term.numeral.arabic || term.numeral.times {
        return;
    }
    let exponent = match next {
        Some('k' | 'K') if !cut => Some(3),
        Some('w' | 'W') if !cut => Some(4),
        _ => None,
    };
    if let Some(scaled) = exponent.and_then(numeral::power).and_then(|p| term.value.times(Number::from_decimal(p))) {
        term.value = scaled;
        term.end += 1;
        term.numeral_end = term.end;
    } else if matches!(next, Some('e' | 'E' | '^')) {
        scientific(text, term);
    }
}

fn scientific(text: &Text, term: &mut Term) {
    let mut at = term.end + 1;
    let sign = text.get(at).filter(|c| matches!(c, '+' | '-'));
    at += usize::from(sign.is_some());
    let digits: String = (at..).map_while(|i| text.get(i).filter(char::is_ascii_digit)).collect();
    let Some(exponent) = digits.parse::<u32>().ok().filter(|&e| e < 28) else { return };
    let base = if text.get(term.end) == Some('^') { term.value } else { Number::from(10) };
    let mut factor = Number::from(1);
    for _ in 0..exponent {
        let next = if sign == Some('-') { factor.over(base) } else { factor.times(base) };
        let Some(next) = next else { return };
        factor = next;
    }
    let scaled = if text.get(term.end) == Some('^') { Some(factor) } else { term.value.times(factor) };
    if let Some(scaled) = scaled {
        term.value = scaled;
        term.end = at + digits.len();
        term.numeral_end = term.end;
    }
}

/// 2×35万千瓦.
fn product(text: &Text, term: &mut Term, reading: Reading) {
    if !matches!(text.get(term.end), Some('×' | '✕' | '*')) || !term.numeral.arabic || term.numeral.times {
        return;
    }
    let Some(other) = numeral::read(text, term.end + 1, reading).filter(|n| n.arabic) else { return };
    let other = give_back(text, term.end + 1, other, reading);
    if let Some(value) = term.value.times(other.value) {
        term.value = value;
        term.end = other.end;
        term.numeral_end = other.end;
        term.numeral.last_times = other.last_times;
    }
}

/// X分之Y, X又Y分之Z, 1/3.
fn fraction(text: &Text, start: usize, first: &Numeral, mode: Mode) -> Option<Term> {
    let reading = Reading { limit: text.chars.len(), all: mode.all };
    let mut whole = Number::default();
    let mut denominator = *first;
    let second =
        if text.holds(first.end, &QUANTITY.and_again) { numeral::read(text, first.end + 1, reading) } else { None };
    if let Some(second) = second {
        whole = first.value;
        denominator = second;
    } else if text.get(first.end) == Some(' ') && mode.all {
        let numerator = numeral::read(text, first.end + 1, reading)?;
        let (end, value) = slash(text, &numerator, reading, true)?;
        return Some(part(start, end, value.plus(first.value)?, first, mode));
    }
    let loose = || text.word(denominator.end, &QUANTITY.loose_fraction_mark);
    let of = text
        .word(denominator.end, &QUANTITY.fraction_mark)
        .or_else(|| loose().filter(|_| mode.all && one_follows(text, denominator.end + 1)));
    let Some(of) = of else {
        let (end, value) = slash(text, &denominator, reading, mode.all)?;
        return Some(part(start, end, value.plus(whole)?, first, mode));
    };
    let mut at = denominator.end + of;
    let minus = text.get(at).is_some_and(|c| numerals::is_minus(c) || c == '-');
    at += usize::from(minus);
    let numerator = numeral::read(text, at, reading)?;
    if numerator.bare && !matches!(text.get(at).and_then(numerals::power), Some(1 | 2)) {
        return None;
    }
    let scaled = scaled_numerator(text, &numerator, mode);
    let value = scaled.1.over(denominator.value)?.plus(whole)?;
    let hundred = first.end == start + 1 && text.get(start).and_then(numerals::power) == Some(2);
    let shape = if hundred { Shape::Percent } else { Shape::Fraction };
    let term = if shape == Shape::Percent || denominator.bare {
        share(start, scaled.0, value, first, shape)
    } else {
        part(start, scaled.0, value, first, mode)
    };
    let mut term = signed(term, minus);
    term.more = numerator.more;
    if let (Shape::Percent, Some(upper)) = (shape, numerator.upper) {
        term.upper = Some(upper);
    }
    Some(term)
}

/// 百分之52.5k.
fn scaled_numerator(text: &Text, numerator: &Numeral, mode: Mode) -> (usize, Number) {
    let mut term = bare(numerator.end, *numerator);
    if mode.all {
        suffix(text, &mut term);
    }
    (term.end, term.value)
}

fn one_follows(text: &Text, at: usize) -> bool {
    text.get(at).filter(|c| !c.is_ascii()).and_then(numerals::digit) == Some(1)
}

/// 3/5: both whole, above one.
fn slash(text: &Text, numerator: &Numeral, reading: Reading, improper: bool) -> Option<(usize, Number)> {
    if text.get(numerator.end) != Some('/') || !numerator.arabic || numerator.times || numerator.decimal {
        return None;
    }
    let below = numeral::read(text, numerator.end + 1, reading)?;
    let fits = below.arabic && !below.times && !below.decimal && below.value > Number::from(1);
    let next = text.get(below.end);
    // 4/5G基站: two generations.
    let named = next.is_some_and(|c| c == '/' || c.is_ascii_alphabetic());
    if !fits || named || (!improper && (below.value <= numerator.value || below.digits > 2)) {
        return None;
    }
    Some((below.end, numerator.value.over(below.value)?))
}

/// A fraction: a percentage in plan prose, the ratio itself where every number is wanted.
fn part(start: usize, end: usize, value: Number, numeral: &Numeral, mode: Mode) -> Term {
    let mut term = share(start, end, value, numeral, Shape::Fraction);
    if mode.all {
        term.value = value;
        term.unit = String::new();
        term.dimension = Dimension::None;
    }
    term
}

/// A share of one, as a percentage.
fn share(start: usize, end: usize, value: Number, numeral: &Numeral, shape: Shape) -> Term {
    let percent = value.times(Number::from(100)).unwrap_or(value);
    let rounded = if shape == Shape::Fraction { percent.rounded() } else { percent };
    Term {
        start,
        numeral_end: end,
        end,
        value: rounded,
        upper: None,
        more: false,
        unit: "%".to_owned(),
        factor: Number::from(1),
        dimension: Dimension::Share,
        shape,
        numeral: Numeral { end, ..*numeral },
    }
}

/// Finds the unit after the numeral and converts the value to it.
pub(super) fn measure(text: &Text, term: &mut Term, mode: Mode) {
    let at = term.numeral_end;
    if text.holds(at, &QUANTITY.tenth) && tenths(text, term) {
        return;
    }
    if mode.all && text.holds(at, &QUANTITY.discount) && discount(text, term) {
        return;
    }
    if text.holds(at, &QUANTITY.grade) && term.numeral.top >= 2 && term.numeral.times {
        term.shape = Shape::SizeClass;
        term.end = at + 1;
        return;
    }
    if let Some(end) = per_many(text, at) {
        term.unit = text.slice(at, end);
        term.dimension = Dimension::Compound;
        term.end = end;
        return;
    }
    let spaced = usize::from(text.get(at) == Some(' '));
    let Some((len, unit)) =
        Units::get().at(&text.chars, at + spaced).filter(|(len, u)| counts(text, term, u, at + spaced + len, mode))
    else {
        return;
    };
    term.end = at + spaced + len;
    // 3分/斤: a price is told in cents.
    let price = unit.unit == named::FEN && text.get(term.end) == Some('/');
    let unit = if price { Units::get().by_form(named::CENT).unwrap_or(unit) } else { unit };
    term.unit.clone_from(&unit.unit);
    term.dimension = unit.dimension;
    term.shape = match (unit.kind, unit.dimension) {
        (UnitKind::Ordinal, _) => Shape::Ordinal,
        (_, Dimension::Share) => Shape::Percent,
        (_, Dimension::Points) => Shape::Points,
        (_, Dimension::Multiple) => Shape::Multiple,
        _ => Shape::Cardinal,
    };
    term.factor = unit.factor;
    scale(term, unit.factor);
    tail::joined(text, term);
    tail::over(text, term, mode);
    tail::lower_coins(text, term, mode);
    tail::half(text, term);
    if mode.all {
        tail::metres(text, term);
    }
    if text.holds(term.end, &QUANTITY.grade) && term.shape == Shape::Cardinal && is_graded(term) {
        term.shape = Shape::SizeClass;
        term.end += 1;
    }
}

/// 百户级, 1000吨级: whether a grade is told by this term, round where it counts.
fn is_graded(term: &Term) -> bool {
    let measured = matches!(
        term.dimension,
        Dimension::Length | Dimension::Area | Dimension::Volume | Dimension::Mass | Dimension::Energy
    );
    measured || term.numeral.top >= 2
}

/// 40/10万: a rate per a round number of people.
fn per_many(text: &Text, at: usize) -> Option<usize> {
    let below = (text.get(at) == Some('/'))
        .then(|| numeral::read(text, at + 1, Reading { limit: text.chars.len(), all: false }))?;
    below.filter(|n| n.big && n.last_times.is_some() && Units::get().at(&text.chars, n.end).is_none()).map(|n| n.end)
}

/// Whether a common word counts as a unit after this numeral; it ends before `text[end]`.
fn counts(text: &Text, term: &Term, unit: &Unit, end: usize, mode: Mode) -> bool {
    let plain = term.numeral.arabic || term.numeral.times || !unit.digits;
    // 十大 counts what it enumerates: not after Arabic digits, 第 or 比.
    let before = text.before(term.start);
    let group = unit.kind == UnitKind::Group;
    let listed = term.numeral.arabic
        || term.shape != Shape::Cardinal
        || before.is_some_and(|c| signs::ordinal(c) || signs::than(c));
    (plain || (mode.all && counts_by_neighbour(text, unit, end))) && !(group && listed)
}

/// Whether what follows a common word makes it a unit: nothing (三斤), a coin (三块五), a half (两尺半).
fn counts_by_neighbour(text: &Text, unit: &Unit, end: usize) -> bool {
    use Dimension::{Area, Duration, Length, Mass, Other, Volume};
    let next = text.get(end);
    let closed = next.is_none_or(|c| QUANTITY.half.is(c) || !c.is_alphanumeric());
    let measures = matches!(unit.dimension, Area | Duration | Length | Mass | Other | Volume);
    // 三打, 十二打
    let dozen = unit.factor == Number::from(12);
    // 两角五分, 五毛五
    let coin = unit.dimension == Dimension::Money && unit.factor < Number::from(1);
    let coins = coin && text.holds_before(end, &QUANTITY.coin);
    // 三块五, 两块八毛
    let runs_on = (unit.unit == named::KUAI || coin) && next.is_some_and(|c| numerals::digit(c).is_some());
    runs_on || (closed && (measures || coins || dozen))
}

fn scale(term: &mut Term, factor: Number) {
    term.value = term.value.times(factor).unwrap_or(term.value);
    term.upper = term.upper.map(|upper| upper.times(factor).unwrap_or(upper));
}

/// 八折, 8.5折, 九五折: what is left of a price.
fn discount(text: &Text, term: &mut Term) -> bool {
    let word = text.word(term.numeral_end, &QUANTITY.zhe_word).is_some();
    if word || term.upper.is_some() || term.value > Number::from(if term.numeral.string { 99 } else { 10 }) {
        return false;
    }
    if !term.numeral.string {
        scale(term, Number::from(10));
    }
    term.end = term.numeral_end + 1;
    term.unit = "%".to_owned();
    term.dimension = Dimension::Share;
    term.shape = Shape::Percent;
    true
}

/// 三成, 三成半, 七成六.
fn tenths(text: &Text, term: &mut Term) -> bool {
    let at = term.numeral_end + 1;
    if term.value > Number::from(10) || text.word(term.numeral_end, &QUANTITY.cheng_word).is_some() {
        return false;
    }
    scale(term, Number::from(10));
    // The first end of 三到五成 is in tenths too.
    (term.numeral.tail, term.numeral.value) = ((1, 1), term.value);
    term.end = at;
    if text.holds(at, &QUANTITY.half) {
        term.value = term.value.plus(Number::from(5)).unwrap_or(term.value);
        term.end += 1;
    } else if let Some(d) = text.get(at).filter(|c| !c.is_ascii_digit()).and_then(numerals::digit)
        && !text.get(at + 1).is_some_and(numerals::is_numeral)
    {
        term.value = term.value.plus(Number::from(i64::from(d))).unwrap_or(term.value);
        term.end += 1;
    }
    term.unit = "%".to_owned();
    term.dimension = Dimension::Share;
    term.shape = Shape::Percent;
    true
}

#[cfg(test)]
mod tests {
    use crate::quantity::scan_all;

    #[test]
    fn halves_tenths_fractions_and_units_of_time_in_letters_are_read() {
        for (text, value, upper, unit) in [
            ("三成半", "35", None, "%"),
            ("七成六", "76", None, "%"),
            ("百分之七八", "7", Some("8"), "%"),
            ("1又3/5", "1.6", None, ""),
            ("3 1/4倍", "3.25", None, "倍"),
            ("一米七五", "1.75", None, "米"),
            ("10和20间浮动", "10", Some("20"), ""),
            ("五斤半", "5.5", None, "斤"),
            ("8米/s", "8", None, "米/秒"),
            ("300立方米/h", "300", None, "立方米/小时"),
            ("5吨/a", "5", None, "吨/年"),
            ("3分、5分和1毛钱", "0.03", None, "元"),
        ] {
            let found = &scan_all(text)[0];
            let upper_found = found.upper.map(|upper| upper.to_string());
            assert_eq!(
                (found.value.to_string().as_str(), upper_found.as_deref(), found.unit.as_str()),
                (value, upper, unit),
                "{text}"
            );
        }
    }

    #[test]
    fn words_that_are_seldom_units_count_before_the_end_of_a_phrase_alone() {
        for (text, unit) in [("三块石头", ""), ("三打", "个"), ("三打鸡蛋", "")] {
            assert_eq!(scan_all(text)[0].unit, unit, "{text}");
        }
    }
}
