//! What stands beside a text.

pub(crate) mod expectation;
pub(crate) mod unused_suppression;
