//! `plan outline`: the chapter and section tree.

use std::process::ExitCode;

use anyhow::Result;
use plan::{
    analysis::Record,
    outline,
    render::{self, Frame},
};

use crate::{args::Outline, batch::Batch, corpus::Item, input, stream::Stream};

/// Runs `plan outline`; the commitments are read only where their counts are wanted.
pub(crate) fn run(args: &Outline) -> Result<ExitCode> {
    let batch = Batch::new(&args.inputs, args.output.as_deref())?;
    let named = batch.is_many();
    let read = |item: &Item| {
        let tree = tree(args, item)?;
        Ok(if named { format!("== {}\n{tree}", input::name(&item.path)) } else { tree })
    };
    let mut stream = Stream::open(args.output.as_deref(), Frame::TABLES)?;
    let tally = batch.run(read, |tree, _| stream.document(Vec::new(), tree))?;
    stream.finish()?;
    Ok(tally.code())
}

fn tree(args: &Outline, item: &Item) -> Result<String> {
    if !args.counts {
        let outline = outline::read_as(&input::document(item, args.inputs.medium.overrides())?, &item.given);
        return Ok(render::outline::outline_tree(&outline, None));
    }
    let reading = input::reading(item, args.inputs.medium.overrides())?;
    let nodes = reading.outline.nodes.iter();
    let counts: Vec<usize> = nodes.map(|node| below(&reading.analysis.commitments, &node.id)).collect();
    Ok(render::outline::outline_tree(&reading.outline, Some(&counts)))
}

/// How many of `commitments` stand in section `id` or below it.
fn below(commitments: &[Record], id: &str) -> usize {
    commitments.iter().filter(|record| render::select::is_within(&record.section, id)).count()
}
