//! The result: schema `plan/1`, with stable ids and places.
//!
//! Within a major schema version, fields are only added.

mod model;
mod record;
mod region;
mod rejected;
mod setting;
mod standard;
mod tables;
mod task;

pub use model::{
    Analysis, Diagnostic, DocumentInfo, OutlineEntry, Period, Place, Record, Recurrence, SCHEMA, Setting, SourceInfo,
    TableEntry, Task, WordedGoal,
};
pub use rejected::{Rejected, RejectedNumbers};
pub use tables::{ColumnEntry, SheetEntry, sheets};

use crate::{
    commitment,
    memory::given_back,
    outline::{Cell, Given, Notice, Outline, Table},
    reading::scene::Scene,
    source::{self, Document, Overrides, Source, SourceError},
    statement::Shared,
    tasks::Draft,
};

/// A document, its shape and what was read from it.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The decoded text.
    pub document: Document,
    /// Its shape.
    pub outline: Outline,
    /// The result.
    pub analysis: Analysis,
}

impl Reading {
    /// The numbers that were read and not kept, in document order; they are read anew.
    pub fn rejected(&self) -> Vec<Rejected> {
        let rulings = commitment::read(&self.document.text, &self.outline).rulings;
        rejected::rejected(&self.document, &self.outline, &rulings)
    }
}

/// Reads one document from its bytes to the result.
///
/// # Errors
/// Where the bytes are empty or no text.
pub fn analyze(source: Source<'_>) -> Result<Reading, SourceError> {
    analyze_as(source, Overrides::default())
}

/// Reads one document as `overrides` say.
///
/// # Errors
/// Where the bytes are empty, no text, or of a medium that cannot be read.
pub fn analyze_as(source: Source<'_>, overrides: Overrides) -> Result<Reading, SourceError> {
    Ok(of_document(source::read_as(source, overrides)?))
}

/// Reads a document whose text is there already.
pub fn of_document(document: Document) -> Reading {
    of_document_as(document, &Given::default())
}

/// Reads a document whose text is there already, and of which `given` is known.
pub fn of_document_as(document: Document, given: &Given) -> Reading {
    reading(document, given, Kept::All)
}

/// Reads a document for who checks it: its result has no diagnostics and no tables, and of these its outline holds the cells of those
/// alone that give out work.
pub fn of_document_to_check(document: Document, given: &Given) -> Reading {
    reading(document, given, Kept::Checked)
}

fn reading(document: Document, given: &Given, kept: Kept) -> Reading {
    let mut outline = crate::outline::read_as(&document, given);
    let analysis = result(&document, &mut outline, kept);
    Reading { document, outline, analysis }
}

/// The result of a document whose text is there already, and of which `given` is known, for who asks nothing more of it: a large
/// table is held no longer than it is read.
pub fn result_as(document: &Document, given: &Given) -> Analysis {
    result(document, &mut crate::outline::read_as(document, given), Kept::Result)
}

/// What is held of a document when it is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kept {
    /// All.
    All,
    /// What the rules of [`crate::check`] ask for.
    Checked,
    /// Its result alone.
    Result,
}

/// The result of a document; of `outline` no more is held than is `kept`.
fn result(document: &Document, outline: &mut Outline, kept: Kept) -> Analysis {
    let mut tables = std::mem::take(&mut outline.tables);
    let scene = Scene::new(outline);
    let mut read = read(document, outline, &scene, &mut tables, kept);
    if kept == Kept::Result {
        outline.let_texts_go();
    }
    outline.tables = tables;
    read.found = match kept {
        Kept::All => Some(outline.notices.clone()),
        Kept::Checked => None,
        Kept::Result => Some(std::mem::take(&mut outline.notices)),
    };
    of_read(document, outline, &scene, read)
}

/// What was read from a document.
struct Read {
    told: commitment::Read,
    deeds: Vec<Draft>,
    tables: Vec<TableEntry>,
    /// What could not be read as a deed.
    unclear: Vec<Notice>,
    /// What could not be resolved in the outline; none where nobody asks what could not be resolved at all.
    found: Option<Vec<Notice>>,
}

/// Reads a document with its `tables`; behind that no more is held of them than is `kept`.
fn read(document: &Document, outline: &Outline, scene: &Scene, tables: &mut Vec<Table>, kept: Kept) -> Read {
    let roles = scene.roles(&outline.nodes);
    let mut reader = commitment::Reader::of_prose(&roles, &document.text, outline, false);
    let (mut deeds, unclear) = task::of_prose(document, outline, &roles);
    let mut entries = Vec::with_capacity(if kept == Kept::Checked { 0 } else { tables.len() });
    let mut read = |table: &Table| {
        reader.table(table);
        let before = deeds.len();
        deeds.extend(task::of_table(table, &roles));
        if kept != Kept::Checked {
            entries.push(table_entry(table));
        }
        deeds.len() > before
    };
    if kept == Kept::Result {
        given_back(std::mem::take(tables)).for_each(|table| {
            read(&table);
        });
    }
    for table in tables {
        if !read(table) && kept == Kept::Checked && !table.gives_out() {
            table.let_cells_go();
        }
    }
    Read { told: reader.finish(), deeds, tables: entries, unclear, found: None }
}

/// The result of a document with what was `read` from it.
fn of_read(document: &Document, outline: &Outline, scene: &Scene, read: Read) -> Analysis {
    let Read { told, deeds, tables, unclear, found } = read;
    let roles = scene.roles(&outline.nodes);
    let (mut commitments, achievements) = record::records(document, outline, &roles, told.statements);
    let tasks = task::tasks((document, outline), scene, deeds, &mut commitments);
    let front = &outline.front;
    let names = [front.issuer.as_deref(), front.title.as_deref()];
    let region = region::find(front.given.region.as_deref(), names, &document.text);
    let silent = commitments.is_empty() && achievements.is_empty() && tasks.is_empty();
    let mut analysis = Analysis {
        schema: SCHEMA.into(),
        document: document_info(document, outline, &region),
        outline: outline_entries(outline),
        tables,
        worded: record::worded(document, outline, &told.worded),
        commitments,
        achievements,
        tasks,
        diagnostics: found
            .map(|found| diagnostics(document, found.into_iter().chain(told.notices).chain(unclear), silent))
            .unwrap_or_default(),
    };
    analysis.diagnostics.extend(region.unclear.map(unclear_region));
    analysis
}

/// Says that the region of the document is not to be told.
fn unclear_region(unclear: region::Unclear) -> Diagnostic {
    let (code, message) = match unclear {
        region::Unclear::Ambiguous(message) => ("region.ambiguous", message),
        region::Unclear::Unknown(message) => ("region.unknown", message),
    };
    Diagnostic { code: code.into(), message, line: 1, column: 1 }
}

fn document_info(document: &Document, outline: &Outline, region: &region::Found) -> DocumentInfo {
    let front = outline.front.clone();
    DocumentInfo {
        title: front.title,
        issuer: front.issuer,
        region_code: region.code.clone(),
        region_level: region.level,
        kind: front.kind,
        year: front.year,
        period: front.period.map(|(start, end)| Period { start, end }),
        horizon: front.horizon,
        approved: front.approved,
        delivered: front.delivered,
        issued: front.issued,
        published: front.published,
        number: front.number,
        overridden: front.given.fields().into_iter().map(str::to_owned).collect(),
        region: front.given.region,
        metadata: serde_json::Map::new(),
        source: SourceInfo {
            path: document.name.clone(),
            media: document.media.into(),
            encoding: document.encoding.into(),
            sha256: document.sha256.clone(),
            bytes: document.bytes,
        },
    }
}

/// The headings as a tree.
pub fn outline_entries(outline: &Outline) -> Vec<OutlineEntry> {
    fn entry(outline: &Outline, children: &[Vec<usize>], index: usize) -> OutlineEntry {
        let node = &outline.nodes[index];
        OutlineEntry {
            id: node.id.clone().into(),
            level: format!("{:?}", node.level).to_lowercase().into(),
            label: node.label.clone().into(),
            title: node.title.clone().into(),
            line: node.line,
            children: children[index].iter().map(|&child| entry(outline, children, child)).collect(),
        }
    }
    let mut children = vec![Vec::new(); outline.nodes.len()];
    let mut top = Vec::new();
    for (index, node) in outline.nodes.iter().enumerate() {
        match node.parent.and_then(|parent| children.get_mut(parent)) {
            Some(of_parent) => of_parent.push(index),
            None => top.push(index),
        }
    }
    top.into_iter().map(|index| entry(outline, &children, index)).collect()
}

fn table_entry(table: &Table) -> TableEntry {
    let text = |cells: &[Cell]| cells.iter().map(|cell| cell.view.shared().into()).collect::<Box<[Shared]>>();
    TableEntry {
        caption: table.caption.clone().into(),
        label: table.label.clone().into(),
        line: table.line,
        header: text(&table.header),
        rows: table.rows().map(|row| text(&row)).collect(),
        missing: table.missing,
    }
}

/// What reading could not resolve, and a word where the document states nothing at all (`silent`).
fn diagnostics(document: &Document, notices: impl Iterator<Item = Notice>, silent: bool) -> Vec<Diagnostic> {
    let mut diagnostics: Vec<Diagnostic> = notices
        .map(|notice| Diagnostic {
            code: notice.code.into(),
            message: notice.message,
            line: document.lines.line(notice.span.start),
            column: document.lines.column(&document.text, notice.span.start),
        })
        .collect();
    diagnostics.extend(undecodable(document));
    if silent {
        diagnostics.push(Diagnostic {
            code: "document.no-statement".into(),
            message: "no number or date in this document says what is planned or was done".into(),
            line: 1,
            column: 1,
        });
    }
    diagnostics
}

/// Where the bytes or the fonts of a document do not say which character stands there.
fn undecodable(document: &Document) -> impl Iterator<Item = Diagnostic> + '_ {
    let how = match document.media {
        "text" | "markdown" | "html" => format!("bytes that are no {}", document.encoding),
        _ => "characters that the file does not name".into(),
    };
    document.undecodable.iter().map(move |run| Diagnostic {
        code: "source.undecodable".into(),
        message: format!("{how} are read as {}", run.of(&document.text)),
        line: document.lines.line(run.start),
        column: document.lines.column(&document.text, run.start),
    })
}
