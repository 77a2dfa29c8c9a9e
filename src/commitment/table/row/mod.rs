//! A row of a table with what holds for all its values.

pub(super) mod earlier;
pub(super) mod measured;
pub(super) mod name;
mod yearly_sum;

use self::{earlier::Earlier, measured::Measured, name::Repeated};
use super::{
    column::{Columns, breakdown, head::says_added, meaning::Meaning},
    legend::{grouped_nature, one_nature},
    sheet::Sheet,
};
use crate::{
    commitment::names,
    grid::{self, Record, Role as Holds},
    source::View,
    statement::{Deadline, Nature, Shared},
};

/// A row with what holds for all its values.
pub(super) struct Row<'a> {
    /// What it measures.
    pub(super) measured: Measured<'a>,
    pub(super) nature: Option<Nature>,
    /// The place that it is of, where others of its name are of other places.
    pub(super) place: Option<String>,
    pub(super) due: Option<Deadline>,
    /// Whether its targets of years add up to one.
    pub(super) adds: bool,
    /// All its cells.
    pub(super) sentence: Shared,
    /// The units responsible.
    pub(super) units: Vec<String>,
    /// What its cells of starting values say, the latest first.
    pub(super) starts: Vec<Earlier>,
    /// What its cells say whose targets are past, the latest first.
    pub(super) past: Vec<Earlier>,
}

impl<'a> Row<'a> {
    /// Reads `record`, a row below `columns`, of whose names some are `repeated`.
    pub(super) fn read(columns: &Columns<'_>, repeated: &Repeated, record: &'a Record) -> Self {
        let sheet = columns.sheet;
        let name = names::read(&name::of(&sheet, record));
        let among_others = repeated.within.contains(&name.text);
        let place = among_others.then(|| place_beside(&sheet, record)).flatten().map(str::to_owned);
        let grouped = repeated.across.contains(&name.text);
        let measured = Measured::read(&sheet, record, name, grouped);
        let adds = yearly_sum::adds_up(columns, &measured) || sheet.remarks(record).any(|view| says_added(view.text()));
        Self {
            nature: nature(columns, &measured),
            place,
            due: sheet.due(record).map(|(due, _)| due),
            adds,
            sentence: sheet.sentence(record).into(),
            units: sheet.units(record),
            starts: earlier::of(columns, &measured, Meaning::Start),
            past: earlier::of(columns, &measured, Meaning::Past),
            measured,
        }
    }
}

/// The nature of the targets of `row`: of its own column or name, of a remark, by a mark, or of its group.
fn nature(columns: &Columns<'_>, row: &Measured<'_>) -> Option<Nature> {
    let (sheet, record) = (columns.sheet, row.record);
    let beside = || sheet.remarks(record).find(|view| grid::is_nature(view.text()));
    let nature = names::nature(sheet.text(record, Holds::Nature)).or(row.name.nature);
    let nature = nature.or_else(|| names::nature(beside()?.text())).or_else(|| marked(columns, record));
    nature.or_else(|| record.group.iter().rev().find_map(|group| grouped_nature(group)))
}

/// The nature that `record` has by a mark: that of the head over a tick, or what the legend says.
fn marked(columns: &Columns<'_>, record: &Record) -> Option<Nature> {
    let text = |col: usize| columns.view(record, col).map_or("", View::text);
    let ticked = |col: &usize| text(*col).chars().next().is_some_and(names::is_mark);
    let head = |col: usize| one_nature(&columns.head(col).text);
    let under_head = columns.sheet.part.of(Holds::Nature).filter(ticked).find_map(head);
    let bearing = [Holds::Nature, Holds::Name, Holds::Number].into_iter().flat_map(|role| columns.sheet.part.of(role));
    under_head.or_else(|| columns.legend.nature(bearing.map(text)))
}

/// The place that `record` is of, told in a column of words behind its name (覆盖率 | 城市, 农村).
fn place_beside<'a>(sheet: &Sheet<'a>, record: &Record) -> Option<&'a str> {
    let at = sheet.part.of(Holds::Name).next()?;
    let beside = |col: usize| {
        let words = matches!(sheet.part.columns[col].role, Holds::Text | Holds::Group);
        record.at(col).filter(|_| words).and_then(|place| sheet.view(place)).map(View::text)
    };
    (at + 1..sheet.part.columns.len()).find_map(beside).filter(|text| breakdown::is_of_where(text))
}
