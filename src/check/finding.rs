//! What a check found, placed in its document.

use std::borrow::Cow;

use sha2::{Digest, Sha256};

use super::{
    diagnostic::{Edit, Hit, Severity, squeeze},
    rule::Rule,
};
use crate::{
    source::Document,
    span::{Short, Span},
    statement::Shared,
};

/// A finding, ready to be shown. A text may have one for every few characters.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule that finds it.
    pub rule: &'static Rule,
    /// How much it weighs.
    pub severity: Severity,
    /// In plain words.
    pub message: Shared,
    span: Short,
    /// 1-based line.
    pub line: u32,
    /// 1-based column, in characters.
    pub column: u32,
    /// 1-based line of the character after the last.
    pub end_line: u32,
    /// 1-based column after the last character.
    pub end_column: u32,
    /// The text it hangs on where that is not the text around it; empty for what runs through the whole document.
    key: Option<Box<Shared>>,
    fingerprint: Fingerprint,
    /// Safe replacements.
    pub edits: Box<[Edit]>,
}

/// What stays the same for the same finding, wherever its line has moved to.
pub(super) type Fingerprint = [u8; 8];

impl Finding {
    /// Places `hit` of `rule` in `document`.
    pub fn new(document: &Document, rule: &'static Rule, severity: Severity, hit: Hit) -> Self {
        let at = |offset| (document.lines.line(offset) as u32, document.lines.column(&document.text, offset) as u32);
        let ((line, column), (end_line, end_column)) = (at(hit.span.start), at(hit.span.end));
        let mut finding = Self {
            rule,
            severity,
            message: hit.message,
            span: hit.span.into(),
            line,
            column,
            end_line,
            end_column,
            key: hit.key,
            fingerprint: Fingerprint::default(),
            edits: hit.edits,
        };
        let key = finding.key(&document.text).into_owned();
        finding.tell_apart(&key, 1);
        finding
    }

    /// The rule's code: `structure.numbering-gap`.
    pub fn code(&self) -> &'static str {
        self.rule.code
    }

    /// What to do about it.
    pub fn help(&self) -> &'static str {
        self.rule.help
    }

    /// Where, in bytes of the document's text.
    pub fn span(&self) -> Span {
        self.span.span()
    }

    /// The text it hangs on in its document's `text`, without white space; empty for what runs through the whole document.
    pub fn key(&self, text: &str) -> Cow<'_, str> {
        match &self.key {
            Some(key) => Cow::Borrowed(key.as_str()),
            None => Cow::Owned(surroundings(text, self.span())),
        }
    }

    /// Makes it the `nth` of those that share its rule and `key`.
    pub(super) fn tell_apart(&mut self, key: &str, nth: u32) {
        let digest = Sha256::digest(format!("{}\u{1f}{key}\u{1f}{nth}", self.code()));
        self.fingerprint.copy_from_slice(&digest[..size_of::<Fingerprint>()]);
    }

    /// The same for the same finding, wherever its line has moved to.
    pub fn fingerprint(&self) -> String {
        self.fingerprint.iter().map(|byte| format!("{byte:02x}")).collect()
    }
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
    use crate::{
        check::registry,
        source::{self, Source},
    };

    #[test]
    fn fingerprints_do_not_hang_on_lines_or_spaces() {
        let of = |text: &str| {
            let document = source::read(Source { name: "x.txt", bytes: text.as_bytes() }).expect("reads");
            let at = document.text.find("降低").expect("there");
            let hit = Hit::new(Span::new(at, at + 6), "x");
            Finding::new(&document, registry::find("values.fall-by-multiple").expect("there"), Severity::Warning, hit)
        };
        let (a, b) = (of("能耗降低2倍。\n"), of("云岭市\n\n  能耗 降低 2倍。\n"));
        assert_eq!(a.fingerprint(), b.fingerprint());
        assert_eq!((b.line, b.column), (3, 6));
        assert_ne!(a.fingerprint(), of("电耗降低2倍。\n").fingerprint());
    }
}
