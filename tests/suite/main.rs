//! Every test that sees `plan` from outside, in one executable: linking one takes seconds, linking one a file took minutes.
//! `cargo test tables` runs those of one file.
#![allow(clippy::print_stdout, reason = "a test says what it skips and what it read wrong")]

mod columns;
mod common;
mod copied_tables;
mod drawn;
mod forms;
mod rust;

mod architecture;
mod cases;
mod check;
mod check_mutations;
mod corpora;
mod corpus;
mod diff;
mod errors;
mod eval;
mod extract_cli;
mod front;
mod gold;
mod guide;
#[cfg(unix)]
mod hostile;
mod kinds_of_tables;
mod language;
mod lexicon;
#[cfg(all(feature = "docx", feature = "legacy", feature = "pdf"))]
mod media;
mod outline;
mod panel;
mod parquet;
mod pyyaml;
mod ratchets;
#[cfg(feature = "report")]
mod report;
mod robust;
mod schema;
mod seen;
mod small_tables;
mod tables;
mod tasks;
mod track;
mod verdicts;
#[cfg(all(feature = "docx", feature = "sqlite", feature = "xlsx"))]
mod workbooks;
