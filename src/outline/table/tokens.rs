//! The cells of tables that lost their lines: one a line, or one a word.

use super::{Sheet, heads_a_value, is_division, is_header_word, is_note, next_text};
use crate::{
    outline::{
        Cell,
        line::{Line, Role},
    },
    source::View,
    span::Span,
};

/// Longest cell, in characters.
const LONGEST: usize = 60;

/// Most cells that are looked at.
const MOST: usize = 4_000;

/// Longest text behind the last row on its line that a table may take with it, in characters.
const REST: usize = 16;

/// A cell or a part of one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    pub(super) span: Span,
    /// The line it stands on.
    pub(super) line: usize,
}

/// The short lines from `at` on.
pub(super) fn by_line(sheet: Sheet<'_>, at: usize) -> Vec<Token<'_>> {
    let (mut tokens, mut next) = (Vec::new(), at);
    while let Some(line) = sheet.lines.get(next).filter(|line| line.role == Role::Body) {
        if !line.is_short(LONGEST) || line.last == '。' || is_note(line) || tokens.len() >= MOST {
            break;
        }
        if !is_page_mark(line.text()) {
            tokens.push(Token { text: line.text(), span: line.span, line: next });
        }
        next = next_text(sheet.lines, next + 1);
    }
    tokens
}

/// The words of the lines from `at` on, where the first opens with names of columns; up to the next heading.
pub(super) fn by_word(sheet: Sheet<'_>, at: usize) -> Vec<Token<'_>> {
    let (mut tokens, mut next) = (Vec::new(), at);
    while let Some(line) = sheet.lines.get(next).filter(|line| line.role == Role::Body) {
        let ends = line.last == '。' || is_note(line) || is_division(line) && !line.text().contains(' ');
        if next > at && ends || tokens.len() >= MOST {
            break;
        }
        if !is_page_mark(line.text()) {
            let left = MOST - tokens.len();
            tokens.extend(words(sheet, line.span).take(left).map(|(text, span)| Token { text, span, line: next }));
        }
        next = next_text(sheet.lines, next + 1);
    }
    tokens
}

/// What follows the first `heads` of `tokens`, without the header where it stands again on the next page.
pub(super) fn below_header<'a>(tokens: &[Token<'a>], heads: usize) -> Vec<Token<'a>> {
    let (header, mut rest) = tokens.split_at(heads.min(tokens.len()));
    let mut cells = Vec::new();
    while let [first, after @ ..] = rest {
        let again = rest.len() >= heads && header.iter().zip(rest).all(|(one, other)| one.text == other.text);
        if again && heads > 0 {
            rest = &rest[heads..];
        } else {
            cells.push(*first);
            rest = after;
        }
    }
    cells
}

/// Whether `line`, however long, opens with the names of columns parted by spaces.
pub(super) fn opens_with_columns(sheet: Sheet<'_>, line: &Line) -> bool {
    let mut words = words(sheet, line.span).map(|(word, _)| word);
    words.next().is_some_and(is_header_word) && words.take(3).any(|word| is_header_word(word) || heads_a_value(word))
}

/// The words of `span`, parted by white space.
pub(super) fn words<'a>(sheet: Sheet<'a>, span: Span) -> impl Iterator<Item = (&'a str, Span)> {
    let source = span.of(&sheet.document.text);
    let base = source.as_ptr() as usize;
    source.split_whitespace().map(move |word| {
        let start = span.start + (word.as_ptr() as usize - base);
        (word, Span::new(start, start + word.len()))
    })
}

/// Whether no more than a few words stand behind `last` on its line, so that the line is the table's.
pub(super) fn ends_line(sheet: Sheet<'_>, last: &Token<'_>) -> bool {
    let end = sheet.lines[last.line].span.end;
    sheet.document.text[last.span.end..end.max(last.span.end)].chars().count() <= REST
}

/// One cell of several tokens.
pub(super) fn joined(sheet: Sheet<'_>, tokens: &[Token<'_>]) -> Cell {
    let spans: Vec<Span> = tokens.iter().map(|token| token.span).collect();
    of_spans(sheet, &spans)
}

/// One cell of several places, from the first to the last.
pub(super) fn of_spans(sheet: Sheet<'_>, spans: &[Span]) -> Cell {
    let Some(span) = spans.iter().copied().reduce(Span::join) else { return Cell::default() };
    Cell { span, view: View::new(&sheet.document.text, spans) }
}

/// `— 12 —` between the rows of two pages.
fn is_page_mark(text: &str) -> bool {
    let dash = |c: char| matches!(c, '—' | '-' | '－' | '–');
    let inner = text.trim_matches(|c: char| dash(c) || c.is_whitespace());
    text.starts_with(dash) && text.ends_with(dash) && !inner.is_empty() && inner.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_marks_are_told_from_cells() {
        assert!(is_page_mark("— 12 —") && is_page_mark("-3-"));
        assert!(!is_page_mark("—") && !is_page_mark("12") && !is_page_mark("-5"));
    }
}
