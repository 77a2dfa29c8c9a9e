//! `plan tables`: all tables of documents as they were read.

use std::{
    collections::HashSet,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result, bail};
use plan::{
    analysis::{SheetEntry, sheets},
    outline,
    render::{self, Frame},
};

use crate::{
    args::{SheetFormat, Tables},
    batch::Batch,
    corpus::Item,
    file, input, output,
    stream::Stream,
};

/// Runs `plan tables`.
pub(crate) fn run(args: &Tables) -> Result<ExitCode> {
    if args.format != SheetFormat::Csv && args.output.is_some() {
        bail!("-o FOLDER goes with --format csv, which writes one file a table");
    }
    let batch = Batch::new(&args.inputs, None)?;
    let many = batch.is_many();
    let read = |item: &Item| {
        let document = input::document(item, args.inputs.medium.overrides())?;
        Ok((item.path.clone(), sheets(&document, &outline::read_as(&document, &item.given))))
    };
    if args.format == SheetFormat::Csv {
        return csv(args, batch, read);
    }
    let frame = if args.format == SheetFormat::Json { Frame::JSON } else { Frame::TABLES };
    let mut stream = Stream::open(None, frame)?;
    let mut found = false;
    let tally = batch.run(read, |(path, sheets), progress| {
        if sheets.is_empty() {
            progress.notice(&none(&path, many));
            return Ok(());
        }
        found = true;
        stream.document(Vec::new(), shown(&sheets, args, many.then_some(path.as_path())))
    })?;
    if !found && args.format == SheetFormat::Json && tally.read > 0 {
        output::print("[]\n")?;
    }
    stream.finish()?;
    Ok(tally.code())
}

/// What to say of a document without tables.
fn none(path: &Path, many: bool) -> String {
    if many { format!("plan: {}: no table was found", path.display()) } else { "plan: no table was found".into() }
}

/// The tables of one document, with its path above where there are several.
fn shown(sheets: &[SheetEntry], args: &Tables, path: Option<&Path>) -> String {
    let (name, lang) = (path.map(input::name), args.language.of_people());
    match args.format {
        SheetFormat::Json => sheets.iter().map(render::json::element).collect::<Vec<_>>().join(Frame::JSON.between),
        SheetFormat::Markdown => {
            name.map(|name| format!("# {name}\n\n")).unwrap_or_default() + &render::tables::markdown(sheets, lang)
        }
        _ => name.map(|name| format!("== {name}\n")).unwrap_or_default() + &render::tables::plain(sheets, lang),
    }
}

/// One file a table in the folder that was given, in a folder for each of several documents; the one table of a document
/// to standard output.
fn csv(
    args: &Tables,
    batch: Batch<'_>,
    read: impl Fn(&Item) -> Result<(PathBuf, Vec<SheetEntry>)> + Sync,
) -> Result<ExitCode> {
    let many = batch.is_many();
    let mut names = HashSet::new();
    let tally = batch.run(read, |(path, sheets), progress| {
        if sheets.is_empty() {
            progress.notice(&none(&path, many));
        }
        let Some(folder) = &args.output else {
            return match sheets.as_slice() {
                [] => Ok(()),
                [one] if !many => output::print(&render::tables::csv(one)),
                _ if many => bail!("there are several documents; give -o FOLDER to write one CSV file for each table"),
                more => bail!("there are {} tables; give -o FOLDER to write one CSV file for each", more.len()),
            };
        };
        let folder = if many { folder.join(unused(&mut names, &path)) } else { folder.clone() };
        fs::create_dir_all(&folder).with_context(|| format!("{}: the folder could not be made", folder.display()))?;
        for (at, sheet) in sheets.iter().enumerate() {
            let to = folder.join(format!("table-{:02}.csv", at + 1));
            file::deliver(Some(&to), &render::tables::csv(sheet), true)?;
        }
        Ok(())
    })?;
    Ok(tally.code())
}

/// A name for the tables of `path`: that of the file, with a number where another file has had it.
fn unused(names: &mut HashSet<String>, path: &Path) -> String {
    let whole = path.extension().is_some_and(|ending| ending.to_string_lossy().contains('#'));
    let stem = if whole { path.file_name() } else { path.file_stem() };
    let stem = stem.unwrap_or_default().to_string_lossy().into_owned();
    let (mut name, mut count) = (stem.clone(), 1);
    while !names.insert(name.clone()) {
        count += 1;
        name = format!("{stem}-{count}");
    }
    name
}
