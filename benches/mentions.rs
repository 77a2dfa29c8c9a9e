//! How long the mention layer takes: the tables, and a whole plan.

use divan::{Bencher, black_box, counter::BytesCount};
use plan::{
    lexicon::{bounds::Bounds, lookalikes::Lookalikes, numerals::Numerals, units::Units},
    quantity,
    source::View,
    span::Span,
};

fn main() {
    divan::main();
}

#[divan::bench]
fn load_tables() {
    let _ = black_box(Numerals::parse(include_str!("../src/lexicon/data/numerals.yaml")));
    let _ = black_box(Units::parse(include_str!("../src/lexicon/data/units.yaml")));
    let _ = black_box(Bounds::parse(include_str!("../src/lexicon/data/comparators.yaml")));
    let _ = black_box(Lookalikes::parse(include_str!("../src/lexicon/data/lookalikes.yaml")));
}

#[divan::bench]
fn load_units() {
    let _ = black_box(Units::parse(include_str!("../src/lexicon/data/units.yaml")));
}

#[divan::bench]
fn load_lookalikes() {
    let _ = black_box(Lookalikes::parse(include_str!("../src/lexicon/data/lookalikes.yaml")));
}

/// The plan, paragraph by paragraph, as the reader sees it.
fn paragraphs() -> Vec<String> {
    include_str!("../seeds/gulou-14fyp.txt")
        .lines()
        .map(|line| View::new(line, &[Span::new(0, line.len())]).text().to_owned())
        .collect()
}

#[divan::bench]
fn scan_plan(bencher: Bencher<'_, '_>) {
    let paragraphs = paragraphs();
    let bytes: usize = paragraphs.iter().map(String::len).sum();
    bencher
        .counter(BytesCount::new(bytes))
        .bench(|| paragraphs.iter().map(|text| quantity::scan(black_box(text)).len()).sum::<usize>());
}
