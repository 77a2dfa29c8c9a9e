//! The words of rows that nothing parts: the group before a number, the number, the name, the unit behind it.

use super::super::kind;
use crate::{
    grid::traits::is_unit,
    lexicon::{CLAUSES, COLUMNS, segment::ends_word},
    span::Span,
};

use super::chunks::FEWEST;

/// Longest unit, in characters.
const LONGEST_UNIT: usize = 8;

/// Longest name of a group before the number of a row, in characters.
pub(super) const LONGEST_GROUP: usize = 14;

/// Most rows on end that could not be read and whose numbers are lost.
const MOST_LOST: u32 = 3;

/// Which columns before the values heads tell of.
#[derive(Clone, Copy)]
pub(super) struct Told {
    pub(super) groups: bool,
    pub(super) numbers: bool,
    pub(super) units: bool,
}

/// The words of a row: the group before its number, its number, its name, its unit.
pub(super) struct Named {
    pub(super) group: Option<Span>,
    pub(super) number: Option<Span>,
    pub(super) name: Span,
    pub(super) unit: Option<Span>,
}

/// Parts numbers that count up, and what stands before them, from the names, where most rows have one or where groups have; and
/// units where a head says that there are some.
pub(super) fn named(text: &str, names: &[Span], told: Told) -> Vec<Named> {
    let mut wanted = 1u32;
    let mut found = Vec::new();
    for &name in names {
        let near = [wanted, wanted.saturating_sub(1)].into_iter().chain(wanted + 1..=wanted + MOST_LOST);
        let cut = near
            .filter(|&n| n > 0)
            .find_map(|n| numbered(text, name, (n, told.numbers)).map(|cut| (n, cut)))
            .or_else(|| before_digits(text, name, wanted).filter(|_| told.numbers).map(|cut| (wanted, cut)));
        if let Some((number, _)) = cut {
            wanted = number + 1;
        }
        found.push(cut.map(|(_, cut)| cut));
    }
    let many = found.iter().flatten().count();
    let most = told.numbers && many * 2 >= names.len()
        || many * 3 >= names.len() * 2
        || many >= FEWEST && wanted as usize > many;
    let mut over = None;
    let mut split = Vec::new();
    // A group is named once, by a word as long as the first.
    let first = names.first().map_or("", |name| name.of(text));
    let short = COLUMNS.short_group_name.prefix(first).is_some() && group_end(first, false).is_none();
    let mut seen: Vec<&str> = Vec::new();
    for (&name, cut) in names.iter().zip(&found) {
        let mut words = Named { group: None, number: None, name, unit: None };
        if let Some((number, from)) = cut.filter(|_| most) {
            words.group = Some(Span::new(name.start, number.start)).filter(|span| !span.is_empty());
            words.number = Some(number);
            words.name = Span::new(from, name.end);
            over = None;
        }
        // 主要污染物减少（%）氨氮: a group that measures; rows below without a unit are in it.
        if let Some(at) = measure_end(words.name.of(text)).filter(|_| !told.units) {
            over = Some(Span::new(words.name.start, words.name.start + at));
            words.name = Span::new(words.name.start + at, words.name.end);
        } else if kind::has_unit(words.name.of(text)) {
            over = None;
        }
        words.group = over.or(words.group);
        if told.groups
            && words.group.is_none()
            && let Some(at) = group_end(words.name.of(text), short && (!seen.is_empty() || split.is_empty()))
            && !seen.contains(&&words.name.of(text)[..at])
        {
            seen.push(&words.name.of(text)[..at]);
            words.group = Some(Span::new(words.name.start, words.name.start + at));
            words.name = Span::new(words.name.start + at, words.name.end);
        }
        split.push(words);
    }
    for words in split.iter_mut().filter(|_| told.units) {
        if let Some(at) = unit_at(words.name.of(text)) {
            let name = words.name;
            words.unit = Some(Span::new(name.start + at, name.end));
            words.name = Span::new(name.start, name.start + at);
        }
    }
    split
}

/// Where what plans call their groups of indicators ends that opens `name`, by a word of two signs too where groups are so `short`:
/// 民生福祉|城镇新增就业, 科技|良种覆盖率.
fn group_end(name: &str, short: bool) -> Option<usize> {
    let few = COLUMNS.short_group_name.prefix(name).filter(|_| short);
    let group = COLUMNS.group_name.prefix(name).or(few)?;
    let rest = &name[group.len()..];
    // 资源环境承载力 is one word, 体育产业增加值 and 公共服务质量满意度 are names.
    let opens = rest.trim_start_matches(['“', '《']);
    let long = opens.chars().take_while(|c| c.is_alphanumeric()).count() >= SHORTEST;
    let measure = CLAUSES.measure.prefix(rest).is_some() || COLUMNS.measure_end.prefix(rest).is_some();
    (long && !measure && ends_word(name, group.len())).then_some(group.len())
}

/// Shortest name behind a group, in characters.
const SHORTEST: usize = 4;

/// Where a unit in brackets ends behind which `name` goes on with a name.
fn measure_end(name: &str) -> Option<usize> {
    let close = name.find(['）', ')'])?;
    let end = close + name[close..].chars().next().map_or(0, char::len_utf8);
    let goes_on = name[end..].chars().take_while(|c| c.is_alphabetic()).count() >= 2;
    (goes_on && kind::has_unit(&name[..end])).then_some(end)
}

/// Where the longest unit that `name` ends in begins.
pub(super) fn unit_at(name: &str) -> Option<usize> {
    let starts = name.char_indices().map(|(at, _)| at).skip(2);
    let short = starts.filter(|at| name[*at..].chars().count() <= LONGEST_UNIT);
    let mut units = short.filter(|&at| is_unit(&name[at..]));
    units.next()
}

/// The number `wanted` in `name`, before its words or behind those of a group, and where the name goes on; where a head says that rows
/// have numbers (`told`), no sign need part it from the name.
fn numbered(text: &str, name: Span, (wanted, told): (u32, bool)) -> Option<(Span, usize)> {
    let source = name.of(text);
    let digits = wanted.to_string();
    let at = source.find(&digits)?;
    let behind = &source[at + digits.len()..];
    let stop = behind.chars().next().filter(|c| matches!(c, '.' | '．' | '、')).map_or(0, char::len_utf8);
    let before = &source[..at];
    let alone = !before.ends_with(|c: char| c.is_ascii_digit() || c == '.')
        && !behind.starts_with(|c: char| c.is_ascii_digit());
    let short = before.chars().count() <= LONGEST_GROUP;
    // （3）覆盖率
    if before.ends_with(['（', '(']) && behind.starts_with(['）', ')']) {
        let open = before.chars().next_back().map_or(0, char::len_utf8);
        let close = behind.chars().next().map_or(0, char::len_utf8);
        let number = Span::new(name.start + at - open, name.start + at + digits.len() + close);
        return (short && number.end < name.end).then_some((number, number.end));
    }
    let number = Span::new(name.start + at, name.start + at + digits.len());
    let parted = stop > 0 || at == 0 || told && behind.starts_with(char::is_alphabetic);
    (alone && short && parted).then_some((number, number.end + stop))
}

/// The number `wanted` that opens `name` or stands behind a group, before a name that begins with digits itself: 9|5G基站数.
fn before_digits(text: &str, name: Span, wanted: u32) -> Option<(Span, usize)> {
    let source = name.of(text);
    let at = source.find(|c: char| c.is_ascii_digit())?;
    let digits = wanted.to_string();
    let rest = source[at..].strip_prefix(digits.as_str())?;
    let named = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '～' | '—'));
    let whole = rest.starts_with(|c: char| c.is_ascii_digit()) && named.starts_with(char::is_alphabetic);
    let number = Span::new(name.start + at, name.start + at + digits.len());
    (whole && source[..at].chars().count() <= LONGEST_GROUP).then_some((number, number.end))
}
