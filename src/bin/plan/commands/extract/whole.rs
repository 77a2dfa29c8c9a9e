//! Formats that are no text: a workbook and a database, which take up whole results.

use std::{path::Path, process::ExitCode};

use anyhow::{Result, bail};
use plan::{analysis::Analysis, render::long};

use super::job::Job;
use crate::{args::Format, batch::Batch, corpus::Item, stream::Awaited};

/// Where results go.
enum Out<'a> {
    #[cfg(feature = "xlsx")]
    Book(Box<plan::render::xlsx::Book>, &'a Path),
    #[cfg(feature = "sqlite")]
    Database(crate::database::Database),
}

impl<'a> Out<'a> {
    fn open(job: &Job<'a>) -> Result<Self> {
        let to = job.args.listing.output.as_deref().filter(|path| *path != Path::new("-"));
        let Some(to) = to else { bail!("a workbook or database is written to a file; give one with -o FILE") };
        match job.format {
            #[cfg(feature = "xlsx")]
            Format::Xlsx => Ok(Out::Book(Box::new(plan::render::xlsx::Book::new(job.lang, &job.columns)?), to)),
            #[cfg(feature = "sqlite")]
            Format::Sqlite => Ok(Out::Database(crate::database::Database::open(to)?)),
            _ => bail!("{}: this build of plan does not write this format", to.display()),
        }
    }

    /// Takes up a document; gives the name of one whose place it takes.
    fn document(&mut self, analysis: &Analysis) -> Result<Option<String>> {
        match self {
            #[cfg(feature = "xlsx")]
            Out::Book(book, to) => {
                book.document(analysis).map_err(|error| anyhow::anyhow!("{}: {error}", to.display()))?;
                Ok(None)
            }
            #[cfg(feature = "sqlite")]
            Out::Database(database) => database.document(analysis),
        }
    }

    fn finish(self) -> Result<()> {
        match self {
            #[cfg(feature = "xlsx")]
            Out::Book(book, to) => crate::file::write(to, &book.finish()?),
            #[cfg(feature = "sqlite")]
            Out::Database(database) => database.finish(),
        }
    }
}

/// Reads the documents into a file that is there only when it is whole.
pub(super) fn run(job: &Job<'_>, batch: Batch<'_>) -> Result<ExitCode> {
    let mut out = Out::open(job)?;
    let mut awaited = Awaited::new(&job.args.filter.narrow.section);
    let read = |item: &Item| {
        let (reading, notices) = job.read(item)?;
        let mut analysis = reading.analysis;
        job.selection.apply(&mut analysis);
        if let Some(sorting) = &job.args.sort {
            long::sort(&mut analysis, sorting);
        }
        Ok((analysis, notices))
    };
    let tally = batch.run(read, |(analysis, notices), progress| {
        notices.iter().for_each(|line| progress.say(line));
        if let Some(other) = out.document(&analysis)?.filter(|_| !job.args.listing.inputs.quiet) {
            let path = &analysis.document.source.path;
            progress.say(&format!("plan: {path}: the same bytes as {other}; the database holds each document once"));
        }
        awaited.see(analysis.outline);
        Ok(())
    })?;
    awaited.check()?;
    if tally.read > 0 {
        out.finish()?;
    }
    Ok(tally.code())
}
