//! What a statement is: the types that reading fills and everything after asks.

mod draft;
mod evidence;
mod held;
mod row;
mod shared;
mod worded;

pub(crate) use draft::Draft;
pub use evidence::{Evidence, Place};
pub use held::{Held, List};
pub use row::Around;
pub use shared::Shared;
pub use worded::{How, Worded};

use serde::{Deserialize, Serialize};

use crate::{
    lexicon::Theme,
    number::Number,
    quantity::{Comparator, RANK},
    span::Span,
};

/// Promise or fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Something the plan commits to bring about or keep.
    Target,
    /// A past or present fact.
    Achieved,
}

/// With a number or without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Says how much, how many, how far or which place.
    Quantity,
    /// A dated target without a number.
    Milestone,
}

/// What the number says of the indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// A state reached or kept.
    Level,
    /// Newly added.
    Increment,
    /// Cut by.
    Decrement,
    /// Growth per year.
    GrowthRate,
    /// Growth over the period or against a base year.
    CumulativeGrowth,
    /// Fall per year.
    ChangeRate,
}

/// How the deadline was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DeadlineSource {
    /// In the sentence, or in the table column's heading.
    Explicit,
    /// From an earlier sentence of the paragraph, or a heading.
    Inherited,
    /// Nothing dates it: the plan's last year.
    Plan,
}

/// How strongly it is promised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// 确保, 必须.
    Ensure,
    /// 力争, 争取, 努力.
    Strive,
    /// Neither.
    #[default]
    Plain,
}

/// 约束性 or 预期性, where stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// 约束性.
    Binding,
    /// 预期性, 引导性.
    Expected,
}

/// The number of a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Amount {
    /// In the base unit, multiplied out; the lower end of a range.
    pub value: Number,
    /// The upper end of a range.
    pub upper: Option<Box<Number>>,
    /// The base unit as written, without its multiplier.
    pub unit: Held<Shared>,
    /// Which way the number bounds.
    pub comparator: Comparator,
    /// What the number says of the indicator.
    pub change: Change,
    /// The number expression without white space.
    pub text: Shared,
}

impl Amount {
    /// The upper end of a range.
    pub fn upper(&self) -> Option<Number> {
        self.upper.as_deref().copied()
    }

    /// Whether it is a place among others (第3位), and not how many places it moves.
    pub fn is_place(&self) -> bool {
        self.unit == RANK && self.change == Change::Level
    }
}

/// A starting value (由60%提高到65% → 60).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Baseline {
    /// In the base unit.
    pub value: Number,
    /// Its base unit.
    pub unit: Shared,
    /// The year it held, where stated.
    pub year: Option<i32>,
}

/// By when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Deadline {
    /// The year.
    pub year: i32,
    /// The month, where given, 1–12.
    pub month: Option<u32>,
    /// How it was found.
    pub source: DeadlineSource,
    /// The time expression; empty where nothing dates the statement.
    pub text: Shared,
}

/// Where in a table a statement was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(from = "row::Written", into = "row::Written")]
#[schemars(with = "row::Written")]
pub struct TableRow {
    /// What stands over it and beside it.
    pub around: Held<Around>,
    /// The number of its row below the heads, from 1.
    pub row: u32,
}

/// One statement, as read; [`crate::analysis`] gives it its id, section and place.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Promise or fact.
    pub status: Status,
    /// With a number or without.
    pub kind: Kind,
    /// Index in [`crate::outline::Outline::nodes`] of the section it stands in.
    pub node: Option<usize>,
    /// The run-in heading it stands under.
    pub run_in: Option<Held<Shared>>,
    /// The thing measured, as a noun phrase without spaces.
    pub indicator: Shared,
    /// Scope words left off the indicator (全区).
    pub scope: Option<Box<Shared>>,
    /// The number; `None` for a milestone.
    pub amount: Option<Amount>,
    /// The starting value.
    pub baseline: Option<Box<Baseline>>,
    /// Of a result in a table of results: the target that it answers.
    pub planned: Option<Box<Baseline>>,
    /// By when, or for a fact when.
    pub deadline: Option<Held<Deadline>>,
    /// Whether it recurs each year (每年).
    pub recurring: bool,
    /// How strongly it is promised.
    pub modality: Modality,
    /// 约束性 or 预期性.
    pub nature: Option<Nature>,
    /// Its theme.
    pub theme: Theme,
    /// 牵头单位 and 责任单位, in order; the first leads.
    pub responsible: List<String>,
    /// The sentence without white space.
    pub sentence: Shared,
    /// The number expression in the document.
    pub span: Span,
    /// Where it stands in a table, if it does.
    pub row: Option<TableRow>,
    /// What decided the fields.
    pub evidence: List<Evidence>,
}

/// How many statements before one are looked at for what it shares with them.
const NEAR: usize = 4;

/// How many of a table are: as many as a wide row has, whose columns are those of the row above.
const NEAR_IN_TABLE: usize = 16;

/// Adds `statement` to `statements`; what is told of it and of one shortly before in the same words is kept once.
pub(crate) fn add(statements: &mut Vec<Statement>, mut statement: Statement) {
    let near = if statement.row.is_some() { NEAR_IN_TABLE } else { NEAR };
    let near = &statements[statements.len().saturating_sub(near)..];
    if let Some(other) = near.iter().rfind(|other| other.evidence == statement.evidence) {
        statement.evidence = other.evidence.clone();
    }
    if let Some(other) = near.iter().rfind(|other| other.deadline == statement.deadline) {
        statement.deadline = other.deadline.clone();
    }
    if let Some(other) = near.iter().rfind(|other| other.responsible == statement.responsible) {
        statement.responsible = other.responsible.clone();
    }
    if let Some(row) = &mut statement.row {
        let mut rows = near.iter().rev().filter_map(|other| other.row.as_ref());
        if let Some(other) = rows.find(|other| other.around == row.around) {
            row.around = other.around.clone();
        }
    }
    if let Some(amount) = &mut statement.amount {
        let mut amounts = near.iter().rev().filter_map(|other| other.amount.as_ref());
        if let Some(other) = amounts.find(|other| other.unit == amount.unit) {
            amount.unit = other.unit.clone();
        }
    }
    statements.push(statement);
}
