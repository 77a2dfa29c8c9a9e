//! Times that name no year, spans counted from now (五年内, 近三年), and the prepositions before any time.

use crate::{
    lexicon::{
        CLAUSES, Forms, SIGNS, TIME, TimeMeaning, TimePhrase, TimeUse,
        numerals::{self, below_hundred},
        signs,
    },
    span::Span,
};

use super::{
    model::{Frame, TimeMention, TimeRole},
    year::{part_and_tail, part_of_plan, tail},
};

/// The phrase or counted span that starts at `at`.
pub(super) fn read(text: &str, at: usize, frame: Frame) -> Option<TimeMention> {
    if let Some(row) = TimePhrase::starting(text, at) {
        let (start, end) = resolve(row, frame);
        let mut mention = TimeMention::new(Span::new(at, at + row.form.len()), role(row.role), start, end);
        mention.month = row.month;
        mention.relative = row.means != TimeMeaning::Recurring;
        mention.period = start != end || matches!(row.means, TimeMeaning::Plan | TimeMeaning::PastPlan);
        if names_year(row) {
            part_and_tail(text, mention.span.end, &mut mention);
        } else if row.month.is_some() {
            // 三季度|末, 上半年|前
            mention.span.end = tail(text, mention.span.end, &mut mention);
        }
        return Some(mention);
    }
    part_of_plan(text, at, frame).or_else(|| counted(text, at, frame))
}

/// 今年, 明年: a year whose month may follow (明年6月底前).
pub(super) fn names_year(row: &TimePhrase) -> bool {
    let year = matches!(row.means, TimeMeaning::ThisYear | TimeMeaning::LastYear | TimeMeaning::NextYear);
    year && row.role == TimeUse::During
}

fn role(role: TimeUse) -> TimeRole {
    match role {
        TimeUse::By => TimeRole::By,
        TimeUse::During => TimeRole::During,
        TimeUse::Since => TimeRole::Since,
        TimeUse::Recurring => TimeRole::Recurring,
    }
}

fn resolve(row: &TimePhrase, frame: Frame) -> (Option<i32>, Option<i32>) {
    // 全年 is a date in a report of one year; in a plan it names no year.
    let dated = !(row.review && frame.period.is_some() && row.role == TimeUse::During);
    let now = frame.year.filter(|_| dated).map(|year| if row.review && frame.review { year - 1 } else { year });
    let plan = frame.period.or(frame.year.map(|year| (year, year + 4)));
    let both = |year: Option<i32>| (year, year);
    match row.means {
        TimeMeaning::ThisYear => both(now),
        TimeMeaning::LastYear => both(now.map(|y| y - 1)),
        TimeMeaning::TwoYearsAgo => both(now.map(|y| y - 2)),
        TimeMeaning::NextYear => both(now.map(|y| y + 1)),
        TimeMeaning::TwoYears => (now, now.map(|y| y + 1)),
        TimeMeaning::Plan => (plan.map(|p| p.0), plan.map(|p| p.1)),
        TimeMeaning::PlanEnd => both(plan.map(|p| p.1)),
        TimeMeaning::PastPlan => (plan.map(|p| p.0 - 5), plan.map(|p| p.0 - 1)),
        TimeMeaning::MidCentury => both(now.map(|y| y - y % 100 + if y % 100 > 50 { 150 } else { 50 })),
        TimeMeaning::EndCentury => both(now.map(|y| y - (y - 1) % 100 + 99)),
        TimeMeaning::Recurring => (None, None),
    }
}

/// 五年内, 3年内, 近三年, 前五年: counted from the document's own year.
fn counted(text: &str, at: usize, frame: Frame) -> Option<TimeMention> {
    let rest = &text[at..];
    let past = TIME.past.prefix(rest);
    let inside = |c: char| signs::ordinal(c) || c == '.' || numerals::is_common(c);
    let head = past.map_or(0, str::len);
    let (first, len) = count(&rest[head..])?;
    // 今后一、两年内: the later of two; 一、 at the head of a text numbers it.
    let later =
        rest[head + len..].strip_prefix('、').and_then(count).filter(|&(later, _)| at > 0 && later == first + 1);
    let (count, len) = later.map_or((first, len), |(later, width)| (later, len + '、'.len_utf8() + width));
    if past.is_none() && text[..at].ends_with(inside) {
        return None;
    }
    let now = frame.year?;
    let tail = &rest[head + len..];
    let behind = TIME.years_past.prefix(tail).or_else(|| SIGNS.year.prefix(tail).filter(|_| past.is_some()));
    let within = TIME.years_within.prefix(tail).filter(|_| past.is_none());
    let (word, role, start, last) = match (behind, within) {
        (Some(word), _) => (word, TimeRole::During, now - count, now - 1),
        // 毕业2年内: counted from what happened to somebody.
        (None, Some(word)) if TIME.event.suffix(&text[..at]).is_some() => (word, TimeRole::Named, now, now + count - 1),
        (None, Some(word)) => (word, TimeRole::By, now, now + count - 1),
        (None, None) => return None,
    };
    let end = at + head + len + word.len();
    let mut mention = TimeMention::new(Span::new(at, end), role, Some(start), Some(last));
    (mention.period, mention.relative) = (true, true);
    Some(mention)
}

/// How many years, fewer than a hundred, with the length in bytes.
fn count(text: &str) -> Option<(i32, usize)> {
    let c = text.chars().next()?;
    if numerals::digit(c).is_none() && numerals::power(c) != Some(1) {
        return None;
    }
    // 两年 counts, which no date has.
    if numerals::digit(c) == Some(2) && numerals::ordinal(c).is_none() {
        return Some((2, c.len_utf8()));
    }
    below_hundred(text).filter(|&(value, _)| value > 0).map(|(value, len)| (value as i32, len))
}

/// Takes the preposition before a time into its span and lets it set the role.
pub(super) fn take_preposition(text: &str, floor: usize, mention: &mut TimeMention) {
    if mention.role == TimeRole::Recurring {
        return;
    }
    // 按2020年不变价计算, 8亿元（2020年价）: what prices are those of, not when.
    let prices = TIME.price_base.prefix(&text[mention.span.end..]);
    let whole = |word: &str| {
        word.chars().nth(1).is_some() || !text[mention.span.end + word.len()..].starts_with(char::is_alphabetic)
    };
    if prices.is_some_and(whole) {
        mention.role = TimeRole::Named;
        return;
    }
    let before = &text[floor..mention.span.start];
    let classes = [&TIME.until, &TIME.at, &TIME.toward, &TIME.than, &TIME.along, &TIME.from, &TIME.since];
    let Some(word) = Forms::longest_suffix(&classes, before) else { return };
    let reaches = TIME.until.has(word) && TIME.reaching.suffix(before).is_some();
    let compared = TIME.compared_mark.prefix(&text[mention.span.end..]);
    let along = TIME.along.has(word);
    if reaches || TIME.likened.suffix(before).is_some() || (along && compared.is_none()) {
        return;
    }
    if along {
        mention.span.end += compared.map_or(0, str::len);
    }
    let own = if TIME.strives.has(word) { SIGNS.to.suffix(word).unwrap_or(word) } else { word };
    mention.span.start -= own.len();
    let rest = &text[mention.span.end..];
    if TIME.at.has(word) && builds_on(rest) {
        mention.span.end += TIME.basis.prefix(rest).map_or(0, str::len);
        mention.role = TimeRole::Compared;
        return;
    }
    let after = SIGNS.of.strip_prefix(rest).unwrap_or("");
    // 由“十三五”期间的|平均3亿吨
    let after = CLAUSES.average.strip_prefix(after).unwrap_or(after);
    if TIME.from.has(word) && after.starts_with(|c: char| c.is_ascii_digit()) {
        mention.role = TimeRole::From;
    } else if let Some(role) = role_under(word, mention) {
        mention.role = role;
    }
}

/// How far behind a time the word may stand that makes it the one a phrase builds on, in characters.
const BASIS: usize = 24;

/// 在2020年|基础上, 在2020年|500家的基础上: whether the phrase that goes on with `rest` builds on what was then.
fn builds_on(rest: &str) -> bool {
    let phrase = rest.split(['，', '。', '；', '：', '、']).next().unwrap_or(rest);
    TIME.basis.find(phrase).is_some_and(|(at, _)| phrase[..at].chars().count() <= BASIS)
}

/// The role that the preposition `word` gives; `None` where the time keeps its own.
fn role_under(word: &str, mention: &TimeMention) -> Option<TimeRole> {
    let from = TIME.from.has(word);
    match () {
        () if mention.period && (from || TIME.since.has(word) && mention.role == TimeRole::During) => {
            Some(TimeRole::During)
        }
        () if mention.role == TimeRole::Named || TIME.at.has(word) => None,
        // 展望未来五年: what the years ahead may bring is nothing that shall be.
        () if TIME.outlook.has(word) && mention.period => None,
        () if TIME.until.has(word) => Some(TimeRole::By),
        () if TIME.toward.has(word) => Some(TimeRole::Named),
        () if TIME.since.has(word) => Some(TimeRole::Since),
        () if from => Some(TimeRole::From),
        () => Some(TimeRole::Compared),
    }
}
