//! The command line of `plan`: arguments in, results to standard output, everything else to standard error.

mod apart;
mod args;
mod batch;
mod chinese;
mod commands;
mod corpus;
#[cfg(feature = "sqlite")]
mod database;
mod documents;
mod file;
mod input;
mod output;
mod pool;
mod progress;
mod stream;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};

fn main() -> ExitCode {
    if let Some(code) = apart::serve() {
        return code;
    }
    chinese::speak(args::lang());
    let command = chinese::command(args::Cli::command());
    let cli = command.try_get_matches().and_then(|matches| args::Cli::from_arg_matches(&matches));
    let cli = match cli {
        Ok(cli) => cli,
        Err(error) => return output::usage(&error),
    };
    match commands::run(cli) {
        Ok(code) => code,
        Err(error) if output::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            output::complain(&error);
            ExitCode::from(2)
        }
    }
}
