//! What stands around a numeral and makes it a name, a date, a numbering: anything but a quantity.

use super::{
    model::{self, Dimension, Mode, Shape, Term},
    text::Text,
};
use crate::{
    lexicon::{
        QUANTITY, TIME,
        numerals::{self, is_numeral},
        signs,
        units::named,
        years,
    },
    source::is_han,
};

/// Whether a Latin name or a formula holds the numeral that starts at `start`: C919, 6·18, 1+2+N.
pub(super) fn in_name(text: &Text, start: usize) -> bool {
    match (text.before(start.saturating_sub(1)), text.before(start)) {
        (_, Some('+' | '·' | '•' | '_' | '#' | '@' | '&')) => true,
        (Some(c), Some('-' | '/')) => c.is_ascii_alphanumeric(),
        (Some(c), Some('—' | '.')) => c.is_ascii_alphabetic(),
        (_, Some(c)) => c.is_ascii_alphanumeric(),
        _ => false,
    }
}

/// Whether what follows the term makes it a name: 5G, 4S店, 1+N, 6·18, 4/5G.
pub(super) fn runs_on(text: &Text, term: &Term) -> bool {
    let after = term.end + 1;
    match (text.get(term.end), text.get(after)) {
        (Some('+' | '·' | '•' | '_' | '@'), _) => true,
        (Some('.'), Some(c)) => c.is_ascii_digit(),
        (Some('-'), Some(c)) => c.is_ascii_alphabetic(),
        (Some('/'), Some('0'..='9')) => {
            let behind = text.get(text.past_digits(after));
            term.unit.is_empty() && behind.is_some_and(|c| c.is_ascii_alphabetic())
        }
        (Some(c), _) => term.unit.is_empty() && c.is_ascii_alphabetic(),
        _ => false,
    }
}

/// Whether the term is a year, a month, a quarter, a day of the month or a time of day; gives where it ends.
pub(super) fn date(text: &Text, term: &Term, mode: Mode) -> Option<usize> {
    if let Some(end) = text.part_of_year(term.start).filter(|&end| !mode.all && end >= term.end) {
        return Some(end);
    }
    if !term.unit.is_empty() && !QUANTITY.date_unit.has(&term.unit) {
        return None;
    }
    let n = &term.numeral;
    let at = term.numeral_end;
    let whole = !n.decimal && (!n.times || n.top == 1);
    match text.get(at)? {
        c if signs::year(c) && (is_year(term) || is_short_year(text, term)) => Some(at + 1),
        c if signs::year(c) && text.holds_before(term.start, &TIME.republic) => Some(at + 1),
        c if signs::month(c) && whole => Some(at + 1),
        c if signs::any_day(c) && text.before(term.start).is_some_and(signs::month) => Some(at + 1),
        _ if mode.all => None,
        c if signs::day(c) && whole && !text.holds(at + 1, &QUANTITY.within) => Some(at + 1),
        c if QUANTITY.hour.is(c) && whole => Some(at + 1),
        c if QUANTITY.point.is(c) => Some(at + 1),
        ':' => clock(text, term),
        c if spans(c) && is_year(term) => span_of_years(text, at),
        _ => None,
    }
}

/// 2025, 二〇二五: digits that are a year before 年.
fn is_year(term: &Term) -> bool {
    term.numeral.string && term.value >= 1000.into() || is_told_year(term)
}

/// 2025, and not 2千 or 2025.5.
fn is_told_year(term: &Term) -> bool {
    !term.numeral.times && !term.numeral.decimal && years::is_told(term.value.decimal())
}

/// 24年6月: two digits that a month makes a year.
fn is_short_year(text: &Text, term: &Term) -> bool {
    let month = text.get(text.past(term.numeral_end + 1, is_numeral));
    term.numeral.digits == 2 && month.is_some_and(signs::month)
}

/// 到2023.12, 2023.12前: a month behind a preposition or before 前, which no amount is.
fn month_in_digits(text: &Text, term: &Term) -> bool {
    let digits = if term.numeral.decimal { text.slice(term.start, term.numeral_end) } else { String::new() };
    digits.split_once('.').is_some_and(|(year, month)| {
        let of_year = year.parse::<u32>().is_ok_and(years::is_told);
        let of_month = month.len() <= 2 && month.parse().is_ok_and(|month: u32| (1..=12).contains(&month));
        of_year && of_month && stands_as_month(text, term)
    })
}

/// Whether the words around the digits are those of a time: 到 … and a stop, or … 前.
fn stands_as_month(text: &Text, term: &Term) -> bool {
    let prepositions = [&TIME.until, &TIME.since, &TIME.at];
    let led = prepositions.iter().any(|class| text.holds_before(term.start, class))
        && !text.holds_before(term.start, &TIME.reaching);
    let closed = text.get(term.numeral_end).is_none_or(|c| !c.is_alphanumeric() && c != '%');
    text.holds(term.numeral_end, &TIME.before) || led && closed
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
    let start = text.past(at, spans);
    let end = text.past_digits(start);
    let year: u32 = text.slice(start, end).parse().ok()?;
    years::is_told(year).then_some(end)
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
        (Shape::Cardinal, false) if !n.arabic && n.string => counts_by_place(text, term),
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
    numbering(text, term) || bare_year(term) || code(text, term)
}

/// 一二〇所: digits by their places, a zero among them, which no name is likely to have.
fn counts_by_place(text: &Text, term: &Term) -> bool {
    const FEWEST: usize = 3;
    if is_told_year(term) {
        return false;
    }
    let digits: Vec<u8> = (term.start..).map_while(|i| text.get(i).and_then(numerals::ordinal)).collect();
    let named = text.before(term.start).is_some_and(signs::ordinal);
    digits.len() >= FEWEST && digits.first() != Some(&0) && digits.contains(&0) && !named
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
    let denominator = term.numeral.tail.0 == term.numeral.tail.1;
    let lasting = matches!(term.dimension, Dimension::Duration | Dimension::Age);
    !vague(text, term) && (bounded || !(denominator || lasting || is_per_head(text, term)))
}

/// Units of those for whom, or for which, things are counted.
const COUNTED_FOR: [&str; 4] = [named::PERSON, named::NAMED, named::HOUSEHOLD, named::YUAN];

/// 千人医生数达3.2人, 百元营收成本降至84元: so many people or so much money, what is measured for each, and its number in one clause.
fn is_per_head(text: &Text, term: &Term) -> bool {
    const REACH: usize = 16;
    // 百亿元 is an amount all the same.
    let amount = term.unit == named::YUAN && term.numeral.big;
    if amount || !COUNTED_FOR.contains(&term.unit.as_str()) {
        return false;
    }
    let measure =
        text.chars.iter().skip(term.end).take(REACH).take_while(|c| c.is_alphanumeric() && !c.is_ascii_digit());
    let end = term.end + measure.count();
    text.has_digit(end) && QUANTITY.per_measure.is_in(&text.slice(term.end, end))
}

/// 十万人口图书馆0.8个: so many people, by multipliers alone.
fn is_per_population(text: &Text, term: &Term) -> bool {
    let digits = text.chars.get(term.start..term.numeral_end).unwrap_or(&[]);
    let alone = digits.iter().all(|&c| numerals::digit(c).is_none());
    alone && term.unit.is_empty() && term.shape == Shape::Cardinal && text.holds(term.end, &QUANTITY.population)
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

/// 2025, but not 2,025.
fn bare_year(term: &Term) -> bool {
    is_told_year(term) && term.numeral_end == term.start + 4
}
