//! What reading the shape of a document gives: front matter, headings, paragraphs, tables, notices.
//!
//! Types only; knows nothing of how they are read.

use std::{borrow::Cow, sync::Arc};

use ecow::EcoString;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    grid::{self, Grid, Reading, Role},
    source::View,
    span::{Short, Span},
};

/// What a document says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Front {
    /// What sort of document it is.
    pub kind: Kind,
    /// The title, joined where it runs over several lines.
    pub title: Option<String>,
    /// Whose plan it is: the place or body named in the title (福州市鼓楼区).
    pub issuer: Option<String>,
    /// The year it is for: 今年 of a work report, the year in the title of a yearly plan.
    pub year: Option<i32>,
    /// First and last year of the plan.
    pub period: Option<(i32, i32)>,
    /// The outlook year (2035) named in the title or front matter.
    pub horizon: Option<i32>,
    /// The day it was approved (批准, 审议通过), ISO.
    pub approved: Option<String>,
    /// The day it was delivered at a session (在…会议上), ISO.
    pub delivered: Option<String>,
    /// The day it was signed or issued (成文日期, the date below the signature), ISO.
    pub issued: Option<String>,
    /// The day it was put before the public (发布日期), ISO.
    pub published: Option<String>,
    /// Its number (文号): 杭政函〔2026〕24号.
    pub number: Option<String>,
    /// The year a work report is given for and in (今年).
    pub report_year: Option<i32>,
    /// Whether it counts its years by the republic (民国).
    pub republic: bool,
    /// What of this was given and not read.
    pub given: Given,
}

impl Front {
    /// The day that tells versions apart: of approval, delivery, issue or publication, the first that is known, ISO.
    pub fn day(&self) -> Option<&str> {
        [&self.approved, &self.delivered, &self.issued, &self.published].into_iter().find_map(|day| day.as_deref())
    }
}

/// Front matter that is given and not read: where a field is known here, reading takes it as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// The title.
    pub title: Option<String>,
    /// Whose plan it is.
    pub issuer: Option<String>,
    /// What sort of document it is.
    pub kind: Option<Kind>,
    /// The year it is for, and speaks in.
    pub year: Option<i32>,
    /// First and last year of the plan.
    pub period: Option<(i32, i32)>,
    /// The region it is about.
    pub region: Option<String>,
}

impl Given {
    /// The names of the fields that are given.
    pub fn fields(&self) -> Vec<&'static str> {
        let all = [
            ("title", self.title.is_some()),
            ("issuer", self.issuer.is_some()),
            ("kind", self.kind.is_some()),
            ("year", self.year.is_some()),
            ("period", self.period.is_some()),
            ("region", self.region.is_some()),
        ];
        all.into_iter().filter(|(_, given)| *given).map(|(name, _)| name).collect()
    }

    /// These fields, and where one is not given that of `other`.
    #[must_use]
    pub fn or(self, other: Given) -> Self {
        Self {
            title: self.title.or(other.title),
            issuer: self.issuer.or(other.issuer),
            kind: self.kind.or(other.kind),
            year: self.year.or(other.year),
            period: self.period.or(other.period),
            region: self.region.or(other.region),
        }
    }
}

/// What sort of document it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 国民经济和社会发展…规划纲要, 五年计划: all of a place's development over years.
    OutlinePlan,
    /// 专项规划, 战略: one field of it.
    SectorPlan,
    /// 行动方案, 行动计划, 实施方案.
    ActionPlan,
    /// 政府工作报告.
    WorkReport,
    /// 工作要点, 年度计划, 任务分工: the tasks of one year.
    WorkPlan,
    /// 关于制定…规划的建议.
    Suggestion,
    /// 意见, 指导意见.
    Opinion,
    /// 办法, 措施, 政策, 细则.
    Measures,
    /// 通知, 公告.
    Notice,
    /// 执行情况报告, 评估报告, 公报.
    Report,
    /// 解读, 答记者问.
    Qa,
    /// None of these, or not to be told.
    #[default]
    Other,
}

/// What a part of a work report does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Reviews the past year.
    ReviewYear,
    /// Reviews the past five years.
    ReviewPeriod,
    /// Sets the goals of the year.
    GoalsYear,
    /// Sets the goals of the five years ahead.
    GoalsPeriod,
    /// Sets the tasks of the year.
    Tasks,
    /// Speaks of the government's own work in the year.
    Government,
}

impl Part {
    /// Whether it tells what was done.
    pub fn is_review(self) -> bool {
        matches!(self, Part::ReviewYear | Part::ReviewPeriod)
    }
}

/// The part of a work report that a paragraph stands in, with the years that it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What the part does.
    pub part: Part,
    /// First and last of its years; what is undated in it holds for the last. None where the report's year is not known.
    pub years: Option<(i32, i32)>,
}

/// How deep a heading stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// 第一篇, 第一部分.
    Part,
    /// 第一章, or 一、 where there are no 章.
    Chapter,
    /// 第一节, （一）, or 1. where the chapters are 一、.
    Section,
    /// 1., （1）, 1.1 below a section.
    Item,
}

/// A heading with what stands below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// `3`, `3.1`: numbers of the chapters and sections from the top, dotted.
    pub id: EcoString,
    /// Its depth.
    pub level: Level,
    /// The number as written: `第三章`, `（一）`, `二、`; empty where the heading has no number.
    pub label: EcoString,
    /// The title without label, spaces and line breaks.
    pub title: EcoString,
    /// 1-based line on which it starts.
    pub line: usize,
    /// Its bytes in the document.
    pub span: Span,
    /// Index of the heading above it in [`Outline::nodes`].
    pub parent: Option<usize>,
}

impl Node {
    /// Number and title in one line: `第三章 打造新高地`, `二、总体要求`, `1.1 优化布局`.
    pub fn heading(&self) -> String {
        let space = if self.label.is_empty() || self.label.ends_with(['、', '）', '.']) { "" } else { " " };
        format!("{}{space}{}", self.label, self.title)
    }
}

/// A paragraph of the body.
#[derive(Clone, Debug)]
pub struct Paragraph {
    span: Short,
    node: Option<u32>,
    /// What a reader sees.
    pub view: View,
    /// The sentence that opens it and names its topic (优化科技投入结构), as a span of the view without its stop or colon.
    pub run_in: Option<Box<Span>>,
    /// The caption of the box (专栏) it stands in.
    pub boxed: Option<Arc<str>>,
    /// In a work report, the part it stands in.
    pub standing: Option<Standing>,
}

impl Paragraph {
    /// The paragraph at `span` of the document that shows as `view`, under the heading `node`.
    pub fn new(span: Span, node: Option<usize>, view: View) -> Self {
        let node = node.map(|node| node as u32);
        Self { span: span.into(), node, view, run_in: None, boxed: None, standing: None }
    }

    /// Its bytes in the document.
    pub fn span(&self) -> Span {
        self.span.span()
    }

    /// Index in [`Outline::nodes`] of the heading it stands under.
    pub fn node(&self) -> Option<usize> {
        self.node.map(|node| node as usize)
    }
}

/// A cell of a table.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    span: Short,
    /// What a reader sees.
    pub view: View,
}

impl Cell {
    /// The cell at `span` of a document that shows as `view`.
    pub(super) fn new(span: Span, view: View) -> Self {
        Self { span: span.into(), view }
    }

    /// Its bytes in the document; empty for a cell that a span repeats.
    pub fn span(&self) -> Span {
        self.span.span()
    }

    /// The cell of `grid` at `place`; one that only covers it has no place of its own.
    pub(super) fn of(grid: &Grid, place: Option<grid::Place>) -> Self {
        let found = place.and_then(|place| grid.cells.get(place.cell()).map(|cell| (place, cell)));
        found.map_or_else(Self::default, |(place, cell)| {
            let span = if place.own() { cell.span() } else { Span::new(cell.span().start, cell.span().start) };
            Self::new(span, cell.view.clone())
        })
    }
}

/// The rows of a table.
#[derive(Clone, Debug)]
pub enum Rows {
    /// As cells.
    Cells(Box<[Vec<Cell>]>),
    /// As places of the cells of its grid.
    Places(Vec<grid::Row>),
}

impl Default for Rows {
    fn default() -> Self {
        Self::Cells(Box::default())
    }
}

impl Table {
    /// Its rows, made as they are asked for.
    pub fn rows(&self) -> impl Iterator<Item = Cow<'_, [Cell]>> {
        let (cells, places) = match &self.rows {
            Rows::Cells(rows) => (&**rows, [].as_slice()),
            Rows::Places(rows) => ([].as_slice(), rows.as_slice()),
        };
        let made = places.iter().map(|row| Cow::Owned(row.iter().map(|&place| Cell::of(&self.grid, place)).collect()));
        cells.iter().map(|row| Cow::Borrowed(row.as_slice())).chain(made)
    }
}

impl Table {
    /// Whether a column of it says who does what, or by when.
    pub(crate) fn gives_out(&self) -> bool {
        let parts = || self.reading.iter().flat_map(|reading| &reading.parts);
        [Role::Responsible, Role::Due].into_iter().any(|role| parts().any(|part| part.has(role)))
    }

    /// Lets go what its cells say: what is left says of one without a name whether it has several rows.
    pub(crate) fn let_cells_go(&mut self) {
        let nameless = self.caption.is_empty() && self.label.is_empty();
        let several = if nameless { self.rows().take(2).count() } else { 0 };
        self.rows = Rows::Cells(vec![Vec::new(); several].into());
        self.header = Box::default();
        self.reading = None;
        self.grid = Grid::default();
    }
}

/// A table or the caption of one whose body is lost.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// `鼓楼区“十四五”经济社会发展主要指标`, without label.
    pub caption: EcoString,
    /// `表2`, `专栏1`, `图1`; empty where it has none.
    pub label: EcoString,
    /// 1-based line of the caption, or of the first row.
    pub line: usize,
    /// Index in [`Outline::nodes`] of the heading it stands under.
    pub node: Option<usize>,
    /// The header cells, repeated headers of later pages left out.
    pub header: Box<[Cell]>,
    /// The rows, as many cells as the header; section rows (一、经济强) have the one cell.
    pub rows: Rows,
    /// Its cells.
    pub grid: Grid,
    /// What they mean; `None` where that was not found.
    pub reading: Option<Box<Reading>>,
    /// The note below it.
    pub note: Option<Short>,
    /// Whether only the caption is left.
    pub missing: bool,
}

/// Something reading could not resolve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// A stable code: `outline.no-heading`.
    pub code: &'static str,
    /// Where.
    pub span: Span,
    /// In plain words.
    pub message: String,
}

/// A document's shape.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// What it says about itself.
    pub front: Front,
    /// Its headings in document order.
    pub nodes: Vec<Node>,
    /// Its paragraphs in document order; headings, captions, table cells and furniture are none.
    pub paragraphs: Vec<Paragraph>,
    /// Its tables and captions.
    pub tables: Vec<Table>,
    /// What belongs to the page and not to the plan: navigation, dates of posting, page numbers, tables of contents.
    pub furniture: Vec<Span>,
    /// What could not be resolved.
    pub notices: Vec<Notice>,
}

impl Outline {
    /// Lets go what its paragraphs say: who has read them asks for nothing but their places.
    pub(crate) fn let_texts_go(&mut self) {
        self.paragraphs.iter_mut().for_each(|paragraph| paragraph.view = View::default());
    }

    /// The heading at `node` and those above it, nearest first; none where `node` is none.
    pub fn upward(&self, node: Option<usize>) -> impl Iterator<Item = &Node> {
        let nearest = node.and_then(|index| self.nodes.get(index));
        std::iter::successors(nearest, |node| node.parent.and_then(|index| self.nodes.get(index)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_of_the_first_win() {
        let first = Given { year: Some(2023), ..Given::default() };
        let second = Given { year: Some(2024), title: Some("要点".into()), ..Given::default() };
        let both = first.or(second);
        assert_eq!(
            (both.year, both.title.as_deref(), both.fields()),
            (Some(2023), Some("要点"), vec!["title", "year"])
        );
    }
}
