//! What each unit owes: its tasks, those it leads before those it helps with.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{TaskList, due};
use crate::analysis::Task;

/// What one unit owes.
#[derive(Clone, Debug, Serialize)]
pub struct Owed<'a> {
    /// The unit's full name.
    pub unit: String,
    /// The names it is written with.
    pub written: Vec<&'a str>,
    /// The tasks that it leads, in the order in which they fall due.
    pub leads: Vec<&'a Task>,
    /// Those that it helps with.
    pub supports: Vec<&'a Task>,
}

/// What each unit of `lists` owes, those that lead most first.
pub fn owed(lists: &[TaskList]) -> Vec<Owed<'_>> {
    let mut units: BTreeMap<&str, Owed<'_>> = BTreeMap::new();
    for task in lists.iter().flat_map(|list| &list.tasks) {
        let leads = task.lead.iter().map(|unit| (unit, true));
        for (unit, leads) in leads.chain(task.support.iter().map(|unit| (unit, false))) {
            let owed = units.entry(&unit.full).or_insert_with(|| Owed {
                unit: unit.full.clone(),
                written: Vec::new(),
                leads: Vec::new(),
                supports: Vec::new(),
            });
            if !owed.written.contains(&unit.name.as_str()) {
                owed.written.push(&unit.name);
            }
            if leads { owed.leads.push(task) } else { owed.supports.push(task) }
        }
    }
    let mut units: Vec<Owed<'_>> = units.into_values().collect();
    for owed in &mut units {
        owed.leads.sort_by_key(|task| due(task));
        owed.supports.sort_by_key(|task| due(task));
    }
    units.sort_by_key(|owed| (std::cmp::Reverse(owed.leads.len()), std::cmp::Reverse(owed.supports.len())));
    units
}
