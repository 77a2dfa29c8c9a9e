//! What the cells of a column are, counted.

use super::{
    known::Known,
    sheet::{Row, distinct},
};
use crate::{lexicon::numerals::is_numbering, memory::let_go};

/// The rows of `rows` that tell what their columns hold: one of one cell names a group.
pub(super) fn telling<'r>(known: Known<'_>, rows: &'r [Row]) -> Vec<&'r Row> {
    rows.iter().filter(|row| row.len() < 2 || !names_group(known, row)).collect()
}

/// How many cells of a column are what.
#[derive(Clone, Debug, Default)]
pub(super) struct Evidence {
    /// Cells with something in them, those that reach over several columns left out.
    pub filled: u32,
    /// Cells without.
    pub blank: u32,
    /// Numbers.
    pub number: u32,
    /// Numbers behind what they are about.
    pub told: u32,
    /// Values in words.
    pub words: u32,
    /// Units.
    pub unit: u32,
    /// Natures.
    pub nature: u32,
    /// Bodies that answer.
    pub body: u32,
    /// Years alone.
    pub year: u32,
    /// Numbers alone among them, which may be no years.
    pub like_year: u32,
    /// What a row can be about.
    pub name: u32,
    /// Sentences.
    pub long: u32,
    /// Different texts.
    pub different: u32,
    /// Whether its numbers count the rows up.
    pub counts_up: bool,
}

impl Evidence {
    /// Counts column `col` of `rows`, which tell what it holds.
    pub(super) fn of(known: Known<'_>, rows: &[&Row], col: usize) -> Self {
        let mut seen = Self::default();
        let mut texts = Vec::with_capacity(rows.len());
        let mut ordinals = Vec::new();
        for row in rows {
            let Some(place) = row.get(col).copied().flatten().filter(|place| place.own()) else { continue };
            let traits = known.of(place.cell());
            if traits.blank {
                seen.blank += 1;
                continue;
            }
            seen.filled += 1;
            seen.number += u32::from(traits.number);
            seen.told += u32::from(traits.told);
            seen.words += u32::from(traits.words);
            seen.unit += u32::from(traits.unit);
            seen.nature += u32::from(traits.nature);
            seen.body += u32::from(traits.body);
            seen.year += u32::from(traits.year);
            seen.like_year += u32::from(traits.like_year);
            seen.name += u32::from(traits.name);
            seen.long += u32::from(traits.long);
            ordinals.extend(traits.ordinal);
            texts.push(known.text(place.cell()));
        }
        texts.sort_unstable();
        texts.dedup();
        seen.different = texts.len() as u32;
        let_go(texts);
        seen.counts_up = counts_up(&ordinals, seen.filled as usize);
        seen
    }

    /// `count` as a share of the cells with something in them.
    pub(super) fn share(&self, count: u32) -> f64 {
        f64::from(count) / f64::from(self.filled.max(1))
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
fn counts_up(ordinals: &[u16], filled: usize) -> bool {
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
