//! The archive: its parts, what kind it is, and how large it may unpack.

use std::io::{Cursor, Read};

use zip::{ZipArchive, result::ZipError};

use super::{
    fault::unreadable,
    xml::{self, Element},
};
use crate::source::{encoding, error::SourceError, limits};

/// Files of an archive.
const FILES: usize = 10_000;

/// Other archives by a file in them: what they are.
const OTHERS: &[(&str, &str)] = &[
    ("xl/workbook.xml", "a spreadsheet (XLSX)"),
    ("ppt/presentation.xml", "a presentation (PPTX)"),
    ("OFD.xml", "an OFD file"),
    ("content.xml", "an OpenDocument file"),
    ("META-INF/container.xml", "an e-book (EPUB)"),
];

/// An open Word file.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The folder of the main part, with its slash.
    folder: String,
    main: String,
}

impl<'a> Package<'a> {
    /// Opens the archive and finds its main part.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, SourceError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
        limits::at_most("files in the archive", archive.len(), FILES)?;
        let mut package = Self { archive, folder: String::new(), main: "word/document.xml".into() };
        let relations = package.file("_rels/.rels")?;
        let office = relations.as_ref().and_then(|root| {
            let mut all = root.children();
            let main =
                all.find(|relation| relation.attribute("Type").is_some_and(|t| t.ends_with("/officeDocument")))?;
            Some(main.attribute("Target")?.trim_start_matches('/').to_owned())
        });
        if let Some(main) = office {
            package.main = main;
        }
        package.folder = package.main.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        match package.other() {
            Some(what) => Err(SourceError::NotText {
                reason: format!("it is {what}"),
                help: "save the document as DOCX, PDF or plain text first".into(),
            }),
            None => Ok(package),
        }
    }

    fn other(&self) -> Option<&'static str> {
        let has = |name: &str| self.archive.index_for_name(name).is_some();
        if self.folder == "word/" && has(&self.main) {
            return None;
        }
        let other = OTHERS.iter().find(|(name, _)| has(name)).map(|(_, what)| *what);
        other.or((!has(&self.main)).then_some("a ZIP archive without a Word document in it"))
    }

    /// The main part.
    pub(super) fn document(&mut self) -> Result<Element, SourceError> {
        let main = self.main.clone();
        self.file(&main)?.ok_or_else(|| unreadable("its main part is missing"))
    }

    /// The part `name` beside the main part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Element>, SourceError> {
        self.file(&format!("{}{name}", self.folder))
    }

    fn file(&mut self, name: &str) -> Result<Option<Element>, SourceError> {
        let file = match self.archive.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(broken(&error)),
        };
        let mut bytes = Vec::new();
        let read = file.take(limits::PART as u64 + 1).read_to_end(&mut bytes);
        limits::at_most("bytes that a part of the archive unpacks to", bytes.len(), limits::PART)?;
        read.map_err(|error| unreadable(format!("the archive is broken in {name}: {error}")))?;
        let text = encoding::decode(&bytes, None).map_err(|_| unreadable(format!("{name} is no XML")))?.0;
        xml::parse(&text).map(Some).map_err(|error| match error {
            SourceError::Unreadable { reason, .. } => unreadable(format!("{name}: {reason}")),
            other => other,
        })
    }
}

fn broken(error: &ZipError) -> SourceError {
    let text = error.to_string();
    match error {
        ZipError::InvalidPassword => encrypted(),
        ZipError::UnsupportedArchive(reason) if reason.to_lowercase().contains("password") => encrypted(),
        _ => unreadable(format!("the archive is broken or cut short: {text}")),
    }
}

fn encrypted() -> SourceError {
    SourceError::Unreadable {
        media: "DOCX",
        reason: "it is encrypted".into(),
        help: "open it with its password and save it without one",
    }
}
