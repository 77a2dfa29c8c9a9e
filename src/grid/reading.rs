//! What a grid was read as: the roles of its columns, its heads and its records.

use ecow::{EcoString, EcoVec};

use super::{
    given::Units,
    head::Head,
    sheet::{Place, Row},
};

/// The least score with which a grid counts as read.
pub const READ: f64 = 0.6;

/// What is known of a table from outside its cells.
#[derive(Clone, Debug, Default)]
pub struct Context<'a> {
    /// Its caption, or the line above it.
    pub caption: &'a str,
    /// The unit that stands above it (单位：亿元), else empty.
    pub unit: &'a str,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The row's number.
    Number,
    /// The group of the row.
    Group,
    /// What the row is about.
    Name,
    /// The unit of its values.
    Unit,
    /// 约束性 or 预期性.
    Nature,
    /// Who answers.
    Responsible,
    /// By when.
    Due,
    /// Values.
    Value,
    /// Remarks.
    Note,
    /// Other text, such as a description of work.
    Text,
}

impl Role {
    /// The name that results show.
    pub fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Group => "group",
            Self::Name => "name",
            Self::Unit => "unit",
            Self::Nature => "nature",
            Self::Responsible => "responsible",
            Self::Due => "due",
            Self::Value => "value",
            Self::Note => "note",
            Self::Text => "text",
        }
    }
}

/// A column with its head.
#[derive(Clone, Debug)]
pub struct Column {
    /// What it holds.
    pub role: Role,
    /// Its head; empty where there is none.
    pub head: Head,
}

/// A row that is about something.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// The cell of each column.
    pub cells: Row,
    /// The groups that it belongs to, from the widest.
    pub group: EcoVec<EcoString>,
    /// The number of its row below the heads, from 1.
    pub number: u32,
}

impl Record {
    /// Its cell in column `col`.
    pub fn at(&self, col: usize) -> Option<Place> {
        self.cells.get(col).copied().flatten()
    }
}

/// Rows under one head.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows of its head.
    pub heads: Vec<Row>,
    /// The rows that are about something.
    pub records: Vec<Record>,
}

impl Part {
    /// The columns of `role`, by place.
    pub fn of(&self, role: Role) -> impl Iterator<Item = usize> + '_ {
        self.columns.iter().enumerate().filter(move |(_, column)| column.role == role).map(|(at, _)| at)
    }

    /// Its rows of cells: those of its head, and those that are about something.
    pub fn heads_and_records(&self) -> impl Iterator<Item = &Row> + '_ {
        self.heads.iter().chain(self.records.iter().map(|record| &record.cells))
    }

    /// Whether some column is of `role`.
    pub fn has(&self, role: Role) -> bool {
        self.of(role).next().is_some()
    }
}

/// What a grid was read as.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// How well the grid agrees with it, from 0 to 1. Cells that mix names and numbers, rows of unequal kind and columns of
    /// mixed kind lower it, so that of several candidates the one that parts the cells rightly has the highest.
    pub score: f64,
    /// How many cells state a value.
    pub stated: usize,
    /// Whether records run down and not across.
    pub turned: bool,
    /// The units of all values that have no other.
    pub units: Units,
    /// What its first row says where that is a title over the heads.
    pub title: EcoString,
    /// The parts under one head each, side by side or one below the other.
    pub parts: Vec<Part>,
}

impl Reading {
    /// How much it is worth beside other readings of the same text: the more it reads and the better that agrees.
    pub fn worth(&self) -> f64 {
        let records: usize = self.parts.iter().map(|part| part.records.len()).sum();
        self.score.powi(6) * (self.stated as f64 + 0.5 * records as f64)
    }
}
