//! Many documents on all cores, given out in the order of their paths as they are asked for.

use std::{
    collections::BTreeMap,
    num::NonZeroUsize,
    panic::{self, AssertUnwindSafe},
    path::PathBuf,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
        mpsc::{self, Receiver, SyncSender},
    },
    thread,
};

use plan::{render, source::Overrides};
use pyo3::{exceptions::PyRuntimeError, prelude::*};

use crate::{
    objects,
    read::{Cause, Failure, Input, failed},
};

/// How many results a worker may be ahead of who asks.
const AHEAD: usize = 4;

type Answer = (usize, Result<String, Failure>);

/// An iterator over the results of `paths`; a document that cannot be read raises when its turn comes, and the next one follows.
#[pyclass]
pub(crate) struct Results {
    answers: Mutex<Receiver<Answer>>,
    early: BTreeMap<usize, Result<String, Failure>>,
    next: usize,
    count: usize,
}

#[pymethods]
impl Results {
    #[new]
    fn new(paths: Vec<PathBuf>, jobs: Option<usize>) -> Self {
        let count = paths.len();
        let cores = || thread::available_parallelism().map_or(1, NonZeroUsize::get);
        let jobs = jobs.filter(|&jobs| jobs > 0).unwrap_or_else(cores).min(count.max(1));
        let (sender, answers) = mpsc::sync_channel(jobs * AHEAD);
        let (paths, taken) = (Arc::new(paths), Arc::new(AtomicUsize::new(0)));
        for _ in 0..jobs {
            let (paths, taken, sender) = (paths.clone(), taken.clone(), sender.clone());
            thread::spawn(move || work(&paths, &taken, &sender));
        }
        Self { answers: Mutex::new(answers), early: BTreeMap::new(), next: 0, count }
    }

    fn __iter__(this: PyRef<'_, Self>) -> PyRef<'_, Self> {
        this
    }

    fn __next__<'py>(&mut self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        if self.next == self.count {
            return Ok(None);
        }
        let at = self.next;
        self.next += 1;
        let answer = py.detach(|| self.answer(at));
        let answer = answer.ok_or_else(|| PyRuntimeError::new_err("the threads that read are gone"))?;
        objects(py, &answer.map_err(failed)?).map(Some)
    }

    fn __len__(&self) -> usize {
        self.count - self.next
    }
}

impl Results {
    /// The answer of the document `at`, which is waited for; none where the workers are gone.
    fn answer(&mut self, at: usize) -> Option<Result<String, Failure>> {
        let answers = self.answers.get_mut().unwrap_or_else(PoisonError::into_inner);
        while !self.early.contains_key(&at) {
            let (place, answer) = answers.recv().ok()?;
            self.early.insert(place, answer);
        }
        self.early.remove(&at)
    }
}

/// Reads documents until none is left, or nobody asks any more.
fn work(paths: &[PathBuf], taken: &AtomicUsize, sender: &SyncSender<Answer>) {
    loop {
        let at = taken.fetch_add(1, Ordering::Relaxed);
        let Some(path) = paths.get(at) else { return };
        let input = Input::of_path(path.clone(), None, Overrides::default());
        let read = || input.reading().map(|reading| render::json::value(&reading.analysis));
        let broken = || {
            let cause = Cause::Document("reading it failed inside plan; please report this document".into());
            Failure { path: input.name.clone(), cause }
        };
        let answer = panic::catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(broken()));
        if sender.send((at, answer)).is_err() {
            return;
        }
    }
}
