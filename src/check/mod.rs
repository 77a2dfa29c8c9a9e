//! Whether a plan text is sound: lost tables, broken sentences, numbers that contradict each other.
//!
//! A rule is one file below `rules/`; the registry lists them all; [`run`] does the whole of a check of a reading, [`Run`] that
//! of several. Findings can be switched off by rule ([`Levels`]), set aside with a reason ([`suppress`]) or by a baseline
//! ([`baseline`]); what a text must yield is held by its expectations ([`expect`]). Knows nothing of files: the binary reads and
//! writes them.

pub mod baseline;
pub mod config;
pub mod context;
pub mod diagnostic;
pub mod docs;
pub mod expect;
pub mod finding;
pub mod fix;
mod keys;
mod label;
mod levels;
mod numbered;
pub mod registry;
mod report;
mod rule;
mod rules;
mod run;
pub mod suppress;

pub use config::{Config, Effective};
pub use diagnostic::Severity;
pub use finding::Finding;
pub use levels::Levels;
pub use registry::RULES;
pub use report::Report;
pub use rule::Rule;
pub use run::{Run, Terms, fixed, run};

#[cfg(test)]
mod tests;
