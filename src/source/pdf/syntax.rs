//! What the syntax of a PDF must not do, looked at before the file is read: nest deep, hold more operators than any plan,
//! or place text where no page is.
//!
//! One pass over bytes in pieces; knows brackets, strings, numbers and words, not what they mean.

use crate::source::{error::SourceError, limits};

/// Arrays and dictionaries inside one another.
const DEPTH: usize = 500;

/// Operators of all pages.
const OPERATORS: usize = 5_000_000;

/// States saved (`q`) and not restored (`Q`).
const SAVED: usize = 10_000;

/// Digits before the point of a number that places something.
const DIGITS: usize = 8;

/// What the bytes at hand are inside of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Inside {
    #[default]
    Nothing,
    Comment,
    Text {
        depth: usize,
        escaped: bool,
    },
    /// Behind the first `<` of a dictionary or string of digits.
    Open,
    Digits,
    /// Behind the first `>` of a dictionary's end.
    Close,
    Word,
    Name,
    Number {
        digits: usize,
        whole: bool,
    },
}

/// Counts over the bytes it is shown.
#[derive(Debug, Default)]
pub(super) struct Look {
    inside: Inside,
    depth: usize,
    deepest: usize,
    operators: usize,
    saved: usize,
    most_saved: usize,
    most_digits: usize,
    /// The word at hand, as long as it has one letter.
    word: Option<u8>,
}

impl Look {
    /// Begins another stream or the part of the file between two; operators are counted on.
    pub(super) fn begin(&mut self) {
        *self = Self { operators: self.operators, ..Self::default() };
    }

    /// Looks at the next bytes; `places` is whether their numbers may place something.
    ///
    /// # Errors
    /// Where they are beyond a limit.
    pub(super) fn at(&mut self, bytes: &[u8], places: bool) -> Result<(), SourceError> {
        bytes.iter().for_each(|&byte| self.byte(byte));
        limits::at_most("levels of arrays and dictionaries in the file", self.deepest, DEPTH)?;
        limits::at_most("graphics states saved on a page", self.most_saved, SAVED)?;
        if places {
            limits::at_most("digits in a place on a page", self.most_digits, DIGITS)?;
        }
        limits::at_most("operators on the pages", self.operators, OPERATORS)
    }

    fn byte(&mut self, byte: u8) {
        self.inside = match (self.inside, byte) {
            (Inside::Comment, b'\n' | b'\r') => Inside::Nothing,
            (Inside::Comment, _) => Inside::Comment,
            (Inside::Text { depth, escaped }, _) => text(depth, escaped, byte),
            (Inside::Open, b'<') => {
                self.deeper();
                Inside::Nothing
            }
            (Inside::Open | Inside::Digits, b'>') => Inside::Nothing,
            (Inside::Open | Inside::Digits, _) => Inside::Digits,
            (Inside::Close, b'>') => {
                self.depth = self.depth.saturating_sub(1);
                Inside::Nothing
            }
            (Inside::Word, b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'*' | b'\'' | b'"') => {
                self.word = None;
                Inside::Word
            }
            (Inside::Name, _) if !ends_name(byte) => Inside::Name,
            (Inside::Number { digits, whole }, b'0'..=b'9') => {
                let digits = digits + usize::from(whole);
                self.most_digits = self.most_digits.max(digits);
                Inside::Number { digits, whole }
            }
            (Inside::Number { digits, .. }, b'.') => Inside::Number { digits, whole: false },
            (before, _) => {
                if before == Inside::Word {
                    self.end_word();
                }
                self.start(byte)
            }
        };
    }

    /// The byte that follows what has ended.
    fn start(&mut self, byte: u8) -> Inside {
        match byte {
            b'[' => self.deeper(),
            b']' => self.depth = self.depth.saturating_sub(1),
            b'<' => return Inside::Open,
            b'>' => return Inside::Close,
            b'%' => return Inside::Comment,
            b'(' => return Inside::Text { depth: 1, escaped: false },
            b'/' => return Inside::Name,
            b'0' => return Inside::Number { digits: 0, whole: true },
            b'1'..=b'9' => return Inside::Number { digits: 1, whole: true },
            b'A'..=b'Z' | b'a'..=b'z' | b'\'' | b'"' => {
                self.word = Some(byte);
                return Inside::Word;
            }
            _ => {}
        }
        Inside::Nothing
    }

    fn deeper(&mut self) {
        self.depth += 1;
        self.deepest = self.deepest.max(self.depth);
    }

    fn end_word(&mut self) {
        self.operators += 1;
        match self.word.take() {
            Some(b'q') => {
                self.saved += 1;
                self.most_saved = self.most_saved.max(self.saved);
            }
            Some(b'Q') => self.saved = self.saved.saturating_sub(1),
            _ => {}
        }
    }
}

fn text(depth: usize, escaped: bool, byte: u8) -> Inside {
    match byte {
        _ if escaped => Inside::Text { depth, escaped: false },
        b'\\' => Inside::Text { depth, escaped: true },
        b'(' => Inside::Text { depth: depth + 1, escaped: false },
        b')' if depth == 1 => Inside::Nothing,
        b')' => Inside::Text { depth: depth - 1, escaped: false },
        _ => Inside::Text { depth, escaped: false },
    }
}

fn ends_name(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b'/' | b'[' | b']' | b'<' | b'>' | b'(' | b')' | b'%')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(text: &str) -> Result<(), SourceError> {
        Look::default().at(text.as_bytes(), true)
    }

    #[test]
    fn nesting_operators_and_places_have_limits() {
        let page = "q 1 0 0 1 70.8661417322 10 cm BT /F1 12 Tf [(\\(a[[[) -250 <0001> <123456789012>] TJ ET <</A <</B 1>>>> Q % [[[[\n";
        assert_eq!(look(&page.repeat(2000)), Ok(()));
        for hostile in ["[".repeat(501), "<</A ".repeat(501), "q ".repeat(10_001), "1234567890 0 Td".into()] {
            assert!(matches!(look(&hostile), Err(SourceError::Limit { .. })), "{}", &hostile[..10]);
        }
        assert!(look(&"S ".repeat(OPERATORS + 1)).is_err());
        assert_eq!(look(&"(".repeat(100_000)), Ok(()));
    }
}
