//! What one document gives: schema `plan/1`. Within a major version, fields are only added.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    duty::{Unit, When},
    lexicon::{Measure, RegionLevel, Theme},
    outline,
    span::Span,
    statement::{
        Amount, Baseline, Deadline, Evidence, Held, How, Kind, List, Modality, Nature, Shared, Status, TableRow,
    },
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
    /// Goals of standard indicators that are set without a number.
    #[serde(default)]
    pub worded: Vec<WordedGoal>,
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

impl Analysis {
    /// A result of `document` in which nothing was found.
    pub fn bare(document: DocumentInfo) -> Self {
        Self {
            schema: SCHEMA.into(),
            document,
            outline: Vec::new(),
            tables: Vec::new(),
            worded: Vec::new(),
            commitments: Vec::new(),
            achievements: Vec::new(),
            tasks: Vec::new(),
            diagnostics: Vec::new(),
        }
    }

    /// Adds a statement behind those of its status.
    pub fn add(&mut self, record: Record) {
        match record.status {
            Status::Target => self.commitments.push(record),
            Status::Achieved => self.achievements.push(record),
        }
    }
}

/// The document and where it came from.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct DocumentInfo {
    /// The title.
    pub title: Option<String>,
    /// The place or body whose plan it is.
    pub issuer: Option<String>,
    /// The code of the region whose plan it is, after GB/T 2260; null where it is none or not to be told.
    #[serde(default)]
    pub region_code: Option<String>,
    /// On which level that region is governed.
    #[serde(default)]
    pub region_level: Option<RegionLevel>,
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
    /// The region that it is about, where the caller names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Which of these fields the caller gave: `title`, `issuer`, `kind`, `year`, `period`, `region`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub overridden: Vec<String>,
    /// What the caller carries along: the other columns of a corpus, by name.
    #[serde(default, skip_serializing_if = "serde_json::Map::is_empty")]
    pub metadata: serde_json::Map<String, serde_json::Value>,
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
    pub id: Shared,
    /// `part`, `chapter`, `section` or `item`.
    pub level: Shared,
    /// The number as written (第三章).
    pub label: Shared,
    /// The title.
    pub title: Shared,
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
    #[schemars(with = "String")]
    pub caption: Shared,
    /// `表2`.
    #[schemars(with = "String")]
    pub label: Shared,
    /// 1-based line.
    pub line: usize,
    /// The header cells.
    pub header: Box<[Shared]>,
    /// The rows.
    pub rows: Box<[Box<[Shared]>]>,
    /// Whether only the caption is left.
    pub missing: bool,
}

/// One statement.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Record {
    /// Twelve hex digits from indicator, unit dimension and section title: stable across versions of a plan.
    pub id: Shared,
    /// `target` or `achieved`.
    pub status: Status,
    /// The id of the section it stands in; empty before the first heading.
    pub section: Held<Shared>,
    /// Headings from the top, and the run-in heading.
    #[schemars(with = "Vec<String>")]
    pub path: List<Shared>,
    /// What the part of the document does that it stands in.
    #[serde(default)]
    pub setting: Option<Setting>,
    /// With a number or without.
    pub kind: Kind,
    /// The thing measured.
    pub indicator: Shared,
    /// The key of the standard indicator that it is; null where it is none.
    #[serde(default)]
    pub indicator_key: Option<Box<Shared>>,
    /// What the number says of the standard indicator.
    #[serde(default)]
    pub measure: Option<Measure>,
    /// Scope words left off the indicator (全区).
    pub scope: Option<Box<Shared>>,
    /// The number; null for a milestone.
    pub quantity: Option<Amount>,
    /// The starting value the sentence names.
    pub baseline: Option<Box<Baseline>>,
    /// Of a result in a table of results: the target that it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned: Option<Box<Baseline>>,
    /// By when; for a fact, when.
    pub deadline: Option<Held<Deadline>>,
    /// `yearly` where it recurs each year.
    pub recurrence: Option<Recurrence>,
    /// How strongly it is promised.
    pub modality: Modality,
    /// 约束性 (`binding`) or 预期性 (`expected`), where stated.
    pub nature: Option<Nature>,
    /// Its theme.
    pub theme: Theme,
    /// Responsible units, in order; the first leads.
    pub responsible: List<String>,
    /// The id of the task that states it.
    #[serde(default)]
    pub task: Option<Box<Shared>>,
    /// The sentence, without white space.
    pub sentence: Shared,
    /// Where it was read.
    pub source: Place,
    /// What decided the fields.
    #[schemars(with = "Vec<String>")]
    pub evidence: List<Evidence>,
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

/// A goal of a standard indicator that is set without a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct WordedGoal {
    /// The key of the indicator.
    pub indicator_key: String,
    /// How it is measured, where the words tell.
    pub measure: Option<Measure>,
    /// How it is set: against another figure, as another document sets it, in words alone, or said not to be set.
    pub how: How,
    /// The year that its part of a work report is about.
    pub year: Option<i32>,
    /// The id of the section it stands in; empty before the first heading.
    pub section: String,
    /// The clause.
    pub source: Place,
}

/// What the part of a document does that a statement stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Setting {
    /// Sets goals.
    Goals,
    /// Says what shall be done.
    Tasks,
    /// Tells what was done.
    Review,
    /// Describes the situation.
    Context,
}

/// A place in the document's text, which is far shorter than 4 GiB.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// 1-based line of the first character.
    pub line: u32,
    /// 1-based column, in characters.
    pub column: u32,
    /// 1-based line of the character after the last.
    pub end_line: u32,
    /// 1-based column after the last character.
    pub end_column: u32,
    /// Byte offset of the first byte.
    pub start: u32,
    /// Byte offset after the last byte.
    pub end: u32,
    /// 1-based page, for media with pages.
    #[serde(default)]
    pub page: Option<u32>,
    /// Exactly `text[start..end]`.
    pub quote: Shared,
}

impl Place {
    /// Its bytes.
    pub fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }
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

/// A deed that the document gives to somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Task {
    /// Twelve hex digits from the opening words of the deed and its section's title.
    #[schemars(with = "String")]
    pub id: Shared,
    /// The id of the section it stands in; empty before the first heading.
    #[schemars(with = "String")]
    pub section: Held<Shared>,
    /// Headings from the top.
    #[schemars(with = "Vec<String>")]
    pub path: List<Shared>,
    /// Its number as written (`1.`, `（三）`, `任务12：`).
    #[schemars(with = "Option<String>")]
    pub number: Option<Shared>,
    /// The deed, without its number and the bracket that gives it out.
    #[schemars(with = "String")]
    pub text: Shared,
    /// Units that lead, in order; where none leads, all that are responsible.
    #[schemars(with = "Vec<Unit>")]
    pub lead: List<Unit>,
    /// Units that help.
    #[schemars(with = "Vec<Unit>")]
    pub support: List<Unit>,
    /// Persons in charge, by their office.
    #[schemars(with = "Vec<String>")]
    pub persons: List<Shared>,
    /// Whether a head over several tasks names the units.
    pub inherited: bool,
    /// By when.
    pub deadline: Option<Held<When>>,
    /// How strongly it is promised.
    pub modality: Modality,
    /// Its theme.
    pub theme: Theme,
    /// The ids of the commitments stated in it.
    #[schemars(with = "Vec<String>")]
    pub commitments: Vec<Shared>,
    /// Deed and bracket.
    pub source: Place,
}
