//! The text of a result as it grows: what stands before, between and after the documents of a format, and the wait for
//! sections that are wanted.

use std::{
    io::{self, Write},
    path::Path,
};

use anyhow::{Result, bail};
use plan::{
    analysis::OutlineEntry,
    render::{self, Frame, select},
};

use crate::file::Sink;

/// Writes what a document gives.
pub(crate) type Writing<'a> = dyn FnOnce(&mut dyn Write) -> io::Result<()> + Send + 'a;

/// What a document gives: its text, or what writes that when its turn comes.
pub(crate) enum Text<'a> {
    Whole(Vec<u8>),
    Later(Box<Writing<'a>>),
}

impl From<String> for Text<'_> {
    fn from(text: String) -> Self {
        Self::Whole(text.into_bytes())
    }
}

/// A result that is written document by document.
pub(crate) struct Stream<'a> {
    sink: Sink,
    frame: Frame,
    /// How many documents were written.
    documents: usize,
    awaited: Awaited,
    /// What waits until all sections were seen.
    held: Vec<Text<'a>>,
}

/// Sections that were asked for and that no document has had yet.
pub(crate) struct Awaited {
    sections: Vec<String>,
    outlines: Vec<Vec<OutlineEntry>>,
}

impl Awaited {
    /// Waits for each of `sections`.
    pub(crate) fn new(sections: &[String]) -> Self {
        Self { sections: sections.to_vec(), outlines: Vec::new() }
    }

    /// Looks for them in a document.
    pub(crate) fn see(&mut self, outline: Vec<OutlineEntry>) {
        if !self.is_over() {
            self.sections.retain(|section| select::missing([outline.as_slice()], section).is_some());
            self.outlines.push(outline);
        }
    }

    /// Whether all were seen.
    pub(crate) fn is_over(&self) -> bool {
        self.sections.is_empty()
    }

    /// Refuses a section that no document has; where nothing was read there is nothing to say.
    pub(crate) fn check(&self) -> Result<()> {
        let outlines = || self.outlines.iter().map(Vec::as_slice);
        match self.sections.first().filter(|_| !self.outlines.is_empty()) {
            Some(section) => {
                select::missing(outlines(), section).map_or(Ok(()), |message| bail!("--section: {message}"))
            }
            None => Ok(()),
        }
    }
}

impl<'a> Stream<'a> {
    /// Opens `to`, else standard output.
    pub(crate) fn open(to: Option<&Path>, frame: Frame) -> Result<Self> {
        Ok(Self { sink: Sink::open(to)?, frame, documents: 0, awaited: Awaited::new(&[]), held: Vec::new() })
    }

    /// Holds everything back until each of `sections` was seen in a document.
    pub(crate) fn awaiting(mut self, sections: &[String]) -> Self {
        self.awaited = Awaited::new(sections);
        self
    }

    /// Writes what one document gave.
    pub(crate) fn document(&mut self, outline: Vec<OutlineEntry>, text: impl Into<Text<'a>>) -> Result<()> {
        self.awaited.see(outline);
        self.held.push(text.into());
        if !self.awaited.is_over() {
            return Ok(());
        }
        std::mem::take(&mut self.held).into_iter().try_for_each(|text| self.write(text))
    }

    /// Writes rows of all documents behind those that stand there.
    pub(crate) fn more(&mut self, rows: impl Iterator<Item = String>) -> Result<()> {
        if self.awaited.is_over() && self.documents > 0 {
            self.sink.write(&rows.collect::<String>())?;
        }
        Ok(())
    }

    fn write(&mut self, text: Text<'a>) -> Result<()> {
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
        match text {
            Text::Whole(text) => self.sink.take(|out| out.write_all(&text)),
            Text::Later(text) => self.sink.take(text),
        }
    }

    /// Ends the result; where no document was read a file stays as it is.
    ///
    /// # Errors
    /// Where no document has the section that was asked for.
    pub(crate) fn finish(mut self) -> Result<()> {
        self.awaited.check()?;
        if self.documents == 0 {
            return Ok(());
        }
        self.sink.write(self.frame.after)?;
        self.sink.finish()
    }
}
