//! What printing does to a line: glyphs printed twice to look bold, and characters set apart.

/// Shortest run of characters that is taken as printed twice.
const SHORTEST: usize = 6;

/// Longest such run.
const LONGEST: usize = 160;

/// Fewest single characters in a row that white space parts.
const SPACED: usize = 3;

/// `text` with runs that are printed again right behind them given once, and letter-spaced words closed up.
pub(super) fn settled(text: &str) -> String {
    once(&closed_up(text))
}

/// `text` without the repeats of a run that holds Chinese: 产业规划产业规划.
fn once(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut kept = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let longest = LONGEST.min((chars.len() - at) / 2);
        let run = (SHORTEST..=longest).find(|&n| repeats(&chars[at..], n));
        match run {
            Some(length) => at += length,
            None => {
                kept.push(chars[at]);
                at += 1;
            }
        }
    }
    kept
}

/// Whether the first `length` characters stand twice in a row; mostly Chinese ones, so that 000000 is none.
fn repeats(chars: &[char], length: usize) -> bool {
    let (first, second) = chars[..length * 2].split_at(length);
    first[0] == second[0] && first == second && first.iter().filter(|c| **c as u32 >= 0x4E00).count() * 2 > length
}

/// `text` with single characters that white space parts joined, where at least three stand so in a row: 2 0 2 5 年.
fn closed_up(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let single = |word: &&str| word.chars().count() == 1;
    // Where a line is letter-spaced, two are enough.
    let latin = |words: &[&str]| words.iter().all(|word| word.starts_with(|c: char| c.is_ascii_alphabetic()));
    let spaced = words.windows(SPACED).any(|three| three.iter().all(&single) && !latin(three));
    let fewest = if spaced { 2 } else { SPACED };
    let mut kept = String::with_capacity(text.len());
    let mut at = 0;
    while at < words.len() {
        let run = words[at..].iter().take_while(|word| single(word)).count();
        let end = if run >= fewest && !latin(&words[at..at + run]) { at + run } else { at + 1 };
        // What follows the last of them without white space of its own goes on.
        if at > 0 && !(end > at + 1 && kept.ends_with(is_chinese)) {
            kept.push(' ');
        }
        words[at..end].iter().for_each(|word| kept.push_str(word));
        at = end;
    }
    kept
}

fn is_chinese(c: char) -> bool {
    c as u32 >= 0x3000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_twice_is_read_once() {
        for (text, expected) in [
            ("青禾县产业规划青禾县产业规划青禾县产业规划第一章　目标", "青禾县产业规划第一章　目标"),
            ("第一章 发展目标第一章 发展目标", "第一章 发展目标"),
            ("总额1000000000000元", "总额1000000000000元"),
            ("加快加快", "加快加快"),
        ] {
            assert_eq!(settled(text), expected);
        }
    }

    #[test]
    fn letter_spaced_words_are_closed_up() {
        assert_eq!(settled("到 2 0 2 5 年 ， 新建园区 1 5 个。"), "到2025年， 新建园区15 个。");
        assert_eq!(settled("表 2 山货 A B C"), "表 2 山货 A B C");
    }
}
