
pub(crate) use mutants::is_on as mutant;

/// Which mutant is on, what is reached, and the tests run with each of them in one process.
///
/// `PLAN_MUTANT` turns one on for good. With `PLAN_MUTANTS`, a file of numbers, each test is run with all of them off first, which tells what it
/// reaches; the last test of the program then runs each mutant's own tests, the quick ones first. `PLAN_RESULTS` gets a line before and one behind each.
#[allow(missing_docs)]
pub mod mutants {
    use std::{
        any::Any,
        cell::Cell,
        collections::{BTreeSet, HashMap},
        env,
        fs::{self, File, OpenOptions},
        hash::{DefaultHasher, Hash, Hasher},
        io::Write,
        panic::{self, AssertUnwindSafe},
        sync::{
            LazyLock, Mutex,
            atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering::Relaxed},
        },
        thread,
        time::{Duration, Instant},
    };

    const COUNT: usize = 8192;
    /// No mutant is on and nothing is noted; or what is reached is noted.
    const NONE: u32 = 0;
    const NOTED: u32 = u32::MAX;

    struct Test {
        name: &'static str,
        body: fn(),
        reached: BTreeSet<u32>,
        asked: u64,
        seconds: f64,
    }

    static CHOSEN: LazyLock<AtomicU32> =
        LazyLock::new(|| AtomicU32::new(env::var("PLAN_MUTANT").ok().and_then(|one| one.parse().ok()).unwrap_or(NONE)));
    static REACHED: [AtomicBool; COUNT] = [const { AtomicBool::new(false) }; COUNT];
    static ASKED: AtomicU64 = AtomicU64::new(0);
    static LIMIT: AtomicU64 = AtomicU64::new(u64::MAX);
    static TESTS: Mutex<Vec<Test>> = Mutex::new(Vec::new());
    static AT_FIRST: Mutex<BTreeSet<u32>> = Mutex::new(BTreeSet::new());
    static KEPT: LazyLock<Mutex<HashMap<u64, (Box<dyn Any + Send>, BTreeSet<u32>)>>> = LazyLock::new(Mutex::default);
    thread_local!(static SILENT: Cell<bool> = const { Cell::new(false) });

    pub fn is_on(number: u32) -> bool {
        let asked = ASKED.load(Relaxed) + 1;
        ASKED.store(asked, Relaxed);
        if asked > LIMIT.load(Relaxed) {
            LIMIT.store(u64::MAX, Relaxed);
            panic!("a mutant goes on without end");
        }
        let chosen = CHOSEN.load(Relaxed);
        if chosen == NOTED {
            REACHED[number as usize].store(true, Relaxed);
        }
        chosen == number
    }

    fn reached() -> BTreeSet<u32> {
        (0..COUNT as u32).filter(|number| REACHED[*number as usize].load(Relaxed)).collect()
    }

    /// What `read` gives with every mutant off, which it reaches, and how often one is asked for.
    pub fn noted<T>(read: impl FnOnce() -> T) -> (T, BTreeSet<u32>, u64) {
        REACHED.iter().for_each(|one| one.store(false, Relaxed));
        CHOSEN.store(NOTED, Relaxed);
        ASKED.store(0, Relaxed);
        let read = read();
        CHOSEN.store(NONE, Relaxed);
        (read, reached(), ASKED.load(Relaxed))
    }

    /// What `read` gives with `number` on; `None` where it panics, as it does when mutants are asked for more than `limit` times.
    pub fn with<T>(number: u32, limit: u64, read: impl FnOnce() -> T) -> Option<T> {
        CHOSEN.store(number, Relaxed);
        ASKED.store(0, Relaxed);
        LIMIT.store(limit, Relaxed);
        SILENT.set(true);
        let read = panic::catch_unwind(AssertUnwindSafe(read)).ok();
        SILENT.set(false);
        LIMIT.store(u64::MAX, Relaxed);
        CHOSEN.store(NONE, Relaxed);
        read
    }

    /// What `make` gives for `key`; as it was without mutants where the one that is on is not reached by it.
    pub fn kept<T: Clone + Send + 'static>(key: impl Hash, make: impl FnOnce() -> T) -> T {
        let mut hasher = DefaultHasher::new();
        key.hash(&mut hasher);
        let key = hasher.finish();
        match CHOSEN.load(Relaxed) {
            NONE => make(),
            NOTED => {
                let before = reached();
                REACHED.iter().for_each(|one| one.store(false, Relaxed));
                let made = make();
                let mine = reached();
                before.iter().for_each(|number| REACHED[*number as usize].store(true, Relaxed));
                KEPT.lock().expect("kept").insert(key, (Box::new(made.clone()), mine));
                made
            }
            number => {
                let kept = KEPT.lock().expect("kept");
                match kept.get(&key).filter(|(_, reached)| !reached.contains(&number)) {
                    Some((made, _)) => made.downcast_ref::<T>().expect("its own type").clone(),
                    None => {
                        drop(kept);
                        make()
                    }
                }
            }
        }
    }

    /// Runs a test, and keeps it for [`run`].
    pub fn test(name: &'static str, body: fn()) {
        if env::var_os("PLAN_MUTANTS").is_none() {
            return body();
        }
        let ((), first, _) = noted(body);
        let start = Instant::now();
        let ((), reached, asked) = noted(body);
        let seconds = start.elapsed().as_secs_f64();
        AT_FIRST.lock().expect("numbers").extend(first);
        TESTS.lock().expect("tests").push(Test { name, body, reached, asked, seconds });
    }

    /// Runs each mutant's tests. Is the last test of its program.
    pub fn run() {
        let Some(path) = env::var_os("PLAN_MUTANTS") else { return };
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !SILENT.get() {
                usual(info);
            }
        }));
        let mut results =
            OpenOptions::new().append(true).create(true).open(env::var_os("PLAN_RESULTS").expect("a file")).expect("opens");
        let mut tests = TESTS.lock().expect("tests");
        tests.sort_by(|one, other| one.seconds.total_cmp(&other.seconds));
        describe(&tests);
        let mut since = 0;
        let beat = watch();
        for number in fs::read_to_string(path).expect("numbers").split_whitespace().map(|n| n.parse().expect("a number")) {
            since += 1;
            beat.store(since, Relaxed);
            writeln!(results, "{number}").expect("written");
            let mut mine = tests.iter().filter(|test| test.reached.contains(&number)).peekable();
            let none = mine.peek().is_none();
            let killer = mine.find(|test| with(number, test.asked * 10 + 1_000_000, test.body).is_none());
            let at_first = AT_FIRST.lock().expect("numbers").contains(&number);
            let fate = match killer {
                Some(test) => test.name,
                None if none => if at_first { "AT FIRST" } else { "UNREACHED" },
                None => "LEFT",
            };
            writeln!(results, "{number} {fate}").expect("written");
        }
    }

    /// Ends the program where one mutant takes more than a minute.
    fn watch() -> &'static AtomicU64 {
        static BEAT: AtomicU64 = AtomicU64::new(0);
        thread::spawn(|| {
            loop {
                let before = BEAT.load(Relaxed);
                thread::sleep(Duration::from_secs(60));
                if BEAT.load(Relaxed) == before {
                    std::process::exit(9);
                }
            }
        });
        &BEAT
    }

    /// What the tests take and reach, in a file beside the results.
    fn describe(tests: &[Test]) {
        let mut path = env::var_os("PLAN_RESULTS").expect("a file");
        path.push(".tests");
        let mut file = File::create(path).expect("opens");
        for test in tests {
            writeln!(file, "{:.4}\t{}\t{}", test.seconds, test.reached.len(), test.name).expect("written");
        }
    }
}
