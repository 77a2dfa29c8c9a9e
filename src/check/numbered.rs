//! Everything in a document that carries a number of its own: headings, tables and boxes, in document order.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    context::{Context, pattern},
    label,
};
use crate::{
    lexicon::{CHECKED, HEADINGS, numerals, signs},
    span::Span,
    statement::Shared,
};

/// A caption at the start of a line without white space.
static CAPTION: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(({numbered_thing})(\d+|{numbering}+))(.?)"));

/// A numbered thing.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its number with `#` for the digits: `第#章`, `表#`.
    pub shape: Shared,
    /// Its number.
    pub number: u32,
    /// As written, without white space.
    pub label: Shared,
    /// The heading it stands under; none for tables and boxes, which are counted through a document.
    pub parent: Option<usize>,
    /// Where.
    pub span: Span,
}

impl Item {
    /// The label it would have with another number.
    pub fn with(&self, number: u32) -> String {
        let chinese = self.label.contains(numerals::is_numbering);
        self.shape.replace('#', &if chinese { numerals::chinese(number) } else { number.to_string() })
    }

    /// Whether it stands under another heading.
    pub fn is_below_chapters(&self) -> bool {
        self.parent.is_some()
    }

    /// Whether it is no chapter, section, table or box: a count of `1.` or `（1）` may start again at any time.
    pub fn is_deep(&self) -> bool {
        !self.shape.starts_with(signs::ordinal) && CHECKED.captioned.prefix(&self.shape).is_none()
    }
}

/// Whether a sentence goes on with `c` behind the number of a table: then it is no caption.
fn goes_on(c: char) -> bool {
    let time = signs::year(c) || signs::month(c);
    "、-—.）".contains(c) || HEADINGS.caption_goes_on.is(c) || signs::with(c) || signs::is(c) || time
}

impl Context<'_> {
    /// The numbered headings and captions.
    pub fn numbered(&self) -> Vec<Item> {
        let nodes = self.outline().nodes.iter().filter(|node| !node.label.is_empty());
        let mut items: Vec<Item> = nodes
            .filter_map(|node| {
                let read = label::read(&node.label)?;
                let (shape, number) = (read.shape, read.number);
                let label = node.label.clone().into();
                Some(Item { shape: shape.into(), number, label, parent: node.parent, span: node.span })
            })
            .collect();
        items.extend(self.captions());
        items.sort_by_key(|item| item.span);
        items
    }

    /// The captions of tables and boxes.
    fn captions(&self) -> Vec<Item> {
        let furniture = &self.outline().furniture;
        self.lines()
            .filter_map(|(span, line)| {
                let clean: String = line.chars().filter(|c| !c.is_whitespace()).take(80).collect();
                let found = CAPTION.captures(&clean)?;
                let next = found[4].chars().next();
                let prose = clean.chars().count() > 60 || clean.ends_with(['。', '；', '，']);
                let glued = HEADINGS.box_word.has(&found[2]);
                let joined = next.is_some_and(goes_on);
                let outside = || {
                    let near = furniture.partition_point(|other| other.end <= span.start);
                    furniture.get(near).is_some_and(|other| other.overlaps(span))
                };
                if joined || (prose && !glued) || outside() {
                    return None;
                }
                let read = label::read(&found[1])?;
                let start = span.start + line.len() - line.trim_start().len();
                let span = Span::new(start, span.start + line.trim_end().len());
                Some(Item { shape: read.shape.into(), number: read.number, label: found[1].into(), parent: None, span })
            })
            .collect()
    }
}
