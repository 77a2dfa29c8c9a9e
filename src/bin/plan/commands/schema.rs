//! `plan schema`: the JSON Schemas of the results, and the codebook of the long table.

use anyhow::Result;
use plan::{
    analysis::Analysis,
    diff::Comparison,
    panel::Panel,
    render::{self, long::codebook, stats::Counts},
    track::Progress,
};

use crate::{
    args::{CodebookFormat, SchemaOf},
    output,
};

/// Runs `plan schema`.
pub(crate) fn run(of: SchemaOf) -> Result<()> {
    output::print(&match of {
        SchemaOf::Extract => render::json::value(&schemars::schema_for!(Analysis)),
        SchemaOf::Diff => render::json::value(&schemars::schema_for!(Comparison)),
        SchemaOf::Panel => render::json::value(&schemars::schema_for!(Panel)),
        SchemaOf::Stats => render::json::value(&schemars::schema_for!(Counts<'_>)),
        SchemaOf::Track => render::json::value(&schemars::schema_for!(Progress)),
        SchemaOf::Check => render::json::value(&render::check::json::schema()),
    })
}

/// Runs `plan schema --columns`.
pub(crate) fn columns(format: CodebookFormat) -> Result<()> {
    output::print(&match format {
        CodebookFormat::Markdown => codebook::page(),
        CodebookFormat::Csv => codebook::csv(),
        CodebookFormat::Json => render::json::value(&codebook::entries()),
    })
}
