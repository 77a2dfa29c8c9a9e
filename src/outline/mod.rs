//! The shape of a document: front matter, headings, sections, paragraphs, captions, tables and boxes.
//!
//! Reads lines; knows nothing of quantities or promises, and needs no dictionary.

mod article;
mod body;
mod caption;
mod contents;
mod found;
mod front;
mod furniture;
pub mod given;
mod heading;
mod label;
mod layout;
mod line;
mod listed;
mod long;
mod order;
mod part;
mod runin;
mod shape;
mod table;

pub use shape::{Cell, Front, Given, Kind, Level, Node, Notice, Outline, Paragraph, Part, Rows, Standing, Table};

use line::{Line, Role};

use crate::{lexicon::HEADINGS, source::Document, span::Span};

/// Bytes of the number that `text`, clean text, opens with (`1.`, `（三）`, `任务12：`); 0 where it opens with none.
pub(crate) fn label_end(text: &str) -> usize {
    label::task(text).or_else(|| label::read(text)).map_or(0, |label| label.end)
}

/// Reads the shape of `document`.
pub fn read(document: &Document) -> Outline {
    read_as(document, &Given::default())
}

/// Reads the shape of `document`, of which `given` is known.
pub fn read_as(document: &Document, given: &Given) -> Outline {
    let mut lines = line::split(document);
    let layout = layout::measure(&lines);
    furniture::mark_pages(&mut lines, layout);
    furniture::mark_contents(&mut lines, document);
    furniture::mark_repeats(&mut lines, document);
    furniture::mark_footer(&mut lines);
    let front = front::read(&mut lines, layout, document, given);
    let layout = layout::measure(&lines);
    let table::Found { mut tables, opened, boxes } = table::find(&mut lines, document, layout);
    furniture::mark_bare_numbers(&mut lines, layout);
    let headings = heading::find(&mut lines, document, layout, &front);
    for (table, line) in tables.iter_mut().zip(opened) {
        table.node = headings.partition_point(|heading| heading.line <= line).checked_sub(1);
    }
    let start = lines.first().map_or(Span::default(), Line::span);
    let furniture = lines.iter().filter(|line| line.role == Role::Furniture).map(Line::span).collect();
    let mut outline = Outline {
        front,
        paragraphs: body::read(lines, &headings, &boxes, document, layout),
        tables,
        nodes: heading::nodes(headings, document),
        furniture,
        notices: Vec::new(),
    };
    part::assign(&mut outline);
    outline.notices = notices(&outline, start, document);
    outline
}

/// What reading could not resolve; the text begins at `start`.
fn notices(outline: &Outline, start: Span, document: &Document) -> Vec<Notice> {
    let mut notices = Vec::new();
    let mut notice = |code, span, message: String| notices.push(Notice { code, span, message });
    if outline.nodes.is_empty() {
        let message = "no chapter or section heading was found; everything is read as one section";
        notice("outline.no-heading", start, message.into());
    }
    if outline.front.title.is_none() {
        notice("outline.no-title", start, "no title was found above the text".into());
    }
    for table in outline.tables.iter().filter(|table| table.missing) {
        let span = document.lines.span(&document.text, table.line).unwrap_or_default();
        let (code, lost) = match HEADINGS.figure_word.prefix(&table.label).is_some() {
            true => ("outline.figure-missing", "the figure"),
            false => ("outline.table-missing", "the table"),
        };
        notice(code, span, format!("{lost} below the caption “{} {}” is not in the text", table.label, table.caption));
    }
    notices
}
