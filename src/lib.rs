//! `plan` reads Chinese plan documents (五年规划纲要, 专项规划, 行动方案, 政府工作报告) into chapters, sections and
//! quantified commitments, each tied to the place it was read from.
//!
//! Data flows one way: [`source`] turns bytes into a [`source::Document`], [`outline`] finds its shape, [`quantity`] and
//! [`time`] find mentions in clean text, `commitment` reads the clause around each mention, and [`analysis`] is the
//! result. [`diff`] compares two of them, [`track`] one with what was observed, [`evaluate`] measures
//! one, [`render`] writes them. Nothing here prints, opens files or reads the clock; the binary
//! does.
//!
//! ```standalone_crate
//! use plan::{analysis, source::Source};
//!
//! let text = "云岭市第十四个五年规划纲要\n第一章 产业\n到2025年，上市企业达到30家。\n";
//! let reading = analysis::analyze(Source { name: "yunling.txt", bytes: text.as_bytes() })?;
//! assert_eq!(reading.analysis.schema, "plan/1");
//! for commitment in &reading.analysis.commitments {
//!     assert_eq!(commitment.source.quote, commitment.source.span().of(&reading.document.text));
//! }
//! # Ok::<(), plan::source::SourceError>(())
//! ```

pub mod analysis;
mod assign;
pub mod check;
pub mod commitment;
pub mod diff;
pub mod duty;
pub mod evaluate;
pub mod grid;
mod judge;
pub mod lexicon;
pub mod memory;
pub mod mention;
pub mod nearest;
pub mod number;
pub mod outline;
pub mod panel;
pub mod quantity;
mod reading;
pub mod render;
#[cfg(test)]
mod sample;
pub mod saved;
pub mod source;
pub mod span;
pub mod statement;
pub mod stats;
mod tasks;
pub mod time;
pub mod track;
pub mod yaml;
