//! The rows of a table of data; tables that only lay out a page are told from them.

use scraper::ElementRef;

use super::{
    main_text::Layout,
    struck::{is_struck, raised_text},
};
use crate::source::builder::Slot;

/// Bytes of a cell above which a table lays out a page.
const LONGEST: usize = 6000;

/// Bytes of a cell with a heading above which a table lays out a page.
const LONGEST_HEADED: usize = 400;

/// The rows of `table`; `None` where it only lays out a page: it holds another table, headings over a text, or a long text, or it has
/// one cell a row.
pub(super) fn rows(table: ElementRef<'_>, layout: &Layout) -> Option<Vec<Vec<Slot>>> {
    let mut rows = Vec::new();
    let mut bodies: Vec<ElementRef<'_>> = table.child_elements().collect();
    bodies.insert(0, table);
    for body in bodies {
        let own = body == table || matches!(body.value().name(), "tbody" | "thead" | "tfoot");
        for row in body.child_elements().filter(|row| own && row.value().name() == "tr" && !layout.is_skipped(*row)) {
            let cells = row.child_elements().filter(|cell| matches!(cell.value().name(), "td" | "th"));
            rows.push(cells.map(slot).collect::<Option<Vec<Slot>>>()?);
        }
    }
    rows.iter().any(|row| row.len() > 1).then_some(rows)
}

fn slot(cell: ElementRef<'_>) -> Option<Slot> {
    let holds = |names: &[&str]| {
        cell.descendants().filter_map(ElementRef::wrap).any(|inner| names.contains(&inner.value().name()))
    };
    let mut text = String::new();
    write(cell, &mut text, 0);
    // Word marks the cells of a table as headings; a heading over a text of its own makes a page.
    let lays_out = holds(&["table"]) || text.len() > LONGEST_HEADED && holds(&["h1", "h2", "h3"]);
    (!lays_out && text.len() <= LONGEST).then(|| Slot {
        text,
        columns: span(cell, "colspan"),
        rows: span(cell, "rowspan"),
    })
}

/// The text of a cell, its blocks parted by spaces.
fn write(element: ElementRef<'_>, text: &mut String, depth: usize) {
    for child in element.children() {
        if let Some(part) = child.value().as_text() {
            text.push_str(part);
        } else if let Some(inner) = ElementRef::wrap(child) {
            if matches!(inner.value().name(), "script" | "style" | "rp" | "rt" | "rtc")
                || depth > 100
                || is_struck(inner)
            {
                continue;
            }
            if let Some(raised) = raised_text(inner, text.chars().next_back()) {
                text.push_str(&raised);
                continue;
            }
            let block = !super::main_text::is_inline(inner);
            if block {
                text.push(' ');
            }
            write(inner, text, depth + 1);
            if block {
                text.push(' ');
            }
        }
    }
}

/// The number of columns or rows that a cell takes up; 0 reaches to the last.
fn span(cell: ElementRef<'_>, name: &str) -> usize {
    let span = cell.value().attr(name).and_then(|n| n.trim().parse::<usize>().ok()).unwrap_or(1);
    if span == 0 { if name == "rowspan" { usize::MAX } else { 1 } } else { span }
}
