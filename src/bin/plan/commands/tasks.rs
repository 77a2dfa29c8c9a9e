//! `plan tasks`: who does what by when.

use std::process::ExitCode;

use anyhow::{Result, bail};
use plan::render::{
    self, Frame,
    long::Shape,
    tasks::{Selection, TaskList, rows},
    words::Lang,
};

use crate::{
    args::{Format, Grouping, Tasks},
    batch::Batch,
    corpus::Item,
    file, input, output,
    stream::Stream,
};

/// Runs `plan tasks`: a document that cannot be read costs itself alone.
pub(crate) fn run(args: &Tasks) -> Result<ExitCode> {
    let format = output::format(args.format, args.listing.output.as_deref())?;
    let by_unit = args.by == Some(Grouping::Unit);
    if by_unit && !matches!(format, Format::Table | Format::Yaml | Format::Json) {
        bail!("--by unit gives a table, yaml or json; each row of the other formats names its units already");
    }
    if format.is_binary() {
        bail!("`plan extract` writes workbooks and databases, with the tasks in them");
    }
    let selection = Selection {
        units: args.unit.clone(),
        due: args.narrow.due.clone(),
        themes: args.narrow.theme.clone(),
        sections: args.narrow.section.clone(),
    };
    let (width, lang) = (output::width(args.listing.output.is_some()), args.language.of_people());
    let batch = Batch::new(&args.listing.inputs, args.listing.output.as_deref())?;
    let read = |item: &Item| {
        let analysis = input::result(item, args.listing.inputs.medium.overrides())?;
        let list = TaskList::new(&analysis, &selection);
        let text = if by_unit { String::new() } else { rendered(&list, format, width, lang) };
        Ok((analysis.outline, list, text))
    };
    if by_unit {
        let mut lists = Vec::new();
        // The section is looked for in what was read; nothing is written.
        let mut stream = Stream::open(None, Frame::LINES)?.awaiting(&args.narrow.section);
        let tally = batch.run(read, |(outline, list, text), _| {
            lists.push(list);
            stream.document(outline, text)
        })?;
        stream.finish()?;
        if !lists.is_empty() {
            file::deliver(args.listing.output.as_deref(), &owed(&lists, format, width, lang), false)?;
        }
        return Ok(tally.code());
    }
    let mut stream = Stream::open(args.listing.output.as_deref(), frame(format))?.awaiting(&args.narrow.section);
    let tally = batch.run(read, |(outline, _, text), _| stream.document(outline, text))?;
    stream.finish()?;
    Ok(tally.code())
}

fn frame(format: Format) -> Frame {
    match format {
        Format::Table => Frame::TABLES,
        Format::Yaml => Frame::YAML,
        Format::Json => Frame::JSON,
        Format::Jsonl | Format::Xlsx | Format::Sqlite | Format::Parquet => Frame::LINES,
        Format::Csv => rows::frame(Shape::Csv),
        Format::Tsv => rows::frame(Shape::Tsv),
        Format::Markdown => rows::frame(Shape::Markdown),
    }
}

fn rendered(list: &TaskList, format: Format, width: u16, lang: Lang) -> String {
    match format {
        Format::Table => render::tasks::table::document(list, width, lang),
        Format::Yaml => render::yaml::value(list),
        Format::Json => render::json::element(list),
        Format::Jsonl | Format::Xlsx | Format::Sqlite | Format::Parquet => render::tasks::jsonl(list),
        Format::Csv => rows::tasks(list, Shape::Csv),
        Format::Tsv => rows::tasks(list, Shape::Tsv),
        Format::Markdown => rows::tasks(list, Shape::Markdown),
    }
}

/// What each unit owes.
fn owed(lists: &[TaskList], format: Format, width: u16, lang: Lang) -> String {
    let units = render::tasks::owed(lists);
    match format {
        Format::Yaml => render::yaml::value(&units),
        Format::Json => render::json::value(&units),
        _ => render::tasks::table::by_unit(lists, width, lang),
    }
}
