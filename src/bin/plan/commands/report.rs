//! `plan report`: a page about one document, or one that compares several.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Result, bail};
use plan::{
    analysis::Reading,
    check::{self, Severity, Terms, baseline::Baseline},
    render::report::{self, Entry},
};

use super::{check::project::Project, track};
use crate::{args::Report, batch::Batch, corpus::Item, fault::shielded, file, input, output};

/// Runs `plan report`: a document that cannot be read costs itself alone.
pub(crate) fn run(args: &Report) -> Result<ExitCode> {
    let batch = Batch::new(&args.inputs, args.output.as_deref())?;
    place(args.output.as_deref())?;
    if args.observed.path.is_some() && batch.is_many() {
        bail!("--observed goes with one document: what was observed is of one place");
    }
    if let Some(to) = &args.output {
        file::refuse_inputs(to, args.observed.path.iter().chain(&args.observed.map).map(PathBuf::as_path))?;
    }
    let mut project = Project::plain();
    let mut entries = Vec::new();
    let read = |item: &Item| Ok((item.path.clone(), input::reading(item, args.inputs.medium.overrides())?));
    let mut broken = false;
    let tally = batch.run(read, |(path, reading), shown| {
        let terms = project.terms(&path)?;
        match shielded(&path, || Ok(entry(args, &path, reading, &terms))) {
            Ok(entry) => entries.push(entry?),
            Err(fault) => {
                shown.say(&output::complaint(&fault));
                broken = true;
            }
        }
        Ok(())
    })?;
    if !entries.is_empty() {
        file::deliver(args.output.as_deref(), &report::page(&entries, args.language.of_office()), false)?;
    }
    Ok(if broken { ExitCode::from(2) } else { tally.code() })
}

/// Refuses to write a page where nobody looks for one: under the name of something else, or in the midst of a terminal.
fn place(to: Option<&Path>) -> Result<()> {
    let Some(path) = to.filter(|path| *path != Path::new("-")) else {
        if output::is_terminal() {
            bail!("a page is no text for a terminal; give a file with -o FILE");
        }
        return Ok(());
    };
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        None | Some("html" | "htm") => Ok(()),
        Some(_) if path.starts_with("/dev") || path.starts_with("/proc") => Ok(()),
        Some(other) => bail!("{}: a page is HTML and no `.{other}`; give a name that ends in .html", path.display()),
    }
}

/// What the page says of the document at `path`.
fn entry(args: &Report, path: &Path, reading: Reading, terms: &Terms) -> Result<Entry> {
    let findings = check::run(&input::name(path), &reading, terms, Baseline::default(), Severity::Info);
    let progress = match &args.observed.path {
        Some(_) => {
            let mut progress = track::progress(&reading.analysis, &args.observed, &args.inputs.medium)?;
            track::reword(&mut progress, args.language.of_office());
            Some(progress)
        }
        None => None,
    };
    Ok(Entry { progress, ..Entry::new(reading, findings) })
}
