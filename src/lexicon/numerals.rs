//! The characters numbers are written with (`data/numerals.yaml`).

use std::sync::LazyLock;

use serde::Deserialize;

use super::{TableError, by_char::ByChar, table::rows};

/// What a character says in a numeral.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// 0–9.
    Digit(u8),
    /// 廿, 卅, 卌.
    Tens(u8),
    /// A power of ten: 十 1, 百 2, 千 3, 万 4, 亿 8.
    Times(u32),
    /// The decimal point 点.
    Point,
    /// 多, 余: and some more.
    More,
    /// 几: some digit.
    Some,
    /// 负.
    Minus,
}

/// A sign with its conditions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyph {
    /// What it says.
    pub sign: Sign,
    /// Whether it may stand without another numeral beside it.
    pub alone: bool,
    /// Whether only `scan_all` knows it.
    pub rare: bool,
    /// Whether it counts and never numbers or dates (两).
    pub only_counts: bool,
}

/// The table of numeral characters.
#[derive(Clone, Debug, Default)]
pub struct Numerals {
    glyphs: ByChar<Glyph>,
    /// `text=value` pairs that must hold.
    pub examples: Vec<&'static str>,
}

/// What the characters of a row are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Digit,
    Tens,
    Power,
    Point,
    More,
    Some,
    Minus,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row<'t> {
    is: Kind,
    #[serde(default)]
    value: u8,
    forms: &'t str,
    #[serde(default = "yes")]
    alone: bool,
    #[serde(default)]
    rare: bool,
    #[serde(default)]
    only_counts: bool,
    #[serde(default, borrow)]
    ok: Vec<&'t str>,
}

fn yes() -> bool {
    true
}

impl Row<'_> {
    fn glyph(&self) -> Glyph {
        let sign = match self.is {
            Kind::Digit => Sign::Digit(self.value),
            Kind::Tens => Sign::Tens(self.value),
            Kind::Power => Sign::Times(u32::from(self.value)),
            Kind::Point => Sign::Point,
            Kind::More => Sign::More,
            Kind::Some => Sign::Some,
            Kind::Minus => Sign::Minus,
        };
        Glyph { sign, alone: self.alone, rare: self.rare, only_counts: self.only_counts }
    }
}

impl Numerals {
    /// The table that comes with the program.
    pub fn get() -> &'static Numerals {
        static TABLE: LazyLock<Numerals> =
            LazyLock::new(|| Numerals::parse(include_str!("data/numerals.yaml")).unwrap_or_default());
        &TABLE
    }

    /// Reads a table.
    ///
    /// # Errors
    /// Where the text is not of the table's shape, or a character is given twice.
    pub fn parse(text: &'static str) -> Result<Self, TableError> {
        let (mut glyphs, mut examples) = (Vec::new(), Vec::new());
        for row in rows::<Row<'static>>("numerals", text)? {
            for form in row.forms.split_whitespace() {
                let mut chars = form.chars();
                let (Some(c), None) = (chars.next(), chars.next()) else {
                    return Err(TableError::row("numerals", form, "a form is one character"));
                };
                if glyphs.iter().any(|(known, _)| *known == c) {
                    return Err(TableError::row("numerals", form, "the character is given twice"));
                }
                glyphs.push((c, row.glyph()));
            }
            examples.extend(row.ok);
        }
        Ok(Self { glyphs: ByChar::new(&glyphs), examples })
    }

    /// What `c` says, where it is a numeral character.
    #[inline]
    pub fn glyph(&self, c: char) -> Option<Glyph> {
        self.glyphs.get(c).first().copied()
    }

    /// Every numeral character.
    pub fn chars(&self) -> impl Iterator<Item = (char, Glyph)> + '_ {
        self.glyphs.keys().zip(self.glyphs.things().iter().copied())
    }
}

/// The forms of zero in years; the last is that of ASCII.
pub const ZEROS: [char; 4] = ['〇', '○', '零', '0'];

/// What is taken for a zero in years, letters among it.
pub const LIKE_ZERO: [char; 9] = ['〇', '○', '◯', '零', '0', '０', 'O', 'o', 'Ｏ'];

/// The characters that Chinese numbering is written with: one to ten.
pub const NUMBERING: &str = "一二三四五六七八九十";

/// How people shorten large numbers: each power of ten with its name, the largest first.
pub const LARGE: [(u32, &str); 3] = [(12, "万亿"), (8, "亿"), (4, "万")];

/// Whether `c` is a character of Chinese numbering.
pub fn is_numbering(c: char) -> bool {
    NUMBERING.contains(c)
}

/// The digit that `c` writes: ASCII, full-width or Chinese of any script.
pub fn digit(c: char) -> Option<u8> {
    match c {
        '0'..='9' => Some(c as u8 - b'0'),
        '０'..='９' => u8::try_from(c as u32 - '０' as u32).ok(),
        c => match Numerals::get().glyph(c)?.sign {
            Sign::Digit(d) => Some(d),
            _ => None,
        },
    }
}

/// The digit that `c` writes in what numbers or dates: 两 only counts.
pub fn ordinal(c: char) -> Option<u8> {
    if c.is_ascii_digit() {
        return digit(c);
    }
    digit(c).filter(|_| !Numerals::get().glyph(c).is_some_and(|glyph| glyph.only_counts))
}

/// The power of ten that `c` multiplies by (十: 1).
pub fn power(c: char) -> Option<u32> {
    match Numerals::get().glyph(c)?.sign {
        Sign::Times(power) => Some(power),
        _ => None,
    }
}

/// Whether `c` is a power of ten (十, 百, 万).
pub fn is_multiplier(c: char) -> bool {
    power(c).is_some()
}

/// Whether `c` turns a number below zero (负).
pub fn is_minus(c: char) -> bool {
    Numerals::get().glyph(c).is_some_and(|glyph| glyph.sign == Sign::Minus)
}

/// Whether `c` is a digit of any script or a Chinese multiplier (十, 百, 万).
pub fn is_numeral(c: char) -> bool {
    digit(c).is_some()
        || Numerals::get().glyph(c).is_some_and(|glyph| matches!(glyph.sign, Sign::Tens(_) | Sign::Times(_)))
}

/// Whether `c` is a number in its ring, its brackets or with its point: ①, ⑴, ⒈.
pub fn is_circled(c: char) -> bool {
    matches!(c, '①'..='⑳' | '⑴'..='⒇' | '⒈'..='⒛')
}

/// Whether `c` is a numeral character that plan prose knows: 兆 and 京 are words there.
pub fn is_common(c: char) -> bool {
    is_numeral(c) && !Numerals::get().glyph(c).is_some_and(|glyph| glyph.rare)
}

/// The digits that `text` begins with, one by one (`2025`, `二〇二五`): value, how many, bytes. More than nine give none.
pub fn digits(text: &str) -> Option<(u32, usize, usize)> {
    let (mut value, mut count, mut len) = (0u32, 0, 0);
    for (c, d) in text.chars().map_while(|c| digit(c).map(|d| (c, d))) {
        if count == 9 {
            return None;
        }
        (value, count, len) = (value * 10 + u32::from(d), count + 1, len + c.len_utf8());
    }
    (count > 0).then_some((value, count, len))
}

/// The number below a hundred that `text` begins with (`7`, `12`, `十二`, `二十`): value and bytes. Digits without 十 are
/// one or, where ASCII, at most two; 两 counts and dates nothing.
pub fn below_hundred(text: &str) -> Option<(u32, usize)> {
    let ascii = text.bytes().take(3).take_while(u8::is_ascii_digit).count();
    if ascii > 0 {
        return text[..ascii].parse().ok().filter(|_| ascii <= 2).map(|value| (value, ascii));
    }
    let digit_at = |text: &str| text.chars().next().and_then(|c| ordinal(c).map(|d| (u32::from(d), c.len_utf8())));
    let (tens, len) = digit_at(text).unwrap_or((1, 0));
    let ten = text[len..].chars().next().filter(|&c| is_ten(c));
    let Some(ten) = ten else { return (len > 0).then_some((tens, len)) };
    let len = len + ten.len_utf8();
    let (ones, last) = digit_at(&text[len..]).unwrap_or((0, 0));
    Some((tens * 10 + ones, len + last))
}

fn is_ten(c: char) -> bool {
    Numerals::get().glyph(c).is_some_and(|glyph| glyph.sign == Sign::Times(1))
}

/// `count` in Chinese, up to 9999 (`一百零三`, `十二`); in Arabic digits beyond.
pub fn chinese(count: u32) -> String {
    if count == 0 || count >= 10_000 {
        return if count == 0 { "〇".into() } else { count.to_string() };
    }
    let mut text = String::new();
    let mut gap = false;
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = (count / unit % 10) as usize;
        if digit == 0 {
            gap = !text.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            text.push('零');
        }
        if !(digit == 1 && unit == 10 && text.is_empty()) {
            text.extend(NUMBERING.chars().nth(digit - 1));
        }
        text.push_str(name);
    }
    text
}

/// The character that papers of law write for the numeral `c`: 壹 for 一.
pub fn legal(c: char) -> char {
    const PAIRS: &str = "一壹二贰三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟";
    let at = PAIRS.chars().step_by(2).position(|plain| plain == c);
    at.and_then(|at| PAIRS.chars().nth(2 * at + 1)).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_numbers_and_digits_of_any_script() {
        for (text, want) in [("7月", 7), ("12月", 12), ("十月", 10), ("十二月", 12), ("二十日", 20), ("三十一日", 31)]
        {
            let (value, len) = below_hundred(text).expect(text);
            assert_eq!((value, text[len..].chars().count()), (want, 1), "{text}");
        }
        for text in ["月", "123日", ""] {
            assert_eq!(below_hundred(text), None, "{text}");
        }
        assert_eq!(digits("二〇二五年"), Some((2025, 4, 12)));
        assert_eq!(digits("２０２５年"), Some((2025, 4, 12)));
        assert_eq!(digits("2025年"), Some((2025, 4, 4)));
        assert_eq!(digits("年"), None);
        assert_eq!(["〇", "十二", "一百零三", "二十"], [0, 12, 103, 20].map(chinese).each_ref().map(String::as_str));
    }

    #[test]
    fn the_table_reads_and_refuses_what_is_wrong() {
        Numerals::parse(include_str!("data/numerals.yaml")).expect("the table is sound");
        let refused = |text| Numerals::parse(text).expect_err(text).to_string();
        assert!(refused("- {is: digit, value: 0, forms: 零 零}").contains("twice"));
        assert!(refused("- {is: digit, value: 0, forms: 零零}").contains("one character"));
        assert!(refused("- {is: dot, forms: 点}").contains("dot"));
    }
}
