//! The text as characters with their byte places, which the scanner walks by index.

use crate::{
    lexicon::{Forms, TimePhrase},
    span::Span,
};

/// Characters and where each starts.
pub(super) struct Text {
    /// The characters.
    pub(super) chars: Vec<char>,
    /// The byte offset of each, and of the end.
    at: Vec<u32>,
    /// The text itself.
    text: Box<str>,
}

impl Text {
    /// Takes `text` apart.
    pub(super) fn new(text: &str) -> Self {
        let count = text.chars().count();
        let (mut chars, mut at) = (vec!['\0'; count], vec![text.len() as u32; count + 1]);
        for ((slot, place), (offset, c)) in chars.iter_mut().zip(&mut at).zip(text.char_indices()) {
            (*slot, *place) = (c, offset as u32);
        }
        Self { chars, at, text: text.into() }
    }

    /// The character at `i`.
    pub(super) fn get(&self, i: usize) -> Option<char> {
        self.chars.get(i).copied()
    }

    /// Whether an Arabic digit stands at `i`.
    pub(super) fn has_digit(&self, i: usize) -> bool {
        matches!(self.get(i), Some('0'..='9'))
    }

    /// Where the part of a year that a phrase names at `i` ends: 三季度.
    pub(super) fn part_of_year(&self, i: usize) -> Option<usize> {
        let part = TimePhrase::starting(&self.text, self.byte(i)).filter(|row| row.month.is_some())?;
        Some(i + part.form.chars().count())
    }

    /// One past the Arabic digits from `i` on.
    pub(super) fn past_digits(&self, i: usize) -> usize {
        self.past(i, |c| c.is_ascii_digit())
    }

    /// The character before `i`.
    pub(super) fn before(&self, i: usize) -> Option<char> {
        i.checked_sub(1).and_then(|i| self.get(i))
    }

    /// The first place from `i` on whose character does not fit.
    pub(super) fn past(&self, i: usize, fits: impl Fn(char) -> bool) -> usize {
        let rest = self.chars.get(i..).unwrap_or_default();
        i + rest.iter().take_while(|&&c| fits(c)).count()
    }

    /// Whether `word` stands at `i`.
    pub(super) fn has(&self, i: usize, word: &str) -> bool {
        self.text[self.byte(i)..].starts_with(word)
    }

    /// Whether `word` ends right before `i`.
    pub(super) fn ends(&self, i: usize, word: &str) -> bool {
        i.checked_sub(word.chars().count()).is_some_and(|start| self.has(start, word))
    }

    /// The longest form of `forms` that stands at `i`, as its length in characters.
    pub(super) fn word(&self, i: usize, forms: &Forms) -> Option<usize> {
        self.get(i).filter(|&first| forms.may_begin(first))?;
        forms.prefix(self.text.get(self.byte(i)..)?).map(|form| form.chars().count())
    }

    /// The longest form of `forms` that ends right before `i`, as its length in characters.
    pub(super) fn word_before(&self, i: usize, forms: &Forms) -> Option<usize> {
        forms.suffix(self.text.get(..self.byte(i))?).map(|form| form.chars().count())
    }

    /// Whether a form of `forms` stands at `i`.
    pub(super) fn holds(&self, i: usize, forms: &Forms) -> bool {
        self.word(i, forms).is_some()
    }

    /// Whether a form of `forms` ends right before `i`.
    pub(super) fn holds_before(&self, i: usize, forms: &Forms) -> bool {
        self.word_before(i, forms).is_some()
    }

    /// The byte offset of the character `i`.
    fn byte(&self, i: usize) -> usize {
        self.at[i.min(self.chars.len())] as usize
    }

    /// The characters `start..end` as a string.
    pub(super) fn slice(&self, start: usize, end: usize) -> String {
        self.chars.get(start..end).unwrap_or(&[]).iter().collect()
    }

    /// The bytes of the characters `start..end`.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.byte(start), self.byte(end))
    }
}
