//! What stands around a numeral and makes it a name, a date, a numbering: anything but a quantity.

use super::{
    model::{self, Dimension, Mode, Shape, Term},
    text::Text,
};
use crate::lexicon::{
    QUANTITY, TIME,
    numerals::{self, is_numeral},
    signs,
    units::named,
    years,
};

/// Whether a Latin name or a formula holds the numeral that starts at `start`: C919, 6·18, 1+2+N.
pub(super) fn in_name(text: &Text, start: usize) -> bool {
    match text.before(start) {
        Some(c) if c.is_ascii_alphanumeric() => true,
        Some('+' | '·' | '•' | '_' | '#' | '@' | '&') => true,
        Some(c) if QUANTITY.twofold.is(c) => text.get(start).is_some_and(|c| c.is_ascii_digit()),
        Some('-') if start >= 2 && text.get(start - 2).is_some_and(|c| c.is_ascii_digit()) => true,
        Some('-' | '—' | '.') => start >= 2 && text.get(start - 2).is_some_and(|c| c.is_ascii_alphabetic()),
        Some('/') => start >= 2 && text.get(start - 2).is_some_and(|c| c.is_ascii_alphanumeric()),
        _ => false,
    }
}

/// Whether what follows the term makes it a name: 5G, 4S店, 1+N, 6·18, 4/5G.
pub(super) fn runs_on(text: &Text, term: &Term) -> bool {
    let ascii = |i: usize, fits: fn(&char) -> bool| text.get(i).is_some_and(|c| fits(&c));
    let (next, after) = (term.end, term.end + 1);
    match text.get(next) {
        Some('+' | '·' | '•' | '_' | '@') => true,
        Some('.') => ascii(after, char::is_ascii_digit),
        Some('-') => ascii(after, char::is_ascii_alphabetic),
        Some('/') => (after..after + 4)
            .find(|&i| !ascii(i, char::is_ascii_digit))
            .is_some_and(|i| term.unit.is_empty() && i > after && ascii(i, char::is_ascii_alphabetic)),
        Some(c) => term.unit.is_empty() && c.is_ascii_alphabetic(),
        None => false,
    }
}

/// Whether the term is a year, a month, a day of the month or a time of day; gives where it ends.
pub(super) fn date(text: &Text, term: &Term, mode: Mode) -> Option<usize> {
    if !term.unit.is_empty() && !QUANTITY.date_unit.has(&term.unit) {
        return None;
    }
    let n = &term.numeral;
    let at = term.numeral_end;
    let whole = !n.decimal && (!n.times || n.top == 1);
    let next = text.get(at)?;
    if mode.all {
        let year = is_year(term) && n.digits == 4 || n.string && term.value > 1000.into();
        let dated = (signs::year(next) && year) || (signs::month(next) && whole);
        return (dated || is_day(text, term, next)).then_some(at + 1);
    }
    match next {
        c if signs::year(c) && (is_year(term) || is_short_year(text, term)) => Some(at + 1),
        c if signs::month(c) && whole => Some(at + 1),
        c if signs::any_day(c) && is_day(text, term, c) => Some(at + 1),
        c if signs::day(c) && whole && !text.holds(at + 1, &QUANTITY.within) => Some(at + 1),
        c if QUANTITY.hour.is(c) && (!n.times || n.top == 1) => Some(at + 1),
        c if QUANTITY.point.is(c) => Some(at + 1),
        ':' => clock(text, term),
        c if spans(c) && is_year(term) => span_of_years(text, at),
        _ => None,
    }
}

/// 12月5日, 3月8号: a day behind its month.
fn is_day(text: &Text, term: &Term, next: char) -> bool {
    signs::any_day(next) && text.before(term.start).is_some_and(signs::month)
}

/// 2025, 二〇二五: digits that are a year before 年.
fn is_year(term: &Term) -> bool {
    let n = &term.numeral;
    n.string || (n.arabic && n.digits == 4 && !n.times && !n.decimal && year_like(term))
}

/// 24年6月: two digits that a month makes a year.
fn is_short_year(text: &Text, term: &Term) -> bool {
    let n = &term.numeral;
    let month = (term.numeral_end + 1..term.numeral_end + 4).find(|&i| !text.get(i).is_some_and(is_numeral));
    n.arabic
        && n.digits == 2
        && !n.times
        && month.is_some_and(|i| i > term.numeral_end + 1 && text.get(i).is_some_and(signs::month))
}

/// 到2023.12, 2023.12前: a month behind a preposition or before 前, which no amount is.
fn month_in_digits(text: &Text, term: &Term) -> bool {
    let n = &term.numeral;
    let plain = n.arabic && n.decimal && n.digits == 4 && !n.times && term.unit.is_empty();
    plain && stands_as_month(text, term) && {
        let digits = text.slice(term.start, term.numeral_end);
        let (year, month) = digits.split_once('.').unwrap_or_default();
        let year = year.parse::<u32>().is_ok_and(years::is_told);
        year && month.len() <= 2 && month.parse().is_ok_and(|month: u32| (1..=12).contains(&month))
    }
}

/// Whether the words around the term are those of a time: 到 … and a stop, or … 前.
fn stands_as_month(text: &Text, term: &Term) -> bool {
    let prepositions = [&TIME.until, &TIME.since, &TIME.at];
    let led = prepositions.iter().any(|class| text.word_before(term.start, class).is_some())
        && text.word_before(term.start, &TIME.reaching).is_none();
    let closed = text.get(term.end).is_none_or(|c| !c.is_alphanumeric() && c != '%');
    text.word(term.end, &TIME.before).is_some() || (led && closed)
}

fn year_like(term: &Term) -> bool {
    term.value >= i64::from(*years::TOLD.start()).into() && term.value <= i64::from(*years::TOLD.end()).into()
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
    let compares = (term.start.saturating_sub(8)..term.start).any(|i| text.get(i).is_some_and(signs::than));
    (hour && !compares && minutes.is_some()).then_some(if text.get(term.end + 3) == Some(':') {
        term.end + 6
    } else {
        term.end + 3
    })
}

/// Whether `c` may stand between two years.
fn spans(c: char) -> bool {
    c == '/' || signs::span_mark(c)
}

/// 2021—2025: both ends are years.
fn span_of_years(text: &Text, at: usize) -> Option<usize> {
    let mut next = at;
    while text.get(next).is_some_and(spans) {
        next += 1;
    }
    let digits: String = (next..next + 4).map_while(|i| text.get(i).filter(char::is_ascii_digit)).collect();
    let year: u32 = digits.parse().ok().filter(|_| digits.len() == 4)?;
    years::is_told(year).then_some(next + 4)
}

/// Whether plan prose could mean the term as a quantity at all.
pub(super) fn is_meant(text: &Text, term: &Term, bounded: bool, ranged: bool) -> bool {
    if is_named(text, term, bounded) {
        return false;
    }
    let n = &term.numeral;
    match (term.shape, term.unit.is_empty()) {
        (Shape::Cardinal, true) if n.bare => bounded && n.top >= 2 || size_class(text, term),
        (Shape::Cardinal, true) if !n.arabic => !n.string && (n.top >= 2 || (bounded && term.value > 10.into())),
        (Shape::Cardinal, true) => bounded || ranged || !labels(text, term),
        (Shape::Cardinal, false) if n.bare => bare_counts(text, term, bounded),
        (Shape::Cardinal, false) if !n.arabic && n.string => false,
        (Shape::Cardinal, false) if is_one(term) => bounded || is_first_span(text, term),
        (Shape::SizeClass, _) if n.bare => !text.holds_before(term.start, &QUANTITY.indefinite),
        _ => true,
    }
}

/// Whether it is a code or part of a name: 007, “三个如何”, “15分钟生活圈”, —12—, 未来五年, 到2023.12, 表3所示.
fn is_named(text: &Text, term: &Term, bounded: bool) -> bool {
    let whatever_bounds =
        [concept as fn(&Text, &Term) -> bool, page, era, month_in_digits, is_shown, is_figure_of_speech];
    term.numeral.code
        || whatever_bounds.iter().any(|is_named| is_named(text, term))
        || !bounded && (named_by_quotes(text, term) || is_per_population(text, term))
}

/// 如表3所示: the number of a table, and no three schools.
fn is_shown(text: &Text, term: &Term) -> bool {
    text.holds(term.numeral_end, &QUANTITY.shown) && text.holds_before(term.start, &QUANTITY.label)
}

/// 数十年, 数十万里: a long time or way, of which prose counts no ten.
fn is_figure_of_speech(text: &Text, term: &Term) -> bool {
    text.holds_before(term.start, &QUANTITY.many_times) && text.get(term.start).is_some_and(numerals::is_multiplier)
}

/// A bare Arabic number that numbers an item, a year or a road.
fn labels(text: &Text, term: &Term) -> bool {
    numbering(text, term) || bare_year(text, term) || code(text, term)
}

/// 一家, 一个: the article rather than a count.
fn is_one(term: &Term) -> bool {
    term.numeral.value == 1.into() && !term.numeral.arabic && term.numeral_end == term.start + 1
}

/// 前一年: a length of time all the same.
fn is_first_span(text: &Text, term: &Term) -> bool {
    text.holds_before(term.start, &QUANTITY.leading) && term.dimension == Dimension::Duration
}

/// 百家 and 千座 count; 每万人, 万元产值 and 千人床位 name a denominator, 成百家 nothing definite.
fn bare_counts(text: &Text, term: &Term, bounded: bool) -> bool {
    if vague(text, term) || (!bounded && is_per_head(text, term)) {
        return false;
    }
    let denominator = term.numeral.tail.1 > 0 && term.numeral.tail.0 == term.numeral.tail.1;
    let common = matches!(term.dimension, Dimension::Duration | Dimension::Age) || term.numeral.top < 2;
    bounded || !(denominator || common)
}

/// 千人医生数达3.2人: so many people, what is measured for each, and its number in one clause.
fn is_per_head(text: &Text, term: &Term) -> bool {
    const REACH: usize = 16;
    let people = term.dimension == Dimension::Count && [named::PERSON, named::HOUSEHOLD].contains(&term.unit.as_str());
    let clause: String = (term.end..term.end + REACH)
        .map_while(|i| text.get(i).filter(|c| c.is_alphanumeric() && !is_digit(*c)))
        .collect();
    let numbered = text.get(term.end + clause.chars().count()).is_some_and(is_digit);
    people && numbered && QUANTITY.per_measure.is_in(&clause)
}

/// 十万人口图书馆0.8个: so many people, by multipliers alone.
fn is_per_population(text: &Text, term: &Term) -> bool {
    let digits = text.chars.get(term.start..term.numeral_end).unwrap_or(&[]);
    let alone = digits.iter().all(|&c| numerals::digit(c).is_none());
    alone && term.unit.is_empty() && term.shape == Shape::Cardinal && text.holds(term.end, &QUANTITY.population)
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
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
    let named = text.holds_before(term.start, &QUANTITY.ahead) || text.holds(term.end, &QUANTITY.names_years);
    term.unit == named::YEAR && named && !text.holds_before(term.start, &QUANTITY.earlier_by)
}

/// “三个如何”, “13335”: a number that opens a quotation is part of a name.
fn named_by_quotes(text: &Text, term: &Term) -> bool {
    let opens = matches!(text.before(term.start), Some('“' | '‘' | '「' | '《' | '"'));
    if model::is_run(&term.unit) {
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
        _ if text.word_before(term.start, &QUANTITY.label).is_some() => true,
        (_, Some('”' | '’')) => true,
        _ if text.holds(term.end, &QUANTITY.named_by_number) => true,
        (None, Some('、')) => true,
        _ => false,
    }
}

/// 千亿园区: a size class by its multipliers alone.
fn size_class(text: &Text, term: &Term) -> bool {
    let vague = vague(text, term) || text.holds_before(term.start, &QUANTITY.twofold);
    term.numeral.top >= 8 && term.numeral_end - term.start >= 2 && !vague && text.get(term.end).is_some_and(is_han)
}

/// 数十家, 上千家 name no number; 迈上千亿元台阶 does.
fn vague(text: &Text, term: &Term) -> bool {
    match text.before(term.start) {
        Some(c) if QUANTITY.or_more.is(c) => !text.holds_before(term.start, &QUANTITY.climbs),
        _ if text.holds_before(term.start, &QUANTITY.comes_about) => false,
        _ => [&QUANTITY.indefinite, &QUANTITY.by_the].iter().any(|words| text.holds_before(term.start, words)),
    }
}

/// 634国道, 12345热线, 政府2.0建设: digits that run into a word without a unit.
fn code(text: &Text, term: &Term) -> bool {
    let cell = matches!(text.before(term.start), Some('）' | ')'));
    let joins = text.holds(term.end, &QUANTITY.joins) || text.holds(term.end, &QUANTITY.particle);
    !term.numeral.times && !cell && !joins && text.get(term.end).is_some_and(is_han)
}

fn is_han(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

/// 2025, but not 2,025.
fn bare_year(text: &Text, term: &Term) -> bool {
    let n = &term.numeral;
    let grouped = text.get(term.start + 1).is_some_and(|c| matches!(c, ',' | '，'));
    n.arabic && n.digits == 4 && !n.decimal && !n.times && !grouped && year_like(term)
}

/// 十四五, 十三五, 八五: a plan period and no number.
pub(super) fn plan_period(text: &Text, start: usize) -> Option<usize> {
    let ten = text.get(start).is_some_and(|c| numerals::power(c) == Some(1));
    let at = start + usize::from(ten);
    let digit = text.get(at).filter(|c| !c.is_ascii_digit()).and_then(numerals::digit)?;
    let quoted = matches!(text.before(start), Some('“' | '‘' | '「' | '"'));
    let fits = text.get(at + 1).is_some_and(signs::five) && digit > 0 && (ten || quoted);
    let goes_on = text.get(at + 2).is_some_and(|c| is_numeral(c) || QUANTITY.point.is(c));
    (fits && !goes_on && !text.holds(at + 2, &QUANTITY.counter)).then_some(at + 2)
}
