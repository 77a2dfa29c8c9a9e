//! The command line of `plan`.

mod commands;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "plan", version, about)]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Print the numbers, ranks and times of texts, one JSON object a line.
    Scan {
        /// The texts, or `-` for standard input.
        text: Vec<String>,
    },
}

fn main() -> anyhow::Result<()> {
    match Args::parse().command {
        Command::Scan { text } => commands::scan::run(&text),
    }
}
