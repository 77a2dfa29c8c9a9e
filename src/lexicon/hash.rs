//! Tables by a text: their keys ship with the program, so that nobody chooses them to make look-ups slow.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

/// A table whose keys ship with the program.
pub(super) type Table<K, V> = HashMap<K, V, BuildHasherDefault<Short>>;

/// Hashes texts of a few characters: eight bytes at a time are multiplied by an odd number without pattern, and both halves of the
/// product mixed.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Short(u64);

const MULTIPLIER: u64 = 0xF135_7AEA_2E62_A9C5;

impl Short {
    fn add(&mut self, word: u64) {
        let product = u128::from(self.0 ^ word) * u128::from(MULTIPLIER);
        self.0 = (product >> 64) as u64 ^ product as u64;
    }
}

impl Hasher for Short {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        words.iter().for_each(|word| self.add(u64::from_le_bytes(*word)));
        self.add(rest.iter().fold(0, |word, &byte| word << 8 | u64::from(byte)));
    }

    fn write_u8(&mut self, byte: u8) {
        self.add(byte.into());
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::HashSet, hash::Hash};

    use super::*;

    #[test]
    fn texts_that_differ_are_told_apart() {
        let hash = |text: &str| {
            let mut hasher = Short::default();
            text.hash(&mut hasher);
            hasher.finish()
        };
        let texts: Vec<String> = (0..4000).map(|n| format!("指标{n}")).chain((0..60).map(|n| "a".repeat(n))).collect();
        let few: HashSet<u64> = texts.iter().map(|text| hash(text) % 1024).collect();
        assert_eq!(texts.iter().map(|text| hash(text)).collect::<HashSet<u64>>().len(), texts.len());
        assert!(few.len() > 960, "{}", few.len());
    }
}
