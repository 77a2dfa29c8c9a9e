//! Where a Chinese word ends, by jieba-rs over a trimmed dictionary.
//!
//! The dictionary loads at the first question, so that commands and documents that ask none do not pay for it.

use std::sync::LazyLock;

use jieba_rs::Jieba;

/// The segmenter over `data/dictionary.txt`.
static JIEBA: LazyLock<Jieba> = LazyLock::new(|| {
    let mut dictionary = super::DICTIONARY.as_bytes();
    Jieba::with_dict(&mut dictionary).unwrap_or_else(|_| Jieba::empty())
});

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
    let tokens = JIEBA.cut(&text[start..end], false);
    for (index, token) in tokens.iter().enumerate() {
        reached += token.word.len();
        if reached == at {
            let next = tokens.get(index + 1).map_or("", |token| token.word);
            let then = tokens.get(index + 2).map_or(0, |token| token.word.chars().count());
            let suffix = next.chars().count() == 1 && next.chars().all(|c| SUFFIXES.contains(c));
            return !(suffix && then != 1);
        }
        if reached > at {
            return false;
        }
    }
    true
}

/// Whether the dictionary holds `word`.
pub fn is_word(word: &str) -> bool {
    JIEBA.has_word(word)
}

#[cfg(test)]
mod tests {
    use super::*;

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
