//! Which documents are checked, and the files beside them.

use std::{
    collections::HashSet,
    fs,
    path::{Component, Path, PathBuf},
};

use anyhow::{Error, Result, anyhow};

use crate::input;

/// The config's name, looked for upward from each document.
const CONFIG: &str = "plan.yaml";

/// What is checked where neither command nor config names anything.
const DEFAULT: &str = "seeds";

/// What documents in a folder end in.
const ENDINGS: [&str; 9] = ["txt", "md", "markdown", "html", "htm", "docx", "pdf", "doc", "wps"];

/// The documents that `paths` name, each once: files as they are, folders with all that stands in them, in order; and what
/// is wrong with folders.
pub(super) fn documents(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<Error>) {
    let (mut found, mut wrong) = (Vec::new(), Vec::new());
    let mut walk = Walk { seen: HashSet::new(), found: Vec::new(), wrong: Vec::new() };
    for path in paths {
        if !path.is_dir() {
            found.push(path.clone());
            continue;
        }
        walk.seen.clear();
        walk.folder(path);
        if walk.found.is_empty() && walk.wrong.is_empty() {
            let endings = ENDINGS.join(", .");
            wrong.push(anyhow!("{}: no plan document (.{endings}) stands in this folder", path.display()));
        }
        found.append(&mut walk.found);
        wrong.append(&mut walk.wrong);
    }
    let mut known = HashSet::new();
    found.retain(|path| known.insert(path.clone()));
    (found, wrong)
}

/// A walk through a folder and those below it.
struct Walk {
    /// Folders and files it came to, by the places that their links lead to.
    seen: HashSet<PathBuf>,
    found: Vec<PathBuf>,
    wrong: Vec<Error>,
}

impl Walk {
    fn folder(&mut self, folder: &Path) {
        if !self.is_new(folder) {
            return;
        }
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => {
                self.wrong.push(anyhow!("{}: this folder could not be read: {error}", folder.display()));
                return;
            }
        };
        let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
        // A folder or file itself comes before what links to it.
        paths.sort_by_cached_key(|path| (path.is_symlink() && path.is_dir(), path.clone()));
        for path in paths {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
            // What describes a folder is no plan, and what is no file (a pipe, a device) is none.
            if name.starts_with('.') || name.to_uppercase().starts_with("README") {
                continue;
            } else if path.is_dir() {
                self.folder(&path);
            } else if ENDINGS.contains(&ending.as_str()) && path.is_file() && self.is_new(&path) {
                self.found.push(path);
            }
        }
    }

    fn is_new(&mut self, path: &Path) -> bool {
        self.seen.insert(path.canonicalize().unwrap_or_else(|_| path.to_path_buf()))
    }
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
