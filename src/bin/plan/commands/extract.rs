//! `plan extract`: the statements of plan documents.

use std::process::ExitCode;

use anyhow::Result;

use plan::{
    analysis::{Analysis, RejectedNumbers},
    commitment::Status,
    render::{self, Frame, select::Selection, table::Layout},
};

use crate::{
    args::{Extract, Filter, Format, StatusArg},
    batch::Batch,
    input, output,
    stream::Stream,
};

/// Runs `plan extract`: a document that cannot be read costs itself alone.
pub(crate) fn run(args: &Extract) -> Result<ExitCode> {
    let format = output::format(args.format, args.output.as_deref())?;
    let selection = selection(&args.filter, format);
    let layout = Layout {
        width: output::width(args.output.is_some()),
        status: args.filter.status == Some(StatusArg::All),
        explain: args.explain,
    };
    let batch = Batch::new(&args.inputs, args.output.as_deref())?;
    let frame = if args.rejected { rejected_frame(format) } else { frame(format) };
    let mut stream = Stream::open(args.output.as_deref(), frame)?.awaiting(args.filter.section.as_deref());
    let read = |path: &std::path::Path| {
        let reading = input::reading(path, args.inputs.medium.overrides())?;
        let rejected = args.rejected.then(|| reading.rejected());
        let mut analysis = reading.analysis;
        let notices = if args.inputs.quiet { Vec::new() } else { notices(&analysis, format) };
        let text = if let Some(rejected) = rejected {
            let path = analysis.document.source.path.clone();
            listed(&RejectedNumbers { path, rejected }, format, layout)
        } else {
            selection.apply(&mut analysis);
            rendered(&analysis, format, layout)
        };
        Ok((analysis.outline, text, notices))
    };
    let tally = batch.run(read, |(outline, text, notices), progress| {
        notices.iter().for_each(|line| progress.say(line));
        stream.document(outline, text)
    })?;
    stream.finish()?;
    Ok(tally.code())
}

/// What stands around the documents.
fn frame(format: Format) -> Frame {
    match format {
        Format::Table => Frame::TABLES,
        Format::Yaml => Frame::YAML,
        Format::Json => Frame::JSON,
        Format::Jsonl => Frame::LINES,
        Format::Csv => render::csv::frame(),
    }
}

fn rejected_frame(format: Format) -> Frame {
    if format == Format::Csv { render::rejected::frame() } else { frame(format) }
}

fn rendered(analysis: &Analysis, format: Format, layout: Layout) -> String {
    match format {
        Format::Table => render::table::document(analysis, layout),
        Format::Yaml => render::yaml::value(analysis),
        Format::Json => render::json::element(analysis),
        Format::Jsonl => render::jsonl::statements(analysis),
        Format::Csv => render::csv::statements(analysis),
    }
}

/// The numbers that were read and not kept.
fn listed(document: &RejectedNumbers, format: Format, layout: Layout) -> String {
    match format {
        Format::Table => render::rejected::table(document, layout.width),
        Format::Yaml => render::yaml::value(document),
        Format::Json => render::json::element(document),
        Format::Jsonl => render::rejected::jsonl(document),
        Format::Csv => render::rejected::csv(document),
    }
}

/// What could not be resolved, a line each, where the format has no place for it.
fn notices(analysis: &Analysis, format: Format) -> Vec<String> {
    if matches!(format, Format::Yaml | Format::Json) {
        return Vec::new();
    }
    let path = &analysis.document.source.path;
    let found = analysis.diagnostics.iter();
    found.map(|found| format!("{path}:{}:{}: {}: {}", found.line, found.column, found.code, found.message)).collect()
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
