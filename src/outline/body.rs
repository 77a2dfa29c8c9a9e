//! The body: lines joined into paragraphs, each under its heading, with its run-in and box.

use std::sync::Arc;

use super::{
    article,
    caption::Caption,
    found::Heading,
    label::{Label, Mark},
    layout::Layout,
    line::{Line, Role},
    long, runin,
    shape::Paragraph,
};
use crate::{
    lexicon::SIGNS,
    source::{Document, View},
    span::Span,
};

/// Joins `lines` into paragraphs, in document order; a line is let go when it is read.
pub(super) fn read(
    lines: Vec<Line>,
    headings: &[Heading],
    captions: &[Caption],
    document: &Document,
    layout: Layout,
) -> Vec<Paragraph> {
    let mut reader = Reader::new(document, layout, captions);
    let mut left = lines;
    left.reverse();
    let mut at = 0;
    while let Some(line) = left.pop() {
        match line.role {
            Role::Furniture | Role::Front => {
                // A page break inside a sentence is read through.
                let open = reader.last.as_ref().is_some_and(is_open);
                if layout.wrapped.is_none() && (line.role == Role::Front || !open) {
                    reader.flush();
                }
            }
            Role::Table => reader.flush(),
            Role::Heading(heading) => reader.heading((&headings[heading as usize], heading as usize), at, line),
            Role::Caption(caption) => reader.caption(caption as usize, &line, &left),
            Role::Body => reader.text(line),
        }
        if left.len().is_multiple_of(AT_A_TIME) {
            left.shrink_to(1);
        }
        at += 1;
    }
    reader.flush();
    reader.paragraphs
}

/// How many lines are read before their memory is given back.
const AT_A_TIME: usize = 4096;

struct Reader<'a> {
    document: &'a Document,
    layout: Layout,
    captions: &'a [Caption],
    /// The names of the boxes, which their paragraphs share.
    names: Vec<Arc<str>>,
    paragraphs: Vec<Paragraph>,
    pieces: Vec<Span>,
    node: Option<usize>,
    /// The box, and the number of its last item.
    boxed: Option<(usize, u32)>,
    /// Columns of a full line of the box.
    box_width: usize,
    /// Whether empty lines set the box off from the text.
    set_off: bool,
    /// Whether the paragraph goes on from a heading on the same line.
    below_heading: bool,
    /// The last line of text.
    last: Option<Line>,
}

impl<'a> Reader<'a> {
    fn new(document: &'a Document, layout: Layout, captions: &'a [Caption]) -> Self {
        Self {
            document,
            layout,
            captions,
            names: captions.iter().map(|caption| caption.full().into()).collect(),
            paragraphs: Vec::new(),
            pieces: Vec::new(),
            node: None,
            boxed: None,
            box_width: 0,
            set_off: false,
            below_heading: false,
            last: None,
        }
    }

    /// Reads line `at`, one of the heading that is the node `index`.
    fn heading(&mut self, (heading, index): (&Heading, usize), at: usize, line: Line) {
        if at == heading.line {
            self.flush();
            self.boxed = None;
            self.node = Some(index);
        }
        if at == heading.last_line
            && let Some(rest) = heading.rest
        {
            self.pieces.push(rest);
            self.below_heading = true;
            self.last = Some(line);
        }
    }

    /// Reads the `line` of a caption of a box; the lines `below` it stand from the last to the next.
    fn caption(&mut self, caption: usize, line: &Line, below: &[Line]) {
        self.flush();
        self.boxed = Some((caption, 0));
        self.set_off = line.gap() > 0;
        self.box_width = box_width(below.iter().rev());
        if let Some(from) = self.captions.get(caption).and_then(|c| c.glued) {
            let behind = line.view(&self.document.text).source(Span::new(from, line.text().len()));
            self.pieces.push(Span::new(behind.start, line.span().end));
            self.flush();
            self.boxed = None;
        }
    }

    fn text(&mut self, line: Line) {
        let fresh = self.pieces.is_empty() || self.last.as_ref().is_none_or(|last| self.breaks(last, &line));
        if fresh {
            self.flush();
            self.leave_box(&line);
        }
        self.pieces.push(if fresh { without_article(&line, &self.document.text) } else { line.span() });
        self.last = Some(line);
    }

    /// Whether a paragraph that ran up to `before` ends there.
    fn breaks(&self, before: &Line, line: &Line) -> bool {
        let Some(full) = self.layout.wrapped else {
            if self.layout.sentences {
                return !self.layout.marked || line.indent() > 0 || line.gap() > 0 || opens_item(line);
            }
            if self.layout.broken {
                return line.gap() > 0 || (opens_item(line) && before.ends_sentence());
            }
            return !(self.is_torn(before, line)
                || continues(before, line, &self.document.text)
                || self.runs_on(before, line));
        };
        let ended = before.ends_sentence() || closes_sentence(before, &self.document.text);
        if !ended || self.is_torn(before, line) {
            return line.gap() > 0 && !self.layout.is_full(before) && opens_item(line);
        }
        let indented = line.width() + 3 <= full && line.width() + 6 >= full && !line.ends_sentence();
        let full_here = if self.boxed.is_some() { self.box_width } else { full };
        let short = before.width() * 100 < full_here * 90;
        short || line.gap() > 0 || line.indent() > before.indent() + 1 || opens_item(line) || indented
    }

    /// Whether `line` goes on with a sentence that has run over a line's end before and has not ended in `before`.
    fn runs_on(&self, before: &Line, line: &Line) -> bool {
        let ended = before.ends_sentence() || is_closed(before);
        // Where an empty line was read through, the next ones are.
        let beside = line.gap() == 0 || before.gap() > 0 && line.gap() == before.gap();
        self.pieces.len() > 1
            && !ended
            && beside
            && stands_below(before, line, &self.document.text)
            && !opens_item(line)
    }

    /// Whether the end of `before` parts a number at its decimal point, whose decimals open `line`: 1.|35册.
    fn is_torn(&self, before: &Line, line: &Line) -> bool {
        let whole = before.span().of(&self.document.text).strip_suffix(['.', '．']);
        let digits = |c: char| c.is_ascii_digit();
        whole.is_some_and(|whole| whole.ends_with(digits) && whole.contains('，'))
            && line.gap() == 0
            && line.text().starts_with(digits)
            && line.opening().is_none()
    }

    /// Decides at the start of a paragraph whether it still stands in the box.
    fn leave_box(&mut self, line: &Line) {
        let Some((caption, last)) = self.boxed else { return };
        let first =
            (self.last.is_none() || last == 0) && !self.paragraphs.iter().rev().take(1).any(|p| self.is_in(p, caption));
        let label = line.opening().filter(|l| matches!(l.mark, Mark::Arabic | Mark::ArabicParen | Mark::ChineseParen));
        let next = label.filter(|l| l.number == last + 1 || l.number == 1).map(|l| l.number);
        let wide = self
            .layout
            .wrapped
            .is_some_and(|full| line.width() * 100 > full * 112 || (line.width() < full && line.ends_sentence()));
        let close = line.gap() == 0 && (self.layout.spaced || self.set_off);
        self.boxed = match next {
            Some(number) => Some((caption, number)),
            None if first || wide || close => Some((caption, last)),
            None => None,
        };
    }

    fn is_in(&self, paragraph: &Paragraph, caption: usize) -> bool {
        paragraph.boxed.is_some() && self.names.get(caption) == paragraph.boxed.as_ref()
    }

    fn flush(&mut self) {
        if self.pieces.is_empty() {
            return;
        }
        let pieces = std::mem::take(&mut self.pieces);
        for (at, part) in long::parted(&self.document.text, pieces).iter().enumerate() {
            self.add(part, at == 0);
        }
    }

    /// Adds the paragraph of `pieces`; only where it is the `first` part of one, a heading may open it.
    fn add(&mut self, pieces: &[Span], first: bool) {
        let text = &self.document.text;
        let view = if self.layout.sentences { View::of_sentences(text, pieces) } else { View::new(text, pieces) };
        let span = pieces.iter().copied().reduce(Span::join).unwrap_or_default();
        if view.is_empty() {
            return;
        }
        let boxed = self.boxed.and_then(|(caption, _)| self.names.get(caption)).cloned();
        let run_in = match std::mem::take(&mut self.below_heading) {
            true => runin::find_below(view.text()),
            false => runin::find(view.text()).filter(|_| first),
        };
        let mut paragraph = Paragraph::new(span, self.node, view);
        (paragraph.run_in, paragraph.boxed) = (run_in.map(Box::new), boxed);
        self.paragraphs.push(paragraph);
    }
}

/// Columns of the widest of the first lines of a box, which may be set wider than the text.
fn box_width<'l>(lines: impl Iterator<Item = &'l Line>) -> usize {
    let inside = lines.take_while(|line| matches!(line.role, Role::Body | Role::Furniture));
    inside.take(6).filter(|line| line.role == Role::Body).map(|line| line.width()).max().unwrap_or(0)
}

/// Whether `line` opens a list item, a dash item or a counted one.
fn opens_item(line: &Line) -> bool {
    let text = line.text();
    text.starts_with("——") || line.opening().is_some() || text.starts_with(['●', '■', '◆', '•']) || is_bulleted(text)
}

/// -建成水厂, *建成水厂: an item of a list, unlike -5℃.
fn is_bulleted(text: &str) -> bool {
    text.strip_prefix(['-', '*', '+']).is_some_and(|item| item.starts_with(char::is_alphabetic))
}

/// Whether the last character closes a quotation or bracket that ends a sentence.
fn closes_sentence(line: &Line, text: &str) -> bool {
    let inner = line.span().of(text).trim_end_matches(['”', '’', '）', ')', '》', ' ']);
    inner.len() < line.span().len() && inner.ends_with(['。', '！', '？', '；'])
}

/// Whether `line` goes on with the sentence of `before`: broken inside a date or number.
fn continues(before: &Line, line: &Line, text: &str) -> bool {
    let listed = before.width() > 40 && (before.last.is_ascii_digit() || matches!(before.last, '，' | '、' | ','));
    // An empty line parts no clause from what it leads to: 到2025年，||新建菇棚3座。
    let pending = matches!(before.last, '，' | '、') && line.gap() == 1 && before.gap() <= 1;
    let dated = before.last.is_ascii_digit() && SIGNS.year.prefix(line.text()).is_some();
    let broken = is_open(before) && line.gap() == 0 && stands_below(before, line, text);
    let goes_on = (listed && line.ends_sentence())
        || pending
        || dated
        || broken
        || (!before.ends_sentence() && closes_bracket(line));
    goes_on && !opens_item(line) && !line.text().starts_with("——")
}

/// Whether `line` is set in no further than `before`: spaces of the full width open a paragraph, others may stand before all lines.
fn stands_below(before: &Line, line: &Line, text: &str) -> bool {
    let inside = if is_bulleted(before.text()) { INSIDE_ITEM } else { 0 };
    line.indent() == 0 || line.indent() <= before.indent() + inside && text[..line.span().start].ends_with(' ')
}

/// Columns by which the lines of an item are set in at most.
const INSIDE_ITEM: usize = 4;

/// Whether `line` begins inside a bracket: the first one in it closes.
fn closes_bracket(line: &Line) -> bool {
    line.gap() == 0 && line.text().find(['（', '）']).is_some_and(|at| line.text()[at..].starts_with('）'))
}

/// Whether `line` is prose whose sentence goes on: it holds a comma, and ends with neither stop nor bracket.
fn is_open(line: &Line) -> bool {
    let prose = line.text().contains(['，', '。']);
    prose && !line.ends_sentence() && !is_closed(line)
}

/// Whether `line` ends with a bracket, a quotation mark or a cell.
fn is_closed(line: &Line) -> bool {
    matches!(line.last, '”' | '’' | '）' | ')' | '》' | '」' | '|')
}

/// The line without the number of an article that opens it: 第三条　…
fn without_article(line: &Line, text: &str) -> Span {
    let number = article::read(line.text()).filter(|article| article.end < line.text().len());
    match number {
        Some(Label { end, .. }) => {
            Span::new(line.view(text).source(Span::new(end, line.text().len())).start, line.span().end)
        }
        None => line.span(),
    }
}
