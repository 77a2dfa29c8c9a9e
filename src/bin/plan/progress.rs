//! How far a batch is: documents, speed and time left, on standard error where that is a terminal.

use std::io::{self, IsTerminal};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::output;

/// What the bar shows.
const SHAPE: &str = "{bar:30} {msg}, {binary_bytes_per_sec}, {eta} left";

/// The bar of a batch, where one is shown.
pub(crate) struct Progress {
    bar: Option<ProgressBar>,
    done: usize,
    documents: usize,
}

impl Progress {
    /// A bar for `documents` of `bytes` together, where more than one is read, nobody wants quiet, and the result does
    /// not go `to_terminal` too.
    pub(crate) fn new(documents: usize, bytes: u64, quiet: bool, to_terminal: bool) -> Self {
        let shown = documents > 1 && !quiet && !to_terminal && io::stderr().is_terminal();
        let bar = shown.then(|| {
            let bar = ProgressBar::with_draw_target(Some(bytes), ProgressDrawTarget::stderr());
            bar.with_style(ProgressStyle::with_template(SHAPE).unwrap_or_else(|_| ProgressStyle::default_bar()))
        });
        Self { bar, done: 0, documents }
    }

    /// A document of `bytes` is done.
    pub(crate) fn advance(&mut self, bytes: u64) {
        self.done += 1;
        if let Some(bar) = &self.bar {
            bar.set_message(format!("{}/{} documents", self.done, self.documents));
            bar.inc(bytes);
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
