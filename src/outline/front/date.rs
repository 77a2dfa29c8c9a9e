//! Calendar dates as documents write them, for front matter: 2021年1月14日, 2022-08-05, 二〇二六年四月二日.

use crate::{
    lexicon::{SIGNS, TIME, numerals, years},
    outline::label::{digits, numeral},
};

/// What parts a date in numbers.
const PARTS: [char; 5] = ['-', '/', '.', '－', '—'];

/// The first full date in `text`, clean text without white space, as ISO, and the byte after it.
pub(super) fn find(text: &str) -> Option<(String, usize)> {
    text.char_indices().filter(|&(_, c)| c.is_ascii_digit() || numerals::digit(c) == Some(2)).find_map(|(at, _)| {
        let inside = text[..at].ends_with(|c: char| c.is_ascii_digit());
        let republic = TIME.republic.suffix(&text[..at]).is_some();
        let (date, length) = read(&text[at..], republic).filter(|_| !inside)?;
        Some((date, at + length))
    })
}

fn read(text: &str, republic: bool) -> Option<(String, usize)> {
    let (year, mut at) = number(text)?;
    let year = if republic { years::of_republic(year) as u32 } else { year };
    let mut parts = [0, 0];
    for (part, end) in parts.iter_mut().zip([&SIGNS.year, &SIGNS.month]) {
        let rest = text[at..].strip_prefix(|c| end.is(c) || PARTS.contains(&c))?;
        at = text.len() - rest.len();
        let (value, length) = number(rest)?;
        *part = value;
        at += length;
    }
    at = text.len() - SIGNS.day.strip_prefix(&text[at..]).unwrap_or(&text[at..]).len();
    let [month, day] = parts;
    let valid = years::is_of_plans(year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    valid.then(|| (format!("{year:04}-{month:02}-{day:02}"), at))
}

fn number(text: &str) -> Option<(u32, usize)> {
    digits(text).or_else(|| numeral(text))
}

/// Every four-digit year in `text`, in ASCII or Chinese digits.
pub(super) fn years(text: &str) -> impl Iterator<Item = i32> + '_ {
    years_at(text).map(|(_, _, year)| year)
}

/// Every four-digit year in `text` with its first byte and the byte after it.
pub(super) fn years_at(text: &str) -> impl Iterator<Item = (usize, usize, i32)> + '_ {
    text.char_indices().filter_map(|(at, c)| {
        let fresh = || !text[..at].ends_with(|b: char| b.is_ascii_digit() || numerals::digit(b) == Some(0));
        let (value, length) = if c.is_ascii_digit() { digits(&text[at..])? } else { numeral(&text[at..])? };
        let four = length == if c.is_ascii_digit() { 4 } else { 12 };
        let of_republic = || TIME.republic.suffix(&text[..at]).is_some().then(|| years::of_republic(value));
        let year = if four { Some(value as i32).filter(|&year| years::is_of_plans(year)) } else { of_republic() };
        year.filter(|_| fresh()).map(|year| (at, at + length, year))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_years_are_found() {
        for (text, expected) in [
            ("（2021年1月14日批准）", Some("2021-01-14")),
            ("发表于：2022-08-05 15:14", Some("2022-08-05")),
            ("日期：2023/7/9", Some("2023-07-09")),
            ("二〇二六年十二月二十一日", Some("2026-12-21")),
            ("中华民国114年5月3日", Some("2025-05-03")),
            ("2026年4月", None),
            ("2021-2025年", None),
        ] {
            assert_eq!(find(text).map(|(date, _)| date).as_deref(), expected, "{text}");
        }
        assert_eq!(years("2021—2025年和二〇三五年").collect::<Vec<_>>(), [2021, 2025, 2035]);
    }
}
