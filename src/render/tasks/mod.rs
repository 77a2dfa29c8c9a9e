//! Tasks as text: who does what by when, in the order in which it falls due.

pub mod rows;
#[cfg(feature = "cli")]
pub mod table;
mod units;

use std::ops::RangeInclusive;

use serde::Serialize;

use super::select::{any, is_within};
use crate::{
    analysis::{Analysis, Task},
    duty::{Course, When},
    lexicon::Theme,
};

pub use units::{Owed, owed};

/// What a task must be to be shown: one of each list, where it is not empty.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// A unit that leads or helps, by a short or full name or a part of one.
    pub units: Vec<String>,
    /// The year of the deadline.
    pub due: Vec<RangeInclusive<i32>>,
    /// The theme.
    pub themes: Vec<Theme>,
    /// The chapter or section, with what stands below it.
    pub sections: Vec<String>,
}

impl Selection {
    fn keeps(&self, task: &Task) -> bool {
        let due = |when: &When, years: &RangeInclusive<i32>| {
            let stages = when.stages.iter().map(|stage| stage.year);
            stages.chain([when.year]).flatten().any(|year| years.contains(&year))
        };
        let is_given = |name: &String| task.lead.iter().chain(&task.support).any(|unit| unit.is_called(name));
        any(&self.units, is_given)
            && any(&self.due, |years| task.deadline.as_ref().is_some_and(|when| due(when, years)))
            && any(&self.themes, |theme| task.theme == *theme)
            && any(&self.sections, |section| is_within(&task.section, section))
    }
}

/// The tasks of one document.
#[derive(Clone, Debug, Serialize)]
pub struct TaskList {
    /// The schema of the tasks: that of results.
    pub schema: String,
    /// The path as given.
    pub path: String,
    /// The document's title.
    pub title: Option<String>,
    /// Its tasks, those that fall due first before the others, undated ones last.
    pub tasks: Vec<Task>,
}

impl TaskList {
    /// The tasks of `analysis` that `selection` keeps.
    pub fn new(analysis: &Analysis, selection: &Selection) -> Self {
        let mut tasks: Vec<Task> = analysis.tasks.iter().filter(|task| selection.keeps(task)).cloned().collect();
        tasks.sort_by_key(due);
        Self {
            schema: analysis.schema.clone(),
            path: analysis.document.source.path.clone(),
            title: analysis.document.title.clone(),
            tasks,
        }
    }
}

/// What tasks sort by: dated ones by year, month and day (a year alone falls due at its end), then what goes on, then the rest.
fn due(task: &Task) -> (u8, i32, u32, u32) {
    match task.deadline.as_deref() {
        Some(When { year: Some(year), month, day, .. }) => (0, *year, month.unwrap_or(12), day.unwrap_or(31)),
        Some(When { course: Course::Ongoing, .. }) => (1, 0, 0, 0),
        _ => (2, 0, 0, 0),
    }
}

/// One task a line, with its document's path and title, as JSON Lines.
pub fn jsonl(list: &TaskList) -> String {
    #[derive(Serialize)]
    struct Line<'a> {
        schema: &'a str,
        path: &'a str,
        title: Option<&'a str>,
        #[serde(flatten)]
        task: &'a Task,
    }
    let mut out = String::new();
    for task in &list.tasks {
        let line = Line { schema: &list.schema, path: &list.path, title: list.title.as_deref(), task };
        // String keys and no failing serializer: an error cannot arise.
        out += &serde_json::to_string(&line).unwrap_or_default();
        out.push('\n');
    }
    out
}
