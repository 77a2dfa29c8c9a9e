//! `plan extract`: the statements of plan documents.

mod job;
#[cfg(any(feature = "xlsx", feature = "sqlite", feature = "parquet"))]
mod whole;

use std::process::ExitCode;

use anyhow::Result;

use self::job::Job;
use crate::{args::Extract, batch::Batch, stream::Stream};

/// Runs `plan extract`: a document that cannot be read costs itself alone.
pub(crate) fn run(args: &Extract) -> Result<ExitCode> {
    let mut job = Job::new(args)?;
    let batch = Batch::new(&args.listing.inputs, args.listing.output.as_deref())?;
    job.carry(&batch.carried());
    #[cfg(any(feature = "xlsx", feature = "sqlite", feature = "parquet"))]
    if job.format.is_binary() {
        return whole::run(&job, batch);
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
