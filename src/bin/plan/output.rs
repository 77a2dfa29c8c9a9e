//! Results to standard output or a file, complaints to standard error.

use std::{
    fs,
    io::{self, ErrorKind, IsTerminal, Write},
    path::{Path, PathBuf},
};

use anyhow::{Context, Error, Result, bail};
use plan::{analysis::OutlineEntry, render::select};

use crate::args::Format;

/// The width of a table that goes to no terminal.
const DEFAULT_WIDTH: u16 = 120;

/// The format asked for; else by the name of the output file; else a table for a terminal and YAML for a pipe.
pub(crate) fn format(asked: Option<Format>, output: Option<&Path>) -> Result<Format> {
    if let Some(format) = asked {
        return Ok(format);
    }
    let Some(path) = output else { return Ok(if is_terminal() { Format::Table } else { Format::Yaml }) };
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    match extension.as_deref() {
        None | Some("yaml" | "yml") => Ok(Format::Yaml),
        Some("json") => Ok(Format::Json),
        Some("jsonl" | "ndjson") => Ok(Format::Jsonl),
        Some("csv") => Ok(Format::Csv),
        Some("txt") => Ok(Format::Table),
        Some(other) => {
            bail!("{}: no format is known by the ending `.{other}`; say which with --format", path.display())
        }
    }
}

/// Writes a result to standard output.
pub(crate) fn print(text: &str) -> Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}

/// Writes a result to `path`, whole or not at all: into a new file beside it that then takes its name.
pub(crate) fn write_file(path: &Path, bytes: &[u8]) -> Result<()> {
    let name = path.display();
    if path.is_dir() {
        bail!("{name}: this is a folder; give the name of a file to write");
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let failed = || format!("{name}: the file could not be written");
    let mut file = tempfile::NamedTempFile::new_in(folder).with_context(failed)?;
    file.write_all(bytes).with_context(failed)?;
    keep_mode(path, &file).with_context(failed)?;
    file.persist(path).map_err(|error| error.error).with_context(failed)?;
    Ok(())
}

/// Refuses a section that none of `outlines` has; where nothing was read there is nothing to say.
pub(crate) fn check_section<'a>(
    wanted: Option<&str>,
    outlines: impl ExactSizeIterator<Item = &'a [OutlineEntry]>,
) -> Result<()> {
    let Some(wanted) = wanted.filter(|_| outlines.len() > 0) else { return Ok(()) };
    select::missing(outlines, wanted).map_or(Ok(()), |message| bail!("--section: {message}"))
}

/// Refuses to write over what is read: `output` may be none of `inputs`, whatever name or link leads there.
pub(crate) fn refuse_input(output: Option<&Path>, inputs: &[PathBuf]) -> Result<()> {
    let Some(output) = output else { return Ok(()) };
    if let Some(input) = inputs.iter().find(|input| is_same_file(input, output)) {
        bail!("{}: this is {}, which is read; give another name to write to", output.display(), input.display());
    }
    Ok(())
}

/// Whether two paths lead to one file that is there.
#[cfg(unix)]
fn is_same_file(a: &Path, b: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let place = |path: &Path| fs::metadata(path).map(|file| (file.dev(), file.ino())).ok();
    place(a).is_some_and(|a| Some(a) == place(b))
}

#[cfg(not(unix))]
fn is_same_file(a: &Path, b: &Path) -> bool {
    a.canonicalize().is_ok_and(|a| b.canonicalize().is_ok_and(|b| a == b))
}

/// Gives the new file the permissions of the one it replaces, or those of any new file.
#[cfg(unix)]
fn keep_mode(path: &Path, file: &tempfile::NamedTempFile) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(path).map_or(0o644, |old| old.permissions().mode() & 0o777);
    file.as_file().set_permissions(fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn keep_mode(_: &Path, _: &tempfile::NamedTempFile) -> io::Result<()> {
    Ok(())
}

/// Says what went wrong, in one line for each cause.
pub(crate) fn complain(error: &Error) {
    say(&format!("plan: {error:#}"));
}

/// A line to standard error; where that is closed there is no one to tell.
pub(crate) fn say(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}

/// Whether standard output is a terminal.
pub(crate) fn is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// Whether standard output may be coloured: a terminal, and `NO_COLOR` unset or empty.
pub(crate) fn is_coloured() -> bool {
    is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// How many columns a table may take: the terminal's, and [`DEFAULT_WIDTH`] in a pipe or a file.
pub(crate) fn width(to_file: bool) -> u16 {
    let terminal = || comfy_table::Table::new().width().filter(|&width| width > 0);
    if to_file || !is_terminal() { DEFAULT_WIDTH } else { terminal().unwrap_or(DEFAULT_WIDTH) }
}

/// Whether the reader of our output went away: no failure of ours.
pub(crate) fn is_broken_pipe(error: &Error) -> bool {
    error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>()).any(|e| e.kind() == ErrorKind::BrokenPipe)
}
