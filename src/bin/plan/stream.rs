//! The text of a result as it grows: what stands before, between and after the documents of a format, and the wait for a
//! section that is wanted.

use std::path::Path;

use anyhow::{Result, bail};
use plan::{
    analysis::OutlineEntry,
    render::{self, Frame, select},
};

use crate::file::Sink;

/// A result that is written document by document.
pub(crate) struct Stream {
    sink: Sink,
    frame: Frame,
    /// How many documents were written.
    documents: usize,
    /// The section that no document has had yet.
    awaited: Option<Awaited>,
}

/// A section that was asked for, and what has to wait until a document has it.
struct Awaited {
    section: String,
    outlines: Vec<Vec<OutlineEntry>>,
    held: Vec<String>,
}

impl Stream {
    /// Opens `to`, else standard output.
    pub(crate) fn open(to: Option<&Path>, frame: Frame) -> Result<Self> {
        Ok(Self { sink: Sink::open(to)?, frame, documents: 0, awaited: None })
    }

    /// Holds everything back until a document has `section`.
    pub(crate) fn awaiting(mut self, section: Option<&str>) -> Self {
        let awaited = |section: &str| Awaited { section: section.into(), outlines: Vec::new(), held: Vec::new() };
        self.awaited = section.map(awaited);
        self
    }

    /// Writes what one document gave.
    pub(crate) fn document(&mut self, outline: Vec<OutlineEntry>, text: String) -> Result<()> {
        let Some(awaited) = &mut self.awaited else { return self.write(&text) };
        let is_there = select::missing([outline.as_slice()], &awaited.section).is_none();
        awaited.held.push(text);
        awaited.outlines.push(outline);
        if is_there && let Some(awaited) = self.awaited.take() {
            return awaited.held.iter().try_for_each(|text| self.write(text));
        }
        Ok(())
    }

    fn write(&mut self, text: &str) -> Result<()> {
        if self.documents == 0 {
            // A spreadsheet program knows a file's encoding by its byte order mark alone.
            if self.frame.marked && self.sink.is_file() {
                self.sink.write(render::csv::BOM)?;
            }
            self.sink.write(&self.frame.before)?;
        } else {
            self.sink.write(self.frame.between)?;
        }
        self.documents += 1;
        self.sink.write(text)
    }

    /// Ends the result; where no document was read a file stays as it is.
    ///
    /// # Errors
    /// Where no document has the section that was asked for.
    pub(crate) fn finish(mut self) -> Result<()> {
        if let Some(awaited) = &self.awaited
            && !awaited.outlines.is_empty()
            && let Some(message) = select::missing(awaited.outlines.iter().map(Vec::as_slice), &awaited.section)
        {
            bail!("--section: {message}");
        }
        if self.documents == 0 {
            return Ok(());
        }
        self.sink.write(self.frame.after)?;
        self.sink.finish()
    }
}
