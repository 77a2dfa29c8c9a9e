//! How much of a text a page holds, and links to its lines.

use maud::{Markup, html};

use super::{Entry, TEXT};
use crate::span;

/// Where the text that a page shows ends.
pub(super) fn end(text: &str) -> usize {
    if text.len() <= TEXT { text.len() } else { text[..span::floor(text, TEXT)].rfind('\n').unwrap_or(0) }
}

/// Whether the page has a line.
pub(super) fn has_line(entry: &Entry, line: usize) -> bool {
    let text = &entry.text;
    text.len() <= TEXT || line <= text[..end(text)].split('\n').count()
}

/// A link to a line, where the page has it.
pub(super) fn line_link(entry: &Entry, line: usize, words: &str) -> Markup {
    match has_line(entry, line) {
        true => html! { a href={ "#L" (line) } { (words) } },
        false => html! { (words) },
    }
}
