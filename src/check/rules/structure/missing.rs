//! What is missing from a count of headings, tables or boxes, and what follows from it: a lost chapter makes its sections those
//! of the chapter before, and the contents name it. Told once, where the count goes on.

use std::collections::HashMap;

use crate::{
    check::{context::Context, numbered::Item},
    lexicon::CHECKED,
    span::Span,
};

/// Most labels that a gap tells one by one: where more are missing, a number was misread or is none of the count.
const MOST: u32 = 100;

/// Numbers left out of a count.
pub(super) struct Gap {
    /// The item before which they are missing.
    pub(super) item: Item,
    /// The labels that are missing, in order, as many as can be looked for.
    pub(super) labels: Vec<String>,
    /// The last label that is missing.
    last: String,
    /// From the item before the gap to the one behind it.
    pub(super) between: Span,
}

impl Gap {
    /// Whether what stands at `span` lost the heading it stood under.
    pub(super) fn orphans(&self, span: Span) -> bool {
        let heading = CHECKED.captioned.prefix(&self.item.shape).is_none();
        heading && self.between.contains(span) && span != self.item.span
    }

    /// The labels that are missing, in words.
    pub(super) fn told(&self) -> String {
        match self.labels.as_slice() {
            [first, _, _, _, ..] => format!("{first} … {}", self.last),
            few => few.join(", "),
        }
    }
}

/// The gaps of the document, in order.
pub(super) fn gaps(cx: &Context<'_>) -> Vec<Gap> {
    let mut last: HashMap<String, (Option<usize>, u32, usize)> = HashMap::new();
    let mut found = Vec::new();
    for item in cx.numbered() {
        let before = last.insert(item.shape.clone(), (item.parent, item.number, item.span.start));
        let (expected, start) = match before {
            Some((_, number, _)) if item.number == number.saturating_add(1) || item.number == number => continue,
            Some((parent, number, start)) if parent == item.parent => (number.saturating_add(1), start),
            _ => (1, item.parent.and_then(|at| cx.outline().nodes.get(at)).map_or(0, |node| node.span.start)),
        };
        if item.number == 1 || item.number <= expected {
            continue;
        }
        let end = item.number.min(expected.saturating_add(MOST));
        let labels = (expected..end).map(|number| item.with(number)).collect();
        let last = item.with(item.number - 1);
        found.push(Gap { labels, last, between: Span::new(start, item.span.end), item });
    }
    found
}
