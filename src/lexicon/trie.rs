//! Words found at a place in a run of characters, longest first.
//!
//! Knows nothing of what the words mean: each carries a number that its table understands.

use std::collections::HashMap;

/// Words by their first character.
#[derive(Clone, Debug, Default)]
pub struct Words {
    by_first: HashMap<char, Vec<(Vec<char>, usize)>>,
}

impl Words {
    /// Adds `word`, which stands for `row`.
    pub fn add(&mut self, word: &str, row: usize) {
        let chars: Vec<char> = word.chars().collect();
        if let Some(&first) = chars.first() {
            self.by_first.entry(first).or_default().push((chars, row));
        }
    }

    /// Puts the longest words first; call once after the last [`Words::add`].
    pub fn sort(&mut self) {
        for words in self.by_first.values_mut() {
            words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        }
    }

    /// The words that stand at `text[at..]`, longest first: their length and row.
    pub fn at<'a>(&'a self, text: &'a [char], at: usize) -> impl Iterator<Item = (usize, usize)> + 'a {
        let rest = text.get(at..).unwrap_or(&[]);
        let words = rest.first().and_then(|c| self.by_first.get(c)).map_or(&[][..], Vec::as_slice);
        words.iter().filter(|(word, _)| rest.starts_with(word)).map(|(word, row)| (word.len(), *row))
    }

    /// The characters that words begin with.
    pub fn firsts(&self) -> impl Iterator<Item = char> + '_ {
        self.by_first.keys().copied()
    }
}
