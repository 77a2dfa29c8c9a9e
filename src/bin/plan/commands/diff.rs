//! `plan diff`: what changed between two versions, or two periods, of a plan.

use std::{path::Path, process::ExitCode};

use anyhow::{Result, bail};
use plan::{
    diff::{self, Comparison, Level, Options},
    render::{self, diff::table::Layout},
};

use crate::{
    args::{Diff, DiffFormat},
    file, input, output,
};

/// Runs `plan diff`.
pub(crate) fn run(args: &Diff) -> Result<ExitCode> {
    let format = format(args)?;
    let stdin = Path::new("-");
    if args.old == stdin && args.new == stdin {
        bail!("standard input can be read once: give a file for one of the two documents");
    }
    if let Some(to) = &args.output {
        file::refuse_inputs(to, [args.old.as_path(), &args.new])?;
    }
    let side = |path| input::side(path, args.medium.overrides());
    let (old, new) = (side(&args.old)?, side(&args.new)?);
    let across_periods = args.across_periods.then_some(true).or(args.same_period.then_some(false));
    let levels: Vec<Level> = match args.level.is_empty() {
        true => Level::ALL.to_vec(),
        false => args.level.iter().map(|&level| level.into()).collect(),
    };
    let comparison = diff::compare(&old, &new, &Options { levels, across_periods });
    if comparison.levels.is_empty() {
        bail!("a saved result holds no text: give the document itself to compare sentences");
    }
    if args.old == args.new && !args.quiet {
        output::say(&format!("plan: {}: this is the old and the new document", args.old.display()));
    }
    for note in comparison.notes.iter().filter(|_| !args.quiet) {
        output::say(&format!("plan: {note}"));
    }
    let text = rendered(&comparison, format, args);
    if args.output.is_none() && format == DiffFormat::Table {
        output::print_coloured(&text)?;
    } else {
        file::deliver(args.output.as_deref(), &text, format == DiffFormat::Csv)?;
    }
    let differs = !comparison.changes.is_empty() && !args.exit_zero;
    Ok(ExitCode::from(u8::from(differs)))
}

fn rendered(comparison: &Comparison, format: DiffFormat, args: &Diff) -> String {
    match format {
        DiffFormat::Table => {
            let to_file = args.output.is_some();
            render::diff::table::comparison(
                comparison,
                Layout { width: output::width(to_file), colour: !to_file && output::is_coloured() },
            )
        }
        DiffFormat::Yaml => render::yaml::value(comparison),
        DiffFormat::Json => render::json::value(comparison),
        DiffFormat::Jsonl => render::diff::lines::jsonl(comparison),
        DiffFormat::Csv => render::diff::lines::csv(comparison),
        DiffFormat::Markdown => render::diff::markdown::comparison(comparison),
        DiffFormat::Html => render::diff::html::comparison(comparison),
    }
}

/// The format asked for; else by the name of the output file; else a table for a terminal and YAML for a pipe.
fn format(args: &Diff) -> Result<DiffFormat> {
    if let Some(format) = args.format {
        return Ok(format);
    }
    let Some(path) = &args.output else {
        return Ok(if output::is_terminal() { DiffFormat::Table } else { DiffFormat::Yaml });
    };
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    match extension.as_deref() {
        None | Some("yaml" | "yml") => Ok(DiffFormat::Yaml),
        Some("json") => Ok(DiffFormat::Json),
        Some("jsonl" | "ndjson") => Ok(DiffFormat::Jsonl),
        Some("csv") => Ok(DiffFormat::Csv),
        Some("md" | "markdown") => Ok(DiffFormat::Markdown),
        Some("html" | "htm") => Ok(DiffFormat::Html),
        Some("txt") => Ok(DiffFormat::Table),
        Some(other) => {
            bail!("{}: no format is known by the ending `.{other}`; say which with --format", path.display())
        }
    }
}
