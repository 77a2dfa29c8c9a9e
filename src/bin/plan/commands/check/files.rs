//! What is checked where nobody says, and the files beside and above documents.

use std::{
    io,
    path::{Component, Path, PathBuf},
};

use anyhow::Result;

use crate::input;

/// The config's name, looked for upward from each document.
const CONFIG: &str = "plan.yaml";

/// What is checked where neither command nor config names anything.
const DEFAULT: &str = "seeds";

/// The paths to check where the command names none: those of the config here or above, else `seeds/`.
pub(super) fn default_paths(paths: &[String], config: Option<&Path>) -> Vec<PathBuf> {
    let folder = config.and_then(Path::parent).map(Path::to_path_buf).unwrap_or_default();
    match paths {
        [] => vec![PathBuf::from(DEFAULT)],
        paths => paths.iter().map(|path| below(&folder, path)).collect(),
    }
}

/// `path` from `folder`, without `.` parts; `.` where it is the folder that the command runs in.
fn below(folder: &Path, path: &str) -> PathBuf {
    let path = tidy(&folder.join(path));
    if path.as_os_str().is_empty() { PathBuf::from(".") } else { path }
}

/// The nearest `plan.yaml` in `folder` or above it; as a path from here where it stands here or below.
pub(super) fn config_above(folder: &Path) -> Option<PathBuf> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let whole = rooted(folder).ok()?;
    let found = whole.ancestors().map(|above| above.join(CONFIG)).find(|path| path.is_file())?;
    let here = rooted(Path::new(".")).ok()?;
    Some(found.strip_prefix(&here).map(Path::to_path_buf).unwrap_or(found))
}

/// `path` from the folder of `config`, with `/`; as given where it does not stand below.
pub(super) fn below_config(path: &Path, config: Option<&Path>) -> String {
    let folder = config.and_then(Path::parent).map(|f| if f.as_os_str().is_empty() { Path::new(".") } else { f });
    let whole = rooted(path).ok();
    let relative = folder
        .and_then(|folder| rooted(folder).ok())
        .and_then(|folder| whole.as_deref()?.strip_prefix(folder).ok().map(Path::to_path_buf));
    slashed(&relative.unwrap_or_else(|| tidy(path)))
}

/// `path` from the root on, through links.
fn rooted(path: &Path) -> io::Result<PathBuf> {
    path.canonicalize().map(unmarked)
}

/// `path` without the mark (`\\?\`) with which Windows gives such paths and after which `/` parts no folders.
fn unmarked(path: PathBuf) -> PathBuf {
    let rest = path.to_str().and_then(|path| path.strip_prefix(r"\\?\"));
    rest.filter(|rest| rest.get(1..3) == Some(r":\")).map(PathBuf::from).unwrap_or(path)
}

/// `path` without `.` parts, with `/` on every system.
pub(super) fn slashed(path: &Path) -> String {
    tidy(path).to_string_lossy().replace('\\', "/")
}

fn tidy(path: &Path) -> PathBuf {
    path.components().filter(|part| *part != Component::CurDir).collect()
}

/// The file `NAME.ending` beside a document called `NAME.txt`.
pub(in crate::commands) fn beside(path: &Path, ending: &str) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{stem}.{ending}"))
}

/// The text of a file beside a document; none where there is no such file.
pub(super) fn text_if_there(path: &Path) -> Result<Option<String>> {
    if path.is_file() { input::text(path).map(Some) } else { Ok(None) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_paths_of_windows_are_as_people_write_them() {
        for (given, want) in [
            (r"\\?\C:\plans\seeds", r"C:\plans\seeds"),
            (r"\\?\UNC\server\plans", r"\\?\UNC\server\plans"),
            ("/plans/seeds", "/plans/seeds"),
        ] {
            assert_eq!(unmarked(given.into()), Path::new(want), "{given}");
        }
    }
}
