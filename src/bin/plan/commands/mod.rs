//! The commands, one file each.

mod check;
mod diff;
mod eval;
mod explain;
mod extract;
mod help;
mod init;
mod outline;
mod panel;
mod scan;
mod schema;
mod stats;
mod tables;
mod tasks;
mod text;

use std::process::ExitCode;

use anyhow::Result;

use crate::args::{Cli, Command};

/// Runs the command that was asked for.
pub(crate) fn run(cli: Cli) -> Result<ExitCode> {
    match cli.command {
        Command::Extract(args) => return extract::run(&args),
        Command::Panel(args) => return panel::run(&args),
        Command::Stats(args) => return stats::run(&args),
        Command::Tasks(args) => return tasks::run(&args),
        Command::Check(args) => return check::run(&args),
        Command::Init(args) => return init::run(&args),
        Command::Explain(args) => explain::run(&args)?,
        Command::Diff(args) => return diff::run(&args),
        Command::Outline(args) => return outline::run(&args),
        Command::Tables(args) => return tables::run(&args),
        Command::Text(args) => text::run(&args)?,
        Command::Scan(args) => scan::run(&args)?,
        Command::Eval(args) => eval::run(&args)?,
        Command::Schema { columns: true, format, .. } => schema::columns(format)?,
        Command::Schema { of, .. } => schema::run(of)?,
        Command::Completions { shell } => help::completions(shell)?,
        Command::Man => help::man()?,
    }
    Ok(ExitCode::SUCCESS)
}
