//! Files that others' readers take apart (PDF, old Word) are read in a process of their own, with limits on memory and
//! time: whatever such a file does to its reader, the command says so in one line and goes on.
//!
//! The other process is this program again, called with [`CALL`] and the medium; it reads the file from standard input
//! and writes what it holds, or why it cannot be read, to standard output as JSON.

use std::{
    env,
    io::{self, Read, Write},
    process::{Child, Command, ExitCode, ExitStatus, Stdio},
};

use plan::source::{self, Extracted, Media, SourceError};

/// The first argument by which the program knows that it is the other process.
const CALL: &str = "__read-apart";

/// Memory of the other process, in bytes of addresses.
const MEMORY: u64 = 1 << 30;

/// Seconds of the other process for any file, and for each MiB of it: of processor time where that can be limited, else by
/// the clock, which also runs while other processes have the processor.
const SECONDS: u64 = if cfg!(unix) { 6 } else { 60 };
const SECONDS_A_MIB: u64 = SECONDS / 6;

/// How the other process ends where the clock stops it.
#[cfg(not(unix))]
const OUT_OF_TIME: i32 = 124;

/// What the other process writes.
type Answer = Result<Extracted, String>;

/// Gets the text out of a file as [`source::extract`] does.
pub(crate) fn extract(media: Media, bytes: &[u8]) -> Result<Extracted, SourceError> {
    if !matches!(media, Media::Pdf | Media::Doc) {
        return source::extract(media, bytes);
    }
    let Ok(child) = start(media, bytes.len()) else { return source::extract(media, bytes) };
    let (answer, status) = talk(child, bytes).map_err(|error| SourceError::Reader(error.to_string()))?;
    match serde_json::from_slice::<Answer>(&answer) {
        Ok(answer) if status.success() => answer.map_err(SourceError::Reader),
        _ => Err(stopped(media, status, seconds(bytes.len()))),
    }
}

fn start(media: Media, size: usize) -> io::Result<Child> {
    let mut command = Command::new(env::current_exe()?);
    command.args([CALL, media.name(), &seconds(size).to_string()]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()
}

fn seconds(size: usize) -> u64 {
    SECONDS + SECONDS_A_MIB * (size as u64 >> 20)
}

/// Hands the file over and takes the answer. The other process answers after it has read everything, so neither waits for
/// the other.
fn talk(mut child: Child, bytes: &[u8]) -> io::Result<(Vec<u8>, ExitStatus)> {
    if let Some(mut to) = child.stdin.take() {
        // A process that ended says why by its status.
        let _ = to.write_all(bytes);
    }
    let mut answer = Vec::new();
    if let Some(mut from) = child.stdout.take() {
        from.read_to_end(&mut answer)?;
    }
    Ok((answer, child.wait()?))
}

/// Why the other process gave no answer.
fn stopped(media: Media, status: ExitStatus, seconds: u64) -> SourceError {
    let name = if media == Media::Pdf { "PDF" } else { "DOC" };
    SourceError::Unreadable {
        media: name,
        reason: match is_out_of_time(status) {
            true => format!("reading it takes more than {seconds} seconds"),
            false => format!("reading it takes more than {} MiB of memory, or it nests too deep", MEMORY >> 20),
        },
        help: "it is broken or made to harm; save it again with the program that made it, or convert it to text",
    }
}

#[cfg(unix)]
fn is_out_of_time(status: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt;
    let signal = status.signal();
    signal == Some(signal_hook::consts::SIGXCPU) || signal == Some(signal_hook::consts::SIGKILL)
}

#[cfg(not(unix))]
fn is_out_of_time(status: ExitStatus) -> bool {
    status.code() == Some(OUT_OF_TIME)
}

/// Does the work of the other process where this is it.
pub(crate) fn serve() -> Option<ExitCode> {
    let mut arguments = env::args().skip(1);
    if arguments.next()? != CALL {
        return None;
    }
    let name = arguments.next()?;
    let media = Media::ALL.into_iter().find(|media| media.name() == name)?;
    limit(arguments.next()?.parse().ok()?);
    let mut bytes = Vec::new();
    let written = io::stdin().lock().read_to_end(&mut bytes).and_then(|_| {
        let answer: Answer = source::extract(media, &bytes).map_err(|error| error.to_string());
        let mut out = io::BufWriter::new(io::stdout().lock());
        serde_json::to_writer(&mut out, &answer)?;
        out.flush()
    });
    Some(if written.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Limits the process at hand; it leaves no core behind.
#[cfg(unix)]
fn limit(seconds: u64) {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    for (resource, wanted) in [(Resource::As, MEMORY), (Resource::Cpu, seconds), (Resource::Core, 0)] {
        let most = getrlimit(resource).maximum;
        let wanted = most.map_or(wanted, |most| most.min(wanted));
        // A limit that the system does not know protects nothing, and costs nothing.
        let _ = setrlimit(resource, Rlimit { current: Some(wanted), maximum: most });
    }
}

/// Limits the time of the process at hand; its memory cannot be limited.
#[cfg(not(unix))]
fn limit(seconds: u64) {
    use std::{process, thread, time::Duration};
    thread::spawn(move || {
        thread::sleep(Duration::from_secs(seconds));
        process::exit(OUT_OF_TIME)
    });
}
