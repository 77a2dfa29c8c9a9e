//! Many documents in one call: found, read on all cores, delivered in order; one that fails costs itself alone.

use std::{
    fs,
    num::NonZeroUsize,
    panic::{self, AssertUnwindSafe},
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Result, anyhow, bail};
use serde::Serialize;

use crate::{
    args::Inputs,
    documents::{self, Failure},
    file, input, output, pool,
    progress::Progress,
};

/// How many failed documents the summary names.
const NAMED: usize = 5;

/// The documents of a command.
pub(crate) struct Batch<'a> {
    inputs: &'a Inputs,
    documents: Vec<PathBuf>,
    failures: Vec<Failure>,
    to_terminal: bool,
}

/// What a batch came to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tally {
    /// Documents that were read.
    pub(crate) read: usize,
    /// Documents and folders that were not.
    pub(crate) failed: usize,
}

impl Tally {
    /// The exit status: 2 where something failed.
    pub(crate) fn code(self) -> ExitCode {
        ExitCode::from(if self.failed > 0 { 2 } else { 0 })
    }
}

impl<'a> Batch<'a> {
    /// Finds the documents; refuses to write `output`, or what failed, over one of them.
    pub(crate) fn new(inputs: &'a Inputs, output: Option<&Path>) -> Result<Self> {
        let found = documents::find(&inputs.paths, &inputs.lookup)?;
        for to in output.into_iter().chain(inputs.errors.as_deref()) {
            let lists = inputs.lookup.files_from.as_deref();
            file::refuse_inputs(to, found.documents.iter().map(PathBuf::as_path).chain(lists))?;
        }
        if output.is_some() && output == inputs.errors.as_deref() {
            bail!("--errors and -o name one file; the result and what failed need two");
        }
        let to_terminal = output.is_none() && output::is_terminal();
        Ok(Self { inputs, documents: found.documents, failures: found.failures, to_terminal })
    }

    /// Whether there may be more than one document.
    pub(crate) fn is_many(&self) -> bool {
        self.documents.len() + self.failures.len() > 1
    }

    /// Does `work` on each document and hands what it gives to `deliver`, in order.
    ///
    /// # Errors
    /// What `deliver` gives, or where --errors cannot be written.
    pub(crate) fn run<T: Send>(
        self,
        work: impl Fn(&Path) -> Result<T> + Sync,
        mut deliver: impl FnMut(T, &Progress) -> Result<()>,
    ) -> Result<Tally> {
        let Self { inputs, documents, mut failures, to_terminal } = self;
        let sizes: u64 = if documents.len() > 1 { documents.iter().map(|path| size(path)).sum() } else { 0 };
        let mut progress = Progress::new(documents.len(), sizes, inputs.quiet, to_terminal);
        failures.iter().for_each(|failure| progress.say(&output::complaint(&failure.error)));
        let total = documents.len() + failures.len();
        let jobs = inputs
            .jobs
            .unwrap_or_else(pool::cores)
            .min(NonZeroUsize::new(documents.len()).unwrap_or(NonZeroUsize::MIN));
        let shielded = |path: PathBuf| {
            let result = panic::catch_unwind(AssertUnwindSafe(|| work(&path)));
            let broken = |_| Err(anyhow!("{}: reading it broke `plan` itself; please report it", path.display()));
            (result.unwrap_or_else(broken), path)
        };
        let ended = pool::in_order(jobs, documents.into_iter(), shielded, |(result, path)| {
            progress.advance(size(&path));
            match result {
                Ok(result) => deliver(result, &progress),
                Err(error) => {
                    progress.say(&output::complaint(&error));
                    failures.push(Failure { path, error });
                    Ok(())
                }
            }
        });
        drop(progress);
        ended?;
        let tally = Tally { read: total - failures.len(), failed: failures.len() };
        report(inputs, &failures, total)?;
        Ok(tally)
    }
}

fn size(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |there| there.len())
}

/// Says which of several documents failed, and writes them where that was asked for.
fn report(inputs: &Inputs, failures: &[Failure], total: usize) -> Result<()> {
    if total > 1 && !failures.is_empty() {
        let names: Vec<String> =
            failures.iter().take(NAMED).map(|failure| failure.path.display().to_string()).collect();
        let more = match failures.len().saturating_sub(NAMED) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let read = total - failures.len();
        let line =
            format!("plan: {read} of {total} documents read, {} failed: {}{more}", failures.len(), names.join(", "));
        output::say(&line);
    }
    let Some(to) = &inputs.errors else { return Ok(()) };
    file::write(to, lines(failures).as_bytes())
}

/// What failed, one JSON object a line.
fn lines(failures: &[Failure]) -> String {
    #[derive(Serialize)]
    struct Line<'a> {
        path: &'a str,
        error: String,
    }
    let line = |failure: &Failure| {
        let line = Line { path: &input::name(&failure.path), error: format!("{:#}", failure.error) };
        // A path and a message have no failing serializer: an error cannot arise.
        serde_json::to_string(&line).unwrap_or_default() + "\n"
    };
    failures.iter().map(line).collect()
}
