//! Results as text: one file a format.
//!
//! Knows the result types and the format, nothing of files, streams or the command line.

pub mod eval;
pub mod json;
pub mod outline;
pub mod select;
pub mod yaml;
