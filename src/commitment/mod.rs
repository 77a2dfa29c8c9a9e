//! Statements of a document: what its prose, its tables, its lists of work and its goals without numbers say.
//!
//! Each file adapts one kind of text to [`crate::reading`] and [`crate::judge`]; what counts and what each field means is GUIDE's.

mod cadence;
mod cells;
mod columns;
mod figures;
mod left_over;
mod legend;
mod meaning;
mod milestones;
mod names;
mod notices;
mod others;
mod passage;
mod path;
mod places;
mod prose;
mod reference;
mod responsible;
mod row;
mod rulings;
mod sheet;
mod worded;
mod work;

use crate::{
    outline::{Notice, Outline},
    reading::scene::{Roles, Scene},
    span::Span,
};

pub use crate::{
    reading::verdict::{self, Rule, Verdict},
    statement::*,
};
pub use rulings::Ruling;
pub use worded::{How, Worded};

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
    read_in(&Scene::new(outline).roles(&outline.nodes), document, outline, true)
}

/// Reads what a document states of which is known what its sections do; what became of each number only where that is `ruled` on.
pub(crate) fn read_in(roles: &Roles<'_>, document: &str, outline: &Outline, ruled: bool) -> Read {
    let mut reader = prose::Reader::new(roles, outline, document, ruled);
    for paragraph in &outline.paragraphs {
        reader.paragraph(paragraph);
    }
    let rulings = reader.rulings.unwrap_or_default();
    let mut read = Read { statements: reader.statements, worded: reader.worded, notices: reader.notices, rulings };
    for table in &outline.tables {
        let cells = cells::read((roles, outline, document), table, ruled);
        if ruled {
            read.rulings.extend(rulings::of_table(table, &cells.statements, cells.rulings));
        }
        // A large table is not held twice.
        match read.statements.is_empty() {
            true => read.statements = cells.statements,
            false => read.statements.extend(cells.statements),
        }
        read.notices.extend(cells.notices);
    }
    sort(&mut read.statements, |statement| statement.span);
    sort(&mut read.notices, |notice| notice.span);
    sort(&mut read.rulings, |ruling| ruling.span);
    read
}
