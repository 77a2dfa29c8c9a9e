//! What a rule looks at: the document, its shape, its statements, and what the project expects.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::expect::Expectations;
use crate::{
    analysis::{Analysis, Reading, Record},
    lexicon::words_of,
    outline::{Node, Outline, Paragraph},
    span::Span,
};

/// What every rule is given.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The document with everything read from it.
    pub reading: &'a Reading,
    /// The plan period that the project expects.
    pub expected_period: Option<(i32, i32)>,
    /// What the text must yield.
    pub expectations: Option<&'a Expectations>,
}

impl<'a> Context<'a> {
    /// The document's text.
    pub fn text(&self) -> &'a str {
        &self.reading.document.text
    }

    /// Its shape.
    pub fn outline(&self) -> &'a Outline {
        &self.reading.outline
    }

    /// Its statements.
    pub fn analysis(&self) -> &'a Analysis {
        &self.reading.analysis
    }

    /// Its paragraphs.
    pub fn paragraphs(&self) -> &'a [Paragraph] {
        &self.reading.outline.paragraphs
    }

    /// Its lines with their places.
    pub fn lines(&self) -> impl Iterator<Item = (Span, &'a str)> + 'a {
        let document = &self.reading.document;
        (1..=document.lines.count())
            .filter_map(|number| document.lines.span(&document.text, number))
            .map(|span| (span, span.of(&document.text)))
    }

    /// The bytes of 1-based `line`, without white space at its ends.
    pub fn line(&self, line: usize) -> Span {
        let document = &self.reading.document;
        let span = document.lines.span(&document.text, line).unwrap_or_default();
        let text = span.of(&document.text);
        let start = span.start + text.len() - text.trim_start().len();
        Span::new(start, (start + text.trim().len()).max(start))
    }

    /// The first line that holds text.
    pub fn opening(&self) -> Span {
        let start = self.text().find(|c: char| !c.is_whitespace()).unwrap_or(0);
        self.line(self.reading.document.lines.line(start))
    }

    /// Every match of `pattern` in the clean text of the paragraphs.
    pub fn matches(&self, pattern: &'static LazyLock<Regex>) -> impl Iterator<Item = Match<'a>> + 'a {
        self.paragraphs().iter().flat_map(move |paragraph| {
            let text = paragraph.view.text();
            pattern.captures_iter(text).map(move |captures| Match { paragraph, captures })
        })
    }

    /// Targets and facts.
    pub fn records(&self) -> impl Iterator<Item = &'a Record> + 'a {
        let analysis = self.analysis();
        analysis.commitments.iter().chain(&analysis.achievements)
    }

    /// Where a record stands.
    pub fn place(&self, record: &Record) -> Span {
        record.source.span()
    }

    /// The place of a node's label and title.
    pub fn heading(&self, node: &Node) -> Span {
        node.span
    }

    /// Whether the paragraphs are broken into lines of one width, as in text taken from a page of print.
    pub fn is_wrapped(&self) -> bool {
        let text = self.text();
        let long = || self.paragraphs().iter().filter(|p| p.span().len() > 200);
        let broken = long().filter(|p| p.span().of(text).trim().contains('\n')).count();
        broken * 3 > long().count().max(1)
    }

    /// Whether paragraph `at` ends inside a sentence that goes on, without an empty line, in the next one.
    pub fn is_torn(&self, at: usize) -> bool {
        let (Some(paragraph), Some(next)) = (self.paragraphs().get(at), self.paragraphs().get(at + 1)) else {
            return false;
        };
        let text = self.text();
        let open = !paragraph.span().of(text).trim_end().ends_with(ENDS) && paragraph.view.text().contains('，');
        let between = text.get(paragraph.span().end..next.span().start).unwrap_or("");
        let beside = between.matches('\n').count() == 1 && between.trim().is_empty();
        let goes_on = next.view.text().starts_with(|c: char| c.is_alphabetic() || c.is_ascii_digit())
            && next.span().of(text).trim_end().ends_with(ENDS);
        open && beside
            && goes_on
            && paragraph.node() == next.node()
            && paragraph.boxed == next.boxed
            && next.run_in.is_none()
    }

    /// Whether most paragraphs have lost the stop at their end.
    pub fn is_stopless(&self) -> bool {
        let long = || self.paragraphs().iter().filter(|p| p.span().len() > 120);
        let text = self.text();
        let open = long().filter(|p| !p.span().of(text).trim_end().ends_with(ENDS)).count();
        long().count() >= 4 && open * 3 > long().count()
    }
}

/// What may stand at the end of a whole paragraph.
pub const ENDS: &[char] =
    &['。', '！', '？', '；', '：', '.', '!', '?', ';', ':', '…', '”', '"', '’', '）', ')', '】', ']', '》', '」', '｡'];

/// A match in the clean text of a paragraph.
pub struct Match<'a> {
    /// The paragraph.
    pub paragraph: &'a Paragraph,
    /// What matched.
    pub captures: Captures<'a>,
}

impl<'a> Match<'a> {
    /// The text of group `index`; empty where it matched nothing.
    pub fn get(&self, index: usize) -> &'a str {
        self.captures.get(index).map_or("", |m| m.as_str())
    }

    /// The clean text before the match.
    pub fn before(&self) -> &'a str {
        &self.paragraph.view.text()[..self.captures.get(0).map_or(0, |m| m.start())]
    }

    /// The clean text after the match.
    pub fn after(&self) -> &'a str {
        &self.paragraph.view.text()[self.captures.get(0).map_or(0, |m| m.end())..]
    }

    /// The clean text of the sentence up to the match.
    pub fn sentence_before(&self) -> &'a str {
        let before = self.before();
        let stop = before.rfind(['。', '！', '？', '；']).map_or(0, |at| at + 3);
        &before[stop..]
    }

    /// The clean text of the clause up to the match.
    pub fn clause_before(&self) -> &'a str {
        let before = self.before();
        let stop = before.char_indices().rev().find(|(_, c)| matches!(c, '。' | '！' | '？' | '；' | '，' | '：'));
        &before[stop.map_or(0, |(at, c)| at + c.len_utf8())..]
    }

    /// Its place in the document.
    pub fn span(&self) -> Span {
        self.place(0)
    }

    /// The place of group `index` in the document.
    pub fn place(&self, index: usize) -> Span {
        let range = self.captures.get(index).map_or(0..0, |m| m.range());
        self.paragraph.view.source(Span::new(range.start, range.end))
    }
}

/// A pattern of the program, in which `{class}` stands for the words of that class ([`words_of`]); the tests compile every one.
pub fn pattern(text: &str) -> Regex {
    let is_class = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    let words = |class: &str| words_of(class).into_iter().map(regex::escape).collect::<Vec<_>>().join("|");
    let mut filled = String::new();
    let mut parts = text.split('{');
    filled.extend(parts.next());
    for part in parts {
        match part.split_once('}').filter(|(name, _)| is_class(name)) {
            Some((class, rest)) => filled += &format!("(?:{}){rest}", words(class)),
            None => filled += &format!("{{{part}"),
        }
    }
    Regex::new(&filled).unwrap_or_else(|error| unreachable!("a pattern of the program does not compile: {error}"))
}
