//! The body: lines joined into paragraphs, each under its heading, with its run-in and box.

use super::{
    caption::Caption,
    found::Heading,
    label::{self, Mark},
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

/// The paragraphs of a document, and for each line the heading it stands under.
pub(super) struct Body {
    /// In document order.
    pub(super) paragraphs: Vec<Paragraph>,
    /// For each line, the heading above it.
    pub(super) nodes: Vec<Option<usize>>,
}

/// Joins `lines` into paragraphs.
pub(super) fn read(
    lines: &[Line],
    headings: &[Heading],
    captions: &[Caption],
    document: &Document,
    layout: Layout,
) -> Body {
    let mut reader = Reader::new(document, layout, captions);
    let mut nodes = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        match line.role {
            Role::Furniture | Role::Front => {
                // A page break inside a sentence is read through.
                let open = reader.last.is_some_and(|last| is_open(&lines[last]));
                if layout.wrapped.is_none() && (line.role == Role::Front || !open) {
                    reader.flush();
                }
            }
            Role::Table => reader.flush(),
            Role::Heading(heading) => reader.heading(&headings[heading], heading, at),
            Role::Caption(caption) => {
                reader.flush();
                reader.boxed = Some((caption, 0));
                reader.set_off = line.gap > 0;
                reader.box_width = box_width(&lines[at + 1..]);
                if let Some(span) = captions.get(caption).and_then(|c| c.glued) {
                    reader.pieces.push(span);
                    reader.flush();
                    reader.boxed = None;
                }
            }
            Role::Body => reader.text(lines, at),
        }
        nodes.push(reader.node);
    }
    reader.flush();
    Body { paragraphs: reader.paragraphs, nodes }
}

struct Reader<'a> {
    document: &'a Document,
    layout: Layout,
    captions: &'a [Caption],
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
    /// The last line of text, by place.
    last: Option<usize>,
}

impl<'a> Reader<'a> {
    fn new(document: &'a Document, layout: Layout, captions: &'a [Caption]) -> Self {
        Self {
            document,
            layout,
            captions,
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

    fn heading(&mut self, heading: &Heading, index: usize, at: usize) {
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
            self.last = Some(at);
        }
    }

    fn text(&mut self, lines: &[Line], at: usize) {
        let line = &lines[at];
        let fresh = self.pieces.is_empty() || self.last.is_none_or(|last| self.breaks(&lines[last], line));
        if fresh {
            self.flush();
            self.leave_box(line);
        }
        self.pieces.push(if fresh { without_article(line) } else { line.span });
        self.last = Some(at);
    }

    /// Whether a paragraph that ran up to `before` ends there.
    fn breaks(&self, before: &Line, line: &Line) -> bool {
        let Some(full) = self.layout.wrapped else {
            if self.layout.sentences {
                return !self.layout.marked || line.indent > 0 || line.gap > 0 || opens_item(line);
            }
            if self.layout.broken {
                return line.gap > 0 || (opens_item(line) && before.ends_sentence());
            }
            return !(continues(before, line) || self.runs_on(before, line));
        };
        let ended = before.ends_sentence() || closes_sentence(before, &self.document.text);
        if !ended {
            return line.gap > 0 && !self.layout.is_full(before) && opens_item(line);
        }
        let indented = line.width + 3 <= full && line.width + 6 >= full && !line.ends_sentence();
        let full_here = if self.boxed.is_some() { self.box_width } else { full };
        let short = before.width * 100 < full_here * 90;
        short || line.gap > 0 || line.indent > before.indent + 1 || opens_item(line) || indented
    }

    /// Whether `line` goes on with a sentence that has run over a line's end before and has not ended in `before`.
    fn runs_on(&self, before: &Line, line: &Line) -> bool {
        let ended = before.ends_sentence() || is_closed(before);
        self.pieces.len() > 1 && !ended && line.gap == 0 && line.indent == 0 && !opens_item(line)
    }

    /// Decides at the start of a paragraph whether it still stands in the box.
    fn leave_box(&mut self, line: &Line) {
        let Some((caption, last)) = self.boxed else { return };
        let first = self.last.is_none_or(|_| last == 0)
            && !self.paragraphs.iter().rev().take(1).any(|p| self.is_in(p, caption));
        let label = line.opening.filter(|l| matches!(l.mark, Mark::Arabic | Mark::ArabicParen | Mark::ChineseParen));
        let next = label.filter(|l| l.number == last + 1 || l.number == 1).map(|l| l.number);
        let wide = self
            .layout
            .wrapped
            .is_some_and(|full| line.width * 100 > full * 112 || (line.width < full && line.ends_sentence()));
        let close = line.gap == 0 && (self.layout.spaced || self.set_off);
        self.boxed = match next {
            Some(number) => Some((caption, number)),
            None if first || wide || close => Some((caption, last)),
            None => None,
        };
    }

    fn is_in(&self, paragraph: &Paragraph, caption: usize) -> bool {
        paragraph.boxed.is_some() && self.captions.get(caption).map(Caption::full) == paragraph.boxed
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
        let boxed = self.boxed.and_then(|(caption, _)| self.captions.get(caption)).map(Caption::full);
        let run_in = match std::mem::take(&mut self.below_heading) {
            true => runin::find_below(view.text()),
            false => runin::find(view.text()).filter(|_| first),
        };
        self.paragraphs.push(Paragraph { span, node: self.node, view, run_in, boxed, standing: None });
    }
}

/// Columns of the widest of the first lines of a box, which may be set wider than the text.
fn box_width(lines: &[Line]) -> usize {
    let inside = lines.iter().take_while(|line| matches!(line.role, Role::Body | Role::Furniture));
    inside.take(6).filter(|line| line.role == Role::Body).map(|line| line.width).max().unwrap_or(0)
}

/// Whether `line` opens a list item, a dash item or a counted one.
fn opens_item(line: &Line) -> bool {
    let text = line.text();
    text.starts_with("——") || line.opening.is_some() || text.starts_with(['●', '■', '◆', '•'])
}

/// Whether the last character closes a quotation or bracket that ends a sentence.
fn closes_sentence(line: &Line, text: &str) -> bool {
    let inner = line.span.of(text).trim_end_matches(['”', '’', '）', ')', '》', ' ']);
    inner.len() < line.span.len() && inner.ends_with(['。', '！', '？', '；'])
}

/// Whether `line` goes on with the sentence of `before`: broken inside a date or number.
fn continues(before: &Line, line: &Line) -> bool {
    let listed = before.width > 40 && (before.last.is_ascii_digit() || matches!(before.last, '，' | '、' | ','));
    let dated = before.last.is_ascii_digit() && SIGNS.year.prefix(line.text()).is_some();
    let broken = is_open(before) && line.gap == 0 && line.indent == 0;
    let goes_on =
        (listed && line.ends_sentence()) || dated || broken || (!before.ends_sentence() && closes_bracket(line));
    goes_on && !opens_item(line) && !line.text().starts_with("——")
}

/// Whether `line` begins inside a bracket: the first one in it closes.
fn closes_bracket(line: &Line) -> bool {
    line.gap == 0 && line.text().find(['（', '）']).is_some_and(|at| line.text()[at..].starts_with('）'))
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
fn without_article(line: &Line) -> Span {
    let number = label::article(line.text()).filter(|&end| end < line.text().len());
    match number {
        Some(end) => Span::new(line.head.source(Span::new(end, line.text().len())).start, line.span.end),
        None => line.span,
    }
}
