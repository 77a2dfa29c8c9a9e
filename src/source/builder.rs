//! Writes the text of structured media: a block a line, a table's row a line with tabs between its cells; and marks it.

use std::collections::HashMap;

use super::{
    error::SourceError,
    limits,
    marks::{CellMark, Marks, TableMark},
};
use crate::span::Span;

/// A cell as its medium gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Slot {
    /// Its text.
    pub(super) text: String,
    /// How many columns it takes up, at least 1.
    pub(super) columns: usize,
    /// How many rows it takes up, at least 1.
    pub(super) rows: usize,
}

impl Slot {
    /// Whether it takes up several places.
    pub(super) fn is_merged(&self) -> bool {
        self.columns > 1 || self.rows > 1
    }
}

/// For each column of a row, the row and number of the slot that covers it.
type Places = Vec<Option<(usize, usize)>>;

/// The cells of a table by the places that they take up.
#[derive(Debug, Default)]
pub(super) struct Laid {
    /// The cells so far.
    pub(super) cells: Vec<CellMark>,
    /// The merged slots with text that were put, each with its cell.
    put: HashMap<(usize, usize), usize>,
}

impl Laid {
    /// Whether `slot` was put before, and reaches to (`row`, `col`).
    pub(super) fn reaches(&mut self, slot: Option<(usize, usize)>, row: usize, col: usize) -> bool {
        let cell = slot.and_then(|slot| self.put.get(&slot).copied());
        cell.map(|cell| self.cells[cell].reach(row, col)).is_some()
    }

    /// Puts a cell of `span` at (`row`, `col`); of `slot` where it has text and is merged.
    pub(super) fn put(&mut self, slot: Option<(usize, usize)>, span: Span, row: usize, col: usize) {
        self.put.extend(slot.map(|slot| (slot, self.cells.len())));
        self.cells.push(CellMark::at(span, row, col));
    }
}

/// The text so far.
#[derive(Debug, Default)]
pub(super) struct Builder {
    text: String,
    marks: Marks,
}

impl Builder {
    /// Adds a block on a line of its own, white space at its ends left out.
    pub(super) fn line(&mut self, text: &str) {
        let text = text.trim_end_matches([' ', '\t', '\n', '\r', '\u{A0}']);
        if !text.trim().is_empty() {
            self.text.push_str(text);
            self.text.push('\n');
        }
    }

    /// Adds a heading of `depth`.
    pub(super) fn heading(&mut self, text: &str, depth: usize) {
        let start = self.text.len();
        self.line(text);
        if self.text.len() > start {
            self.marks.headings.push((start, depth));
        }
    }

    /// Leaves an empty line, as between a table and the text around it.
    pub(super) fn set_off(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// Adds text that stands apart from the running text, such as a footnote.
    #[cfg(any(feature = "docx", feature = "legacy", feature = "pdf"))]
    pub(super) fn apart(&mut self, text: &str) {
        let start = self.text.len();
        self.line(text);
        if self.text.len() > start {
            self.marks.apart.push(Span::new(start, self.text.len()));
        }
    }

    /// Starts a page.
    #[cfg(feature = "pdf")]
    pub(super) fn page(&mut self) {
        self.marks.pages.push(self.text.len());
    }

    /// Adds to the last line; where a page has just started, the page starts with what is added.
    #[cfg(feature = "pdf")]
    pub(super) fn append(&mut self, text: &str) {
        let starts = self.marks.pages.last() == Some(&self.text.len());
        if self.text.ends_with('\n') {
            self.text.pop();
        }
        if starts && let Some(page) = self.marks.pages.last_mut() {
            *page = self.text.len();
        }
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
        if latin(self.text.chars().next_back()) && latin(text.chars().next()) {
            self.text.push(' ');
        }
        self.text.push_str(text);
        self.text.push('\n');
    }

    /// What the medium says of itself.
    pub(super) fn meta(&mut self) -> &mut super::marks::Meta {
        &mut self.marks.meta
    }

    /// The text so far.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Adds a table, set off from the text around it. A table of one column is so many blocks.
    ///
    /// # Errors
    /// Where its spans are too wide or it has too many cells.
    pub(super) fn table(&mut self, rows: &[Vec<Slot>]) -> Result<(), SourceError> {
        let places = lay_out(rows)?;
        let columns = places.iter().map(Vec::len).max().unwrap_or(0);
        self.set_off();
        if columns <= 1 || rows.len() <= 1 {
            for slot in rows.iter().flatten() {
                slot.text.lines().for_each(|line| self.line(line));
            }
            self.set_off();
            return Ok(());
        }
        let start = self.text.len();
        let mut laid = Laid::default();
        for (at, places) in places.iter().enumerate() {
            self.row(at, places, rows, &mut laid);
        }
        let span = Span::new(start, self.text.len());
        if !span.is_empty() {
            self.marks.tables.push(TableMark { span, cells: laid.cells });
        }
        self.set_off();
        Ok(())
    }

    /// Adds a table or, where nothing but a page's end lies between it and a table of as many columns, the rows that end
    /// that table; a header that the new page repeats is left out.
    ///
    /// # Errors
    /// As [`Self::table`].
    #[cfg(feature = "pdf")]
    pub(super) fn table_by_page(&mut self, rows: &[Vec<Slot>]) -> Result<(), SourceError> {
        let columns = lay_out(rows)?.iter().map(Vec::len).max().unwrap_or(0);
        let last = self.marks.tables.last().map(|table| table.span);
        let above = last.filter(|span| {
            let at_page = self.marks.pages.last() == Some(&self.text.len());
            at_page && self.text[span.end..].trim().is_empty() && columns > 1 && width(span.of(&self.text)) == columns
        });
        let Some(above) = above.filter(|_| rows.len() > 1) else { return self.table(rows) };
        let header: Vec<String> = above.of(&self.text).lines().map(str::to_owned).collect();
        let mut part = Self::default();
        part.table(rows)?;
        let repeated = part.text.lines().zip(&header).take_while(|(one, other)| one == other).count();
        self.text.truncate(above.end);
        self.marks.pages.iter_mut().rev().take_while(|page| **page > above.end).for_each(|page| *page = above.end);
        self.take_rows(&part, repeated);
        self.set_off();
        Ok(())
    }

    /// Adds the rows of the table that `part` is, the first `repeated` left out, to the last table.
    #[cfg(feature = "pdf")]
    fn take_rows(&mut self, part: &Self, repeated: usize) {
        let (Some(new), Some(table)) = (part.marks.tables.first(), self.marks.tables.last_mut()) else { return };
        let skipped: usize = part.text.split_inclusive('\n').take(repeated).map(str::len).sum();
        let moved = |at: usize| at - skipped + self.text.len();
        let above = table.span.of(&self.text).lines().count();
        let kept = new.cells.iter().filter(|cell| cell.row >= repeated);
        table.cells.extend(kept.map(|cell| CellMark {
            span: Span::new(moved(cell.span.start), moved(cell.span.end)),
            row: cell.row - repeated + above,
            ..*cell
        }));
        self.text.push_str(&part.text[skipped..new.span.end.max(skipped)]);
        table.span.end = self.text.len();
    }

    /// Writes row `at`, unless nothing stands in it: places that a merged cell covers stay empty; a cell over the whole row
    /// stands alone.
    fn row(&mut self, at: usize, places: &Places, rows: &[Vec<Slot>], laid: &mut Laid) {
        let text = |(row, slot): (usize, usize)| rows[row][slot].text.as_str();
        let filled = |place: &(usize, usize)| place.0 == at && !text(*place).trim().is_empty();
        if !places.iter().flatten().any(filled) {
            return;
        }
        let row = laid.cells.last().map_or(0, |cell| cell.row + 1);
        let alone = places.iter().all(|place| *place == places[0]);
        for (column, place) in places.iter().enumerate() {
            if column > 0 && !alone {
                self.text.push('\t');
            }
            if laid.reaches(*place, row, column) {
                continue;
            }
            let start = self.text.len();
            let own = place.filter(filled);
            self.text.push_str(&own.map_or(String::new(), |place| one_line(text(place))));
            let merged = own.filter(|&(row, slot)| rows[row][slot].is_merged());
            laid.put(merged, Span::new(start, self.text.len()), row, column);
        }
        self.text.push('\n');
    }

    /// The text and what is known of it.
    pub(super) fn finish(self) -> (String, Marks) {
        (self.text, self.marks)
    }
}

/// The columns of a table as it is written.
#[cfg(feature = "pdf")]
fn width(table: &str) -> usize {
    table.lines().map(|line| line.matches('\t').count() + 1).max().unwrap_or(0)
}

/// `text` on one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// For each row and column, the row and number of the slot that covers it.
pub(super) fn lay_out(rows: &[Vec<Slot>]) -> Result<Vec<Places>, SourceError> {
    let mut places: Vec<Places> = vec![Vec::new(); rows.len()];
    let mut cells = 0;
    for (row, slots) in rows.iter().enumerate() {
        let mut column = 0;
        for (at, slot) in slots.iter().enumerate() {
            while places[row].get(column).is_some_and(Option::is_some) {
                column += 1;
            }
            let (wide, high) = (slot.columns.max(1), slot.rows.max(1).min(rows.len() - row));
            limits::at_most("columns that a cell of a table spans", wide, limits::SPAN)?;
            cells += wide * high;
            limits::at_most("cells of a table", cells, limits::CELLS)?;
            for places in &mut places[row..row + high] {
                places.resize(places.len().max(column + wide), None);
                places[column..column + wide].fill(Some((row, at)));
            }
            column += wide;
        }
    }
    let columns = places.iter().map(Vec::len).max().unwrap_or(0);
    limits::at_most("cells of a table", columns.saturating_mul(rows.len()), limits::CELLS)?;
    places.iter_mut().for_each(|row| row.resize(columns, None));
    Ok(places)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot(text: &str, columns: usize, rows: usize) -> Slot {
        Slot { text: text.into(), columns, rows }
    }

    #[test]
    fn merged_cells_are_written_once_and_known_where_they_cover() {
        let rows = [
            vec![slot("指标", 1, 2), slot("目标", 2, 1)],
            vec![slot("2030年", 1, 1), slot("累计", 1, 1)],
            vec![slot("一、产业", 3, 1)],
            vec![slot("菇棚", 1, 1), slot("3", 1, 1), slot("—", 1, 9)],
            vec![slot("冷\n库", 1, 1), slot("5", 1, 1)],
        ];
        let mut builder = Builder::default();
        builder.line("表1 指标");
        builder.table(&rows).expect("a table");
        let (text, marks) = builder.finish();
        assert_eq!(text, "表1 指标\n\n指标\t目标\t\n\t2030年\t累计\n一、产业\n菇棚\t3\t—\n冷 库\t5\t\n\n");
        let table = &marks.tables[0];
        assert!(table.span.of(&text).starts_with("指标\t目标") && table.span.of(&text).ends_with("5\t\n"));
        let merged = table.cells.iter().filter(|cell| cell.rows * cell.cols > 1);
        let merged: Vec<_> =
            merged.map(|cell| (cell.span.of(&text), cell.row, cell.col, cell.rows, cell.cols)).collect();
        assert_eq!(merged, [("指标", 0, 0, 2, 1), ("目标", 0, 1, 1, 2), ("一、产业", 2, 0, 1, 3), ("—", 3, 2, 2, 1)]);
        assert_eq!(marks.table(text.find("冷 库").unwrap_or(0)), Some(table));
    }

    #[cfg(feature = "pdf")]
    #[test]
    fn a_table_goes_on_over_a_page_s_end() {
        let header = || vec![slot("指标", 1, 1), slot("2030年", 1, 1), slot("属性", 1, 1)];
        let mut builder = Builder::default();
        builder.page();
        builder
            .table_by_page(&[header(), vec![slot("菇棚", 1, 1), slot("3", 1, 1), slot("预期性", 1, 1)]])
            .expect("one");
        builder.page();
        let rest = [
            header(),
            vec![slot("冷库", 1, 1), slot("5", 1, 1), slot("约束性", 1, 2)],
            vec![slot("水厂", 1, 1), slot("2", 1, 1)],
        ];
        builder.table_by_page(&rest).expect("two");
        builder.line("注。");
        builder.table_by_page(&[vec![slot("A", 1, 1), slot("B", 1, 1), slot("C", 1, 1)], header()]).expect("three");
        let (text, marks) = builder.finish();
        assert_eq!(
            text,
            "指标\t2030年\t属性\n菇棚\t3\t预期性\n冷库\t5\t约束性\n水厂\t2\t\n\n注。\n\nA\tB\tC\n指标\t2030年\t属性\n\n"
        );
        assert_eq!(marks.tables.len(), 2);
        let table = &marks.tables[0];
        assert!(table.span.of(&text).ends_with("水厂\t2\t\n"));
        let merged: Vec<_> = table.cells.iter().filter(|cell| cell.rows * cell.cols > 1).collect();
        assert_eq!((merged.len(), merged[0].span.of(&text), merged[0].row), (1, "约束性", 2));
        assert_eq!(marks.page(text.find("冷库").unwrap_or(0)), Some(2));
        assert_eq!(marks.page(text.find("菇棚").unwrap_or(0)), Some(1));
    }

    #[test]
    fn wide_spans_and_many_cells_are_refused() {
        let mut builder = Builder::default();
        let wide = [vec![slot("指标", 100_000, 1)], vec![slot("1", 1, 1)]];
        assert!(matches!(builder.table(&wide), Err(SourceError::Limit { .. })));
        let high: Vec<Vec<Slot>> = (0..3000).map(|_| vec![slot("1", 1000, 60_000)]).collect();
        assert!(matches!(builder.table(&high), Err(SourceError::Limit { .. })));
        // A span below the last row ends there.
        assert_eq!(builder.table(&[vec![slot("1", 2, 65_000)], vec![slot("2", 1, 1)]]), Ok(()));
    }

    #[test]
    fn tables_of_one_column_are_blocks() {
        let mut builder = Builder::default();
        builder.table(&[vec![slot("专栏1 菇棚\n建棚。", 1, 1)], vec![slot("建库。", 1, 1)]]).expect("a box");
        assert_eq!(builder.finish().0, "专栏1 菇棚\n建棚。\n建库。\n\n");
    }
}
