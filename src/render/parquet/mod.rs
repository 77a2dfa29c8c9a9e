//! Tables as Parquet: the long table and panels with types, exact decimals and days.
//!
//! Rows are held until there are enough for a row group, which bounds memory; the same rows give the same bytes.

mod column;

use std::{io::Write, sync::Arc};

use parquet::{
    basic::{Compression, LogicalType, Repetition, Type as Physical, ZstdLevel},
    errors::ParquetError,
    file::{properties::WriterProperties, writer::SerializedFileWriter},
    schema::types::{Type as Node, TypePtr},
};

use self::column::{DIGITS, SCALE, WIDTH};
use super::long::{Cell, Type};

/// Bytes of cells that make a row group.
const GROUP: usize = 32 << 20;

/// Why a table could not be written.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// Where it goes takes no more.
    #[error("the file could not be written: {0}")]
    Output(Box<dyn std::error::Error + Send + Sync>),
    /// The writer failed.
    #[error("the table could not be made: {0}")]
    Writer(ParquetError),
}

impl From<ParquetError> for TableError {
    fn from(error: ParquetError) -> Self {
        match error {
            ParquetError::External(error) => Self::Output(error),
            error => Self::Writer(error),
        }
    }
}

/// A table that grows row by row.
pub struct Table<W: Write + Send> {
    writer: SerializedFileWriter<W>,
    types: Vec<Type>,
    held: Vec<Vec<Cell>>,
    bytes: usize,
}

impl<W: Write + Send> Table<W> {
    /// An empty table of `columns`, written to `to`.
    ///
    /// # Errors
    /// Where two columns have one name, or `to` cannot be written.
    pub fn new(to: W, columns: &[(String, Type)]) -> Result<Self, TableError> {
        let fields = columns.iter().map(|(name, kind)| node(name, *kind)).collect::<Result<_, _>>()?;
        let schema = Node::group_type_builder("schema").with_fields(fields).build()?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            .set_created_by(concat!("plan version ", env!("CARGO_PKG_VERSION")).to_owned());
        let writer = SerializedFileWriter::new(to, Arc::new(schema), Arc::new(properties.build()))?;
        let types = columns.iter().map(|(_, kind)| *kind).collect();
        Ok(Self { writer, types, held: Vec::new(), bytes: 0 })
    }

    /// Adds a row, a cell a column.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn row(&mut self, cells: Vec<Cell>) -> Result<(), TableError> {
        let size = |cell: &Cell| size_of::<Cell>() + if let Cell::Text(text) = cell { text.len() } else { 0 };
        self.bytes += cells.iter().map(size).sum::<usize>();
        self.held.push(cells);
        if self.bytes >= GROUP { self.group() } else { Ok(()) }
    }

    /// Writes what is held as a row group.
    fn group(&mut self) -> Result<(), TableError> {
        let mut group = self.writer.next_row_group()?;
        for (at, kind) in self.types.iter().enumerate() {
            let Some(mut column) = group.next_column()? else { break };
            column::write(&mut column, *kind, self.held.iter().map(|row| row.get(at).unwrap_or(&Cell::Empty)))?;
            column.close()?;
        }
        group.close()?;
        self.held.clear();
        self.bytes = 0;
        Ok(())
    }

    /// Ends the table and gives back where it went.
    ///
    /// # Errors
    /// Where the rest cannot be written.
    pub fn finish(mut self) -> Result<W, TableError> {
        if !self.held.is_empty() {
            self.group()?;
        }
        Ok(self.writer.into_inner()?)
    }
}

/// The bytes of a table that is there already: its columns and its rows.
///
/// # Errors
/// As [`Table`] has them.
pub fn whole((columns, rows): (Vec<(String, Type)>, Vec<Vec<Cell>>)) -> Result<Vec<u8>, TableError> {
    let mut table = Table::new(Vec::new(), &columns)?;
    rows.into_iter().try_for_each(|row| table.row(row))?;
    table.finish()
}

/// A column of the schema; any value may be missing.
fn node(name: &str, kind: Type) -> Result<TypePtr, ParquetError> {
    let builder = |physical| Node::primitive_type_builder(name, physical).with_repetition(Repetition::OPTIONAL);
    let built = match kind {
        Type::Integer => builder(Physical::INT64),
        Type::Boolean => builder(Physical::BOOLEAN),
        Type::Date => builder(Physical::INT32).with_logical_type(Some(LogicalType::Date)),
        Type::Decimal => builder(Physical::FIXED_LEN_BYTE_ARRAY)
            .with_logical_type(Some(LogicalType::decimal(SCALE as i32, DIGITS)))
            .with_length(WIDTH)
            .with_precision(DIGITS)
            .with_scale(SCALE as i32),
        Type::Text | Type::Key | Type::List => {
            builder(Physical::BYTE_ARRAY).with_logical_type(Some(LogicalType::String))
        }
    };
    built.build().map(Arc::new)
}
