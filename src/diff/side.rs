//! One of the two documents, prepared for comparison: sentences, sections and commitments with their keys.

use std::{borrow::Cow, collections::HashMap, ops::Range};

use super::fold::{self, Grams};
use crate::{
    analysis::{self, Analysis, OutlineEntry, Reading, Record},
    lexicon::{COMPARED, Theme, Weight, standard_name},
    outline::Outline,
    quantity::{self, Dimension},
    source::{Document, View},
    span::Span,
    statement::Kind,
};

/// A document to compare: a result, and its sentences where the document itself was read.
#[derive(Clone, Debug)]
pub struct Side {
    /// The result.
    pub analysis: Analysis,
    pub(super) sentences: Option<Vec<Sentence>>,
}

impl Side {
    /// A document that was read just now.
    pub fn of_reading(reading: Reading) -> Self {
        let sentences = Some(sentences(&reading.document, &reading.outline));
        Self { analysis: reading.analysis, sentences }
    }

    /// A result saved earlier: there is no text beside it.
    pub fn of_analysis(analysis: Analysis) -> Self {
        Self { analysis, sentences: None }
    }

    /// Whether the document's text is at hand.
    pub fn has_text(&self) -> bool {
        self.sentences.is_some()
    }

    /// What decides which side is worked on first, so that both directions give the same pairs.
    pub(super) fn order(&self) -> (String, String) {
        let text = serde_json::to_string(&self.analysis).unwrap_or_default();
        (self.analysis.document.source.sha256.clone(), text)
    }
}

/// A sentence, a heading, a caption or a row of a table.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    /// Its bytes in the document.
    pub(super) span: Span,
    /// What a reader sees.
    pub(super) text: String,
    /// [`fold::strict`] of the text.
    pub(super) strict: String,
    /// [`fold::loose`] of the text.
    pub(super) key: String,
    pub(super) grams: Grams,
    /// The text as it stands, for counting differences of spacing.
    pub(super) raw: String,
    /// Index of its section in the flattened outline.
    pub(super) section: Option<usize>,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) heading: bool,
}

/// The sentences of a document, in order.
fn sentences(document: &Document, outline: &Outline) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut push = |span: Span, text: &str, section, heading| {
        let key = fold::loose(text);
        if key.is_empty() {
            return;
        }
        found.push(Sentence {
            span,
            text: text.to_owned(),
            strict: fold::strict(text),
            grams: Grams::new(&key),
            key,
            raw: span.of(&document.text).trim().to_owned(),
            section,
            line: document.lines.line(span.start),
            column: document.lines.column(&document.text, span.start),
            heading,
        });
    };
    for (at, node) in outline.nodes.iter().enumerate() {
        push(node.span, &node.heading(), Some(at), true);
    }
    for paragraph in &outline.paragraphs {
        for span in split(&paragraph.view) {
            push(paragraph.view.source(span), span.of(paragraph.view.text()), paragraph.node(), false);
        }
    }
    for table in &outline.tables {
        if let Some(span) = document.lines.span(&document.text, table.line).filter(|_| !table.caption.is_empty()) {
            push(span, &format!("{} {}", table.label, table.caption), table.node, false);
        }
        let header = Cow::Borrowed(&*table.header);
        for row in std::iter::once(header).chain(table.rows()) {
            let cells = row.iter().filter(|cell| !cell.span().is_empty());
            let span = cells.clone().map(|cell| cell.span()).reduce(Span::join);
            let text: Vec<&str> = cells.map(|cell| cell.view.text()).collect();
            if let Some(span) = span {
                push(span, &text.join(" | "), table.node, false);
            }
        }
    }
    found.sort_by_key(|sentence| (sentence.span.start, sentence.span.end));
    found
}

/// The sentences of a paragraph, each with its stop and the marks that close behind it.
fn split(view: &View) -> Vec<Span> {
    let text = view.text();
    let (mut spans, mut start, mut ended) = (Vec::new(), 0, false);
    for (at, c) in text.char_indices() {
        let stop = matches!(c, '。' | '！' | '？');
        if ended && !stop && !matches!(c, '”' | '’' | '」' | '』' | '）' | ')') {
            spans.push(Span::new(start, at));
            (start, ended) = (at, false);
        }
        ended |= stop;
    }
    spans.push(Span::new(start, text.len()));
    spans.retain(|span| !span.is_empty());
    spans
}

/// A section of the flattened outline.
#[derive(Clone, Debug)]
pub(super) struct Section<'a> {
    pub(super) entry: &'a OutlineEntry,
    pub(super) parent: Option<usize>,
    pub(super) depth: usize,
    /// [`fold::loose`] of the title.
    pub(super) title: String,
    pub(super) grams: Grams,
    /// The clauses that stand in it or below it, as hashes, sorted.
    pub(super) clauses: Vec<u64>,
}

impl Section<'_> {
    /// Number and title in one line.
    pub(super) fn heading(&self) -> String {
        let (label, title) = (&self.entry.label, &self.entry.title);
        let space = if label.is_empty() || label.ends_with(['、', '）', '.']) { "" } else { " " };
        format!("{label}{space}{title}")
    }
}

/// A commitment with its keys.
#[derive(Clone, Debug)]
pub(super) struct Promise<'a> {
    pub(super) record: &'a Record,
    pub(super) indicator: Grams,
    /// How many characters the indicator has.
    pub(super) length: usize,
    pub(super) dimension: Option<Dimension>,
    /// The theme that the indicator itself tells.
    pub(super) theme: Option<Theme>,
    /// Whether it is measured for each of something (人均, 单位, 每).
    pub(super) per_unit: bool,
    /// Its sentence among those of the document.
    pub(super) sentence: Option<usize>,
    /// [`fold::loose`] of its sentence.
    pub(super) key: String,
    pub(super) wording: Grams,
    /// Index of its section in the flattened outline.
    pub(super) section: Option<usize>,
    /// Its place among the document's commitments, in thousandths.
    pub(super) at: i64,
}

/// A task with its keys.
#[derive(Clone, Debug)]
pub(super) struct Task<'a> {
    pub(super) task: &'a analysis::Task,
    /// [`fold::loose`] of the deed.
    pub(super) key: String,
    pub(super) wording: Grams,
    /// Its sentences among those of the document; none without text.
    pub(super) sentences: Range<usize>,
    /// Index of its section in the flattened outline.
    pub(super) section: Option<usize>,
    /// Its place among the document's tasks, in thousandths.
    pub(super) at: i64,
}

/// Everything the alignment reads of one side.
#[derive(Debug)]
pub(super) struct Shape<'a> {
    pub(super) sections: Vec<Section<'a>>,
    pub(super) promises: Vec<Promise<'a>>,
    pub(super) tasks: Vec<Task<'a>>,
    pub(super) sentences: &'a [Sentence],
}

impl<'a> Shape<'a> {
    pub(super) fn new(side: &'a Side) -> Self {
        let sentences = side.sentences.as_deref().unwrap_or(&[]);
        let mut sections = Vec::new();
        flatten(&side.analysis.outline, None, 0, &mut sections);
        let ids: HashMap<&str, usize> =
            sections.iter().enumerate().map(|(at, section)| (section.entry.id.as_str(), at)).collect();
        let records = &side.analysis.commitments;
        let promises: Vec<Promise<'a>> = records
            .iter()
            .enumerate()
            .map(|(at, record)| promise(record, sentences, &ids, at * 1000 / records.len().max(1)))
            .collect();
        let tasks = tasks(&side.analysis.tasks, sentences, &ids);
        let mut view = Self { sections, promises, tasks, sentences };
        view.fill_clauses();
        view
    }

    /// The deed in which `promise` is stated.
    pub(super) fn deed(&self, promise: &Promise<'_>) -> Option<&Task<'a>> {
        let id = promise.record.task.as_deref()?;
        self.tasks.iter().find(|task| *id == task.task.id)
    }

    /// Gives each section the clauses of its own sentences (or of its commitments', where there is no text) and of those
    /// below it.
    fn fill_clauses(&mut self) {
        let texts: Vec<(Option<usize>, &str)> = match self.sentences.is_empty() {
            false => {
                let body = self.sentences.iter().filter(|sentence| !sentence.heading);
                body.map(|sentence| (sentence.section, sentence.strict.as_str())).collect()
            }
            true => self.promises.iter().map(|p| (p.section, &*p.record.sentence)).collect(),
        };
        for (section, text) in texts {
            let hashes: Vec<u64> = clauses(text).collect();
            let mut at = section;
            while let Some(index) = at {
                self.sections[index].clauses.extend(&hashes);
                at = self.sections[index].parent;
            }
        }
        for section in &mut self.sections {
            section.clauses.sort_unstable();
        }
    }
}

/// The clauses of a sentence as hashes.
fn clauses(text: &str) -> impl Iterator<Item = u64> {
    let parts = text.split(['，', '；', '：', '。', ',', ';', ':']).map(fold::loose).filter(|key| !key.is_empty());
    // FNV-1a: the same in every run.
    parts.map(|key| {
        key.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
    })
}

fn flatten<'a>(entries: &'a [OutlineEntry], parent: Option<usize>, depth: usize, out: &mut Vec<Section<'a>>) {
    for entry in entries {
        let title = fold::loose(&entry.title);
        let grams = Grams::new(&title);
        let at = out.len();
        out.push(Section { entry, parent, depth, title, grams, clauses: Vec::new() });
        flatten(&entry.children, Some(at), depth + 1, out);
    }
}

/// [`fold::loose`] of an indicator's name, in the words that indicators are compared by.
pub(super) fn indicator_key(name: &str) -> String {
    fold::loose(&standard_name(name))
}

fn promise<'a>(record: &'a Record, sentences: &[Sentence], ids: &HashMap<&str, usize>, at: usize) -> Promise<'a> {
    let indicator = indicator_key(&record.indicator);
    let start = record.source.span().start;
    let after = sentences.partition_point(|sentence| sentence.span.start <= start);
    let sentence = after.checked_sub(1).filter(|&at| sentences[at].span.end >= start);
    let key = sentence.map_or_else(|| fold::loose(&record.sentence), |at| sentences[at].key.clone());
    Promise {
        record,
        length: indicator.chars().count(),
        indicator: Grams::new(&indicator),
        dimension: record.quantity.as_ref().map(|amount| quantity::dimension(&amount.unit)),
        theme: Theme::of(&record.indicator).filter(|told| told.weight >= Weight::Plain).map(|told| told.theme),
        per_unit: COMPARED.per_unit.prefix(&record.indicator).is_some(),
        sentence,
        wording: Grams::new(&key),
        key,
        section: ids.get(record.section.as_str()).copied(),
        at: at as i64,
    }
}

fn tasks<'a>(tasks: &'a [analysis::Task], sentences: &[Sentence], ids: &HashMap<&str, usize>) -> Vec<Task<'a>> {
    let prepared = tasks.iter().enumerate().map(|(at, task)| {
        let key = fold::loose(&task.text);
        let place = task.source.span();
        let end = sentences.partition_point(|sentence| sentence.span.start < place.end);
        let first = sentences[..end].iter().rposition(|sentence| sentence.span.end <= place.start);
        Task {
            task,
            wording: Grams::new(&key),
            key,
            sentences: first.map_or(0, |before| before + 1)..end,
            section: ids.get(task.section.as_str()).copied(),
            at: (at * 1000 / tasks.len().max(1)) as i64,
        }
    });
    prepared.collect()
}

/// Whether two commitments can be one: both with a number, or both without.
pub(super) fn same_kind(a: &Record, b: &Record) -> bool {
    (a.kind == Kind::Milestone) == (b.kind == Kind::Milestone)
}
