//! Where a Chinese word ends, by jieba-rs over a trimmed dictionary.
//!
//! Jieba is given the words of the dictionary that stand in the texts asked about, as they are asked about: to give it all takes
//! longer than to read a plan. What a text is cut into is the same, since each word keeps its share of all frequencies.

use std::cell::RefCell;

use jieba_rs::Jieba;

use super::dictionary::{Dictionary, LONGEST, TOTAL};

thread_local! {
    static CUTTER: RefCell<Cutter> = RefCell::new(Cutter::new());
}

/// Stands for all words that jieba was not given.
const OTHERS: &str = "\u{F8FF}";

/// Cuts texts into words.
struct Cutter {
    dictionary: Dictionary,
    jieba: Jieba,
    /// The frequencies of the words that jieba was not given.
    others: usize,
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
    let may_be_suffix = text[at..].starts_with(|c| SUFFIXES.contains(c));
    if at > 0 && !may_be_suffix && !is_crossed(&text[start..end], at - start) {
        return true;
    }
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

impl Cutter {
    fn new() -> Self {
        Self { dictionary: Dictionary::default(), jieba: Jieba::empty(), others: TOTAL }
    }

    /// Gives jieba the words that stand in `text`.
    fn learn(&mut self, text: &str) {
        let before = self.others;
        for (at, _) in text.char_indices() {
            for (length, frequency) in self.dictionary.starting(&text[at..]) {
                let word = &text[at..at + length];
                if !self.jieba.has_word(word) {
                    self.jieba.add_word(word, Some(frequency), None);
                    self.others -= frequency;
                }
            }
        }
        if self.others != before || before == TOTAL {
            self.jieba.add_word(OTHERS, Some(self.others), None);
        }
    }
}

/// Whether a word, or a run of letters and digits, may reach over byte `at` of `text`: else it is cut there, whatever stands around.
fn is_crossed(text: &str, at: usize) -> bool {
    let letter = |c: char| c.is_ascii_alphanumeric();
    let letters = text[..at].ends_with(letter) && text[at..].starts_with(letter);
    let mut starts = text[..at].char_indices().rev().take(LONGEST);
    letters
        || CUTTER.with_borrow_mut(|cutter| {
            let words = &mut cutter.dictionary;
            starts.any(|(start, first)| {
                words.reach(first) > at - start && words.starting(&text[start..]).any(|(length, _)| start + length > at)
            })
        })
}

/// The words of `text`.
fn cut(text: &str) -> Vec<&str> {
    CUTTER.with_borrow_mut(|cutter| {
        cutter.learn(text);
        cutter.jieba.cut(text, false).into_iter().map(|token| token.word).collect()
    })
}

/// Whether the dictionary holds `word`.
pub fn is_word(word: &str) -> bool {
    CUTTER.with_borrow_mut(|cutter| cutter.dictionary.holds(word))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_text_is_cut_as_jieba_cuts_it() {
        let file = include_str!("data/dictionary.txt");
        let jieba = jieba_rs::Jieba::with_dict(&mut file.as_bytes()).expect("the dictionary");
        let seed = include_str!("../../seeds/gulou-14fyp.txt");
        let marks = "经R&D投入-占GDP的2.5%，5G+工业互联网 AI大模型、C919\u{3400}㐁ＡＢ１２…";
        for line in seed.lines().filter(|line| line.len() > 60).chain([marks]) {
            let words: Vec<&str> = jieba.cut(line, false).into_iter().map(|token| token.word).collect();
            assert_eq!(cut(line), words);
        }
    }

    #[test]
    fn where_nothing_crosses_a_place_a_text_is_cut_there() {
        for line in include_str!("../../seeds/gulou-14fyp.txt").lines().filter(|line| line.len() > 60).take(60) {
            let mut reached = 0;
            let ends: HashSet<usize> = cut(line).iter().map(|word| (reached += word.len(), reached).1).collect();
            let free = line.char_indices().skip(1).map(|(at, _)| at).filter(|&at| !is_crossed(line, at));
            let wrong: Vec<usize> = free.filter(|at| !ends.contains(at)).collect();
            assert!(wrong.is_empty(), "{line}: {wrong:?}");
        }
        assert!(is_crossed("工作者", 6) && !is_crossed("完成投资", 6) && is_crossed("5G", 1));
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
