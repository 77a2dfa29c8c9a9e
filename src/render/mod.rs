//! Results as text: one file a format.
//!
//! Knows the result types and the format, nothing of files, streams or the command line.

pub mod check;
pub mod csv;
pub mod diff;
pub mod eval;
pub mod figure;
mod indented;
pub mod indicators;
pub mod json;
pub mod jsonl;
pub mod long;
pub mod outline;
pub mod panel;
#[cfg(feature = "parquet")]
pub mod parquet;
pub mod rejected;
#[cfg(feature = "report")]
pub mod report;
pub mod select;
pub mod stats;
#[cfg(feature = "cli")]
pub mod table;
pub mod tables;
pub mod tasks;
pub mod track;
pub mod words;
#[cfg(feature = "xlsx")]
pub mod xlsx;
pub mod yaml;

use std::borrow::Cow;

use serde::Serialize;

use crate::analysis::{Analysis, Record};

/// What stands around the documents of a format, so that a result can be written as its documents are done.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Before the first.
    pub before: Cow<'static, str>,
    /// Between two.
    pub between: &'static str,
    /// After the last.
    pub after: &'static str,
    /// Whether a file of it begins with [`csv::BOM`].
    pub marked: bool,
}

impl Frame {
    /// Of lines that stand alone.
    pub const LINES: Self = Self::new("", "", "");
    /// Of one JSON array.
    pub const JSON: Self = Self::new("[\n", ",\n", "\n]\n");
    /// Of YAML documents.
    pub const YAML: Self = Self::new("", "---\n", "");
    /// Of tables for people.
    pub const TABLES: Self = Self::new("", "\n", "");

    const fn new(before: &'static str, between: &'static str, after: &'static str) -> Self {
        Self { before: Cow::Borrowed(before), between, after, marked: false }
    }
}

/// The statements of a result, commitments first.
fn statements(analysis: &Analysis) -> impl Iterator<Item = &Record> {
    analysis.commitments.iter().chain(&analysis.achievements)
}

/// What decided the fields of `record`, parted by `between`.
fn reasons(record: &Record, between: &str) -> String {
    record.evidence.iter().map(ToString::to_string).collect::<Vec<_>>().join(between)
}

/// The name a value has in files: `ge`, `growth_rate`, `target`.
pub fn key<T: Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}
