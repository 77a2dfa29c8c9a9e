//! Sentences of one document paired with those of the other: equal ones in order, then edited ones, then moved ones.
//!
//! Equal sentences of paired sections come first (a longest common subsequence), then equal ones elsewhere, then sentences
//! split or joined, and last the best assignment of similar ones. Comparing every sentence with every other is avoided: only
//! those that share enough pairs of characters are looked at.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::side::Sentence;
use crate::assign::{self, Edge};

/// Below this many thousandths two sentences are not the same one edited.
const EDITED: i64 = 500;
/// Sentences elsewhere must be more alike than that to count as moved and edited.
const MOVED: i64 = 650;
/// How much being in the same gap between equal sentences is worth.
const SAME_GAP: i64 = 120;
/// Pairs of characters that stand in more sentences than this say nothing about which sentence it is.
const COMMON: usize = 60;

/// Sentences that belong together; mostly one on each side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) old: Range<usize>,
    pub(super) new: Range<usize>,
    /// Equal but for punctuation.
    pub(super) equal: bool,
    /// Stands elsewhere.
    pub(super) moved: bool,
}

/// The pairing of all sentences.
#[derive(Clone, Debug, Default)]
pub(super) struct Alignment {
    pub(super) pairs: Vec<Pair>,
    /// The pair of each old sentence.
    pub(super) of_old: Vec<Option<usize>>,
    /// The pair of each new sentence.
    pub(super) of_new: Vec<Option<usize>>,
}

impl Alignment {
    fn add(&mut self, pair: Pair) {
        let at = Some(self.pairs.len());
        self.of_old[pair.old.clone()].fill(at);
        self.of_new[pair.new.clone()].fill(at);
        self.pairs.push(pair);
    }

    /// The same seen from the other side.
    pub(super) fn mirrored(mut self) -> Self {
        for pair in &mut self.pairs {
            std::mem::swap(&mut pair.old, &mut pair.new);
        }
        Self { pairs: self.pairs, of_old: self.of_new, of_new: self.of_old }
    }
}

/// Pairs the sentences of `old` and `new`; `sections` says which section became which.
pub(super) fn align(old: &[Sentence], new: &[Sentence], sections: &HashMap<usize, usize>) -> Alignment {
    let mut found = Alignment { pairs: Vec::new(), of_old: vec![None; old.len()], of_new: vec![None; new.len()] };
    let (a, b) = keys(old, new);
    let context = Context { old, new, sections, targets: sections.values().copied().collect() };
    for (x, y) in context.section_pairs() {
        for (i, j) in common(&x, &y, &a, &b) {
            found.add(Pair { old: i..i + 1, new: j..j + 1, equal: true, moved: false });
        }
    }
    equal_elsewhere(&context, &a, &b, &mut found);
    split_or_joined(&context, &mut found);
    similar(&context, &mut found);
    found
}

struct Context<'a> {
    old: &'a [Sentence],
    new: &'a [Sentence],
    sections: &'a HashMap<usize, usize>,
    /// The new sections that an old one became.
    targets: HashSet<usize>,
}

impl Context<'_> {
    /// Whether the two stand in one section.
    fn together(&self, i: usize, j: usize) -> bool {
        match (self.old[i].section, self.new[j].section) {
            (None, None) => true,
            (Some(a), Some(b)) => self.sections.get(&a) == Some(&b),
            _ => false,
        }
    }

    /// Whether both stand in sections that became others.
    fn apart(&self, i: usize, j: usize) -> bool {
        let known_old = self.old[i].section.is_none_or(|a| self.sections.contains_key(&a));
        let known_new = self.new[j].section.is_none_or(|b| self.targets.contains(&b));
        known_old && known_new && !self.together(i, j)
    }

    /// The sentences of each pair of sections.
    fn section_pairs(&self) -> Vec<(Vec<usize>, Vec<usize>)> {
        let mut pairs: HashMap<Option<usize>, (Vec<usize>, Vec<usize>)> = HashMap::new();
        for (i, sentence) in self.old.iter().enumerate() {
            let target = sentence.section.map(|a| self.sections.get(&a).copied());
            match target {
                None => pairs.entry(None).or_default().0.push(i),
                Some(Some(b)) => pairs.entry(Some(b)).or_default().0.push(i),
                Some(None) => {}
            }
        }
        for (j, sentence) in self.new.iter().enumerate() {
            if let Some(pair) = pairs.get_mut(&sentence.section) {
                pair.1.push(j);
            }
        }
        let mut pairs: Vec<_> = pairs.into_values().collect();
        pairs.sort();
        pairs
    }
}

/// A number for each key.
fn keys(old: &[Sentence], new: &[Sentence]) -> (Vec<usize>, Vec<usize>) {
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let mut number = |sentences: &[Sentence]| {
        let of = sentences.iter().map(|sentence| {
            let next = numbers.len();
            *numbers.entry(sentence.key.clone()).or_insert(next)
        });
        of.collect::<Vec<usize>>()
    };
    (number(old), number(new))
}

/// A common subsequence of the sentences `x` and `y`.
fn common(x: &[usize], y: &[usize], a: &[usize], b: &[usize]) -> Vec<(usize, usize)> {
    let p: Vec<usize> = x.iter().map(|&i| a[i]).collect();
    let q: Vec<usize> = y.iter().map(|&j| b[j]).collect();
    let mut pairs = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &p, &q) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            pairs.extend((0..len).map(|k| (x[old_index + k], y[new_index + k])));
        }
    }
    pairs
}

fn unpaired(of: &[Option<usize>]) -> Vec<usize> {
    of.iter().enumerate().filter(|(_, pair)| pair.is_none()).map(|(at, _)| at).collect()
}

/// Equal sentences that are left: those in order are moved only where both of their sections went on without them.
fn equal_elsewhere(context: &Context<'_>, a: &[usize], b: &[usize], found: &mut Alignment) {
    let (x, y) = (unpaired(&found.of_old), unpaired(&found.of_new));
    for (i, j) in common(&x, &y, a, b) {
        let moved = context.apart(i, j) || crosses(found, i, j);
        found.add(Pair { old: i..i + 1, new: j..j + 1, equal: true, moved });
    }
    let mut places: HashMap<usize, Vec<usize>> = HashMap::new();
    for j in unpaired(&found.of_new).into_iter().rev() {
        places.entry(b[j]).or_default().push(j);
    }
    for i in unpaired(&found.of_old) {
        if let Some(j) = places.get_mut(&a[i]).and_then(Vec::pop) {
            found.add(Pair { old: i..i + 1, new: j..j + 1, equal: true, moved: true });
        }
    }
}

/// Whether (i, j) stands out of order between its nearest paired neighbours.
fn crosses(found: &Alignment, i: usize, j: usize) -> bool {
    let pair = |at: Option<usize>| at.and_then(|at| found.pairs.get(at)).filter(|pair| !pair.moved);
    let before = found.of_old[..i].iter().rev().find_map(|&at| pair(at)).map(|pair| pair.new.end);
    let after = found.of_old[i + 1..].iter().find_map(|&at| pair(at)).map(|pair| pair.new.start);
    // Only where both neighbours are in order with each other can a sentence be out of it.
    match (before, after) {
        (Some(before), Some(after)) if before <= after => j < before || j >= after,
        (Some(before), None) => j < before,
        (None, Some(after)) => j >= after,
        _ => false,
    }
}

/// Sentences whose text goes on in the next one on one side: `A。B。` against `A；B。`.
fn split_or_joined(context: &Context<'_>, found: &mut Alignment) {
    const LONGEST: usize = 4;
    for i in 0..context.old.len() {
        for j in starts(context, found, i) {
            if let Some((m, n)) = same_text(context, found, i, j, LONGEST) {
                found.add(Pair { old: i..i + m, new: j..j + n, equal: true, moved: false });
                break;
            }
        }
    }
}

/// Where in the new document a run that opens with old sentence `i` could open: it begins alike, or it is begun alike.
fn starts(context: &Context<'_>, found: &Alignment, i: usize) -> Vec<usize> {
    if found.of_old[i].is_some() {
        return Vec::new();
    }
    let key = &context.old[i].key;
    let alike = |j: &usize| {
        let other = &context.new[*j].key;
        other.starts_with(key.as_str()) || key.starts_with(other.as_str())
    };
    unpaired(&found.of_new).into_iter().filter(alike).collect()
}

/// How many free sentences from `i` and from `j` on give the same text.
fn same_text(context: &Context<'_>, found: &Alignment, i: usize, j: usize, longest: usize) -> Option<(usize, usize)> {
    let (mut m, mut n) = (1, 1);
    let (mut a, mut b) = (context.old[i].key.clone(), context.new[j].key.clone());
    loop {
        if a == b {
            return (m + n > 2).then_some((m, n));
        }
        let old_side = a.len() < b.len();
        let (text, sentences, of, at) = match old_side {
            true => (&mut a, context.old, &found.of_old, i + m),
            false => (&mut b, context.new, &found.of_new, j + n),
        };
        let next = sentences.get(at).filter(|_| of.get(at) == Some(&None))?;
        text.push_str(&next.key);
        *(if old_side { &mut m } else { &mut n }) += 1;
        if m.max(n) > longest || !(a.starts_with(b.as_str()) || b.starts_with(a.as_str())) {
            return None;
        }
    }
}

/// The best assignment of the sentences that are left.
fn similar(context: &Context<'_>, found: &mut Alignment) {
    let (x, y) = (unpaired(&found.of_old), unpaired(&found.of_new));
    let mut edges = Vec::new();
    for (i, j) in candidates(context, &x, &y) {
        let (a, b) = (&context.old[i], &context.new[j]);
        let dice = a.grams.dice(&b.grams);
        let beside = context.together(i, j) && !crosses(found, i, j);
        if a.heading != b.heading || dice < if beside { EDITED } else { MOVED } {
            continue;
        }
        edges.push(Edge { left: i, right: j, weight: dice + if beside { SAME_GAP } else { 0 } });
    }
    for (i, j) in assign::best(&edges) {
        let moved = context.apart(i, j) || crosses(found, i, j);
        found.add(Pair { old: i..i + 1, new: j..j + 1, equal: false, moved });
    }
}

/// Pairs of sentences that share a pair of characters few others have, often enough.
fn candidates(context: &Context<'_>, x: &[usize], y: &[usize]) -> Vec<(usize, usize)> {
    let mut places: HashMap<u64, Vec<usize>> = HashMap::new();
    for &j in y {
        let mut members = context.new[j].grams.members().to_vec();
        members.dedup();
        for gram in members {
            places.entry(gram).or_default().push(j);
        }
    }
    let mut found = Vec::new();
    for &i in x {
        let mut shared: HashMap<usize, usize> = HashMap::new();
        let mut members = context.old[i].grams.members().to_vec();
        members.dedup();
        for gram in &members {
            for &j in places.get(gram).filter(|places| places.len() <= COMMON).into_iter().flatten() {
                *shared.entry(j).or_default() += 1;
            }
        }
        let enough = (members.len() / 8).max(1);
        let mut near: Vec<usize> = shared.into_iter().filter(|&(_, count)| count >= enough).map(|(j, _)| j).collect();
        near.sort_unstable();
        found.extend(near.into_iter().map(|j| (i, j)));
    }
    found
}
