//! The arguments of every command.

mod about;
mod extract;
mod inputs;
mod language;
mod panel;
mod report;

use std::{num::NonZeroUsize, ops::RangeInclusive, path::PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};
use plan::{check::Severity, diff::Level};

use self::language::{Language, Spoken};
pub(crate) use self::{
    about::kind,
    extract::{Extract, Filter, Format, Grouping, StatusArg, Tasks},
    inputs::{Inputs, Lookup, Medium},
    language::of_arguments as lang,
    panel::{Panel, Stats},
    report::{Observed, Report, Track, TrackFormat},
};

/// Reads Chinese plan documents (五年规划纲要, 政府工作报告, …) into chapters, sections and quantified commitments.
#[derive(Debug, Parser)]
#[command(name = "plan", version, arg_required_else_help = true)]
#[command(after_help = "Exit status: 0 done, 1 `plan check` found something, 2 the command could not do its work.")]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[command(flatten)]
    language: Spoken,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// List the commitments of plan documents
    Extract(Extract),
    /// List who does what by when: tasks with the units that lead and help
    Tasks(Tasks),
    /// Set the goals of many plans side by side: a row for each region and year, a column for each standard indicator
    Panel(Panel),
    /// Count what a corpus of plans promises: by theme, deadline, region, year and more
    Stats(Stats),
    /// Show what changed between two versions, or two periods, of a plan
    #[command(after_help = "Exit status: 0 no difference, 1 differences, 2 the command could not do its work.")]
    Diff(Diff),
    /// Make a page about a plan document, or one that compares several: one HTML file that opens without a network
    #[cfg(feature = "report")]
    Report(Report),
    /// Show how far the targets of a plan are met by what was observed
    Track(Track),
    /// Show the chapters and sections of a plan document
    Outline(Outline),
    /// Show the tables of a plan document as they were read: cells, roles of the columns, places
    Tables(Tables),
    /// Print the decoded text that all lines and columns refer to
    Text(Text),
    /// Find numbers, units, ranges, ranks and dates in texts, one JSON object a line
    Scan(Scan),
    /// Measure the extraction against a gold file: precision, recall, field accuracy
    Eval(Eval),
    /// Find what is broken in plan texts: lost tables, torn sentences, numbers that contradict each other
    Check(Check),
    /// Set up `plan check` for a repository of plan texts: a config, a workflow, expectations of each text
    Init(Init),
    /// Say what a rule of `plan check` finds, or on which numbers a rule of verdict decides, and why; without CODE list the rules
    Explain(Explain),
    /// Print the JSON Schema of a result
    Schema {
        /// Whose result
        #[arg(long, value_enum, value_name = "COMMAND", default_value = "extract")]
        of: SchemaOf,
        /// Print the codebook instead: the columns of the long table, what they mean and may hold
        #[arg(long, conflicts_with = "of")]
        columns: bool,
        /// How the codebook is written
        #[arg(short, long, value_enum, value_name = "FORMAT", default_value = "markdown", requires = "columns")]
        format: CodebookFormat,
    },
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

/// Arguments of `plan diff`.
#[derive(Debug, Args)]
pub(crate) struct Diff {
    /// The old plan document, or a result that `plan extract` saved as JSON or YAML; `-` is standard input
    pub(crate) old: PathBuf,
    /// The new one
    pub(crate) new: PathBuf,
    /// Output format [default: table on a terminal, yaml elsewhere; with -o by the name of FILE]
    #[arg(short, long, value_enum)]
    pub(crate) format: Option<DiffFormat>,
    /// Write to FILE, whole or not at all
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Look at sections, commitments, tasks or sentences; may be given more than once [default: all]
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub(crate) level: Vec<LevelArg>,
    /// Compare target with target, the shift of the deadlines being the frame [default: where the periods differ]
    #[arg(long, overrides_with = "same_period")]
    pub(crate) across_periods: bool,
    /// Compare word for word though the periods differ
    #[arg(long, overrides_with = "across_periods")]
    pub(crate) same_period: bool,
    /// Exit with 0 even where there are differences
    #[arg(long)]
    pub(crate) exit_zero: bool,
    /// Show no notices; errors are still said
    #[arg(short, long)]
    pub(crate) quiet: bool,
    #[command(flatten)]
    pub(crate) medium: Medium,
}

/// Arguments of `plan outline`.
#[derive(Debug, Args)]
pub(crate) struct Outline {
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    /// Write to FILE, whole or not at all
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Add the number of commitments in each chapter and section
    #[arg(long)]
    pub(crate) counts: bool,
}

/// Arguments of `plan tables`.
#[derive(Debug, Args)]
pub(crate) struct Tables {
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    /// How the tables are written
    #[arg(short, long, value_enum, value_name = "FORMAT", default_value = "table")]
    pub(crate) format: SheetFormat,
    /// Write one CSV file a table into this folder
    #[arg(short, long, value_name = "FOLDER")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) language: Language,
}

/// Formats of `plan tables`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SheetFormat {
    Table,
    Csv,
    Json,
    Markdown,
}

/// Arguments of `plan text`.
#[derive(Debug, Args)]
pub(crate) struct Text {
    /// A plan document; `-` is standard input
    pub(crate) path: PathBuf,
    /// Write to FILE, whole or not at all
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) medium: Medium,
}

/// Arguments of `plan scan`.
#[derive(Debug, Args)]
pub(crate) struct Scan {
    /// The year the texts speak in, from which 今年, 去年 and 五年内 are counted
    #[arg(long, value_name = "YEAR", value_parser = year(plan::lexicon::years::TOLD))]
    pub(crate) year: Option<i32>,
    /// Write to FILE, whole or not at all
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Texts; none or `-`: each line of standard input is a text of its own
    pub(crate) text: Vec<String>,
}

/// Arguments of `plan eval`.
#[derive(Debug, Args)]
pub(crate) struct Eval {
    /// The gold file: a YAML list of records
    #[arg(long, value_name = "FILE")]
    pub(crate) gold: PathBuf,
    /// The plan document the gold file annotates
    pub(crate) path: PathBuf,
    /// The text that the gold file's lines refer to, where PATH is the same document in another medium
    #[arg(long, value_name = "FILE")]
    pub(crate) text: Option<PathBuf>,
    /// Count only statements on these lines
    #[arg(long, value_name = "A-B", value_parser = lines)]
    pub(crate) lines: Option<RangeInclusive<usize>>,
    /// List each miss, false alarm and wrong field (JSON always does)
    #[arg(long)]
    pub(crate) errors: bool,
    /// Output format
    #[arg(short, long, value_enum, default_value = "table")]
    pub(crate) format: EvalFormat,
    /// Write to FILE, whole or not at all
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) medium: Medium,
}

/// Arguments of `plan check`.
#[derive(Debug, Args)]
#[command(
    after_help = "Exit status: 0 nothing found but hints, 1 errors or warnings, 2 the command could not do its work."
)]
pub(crate) struct Check {
    /// Plan documents and folders of them; `-` is standard input [default: what plan.yaml names, else seeds/]
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) lookup: Lookup,
    /// Output format [default: text; with -o by the name of FILE]
    #[arg(short, long, value_enum)]
    pub(crate) format: Option<CheckFormat>,
    /// Write to FILE, whole or not at all
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Run these rules alone: codes or families, separated by commas
    #[arg(long, value_name = "CODES", value_delimiter = ',')]
    pub(crate) select: Vec<String>,
    /// Leave these rules out: codes or families, separated by commas
    #[arg(long, value_name = "CODES", value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,
    /// Show findings of this severity and above
    #[arg(long, value_name = "LEVEL", default_value = "info")]
    pub(crate) severity: Severity,
    /// The config, instead of the plan.yaml found upward from each document
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Make the safe fixes in the files; none touches a number
    #[arg(long)]
    pub(crate) fix: bool,
    /// Show what --fix would change and change nothing
    #[arg(long)]
    pub(crate) diff: bool,
    /// Leave out the findings that FILE knows
    #[arg(long, value_name = "FILE", conflicts_with = "write_baseline")]
    pub(crate) baseline: Option<PathBuf>,
    /// Write all findings to FILE as known
    #[arg(long, value_name = "FILE")]
    pub(crate) write_baseline: Option<PathBuf>,
    /// Count the findings of each rule instead of listing them (text or json)
    #[arg(long)]
    pub(crate) statistics: bool,
    /// Show the config that holds for each PATH, with what every rule weighs, and check nothing
    #[arg(long)]
    pub(crate) show_config: bool,
    /// Draft NAME.expect.yaml beside each document from what is found in it now
    #[arg(long)]
    pub(crate) write_expect: bool,
    /// Exit with 0 whatever is found
    #[arg(long)]
    pub(crate) exit_zero: bool,
    /// Show no notices; findings and errors are still said
    #[arg(short, long)]
    pub(crate) quiet: bool,
    #[command(flatten)]
    pub(crate) medium: Medium,
}

/// Arguments of `plan init`.
#[derive(Debug, Args)]
pub(crate) struct Init {
    /// The repository's folder
    #[arg(default_value = ".")]
    pub(crate) folder: PathBuf,
    /// The folder of plan texts in it [default: seeds where there is one, else the whole]
    #[arg(long, value_name = "FOLDER")]
    pub(crate) texts: Option<PathBuf>,
}

/// Arguments of `plan explain`.
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The code of a rule, such as structure.table-missing or named.slogan
    pub(crate) code: Option<String>,
    /// Print a page: docs/rules.md, docs/rejected.md of the verdicts, or docs/indicators.md of the standard indicators
    #[arg(long, value_enum, num_args = 0..=1, default_missing_value = "rules", conflicts_with = "code")]
    pub(crate) page: Option<Page>,
}

/// A page about rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Page {
    Rules,
    Verdicts,
    Indicators,
}

/// Formats of `plan check`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    Text,
    Json,
    Sarif,
    Github,
    Junit,
}

/// Formats of `plan eval`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum EvalFormat {
    Table,
    Json,
}

/// Formats of `plan diff`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    Table,
    Yaml,
    Json,
    Jsonl,
    Csv,
    Markdown,
    Html,
}

/// Levels of `plan diff`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum LevelArg {
    Outline,
    Commitments,
    Tasks,
    Text,
}

impl From<LevelArg> for Level {
    fn from(level: LevelArg) -> Self {
        match level {
            LevelArg::Outline => Level::Outline,
            LevelArg::Commitments => Level::Commitments,
            LevelArg::Tasks => Level::Tasks,
            LevelArg::Text => Level::Text,
        }
    }
}

/// Formats of `plan schema --columns`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CodebookFormat {
    Markdown,
    Csv,
    Json,
}

/// Whose JSON Schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaOf {
    Extract,
    Diff,
    Panel,
    Stats,
    Track,
    Check,
}

/// A year within `range`.
fn year(range: RangeInclusive<i32>) -> impl Fn(&str) -> Result<i32, String> + Clone + Send + Sync {
    move |text| {
        let read = text.trim().parse().ok().filter(|year| range.contains(year));
        read.ok_or_else(|| format!("give one year from {} to {}, such as 2023", range.start(), range.end()))
    }
}

/// A number of things, one at least.
fn count(text: &str) -> Result<NonZeroUsize, String> {
    text.trim().parse().map_err(|_| "give a whole number from 1 on".into())
}

/// `A-B` or one line.
fn lines(text: &str) -> Result<RangeInclusive<usize>, String> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let number = |part: &str| part.trim().parse::<usize>().ok().filter(|&line| line > 0);
    match (number(first), number(last)) {
        (Some(first), Some(last)) if first <= last => Ok(first..=last),
        _ => Err("give a range of lines such as 1-120".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_are_sound() {
        <Cli as clap::CommandFactory>::command().debug_assert();
    }

    #[test]
    fn years_and_counts_are_read_or_refused() {
        let of_plans = year(plan::lexicon::years::OF_PLANS);
        assert_eq!((of_plans("2023"), count("4").map(NonZeroUsize::get)), (Ok(2023), Ok(4)));
        for wrong in ["foo", "23", "99999999999999", ""] {
            assert_eq!(of_plans(wrong), Err("give one year from 1949 to 2100, such as 2023".into()));
        }
        assert!(["0", "-1", "x", ""].iter().all(|text| count(text).is_err()));
    }

    #[test]
    fn lines_are_read_or_refused() {
        assert_eq!((lines("3-9"), lines("7")), (Ok(3..=9), Ok(7..=7)));
        assert!(lines("9-3").is_err() && lines("a-b").is_err() && lines("0-2").is_err());
    }
}
