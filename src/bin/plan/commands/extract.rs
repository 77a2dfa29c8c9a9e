//! `plan extract`: the statements of plan documents.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Result;

use plan::{
    analysis::{Analysis, RejectedNumbers},
    commitment::Status,
    render::{self, select::Selection, table::Layout},
};

use crate::{
    args::{Extract, Filter, Format, StatusArg},
    file, input, output,
};

/// Runs `plan extract`: a document that cannot be read costs itself alone.
pub(crate) fn run(args: &Extract) -> Result<ExitCode> {
    let format = output::format(args.format, args.output.as_deref())?;
    let selection = selection(&args.filter, format);
    if let Some(to) = &args.output {
        file::refuse_inputs(to, args.paths.iter().map(PathBuf::as_path))?;
    }
    let mut analyses = Vec::new();
    let mut rejected = Vec::new();
    for path in &args.paths {
        match input::reading(path, args.medium.overrides()) {
            Ok(reading) => {
                if args.rejected {
                    let path = reading.document.name.clone();
                    rejected.push(RejectedNumbers { path, rejected: reading.rejected() });
                }
                let mut analysis = reading.analysis;
                selection.apply(&mut analysis);
                analyses.push(analysis);
            }
            Err(error) => output::complain(&error),
        }
    }
    output::check_section(args.filter.section.as_deref(), analyses.iter().map(|analysis| analysis.outline.as_slice()))?;
    if !analyses.is_empty() {
        diagnose(&analyses, format);
        let text = if args.rejected { listed(&rejected, format, args) } else { rendered(&analyses, format, args) };
        file::deliver(args.output.as_deref(), &text, format == Format::Csv)?;
    }
    Ok(output::tally(analyses.len(), args.paths.len()))
}

fn rendered(analyses: &[Analysis], format: Format, args: &Extract) -> String {
    match format {
        Format::Table => {
            let status = args.filter.status == Some(StatusArg::All);
            let layout = Layout { width: output::width(args.output.is_some()), status, explain: args.explain };
            render::table::documents(analyses, layout)
        }
        Format::Yaml => render::yaml::documents(analyses),
        Format::Json => render::json::documents(analyses),
        Format::Jsonl => render::jsonl::statements(analyses),
        Format::Csv => render::csv::statements(analyses),
    }
}

/// The numbers that were read and not kept.
fn listed(documents: &[RejectedNumbers], format: Format, args: &Extract) -> String {
    match format {
        Format::Table => render::rejected::table(documents, output::width(args.output.is_some())),
        Format::Yaml => render::yaml::documents(documents),
        Format::Json => render::json::documents(documents),
        Format::Jsonl => render::rejected::jsonl(documents),
        Format::Csv => render::rejected::csv(documents),
    }
}

/// Says on standard error what could not be resolved, where the format has no place for it.
fn diagnose(analyses: &[Analysis], format: Format) {
    if matches!(format, Format::Yaml | Format::Json) {
        return;
    }
    for analysis in analyses {
        let path = &analysis.document.source.path;
        for found in &analysis.diagnostics {
            output::say(&format!("{path}:{}:{}: {}: {}", found.line, found.column, found.code, found.message));
        }
    }
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
