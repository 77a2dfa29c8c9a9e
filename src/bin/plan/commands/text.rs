//! `plan text`: the decoded text that every line, column and offset refers to.

use anyhow::Result;

use crate::{args::Text, corpus::Item, input, output};

/// Runs `plan text`.
pub(crate) fn run(args: &Text) -> Result<()> {
    output::print(&input::document(&Item::file(&args.path), args.medium.overrides())?.text)
}
