//! Where a gold quote stands: white space is read through, and a quote may run over lines and page numbers.
//!
//! Knows the text and its lines, nothing of statements.

use crate::lexicon::SIGNS;
use crate::span::{LineIndex, Span, is_invisible};

/// The text without white space, each character with its byte offset.
pub(super) struct Squeezed<'a> {
    text: &'a str,
    lines: LineIndex,
    chars: Vec<(char, usize)>,
    /// The same without the lines that hold nothing but a page number.
    paged: Vec<(char, usize)>,
}

impl<'a> Squeezed<'a> {
    /// Prepares `text`.
    pub(super) fn new(text: &'a str) -> Self {
        let lines = LineIndex::new(text);
        let chars: Vec<(char, usize)> =
            text.char_indices().filter(|&(_, c)| !is_blank(c)).map(|(at, c)| (c, at)).collect();
        let page: Vec<bool> = (1..=lines.count() + 1)
            .map(|line| lines.span(text, line).is_some_and(|span| is_page_number(span.of(text))))
            .collect();
        let paged = chars.iter().copied().filter(|&(_, at)| page.get(lines.line(at) - 1) != Some(&true)).collect();
        Self { text, lines, chars, paged }
    }

    /// How many lines there are.
    pub(super) fn line_count(&self) -> usize {
        self.lines.count()
    }

    /// The text of 1-based `line`.
    pub(super) fn line(&self, line: usize) -> &str {
        self.lines.span(self.text, line).map_or("", |span| span.of(self.text))
    }

    /// The text at a place.
    pub(super) fn at(&self, place: Span) -> &str {
        place.of(self.text)
    }

    /// The places at which `quote` begins on 1-based `line`, those that cut no number first tried.
    pub(super) fn find(&self, quote: &str, line: usize) -> Vec<Span> {
        let Some(span) = self.lines.span(self.text, line) else { return Vec::new() };
        let wanted: Vec<char> = quote.chars().filter(|&c| !is_blank(c)).collect();
        for chars in [&self.chars, &self.paged] {
            let places = find_in(chars, &wanted, span);
            let whole: Vec<Span> = places.iter().copied().filter(|&place| !self.cuts_number(place)).collect();
            if !whole.is_empty() {
                return whole;
            }
            if !places.is_empty() {
                return places;
            }
        }
        Vec::new()
    }

    /// Whether a digit stands directly before a place that begins, or after one that ends, with a digit.
    fn cuts_number(&self, place: Span) -> bool {
        let inside = place.of(self.text);
        let before = self.text[..place.start].chars().next_back();
        let after = self.text[place.end..].chars().next();
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        (digit(before) || before == Some('.')) && digit(inside.chars().next())
            || digit(after) && digit(inside.chars().next_back())
    }
}

fn find_in(chars: &[(char, usize)], wanted: &[char], line: Span) -> Vec<Span> {
    let first = chars.partition_point(|&(_, at)| at < line.start);
    let last = chars.partition_point(|&(_, at)| at < line.end);
    let Some(length) = wanted.len().checked_sub(1) else { return Vec::new() };
    (first..last)
        .filter_map(|start| chars.get(start..=start + length))
        .filter(|run| run.iter().map(|&(c, _)| c).eq(wanted.iter().copied()))
        .filter_map(|run| Some((run.first()?, run.last()?)))
        .map(|(&(_, start), &(c, end))| Span::new(start, end + c.len_utf8()))
        .collect()
}

/// `span` without white space at its ends.
pub(super) fn trimmed(text: &str, span: Span) -> Span {
    let inside = span.of(text);
    let start = span.start + (inside.len() - inside.trim_start_matches(is_blank).len());
    Span::new(start.min(span.end), span.start + inside.trim_end_matches(is_blank).len())
}

/// White space, and the characters that take no room.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

/// A line that holds nothing but a page number: `12`, `- 12 -`, `— 12 —`, `第 12 页`.
fn is_page_number(line: &str) -> bool {
    let core: String = line.chars().filter(|c| !is_blank(*c)).collect();
    let core = core.trim_matches(['-', '—', '–', '－', '·', '―', '─']);
    let core = SIGNS.ordinal.strip_prefix(core).and_then(|core| SIGNS.page.strip_suffix(core)).unwrap_or(core);
    (1..=4).contains(&core.len()) && core.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_breaks_and_page_numbers_are_read_through() {
        let text = "总量突破 1000\n— 12 —\n家企业\n13 家和 3 家";
        let squeezed = Squeezed::new(text);
        let places = squeezed.find("突破1000家", 1);
        assert_eq!(places.iter().map(|p| p.of(text)).collect::<Vec<_>>(), ["突破 1000\n— 12 —\n家"]);
        assert_eq!(squeezed.find("12", 2).len(), 1);
        let three = squeezed.find("3 家", 4);
        assert_eq!(three.len(), 1);
        assert!(text[..three[0].start].ends_with("和 "));
        assert!(squeezed.find("突破", 2).is_empty());
        assert!(squeezed.find("突破", 99).is_empty());
    }

    #[test]
    fn ends_are_trimmed() {
        let text = " 5 家 ";
        assert_eq!(trimmed(text, Span::new(0, text.len())).of(text), "5 家");
    }
}
