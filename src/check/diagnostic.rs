//! What a rule finds: a message, a place and, where it is safe, a fix.
//!
//! Knows places in a document; nothing of rules or of how findings are printed.

use std::{fmt, str::FromStr};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{span::Span, statement::Shared};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth a look; never fails a run.
    Info,
    /// Very likely wrong or damaged.
    Warning,
    /// Wrong or lost beyond doubt.
    Error,
}

impl Severity {
    /// From the lightest up.
    pub const ALL: [Severity; 3] = [Severity::Info, Severity::Warning, Severity::Error];

    /// `info`, `warning`, `error`.
    pub fn key(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

impl FromStr for Severity {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = Severity::ALL.into_iter().find(|severity| severity.key() == text);
        found.ok_or_else(|| format!("`{text}` is no severity; the severities are info, warning, error"))
    }
}

/// One replacement in a document's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced.
    pub span: Span,
    /// By what.
    pub text: String,
}

/// What a rule's check function gives; the registry adds code and severity.
#[derive(Clone, Debug, Default)]
pub struct Hit {
    /// Where.
    pub span: Span,
    /// In plain words.
    pub message: Shared,
    /// What makes it the same finding when the text around moves; else the text it stands in.
    pub key: Option<Box<Shared>>,
    /// Replacements that are safe: none touches a digit.
    pub edits: Box<[Edit]>,
}

impl Hit {
    /// A finding at `span`.
    pub fn new(span: Span, message: impl Into<Shared>) -> Self {
        Self { span, message: message.into(), key: None, edits: Box::default() }
    }

    /// A finding about the whole of `text`: at its first line that says something.
    pub fn of_document(text: &str, message: String) -> Self {
        let start = text.find(|c: char| !c.is_whitespace()).unwrap_or(0);
        let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        // The name before the colon stays the same when numbers change.
        let key = message.split(':').next().map(Box::from);
        Self { key, ..Self::new(Span::new(start, end), message) }
    }

    /// One finding for damage that runs through a document: at the first of `spans`, with their number in the message.
    pub fn total(spans: &[Span], message: impl FnOnce(usize) -> String) -> Vec<Self> {
        let Some(&first) = spans.first() else { return Vec::new() };
        vec![Self { key: Some(Box::default()), ..Self::new(first, message(spans.len())) }]
    }

    /// The same with replacements.
    pub fn with_edits(self, edits: Vec<Edit>) -> Self {
        Self { edits: edits.into(), ..self }
    }
}

/// `text` without white space.
pub fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
