//! Where a Chinese word ends, by jieba-rs over a trimmed dictionary.
//!
//! Of the dictionary only the words are loaded that begin like some place of the texts asked about: to load all of it takes
//! longer than to read a plan. What a text is cut into is the same, since each word keeps its share of all frequencies.

use std::{
    cell::RefCell,
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
    ops::Range,
};

use jieba_rs::Jieba;

/// Stands for all words that are not loaded.
const UNLOADED: &str = "\u{F8FF}";

/// The frequencies of all words of the dictionary together.
const TOTAL: usize = 56_932_005;

/// How a word begins: its first character, and its second or [`ALONE`].
type Beginning = (char, char);

/// Stands for the second character of a word of one.
const ALONE: char = '\0';

/// The words loaded so far.
struct Loaded {
    jieba: Jieba,
    /// Where in the dictionary the words of a beginning stand, of the beginnings that are not loaded.
    left: HashMap<Beginning, Range<u32>, BuildHasherDefault<Mixer>>,
    /// The frequencies of the words that are not loaded.
    rest: usize,
}

thread_local! {
    static LOADED: RefCell<Loaded> = RefCell::new(Loaded::new());
}

impl Loaded {
    fn new() -> Self {
        let mut left: HashMap<Beginning, Range<u32>, _> = HashMap::default();
        left.reserve(super::DICTIONARY.len() / 18);
        let (mut at, mut last, mut from) = (0u32, None, 0);
        for line in super::DICTIONARY.split_inclusive('\n') {
            let beginning = beginning(line);
            if last.is_some_and(|last| last != beginning) {
                left.extend(last.map(|last| (last, from..at)));
                from = at;
            }
            last = Some(beginning);
            at += line.len() as u32;
        }
        left.extend(last.map(|last| (last, from..at)));
        Self { jieba: Jieba::empty(), left, rest: TOTAL }
    }

    /// Loads the words that may stand in `text`.
    fn load(&mut self, text: &str) {
        let before = self.rest;
        let mut characters = text.chars().peekable();
        while let Some(first) = characters.next() {
            self.add((first, ALONE));
            if let Some(&second) = characters.peek() {
                self.add((first, second));
            }
        }
        if self.rest != before || before == TOTAL {
            self.jieba.add_word(UNLOADED, Some(self.rest), None);
        }
    }

    /// Adds the words that begin so.
    fn add(&mut self, beginning: Beginning) {
        let Some(place) = self.left.remove(&beginning) else { return };
        for line in super::DICTIONARY[place.start as usize..place.end as usize].lines() {
            let mut fields = line.split(' ');
            if let (Some(word), Some(frequency)) = (fields.next(), fields.next().and_then(|f| f.parse().ok())) {
                self.jieba.add_word(word, Some(frequency), None);
                self.rest = self.rest.saturating_sub(frequency);
            }
        }
    }
}

/// How the word of a line of the dictionary begins.
fn beginning(line: &str) -> Beginning {
    let mut characters = line.chars();
    (characters.next().unwrap_or(ALONE), characters.next().filter(|&c| c != ' ').unwrap_or(ALONE))
}

/// Mixes the characters of a beginning; they come from the program's own dictionary, so nobody can make them collide.
#[derive(Default)]
struct Mixer(u64);

impl Hasher for Mixer {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u32(u32::from(byte));
        }
    }

    fn write_u32(&mut self, value: u32) {
        self.0 = (self.0.rotate_left(21) ^ u64::from(value)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}

/// What never begins a word of its own behind a verb: 建成|区, 完成|率.
const SUFFIXES: &str = "率量额数度区性期费者式型力业级";

/// Marks that part a text into runs that are segmented each on its own.
const APART: [char; 11] = ['、', '，', '；', '：', '。', '（', '）', '“', '”', '《', '》'];

/// Whether `text` has a word boundary at byte `at`, so that what stands before is a word of its own.
pub fn ends_word(text: &str, at: usize) -> bool {
    // A word reaches over few characters: the neighbourhood decides as the whole sentence would.
    let end = text[at..].char_indices().nth(8).map_or(text.len(), |(offset, _)| at + offset);
    // A mark of punctuation is a token of its own and no word reaches over it.
    let start = text[..at].rfind(APART).unwrap_or(0);
    let mut reached = start;
    let tokens = cut(&text[start..end]);
    for (index, token) in tokens.iter().enumerate() {
        reached += token.len();
        if reached == at {
            let next = tokens.get(index + 1).copied().unwrap_or("");
            let then = tokens.get(index + 2).map_or(0, |token| token.chars().count());
            let suffix = next.chars().count() == 1 && next.chars().all(|c| SUFFIXES.contains(c));
            return !(suffix && then != 1);
        }
        if reached > at {
            return false;
        }
    }
    true
}

/// The words of `text`.
fn cut(text: &str) -> Vec<&str> {
    LOADED.with_borrow_mut(|loaded| {
        loaded.load(text);
        loaded.jieba.cut(text, false).into_iter().map(|token| token.word).collect()
    })
}

/// Whether the dictionary holds `word`.
pub fn is_word(word: &str) -> bool {
    LOADED.with_borrow_mut(|loaded| {
        loaded.load(word);
        loaded.jieba.has_word(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dictionary_is_in_order_and_its_frequencies_are_what_is_said() {
        let words: Vec<(&str, usize)> = super::super::DICTIONARY
            .lines()
            .map(|line| line.split_once(' ').expect("a word and its frequency"))
            .map(|(word, rest)| (word, rest.split(' ').next().expect("a frequency").parse().expect("a number")))
            .collect();
        assert!(words.is_sorted_by(|(one, _), (other, _)| one < other));
        assert_eq!(words.iter().map(|(_, frequency)| frequency).sum::<usize>(), TOTAL);
    }

    #[test]
    fn a_text_is_cut_as_with_the_whole_dictionary() {
        let whole = Jieba::with_dict(&mut super::super::DICTIONARY.as_bytes()).expect("the dictionary");
        let seed = include_str!("../../seeds/gulou-14fyp.txt");
        for line in seed.lines().filter(|line| line.len() > 60).take(120) {
            let words: Vec<&str> = whole.cut(line, false).into_iter().map(|token| token.word).collect();
            assert_eq!(cut(line), words);
        }
    }

    #[test]
    fn a_word_of_the_dictionary_is_no_beginning_of_one() {
        assert!(is_word("高新技术") && is_word("力争"));
        assert!(!is_word("高新技") && !is_word("力争 4"));
    }

    #[test]
    fn a_verb_is_a_word_only_where_no_longer_word_holds_it() {
        for (text, verb, whole) in [
            ("力争数字经济规模", "力争", true),
            ("建成区绿化覆盖率", "建成", false),
            ("保障性租赁住房", "保障", false),
            ("推动区属国企", "推动", true),
            ("完成率", "完成", false),
            ("完成投资", "完成", true),
        ] {
            assert_eq!(ends_word(text, verb.len()), whole, "{text}");
        }
    }
}
