//! Running heads: what many pages repeat at their edges.

use std::collections::HashMap;

use unpdf::{Block, Page};

use crate::source::radicals::folded;

/// Longest running head, in characters.
const LONGEST: usize = 40;

/// What is repeated.
pub(super) struct Running {
    seen: HashMap<String, usize>,
}

/// What stands at the edge of at least three pages and of every fourth.
pub(super) fn find(pages: &[Page]) -> Running {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for page in pages {
        let edges = (0..page.elements.len()).filter(|&at| is_edge(page, at));
        let mut keys: Vec<String> = edges.filter_map(|at| key(&page.elements[at])).collect();
        keys.sort_unstable();
        keys.dedup();
        keys.into_iter().for_each(|key| *seen.entry(key).or_default() += 1);
    }
    seen.retain(|_, times| *times >= 3 && *times * 4 >= pages.len());
    Running { seen }
}

impl Running {
    /// Whether block `at` of `page` is a running head.
    pub(super) fn drops(&self, page: &Page, at: usize) -> bool {
        is_edge(page, at) && page.elements.get(at).and_then(key).is_some_and(|key| self.seen.contains_key(&key))
    }
}

fn is_edge(page: &Page, at: usize) -> bool {
    at <= 1 || at + 2 >= page.elements.len()
}

/// A short text without white space and without the page's number.
fn key(block: &Block) -> Option<String> {
    let Block::Paragraph(paragraph) = block else { return None };
    let bare: String = folded(&paragraph.plain_text()).chars().filter(|c| !c.is_whitespace()).collect();
    let key = bare.trim_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '—' | '–' | '|')).to_owned();
    let short = (1..=LONGEST).contains(&key.chars().count());
    (short && !key.ends_with(['。', '；', '：'])).then_some(key)
}
