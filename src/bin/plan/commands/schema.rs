//! `plan schema`: the JSON Schema of the result.

use anyhow::Result;
use plan::{analysis::Analysis, render};

use crate::output;

/// Runs `plan schema`.
pub(crate) fn run() -> Result<()> {
    output::print(&render::json::value(&schemars::schema_for!(Analysis)))
}
