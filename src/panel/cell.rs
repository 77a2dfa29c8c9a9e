//! The cells of one document, and which of its statements fills each.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::unit::unit_of;
use crate::{
    analysis::{self, Analysis, Record, Setting, WordedGoal},
    lexicon::{Indicator, MEASURES, Measure},
    number::Number,
    quantity::Comparator,
    statement::{How, Modality, Nature, Shared},
};

/// How the goal of a cell is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Given {
    /// With a number.
    Stated,
    /// Against another figure.
    Compared,
    /// As another document sets it.
    ByReference,
    /// In words that say which way.
    InWords,
    /// Said not to be set.
    NotSet,
}

impl Given {
    /// The name in files.
    pub fn key(self) -> &'static str {
        match self {
            Given::Stated => "stated",
            Given::Compared => "compared",
            Given::ByReference => "by_reference",
            Given::InWords => "in_words",
            Given::NotSet => "not_set",
        }
    }
}

impl From<How> for Given {
    fn from(how: How) -> Self {
        match how {
            How::Compared => Given::Compared,
            How::ByReference => Given::ByReference,
            How::InWords => Given::InWords,
            How::NotSet => Given::NotSet,
        }
    }
}

/// A goal in a panel.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Cell {
    /// The key of the indicator.
    pub indicator_key: String,
    /// What the number says of it; of a goal without a number, what it would say.
    pub measure: Option<Measure>,
    /// How it is given.
    pub given: Given,
    /// The number in the unit of the column; the lower end of a range.
    pub value: Option<Number>,
    /// The upper end of a range.
    pub upper: Option<Number>,
    /// The unit of the column.
    pub unit: String,
    /// Which way the number bounds.
    pub comparator: Option<Comparator>,
    /// The indicator as written.
    pub indicator: Option<String>,
    /// How strongly it is promised.
    pub modality: Option<Modality>,
    /// 约束性 or 预期性.
    pub nature: Option<Nature>,
    /// What the part of the document does that it stands in.
    pub setting: Option<Setting>,
    /// The id of the statement.
    pub id: Option<String>,
    /// The document.
    pub file: String,
    /// The document's title.
    pub title: Option<String>,
    /// The id of the section.
    pub section: String,
    /// The sentence, or the clause of a goal without a number.
    pub sentence: String,
    /// Where it stands.
    pub source: analysis::Place,
}

/// The cells of a document whose last year is `year`.
///
/// A statement fills a cell where it is due in that year and is of the whole region; of several the one in a part that sets goals,
/// then the first. A goal without a number fills one where no number is stated for its indicator.
pub(super) fn of(analysis: &Analysis, year: i32) -> Vec<Cell> {
    let mut best: BTreeMap<(String, Option<Measure>, String), (&Record, Cell)> = BTreeMap::new();
    for record in analysis.commitments.iter().filter(|record| is_goal(analysis, record, year)) {
        let Some(cell) = stated(analysis, record) else { continue };
        let rank = |record: &Record| (record.setting != Some(Setting::Goals), record.source.start);
        let slot = (cell.indicator_key.clone(), cell.measure, cell.unit.clone());
        match best.get(&slot) {
            Some((held, _)) if rank(held) <= rank(record) => {}
            _ => drop(best.insert(slot, (record, cell))),
        }
    }
    let mut cells: Vec<Cell> = best.into_values().map(|(_, cell)| cell).collect();
    let own = |goal: &&WordedGoal| goal.year.is_none_or(|of| of == year);
    for goal in analysis.worded.iter().filter(own) {
        if cells.iter().all(|cell| cell.indicator_key != goal.indicator_key) {
            cells.push(worded(analysis, goal));
        }
    }
    cells
}

/// Whether `record` is a goal of the whole region for `year`.
fn is_goal(analysis: &Analysis, record: &Record, year: i32) -> bool {
    let whole =
        |scope: &Shared| MEASURES.whole.has(scope) || analysis.document.issuer.as_deref() == Some(scope.as_str());
    let due = record.deadline.as_ref().is_some_and(|deadline| deadline.year == year);
    due && record.setting != Some(Setting::Review) && record.scope.as_deref().is_none_or(whole)
}

fn stated(analysis: &Analysis, record: &Record) -> Option<Cell> {
    let amount = record.quantity.as_ref()?;
    let indicator = Indicator::of_key(record.indicator_key.as_deref()?)?;
    let measure = record.measure?;
    let (unit, convert) = unit_of(indicator, measure, &amount.unit);
    let source = record.source.clone();
    Some(Cell {
        value: Some(convert.apply(amount.value)),
        upper: amount.upper().map(|upper| convert.apply(upper)),
        unit,
        comparator: Some(amount.comparator),
        indicator: Some(record.indicator.to_string()),
        modality: Some(record.modality),
        nature: record.nature,
        setting: record.setting,
        id: Some(record.id.to_string()),
        section: record.section.to_string(),
        sentence: record.sentence.to_string(),
        ..Cell::empty(analysis, indicator.key, Some(measure), source)
    })
}

fn worded(analysis: &Analysis, goal: &WordedGoal) -> Cell {
    let cell = Cell::empty(analysis, &goal.indicator_key, goal.measure, goal.source.clone());
    let sentence = goal.source.quote.split_whitespace().collect();
    Cell { given: goal.how.into(), setting: Some(Setting::Goals), section: goal.section.clone(), sentence, ..cell }
}

impl Cell {
    fn empty(analysis: &Analysis, key: &str, measure: Option<Measure>, source: analysis::Place) -> Self {
        Self {
            indicator_key: key.to_owned(),
            measure,
            given: Given::Stated,
            value: None,
            upper: None,
            unit: String::new(),
            comparator: None,
            indicator: None,
            modality: None,
            nature: None,
            setting: None,
            id: None,
            file: analysis.document.source.path.clone(),
            title: analysis.document.title.clone(),
            section: String::new(),
            sentence: String::new(),
            source,
        }
    }

    /// Puts a goal without a number where those with one stand: under the measure that is `usual` for its indicator.
    pub(super) fn settle(&mut self, usual: &BTreeMap<String, (Measure, String)>) {
        let indicator = Indicator::of_key(&self.indicator_key);
        match usual.get(&self.indicator_key) {
            Some((measure, unit)) if self.measure.is_none_or(|told| told == *measure) => {
                (self.measure, self.unit) = (Some(*measure), unit.clone());
            }
            _ => {
                let measure = self.measure.or_else(|| indicator.map(|row| row.measure));
                self.unit = indicator.zip(measure).map(|(row, m)| unit_of(row, m, row.unit).0).unwrap_or_default();
                self.measure = measure;
            }
        }
    }
}
