//! A workbook for people: a sheet each for targets, achievements, goals in words, tasks, the outline, the documents, and what the
//! columns mean.
//!
//! The same documents give the same bytes: the day on which a workbook is made is left out of it.

mod panel;
mod sheet;
mod tables;
mod track;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use self::sheet::Sheet;
pub use self::{panel::book as panel, sheet::BookError, track::progress};
use super::{
    long::{Cell, Column, Row, codebook},
    panel::Table,
    words::{self, Lang},
};
use crate::analysis::{Analysis, OutlineEntry, Record};

/// The year that stands as the one in which every workbook was made.
const YEAR: u16 = 2000;

/// A workbook that grows document by document.
pub struct Book {
    workbook: Workbook,
    lang: Lang,
    columns: Vec<Column>,
    targets: Sheet,
    achievements: Sheet,
    worded: Sheet,
    tasks: Sheet,
    outline: Sheet,
    documents: Sheet,
    notes: Sheet,
}

impl Book {
    /// An empty workbook for people who read `lang`; `columns` are those of the sheets of statements.
    ///
    /// # Errors
    /// Where the writer cannot begin.
    pub fn new(lang: Lang, columns: &[Column]) -> Result<Self, BookError> {
        let mut workbook = Workbook::new();
        dated(&mut workbook)?;
        let columns = columns.to_vec();
        let heads: Vec<String> =
            columns.iter().map(|column| words::name("column", &column.name, lang).into_owned()).collect();
        let mut sheet =
            |name: &str, heads: Vec<String>| Sheet::new(&mut workbook, words::label("sheet", name, lang), heads);
        let named = |names: &[&str]| names.iter().map(|name| words::head(name, lang)).collect();
        let (targets, achievements) = (sheet("targets", heads.clone())?, sheet("achievements", heads)?);
        let worded = sheet("worded", named(&tables::WORDED_COLUMNS))?;
        let tasks = sheet("tasks", named(&tables::TASK_COLUMNS))?;
        let outline = sheet("outline", named(&tables::OUTLINE_COLUMNS))?;
        let documents = sheet("documents", named(&tables::DOCUMENT_COLUMNS))?;
        let notes = sheet("notes", named(&tables::NOTE_COLUMNS))?;
        Ok(Self { workbook, lang, columns, targets, achievements, worded, tasks, outline, documents, notes })
    }

    /// Adds a document.
    ///
    /// # Errors
    /// Where a sheet is full.
    pub fn document(&mut self, analysis: &Analysis) -> Result<(), BookError> {
        let places = self.outline(analysis)?;
        for (list, is_target) in [(&analysis.commitments, true), (&analysis.achievements, false)] {
            for record in list {
                self.statement(analysis, record, is_target, &places)?;
            }
        }
        for goal in &analysis.worded {
            self.worded.row(&mut self.workbook, tables::worded(analysis, goal, self.lang), None)?;
        }
        for task in &analysis.tasks {
            self.tasks.row(&mut self.workbook, tables::task(analysis, task, self.lang), None)?;
        }
        let document = tables::document(analysis, self.lang);
        self.documents.row(&mut self.workbook, document, None)
    }

    fn statement(
        &mut self,
        analysis: &Analysis,
        record: &Record,
        is_target: bool,
        places: &[(String, u32)],
    ) -> Result<(), BookError> {
        let row = Row { analysis, record };
        let cells = self.columns.iter().map(|column| named(&column.name, column.get(row), self.lang)).collect();
        let at = self.columns.iter().position(|column| column.name == "section");
        let target =
            places.iter().find(|(id, _)| record.section == id.as_str()).map(|(_, row)| self.outline.address(*row));
        let sheet = if is_target { &mut self.targets } else { &mut self.achievements };
        sheet.row(&mut self.workbook, cells, at.zip(target))
    }

    /// Adds the headings of a document; gives the rows on which they stand.
    fn outline(&mut self, analysis: &Analysis) -> Result<Vec<(String, u32)>, BookError> {
        fn flat<'a>(entries: &'a [OutlineEntry], depth: usize, found: &mut Vec<(&'a OutlineEntry, usize)>) {
            for entry in entries {
                found.push((entry, depth));
                flat(&entry.children, depth + 1, found);
            }
        }
        let (mut entries, mut places) = (Vec::new(), Vec::new());
        flat(&analysis.outline, 0, &mut entries);
        for (entry, depth) in entries {
            places.push((entry.id.to_string(), self.outline.next()));
            let cells = tables::heading(analysis, entry, depth, self.lang);
            self.outline.row(&mut self.workbook, cells, None)?;
        }
        Ok(places)
    }

    /// The bytes of the workbook.
    ///
    /// # Errors
    /// Where the writer fails.
    pub fn finish(mut self) -> Result<Vec<u8>, BookError> {
        for entry in codebook::entries() {
            self.notes.row(&mut self.workbook, tables::note(&entry, self.lang), None)?;
        }
        let statements = [&self.targets, &self.achievements, &self.worded, &self.tasks];
        let sheets = statements.into_iter().chain([&self.outline, &self.documents, &self.notes]);
        sheets.into_iter().try_for_each(|sheet| sheet.finish(&mut self.workbook))?;
        Ok(self.workbook.save_to_buffer()?)
    }
}

/// Leaves out the day on which a workbook is made.
fn dated(workbook: &mut Workbook) -> Result<(), BookError> {
    let made = ExcelDateTime::from_ymd(YEAR, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    Ok(())
}

/// The bytes of a workbook of `tables`, each under the key of its name.
fn whole<const N: usize>(tables: [(&str, Table); N], lang: Lang) -> Result<Vec<u8>, BookError> {
    let mut workbook = Workbook::new();
    dated(&mut workbook)?;
    for (name, (heads, rows)) in tables {
        let mut sheet = Sheet::new(&mut workbook, words::label("sheet", name, lang), heads)?;
        rows.into_iter().try_for_each(|row| sheet.row(&mut workbook, row, None))?;
        sheet.finish(&mut workbook)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// A key by its name in Chinese, for those who read that; everything else as it is.
fn named(column: &str, cell: Cell, lang: Lang) -> Cell {
    match (codebook::class(column), cell) {
        (Some(class), Cell::Text(key)) if lang == Lang::Zh => Cell::Text(words::name(class, &key, lang).into_owned()),
        (_, cell) => cell,
    }
}
