//! Rows that lead over years to their sum: `12 | 15 | 15 | 10 | 8 | 60` below the years and 合计. What adds up is newly brought about
//! each year.

use super::measured::Measured;
use crate::{
    commitment::table::{
        column::{
            Columns,
            meaning::{Meaning, is_level},
        },
        figures,
    },
    grid::Word,
    number::Number,
};

/// Least values of years that make a path.
const LEAST: usize = 2;

/// Whether the targets of years in `row` add up to that of its column of sums.
pub(crate) fn adds_up(all: &Columns<'_>, row: &Measured<'_>) -> bool {
    let (mut sum, mut years, mut total) = (Number::from(0), 0, None);
    for col in all.that(Meaning::Target) {
        let head = all.head(col);
        let Some(view) = all.view(row.record, col) else { continue };
        let said = figures::read(view.text(), &row.unit_of(all, col, view.text()));
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
