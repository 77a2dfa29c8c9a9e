//! The core of plan for a browser: documents in, a page and tables out, through the memory of the module.
//!
//! Nothing of it is bound: who calls asks for [`room`], writes bytes there, and says what they are. It needs nothing of who calls, and
//! so can reach nothing but its own memory.

use std::sync::{Mutex, MutexGuard, PoisonError};

use plan::{
    analysis,
    check::{self, Severity, Terms},
    render::{
        csv, json,
        long::{self, COLUMNS, Shape},
        report::{self, Entry},
        words::Lang,
    },
    source::Source,
};

/// What the module knows between two calls.
struct State {
    room: Vec<u8>,
    name: String,
    entries: Vec<Entry>,
    output: String,
}

static STATE: Mutex<State> =
    Mutex::new(State { room: Vec::new(), name: String::new(), entries: Vec::new(), output: String::new() });

fn state() -> MutexGuard<'static, State> {
    STATE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Where `length` bytes can be written, until the next call.
#[unsafe(no_mangle)]
extern "C" fn room(length: usize) -> *mut u8 {
    let mut state = state();
    state.room = vec![0; length];
    state.room.as_mut_ptr()
}

/// Takes the bytes in the room for the name of the next document.
#[unsafe(no_mangle)]
extern "C" fn name() {
    let mut state = state();
    state.name = String::from_utf8_lossy(&state.room).into_owned();
}

/// Reads the bytes in the room as a document; where that fails, gives `false`, and the output says why.
#[unsafe(no_mangle)]
extern "C" fn read() -> bool {
    let mut state = state();
    let bytes = std::mem::take(&mut state.room);
    match analysis::analyze(Source { name: &state.name, bytes: &bytes }) {
        Ok(reading) => {
            let findings = check::run(&state.name, &reading, &Terms::default(), Default::default(), Severity::Info);
            state.entries.push(Entry::new(reading, findings));
            true
        }
        Err(error) => {
            state.output = error.to_string();
            false
        }
    }
}

/// Writes what was read: the page (0), CSV (1) or JSON (2), in English (0) or Chinese (1); gives where the output begins.
#[unsafe(no_mangle)]
extern "C" fn write(format: u32, lang: u32) -> *const u8 {
    let mut state = state();
    let lang = if lang == 0 { Lang::En } else { Lang::Zh };
    state.output = match format {
        0 => report::page(&state.entries, lang),
        1 => table(&state.entries, lang),
        _ => json::documents(&state.entries.iter().map(|entry| &entry.analysis).collect::<Vec<_>>()),
    };
    state.output.as_ptr()
}

/// Where the output begins.
#[unsafe(no_mangle)]
extern "C" fn output() -> *const u8 {
    state().output.as_ptr()
}

/// How many bytes the output has.
#[unsafe(no_mangle)]
extern "C" fn length() -> usize {
    state().output.len()
}

/// The long table of all documents.
fn table(entries: &[Entry], lang: Lang) -> String {
    let heads = (lang == Lang::Zh).then_some(lang);
    let mut table = csv::BOM.to_owned() + &Shape::Csv.frame(COLUMNS, heads).before;
    for row in entries.iter().flat_map(|entry| long::rows(&entry.analysis)) {
        table += &Shape::Csv.row(row, COLUMNS);
    }
    table
}
