//! The grid: cells with their text, their place in the document and the rows and columns they take up.

use crate::{
    memory::let_go,
    source::{View, marks::TableMark},
    span::{Short, Span},
};

/// Where a grid comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The medium says which cells there are (HTML, DOCX, PDF, DOC).
    #[default]
    Medium,
    /// Bars of Markdown, a row a line.
    Pipes,
    /// Tabs, a row a line.
    Tabs,
    /// Commas and quotes, a row a line.
    Commas,
    /// Runs of two or more spaces, a row a line.
    Wide,
    /// Single spaces, a row a line; what a space parts is a guess.
    Narrow,
    /// One cell a line.
    Lines,
    /// Rows run together on one line.
    Together,
}

impl Origin {
    /// The name that results show.
    pub fn name(self) -> &'static str {
        match self {
            Self::Medium => "medium",
            Self::Pipes => "pipes",
            Self::Tabs => "tabs",
            Self::Commas => "commas",
            Self::Wide => "wide",
            Self::Narrow => "narrow",
            Self::Lines => "lines",
            Self::Together => "together",
        }
    }
}

/// A cell. A merged cell is one cell that takes up several rows or columns. A text may have one for every four bytes.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    span: Short,
    /// What a reader sees in it.
    pub view: View,
    row: u32,
    col: u32,
    rows: u32,
    cols: u32,
}

impl Cell {
    /// The cell of one row and column at (`row`, `col`) that holds `span` of `document`.
    pub fn at(document: &str, span: Span, row: usize, col: usize) -> Self {
        Self::new(span, View::new(document, &[span]), row, col)
    }

    /// The cell of one row and column at (`row`, `col`) that holds `span` of a document and shows as `view`.
    pub fn new(span: Span, view: View, row: usize, col: usize) -> Self {
        Self { span: span.into(), view, row: 0, col: 0, rows: 1, cols: 1 }.moved(row, col)
    }

    /// The same cell at (`row`, `col`).
    pub fn moved(self, row: usize, col: usize) -> Self {
        Self { row: short(row), col: short(col), ..self }
    }

    /// The same cell over `rows` and `cols`, at least 1 of each.
    pub fn over(self, rows: usize, cols: usize) -> Self {
        Self { rows: short(rows), cols: short(cols), ..self }
    }

    /// Its text in the document, from its first byte to its last; empty for an empty cell.
    pub fn span(&self) -> Span {
        self.span.span()
    }

    /// Its first row, from 0.
    pub fn row(&self) -> usize {
        self.row as usize
    }

    /// Its first column, from 0.
    pub fn col(&self) -> usize {
        self.col as usize
    }

    /// How many rows it takes up, at least 1.
    pub fn rows(&self) -> usize {
        self.rows as usize
    }

    /// How many columns it takes up, at least 1.
    pub fn cols(&self) -> usize {
        self.cols as usize
    }

    /// Its text, as a reader sees it.
    pub fn text(&self) -> &str {
        self.view.text()
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.view.is_empty()
    }
}

/// A number of rows or columns; further than any text goes all claims are one.
fn short(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// A table's cells, in order of rows and then of columns. No two take up the same place; a place that no cell takes up is
/// empty. There are never more cells than there were in the text, however far they claim to reach.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// The cells.
    pub cells: Vec<Cell>,
    /// How many rows it has.
    pub rows: usize,
    /// How many columns it has.
    pub cols: usize,
    /// What it was read from.
    pub origin: Origin,
    /// All its text in the document, rules and marks between cells included.
    pub span: Span,
}

impl Drop for Grid {
    /// A large table has several grids, one after another.
    fn drop(&mut self) {
        let_go(std::mem::take(&mut self.cells));
    }
}

impl Grid {
    /// The grid of `cells`, which are put in order; what would lie on a place that is taken is left out.
    pub fn new(mut cells: Vec<Cell>, origin: Origin, span: Span) -> Self {
        // To sort takes memory, and most cells come in order.
        if !cells.is_sorted_by_key(|cell| (cell.row, cell.col)) {
            cells.sort_by_key(|cell| (cell.row, cell.col));
        }
        cells.dedup_by_key(|cell| (cell.row, cell.col));
        let rows = cells.iter().map(|cell| cell.row() + 1).max().unwrap_or(0);
        let cols = cells.iter().map(|cell| cell.col() + 1).max().unwrap_or(0);
        Self { cells, rows, cols, origin, span }
    }

    /// The grid of the table of `document` that `mark` gives.
    pub fn of_mark(document: &str, mark: &TableMark) -> Self {
        let cells =
            mark.cells.iter().map(|cell| Cell::at(document, cell.span, cell.row, cell.col).over(cell.rows, cell.cols));
        Self::new(cells.collect(), Origin::Medium, mark.span)
    }

    /// The grid of `rows` of spans, one after another; an empty span is an empty cell.
    pub fn of_rows(document: &str, rows: &[Vec<Span>], origin: Origin, span: Span) -> Self {
        let mut cells = Vec::with_capacity(rows.iter().map(Vec::len).sum());
        for (row, spans) in rows.iter().enumerate() {
            cells.extend(spans.iter().enumerate().map(|(col, &span)| Cell::at(document, span, row, col)));
        }
        Self::new(cells, origin, span)
    }
}
