//! What is missing from a count of headings, tables or boxes, and what follows from it: a lost chapter makes its sections those
//! of the chapter before, and the contents name it. Told once, where the count goes on.

use std::collections::HashMap;

use crate::{
    check::{context::Context, numbered::Item},
    lexicon::CHECKED,
    span::Span,
    statement::Shared,
};

/// Most labels that a gap tells one by one: where more are missing, a number was misread or is none of the count.
const MOST: u32 = 100;

/// Labels that are told one by one.
const FEW: usize = 3;

/// Numbers left out of a count.
pub(super) struct Gap {
    /// The item before which they are missing.
    pub(super) item: Item,
    /// The first number that is missing.
    first: u32,
    /// From the item before the gap to the one behind it.
    pub(super) between: Span,
}

impl Gap {
    /// The labels that are missing, in order, as many as can be looked for.
    pub(super) fn labels(&self) -> impl Iterator<Item = String> + '_ {
        let end = self.item.number.min(self.first.saturating_add(MOST));
        (self.first..end).map(|number| self.item.with(number))
    }

    /// The labels that are missing, in words.
    pub(super) fn told(&self) -> String {
        let few: Vec<String> = self.labels().take(FEW + 1).collect();
        match few.as_slice() {
            [first, ..] if few.len() > FEW => format!("{first} … {}", self.item.with(self.item.number - 1)),
            few => few.join(", "),
        }
    }
}

/// The gaps of the document, in order.
pub(super) fn gaps(cx: &Context<'_>) -> Vec<Gap> {
    let mut last: HashMap<Shared, (Option<usize>, u32, usize)> = HashMap::new();
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
        found.push(Gap { first: expected, between: Span::new(start, item.span.end), item });
    }
    found
}

/// Where headings were lost: what stands in a gap of theirs stood under one of them.
pub(super) struct Lost {
    /// Where the gaps end, and where the first begins of those that end there or behind; by place.
    gaps: Vec<(usize, usize)>,
}

impl Lost {
    /// Where those of `gaps` are that headings leave.
    pub(super) fn of(gaps: &[Gap]) -> Self {
        let of_headings = gaps.iter().filter(|gap| CHECKED.captioned.prefix(&gap.item.shape).is_none());
        let mut gaps: Vec<(usize, usize)> = of_headings.map(|gap| (gap.between.end, gap.between.start)).collect();
        let mut first = usize::MAX;
        for (_, start) in gaps.iter_mut().rev() {
            first = first.min(*start);
            *start = first;
        }
        Self { gaps }
    }

    /// Whether what stands at `span` lost the heading it stood under.
    pub(super) fn orphans(&self, span: Span) -> bool {
        let behind = self.gaps.partition_point(|(end, _)| *end <= span.end);
        self.gaps.get(behind).is_some_and(|(_, start)| *start <= span.start)
    }
}
