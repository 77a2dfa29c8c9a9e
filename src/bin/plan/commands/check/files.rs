//! Which documents are checked, and the files beside them.

use std::{
    fs,
    path::{Component, Path, PathBuf},
};

use anyhow::{Result, anyhow, bail};

use crate::input;

/// The config's name, looked for upward from each document.
const CONFIG: &str = "plan.yaml";

/// What is checked where neither command nor config names anything.
const DEFAULT: &str = "seeds";

/// What documents in a folder end in.
const ENDINGS: [&str; 9] = ["txt", "md", "markdown", "html", "htm", "docx", "pdf", "doc", "wps"];

/// The documents that `paths` name: files as they are, folders with all that stands in them, in order.
pub(super) fn documents(paths: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            let before = found.len();
            walk(path, &mut found)?;
            if found.len() == before {
                bail!("{}: no plan document (.{}) stands in this folder", path.display(), ENDINGS.join(", ."));
            }
        } else {
            found.push(path.clone());
        }
    }
    found.dedup();
    Ok(found)
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    let entries = fs::read_dir(folder).map_err(|error| anyhow!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        // What describes a folder is no plan.
        if name.starts_with('.') || name.to_uppercase().starts_with("README") {
            continue;
        } else if path.is_dir() {
            walk(&path, found)?;
        } else if ENDINGS.contains(&ending.as_str()) {
            found.push(path);
        }
    }
    Ok(())
}

/// The paths to check where the command names none: those of the config here or above, else `seeds/`.
pub(super) fn default_paths(paths: &[String], config: Option<&Path>) -> Vec<PathBuf> {
    let folder = config.and_then(Path::parent).map(Path::to_path_buf).unwrap_or_default();
    match paths {
        [] => vec![PathBuf::from(DEFAULT)],
        paths => paths.iter().map(|path| tidy(&folder.join(path))).collect(),
    }
}

/// The nearest `plan.yaml` in `folder` or above it; as a path from here where it stands here or below.
pub(super) fn config_above(folder: &Path) -> Option<PathBuf> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let whole = folder.canonicalize().ok()?;
    let found = whole.ancestors().map(|above| above.join(CONFIG)).find(|path| path.is_file())?;
    let here = Path::new(".").canonicalize().ok()?;
    Some(found.strip_prefix(&here).map(Path::to_path_buf).unwrap_or(found))
}

/// `path` from the folder of `config`, with `/`; as given where it does not stand below.
pub(super) fn below_config(path: &Path, config: Option<&Path>) -> String {
    let folder = config.and_then(Path::parent).map(|f| if f.as_os_str().is_empty() { Path::new(".") } else { f });
    let whole = path.canonicalize().ok();
    let relative = folder
        .and_then(|folder| folder.canonicalize().ok())
        .and_then(|folder| whole.as_deref()?.strip_prefix(folder).ok().map(Path::to_path_buf));
    slashed(&relative.unwrap_or_else(|| tidy(path)))
}

/// `path` without `.` parts, with `/` on every system.
pub(super) fn slashed(path: &Path) -> String {
    tidy(path).to_string_lossy().replace('\\', "/")
}

fn tidy(path: &Path) -> PathBuf {
    path.components().filter(|part| *part != Component::CurDir).collect()
}

/// The file `NAME.ending` beside a document called `NAME.txt`.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{stem}.{ending}"))
}

/// The text of a file beside a document; none where there is no such file.
pub(super) fn text_if_there(path: &Path) -> Result<Option<String>> {
    if path.is_file() { input::text(path).map(Some) } else { Ok(None) }
}
