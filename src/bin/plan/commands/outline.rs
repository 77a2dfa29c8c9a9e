//! `plan outline`: the chapter and section tree.

use anyhow::Result;
use plan::{analysis::Record, outline, render};

use crate::{args::Outline, input, output};

/// Runs `plan outline`; the commitments are read only where their counts are wanted.
pub(crate) fn run(args: &Outline) -> Result<()> {
    if !args.counts {
        let outline = outline::read(&input::document(&args.path, args.medium.overrides())?);
        return output::print(&render::outline::outline_tree(&outline, None));
    }
    let reading = input::reading(&args.path, args.medium.overrides())?;
    let nodes = reading.outline.nodes.iter();
    let counts: Vec<usize> = nodes.map(|node| below(&reading.analysis.commitments, &node.id)).collect();
    output::print(&render::outline::outline_tree(&reading.outline, Some(&counts)))
}

/// How many of `commitments` stand in section `id` or below it.
fn below(commitments: &[Record], id: &str) -> usize {
    commitments.iter().filter(|record| render::select::is_within(&record.section, id)).count()
}
