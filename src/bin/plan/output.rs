//! Results to standard output, complaints to standard error.

use std::{
    borrow::Cow,
    io::{self, BufWriter, ErrorKind, IsTerminal, Write},
    path::Path,
    process::ExitCode,
};

use anyhow::{Context, Error, Result, bail};
use clap::error::{ContextKind, ContextValue};

use crate::{args::Format, chinese};

/// Characters that turn the direction of what follows.
const BIDI: [char; 9] =
    ['\u{202A}', '\u{202B}', '\u{202C}', '\u{202D}', '\u{202E}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'];

/// Bytes that are written at a time.
const BUFFER: usize = 1 << 16;

/// What is said where standard output takes no more.
const FAILED: &str = "standard output could not be written";

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
        Some("tsv" | "tab") => Ok(Format::Tsv),
        Some("md" | "markdown") => Ok(Format::Markdown),
        Some("xlsx") => Ok(Format::Xlsx),
        Some("sqlite" | "sqlite3" | "db") => Ok(Format::Sqlite),
        Some("parquet") => Ok(Format::Parquet),
        Some("txt") => Ok(Format::Table),
        Some(other) => {
            bail!("{}: no format is known by the ending `.{other}`; say which with --format", path.display())
        }
    }
}

/// The same for what is a table: csv for a pipe.
pub(crate) fn tabular(asked: Option<Format>, output: Option<&Path>) -> Result<Format> {
    match (asked, output) {
        (None, None) if !is_terminal() => Ok(Format::Csv),
        _ => format(asked, output),
    }
}

/// Writes a result to standard output; to a terminal without what would steer it.
pub(crate) fn print(text: &str) -> Result<()> {
    match is_terminal() {
        true => print_bytes(harmless(text, &['\n', '\t']).as_bytes()),
        false => print_bytes(text.as_bytes()),
    }
}

/// Writes a table to standard output that holds colours, and nothing else that would steer a terminal.
pub(crate) fn print_coloured(text: &str) -> Result<()> {
    print_bytes(text.as_bytes())
}

/// Writes bytes to standard output as they are.
pub(crate) fn print_bytes(bytes: &[u8]) -> Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush()).context(FAILED)
}

/// Writes to standard output what `text` gives, piece by piece; to a terminal without what would steer it.
pub(crate) fn take(text: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
    if is_terminal() {
        let mut whole = Vec::new();
        text(&mut whole).context(FAILED)?;
        return print(&String::from_utf8_lossy(&whole));
    }
    take_coloured(text)
}

/// Writes to standard output what `text` gives, which may hold colours and nothing else that would steer a terminal, piece by piece.
pub(crate) fn take_coloured(text: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
    buffered(io::stdout().lock(), text).context(FAILED)
}

/// Writes what `text` gives to `to` in pieces of some size.
pub(crate) fn buffered(to: impl Write, text: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(BUFFER, to);
    text(&mut out)?;
    out.flush()
}

/// `text` with its control characters written out (`\u001b`), but for those that are `kept`.
fn harmless<'a>(text: &'a str, kept: &[char]) -> Cow<'a, str> {
    let steers = |c: char| (c.is_control() && !kept.contains(&c)) || BIDI.contains(&c);
    if !text.contains(steers) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if steers(c) {
            out += &format!("\\u{:04x}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// Prints help, or what is wrong with the arguments.
pub(crate) fn usage(error: &clap::Error) -> ExitCode {
    let printed = match chinese::told_usage(&error.render().to_string()) {
        None => error.print(),
        Some(text) if error.use_stderr() => write!(io::stderr().lock(), "{text}"),
        Some(text) => write!(io::stdout().lock(), "{text}"),
    };
    hint(error);
    let gone = printed.as_ref().is_err_and(|error| error.kind() == ErrorKind::BrokenPipe);
    match printed {
        Err(error) if !gone => {
            complain(&Error::new(error).context(FAILED));
            ExitCode::from(2)
        }
        _ => ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2)),
    }
}

/// Says what to do with a document where a command was expected.
fn hint(error: &clap::Error) {
    let Some(ContextValue::String(given)) = error.get(ContextKind::InvalidSubcommand) else { return };
    if Path::new(given).exists() {
        say(&format!("plan: {given} is no command but there to be read: plan extract {given}"));
    }
}

/// Says what went wrong, in one line for each cause.
pub(crate) fn complain(error: &Error) {
    say(&complaint(error));
}

/// The line that says what went wrong.
pub(crate) fn complaint(error: &Error) -> String {
    format!("plan: {error:#}")
}

/// A line to standard error; where that is closed there is no one to tell.
pub(crate) fn say(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", harmless(&chinese::told(line), &['\t']));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_steers_a_terminal() {
        assert_eq!(harmless("规划\t5\n", &['\n', '\t']), "规划\t5\n");
        assert_eq!(harmless("a\u{1b}[31m\u{9b}b\u{202e}\n", &['\t']), "a\\u001b[31m\\u009bb\\u202e\\u000a");
    }
}
