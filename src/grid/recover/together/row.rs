//! A row that nothing parts: words, and values at its end.

use super::pieces::{Asked, Known, Pieces};
use crate::{
    lexicon::{CLAUSES, COLUMNS, segment::ends_word, signs},
    span::Span,
};

/// Furthest from the end of a row that its values begin, in characters.
const FURTHEST: usize = 64;

/// About how many characters a value takes up at most.
const NEAREST: usize = 12;

/// A row: its words, its values, and the word that closes it.
pub(super) struct Row {
    pub(super) name: Span,
    pub(super) values: Vec<Span>,
    pub(super) close: Option<Span>,
}

/// The row that `span` holds: words, and `count` values at its end; with what the parting costs.
pub(super) fn row(text: &str, (span, close): (Span, Option<Span>), asked: &Asked, known: &Known) -> Option<(Row, f32)> {
    let source = span.of(text);
    let from = source.char_indices().rev().nth(FURTHEST.min(NEAREST * (asked.count + 1))).map_or(0, |(at, _)| at);
    let spaced = asked.spaced || is_spaced(&source[from..]);
    let mut cuts: Vec<usize> =
        source[from..].char_indices().map(|(at, _)| from + at).filter(|&at| opens_value(source, at, spaced)).collect();
    cuts.push(source.len());
    let pieces = Pieces::new((source, span.start), cuts, asked, known);
    let (from, ends, cost) = pieces.cheapest(asked.count)?;
    let trimmed = |start: usize, end: usize| Span::new(span.start + start, span.start + end).trimmed(text);
    let mut values = Vec::new();
    let mut start = from;
    for end in ends {
        values.push(trimmed(start, end));
        start = end;
    }
    Some((Row { name: trimmed(0, from), values, close }, cost))
}

/// Whether a value may begin at `at`: with a digit, a sign of values, or words that stand for one; digits beside each other are of one value
/// where white space parts values (`spaced`).
fn opens_value(source: &str, at: usize, spaced: bool) -> bool {
    let rest = &source[at..];
    let before = source[..at].chars().next_back();
    let Some(first) = rest.chars().next() else { return false };
    if spaced && before.is_some_and(|c| c.is_ascii_digit()) && first.is_ascii_digit() {
        return false;
    }
    let sign = "<>＜＞≤≥—-－–〔[［*±".contains(first);
    let bracket = matches!(first, '（' | '(') && rest[first.len_utf8()..].starts_with(|c: char| c.is_ascii_digit());
    // 完成|率 names a measure.
    // 适应|性, 应用 hold a sign that opens 应保尽保.
    let whole =
        |word: &str| word.chars().nth(1).is_some() || ends_word(source, at) && ends_word(source, at + word.len());
    let instead = || COLUMNS.instead.prefix(rest).is_some_and(whole) && COLUMNS.state.prefix(rest).is_none();
    let words = || instead() || leads(rest);
    first.is_ascii_digit() && before != Some('.') || sign || bracket || words()
}

/// Whether words that stand around values open `rest`, before a value: 提高到97%, 新增150个.
fn leads(rest: &str) -> bool {
    // 比2025年|降低 ends names.
    let moves = |word: &str| COLUMNS.growth.has(word) || COLUMNS.addition.has(word) || CLAUSES.fall.has(word);
    let long = COLUMNS.before_value.prefix(rest).filter(|word| word.chars().nth(1).is_some() && !moves(word));
    let digit = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit() || "<>＜＞≤≥".contains(c));
    // 第38位
    let placed = rest.strip_prefix(signs::ordinal).is_some_and(digit);
    placed || long.is_some_and(|word| digit(&rest[word.len()..]))
}

/// Whether white space parts values in `source`.
pub(super) fn is_spaced(source: &str) -> bool {
    let value = |c: char| c.is_ascii_digit() || "<>＜＞≤≥—〔[".contains(c);
    let mut words = source.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let next = words.peek().is_some_and(|next| next.starts_with(value));
        if word.ends_with(|c: char| c.is_ascii_digit() || "—%〕]".contains(c)) && next {
            return true;
        }
    }
    false
}
