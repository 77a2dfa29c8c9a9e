//! How far a batch is: documents, speed and time left, on standard error where that is a terminal.

use std::io::{self, IsTerminal};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::{chinese::told, output};

/// What the bar shows.
fn shape() -> String {
    format!("{{bar:30}} {{msg}}, {{binary_bytes_per_sec}}, {}", told("time left: {eta}"))
}

/// The bar of a batch, where one is shown.
pub(crate) struct Progress {
    bar: Option<ProgressBar>,
    done: usize,
    documents: Option<usize>,
    quiet: bool,
}

impl Progress {
    /// A bar for `documents`, where it is known how many, of `bytes` together; `wanted` where it is of use. Where it is `quiet`,
    /// notices are left out.
    pub(crate) fn new(documents: Option<usize>, bytes: u64, wanted: bool, quiet: bool) -> Self {
        let shown = wanted && io::stderr().is_terminal();
        let bar = shown.then(|| {
            let bar = ProgressBar::with_draw_target(Some(bytes), ProgressDrawTarget::stderr());
            bar.with_style(ProgressStyle::with_template(&shape()).unwrap_or_else(|_| ProgressStyle::default_bar()))
        });
        Self { bar, done: 0, documents, quiet }
    }

    /// A document of `bytes` is done.
    pub(crate) fn advance(&mut self, bytes: u64) {
        self.done += 1;
        if let Some(bar) = &self.bar {
            let of = self.documents.map(|documents| format!("/{documents}")).unwrap_or_default();
            bar.set_message(told(&format!("documents read: {}{of}", self.done)).into_owned());
            bar.inc(bytes);
        }
    }

    /// Says a line that is no error, unless that is not wanted.
    pub(crate) fn notice(&self, line: &str) {
        if !self.quiet {
            self.say(line);
        }
    }

    /// Says a line above the bar.
    pub(crate) fn say(&self, line: &str) {
        match &self.bar {
            Some(bar) => bar.suspend(|| output::say(line)),
            None => output::say(line),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
