//! The Python module: paths or bytes in, the results of `plan` out as plain objects, and errors as exceptions with the path.
//!
//! Results cross as JSON, which Python's own reader turns into objects, so that no fields are told twice; tables cross as Arrow. The
//! interpreter is free while a document is read.

mod how;
mod many;
mod read;
mod table;

use plan::{check, diff, mention, outline, render, time::Frame};
use pyo3::{create_exception, exceptions::PyValueError, prelude::*, types::PyDict};

use read::{Failure, Input, failed};

create_exception!(zhplan, PlanError, PyValueError, "A document that could not be read; `path` says which.");

/// What Python's own reader makes of `json`.
fn objects<'py>(py: Python<'py>, json: &str) -> PyResult<Bound<'py, PyAny>> {
    py.import("json")?.call_method1("loads", (json,))
}

/// The objects of what `read` makes of `input`, as JSON, while the interpreter runs on.
fn given<'py>(
    py: Python<'py>,
    input: Input,
    read: fn(&Input) -> Result<String, Failure>,
) -> PyResult<Bound<'py, PyAny>> {
    objects(py, &py.detach(|| input.guarded(read)).map_err(failed)?)
}

/// The result of one document: commitments, achievements, tasks, outline, tables.
#[pyfunction]
fn extract<'py>(py: Python<'py>, source: &Bound<'py, PyAny>, how: &Bound<'py, PyDict>) -> PyResult<Bound<'py, PyAny>> {
    given(py, Input::new(source, how)?, |input| Ok(render::json::value(&input.reading()?.analysis)))
}

/// The chapters and sections of one document.
#[pyfunction]
fn outline_of<'py>(
    py: Python<'py>,
    source: &Bound<'py, PyAny>,
    how: &Bound<'py, PyDict>,
) -> PyResult<Bound<'py, PyAny>> {
    given(py, Input::new(source, how)?, |input| {
        let outline = outline::read(&input.document()?);
        Ok(render::json::value(&plan::analysis::outline_entries(&outline)))
    })
}

/// The tables of one document as they were read.
#[pyfunction]
fn tables<'py>(py: Python<'py>, source: &Bound<'py, PyAny>, how: &Bound<'py, PyDict>) -> PyResult<Bound<'py, PyAny>> {
    given(py, Input::new(source, how)?, |input| {
        let document = input.document()?;
        Ok(render::json::value(&plan::analysis::sheets(&document, &outline::read(&document))))
    })
}

/// What is broken in one document.
#[pyfunction]
fn findings<'py>(py: Python<'py>, source: &Bound<'py, PyAny>, how: &Bound<'py, PyDict>) -> PyResult<Bound<'py, PyAny>> {
    given(py, Input::new(source, how)?, |input| {
        let reading = input.reading()?;
        let (path, text) = (input.name.clone(), reading.document.text.clone());
        let findings = check::run(&path, &reading, &check::Terms::default(), Default::default(), check::Severity::Info);
        Ok(render::check::json::reports(&[check::Report { path, text, findings }]))
    })
}

/// The text that all places refer to.
#[pyfunction]
fn text(py: Python<'_>, source: &Bound<'_, PyAny>, how: &Bound<'_, PyDict>) -> PyResult<String> {
    let input = Input::new(source, how)?;
    py.detach(|| input.guarded(|input| Ok(input.document()?.text))).map_err(failed)
}

/// What changed from one document, or saved result, to another.
#[pyfunction]
fn diff_of<'py>(
    py: Python<'py>,
    old: (Bound<'py, PyAny>, Bound<'py, PyDict>),
    new: (Bound<'py, PyAny>, Bound<'py, PyDict>),
    across_periods: Option<bool>,
) -> PyResult<Bound<'py, PyAny>> {
    let (old, new) = (Input::new(&old.0, &old.1)?, Input::new(&new.0, &new.1)?);
    let options = diff::Options { levels: diff::Level::ALL.to_vec(), across_periods };
    let json = py.detach(|| {
        let (old, new) = (old.guarded(Input::side)?, new.guarded(Input::side)?);
        Ok(render::json::value(&diff::compare(&old, &new, &options)))
    });
    objects(py, &json.map_err(failed)?)
}

/// The numbers, ranks and times of a text.
#[pyfunction]
#[pyo3(signature = (text, *, year=None))]
fn scan<'py>(py: Python<'py>, text: &str, year: Option<i32>) -> PyResult<Bound<'py, PyAny>> {
    let frame = Frame { year, ..Frame::default() };
    let found = text.lines().zip(1..).flat_map(|(line, number)| mention::of_line(line, number, frame));
    objects(py, &render::json::value(&found.collect::<Vec<_>>()))
}

#[pymodule]
fn _zhplan(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add("PlanError", module.py().get_type::<PlanError>())?;
    module.add_class::<many::Results>()?;
    module.add_class::<table::Table>()?;
    module.add_function(wrap_pyfunction!(extract, module)?)?;
    module.add_function(wrap_pyfunction!(outline_of, module)?)?;
    module.add_function(wrap_pyfunction!(tables, module)?)?;
    module.add_function(wrap_pyfunction!(text, module)?)?;
    module.add_function(wrap_pyfunction!(findings, module)?)?;
    module.add_function(wrap_pyfunction!(diff_of, module)?)?;
    module.add_function(wrap_pyfunction!(scan, module)?)
}
