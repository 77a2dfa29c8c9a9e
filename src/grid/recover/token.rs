//! The pieces of a block in order, each with what parts it from the one before.

use std::collections::HashMap;

use super::{
    block::Block,
    kind::{self, Kind},
};
use crate::{
    lexicon::COLUMNS,
    source::View,
    span::{self, Span},
};

/// What stands before a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// A sign that parts cells.
    Cell,
    /// White space within a line.
    Space,
    /// A line break.
    Line,
    /// An empty line.
    Blank,
}

/// A cell or a part of one.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// Its place; empty for an empty cell.
    pub(super) span: Span,
    /// What stands before it.
    pub(super) gap: Gap,
}

/// The pieces of a block, and what they look like.
#[derive(Clone, Debug)]
pub(super) struct Tokens<'a> {
    pub(super) text: &'a str,
    pub(super) all: Vec<Token>,
    /// What each looks like alone; `None` for an empty cell.
    pub(super) kinds: Vec<Option<Kind>>,
    /// Short words that stand again and again.
    closed: HashMap<String, usize>,
}

/// Longest word that a column may repeat, in characters.
const SHORT: usize = 6;

/// How often a word stands at the least that is one of a few.
const OFTEN: usize = 3;

impl<'a> Tokens<'a> {
    pub(super) fn new(text: &'a str, all: Vec<Token>) -> Self {
        let mut tokens = Self { text, all, kinds: Vec::new(), closed: HashMap::new() };
        let views: Vec<View> = tokens.all.iter().map(|token| View::new(text, &[token.span])).collect();
        tokens.kinds = views.iter().map(|view| (!view.is_empty()).then(|| kind::of(view.text()))).collect();
        for (view, kind) in views.iter().zip(&tokens.kinds) {
            if *kind == Some(Kind::Words) && view.text().chars().count() <= SHORT {
                *tokens.closed.entry(view.text().to_owned()).or_default() += 1;
            }
        }
        let least = OFTEN.max(tokens.all.len() / 40);
        tokens.closed.retain(|_, times| *times >= least);
        for (view, kind) in views.iter().zip(&mut tokens.kinds) {
            if tokens.closed.contains_key(view.text()) {
                *kind = Some(Kind::Closed);
            }
        }
        tokens
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// What the `count` pieces from `at` on look like as one cell.
    pub(super) fn joined(&self, at: usize, count: usize) -> Option<Kind> {
        if count == 1 {
            return self.kinds[at];
        }
        let spans: Vec<Span> = self.all[at..at + count].iter().map(|token| token.span).collect();
        let view = View::new(self.text, &spans);
        (!view.is_empty()).then(|| kind::of(view.text()))
    }

    /// Whether the piece `at` shows by itself that it goes on in the one before: 左右, （亿元）, a digit behind a stroke.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        let source = self.all[at].span.of(self.text);
        let before = at.checked_sub(1).map_or("", |before| self.all[before].span.of(self.text));
        let opens =
            source.starts_with(['（', '(', '〔', '/', '／', '、', '，', ',']) && self.kinds[at] != Some(Kind::Count);
        let open = before.ends_with(['/', '／', '、', '，', ',', '（', '(', '＞', '＜', '≥', '≤', '>', '<', '—'])
            && before.len() > 3;
        let unfinished = self.is_alone(at) && at > 0 && matches!(self.kinds[at - 1], Some(Kind::Mixed | Kind::Instead));
        opens || open || unfinished || COLUMNS.tail.has(source)
    }

    /// Whether the piece `at` has a line for itself below cells parted by signs, and is no numbered name of a group.
    fn is_alone(&self, at: usize) -> bool {
        let parts = |token: Option<&Token>| token.is_some_and(|token| token.gap == Gap::Cell);
        let above = at > 0 && parts(self.all.get(at - 1));
        let own = self.all[at].gap == Gap::Line && !parts(self.all.get(at + 1));
        let source = self.all[at].span.of(self.text);
        above && own && !source.chars().take(4).any(|c| matches!(c, '、' | '（' | '('))
    }

    /// What a reader sees of the piece `at`.
    pub(super) fn view(&self, at: usize) -> View {
        View::new(self.text, &[self.all[at].span])
    }
}

/// What stands before line `line` of `block`.
pub(super) fn gap_before(block: &Block<'_>, line: usize) -> Gap {
    let Some(above) = line.checked_sub(1) else { return Gap::Line };
    let between = Span::new(block.lines[above].end, block.lines[line].start).of(block.text);
    // Page furniture between two lines is no empty line.
    let blank = between.chars().all(char::is_whitespace) && between.matches('\n').count() > 1;
    if blank { Gap::Blank } else { Gap::Line }
}

/// The lines, each a piece.
pub(super) fn by_line(block: &Block<'_>) -> Vec<Token> {
    let tokens = block.lines.iter().enumerate();
    tokens.map(|(line, &span)| Token { span, gap: gap_before(block, line) }).collect()
}

/// The words of the lines; what stands in a bracket is not parted.
pub(super) fn by_word(block: &Block<'_>) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    for (line, &span) in block.lines.iter().enumerate() {
        let source = span.of(block.text);
        let base = source.as_ptr() as usize;
        let mut open = false;
        for (at, word) in source.split_whitespace().enumerate() {
            let start = span.start + (word.as_ptr() as usize - base);
            let word_span = Span::new(start, start + word.len());
            match tokens.last_mut().filter(|_| open) {
                Some(last) => last.span = last.span.join(word_span),
                None => {
                    let gap = if at == 0 { gap_before(block, line) } else { Gap::Space };
                    tokens.push(Token { span: word_span, gap });
                }
            }
            let rest = &source[start + word.len() - span.start..];
            open = tokens.last().is_some_and(|last| {
                let cell = last.span.of(block.text);
                is_open(cell, rest) || is_pair(cell, rest.trim_start())
            });
        }
    }
    tokens
}

/// Whether a stroke parts the number that `cell` ends with from the one that `rest` begins with: 2.55 / 3.45.
fn is_pair(cell: &str, rest: &str) -> bool {
    let stroke = |c: char| matches!(c, '/' | '／' | '→');
    let number = |text: &str| text.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let ends = |text: &str| text.trim_end().ends_with(|c: char| c.is_ascii_digit() || c == '%');
    let before = rest.strip_prefix(stroke).is_some_and(|rest| number(rest) && ends(cell));
    before || cell.strip_suffix(stroke).is_some_and(|cell| ends(cell) && number(rest))
}

/// Longest text in a bracket that white space parts, in bytes.
const LONGEST_BRACKET: usize = 60;

/// Whether a bracket is open at the end of `cell` which `rest` of its line closes soon.
fn is_open(cell: &str, rest: &str) -> bool {
    let depth = |text: &str, open: [char; 2], close: [char; 2]| {
        let (opened, closed) = (text.matches(open).count(), text.matches(close).count());
        opened > closed
    };
    let near = &rest[..span::floor(rest, LONGEST_BRACKET)];
    let [round, bent] = [(['（', '('], ['）', ')']), (['〔', '['], ['〕', ']'])];
    [round, bent].into_iter().any(|(open, close)| {
        let closes = near.find(close).is_some_and(|at| !near[..at].contains(open));
        depth(cell, open, close) && closes
    })
}
