//! The tables of a document as they were read: cells, roles of the columns, how sure the reading is.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    grid::{self, Part},
    outline::{Outline, Table},
    source::Document,
};

/// A table as it was read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SheetEntry {
    /// The path of its document as given, or `-`.
    #[serde(default)]
    pub file: String,
    /// `表2`, `专栏1`; empty where it has none.
    pub label: String,
    /// Its caption without label.
    pub caption: String,
    /// 1-based line on which its first cell stands, or its caption where nothing else is left.
    pub line: usize,
    /// What its cells were read from: `medium`, `tabs`, `lines`.
    pub origin: String,
    /// How well its cells agree with the roles of the columns, 0 to 1; absent where no meaning was found.
    pub score: Option<f64>,
    /// Whether records run down and not across.
    pub turned: bool,
    /// The unit of all values that have no other.
    pub unit: Option<String>,
    /// The columns under its first head; of a turned table its rows.
    pub columns: Vec<ColumnEntry>,
    /// How many of its first rows are heads.
    pub heads: usize,
    /// Its rows, heads included; a merged cell stands in every place that it takes up.
    pub rows: Vec<Vec<String>>,
}

/// A column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ColumnEntry {
    /// `name`, `value`, `unit`, `nature`, `group`, `number`, `responsible`, `due`, `note`, `text`.
    pub role: String,
    /// Its head.
    pub head: String,
}

/// The tables of `outline` in document order; captions of lost tables are none.
pub fn sheets(document: &Document, outline: &Outline) -> Vec<SheetEntry> {
    outline.tables.iter().filter(|table| !table.missing).map(|table| sheet(document, table)).collect()
}

fn sheet(document: &Document, table: &Table) -> SheetEntry {
    let reading = table.reading.as_ref();
    let first: Option<&Part> = reading.and_then(|reading| reading.parts.first());
    let columns = first.map_or(&[][..], |part| &part.columns);
    SheetEntry {
        file: document.name.clone(),
        label: table.label.as_str().to_owned(),
        caption: table.caption.as_str().to_owned(),
        line: document.lines.line(table.grid.span.start),
        origin: table.grid.origin.name().to_owned(),
        score: reading.map(|reading| (reading.score * 1000.0).round() / 1000.0),
        turned: reading.is_some_and(|reading| reading.turned),
        unit: reading.and_then(|reading| reading.units.of(false).map(str::to_owned)),
        columns: columns
            .iter()
            .map(|column| ColumnEntry { role: column.role.name().to_owned(), head: column.head.text.to_string() })
            .collect(),
        heads: first.map_or(0, |part| part.heads.len()),
        rows: grid::expanded(&table.grid),
    }
}
