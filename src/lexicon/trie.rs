//! Words found at a place in a run of characters, longest first.
//!
//! Knows nothing of what the words mean: each carries a number that its table understands.

use super::by_char::ByChar;

/// Words by the character that they are met at.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// The characters of all words, one behind the other.
    chars: Vec<char>,
    words: ByChar<Word>,
}

#[derive(Clone, Copy, Debug)]
struct Word {
    start: u32,
    len: u32,
    row: usize,
}

impl Words {
    /// Words that are looked for from their beginning, each with the row that it stands for.
    pub fn forward(words: &[(&str, usize)]) -> Self {
        Self::new(words, |word| word.chars().next())
    }

    /// Words that are looked for from their end.
    pub fn backward(words: &[(&str, usize)]) -> Self {
        Self::new(words, |word| word.chars().next_back())
    }

    fn new(words: &[(&str, usize)], key: impl Fn(&str) -> Option<char>) -> Self {
        let mut chars = Vec::new();
        let mut by_char = Vec::with_capacity(words.len());
        for &(word, row) in words {
            let start = chars.len();
            chars.extend(word.chars());
            let len = chars.len() - start;
            by_char.extend(key(word).map(|key| (key, Word { start: start as u32, len: len as u32, row })));
        }
        Self { chars, words: ByChar::longest_first(&by_char, |word| word.len as usize) }
    }

    /// The words that stand at `text[at..]`, longest first: their length and row.
    pub fn at<'a>(&'a self, text: &'a [char], at: usize) -> impl Iterator<Item = (usize, usize)> + 'a {
        let rest = text.get(at..).unwrap_or(&[]);
        // Of words that begin with the same character nearly all differ in the last one.
        let ends = |word: &[char]| rest.get(word.len() - 1) == word.last();
        let met = self.met(rest.first()).filter(move |(word, _)| ends(word) && rest.starts_with(word));
        met.map(|(word, row)| (word.len(), row))
    }

    /// The words that `text` ends with, longest first: their length and row.
    pub fn ending<'a>(&'a self, text: &'a [char]) -> impl Iterator<Item = (usize, usize)> + 'a {
        let begins = |word: &[char]| text.len().checked_sub(word.len()).map(|at| text[at]) == word.first().copied();
        let met = self.met(text.last()).filter(move |(word, _)| begins(word) && text.ends_with(word));
        met.map(|(word, row)| (word.len(), row))
    }

    fn met(&self, at: Option<&char>) -> impl Iterator<Item = (&[char], usize)> {
        let words = at.map_or(&[][..], |&at| self.words.get(at));
        words.iter().map(|word| (&self.chars[word.start as usize..(word.start + word.len) as usize], word.row))
    }
}
