//! `plan eval`: the extraction against a gold file.

use anyhow::{Result, anyhow};
use plan::{
    analysis::Analysis,
    evaluate::{self, Gold},
    render,
    source::Overrides,
};

use crate::{
    args::{Eval, EvalFormat},
    corpus::Item,
    input, output,
};

/// Runs `plan eval`.
pub(crate) fn run(args: &Eval) -> Result<()> {
    let yaml = input::text(&args.gold)?;
    let reading = input::reading(&Item::file(&args.path), args.medium.overrides())?;
    if evaluate::is_tasks(&yaml) {
        return tasks(args, &yaml, &reading.analysis);
    }
    let text = &reading.document.text;
    let bad_gold = |error| anyhow!("{}: {error}", args.gold.display());
    let (gold, lines) = match &args.text {
        None => (Gold::parse(&yaml, text).map_err(bad_gold)?, args.lines.clone()),
        Some(path) => {
            let other = input::document(&Item::file(path), Overrides::default())?.text;
            let gold = Gold::parse(&yaml, &other).map_err(bad_gold)?;
            gold.moved(&other, text, args.lines.clone()).map_err(bad_gold)?
        }
    };
    let report = evaluate::evaluate(text, &reading.analysis, &gold, lines);
    output::print(&match args.format {
        EvalFormat::Json => render::json::value(&report),
        EvalFormat::Table if args.errors => render::eval::figures(&report) + &render::eval::errors(&report),
        EvalFormat::Table => render::eval::figures(&report),
    })
}

/// The tasks of a document against a gold file of tasks.
fn tasks(args: &Eval, yaml: &str, analysis: &Analysis) -> Result<()> {
    let gold = evaluate::gold_tasks(yaml).map_err(|error| anyhow!("{}: {error}", args.gold.display()))?;
    let report = evaluate::evaluate_tasks(&analysis.tasks, &gold);
    output::print(&match args.format {
        EvalFormat::Json => render::json::value(&report),
        EvalFormat::Table if args.errors => render::eval::tasks(&report) + "\n" + &report.errors.join("\n") + "\n",
        EvalFormat::Table => render::eval::tasks(&report),
    })
}
