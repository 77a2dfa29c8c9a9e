//! How long a document's shape takes to read.

use divan::{Bencher, black_box};
use plan::{
    outline,
    source::{self, Document, Source},
};

fn main() {
    divan::main();
}

fn document(path: &str) -> Document {
    let bytes = std::fs::read(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).expect("part of the repository");
    source::read(Source { name: path, bytes: &bytes }).expect("text")
}

#[divan::bench(args = ["seeds/gulou-14fyp.txt", "fixtures/documents/wrapped.txt", "fixtures/documents/stacked.md"])]
fn read(bencher: Bencher<'_, '_>, path: &str) {
    let document = document(path);
    bencher.bench(|| outline::read(black_box(&document)));
}
