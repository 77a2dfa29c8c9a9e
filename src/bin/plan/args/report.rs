//! The arguments of the commands that make pages and follow targets.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{
    inputs::{Inputs, Medium},
    language::Language,
};

/// Arguments of `plan report`.
#[derive(Debug, Args)]
pub(crate) struct Report {
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    /// Write to FILE, whole or not at all [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) language: Language,
    #[command(flatten)]
    pub(crate) observed: Observed,
}

/// Arguments of `plan track`.
#[derive(Debug, Args)]
#[command(
    after_help = "Exit status: 0 done, 2 the command could not do its work. Rows that cannot be used are listed."
)]
pub(crate) struct Track {
    /// The plan document, or a result that `plan extract` saved as JSON or YAML
    pub(crate) targets: PathBuf,
    #[command(flatten)]
    pub(crate) observed: Observed,
    /// Draft FILE from what was matched, for you to look at and to give with --map
    #[arg(long, value_name = "FILE")]
    pub(crate) write_map: Option<PathBuf>,
    /// Show no notices; errors are still said
    #[arg(short, long)]
    pub(crate) quiet: bool,
    /// List targets without data too (csv, json and xlsx always do)
    #[arg(long)]
    pub(crate) all: bool,
    /// Output format [default: table; with -o by the name of FILE]
    #[arg(short, long, value_enum)]
    pub(crate) format: Option<TrackFormat>,
    /// Write to FILE, whole or not at all
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) language: Language,
    #[command(flatten)]
    pub(crate) medium: Medium,
}

/// What was observed.
#[derive(Debug, Args)]
pub(crate) struct Observed {
    /// Values observed: a workbook (.xlsx), CSV or TSV table with the columns indicator, year, value, unit
    /// (指标,年份,数值,单位), or a later report of the same place
    #[arg(long = "observed", value_name = "FILE")]
    pub(crate) path: Option<PathBuf>,
    /// The sheet of the workbook to read [default: all that have the columns]
    #[arg(long, value_name = "NAME", requires = "path")]
    pub(crate) sheet: Option<String>,
    /// Look from this year; what was observed later is not used [default: the last year observed]
    #[arg(long, value_name = "YEAR", requires = "path", value_parser = super::year(plan::lexicon::years::OF_PLANS))]
    pub(crate) as_of: Option<i32>,
    /// Which indicators belong together, as FILE says (YAML; --write-map of `plan track` drafts it)
    #[arg(long, value_name = "FILE", requires = "path")]
    pub(crate) map: Option<PathBuf>,
}

/// Formats of `plan track`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TrackFormat {
    Table,
    Csv,
    Json,
    Xlsx,
}
