//! Names of indicators as they are compared: words that are written in several ways are written in one
//! (`data/standard/spellings.tsv`).

use std::{borrow::Cow, sync::LazyLock};

use super::{by_char::ByChar, words};
use crate::span;

/// The rows: a way to write it, the one it is compared by, an example.
const FILE: &str = include_str!("data/standard/spellings.tsv");

/// The ways to write a word, each with the one it is compared by.
static SPELLINGS: LazyLock<ByChar<(&str, &str)>> = LazyLock::new(|| {
    let rows = words::heads(FILE).map(|(form, one, _)| (form.chars().next().unwrap_or_default(), (form, one)));
    ByChar::longest_first(&rows.collect::<Vec<_>>(), |(form, _)| form.len())
});

/// `name` without white space and quotation marks, its words written in the one way; what no row knows stays as it is.
pub(super) fn one_way(name: &str) -> String {
    let is_plain = span::signs(name).all(|(_, c)| plain(c) == Some(c));
    let name = if is_plain { Cow::Borrowed(name) } else { name.chars().filter_map(plain).collect() };
    let (mut out, mut kept, mut at) = (String::with_capacity(name.len()), 0, 0);
    while let Some(place) = SPELLINGS.place(&name, at) {
        let Some(c) = name[place..].chars().next() else { break };
        at = place + c.len_utf8();
        if let Some((form, one)) = SPELLINGS.get(c).iter().find(|(form, _)| words::begins(&name[place..], form)) {
            out.push_str(&name[kept..place]);
            out.push_str(one);
            at = place + form.len();
            kept = at;
        }
    }
    out.push_str(&name[kept..]);
    out
}

/// A character as it is compared; `None` for one that says nothing.
fn plain(c: char) -> Option<char> {
    match c {
        '“' | '”' | '"' => None,
        c if c.is_whitespace() => None,
        '(' => Some('（'),
        ')' => Some('）'),
        '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => {
            char::from_u32(c as u32 - 0xfee0)
        }
        c => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_in_its_example_and_stands_once() {
        let mut seen = std::collections::HashSet::new();
        for row in words::rows(FILE) {
            assert!(seen.insert(row.form) && row.ok.contains(row.form), "{}", row.form);
            assert!(one_way(row.ok).contains(row.is), "{}", row.form);
        }
    }

    #[test]
    fn signs_that_say_nothing_are_left_off() {
        assert_eq!(one_way("专精特新“小巨人” 企业"), "专精特新小巨人企业");
        assert_eq!(one_way("ＧＤＰ(现价)"), "地区生产总值（现价）");
    }
}
