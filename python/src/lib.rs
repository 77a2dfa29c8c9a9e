//! The Python module: paths or bytes in, the results of `plan` out as plain objects, and errors as exceptions with the path.
//!
//! Results cross as JSON, which Python's own reader turns into objects; no fields are told twice. The interpreter is free while a
//! document is read.

mod many;
mod read;

use plan::{check, diff, mention, outline, render, time::Frame};
use pyo3::{create_exception, exceptions::PyValueError, prelude::*};

use read::{Failure, Input, failed};

create_exception!(_zhplan, PlanError, PyValueError, "A document that could not be read; `path` says which.");

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
    objects(py, &py.detach(|| read(&input)).map_err(failed)?)
}

/// The result of one document: commitments, achievements, tasks, outline, tables.
#[pyfunction]
#[pyo3(signature = (source, *, name=None, media=None, encoding=None))]
fn extract<'py>(
    py: Python<'py>,
    source: &Bound<'py, PyAny>,
    name: Option<String>,
    media: Option<&str>,
    encoding: Option<&str>,
) -> PyResult<Bound<'py, PyAny>> {
    given(py, Input::new(source, name, media, encoding)?, |input| Ok(render::json::value(&input.reading()?.analysis)))
}

/// The chapters and sections of one document.
#[pyfunction]
#[pyo3(signature = (source, *, name=None, media=None, encoding=None))]
fn outline_of<'py>(
    py: Python<'py>,
    source: &Bound<'py, PyAny>,
    name: Option<String>,
    media: Option<&str>,
    encoding: Option<&str>,
) -> PyResult<Bound<'py, PyAny>> {
    given(py, Input::new(source, name, media, encoding)?, |input| {
        let outline = outline::read(&input.document()?);
        Ok(render::json::value(&plan::analysis::outline_entries(&outline)))
    })
}

/// The tables of one document as they were read.
#[pyfunction]
#[pyo3(signature = (source, *, name=None, media=None, encoding=None))]
fn tables<'py>(
    py: Python<'py>,
    source: &Bound<'py, PyAny>,
    name: Option<String>,
    media: Option<&str>,
    encoding: Option<&str>,
) -> PyResult<Bound<'py, PyAny>> {
    given(py, Input::new(source, name, media, encoding)?, |input| {
        let document = input.document()?;
        Ok(render::json::value(&plan::analysis::sheets(&document, &outline::read(&document))))
    })
}

/// What is broken in one document.
#[pyfunction]
#[pyo3(signature = (source, *, name=None, media=None, encoding=None))]
fn findings<'py>(
    py: Python<'py>,
    source: &Bound<'py, PyAny>,
    name: Option<String>,
    media: Option<&str>,
    encoding: Option<&str>,
) -> PyResult<Bound<'py, PyAny>> {
    given(py, Input::new(source, name, media, encoding)?, |input| {
        let reading = input.reading()?;
        let (path, text) = (input.name.clone(), reading.document.text.clone());
        let findings = check::run(&path, &reading, &check::Terms::default(), Default::default(), check::Severity::Info);
        Ok(render::check::json::reports(&[check::Report { path, text, findings }]))
    })
}

/// The text that all places refer to.
#[pyfunction]
#[pyo3(signature = (source, *, name=None, media=None, encoding=None))]
fn text(
    py: Python<'_>,
    source: &Bound<'_, PyAny>,
    name: Option<String>,
    media: Option<&str>,
    encoding: Option<&str>,
) -> PyResult<String> {
    let input = Input::new(source, name, media, encoding)?;
    py.detach(|| input.document().map(|document| document.text)).map_err(failed)
}

/// What changed from one document, or saved result, to another.
#[pyfunction]
#[pyo3(signature = (old, new, *, across_periods=None))]
fn diff_of<'py>(
    py: Python<'py>,
    old: &Bound<'py, PyAny>,
    new: &Bound<'py, PyAny>,
    across_periods: Option<bool>,
) -> PyResult<Bound<'py, PyAny>> {
    let (old, new) = (Input::new(old, None, None, None)?, Input::new(new, None, None, None)?);
    let json = py.detach(|| {
        let options = diff::Options { levels: diff::Level::ALL.to_vec(), across_periods };
        Ok(render::json::value(&diff::compare(&old.side()?, &new.side()?, &options)))
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
    module.add_function(wrap_pyfunction!(extract, module)?)?;
    module.add_function(wrap_pyfunction!(outline_of, module)?)?;
    module.add_function(wrap_pyfunction!(tables, module)?)?;
    module.add_function(wrap_pyfunction!(text, module)?)?;
    module.add_function(wrap_pyfunction!(findings, module)?)?;
    module.add_function(wrap_pyfunction!(diff_of, module)?)?;
    module.add_function(wrap_pyfunction!(scan, module)?)
}
