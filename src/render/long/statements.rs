//! The columns of the long table: how each is read from a statement and its document.

use std::{borrow::Cow, ops::Deref};

use serde_json::Value;

use super::cell::{Cell, section};
use crate::{
    analysis::{Analysis, Place, Record},
    render::key,
    statement::{Amount, Baseline, Deadline, TableRow},
};

/// A statement with its document.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The document's result.
    pub analysis: &'a Analysis,
    /// The statement.
    pub record: &'a Record,
}

/// A column: its stable name, and its value in a row.
#[derive(Clone, Debug)]
pub struct Column {
    /// As it stands in heads.
    pub name: Cow<'static, str>,
    get: Get,
}

/// Where a column has its value from.
#[derive(Clone, Copy, Debug)]
enum Get {
    /// Statement and document.
    Read(fn(Row<'_>) -> Cell),
    /// What is carried along under the name of the column, without [`CARRIED`].
    Carried,
}

/// How the names of columns begin that hold what is carried along with a document.
pub const CARRIED: &str = "meta_";

impl Column {
    /// The column of what is carried along as `key`.
    pub fn carried(key: &str) -> Self {
        Self { name: format!("{CARRIED}{key}").into(), get: Get::Carried }
    }

    /// Its value in a row.
    pub fn get(&self, row: Row<'_>) -> Cell {
        match self.get {
            Get::Read(get) => get(row),
            Get::Carried => match row.analysis.document.metadata.get(&self.name[CARRIED.len()..]) {
                None | Some(Value::Null) => Cell::Empty,
                Some(Value::String(text)) => text.into(),
                Some(other) => other.to_string().into(),
            },
        }
    }
}

const fn column(name: &'static str, get: fn(Row<'_>) -> Cell) -> Column {
    Column { name: Cow::Borrowed(name), get: Get::Read(get) }
}

/// What is carried along, as one JSON object.
fn metadata(row: Row<'_>) -> Cell {
    let metadata = &row.analysis.document.metadata;
    if metadata.is_empty() { Cell::Empty } else { crate::render::json::line(metadata).into() }
}

fn amount<T: Into<Cell>>(row: Row<'_>, get: impl Fn(&Amount) -> T) -> Cell {
    row.record.quantity.as_ref().map(get).into()
}

fn baseline<T: Into<Cell>>(row: Row<'_>, get: impl Fn(&Baseline) -> T) -> Cell {
    row.record.baseline.as_deref().map(get).into()
}

fn deadline<T: Into<Cell>>(row: Row<'_>, get: impl Fn(&Deadline) -> T) -> Cell {
    row.record.deadline.as_deref().map(get).into()
}

fn table<T: Into<Cell>>(row: Row<'_>, get: impl Fn(&TableRow) -> T) -> Cell {
    row.record.row.as_ref().map(get).into()
}

fn place<T: Into<Cell>>(row: Row<'_>, get: impl Fn(&Place) -> T) -> Cell {
    get(&row.record.source).into()
}

fn text<T: Deref<Target = str>>(text: Option<&T>) -> Cell {
    text.map(|text| &**text).into()
}

/// Every column, in order. A name is never given up or used for something else; new columns may stand anywhere.
pub const COLUMNS: &[Column] = &[
    column("schema", |row| (&row.analysis.schema).into()),
    column("file", |row| (&row.analysis.document.source.path).into()),
    column("title", |row| text(row.analysis.document.title.as_ref())),
    column("issuer", |row| text(row.analysis.document.issuer.as_ref())),
    column("region_code", |row| text(row.analysis.document.region_code.as_ref())),
    column("region_level", |row| row.analysis.document.region_level.map(|level| key(&level)).into()),
    column("document_kind", |row| key(&row.analysis.document.kind).into()),
    column("document_number", |row| text(row.analysis.document.number.as_ref())),
    column("year", |row| row.analysis.document.year.into()),
    column("period_start", |row| row.analysis.document.period.map(|period| period.start).into()),
    column("period_end", |row| row.analysis.document.period.map(|period| period.end).into()),
    column("horizon", |row| row.analysis.document.horizon.into()),
    column("approved", |row| text(row.analysis.document.approved.as_ref())),
    column("delivered", |row| text(row.analysis.document.delivered.as_ref())),
    column("issued", |row| text(row.analysis.document.issued.as_ref())),
    column("published", |row| text(row.analysis.document.published.as_ref())),
    column("region", |row| text(row.analysis.document.region.as_ref())),
    column("overridden", |row| row.analysis.document.overridden.as_slice().into()),
    column("id", |row| (&row.record.id).into()),
    column("status", |row| key(&row.record.status).into()),
    column("section", |row| section(&row.record.section).into()),
    column("chapter", |row| text(row.record.path.first())),
    column("heading", |row| text(row.record.path.last())),
    column("path", |row| (&*row.record.path).into()),
    column("setting", |row| row.record.setting.map(|setting| key(&setting)).into()),
    column("kind", |row| key(&row.record.kind).into()),
    column("indicator", |row| (&row.record.indicator).into()),
    column("indicator_key", |row| text(row.record.indicator_key.as_deref())),
    column("measure", |row| row.record.measure.map(|measure| measure.key()).into()),
    column("scope", |row| text(row.record.scope.as_deref())),
    column("value", |row| amount(row, |amount| amount.value)),
    column("upper", |row| amount(row, |amount| amount.upper())),
    column("unit", |row| amount(row, |amount| Cell::from(&*amount.unit))),
    column("comparator", |row| amount(row, |amount| key(&amount.comparator))),
    column("change", |row| amount(row, |amount| key(&amount.change))),
    column("text", |row| amount(row, |amount| Cell::from(&amount.text))),
    column("baseline_value", |row| baseline(row, |baseline| baseline.value)),
    column("baseline_unit", |row| baseline(row, |baseline| Cell::from(&baseline.unit))),
    column("baseline_year", |row| baseline(row, |baseline| baseline.year)),
    column("deadline_year", |row| deadline(row, |deadline| deadline.year)),
    column("deadline_month", |row| deadline(row, |deadline| deadline.month)),
    column("deadline_source", |row| deadline(row, |deadline| key(&deadline.source))),
    column("deadline_text", |row| deadline(row, |deadline| Cell::from(&deadline.text))),
    column("recurrence", |row| row.record.recurrence.map(|recurrence| key(&recurrence)).into()),
    column("modality", |row| key(&row.record.modality).into()),
    column("nature", |row| row.record.nature.map(|nature| key(&nature)).into()),
    column("theme", |row| row.record.theme.key().into()),
    column("theme_name", |row| row.record.theme.name().into()),
    column("responsible", |row| (&*row.record.responsible).into()),
    column("task", |row| text(row.record.task.as_deref())),
    column("sentence", |row| (&*row.record.sentence).into()),
    column("line", |row| place(row, |place| place.line)),
    column("column", |row| place(row, |place| place.column)),
    column("end_line", |row| place(row, |place| place.end_line)),
    column("end_column", |row| place(row, |place| place.end_column)),
    column("start", |row| place(row, |place| place.start)),
    column("end", |row| place(row, |place| place.end)),
    column("page", |row| place(row, |place| place.page)),
    column("quote", |row| place(row, |place| Cell::from(&place.quote))),
    column("table_group", |row| table(row, |table| table.around.group.join(" / "))),
    column("table_row", |row| table(row, |table| table.row)),
    column("table_heads", |row| table(row, |table| table.around.heads.join(" / "))),
    column("evidence", |row| crate::render::reasons(row.record, " / ").into()),
    column("media", |row| (&row.analysis.document.source.media).into()),
    column("encoding", |row| (&row.analysis.document.source.encoding).into()),
    column("bytes", |row| row.analysis.document.source.bytes.into()),
    column("sha256", |row| (&row.analysis.document.source.sha256).into()),
    column("metadata", metadata),
];
