//! Tasks as rows: one a row; lists joined by ` / `.

use super::TaskList;
use crate::{
    analysis::Task,
    duty::{Unit, When},
    render::{
        Frame,
        long::{Shape, section},
    },
};

/// The columns, in order.
const COLUMNS: [&str; 25] = [
    "schema",
    "file",
    "title",
    "id",
    "section",
    "heading",
    "number",
    "task",
    "lead",
    "support",
    "lead_full",
    "support_full",
    "persons",
    "inherited",
    "due",
    "due_year",
    "due_month",
    "due_course",
    "due_text",
    "modality",
    "theme",
    "commitments",
    "line",
    "start",
    "end",
];

/// The head of the rows.
pub fn frame(shape: Shape) -> Frame {
    shape.headed(COLUMNS.map(str::to_owned).to_vec())
}

/// Every task of a document.
pub fn tasks(list: &TaskList, shape: Shape) -> String {
    list.tasks.iter().map(|task| shape.line(row(list, task).into_iter())).collect()
}

fn row(list: &TaskList, task: &Task) -> Vec<String> {
    let when = task.deadline.as_deref();
    let number = |part: fn(&When) -> Option<i64>| when.and_then(part).map(|n| n.to_string()).unwrap_or_default();
    vec![
        list.schema.clone(),
        list.path.clone(),
        list.title.clone().unwrap_or_default(),
        task.id.to_string(),
        section(&task.section),
        task.path.last().cloned().unwrap_or_default().into(),
        task.number.clone().unwrap_or_default().into(),
        task.text.to_string(),
        joined(&task.lead, |unit| &unit.name),
        joined(&task.support, |unit| &unit.name),
        joined(&task.lead, |unit| &unit.full),
        joined(&task.support, |unit| &unit.full),
        task.persons.join(" / "),
        task.inherited.to_string(),
        when.map(When::short).unwrap_or_default(),
        number(|when| when.year.map(i64::from)),
        number(|when| when.month.map(i64::from)),
        when.map(|when| crate::render::key(&when.course)).unwrap_or_default(),
        when.map(|when| when.text.clone()).unwrap_or_default(),
        crate::render::key(&task.modality),
        task.theme.key().to_owned(),
        task.commitments.join(" / "),
        task.source.line.to_string(),
        task.source.start.to_string(),
        task.source.end.to_string(),
    ]
}

fn joined(units: &[Unit], name: impl Fn(&Unit) -> &String) -> String {
    units.iter().map(|unit| name(unit).as_str()).collect::<Vec<_>>().join(" / ")
}
