//! Years, dates, ranges of years and plan periods (“十四五”).

use crate::{
    lexicon::{
        CLAUSES, Forms, QUANTITY, TIME, TimePhrase,
        numerals::{self, below_hundred},
        signs, years,
    },
    span::{self, Span},
};

use super::model::{Frame, TimeMention, TimeRole};

/// The year, date, range or plan period that starts at `at`.
pub(super) fn read(text: &str, at: usize, frame: Frame) -> Option<TimeMention> {
    plan_period(text, at).or_else(|| calendar(text, at)).or_else(|| month(text, at, frame))
}

/// Four digits of any script at the head of `rest` that are a year plans speak of, with their length in bytes.
fn four_digits(rest: &str) -> Option<(i32, usize)> {
    let (year, _, len) = numerals::digits(rest).filter(|&(year, count, _)| count == 4 && years::is_told(year))?;
    Some((year as i32, len))
}

/// A dash or a word between the two ends of a range, with its length.
pub(super) fn range_sign(rest: &str) -> Option<usize> {
    let dashes = rest.chars().take_while(|c| "-—–－~～―─".contains(*c)).map(char::len_utf8).sum::<usize>();
    if dashes > 0 { Some(dashes) } else { TIME.joins.prefix(rest).map(str::len) }
}

fn calendar(text: &str, at: usize) -> Option<TimeMention> {
    let before = text[..at].chars().next_back();
    if before.is_some_and(|c| numerals::digit(c).is_some() || c == '.') {
        return None;
    }
    let (first, mut end) = four_digits(&text[at..]).map(|(year, len)| (year, at + len))?;
    let behind = text[end..].strip_prefix(signs::year);
    let named = behind.is_some();
    end = behind.map_or(end, |behind| text.len() - behind.len());
    if let Some((last, stop)) = second_year(text, end, named, first) {
        let mut mention = TimeMention::new(Span::new(at, stop), TimeRole::During, Some(first), Some(last));
        mention.period = true;
        mention.span.end = tail(text, stop, &mut mention);
        return (first < last).then_some(mention);
    }
    let listed = !named && is_listed(&text[end..], first);
    if !(named || listed) || TIME.entrants.prefix(&text[end..]).is_some() {
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
        rest[len..].starts_with(signs::year).then_some((year, len))
    };
    let (year, len) = four_digits(rest).or_else(short)?;
    let stop = end + sign + len;
    let rest = &text[stop..];
    match rest.strip_prefix(signs::year) {
        Some(behind) => Some((year, stop + rest.len() - behind.len())),
        None if !named && rest.starts_with(['）', ')', '"', '”']) => Some((year, stop)),
        None => None,
    }
}

/// Whether `rest`, behind the year `first`, goes on to later years that a 年 closes: 2023、2024、2025年.
fn is_listed(rest: &str, first: i32) -> bool {
    const MEMBERS: usize = 12;
    let (mut rest, mut last) = (rest, first);
    for _ in 0..MEMBERS {
        let Some(next) = QUANTITY.joins.strip_prefix(rest) else { return false };
        let Some((year, len)) = four_digits(next).filter(|&(year, _)| year > last) else { return false };
        (rest, last) = (&next[len..], year);
        if rest.starts_with(signs::year) {
            return true;
        }
    }
    false
}

/// The number below a hundred before `unit` at the head of `rest`, and what follows `unit`.
pub(super) fn number_before(rest: &str, unit: fn(char) -> bool) -> Option<(u32, &str)> {
    let (value, len) = below_hundred(rest)?;
    rest[len..].strip_prefix(unit).map(|after| (value, after))
}

fn month_and_day(text: &str, end: usize) -> (Option<u32>, Option<u32>, usize) {
    let Some((month, rest)) = number_before(&text[end..], signs::month).filter(|(m, _)| (1..=12).contains(m)) else {
        return (None, None, end);
    };
    // 9月|份, unlike 9月|份额
    let parts = [&TIME.month_noun, &TIME.month_word];
    let noun = Forms::longest_prefix(&parts, rest).filter(|noun| TIME.month_noun.has(noun));
    let rest = &rest[noun.map_or(0, str::len)..];
    match number_before(rest, signs::day).filter(|(d, _)| (1..=31).contains(d)) {
        Some((day, rest)) => (Some(month), Some(day), text.len() - rest.len()),
        None => (Some(month), None, text.len() - rest.len()),
    }
}

/// Reads 底, 末, 前, 以来, 起 after a year; sets the role; gives where the expression ends.
pub(super) fn tail(text: &str, mut end: usize, mention: &mut TimeMention) -> usize {
    // 2025年内, unlike 2025年|内蒙古
    let inside =
        || Forms::longest_prefix(&[&TIME.inside, &TIME.placed_word], &text[end..]).filter(|word| TIME.inside.has(word));
    if let Some(word) = TIME.close.prefix(&text[end..]).or_else(inside) {
        end += word.len();
        mention.role = TimeRole::By;
    }
    let rest = &text[end..];
    let classes = [&TIME.along_with, &TIME.onward, &TIME.before, &TIME.front_word];
    let Some(word) = Forms::longest_prefix(&classes, rest) else { return end };
    let closes = !TIME.when.has(word) || rest[word.len()..].starts_with(['，', '。', '；']);
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
    if text[..at].ends_with(|c: char| signs::year(c) || numerals::is_common(c)) {
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
    let open = rest.chars().next().filter(|c| matches!(*c, '“' | '"' | '‘'));
    let inner = open.map_or(rest, |c| &rest[c.len_utf8()..]);
    let (number, len) = plan_number(inner)?;
    let mut end = at + rest.len() - inner.len() + len;
    let closed = text[end..].chars().next().filter(|c| matches!(*c, '”' | '"' | '’'));
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
    let rest = inner.strip_prefix(|c| numerals::power(c) == Some(1));
    let (tens, rest) = rest.map_or((0, inner), |rest| (10, rest));
    let digit = rest.chars().next()?;
    let unit = numerals::ordinal(digit).filter(|&d| d > 0 && !digit.is_ascii_digit()).map(i32::from)?;
    let behind = &rest[digit.len_utf8()..];
    match behind.strip_prefix(signs::five) {
        Some(after) => Some((tens + unit, inner.len() - after.len())),
        None => (tens > 0 && signs::five(digit)).then_some((tens, inner.len() - behind.len())),
    }
}

/// Without quotation marks only a word that can follow nothing but a period makes it one.
fn bare_period_follows(text: &str, at: usize, end: usize) -> bool {
    let alone = !text[..at].ends_with(|c: char| signs::ordinal(c) || (numerals::is_common(c) && !c.is_ascii_digit()));
    let classes = [&TIME.plan_span, &TIME.plan_close, &TIME.plan_noun];
    let follows =
        Forms::longest_prefix(&classes, &text[end..]).is_some() || TIME.up_to_now.prefix(&text[end..]).is_some();
    alone && follows
}

fn period_tail(text: &str, end: usize, mention: &mut TimeMention) {
    let rest = &text[end..];
    if let Some((first, count, len)) = years_of_period(rest) {
        if first {
            mention.end = mention.start.map(|start| start + count - 1);
        }
        mention.span.end = end + len;
        return;
    }
    // “十四五”|第一年, “十四五”|收官之年
    if let Some(word) = Forms::longest_prefix(&[&TIME.plan_opens, &TIME.plan_ends], rest) {
        if TIME.plan_opens.has(word) {
            mention.end = mention.start
        } else {
            mention.start = mention.end
        }
        mention.span.end = end + word.len();
        // 今年是|“十四五”开局之年: what a year is called dates nothing.
        let copula = CLAUSES.copula.suffix(&text[..mention.span.start]);
        if copula.is_some_and(|word| !TIME.at.has(word)) {
            mention.role = TimeRole::Named;
        }
        return;
    }
    let classes = [&TIME.plan_span, &TIME.plan_close, &TIME.onward, &TIME.plan_word, &TIME.plan_noun];
    let Some(word) = Forms::longest_prefix(&classes, rest).filter(|word| !TIME.from_then.has(word)) else { return };
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

/// How far apart the two parts of a plan period may be told, in bytes.
const APART: usize = 240;

/// 规划期|前四年, 前三年…；|后两年…: the first or last years of the document's own period, where the word for it stands before them or the rest
/// of the period is told as well.
pub(super) fn part_of_plan(text: &str, at: usize, frame: Frame) -> Option<TimeMention> {
    let (start, end) = frame.period?;
    let opens = |at: usize| text[..at].is_empty() || text[..at].ends_with(['，', '；', '。', '\n', '”']);
    // “十四五”前半程…，|后半程…
    if let Some(word) = TIME.plan_later.prefix(&text[at..]).filter(|_| opens(at)) {
        let before = &text[span::floor(text, at.saturating_sub(APART))..at];
        let mut mention = TimeMention::new(Span::new(at, at + word.len()), TimeRole::During, Some(start), Some(end));
        mention.period = true;
        return TIME.plan_middle.is_in(before).then_some(mention);
    }
    let (first, count, len) = years_of_period(&text[at..]).filter(|&(_, count, _)| count <= end - start)?;
    let led = TIME.plan_term.suffix(&text[..at]).map_or(0, str::len);
    let before = span::floor(text, at.saturating_sub(APART));
    let beside = if first { &text[at + len..span::floor(text, at + len + APART)] } else { &text[before..at] };
    let other = if first { &TIME.last_years } else { &TIME.first_years };
    let whole = |(part, years, _): (bool, i32, usize)| part != first && years + count <= end - start + 1;
    let told = || {
        let from = if first { at + len } else { before };
        let mut places = other.places(beside).into_iter().filter(|&place| opens(from + place));
        places.any(|place| years_of_period(&beside[place..]).is_some_and(whole))
    };
    // 前三年免征、|后两年减半: how long something is granted.
    if led == 0 && !(opens(at) && told()) {
        return None;
    }
    let (start, end) = if first { (start, start + count - 1) } else { (end - count + 1, end) };
    let mut mention = TimeMention::new(Span::new(at - led, at + len), TimeRole::During, Some(start), Some(end));
    mention.period = true;
    Some(mention)
}

/// 前四年, 后两年 of a plan period at the head of `rest`: whether the first, how many years, bytes.
fn years_of_period(rest: &str) -> Option<(bool, i32, usize)> {
    let first = TIME.first_years.strip_prefix(rest);
    let counted = first.or_else(|| TIME.last_years.strip_prefix(rest))?;
    let digit = counted.chars().next()?;
    let count = numerals::digit(digit).filter(|d| (1..=5).contains(d))?;
    let behind = counted[digit.len_utf8()..].strip_prefix(signs::year)?;
    Some((first.is_some(), i32::from(count), rest.len() - behind.len()))
}
