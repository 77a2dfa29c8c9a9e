//! What a check finds: code, severity, message, place, help and, where it is safe, a fix.
//!
//! Knows places in a document; nothing of rules or of how findings are printed.

use std::{fmt, str::FromStr};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{source::Document, span::Span};

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
    pub message: String,
    /// What makes it the same finding when the text around moves; else the text it stands in.
    pub key: Option<String>,
    /// Replacements that are safe: none touches a digit.
    pub edits: Vec<Edit>,
}

impl Hit {
    /// A finding at `span`.
    pub fn new(span: Span, message: impl Into<String>) -> Self {
        Self { span, message: message.into(), key: None, edits: Vec::new() }
    }

    /// A finding about the whole of `text`: at its first line that says something.
    pub fn of_document(text: &str, message: String) -> Self {
        let start = text.find(|c: char| !c.is_whitespace()).unwrap_or(0);
        let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        // The name before the colon stays the same when numbers change.
        let key = message.split(':').next().map(str::to_owned);
        Self { key, ..Self::new(Span::new(start, end), message) }
    }

    /// One finding for damage that runs through a document: at the first of `spans`, with their number in the message.
    pub fn total(spans: &[Span], message: impl FnOnce(usize) -> String) -> Vec<Self> {
        let Some(&first) = spans.first() else { return Vec::new() };
        vec![Self { key: Some(String::new()), ..Self::new(first, message(spans.len())) }]
    }

    /// The same with replacements.
    pub fn with_edits(self, edits: Vec<Edit>) -> Self {
        Self { edits, ..self }
    }
}

/// A finding, ready to be shown.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule's code: `structure.numbering-gap`.
    pub code: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// In plain words.
    pub message: String,
    /// What to do about it.
    pub help: &'static str,
    /// Where, in bytes of the document's text.
    pub span: Span,
    /// 1-based line.
    pub line: usize,
    /// 1-based column, in characters.
    pub column: usize,
    /// 1-based line of the character after the last.
    pub end_line: usize,
    /// 1-based column after the last character.
    pub end_column: usize,
    /// The text it hangs on, without white space; empty for what runs through the whole document.
    pub key: String,
    /// The same for the same finding, wherever its line has moved to.
    pub fingerprint: String,
    /// Safe replacements.
    pub edits: Vec<Edit>,
}

impl Finding {
    /// Places `hit` in `document`.
    pub fn new(document: &Document, code: &'static str, severity: Severity, help: &'static str, hit: Hit) -> Self {
        let at = |offset| (document.lines.line(offset), document.lines.column(&document.text, offset));
        let ((line, column), (end_line, end_column)) = (at(hit.span.start), at(hit.span.end));
        let key = hit.key.unwrap_or_else(|| surroundings(&document.text, hit.span));
        Self {
            code,
            severity,
            message: hit.message,
            help,
            span: hit.span,
            line,
            column,
            end_line,
            end_column,
            fingerprint: fingerprint(code, &key, 1),
            key,
            edits: hit.edits,
        }
    }
}

/// A hash of rule and text; `nth` tells findings apart that share both.
pub(super) fn fingerprint(code: &str, key: &str, nth: usize) -> String {
    let digest = Sha256::digest(format!("{code}\u{1f}{key}\u{1f}{nth}"));
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// `text` without white space.
pub fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The text of `span` with a few characters of its line on either side, without white space.
fn surroundings(text: &str, span: Span) -> String {
    const AROUND: usize = 10;
    let before = text[..span.start].chars().rev().take_while(|&c| c != '\n');
    let before: String = before.filter(|c| !c.is_whitespace()).take(AROUND).collect();
    let after = text[span.end..].chars().take_while(|&c| c != '\n').filter(|c| !c.is_whitespace()).take(AROUND);
    let inside: String = squeeze(span.of(text)).chars().take(80).collect();
    before.chars().rev().chain(inside.chars()).chain(after).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{self, Source};

    #[test]
    fn fingerprints_do_not_hang_on_lines_or_spaces() {
        let of = |text: &str| {
            let document = source::read(Source { name: "x.txt", bytes: text.as_bytes() }).expect("reads");
            let at = document.text.find("降低").expect("there");
            let hit = Hit::new(Span::new(at, at + 6), "x");
            Finding::new(&document, "values.fall-by-multiple", Severity::Warning, "", hit)
        };
        let (a, b) = (of("能耗降低2倍。\n"), of("云岭市\n\n  能耗 降低 2倍。\n"));
        assert_eq!(a.fingerprint, b.fingerprint);
        assert_eq!((b.line, b.column), (3, 6));
        assert_ne!(a.fingerprint, of("电耗降低2倍。\n").fingerprint);
    }
}
