//! Statements against each other.

pub(crate) mod binding_without_unit;
pub(crate) mod parts_exceed_whole;
mod statement;
pub(crate) mod table_against_body;
pub(crate) mod two_values;
