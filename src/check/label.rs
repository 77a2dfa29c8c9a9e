//! The numbers of headings, tables and boxes: `第三章` is shape `第#章` and number 3.
//!
//! Knows numerals only.

use crate::lexicon::numerals::{Numerals, Sign, power};

/// A label taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Numbered {
    /// The label with `#` for its last number.
    pub shape: String,
    /// Its last number.
    pub number: u32,
}

/// Takes `label` apart; `None` where it holds no number.
pub(crate) fn read(label: &str) -> Option<Numbered> {
    let is_digit = |c: char| c.is_ascii_digit() || digit(c).is_some() || power(c).is_some_and(|power| power < 3);
    let end = label.char_indices().rev().find(|&(_, c)| is_digit(c)).map(|(at, c)| at + c.len_utf8())?;
    let start = label[..end].char_indices().rev().take_while(|&(_, c)| is_digit(c)).last().map(|(at, _)| at)?;
    let number = number(&label[start..end])?;
    Some(Numbered { shape: format!("{}#{}", &label[..start], &label[end..]), number })
}

/// The value of `text`, all of it Arabic or Chinese digits; `None` too where it is larger than any count.
pub(crate) fn number(text: &str) -> Option<u32> {
    if text.bytes().all(|b| b.is_ascii_digit()) {
        return text.parse().ok();
    }
    let (mut total, mut open) = (0u32, None::<u32>);
    for c in text.chars() {
        match power(c) {
            Some(power) => {
                let times = 10u32.checked_pow(power)?;
                total = open.take().unwrap_or(1).checked_mul(times)?.checked_add(total)?;
            }
            None => {
                let value = digit(c)?;
                let row = open.map_or(Some(value), |open| open.checked_mul(10)?.checked_add(value));
                open = Some(row?);
            }
        }
    }
    total.checked_add(open.unwrap_or(0))
}

/// What `multiplier` (万, 千亿; nothing is one) multiplies by.
pub(crate) fn scale(multiplier: &str) -> Option<f64> {
    multiplier.chars().map(|c| power(c).map(|power| 10f64.powi(power as i32))).product()
}

/// The digit that `c` stands for.
fn digit(c: char) -> Option<u32> {
    match Numerals::get().glyph(c).filter(|glyph| !glyph.rare)?.sign {
        Sign::Digit(digit) => Some(u32::from(digit)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_come_apart() {
        for (label, shape, number) in [
            ("第三章", "第#章", 3),
            ("第二十一节", "第#节", 21),
            ("（十）", "（#）", 10),
            ("表2", "表#", 2),
            ("1.12", "1.#", 12),
            ("专栏一", "专栏#", 1),
        ] {
            assert_eq!(read(label), Some(Numbered { shape: shape.into(), number }), "{label}");
        }
        assert_eq!(read("附表"), None);
        assert_eq!((read("表九九九九九九九九九九百"), read("表99999999999")), (None, None));
        assert_eq!((scale("千亿"), scale(""), scale("家")), (Some(1e11), Some(1.0), None));
    }
}
