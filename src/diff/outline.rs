//! Sections of one document paired with those of the other, and what happened to each.
//!
//! A pair is worth, in thousandths: the title's and the contents' likeness (450 and 350, or 750 of the title alone where that
//! is more), the parents being paired by their titles (100), the same number (50), the same level (50). Pairs worth less than
//! [`PAIRED`], or alike neither in title nor in contents, are none; the best assignment of the others holds.

use std::collections::HashMap;

use super::{
    fold,
    kinds::ChangeKind,
    side::{Section, Shape},
};
use crate::{
    assign::{self, Edge},
    lexicon::numerals,
};

/// The least a pair of sections must be worth.
const PAIRED: i64 = 450;
/// The least likeness of titles, and of contents, of which one is needed.
const ALIKE: (i64, i64) = (500, 250);

/// What became of the sections.
#[derive(Clone, Debug, Default)]
pub(super) struct Alignment {
    /// The new section of each old one.
    pub(super) forth: HashMap<usize, usize>,
    /// The old section of each new one.
    pub(super) back: HashMap<usize, usize>,
    /// The old sections whose place is another, by their pair.
    pub(super) moved: Vec<(usize, usize)>,
}

impl Alignment {
    /// The same seen from the other side.
    pub(super) fn mirrored(self) -> Self {
        let moved = self.moved.into_iter().map(|(a, b)| (b, a)).collect();
        Self { forth: self.back, back: self.forth, moved }
    }
}

/// Pairs the sections.
pub(super) fn align(old: &Shape<'_>, new: &Shape<'_>) -> Alignment {
    let mut edges = Vec::new();
    for (left, a) in old.sections.iter().enumerate() {
        for (right, b) in new.sections.iter().enumerate() {
            if let Some(weight) = worth(old, new, a, b) {
                edges.push(Edge { left, right, weight });
            }
        }
    }
    let pairs = assign::best(&edges);
    let forth: HashMap<usize, usize> = pairs.iter().copied().collect();
    let back = pairs.iter().map(|&(a, b)| (b, a)).collect();
    let moved = moved(old, new, &pairs, &forth);
    Alignment { forth, back, moved }
}

fn worth(old: &Shape<'_>, new: &Shape<'_>, a: &Section<'_>, b: &Section<'_>) -> Option<i64> {
    let title = a.grams.dice(&b.grams);
    let contents = overlap(&a.clauses, &b.clauses);
    if title < ALIKE.0 && contents < ALIKE.1 {
        return None;
    }
    let parents = match (a.parent, b.parent) {
        (Some(p), Some(q)) => old.sections[p].grams.dice(&new.sections[q].grams),
        (None, None) => 1000,
        _ => 0,
    };
    let likeness = (450 * title + 350 * contents).max(750 * title) / 1000;
    let number = if fold::loose(&a.entry.label) == fold::loose(&b.entry.label) { 50 } else { 0 };
    let level = if a.depth == b.depth { 50 } else { 0 };
    Some(likeness + parents / 10 + number + level).filter(|&worth| worth >= PAIRED)
}

/// How many clauses two sections share, in thousandths.
fn overlap(a: &[u64], b: &[u64]) -> i64 {
    if a.is_empty() || b.is_empty() {
        return 0;
    }
    (2000 * fold::shared(a, b) / (a.len() + b.len())) as i64
}

/// The pairs that stand below another parent, or out of order among their like; of two that changed places the one
/// moved that has less in common with what it was: the smaller one, or the one that was edited.
fn moved(
    old: &Shape<'_>,
    new: &Shape<'_>,
    pairs: &[(usize, usize)],
    forth: &HashMap<usize, usize>,
) -> Vec<(usize, usize)> {
    let mut moved = Vec::new();
    let mut families: HashMap<Option<usize>, Vec<(usize, usize)>> = HashMap::new();
    for &(a, b) in pairs {
        let (p, q) = (old.sections[a].parent, new.sections[b].parent);
        let stays = match (p, q) {
            (None, None) => true,
            (Some(p), Some(q)) => match forth.get(&p) {
                Some(&target) => target == q,
                // Both parents are without partner: one took the other's place.
                None => !forth.values().any(|&target| target == q),
            },
            _ => false,
        };
        if stays {
            families.entry(p).or_default().push((a, b));
        } else {
            moved.push((a, b));
        }
    }
    for family in families.values() {
        moved.extend(out_of_order(old, new, family));
    }
    moved.sort_unstable();
    moved
}

/// The members of a family (in the old order) outside the heaviest run that keeps its order.
fn out_of_order(old: &Shape<'_>, new: &Shape<'_>, family: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let weight = |&(a, b): &(usize, usize)| 1 + fold::shared(&old.sections[a].clauses, &new.sections[b].clauses);
    let mut best: Vec<(usize, Option<usize>)> = Vec::new();
    for (at, pair) in family.iter().enumerate() {
        let before = (0..at).filter(|&k| family[k].1 < pair.1).max_by_key(|&k| (best[k].0, std::cmp::Reverse(k)));
        best.push((weight(pair) + before.map_or(0, |k| best[k].0), before));
    }
    let mut keeps = vec![false; family.len()];
    let mut at = (0..family.len()).max_by_key(|&k| (best[k].0, std::cmp::Reverse(k)));
    while let Some(k) = at {
        keeps[k] = true;
        at = best[k].1;
    }
    family.iter().zip(keeps).filter(|(_, keeps)| !keeps).map(|(&pair, _)| pair).collect()
}

/// What happened to a paired section, and whether its number follows from what happened before it.
pub(super) fn of_pair(
    old: &Shape<'_>,
    new: &Shape<'_>,
    found: &Alignment,
    (a, b): (usize, usize),
) -> (Vec<ChangeKind>, bool) {
    let (x, y) = (&old.sections[a], &new.sections[b]);
    let mut kinds = Vec::new();
    if x.title != y.title {
        kinds.push(ChangeKind::Renamed);
    }
    let moved = found.moved.contains(&(a, b));
    let renumbered = fold::strict(&x.entry.label) != fold::strict(&y.entry.label);
    let follows = renumbered && !moved && follows(old, new, (a, b));
    if renumbered && !moved && !follows {
        kinds.push(ChangeKind::Renumbered);
    }
    if moved {
        kinds.push(ChangeKind::Moved);
    }
    (kinds, follows)
}

/// Whether the number went up or down by as many places as the section did among its siblings or among its level.
fn follows(old: &Shape<'_>, new: &Shape<'_>, (a, b): (usize, usize)) -> bool {
    let (x, y) = (&old.sections[a], &new.sections[b]);
    if style(&x.entry.label) != style(&y.entry.label) {
        return false;
    }
    let Some((from, to)) = number(x).zip(number(y)) else { return false };
    let siblings = |shape: &Shape<'_>, at: usize| rank(shape, at, |s, own| s.parent == own.parent);
    let level = |shape: &Shape<'_>, at: usize| rank(shape, at, |s, own| s.entry.level == own.entry.level);
    let shift = to - from;
    shift != 0 && (siblings(new, b) - siblings(old, a) == shift || level(new, b) - level(old, a) == shift)
}

/// The number of a section: the last part of its id.
fn number(section: &Section<'_>) -> Option<i64> {
    section.entry.id.rsplit('.').next()?.split('-').next()?.parse().ok()
}

/// How many sections before the one at `at` are of its kind.
fn rank(shape: &Shape<'_>, at: usize, same: impl Fn(&Section<'_>, &Section<'_>) -> bool) -> i64 {
    let own = &shape.sections[at];
    shape.sections[..at].iter().filter(|section| same(section, own)).count() as i64
}

/// A label without its number.
fn style(label: &str) -> String {
    fold::strict(label).chars().filter(|&c| !numerals::is_numeral(c)).collect()
}
