//! The columns of a table: what each holds for this plan, what is measured in it, and what tells it from others of its kind.

pub(super) mod breakdown;
pub(super) mod head;
pub(super) mod meaning;
pub(super) mod measures;

use self::{
    meaning::Meaning,
    measures::{Measures, undated},
};
use super::{figures::MARKS, legend::Legend, sheet::Sheet};
use crate::{
    grid::{Head, Record},
    source::View,
};

/// A table that was read, with what its columns mean.
pub(super) struct Columns<'a> {
    pub(super) sheet: Sheet<'a>,
    /// Of each column that holds values.
    pub(super) meanings: Vec<Option<Meaning>>,
    /// What its heads and its caption name as measured.
    pub(super) measures: Measures,
    /// The heads of starting values, without their years.
    pub(super) starts: Vec<String>,
    /// What its notes say of marks.
    pub(super) legend: &'a Legend,
}

impl<'a> Columns<'a> {
    /// Of `sheet`, whose notes say what `legend` holds.
    pub(super) fn of(sheet: Sheet<'a>, legend: &'a Legend) -> Self {
        let (table, title) = (sheet.table, sheet.title());
        let meanings = meaning::of(sheet.roles.scene, sheet.role, sheet.part, (table, title));
        let of_starts = sheet.part.columns.iter().zip(&meanings).filter(|(_, is)| **is == Some(Meaning::Start));
        let starts = of_starts.map(|(column, _)| undated(&column.head.text)).collect();
        Self { sheet, meanings, measures: Measures::of(table, title, sheet.part), starts, legend }
    }

    /// What stands over column `col`.
    pub(super) fn head(&self, col: usize) -> &'a Head {
        &self.sheet.part.columns[col].head
    }

    /// What a reader sees of `record` in column `col`.
    pub(super) fn view(&self, record: &Record, col: usize) -> Option<&'a View> {
        self.sheet.view(record.at(col)?)
    }

    /// Those whose values are what is `wanted`.
    pub(super) fn that(&self, wanted: Meaning) -> impl Iterator<Item = usize> {
        self.meanings.iter().enumerate().filter(move |(_, meaning)| **meaning == Some(wanted)).map(|(col, _)| col)
    }

    /// Whether a cell with this `text` holds a sum over the period: marks stand around it, or round brackets where the notes or what heads it
    /// (`headed`) say that they mean one.
    pub(super) fn marks_total(&self, headed: bool, text: &str) -> bool {
        let round = text.starts_with('（') && text.ends_with('）');
        text.starts_with(MARKS) || (headed || self.legend.rounds) && round
    }
}
