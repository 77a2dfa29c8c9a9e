//! Where the rows end that nothing parts: behind the word for their nature, or behind a value that words follow.

use crate::{
    lexicon::{COLUMNS, units::named},
    quantity,
    span::{self, Span},
};

/// Fewest rows that make a table.
pub(super) const FEWEST: usize = 3;

/// Bytes of the longest name of a row; what stands farther before a value is no part of it.
const LONGEST_NAME: usize = 600;

/// The natures in `body`.
pub(super) fn natures(text: &str, body: Span) -> Vec<Span> {
    let source = body.of(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < source.len() {
        let rest = &source[at..];
        match COLUMNS.natures.prefix(rest).filter(|form| form.chars().count() == 3) {
            Some(form) => {
                found.push(Span::new(body.start + at, body.start + at + form.len()));
                at += form.len();
            }
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    found
}

/// What stands before each nature.
pub(super) fn closed_chunks(text: &str, body: Span, natures: &[Span]) -> Vec<(Span, Option<Span>)> {
    let mut start = body.start;
    let mut chunks = Vec::new();
    for &nature in natures {
        let chunk = Span::new(start, nature.start);
        let mut from = chunk.start;
        // A total in brackets that words follow ends a row that shares its nature with one above.
        for (at, c) in chunk.of(text).char_indices() {
            let end = chunk.start + at + c.len_utf8();
            let words = end < chunk.end && text[end..].starts_with(|c: char| c.is_alphanumeric());
            if matches!(c, '〕' | '］' | ']') && words {
                chunks.push((Span::new(from, end), None));
                from = end;
            }
        }
        chunks.push((Span::new(from, chunk.end), Some(nature)));
        start = nature.end;
    }
    chunks
}

/// The pieces of `body` that end with a value which words follow.
pub(super) fn valued_chunks(text: &str, body: Span) -> Vec<(Span, Option<Span>)> {
    let source = body.of(text);
    let numbers = quantity::scan_all(source);
    let named = source.matches(['）', ')']).count();
    let units = numbers.iter().filter(|q| source[..q.span.start].ends_with(['）', ')'])).count();
    // Where units stand in brackets behind the names, only what follows one is a value.
    let by_unit = units * 2 > numbers.len() && named >= FEWEST;
    let mut chunks = Vec::new();
    let mut start = 0;
    for number in &numbers {
        let end = if by_unit {
            source[..number.span.end]
                .rfind(is_sign)
                .map_or(number.span.end, |at| at + source[at..].chars().next().map_or(1, char::len_utf8))
        } else {
            number.span.end
        };
        let end = end + COLUMNS.tail.prefix(&source[end..]).map_or(0, str::len);
        if end <= start {
            continue;
        }
        let year = number.unit == named::YEAR
            && source[number.core.start..].bytes().take(4).filter(u8::is_ascii_digit).count() == 4;
        let behind = source[end..].trim_start_matches('\n').chars().next();
        let words = behind.is_none_or(|c| c.is_alphabetic() || c == '“');
        let name =
            &source[start.max(span::floor(source, number.span.start.saturating_sub(LONGEST_NAME)))..number.span.start];
        let named = name.chars().filter(|c| c.is_alphabetic()).count() >= 3;
        let unit = !by_unit
            || name.ends_with(['）', ')'])
            || name.contains(['）', ')']) && !name.ends_with(char::is_alphabetic);
        if !year && words && named && unit {
            chunks.push((Span::new(body.start + start, body.start + end), None));
            start = end;
        }
    }
    chunks
}

/// Whether `c` may be part of a bare value.
fn is_sign(c: char) -> bool {
    c.is_ascii_digit() || "%％.〕]］".contains(c)
}
