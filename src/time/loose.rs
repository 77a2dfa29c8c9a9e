//! Times that plan prose has no use for or leaves open: eras, dates in digits, years of two digits (`公元1368年`,
//! `2021-06-14`, `九八年`), and the words behind a year that only place what follows (`2018年之后`).

use crate::span::Span;

use super::{
    TimeMention, TimeRole,
    year::{month_and_day, number_before, tail},
};

/// Two digits up to here are years of this century.
const PIVOT: i32 = 30;

/// The time that starts at `at`.
pub(super) fn read(text: &str, at: usize) -> Option<TimeMention> {
    era(text, at).or_else(|| in_digits(text, at)).or_else(|| far(text, at)).or_else(|| short(text, at))
}

/// Whether it is the name of a decade (二零二零年代).
pub(super) fn decade(text: &str, mention: &TimeMention) -> bool {
    text[..mention.span.end].ends_with('年') && text[mention.span.end..].starts_with('代')
}

/// Takes the words behind a year into its span: 之后, 内, 开始.
pub(super) fn extend(text: &str, mention: &mut TimeMention) {
    let rest = &text[mention.span.end..];
    let words = ["之后", "以后", "之内", "以内", "开始", "左右", "期间", "后", "内"];
    let Some(word) = words.into_iter().find(|word| rest.starts_with(word)) else { return };
    let after = &rest[word.len()..];
    let part_of_word = word.chars().count() == 1 && after.starts_with(['期', '续', '勤', '备', '来', '容', '部', '外']);
    if mention.start.is_some() && !part_of_word {
        mention.span.end += word.len();
    }
}

fn digit(c: char) -> Option<i32> {
    let chinese = || "〇一二三四五六七八九".chars().position(|d| d == c).map(|d| d as i32);
    c.to_digit(10).map(|d| d as i32).or_else(chinese).or((c == '零').then_some(0))
}

/// A run of digits of any script: its value, its length in characters and in bytes.
fn run(rest: &str) -> Option<(i32, usize, usize)> {
    let (mut value, mut count, mut len) = (0, 0, 0);
    for (c, d) in rest.chars().map_while(|c| digit(c).map(|d| (c, d))) {
        (value, count, len) = (value * 10 + d, count + 1, len + c.len_utf8());
        if count > 4 {
            return None;
        }
    }
    (count > 0).then_some((value, count, len))
}

fn whole_year(text: &str, at: usize, year: i32, end: usize) -> TimeMention {
    let mut mention = TimeMention::new(Span::new(at, end), TimeRole::During, Some(year), Some(year));
    let stop;
    (mention.month, mention.day, stop) = month_and_day(text, end);
    mention.span.end = tail(text, stop, &mut mention);
    mention
}

/// 公元前221年, 公元1368年, 民国三十八年.
fn era(text: &str, at: usize) -> Option<TimeMention> {
    let rest = &text[at..];
    if let Some(body) = rest.strip_prefix("民国") {
        let (year, after) = number_before(body, "年").filter(|&(n, _)| (1..=99).contains(&n))?;
        return Some(whole_year(text, at, 1911 + year as i32, text.len() - after.len()));
    }
    let body = ["公元", "西元", "公历"].into_iter().find_map(|word| rest.strip_prefix(word))?;
    let (body, sign) = body.strip_prefix('前').map_or((body, 1), |body| (body, -1));
    let (year, _, len) = run(body)?;
    let after = body[len..].strip_prefix('年')?;
    Some(whole_year(text, at, sign * year, text.len() - after.len()))
}

/// Whether what stands before `at` goes on into the digits there.
fn joined(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    before.is_some_and(|c| {
        c.is_ascii_alphanumeric() || digit(c).is_some() || "十百千万亿第零廿卅两.,-/:—－~～﹐﹒".contains(c)
    })
}

/// 2021-06-14, 2021/6/14, 2021.6.14.
fn in_digits(text: &str, at: usize) -> Option<TimeMention> {
    if joined(text, at) {
        return None;
    }
    let rest = &text[at..];
    let sign = rest.chars().nth(4).filter(|c| matches!(c, '-' | '/' | '.'))?;
    let mut parts = rest.splitn(3, sign);
    let (year, month, last) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = last.len() - last.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (day, after) = last.split_at(digits);
    let small = |part: &str| part.parse::<u32>().ok().filter(|_| (1..=2).contains(&part.len()));
    let year: i32 = year.parse().ok().filter(|year| (1900..=2100).contains(year))?;
    let month = small(month).filter(|month| (1..=12).contains(month))?;
    let day = small(day).filter(|day| (1..=31).contains(day))?;
    if after.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '%' | '/' | '-' | '.')) {
        return None;
    }
    let end = text.len() - after.len();
    let mut mention = TimeMention::new(Span::new(at, end), TimeRole::During, Some(year), Some(year));
    (mention.month, mention.day) = (Some(month), Some(day));
    Some(mention)
}

/// 1368年: four digits outside the years that plans speak of may be a length as well.
fn far(text: &str, at: usize) -> Option<TimeMention> {
    let (year, _, len) = run(&text[at..]).filter(|&(year, count, _)| count == 4 && (1000..3000).contains(&year))?;
    let rest = text[at + len..].strip_prefix('年').filter(|_| !joined(text, at));
    let Some(after) = rest else { return fiscal(text, at, year, at + len) };
    if after.starts_with(['级', '代']) {
        return None;
    }
    let mut mention = whole_year(text, at, year, text.len() - after.len());
    mention.unsure = mention.month.is_none() && text[at..].starts_with(|c: char| c.is_ascii_digit());
    Some(mention)
}

/// 2019财年, 2018上半年.
fn fiscal(text: &str, at: usize, year: i32, end: usize) -> Option<TimeMention> {
    let words = ["财年", "财政年度", "年度", "上半年", "下半年", "学年"];
    let word = words.into_iter().find(|word| text[end..].starts_with(word)).filter(|_| !joined(text, at))?;
    Some(TimeMention::new(Span::new(at, end + word.len()), TimeRole::During, Some(year), Some(year)))
}

/// 九八年, 08年, 98年3月, 24年: a year of two digits; where it may be a length of time it is unsure.
fn short(text: &str, at: usize) -> Option<TimeMention> {
    let rest = &text[at..];
    let (number, _, len) = run(rest).filter(|&(_, count, _)| count == 2)?;
    let after = rest[len..].strip_prefix('年')?;
    let arabic = rest.as_bytes()[..2].iter().all(u8::is_ascii_digit);
    let chinese = rest.chars().take(2).all(|c| !c.is_ascii_digit());
    if joined(text, at) || !(arabic || chinese) || after.starts_with(['级', '代', '龄']) {
        return None;
    }
    let year = if number <= PIVOT { 2000 + number } else { 1900 + number };
    let mut mention = whole_year(text, at, year, text.len() - after.len());
    let (tens, ones) = (number / 10, number % 10);
    let dated = mention.month.is_some() || tens == 0 || after.starts_with(['底', '末', '初', '度']);
    // 七八年 are seven or eight years, or 1978.
    let span = chinese && tens > 0 && (ones == tens + 1 || number == 35);
    mention.unsure = !dated && (arabic || span);
    let fits = if arabic { stands_alone(&text[..at], after) } else { !span || tens > 5 };
    (dated || fits).then_some(mention)
}

/// Whether nothing around 24年 makes it a length of time.
fn stands_alone(before: &str, after: &str) -> bool {
    let closed = |c: char| !c.is_alphanumeric();
    let opens =
        before.chars().next_back().is_none_or(|c| closed(c) || matches!(c, '在' | '从' | '自' | '到' | '至' | '于'));
    let goes_on = ["以来", "起", "开始", "上半年", "下半年", "春", "夏", "秋", "冬", "全年"];
    let ends = after.chars().next().is_none_or(closed) || goes_on.iter().any(|word| after.starts_with(word));
    opens && ends
}
