//! The pieces of a block in order, each with what parts it from the one before.

use std::collections::HashMap;

use ecow::EcoString;

use super::{
    block::Block,
    kind::{self, Kind},
};
use crate::{
    lexicon::COLUMNS,
    source::View,
    span::{self, Short, Span},
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
    span: Short,
    /// What stands before it.
    pub(super) gap: Gap,
}

impl Token {
    /// The piece at `span`, behind `gap`.
    pub(super) fn new(span: Span, gap: Gap) -> Self {
        Self { span: span.into(), gap }
    }

    /// Its place; empty for an empty cell.
    pub(super) fn span(&self) -> Span {
        self.span.span()
    }
}

/// The pieces of a block, and what they look like.
#[derive(Clone, Debug)]
pub(super) struct Tokens<'a> {
    pub(super) text: &'a str,
    pub(super) all: &'a [Token],
    /// What each looks like alone; `None` for an empty cell.
    pub(super) kinds: Vec<Option<Kind>>,
    /// Characters of the longest first name on a line of several pieces.
    widest: usize,
}

/// Longest word that a column may repeat, in characters.
const SHORT: usize = 6;

/// How often a word stands at the least that is one of a few.
const OFTEN: usize = 3;

impl<'a> Tokens<'a> {
    pub(super) fn new(text: &'a str, all: &'a [Token]) -> Self {
        let mut words = Repeated::default();
        let mut kinds = Vec::with_capacity(all.len());
        for (at, token) in all.iter().enumerate() {
            let view = View::new(text, &[token.span()]);
            let kind = (!view.is_empty()).then(|| kind::of(view.text()));
            if kind == Some(Kind::Words) && view.text().chars().count() <= SHORT {
                words.add(at, view.text());
            }
            kinds.push(kind);
        }
        for at in words.often(OFTEN.max(all.len() / 40)) {
            kinds[at] = Some(Kind::Closed);
        }
        let mut tokens = Self { text, all, kinds, widest: 0 };
        tokens.widest = tokens.names().map(|at| tokens.width(at)).max().unwrap_or(0);
        tokens
    }

    /// The first piece of words on each line of several.
    fn names(&self) -> impl Iterator<Item = usize> + '_ {
        let named = |at: &usize| matches!(self.kinds[*at], Some(Kind::Words | Kind::Name | Kind::Mixed));
        let inline = |gap: Gap| matches!(gap, Gap::Cell | Gap::Space);
        let mut open = false;
        (0..self.all.len()).filter(move |at| {
            let first = !inline(self.all[*at].gap);
            open |= first;
            let beside = !first || self.all.get(at + 1).is_some_and(|next| inline(next.gap));
            let found = open && beside && named(at);
            open &= !found;
            found
        })
    }

    /// Characters of the piece `at`.
    fn width(&self, at: usize) -> usize {
        self.all[at].span().of(self.text).chars().count()
    }

    /// Whether the piece `at`, on a line by itself, ends long before the names of other rows do, as none does that is broken for want
    /// of room.
    pub(super) fn has_room(&self, at: usize) -> bool {
        self.all[at].gap == Gap::Line && self.width(at) * 2 <= self.widest
    }

    /// Whether the piece `at` opens a line with a number of its own, as none has that goes on in the piece `before`.
    pub(super) fn opens_numbered(&self, at: usize, before: usize) -> bool {
        let numbering = |at: usize| kind::numbering(self.all[at].span().of(self.text));
        // 农村一、 over 二、三产业产值, 收入比（城镇： over 1.农村）
        let above = self.all[at - 1].span().of(self.text);
        let open = above.ends_with(['、', '：', ':'])
            || above.matches(['（', '(']).count() > above.matches(['）', ')']).count();
        self.all[at].gap == Gap::Line && !open && numbering(at).is_some_and(|own| Some(own) != numbering(before))
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// What the `count` pieces from `at` on look like as one cell.
    pub(super) fn joined(&self, at: usize, count: usize) -> Option<Kind> {
        if count == 1 {
            return self.kinds[at];
        }
        let spans: Vec<Span> = self.all[at..at + count].iter().map(Token::span).collect();
        let view = View::new(self.text, &spans);
        (!view.is_empty()).then(|| kind::of(view.text()))
    }

    /// Whether the piece `at` shows by itself that it goes on in the one before: 左右, （亿元）, a digit behind a stroke.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        let source = self.all[at].span().of(self.text);
        let before = at.checked_sub(1).map_or("", |before| self.all[before].span().of(self.text));
        let opens = source.starts_with(['（', '(', '〔', '/', '／', '、', '，', ','])
            && !matches!(self.kinds[at], Some(Kind::Count | Kind::Dash));
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
        let source = self.all[at].span().of(self.text);
        above && own && !source.chars().take(4).any(|c| matches!(c, '、' | '（' | '('))
    }

    /// Whether the piece `at` opens a line and names the sum of the rows above it: 合计（万元）.
    pub(super) fn sums_up(&self, at: usize) -> bool {
        let source = self.all[at].span().of(self.text);
        let bare = source.split(['（', '(']).next().unwrap_or(source);
        matches!(self.all[at].gap, Gap::Line | Gap::Blank) && COLUMNS.sums.has(bare)
    }

    /// Whether the piece `at` ends in a unit and the next names something without one, a part of what it measures: 排放量减少（%） over 氨氮.
    pub(super) fn measures_parts(&self, at: usize) -> bool {
        let part = self.kinds.get(at + 1) == Some(&Some(Kind::Words)) && !self.goes_on(at + 1);
        part && self.width(at + 1) > 1 && self.kinds[at] == Some(Kind::Name) && kind::has_unit(self.view(at).text())
    }

    /// What a reader sees of the piece `at`.
    pub(super) fn view(&self, at: usize) -> View {
        View::new(self.text, &[self.all[at].span()])
    }
}

/// Short words, and where each stands.
#[derive(Default)]
struct Repeated {
    /// Each word with its place in `times`.
    known: HashMap<EcoString, u32>,
    times: Vec<u32>,
    /// Each piece that is one, with the place of its word.
    pieces: Vec<(u32, u32)>,
}

impl Repeated {
    fn add(&mut self, at: usize, word: &str) {
        let next = self.times.len() as u32;
        let place = match self.known.get(word) {
            Some(&place) => place,
            None => {
                self.known.insert(word.into(), next);
                self.times.push(0);
                next
            }
        };
        self.times[place as usize] += 1;
        self.pieces.push((at as u32, place));
    }

    /// The pieces whose words stand `least` times or more.
    fn often(&self, least: usize) -> impl Iterator<Item = usize> + '_ {
        let often = move |&&(_, word): &&(u32, u32)| self.times[word as usize] as usize >= least;
        self.pieces.iter().filter(often).map(|&(at, _)| at as usize)
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

/// The pieces of each line of `tokens`.
pub(super) fn lines(tokens: &[Token]) -> impl Iterator<Item = &[Token]> {
    tokens.chunk_by(|_, next| matches!(next.gap, Gap::Cell | Gap::Space))
}

/// The lines, each a piece.
pub(super) fn by_line(block: &Block<'_>) -> Vec<Token> {
    let tokens = block.lines.iter().enumerate();
    tokens.map(|(line, &span)| Token::new(span, gap_before(block, line))).collect()
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
                Some(last) => last.span = last.span().join(word_span).into(),
                None => {
                    let gap = if at == 0 { gap_before(block, line) } else { Gap::Space };
                    tokens.push(Token::new(word_span, gap));
                }
            }
            let rest = &source[start + word.len() - span.start..];
            open = tokens.last().is_some_and(|last| {
                let cell = last.span().of(block.text);
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
    let ends = |text: &str| text.trim_end().trim_end_matches('%').ends_with(|c: char| c.is_ascii_digit());
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
