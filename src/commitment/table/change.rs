//! What the number of a cell says of what its row measures: a level, what is added, a rate.

use crate::{
    commitment::names,
    grid::{Word, is_share},
    lexicon::{CLAUSES, COLUMNS},
    number::Number,
    quantity::Shape,
    statement::Change,
};

use super::{
    cell::Cell,
    column::{
        Columns,
        head::{compared_with, heads_gains, is_index, is_of_rates, told},
        meaning::Meaning,
        measures::falls_below,
    },
    figures::{self, Figure, Figures},
    row::Row,
};

/// What `figure` of `cell` says of what `row` measures.
pub(super) fn of(columns: &Columns<'_>, row: &Row<'_>, cell: &Cell<'_>, figure: &Figure) -> Change {
    let (head, text) = (cell.head, cell.view.text());
    let before = text.get(..figure.quantity.core.start).unwrap_or("");
    let name = format!("{}{}", row.measured.measure, cell.measure(columns, row).unwrap_or(&row.measured.name.text));
    let name = name.as_str();
    // A column headed 年均［累计］ means a total only where the cell is marked so, and a mark means one in any column.
    let (yearly, total) = match (head.says(Word::Yearly), head.says(Word::Total) || row.measured.name.total) {
        (_, headed) if figure.marked || columns.marks_total(headed, text) => (false, true),
        (true, true) if COLUMNS.total.suffix(before).is_some() => (false, true),
        (true, true) => (true, false),
        held => held,
    };
    // Growth that is counted from no year is that of one.
    let based = head.says(Word::Growth) && compared_with(head).is_some_and(|year| head.year != Some(year + 1));
    let grows = head.says(Word::Growth) && !based && !total;
    // 2030年比2025年增长
    let total = total || based;
    let over_all = grows && !head.says(Word::Yearly) && grows_over_all(columns, row, figure);
    let (yearly, total) = (yearly || grows && figure.quantity.is_share() && !over_all, total || over_all);
    let yearly = yearly || !total && moves_yearly(name) || COLUMNS.yearly_mean.is_in(before) || cell.said.yearly;
    let change = told(&figure.quantity, name, text, (yearly, total));
    if falls_below(head) && change != Change::ChangeRate {
        return if yearly && figure.quantity.is_share() { Change::ChangeRate } else { Change::Decrement };
    }
    let level = change == Change::Level || change == Change::Increment && !total && goes_on(row);
    let change = if level { Change::Level } else { change };
    let of_amount =
        yearly && figure.quantity.is_share() && !row.measured.unit.is_empty() && !is_share(&row.measured.unit);
    if level && of_amount {
        return Change::GrowthRate;
    }
    let counts = figure.quantity.shape == Shape::Cardinal && !is_index(&figure.quantity);
    if level && row.starts.is_empty() && names::is_deed(name) && counts {
        return Change::Increment;
    }
    let added = head.says(Word::Addition) || level && (row.adds || heads_gains(head));
    if added && !figure.quantity.is_share() { Change::Increment } else { change }
}

/// Whether `figure`, by which something grows, is what lies between the level that `row` starts from and the one that it reaches, and not
/// what it grows by each year (2020年 | 2025年 | 增幅 over 18600 | 26000 | 39.8%).
fn grows_over_all(columns: &Columns<'_>, row: &Row<'_>, figure: &Figure) -> bool {
    let only = |said: &Figures| match &said.stated[..] {
        [one] if !one.quantity.is_share() && one.quantity.upper.is_none() => Some(one.quantity.value),
        _ => None,
    };
    let start = row.starts.iter().find(|start| !start.of_rates && start.year.is_some());
    let level = |col: usize| {
        let head = columns.head(col);
        let over = head.year? - start?.year?;
        let view = columns.view(row.measured.record, col).filter(|_| !is_of_rates(head) && over > 1)?;
        only(&figures::read(view.text(), &row.measured.unit_of(columns, col, view.text())))
    };
    let start = start.and_then(|start| only(&start.said));
    let end = columns.that(Meaning::Target).filter_map(level).last();
    let hundred = Number::new(100, 0);
    let grown = || end?.over(start?)?.minus(Number::new(1, 0))?.times(hundred)?.minus(figure.quantity.value);
    grown().is_some_and(|left| left.size() <= Number::new(6, 2))
}

/// Whether `name` tells of what moves each year: 年均下降, but not 年均浓度下降.
fn moves_yearly(name: &str) -> bool {
    let falls = CLAUSES.fall.is_in(name);
    let moves = |(at, word): (usize, &str)| !falls || CLAUSES.fall.prefix(&name[at + word.len()..]).is_some();
    COLUMNS.yearly_mean.find(name).is_some_and(moves)
}

/// Whether `row` counts people who are in work (旅游就业) and says how many there were: none are added to them who start from none.
fn goes_on(row: &Row<'_>) -> bool {
    let name = &row.measured.name.text;
    let added = [&CLAUSES.add, &CLAUSES.relocation].iter().any(|verbs| verbs.prefix(name).is_some());
    let added = added || CLAUSES.new_addition.is_in(name) || COLUMNS.newly.is_in(name);
    COLUMNS.of_people.suffix(name).is_some() && !added && row.starts.iter().any(|start| !start.of_rates)
}
