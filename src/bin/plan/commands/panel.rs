//! `plan panel`: regions and years against standard indicators.

use std::process::ExitCode;

use anyhow::{Result, bail};
use plan::{
    panel,
    render::{self, long::Shape},
};

use crate::{
    args::{Format, Panel},
    batch::Batch,
    corpus::Item,
    file, input, output,
};

/// Runs `plan panel`: a document that cannot be read costs itself alone.
pub(crate) fn run(args: &Panel) -> Result<ExitCode> {
    let format = output::tabular(args.format, args.output.as_deref())?;
    if matches!(format, Format::Yaml | Format::Jsonl | Format::Sqlite) {
        bail!("a panel is a table, csv, tsv, markdown, json, xlsx or parquet; say which with --format");
    }
    format.check()?;
    if format.is_binary() && args.output.is_none() {
        bail!("xlsx, sqlite and parquet are written to a file; give one with -o FILE");
    }
    let batch = Batch::new(&args.inputs, args.output.as_deref())?;
    let read = |item: &Item| {
        let analysis = input::analysis(item, args.inputs.medium.overrides())?;
        Ok((panel::Plan::new(&analysis), input::name(&item.path).into_owned()))
    };
    let mut plans = Vec::new();
    let tally = batch.run(read, |(plan, name), progress| {
        if plan.is_none() {
            progress.notice(&format!("plan: {name}: left out: it does not say for which year or period it is"));
        }
        plans.extend(plan);
        Ok(())
    })?;
    if tally.read > 0 {
        let selection = panel::Selection { keys: args.indicator.clone(), goals_only: args.goals_only };
        write(args, format, &panel::Panel::new(plans, &selection))?;
    }
    Ok(tally.code())
}

fn write(args: &Panel, format: Format, panel: &panel::Panel) -> Result<()> {
    let (to, asked) = (args.output.as_deref(), args.language.asked());
    let table = |lang| if args.long { render::panel::long(panel, lang) } else { render::panel::wide(panel, lang) };
    let lines = |shape: Shape| render::panel::lines(table(asked), shape);
    let text = match format {
        Format::Csv => lines(Shape::Csv),
        Format::Tsv => lines(Shape::Tsv),
        Format::Markdown => lines(Shape::Markdown),
        Format::Json => render::json::value(panel),
        #[cfg(feature = "xlsx")]
        Format::Xlsx => {
            let Some(to) = to else { return Ok(()) };
            return file::write(to, &render::xlsx::panel(panel, args.language.of_office())?);
        }
        #[cfg(feature = "parquet")]
        Format::Parquet => {
            let Some(to) = to else { return Ok(()) };
            return file::write(to, &render::parquet::whole(render::panel::typed(panel, table(None)))?);
        }
        _ => render::panel::table::table(panel, output::width(to.is_some()), args.language.of_people()),
    };
    file::deliver(to, &text, matches!(format, Format::Csv | Format::Tsv))
}
