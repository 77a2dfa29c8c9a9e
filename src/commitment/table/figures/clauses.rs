//! The clauses of a cell, each with the brackets behind it.

use crate::{
    lexicon::{COLUMNS, PROMISES},
    span::Span,
};

use crate::commitment::names;

/// A clause of a cell with the brackets behind it.
pub(super) struct Clause {
    pub(super) span: Span,
    pub(super) asides: Vec<Span>,
}

/// The clauses of `text`: parted by commas, semicolons and stops outside round brackets. Brackets with nothing before them
/// are a clause.
pub(super) fn clauses(text: &str) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = Vec::new();
    let (mut start, mut end, mut depth, mut opened) = (0, None::<usize>, 0usize, None);
    let mut asides: Vec<Span> = Vec::new();
    let mut chars = text.char_indices().peekable();
    let mut close = |start: usize, end: usize, asides: &mut Vec<Span>| {
        let mut asides = std::mem::take(asides);
        let bare = text[start..end].trim().is_empty();
        let span = if bare && !asides.is_empty() { asides.remove(0) } else { Span::new(start, end) };
        clauses.push(Clause { span, asides });
    };
    while let Some((at, c)) = chars.next() {
        let digit = chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        match c {
            '（' | '(' => {
                if depth == 0 && !names_places(text, at) {
                    end.get_or_insert(at);
                    opened = Some(at + c.len_utf8());
                }
                depth += 1;
            }
            '）' | ')' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    asides.extend(opened.take().map(|opened| Span::new(opened, at)));
                }
            }
            '，' | '；' | ';' | '。' | '、' if depth == 0 => {
                close(start, end.take().unwrap_or(at), &mut asides);
                start = at + c.len_utf8();
            }
            ',' if depth == 0 && !digit => {
                close(start, end.take().unwrap_or(at), &mut asides);
                start = at + 1;
            }
            _ if depth == 0 && opens_part(text, start, at) => {
                close(start, end.take().unwrap_or(at), &mut asides);
                start = at;
            }
            // Text behind a bracket goes on with what stands before it (20（万人）以上).
            _ => {}
        }
    }
    close(start, end.unwrap_or(text.len()).max(start), &mut asides);
    clauses
}

/// 每个县|（市、区）至少1所: whether the bracket at `at` tells more kinds of places and goes on.
fn names_places(text: &str, at: usize) -> bool {
    let Some(close) = text[at..]
        .find(['）', ')'])
        .map(|close| at + close + text[at + close..].chars().next().map_or(0, char::len_utf8))
    else {
        return false;
    };
    PROMISES.kind_of_place.suffix(&text[..close]).is_some_and(|kind| kind.ends_with(&text[at..close]))
}

/// Most characters of the name of a part before its colon.
const LONGEST_PART: usize = 8;

/// Whether a part of what is measured is named at `at`, behind the value of another that began at `start` (城镇：99.8农村：96).
fn opens_part(text: &str, start: usize, at: usize) -> bool {
    let (before, rest) = (&text[start..at], &text[at..]);
    let value = before.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '%' | '‰'))
        || COLUMNS.or_above.suffix(before).is_some();
    let name = || rest.find(['：', ':']).map(|colon| &rest[..colon]);
    let named = |name: &str| {
        (2..=LONGEST_PART).contains(&name.chars().count()) && name.chars().all(|c| c.is_alphabetic() && !c.is_ascii())
    };
    let unit = |name: &str| name.char_indices().skip(1).take(3).any(|(end, _)| names::is_unit(&name[..end]));
    value && before.contains(['：', ':']) && name().is_some_and(|name| named(name) && !unit(name))
}
