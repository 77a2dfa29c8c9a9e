//! Rows that lead over years to their sum: `12 | 15 | 15 | 10 | 8 | 60` below the years and 合计. What adds up is newly brought about
//! each year.

use crate::{grid::Word, number::Number};

use super::{
    cells::{Reader, Row},
    figures,
    meaning::{Meaning, is_level},
};

/// Least values of years that make a path.
const LEAST: usize = 2;

impl Reader<'_> {
    /// Whether the targets of years in `row` add up to that of its column of sums.
    pub(super) fn adds_up(&self, row: &Row<'_>) -> bool {
        let (mut sum, mut years, mut total) = (Number::from(0), 0, None);
        for (col, _) in self.meanings.iter().enumerate().filter(|(_, meaning)| **meaning == Some(Meaning::Target)) {
            let head = &self.sheet.part.columns[col].head;
            let Some(view) = row.record.at(col).and_then(|place| self.sheet.view(place)) else { continue };
            let said = figures::read(view.text(), &self.unit_of(row, col, view.text()));
            let [figure] = &said.stated[..] else { continue };
            if head.says(Word::Total) {
                total = Some(figure.quantity.value);
            } else if is_level(head) && head.year.is_some() && !figure.quantity.is_share() {
                years += 1;
                sum = sum.plus(figure.quantity.value).unwrap_or(sum);
            }
        }
        years >= LEAST && total == Some(sum)
    }
}
