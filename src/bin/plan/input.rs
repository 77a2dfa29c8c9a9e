//! Documents and gold files from paths and standard input; every refusal names the path and says what to do.

use std::{
    borrow::Cow,
    fs::{self, File},
    io::{self, ErrorKind, Read},
    path::Path,
};

use anyhow::{Context, Result, anyhow, bail};
use plan::{
    analysis::{self, Analysis, Reading},
    diff::Side,
    memory::let_go,
    saved,
    source::{self, Document, MAX_BYTES, Overrides, Source},
};

use crate::{
    apart,
    corpus::{self, Content, Item},
};

/// The bytes of a file, or of standard input for `-`; no more than any document has are read.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>> {
    if path == Path::new("-") {
        return limited(io::stdin().lock(), "standard input").context("standard input could not be read")?;
    }
    let there = fs::metadata(path).ok();
    if there.is_some_and(|there| there.is_file() && there.len() > MAX_BYTES as u64) {
        bail!("{}: {}", path.display(), too_large());
    }
    limited(open(path)?, &shown(path)).with_context(|| format!("{}: this file could not be read", path.display()))?
}

/// Opens a file, or standard input for `-`, to read it on and on.
pub(crate) fn open(path: &Path) -> Result<Box<dyn Read + Send>> {
    if path == Path::new("-") {
        return Ok(Box::new(io::stdin()));
    }
    let name = path.display();
    let failed = |error: io::Error| match error.kind() {
        ErrorKind::NotFound => anyhow!("{name}: there is no such file; check the spelling and the folder"),
        ErrorKind::PermissionDenied => anyhow!("{name}: this file may not be read; check its permissions"),
        _ => anyhow!("{name}: this file could not be read: {error}"),
    };
    let there = fs::metadata(path).map_err(failed)?;
    if there.is_dir() {
        bail!("{name}: this is a folder; give the plan document itself, such as {name}/plan.txt");
    }
    // A named pipe without a writer would be waited for without end; those of a shell stand in /dev or /proc.
    if is_pipe(&there) && !path.starts_with("/dev") && !path.starts_with("/proc") {
        bail!("{name}: this is a named pipe and no file; give what comes through it as standard input: - < {name}");
    }
    Ok(Box::new(File::open(path).map_err(failed)?))
}

#[cfg(unix)]
fn is_pipe(there: &fs::Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt;
    there.file_type().is_fifo()
}

#[cfg(not(unix))]
fn is_pipe(_: &fs::Metadata) -> bool {
    false
}

/// Reads no further than a document may be long.
fn limited(from: impl Read, name: &str) -> io::Result<Result<Vec<u8>>> {
    let mut bytes = Vec::new();
    from.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(if bytes.len() > MAX_BYTES { Err(anyhow!("{name}: {}", too_large())) } else { Ok(bytes) })
}

fn too_large() -> String {
    source::SourceError::Limit { what: "bytes", limit: MAX_BYTES }.to_string()
}

/// Reads a document to the result.
pub(crate) fn reading(item: &Item, overrides: Overrides) -> Result<Reading> {
    let mut reading = analysis::of_document_as(document(item, overrides)?, &item.given);
    reading.analysis.document.metadata = item.metadata.clone();
    Ok(reading)
}

/// Reads a document for who checks it.
pub(crate) fn to_check(item: &Item, overrides: Overrides) -> Result<Reading> {
    Ok(analysis::of_document_to_check(document(item, overrides)?, &item.given))
}

/// Reads a document to its result alone.
pub(crate) fn result(item: &Item, overrides: Overrides) -> Result<Analysis> {
    let mut analysis = analysis::result_as(&document(item, overrides)?, &item.given);
    analysis.document.metadata = item.metadata.clone();
    Ok(analysis)
}

/// The result of a document: as it was saved, else as it is read.
pub(crate) fn analysis(item: &Item, overrides: Overrides) -> Result<Analysis> {
    match &item.content {
        Content::Saved(..) if !item.given.fields().is_empty() => bail!(
            "{}: what is said of a document decides how it is read, and this result was saved already; give the document itself",
            item.place().display()
        ),
        Content::Saved(result, _) => Ok((**result).clone()),
        _ => result(item, overrides),
    }
}

/// Reads a document's text alone.
pub(crate) fn document(item: &Item, overrides: Overrides) -> Result<Document> {
    let overrides = match item.content {
        // The text of a row is decoded already, and no file.
        Content::Text(_) => Overrides { encoding: Some(encoding_rs::UTF_8), ..overrides },
        _ => overrides,
    };
    let bytes = item.bytes()?;
    let document = read(&item.path, &bytes, overrides);
    if let Cow::Owned(bytes) = bytes {
        let_go(bytes);
    }
    document
}

fn read(path: &Path, bytes: &[u8], overrides: Overrides) -> Result<Document> {
    let source = Source { name: &name(path), bytes };
    source::read_with(source, overrides, apart::extract).map_err(|error| anyhow!("{}: {error}", shown(path)))
}

/// The text of a file that belongs to the command, such as a gold file.
pub(crate) fn text(path: &Path) -> Result<String> {
    let bytes = bytes(path)?;
    String::from_utf8(bytes).map_err(|error| {
        let line = error.as_bytes()[..error.utf8_error().valid_up_to()].iter().filter(|&&b| b == b'\n').count() + 1;
        anyhow!("{}: line {line}: this is not UTF-8 text; save it as UTF-8", path.display())
    })
}

/// How a name that is no UTF-8 begins in results; see `docs/schema.md`.
const BYTES: &str = "bytes:";

/// A path as results hold it, with `/` on every system. One that is no UTF-8 becomes `bytes:` and the name, its other bytes
/// and `%` as `%FF`.
pub(crate) fn name(path: &Path) -> Cow<'_, str> {
    match path.to_str() {
        Some(name) if cfg!(windows) && name.contains('\\') => Cow::Owned(name.replace('\\', "/")),
        Some(name) if !name.starts_with(BYTES) => Cow::Borrowed(name),
        _ => {
            let mut out = BYTES.to_owned();
            for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
                out += &chunk.valid().replace('%', "%25");
                chunk.invalid().iter().for_each(|byte| out += &format!("%{byte:02X}"));
            }
            Cow::Owned(out)
        }
    }
}

/// A path for people.
pub(crate) fn shown(path: &Path) -> String {
    if path == Path::new("-") { "standard input".into() } else { path.display().to_string() }
}

/// Why a table of documents is no side.
const MANY: &str =
    "this table holds many documents; give one of them, or a result that `plan extract` saved as JSON or YAML";

/// One side of a comparison: a saved result, or a document that is read now.
pub(crate) fn side(path: &Path, overrides: Overrides) -> Result<Side> {
    let bytes = bytes(path)?;
    if let Some(saved) = std::str::from_utf8(&bytes).ok().and_then(|text| saved::read(&name(path), text)) {
        return saved.map(Side::of_analysis).map_err(|error| anyhow!("{}: {error}", shown(path)));
    }
    if overrides.media.is_none() && corpus::is_table(path) {
        bail!("{}: {}", shown(path), MANY);
    }
    read(path, &bytes, overrides).map(|document| Side::of_reading(analysis::of_document(document)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn names_that_are_no_utf8_survive() {
        use std::{ffi::OsStr, os::unix::ffi::OsStrExt};
        let named = |bytes: &[u8]| name(Path::new(OsStr::from_bytes(bytes))).into_owned();
        assert_eq!(named("规划 5%.txt".as_bytes()), "规划 5%.txt");
        assert_eq!(named(b"5% \xB9\xE6.txt"), "bytes:5%25 %B9%E6.txt");
        assert_eq!(named(b"bytes:a"), "bytes:bytes:a");
    }
}
