//! What a comparison gives: schema `plan-diff/1`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{edits::Piece, frame::Frame, kinds::ChangeKind};
use crate::{
    analysis::Period,
    duty::{Unit, When},
    number::Number,
    statement::{Amount, Baseline, Deadline, Modality, Nature},
};

/// The schema's name and major version.
pub const SCHEMA: &str = "plan-diff/1";

/// How deep to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Chapters and sections.
    Outline,
    /// Commitments.
    Commitments,
    /// Tasks: who does what by when.
    Tasks,
    /// Sentences.
    Text,
}

impl Level {
    /// Every level.
    pub const ALL: [Level; 4] = [Level::Outline, Level::Commitments, Level::Tasks, Level::Text];

    /// The name used in files and on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Level::Outline => "outline",
            Level::Commitments => "commitments",
            Level::Tasks => "tasks",
            Level::Text => "text",
        }
    }
}

/// Two documents compared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Comparison {
    /// `plan-diff/1`.
    pub schema: String,
    /// The old document.
    pub old: Version,
    /// The new one.
    pub new: Version,
    /// Between two periods: the frame in which deadlines are seen. Absent between two versions of one plan.
    pub across_periods: Option<Frame>,
    /// The levels that were looked at.
    pub levels: Vec<Level>,
    /// What the reader must know: nothing in common, no text at hand.
    pub notes: Vec<String>,
    /// The counts.
    pub summary: Summary,
    /// The changes, numbered.
    pub changes: Vec<Change>,
    /// Between two periods: the targets that are the same in both.
    pub kept: Vec<Change>,
}

/// A document that was compared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Version {
    /// The path as given, or `-`.
    pub path: String,
    /// The title.
    pub title: Option<String>,
    /// Whose plan it is.
    pub issuer: Option<String>,
    /// Its period.
    pub period: Option<Period>,
    /// Hex SHA-256 of the bytes it was read from.
    pub sha256: String,
    /// How many commitments it holds.
    pub commitments: usize,
    /// How many tasks.
    #[serde(default)]
    pub tasks: usize,
}

/// The counts of a comparison.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Summary {
    /// How many changes there are.
    pub changes: usize,
    /// How many changes there are at each level.
    pub levels: BTreeMap<Level, usize>,
    /// How many there are of each kind, at each level; a change of two kinds counts in both.
    pub kinds: BTreeMap<Level, BTreeMap<ChangeKind, usize>>,
    /// Pairs of commitments that could have been paired otherwise.
    pub uncertain: usize,
    /// Commitments that were paired.
    pub paired: usize,
    /// What was seen and is not listed.
    pub folded: Folded,
}

/// Differences that are counted and not listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Folded {
    /// Sentences that differ in punctuation alone.
    pub punctuation: usize,
    /// Sentences that differ in white space, line breaks, width or the form of quotation marks alone.
    pub spacing: usize,
    /// Sections whose number changed because others came, went or moved.
    pub renumbered: usize,
    /// Commitments read differently from a sentence that is the same in both.
    pub read_differently: usize,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Change {
    /// From 1; 0 where nothing changed.
    pub number: usize,
    /// Where it was seen.
    pub level: Level,
    /// What happened; several things can happen to one commitment.
    pub kinds: Vec<ChangeKind>,
    /// The indicator, the heading, or the sentence's first words.
    pub name: String,
    /// Where it stands in the old document.
    pub old: Option<At>,
    /// Where it stands in the new one.
    pub new: Option<At>,
    /// The commitment as the old document states it.
    pub old_commitment: Option<Promise>,
    /// The commitment as the new document states it.
    pub new_commitment: Option<Promise>,
    /// The task as the old document gives it out.
    #[serde(default)]
    pub old_task: Option<Assignment>,
    /// The task as the new document gives it out.
    #[serde(default)]
    pub new_task: Option<Assignment>,
    /// How far the numbers are apart.
    pub difference: Option<Difference>,
    /// Between two periods: where the new target starts from.
    pub new_baseline: Option<Start>,
    /// How alike the two are, 0 to 1, where they had to be paired.
    pub similarity: Option<Number>,
    /// Whether another pairing would have been nearly as good.
    pub uncertain: bool,
    /// Other commitments of the same sentences to which the same happened.
    pub also: Vec<String>,
    /// Sections or sentences that came, went or moved with it.
    pub with: usize,
    /// The edits of the sentences.
    pub edits: Vec<Edit>,
}

/// A place in one of the documents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct At {
    /// 1-based line.
    pub line: usize,
    /// 1-based column, in characters.
    pub column: usize,
    /// The id of the section.
    pub section: String,
    /// Its heading.
    pub heading: String,
}

/// What a commitment promises.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Promise {
    /// The id in the result of its document.
    pub id: String,
    /// The thing measured.
    pub indicator: String,
    /// The number; null for a milestone.
    pub quantity: Option<Amount>,
    /// The starting value the sentence names.
    pub baseline: Option<Baseline>,
    /// By when.
    pub deadline: Option<Deadline>,
    /// How strongly it is promised.
    pub modality: Modality,
    /// 约束性 or 预期性.
    pub nature: Option<Nature>,
    /// Responsible units.
    pub responsible: Vec<String>,
    /// The sentence.
    pub sentence: String,
}

/// What a task gives to whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Assignment {
    /// The id in the result of its document.
    pub id: String,
    /// Its number as written.
    pub number: Option<String>,
    /// The deed.
    pub text: String,
    /// Units that lead.
    pub lead: Vec<Unit>,
    /// Units that help.
    pub support: Vec<Unit>,
    /// Persons in charge, by their office.
    pub persons: Vec<String>,
    /// By when.
    pub deadline: Option<When>,
}

/// How far two numbers are apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Difference {
    /// New less old, exact; of ranges, of their lower ends.
    pub absolute: Number,
    /// Its unit.
    pub unit: String,
    /// In percent of the old number, to four decimals; absent where that is zero.
    pub relative: Option<Number>,
    /// Whether more of it is better, where the lexicon knows.
    pub more_is_better: Option<bool>,
    /// Whether the new target asks for more, where the lexicon knows.
    pub more_ambitious: Option<bool>,
}

/// Where a target starts from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Start {
    /// In the base unit.
    pub value: Number,
    /// The upper end of a range.
    pub upper: Option<Number>,
    /// Its base unit.
    pub unit: String,
    /// When it held.
    pub year: Option<i32>,
    /// The number expression.
    pub text: String,
    /// 1-based line in the new document.
    pub line: usize,
}

/// What happened to a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Edit {
    /// `added`, `dropped`, `reworded`, `moved`.
    pub kinds: Vec<ChangeKind>,
    /// Where it stands in the old document.
    pub old: Option<At>,
    /// Where it stands in the new one.
    pub new: Option<At>,
    /// The text with what was cut and put in.
    pub pieces: Vec<Piece>,
}
