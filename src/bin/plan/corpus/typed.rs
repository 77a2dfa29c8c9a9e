//! Tables in Parquet, row by row: of a text no more is held than the page that it stands in.

use std::{
    fs::File,
    panic::{self, AssertUnwindSafe},
    path::Path,
};

use anyhow::{Result, anyhow};
use parquet::{
    file::reader::{FileReader, SerializedFileReader},
    record::{Field, List, Row as Record, reader::RowIter},
};
use serde_json::{Map, Number, Value};

use super::row::{Fields, Row};
use crate::input;

/// Rows that are decoded at a time.
const BATCH: usize = 16;

/// What is said where the reader fails, before why.
const BROKEN: &str = "the table cannot be read further";

/// The rows of a table.
pub(super) struct Rows {
    head: Vec<String>,
    /// None after what ends the table.
    rows: Option<RowIter<'static>>,
    number: u64,
    /// Bytes that a row takes up in the file, one as another.
    size: u64,
}

impl Rows {
    pub(super) fn open(path: &Path) -> Result<Self> {
        let name = input::shown(path);
        // It says what is wrong with the path.
        drop(input::open(path)?);
        let failed = |why: &dyn std::fmt::Display| anyhow!("{name}: this is no Parquet, or a broken one: {why}");
        let file = File::open(path).map_err(|error| failed(&error))?;
        let bytes = file.metadata().map_or(0, |there| there.len());
        let opened = panic::catch_unwind(|| SerializedFileReader::new(file));
        let reader = opened.map_err(|_| failed(&"its description"))?.map_err(|error| failed(&error))?;
        let about = reader.metadata().file_metadata();
        let head = about.schema().get_fields().iter().map(|field| field.name().to_owned()).collect();
        let count = u64::try_from(about.num_rows()).unwrap_or(0).max(1);
        let rows = RowIter::from_file_into(Box::new(reader)).with_batch_size(BATCH);
        Ok(Self { head, rows: Some(rows), number: 0, size: bytes / count })
    }

    /// The columns.
    pub(super) fn head(&self) -> Vec<String> {
        self.head.clone()
    }
}

impl Iterator for Rows {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        let rows = self.rows.as_mut()?;
        // The reader trusts what a file says of itself.
        let read = panic::catch_unwind(AssertUnwindSafe(|| rows.next().map(|row| row.map(fields))));
        let fields = match read {
            Ok(None) => return None,
            Ok(Some(Ok(fields))) => Ok(fields),
            Ok(Some(Err(error))) => Err(format!("{BROKEN}: {error}")),
            Err(_) => Err(BROKEN.to_owned()),
        };
        if fields.is_err() {
            self.rows = None;
        }
        self.number += 1;
        Some(Row { number: self.number, line: self.number, size: self.size, fields })
    }
}

fn fields(row: Record) -> Fields {
    row.into_columns().into_iter().map(|(name, field)| (name, value(field))).collect()
}

/// A value as JSON holds it; days, times and decimals as text.
fn value(field: Field) -> Value {
    match field {
        Field::Null => Value::Null,
        Field::Bool(flag) => flag.into(),
        Field::Byte(number) => number.into(),
        Field::Short(number) => number.into(),
        Field::Int(number) => number.into(),
        Field::Long(number) => number.into(),
        Field::UByte(number) => number.into(),
        Field::UShort(number) => number.into(),
        Field::UInt(number) => number.into(),
        Field::ULong(number) => number.into(),
        Field::Float(number) => float(number.into()),
        Field::Double(number) => float(number),
        Field::Str(text) => text.into(),
        Field::Bytes(bytes) => String::from_utf8_lossy(bytes.data()).into(),
        Field::Group(row) => Value::Object(fields(row)),
        Field::ListInternal(list) => Value::Array(elements(&list)),
        Field::MapInternal(map) => {
            let entries = map.entries().iter().map(|(key, held)| (plain(key), value(held.clone())));
            Value::Object(entries.collect::<Map<_, _>>())
        }
        other => plain(&other).into(),
    }
}

fn elements(list: &List) -> Vec<Value> {
    list.elements().iter().map(|element| value(element.clone())).collect()
}

/// A key, a day, a time or a decimal as text.
fn plain(field: &Field) -> String {
    match field {
        Field::Str(text) => text.clone(),
        other => other.to_string(),
    }
}

fn float(number: f64) -> Value {
    Number::from_f64(number).map_or(Value::Null, Value::Number)
}
