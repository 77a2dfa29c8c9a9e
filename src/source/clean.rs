//! Texts that show as they stand: nothing in them has to be folded, mended or left out, but for traditional characters; and which
//! parts of the others do.

use std::borrow::Cow;

use crate::span::{self, Span};

/// The stretches of `pieces` between white space, where each shows as it stands and nothing joins it to the next.
pub(super) fn stretches<'p>(document: &str, pieces: &'p [Span]) -> Option<Cow<'p, [Span]>> {
    let clean = |piece: &Span| is_clean(piece.of(document));
    let joined = |pieces: &[Span]| {
        pieces.split_last().is_none_or(|(_, before)| before.iter().all(|piece| joins(piece.of(document))))
    };
    if pieces.iter().all(clean) {
        return joined(pieces).then_some(Cow::Borrowed(pieces));
    }
    let parts: Vec<Span> = pieces.iter().flat_map(|piece| words(document, *piece)).collect();
    (parts.iter().all(clean) && joined(&parts)).then_some(Cow::Owned(parts))
}

/// A part of a text, by how it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// As it stands.
    Clean(Span),
    /// Otherwise, with so many ideographs around it that nothing beside them has to do with how.
    Other(Span),
}

/// How many ideographs keep what stands beside them apart: none is read by more of those before or behind it.
const APART: usize = 4;

/// Bytes of an ideograph.
const WIDTH: usize = 3;

/// The parts of `piece`, in order.
pub(super) fn parts(document: &str, piece: Span) -> Vec<Part> {
    let text = piece.of(document);
    let within = |start: usize, end: usize| Span::new(piece.start + start, piece.start + end);
    let (mut parts, mut read) = (Vec::new(), 0);
    let mut signs = span::signs(text).map(|(at, c)| (at, at + c.len_utf8())).peekable();
    while let Some((first, mut last)) = signs.next() {
        // What so few ideographs part is one.
        while let Some((_, end)) = signs.next_if(|&(at, _)| at - last <= 2 * APART * WIDTH) {
            last = end;
        }
        let start = if first - read <= APART * WIDTH { read } else { first - APART * WIDTH };
        let end = if text.len() - last <= APART * WIDTH { text.len() } else { last + APART * WIDTH };
        if is_clean(&text[start..end]) {
            continue;
        }
        if start > read {
            parts.push(Part::Clean(within(read, start)));
        }
        parts.push(Part::Other(within(start, end)));
        read = end;
    }
    if text.len() > read {
        parts.push(Part::Clean(within(read, text.len())));
    }
    parts
}

/// What white space parts in `piece`.
fn words(document: &str, piece: Span) -> impl Iterator<Item = Span> {
    let text = piece.of(document);
    let base = text.as_ptr() as usize;
    text.split_whitespace().map(move |word| {
        let start = piece.start + (word.as_ptr() as usize - base);
        Span::new(start, start + word.len())
    })
}

/// Whether `text` shows as it stands, but for traditional characters: it is written in ideographs, digits, letters and signs of
/// clauses alone, and no sign stands where a number may hold it.
fn is_clean(text: &str) -> bool {
    // Whether a digit stands before, and what stands between it and what follows; where these end.
    let (mut digit, mut sign, mut end) = (false, None, 0);
    let clean = span::signs(text).all(|(at, c)| {
        let before = if at == end { (digit, sign) } else { (false, None) };
        (digit, sign, end) = (false, None, at + c.len_utf8());
        match (c, before) {
            ('0'..='9', (_, None | Some('.'))) => {
                digit = true;
                true
            }
            ('，' | '：' | '.', (true, None)) => {
                sign = Some(c);
                true
            }
            ('，' | '：', (false, None | Some('，' | '：'))) => true,
            (_, (_, None | Some('，' | '：'))) => is_plain(c),
            _ => false,
        }
    });
    clean && !(sign == Some('.') && end == text.len()) && !text.is_empty()
}

/// Whether `c`, no ideograph, digit or sign that a number may hold, shows as it stands wherever it does. A letter O may be a zero.
fn is_plain(c: char) -> bool {
    let sign = matches!(
        c,
        '、' | '。'
            | '；'
            | '！'
            | '？'
            | '（'
            | '）'
            | '《'
            | '》'
            | '“'
            | '”'
            | '‘'
            | '’'
            | '【'
            | '】'
            | '〔'
            | '〕'
            | '—'
            | '…'
            | '－'
            | '%'
            | '+'
            | '-'
            | '/'
            | '·'
    );
    sign || c.is_ascii_alphabetic() && !matches!(c, 'o' | 'O')
}

/// Whether the end of the clean `text` has nothing to do with what follows on the next line: it may not part a number or word.
fn joins(text: &str) -> bool {
    let mut end = text.chars().rev();
    match end.next() {
        Some('，' | '：') => !end.next().is_some_and(|c| c.is_ascii_digit()),
        last => !last.is_some_and(|c| c.is_ascii_alphanumeric()),
    }
}
