//! What stands behind a unit and belongs to it: a second unit, a denominator, coins, a half.

use super::{
    bound,
    model::{Dimension, Mode, Shape, Term},
    numeral::{self, Reading},
    text::Text,
};
use crate::{
    lexicon::{
        QUANTITY, numerals, signs,
        units::{Units, named},
    },
    number::Number,
};

/// 套（间）, 件（套）: a second unit in parentheses.
pub(super) fn joined(text: &Text, term: &mut Term) {
    if text.get(term.end) != Some('（') {
        return;
    }
    if let Some((len, unit)) = Units::get().at(&text.chars, term.end + 1) {
        let close = term.end + 1 + len;
        if text.get(close) == Some('）') && unit.dimension == term.dimension {
            term.unit = format!("{}（{}）", term.unit, unit.unit);
            term.end = close + 1;
        }
    }
}

/// 元/人, 微克/立方米, 公里/万平方公里, 千米每小时.
pub(super) fn over(text: &Text, term: &mut Term, mode: Mode) {
    let measured = matches!(term.dimension, Dimension::Mass | Dimension::Volume | Dimension::Energy | Dimension::Money);
    for _ in 0..2 {
        let Some(mark) = text.get(term.end) else { return };
        let goes_on = match mark {
            '/' => true,
            // 元/人·年, 千瓦时/平方米·年
            '·' => term.unit.contains('/'),
            mark => signs::each(mark) && (term.dimension == Dimension::Length || measured),
        };
        if !goes_on {
            return;
        }
        let from = term.end + 1;
        let mut at = from;
        while text.get(at).is_some_and(|c| numerals::is_multiplier(c) || signs::each(c))
            && Units::get().at(&text.chars, at).is_none_or(|(len, _)| len == 1)
        {
            at += 1;
        }
        let Some((len, unit)) = denominator(text, at) else { return };
        // 投资3亿元每年新建: a measure for each of something is all that stands there.
        let each = signs::each(mark) && term.dimension != Dimension::Length;
        if each && !mode.all && !closes(text, at + len) {
            return;
        }
        let sign = if mark == '·' { '·' } else { '/' };
        term.unit = format!("{}{sign}{}{unit}", term.unit, text.slice(from, at));
        term.dimension = Dimension::Compound;
        term.shape = Shape::Cardinal;
        term.end = at + len;
    }
}

/// Whether nothing but a bound stands behind a rate before the next mark: 28微克每立方米以下。
fn closes(text: &Text, at: usize) -> bool {
    let end = bound::trail(text, at, false).map_or(at, |(end, _)| end);
    text.get(end).is_none_or(ends)
}

/// What a rate is for at `text[at]` (人, 月, m3/d): its length, and the unit as reported.
fn denominator(text: &Text, at: usize) -> Option<(usize, String)> {
    let unit = Units::get().at(&text.chars, at).map(|(len, unit)| (len, unit.unit.clone()));
    let word = || text.word(at, &QUANTITY.per).map(|len| (len, text.slice(at, at + len)));
    // 立方米/d, 吨/h: signs of time that are letters stand behind signs of measures alone.
    let sign = || {
        let cut = text.get(at + 1).is_some_and(|c| c.is_ascii_alphanumeric());
        let name = match text.get(at)? {
            'd' => named::DATE,
            'a' => named::YEAR,
            's' => named::SECOND,
            _ => return None,
        };
        (!cut).then(|| (1, name.to_owned()))
    };
    unit.or_else(word).or_else(sign)
}

/// 五元三毛, 123元1角1分, 三块五: coins under the main unit; where every number is wanted also 两美元又三美分.
pub(super) fn lower_coins(text: &Text, term: &mut Term, mode: Mode) {
    if term.dimension != Dimension::Money && term.unit != named::KUAI {
        return;
    }
    let tenths = text.holds_before(term.end, &QUANTITY.dime) && term.unit == named::YUAN;
    let mut ceiling = if tenths { Number::new(1, 1) } else { Number::from(1) };
    let mut colloquial = term.unit == named::KUAI || text.holds_before(term.end, &QUANTITY.spoken_dime);
    loop {
        let joins = || text.holds(term.end, &QUANTITY.and_again) || text.holds(term.end, &QUANTITY.zero);
        let joined = usize::from(mode.all && ceiling == Number::from(1) && joins());
        let reading = Reading { limit: text.chars.len(), all: false };
        let read = numeral::read(text, term.end + joined, reading);
        let Some(coin) = read.filter(|n| (!n.times || n.top == 1) && !n.bare && n.upper.is_none()) else { return };
        let foreign = text.word(coin.end, &QUANTITY.cent);
        let (cent, len) = match text.get(coin.end) {
            Some(c) if QUANTITY.dime.is(c) && ceiling == Number::from(1) => (Number::new(1, 1), 1),
            Some(c) if QUANTITY.fen.is(c) => (Number::new(1, 2), 1),
            _ if mode.all && foreign.is_some() => (Number::new(1, 2), foreign.unwrap_or(0)),
            // 三块五, 两块八毛五: a last digit without its coin.
            next if mode.all && colloquial && joined == 0 && coin.end == term.end + 1 && next.is_none_or(ends) => {
                (if ceiling == Number::from(1) { Number::new(1, 1) } else { Number::new(1, 2) }, 0)
            }
            _ => return,
        };
        let limit = Number::from(if foreign.is_some() { 100 } else { 10 });
        if coin.value >= limit {
            return;
        }
        let Some(value) = coin.value.times(cent).and_then(|v| term.value.plus(v)) else { return };
        term.value = value;
        term.end = coin.end + len;
        if term.unit == named::KUAI {
            (term.unit, term.dimension) = (named::YUAN.to_owned(), Dimension::Money);
        }
        colloquial |= text.holds_before(term.end, &QUANTITY.spoken_dime);
        if cent != Number::new(1, 1) {
            return;
        }
        ceiling = cent;
    }
}

/// Whether nothing that could take the digit before follows: the end, or no letter.
fn ends(c: char) -> bool {
    !c.is_alphanumeric()
}

/// 一米八, 1米75: the digits after 米 are its tenths and hundredths.
pub(super) fn metres(text: &Text, term: &mut Term) {
    let written = term.unit == named::METRE && text.ends(term.end, named::METRE);
    if !written || term.upper.is_some() || term.numeral.decimal {
        return;
    }
    let digits: Vec<i64> =
        (term.end..).map_while(|i| text.get(i).and_then(numerals::digit).map(i64::from)).take(3).collect();
    let stop = term.end + digits.len();
    let value = match digits.as_slice() {
        [tenths] => Number::new(*tenths, 1),
        [tenths, hundredths] => Number::new(tenths * 10 + hundredths, 2),
        _ => return,
    };
    if let Some(sum) = term.value.plus(value).filter(|_| text.get(stop).is_none_or(|c| ends(c) || signs::of(c))) {
        (term.value, term.end) = (sum, stop);
    }
}

/// 两米半, 三年半.
pub(super) fn half(text: &Text, term: &mut Term) {
    let ok = !matches!(term.dimension, Dimension::Count | Dimension::Other | Dimension::Share | Dimension::None);
    if ok && text.holds(term.end, &QUANTITY.half) && !text.holds(term.end, &QUANTITY.half_word) {
        term.value = term.value.plus(Number::new(5, 1)).unwrap_or(term.value);
        term.end += 1;
    }
}

#[cfg(test)]
mod tests {
    use crate::quantity::scan_all;

    #[test]
    fn coins_stand_in_falling_order() {
        for (text, value) in [("3元5角2分", "3.52"), ("3元2分5角", "3.02")] {
            assert_eq!(scan_all(text)[0].value.to_string(), value, "{text}");
        }
    }
}
