//! Which documents a command reads: the paths given, those of a list, and what stands in folders.

use std::{
    collections::HashSet,
    path::{Component, Path, PathBuf},
};

use anyhow::{Context, Error, Result, anyhow, bail};
use ignore::{
    DirEntry, WalkBuilder,
    overrides::{Override, OverrideBuilder},
};

use crate::{
    args::Lookup,
    corpus::{Options, Source},
    input,
};

/// What documents in a folder end in.
pub(crate) const ENDINGS: [&str; 9] = ["txt", "md", "markdown", "html", "htm", "docx", "pdf", "doc", "wps"];

/// How the name of a file begins that describes a folder and is no plan.
const ABOUT: &str = "README";

/// Something that was asked for and cannot be read.
#[derive(Debug)]
pub(crate) struct Failure {
    /// Its path as given.
    pub(crate) path: PathBuf,
    /// Why, with the path.
    pub(crate) error: Error,
}

/// What a command reads.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// Files, each once, in the order in which they were asked for; those of a folder by path.
    pub(crate) documents: Vec<PathBuf>,
    /// Folders that could not be read, or hold no document.
    pub(crate) failures: Vec<Failure>,
}

/// The documents that `paths` and the list of `lookup` name: files as they are, folders with all that stands in them but for
/// what ignore files, hidden names and the globs leave out. Links in folders are not followed.
pub(crate) fn find(paths: &[PathBuf], lookup: &Lookup) -> Result<Found> {
    let mut paths = paths.to_vec();
    if let Some(list) = &lookup.files_from {
        if list == Path::new("-") && paths.iter().any(|path| path == Path::new("-")) {
            bail!("standard input cannot be both the list of --files-from and a document");
        }
        paths.extend(listed(&input::bytes(list)?));
    }
    // A glob that is none is refused where no folder asks for it too.
    overrides(Path::new("."), &lookup.glob)?;
    let mut found = Found::default();
    for path in paths {
        if path.is_dir() {
            folder(&path, &lookup.glob, &mut found)?;
        } else {
            found.documents.push(path);
        }
    }
    let mut known = HashSet::new();
    found.documents.retain(|path| known.insert(path.clone()));
    Ok(found)
}

/// What was found, with corpora told from single documents.
pub(crate) struct Sources {
    pub(crate) sources: Vec<Source>,
    pub(crate) failures: Vec<Failure>,
}

/// Tells which of the files that were `found` hold many documents; one whose columns cannot be told costs itself.
pub(crate) fn sources(found: Found, options: &Options) -> Sources {
    let (mut sources, mut failures) = (Vec::new(), found.failures);
    for path in found.documents {
        match Source::of(path.clone(), options) {
            Ok(source) => sources.push(source),
            Err(error) => failures.push(Failure { path, error }),
        }
    }
    Sources { sources, failures }
}

/// The paths of a list: parted by NUL where it holds one, else by line.
fn listed(bytes: &[u8]) -> Vec<PathBuf> {
    let by = if bytes.contains(&0) { 0 } else { b'\n' };
    let lines = bytes.split(|&b| b == by).map(|line| if by == 0 { line } else { line.trim_ascii_end() });
    lines.filter(|line| !line.is_empty()).map(path).collect()
}

#[cfg(unix)]
fn path(bytes: &[u8]) -> PathBuf {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt};
    OsStr::from_bytes(bytes).into()
}

#[cfg(not(unix))]
fn path(bytes: &[u8]) -> PathBuf {
    String::from_utf8_lossy(bytes).into_owned().into()
}

/// Adds what stands in `folder`, by path.
fn folder(folder: &Path, globs: &[String], found: &mut Found) -> Result<()> {
    let mut builder = WalkBuilder::new(folder);
    // What a folder holds is the same on each machine: ignore files in it and above count, those of a user do not.
    builder.git_global(false).git_exclude(false).require_git(false);
    builder.sort_by_file_path(Path::cmp).overrides(overrides(folder, globs)?);
    let chosen = globs.iter().any(|glob| !glob.starts_with('!'));
    let before = (found.documents.len(), found.failures.len());
    for entry in builder.build() {
        match entry {
            Ok(entry) if is_document(&entry, chosen) => found.documents.push(entry.into_path()),
            Ok(_) => {}
            Err(error) => {
                let error = anyhow!("{}: this folder could not be read whole: {error}", folder.display());
                found.failures.push(Failure { path: folder.into(), error });
            }
        }
    }
    if before == (found.documents.len(), found.failures.len()) {
        let error = match globs {
            [] => {
                anyhow!("{}: no plan document (.{}) stands in this folder", folder.display(), ENDINGS.join(", ."))
            }
            globs => anyhow!("{}: no file in this folder matches --glob {}", folder.display(), globs.join(" --glob ")),
        };
        found.failures.push(Failure { path: folder.into(), error });
    }
    Ok(())
}

fn overrides(folder: &Path, globs: &[String]) -> Result<Override> {
    let mut builder = OverrideBuilder::new(folder);
    for glob in globs {
        builder.add(glob).with_context(|| format!("--glob {glob}: this is no pattern for paths"))?;
    }
    builder.build().context("--glob: these patterns cannot be used together")
}

/// Whether `entry` is a file to read: any that globs have `chosen`, else one that ends as documents do.
fn is_document(entry: &DirEntry, chosen: bool) -> bool {
    entry.file_type().is_some_and(|kind| kind.is_file()) && (chosen || is_named(entry.path()))
}

/// Whether a file is called as plan documents are.
fn is_named(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    ENDINGS.contains(&ending.as_str()) && !name.starts_with(ABOUT)
}

/// Whether a member of an archive is a document: one in a folder would be read.
pub(crate) fn is_plan(path: &Path) -> bool {
    let hidden = |part: Component<'_>| {
        let name = part.as_os_str().to_string_lossy();
        name.starts_with('.') || name == "__MACOSX"
    };
    is_named(path) && !path.components().filter(|part| matches!(part, Component::Normal(_))).any(hidden)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_parted_by_lines_or_by_nul() {
        let paths = |names: &[&str]| names.iter().map(PathBuf::from).collect::<Vec<_>>();
        assert_eq!(listed(b"a.txt\r\n\nb c.txt\n"), paths(&["a.txt", "b c.txt"]));
        assert_eq!(listed(b"a\nb.txt\0c.txt \0"), paths(&["a\nb.txt", "c.txt "]));
        assert_eq!(listed(b""), paths(&[]));
    }
}
