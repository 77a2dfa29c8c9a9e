//! Documents and gold files from paths and standard input; every refusal names the path and says what to do.

use std::{
    fs,
    io::{self, ErrorKind, Read},
    path::Path,
};

use anyhow::{Context, Result, anyhow, bail};
use plan::{
    analysis::{self, Reading},
    diff::Side,
    saved,
    source::{self, Document, Overrides, Source},
};

/// The bytes of a file, or of standard input for `-`.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>> {
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).context("standard input could not be read")?;
        return Ok(bytes);
    }
    let name = path.display();
    if path.is_dir() {
        bail!("{name}: this is a folder; give the plan document itself, such as {name}/plan.txt");
    }
    fs::read(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => anyhow!("{name}: there is no such file; check the spelling and the folder"),
        ErrorKind::PermissionDenied => anyhow!("{name}: this file may not be read; check its permissions"),
        _ => anyhow!("{name}: this file could not be read: {error}"),
    })
}

/// Reads a document to the result.
pub(crate) fn reading(path: &Path, overrides: Overrides) -> Result<Reading> {
    let name = path.to_string_lossy();
    let bytes = bytes(path)?;
    let source = Source { name: &name, bytes: &bytes };
    analysis::analyze_as(source, overrides).map_err(|error| anyhow!("{}: {error}", shown(path)))
}

/// Reads a document's text alone.
pub(crate) fn document(path: &Path, overrides: Overrides) -> Result<Document> {
    let name = path.to_string_lossy();
    let bytes = bytes(path)?;
    let source = Source { name: &name, bytes: &bytes };
    source::read_as(source, overrides).map_err(|error| anyhow!("{}: {error}", shown(path)))
}

/// The text of a file that belongs to the command, such as a gold file.
pub(crate) fn text(path: &Path) -> Result<String> {
    let bytes = bytes(path)?;
    String::from_utf8(bytes).map_err(|error| {
        let line = error.as_bytes()[..error.utf8_error().valid_up_to()].iter().filter(|&&b| b == b'\n').count() + 1;
        anyhow!("{}: line {line}: this is not UTF-8 text; save it as UTF-8", path.display())
    })
}

/// A path for people.
fn shown(path: &Path) -> String {
    if path == Path::new("-") { "standard input".into() } else { path.display().to_string() }
}

/// One side of a comparison: a saved result, or a document that is read now.
pub(crate) fn side(path: &Path, overrides: Overrides) -> Result<Side> {
    let name = path.to_string_lossy();
    let bytes = bytes(path)?;
    if let Some(saved) = std::str::from_utf8(&bytes).ok().and_then(|text| saved::read(&name, text)) {
        return saved.map(Side::of_analysis).map_err(|error| anyhow!("{}: {error}", shown(path)));
    }
    let reading = analysis::analyze_as(Source { name: &name, bytes: &bytes }, overrides);
    reading.map(Side::of_reading).map_err(|error| anyhow!("{}: {error}", shown(path)))
}
