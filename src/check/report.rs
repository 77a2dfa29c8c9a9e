//! The findings of one document.

use super::finding::Finding;

/// The findings of one document.
#[derive(Clone, Debug)]
pub struct Report {
    /// The path it was read from.
    pub path: String,
    /// The text that all places refer to.
    pub text: String,
    /// In document order.
    pub findings: Vec<Finding>,
}
