//! Traditional characters, folded: the language that the lexicon knows is written in simplified ones.
//!
//! Only characters that no simplified text needs are folded (國, not 著), so that a text that mixes both reads the same.

use std::{borrow::Cow, sync::LazyLock};

/// The first of the characters in question.
const FIRST: u32 = 0x4E00;

/// For each character from [`FIRST`] on, the one that it is read as; 0 where it stays.
static FOLDED: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let mut folded = vec![0; 0xA000 - FIRST as usize];
    for row in include_str!("traditional.txt").lines().filter(|line| !line.starts_with('#')) {
        let mut characters = row.chars();
        while let (Some(traditional), Some(simplified)) = (characters.next(), characters.next()) {
            if let Some(slot) = (traditional as u32).checked_sub(FIRST).and_then(|at| folded.get_mut(at as usize)) {
                *slot = u16::try_from(simplified as u32).unwrap_or(0);
            }
        }
    }
    folded
});

/// A bit for each character that is read as another: all of them stay at hand while a text is walked through.
static IS_FOLDED: LazyLock<[u64; 0xA000 / 64]> = LazyLock::new(|| {
    let mut bits = [0; 0xA000 / 64];
    for at in FIRST as usize..0xA000 {
        bits[at / 64] |= u64::from(FOLDED[at - FIRST as usize] != 0) << (at % 64);
    }
    bits
});

/// The simplified character that `c` is read as, `c` itself where it is none of these.
pub(super) fn fold(c: char) -> char {
    let at = (c as u32).checked_sub(FIRST);
    let folded = at.and_then(|at| FOLDED.get(at as usize)).copied().filter(|&folded| folded != 0);
    folded.and_then(|folded| char::from_u32(u32::from(folded))).unwrap_or(c)
}

/// `text` as it is read.
pub(super) fn simplified(text: &str) -> Cow<'_, str> {
    if has_traditional(text.as_bytes()) { text.chars().map(fold).collect() } else { text.into() }
}

/// Whether `text` is written in traditional characters.
pub fn is_written(text: &str) -> bool {
    has_traditional(text.as_bytes())
}

/// Whether a character of the UTF-8 in `rest` is read as another.
fn has_traditional(mut rest: &[u8]) -> bool {
    let folded = &*IS_FOLDED;
    while let Some(&[first, middle, last]) = rest.first_chunk() {
        // Of the characters from `FIRST` on each has three bytes.
        let ideograph = matches!(first, 0xE4..=0xE9);
        if ideograph && folded[usize::from(first & 15) << 6 | usize::from(middle & 63)] >> (last & 63) & 1 != 0 {
            return true;
        }
        rest = &rest[if ideograph { 3 } else { 1 }..];
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traditional_characters_are_folded_and_shared_ones_stay() {
        let read = |text: &str| text.chars().map(fold).collect::<String>();
        assert_eq!(
            read("國民經濟和社會發展第十四個五年規劃，後於臺灣"),
            "国民经济和社会发展第十四个五年规划，后于台湾"
        );
        assert_eq!(read("著名企业家乾隆徐徐藉，A1。"), "著名企业家乾隆徐徐藉，A1。");
    }

    #[test]
    fn what_is_folded_stays_so() {
        for c in (0x4E00..0xA000).filter_map(char::from_u32) {
            assert_eq!(fold(fold(c)), fold(c), "{c}");
        }
    }
}
