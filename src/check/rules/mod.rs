//! The rules, one file each, by family.

pub(super) mod consistency;
pub(super) mod project;
pub(super) mod structure;
pub(super) mod tasks;
pub(super) mod text;
pub(super) mod time;
pub(super) mod values;

/// What every rule needs.
mod prelude {
    pub(super) use std::sync::LazyLock;

    pub(super) use regex::Regex;

    pub(super) use crate::{
        check::{
            context::{Context, Match, pattern},
            diagnostic::{Edit, Hit, Severity, squeeze},
            label,
            rule::Rule,
        },
        lexicon::CHECKED,
        span::Span,
    };
}
