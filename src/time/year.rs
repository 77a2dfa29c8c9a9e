//! Years, dates, ranges of years and plan periods (“十四五”).

use crate::span::Span;

use super::{Frame, TimeMention, TimeRole};

/// The year, date, range or plan period that starts at `at`.
pub(super) fn read(text: &str, at: usize, frame: Frame) -> Option<TimeMention> {
    plan_period(text, at).or_else(|| calendar(text, at)).or_else(|| month(text, at, frame))
}

/// Four digits of any script at the head of `rest`, with their length in bytes.
fn four_digits(rest: &str) -> Option<(i32, usize)> {
    let (mut year, mut len) = (0, 0);
    let mut chars = rest.chars();
    for _ in 0..4 {
        let c = chars.next()?;
        let digit = c.to_digit(10).or_else(|| "〇一二三四五六七八九".chars().position(|d| d == c).map(|d| d as u32));
        year = year * 10 + digit.or((c == '零').then_some(0))? as i32;
        len += c.len_utf8();
    }
    (1900..=2100).contains(&year).then_some((year, len))
}

/// A dash or a word between the two ends of a range, with its length.
fn range_sign(rest: &str) -> Option<usize> {
    let dashes = rest.chars().take_while(|c| "-—–－~～―─".contains(*c)).map(char::len_utf8).sum::<usize>();
    if dashes > 0 {
        return Some(dashes);
    }
    ["至", "到"].into_iter().find(|word| rest.starts_with(word)).map(str::len)
}

fn calendar(text: &str, at: usize) -> Option<TimeMention> {
    let before = text[..at].chars().next_back();
    if before.is_some_and(|c| c.is_ascii_digit() || "〇零一二三四五六七八九.".contains(c)) {
        return None;
    }
    let (first, mut end) = four_digits(&text[at..]).map(|(year, len)| (year, at + len))?;
    let named = text[end..].strip_prefix('年').is_some();
    if named {
        end += '年'.len_utf8();
    }
    if let Some((last, stop)) = second_year(text, end, named) {
        let mut mention = TimeMention::new(Span::new(at, stop), TimeRole::During, Some(first), Some(last));
        mention.period = true;
        mention.span.end = tail(text, stop, &mut mention);
        return (first < last).then_some(mention);
    }
    if !named || text[end..].starts_with('级') {
        return None;
    }
    let mut mention = TimeMention::new(Span::new(at, end), TimeRole::During, Some(first), Some(first));
    (mention.month, mention.day, end) = month_and_day(text, end);
    mention.span.end = tail(text, end, &mut mention);
    Some(mention)
}

/// The second year of a range and where it ends; one of the two must be followed by 年, or brackets enclose them.
fn second_year(text: &str, end: usize, named: bool) -> Option<(i32, usize)> {
    let sign = range_sign(&text[end..])?;
    let (year, len) = four_digits(&text[end + sign..])?;
    let stop = end + sign + len;
    let rest = &text[stop..];
    match rest.strip_prefix('年') {
        Some(_) => Some((year, stop + '年'.len_utf8())),
        None if !named && rest.starts_with(['）', ')', '"', '”']) => Some((year, stop)),
        None => None,
    }
}

pub(super) fn number_before<'a>(rest: &'a str, unit: &str) -> Option<(u32, &'a str)> {
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if (1..=2).contains(&digits) {
        let after = rest[digits..].strip_prefix(unit)?;
        return rest[..digits].parse().ok().map(|n| (n, after));
    }
    // A number of three characters at most: what stands further on is not searched.
    let near = (0..=rest.len().min(9 + unit.len())).rev().find_map(|end| rest.get(..end))?;
    let word_end = near.find(unit).filter(|&n| n > 0 && n <= 9)?;
    let value = rest[..word_end].chars().try_fold(0u32, |sum, c| match c {
        '十' => Some(if sum == 0 { 10 } else { sum * 10 }),
        c => "〇一二三四五六七八九"
            .chars()
            .position(|d| d == c)
            .map(|d| if sum >= 10 { sum + d as u32 } else { d as u32 }),
    })?;
    Some((value, &rest[word_end + unit.len()..]))
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
    for word in ["度", "年底", "底", "末", "初", "年末"] {
        if text[end..].starts_with(word) {
            end += word.len();
            mention.role = TimeRole::By;
            break;
        }
    }
    for (word, role) in [
        ("之前", TimeRole::By),
        ("以前", TimeRole::By),
        ("前后", TimeRole::By),
        ("前", TimeRole::By),
        ("以来", TimeRole::Since),
        ("起", TimeRole::Since),
        ("期间", TimeRole::During),
        ("时", TimeRole::During),
    ] {
        if let Some(after) = text[end..].strip_prefix(word) {
            let part_of_word = word == "时" && !after.starts_with(['，', '。', '；'])
                || word == "前" && after.starts_with(['期', '列', '沿']);
            if !part_of_word {
                end += word.len();
                mention.role = role;
                break;
            }
        }
    }
    end
}

/// 6月底前, 3月: a month of the document's own year.
fn month(text: &str, at: usize, frame: Frame) -> Option<TimeMention> {
    if text[..at].ends_with(|c: char| c.is_ascii_digit() || "年一二三四五六七八九十".contains(c)) {
        return None;
    }
    let (month, rest) = number_before(&text[at..], "月").filter(|(m, _)| (1..=12).contains(m))?;
    let year = frame.year?;
    let mut mention =
        TimeMention::new(Span::new(at, text.len() - rest.len()), TimeRole::During, Some(year), Some(year));
    (mention.month, mention.relative) = (Some(month), true);
    let end = mention.span.end;
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

/// `十四五` → 14; only plans that there were or will be.
fn plan_number(inner: &str) -> Option<(i32, usize)> {
    let digits = "一二三四五六七八九";
    let mut chars = inner.chars();
    let first = chars.next()?;
    let (number, len) = if first == '十' {
        let second = chars.next()?;
        let unit = digits.chars().position(|d| d == second)? as i32 + 1;
        match chars.next() {
            Some('五') => (10 + unit, 9),
            _ if second == '五' => (10, 6),
            _ => return None,
        }
    } else {
        let unit = digits.chars().position(|d| d == first)? as i32 + 1;
        (chars.next() == Some('五')).then_some((unit, 6))?
    };
    Some((number, len))
}

/// Without quotation marks only a word that can follow nothing but a period makes it one.
fn bare_period_follows(text: &str, at: usize, end: usize) -> bool {
    let alone = !text[..at].ends_with(|c: char| "〇一二三四五六七八九十百千万第".contains(c));
    let words = ["时期", "期间", "期末", "末", "以来", "规划", "纲要", "初期", "中期"];
    alone && words.iter().any(|word| text[end..].starts_with(word))
}

fn period_tail(text: &str, end: usize, mention: &mut TimeMention) {
    let rest = &text[end..];
    let (start, last) = (mention.start, mention.end);
    let years = |word: &str| {
        let body = rest.strip_prefix(word)?;
        let count = "一二三四五".chars().position(|d| body.starts_with(d))? as i32 + 1;
        body.chars().nth(1).filter(|c| *c == '年').map(|_| (count, word.len() + 6))
    };
    if let Some((count, len)) = years("前") {
        mention.end = start.map(|s| s + count - 1);
        mention.span.end = end + len;
    } else if let Some((_, len)) = years("后") {
        mention.span.end = end + len;
    } else {
        for (word, role) in [
            ("规划和2035年远景目标纲要", TimeRole::Named),
            ("规划纲要", TimeRole::Named),
            ("规划", TimeRole::Named),
            ("纲要", TimeRole::Named),
            ("计划", TimeRole::Named),
            ("国家", TimeRole::Named),
            ("考核", TimeRole::Named),
            ("开局", TimeRole::Named),
            ("建议", TimeRole::Named),
            ("时期", TimeRole::During),
            ("期间", TimeRole::During),
            ("期末", TimeRole::By),
            ("末期", TimeRole::By),
            ("末", TimeRole::By),
            ("以来", TimeRole::Since),
            ("初期", TimeRole::During),
            ("中期", TimeRole::During),
        ] {
            if rest.starts_with(word) {
                mention.span.end = end + word.len();
                mention.role = role;
                break;
            }
        }
        if mention.role == TimeRole::By {
            mention.start = last;
        }
    }
}
