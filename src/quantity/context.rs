//! What stands around a numeral and makes it a name, a date, a numbering: anything but a quantity.

use super::{Dimension, Mode, Shape, numeral, term::Term, text::Text};

/// Whether a Latin name or a formula holds the numeral that starts at `start`: C919, 6·18, 1+2+N.
pub(super) fn in_name(text: &Text, start: usize) -> bool {
    match text.before(start) {
        Some(c) if c.is_ascii_alphanumeric() => true,
        Some('+' | '·' | '•' | '_' | '#' | '@' | '&') => true,
        Some('双') => text.get(start).is_some_and(|c| c.is_ascii_digit()),
        Some('-') if start >= 2 && text.get(start - 2).is_some_and(|c| c.is_ascii_digit()) => true,
        Some('-' | '—' | '.') => start >= 2 && text.get(start - 2).is_some_and(|c| c.is_ascii_alphabetic()),
        Some('/') => start >= 2 && text.get(start - 2).is_some_and(|c| c.is_ascii_alphanumeric()),
        _ => false,
    }
}

/// Whether what follows the term makes it a name: 5G, 4S店, 1+N, 6·18.
pub(super) fn runs_on(text: &Text, term: &Term) -> bool {
    let next = text.get(term.end);
    let latin = term.unit.is_empty() && next.is_some_and(|c| c.is_ascii_alphabetic());
    latin
        || matches!(next, Some('+' | '·' | '•' | '_' | '@'))
        || (next == Some('.') && text.get(term.end + 1).is_some_and(|c| c.is_ascii_digit()))
        || (next == Some('-') && text.get(term.end + 1).is_some_and(|c| c.is_ascii_alphabetic()))
}

/// Whether the term is a year, a month, a day of the month or a time of day; gives where it ends.
pub(super) fn date(text: &Text, term: &Term, mode: Mode) -> Option<usize> {
    let n = &term.numeral;
    let at = term.numeral_end;
    let year = n.string || (n.arabic && n.digits == 4 && !n.times && !n.decimal && year_like(term));
    let small = !n.times || n.top == 1;
    if !matches!(term.unit.as_str(), "" | "年" | "日" | "号") {
        return None;
    }
    match text.get(at)? {
        '年' if year && !mode.all => Some(at + 1),
        '年' if year && n.digits == 4 || n.string && term.value > 1000.into() => Some(at + 1),
        '月' if small && !n.decimal => Some(at + 1),
        '日' | '号' if text.before(term.start) == Some('月') => Some(at + 1),
        '日' if small && !n.decimal && !mode.all && !after_is(text, at + 1, &["内", "以内", "之内"]) => {
            Some(at + 1)
        }
        '时' if small && !mode.all => Some(at + 1),
        '点' if !mode.all => Some(at + 1),
        ':' if !mode.all => clock(text, term),
        '—' | '－' | '-' | '–' | '~' | '～' | '至' | '/' if year && !mode.all => span_of_years(text, at),
        _ => None,
    }
}

fn after_is(text: &Text, at: usize, words: &[&str]) -> bool {
    words.iter().any(|word| text.has(at, word))
}

fn year_like(term: &Term) -> bool {
    term.value >= 1900.into() && term.value <= 2100.into()
}

/// 8:30, 14:00.
fn clock(text: &Text, term: &Term) -> Option<usize> {
    let digit = |i: usize| text.get(term.end + i).and_then(|c| c.to_digit(10));
    let minutes = digit(1).zip(digit(2)).filter(|&(tens, _)| tens < 6 && digit(3).is_none());
    let hour = term.numeral.arabic && !term.numeral.decimal && term.value <= 24.into();
    // 6:42:52: three shares of a whole and no time of day.
    let third = digit(4).zip(digit(5)).filter(|_| text.get(term.end + 3) == Some(':'));
    let sum = minutes.zip(third).map(|((a, b), (c, d))| term.value.plus(i64::from(a * 10 + b + c * 10 + d).into()));
    if sum.flatten() == Some(100.into()) {
        return None;
    }
    let compares = (term.start.saturating_sub(8)..term.start).any(|i| text.get(i) == Some('比'));
    (hour && !compares && minutes.is_some()).then_some(if text.get(term.end + 3) == Some(':') {
        term.end + 6
    } else {
        term.end + 3
    })
}

/// 2021—2025: both ends are years.
fn span_of_years(text: &Text, at: usize) -> Option<usize> {
    let mut next = at;
    while text.get(next).is_some_and(|c| matches!(c, '—' | '－' | '-' | '–' | '~' | '～' | '至' | '/')) {
        next += 1;
    }
    let digits: String = (next..next + 4).map_while(|i| text.get(i).filter(char::is_ascii_digit)).collect();
    let year: u32 = digits.parse().ok().filter(|_| digits.len() == 4)?;
    ((1900..=2100).contains(&year)).then_some(next + 4)
}

/// Whether plan prose could mean the term as a quantity at all.
pub(super) fn is_meant(text: &Text, term: &Term, bounded: bool, ranged: bool) -> bool {
    let n = &term.numeral;
    if n.code || (named_by_quotes(text, term) && !bounded) || concept(text, term) || page(text, term) || era(text, term)
    {
        return false;
    }
    let chinese = !n.arabic;
    match (term.shape, term.unit.is_empty()) {
        (Shape::Cardinal, true) if n.bare => bounded && n.top >= 2 || size_class(text, term),
        (Shape::Cardinal, true) if chinese => !n.string && (n.top >= 2 || (bounded && term.value > 10.into())),
        (Shape::Cardinal, true) => bounded || ranged || !(numbering(text, term) || bare_year(term) || code(text, term)),
        (Shape::Cardinal, false) if n.bare => bare_counts(text, term, bounded),
        (Shape::Cardinal, false) if chinese && n.string => false,
        (Shape::Cardinal, false) if chinese && text.has(term.start, "一") && term.numeral_end == term.start + 1 => {
            bounded || text.before(term.start) == Some('前') && term.dimension == Dimension::Duration
        }
        (Shape::SizeClass, _) if n.bare => !matches!(text.before(term.start), Some('数' | '几' | '每')),
        _ => true,
    }
}

/// 百家 and 千座 count; 每万人 and 万元产值 name a denominator, 数十家 nothing definite.
fn bare_counts(text: &Text, term: &Term, bounded: bool) -> bool {
    if vague(text, term) {
        return false;
    }
    let denominator = term.numeral.tail.1 > 0 && term.numeral.tail.0 == term.numeral.tail.1;
    let common = matches!(term.dimension, Dimension::Duration | Dimension::Age) || term.numeral.top < 2;
    bounded || !(denominator || common)
}

/// —12—: the number of a page.
fn page(text: &Text, term: &Term) -> bool {
    let dash = |c: Option<char>| matches!(c, Some('—' | '-' | '–' | '－'));
    term.unit.is_empty() && dash(text.before(term.start)) && dash(text.get(term.end))
}

/// “15分钟生活圈”: a concept named after a time.
fn concept(text: &Text, term: &Term) -> bool {
    term.dimension == Dimension::Duration && matches!(text.before(term.start), Some('“' | '‘' | '「' | '"'))
}

/// 未来五年, 近三年, 五年来, 五年规划, 三年行动: times and names, not lengths of time.
fn era(text: &Text, term: &Term) -> bool {
    const BEFORE: &[&str] = &[
        "未来",
        "今后",
        "过去",
        "近",
        "最近",
        "前",
        "后",
        "关键",
        "此后",
        "个",
        "以后",
        "今明",
        "过去的",
        "头",
        "第",
        "这",
        "本届",
        "去年",
        "往",
    ];
    const AFTER: &[&str] = &[
        "来",
        "以来",
        "规划",
        "计划",
        "行动",
        "方案",
        "一贯",
        "义务教育",
        "制",
        "期",
        "前",
        "后",
        "间",
        "比一",
        "攻坚",
        "滚动",
        "任期",
        "大庆",
        "大变局",
        "里",
    ];
    term.unit == "年"
        && !text.ends(term.start, "提前")
        && (BEFORE.iter().any(|word| text.ends(term.start, word)) || AFTER.iter().any(|word| text.has(term.end, word)))
}

/// “三个如何”, “13335”: a number that opens a quotation is part of a name.
fn named_by_quotes(text: &Text, term: &Term) -> bool {
    let opens = matches!(text.before(term.start), Some('“' | '‘' | '「' | '《' | '"'));
    if super::is_run(&term.unit) {
        return false;
    }
    let closes = matches!(text.get(term.end), Some('”' | '’' | '」' | '》' | '"'));
    opens && (closes && term.unit != "%" || (!term.numeral.arabic && term.value <= 20.into()))
}

/// 1.加快, 1、加快, （3）: the number of an item.
fn numbering(text: &Text, term: &Term) -> bool {
    let before = text.before(term.start);
    let next = text.get(term.end);
    let opens = before.is_none_or(|c| matches!(c, '。' | '；' | '\n' | '：' | ' '));
    match (before, next) {
        (Some('（'), Some('）')) | (Some('('), Some(')')) => true,
        (Some('〔'), Some('〕')) => year_like(term),
        (None | Some('。' | '\n'), Some('。')) => true,
        (_, Some('.' | '）' | ')')) if opens => true,
        _ if ["专栏", "表", "图", "附件", "附表"].iter().any(|word| text.ends(term.start, word)) => true,
        (_, Some('”' | '’' | '版' | '强' | '国' | '省')) => true,
        (None, Some('、')) => true,
        _ => false,
    }
}

/// 千亿园区: a size class by its multipliers alone.
fn size_class(text: &Text, term: &Term) -> bool {
    let vague = vague(text, term) || text.before(term.start) == Some('双');
    term.numeral.top >= 8 && term.numeral_end - term.start >= 2 && !vague && text.get(term.end).is_some_and(is_han)
}

/// 数十家, 上千家 name no number; 迈上千亿元台阶 does.
fn vague(text: &Text, term: &Term) -> bool {
    let climbs = term.start > 1 && matches!(text.get(term.start - 2), Some('迈' | '跃' | '跨' | '登' | '攀'));
    match text.before(term.start) {
        Some('上') => !climbs,
        before => matches!(before, Some('每' | '数' | '几' | '成' | '若')),
    }
}

/// 634国道, 12345热线, 政府2.0建设: digits that run into a word without a unit.
fn code(text: &Text, term: &Term) -> bool {
    let cell = matches!(text.before(term.start), Some('）' | ')'));
    !term.numeral.times
        && !cell
        && text.get(term.end).is_some_and(|c| is_han(c) && !matches!(c, '和' | '与' | '及' | '的'))
}

fn is_han(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

fn bare_year(term: &Term) -> bool {
    term.numeral.arabic && term.numeral.digits == 4 && !term.numeral.decimal && !term.numeral.times && year_like(term)
}

/// 十四五, 十三五, 八五: a plan period and no number.
pub(super) fn plan_period(text: &Text, start: usize) -> Option<usize> {
    let ten = text.get(start) == Some('十');
    let at = start + usize::from(ten);
    let digit = text.get(at).filter(|c| !c.is_ascii_digit()).and_then(numeral::digit)?;
    let quoted = matches!(text.before(start), Some('“' | '‘' | '「' | '"'));
    let fits = text.get(at + 1) == Some('五') && digit > 0 && (ten || quoted);
    let goes_on = text.get(at + 2).is_some_and(|c| numeral::is_numeral(c) || matches!(c, '点' | '个' | '家'));
    (fits && !goes_on).then_some(at + 2)
}
