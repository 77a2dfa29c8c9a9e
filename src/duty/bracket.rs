//! The brackets of a text, also those that never close.

use crate::span::{self, Span};

/// How deep a bracket that gives out work may stand in others.
const DEEPEST: usize = 3;

/// A bracket with its signs, and what it holds.
pub(super) struct Bracket {
    /// With its signs.
    pub(super) span: Span,
    /// What stands between them.
    pub(super) inner: Span,
    /// Whether it closes.
    pub(super) closed: bool,
}

/// Whether `c` may open or close a bracket.
pub(super) fn is_bracket(c: char) -> bool {
    matches!(c, '【'..='〕' | '（'..='）' | '['..=']' | '［'..='］')
}

/// The brackets of `text` in the order in which they open.
pub(super) fn read(text: &str) -> Vec<Bracket> {
    let (mut found, mut open): (Vec<Bracket>, Vec<Span>) = (Vec::new(), Vec::new());
    for (at, c) in span::signs(text).filter(|&(_, c)| is_bracket(c)) {
        let next = at + c.len_utf8();
        match c {
            '（' | '【' | '［' | '〔' | '[' => open.push(Span::new(at, next)),
            '）' | '】' | '］' | '〕' | ']' => {
                let Some(Span { start, end }) = open.pop() else { continue };
                if open.len() < DEEPEST {
                    let inner = Span::new(end, at);
                    found.push(Bracket { span: Span::new(start, next), inner, closed: true });
                }
            }
            _ => {}
        }
    }
    // What never closes ends with its sentence.
    if let Some(&Span { start, end: inner }) = open.first() {
        let end = text[inner..].find('。').map_or(text.len(), |offset| inner + offset);
        found.push(Bracket { span: Span::new(start, end), inner: Span::new(inner, end), closed: false });
    }
    found.sort_by_key(|bracket| bracket.span.start);
    found
}

/// Where each of `brackets`, in the order in which they open, ends together with those side by side with it.
pub(super) fn ends(brackets: &[Bracket]) -> Vec<usize> {
    let mut ends = vec![0; brackets.len()];
    for (at, bracket) in brackets.iter().enumerate().rev() {
        let beside = brackets.binary_search_by_key(&bracket.span.end, |next| next.span.start);
        ends[at] = beside.map_or(bracket.span.end, |next| ends[next]);
    }
    ends
}
