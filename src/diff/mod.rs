//! What changed between two versions, or two periods, of a plan: sections, commitments, sentences.
//!
//! [`compare`] pairs sections, then sentences, then commitments (each by a best assignment), and describes what differs. The
//! pairing is done in one direction whichever way the documents are given, so that the comparison of B with A is the mirror
//! of that of A with B. Knows results and texts, not where they came from.

mod commitments;
mod cost;
mod describe;
mod edits;
mod fold;
mod frame;
mod kinds;
mod outline;
mod promises;
mod result;
mod scene;
mod side;
mod tasks;
#[cfg(test)]
mod tests;
mod text;

use std::collections::BTreeMap;

pub use edits::{Op, Piece, edits};
pub use frame::Frame;
pub use kinds::ChangeKind;
pub use result::{
    Assignment, At, Change, Comparison, Difference, Edit, Folded, Level, Promise, SCHEMA, Start, Summary, Version,
};
pub use side::Side;

use side::Shape;

/// What to compare, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The levels to look at.
    pub levels: Vec<Level>,
    /// Whether to compare target with target between periods; by default where the periods differ.
    pub across_periods: Option<bool>,
}

impl Default for Options {
    fn default() -> Self {
        Self { levels: Level::ALL.to_vec(), across_periods: None }
    }
}

/// The name of an indicator as the comparison knows it: in standard words, by its pairs of characters.
#[derive(Clone, Debug)]
pub(crate) struct Name(fold::Grams);

impl Name {
    pub(crate) fn new(indicator: &str) -> Self {
        Self(fold::Grams::new(&side::indicator_key(indicator)))
    }

    /// How much alike two names are, in thousandths.
    pub(crate) fn likeness(&self, other: &Name) -> i64 {
        self.0.dice(&other.0)
    }
}

/// How the parts of two documents belong together.
struct Pairing {
    sections: outline::Alignment,
    sentences: text::Alignment,
    promises: Vec<commitments::Pair>,
    tasks: Vec<commitments::Pair>,
}

impl Pairing {
    fn mirrored(self) -> Self {
        let turn = |pair: commitments::Pair| commitments::Pair { old: pair.new, new: pair.old, ..pair };
        let mirrored = |pairs: Vec<commitments::Pair>| {
            let mut pairs: Vec<_> = pairs.into_iter().map(turn).collect();
            pairs.sort_by_key(|pair| pair.old);
            pairs
        };
        Self {
            sections: self.sections.mirrored(),
            sentences: self.sentences.mirrored(),
            promises: mirrored(self.promises),
            tasks: mirrored(self.tasks),
        }
    }

    /// Whether nothing belongs together.
    fn is_empty(&self) -> bool {
        self.sections.forth.is_empty()
            && self.sentences.pairs.is_empty()
            && self.promises.is_empty()
            && self.tasks.is_empty()
    }
}

/// Compares `old` with `new`.
pub fn compare(old: &Side, new: &Side, options: &Options) -> Comparison {
    let frame = Frame::new(&old.analysis, &new.analysis);
    let frame = options.across_periods.unwrap_or(frame.differs()).then_some(frame);
    let (a, b) = (Shape::new(old), Shape::new(new));
    let pairing = match old.order() <= new.order() {
        true => pair(&a, &b, frame.as_ref()),
        false => pair(&b, &a, frame.map(Frame::mirrored).as_ref()).mirrored(),
    };
    let tasks = options.levels.contains(&Level::Tasks);
    describe::describe(&scene::Scene { sides: (old, new), old: &a, new: &b, pairing: &pairing, frame, tasks }, options)
}

fn pair(old: &Shape<'_>, new: &Shape<'_>, frame: Option<&Frame>) -> Pairing {
    let sections = outline::align(old, new);
    let sentences = match old.sentences.is_empty() || new.sentences.is_empty() {
        true => text::Alignment {
            of_old: vec![None; old.sentences.len()],
            of_new: vec![None; new.sentences.len()],
            ..Default::default()
        },
        false => text::align(old.sentences, new.sentences, &sections.forth),
    };
    let promises = {
        let sentences = (sentences.of_old.as_slice(), sentences.of_new.as_slice());
        commitments::align(&cost::Ground { old, new, sections: &sections.forth, sentences, frame })
    };
    let tasks = tasks::align(old, new, &sections.forth);
    Pairing { sections, sentences, promises, tasks }
}

/// How many there are of each kind, at each level.
fn counted(changes: &[Change]) -> BTreeMap<Level, BTreeMap<ChangeKind, usize>> {
    let mut counts: BTreeMap<Level, BTreeMap<ChangeKind, usize>> = BTreeMap::new();
    for change in changes {
        for kind in &change.kinds {
            *counts.entry(change.level).or_default().entry(*kind).or_default() += 1;
        }
    }
    counts
}
