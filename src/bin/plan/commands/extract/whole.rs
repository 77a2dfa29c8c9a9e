//! Formats that are no text: a workbook, a database and a table with types, which take up whole results.

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
    Database(Box<crate::database::Database>),
    #[cfg(feature = "parquet")]
    Table(Box<plan::render::parquet::Table<crate::file::Sink>>, &'a [long::Column], &'a Path),
}

impl<'a> Out<'a> {
    fn open(job: &'a Job<'_>) -> Result<Self> {
        let to = job.args.listing.output.as_deref().filter(|path| *path != Path::new("-"));
        let Some(to) = to else { bail!("xlsx, sqlite and parquet are written to a file; give one with -o FILE") };
        match job.format {
            #[cfg(feature = "xlsx")]
            Format::Xlsx => Ok(Out::Book(Box::new(plan::render::xlsx::Book::new(job.lang, &job.columns)?), to)),
            #[cfg(feature = "sqlite")]
            Format::Sqlite => Ok(Out::Database(Box::new(crate::database::Database::open(to)?))),
            #[cfg(feature = "parquet")]
            Format::Parquet => {
                let columns = job.columns.iter();
                let columns = columns.map(|column| (column.name.to_string(), long::codebook::type_of(&column.name)));
                let sink = crate::file::Sink::open(Some(to))?;
                let table = plan::render::parquet::Table::new(sink, &columns.collect::<Vec<_>>());
                Ok(Out::Table(Box::new(table.map_err(|error| at(to, &error))?), &job.columns, to))
            }
            _ => bail!("{}: this build of plan does not write this format", to.display()),
        }
    }

    /// Takes up a document; gives the name of one whose place it takes.
    fn document(&mut self, analysis: &Analysis) -> Result<Option<String>> {
        match self {
            #[cfg(feature = "xlsx")]
            Out::Book(book, to) => {
                book.document(analysis).map_err(|error| at(to, &error))?;
                Ok(None)
            }
            #[cfg(feature = "sqlite")]
            Out::Database(database) => database.document(analysis),
            #[cfg(feature = "parquet")]
            Out::Table(table, columns, to) => {
                let mut rows = long::rows(analysis).map(|row| columns.iter().map(|column| column.get(row)).collect());
                rows.try_for_each(|row| table.row(row)).map_err(|error| at(to, &error))?;
                Ok(None)
            }
        }
    }

    fn finish(self) -> Result<()> {
        match self {
            #[cfg(feature = "xlsx")]
            Out::Book(book, to) => crate::file::write(to, &book.finish()?),
            #[cfg(feature = "sqlite")]
            Out::Database(database) => database.finish(),
            #[cfg(feature = "parquet")]
            Out::Table(table, _, to) => table.finish().map_err(|error| at(to, &error))?.finish(),
        }
    }
}

/// What is wrong with the file at `to`.
#[cfg(any(feature = "xlsx", feature = "parquet"))]
fn at(to: &Path, error: &dyn std::error::Error) -> anyhow::Error {
    anyhow::anyhow!("{}: {error}", to.display())
}

/// Reads the documents into a file that is there only when it is whole.
pub(super) fn run(job: &Job<'_>, batch: Batch<'_>) -> Result<ExitCode> {
    let mut out = Out::open(job)?;
    let mut awaited = Awaited::new(&job.args.filter.narrow.section);
    let read = |item: &Item| {
        let (mut analysis, notices) = job.read(item)?;
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
