//! `plan schema`: the JSON Schemas of the results.

use anyhow::Result;
use plan::{analysis::Analysis, diff::Comparison, render};

use crate::{args::SchemaOf, output};

/// Runs `plan schema`.
pub(crate) fn run(of: SchemaOf) -> Result<()> {
    output::print(&match of {
        SchemaOf::Extract => render::json::value(&schemars::schema_for!(Analysis)),
        SchemaOf::Diff => render::json::value(&schemars::schema_for!(Comparison)),
    })
}
