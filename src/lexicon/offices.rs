//! Short names of offices with what they stand for (`data/words/offices.tsv`): 发改委 is 发展和改革委员会.

use std::{collections::HashMap, sync::LazyLock};

use super::{Forms, words};

/// The rows: short name, full name, examples.
pub(super) const FILE: &str = include_str!("data/words/offices.tsv");

struct Offices {
    short: Forms,
    full: HashMap<&'static str, &'static str>,
}

static OFFICES: LazyLock<Offices> = LazyLock::new(|| {
    let full: HashMap<&str, &str> = words::rows(FILE).map(|row| (row.form, row.is)).collect();
    Offices { short: full.keys().copied().collect::<Vec<_>>().into(), full }
});

/// `name` with the short name of an office at its end written out: 市发改委 and 市发展改革委 are 市发展和改革委员会. A name
/// that is written out already, or that no row knows, stays as it is.
pub fn full_name(name: &str) -> String {
    let Some(short) = OFFICES.short.suffix(name) else { return name.to_owned() };
    let full = OFFICES.full.get(short).copied().unwrap_or(short);
    if name.ends_with(full) { name.to_owned() } else { format!("{}{full}", &name[..name.len() - short.len()]) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_and_full_names_are_one() {
        for (short, full) in [
            ("市发改委", "市发展和改革委员会"),
            ("市发展改革委", "市发展和改革委员会"),
            ("市发展和改革委员会", "市发展和改革委员会"),
            ("省药监局", "省药品监督管理局"),
            ("市教育局", "市教育局"),
            ("高新区管委会", "高新区管理委员会"),
            ("中国人民银行", "中国人民银行"),
        ] {
            assert_eq!(full_name(short), full, "{short}");
        }
    }

    #[test]
    fn every_row_ends_its_example_and_no_short_name_stands_twice() {
        let mut seen = std::collections::HashSet::new();
        for row in words::rows(FILE) {
            assert!(seen.insert(row.form), "{} stands twice", row.form);
            assert!(!row.is.is_empty() && row.ok.split('|').all(|ok| ok.contains(row.form)), "{}", row.form);
        }
    }
}
