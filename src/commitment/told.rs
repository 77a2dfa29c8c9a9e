//! What is told of a document while it is read.

use super::rulings::Ruling;
use crate::{outline::Notice, statement::Statement};

/// What is told of a document.
pub(super) struct Told {
    /// What it states.
    pub(super) statements: Vec<Statement>,
    /// What holds a number and was not read, and what refers to a target set elsewhere.
    pub(super) notices: Vec<Notice>,
    /// What became of the numbers that are read as prose.
    pub(super) rulings: Vec<Ruling>,
}
