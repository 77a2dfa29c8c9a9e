//! Words that are written with numerals and count nothing (`data/lookalikes.yaml`).

use std::{collections::HashMap, sync::LazyLock};

use serde::Deserialize;

use super::{TableError, numerals::Numerals, rows};

/// A class of such words.
#[derive(Clone, Debug)]
pub struct Class {
    /// Why they count nothing.
    pub name: String,
    /// Whether even `scan_all` skips them.
    pub strict: bool,
    /// A sentence in which nothing is found.
    pub no: String,
}

#[derive(Clone, Debug)]
struct Word {
    chars: Vec<char>,
    /// How many characters stand before the first numeral.
    lead: usize,
    class: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    class: String,
    words: String,
    #[serde(default)]
    strict: bool,
    #[serde(rename = "not")]
    no: String,
}

/// The table of look-alikes, by the first numeral in each word.
#[derive(Clone, Debug, Default)]
pub struct Lookalikes {
    classes: Vec<Class>,
    words: HashMap<char, Vec<Word>>,
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
    pub fn parse(text: &str) -> Result<Self, TableError> {
        let file: Vec<Row> = rows("lookalikes", text)?;
        let mut table = Lookalikes::default();
        let mut seen = std::collections::HashSet::new();
        for row in &file {
            let class = table.classes.len();
            for word in row.words.split_whitespace() {
                if !seen.insert(word) {
                    return Err(TableError::row("lookalikes", word, "the word is given twice"));
                }
                let chars: Vec<char> = word.chars().collect();
                let Some(lead) = chars.iter().position(|&c| starts(c)) else {
                    return Err(TableError::row("lookalikes", word, "the word holds no numeral"));
                };
                table.words.entry(chars[lead]).or_default().push(Word { chars, lead, class });
            }
            table.classes.push(Class { name: row.class.clone(), strict: row.strict, no: row.no.clone() });
        }
        for words in table.words.values_mut() {
            words.sort_by_key(|word| std::cmp::Reverse(word.chars.len()));
        }
        Ok(table)
    }

    /// Where the longest look-alike ends whose first numeral stands at `text[at]` and which starts at `from` or later.
    pub fn at(&self, text: &[char], at: usize, from: usize, strict_only: bool) -> Option<usize> {
        self.words.get(text.get(at)?)?.iter().find_map(|word| {
            let start = at.checked_sub(word.lead).filter(|&start| start >= from)?;
            let fits = text[start..].starts_with(&word.chars);
            (fits && (!strict_only || self.classes[word.class].strict)).then_some(start + word.chars.len())
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
