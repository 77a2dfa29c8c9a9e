//! Where rows that nothing parts may end: behind their values, behind what closes them, before what opens the next one.

use super::shape::{Place, Shape};
use crate::{
    grid::traits::{is_unit, names_group},
    lexicon::{COLUMNS, DUTIES, signs, units::named, years},
    span::{self, Span},
};

/// Farthest behind its values that a row ends, in bytes.
const LONGEST_TAIL: usize = 120;

/// Longest remark behind a nature, with it, in characters.
const LONGEST_NOTE: usize = 24;

/// Most digits before words that open the next row.
const MOST_DIGITS: usize = 7;

/// What it costs that words alone stand before what closes a row.
const WORDED: f32 = 0.6;

/// Where a row may end.
#[derive(Clone, Copy, Debug)]
pub(super) struct End {
    pub(super) at: usize,
    /// Where its values end, what closes it, and where the next row begins.
    pub(super) values: usize,
    pub(super) close: Option<Span>,
    pub(super) next: usize,
    pub(super) cost: f32,
}

/// A text in which rows end.
pub(super) struct Ends<'t> {
    pub(super) text: &'t str,
    pub(super) body: Span,
    pub(super) shape: &'t Shape,
}

impl Ends<'_> {
    /// Where rows may end.
    pub(super) fn all(&self) -> Vec<End> {
        let source = self.body.of(self.text);
        let mut ends = Vec::new();
        let mut before: Option<char> = None;
        for (at, c) in source.char_indices().chain([(source.len(), '\0')]) {
            let rest = &source[at..];
            let begins =
                before.is_some_and(|before| match before.is_alphabetic() && rest.starts_with(char::is_alphabetic) {
                    true => self.closes(&source[..at]),
                    false => may_begin(before, rest),
                });
            if begins {
                ends.extend(self.end(self.body.start + at));
            }
            // 28亿千瓦以上|装机
            let counts = before.is_some_and(|before| before.is_ascii_digit()) && rest.starts_with(char::is_alphabetic);
            if let Some(unit) = unit_before(rest, |_| true).filter(|_| counts && self.shape.unit == Place::Nowhere) {
                let tail = COLUMNS.tail.prefix(&rest[unit..]).map_or(0, str::len);
                ends.extend(self.end(self.body.start + at + unit + tail));
            }
            before = Some(c);
        }
        ends.sort_by(|a: &End, b| {
            (a.next, a.values, a.at).cmp(&(b.next, b.values, b.at)).then(a.cost.total_cmp(&b.cost))
        });
        ends.dedup_by_key(|end| (end.next, end.values));
        ends.sort_by_key(|end| end.at);
        ends
    }

    /// Whether `before` ends with what closes rows: a nature, a unit behind the values, a body.
    fn closes(&self, before: &str) -> bool {
        let low = span::floor(before, before.len().saturating_sub(LONGEST_TAIL));
        let unit = || {
            let tail = before[low..].rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
            is_unit(tail)
        };
        // 16个百分点|覆盖率
        let behind = before[low..].trim_end_matches(char::is_alphabetic);
        let counted = &before[low + behind.len()..];
        let own = behind.ends_with(|c: char| c.is_ascii_digit()) && matches!(counted, named::TIMES | named::POINTS);
        own || self.shape.nature == Place::Last && COLUMNS.natures.suffix(before).is_some_and(is_whole_nature)
            || self.shape.unit == Place::Last && unit()
            || self.shape.bodies && !self.shape.numbered && DUTIES.is_body(&before[low..])
    }

    /// How a row ends at `at`, dearly where what stands behind it is the unit of the values before it (12个|15个 before 个广场).
    fn end(&self, at: usize) -> Option<End> {
        let end = self.end_at(at)?;
        let low = span::floor(self.text, end.values.saturating_sub(LONGEST_TAIL)).max(self.body.start);
        let (before, behind) = (&self.text[low..end.values], &self.text[end.values..self.body.end]);
        let closed = end.close.is_some_and(|close| close.start != end.values);
        let counts = before.ends_with(|c: char| c.is_ascii_digit());
        let lost = !closed && counts && goes_on_in_unit(before, behind);
        Some(End { cost: end.cost + if lost { UNIT_LOST } else { 0.0 }, ..end })
    }

    /// The same, whatever stands behind it.
    fn end_at(&self, at: usize) -> Option<End> {
        // 比2025|年降低
        let year = self.text[..at].len().checked_sub(4).and_then(|from| self.text.get(from..at));
        let of_plans = year.is_some_and(|year| year.parse::<i32>().is_ok_and(years::is_of_plans));
        if of_plans && self.text[at..].starts_with(signs::year) {
            return None;
        }
        let low = span::floor(self.text, at.saturating_sub(LONGEST_TAIL)).max(self.body.start);
        let source = &self.text[low..at];
        let counts = |at: usize| {
            source[..at].rsplit(['（', '(']).next().is_some_and(|inner| inner.contains(|c: char| c.is_ascii_digit()))
        };
        let of_value = |&(at, c): &(usize, char)| match c {
            '）' | ')' => counts(at),
            c => c.is_ascii_digit() || "%％‰〕]］—－-".contains(c),
        };
        let noted = (self.shape.notes && self.shape.nature == Place::Last)
            .then(|| {
                source
                    .char_indices()
                    .rev()
                    .map(|(at, _)| at)
                    .find(|&at| nature_in(&source[at..]).is_some_and(|(from, _)| from == 0))
            })
            .flatten()
            .filter(|&at| source[at..].chars().count() <= LONGEST_NOTE);
        let valued = source[..noted.unwrap_or(source.len())].char_indices().rev().find(of_value);
        let mut values = valued.map_or(0, |(at, c)| at + c.len_utf8());
        if valued.is_none() && self.shape.nature != Place::Last {
            return None;
        }
        while let Some(word) = COLUMNS.tail.prefix(&source[values..]) {
            values += word.len();
        }
        values += aside(&source[values..]);
        values = source.len() - source[values..].trim_start().len();
        let mut tail = &source[values..];
        let mut cost = 0.0;
        if self.shape.unit != Place::Last
            && let Some(unit) = unit_before(tail, |rest| {
                rest.is_empty()
                    || COLUMNS.natures.prefix(rest).is_some()
                    || COLUMNS.tail.has(rest)
                    || self.shape.bodies && DUTIES.is_body(rest)
            })
        {
            let unit = unit + COLUMNS.tail.prefix(&tail[unit..]).map_or(0, str::len);
            values += unit;
            tail = &tail[unit..];
            cost += 0.3;
        }
        let place = |from: usize, to: usize| Span::new(low + from, low + to);
        let end = |values: usize, close: Option<Span>, next: usize, cost: f32| {
            Some(End { at, values: low + values, close, next: low + next, cost })
        };
        let told = COLUMNS.instead.prefix(tail).is_some();
        if self.shape.nature == Place::Last
            && let Some((from, word)) = nature_in(tail)
        {
            // 居民收入|与经济增长同步|预期性 holds no digit.
            let cost = cost + if from == 0 || told { 0.0 } else { WORDED };
            let close = Some(place(values + from, values + from + word.len()));
            let behind = &tail[from + word.len()..];
            let body = self.shape.bodies && (DUTIES.is_body(behind) || !self.shape.grouped) || noted.is_some();
            let next = if body || behind.is_empty() { source.len() } else { values + from + word.len() };
            return end(
                values + from,
                close,
                next,
                cost + if behind.is_empty() || body || self.shape.grouped { 0.0 } else { 0.6 },
            );
        }
        let missing = if self.shape.nature == Place::Last { 2.0 } else { 0.0 };
        let cost = cost + missing;
        if tail.is_empty() {
            let bare = self.shape.unit == Place::Last || self.shape.bodies;
            return end(values, None, values, cost + if bare { 1.5 } else { 0.0 });
        }
        if self.shape.unit == Place::Last
            && let Some(length) = unit_before(tail, |_| true)
        {
            return end(
                values,
                Some(place(values, values + length)),
                values + length,
                cost + if length == tail.len() { 0.0 } else { 0.6 },
            );
        }
        if self.shape.bodies {
            let from = if told { body_at(tail) } else { Some(0) };
            let from = from.unwrap_or(tail.len());
            let known = DUTIES.is_body(&tail[from..]);
            let close = Some(place(values + from, source.len())).filter(|span| !span.is_empty());
            return end(values + from, close, source.len(), cost + if known { 0.0 } else { 0.8 });
        }
        if told {
            return end(source.len(), None, source.len(), cost + 0.3);
        }
        if self.shape.notes {
            return end(values, None, source.len(), cost + 0.5);
        }
        // What stands before the number of the next row is its group.
        end(values, None, values, cost + if self.shape.grouped || names_group(tail) { 0.0 } else { 1.5 })
    }
}

/// Whether `form` is a nature as tables write it: 约束性, not 约束.
fn is_whole_nature(form: &str) -> bool {
    form.chars().nth(2).is_some()
}

/// The first whole nature in `text`.
pub(super) fn nature_in(text: &str) -> Option<(usize, &'static str)> {
    let places = text.char_indices().map(|(at, _)| at);
    places.filter_map(|at| Some((at, COLUMNS.natures.prefix(&text[at..])?))).find(|(_, form)| is_whole_nature(form))
}

/// Where the body begins that `text` ends in.
fn body_at(text: &str) -> Option<usize> {
    text.char_indices().map(|(at, _)| at).skip(2).find(|&at| DUTIES.is_body(&text[at..]))
}

/// Whether `behind` opens with a unit that stands behind a number in `before` too; 年 opens 年均 and other words.
fn goes_on_in_unit(before: &str, behind: &str) -> bool {
    let ends = behind.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST_UNIT);
    ends.map(|end| &behind[..end]).any(|unit| {
        let counted = |at: usize| before[..at].ends_with(|c: char| c.is_ascii_digit());
        is_unit(unit) && !unit.starts_with(signs::year) && before.match_indices(unit).any(|(at, _)| counted(at))
    })
}

/// Longest unit that goes on behind values, in characters.
const LONGEST_UNIT: usize = 4;

/// What it costs to part a value from the unit that those before it have.
const UNIT_LOST: f32 = 2.0;

/// How long the longest unit is that `text` opens with and behind which the rest is `fit`.
pub(super) fn unit_before(text: &str, fit: impl Fn(&str) -> bool) -> Option<usize> {
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(8);
    ends.filter(|&end| is_unit(&text[..end]) && fit(&text[end..])).last()
}

/// How long the words in brackets are that `text` opens with and that tell how a value is meant: （年均）.
fn aside(text: &str) -> usize {
    let inner = text.strip_prefix(['（', '(']).and_then(|open| open.split(['）', ')']).next());
    let told = inner.filter(|inner| COLUMNS.mean.has(inner) || COLUMNS.yearly.has(inner) || COLUMNS.total.has(inner));
    told.map_or(0, |inner| "（".len() + inner.len() + "）".len()).min(text.len())
}

/// Whether a row may begin with `rest`, behind the sign `before`: with words behind a value or behind what closes a row, or with digits that
/// number it or open its name.
fn may_begin(before: char, rest: &str) -> bool {
    let Some(first) = rest.chars().next() else { return true };
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let sign = !before.is_alphanumeric() && !matches!(before, '（' | '(' | '“' | '《' | '、' | '.' | '．');
    if digits == 0 {
        let named = first.is_alphabetic() || matches!(first, '“' | '《' | '（' | '(') || ('①'..='⑳').contains(&first);
        return named && (sign || before.is_alphanumeric());
    }
    let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit() || ".．、—～×".contains(c));
    let words = behind.starts_with(|c: char| c.is_alphabetic() || matches!(c, '“' | '《'));
    digits <= MOST_DIGITS && words && before != '.'
}
