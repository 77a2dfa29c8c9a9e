//! What the cells of a column are, counted.

use std::collections::HashSet;

use super::{
    known::Known,
    sheet::{Row, distinct},
};
use crate::lexicon::numerals::is_numbering;

/// The rows of `rows` that tell what their columns hold: one of one cell names a group.
pub(super) fn telling<'r>(known: Known<'_>, rows: &'r [Row]) -> Vec<&'r Row> {
    rows.iter().filter(|row| row.len() < 2 || !names_group(known, row)).collect()
}

/// How many cells of a column are what.
#[derive(Clone, Debug, Default)]
pub(super) struct Evidence {
    /// Cells with something in them, those that reach over several columns left out.
    pub filled: usize,
    /// Cells without.
    pub blank: usize,
    /// Numbers.
    pub number: usize,
    /// Values in words.
    pub words: usize,
    /// Units.
    pub unit: usize,
    /// Natures.
    pub nature: usize,
    /// Bodies that answer.
    pub body: usize,
    /// Years alone.
    pub year: usize,
    /// Numbers alone among them, which may be no years.
    pub like_year: usize,
    /// What a row can be about.
    pub name: usize,
    /// Sentences.
    pub long: usize,
    /// Different texts.
    pub different: usize,
    /// Whether its numbers count the rows up.
    pub counts_up: bool,
}

impl Evidence {
    /// Counts column `col` of `rows`, which tell what it holds.
    pub(super) fn of(known: Known<'_>, rows: &[&Row], col: usize) -> Self {
        let mut seen = Self::default();
        let mut texts = HashSet::new();
        let mut ordinals = Vec::new();
        for row in rows {
            let Some(place) = row.get(col).copied().flatten().filter(|place| place.own()) else { continue };
            let traits = known.of(place.cell());
            if traits.blank {
                seen.blank += 1;
                continue;
            }
            seen.filled += 1;
            seen.number += usize::from(traits.number);
            seen.words += usize::from(traits.words);
            seen.unit += usize::from(traits.unit);
            seen.nature += usize::from(traits.nature);
            seen.body += usize::from(traits.body);
            seen.year += usize::from(traits.year);
            seen.like_year += usize::from(traits.like_year);
            seen.name += usize::from(traits.name);
            seen.long += usize::from(traits.long);
            ordinals.extend(traits.ordinal);
            texts.insert(known.text(place.cell()));
        }
        seen.different = texts.len();
        seen.counts_up = counts_up(&ordinals, seen.filled);
        seen
    }

    /// `count` as a share of the cells with something in them.
    pub(super) fn share(&self, count: usize) -> f64 {
        count as f64 / self.filled.max(1) as f64
    }

    /// The share of different texts.
    pub(super) fn variety(&self) -> f64 {
        self.share(self.different)
    }

    /// Whether its cells are units.
    pub(super) fn is_of_units(&self) -> bool {
        self.share(self.unit) >= 0.6
    }

    /// Whether its cells are bodies that answer.
    pub(super) fn is_of_bodies(&self) -> bool {
        self.body >= 2 && self.share(self.body) >= 0.7
    }
}

/// Whether `row` names a group: it has one cell, or one behind a number that is no digit.
fn names_group(known: Known<'_>, row: &Row) -> bool {
    let filled: Vec<usize> =
        distinct(row).iter().map(|place| place.cell()).filter(|&cell| !known.of(cell).blank).collect();
    match filled[..] {
        [] | [_] => true,
        [number, name] => is_group_number(known.text(number)) && known.of(name).name,
        _ => false,
    }
}

/// Whether `text` is a number of groups: 一、 （二）.
pub(super) fn is_group_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| "（）、".contains(c) || is_numbering(c))
}

/// Whether `ordinals`, of `filled` cells, count up: most follow the one before or begin again.
fn counts_up(ordinals: &[usize], filled: usize) -> bool {
    let follows = ordinals.windows(2).filter(|pair| pair[1] == pair[0] + 1 || pair[1] == 1).count();
    ordinals.len() >= 2 && ordinals.len() * 5 >= filled * 4 && follows * 5 >= (ordinals.len() - 1) * 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_counted_where_four_of_five_cells_are_numbers_and_follow() {
        for (ordinals, filled, expected) in [
            (vec![1], 1, false),
            (vec![1, 2], 2, true),
            (vec![1, 2, 3, 4], 5, true),
            (vec![1, 2, 3, 4], 6, false),
            // They may begin again, and one of five may not follow.
            (vec![1, 2, 1, 2, 3], 5, true),
            (vec![1, 2, 3, 4, 5, 7], 6, true),
            (vec![1, 2, 3, 4, 6], 5, false),
        ] {
            assert_eq!(counts_up(&ordinals, filled), expected, "{ordinals:?} of {filled}");
        }
    }

    #[test]
    fn units_and_bodies_fill_most_of_their_columns() {
        let of_units = |filled, unit| Evidence { filled, unit, ..Evidence::default() }.is_of_units();
        assert!(of_units(5, 3) && of_units(1, 1) && !of_units(5, 2) && !of_units(0, 0));
        let of_bodies = |filled, body| Evidence { filled, body, ..Evidence::default() }.is_of_bodies();
        assert!(of_bodies(10, 7) && of_bodies(2, 2) && !of_bodies(10, 6) && !of_bodies(1, 1));
    }

    #[test]
    fn groups_are_numbered_by_numerals_and_signs_alone() {
        assert!(is_group_number("一、") && is_group_number("（二）"));
        assert!(!is_group_number("") && !is_group_number("一级") && !is_group_number("1"));
    }
}
