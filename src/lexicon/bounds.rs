//! Words that bound a number or lead to it (`data/comparators.yaml`).

use std::{collections::HashSet, sync::LazyLock};

use serde::{Deserialize, Serialize};

use super::{TableError, table::rows, trie::Words};

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

impl Comparator {
    /// The bound of the number with its sign turned: no more than -7 is by 7 at least.
    pub fn turned(self) -> Self {
        match self {
            Self::Ge => Self::Le,
            Self::Gt => Self::Lt,
            Self::Le => Self::Ge,
            Self::Lt => Self::Gt,
            other => other,
        }
    }
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
    pub ok: &'static str,
    /// A text that is not read so.
    pub no: Option<&'static str>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row<'t> {
    forms: &'t str,
    side: Side,
    role: Role,
    means: Comparator,
    #[serde(default)]
    unless_after: &'t str,
    ok: &'t str,
    #[serde(default, rename = "not")]
    no: Option<&'t str>,
}

/// The table of bounds.
#[derive(Clone, Debug, Default)]
pub struct Bounds {
    rows: Vec<Bound>,
    /// Words before the number.
    before: Words,
    after: Words,
    /// Words before a rank.
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
    pub fn parse(text: &'static str) -> Result<Self, TableError> {
        let mut table = Bounds::default();
        let mut seen = HashSet::new();
        let (mut before, mut after, mut place, mut scope) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (at, row) in rows::<Row<'static>>("comparators", text)?.into_iter().enumerate() {
            let (words, kind) = match (row.side, row.role) {
                (Side::After, _) => (&mut after, Side::After as u8),
                (Side::Before, Role::Place) => (&mut place, Role::Place as u8),
                (Side::Before, Role::Scope) => (&mut scope, Role::Scope as u8),
                (Side::Before, _) => (&mut before, Role::Bound as u8),
            };
            for form in row.forms.split_whitespace() {
                if !seen.insert((form, row.side as u8, kind)) {
                    return Err(TableError::row("comparators", form, "the form is given twice"));
                }
                words.push((form, at));
            }
            table.rows.push(Bound {
                role: row.role,
                means: row.means,
                unless_after: row.unless_after.chars().filter(|c| !c.is_whitespace()).collect(),
                ok: row.ok,
                no: row.no,
            });
        }
        (table.before, table.after) = (Words::backward(&before), Words::forward(&after));
        (table.place, table.scope) = (Words::backward(&place), Words::backward(&scope));
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
        words.ending(text.get(..end)?).find_map(|(len, row)| {
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
        let row = "- {forms: 超 超, side: before, role: bound, means: gt, ok: x}";
        assert!(Bounds::parse(row).is_err());
        assert!(Bounds::parse("- {forms: 超, side: above, role: bound, means: gt, ok: x}").is_err());
        assert!(Bounds::parse("- {forms: 超, side: before, role: bound, ok: x}").is_err());
    }
}
