//! Whole documents: from bytes to the result, with the loading of the dictionary and the tables beside it.
//!
//! `cargo bench --bench document`

use plan::{analysis::analyze, source::Source};

const SEED: &[u8] = include_bytes!("../seeds/gulou-14fyp.txt");

fn main() {
    divan::main();
}

/// The first document of a process pays for the dictionary and the tables of the lexicon.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn first_document() -> usize {
    read()
}

/// Every later one only for its reading.
#[divan::bench]
fn later_document() -> usize {
    read()
}

/// The dictionary alone.
#[divan::bench(sample_count = 10)]
fn load_dictionary() -> bool {
    let mut words = plan::lexicon::DICTIONARY.as_bytes();
    jieba_rs::Jieba::with_dict(&mut words).is_ok()
}

fn read() -> usize {
    analyze(Source { name: "seed", bytes: SEED }).map_or(0, |reading| reading.analysis.commitments.len())
}
