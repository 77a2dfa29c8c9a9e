//! A row of a table of documents, however the table is written.

use serde_json::{Map, Value};

/// A row: its columns by name.
pub(crate) type Fields = Map<String, Value>;

/// A row as it was found.
pub(crate) struct Row {
    /// From 1: rows below the head; of lines of JSON, lines.
    pub(crate) number: u64,
    /// The line on which it begins.
    pub(crate) line: u64,
    /// Bytes that it takes up.
    pub(crate) size: u64,
    /// What stands in it, or why that cannot be told.
    pub(crate) fields: Result<Fields, String>,
}
