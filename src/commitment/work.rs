//! Tables that give out work (重点任务分解表, 重大项目表): the sentences of their cells, with the units responsible and the
//! time of their row.

use crate::{
    outline::{Cell, Outline, Paragraph, Table},
    time,
};

use super::{cells::Column, prose::Reader, responsible, rulings::Ruling};
use crate::{
    judge::theme,
    reading::scene::{Role, Scene},
    statement::{Deadline, DeadlineSource, Draft, Evidence, Kind, Place, Statement, Status},
};

/// Longest cell that names a task as a whole, in characters.
const LONGEST: usize = 60;

/// Reads the statements of `table`: only where it names the units responsible or the time.
pub(super) fn read(
    scene: &Scene,
    outline: &Outline,
    table: &Table,
    columns: &[Column],
    document: &str,
) -> (Vec<Statement>, Vec<Ruling>) {
    let (role, heading) = scene.role(outline, table.node, Some(&table.caption));
    if !columns.iter().any(|column| matches!(column, Column::Units | Column::Due)) || role == Role::Review {
        return Default::default();
    }
    let (mut statements, mut rulings) = (Vec::new(), Vec::new());
    for row in &table.rows {
        let work: Vec<Paragraph> = columns
            .iter()
            .zip(row)
            .filter(|(column, cell)| matches!(column, Column::Name | Column::Other) && !cell.span.is_empty())
            .map(|(_, cell)| paragraph(cell, table))
            .collect();
        let mut reader = Reader::new(scene, outline, document);
        work.iter().for_each(|paragraph| reader.paragraph(paragraph));
        let mut read = reader.statements;
        rulings.append(&mut reader.rulings);
        let due = due(scene, columns, row);
        if read.is_empty() {
            read.extend(due.as_ref().and_then(|due| milestone(table, &heading, &work, due)));
        }
        let units = units(columns, row);
        for mut statement in read {
            let dated = statement.deadline.as_ref().is_some_and(|d| d.source == DeadlineSource::Explicit);
            if let Some((deadline, _)) = due.clone().filter(|_| !dated && statement.status == Status::Target) {
                statement.deadline = Some(deadline);
            }
            if !units.is_empty() {
                statement.responsible.clone_from(&units);
            }
            statements.push(statement);
        }
    }
    (statements, rulings)
}

/// The responsible units of `row`, those who lead first.
pub(super) fn units(columns: &[Column], row: &[Cell]) -> Vec<String> {
    let cells = columns.iter().zip(row).filter(|(column, _)| **column == Column::Units);
    let mut units: Vec<String> = Vec::new();
    for unit in cells.flat_map(|(_, cell)| responsible::names(cell.view.text())) {
        if !units.contains(&unit) {
            units.push(unit);
        }
    }
    units
}

fn paragraph(cell: &Cell, table: &Table) -> Paragraph {
    Paragraph { span: cell.span, node: table.node, view: cell.view.clone(), run_in: None, boxed: None, standing: None }
}

/// The time of `row`, with the cell that gives it.
fn due(scene: &Scene, columns: &[Column], row: &[Cell]) -> Option<(Deadline, Cell)> {
    let (_, cell) = columns.iter().zip(row).find(|(column, _)| **column == Column::Due)?;
    let text = cell.view.text();
    let bare = || text.get(text.len().checked_sub(4)?..)?.parse().ok().filter(|year| (1950..=2100).contains(year));
    let year = time::scan(text, scene.frame).iter().filter_map(|time| time.end).max().or_else(bare)?;
    let deadline = Deadline { year, month: None, source: DeadlineSource::Explicit, text: text.to_owned() };
    Some((deadline, cell.clone()))
}

/// A task without a number, by its time.
fn milestone(table: &Table, heading: &str, work: &[Paragraph], due: &(Deadline, Cell)) -> Option<Statement> {
    let (deadline, cell) = due;
    let named = |text: &&str| (4..=LONGEST).contains(&text.chars().count());
    let task = work.iter().map(|paragraph| paragraph.view.text()).rfind(named)?;
    let indicator = task.trim_end_matches(['。', '；', '，']).to_owned();
    let titles = [(Place::Table, table.caption.as_str()), (Place::Heading, heading)];
    let theme = theme::decide(&indicator, titles.into_iter());
    let draft = Draft {
        deadline: Some(deadline.clone()),
        sentence: task.to_owned(),
        evidence: vec![Evidence::Column("完成时限".into())],
        ..Draft::new(Kind::Milestone, indicator, table.node, cell.span)
    };
    Some(draft.finish(theme))
}
