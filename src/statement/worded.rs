//! A goal of a standard indicator that is set without a number.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    lexicon::{Indicator, Measure},
    span::Span,
};

/// How a goal without a number is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// Against another figure: in step with the economy, above the nation's.
    Compared,
    /// As another document sets it.
    ByReference,
    /// In words that say which way.
    InWords,
    /// Said not to be set.
    NotSet,
}

/// A goal without a number.
#[derive(Clone, Debug)]
pub struct Worded {
    /// The standard indicator.
    pub indicator: &'static Indicator,
    /// How it is measured, where the words tell.
    pub measure: Option<Measure>,
    /// How it is set.
    pub how: How,
    /// The clause, in the document.
    pub span: Span,
    /// The node that it stands under.
    pub node: Option<usize>,
    /// The year that its part of the document is about, where that has one.
    pub year: Option<i32>,
}
