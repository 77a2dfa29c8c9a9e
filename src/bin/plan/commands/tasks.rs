//! `plan tasks`: who does what by when.

use std::{path::Path, process::ExitCode};

use anyhow::{Result, bail};
use plan::render::{
    self, Frame,
    tasks::{Selection, TaskList},
};

use crate::{
    args::{Format, Grouping, Tasks},
    batch::Batch,
    file, input, output,
    stream::Stream,
};

/// Runs `plan tasks`: a document that cannot be read costs itself alone.
pub(crate) fn run(args: &Tasks) -> Result<ExitCode> {
    let format = output::format(args.format, args.output.as_deref())?;
    let by_unit = args.by == Some(Grouping::Unit);
    if by_unit && matches!(format, Format::Jsonl | Format::Csv) {
        bail!("--by unit gives a table, yaml or json; each row of csv and jsonl names its units already");
    }
    let selection =
        Selection { unit: args.unit.clone(), due: args.due, theme: args.theme, section: args.section.clone() };
    let width = output::width(args.output.is_some());
    let batch = Batch::new(&args.inputs, args.output.as_deref())?;
    let read = |path: &Path| {
        let analysis = input::reading(path, args.inputs.medium.overrides())?.analysis;
        let list = TaskList::new(&analysis, &selection);
        let text = if by_unit { String::new() } else { rendered(&list, format, width) };
        Ok((analysis.outline, list, text))
    };
    if by_unit {
        let mut lists = Vec::new();
        // The section is looked for in what was read; nothing is written.
        let mut stream = Stream::open(None, Frame::LINES)?.awaiting(args.section.as_deref());
        let tally = batch.run(read, |(outline, list, text), _| {
            lists.push(list);
            stream.document(outline, text)
        })?;
        stream.finish()?;
        if !lists.is_empty() {
            file::deliver(args.output.as_deref(), &owed(&lists, format, width), false)?;
        }
        return Ok(tally.code());
    }
    let mut stream = Stream::open(args.output.as_deref(), frame(format))?.awaiting(args.section.as_deref());
    let tally = batch.run(read, |(outline, _, text), _| stream.document(outline, text))?;
    stream.finish()?;
    Ok(tally.code())
}

fn frame(format: Format) -> Frame {
    match format {
        Format::Table => Frame::TABLES,
        Format::Yaml => Frame::YAML,
        Format::Json => Frame::JSON,
        Format::Jsonl => Frame::LINES,
        Format::Csv => render::tasks::csv::frame(),
    }
}

fn rendered(list: &TaskList, format: Format, width: u16) -> String {
    match format {
        Format::Table => render::tasks::table::document(list, width),
        Format::Yaml => render::yaml::value(list),
        Format::Json => render::json::element(list),
        Format::Jsonl => render::tasks::jsonl(list),
        Format::Csv => render::tasks::csv::tasks(list),
    }
}

/// What each unit owes.
fn owed(lists: &[TaskList], format: Format, width: u16) -> String {
    let units = render::tasks::owed(lists);
    match format {
        Format::Yaml => render::yaml::value(&units),
        Format::Json => render::json::value(&units),
        _ => render::tasks::table::by_unit(lists, width),
    }
}
