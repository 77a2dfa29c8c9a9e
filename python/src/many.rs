//! Many documents on all cores, given out in their order as they are asked for.

use std::{
    collections::BTreeMap,
    num::NonZeroUsize,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
        mpsc::{self, Receiver, SyncSender},
    },
    thread,
};

use arrow_array::RecordBatch;
use plan::render;
use pyo3::{exceptions::PyRuntimeError, prelude::*, types::PyDict};

use crate::{
    objects,
    read::{Failure, Input, failed},
    table::{Columns, Table},
};

/// How many results a worker may be ahead of who asks.
const AHEAD: usize = 4;

/// What is made of a document.
enum Product {
    /// The result.
    Json(String),
    /// The rows of the long table.
    Rows(RecordBatch),
}

type Answer = Result<Product, Failure>;

/// What the workers share.
struct Work {
    inputs: Vec<Input>,
    /// The columns that are asked for, where rows are.
    columns: Option<Columns>,
    taken: AtomicUsize,
}

/// An iterator over the results of documents; one that cannot be read raises when its turn comes, and the next one follows.
#[pyclass]
pub(crate) struct Results {
    answers: Mutex<Receiver<(usize, Answer)>>,
    early: BTreeMap<usize, Answer>,
    work: Arc<Work>,
    next: usize,
}

#[pymethods]
impl Results {
    /// The results of `documents`, each with how it is read; as rows of `columns` where there are any.
    #[new]
    fn new(
        documents: Vec<(Bound<'_, PyAny>, Bound<'_, PyDict>)>,
        jobs: Option<usize>,
        columns: Option<Columns>,
    ) -> PyResult<Self> {
        let inputs = documents.iter().map(|(source, how)| Input::new(source, how)).collect::<PyResult<Vec<_>>>()?;
        let cores = || thread::available_parallelism().map_or(1, NonZeroUsize::get);
        let jobs = jobs.filter(|&jobs| jobs > 0).unwrap_or_else(cores).min(inputs.len());
        let (sender, answers) = mpsc::sync_channel(jobs * AHEAD);
        let work = Arc::new(Work { inputs, columns, taken: AtomicUsize::new(0) });
        for _ in 0..jobs {
            let (work, sender) = (work.clone(), sender.clone());
            thread::spawn(move || work.run(&sender));
        }
        Ok(Self { answers: Mutex::new(answers), early: BTreeMap::new(), work, next: 0 })
    }

    fn __iter__(this: PyRef<'_, Self>) -> PyRef<'_, Self> {
        this
    }

    fn __next__<'py>(&mut self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        if self.__len__() == 0 {
            return Ok(None);
        }
        let at = self.next;
        self.next += 1;
        let answer = py.detach(|| self.answer(at));
        let answer = answer.ok_or_else(|| PyRuntimeError::new_err("the threads that read are gone"))?;
        match answer.map_err(failed)? {
            Product::Json(json) => objects(py, &json).map(Some),
            Product::Rows(rows) => Ok(Some(Bound::new(py, Table::of(rows))?.into_any())),
        }
    }

    fn __len__(&self) -> usize {
        self.work.inputs.len() - self.next
    }
}

impl Results {
    /// The answer of the document `at`, which is waited for; none where the workers are gone.
    fn answer(&mut self, at: usize) -> Option<Answer> {
        let answers = self.answers.get_mut().unwrap_or_else(PoisonError::into_inner);
        while !self.early.contains_key(&at) {
            let (place, answer) = answers.recv().ok()?;
            self.early.insert(place, answer);
        }
        self.early.remove(&at)
    }
}

impl Work {
    /// Reads documents until none is left, or nobody asks any more.
    fn run(&self, sender: &SyncSender<(usize, Answer)>) {
        loop {
            let at = self.taken.fetch_add(1, Ordering::Relaxed);
            let Some(input) = self.inputs.get(at) else { return };
            if sender.send((at, input.guarded(|input| self.product(input)))).is_err() {
                return;
            }
        }
    }

    fn product(&self, input: &Input) -> Answer {
        let analysis = input.reading()?.analysis;
        Ok(match &self.columns {
            Some(columns) => Product::Rows(columns.rows(&analysis)),
            None => Product::Json(render::json::value(&analysis)),
        })
    }
}
