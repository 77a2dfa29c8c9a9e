//! What Python says of a document: how it is read, and what is known of it.

use plan::{
    outline::{Given, Kind, given},
    render::long::codebook,
    source::{self, Media, Overrides},
};
use pyo3::{
    exceptions::{PyTypeError, PyValueError},
    prelude::*,
    types::PyDict,
};
use serde_json::{Map, Value};

const ARGUMENTS: &str = "name, media, encoding, title, issuer, period, year, kind, region, metadata";

/// What is said of a document.
#[derive(Default)]
pub(crate) struct How {
    pub(crate) name: Option<String>,
    pub(crate) overrides: Overrides,
    pub(crate) given: Given,
    pub(crate) metadata: Map<String, Value>,
}

impl How {
    /// What `arguments` say; one that is `None` says nothing.
    ///
    /// # Errors
    /// `TypeError` for an argument that there is not or that is of another type, `ValueError` for a value that there is not.
    pub(crate) fn of(arguments: &Bound<'_, PyDict>) -> PyResult<Self> {
        let mut how = Self::default();
        for (argument, value) in arguments.iter().filter(|(_, value)| !value.is_none()) {
            let argument: String = argument.extract()?;
            match argument.as_str() {
                "name" => how.name = Some(value.extract()?),
                "media" => how.overrides.media = Some(media(&value.extract::<String>()?)?),
                "encoding" => {
                    how.overrides.encoding = Some(source::by_label(&value.extract::<String>()?).map_err(bad)?)
                }
                "title" => how.given.title = words(&value)?,
                "issuer" => how.given.issuer = words(&value)?,
                "region" => how.given.region = words(&value)?,
                "kind" => how.given.kind = Some(kind(&value.extract::<String>()?)?),
                "year" => how.given.year = Some(year(&value)?),
                "period" => how.given.period = Some(period(&value)?),
                "metadata" => how.metadata = metadata(&value)?,
                other => {
                    return Err(PyTypeError::new_err(format!("there is no argument {other:?}; there are {ARGUMENTS}")));
                }
            }
        }
        Ok(how)
    }
}

fn bad(reason: impl ToString) -> PyErr {
    PyValueError::new_err(reason.to_string())
}

/// Words that are there.
fn words(value: &Bound<'_, PyAny>) -> PyResult<Option<String>> {
    let text: String = value.extract()?;
    Ok((!text.trim().is_empty()).then_some(text))
}

/// The medium of that name.
fn media(name: &str) -> PyResult<Media> {
    let all = || Media::ALL.map(Media::name).join(", ");
    let found = Media::ALL.into_iter().find(|media| media.name() == name);
    found.ok_or_else(|| bad(format!("there is no medium {name:?}; there are {}", all())))
}

/// The kind of documents of that name.
fn kind(name: &str) -> PyResult<Kind> {
    let all = || codebook::keys("document_kind").join(", ");
    codebook::document_kind(name).ok_or_else(|| bad(format!("there is no kind {name:?}; there are {}", all())))
}

/// A year: a number, or as it is written.
fn year(value: &Bound<'_, PyAny>) -> PyResult<i32> {
    given::year(&value.str()?.to_cow()?).ok_or_else(|| bad(format!("{value} is no year; give one such as 2023")))
}

/// A period: two years, or as it is written.
fn period(value: &Bound<'_, PyAny>) -> PyResult<(i32, i32)> {
    let text = match value.extract::<(i32, i32)>() {
        Ok((first, last)) => format!("{first}-{last}"),
        Err(_) => value.extract()?,
    };
    given::period(&text).ok_or_else(|| bad(format!("{value} is no period; give one such as 2021-2025 or (2021, 2025)")))
}

/// What is carried along: a dict of what JSON can hold.
fn metadata(value: &Bound<'_, PyAny>) -> PyResult<Map<String, Value>> {
    let text: String = value.py().import("json")?.call_method1("dumps", (value,))?.extract()?;
    serde_json::from_str(&text).map_err(|_| PyTypeError::new_err("metadata is a dict"))
}
