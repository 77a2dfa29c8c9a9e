//! The long table as Arrow: a column of the codebook is an array of its type, handed over without a copy.

use std::sync::Arc;

use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Decimal128Array, Int64Array, RecordBatch, RecordBatchIterator,
    RecordBatchOptions, StringArray, ffi_stream::FFI_ArrowArrayStream, types::Date32Type,
};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use chrono::NaiveDate;
use plan::{
    analysis::Analysis,
    number::Number,
    render::long::{self, COLUMNS, Cell, Column, Type, codebook},
};
use pyo3::{
    exceptions::{PyRuntimeError, PyValueError},
    prelude::*,
    types::PyCapsule,
};

/// Digits of a decimal, and how many of them stand behind the point: as many as numbers are rounded to.
const DIGITS: u8 = 38;
const SCALE: u32 = 12;

/// The columns of a table.
#[derive(Clone)]
pub(crate) struct Columns {
    columns: Vec<(Column, Type)>,
    schema: SchemaRef,
}

impl Columns {
    fn of(columns: &[Column]) -> Self {
        let columns: Vec<_> = columns.iter().map(|column| (column.clone(), codebook::type_of(&column.name))).collect();
        let field = |(column, kind): &(Column, Type)| Field::new(column.name.as_ref(), data_type(*kind), true);
        let schema = Arc::new(Schema::new(columns.iter().map(field).collect::<Vec<_>>()));
        Self { columns, schema }
    }

    /// The rows of a result.
    pub(crate) fn rows(&self, analysis: &Analysis) -> RecordBatch {
        let rows: Vec<_> = long::rows(analysis).collect();
        let array = |(column, kind): &(Column, Type)| array(*kind, rows.iter().map(|row| column.get(*row)));
        let options = RecordBatchOptions::new().with_row_count(Some(rows.len()));
        RecordBatch::try_new_with_options(self.schema.clone(), self.columns.iter().map(array).collect(), &options)
            .expect("columns of one length and of the types of the schema")
    }
}

/// Names of columns; an empty list is all of them.
impl<'py> FromPyObject<'_, 'py> for Columns {
    type Error = PyErr;

    fn extract(names: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let names: Vec<String> = names.extract()?;
        let columns = names.iter().map(|name| long::column(name)).collect::<Result<Vec<_>, _>>();
        let columns = columns.map_err(PyValueError::new_err)?;
        Ok(Self::of(if columns.is_empty() { COLUMNS } else { &columns }))
    }
}

/// Rows of the long table, in the order of their documents. Whatever takes Arrow by its C stream interface takes it as it stands.
#[pyclass(frozen, module = "zhplan")]
pub(crate) struct Table {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

impl Table {
    /// The rows of one document.
    pub(crate) fn of(rows: RecordBatch) -> Self {
        Self { schema: rows.schema(), batches: vec![rows] }
    }
}

#[pymethods]
impl Table {
    /// The rows of `tables`, which have `columns`.
    #[new]
    fn new(tables: Vec<PyRef<'_, Table>>, columns: Columns) -> Self {
        Self { schema: columns.schema, batches: tables.iter().flat_map(|table| table.batches.clone()).collect() }
    }

    /// The names of the columns.
    #[getter]
    fn columns(&self) -> Vec<&str> {
        self.schema.fields().iter().map(|field| field.name().as_str()).collect()
    }

    fn __len__(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    fn __repr__(&self) -> String {
        format!("<zhplan.Table of {} rows and {} columns>", self.__len__(), self.schema.fields().len())
    }

    /// The table as a stream of the Arrow PyCapsule interface; the schema that is asked for is advice, and is not followed.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let batches = self.batches.clone().into_iter().map(Ok::<_, ArrowError>);
        let stream = FFI_ArrowArrayStream::new(Box::new(RecordBatchIterator::new(batches, self.schema.clone())));
        PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
    }

    /// The schema of the table by the Arrow PyCapsule interface.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = arrow_schema::ffi::FFI_ArrowSchema::try_from(self.schema.as_ref());
        let schema = schema.map_err(|error| PyRuntimeError::new_err(error.to_string()))?;
        PyCapsule::new_with_value(py, schema, c"arrow_schema")
    }
}

fn data_type(kind: Type) -> DataType {
    match kind {
        Type::Text | Type::Key | Type::List => DataType::Utf8,
        Type::Date => DataType::Date32,
        Type::Integer => DataType::Int64,
        Type::Decimal => DataType::Decimal128(DIGITS, SCALE as i8),
        Type::Boolean => DataType::Boolean,
    }
}

fn array(kind: Type, cells: impl Iterator<Item = Cell>) -> ArrayRef {
    match kind {
        Type::Text | Type::Key | Type::List => Arc::new(
            cells.map(|cell| if cell == Cell::Empty { None } else { Some(cell.text()) }).collect::<StringArray>(),
        ),
        Type::Date => Arc::new(cells.map(day).collect::<Date32Array>()),
        Type::Integer => {
            Arc::new(cells.map(|cell| if let Cell::Integer(n) = cell { Some(n) } else { None }).collect::<Int64Array>())
        }
        Type::Decimal => Arc::new(
            cells
                .map(|cell| if let Cell::Decimal(number) = cell { digits(number) } else { None })
                .collect::<Decimal128Array>()
                .with_data_type(data_type(kind)),
        ),
        Type::Boolean => Arc::new(
            cells.map(|cell| if let Cell::Flag(flag) = cell { Some(flag) } else { None }).collect::<BooleanArray>(),
        ),
    }
}

/// A day that is told whole.
fn day(cell: Cell) -> Option<i32> {
    NaiveDate::parse_from_str(&cell.text(), "%Y-%m-%d").ok().map(Date32Type::from_naive_date)
}

/// A number as a whole one with [`SCALE`] digits behind the point; `None` where it is too large.
fn digits(number: Number) -> Option<i128> {
    let number = number.decimal().round_dp(SCALE);
    let shifted = number.mantissa().checked_mul(10i128.checked_pow(SCALE - number.scale())?)?;
    (shifted.unsigned_abs() < 10u128.pow(DIGITS.into())).then_some(shifted)
}
