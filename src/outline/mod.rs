//! The shape of a document: front matter, headings, sections, paragraphs, captions, tables and boxes.
//!
//! Reads lines; knows nothing of quantities or promises, and needs no dictionary.

use crate::{
    source::{Document, View},
    span::Span,
};

/// What a document says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Front {
    /// The title, joined where it runs over several lines.
    pub title: Option<String>,
    /// Whose plan it is: the place or body named in the title (福州市鼓楼区).
    pub issuer: Option<String>,
    /// First and last year of the plan.
    pub period: Option<(i32, i32)>,
    /// The outlook year (2035) named in the title or front matter.
    pub horizon: Option<i32>,
    /// The day it was approved or delivered, ISO.
    pub approved: Option<String>,
    /// The day it was published, ISO.
    pub published: Option<String>,
    /// The year a work report is given for and in (今年).
    pub report_year: Option<i32>,
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
    pub id: String,
    /// Its depth.
    pub level: Level,
    /// `第三章`, `（一）`; empty where the heading has no number.
    pub label: String,
    /// The title without label, spaces and line breaks.
    pub title: String,
    /// 1-based line on which it starts.
    pub line: usize,
    /// Its bytes in the document.
    pub span: Span,
    /// Index of the heading above it in [`Outline::nodes`].
    pub parent: Option<usize>,
}

/// A paragraph of the body.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// Its bytes in the document.
    pub span: Span,
    /// Index in [`Outline::nodes`] of the heading it stands under.
    pub node: Option<usize>,
    /// What a reader sees.
    pub view: View,
    /// The sentence that opens it and names its topic (优化科技投入结构), as a span of the view without its stop or colon.
    pub run_in: Option<Span>,
    /// The caption of the box (专栏) it stands in.
    pub boxed: Option<String>,
}

/// A cell of a table.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// Its bytes in the document; empty for a cell that a span repeats.
    pub span: Span,
    /// What a reader sees.
    pub view: View,
}

/// A table or the caption of one whose body is lost.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// `鼓楼区“十四五”经济社会发展主要指标`, without label.
    pub caption: String,
    /// `表2`, `专栏1`, `图1`; empty where it has none.
    pub label: String,
    /// 1-based line of the caption, or of the first row.
    pub line: usize,
    /// Index in [`Outline::nodes`] of the heading it stands under.
    pub node: Option<usize>,
    /// The header cells, repeated headers of later pages left out.
    pub header: Vec<Cell>,
    /// The rows, as many cells as the header; section rows (一、经济强) have the one cell.
    pub rows: Vec<Vec<Cell>>,
    /// The note below it.
    pub note: Option<Span>,
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

/// Reads the shape of `document`.
pub fn read(_document: &Document) -> Outline {
    Outline::default()
}
