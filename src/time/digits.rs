//! Dates in digits and signs: `2021-06-14`, `2023/12/31`, `2023.12`.

use crate::{
    lexicon::{TIME, numerals, signs, units::Units, years},
    span::Span,
};

use super::{
    model::{TimeMention, TimeRole},
    year::{range_sign, tail},
};

/// Whether what stands before `at` goes on into the digits there.
pub(super) fn joined(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    before.is_some_and(|c| {
        c.is_ascii_alphanumeric() || numerals::is_common(c) || ".,-/:—－~～﹐﹒".contains(c) || signs::ordinal(c)
    })
}

/// A day: 2021-06-14, 2021/6/14, 2021.6.14.
pub(super) fn day(text: &str, at: usize) -> Option<TimeMention> {
    let (year, sign, end) = year(text, at)?;
    let (month, end) = part(text, end, 12)?;
    let (day, end) = part(text, text[end..].starts_with(sign).then_some(end + 1)?, 31)?;
    if text[end..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '%' | '/' | '-' | '.')) {
        return None;
    }
    Some(mention(text, Span::new(at, end), (year, month, Some(day))))
}

/// A month behind a preposition or before 前: 到2023.12, 2023/12前.
pub(super) fn month(text: &str, at: usize) -> Option<TimeMention> {
    let (year, _, end) = year(text, at)?;
    let (month, end) = part(text, end, 12)?;
    let led = [&TIME.until, &TIME.since, &TIME.at].iter().any(|class| class.suffix(&text[..at]).is_some())
        && TIME.reaching.suffix(&text[..at]).is_none();
    let rest = &text[end..];
    let closed = !rest.starts_with(|c: char| c.is_alphanumeric() || "%‰.-/:".contains(c));
    let dated = TIME.before.prefix(rest).is_some() || TIME.close.prefix(rest).is_some_and(|word| !TIME.full.has(word));
    (dated || (led && closed)).then(|| mention(text, Span::new(at, end), (year, month, None)))
}

/// From month to month: 2026.6—2027.5, 2025/9—2026/3, 2026-09至2027-03.
pub(super) fn months(text: &str, at: usize) -> Option<TimeMention> {
    let (first, sign, end) = year(text, at)?;
    let (_, end) = part(text, end, 12)?;
    let from = end + range_sign(&text[end..])?;
    let (last, _, end) = year_at(text, from).filter(|&(last, other, _)| other == sign && last >= first)?;
    let (month, end) = part(text, end, 12)?;
    // 2026.6—2027.5亿元
    let behind: Vec<char> = text[end..].chars().take(LONGEST_UNIT).collect();
    let counts =
        behind.first().is_some_and(|&c| c.is_ascii_alphanumeric() || numerals::is_common(c) || "%‰.-/:".contains(c));
    if counts || Units::get().at(&behind, 0).is_some() {
        return None;
    }
    let mut mention = TimeMention::new(Span::new(at, end), TimeRole::During, Some(first), Some(last));
    (mention.month, mention.period) = (Some(month), true);
    mention.span.end = tail(text, end, &mut mention);
    Some(mention)
}

/// Characters of a unit behind a number.
const LONGEST_UNIT: usize = 6;

/// Four digits of a year and the sign behind them: the year, the sign, where what follows the sign starts.
fn year(text: &str, at: usize) -> Option<(i32, char, usize)> {
    year_at(text, at).filter(|_| !joined(text, at))
}

fn year_at(text: &str, at: usize) -> Option<(i32, char, usize)> {
    let year: i32 = text.get(at..at + 4)?.parse().ok().filter(|&year: &i32| years::is_told(year))?;
    let sign = text[at + 4..].chars().next().filter(|c| matches!(c, '-' | '/' | '.'))?;
    Some((year, sign, at + 5))
}

/// One or two digits at `at` that make a number of `1..=most`, and where they end.
fn part(text: &str, at: usize, most: u32) -> Option<(u32, usize)> {
    let len = text[at..].bytes().take(3).take_while(u8::is_ascii_digit).count();
    let value = text[at..at + len].parse().ok().filter(|value| (1..=most).contains(value))?;
    (len <= 2).then_some((value, at + len))
}

fn mention(text: &str, span: Span, (year, month, day): (i32, u32, Option<u32>)) -> TimeMention {
    let mut mention = TimeMention::new(span, TimeRole::During, Some(year), Some(year));
    (mention.month, mention.day) = (Some(month), day);
    mention.span.end = tail(text, span.end, &mut mention);
    mention
}
