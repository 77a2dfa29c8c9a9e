//! Faults of the program itself: each is told in one line, with the place in the code that a report of it should name.

use std::{
    cell::RefCell,
    panic::{self, AssertUnwindSafe, PanicHookInfo},
    path::Path,
};

use anyhow::{Error, Result, anyhow};

thread_local! {
    /// Where the last fault of this thread arose.
    static PLACE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Keeps faults from printing what only helps who writes the program; where they arose is kept.
pub(crate) fn keep_silent() {
    panic::set_hook(Box::new(|fault| PLACE.set(place(fault))));
}

/// The file and line of `fault`.
fn place(fault: &PanicHookInfo<'_>) -> String {
    let told = |at: &panic::Location<'_>| {
        let name = Path::new(at.file()).file_name().unwrap_or_default();
        format!(" ({}:{})", name.to_string_lossy(), at.line())
    };
    fault.location().map(told).unwrap_or_default()
}

/// What `work` gives; a fault of the program in it is an error.
pub(crate) fn caught<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
    caught_as(work, |place| anyhow!("`plan` itself broke; please report it{place}"))
}

/// The same for the document at `path`, which alone it costs.
pub(crate) fn shielded<T>(path: &Path, work: impl FnOnce() -> Result<T>) -> Result<T> {
    caught_as(work, |place| anyhow!("{}: reading it broke `plan` itself; please report it{place}", path.display()))
}

/// What `work` gives; a fault in it is the error that `told` makes of its place.
fn caught_as<T>(work: impl FnOnce() -> Result<T>, told: impl FnOnce(String) -> Error) -> Result<T> {
    panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(told(PLACE.take())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_an_error_in_one_line() {
        let broken = || -> Result<()> { panic!("a fault") };
        let told = |result: Result<()>| result.expect_err("it broke").to_string();
        assert!(told(caught(broken)).starts_with("`plan` itself broke; please report it"));
        let of_document = told(shielded(Path::new("a.txt"), broken));
        assert!(of_document.starts_with("a.txt: reading it broke `plan` itself; please report it"));
        assert_eq!(caught(|| Ok(7)).expect("no fault"), 7);
    }
}
