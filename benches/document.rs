//! Whole documents: from bytes to the result, with the reading of the tables of the lexicon in the first.
//!
//! `cargo bench --bench document`

use plan::{analysis::analyze, source::Source};

const SEED: &[u8] = include_bytes!("../seeds/gulou-14fyp.txt");

fn main() {
    divan::main();
}

/// The first document of a process pays for the tables and the words of the dictionary that it asks for.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn first_document() -> usize {
    read()
}

/// Every later one only for its reading.
#[divan::bench]
fn later_document() -> usize {
    read()
}

fn read() -> usize {
    analyze(Source { name: "seed", bytes: SEED }).map_or(0, |reading| reading.analysis.commitments.len())
}
