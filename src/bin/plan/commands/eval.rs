//! `plan eval`: the extraction against a gold file.

use anyhow::{Result, anyhow};
use plan::{
    evaluate::{self, Gold},
    render,
};

use crate::{
    args::{Eval, EvalFormat},
    input, output,
};

/// Runs `plan eval`.
pub(crate) fn run(args: &Eval) -> Result<()> {
    let yaml = input::text(&args.gold)?;
    let reading = input::reading(&args.path)?;
    let text = &reading.document.text;
    let gold = Gold::parse(&yaml, text).map_err(|error| anyhow!("{}: {error}", args.gold.display()))?;
    let report = evaluate::evaluate(text, &reading.analysis, &gold, args.lines.clone());
    output::print(&match args.format {
        EvalFormat::Json => render::json::value(&report),
        EvalFormat::Table if args.errors => render::eval::figures(&report) + &render::eval::errors(&report),
        EvalFormat::Table => render::eval::figures(&report),
    })
}
