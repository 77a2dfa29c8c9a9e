//! Results into files: whole or not at all, never over an input, through links to where they lead, and straight into
//! pipes and devices.

#[cfg(unix)]
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::{
    fs::{self, File, Metadata, OpenOptions},
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use plan::render;
use tempfile::NamedTempFile;

use crate::output;

/// Links from one to another that are followed.
const LINKS: usize = 40;

/// Refuses `to` where it is one of `inputs`, by whatever name or link.
pub(crate) fn refuse_inputs<'a>(to: &Path, inputs: impl IntoIterator<Item = &'a Path>) -> Result<()> {
    for input in inputs {
        let input = if input == Path::new("-") { Path::new("/dev/stdin") } else { input };
        if is_same(to, input) {
            let (to, input) = (to.display(), input.display());
            bail!("{to}: this is the input {input}, which would be lost; write to another file");
        }
    }
    Ok(())
}

/// Whether both names lead to one regular file.
fn is_same(a: &Path, b: &Path) -> bool {
    match (fs::metadata(a), fs::metadata(b)) {
        (Ok(first), Ok(second)) => first.is_file() && second.is_file() && same_file(a, &first, b, &second),
        _ => false,
    }
}

#[cfg(unix)]
fn same_file(_: &Path, a: &Metadata, _: &Path, b: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (a.dev(), a.ino()) == (b.dev(), b.ino())
}

#[cfg(not(unix))]
fn same_file(a: &Path, _: &Metadata, b: &Path, _: &Metadata) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

/// A result on its way to where it was asked for, piece by piece; a file has its new content only when it is finished.
pub(crate) enum Sink {
    /// Standard output.
    Standard,
    /// What is no regular file, written into as it is.
    Device(File, PathBuf),
    /// A file that takes the place of another.
    Whole(Box<Unfinished>, PathBuf),
}

impl Sink {
    /// Opens what `path` leads to; nothing, `-` and `/dev/stdout` are standard output.
    pub(crate) fn open(path: Option<&Path>) -> Result<Self> {
        let Some(path) = path.filter(|path| !is_standard(path)) else { return Ok(Self::Standard) };
        let name = path.display();
        let failed = || failed(path);
        let there = fs::metadata(path).ok();
        if there.as_ref().is_some_and(Metadata::is_dir) {
            bail!("{name}: this is a folder; give the name of a file to write");
        }
        let device = there.as_ref().is_some_and(|there| !there.is_file());
        if device || path.starts_with("/dev") || path.starts_with("/proc") {
            let file = OpenOptions::new().write(true).open(path).with_context(failed)?;
            return Ok(Self::Device(file, path.into()));
        }
        let to = destination(path).with_context(failed)?;
        Ok(Self::Whole(Box::new(Unfinished::new(to, there).with_context(failed)?), path.into()))
    }

    /// Whether it is a file that people open with other programs.
    pub(crate) fn is_file(&self) -> bool {
        !matches!(self, Self::Standard)
    }

    /// Writes a piece of text.
    pub(crate) fn write(&mut self, text: &str) -> Result<()> {
        match self {
            _ if text.is_empty() => Ok(()),
            Self::Standard => output::print(text),
            _ => self.write_bytes(text.as_bytes()),
        }
    }

    /// Writes bytes as they are.
    pub(crate) fn write_bytes(&mut self, bytes: &[u8]) -> Result<()> {
        match self {
            Self::Standard => output::print_bytes(bytes),
            Self::Device(file, path) => file.write_all(bytes).with_context(|| failed(path)),
            Self::Whole(unfinished, path) => {
                unfinished.file.as_file_mut().write_all(bytes).with_context(|| failed(path))
            }
        }
    }

    /// Writes what `text` gives, piece by piece.
    pub(crate) fn take(&mut self, text: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
        match self {
            Self::Standard => output::take(text),
            Self::Device(file, path) => output::buffered(file, text).with_context(|| failed(path)),
            Self::Whole(unfinished, path) => {
                output::buffered(unfinished.file.as_file_mut(), text).with_context(|| failed(path))
            }
        }
    }

    /// Puts the new file into the place of the old one.
    pub(crate) fn finish(self) -> Result<()> {
        match self {
            Self::Whole(unfinished, path) => unfinished.finish().with_context(|| failed(&path)),
            _ => Ok(()),
        }
    }
}

/// For writers that ask for no more than that; what is wrong is said without the name of the file.
#[cfg(feature = "parquet")]
impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Standard => io::stdout().write(bytes),
            Self::Device(file, _) => file.write(bytes),
            Self::Whole(unfinished, _) => unfinished.file.as_file_mut().write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Standard => io::stdout().flush(),
            Self::Device(file, _) => file.flush(),
            Self::Whole(unfinished, _) => unfinished.file.flush(),
        }
    }
}

fn is_standard(path: &Path) -> bool {
    ["-", "/dev/stdout", "/proc/self/fd/1", "/dev/fd/1"].iter().any(|name| path == Path::new(name))
}

fn failed(path: &Path) -> String {
    format!("{}: the file could not be written", path.display())
}

/// Writes a result to `path`: into a new file beside the one that `path` leads to, which then takes its name; `-` and
/// `/dev/stdout` are standard output, and what is no regular file is written into as it is.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut sink = Sink::open(Some(path))?;
    sink.write_bytes(bytes)?;
    sink.finish()
}

/// Writes a result, which `is_csv` or not, to the file that was asked for, else to standard output.
pub(crate) fn deliver(to: Option<&Path>, text: &str, is_csv: bool) -> Result<()> {
    match to {
        // A spreadsheet program knows a file's encoding by its byte order mark alone.
        Some(path) if is_csv => write(path, (render::csv::BOM.to_owned() + text).as_bytes()),
        Some(path) => write(path, text.as_bytes()),
        None => output::print(text),
    }
}

/// Where `path` leads, through links and also where nothing is there yet.
fn destination(path: &Path) -> io::Result<PathBuf> {
    let mut to = path.to_path_buf();
    for _ in 0..LINKS {
        match fs::read_link(&to) {
            Ok(next) => to = to.parent().unwrap_or(Path::new("")).join(next),
            Err(_) => return Ok(to),
        }
    }
    Err(io::Error::other("its links lead in a circle"))
}

/// A new file that has not yet taken the name of the old one.
pub(crate) struct Unfinished {
    file: NamedTempFile,
    to: PathBuf,
    old: Option<Metadata>,
    guard: Guard,
}

impl Unfinished {
    /// A new file for the place of `to`, which is `old` now.
    fn new(to: PathBuf, old: Option<Metadata>) -> io::Result<Self> {
        if old.as_ref().is_some_and(|old| old.permissions().readonly()) {
            return Err(ErrorKind::PermissionDenied.into());
        }
        let folder = folder(&to);
        if !folder.is_dir() {
            return Err(io::Error::other(format!("there is no folder {}; make it first", folder.display())));
        }
        let (file, guard) = Guard::over(|| temporary(folder))?;
        Ok(Self { file, to, old, guard })
    }

    /// A new file for the place that `path` leads to.
    pub(crate) fn beside(path: &Path) -> Result<Self> {
        let failed = || failed(path);
        Self::new(destination(path).with_context(failed)?, fs::metadata(path).ok()).with_context(failed)
    }

    /// Where it stands until it is finished.
    pub(crate) fn path(&self) -> &Path {
        self.file.path()
    }

    /// Gives it the name, the owner and the permissions of the old one.
    pub(crate) fn finish(self) -> io::Result<()> {
        if let Some(old) = &self.old {
            keep(old, self.file.as_file())?;
        }
        self.file.as_file().sync_all()?;
        self.file.persist(&self.to).map_err(|error| error.error)?;
        drop(self.guard);
        // The new name is kept where the folder is; not every system can sync one.
        let _ = File::open(folder(&self.to)).and_then(|folder| folder.sync_all());
        Ok(())
    }
}

/// The folder that `path` stands in.
fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A file with the permissions of any new file.
fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".plan-");
    #[cfg(unix)]
    let permissions = <fs::Permissions as std::os::unix::fs::PermissionsExt>::from_mode(0o666);
    #[cfg(unix)]
    builder.permissions(permissions);
    // The name of the unfinished file tells nobody anything.
    builder.tempfile_in(folder).map_err(|error| match error.kind() {
        kind @ (ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem | ErrorKind::StorageFull) => kind.into(),
        _ => error,
    })
}

/// Gives the new `file` the owner and the permissions of the `old` one.
#[cfg(unix)]
fn keep(old: &Metadata, file: &File) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let new = file.metadata()?;
    if (new.uid(), new.gid()) != (old.uid(), old.gid()) {
        // Only the owner of all may give a file away; without that the file is the writer's, as an editor's is.
        let _ = fchown(file, Some(old.uid()), Some(old.gid()));
    }
    file.set_permissions(old.permissions())
}

#[cfg(not(unix))]
fn keep(_: &Metadata, _: &File) -> io::Result<()> {
    Ok(())
}

/// The unfinished files, which are removed where the process is told to end.
#[cfg(unix)]
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Holds the name of an unfinished file while there is one.
#[cfg(unix)]
struct Guard(PathBuf);

#[cfg(unix)]
fn unfinished() -> MutexGuard<'static, Vec<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(unix)]
impl Guard {
    /// Makes a file and holds its name; a signal waits until both are done.
    fn over(make: impl FnOnce() -> io::Result<NamedTempFile>) -> io::Result<(NamedTempFile, Self)> {
        static WATCHED: OnceLock<()> = OnceLock::new();
        if WATCHED.get().is_none() {
            watch()?;
            let _ = WATCHED.set(());
        }
        let mut names = unfinished();
        let file = make()?;
        names.push(file.path().to_path_buf());
        let guard = Self(file.path().to_path_buf());
        Ok((file, guard))
    }
}

#[cfg(unix)]
impl Drop for Guard {
    fn drop(&mut self) {
        unfinished().retain(|path| *path != self.0);
    }
}

/// Waits for the signals that end the process, and lets them end it when the unfinished files are gone.
#[cfg(unix)]
fn watch() -> io::Result<()> {
    use signal_hook::{
        consts::{SIGHUP, SIGINT, SIGTERM},
        iterator::Signals,
        low_level::emulate_default_handler,
    };
    let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP])?;
    let wait = move || {
        for signal in signals.forever() {
            let mut names = unfinished();
            names.drain(..).for_each(|path| drop(fs::remove_file(path)));
            let _ = emulate_default_handler(signal);
        }
    };
    std::thread::Builder::new().spawn(wait).map(drop)
}

#[cfg(not(unix))]
struct Guard;

#[cfg(not(unix))]
impl Guard {
    fn over(make: impl FnOnce() -> io::Result<NamedTempFile>) -> io::Result<(NamedTempFile, Self)> {
        Ok((make()?, Self))
    }
}
