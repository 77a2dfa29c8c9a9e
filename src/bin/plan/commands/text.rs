//! `plan text`: the decoded text that every line, column and offset refers to.

use anyhow::Result;

use crate::{args::Text, corpus::Item, file, input};

/// Runs `plan text`.
pub(crate) fn run(args: &Text) -> Result<()> {
    if let Some(to) = &args.output {
        file::refuse_inputs(to, [args.path.as_path()])?;
    }
    let document = input::document(&Item::file(&args.path), args.medium.overrides())?;
    file::deliver(args.output.as_deref(), &document.text, false)
}
