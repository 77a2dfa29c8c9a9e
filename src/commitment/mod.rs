//! Statements of a document: what its prose, its tables, its lists of work and its goals without numbers say.
//!
//! Each file adapts one kind of text to [`crate::reading`] and [`crate::judge`]; what counts and what each field means is GUIDE's.

mod cells;
mod figures;
mod meaning;
mod milestones;
mod names;
mod prose;
mod reference;
mod responsible;
mod work;

use crate::{
    outline::{Notice, Outline},
    reading::scene,
};

pub use crate::statement::*;

/// Reads the statements of a document, in document order, and what could not be read as one.
pub fn read(document: &str, outline: &Outline) -> (Vec<Statement>, Vec<Notice>) {
    let scene = scene::Scene::new(outline);
    let mut reader = prose::Reader::new(&scene, outline, document);
    for paragraph in &outline.paragraphs {
        reader.paragraph(paragraph);
    }
    let (mut statements, mut notices) = (reader.statements, reader.notices);
    for table in &outline.tables {
        let (stated, unread) = cells::read(&scene, outline, table, document);
        statements.extend(stated);
        notices.extend(unread);
    }
    notices.extend(outline.tables.iter().flat_map(cells::references));
    statements.sort_by_key(|statement| statement.span);
    notices.sort_by_key(|notice| notice.span);
    (statements, notices)
}
