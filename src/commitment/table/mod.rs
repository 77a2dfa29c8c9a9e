//! Tables to statements: those of indicators, whose cells state numbers, and those of tasks, whose cells are sentences.

mod baseline;
mod cell;
mod change;
mod column;
mod figures;
mod indicators;
mod legend;
mod notices;
mod row;
mod sheet;
mod tasks;

use self::{column::Columns, indicators::Indicators, legend::Legend, sheet::Sheet};
use super::told::Told;
use crate::{
    grid::{Head, Role as Holds, Word},
    outline::{Outline, Table},
    reading::scene::Roles,
};

/// Adds what `table` of a document says to what is `told`; what became of its numbers only where that is `ruled` on.
pub(super) fn read(
    (roles, outline, document): (&Roles<'_>, &Outline, &str),
    table: &Table,
    ruled: bool,
    told: &mut Told,
) {
    told.notices.extend(notices::references(table));
    let Some(reading) = &table.reading else {
        told.notices.extend(notices::unread(table));
        return;
    };
    told.notices.extend(notices::left_out(table, reading));
    let (role, heading) = roles.of(table.node, Some(&table.caption));
    let legend = Legend::of(table, document);
    for part in &reading.parts {
        let dated = legend.dated(part);
        let part = dated.as_ref().unwrap_or(part);
        let sheet = Sheet { roles, outline, table, reading, part, document, role, heading, ruled };
        let of_work = |head: &Head| head.says(Word::Money) || head.says(Word::Work);
        let costs = |col: usize| part.columns.get(col).is_some_and(|column| of_work(&column.head));
        if part.of(Holds::Value).all(costs) {
            let (statements, rulings) = tasks::read(sheet);
            told.statements.extend(statements);
            told.rulings.extend(rulings);
        }
        Indicators::new(Columns::of(sheet, &legend)).read(told);
    }
}
