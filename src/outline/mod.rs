//! The shape of a document: front matter, headings, sections, paragraphs, captions, tables and boxes.
//!
//! Reads lines; knows nothing of quantities or promises, and needs no dictionary.

mod body;
mod caption;
mod date;
mod front;
mod furniture;
mod heading;
mod issuer;
mod label;
mod layout;
mod line;
mod runin;
mod table;

use line::{Line, Role};

use crate::{
    grid::{Grid, Reading},
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
    /// Its number (文号): 杭政函〔2026〕24号.
    pub number: Option<String>,
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
    /// The number as written: `第三章`, `（一）`, `二、`; empty where the heading has no number.
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
    /// Its cells.
    pub grid: Grid,
    /// What they mean; `None` where that was not found.
    pub reading: Option<Reading>,
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

impl Outline {
    /// The heading at `node` and those above it, nearest first; none where `node` is none.
    pub fn upward(&self, node: Option<usize>) -> impl Iterator<Item = &Node> {
        let nearest = node.and_then(|index| self.nodes.get(index));
        std::iter::successors(nearest, |node| node.parent.and_then(|index| self.nodes.get(index)))
    }
}

/// Reads the shape of `document`.
pub fn read(document: &Document) -> Outline {
    let mut lines = line::split(document);
    let layout = layout::measure(&lines);
    furniture::mark_pages(&mut lines, layout);
    furniture::mark_contents(&mut lines, document);
    furniture::mark_repeats(&mut lines, document);
    furniture::mark_footer(&mut lines);
    let front = front::read(&mut lines, layout, &document.marks.meta);
    let layout = layout::measure(&lines);
    let table::Found { tables, boxes } = table::find(&mut lines, document, layout);
    furniture::mark_bare_numbers(&mut lines, layout);
    let headings = heading::find(&mut lines, document, layout);
    let body = body::read(&lines, &headings, &boxes, document, layout);
    let place = |(line, table): (usize, Table)| Table { node: body.nodes.get(line).copied().flatten(), ..table };
    let mut outline = Outline {
        front,
        nodes: heading::nodes(&headings, &lines),
        paragraphs: body.paragraphs,
        tables: tables.into_iter().map(place).collect(),
        furniture: lines.iter().filter(|line| line.role == Role::Furniture).map(|line| line.span).collect(),
        notices: Vec::new(),
    };
    outline.notices = notices(&outline, &lines, document);
    outline
}

/// What reading could not resolve.
fn notices(outline: &Outline, lines: &[Line], document: &Document) -> Vec<Notice> {
    let mut notices = Vec::new();
    let mut notice = |code, span, message: String| notices.push(Notice { code, span, message });
    let start = lines.first().map_or(Span::default(), |line| line.span);
    if outline.nodes.is_empty() {
        let message = "no chapter or section heading was found; everything is read as one section";
        notice("outline.no-heading", start, message.into());
    }
    if outline.front.title.is_none() {
        notice("outline.no-title", start, "no title was found above the text".into());
    }
    for table in outline.tables.iter().filter(|table| table.missing) {
        let span = document.lines.span(&document.text, table.line).unwrap_or_default();
        let (code, lost) = match table.label.starts_with('图') {
            true => ("outline.figure-missing", "the figure"),
            false => ("outline.table-missing", "the table"),
        };
        notice(code, span, format!("{lost} below the caption “{} {}” is not in the text", table.label, table.caption));
    }
    notices
}
