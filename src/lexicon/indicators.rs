//! Indicators that are written in several ways (`data/words/indicators.tsv`): GDP is 地区生产总值.

use std::{collections::HashMap, sync::LazyLock};

use super::{Forms, words};

/// The rows: a way to write it, the name it is compared by, examples.
const FILE: &str = include_str!("data/words/indicators.tsv");

struct Names {
    forms: Forms,
    standard: HashMap<&'static str, &'static str>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let standard: HashMap<&str, &str> = words::rows(FILE).map(|row| (row.form, row.is)).collect();
    Names { forms: standard.keys().copied().collect::<Vec<_>>().into(), standard }
});

/// `indicator` in the words that indicators are compared by; what no row knows stays as it is.
pub fn standard_name(indicator: &str) -> String {
    let (mut name, mut rest) = (String::with_capacity(indicator.len()), indicator);
    while let Some(c) = rest.chars().next() {
        let known = NAMES.forms.prefix(rest).and_then(|form| Some((form, *NAMES.standard.get(form)?)));
        let taken = match known {
            Some((form, standard)) => {
                name.push_str(standard);
                form.len()
            }
            None => {
                name.push(c);
                c.len_utf8()
            }
        };
        rest = &rest[taken..];
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_thing_are_one() {
        for (a, b) in [
            ("GDP", "地区生产总值"),
            ("万元GDP能耗", "单位地区生产总值能耗"),
            ("全社会研发经费投入强度", "R&D经费投入强度"),
            ("非化石能源消费占比", "非化石能源消费比重"),
        ] {
            assert_eq!(standard_name(a), standard_name(b), "{a} {b}");
        }
        assert_eq!(standard_name("森林覆盖率"), "森林覆盖率");
        assert_ne!(standard_name("单位GDP能耗"), standard_name("GDP"));
    }

    #[test]
    fn every_row_holds_its_example_and_stands_once() {
        let mut seen = std::collections::HashSet::new();
        for row in words::rows(FILE) {
            assert!(seen.insert(row.form) && !row.is.is_empty() && row.ok.contains(row.form), "{}", row.form);
        }
    }
}
