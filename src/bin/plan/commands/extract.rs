//! `plan extract`: the statements of plan documents.

mod job;
#[cfg(any(feature = "xlsx", feature = "sqlite"))]
mod whole;

use std::process::ExitCode;

use anyhow::{Result, bail};

use self::job::Job;
use crate::{
    args::{Extract, Format},
    batch::Batch,
    stream::Stream,
};

/// Runs `plan extract`: a document that cannot be read costs itself alone.
pub(crate) fn run(args: &Extract) -> Result<ExitCode> {
    let mut job = Job::new(args)?;
    let batch = Batch::new(&args.listing.inputs, args.listing.output.as_deref())?;
    job.carry(&batch.carried());
    #[cfg(any(feature = "xlsx", feature = "sqlite"))]
    if matches!(job.format, Format::Xlsx | Format::Sqlite) {
        return whole::run(&job, batch);
    }
    if matches!(job.format, Format::Xlsx | Format::Sqlite) {
        bail!("this build of plan writes no workbooks and no databases; build it with the features xlsx and sqlite");
    }
    let mut stream = Stream::open(args.listing.output.as_deref(), job.frame())?.awaiting(&args.filter.narrow.section);
    let mut sorted = Vec::new();
    let tally = batch.run(
        |item| job.document(item),
        |piece, progress| {
            piece.notices.iter().for_each(|line| progress.say(line));
            sorted.extend(piece.rows);
            stream.document(piece.outline, piece.text)
        },
    )?;
    if let Some(sorting) = &args.sort {
        sorted.sort_by(|(a, _), (b, _)| sorting.order(a, b));
        stream.more(sorted.into_iter().map(|(_, row)| row))?;
    }
    stream.finish()?;
    Ok(tally.code())
}
