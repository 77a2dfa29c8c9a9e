//! The arguments that say what is known of documents, and which columns of a corpus hold what.

use std::{collections::HashMap, path::PathBuf};

use clap::{Args, builder::NonEmptyStringValueParser};
use plan::{
    outline::{Given, Kind, given},
    render::long::codebook,
};

use crate::corpus::Role;

/// What stands above the arguments in the help.
const KNOWN: &str = "What is known of documents";
const CORPORA: &str = "Corpora that are one file (csv, tsv, jsonl)";

/// What the caller knows better than the text tells.
#[derive(Debug, Default, Args)]
pub(crate) struct About {
    /// The title of the only document, instead of the one that is read
    #[arg(long, help_heading = KNOWN, value_name = "TITLE", value_parser = NonEmptyStringValueParser::new())]
    title: Option<String>,
    /// The place or body whose plan it is
    #[arg(long, help_heading = KNOWN, value_name = "NAME", value_parser = NonEmptyStringValueParser::new())]
    issuer: Option<String>,
    /// First and last year of the plan: 2021-2025
    #[arg(long, help_heading = KNOWN, value_name = "YEARS", value_parser = period)]
    period: Option<(i32, i32)>,
    /// The year that it is for, and speaks in
    #[arg(long, help_heading = KNOWN, value_name = "YEAR", value_parser = year)]
    year: Option<i32>,
    /// What sort of document it is: a key (work_report) or its Chinese name (政府工作报告)
    #[arg(long, help_heading = KNOWN, value_name = "KIND", value_parser = kind)]
    document_kind: Option<Kind>,
    /// The region that it is about
    #[arg(long, help_heading = KNOWN, value_name = "NAME", value_parser = NonEmptyStringValueParser::new())]
    region: Option<String>,
    /// The same of many documents: a table with the column path and any of title, issuer, period, year, kind and region;
    /// other columns are carried along
    #[arg(long, help_heading = KNOWN, value_name = "FILE")]
    pub(crate) meta: Option<PathBuf>,
}

impl About {
    /// What is said of the only document.
    pub(crate) fn given(&self) -> Given {
        Given {
            title: self.title.clone(),
            issuer: self.issuer.clone(),
            kind: self.document_kind,
            year: self.year,
            period: self.period,
            region: self.region.clone(),
        }
    }
}

/// Which columns of a corpus hold what.
#[derive(Debug, Default, Args)]
pub(crate) struct CorpusColumns {
    /// The column with the texts, each row being a document of its own [default: by name]
    #[arg(long, help_heading = CORPORA, value_name = "COLUMN")]
    text_column: Option<String>,
    /// The column that tells rows apart, which names them instead of their number
    #[arg(long, help_heading = CORPORA, value_name = "COLUMN")]
    id_column: Option<String>,
    /// The column with the titles [default: by name, as the next three; '' is none]
    #[arg(long, help_heading = CORPORA, value_name = "COLUMN")]
    title_column: Option<String>,
    /// The column with the places or bodies whose plans they are
    #[arg(long, help_heading = CORPORA, value_name = "COLUMN")]
    issuer_column: Option<String>,
    /// The column with the years that documents are for
    #[arg(long, help_heading = CORPORA, value_name = "COLUMN")]
    year_column: Option<String>,
    /// The column with the first and last years of plans (2021-2025)
    #[arg(long, help_heading = CORPORA, value_name = "COLUMN")]
    period_column: Option<String>,
    /// The column with the kinds of documents
    #[arg(long, help_heading = CORPORA, value_name = "COLUMN")]
    kind_column: Option<String>,
}

impl CorpusColumns {
    /// The columns that are asked for.
    pub(crate) fn asked(&self) -> HashMap<Role, String> {
        let all = [
            (Role::Text, &self.text_column),
            (Role::Id, &self.id_column),
            (Role::Title, &self.title_column),
            (Role::Issuer, &self.issuer_column),
            (Role::Year, &self.year_column),
            (Role::Period, &self.period_column),
            (Role::Kind, &self.kind_column),
        ];
        all.into_iter().filter_map(|(role, name)| Some((role, name.clone()?))).collect()
    }
}

fn period(text: &str) -> Result<(i32, i32), String> {
    given::period(text).ok_or_else(|| "give the first and the last year, such as 2021-2025".into())
}

fn year(text: &str) -> Result<i32, String> {
    given::year(text).ok_or_else(|| "give one year, such as 2023".into())
}

/// A kind of documents by its key or its name in either language.
pub(crate) fn kind(text: &str) -> Result<Kind, String> {
    codebook::document_kind(text).ok_or_else(|| format!("the kinds are {}", codebook::keys("document_kind").join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_known_by_key_and_by_name() {
        assert_eq!((kind("work_report"), kind("政府工作报告")), (Ok(Kind::WorkReport), Ok(Kind::WorkReport)));
        assert_eq!(kind("outline plan"), Ok(Kind::OutlinePlan));
        assert!(kind("report!").is_err_and(|e| e.starts_with("the kinds are outline_plan, sector_plan")));
        for key in codebook::keys("document_kind") {
            assert!(kind(&key).is_ok(), "{key}");
        }
    }
}
