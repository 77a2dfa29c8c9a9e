//! The result: schema `plan/1`, with stable ids and places.
//!
//! Within a major schema version, fields are only added.

mod record;
mod rejected;
mod tables;
mod task;

pub use tables::{ColumnEntry, SheetEntry, sheets};

pub use rejected::{Rejected, RejectedNumbers};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
pub use task::Task;

use crate::{
    commitment::{Amount, Baseline, Deadline, Evidence, Kind, Modality, Nature, Status, TableRow},
    lexicon::Theme,
    outline::{self, Cell, Notice, Outline},
    source::{self, Document, Overrides, Source, SourceError},
};

/// The schema's name and major version.
pub const SCHEMA: &str = "plan/1";

/// Everything read from one document.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Analysis {
    /// `plan/1`.
    pub schema: String,
    /// The document.
    pub document: DocumentInfo,
    /// Its chapters, with their sections as children.
    pub outline: Vec<OutlineEntry>,
    /// Its tables, and the captions whose tables are lost.
    pub tables: Vec<TableEntry>,
    /// What the plan commits to.
    pub commitments: Vec<Record>,
    /// What it reports as done.
    pub achievements: Vec<Record>,
    /// Deeds that the document gives to somebody.
    #[serde(default)]
    pub tasks: Vec<Task>,
    /// What reading could not resolve.
    pub diagnostics: Vec<Diagnostic>,
}

/// The document and where it came from.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct DocumentInfo {
    /// The title.
    pub title: Option<String>,
    /// The place or body whose plan it is.
    pub issuer: Option<String>,
    /// What sort of document it is.
    #[serde(default)]
    pub kind: outline::Kind,
    /// The year it is for: of a work report, of a yearly plan.
    #[serde(default)]
    pub year: Option<i32>,
    /// The plan's first and last year.
    pub period: Option<Period>,
    /// The outlook year named beside the period (2035).
    pub horizon: Option<i32>,
    /// The day it was approved (批准, 通过), ISO.
    pub approved: Option<String>,
    /// The day a report was delivered at a session, ISO.
    #[serde(default)]
    pub delivered: Option<String>,
    /// The day it was signed or issued (成文日期), ISO.
    #[serde(default)]
    pub issued: Option<String>,
    /// The day it was published (发布日期), ISO.
    pub published: Option<String>,
    /// Its number (文号): 杭政函〔2026〕24号.
    #[serde(default)]
    pub number: Option<String>,
    /// The bytes it was read from.
    pub source: SourceInfo,
}

/// First and last year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Period {
    /// First year.
    pub start: i32,
    /// Last year.
    pub end: i32,
}

/// The bytes a document was read from.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct SourceInfo {
    /// The path as given, or `-`.
    pub path: String,
    /// `text`, `html`, …
    pub media: String,
    /// The encoding used.
    pub encoding: String,
    /// Hex SHA-256.
    pub sha256: String,
    /// Size in bytes.
    pub bytes: usize,
}

/// A chapter or section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OutlineEntry {
    /// Dotted number (`3.1`).
    pub id: String,
    /// `part`, `chapter`, `section` or `item`.
    pub level: String,
    /// The number as written (第三章).
    pub label: String,
    /// The title.
    pub title: String,
    /// 1-based line.
    pub line: usize,
    /// What stands below it.
    #[serde(default)]
    pub children: Vec<OutlineEntry>,
}

/// A table, or the caption of one that is lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TableEntry {
    /// The caption.
    pub caption: String,
    /// `表2`.
    pub label: String,
    /// 1-based line.
    pub line: usize,
    /// The header cells.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
    /// Whether only the caption is left.
    pub missing: bool,
}

/// One statement.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Record {
    /// Twelve hex digits from indicator, unit dimension and section title: stable across versions of a plan.
    pub id: String,
    /// `target` or `achieved`.
    pub status: Status,
    /// The id of the section it stands in; empty before the first heading.
    pub section: String,
    /// Headings from the top, and the run-in heading.
    pub path: Vec<String>,
    /// With a number or without.
    pub kind: Kind,
    /// The thing measured.
    pub indicator: String,
    /// Scope words left off the indicator (全区).
    pub scope: Option<String>,
    /// The number; null for a milestone.
    pub quantity: Option<Amount>,
    /// The starting value the sentence names.
    pub baseline: Option<Baseline>,
    /// Of a result in a table of results: the target that it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned: Option<Baseline>,
    /// By when; for a fact, when.
    pub deadline: Option<Deadline>,
    /// `yearly` where it recurs each year.
    pub recurrence: Option<Recurrence>,
    /// How strongly it is promised.
    pub modality: Modality,
    /// 约束性 (`binding`) or 预期性 (`expected`), where stated.
    pub nature: Option<Nature>,
    /// Its theme.
    pub theme: Theme,
    /// Responsible units, in order; the first leads.
    pub responsible: Vec<String>,
    /// The id of the task that states it.
    #[serde(default)]
    pub task: Option<String>,
    /// The sentence, without white space.
    pub sentence: String,
    /// Where it was read.
    pub source: Place,
    /// What decided the fields.
    #[schemars(with = "Vec<String>")]
    pub evidence: Vec<Evidence>,
    /// Where in a table it was read: the groups of its row, the number of the row and the heads of its columns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<TableRow>,
}

/// How a target recurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Recurrence {
    /// Each year.
    Yearly,
}

/// A place in the document's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// 1-based line of the first character.
    pub line: usize,
    /// 1-based column, in characters.
    pub column: usize,
    /// 1-based line of the character after the last.
    pub end_line: usize,
    /// 1-based column after the last character.
    pub end_column: usize,
    /// Byte offset of the first byte.
    pub start: usize,
    /// Byte offset after the last byte.
    pub end: usize,
    /// 1-based page, for media with pages.
    #[serde(default)]
    pub page: Option<usize>,
    /// Exactly `text[start..end]`.
    pub quote: String,
}

/// Something reading could not resolve.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Diagnostic {
    /// A stable code.
    pub code: String,
    /// In plain words.
    pub message: String,
    /// 1-based line.
    pub line: usize,
    /// 1-based column, in characters.
    pub column: usize,
}

/// A document, its shape and what was read from it.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The decoded text.
    pub document: Document,
    /// Its shape.
    pub outline: Outline,
    /// The result.
    pub analysis: Analysis,
    /// The numbers that were read and not kept, in document order.
    pub rejected: Vec<Rejected>,
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
    let outline = crate::outline::read(&document);
    let read = crate::commitment::read(&document.text, &outline);
    let (mut commitments, achievements) = record::records(&document, &outline, read.statements);
    let (tasks, unclear) = task::tasks(&document, &outline, &mut commitments);
    let rejected = rejected::rejected(&document, &outline, &read.rulings);
    let silent = commitments.is_empty() && achievements.is_empty() && tasks.is_empty();
    let analysis = Analysis {
        schema: SCHEMA.into(),
        document: document_info(&document, &outline),
        outline: outline_entries(&outline),
        tables: table_entries(&outline),
        commitments,
        achievements,
        tasks,
        diagnostics: diagnostics(&document, outline.notices.iter().chain(&read.notices).chain(&unclear), silent),
    };
    Reading { document, outline, analysis, rejected }
}

fn document_info(document: &Document, outline: &Outline) -> DocumentInfo {
    let front = outline.front.clone();
    DocumentInfo {
        title: front.title,
        issuer: front.issuer,
        kind: front.kind,
        year: front.year,
        period: front.period.map(|(start, end)| Period { start, end }),
        horizon: front.horizon,
        approved: front.approved,
        delivered: front.delivered,
        issued: front.issued,
        published: front.published,
        number: front.number,
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
            id: node.id.clone(),
            level: format!("{:?}", node.level).to_lowercase(),
            label: node.label.clone(),
            title: node.title.clone(),
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

fn table_entries(outline: &Outline) -> Vec<TableEntry> {
    let text = |cells: &[Cell]| cells.iter().map(|cell| cell.view.text().to_owned()).collect::<Vec<_>>();
    let tables = outline.tables.iter();
    tables
        .map(|table| TableEntry {
            caption: table.caption.clone(),
            label: table.label.clone(),
            line: table.line,
            header: text(&table.header),
            rows: table.rows.iter().map(|row| text(row)).collect(),
            missing: table.missing,
        })
        .collect()
}

/// What reading could not resolve, and a word where the document states nothing at all (`silent`).
fn diagnostics<'a>(document: &Document, notices: impl Iterator<Item = &'a Notice>, silent: bool) -> Vec<Diagnostic> {
    let mut diagnostics: Vec<Diagnostic> = notices
        .map(|notice| Diagnostic {
            code: notice.code.into(),
            message: notice.message.clone(),
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
