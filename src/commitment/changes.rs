//! What the number of a cell says of what its row measures: a level, what is added, a rate.

use crate::{
    grid::{Head, Word, is_share},
    lexicon::{CLAUSES, COLUMNS},
    quantity::Shape,
    statement::Change,
};

use super::{
    cells::{Cell, Reader, Row},
    columns::{compared_with, heads_gains, told},
    figures::{Figure, MARKS},
    names,
    places::undated,
};

impl Reader<'_> {
    /// What `figure` of `cell`, behind the words `before` it, says of what `row` measures.
    pub(super) fn change(&self, row: &Row<'_>, cell: &Cell<'_>, figure: &Figure, before: &str) -> Change {
        let (head, text) = (cell.head, cell.view.text());
        let name = format!("{}{}", row.measure, self.measure(row, cell).unwrap_or(&row.name.text));
        let name = name.as_str();
        // A column headed 年均［累计］ means a total only where the cell is marked so, and a mark means one in any column.
        let (yearly, total) = match (head.says(Word::Yearly), head.says(Word::Total) || row.name.total) {
            (_, headed) if figure.marked || self.marks_total(headed, text) => (false, true),
            (true, true) => (true, false),
            held => held,
        };
        // Growth that is counted from no year is that of one.
        let based = head.says(Word::Growth) && compared_with(head).is_some_and(|year| head.year != Some(year + 1));
        let grows = head.says(Word::Growth) && !based && !total;
        // 2030年比2025年增长
        let total = total || based;
        let yearly = yearly || grows && figure.quantity.is_share();
        let yearly = yearly || COLUMNS.yearly_mean.is_in(name) || COLUMNS.yearly_mean.is_in(before) || cell.said.yearly;
        let change = told(&figure.quantity, name, text, (yearly, total));
        if falls_below(head) && change != Change::ChangeRate {
            return if yearly && figure.quantity.is_share() { Change::ChangeRate } else { Change::Decrement };
        }
        let level = change == Change::Level || change == Change::Increment && !total && goes_on(row);
        let change = if level { Change::Level } else { change };
        let of_amount = yearly && figure.quantity.is_share() && !row.unit.is_empty() && !is_share(&row.unit);
        if level && of_amount {
            return Change::GrowthRate;
        }
        if level && row.starts.is_empty() && names::is_deed(name) && figure.quantity.shape == Shape::Cardinal {
            return Change::Increment;
        }
        let added = head.says(Word::Addition) || level && (row.adds || heads_gains(head));
        if added && !figure.quantity.is_share() { Change::Increment } else { change }
    }

    /// Whether a cell with this `text` holds a sum over the period: marks stand around it, or round brackets where the notes or what heads it
    /// (`headed`) say that they mean one.
    pub(super) fn marks_total(&self, headed: bool, text: &str) -> bool {
        let round = text.starts_with('（') && text.ends_with('）');
        text.starts_with(MARKS) || (headed || self.legend.rounds) && round
    }
}

/// Whether the values under `head` say by how much their rows fall: 预期降幅, 较2020年下降.
fn falls_below(head: &Head) -> bool {
    CLAUSES.fall_name.suffix(&undated(&head.text)).is_some()
}

/// Whether `row` counts people who are in work (旅游就业) and says how many there were: none are added to them who start from none.
fn goes_on(row: &Row<'_>) -> bool {
    let name = &row.name.text;
    let added = [&CLAUSES.add, &CLAUSES.relocation].iter().any(|verbs| verbs.prefix(name).is_some());
    let added = added || CLAUSES.new_addition.is_in(name) || COLUMNS.newly.is_in(name);
    COLUMNS.of_people.suffix(name).is_some() && !added && row.starts.iter().any(|start| !start.of_rates)
}
