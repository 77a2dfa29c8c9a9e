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
mod fault;
mod file;
mod input;
mod output;
mod pool;
mod progress;
mod stream;

use std::{process::ExitCode, thread};

use clap::{CommandFactory, FromArgMatches};

fn main() -> ExitCode {
    if !cfg!(windows) {
        return run();
    }
    // The main thread of Windows has an eighth of the stack that it has elsewhere.
    let running = thread::Builder::new().stack_size(pool::STACK).spawn(run);
    running.ok().and_then(|running| running.join().ok()).unwrap_or(ExitCode::FAILURE)
}

fn run() -> ExitCode {
    fault::keep_silent();
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
    match fault::caught(|| commands::run(cli)) {
        Ok(code) => code,
        Err(error) if output::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            output::complain(&error);
            ExitCode::from(2)
        }
    }
}
