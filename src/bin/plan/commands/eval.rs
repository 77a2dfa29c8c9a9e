//! `plan eval`: the extraction against a gold file.

use std::{ops::RangeInclusive, path::PathBuf};

use anyhow::{Result, anyhow, bail};
use plan::{
    analysis::Analysis,
    evaluate::{self, Gold},
    render,
    source::Overrides,
};

use crate::{
    args::{Eval, EvalFormat},
    corpus::Item,
    file, input,
};

/// Runs `plan eval`.
pub(crate) fn run(args: &Eval) -> Result<()> {
    if let Some(to) = &args.output {
        file::refuse_inputs(to, [&args.gold, &args.path].into_iter().chain(&args.text).map(PathBuf::as_path))?;
    }
    let yaml = input::text(&args.gold)?;
    let reading = input::reading(&Item::file(&args.path), args.medium.overrides())?;
    if evaluate::is_tasks(&yaml) {
        return tasks(args, &yaml, &reading.analysis);
    }
    let text = &reading.document.text;
    let there = |text: &str| there(args.lines.as_ref(), text);
    let bad_gold = |error| anyhow!("{}: {error}", args.gold.display());
    let (gold, lines) = match &args.text {
        None => (there(text).and_then(|()| Gold::parse(&yaml, text).map_err(bad_gold))?, args.lines.clone()),
        Some(path) => {
            let other = input::document(&Item::file(path), Overrides::default())?.text;
            there(&other)?;
            let gold = Gold::parse(&yaml, &other).map_err(bad_gold)?;
            gold.moved(&other, text, args.lines.clone()).map_err(bad_gold)?
        }
    };
    let report = evaluate::evaluate(text, &reading.analysis, &gold, lines);
    let text = match args.format {
        EvalFormat::Json => render::json::value(&report),
        EvalFormat::Table if args.errors => render::eval::figures(&report) + &render::eval::errors(&report),
        EvalFormat::Table => render::eval::figures(&report),
    };
    file::deliver(args.output.as_deref(), &text, false)
}

/// Refuses lines that `text` does not have.
fn there(lines: Option<&RangeInclusive<usize>>, text: &str) -> Result<()> {
    let count = text.lines().count();
    match lines.filter(|lines| *lines.start() > count) {
        Some(lines) => bail!("--lines {}-{}: the text has {count} lines", lines.start(), lines.end()),
        None => Ok(()),
    }
}

/// The tasks of a document against a gold file of tasks.
fn tasks(args: &Eval, yaml: &str, analysis: &Analysis) -> Result<()> {
    let gold = evaluate::gold_tasks(yaml).map_err(|error| anyhow!("{}: {error}", args.gold.display()))?;
    let report = evaluate::evaluate_tasks(&analysis.tasks, &gold);
    let text = match args.format {
        EvalFormat::Json => render::json::value(&report),
        EvalFormat::Table if args.errors => render::eval::tasks(&report) + "\n" + &report.errors.join("\n") + "\n",
        EvalFormat::Table => render::eval::tasks(&report),
    };
    file::deliver(args.output.as_deref(), &text, false)
}
