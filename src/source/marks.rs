//! What a medium says about its text beside the characters: headings, the cells of tables, pages, notes, metadata.
//!
//! Places are bytes of the extracted text.

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// What a medium says about its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marks {
    /// Where lines start that the medium calls headings, with their depth from 1; in order.
    pub headings: Vec<(usize, usize)>,
    /// Its tables, in order.
    pub tables: Vec<TableMark>,
    /// Where each page starts, in order; empty for media without pages.
    pub pages: Vec<usize>,
    /// What stands apart from the running text, in order: footnotes, front matter of Markdown, comments.
    pub apart: Vec<Span>,
    /// What it says of itself outside its text.
    pub meta: Meta,
}

impl Marks {
    /// The depth of the heading on the line that starts at `offset`; 0 for other lines.
    pub fn heading(&self, offset: usize) -> usize {
        let found = self.headings.binary_search_by_key(&offset, |&(at, _)| at);
        found.ok().and_then(|at| self.headings.get(at)).map_or(0, |&(_, depth)| depth)
    }

    /// The table that holds byte `offset`.
    pub fn table(&self, offset: usize) -> Option<&TableMark> {
        let at = self.tables.partition_point(|table| table.span.start <= offset).checked_sub(1)?;
        self.tables.get(at).filter(|table| offset < table.span.end)
    }

    /// The 1-based page that holds byte `offset`; `None` for media without pages.
    pub fn page(&self, offset: usize) -> Option<usize> {
        let page = self.pages.partition_point(|&start| start <= offset);
        (!self.pages.is_empty()).then_some(page.max(1))
    }

    /// Whether byte `offset` stands apart from the running text.
    pub fn is_apart(&self, offset: usize) -> bool {
        self.around(offset).is_some()
    }

    /// What of the line at `line` belongs to the running text: not the comment that ends or begins on it.
    pub fn outside(&self, line: Span) -> Span {
        let opens = self.around(line.start).filter(|span| span.end < line.end);
        let start = opens.map_or(line.start, |span| span.end);
        let closes = self.around(line.end.saturating_sub(1)).filter(|span| start < span.start);
        Span::new(start, closes.map_or(line.end, |span| span.start))
    }

    /// What stands apart and holds byte `offset`.
    fn around(&self, offset: usize) -> Option<&Span> {
        let at = self.apart.partition_point(|span| span.start <= offset).checked_sub(1)?;
        self.apart.get(at).filter(|span| offset < span.end)
    }
}

/// A table: its rows are the lines of `span`, their cells parted by tabs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableMark {
    /// Its lines.
    pub span: Span,
    /// Its cells, in order of rows and then of columns. A merged cell is one; where nothing stands each place is one.
    pub cells: Vec<CellMark>,
}

/// A cell of a table: where its text stands, and the rows and columns, from 0, that it takes up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellMark {
    /// Its text.
    pub span: Span,
    /// Its first row.
    pub row: usize,
    /// Its first column.
    pub col: usize,
    /// How many rows it takes up, at least 1.
    pub rows: usize,
    /// How many columns it takes up, at least 1.
    pub cols: usize,
}

impl CellMark {
    /// The cell of `span` at (`row`, `col`) alone.
    pub fn at(span: Span, row: usize, col: usize) -> Self {
        Self { span, row, col, rows: 1, cols: 1 }
    }

    /// Makes it reach to (`row`, `col`).
    pub fn reach(&mut self, row: usize, col: usize) {
        self.rows = self.rows.max((row + 1).saturating_sub(self.row));
        self.cols = self.cols.max((col + 1).saturating_sub(self.col));
    }
}

/// What a medium says of itself outside its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meta {
    /// The title.
    pub title: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// When it was published, as written.
    pub published: Option<String>,
    /// Its number (文号).
    pub number: Option<String>,
}
