//! What Python gives to be read: a path or bytes, and how.

use std::{
    fs, io,
    panic::{self, AssertUnwindSafe},
    path::PathBuf,
};

use plan::{
    analysis::{self, Reading},
    diff::Side,
    saved,
    source::{self, Document, Source},
};
use pyo3::{
    exceptions::{PyFileNotFoundError, PyIsADirectoryError, PyOSError, PyPermissionError, PyTypeError},
    prelude::*,
    types::{PyBytes, PyDict},
};

use crate::{PlanError, how::How};

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
    how: How,
}

enum Content {
    Path(PathBuf),
    Bytes(Vec<u8>),
}

impl Input {
    /// What `source` is, read as `how` says: bytes are content, everything else is a path.
    ///
    /// # Errors
    /// `TypeError` where it is neither, and what [`How::of`] gives.
    pub(crate) fn new(source: &Bound<'_, PyAny>, how: &Bound<'_, PyDict>) -> PyResult<Self> {
        let how = How::of(how)?;
        let content = match source.cast::<PyBytes>() {
            Ok(bytes) => Content::Bytes(bytes.as_bytes().to_vec()),
            Err(_) => Content::Path(source.extract().map_err(|_| {
                PyTypeError::new_err(
                    "a document is a path (str or os.PathLike) or bytes; a text is given as text.encode()",
                )
            })?),
        };
        let name = how.name.clone().unwrap_or_else(|| match &content {
            Content::Bytes(_) => "bytes".into(),
            Content::Path(path) => path.display().to_string(),
        });
        Ok(Self { name, content, how })
    }

    /// The decoded text.
    pub(crate) fn document(&self) -> Result<Document, Failure> {
        self.with_bytes(|bytes| {
            let source = Source { name: &self.name, bytes };
            source::read_as(source, self.how.overrides)
                .map_err(|error| self.failure(Cause::Document(error.to_string())))
        })
    }

    /// The whole result.
    pub(crate) fn reading(&self) -> Result<Reading, Failure> {
        let mut reading = analysis::of_document_as(self.document()?, &self.how.given);
        reading.analysis.document.metadata = self.how.metadata.clone();
        Ok(reading)
    }

    /// What `read` makes of it; where that breaks off, a failure of this document as any other.
    pub(crate) fn guarded<T>(&self, read: impl FnOnce(&Self) -> Result<T, Failure>) -> Result<T, Failure> {
        panic::catch_unwind(AssertUnwindSafe(|| read(self))).unwrap_or_else(|_| {
            Err(self.failure(Cause::Document("reading it failed inside plan; please report this document".into())))
        })
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
