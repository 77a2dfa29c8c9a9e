//! A panel of plans: a row for each region and year (or period), a column for each standard indicator and measure.
//!
//! Which statement fills a cell when there are several is told in docs/panel.md; [`cell`] holds the rule.

mod cell;
mod column;
mod unit;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

pub use self::{
    cell::{Cell, Given},
    column::Column,
};
use crate::{
    analysis::{Analysis, Setting},
    lexicon::{Measure, Region, RegionLevel},
};

/// The schema of a panel as JSON.
pub const SCHEMA: &str = "plan-panel/1";

/// What one document gives to a panel.
#[derive(Clone, Debug)]
pub struct Plan {
    place: Place,
    cells: Vec<Cell>,
}

/// What a row is of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Place {
    /// The code of the region; null where it is not to be told.
    pub region_code: Option<String>,
    /// Its name: that of the division, else of the issuer.
    pub region: String,
    /// Its level.
    pub region_level: Option<RegionLevel>,
    /// The first year of the plan; of a report, its year.
    pub start: i32,
    /// The last year of the plan; of a report, its year.
    pub end: i32,
}

impl Plan {
    /// What `analysis` gives; `None` where the document does not say which years it is for.
    pub fn new(analysis: &Analysis) -> Option<Self> {
        let document = &analysis.document;
        let years = document.year.map(|year| (year, year));
        let (start, end) = years.or_else(|| document.period.map(|period| (period.start, period.end)))?;
        let division = document.region_code.as_deref().and_then(Region::of_code).map(|region| region.name.to_owned());
        let told = document.region.as_ref().or(document.issuer.as_ref());
        let named = || told.unwrap_or(&document.source.path).clone();
        let place = Place {
            region_code: document.region_code.clone(),
            region: division.unwrap_or_else(named),
            region_level: document.region_level,
            start,
            end,
        };
        Some(Self { place, cells: cell::of(analysis, end) })
    }
}

/// A row: a region in a year or period.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Row {
    /// What it is of.
    #[serde(flatten)]
    pub place: Place,
    /// The documents that it is made from, in the order given.
    pub files: Vec<String>,
    /// Its cells by the name of their column.
    pub cells: BTreeMap<String, Cell>,
}

impl Row {
    /// The year, or the first and last year.
    pub fn period(&self) -> String {
        let Place { start, end, .. } = self.place;
        if start == end { start.to_string() } else { format!("{start}-{end}") }
    }
}

/// Which goals a panel holds.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// The keys of its indicators; all where there are none.
    pub keys: Vec<String>,
    /// Whether it holds those alone that stand in a part that sets goals.
    pub goals_only: bool,
}

impl Selection {
    fn keeps(&self, cell: &Cell) -> bool {
        let sets_goals = cell.setting == Some(Setting::Goals);
        (self.keys.is_empty() || self.keys.contains(&cell.indicator_key)) && (sets_goals || !self.goals_only)
    }
}

/// A panel.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Panel {
    /// Its schema.
    pub schema: &'static str,
    /// The columns, in the order of the table of indicators.
    pub columns: Vec<Column>,
    /// The rows, by region and year.
    pub rows: Vec<Row>,
}

impl Panel {
    /// The panel of what `selection` keeps of `plans`. Of several documents for one region and year the first that has a goal
    /// fills its cell.
    pub fn new(mut plans: Vec<Plan>, selection: &Selection) -> Self {
        plans.iter_mut().for_each(|plan| plan.cells.retain(|cell| selection.keeps(cell)));
        let usual = usual(&plans);
        let mut rows: BTreeMap<Place, Row> = BTreeMap::new();
        let mut columns: Vec<Column> = Vec::new();
        for plan in plans {
            let empty = || Row { place: plan.place.clone(), files: Vec::new(), cells: BTreeMap::new() };
            let row = rows.entry(plan.place.clone()).or_insert_with(empty);
            for mut cell in plan.cells {
                if cell.given != Given::Stated {
                    cell.settle(&usual);
                }
                row.add(cell, &mut columns);
            }
        }
        columns.sort_by_key(Column::order);
        Self { schema: SCHEMA, columns, rows: rows.into_values().collect() }
    }
}

impl Row {
    /// Puts `cell` where there is none of its column yet; a number stands over words.
    fn add(&mut self, cell: Cell, columns: &mut Vec<Column>) {
        if !self.files.contains(&cell.file) {
            self.files.push(cell.file.clone());
        }
        let column = Column::of(&cell);
        let name = column.name.clone();
        if !columns.iter().any(|known| known.name == name) {
            columns.push(column);
        }
        let held = self.cells.get(&name).map(|held| held.given);
        if held.is_none() || (held != Some(Given::Stated) && cell.given == Given::Stated) {
            self.cells.insert(name, cell);
        }
    }
}

/// How each indicator is measured most often where a number states it, and in which unit.
fn usual(plans: &[Plan]) -> BTreeMap<String, (Measure, String)> {
    let mut counts: BTreeMap<(String, Measure, String), usize> = BTreeMap::new();
    for cell in plans.iter().flat_map(|plan| &plan.cells) {
        if let (Given::Stated, Some(measure)) = (cell.given, cell.measure) {
            *counts.entry((cell.indicator_key.clone(), measure, cell.unit.clone())).or_default() += 1;
        }
    }
    let mut most: BTreeMap<String, (usize, Measure, String)> = BTreeMap::new();
    for ((key, measure, unit), count) in counts {
        let held = most.entry(key).or_insert((0, measure, String::new()));
        if count > held.0 {
            *held = (count, measure, unit);
        }
    }
    most.into_iter().map(|(key, (_, measure, unit))| (key, (measure, unit))).collect()
}

#[cfg(test)]
mod tests;
