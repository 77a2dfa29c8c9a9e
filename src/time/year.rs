//! Years, dates, ranges of years and plan periods (“十四五”).

use crate::{
    lexicon::{
        CLAUSES, Forms, TIME, TimePhrase,
        numerals::{self, below_hundred},
    },
    span::Span,
};

use super::model::{Frame, TimeMention, TimeRole};

/// The year, date, range or plan period that starts at `at`.
pub(super) fn read(text: &str, at: usize, frame: Frame) -> Option<TimeMention> {
    plan_period(text, at).or_else(|| calendar(text, at)).or_else(|| month(text, at, frame))
}

/// Four digits of any script at the head of `rest` that are a year plans speak of, with their length in bytes.
fn four_digits(rest: &str) -> Option<(i32, usize)> {
    let (year, _, len) =
        numerals::digits(rest).filter(|&(year, count, _)| count == 4 && (1900..=2100).contains(&year))?;
    Some((year as i32, len))
}

/// A dash or a word between the two ends of a range, with its length.
fn range_sign(rest: &str) -> Option<usize> {
    let dashes = rest.chars().take_while(|c| "-—–－~～―─".contains(*c)).map(char::len_utf8).sum::<usize>();
    if dashes > 0 { Some(dashes) } else { TIME.joins.prefix(rest).map(str::len) }
}

fn calendar(text: &str, at: usize) -> Option<TimeMention> {
    let before = text[..at].chars().next_back();
    if before.is_some_and(|c| numerals::digit(c).is_some() || c == '.') {
        return None;
    }
    let (first, mut end) = four_digits(&text[at..]).map(|(year, len)| (year, at + len))?;
    let named = text[end..].starts_with('年');
    if named {
        end += '年'.len_utf8();
    }
    if let Some((last, stop)) = second_year(text, end, named, first) {
        let mut mention = TimeMention::new(Span::new(at, stop), TimeRole::During, Some(first), Some(last));
        mention.period = true;
        mention.span.end = tail(text, stop, &mut mention);
        return (first < last).then_some(mention);
    }
    let listed = !named && is_listed(&text[end..], first);
    if !(named || listed) || text[end..].starts_with('级') {
        return None;
    }
    let mut mention = TimeMention::new(Span::new(at, end), TimeRole::During, Some(first), Some(first));
    if named {
        part_and_tail(text, end, &mut mention);
    }
    Some(mention)
}

/// Reads the month and day, quarter or half, and the words that close the expression, all behind the year that ends at `end`.
pub(super) fn part_and_tail(text: &str, end: usize, mention: &mut TimeMention) {
    let mut stop;
    (mention.month, mention.day, stop) = month_and_day(text, end);
    if let Some(part) = TimePhrase::starting(text, end).filter(|row| row.month.is_some() && mention.month.is_none()) {
        (mention.month, stop) = (part.month, end + part.form.len());
    }
    mention.span.end = tail(text, stop, mention);
}

/// The second year of a range and where it ends; one of the two must be followed by 年, or brackets enclose them. Two
/// digits (2022-24年) are a year of the century of `first`.
fn second_year(text: &str, end: usize, named: bool, first: i32) -> Option<(i32, usize)> {
    let sign = range_sign(&text[end..])?;
    let rest = &text[end + sign..];
    let short = || {
        let (year, _, len) = numerals::digits(rest).filter(|&(_, count, _)| count == 2 && !named)?;
        let year = first - first % 100 + year as i32;
        rest[len..].starts_with('年').then_some((year, len))
    };
    let (year, len) = four_digits(rest).or_else(short)?;
    let stop = end + sign + len;
    let rest = &text[stop..];
    match rest.strip_prefix('年') {
        Some(_) => Some((year, stop + '年'.len_utf8())),
        None if !named && rest.starts_with(['）', ')', '"', '”']) => Some((year, stop)),
        None => None,
    }
}

/// Whether `rest`, behind the year `first`, goes on to later years that a 年 closes: 2023、2024、2025年.
fn is_listed(rest: &str, first: i32) -> bool {
    const MEMBERS: usize = 12;
    let (mut rest, mut last) = (rest, first);
    for _ in 0..MEMBERS {
        let Some(next) = CLAUSES.conjunction.strip_prefix(rest) else { return false };
        let Some((year, len)) = four_digits(next).filter(|&(year, _)| year > last) else { return false };
        (rest, last) = (&next[len..], year);
        if rest.starts_with('年') {
            return true;
        }
    }
    false
}

/// The number below a hundred before `unit` at the head of `rest`, and what follows `unit`.
pub(super) fn number_before<'a>(rest: &'a str, unit: &str) -> Option<(u32, &'a str)> {
    let (value, len) = below_hundred(rest)?;
    rest[len..].strip_prefix(unit).map(|after| (value, after))
}

pub(super) fn month_and_day(text: &str, end: usize) -> (Option<u32>, Option<u32>, usize) {
    let Some((month, rest)) = number_before(&text[end..], "月").filter(|(m, _)| (1..=12).contains(m)) else {
        return (None, None, end);
    };
    match number_before(rest, "日").filter(|(d, _)| (1..=31).contains(d)) {
        Some((day, rest)) => (Some(month), Some(day), text.len() - rest.len()),
        None => (Some(month), None, text.len() - rest.len()),
    }
}

/// Reads 底, 末, 前, 以来, 起 after a year; sets the role; gives where the expression ends.
pub(super) fn tail(text: &str, mut end: usize, mention: &mut TimeMention) -> usize {
    if let Some(word) = TIME.close.prefix(&text[end..]) {
        end += word.len();
        mention.role = TimeRole::By;
    }
    let rest = &text[end..];
    let classes = [&TIME.along_with, &TIME.onward, &TIME.before, &TIME.front_word];
    let Some(word) = Forms::longest_prefix(&classes, rest) else { return end };
    let closes = word != "时" || rest[word.len()..].starts_with(['，', '。', '；']);
    if TIME.front_word.has(word) || !closes {
        return end;
    }
    mention.role = match () {
        () if TIME.before.has(word) => TimeRole::By,
        () if TIME.onward.has(word) => TimeRole::Since,
        () => TimeRole::During,
    };
    end + word.len()
}

/// 6月底前, 3月: a month of the year that the sentence or the document speaks of.
fn month(text: &str, at: usize, frame: Frame) -> Option<TimeMention> {
    if text[..at].ends_with(|c: char| c == '年' || numerals::is_common(c)) {
        return None;
    }
    let (month, day, end) = month_and_day(text, at);
    // A report of one year that reviews the year before speaks of its months.
    let year = frame.year.map(|year| year - i32::from(frame.review && frame.period.is_none()));
    let mut mention = TimeMention::new(Span::new(at, end), TimeRole::During, year, year);
    (mention.month, mention.day, mention.relative) = (Some(month?), day, true);
    mention.span.end = tail(text, end, &mut mention);
    Some(mention)
}

/// First and last year of the `n`-th five-year plan (the 14th: 2021–2025).
fn plan_years(n: i32) -> (i32, i32) {
    (1951 + 5 * n, 1955 + 5 * n)
}

/// “十四五”, with 时期, 期间, 末, 以来, 前四年 and the like behind it.
fn plan_period(text: &str, at: usize) -> Option<TimeMention> {
    let rest = &text[at..];
    let open = rest.chars().next().filter(|c| "“\"‘".contains(*c));
    let inner = open.map_or(rest, |c| &rest[c.len_utf8()..]);
    let (number, len) = plan_number(inner)?;
    let mut end = at + rest.len() - inner.len() + len;
    let closed = text[end..].chars().next().filter(|c| "”\"’".contains(*c));
    match (open, closed) {
        (Some(_), Some(close)) => end += close.len_utf8(),
        (Some(_), None) => return None,
        (None, _) if !bare_period_follows(text, at, end) => return None,
        (None, _) => {}
    }
    let (start, last) = plan_years(number);
    let mut mention = TimeMention::new(Span::new(at, end), TimeRole::During, Some(start), Some(last));
    mention.period = true;
    period_tail(text, end, &mut mention);
    Some(mention)
}

/// `十四五` → 14, with its length in bytes; only plans that there were or will be.
fn plan_number(inner: &str) -> Option<(i32, usize)> {
    const HAN: usize = '五'.len_utf8();
    let plain = |c: char| numerals::ordinal(c).filter(|&d| d > 0 && !c.is_ascii_digit()).map(i32::from);
    let mut chars = inner.chars();
    let first = chars.next()?;
    let second = chars.next()?;
    if first != '十' {
        return plain(first).filter(|_| second == '五').map(|number| (number, 2 * HAN));
    }
    let unit = plain(second)?;
    match chars.next() {
        Some('五') => Some((10 + unit, 3 * HAN)),
        _ => (second == '五').then_some((10, 2 * HAN)),
    }
}

/// Without quotation marks only a word that can follow nothing but a period makes it one.
fn bare_period_follows(text: &str, at: usize, end: usize) -> bool {
    let alone = !text[..at].ends_with(|c: char| c == '第' || (numerals::is_common(c) && !c.is_ascii_digit()));
    let classes = [&TIME.plan_span, &TIME.plan_close, &TIME.plan_noun];
    let follows = Forms::longest_prefix(&classes, &text[end..]).is_some() || text[end..].starts_with("以来");
    alone && follows
}

fn period_tail(text: &str, end: usize, mention: &mut TimeMention) {
    let rest = &text[end..];
    if let Some((sign, count, len)) = years_of_period(rest) {
        if sign == '前' {
            mention.end = mention.start.map(|start| start + count - 1);
        }
        mention.span.end = end + len;
        return;
    }
    let classes = [&TIME.plan_span, &TIME.plan_close, &TIME.onward, &TIME.plan_word, &TIME.plan_noun];
    let Some(word) = Forms::longest_prefix(&classes, rest).filter(|&word| word != "起") else { return };
    mention.span.end = end + word.len();
    mention.role = match () {
        () if TIME.plan_span.has(word) => TimeRole::During,
        () if TIME.plan_close.has(word) => TimeRole::By,
        () if TIME.onward.has(word) => TimeRole::Since,
        () => TimeRole::Named,
    };
    if TIME.plan_middle.has(word) {
        mention.end = mention.start.map(|start| start + 2);
    }
    if mention.role == TimeRole::By {
        mention.start = mention.end;
    }
}

/// 前四年, 后两年 of a plan period at the head of `rest`: which end, how many years, bytes.
fn years_of_period(rest: &str) -> Option<(char, i32, usize)> {
    let sign = rest.chars().next().filter(|c| matches!(c, '前' | '后'))?;
    let digit = rest[sign.len_utf8()..].chars().next()?;
    let count = numerals::digit(digit).filter(|d| (1..=5).contains(d))?;
    let len = sign.len_utf8() + digit.len_utf8();
    rest[len..].starts_with('年').then_some((sign, i32::from(count), len + '年'.len_utf8()))
}
