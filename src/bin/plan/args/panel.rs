//! The arguments of the commands over many documents: panels and counts.

use std::path::PathBuf;

use clap::Args;
use plan::{lexicon::Indicator, nearest::nearest};

use super::{
    extract::{Format, one_of},
    inputs::Inputs,
    language::Language,
};

/// Arguments of `plan panel`.
#[derive(Debug, Args)]
pub(crate) struct Panel {
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    /// Output format [default: table on a terminal, csv elsewhere; with -o by the name of FILE]
    #[arg(short, long, value_parser = one_of(&["table", "csv", "tsv", "markdown", "json", "xlsx", "parquet"]))]
    pub(crate) format: Option<Format>,
    /// Write to FILE, whole or not at all
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// A goal a row, with its quote and place, instead of an indicator a column
    #[arg(long)]
    pub(crate) long: bool,
    /// These indicators alone: keys or names, separated by commas; `plan explain --page indicators` lists them
    #[arg(long, value_name = "A,B", value_delimiter = ',', value_parser = indicator)]
    pub(crate) indicator: Vec<String>,
    /// Goals alone that stand in a part that sets goals [default: these first, then what else the document promises]
    #[arg(long)]
    pub(crate) goals_only: bool,
    #[command(flatten)]
    pub(crate) language: Language,
}

/// Arguments of `plan stats`.
#[derive(Debug, Args)]
pub(crate) struct Stats {
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    /// Output format [default: table on a terminal, csv elsewhere; with -o by the name of FILE]
    #[arg(short, long, value_parser = one_of(&["table", "csv", "tsv", "markdown", "json"]))]
    pub(crate) format: Option<Format>,
    /// Write to FILE, whole or not at all
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) language: Language,
}

/// The key of an indicator by its key or a name of it; the nearest one is named where there is none such.
fn indicator(text: &str) -> Result<String, String> {
    let named = || Indicator::of_name(text).map(|meaning| meaning.indicator);
    if let Some(found) = Indicator::of_key(text).or_else(named) {
        return Ok(found.key.to_owned());
    }
    let near = nearest(text, Indicator::all().iter().flat_map(|row| [row.key, row.zh]));
    let row = near.and_then(|near| Indicator::all().iter().find(|row| [row.key, row.zh].contains(&near)));
    let hint = row.map(|row| format!("; did you mean `{}` ({})?", row.key, row.zh));
    Err(format!("there is no standard indicator `{text}`{}", hint.unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indicators_are_read_by_key_or_name_or_refused_with_advice() {
        assert_eq!(indicator("gdp"), Ok("gdp".into()));
        assert_eq!(indicator("地区生产总值"), Ok("gdp".into()));
        assert!(indicator("unemploymnt").is_err_and(|error| error.contains("did you mean `unemployment`")));
        assert!(indicator("@").is_err_and(|error| !error.contains("did you mean")));
    }
}
