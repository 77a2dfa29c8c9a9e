//! Who does what: units with the tasks they lead and help with, and each task.

use std::collections::HashSet;

use maud::{Markup, html};

use super::{
    Entry, ROWS, Say,
    bars::{self, Bar},
    extent, scroll,
};
use crate::{
    analysis::Task,
    duty::Unit,
    render::tasks::{self, Selection, TaskList},
};

/// Units that stand in the chart.
const UNITS: usize = 24;

/// The tasks that a page has rows of.
pub(super) fn rows(entry: &Entry) -> &[Task] {
    &entry.analysis.tasks[..entry.analysis.tasks.len().min(ROWS)]
}

/// The chart of units and the table of tasks.
pub(super) fn shown(entry: &Entry, rows: &HashSet<String>, say: Say) -> Markup {
    let tasks = self::rows(entry);
    if tasks.is_empty() {
        return html! { p.note { (say.name("message", "no_tasks")) } };
    }
    let lists = [TaskList::new(&entry.analysis, &Selection::default())];
    let owed = tasks::owed(&lists);
    let bars: Vec<Bar> = owed
        .iter()
        .map(|owed| Bar { name: owed.unit.clone(), link: None, counts: vec![owed.leads.len(), owed.supports.len()] })
        .collect();
    let (first, others) = bars.split_at(bars.len().min(UNITS));
    let others = &others[..others.len().min(ROWS)];
    let chart = |bars: &[Bar]| {
        let sorts = [say.t("leads"), say.t("helps")];
        bars::table(say.t("units_about"), say.t("unit_body"), &sorts, bars, say)
    };
    html! {
        @if !first.is_empty() { (chart(first)) }
        @if !others.is_empty() { details { summary { (say.fill("other_units", &[&others.len()])) } (chart(others)) } }
        details open[tasks.len() <= 20] {
            summary { (say.fill("all_tasks", &[&tasks.len()])) }
            (say.cut(tasks.len(), entry.analysis.tasks.len()))
            (scroll(say.t("tasks"), html! {
                table.tasks {
                    thead { tr { th.num scope="col" { (say.t("place")) } @for head in ["task", "lead", "support", "deadline", "commitments"] { th scope="col" { (say.t(head)) } } } }
                    tbody { @for task in tasks { (row(task, entry, rows, say)) } }
                }
            }))
        }
    }
}

fn row(task: &Task, entry: &Entry, rows: &HashSet<String>, say: Say) -> Markup {
    let held = task.commitments.iter().filter(|id| rows.contains(&format!("c-{id}")));
    html! {
        tr id={ "t-" (task.id) } {
            td.num { @if task.source.span().start < extent::end(&entry.text) { a href={ "#p-t-" (task.id) } { (task.source.line) } } @else { (task.source.line) } }
            th.what scope="row" lang="zh" { (task.number.as_deref().unwrap_or_default()) (task.text) }
            td lang="zh" { (names(&task.lead)) @for person in &task.persons { " " small { (person) } } }
            td lang="zh" { (names(&task.support)) }
            td.date { @if let Some(when) = &task.deadline { (if when.short() == "ongoing" { say.t("ongoing").to_owned() } else { when.short() }) } }
            td { @for (at, id) in held.enumerate() { @if at > 0 { " " } a href={ "#c-" (id) } aria-label=(say.fill("commitment_number", &[&(at + 1)])) { (at + 1) } } }
        }
    }
}

fn names(units: &[Unit]) -> String {
    units.iter().map(|unit| unit.name.as_str()).collect::<Vec<_>>().join("、")
}
