//! The long table: a goal a row, with all that it takes to look it up.

use super::Table;
use crate::{
    lexicon::Indicator,
    panel::{Cell as Goal, Panel, Row},
    render::{
        key,
        long::{Cell, section},
        words::{self, Lang},
    },
};

/// A column: its name and its value.
type Get = fn(&Row, &Goal) -> Cell;

/// The columns, in order.
const COLUMNS: [(&str, Get); 31] = [
    ("region_code", |row, _| row.place.region_code.as_deref().into()),
    ("region", |row, _| (&row.place.region).into()),
    ("region_level", |row, _| row.place.region_level.map(|level| key(&level)).into()),
    ("year", |row, _| (row.place.start == row.place.end).then_some(row.place.start).into()),
    ("period_start", |row, _| row.place.start.into()),
    ("period_end", |row, _| row.place.end.into()),
    ("indicator_key", |_, goal| (&goal.indicator_key).into()),
    ("indicator_name", |_, goal| Indicator::of_key(&goal.indicator_key).map_or("", |row| row.zh).into()),
    ("measure", |_, goal| goal.measure.map(|measure| measure.key()).into()),
    ("given", |_, goal| goal.given.key().into()),
    ("value", |_, goal| goal.value.into()),
    ("upper", |_, goal| goal.upper.into()),
    ("unit", |_, goal| (&goal.unit).into()),
    ("comparator", |_, goal| goal.comparator.map(|comparator| key(&comparator)).into()),
    ("indicator", |_, goal| goal.indicator.as_deref().into()),
    ("modality", |_, goal| goal.modality.map(|modality| key(&modality)).into()),
    ("nature", |_, goal| goal.nature.map(|nature| key(&nature)).into()),
    ("setting", |_, goal| goal.setting.map(|setting| key(&setting)).into()),
    ("quote", |_, goal| (&goal.source.quote).into()),
    ("sentence", |_, goal| (&goal.sentence).into()),
    ("file", |_, goal| (&goal.file).into()),
    ("title", |_, goal| goal.title.as_deref().into()),
    ("section", |_, goal| section(&goal.section).into()),
    ("id", |_, goal| goal.id.as_deref().into()),
    ("line", |_, goal| goal.source.line.into()),
    ("column", |_, goal| goal.source.column.into()),
    ("end_line", |_, goal| goal.source.end_line.into()),
    ("end_column", |_, goal| goal.source.end_column.into()),
    ("start", |_, goal| goal.source.start.into()),
    ("end", |_, goal| goal.source.end.into()),
    ("page", |_, goal| goal.source.page.into()),
];

/// The table, its heads in the language that people want, else by their names; the goals of a row in the order of the columns.
pub fn long(panel: &Panel, lang: Option<Lang>) -> Table {
    let head = |name: &str| match lang {
        Some(lang) => words::head(name, lang),
        None => name.to_owned(),
    };
    let heads = COLUMNS.iter().map(|(name, _)| head(name)).collect();
    let goals = panel.rows.iter().flat_map(|row| {
        let goals = panel.columns.iter().filter_map(|column| row.cells.get(&column.name));
        goals.map(move |goal| COLUMNS.iter().map(|(_, get)| get(row, goal)).collect())
    });
    (heads, goals.collect())
}
