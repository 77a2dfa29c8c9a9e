//! What tracking gives.

use schemars::JsonSchema;
use serde::Serialize;

use super::place::Place;
use crate::{
    lexicon::Theme,
    number::Number,
    quantity::Comparator,
    statement::{Amount, Nature},
};

/// The schema's name and major version.
pub const SCHEMA: &str = "plan-track/1";

/// How far the targets of a plan are met.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Progress {
    /// `plan-track/1`.
    pub schema: String,
    /// The path of the plan.
    pub plan: String,
    /// Its title.
    pub title: Option<String>,
    /// The path of the observations.
    pub observed: String,
    /// The year that is looked from.
    pub as_of: Option<i32>,
    /// How many commitments have no number and are not tracked.
    pub without_number: usize,
    /// Every target with a number, in document order.
    pub targets: Vec<Tracked>,
    /// What was observed, with the targets it was taken for.
    pub matches: Vec<Match>,
    /// Whatever could not be used, or not wholly.
    pub problems: Vec<Problem>,
}

/// How a target stands, in the words of evaluations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// 提前实现: reached before its deadline.
    Early,
    /// 快于预期: further than the straight line, by more than the margin.
    Ahead,
    /// 基本符合预期: about on the line; at the deadline reached.
    OnTrack,
    /// 滞后: behind the line by more than the margin; at the deadline not reached.
    Behind,
    /// 无数据: nothing can be said.
    NoData,
}

impl Standing {
    /// All, the best first.
    pub const ALL: [Standing; 5] =
        [Standing::Early, Standing::Ahead, Standing::OnTrack, Standing::Behind, Standing::NoData];
}

/// How the value of a target runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TargetType {
    /// A state to reach by the deadline.
    Level,
    /// A state to keep each year.
    Hold,
    /// A sum over the years of the plan.
    Cumulative,
    /// A value of each year, or its yearly mean.
    Yearly,
}

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sense {
    /// More.
    More,
    /// Less.
    Less,
    /// Neither: within bounds.
    Within,
}

/// Why a target stands as it does, where that is no matter of the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Nothing was observed.
    NoObservation,
    /// All was observed after the deadline, or after the year that is looked from.
    OnlyLater,
    /// It names no value to start from: the way is not known before the deadline.
    NoBaseline,
    /// It names no deadline.
    NoDeadline,
    /// The plan does not say when it begins.
    NoStart,
    /// Its starting value is in another unit.
    BaselineUnit,
    /// Years between were not observed: the sum or mean is of the others.
    YearsMissing,
}

/// A value in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Point {
    /// The year.
    pub year: i32,
    /// In the target's unit.
    pub value: Number,
    /// Where it was observed: 1-based line.
    pub line: usize,
    /// How it is told.
    #[serde(skip)]
    pub comparator: Comparator,
}

/// A target with how far it is met.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Tracked {
    /// The id of the commitment.
    pub id: String,
    /// What is measured.
    pub indicator: String,
    /// The section it stands in.
    pub section: String,
    /// The line it stands on.
    pub line: usize,
    /// Its theme.
    pub theme: Theme,
    /// Whether it binds.
    pub nature: Option<Nature>,
    /// What was promised.
    pub target: Amount,
    /// The year by which.
    pub deadline: Option<i32>,
    /// Where it starts, in the target's unit.
    pub baseline: Option<Number>,
    /// The year of that.
    pub baseline_year: Option<i32>,
    /// Whether that was observed and does not stand in the plan.
    pub baseline_observed: bool,
    /// The year from which its time counts.
    pub start: Option<i32>,
    /// How it runs.
    pub measure: TargetType,
    /// Which way is better.
    pub sense: Sense,
    /// What was observed up to the deadline, by year.
    pub observed: Vec<Point>,
    /// The value that counts: the last, the sum or the mean.
    pub latest: Option<Number>,
    /// The last year observed.
    pub latest_year: Option<i32>,
    /// The value of the straight line in that year.
    pub expected: Option<Number>,
    /// The share of the way from start to target.
    pub way: Option<Number>,
    /// The share of the time from start to deadline in that year.
    pub time: Option<Number>,
    /// How it stands.
    pub standing: Standing,
    /// Why, where that is no matter of the line.
    pub reason: Option<Reason>,
    /// The name under which it was observed.
    pub observed_as: Option<String>,
    /// How much alike the two names are, 0 to 1; 1 where a map says so.
    pub score: Option<Number>,
}

/// What was observed under one name, with the targets it was taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Match {
    /// The name.
    pub observed: String,
    /// Its unit as written.
    pub unit: String,
    /// The indicator of the plan; none where none is called alike.
    pub target: Option<String>,
    /// How much alike the names are, 0 to 1.
    pub score: Option<Number>,
    /// Whether somebody should look: the names are not the same.
    pub to_confirm: bool,
}

/// What is wrong with a row or a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProblemKind {
    /// No name of an indicator.
    NoIndicator,
    /// No year, or none that is one.
    NoYear,
    /// No value, or none that is a number.
    NoValue,
    /// No unit, or none that is known.
    NoUnit,
    /// Neither 累计 nor 当年.
    NoBasis,
    /// Two values for one year.
    TwoValues,
    /// The same value twice.
    Repeated,
    /// No target is called alike.
    UnknownIndicator,
    /// The map sets it aside.
    SetAside,
    /// Its unit measures something else than the target's.
    OtherUnit,
    /// It covers several years, and the target is not of these.
    OtherYears,
    /// It was observed after the year that is looked from.
    AfterAsOf,
    /// It was observed after the deadline.
    AfterDeadline,
    /// It was observed before the years that count.
    BeforeStart,
}

impl ProblemKind {
    /// Whether the row it stands on could not be used though it should have been.
    pub fn is_error(self) -> bool {
        !matches!(
            self,
            Self::Repeated
                | Self::SetAside
                | Self::OtherYears
                | Self::AfterAsOf
                | Self::AfterDeadline
                | Self::BeforeStart
        )
    }
}

/// Something that could not be used, or not wholly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Problem {
    /// What is wrong.
    pub kind: ProblemKind,
    /// The sheet, where the observations are a workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// 1-based line of the observations, or row of the sheet.
    pub line: Option<usize>,
    /// Of which indicator.
    pub indicator: String,
    /// What stands there.
    pub found: String,
    /// In plain words, with what to do.
    pub message: String,
}

impl Problem {
    /// Where it stands: `12`, `2023!12` in a workbook.
    pub fn place(&self) -> String {
        self.line.map(|line| Place { sheet: self.sheet.clone(), line }.told()).unwrap_or_default()
    }

    /// A problem of a row.
    pub(super) fn new(
        kind: ProblemKind,
        place: &Place,
        indicator: &str,
        found: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        Self {
            kind,
            sheet: place.sheet.clone(),
            line: Some(place.line),
            indicator: indicator.to_owned(),
            found: found.into(),
            message: message.into(),
        }
    }
}
