//! The characters numbers are written with (`data/numerals.yaml`).

use std::{collections::HashMap, sync::LazyLock};

use serde::Deserialize;

use super::{TableError, rows};

/// What a character says in a numeral.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// 0–9.
    Digit(u8),
    /// 廿, 卅, 卌.
    Tens(u8),
    /// A power of ten: 十 1, 百 2, 千 3, 万 4, 亿 8.
    Times(u32),
    /// The decimal point 点.
    Point,
    /// 多, 余: and some more.
    More,
    /// 几: some digit.
    Some,
    /// 负.
    Minus,
}

/// A sign with its conditions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyph {
    /// What it says.
    pub sign: Sign,
    /// Whether it may stand without another numeral beside it.
    pub alone: bool,
    /// Whether only `scan_all` knows it.
    pub rare: bool,
}

/// The table of numeral characters.
#[derive(Clone, Debug, Default)]
pub struct Numerals {
    glyphs: HashMap<char, Glyph>,
    /// `text=value` pairs that must hold.
    pub examples: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    digits: Vec<Digit>,
    tens: Vec<Digit>,
    multipliers: Vec<Multiplier>,
    points: String,
    more: String,
    some: String,
    minus: String,
    examples: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Digit {
    value: u8,
    forms: String,
    #[serde(default = "yes")]
    alone: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Multiplier {
    exponent: u32,
    forms: String,
    #[serde(default = "yes")]
    alone: bool,
    #[serde(default)]
    rare: bool,
}

fn yes() -> bool {
    true
}

impl Numerals {
    /// The table that comes with the program.
    pub fn get() -> &'static Numerals {
        static TABLE: LazyLock<Numerals> =
            LazyLock::new(|| Numerals::parse(include_str!("data/numerals.yaml")).unwrap_or_default());
        &TABLE
    }

    /// Reads a table.
    ///
    /// # Errors
    /// Where the text is not of the table's shape, or a character is given twice.
    pub fn parse(text: &str) -> Result<Self, TableError> {
        let file: File = rows("numerals", text)?;
        let mut table = Numerals { examples: file.examples, ..Numerals::default() };
        for row in &file.digits {
            table.add(&row.forms, Glyph { sign: Sign::Digit(row.value), alone: row.alone, rare: false })?;
        }
        for row in &file.tens {
            table.add(&row.forms, Glyph { sign: Sign::Tens(row.value), alone: row.alone, rare: false })?;
        }
        for row in &file.multipliers {
            table.add(&row.forms, Glyph { sign: Sign::Times(row.exponent), alone: row.alone, rare: row.rare })?;
        }
        for (forms, sign) in [
            (&file.points, Sign::Point),
            (&file.more, Sign::More),
            (&file.some, Sign::Some),
            (&file.minus, Sign::Minus),
        ] {
            table.add(forms, Glyph { sign, alone: true, rare: false })?;
        }
        Ok(table)
    }

    fn add(&mut self, forms: &str, glyph: Glyph) -> Result<(), TableError> {
        for form in forms.split_whitespace() {
            let mut chars = form.chars();
            let (Some(c), None) = (chars.next(), chars.next()) else {
                return Err(TableError::row("numerals", form, "a form is one character"));
            };
            if self.glyphs.insert(c, glyph).is_some() {
                return Err(TableError::row("numerals", form, "the character is given twice"));
            }
        }
        Ok(())
    }

    /// What `c` says, where it is a numeral character.
    pub fn glyph(&self, c: char) -> Option<Glyph> {
        self.glyphs.get(&c).copied()
    }

    /// Every numeral character.
    pub fn chars(&self) -> impl Iterator<Item = (char, Glyph)> + '_ {
        self.glyphs.iter().map(|(&c, &glyph)| (c, glyph))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_reads_and_refuses_what_is_wrong() {
        Numerals::parse(include_str!("data/numerals.yaml")).expect("the table is sound");
        let twice = include_str!("data/numerals.yaml").replace("forms: 零 〇", "forms: 零 一");
        assert!(matches!(Numerals::parse(&twice), Err(TableError::Row { .. })));
        let unknown = include_str!("data/numerals.yaml").replace("points:", "dots: x\npoints:");
        assert!(matches!(Numerals::parse(&unknown), Err(TableError::Shape { .. })));
    }
}
