//! The command line of `plan`: arguments in, results to standard output, everything else to standard error.

mod apart;
mod args;
mod batch;
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

use clap::Parser;

fn main() -> ExitCode {
    if let Some(code) = apart::serve() {
        return code;
    }
    let cli = match args::Cli::try_parse() {
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
