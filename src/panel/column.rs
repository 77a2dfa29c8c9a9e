//! The columns of a panel: an indicator under one measure and in one unit.

use schemars::JsonSchema;
use serde::Serialize;

use super::{cell::Cell, unit::is_usual};
use crate::lexicon::{Indicator, Measure};

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Column {
    /// Its name: the key of the indicator, with the measure behind it where that is not the indicator's own, and the unit
    /// where that is another.
    pub name: String,
    /// The key of the indicator.
    pub indicator_key: String,
    /// What the numbers say of it.
    pub measure: Measure,
    /// Their unit.
    pub unit: String,
    /// What the indicator measures, in Chinese.
    pub definition: &'static str,
    /// The place of the indicator in the table.
    #[serde(skip)]
    at: usize,
}

impl Column {
    pub(super) fn of(cell: &Cell) -> Self {
        let at = Indicator::all().iter().position(|row| row.key == cell.indicator_key).unwrap_or(usize::MAX);
        let row = Indicator::all().get(at);
        let own = row.map_or(Measure::Level, |row| row.measure);
        let measure = cell.measure.unwrap_or(own);
        let mut name = cell.indicator_key.clone();
        if measure != own {
            name = format!("{name}_{}", measure.key());
        }
        if row.is_some_and(|row| !is_usual(row, measure, &cell.unit)) {
            name = format!("{name}_{}", cell.unit);
        }
        let definition = row.map_or("", |row| row.definition());
        Self { name, indicator_key: cell.indicator_key.clone(), measure, unit: cell.unit.clone(), definition, at }
    }

    pub(super) fn order(&self) -> (usize, Measure, String) {
        (self.at, self.measure, self.unit.clone())
    }

    /// The indicator.
    pub fn indicator(&self) -> Option<&'static Indicator> {
        Indicator::all().get(self.at)
    }
}
