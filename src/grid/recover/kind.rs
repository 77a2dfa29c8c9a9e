//! What a piece of text looks like as a cell: a number, a unit, a name … It knows no heading.

use crate::{
    grid::traits::{pointed, states_number},
    lexicon::{
        COLUMNS, HEADINGS, QUANTITY, SIGNS, TIME,
        numerals::{is_circled, is_numbering},
        signs, years,
    },
    quantity,
    source::View,
    span::Span,
};

pub(super) use crate::grid::traits::names_group;

/// What a piece of text looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    /// A whole number of at most three digits, also in brackets: the number of a row, or a value.
    Count,
    /// A number with little around it: 65.6, ＜5.5（年均）, 28亿千瓦以上.
    Value,
    /// A sign that stands where a value is missing.
    Dash,
    /// A year with little behind it: 2025年, 2030目标.
    Year,
    /// A unit: 万人, %.
    Unit,
    /// Says whether a target binds, or another word of a few that a column repeats.
    Closed,
    /// Words with a unit in brackets behind them: 城镇新增就业（万人）.
    Name,
    /// Words that stand for a value: 与经济增长同步.
    Instead,
    /// Other words.
    Words,
    /// Words among which a number stands.
    Mixed,
    /// Too long for a cell, or a sentence.
    Long,
}

/// Longest cell, in characters.
const LONGEST: usize = 90;

impl Kind {
    /// Whether it is a value, or stands where one is missing.
    pub(super) fn states_value(self) -> bool {
        matches!(self, Self::Value | Self::Count | Self::Dash | Self::Instead)
    }
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Column {
    /// The numbers of rows.
    Number,
    /// Names, or other words.
    Words,
    /// Values.
    Value,
    /// One of a few words.
    Closed,
    /// Units.
    Unit,
}

impl Column {
    /// What a column holds that shows `kind` where it shows itself best.
    pub(super) fn of(kind: Kind) -> Self {
        match kind {
            Kind::Count | Kind::Value | Kind::Dash | Kind::Year => Self::Value,
            Kind::Unit => Self::Unit,
            Kind::Closed => Self::Closed,
            Kind::Name | Kind::Words | Kind::Instead | Kind::Mixed | Kind::Long => Self::Words,
        }
    }

    /// What it costs to see `kind` in the column: 0 where it belongs there, above [`MISFIT`] where it does not.
    pub(super) fn cost(self, kind: Kind) -> f32 {
        use Kind::*;
        match (self, kind) {
            (_, Long) => 8.0,
            (Self::Number, Count) => 0.0,
            (Self::Number, _) => 6.0,
            (Self::Words, Name) => 0.0,
            (Self::Words, Words) => 0.3,
            (Self::Words, Mixed) => 0.8,
            (Self::Words, Instead) => 1.2,
            (Self::Words, Closed) => 2.0,
            (Self::Words, Dash | Unit) => 2.5,
            (Self::Words, Year) => 3.5,
            (Self::Words, Count | Value) => 5.5,
            (Self::Value, Count | Value | Dash) => 0.0,
            (Self::Value, Instead) => 0.4,
            (Self::Value, Mixed) => 1.5,
            (Self::Value, Closed | Year) => 2.0,
            (Self::Value, Words) => 3.0,
            (Self::Value, Unit) => 4.5,
            (Self::Value, Name) => 6.0,
            (Self::Closed, Closed) => 0.0,
            (Self::Closed, Dash) => 1.5,
            (Self::Closed, Words) => 2.5,
            (Self::Closed, Unit | Instead) => 2.5,
            (Self::Closed, _) => 6.0,
            (Self::Unit, Unit) => 0.0,
            (Self::Unit, Dash) => 1.0,
            (Self::Unit, Words | Closed) => 2.5,
            (Self::Unit, _) => 5.0,
        }
    }
}

/// What it costs to leave text without a place, and from which cost on a cell does not belong in its column.
pub(super) const MISFIT: f32 = 2.0;

/// What stands at `span` of `text` looks like.
pub(super) fn at(text: &str, span: Span) -> Kind {
    of(View::new(text, &[span]).text())
}

/// What `text` (as a reader sees it) looks like.
pub(super) fn of(text: &str) -> Kind {
    let text = &*pointed(text);
    let chars = text.chars().count();
    if chars > LONGEST || text.ends_with(['。', '；']) {
        return Kind::Long;
    }
    if is_dash(text) {
        return Kind::Dash;
    }
    let inner = text.trim_matches(['（', '）', '(', ')', '[', ']', '［', '］', '〔', '〕', '【', '】', '「', '」']);
    if !inner.is_empty() && inner.bytes().all(|b| b.is_ascii_digit()) {
        let year = inner.len() == 4 && inner == text && is_year(inner);
        return if year {
            Kind::Year
        } else if inner.len() <= 3 {
            Kind::Count
        } else {
            Kind::Value
        };
    }
    if is_ringed(text) {
        return Kind::Count;
    }
    if text.starts_with('/') && quantity::unit_label(text).is_some() {
        return Kind::Unit;
    }
    if COLUMNS.natures.has(inner) {
        return Kind::Closed;
    }
    // 三分之一以上
    if is_plain(text) || QUANTITY.fraction_mark.is_in(text) && states_number(text) {
        return Kind::Value;
    }
    if digits_outside(text) { with_digits(text) } else { without_digits(text) }
}

/// Whether `text` is a bare decimal number.
fn is_plain(text: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    let stops = text.matches('.').count();
    stops <= 1 && text.starts_with(digit) && text.ends_with(digit) && text.chars().all(|c| digit(c) || c == '.')
}

/// Whether a digit of `text` stands outside brackets, or nothing does.
fn digits_outside(text: &str) -> bool {
    let (mut depth, mut words, mut digits) = (0usize, false, false);
    for c in text.chars() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ if depth > 0 => digits |= c.is_ascii_digit() && !words,
            _ => {
                words |= c.is_alphabetic();
                if c.is_ascii_digit() {
                    return true;
                }
            }
        }
    }
    digits && !words
}

/// Whether `text` is nothing but signs that stand where a value is missing; the Chinese 一 is what readers of images make
/// of a dash.
fn is_dash(text: &str) -> bool {
    !text.is_empty() && (SIGNS.dash_like.has(text) || text.chars().all(|c| "-—－–―─~～/／＼*＊…·.".contains(c)))
}

/// How a name is numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numbering {
    /// 一、规模
    Chinese,
    /// （一）规模
    InBrackets,
    /// 1.规模, 1、规模
    Digits,
    /// （1）规模
    DigitsInBrackets,
    /// ①规模
    Ringed,
}

/// The numbering that `text` opens with, before words.
pub(super) fn numbering(text: &str) -> Option<Numbering> {
    let open = text.strip_prefix(['（', '(']);
    let inner = open.unwrap_or(text);
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let (digits, chinese) = (inner.trim_start_matches(is_digit), inner.trim_start_matches(is_numbering));
    let (rest, number) = match (digits.len() < inner.len(), chinese.len() < inner.len(), open.is_some()) {
        (true, _, true) => (digits, Numbering::DigitsInBrackets),
        (true, _, false) => (digits, Numbering::Digits),
        (_, true, true) => (chinese, Numbering::InBrackets),
        (_, true, false) => (chinese, Numbering::Chinese),
        _ => (inner.strip_prefix(is_circled)?, Numbering::Ringed),
    };
    let closed: &[char] = match number {
        Numbering::Chinese => &['、'],
        Numbering::Digits => &['.', '．', '、'],
        Numbering::InBrackets | Numbering::DigitsInBrackets => &['）', ')'],
        Numbering::Ringed => &[],
    };
    let name = if closed.is_empty() { rest } else { rest.strip_prefix(closed)? };
    let value = number == Numbering::Digits && name.starts_with(is_digit);
    (!name.is_empty() && !value).then_some(number)
}

fn is_ringed(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(is_circled) && chars.next().is_none()
}

fn is_year(text: &str) -> bool {
    text.parse::<i32>().is_ok_and(years::is_of_plans)
}

/// Whether `text` may be a value: it is short, and a sign of values opens it or a digit stands in it.
pub(super) fn looks_valued(text: &str) -> bool {
    let opens = |c: char| c.is_ascii_digit() || "〔[［（(<>＜＞≤≥—-－–".contains(c);
    let wide = |c: char| ('０'..='９').contains(&c);
    text.len() <= 60 && (text.starts_with(opens) || text.bytes().any(|b| b.is_ascii_digit()) || text.contains(wide))
}

/// Whether `text` ends with a unit in brackets.
pub(super) fn has_unit(text: &str) -> bool {
    let Some(inner) = text.strip_suffix(['）', ')']) else { return false };
    let Some(open) = inner.rfind(['（', '(']) else { return false };
    let inner = inner[open..].trim_start_matches(['（', '(']);
    let name = text[..open].chars().any(char::is_alphabetic);
    // 产业（3项） counts what it names.
    if inner.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let inner = HEADINGS.unit_given.strip_prefix(inner).unwrap_or(inner);
    let unit = |part: &str| quantity::unit_label(part).is_some();
    name && !inner.is_empty() && (unit(inner) || inner.split(['/', '／', '、', '，']).all(unit))
}

fn without_digits(text: &str) -> Kind {
    if has_unit(text) {
        return Kind::Name;
    }
    if text.chars().count() <= 8 && quantity::unit_label(text).is_some() {
        return Kind::Unit;
    }
    if COLUMNS.instead.prefix(text).is_some() && text.chars().count() > 2 {
        return Kind::Instead;
    }
    Kind::Words
}

fn with_digits(text: &str) -> Kind {
    let signs = |c: char| !c.is_alphanumeric();
    let bare = text.trim_start_matches(signs);
    // 到2030年 heads the values of that year.
    let bare = TIME.until.strip_prefix(bare).filter(|year| year.starts_with("20")).unwrap_or(bare);
    let digits = bare.len() - bare.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = &bare[digits..];
    if digits == 4 && is_year(&bare[..4]) && text.chars().count() <= 24 && !rest.starts_with(['.', ',', '%']) {
        let few = rest.trim_start_matches(signs::year).chars().filter(|c| c.is_alphabetic()).count() <= 16;
        if few && rest.chars().any(char::is_alphabetic) {
            return Kind::Year;
        }
    }
    let left = words_left(text);
    if left > 1 && has_unit(text) {
        return Kind::Name;
    }
    let mut behind = rest.chars();
    let stop = matches!(behind.next(), Some('.' | '．' | '、'));
    let numbered = digits > 0 && stop && behind.clone().next().is_some_and(|c| !c.is_ascii_digit())
        || numbering(text) == Some(Numbering::DigitsInBrackets);
    match left {
        _ if names_group(text) => Kind::Mixed,
        // 5G基站数, 3岁以下托位
        1.. if bare.len() == text.len() && COLUMNS.whole_in_name.prefix(rest).is_some() => Kind::Mixed,
        0..=3 if !numbered => Kind::Value,
        _ if digits > 0 && bare.len() == text.len() && left <= 5 && !numbered => Kind::Value,
        _ if COLUMNS.instead.prefix(text).is_some() && left <= 8 => Kind::Instead,
        _ if numbered && !behind.any(|c| c.is_ascii_digit()) => Kind::Words,
        _ => Kind::Mixed,
    }
}

/// How many letters of `text` belong to no number, its unit or its bounds; what stands in brackets behind a number apart.
pub(super) fn words_left(text: &str) -> usize {
    let numbers = quantity::scan_all(text);
    let inside = |at: usize| numbers.iter().any(|q| q.span.start <= at && at < q.span.end);
    let mut depth = 0usize;
    let mut left = 0;
    for (at, c) in text.char_indices() {
        match c {
            '（' | '(' if at > 0 => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        left += usize::from(depth == 0 && c.is_alphabetic() && !inside(at));
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_told_by_what_they_look_like() {
        for (text, kind) in [
            ("12", Kind::Count),
            ("（9）", Kind::Count),
            ("①", Kind::Count),
            ("65.6", Kind::Value),
            ("＜5.5（年均）", Kind::Value),
            ("28亿千瓦以上", Kind::Value),
            ("〔350万〕", Kind::Value),
            ("5左右", Kind::Value),
            ("15分钟", Kind::Value),
            ("5G基站数", Kind::Mixed),
            ("（7）5G基站数", Kind::Mixed),
            ("（7）公园数", Kind::Words),
            ("3岁以下托位", Kind::Mixed),
            ("2-3", Kind::Value),
            ("6/19", Kind::Value),
            ("—", Kind::Dash),
            ("2025年", Kind::Year),
            ("2030目标", Kind::Year),
            ("到2030年", Kind::Year),
            ("到2.5以上", Kind::Value),
            ("2025", Kind::Year),
            ("万人", Kind::Unit),
            ("%", Kind::Unit),
            ("预期性", Kind::Closed),
            ("城镇新增就业（万人）", Kind::Name),
            ("3岁以下婴幼儿入托率（%）", Kind::Name),
            ("细颗粒物（PM2.5）浓度（微克/立方米）", Kind::Name),
            ("与经济增长同步", Kind::Instead),
            ("比2025年降低17%", Kind::Value),
            ("森林覆盖率", Kind::Words),
            ("一、产业兴（3项）1", Kind::Mixed),
            ("一、产业兴（3项）", Kind::Words),
            ("1.空气质量", Kind::Words),
            ("每10万人口中高等教育在校生数", Kind::Mixed),
            ("全面推进乡村振兴。", Kind::Long),
        ] {
            assert_eq!(of(text), kind, "{text}");
        }
    }

    #[test]
    fn names_are_numbered_in_one_way_each() {
        for (text, kind) in [
            ("一、规模", Some(Numbering::Chinese)),
            ("（二）效益", Some(Numbering::InBrackets)),
            ("3.覆盖率", Some(Numbering::Digits)),
            ("４．覆盖率", Some(Numbering::Digits)),
            ("（5）“一件事”办理率", Some(Numbering::DigitsInBrackets)),
            ("⑥5G基站数", Some(Numbering::Ringed)),
            ("3.5", None),
            ("一体化", None),
            ("30以上", None),
            ("（万亩）", None),
            ("覆盖率", None),
        ] {
            assert_eq!(numbering(text), kind, "{text}");
        }
    }
}
