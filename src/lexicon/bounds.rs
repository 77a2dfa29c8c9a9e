//! Words that bound a number or lead to it (`data/comparators.yaml`).

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::{TableError, rows, trie::Words};

/// How the stated number bounds the real one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Comparator {
    /// 达, 达到, 为, a bare number.
    #[default]
    Eq,
    /// 以上, 不低于, 不少于.
    Ge,
    /// 超, 超过, 突破, 高于, 多, 余.
    Gt,
    /// 以内, 不超过, 控制在.
    Le,
    /// 低于, 小于.
    Lt,
    /// 左右, 约, 近.
    Approx,
    /// A—B.
    Range,
    /// 前N名: place N or better.
    Top,
}

/// Which side of the number a word stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Before it.
    Before,
    /// After it.
    After,
}

/// What a word does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Sets the comparator.
    Bound,
    /// Says the number is a level reached or kept.
    Reach,
    /// 在: belongs to the number only where a bound follows (在80%以上).
    Frame,
    /// A verb of growth or decline, quoted with the number.
    Change,
    /// Denies the bound behind it: 不得低于 is at least.
    Negation,
    /// A verb of position before a rank.
    Place,
    /// Those among whom a rank is held.
    Scope,
}

/// One row of words.
#[derive(Clone, Debug)]
pub struct Bound {
    /// What they do.
    pub role: Role,
    /// The comparator they set.
    pub means: Comparator,
    /// Characters before the word that make it part of another.
    pub unless_after: Vec<char>,
    /// `text=comparator`.
    pub ok: String,
    /// A text that is not read so.
    pub no: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    forms: String,
    side: Side,
    role: Role,
    means: Comparator,
    #[serde(default)]
    unless_after: String,
    ok: String,
    #[serde(default, rename = "not")]
    no: Option<String>,
}

/// The table of bounds.
#[derive(Clone, Debug, Default)]
pub struct Bounds {
    rows: Vec<Bound>,
    /// Words before the number, reversed.
    before: Words,
    after: Words,
    /// Words before a rank, reversed.
    place: Words,
    scope: Words,
}

impl Bounds {
    /// The table that comes with the program.
    pub fn get() -> &'static Bounds {
        static TABLE: LazyLock<Bounds> =
            LazyLock::new(|| Bounds::parse(include_str!("data/comparators.yaml")).unwrap_or_default());
        &TABLE
    }

    /// Reads a table.
    ///
    /// # Errors
    /// Where the text is not of the table's shape, or a form is given twice on one side for one use.
    pub fn parse(text: &str) -> Result<Self, TableError> {
        let file: Vec<Row> = rows("comparators", text)?;
        let mut table = Bounds::default();
        let mut seen = std::collections::HashSet::new();
        for row in file {
            let at = table.rows.len();
            for form in row.forms.split_whitespace() {
                let kind = match row.role {
                    Role::Place | Role::Scope => row.role as u8,
                    _ => 0,
                };
                if !seen.insert((form.to_owned(), row.side as u8, kind)) {
                    return Err(TableError::row("comparators", form, "the form is given twice"));
                }
                let reversed: String = form.chars().rev().collect();
                match (row.side, row.role) {
                    (Side::After, _) => table.after.add(form, at),
                    (Side::Before, Role::Place) => table.place.add(&reversed, at),
                    (Side::Before, Role::Scope) => table.scope.add(&reversed, at),
                    (Side::Before, _) => table.before.add(&reversed, at),
                }
            }
            table.rows.push(Bound {
                role: row.role,
                means: row.means,
                unless_after: row.unless_after.chars().filter(|c| !c.is_whitespace()).collect(),
                ok: row.ok,
                no: row.no,
            });
        }
        for words in [&mut table.before, &mut table.after, &mut table.place, &mut table.scope] {
            words.sort();
        }
        Ok(table)
    }

    /// The longest word that ends right before `text[end]`: where it starts, and its row.
    pub fn before(&self, text: &[char], end: usize) -> Option<(usize, &Bound)> {
        self.back(&self.before, text, end)
    }

    /// The longest verb of position that ends right before `text[end]`.
    pub fn place(&self, text: &[char], end: usize) -> Option<(usize, &Bound)> {
        self.back(&self.place, text, end)
    }

    /// The longest name of a scope that ends right before `text[end]`.
    pub fn scope(&self, text: &[char], end: usize) -> Option<usize> {
        self.back(&self.scope, text, end).map(|(start, _)| start)
    }

    /// The longest word that starts at `text[at]`: where it ends, and its row.
    pub fn after(&self, text: &[char], at: usize) -> Option<(usize, &Bound)> {
        let before = at.checked_sub(1).and_then(|i| text.get(i)).copied();
        self.after.at(text, at).find_map(|(len, row)| {
            let bound = self.rows.get(row)?;
            (!before.is_some_and(|c| bound.unless_after.contains(&c))).then_some((at + len, bound))
        })
    }

    fn back(&self, words: &Words, text: &[char], end: usize) -> Option<(usize, &Bound)> {
        const LONGEST: usize = 8;
        let from = end.saturating_sub(LONGEST);
        let reversed: Vec<char> = text.get(from..end)?.iter().rev().copied().collect();
        words.at(&reversed, 0).find_map(|(len, row)| {
            let bound = self.rows.get(row)?;
            let start = end - len;
            let before = start.checked_sub(1).and_then(|i| text.get(i));
            (!before.is_some_and(|c| bound.unless_after.contains(c))).then_some((start, bound))
        })
    }

    /// Every row.
    pub fn rows(&self) -> &[Bound] {
        &self.rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_reads_and_refuses_what_is_wrong() {
        Bounds::parse(include_str!("data/comparators.yaml")).expect("the table is sound");
        let row = "- {forms: 超, side: before, role: bound, means: gt, ok: x}";
        assert!(Bounds::parse(&format!("{row}\n{row}")).is_err());
        assert!(Bounds::parse("- {forms: 超, side: above, role: bound, means: gt, ok: x}").is_err());
        assert!(Bounds::parse("- {forms: 超, side: before, role: bound, ok: x}").is_err());
    }
}
