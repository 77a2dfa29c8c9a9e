//! Many documents in one call: found, read on all cores, delivered in order; one that fails costs itself alone.

use std::{num::NonZeroUsize, path::Path, process::ExitCode};

use anyhow::{Result, bail};
use serde::Serialize;

use crate::{
    args::Inputs,
    corpus::{Item, Known, Source},
    documents::{self, Failure},
    fault::shielded,
    file, input, output, pool,
    progress::Progress,
};

/// How many failed documents the summary names.
const NAMED: usize = 5;

/// The documents of a command.
pub(crate) struct Batch<'a> {
    inputs: &'a Inputs,
    sources: Vec<Source>,
    known: Known,
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
        let documents::Sources { sources, failures } =
            documents::sources(documents::find(&inputs.paths, &inputs.lookup)?, &inputs.options());
        let known = Known::new(inputs.about.given(), inputs.about.meta.as_deref())?;
        for to in output.into_iter().chain(inputs.errors.as_deref()) {
            let lists = inputs.lookup.files_from.as_deref().into_iter().chain(inputs.about.meta.as_deref());
            file::refuse_inputs(to, sources.iter().map(Source::path).chain(lists))?;
        }
        if output.is_some() && output == inputs.errors.as_deref() {
            bail!("--errors and -o name one file; the result and what failed need two");
        }
        let to_terminal = output.is_none() && output::is_terminal();
        let batch = Self { inputs, sources, known, failures, to_terminal };
        batch.check()?;
        Ok(batch)
    }

    /// Refuses what is said of documents that are not read, or of one where there are several; says what was guessed.
    fn check(&self) -> Result<()> {
        let corpora: Vec<&Path> = self.sources.iter().filter(|source| source.is_corpus()).map(Source::path).collect();
        let given = self.known.one.fields();
        if let Some(field) = given.first().filter(|_| self.is_many()) {
            let flag = if *field == "kind" { "document-kind" } else { field };
            bail!("--{flag} speaks of one document, and several are read; give a table of them with --meta");
        }
        let failed = self.failures.iter().map(|failure| failure.path.as_path());
        self.known.check(self.sources.iter().map(Source::path).chain(failed), &corpora)?;
        if !self.inputs.quiet {
            self.known.told().into_iter().for_each(output::say);
            self.sources.iter().filter_map(Source::told).for_each(|line| output::say(&line));
        }
        Ok(())
    }

    /// Whether there may be more than one document.
    pub(crate) fn is_many(&self) -> bool {
        self.sources.len() + self.failures.len() > 1 || self.sources.iter().any(Source::is_corpus)
    }

    /// The names of what is carried along with documents, each once.
    pub(crate) fn carried(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for name in self.known.carried().iter().cloned().chain(self.sources.iter().flat_map(Source::carried)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Does `work` on each document and hands what it gives to `deliver`, in order.
    ///
    /// # Errors
    /// What `deliver` gives, or where --errors cannot be written.
    pub(crate) fn run<T: Send>(
        self,
        work: impl Fn(&Item) -> Result<T> + Sync,
        mut deliver: impl FnMut(T, &Progress) -> Result<()>,
    ) -> Result<Tally> {
        let many = self.is_many();
        let Self { inputs, sources, known, mut failures, to_terminal } = self;
        let jobs = jobs(inputs, &sources);
        let mut progress = progress(inputs, &sources, to_terminal);
        failures.iter().for_each(|failure| progress.say(&output::complaint(&failure.error)));
        let options = inputs.options();
        let items = sources.into_iter().flat_map(|source| source.items(&options)).map(|mut item| {
            known.apply(&mut item);
            item
        });
        let shielded = |item: Item| (shielded(&item.path, || work(&item)), item.place().to_path_buf(), item.size);
        let mut read = 0;
        let ended = pool::in_order(jobs, items, shielded, |(result, path, size)| {
            progress.advance(size);
            match result {
                Ok(result) => {
                    read += 1;
                    deliver(result, &progress)
                }
                Err(error) => {
                    progress.say(&output::complaint(&error));
                    failures.push(Failure { path, error });
                    Ok(())
                }
            }
        });
        drop(progress);
        ended?;
        for failure in known.left() {
            output::complain(&failure.error);
            failures.push(failure);
        }
        let tally = Tally { read, failed: failures.len() };
        report(inputs, &failures, tally, many)?;
        Ok(tally)
    }
}

/// How many documents are read at a time: no more than there can be.
fn jobs(inputs: &Inputs, sources: &[Source]) -> NonZeroUsize {
    let asked = inputs.jobs.unwrap_or_else(pool::cores);
    match sources.iter().any(Source::is_corpus) {
        true => asked,
        false => asked.min(NonZeroUsize::new(sources.len()).unwrap_or(NonZeroUsize::MIN)),
    }
}

fn progress(inputs: &Inputs, sources: &[Source], to_terminal: bool) -> Progress {
    let corpora = sources.iter().any(Source::is_corpus);
    let size = |source: &Source| std::fs::metadata(source.path()).map_or(0, |there| there.len());
    let shown = !inputs.quiet && !to_terminal && (corpora || sources.len() > 1);
    let bytes = if shown { sources.iter().map(size).sum() } else { 0 };
    Progress::new((!corpora).then_some(sources.len()), bytes, shown, inputs.quiet)
}

/// Says which of several documents failed, and writes them where that was asked for.
fn report(inputs: &Inputs, failures: &[Failure], tally: Tally, many: bool) -> Result<()> {
    if many && !failures.is_empty() {
        let names: Vec<String> =
            failures.iter().take(NAMED).map(|failure| failure.path.display().to_string()).collect();
        let more = match failures.len().saturating_sub(NAMED) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let Tally { read, failed } = tally;
        let total = read + failed;
        let line = format!("plan: {read} of {total} documents read, {failed} failed: {}{more}", names.join(", "));
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
