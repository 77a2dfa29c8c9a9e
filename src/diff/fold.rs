//! Texts as they are compared: width, quotation marks, dashes and white space made alike, and how alike two texts are.
//!
//! For comparison only; what is shown is always the text itself. Knows nothing of sentences or plans.

use crate::span::is_invisible;

/// `c` as it is compared; `None` for white space and characters without width.
pub(super) fn character(c: char) -> Option<char> {
    Some(match c {
        c if c.is_whitespace() || is_invisible(c) => return None,
        '\u{FF02}' | '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』' | '〝' | '〞' => '"',
        '\u{FF07}' | '‘' | '’' => '\'',
        '‐'..='―' | '−' | '─' | '━' | '﹣' | '－' | '～' | '〜' | '~' => '-',
        '•' | '‧' | '∙' | '・' | '･' => '·',
        '。' | '｡' => '.',
        '、' | '､' => '、',
        '﹪' => '%',
        '〔' | '［' | '【' => '[',
        '〕' | '］' | '】' => ']',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        c => c,
    })
}

/// `text` with width, quotation marks and white space made alike.
pub(super) fn strict(text: &str) -> String {
    text.chars().filter_map(character).collect()
}

/// `text` without punctuation too; a mark between two digits stays (3.5, 3:1, 3-5), and so do signs that say something.
pub(super) fn loose(text: &str) -> String {
    let chars: Vec<char> = text.chars().filter_map(character).collect();
    let digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    let mut key = String::with_capacity(text.len());
    for (at, &c) in chars.iter().enumerate() {
        if c.is_alphanumeric() || is_sign(c) {
            key.push(c);
        } else if digit(at.checked_sub(1)) && digit(Some(at + 1)) {
            key.push(if c == '、' { ',' } else { c });
        }
    }
    key
}

/// Whether a character that is no letter or digit says something.
fn is_sign(c: char) -> bool {
    matches!(
        c,
        '%' | '‰'
            | '°'
            | '+'
            | '<'
            | '>'
            | '≤'
            | '≥'
            | '≦'
            | '≧'
            | '='
            | '×'
            | '〇'
            | '○'
            | '&'
            | '#'
            | '@'
            | '$'
            | '￥'
            | '¥'
    )
}

/// The pairs of neighbouring characters of a text, sorted, so that two texts are compared in one pass.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Grams(Vec<u64>);

impl Grams {
    /// Those of a text that [`loose`] has folded; a single character is its own.
    pub(super) fn new(key: &str) -> Self {
        let chars: Vec<char> = key.chars().collect();
        let pair = |a: char, b: char| u64::from(a as u32) << 32 | u64::from(b as u32);
        let mut grams: Vec<u64> = match chars.as_slice() {
            [only] => vec![pair(*only, '\0')],
            chars => chars.windows(2).map(|w| pair(w[0], w[1])).collect(),
        };
        grams.sort_unstable();
        Self(grams)
    }

    /// Dice's coefficient of the two collections in thousandths: twice what they share over what they hold.
    pub(super) fn dice(&self, other: &Grams) -> i64 {
        let (a, b) = (&self.0, &other.0);
        if a.is_empty() || b.is_empty() {
            return if a.len() == b.len() { 1000 } else { 0 };
        }
        (2000 * shared(a, b) / (a.len() + b.len())) as i64
    }

    /// Its members, repeats included.
    pub(super) fn members(&self) -> &[u64] {
        &self.0
    }
}

/// How many members two sorted collections share, repeats included.
pub(super) fn shared(a: &[u64], b: &[u64]) -> usize {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, shared) = (i + 1, j + 1, shared + 1),
        }
    }
    shared
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_quotes_and_spaces_do_not_count() {
        assert_eq!(strict("到２０２５ 年，「十四五」"), strict("到2025年,“十四五”"));
        assert_eq!(loose("提高到３％，保持稳定。"), "提高到3%保持稳定");
    }

    #[test]
    fn marks_inside_numbers_count() {
        assert_ne!(loose("3.5万"), loose("35万"));
        assert_ne!(loose("3-5个"), loose("35个"));
        assert_eq!(loose("3—5个"), loose("3～5个"));
        assert_eq!(loose("一、二，三；"), loose("一，二、三"));
    }

    #[test]
    fn dice_counts_shared_pairs() {
        let of = |a: &str, b: &str| Grams::new(a).dice(&Grams::new(b));
        assert_eq!((of("高新技术企业", "高新技术企业"), of("甲", "乙"), of("", "")), (1000, 0, 1000));
        assert_eq!(of("优化营商环境", "改善营商环境"), 600);
        assert_eq!(of("优化", "改善营商环境"), of("改善营商环境", "优化"));
    }
}
