//! Words that are written with numerals and count nothing (`data/lookalikes.yaml`).

use std::{collections::HashSet, sync::LazyLock};

use serde::Deserialize;

use super::{TableError, by_char::ByChar, numerals::Numerals, table::rows};

/// A class of such words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Class {
    /// Why they count nothing.
    #[serde(rename = "class")]
    pub name: &'static str,
    /// Whether even `scan_all` skips them.
    #[serde(default)]
    pub strict: bool,
    /// A sentence in which nothing is found.
    #[serde(rename = "not")]
    pub no: &'static str,
    /// The words, parted by white space.
    words: &'static str,
}

#[derive(Clone, Copy, Debug)]
struct Word {
    form: &'static str,
    /// How many characters it has.
    len: usize,
    /// How many characters stand before the first numeral.
    lead: usize,
    /// What follows that numeral: most words are told apart by it.
    next: Option<char>,
    class: usize,
}

/// The table of look-alikes, by the first numeral in each word.
#[derive(Clone, Debug, Default)]
pub struct Lookalikes {
    classes: Vec<Class>,
    words: ByChar<Word>,
}

impl Lookalikes {
    /// The table that comes with the program.
    pub fn get() -> &'static Lookalikes {
        static TABLE: LazyLock<Lookalikes> =
            LazyLock::new(|| Lookalikes::parse(include_str!("data/lookalikes.yaml")).unwrap_or_default());
        &TABLE
    }

    /// Reads a table.
    ///
    /// # Errors
    /// Where the text is not of the table's shape, or a word is given twice or holds no numeral.
    pub fn parse(text: &'static str) -> Result<Self, TableError> {
        let classes: Vec<Class> = rows("lookalikes", text)?;
        let mut seen = HashSet::new();
        let mut words = Vec::new();
        for (class, row) in classes.iter().enumerate() {
            for form in row.words.split_whitespace() {
                if !seen.insert(form) {
                    return Err(TableError::row("lookalikes", form, "the word is given twice"));
                }
                let mut chars = form.chars().enumerate();
                let Some((lead, first)) = chars.find(|&(_, c)| starts(c)) else {
                    return Err(TableError::row("lookalikes", form, "the word holds no numeral"));
                };
                let next = chars.next().map(|(_, c)| c);
                words.push((first, Word { form, len: form.chars().count(), lead, next, class }));
            }
        }
        Ok(Self { words: ByChar::longest_first(&words, |word| word.len), classes })
    }

    /// Where the longest look-alike ends whose first numeral stands at `text[at]` and which starts at `from` or later.
    pub fn at(&self, text: &[char], at: usize, from: usize, strict_only: bool) -> Option<usize> {
        let behind = text.get(at + 1);
        let alike = |word: &&Word| word.next.is_none() || word.next.as_ref() == behind;
        self.words.get(*text.get(at)?).iter().filter(alike).find_map(|word| {
            let start = at.checked_sub(word.lead).filter(|&start| start >= from)?;
            let found = text.get(start..start + word.len)?;
            let fits = word.form.chars().eq(found.iter().copied());
            (fits && (!strict_only || self.classes[word.class].strict)).then_some(start + word.len)
        })
    }

    /// Every class.
    pub fn classes(&self) -> &[Class] {
        &self.classes
    }
}

/// Whether the scanner stops at `c`: numeral characters, 第 and 半.
fn starts(c: char) -> bool {
    c.is_ascii_digit()
        || matches!(c, '第' | '半')
        || Numerals::get().glyph(c).is_some_and(|g| {
            use super::numerals::Sign::{Digit, Tens, Times};
            matches!(g.sign, Digit(_) | Tens(_) | Times(_))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_reads_and_refuses_what_is_wrong() {
        Lookalikes::parse(include_str!("data/lookalikes.yaml")).expect("the table is sound");
        assert!(Lookalikes::parse("- {class: x, words: 一带 一带, not: x}").is_err());
        assert!(Lookalikes::parse("- {class: x, words: 带, not: x}").is_err());
    }
}
