//! What a medium says about its text beside the characters: headings, tables with merged cells, pages, notes, metadata.
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
    /// What stands apart from the running text: footnotes, front matter of Markdown.
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
        self.apart.iter().any(|span| span.start <= offset && offset < span.end)
    }
}

/// A table: its rows are the lines of `span`, their cells parted by tabs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableMark {
    /// Its lines.
    pub span: Span,
    /// The empty cells that a merged cell covers, by place, each with the text of that cell; in order.
    pub covered: Vec<(usize, Span)>,
}

impl TableMark {
    /// The text of the merged cell that covers the empty cell at `offset`.
    pub fn covering(&self, offset: usize) -> Option<Span> {
        let found = self.covered.binary_search_by_key(&offset, |&(at, _)| at);
        found.ok().and_then(|at| self.covered.get(at)).map(|&(_, span)| span)
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
