//! Tasks: deeds that a document gives to somebody, with those who lead and help and the time.
//!
//! A task is a sentence, paragraph or heading that says who does it: in a bracket behind it, in a line of its own below it, in
//! its own words, or in a head over several; so is a row of a table that has a column of units. Text that names nobody gives none: a plan's prose promises without giving out work.

mod draft;
mod table;

use std::collections::HashMap;

pub(crate) use draft::Draft;
pub(crate) use table::read as of_table;

use crate::{
    duty::{self, Duty, Tail},
    lexicon::DUTIES,
    outline::{self, Node, Notice, Outline, Paragraph},
    reading::sentence,
    span::Span,
    time::Frame,
};

/// Reads the tasks of `outline`, a reading of the text `document`, in document order, and what could not be read as one.
///
/// Paragraphs for which `silent` says so give out nothing (名词解释, what was done last year).
pub(crate) fn read(
    document: &str,
    outline: &Outline,
    frame: Frame,
    silent: impl Fn(&Paragraph) -> bool,
) -> (Vec<Draft>, Vec<Notice>) {
    let mut reader = Reader::new(document, outline, frame);
    let mut nodes = outline.nodes.iter().enumerate().peekable();
    for paragraph in outline.paragraphs.iter().filter(|paragraph| !silent(paragraph)) {
        while let Some((index, _)) = nodes.next_if(|(_, node)| node.span.start <= paragraph.span().start) {
            reader.open(index);
        }
        reader.paragraph(paragraph);
    }
    for (index, _) in nodes {
        reader.open(index);
    }
    reader.close();
    (reader.drafts, reader.notices)
}

/// Lines that give out what stands above them (以上任务由市教育局牵头), by the section whose tasks they mean, each with its place.
type Below = HashMap<Option<usize>, Vec<(usize, Duty)>>;

/// Such lines of `outline`. One that stands alone in the section of an item means the items beside it too.
fn below(outline: &Outline, frame: Frame) -> Below {
    let (mut found, mut beside) = (Below::new(), HashMap::new());
    for paragraph in &outline.paragraphs {
        let before: &mut usize = beside.entry(paragraph.node()).or_default();
        if let Some(duty) = above(paragraph.view.text(), frame) {
            let node = paragraph.node().and_then(|node| outline.nodes.get(node));
            let section = if *before < 2 { node.and_then(|node| node.parent) } else { paragraph.node() };
            found.entry(section).or_default().push((paragraph.span().start, duty));
        }
        *before += 1;
    }
    found
}

struct Reader<'a> {
    document: &'a str,
    outline: &'a Outline,
    frame: Frame,
    /// The heading read last.
    node: Option<usize>,
    /// What headings and heads over several tasks give to all that stands below them, by heading.
    heads: HashMap<Option<usize>, Duty>,
    /// What lines below several tasks give to all that stands above them in their section.
    below: Below,
    /// Whether a task was read since that heading.
    taken: bool,
    /// Paragraphs that nobody was named for yet.
    waiting: Vec<&'a Paragraph>,
    /// Whether the paragraph before was a line that names units, so that the next such line adds to its task.
    line: bool,
    drafts: Vec<Draft>,
    notices: Vec<Notice>,
}

impl<'a> Reader<'a> {
    fn new(document: &'a str, outline: &'a Outline, frame: Frame) -> Self {
        Self {
            document,
            outline,
            frame,
            node: None,
            heads: HashMap::new(),
            below: below(outline, frame),
            taken: true,
            waiting: Vec::new(),
            line: false,
            drafts: Vec::new(),
            notices: Vec::new(),
        }
    }

    fn heading(&self) -> Option<&'a Node> {
        self.node.and_then(|index| self.outline.nodes.get(index))
    }

    /// What a heading above, a head over several tasks there, or a line below them gives to what stands at `offset` in the
    /// section at `node`.
    fn given(&self, node: Option<usize>, offset: usize) -> Option<&Duty> {
        let sections = || std::iter::successors(Some(node), |at| Some(self.outline.nodes.get((*at)?)?.parent));
        let below = |at| {
            let lines = self.below.get(&at)?;
            lines.get(lines.partition_point(|(line, _)| *line <= offset)).map(|(_, duty)| duty)
        };
        sections().find_map(|at| self.heads.get(&at)).or_else(|| sections().find_map(below))
    }

    /// Begins the section of the heading at `index`, which may give out work to all that stands below.
    fn open(&mut self, index: usize) {
        self.close();
        (self.node, self.taken, self.line) = (Some(index), false, false);
        let title = &self.outline.nodes[index].title;
        if let Some(tail) = duty::tails(title, self.frame).into_iter().next_back() {
            self.heads.insert(self.node, tail.duty);
        }
    }

    /// Ends a section: a heading for which work is given out and that has nothing below it is a task itself.
    fn close(&mut self) {
        self.waiting.clear();
        let Some(node) = self.heading().filter(|_| !self.taken) else { return };
        let below =
            self.outline.nodes.get(self.node.map_or(0, |index| index + 1)).is_some_and(|next| next.parent == self.node);
        if let Some(duty) = self.given(self.node, node.span.start).filter(|_| !below).cloned() {
            let inherited = !self.heads.contains_key(&self.node);
            self.drafts.push(Draft { inherited, ..Draft::of_heading(node, self.node, duty, self.frame) });
        }
    }

    fn paragraph(&mut self, paragraph: &'a Paragraph) {
        let text = paragraph.view.text();
        let tails = duty::tails(text, self.frame);
        let alone = tails.first().filter(|tail| is_bare(&text[..tail.span.start]));
        if let Some(duty) = alone.map(|tail| tail.duty.clone()).or_else(|| duty::line(text, self.frame)) {
            self.line_of_its_own(duty, paragraph);
            return;
        }
        self.line = false;
        if let Some(duty) = ahead(text, self.frame) {
            self.heads.insert(paragraph.node(), duty);
            return;
        }
        if above(text, self.frame).is_some() {
            return;
        }
        self.unclosed(&tails, paragraph);
        if !tails.is_empty() {
            self.with_tails(paragraph, tails);
        } else if !self.in_sentences(paragraph) {
            self.inherit(paragraph);
        }
    }

    fn push(&mut self, draft: Draft) {
        self.taken = true;
        self.waiting.clear();
        self.drafts.push(draft);
    }

    /// A line that names units: those of the paragraphs above it, of the task that the line before made, of the heading above
    /// it, or of all that follows.
    fn line_of_its_own(&mut self, duty: Duty, paragraph: &'a Paragraph) {
        if let (true, Some(last)) = (self.line, self.drafts.last_mut()) {
            last.add(duty, paragraph.span());
        } else if let (Some(first), Some(last)) = (self.waiting.first(), self.waiting.last()) {
            let text: Vec<&str> = self.waiting.iter().map(|paragraph| paragraph.view.text()).collect();
            let span = first.span().join(last.span()).join(paragraph.span());
            self.push(Draft::new(&text.concat(), first.node(), span, duty));
            self.line = true;
        } else if let Some(node) = self.heading().filter(|node| !self.taken && self.is_one_line(node, paragraph)) {
            let draft = Draft::of_heading(node, self.node, duty, self.frame);
            self.push(Draft { span: node.span.join(paragraph.span()), ..draft });
            self.line = true;
        } else {
            self.heads.entry(paragraph.node()).or_default().add(duty);
        }
    }

    /// A task for each bracket; brackets side by side belong to one task.
    fn with_tails(&mut self, paragraph: &Paragraph, tails: Vec<Tail>) {
        let text = paragraph.view.text();
        let mut from = 0;
        for tail in tails {
            let deed = Span::new(from, tail.span.start);
            let source = paragraph.view.source(Span::new(from, tail.span.end));
            from = tail.span.end;
            match self.drafts.last_mut().filter(|_| is_bare(deed.of(text)) && deed.start > 0) {
                Some(last) => last.add(tail.duty, source),
                None => {
                    let draft = Draft::new(deed.of(text), paragraph.node(), source, tail.duty);
                    let heading = self.heading().filter(|node| deed.start == 0 && self.is_one_line(node, paragraph));
                    self.push(match heading {
                        Some(node) => draft.below(node),
                        None => draft,
                    });
                }
            }
        }
    }

    /// Whether the outline took the first sentence of `paragraph`'s line as the heading `node` (一、支持创新。健全机制…).
    fn is_one_line(&self, node: &Node, paragraph: &Paragraph) -> bool {
        self.document.get(node.span.end..paragraph.span().start).is_some_and(|gap| !gap.contains('\n'))
    }

    /// A task for each sentence that says in its own words who leads; gives whether one does.
    fn in_sentences(&mut self, paragraph: &Paragraph) -> bool {
        let text = paragraph.view.text();
        let before = self.drafts.len();
        if DUTIES.acts.is_in(text) {
            for sentence in sentence::split(text) {
                let tails = duty::inline(sentence.span.of(text), self.frame);
                let whole = tails.len() == 1;
                for tail in tails {
                    let span = if whole { sentence.span } else { tail.span.shifted(sentence.span.start) };
                    let source = paragraph.view.source(span);
                    self.push(Draft::new(span.of(text), paragraph.node(), source, tail.duty));
                }
            }
        }
        self.drafts.len() > before
    }

    /// A paragraph that names nobody: a task where a head gives out work, else one that may be named for below.
    fn inherit(&mut self, paragraph: &'a Paragraph) {
        match self.given(paragraph.node(), paragraph.span().start).cloned() {
            Some(duty) => {
                let draft = Draft::new(paragraph.view.text(), paragraph.node(), paragraph.span(), duty);
                self.push(Draft { inherited: true, ..draft });
            }
            None => self.waiting.push(paragraph),
        }
    }

    fn unclosed(&mut self, tails: &[Tail], paragraph: &Paragraph) {
        for tail in tails.iter().filter(|tail| !tail.closed) {
            let span = paragraph.view.source(tail.span);
            let message = "the bracket that names units does not close; it is read to the end of its sentence".into();
            self.notices.push(Notice { code: "task.open-bracket", span, message });
        }
    }
}

/// Whether `text` holds nothing but a number and punctuation.
fn is_bare(text: &str) -> bool {
    text[outline::label_end(text)..].chars().all(|c| matches!(c, '。' | '；' | '，' | '、' | ' '))
}

/// The duty of a paragraph that gives out what stands above it (以上任务由市教育局牵头。).
fn above(text: &str, frame: Frame) -> Option<Duty> {
    DUTIES.behind.prefix(text)?;
    pointed(text.split('。').next().unwrap_or(""), frame)
}

fn pointed(sentence: &str, frame: Frame) -> Option<Duty> {
    duty::inline(sentence, frame).into_iter().next().map(|tail| tail.duty)
}

/// The duty of a paragraph that gives out what follows (以下任务由市教育局牵头：).
fn ahead(text: &str, frame: Frame) -> Option<Duty> {
    let first = text.split('。').next().unwrap_or("").trim_end_matches('：');
    DUTIES.ahead.prefix(first)?;
    pointed(first, frame)
}
