//! The arguments of the commands that list statements and tasks.

use std::{ops::RangeInclusive, path::PathBuf};

use clap::{
    Args, ValueEnum,
    builder::{PossibleValuesParser, TypedValueParser},
};
use plan::{
    lexicon::Theme,
    nearest::nearest,
    render::long::{self, Column, Sorting},
    statement::Kind,
};

use super::{inputs::Inputs, language::Language};

/// What is read, and how and where the list is written.
#[derive(Debug, Args)]
pub(crate) struct Listing {
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    /// Write to FILE, whole or not at all
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// What statements and tasks are both kept by.
#[derive(Debug, Args)]
pub(crate) struct Narrow {
    /// Keep a theme: a key (innovation) or its Chinese name (科技创新); may be given more than once
    #[arg(long, value_name = "KEY", value_parser = theme)]
    pub(crate) theme: Vec<Theme>,
    /// Keep a chapter or section with all that stands below it: 3 or 3.1; may be given more than once
    #[arg(long, value_name = "ID")]
    pub(crate) section: Vec<String>,
    /// Keep what falls due in a year, or from one to another: 2025, 2025..2030, 2026.., ..2025; may be given more than once
    #[arg(long, value_name = "YEARS", value_parser = years)]
    pub(crate) due: Vec<RangeInclusive<i32>>,
}

/// Arguments of `plan extract`.
#[derive(Debug, Args)]
pub(crate) struct Extract {
    #[command(flatten)]
    pub(crate) listing: Listing,
    /// Output format [default: table on a terminal, yaml elsewhere; with -o by the name of FILE]
    #[arg(short, long, value_enum)]
    pub(crate) format: Option<Format>,
    #[command(flatten)]
    pub(crate) filter: Filter,
    /// Add to the table what decided theme and status (structured formats always hold `evidence`)
    #[arg(long)]
    pub(crate) explain: bool,
    #[command(flatten)]
    pub(crate) language: Language,
    /// List the numbers that were read and not kept, each with the rule that decided (`plan explain RULE`)
    #[arg(long, conflicts_with_all = ["explain", "status", "theme", "section", "due", "kind", "columns", "sort"])]
    pub(crate) rejected: bool,
    /// Columns of csv, tsv, markdown, xlsx and parquet, in this order; `plan schema --columns` lists them
    #[arg(long, value_name = "A,B", value_delimiter = ',', value_parser = long::column)]
    pub(crate) columns: Vec<Column>,
    /// Sort by a column, or with COLUMN:desc from the greatest: rows of csv, tsv and markdown over all documents,
    /// elsewhere the statements of each document
    #[arg(long, value_name = "COLUMN", value_parser = sorting)]
    pub(crate) sort: Option<Sorting>,
}

/// Which statements to keep.
#[derive(Debug, Args)]
pub(crate) struct Filter {
    /// Targets, achievements or both [default: target in the table, all elsewhere]
    #[arg(long, value_enum)]
    pub(crate) status: Option<StatusArg>,
    #[command(flatten)]
    pub(crate) narrow: Narrow,
    /// Keep statements with a number, or dated ones without
    #[arg(long, value_enum)]
    pub(crate) kind: Vec<KindArg>,
}

/// Arguments of `plan tasks`.
#[derive(Debug, Args)]
pub(crate) struct Tasks {
    #[command(flatten)]
    pub(crate) listing: Listing,
    /// Output format [default: table on a terminal, yaml elsewhere; with -o by the name of FILE]
    #[arg(short, long, value_parser = one_of(&["table", "yaml", "json", "jsonl", "csv", "tsv", "markdown"]))]
    pub(crate) format: Option<Format>,
    /// Keep what a unit leads or helps with: a short or full name (市发改委), or a part of one (教育局); may be given
    /// more than once
    #[arg(long, value_name = "NAME")]
    pub(crate) unit: Vec<String>,
    #[command(flatten)]
    pub(crate) narrow: Narrow,
    /// Group the tasks: what each unit owes
    #[arg(long, value_enum, value_name = "WHAT")]
    pub(crate) by: Option<Grouping>,
    #[command(flatten)]
    pub(crate) language: Language,
}

/// What tasks are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Grouping {
    /// The units that lead or help.
    Unit,
}

/// Formats of `plan extract`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Table,
    Yaml,
    Json,
    Jsonl,
    Csv,
    Tsv,
    Markdown,
    /// A workbook (with -o FILE): targets, progress, goals in words, tasks, outline, documents, notes
    Xlsx,
    /// A database (with -o FILE), new or added to
    Sqlite,
    /// A table with types (with -o FILE), where it is built in
    Parquet,
}

impl Format {
    /// Whether it is written to a file alone, since it is no text.
    pub(crate) fn is_binary(self) -> bool {
        matches!(self, Format::Xlsx | Format::Sqlite | Format::Parquet)
    }

    /// Refuses a format that is not built in.
    pub(crate) fn check(self) -> anyhow::Result<()> {
        let lacking = match self {
            Format::Xlsx if !cfg!(feature = "xlsx") => "xlsx",
            Format::Sqlite if !cfg!(feature = "sqlite") => "sqlite",
            Format::Parquet if !cfg!(feature = "parquet") => "parquet",
            _ => return Ok(()),
        };
        anyhow::bail!(
            "this build of plan writes no {lacking}; take a released binary, or build with --features {lacking}"
        )
    }
}

/// Which list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum StatusArg {
    Target,
    Achieved,
    All,
}

/// Which kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum KindArg {
    Quantity,
    Milestone,
}

impl From<KindArg> for Kind {
    fn from(kind: KindArg) -> Self {
        match kind {
            KindArg::Quantity => Kind::Quantity,
            KindArg::Milestone => Kind::Milestone,
        }
    }
}

/// Those of the formats that the command writes.
pub(super) fn one_of(names: &'static [&'static str]) -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(names).try_map(|name| Format::from_str(&name, false))
}

/// A theme by key or Chinese name; the nearest one is named where there is none such.
fn theme(text: &str) -> Result<Theme, String> {
    text.parse().map_err(|error: String| {
        let names = Theme::ALL.iter().flat_map(|theme| [theme.key(), theme.name()]);
        let keys: Vec<&str> = Theme::ALL.iter().map(|theme| theme.key()).collect();
        let hint = nearest(text, names).map(|name| format!("; did you mean `{name}`?")).unwrap_or_default();
        format!("{error}{hint} (the themes are {})", keys.join(", "))
    })
}

/// `2025`, `2025..2030`, `2026..` or `..2025`.
fn years(text: &str) -> Result<RangeInclusive<i32>, String> {
    let year = |part: &str, open: i32| if part.is_empty() { Some(open) } else { part.trim().parse::<i32>().ok() };
    let (first, last) = text.split_once("..").unwrap_or((text, text));
    match (year(first, i32::MIN), year(last, i32::MAX)) {
        (Some(first), Some(last)) if first <= last && !text.trim_matches('.').is_empty() => Ok(first..=last),
        _ => Err("give a year or a span of years such as 2025..2030".into()),
    }
}

/// A column, or with `:desc` behind it from the greatest.
fn sorting(text: &str) -> Result<Sorting, String> {
    let (name, descending) = match text.split_once(':') {
        None | Some((_, "asc")) => (text.trim_end_matches(":asc"), false),
        Some((name, "desc")) => (name, true),
        Some((_, order)) => return Err(format!("there is no order `{order}`; give asc or desc")),
    };
    Ok(Sorting { column: long::column(name)?, descending })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn themes_years_and_orders_are_read_or_refused_with_advice() {
        assert_eq!(theme("科技创新"), Ok(Theme::Innovation));
        assert!(theme("inovation").is_err_and(|e| e.contains("did you mean `innovation`?")));
        assert!(theme("科技创造").is_err_and(|e| e.contains("`科技创新`")));
        assert_eq!((years("2025"), years("2025..2030")), (Ok(2025..=2025), Ok(2025..=2030)));
        assert_eq!((years("2026.."), years("..2025")), (Ok(2026..=i32::MAX), Ok(i32::MIN..=2025)));
        assert!(["..", "2030..2025", "x", "2025-2030", ""].iter().all(|text| years(text).is_err()));
        let sorted = |text| sorting(text).map(|sorting| (sorting.column.name, sorting.descending));
        assert_eq!((sorted("value"), sorted("value:desc")), (Ok(("value".into(), false)), Ok(("value".into(), true))));
        assert!(sorted("value:down").is_err_and(|e| e.contains("asc or desc")));
        assert!(sorted("valeu").is_err_and(|e| e.contains("`value`")));
    }
}
