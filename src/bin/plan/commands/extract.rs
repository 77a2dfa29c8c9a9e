//! `plan extract`: the statements of plan documents.

use std::{path::Path, process::ExitCode};

use anyhow::Result;

use plan::{
    analysis::Analysis,
    commitment::Status,
    render::{self, select::Selection},
};

use crate::{
    args::{Extract, Filter, Format, StatusArg},
    input, output,
};

/// Runs `plan extract`: a document that cannot be read costs itself alone.
pub(crate) fn run(args: &Extract) -> Result<ExitCode> {
    let format = format(args);
    let selection = selection(&args.filter, format);
    let mut analyses = Vec::new();
    for path in &args.paths {
        match input::reading(path) {
            Ok(reading) => {
                let mut analysis = reading.analysis;
                selection.apply(&mut analysis);
                analyses.push(analysis);
            }
            Err(error) => output::complain(&error),
        }
    }
    let failed = args.paths.len() - analyses.len();
    if !analyses.is_empty() {
        let bytes = rendered(&analyses, format);
        match &args.output {
            Some(path) => output::write_file(path, bytes.as_bytes())?,
            None => output::print(&bytes)?,
        }
    }
    if args.paths.len() > 1 && failed > 0 {
        output::say(&format!("plan: {} of {} documents read, {failed} failed", analyses.len(), args.paths.len()));
    }
    Ok(ExitCode::from(if failed > 0 { 2 } else { 0 }))
}

fn rendered(analyses: &[Analysis], format: Format) -> String {
    match format {
        Format::Json => render::json::documents(analyses),
        _ => render::yaml::documents(analyses),
    }
}

/// The format asked for; else by the name of the output file; else a table for a terminal and YAML for a pipe.
fn format(args: &Extract) -> Format {
    let by_name = |path: &Path| match path.extension()?.to_str()? {
        "json" => Some(Format::Json),
        "jsonl" => Some(Format::Jsonl),
        "csv" => Some(Format::Csv),
        _ => None,
    };
    let named = args.output.as_deref().map(|path| by_name(path).unwrap_or(Format::Yaml));
    let default = || if output::is_terminal() { Format::Table } else { Format::Yaml };
    args.format.or(named).unwrap_or_else(default)
}

fn selection(filter: &Filter, format: Format) -> Selection {
    let default = if format == Format::Table { StatusArg::Target } else { StatusArg::All };
    Selection {
        status: match filter.status.unwrap_or(default) {
            StatusArg::Target => Some(Status::Target),
            StatusArg::Achieved => Some(Status::Achieved),
            StatusArg::All => None,
        },
        theme: filter.theme,
        section: filter.section.clone(),
        due: filter.due,
        kind: filter.kind.map(Into::into),
    }
}
