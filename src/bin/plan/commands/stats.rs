//! `plan stats`: what a corpus of plans promises, counted.

use std::process::ExitCode;

use anyhow::{Result, bail};
use plan::{
    render::{self, long::Shape},
    stats,
};

use crate::{
    args::{Format, Stats},
    batch::Batch,
    corpus::Item,
    file, input, output,
};

/// Runs `plan stats`: a document that cannot be read costs itself alone.
pub(crate) fn run(args: &Stats) -> Result<ExitCode> {
    let (to, lang) = (args.output.as_deref(), args.language);
    let format = output::tabular(args.format, to)?;
    if matches!(format, Format::Yaml | Format::Jsonl) || format.is_binary() {
        bail!("counts are a table, csv, tsv, markdown or json; say which with --format");
    }
    let batch = Batch::new(&args.inputs, to)?;
    let read = |item: &Item| Ok(stats::Stats::of(&input::analysis(item, args.inputs.medium.overrides())?));
    let mut counts = stats::Stats::default();
    let tally = batch.run(read, |more, _| {
        counts.add(more);
        Ok(())
    })?;
    if tally.read > 0 {
        let text = match format {
            Format::Csv => render::stats::rows(&counts, Shape::Csv, lang.asked()),
            Format::Tsv => render::stats::rows(&counts, Shape::Tsv, lang.asked()),
            Format::Markdown => render::stats::rows(&counts, Shape::Markdown, lang.asked()),
            Format::Json => render::stats::json(&counts),
            _ => render::stats::table(&counts, output::width(to.is_some()), lang.of_people()),
        };
        file::deliver(to, &text, matches!(format, Format::Csv | Format::Tsv))?;
    }
    Ok(tally.code())
}
