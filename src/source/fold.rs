//! Signs as a reader sees them, whatever characters they are written with: digits and letters of one width, one dash of each kind,
//! Chinese punctuation between Chinese words.

use super::{mending::Gap, radicals, raised, traditional};

/// Half-width for full-width letters, digits and the signs of numbers; digits for lowered ones; one form of zero for
/// `○ 〇 ◯`; characters for radicals; simplified characters for traditional ones.
pub(super) fn fold(c: char) -> char {
    match c {
        c if raised::is_lowered(c) => char::from_u32(c as u32 - 0x2080 + 0x30).unwrap_or(c),
        '\u{2E80}'..='\u{2FDF}' => radicals::fold(c).unwrap_or(c),
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '％' | '＋' | '＜' | '＞' | '＝' | '／' | '＆' => {
            char::from_u32(c as u32 - 0xFEE0).unwrap_or(c)
        }
        '○' | '◯' | '〇' => '〇',
        '﹐' => ',',
        '﹑' => '、',
        '﹒' => '.',
        '﹔' => ';',
        '﹕' => ':',
        '﹙' => '(',
        '﹚' => ')',
        '﹪' => '%',
        '∶' | 'ː' => ':',
        '\u{2012}' => '–',
        '﹘' | '⸺' | '⸻' | '━' => '—',
        '〜' | '∼' | '⁓' | '˜' => '～',
        '\u{2010}' | '\u{2011}' | '﹣' => '-',
        c => traditional::fold(c),
    }
}

/// A space counts only between two letters or between two digits of one line; elsewhere it is damage or layout.
pub(super) fn keeps_space(before: Option<char>, gap: Gap, c: char) -> bool {
    let letters = |b: char| b.is_ascii_alphabetic() && c.is_ascii_alphabetic();
    let digits = |b: char| b.is_ascii_digit() && c.is_ascii_digit();
    before.is_some_and(|b| (gap != Gap::None && letters(b)) || (gap.is_space() && digits(b)))
}

/// Chinese punctuation for ASCII punctuation that stands between Chinese words; numbers keep theirs, also where a line
/// breaks inside them.
pub(super) fn fold_punctuation(c: char, before: Option<char>, gap: Gap, after: Option<(char, Gap)>) -> char {
    let spaced = gap.is_space();
    let digit_before = before.is_some_and(|b| b.is_ascii_digit()) && !spaced;
    let digit_after = after.is_some_and(|(a, gap)| a.is_ascii_digit() && !gap.is_space());
    let broken = gap == Gap::Break || after.is_some_and(|(_, gap)| gap == Gap::Break);
    // A comma at the end of a line may well end a clause.
    let inside_number = digit_before && digit_after && !(broken && c != '.' && c != '．');
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    match c {
        ',' | '，' if inside_number && c == ',' => ',',
        ',' => '，',
        '.' | '．' if inside_number => '.',
        '.' if digit_before && before.is_some() && !spaced && is_numbering(after) => '.',
        '.' if latin(before) && latin(after.map(|(a, _)| a)) && !spaced => '.',
        '.' | '．' | '｡' => '。',
        ';' => '；',
        ':' | '：' if inside_number => ':',
        ':' => '：',
        '(' => '（',
        ')' => '）',
        '!' => '！',
        '?' => '？',
        '«' | '《' => '《',
        '»' | '》' => '》',
        c => c,
    }
}

/// A stop between a digit and a Chinese word without space numbers an item (`1.加快`) rather than ending a sentence.
fn is_numbering(after: Option<(char, Gap)>) -> bool {
    after.is_some_and(|(a, gap)| gap == Gap::None && !a.is_ascii())
}
