//! `plan check`: what is broken in plan texts.

mod files;
pub(super) mod project;

use std::{
    collections::HashMap,
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Result, anyhow, bail};
use plan::{
    analysis::Reading,
    check::{self, Run, Severity, Terms, baseline::Baseline, expect::Expectations, fix},
    render::{self, check as formats},
};

pub(super) use self::files::beside;
use self::project::Project;
use crate::{
    args::{Check, CheckFormat},
    corpus::{Content, Item, Source},
    documents::{self, Sources},
    fault::shielded,
    file::{self, Sink},
    input, output,
};

/// Runs `plan check`: a document that cannot be read costs itself alone.
pub(crate) fn run(args: &Check) -> Result<ExitCode> {
    let mut project = Project::new(args.config.as_deref(), &args.select, &args.ignore);
    let paths = match args.paths.as_slice() {
        [] if args.lookup.files_from.is_none() => {
            let here = project.config(Path::new(""))?;
            files::default_paths(&here.config.paths, here.path.as_deref())
        }
        paths => paths.to_vec(),
    };
    if args.show_config {
        return show_configs(args, &mut project, &paths);
    }
    let found = documents::find(&paths, &args.lookup)?;
    refuse_inputs(args, &found.documents, &mut project)?;
    let format = format(args)?;
    let options = args.medium.options(HashMap::new());
    let Sources { sources, failures } = documents::sources(found, &options);
    failures.iter().for_each(|failure| output::complain(&failure.error));
    sources.iter().filter_map(Source::told).filter(|_| !args.quiet).for_each(|line| output::say(&line));
    let mut session = Session { args, format, run: Run::new(known(args)?, args.severity), diffs: String::new() };
    let (mut documents, mut failed) = (0, 0);
    for source in sources {
        let terms = project.terms(source.path())?;
        for item in source.items(&options) {
            documents += 1;
            if let Err(error) = shielded(&item.path, || session.document(&item, &terms)) {
                output::complain(&error);
                failed += 1;
            }
        }
    }
    if documents > 1 && failed > 0 {
        output::say(&format!("plan: {} of {documents} documents read, {failed} failed", documents - failed));
    }
    let lost = failed + failures.len() + project.failed;
    if lost > 0 && failed == documents && format == CheckFormat::Text {
        return Ok(ExitCode::from(2));
    }
    let found = session.finish()?;
    Ok(ExitCode::from(match (lost, found && !args.exit_zero) {
        (0, found) => u8::from(found),
        _ => 2,
    }))
}

/// The format asked for; else by the name of the output file; else text.
fn format(args: &Check) -> Result<CheckFormat> {
    let ending = args.output.as_ref().and_then(|path| path.extension()).map(|e| e.to_string_lossy().to_lowercase());
    let format = match (args.format, ending.as_deref()) {
        (Some(format), _) => format,
        (None, None | Some("txt" | "text" | "log" | "md")) => CheckFormat::Text,
        (None, Some("json")) => CheckFormat::Json,
        (None, Some("sarif")) => CheckFormat::Sarif,
        (None, Some("xml")) => CheckFormat::Junit,
        (None, Some(_)) if args.output.as_ref().is_some_and(|path| path.starts_with("/dev")) => CheckFormat::Text,
        (None, Some(other)) => {
            let path = args.output.as_deref().unwrap_or(Path::new("-")).display();
            bail!("{path}: no format is known by the ending `.{other}`; say which with --format")
        }
    };
    if args.statistics && !matches!(format, CheckFormat::Text | CheckFormat::Json) {
        bail!("--statistics gives text or json: take one of these with --format");
    }
    Ok(format)
}

/// Prints each config that holds for one of `paths`, once.
fn show_configs(args: &Check, project: &mut Project<'_>, paths: &[PathBuf]) -> Result<ExitCode> {
    let mut shown: Vec<String> = Vec::new();
    for path in paths {
        let folder = if path.is_dir() { path } else { path.parent().unwrap_or(Path::new("")) };
        let text = render::yaml::value(&project.effective(folder)?);
        if !shown.contains(&text) {
            shown.push(text);
        }
    }
    let text = shown.join("---\n");
    match &args.output {
        Some(path) => file::write(path, text.as_bytes())?,
        None => output::print(&text)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Refuses to write over what is read: documents, the files beside and above them, the baseline.
fn refuse_inputs(args: &Check, documents: &[PathBuf], project: &mut Project<'_>) -> Result<()> {
    for to in args.output.iter().chain(&args.write_baseline) {
        let named = documents.iter().chain(&args.config).chain(&args.baseline);
        file::refuse_inputs(to, named.map(PathBuf::as_path))?;
        for document in documents {
            let folder = document.parent().unwrap_or(Path::new(""));
            let config = project.config(folder).ok().and_then(|placed| placed.path.clone());
            let beside = ["expect.yaml", "plan-ignore.yaml"].map(|ending| files::beside(document, ending));
            file::refuse_inputs(to, beside.iter().chain(&config).map(PathBuf::as_path))?;
        }
    }
    Ok(())
}

fn known(args: &Check) -> Result<Baseline> {
    let Some(path) = &args.baseline else { return Ok(Baseline::default()) };
    Baseline::parse(&input::text(path)?).map_err(|error| anyhow!("{}: {error}", path.display()))
}

struct Session<'a> {
    args: &'a Check,
    format: CheckFormat,
    run: Run,
    diffs: String,
}

impl Session<'_> {
    fn document(&mut self, item: &Item, terms: &Terms) -> Result<()> {
        let mut reading = input::to_check(item, self.args.medium.overrides())?;
        if self.args.write_expect {
            return write_expect(item, &reading);
        }
        if self.args.fix || self.args.diff {
            reading = self.fixed(item, reading, terms)?;
        }
        self.run.document(files::slashed(&item.path), reading, terms);
        Ok(())
    }

    /// The reading of the text with its fixes, which are written to the file unless they are only shown.
    fn fixed(&mut self, item: &Item, reading: Reading, terms: &Terms) -> Result<Reading> {
        let (document, path) = (&reading.document, item.path.as_path());
        let is_file = matches!(item.content, Content::File) && path != Path::new("-");
        let as_it_stands = is_file && document.encoding == "UTF-8" && matches!(document.media, "text" | "markdown");
        let (text, made) = check::fixed(&reading, terms);
        if made == 0 {
            return Ok(reading);
        }
        let bytes = item.bytes().unwrap_or_default();
        let mark: &[u8] = if bytes.starts_with(b"\xEF\xBB\xBF") { b"\xEF\xBB\xBF" } else { b"" };
        if !as_it_stands || bytes[mark.len()..] != *document.text.as_bytes() {
            output::say(&format!("plan: {}: only text files in UTF-8 are fixed", path.display()));
            return Ok(reading);
        }
        if self.args.diff {
            self.diffs += &fix::diff(&files::slashed(path), &document.text, &text);
            return Ok(reading);
        }
        file::write(path, &[mark, text.as_bytes()].concat())?;
        output::say(&format!("plan: {}: {made} places fixed", path.display()));
        input::to_check(item, self.args.medium.overrides())
    }

    /// Writes the result; gives whether anything was found that fails a run.
    fn finish(self) -> Result<bool> {
        if self.args.write_expect {
            return Ok(false);
        }
        let reports = self.run.finish();
        if let Some(path) = &self.args.write_baseline {
            file::write(path, render::yaml::value(&Baseline::of(&reports)).as_bytes())?;
            return Ok(false);
        }
        if self.args.diff {
            output::print(&self.diffs)?;
            return Ok(!self.diffs.is_empty());
        }
        let colour = self.args.output.is_none() && output::is_coloured();
        let write = |out: &mut dyn Write| match self.format {
            CheckFormat::Json if self.args.statistics => out.write_all(formats::json::statistics(&reports).as_bytes()),
            _ if self.args.statistics => out.write_all(formats::text::statistics(&reports).as_bytes()),
            CheckFormat::Text => formats::text::write(out, &reports, colour),
            CheckFormat::Json => formats::json::write(out, &reports),
            CheckFormat::Sarif => formats::sarif::write(out, &reports),
            CheckFormat::Github => formats::github::write(out, &reports),
            CheckFormat::Junit => formats::junit::write(out, &reports),
        };
        match &self.args.output {
            Some(path) => {
                let mut sink = Sink::open(Some(path))?;
                sink.take(write)?;
                sink.finish()?;
            }
            None if colour && self.format == CheckFormat::Text => output::take_coloured(write)?,
            None => output::take(write)?,
        }
        Ok(reports.iter().flat_map(|report| &report.findings).any(|finding| finding.severity > Severity::Info))
    }
}

/// Drafts `NAME.expect.yaml` beside `path`; one that is there is kept.
pub(super) fn write_expect(item: &Item, reading: &Reading) -> Result<()> {
    let path = item.path.as_path();
    if !matches!(item.content, Content::File) {
        bail!("{}: expectations stand beside files; unpack the document first", path.display());
    }
    let to: PathBuf = files::beside(path, "expect.yaml");
    if to.exists() {
        bail!("{}: it is there already; delete it to draft it anew", to.display());
    }
    let draft = render::yaml::value(&Expectations::draft(reading));
    file::write(&to, draft.as_bytes())?;
    output::say(&format!("plan: {} drafted; read it before you keep it", to.display()));
    Ok(())
}
