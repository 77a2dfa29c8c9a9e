//! What Python gives to be read: a path or bytes, and how.

use std::{fs, io, path::PathBuf};

use plan::{
    analysis::{self, Reading},
    diff::Side,
    saved,
    source::{self, Document, Media, Overrides, Source},
};
use pyo3::{
    exceptions::{PyFileNotFoundError, PyIsADirectoryError, PyOSError, PyPermissionError, PyTypeError, PyValueError},
    prelude::*,
    types::PyBytes,
};

use crate::PlanError;

/// A document that could not be read.
pub(crate) struct Failure {
    pub(crate) path: String,
    pub(crate) cause: Cause,
}

/// Why a document could not be read.
pub(crate) enum Cause {
    /// It could not be opened or read to the end.
    File(io::Error),
    /// It is no document, or is beyond a limit.
    Document(String),
}

/// A document to be read.
pub(crate) struct Input {
    pub(crate) name: String,
    content: Content,
    overrides: Overrides,
}

enum Content {
    Path(PathBuf),
    Bytes(Vec<u8>),
}

impl Input {
    /// What `source` is: bytes are content, everything else is a path.
    ///
    /// # Errors
    /// `TypeError` where it is neither, `ValueError` where the medium or the encoding has no such name.
    pub(crate) fn new(
        source: &Bound<'_, PyAny>,
        name: Option<String>,
        media: Option<&str>,
        encoding: Option<&str>,
    ) -> PyResult<Self> {
        let overrides = Overrides {
            media: media.map(named).transpose()?,
            encoding: encoding
                .map(|label| source::by_label(label).map_err(|error| PyValueError::new_err(error.to_string())))
                .transpose()?,
        };
        if let Ok(bytes) = source.cast::<PyBytes>() {
            let content = Content::Bytes(bytes.as_bytes().to_vec());
            return Ok(Self { name: name.unwrap_or_else(|| "bytes".into()), content, overrides });
        }
        let path: PathBuf = source.extract().map_err(|_| {
            PyTypeError::new_err("a document is a path (str or os.PathLike) or bytes; a text is given as text.encode()")
        })?;
        Ok(Self::of_path(path, name, overrides))
    }

    /// The document at `path`.
    pub(crate) fn of_path(path: PathBuf, name: Option<String>, overrides: Overrides) -> Self {
        Self { name: name.unwrap_or_else(|| path.display().to_string()), content: Content::Path(path), overrides }
    }

    /// The decoded text.
    pub(crate) fn document(&self) -> Result<Document, Failure> {
        self.with_bytes(|bytes| {
            let source = Source { name: &self.name, bytes };
            source::read_as(source, self.overrides).map_err(|error| self.failure(Cause::Document(error.to_string())))
        })
    }

    /// The whole result.
    pub(crate) fn reading(&self) -> Result<Reading, Failure> {
        self.document().map(analysis::of_document)
    }

    /// A side of a comparison: a saved result, or a document.
    pub(crate) fn side(&self) -> Result<Side, Failure> {
        let saved = self
            .with_bytes(|bytes| Ok(std::str::from_utf8(bytes).ok().and_then(|text| saved::read(&self.name, text))))?;
        match saved {
            Some(saved) => {
                saved.map(Side::of_analysis).map_err(|error| self.failure(Cause::Document(error.to_string())))
            }
            None => self.reading().map(Side::of_reading),
        }
    }

    fn with_bytes<T>(&self, read: impl FnOnce(&[u8]) -> Result<T, Failure>) -> Result<T, Failure> {
        match &self.content {
            Content::Bytes(bytes) => read(bytes),
            Content::Path(path) => read(&fs::read(path).map_err(|error| self.failure(Cause::File(error)))?),
        }
    }

    fn failure(&self, cause: Cause) -> Failure {
        Failure { path: self.name.clone(), cause }
    }
}

/// The medium of that name.
fn named(name: &str) -> PyResult<Media> {
    Media::ALL.into_iter().find(|media| media.name() == name).ok_or_else(|| {
        let all = Media::ALL.map(Media::name).join(", ");
        PyValueError::new_err(format!("there is no medium {name:?}; there are {all}"))
    })
}

/// The exception for what could not be read: the ecosystem's own for files, [`PlanError`] for what is no document.
pub(crate) fn failed(failure: Failure) -> PyErr {
    let Failure { path, cause } = failure;
    match cause {
        Cause::File(error) => {
            let code = error.raw_os_error();
            let reason = error.to_string();
            let arguments = (code, reason, path);
            match error.kind() {
                io::ErrorKind::NotFound => PyFileNotFoundError::new_err(arguments),
                io::ErrorKind::PermissionDenied => PyPermissionError::new_err(arguments),
                io::ErrorKind::IsADirectory => PyIsADirectoryError::new_err(arguments),
                _ => PyOSError::new_err(arguments),
            }
        }
        Cause::Document(reason) => Python::attach(|py| {
            let error = PlanError::new_err(format!("{path}: {reason}"));
            // An exception object takes any attribute.
            let _ = error.value(py).setattr("path", path);
            error
        }),
    }
}
