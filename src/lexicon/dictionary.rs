//! The words of a dictionary with how often they are met, each read when a text first has its first character: to read them all
//! takes longer than to read a plan.

use super::words::{cut, lines};

/// Words with frequency, in order: those of jieba's dictionary (MIT licence) that are frequent enough to matter.
const FILE: &str = include_str!("data/dictionary.txt");

/// The frequencies of all words together.
pub(super) const TOTAL: usize = 56_932_805;

/// The first and the last character that words begin with.
const FIRST: char = '\u{4E00}';
const LAST: char = '\u{9FFF}';

/// How many characters the longest word has.
pub(super) const LONGEST: usize = 15;

/// The words of the characters that texts had so far.
#[derive(Debug, Default)]
pub(super) struct Dictionary {
    /// For each character from [`FIRST`] on, the place of its words in `words`, from one; 0 where they are not read.
    places: Vec<u16>,
    words: Vec<Words>,
}

/// The words that begin with one character.
#[derive(Debug, Default)]
struct Words {
    /// How often the character alone is met, where it is a word.
    alone: Option<usize>,
    /// The second characters of the longer ones, in order, with the places of these in the file.
    longer: Vec<(char, u32)>,
    /// How long the longest is.
    reach: usize,
}

impl Dictionary {
    /// The words that `text` begins with: how long they are, and how often they are met.
    pub(super) fn starting(&mut self, text: &str) -> impl Iterator<Item = (usize, usize)> {
        let mut chars = text.chars();
        let first = chars.next().unwrap_or_default();
        let words = self.words(first);
        let alone = words.and_then(|words| words.alone).map(|met| (first.len_utf8(), met));
        let longer = words.zip(chars.next()).map_or(&[][..], |(words, second)| words.longer(second));
        let longer = longer.iter().filter_map(move |&(_, line)| {
            let (word, behind) = cut(&FILE[line as usize..], b' ');
            text.starts_with(word).then(|| (word.len(), frequency(cut(behind, b'\n').0)))
        });
        alone.into_iter().chain(longer)
    }

    /// How long the longest word is that begins with `first`.
    pub(super) fn reach(&mut self, first: char) -> usize {
        self.words(first).map_or(0, |words| words.reach)
    }

    /// Whether it holds `word`.
    pub(super) fn holds(&mut self, word: &str) -> bool {
        self.starting(word).any(|(length, _)| length == word.len())
    }

    /// The words that begin with `first`; `None` where none can.
    fn words(&mut self, first: char) -> Option<&Words> {
        let at = Some(first).filter(|first| (FIRST..=LAST).contains(first))? as usize - FIRST as usize;
        self.places.resize(LAST as usize - FIRST as usize + 1, 0);
        if self.places[at] == 0 {
            self.words.push(Words::read(first));
            self.places[at] = self.words.len() as u16;
        }
        self.words.get(usize::from(self.places[at]) - 1)
    }
}

impl Words {
    fn read(first: char) -> Self {
        let (mut alone, mut longer, mut reach) = (None, Vec::new(), 0);
        let mut at = place(first);
        for line in lines(&FILE[at..]).take_while(|line| line.starts_with(first)) {
            let (word, met) = cut(line, b' ');
            match word[first.len_utf8()..].chars().next() {
                None => alone = Some(frequency(met)),
                Some(second) => longer.push((second, at as u32)),
            }
            reach = reach.max(word.len());
            at += line.len() + 1;
        }
        Self { alone, longer, reach }
    }

    /// The longer ones that have this second character.
    fn longer(&self, second: char) -> &[(char, u32)] {
        let from = self.longer.partition_point(|&(other, _)| other < second);
        let behind = &self.longer[from..];
        &behind[..behind.iter().take_while(|&&(other, _)| other == second).count()]
    }
}

fn frequency(digits: &str) -> usize {
    digits.parse().unwrap_or(1)
}

/// Where in the file the words of `first` or a later character begin.
fn place(first: char) -> usize {
    let (mut low, mut high) = (0, FILE.len());
    while low < high {
        let middle = low.midpoint(high);
        let start = FILE.as_bytes()[..middle].iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
        if FILE[start..].chars().next().is_some_and(|found| found < first) {
            low = FILE[start..].find('\n').map_or(FILE.len(), |at| start + at + 1);
        } else {
            high = start;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> impl Iterator<Item = (&'static str, usize)> {
        let row = |line: &'static str| {
            let (word, frequency) = line.split_once(' ')?;
            Some((word, frequency.parse().ok()?))
        };
        FILE.lines().map(move |line| row(line).unwrap_or_else(|| panic!("`{line}` is no word with its frequency")))
    }

    #[test]
    fn the_file_is_in_order_and_its_frequencies_are_what_is_said() {
        assert!(rows().is_sorted_by(|(one, _), (other, _)| one < other));
        assert_eq!(rows().map(|(word, _)| word.chars().count()).max(), Some(LONGEST));
        assert_eq!(rows().map(|(_, frequency)| frequency).sum::<usize>(), TOTAL);
    }

    #[test]
    fn every_word_is_found_and_nothing_else() {
        let mut dictionary = Dictionary::default();
        for (word, frequency) in rows() {
            let found = dictionary.starting(word).find(|(length, _)| *length == word.len());
            assert_eq!(found, Some((word.len(), frequency)), "{word}");
        }
        assert!(!dictionary.holds("高新技") && !dictionary.holds("力争 4") && !dictionary.holds(""));
        assert_eq!(dictionary.starting("A级").count(), 0);
    }
}
