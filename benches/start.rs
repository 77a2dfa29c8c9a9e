//! The whole process, started anew each time: what a call costs before it reads anything, and with a sentence and a plan.
//!
//! `cargo bench --bench start`. `valgrind --tool=callgrind target/release/plan scan 1家` counts instructions, which do not depend on what else runs.

use std::process::{Command, Stdio};

const SEED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/gulou-14fyp.txt");

fn main() {
    divan::main();
}

#[divan::bench(args = [&["--version"][..], &["scan", "1家"], &["outline", SEED], &["extract", SEED]], sample_size = 1)]
fn process(arguments: &[&str]) {
    let mut plan = Command::new(env!("CARGO_BIN_EXE_plan"));
    let status = plan.args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
    assert!(status.is_ok_and(|status| status.success()));
}
