//! Statements of a document: what its prose, its tables, its lists of work and its goals without numbers say.
//!
//! Each folder adapts one kind of text to [`crate::reading`] and [`crate::judge`]: `prose` its sentences, `milestone` its clauses
//! with a date and no number, `table` its tables of indicators and of tasks; the files beside them serve several of these. What
//! counts and what each field means: docs/commitments.md.

mod milestone;
mod names;
mod passage;
mod prose;
mod reference;
mod responsible;
mod rulings;
mod table;
mod told;
mod worded;

use self::told::Told;
use crate::{
    outline::{Notice, Outline, Table},
    reading::scene::{Roles, Scene},
    span::Span,
    statement::{Statement, Worded},
};

pub use crate::reading::verdict::{self, Rule, Verdict};
pub use rulings::Ruling;

/// What was read from a document, each list in document order.
#[derive(Clone, Debug, Default)]
pub struct Read {
    /// What it states.
    pub statements: Vec<Statement>,
    /// Its goals without numbers.
    pub worded: Vec<Worded>,
    /// What could not be read as a statement.
    pub notices: Vec<Notice>,
    /// What became of each number, where it was asked.
    pub rulings: Vec<Ruling>,
}

/// Puts `items` in document order. They mostly are, and to sort them takes half their memory again; their places take less.
pub(crate) fn sort<T>(items: &mut [T], place: impl Fn(&T) -> Span) {
    if !items.is_sorted_by_key(&place) {
        items.sort_by_cached_key(place);
    }
}

/// Reads what a document states, with what became of each number.
pub fn read(document: &str, outline: &Outline) -> Read {
    let scene = Scene::new(outline);
    let roles = scene.roles(&outline.nodes);
    let mut reader = Reader::of_prose(&roles, document, outline, true);
    outline.tables.iter().for_each(|table| reader.table(table));
    reader.finish()
}

/// A document that is being read: its prose first, then its tables one by one, so that none need be held behind that.
pub(crate) struct Reader<'a> {
    roles: &'a Roles<'a>,
    outline: &'a Outline,
    document: &'a str,
    /// Whether what became of each number is asked.
    ruled: bool,
    told: Told,
    worded: Vec<Worded>,
}

impl<'a> Reader<'a> {
    /// Reads the prose of `outline`, whose sections do what `roles` say; what became of each number only where that is `ruled` on.
    pub(crate) fn of_prose(roles: &'a Roles<'a>, document: &'a str, outline: &'a Outline, ruled: bool) -> Self {
        let mut reader = prose::Reader::new(roles, outline, document, ruled);
        for paragraph in &outline.paragraphs {
            reader.paragraph(paragraph);
        }
        let rulings = reader.rulings.unwrap_or_default();
        let told = Told { statements: reader.statements, notices: reader.notices, rulings };
        Self { roles, outline, document, ruled, told, worded: reader.worded }
    }

    /// Reads `table`.
    pub(crate) fn table(&mut self, table: &Table) {
        let (stated, ruled) = (self.told.statements.len(), self.told.rulings.len());
        table::read((self.roles, self.outline, self.document), table, self.ruled, &mut self.told);
        if self.ruled {
            let of_cells = self.told.rulings.split_off(ruled);
            let rulings = rulings::of_table(table, &self.told.statements[stated..], of_cells);
            self.told.rulings.extend(rulings);
        }
    }

    /// What was read.
    pub(crate) fn finish(self) -> Read {
        let Told { mut statements, mut notices, mut rulings } = self.told;
        sort(&mut statements, |statement| statement.span);
        sort(&mut notices, |notice| notice.span);
        sort(&mut rulings, |ruling| ruling.span);
        Read { statements, worded: self.worded, notices, rulings }
    }
}
