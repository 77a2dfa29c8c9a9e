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
            let rest = &text[end..chunk.end];
            let words = rest.starts_with(|c: char| c.is_alphanumeric()) && COLUMNS.instead.prefix(rest).is_none();
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
        let end = end + closed(&source[..number.core.start], &source[end..]);
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
        let written = number.core.of(source).bytes().any(|b| b.is_ascii_digit());
        if written && !year && words && named && unit {
            chunks.push((Span::new(body.start + start, body.start + end), None));
            start = end;
        }
    }
    chunks
}

/// How much of what stands `behind` a value belongs to its row: the bracket that closes the one `before` it, and dashes for values that
/// there are not.
fn closed(before: &str, behind: &str) -> usize {
    let bracket = before.ends_with(['（', '(']) && behind.starts_with(['）', ')']);
    let bracket = if bracket { behind.chars().next().map_or(0, char::len_utf8) } else { 0 };
    let rest = &behind[bracket..];
    let dashes = rest.len() - rest.trim_start_matches(['—', '－', '-']).len();
    let ends = rest[dashes..].starts_with(char::is_alphabetic);
    bracket + if ends { dashes } else { 0 }
}

/// `chunks` of rows that count up, whose numbers stand at the ends of those before them: …7|10|3软件业规模; what stands between two rows
/// is of another column (局 in 局|4覆盖率).
pub(super) fn numbered_chunks(text: &str, chunks: &[(Span, Option<Span>)]) -> Vec<(Span, Option<Span>)> {
    let mut start = chunks.first().map_or(0, |chunk| chunk.0.start);
    let mut numbered: Vec<(Span, Option<Span>)> = Vec::with_capacity(chunks.len());
    for (at, &(chunk, close)) in chunks.iter().enumerate() {
        let last = at + 1 == chunks.len() || close.is_some();
        let number = |number: usize| number_at_end(text, Span::new(start, chunk.end), number).filter(|_| !last);
        let valued = |end: usize| text[start..end].contains(|c: char| c.is_ascii_digit());
        if let Some(end) = number(numbered.len() + 1).filter(|&end| !numbered.is_empty() && !valued(end)) {
            start = end;
            continue;
        }
        let end = number(numbered.len() + 2).unwrap_or(chunk.end);
        numbered.push((Span::new(start, end.max(start)), close));
        start = end;
    }
    numbered
}

/// Where the `number` of the next row begins at the end of `chunk`: before the letter that it counts as a unit (99.976|线损率), or before the
/// digit that opens a name (800|45G基站).
fn number_at_end(text: &str, chunk: Span, number: usize) -> Option<usize> {
    let number = number.to_string();
    let source = chunk.of(text).trim_end();
    let digits = source.trim_end_matches(char::is_alphabetic);
    let unit = source[digits.len()..].chars().count();
    let bare = digits.strip_suffix(number.as_str()).filter(|_| unit <= LONGEST_COUNTER);
    let letter = text[chunk.end..].starts_with(|c: char| c.is_ascii_alphabetic());
    let opens = || digits.strip_suffix(|c: char| c.is_ascii_digit()).filter(|_| letter && unit == 0);
    let bare = bare.or_else(|| opens()?.strip_suffix(number.as_str()));
    bare.map(|bare| chunk.start + bare.len())
}

/// Most letters of a unit behind the number of a row that is none.
const LONGEST_COUNTER: usize = 1;

/// Whether `c` may be part of a bare value.
fn is_sign(c: char) -> bool {
    c.is_ascii_digit() || "%％.〕]］".contains(c)
}
