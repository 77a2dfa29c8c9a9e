//! Whether more of a measured thing is better (`data/senses.yaml`).

use std::sync::LazyLock;

use serde::Deserialize;

use super::table;

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sense {
    /// More is better: income, coverage.
    More,
    /// Less is better: unemployment, emissions.
    Less,
    /// Neither too much nor too little: prices.
    Keep,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    sense: Sense,
    #[serde(borrow)]
    words: Vec<&'static str>,
    #[cfg_attr(not(test), allow(dead_code))]
    #[serde(borrow)]
    ok: Vec<&'static str>,
    #[cfg_attr(not(test), allow(dead_code))]
    #[serde(borrow)]
    not: Vec<&'static str>,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| table::shipped("senses", include_str!("data/senses.yaml")));

impl Sense {
    /// The sense of a key in tables; `None` for `none`.
    pub(super) fn of_key(key: &str) -> Option<Sense> {
        match key {
            "more" => Some(Sense::More),
            "less" => Some(Sense::Less),
            "keep" => Some(Sense::Keep),
            _ => None,
        }
    }

    /// Which way is better of its fall.
    pub(super) fn of_fall(self) -> Sense {
        match self {
            Sense::More => Sense::Less,
            Sense::Less => Sense::More,
            Sense::Keep => Sense::Keep,
        }
    }

    /// What the name of an indicator tells; of its words the longest, then the last decides.
    pub(super) fn of(indicator: &str) -> Option<Sense> {
        let words = ROWS.iter().flat_map(|row| row.words.iter().map(move |word| (word, row.sense)));
        let found = words.filter_map(|(word, sense)| Some((word.chars().count(), indicator.rfind(word)?, sense)));
        // A word at the end is the head of the phrase: 单位地区生产总值能耗 is an energy figure.
        let key = |&(length, at, _): &(usize, usize, Sense)| {
            let ends = indicator[at..].chars().count() == length;
            (ends, length, at)
        };
        found.max_by_key(key).map(|(_, _, sense)| sense)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_decides_its_examples_and_leaves_the_others_alone() {
        for row in ROWS.iter() {
            for name in &row.ok {
                assert_eq!(Sense::of(name), Some(row.sense), "{name}");
            }
            for name in &row.not {
                assert_ne!(Sense::of(name), Some(row.sense), "{name}");
            }
        }
    }

    #[test]
    fn no_word_stands_twice() {
        let mut seen = std::collections::HashSet::new();
        for word in ROWS.iter().flat_map(|row| &row.words) {
            assert!(seen.insert(word), "{word} stands twice");
        }
    }
}
