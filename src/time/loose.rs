//! Times that plan prose has no use for or leaves open: eras, far years, years of two digits (`公元1368年`, `九八年`), and
//! the words behind a year that only place what follows (`2018年之后`).

use crate::{
    lexicon::{Forms, TIME, numerals, signs, years},
    span::Span,
};

use super::{
    digits::{self, joined},
    model::{TimeMention, TimeRole},
    republic,
    year::{number_before, part_and_tail},
};

/// Two digits up to here are years of this century.
const PIVOT: i32 = 30;

/// The last year of this century that a plan dates something by.
const FARTHEST: u32 = 60;

/// The time that starts at `at`.
pub(super) fn read(text: &str, at: usize) -> Option<TimeMention> {
    era(text, at).or_else(|| digits::day(text, at)).or_else(|| far(text, at)).or_else(|| short(text, at))
}

/// Whether it is the name of a decade (二零二零年代).
pub(super) fn decade(text: &str, mention: &TimeMention) -> bool {
    text[..mention.span.end].ends_with(signs::year) && TIME.decade.prefix(&text[mention.span.end..]).is_some()
}

/// Takes the words behind a year into its span: 之后, 内, 开始.
pub(super) fn extend(text: &str, mention: &mut TimeMention) {
    let Some(word) = Forms::longest_prefix(&[&TIME.placed, &TIME.placed_word], &text[mention.span.end..]) else {
        return;
    };
    if mention.start.is_some() && TIME.placed.has(word) {
        mention.span.end += word.len();
    }
}

/// A run of up to four digits of any script: its value, its length in characters and in bytes.
fn run(rest: &str) -> Option<(i32, usize, usize)> {
    numerals::digits(rest).filter(|&(_, count, _)| count <= 4).map(|(value, count, len)| (value as i32, count, len))
}

fn whole_year(text: &str, at: usize, year: i32, end: usize) -> TimeMention {
    let mut mention = TimeMention::new(Span::new(at, end), TimeRole::During, Some(year), Some(year));
    part_and_tail(text, end, &mut mention);
    mention
}

/// 公元前221年, 公元1368年, 民国三十八年.
fn era(text: &str, at: usize) -> Option<TimeMention> {
    if let Some(year) = republic::named(text, at) {
        return Some(year);
    }
    let body = TIME.era.strip_prefix(&text[at..])?;
    let (body, sign) = TIME.before_era.strip_prefix(body).map_or((body, 1), |body| (body, -1));
    let (year, _, len) = run(body)?;
    let after = body[len..].strip_prefix(signs::year)?;
    Some(whole_year(text, at, sign * year, text.len() - after.len()))
}

/// 1368年: four digits outside the years that plans speak of may be a length as well.
fn far(text: &str, at: usize) -> Option<TimeMention> {
    let (year, _, len) = run(&text[at..]).filter(|&(year, count, _)| count == 4 && (1000..3000).contains(&year))?;
    let rest = text[at + len..].strip_prefix(signs::year).filter(|_| !joined(text, at));
    let Some(after) = rest else { return fiscal(text, at, year, at + len) };
    if TIME.cohort.prefix(after).is_some_and(|word| !TIME.aged.has(word)) {
        return None;
    }
    let mut mention = whole_year(text, at, year, text.len() - after.len());
    mention.unsure = mention.month.is_none() && text[at..].starts_with(|c: char| c.is_ascii_digit());
    Some(mention)
}

/// 2024财年, 2024财政年度: a year of accounts or of schools.
pub(super) fn of_accounts(text: &str, at: usize) -> Option<TimeMention> {
    let (year, _, len) = run(&text[at..]).filter(|&(year, count, _)| count == 4 && years::is_told(year))?;
    fiscal(text, at, year, at + len)
}

/// 2019财年, 2018上半年.
fn fiscal(text: &str, at: usize, year: i32, end: usize) -> Option<TimeMention> {
    let word = TIME.year_kind.prefix(&text[end..]).filter(|_| !joined(text, at))?;
    Some(TimeMention::new(Span::new(at, end + word.len()), TimeRole::During, Some(year), Some(year)))
}

/// 23年底, 24年3月, 24年上半年: two digits that nothing but a year can be.
pub(super) fn dated(text: &str, at: usize) -> Option<TimeMention> {
    let rest = &text[at..];
    let (number, after) = number_before(rest, signs::year).filter(|&(number, _)| number <= FARTHEST)?;
    let closes = TIME.close.prefix(after).is_some_and(|word| !TIME.full.has(word));
    let digits = rest.as_bytes().first_chunk::<2>().is_some_and(|pair| pair.iter().all(u8::is_ascii_digit));
    if !digits || joined(text, at) {
        return None;
    }
    let mention = whole_year(text, at, 2000 + number as i32, text.len() - after.len());
    (closes || mention.month.is_some()).then_some(mention)
}

/// 九八年, 08年, 98年3月, 24年: a year of two digits; where it may be a length of time it is unsure.
fn short(text: &str, at: usize) -> Option<TimeMention> {
    let rest = &text[at..];
    let (number, _, len) = run(rest).filter(|&(_, count, _)| count == 2)?;
    let after = rest[len..].strip_prefix(signs::year)?;
    let arabic = rest.as_bytes()[..2].iter().all(u8::is_ascii_digit);
    let chinese = rest.chars().take(2).all(|c| !c.is_ascii_digit());
    if joined(text, at) || !(arabic || chinese) || TIME.cohort.prefix(after).is_some() {
        return None;
    }
    let year = if number <= PIVOT { 2000 + number } else { 1900 + number };
    let mut mention = whole_year(text, at, year, text.len() - after.len());
    let (tens, ones) = (number / 10, number % 10);
    let dated =
        mention.month.is_some() || tens == 0 || TIME.close.prefix(after).is_some_and(|word| !TIME.own_close.has(word));
    // 七八年 are seven or eight years, or 1978.
    let span = chinese && (ones == tens + 1 || number == 35);
    mention.unsure = !dated && (arabic || span);
    let fits = if arabic { stands_alone(&text[..at], after) } else { !span || tens > 5 };
    (dated || fits).then_some(mention)
}

/// Whether nothing around 24年 makes it a length of time.
fn stands_alone(before: &str, after: &str) -> bool {
    let closed = |c: char| !c.is_alphanumeric();
    let prepositions = [&TIME.at, &TIME.from, &TIME.since, &TIME.until];
    let opens = before.chars().next_back().is_none_or(closed) || Forms::longest_suffix(&prepositions, before).is_some();
    let ends = after.chars().next().is_none_or(closed) || TIME.goes_on.prefix(after).is_some();
    opens && ends
}
