//! Places in a text: byte ranges and the lines and columns people look up.
//!
//! Knows nothing but strings.

use serde::{Deserialize, Serialize};

/// A byte range `start..end` in a text; both ends lie on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The range `start..end`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it holds nothing.
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    pub fn join(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The same stretch in a text that has `by` more bytes in front.
    pub fn shifted(self, by: usize) -> Span {
        Span::new(self.start + by, self.end + by)
    }

    /// The same stretch without the white space at its ends.
    pub fn trimmed(self, text: &str) -> Span {
        let inner = self.of(text);
        let start = self.start + inner.len() - inner.trim_start().len();
        Span::new(start, start + inner.trim().len())
    }

    /// The text it covers; empty where it does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }
}

/// A [`Span`] in half the memory, for what a text holds by the hundred thousand; texts are far shorter than 4 GiB.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Short {
    start: u32,
    end: u32,
}

impl Short {
    /// The span.
    pub fn span(self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }

    /// First byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    pub fn end(self) -> usize {
        self.end as usize
    }
}

impl From<Span> for Short {
    fn from(span: Span) -> Self {
        Self { start: span.start as u32, end: span.end as u32 }
    }
}

/// The last character boundary of `text` at or before byte `at`.
pub fn floor(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// Bytes of text between two places whose characters are counted beforehand.
const BLOCK: usize = 1024;

/// The lines of a text, for turning byte offsets into 1-based lines and columns.
#[derive(Clone, Debug, Default)]
pub struct LineIndex {
    /// Where each line begins: a text of short lines has very many.
    starts: Vec<u32>,
    /// How many characters begin before each block of the text.
    counted: Vec<usize>,
    end: usize,
}

impl LineIndex {
    /// Indexes `text`; lines end at `\n`.
    pub fn new(text: &str) -> Self {
        let mut starts = vec![0];
        starts.extend(text.match_indices('\n').map(|(at, _)| at as u32 + 1));
        let mut counted = vec![0];
        for block in text.as_bytes().chunks(BLOCK) {
            counted.push(counted.last().copied().unwrap_or(0) + characters(block));
        }
        Self { starts, counted, end: text.len() }
    }

    /// How many lines there are; a text that ends in a newline does not count an empty last line.
    pub fn count(&self) -> usize {
        match self.starts.last() {
            Some(&last) if last as usize == self.end && self.starts.len() > 1 => self.starts.len() - 1,
            _ => self.starts.len(),
        }
    }

    /// The 1-based line that holds byte `offset`.
    pub fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start as usize <= offset)
    }

    /// The 1-based column of byte `offset`, in characters.
    pub fn column(&self, text: &str, offset: usize) -> usize {
        let start = self.starts[self.line(offset) - 1] as usize;
        match text.get(start..offset) {
            Some(before) if before.len() <= BLOCK => characters(before.as_bytes()) + 1,
            Some(_) => self.before(text, offset) - self.before(text, start) + 1,
            None => 1,
        }
    }

    /// How many characters begin before byte `offset` of `text`.
    fn before(&self, text: &str, offset: usize) -> usize {
        let block = (offset / BLOCK).min(self.counted.len() - 1);
        self.counted[block] + characters(&text.as_bytes()[block * BLOCK..offset])
    }

    /// The bytes of 1-based `line`, without its line break; `None` where there is no such line.
    pub fn span(&self, text: &str, line: usize) -> Option<Span> {
        let start = *self.starts.get(line.checked_sub(1)?)? as usize;
        let end = self.starts.get(line).map_or(self.end, |&next| next as usize - 1);
        let end = if text[start..end].ends_with('\r') { end - 1 } else { end };
        Some(Span::new(start, end))
    }
}

/// How many characters begin in `bytes` of UTF-8.
pub(crate) fn characters(bytes: &[u8]) -> usize {
    count(bytes, |byte| byte & 0xC0 != 0x80)
}

/// How many of `bytes` are such.
#[inline]
pub(crate) fn count(bytes: &[u8], is: impl Fn(u8) -> bool) -> usize {
    // So few at a time that a byte holds their number.
    let few = bytes.chunks(usize::from(u8::MAX));
    few.map(|few| usize::from(few.iter().map(|&byte| u8::from(is(byte))).sum::<u8>())).sum()
}

/// The characters of `text` that are no ideographs, each with its byte: signs, letters and digits. Most of a text is ideographs,
/// which are known by their first byte.
pub fn signs(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut next = 0;
    std::iter::from_fn(move || {
        while let Some(0xE4..=0xE9) = text.as_bytes().get(next) {
            next += 3;
        }
        let (at, c) = (next, text.get(next..)?.chars().next()?);
        next += c.len_utf8();
        Some((at, c))
    })
}

/// Whether `c` is nothing to a reader: what Unicode lets be left out where it cannot be shown (`Default_Ignorable_Code_Point`), signs of joining and direction, soft hyphens,
/// fillers, tags, variants.
pub fn is_invisible(c: char) -> bool {
    let joins =
        matches!(c, '\u{AD}' | '\u{34F}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{206F}');
    let turns = matches!(c, '\u{61C}' | '\u{202A}'..='\u{202E}');
    let fills = matches!(c, '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{3164}' | '\u{FFA0}');
    let marks = matches!(c, '\u{FEFF}' | '\u{FFF0}'..='\u{FFF8}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}');
    joins || turns || fills || marks || is_variant(c)
}

/// Whether `c` chooses a variant of the character before it.
pub fn is_variant(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_all_that_is_no_ideograph() {
        let text = "a“十四五”：§5€万é𠀀。";
        let signs: Vec<(usize, char)> =
            text.char_indices().filter(|(_, c)| !('\u{4000}'..='\u{9FFF}').contains(c)).collect();
        assert_eq!(super::signs(text).collect::<Vec<_>>(), signs);
        assert_eq!((signs.len(), super::signs("万").count(), super::signs("").count()), (10, 0, 0));
    }

    #[test]
    fn lines_and_columns_are_one_based_and_count_characters() {
        let text = "规划\n到2025年\r\n";
        let index = LineIndex::new(text);
        assert_eq!(index.count(), 2);
        let at = text.find("2025").unwrap_or_default();
        assert_eq!((index.line(at), index.column(text, at)), (2, 2));
        assert_eq!(index.span(text, 2).map(|s| s.of(text)), Some("到2025年"));
        assert_eq!(index.span(text, 9), None);
    }

    #[test]
    fn columns_are_counted_over_blocks() {
        let text = "规划\n".to_owned() + &"到a年".repeat(BLOCK) + "\n末";
        let index = LineIndex::new(&text);
        for (at, _) in text.char_indices().step_by(97) {
            let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
            assert_eq!(index.column(&text, at), text[start..at].chars().count() + 1, "{at}");
        }
        assert_eq!(index.column(&text, text.len()), 2);
        assert_eq!(index.column(&text, 1), 1);
    }
}
