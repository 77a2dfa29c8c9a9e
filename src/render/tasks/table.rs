//! Tasks as a table for people.

use comfy_table::{ColumnConstraint, ContentArrangement, Table};

use super::{TaskList, owed};
use crate::{
    analysis::Task,
    duty::{Course, Unit, When},
    render::{
        table::{STYLE, harmless},
        words::{self, Lang},
    },
};

/// Longest deed shown whole, in characters.
const LONGEST: usize = 60;

/// The table of a document, with its title above and its counts below.
pub fn document(list: &TaskList, width: u16, lang: Lang) -> String {
    let mut out = match &list.title {
        Some(title) => format!("{} ({})\n", harmless(title), list.path),
        None => format!("{}\n", list.path),
    };
    if list.tasks.is_empty() {
        return out + words::label("message", "no_tasks", lang) + "\n";
    }
    let mut table = new_table(&["task", "lead", "support", "deadline", "commitments"], width, lang);
    for task in &list.tasks {
        table.add_row([
            deed(task),
            names(&task.lead),
            names(&task.support),
            deadline(task.deadline.as_deref()),
            commitments(task),
        ]);
    }
    fit(&mut table, &[3, 4]);
    out += &table.trim_fmt();
    out + "\n" + &footer(&list.tasks, lang)
}

/// One table for all documents: what each unit owes, by when.
pub fn by_unit(lists: &[TaskList], width: u16, lang: Lang) -> String {
    let units = owed(lists);
    if units.is_empty() {
        return format!("{}\n", words::label("message", "no_tasks_at_all", lang));
    }
    let mut table = new_table(&["unit", "part", "task", "deadline"], width, lang);
    for unit in &units {
        let tasks =
            unit.leads.iter().map(|task| ("leads", task)).chain(unit.supports.iter().map(|task| ("supports", task)));
        for (index, (part, task)) in tasks.enumerate() {
            let name = if index == 0 { harmless(&unit.unit) } else { String::new() };
            table.add_row([
                name,
                words::label("part", part, lang).to_owned(),
                deed(task),
                deadline(task.deadline.as_deref()),
            ]);
        }
    }
    fit(&mut table, &[1, 3]);
    let counted = words::counted(if units.len() == 1 { "unit" } else { "units" }, &[units.len()], lang);
    format!("{}\n{counted}\n", table.trim_fmt())
}

fn new_table(header: &[&str], width: u16, lang: Lang) -> Table {
    let mut table = Table::new();
    table.load_style(STYLE);
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    table.set_header(header.iter().map(|head| words::label("table", head, lang)));
    table
}

fn fit(table: &mut Table, columns: &[usize]) {
    for &at in columns {
        if let Some(column) = table.column_mut(at) {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
}

fn deed(task: &Task) -> String {
    let number = task.number.as_deref().unwrap_or("");
    let short: String = task.text.chars().take(LONGEST).collect();
    let more = if short.len() < task.text.len() { "…" } else { "" };
    harmless(&format!("{number}{short}{more}"))
}

fn names(units: &[Unit]) -> String {
    harmless(&units.iter().map(|unit| unit.name.as_str()).collect::<Vec<_>>().join("、"))
}

fn commitments(task: &Task) -> String {
    if task.commitments.is_empty() { "–".into() } else { task.commitments.len().to_string() }
}

/// How many tasks there are, and how many have no date.
fn footer(tasks: &[Task], lang: Lang) -> String {
    let dated = tasks.iter().filter(|task| task.deadline.as_ref().is_some_and(|when| when.year.is_some())).count();
    let ongoing =
        tasks.iter().filter(|task| task.deadline.as_ref().is_some_and(|when| when.course == Course::Ongoing)).count();
    let counts = [tasks.len(), dated, ongoing, tasks.len() - dated - ongoing];
    words::counted(if tasks.len() == 1 { "task" } else { "tasks" }, &counts, lang) + "\n"
}

/// A deadline in few characters; a dash for none.
fn deadline(when: Option<&When>) -> String {
    when.map_or_else(|| "–".into(), When::short)
}
