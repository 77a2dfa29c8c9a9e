//! Work on many cores with results in order: no more is taken up than can soon be delivered, so that what waits stays small.

use std::{
    collections::BTreeMap,
    num::NonZeroUsize,
    sync::{Condvar, Mutex, MutexGuard, PoisonError, mpsc},
    thread,
};

use anyhow::Result;

/// How many items a worker may be ahead of delivery.
const AHEAD: usize = 2;

/// Stack of a worker: that of a main thread on most systems.
pub(crate) const STACK: usize = 8 << 20;

/// What workers share.
struct Shared<I> {
    items: I,
    /// Items taken.
    taken: usize,
    /// Results delivered.
    delivered: usize,
    stopped: bool,
}

/// Where workers take items and wait for deliveries.
struct Gate<I> {
    shared: Mutex<Shared<I>>,
    moved: Condvar,
    ahead: usize,
}

impl<T, I: Iterator<Item = T>> Gate<I> {
    fn lock(&self) -> MutexGuard<'_, Shared<I>> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next item with its number; waits while too many results are not delivered yet.
    fn take(&self) -> Option<(usize, T)> {
        let mut shared = self.lock();
        while !shared.stopped && shared.taken >= shared.delivered + self.ahead {
            shared = self.moved.wait(shared).unwrap_or_else(PoisonError::into_inner);
        }
        if shared.stopped {
            return None;
        }
        let item = shared.items.next()?;
        shared.taken += 1;
        Some((shared.taken - 1, item))
    }

    fn change(&self, change: impl FnOnce(&mut Shared<I>)) {
        change(&mut self.lock());
        self.moved.notify_all();
    }
}

/// How many workers there are where nobody says.
pub(crate) fn cores() -> NonZeroUsize {
    thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}

/// Does `work` on each of `items` with `jobs` workers and hands the results to `deliver` in the order of the items.
///
/// # Errors
/// What `deliver` gives; no more work is begun then.
pub(crate) fn in_order<T: Send, R: Send>(
    jobs: NonZeroUsize,
    mut items: impl Iterator<Item = T> + Send,
    work: impl Fn(T) -> R + Sync,
    mut deliver: impl FnMut(R) -> Result<()>,
) -> Result<()> {
    if jobs == NonZeroUsize::MIN {
        return items.try_for_each(|item| deliver(work(item)));
    }
    let shared = Mutex::new(Shared { items: items.fuse(), taken: 0, delivered: 0, stopped: false });
    let gate = Gate { shared, moved: Condvar::new(), ahead: jobs.get() * AHEAD };
    let worker = |sender: mpsc::Sender<(usize, R)>| {
        while let Some((at, item)) = gate.take() {
            if sender.send((at, work(item))).is_err() {
                return;
            }
        }
    };
    thread::scope(|scope| {
        let (sender, results) = mpsc::channel();
        let started = (0..jobs.get()).filter(|_| {
            let sender = sender.clone();
            thread::Builder::new()
                .stack_size(STACK)
                .spawn_scoped(scope, {
                    let worker = &worker;
                    move || worker(sender)
                })
                .is_ok()
        });
        if started.count() == 0 {
            // A system without threads to give has one still: this one.
            while let Some((_, item)) = gate.take() {
                deliver(work(item))?;
                gate.change(|shared| shared.delivered += 1);
            }
        }
        drop(sender);
        let outcome = delivered(&gate, results, &mut deliver);
        gate.change(|shared| shared.stopped = true);
        outcome
    })
}

/// Delivers `results` in order until there are no more or one cannot be delivered.
fn delivered<T, R, I: Iterator<Item = T>>(
    gate: &Gate<I>,
    results: mpsc::Receiver<(usize, R)>,
    deliver: &mut impl FnMut(R) -> Result<()>,
) -> Result<()> {
    let (mut waiting, mut next) = (BTreeMap::new(), 0);
    for (at, result) in results {
        waiting.insert(at, result);
        while let Some(result) = waiting.remove(&next) {
            deliver(result)?;
            next += 1;
            gate.change(|shared| shared.delivered = next);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::{
        sync::atomic::{AtomicUsize, Ordering},
        time::Duration,
    };

    use super::*;

    fn jobs(count: usize) -> NonZeroUsize {
        NonZeroUsize::new(count).expect("some")
    }

    #[test]
    fn results_come_in_order_and_few_wait() {
        for count in [1, 2, 8] {
            let begun = AtomicUsize::new(0);
            let work = |n: u64| {
                begun.fetch_add(1, Ordering::SeqCst);
                // The first of each ten is the slowest.
                thread::sleep(Duration::from_micros(if n.is_multiple_of(10) { 2000 } else { 10 }));
                n
            };
            let (mut got, mut most) = (Vec::new(), 0);
            let deliver = |n| {
                most = most.max(begun.load(Ordering::SeqCst) - got.len());
                got.push(n);
                Ok(())
            };
            in_order(jobs(count), 0..200, work, deliver).expect("all delivered");
            assert_eq!(got, (0..200).collect::<Vec<_>>());
            assert!(most <= count * AHEAD, "{count} jobs: {most} taken up and not delivered");
        }
    }

    #[test]
    fn a_failed_delivery_ends_the_work() {
        for count in [1, 4] {
            let begun = AtomicUsize::new(0);
            let work = |n| {
                begun.fetch_add(1, Ordering::SeqCst);
                n
            };
            let deliver = |n| if n == 3 { anyhow::bail!("the disk is full") } else { Ok(()) };
            assert!(in_order(jobs(count), 0..100_000, work, deliver).is_err());
            assert!(begun.load(Ordering::SeqCst) < 1000);
        }
    }
}
