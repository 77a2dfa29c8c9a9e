//! Numerals: Arabic, Chinese, financial and mixed, as one grammar (`1亿3千多万`, `二万八千亿`, `九点三`, `二〇二五`).
//!
//! A numeral is a run of digits and multipliers. A large multiplier (万, 亿) takes all that was read under a smaller one; a
//! digit that closes the run without 零 stands for the next lower place (`一万三` is 13000).

use rust_decimal::Decimal;

use super::{mantissa::Mantissa, text::Text};
use crate::{
    lexicon::{
        QUANTITY,
        numerals::{Glyph, Numerals, Sign, digit, ordinal},
        units::{Dimension, Units},
    },
    number::Number,
};

/// A numeral read at a place.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Numeral {
    /// One past its last character, 多 and 余 included.
    pub(super) end: usize,
    /// Its value.
    pub(super) value: Number,
    /// The upper value of two digits side by side (`三五百`).
    pub(super) upper: Option<Number>,
    /// Whether 多, 余 or 几 leaves it open above.
    pub(super) more: bool,
    /// Whether 来 makes it about so many.
    pub(super) about: bool,
    /// Whether it starts with an Arabic digit.
    pub(super) arabic: bool,
    /// How many Arabic digits stand before any point or multiplier.
    pub(super) digits: usize,
    /// Whether it is Chinese digits one by one (`二〇二五`).
    pub(super) string: bool,
    /// Whether it has a fractional part.
    pub(super) decimal: bool,
    /// Whether it has no digit at all (`百亿`).
    pub(super) bare: bool,
    /// Whether it holds a multiplier.
    pub(super) times: bool,
    /// Whether it holds 万 or 亿.
    pub(super) big: bool,
    /// The largest power of ten it names.
    pub(super) top: u32,
    /// Power of ten of all multipliers after the last digit, and of the large ones among them.
    pub(super) tail: (u32, u32),
    /// The exponent of its very last character, where that is a multiplier.
    pub(super) last_times: Option<u32>,
    /// The numeral starts with an Arabic 0 and more digits: a code.
    pub(super) code: bool,
}

/// Which forms are numerals.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    /// Characters from here on are not read.
    pub(super) limit: usize,
    /// Whether rare forms count too.
    pub(super) all: bool,
}

/// Reads the longest numeral at `text[start]`.
pub(super) fn read(text: &Text, start: usize, reading: Reading) -> Option<Numeral> {
    let mut first = Reader::new(text, reading, false);
    first.run(start)?;
    if !first.pair {
        return first.finish(None);
    }
    let mut second = Reader::new(text, reading, true);
    let upper = second.run(start).and_then(|()| second.total());
    first.finish(upper)
}

/// 10 to the power of `exponent`.
pub(super) fn power(exponent: u32) -> Option<Decimal> {
    Decimal::try_from_i128_with_scale(10i128.checked_pow(exponent)?, 0).ok()
}

struct Reader<'a> {
    text: &'a Text,
    reading: Reading,
    take_upper: bool,
    /// Finished groups: value and the exponent they were multiplied by.
    parts: Vec<(Decimal, u32)>,
    /// The group under 万 being read.
    section: Decimal,
    /// The exponent of the last small multiplier in the section, 0 for none.
    small: u32,
    /// The digit or number waiting for its multiplier.
    current: Option<Decimal>,
    /// Whether `current` is a lone Chinese digit that may stand for a lower place.
    elliptic: bool,
    /// Exponent of the last multiplier.
    last: u32,
    /// Whether 零 was just read.
    zero: bool,
    pair: bool,
    at: usize,
    out: Numeral,
}

impl<'a> Reader<'a> {
    fn new(text: &'a Text, reading: Reading, take_upper: bool) -> Self {
        Reader {
            text,
            reading,
            take_upper,
            parts: Vec::new(),
            section: Decimal::ZERO,
            small: 0,
            current: None,
            elliptic: false,
            last: 0,
            zero: false,
            pair: false,
            at: 0,
            out: Numeral { bare: true, ..Numeral::default() },
        }
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        let i = self.at + ahead;
        if i < self.reading.limit { self.text.get(i) } else { None }
    }

    fn glyph(&self, ahead: usize) -> Option<Glyph> {
        let glyph = Numerals::get().glyph(self.peek(ahead)?)?;
        (!glyph.rare || self.reading.all).then_some(glyph)
    }

    fn empty(&self) -> bool {
        self.current.is_none() && self.last == 0
    }

    fn run(&mut self, start: usize) -> Option<()> {
        self.at = start;
        while let Some(c) = self.peek(0) {
            let more = if c.is_ascii_digit() || c == '﹒' {
                self.current.is_none() && self.arabic(start)?
            } else {
                match self.glyph(0).map(|g| g.sign) {
                    Some(Sign::Digit(_)) => self.current.is_none() && self.chinese()?,
                    Some(Sign::Tens(tens)) => self.tens(tens)?,
                    Some(Sign::Times(e)) if e < 4 => self.small_times(e)?,
                    Some(Sign::Times(e)) => self.big_times(e)?,
                    Some(Sign::More | Sign::Some) => self.open(),
                    Some(Sign::Point) => self.point()?,
                    _ => self.about(),
                }
            };
            if !more {
                break;
            }
        }
        self.out.end = self.at;
        (!self.empty()).then_some(())
    }

    /// `1,234.5`: groups of three after a comma, one point.
    fn arabic(&mut self, start: usize) -> Option<bool> {
        let mut mantissa = Mantissa::default();
        let from = self.at;
        let zero = self.peek(0) == Some('0');
        self.arabic_digits(&mut mantissa);
        let digits = mantissa.digits();
        if digits <= 3 {
            while self.peek(0).is_some_and(|c| matches!(c, ',' | '﹐' | '’' | '\''))
                && (1..4).all(|i| self.peek(i).is_some_and(|c| c.is_ascii_digit()))
                && !self.peek(4).is_some_and(|c| c.is_ascii_digit())
            {
                self.at += 1;
                self.arabic_digits(&mut mantissa);
            }
        }
        let whole = mantissa.digits();
        if (matches!(self.peek(0), Some('.' | '﹒')) || self.raised_point())
            && self.peek(1).is_some_and(|c| c.is_ascii_digit())
            && !self.chain(from)
        {
            self.at += 1;
            self.arabic_digits(&mut mantissa);
            self.out.decimal = true;
        }
        if from == start {
            self.out.arabic = true;
            self.out.digits = whole;
            self.out.code = digits > 1 && zero;
        }
        self.digit_read(mantissa.value(mantissa.digits() - whole)?, false);
        Some(true)
    }

    /// The Arabic digits at hand.
    fn arabic_digits(&mut self, mantissa: &mut Mantissa) {
        while let Some(digit) = self.peek(0).filter(char::is_ascii_digit) {
            mantissa.push(digit);
            self.at += 1;
        }
    }

    /// 12·5万: a point at mid-height parts decimals only before a multiplier or a percent sign (not the date 7·20).
    fn raised_point(&self) -> bool {
        let ahead = self.text.past_digits(self.at + 1) - self.at;
        let times = self.glyph(ahead).is_some_and(|glyph| matches!(glyph.sign, Sign::Times(_)));
        self.peek(0) == Some('·') && (times || self.peek(ahead) == Some('%'))
    }

    /// Whether the point at hand is one of several (192.168.0.1): none of them is a decimal point.
    fn chain(&self, from: usize) -> bool {
        let point = |at: usize| self.text.get(at) == Some('.') && self.text.has_digit(at + 1);
        let before = from.checked_sub(2).is_some_and(|at| self.text.has_digit(at) && point(at + 1));
        before || point(self.text.past_digits(self.at + 1))
    }

    fn digit_read(&mut self, value: Decimal, elliptic: bool) {
        self.current = Some(value);
        self.elliptic = elliptic;
        self.out.bare = false;
        self.out.tail = (0, 0);
        self.out.last_times = None;
    }

    /// A run of Chinese digits: one digit, two side by side, or digits one by one.
    fn chinese(&mut self) -> Option<bool> {
        let mut run = Vec::new();
        while let Some(c) = self.peek(run.len()) {
            match digit(c) {
                // 一两个, 一两百; in 六斤一两 it weighs.
                Some(d) if run == [1] && ordinal(c).is_none() && self.counts_on(2) => run.push(d),
                Some(_) if !run.is_empty() && ordinal(c).is_none() => break,
                Some(d) if !c.is_ascii_digit() || (c == '0' && !run.is_empty()) => run.push(d),
                _ => break,
            }
        }
        let zeros = if self.empty() { 0 } else { run.iter().take_while(|&&d| d == 0).count() };
        let body = &run[zeros..];
        let next_is_times = matches!(
            self.text.get(self.at + run.len()).and_then(|c| Numerals::get().glyph(c)).map(|g| g.sign),
            Some(Sign::Times(_))
        );
        match body {
            [] => {
                self.at += run.len();
                self.zero = true;
                return Some(true);
            }
            [_] if self.out.arabic && zeros == 0 && !self.empty() && !next_is_times => return Some(false),
            [d] => self.digit_read(Decimal::from(*d), zeros == 0),
            [a, b] if side_by_side(*a, *b) && (next_is_times || self.empty() || self.small > 0) => {
                self.pair = true;
                self.digit_read(Decimal::from(if self.take_upper { *b } else { *a }), zeros == 0);
            }
            _ if self.empty() => {
                let text: String = body.iter().map(|d| char::from(b'0' + d)).collect();
                self.out.string = true;
                self.digit_read(text.parse().ok()?, false);
            }
            _ => return Some(false),
        }
        self.at += run.len();
        Some(true)
    }

    /// Whether a multiplier or a unit of count or time stands `ahead`.
    fn counts_on(&self, ahead: usize) -> bool {
        let unit = Units::get().at(&self.text.chars, self.at + ahead).map(|(_, unit)| unit.dimension);
        matches!(self.glyph(ahead).map(|g| g.sign), Some(Sign::Times(_)))
            || matches!(unit, Some(Dimension::Count | Dimension::Duration))
    }

    fn tens(&mut self, tens: u8) -> Option<bool> {
        if self.current.is_some() || self.small == 1 {
            return Some(false);
        }
        self.section = self.section.checked_add(Decimal::from(tens))?;
        (self.small, self.last) = (1, 1);
        self.out.bare = false;
        self.at += 1;
        Some(true)
    }

    fn small_times(&mut self, exponent: u32) -> Option<bool> {
        if exponent >= self.small && self.current.is_none() && !self.section.is_zero() {
            return Some(false);
        }
        if exponent >= self.small && !self.section.is_zero() {
            return None;
        }
        if self.begins_unit(exponent) {
            return Some(false);
        }
        // 零 before 十 only fills a place.
        let filler = exponent == 1 && self.elliptic && self.current == Some(Decimal::ZERO);
        let value = self.current.take().filter(|_| !filler).unwrap_or(Decimal::ONE);
        self.section = self.section.checked_add(value.checked_mul(power(exponent)?)?)?;
        self.small = exponent;
        // 十 by itself is a number; 百, 千 and 万 by themselves are classes.
        self.out.bare &= exponent > 1;
        self.multiplied(exponent);
        Some(true)
    }

    /// 百万|千瓦: whether a multiplier without a digit right behind 万 begins the unit.
    fn begins_unit(&self, exponent: u32) -> bool {
        exponent > 1 && self.last >= 4 && self.current.is_none() && !self.zero
    }

    fn big_times(&mut self, exponent: u32) -> Option<bool> {
        let group = self.section.checked_add(self.current.take().unwrap_or_default())?;
        let zero_read = group.is_zero() && !self.out.bare && self.parts.is_empty();
        let nothing = group.is_zero();
        let is_under = |&(_, e): &(Decimal, u32)| e < exponent || (nothing && e == exponent);
        let (mut sum, mut above) = (group, exponent);
        for &(value, e) in self.parts.iter().filter(|part| is_under(part)) {
            sum = sum.checked_add(value)?;
            if nothing {
                above = above.max(e + exponent);
            }
        }
        self.parts.retain(|part| !is_under(part));
        if sum.is_zero() && !zero_read {
            sum = Decimal::ONE;
        }
        self.parts.push((sum.checked_mul(power(exponent)?)?, above));
        (self.section, self.small) = (Decimal::ZERO, 0);
        self.out.big = true;
        self.out.tail.1 += exponent;
        self.multiplied(exponent);
        Some(true)
    }

    fn multiplied(&mut self, exponent: u32) {
        self.last = exponent;
        self.elliptic = false;
        self.out.times = true;
        self.out.tail.0 += exponent;
        self.out.last_times = Some(exponent);
        self.out.top = self.out.top.max(exponent);
        self.at += 1;
    }

    /// 多, 余, 几 inside or at the end.
    fn open(&mut self) -> bool {
        let next_is_times = matches!(self.glyph(1).map(|g| g.sign), Some(Sign::Times(_)));
        let is_some = self.glyph(0).is_some_and(|g| g.sign == Sign::Some);
        let fits = match self.current {
            _ if self.empty() => false,
            // 十几万多亿
            _ if self.out.more && !next_is_times => false,
            None => !is_some || self.small > 0 || self.zero,
            // 1.2亿余元; 3.5多 says nothing.
            Some(value) => !self.out.decimal && value >= Decimal::TEN,
        };
        if !fits || self.open_is_a_word() {
            return false;
        }
        self.out.more = true;
        self.at += 1;
        next_is_times
    }

    /// 三十|来家, 30|来亿元, unlike 30来自: about so many tens, before a multiplier or a unit.
    fn about(&mut self) -> bool {
        if !self.text.holds(self.at, &QUANTITY.or_so) || self.empty() || self.out.decimal || self.out.more {
            return false;
        }
        let round = self.current.is_none_or(|value| value >= Decimal::TEN && (value % Decimal::TEN).is_zero());
        let next_is_times = matches!(self.glyph(1).map(|g| g.sign), Some(Sign::Times(_)));
        let counts = next_is_times || Units::get().at(&self.text.chars, self.at + 1).is_some();
        if !round || !counts {
            return false;
        }
        self.out.about = true;
        self.at += 1;
        next_is_times
    }

    /// 多功能, 多媒体, 余额: no open end.
    fn open_is_a_word(&self) -> bool {
        self.text.word(self.at, &QUANTITY.many_word).is_some()
    }

    /// 点 and its digits.
    fn point(&mut self) -> Option<bool> {
        let mut digits = String::new();
        while let Some(d) = self.peek(1 + digits.len()).and_then(ordinal) {
            digits.push(char::from(b'0' + d));
        }
        if digits.is_empty() || self.out.decimal || self.pair || (self.out.bare && !self.reading.all) {
            return Some(false);
        }
        let value = self.total()?.checked_add(format!("0.{digits}").parse().ok()?)?;
        self.at += 1 + digits.len();
        self.parts.clear();
        (self.section, self.small, self.last) = (Decimal::ZERO, 0, 0);
        self.out.decimal = true;
        self.digit_read(value, false);
        Some(true)
    }

    fn total(&self) -> Option<Decimal> {
        let mut sum = self.section;
        for &(value, _) in &self.parts {
            sum = sum.checked_add(value)?;
        }
        let rest = match self.current {
            Some(d) if self.elliptic && self.last > 1 && d < Decimal::TEN => d.checked_mul(power(self.last - 1)?)?,
            Some(d) => d,
            None => Decimal::ZERO,
        };
        sum.checked_add(rest)
    }

    fn finish(self, upper: Option<Decimal>) -> Option<Numeral> {
        let value = Number::from_decimal(self.total()?);
        Some(Numeral { value, upper: upper.map(Number::from_decimal), ..self.out })
    }
}

/// Two digits that name a span: 三四, 七八, 三五.
fn side_by_side(a: u8, b: u8) -> bool {
    b == a + 1 || (a, b) == (3, 5)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Option<(String, Option<String>, usize)> {
        let text = Text::new(text);
        read(&text, 0, Reading { limit: text.chars.len(), all: true })
            .map(|n| (n.value.to_string(), n.upper.map(|u| u.to_string()), n.end))
    }

    #[test]
    fn the_table_of_numerals_holds() {
        for example in &Numerals::get().examples {
            let (text, want) = example.split_once('=').expect("text=value");
            assert_eq!(value(text).map(|v| v.0).as_deref(), Some(want), "{text}");
        }
    }

    #[test]
    fn every_script_and_mixture_is_read() {
        for (text, want) in [
            ("34,567", "34567"),
            ("1.3万亿", "1300000000000"),
            ("三百五十万亿", "350000000000000"),
            ("5万4千6百", "54600"),
            ("一亿两千三百", "100002300"),
            ("七十八万五佰零六", "780506"),
            ("一万零百一十一", "10111"),
            ("一千零十", "1010"),
            ("二十点一万", "201000"),
            ("一百点123", "100.123"),
            ("四百亿点零五零", "40000000000.05"),
            ("五千多万", "50000000"),
            ("二十几万", "200000"),
            ("二0三五", "2035"),
            ("3万4000", "34000"),
            ("零点零零一", "0.001"),
        ] {
            let got = value(text).expect(text);
            assert_eq!((got.0.as_str(), got.2), (want, text.chars().count()), "{text}");
        }
    }

    #[test]
    fn a_numeral_ends_before_the_unit_or_word_that_its_last_character_begins() {
        for (text, want, end) in [("三百万千瓦", "3000000", 3), ("3万一季度", "30000", 2), ("3万一千", "31000", 4)]
        {
            let got = value(text).expect(text);
            assert_eq!((got.0.as_str(), got.2), (want, end), "{text}");
        }
    }

    #[test]
    fn two_digits_side_by_side_name_a_span() {
        for (text, low, high) in
            [("三五百", "300", "500"), ("三四十亿", "3000000000", "4000000000"), ("七八", "7", "8")]
        {
            let got = value(text).expect(text);
            assert_eq!((got.0.as_str(), got.1.as_deref()), (low, Some(high)), "{text}");
        }
    }
}
