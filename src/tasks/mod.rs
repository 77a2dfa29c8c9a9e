//! Tasks: deeds that a document gives to somebody, with those who lead and help and the time.
//!
//! A task is a sentence or paragraph that says who does it: in a bracket behind it, in a line of its own below it, in its own
//! words, or in a head over several. Text that names nobody gives none: a plan's prose promises without giving out work.

mod draft;

pub(crate) use draft::Draft;

use crate::{
    duty::{self, Duty},
    outline::{self, Notice, Outline, Paragraph},
    reading::sentence,
    span::Span,
    time::Frame,
};

/// Reads the tasks of `outline`'s paragraphs in document order, and what could not be read as one.
///
/// Sections for which `silent` says so state nothing (名词解释).
pub(crate) fn read(outline: &Outline, frame: Frame, silent: impl Fn(&Paragraph) -> bool) -> (Vec<Draft>, Vec<Notice>) {
    let mut reader = Reader {
        outline,
        frame,
        node: None,
        started: false,
        waiting: Vec::new(),
        head: None,
        line: false,
        drafts: Vec::new(),
        notices: Vec::new(),
    };
    for paragraph in outline.paragraphs.iter().filter(|paragraph| !silent(paragraph)) {
        if !reader.started || reader.node != paragraph.node {
            reader.open(paragraph.node);
        }
        reader.paragraph(paragraph);
    }
    reader.close();
    (reader.drafts, reader.notices)
}

/// Most bytes between a heading and the rest of its line: its stop and a space.
const LONGEST_GAP: usize = 4;

/// What a head over several tasks gives to each.
#[derive(Clone)]
struct Head {
    duty: Duty,
    /// Whether a task has taken it.
    taken: bool,
}

struct Reader<'a> {
    outline: &'a Outline,
    frame: Frame,
    node: Option<usize>,
    started: bool,
    /// Paragraphs that nobody was named for yet.
    waiting: Vec<&'a Paragraph>,
    head: Option<Head>,
    /// Whether the paragraph before was a line that names units, so that the next such line adds to its task.
    line: bool,
    drafts: Vec<Draft>,
    notices: Vec<Notice>,
}

impl<'a> Reader<'a> {
    /// Begins the section at `node`; its heading, or the nearest above it, may give out work to all that stands below.
    fn open(&mut self, node: Option<usize>) {
        self.close();
        (self.node, self.started, self.line) = (node, true, false);
        let headed =
            self.outline.upward(node).find_map(|node| duty::tails(&node.title, self.frame).into_iter().next_back());
        self.head = headed.map(|tail| Head { duty: tail.duty, taken: false });
    }

    /// Ends a section: a heading that gives out work and has no text below is a task itself.
    fn close(&mut self) {
        self.waiting.clear();
        let (Some(head), Some(node)) = (self.head.take(), self.node.and_then(|index| self.outline.nodes.get(index)))
        else {
            return;
        };
        let below = self.outline.nodes.iter().any(|other| other.parent == self.node);
        if !head.taken && !below {
            self.drafts.push(Draft::of_heading(node, self.node, head.duty, self.frame));
        }
    }

    fn paragraph(&mut self, paragraph: &'a Paragraph) {
        let text = paragraph.view.text();
        let tails = duty::tails(text, self.frame);
        let alone = tails.first().is_some_and(|tail| is_bare(&text[..tail.span.start]));
        let line = if alone { tails.first().map(|tail| tail.duty.clone()) } else { duty::line(text, self.frame) };
        if let Some(duty) = line {
            self.line_of_its_own(duty, paragraph);
            return;
        }
        self.line = false;
        if let Some(duty) = ahead(text, self.frame) {
            self.head = Some(Head { duty, taken: false });
            return;
        }
        self.unclosed(&tails, paragraph);
        if !tails.is_empty() {
            self.waiting.clear();
            self.with_tails(paragraph, tails);
        } else if !self.in_sentences(paragraph) {
            self.inherit(paragraph);
        }
    }

    /// A line that names units: those of the paragraphs above it, of the task that the line before made, or of all that follows.
    fn line_of_its_own(&mut self, duty: Duty, paragraph: &'a Paragraph) {
        if let (true, Some(last)) = (self.line, self.drafts.last_mut()) {
            last.add(duty);
            last.span = last.span.join(paragraph.span);
        } else if let (Some(first), Some(last)) = (self.waiting.first(), self.waiting.last()) {
            let text: Vec<&str> = self.waiting.iter().map(|paragraph| paragraph.view.text()).collect();
            let span = first.span.join(last.span).join(paragraph.span);
            self.drafts.push(Draft::new(&text.concat(), first.node, span, duty));
            self.waiting.clear();
            self.line = true;
        } else {
            match &mut self.head {
                Some(head) if !head.taken => head.duty.add(duty),
                _ => self.head = Some(Head { duty, taken: false }),
            }
        }
    }

    /// A task for each bracket; brackets side by side belong to one task.
    fn with_tails(&mut self, paragraph: &Paragraph, tails: Vec<duty::Tail>) {
        let text = paragraph.view.text();
        let mut from = 0;
        for tail in tails {
            let deed = Span::new(from, tail.span.start);
            let source = paragraph.view.source(Span::new(from, tail.span.end));
            from = tail.span.end;
            match self.drafts.last_mut().filter(|_| is_bare(deed.of(text)) && deed.start > 0) {
                Some(last) => {
                    last.add(tail.duty);
                    last.span = last.span.join(source);
                }
                None => {
                    let draft = Draft::new(deed.of(text), paragraph.node, source, tail.duty);
                    self.drafts.push(self.with_heading(draft, deed.start == 0, paragraph));
                }
            }
        }
    }

    /// A deed whose first sentence the outline took as a heading (一、支持创新。健全机制…) has it back.
    fn with_heading(&self, draft: Draft, first: bool, paragraph: &Paragraph) -> Draft {
        let heading = self.node.and_then(|index| self.outline.nodes.get(index));
        match heading.filter(|node| first && node.span.end <= paragraph.span.start && self.goes_on(node, paragraph)) {
            Some(node) => draft.below(node),
            None => draft,
        }
    }

    /// Whether `paragraph` stands in one line with the heading before it.
    fn goes_on(&self, node: &outline::Node, paragraph: &Paragraph) -> bool {
        paragraph.span.start - node.span.end <= LONGEST_GAP
    }

    /// A task for each sentence that says in its own words who leads; gives whether one does.
    fn in_sentences(&mut self, paragraph: &Paragraph) -> bool {
        let text = paragraph.view.text();
        let before = self.drafts.len();
        if text.contains('由') {
            for sentence in sentence::split(text) {
                let Some(tail) = duty::inline(sentence.span.of(text), self.frame) else { continue };
                let source = paragraph.view.source(sentence.span);
                self.drafts.push(Draft::new(sentence.span.of(text), paragraph.node, source, tail.duty));
            }
        }
        self.drafts.len() > before
    }

    /// A paragraph that names nobody: a task where a head gives out work, else one that may be named for below.
    fn inherit(&mut self, paragraph: &'a Paragraph) {
        match &mut self.head {
            Some(head) => {
                head.taken = true;
                let mut draft = Draft::new(paragraph.view.text(), paragraph.node, paragraph.span, head.duty.clone());
                draft.inherited = true;
                self.drafts.push(draft);
            }
            None => self.waiting.push(paragraph),
        }
    }

    fn unclosed(&mut self, tails: &[duty::Tail], paragraph: &Paragraph) {
        for tail in tails.iter().filter(|tail| !tail.closed) {
            let span = paragraph.view.source(tail.span);
            let message =
                "the bracket that names the units responsible does not close; it is read to the end of its sentence"
                    .into();
            self.notices.push(Notice { code: "task.open-bracket", span, message });
        }
    }
}

/// Whether `text` holds nothing but a number and punctuation.
fn is_bare(text: &str) -> bool {
    let label = outline::label_end(text);
    text[label..].chars().all(|c| matches!(c, '。' | '；' | '，' | '、' | ' '))
}

/// The duty of a paragraph that gives out what follows (以下任务由市教育局牵头：).
fn ahead(text: &str, frame: Frame) -> Option<Duty> {
    let first = text.split('。').next().unwrap_or("");
    crate::lexicon::DUTIES.ahead.prefix(first)?;
    duty::inline(first, frame).map(|tail| tail.duty)
}
