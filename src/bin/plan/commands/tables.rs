//! `plan tables`: all tables of a document as they were read.

use anyhow::{Context, Result, bail};
use plan::{
    analysis::{SheetEntry, sheets},
    outline, render,
};

use crate::{
    args::{SheetFormat, Tables},
    file, input, output,
};

/// Runs `plan tables`.
pub(crate) fn run(args: &Tables) -> Result<()> {
    let document = input::document(&args.path, args.medium.overrides())?;
    let sheets = sheets(&document, &outline::read(&document));
    if sheets.is_empty() {
        output::say("plan: no table was found");
    }
    if args.format == SheetFormat::Csv {
        return csv(args, &sheets);
    }
    if args.output.is_some() {
        bail!("-o FOLDER goes with --format csv, which writes one file a table");
    }
    output::print(&match args.format {
        SheetFormat::Markdown => render::tables::markdown(&sheets),
        SheetFormat::Json => render::json::documents(&sheets),
        _ => render::tables::plain(&sheets),
    })
}

/// One file a table in the folder that was given; the one table of a document to standard output.
fn csv(args: &Tables, sheets: &[SheetEntry]) -> Result<()> {
    let Some(folder) = &args.output else {
        return match sheets {
            [] => Ok(()),
            [one] => output::print(&render::tables::csv(one)),
            more => bail!("there are {} tables; give -o FOLDER to write one CSV file for each", more.len()),
        };
    };
    std::fs::create_dir_all(folder).with_context(|| format!("{}: the folder could not be made", folder.display()))?;
    for (at, sheet) in sheets.iter().enumerate() {
        file::write(&folder.join(format!("table-{:02}.csv", at + 1)), render::tables::csv(sheet).as_bytes())?;
    }
    Ok(())
}
