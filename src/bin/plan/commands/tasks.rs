//! `plan tasks`: who does what by when.

use std::{path::PathBuf, process::ExitCode};

use anyhow::{Result, bail};
use plan::render::{
    self,
    tasks::{Selection, TaskList},
};

use crate::{
    args::{Format, Grouping, Tasks},
    file, input, output,
};

/// Runs `plan tasks`: a document that cannot be read costs itself alone.
pub(crate) fn run(args: &Tasks) -> Result<ExitCode> {
    let format = output::format(args.format, args.output.as_deref())?;
    let selection =
        Selection { unit: args.unit.clone(), due: args.due, theme: args.theme, section: args.section.clone() };
    if let Some(to) = &args.output {
        file::refuse_inputs(to, args.paths.iter().map(PathBuf::as_path))?;
    }
    let (mut lists, mut outlines) = (Vec::new(), Vec::new());
    for path in &args.paths {
        match input::reading(path, args.medium.overrides()) {
            Ok(reading) => {
                lists.push(TaskList::new(&reading.analysis, &selection));
                outlines.push(reading.analysis.outline);
            }
            Err(error) => output::complain(&error),
        }
    }
    output::check_section(args.section.as_deref(), outlines.iter().map(Vec::as_slice))?;
    if !lists.is_empty() {
        let text = rendered(&lists, format, args)?;
        file::deliver(args.output.as_deref(), &text, format == Format::Csv)?;
    }
    Ok(output::tally(lists.len(), args.paths.len()))
}

fn rendered(lists: &[TaskList], format: Format, args: &Tasks) -> Result<String> {
    let width = output::width(args.output.is_some());
    if args.by == Some(Grouping::Unit) {
        let units = render::tasks::owed(lists);
        return Ok(match format {
            Format::Table => render::tasks::table::by_unit(lists, width),
            Format::Yaml => render::yaml::value(&units),
            Format::Json => render::json::value(&units),
            Format::Jsonl | Format::Csv => {
                bail!("--by unit gives a table, yaml or json; each row of csv and jsonl names its units already")
            }
        });
    }
    Ok(match format {
        Format::Table => render::tasks::table::documents(lists, width),
        Format::Yaml => render::yaml::documents(lists),
        Format::Json => render::json::documents(lists),
        Format::Jsonl => render::tasks::jsonl(lists),
        Format::Csv => render::tasks::csv::tasks(lists),
    })
}
