//! Expressions that are no plain numeral with a unit: doublings, halves, ratios, classes in Roman numerals.

use super::{
    Dimension, Shape, bound, numeral,
    scanner::{Found, Scanner, found},
    term::{self, Term},
    text::Text,
};
use crate::{
    lexicon::{
        numerals::{Numerals, Sign},
        units::Units,
    },
    number::Number,
};

impl Scanner<'_> {
    /// 翻一番, 翻两番, 翻番.
    pub(super) fn doubling(&mut self, at: usize) -> usize {
        let text = self.text;
        let from = at + 1 + usize::from(text.get(at + 1) == Some('了'));
        let times = match text.get(from) {
            Some('番') => Some((from, 1)),
            Some(c) => numeral::digit(c).filter(|&d| d > 0 && text.get(from + 1) == Some('番')).map(|d| (from + 1, d)),
            None => None,
        };
        let Some((last, times)) = times else { return at };
        let mut end = last + 1;
        let more = matches!(text.get(end), Some('多')) && !text.has(end, "多种");
        end += usize::from(more);
        self.emit(Found {
            start: at,
            end,
            value: Number::from(1i64 << times),
            upper: None,
            more,
            unit: "倍".to_owned(),
            dimension: Dimension::Multiple,
            shape: Shape::Multiple,
        })
    }

    /// 过半, 半数, and where every number is wanted 半个.
    pub(super) fn halves(&mut self, at: usize) -> usize {
        let text = self.text;
        let half = |start, end, more| Found {
            start,
            end,
            value: Number::from(50),
            upper: None,
            more,
            unit: "%".to_owned(),
            dimension: Dimension::Share,
            shape: Shape::Fraction,
        };
        if text.has(at, "过半") && !matches!(text.before(at), Some('时' | '路' | '程' | '超')) {
            let end = at + 2 + usize::from(text.get(at + 2) == Some('数'));
            return self.emit(half(at, end, true));
        }
        if text.has(at, "半数") && text.before(at) != Some('过') {
            return self.emit(half(at, at + 2, false));
        }
        if self.mode.all
            && text.get(at) == Some('半')
            && let Some((len, unit)) = Units::get().at(&text.chars, at + 1).filter(|_| text.before(at) != Some('一'))
        {
            let found = half(at, at + 1 + len, false);
            let (unit, dimension) = (unit.unit.clone(), unit.dimension);
            return self.emit(Found { value: Number::new(5, 1), unit, dimension, shape: Shape::Cardinal, ..found });
        }
        at
    }

    /// 数十亿元, 几十万: ten to a hundred of them; only where every number is wanted.
    pub(super) fn vague(&mut self, at: usize) -> usize {
        if !self.mode.all {
            return at;
        }
        let times = |c: char| Numerals::get().glyph(c).is_some_and(|g| matches!(g.sign, Sign::Times(_)));
        if !self.text.get(at + 1).is_some_and(times) || self.text.before(at) == Some('第') {
            return at;
        }
        let Some(term) = term::read(self.text, at + 1, self.mode) else { return at };
        let upper = term.value.times(Number::from(10));
        self.emit(Found { upper, start: at, ..found(&term) })
    }

    /// 一半, 一大半.
    pub(super) fn half_of_one(&mut self, term: &Term) -> Option<usize> {
        let text = self.text;
        if text.has(term.start, "一半") && !text.has(term.start, "一半导") {
            let end = term.start + 2;
            return Some(self.emit(Found {
                end,
                value: Number::from(50),
                unit: "%".to_owned(),
                dimension: Dimension::Share,
                shape: Shape::Fraction,
                ..found(term)
            }));
        }
        None
    }

    pub(super) fn zero_growth(&mut self, at: usize) -> usize {
        let text = self.text;
        if !text.has(at, "零增长") && !text.has(at, "零增長") {
            return at + 1;
        }
        self.emit(Found {
            start: at,
            end: at + 3,
            value: Number::default(),
            upper: None,
            more: false,
            unit: "%".to_owned(),
            dimension: Dimension::Share,
            shape: Shape::Percent,
        })
    }

    /// 2.2:1, 3.6:48:48.4: one quantity where it compares with one, else one for each member.
    pub(super) fn ratio(&mut self, first: &Term) -> usize {
        let text = self.text;
        let mut members = vec![first.clone()];
        let mut end = first.end;
        while matches!(text.get(end), Some(':' | '：')) {
            let Some(next) = term::read(text, end + 1, self.mode).filter(|t| t.numeral.arabic) else { break };
            end = next.numeral_end;
            members.push(next);
        }
        // A full colon between numbers compares them only where it cannot introduce what follows.
        let full = text.get(first.end) == Some('：');
        let compares = members.len() > 2 || members.iter().any(|m| m.numeral.decimal) && members.len() == 2;
        if members.len() < 2 || (full && !compares) {
            return self.finish(first, None);
        }
        if let [a, b] = members.as_slice() {
            let unit = text.slice(a.end, b.numeral_end);
            return self.emit(Found {
                start: a.start,
                end: b.numeral_end,
                value: a.value,
                upper: None,
                more: false,
                unit,
                dimension: Dimension::Other,
                shape: Shape::Ratio,
            });
        }
        for member in &members {
            let unit = ":".to_owned();
            let chain = Found {
                end: member.numeral_end,
                unit,
                dimension: Dimension::Other,
                shape: Shape::Ratio,
                ..found(member)
            };
            self.emit(chain);
        }
        end
    }

    /// Ⅱ类 where a level is kept or reached: 水质保持Ⅱ类, 达到III类以上. In the name of a share it is no level.
    pub(super) fn class(&mut self, at: usize) -> usize {
        let text = self.text;
        let Some((value, end)) = roman(text, at).filter(|&(_, end)| text.get(end) == Some('类')) else { return at };
        let led = bound::lead(text, at, self.from).bound && !text.before(at).is_some_and(|c| c.is_ascii_alphanumeric());
        let clause: String = (end..end + 24)
            .map_while(|i| text.get(i).filter(|c| !matches!(c, '，' | '。' | '；' | '、' | ',' | ';')))
            .collect();
        let share = ["比例", "比重", "占比", "断面", "率"].iter().any(|word| clause.contains(word));
        if !led || share {
            return at;
        }
        self.emit(Found {
            start: at,
            end: end + 1,
            value: Number::from(value),
            upper: None,
            more: false,
            unit: "类".to_owned(),
            dimension: Dimension::Count,
            shape: Shape::Cardinal,
        })
    }
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
