//! What happened to each commitment: the changes of pairs, and those that stand in one document alone.
//!
//! A commitment of a sentence that did not change did not change either: where it was read differently, or in one document
//! alone, that is counted and not reported. A date that an earlier sentence gives can change all the same.

use std::collections::{HashMap, HashSet};

use super::{
    At, ChangeKind, Difference, Promise, Start,
    commitments::Pair,
    fold::{self, Grams},
    result::Level,
    scene::{Draft, Scene},
    side,
};
use crate::{
    analysis::Record,
    lexicon::{self, COMPARED, Sense},
    number::Number,
    statement::{Amount, Change, DeadlineSource},
};

/// An achievement must be called so much alike to be where a target starts from, in thousandths.
const SAME_NAME: i64 = 800;
/// A clause shorter than this says too little to be found again.
const CLAUSE: usize = 6;

/// The changes of commitments.
pub(super) struct Found {
    pub(super) changes: Vec<Draft>,
    pub(super) kept: Vec<Draft>,
    pub(super) read_differently: usize,
}

/// Describes all commitments.
pub(super) fn describe(scene: &Scene<'_>) -> Found {
    let mut found = Found { changes: Vec::new(), kept: Vec::new(), read_differently: 0 };
    let mut reworded: Vec<Draft> = Vec::new();
    for pair in &scene.pairing.promises {
        pairs(scene, pair, &mut found, &mut reworded);
    }
    add_reworded(reworded, &mut found);
    let old: HashSet<usize> = scene.pairing.promises.iter().map(|pair| pair.old).collect();
    let new: HashSet<usize> = scene.pairing.promises.iter().map(|pair| pair.new).collect();
    for at in (0..scene.old.promises.len()).filter(|at| !old.contains(at)) {
        match still_said(scene, at, true) {
            true => found.read_differently += 1,
            false => found.changes.push(draft(scene, Some(at), None, vec![ChangeKind::Dropped], None)),
        }
    }
    for at in (0..scene.new.promises.len()).filter(|at| !new.contains(at)) {
        match still_said(scene, at, false) {
            true => found.read_differently += 1,
            false => found.changes.push(draft(scene, None, Some(at), vec![ChangeKind::Added], None)),
        }
    }
    found
}

fn pairs(scene: &Scene<'_>, pair: &Pair, found: &mut Found, reworded: &mut Vec<Draft>) {
    let (a, b) = (&scene.old.promises[pair.old], &scene.new.promises[pair.new]);
    let mut all = super::kinds::of_pair(a.record, b.record, scene.frame.as_ref());
    let deeds = scene.old.deed(a).zip(scene.new.deed(b)).filter(|_| scene.tasks);
    if deeds.is_some() {
        all.retain(|kind| *kind != ChangeKind::ResponsibleChanged);
    }
    let mut kinds = all.clone();
    if a.key == b.key {
        kinds.retain(|kind| is_inherited(*kind, a.record, b.record));
    } else if clause(a).is_some_and(|key| clause(b).is_some_and(|other| key == other)) {
        kinds.retain(|kind| !is_of_number(*kind));
    }
    found.read_differently += usize::from(kinds.is_empty() && !all.is_empty());
    if scene.frame.is_some() {
        let list = if kinds.is_empty() { &mut found.kept } else { &mut found.changes };
        let kinds = if kinds.is_empty() { vec![ChangeKind::Kept] } else { kinds };
        list.push(draft(scene, Some(pair.old), Some(pair.new), kinds, Some(pair)));
        return;
    }
    if !kinds.is_empty() {
        found.changes.push(draft(scene, Some(pair.old), Some(pair.new), kinds, Some(pair)));
        return;
    }
    if a.key != b.key && deeds.is_none_or(|(a, b)| a.key != b.key) {
        kinds.push(ChangeKind::Reworded);
    }
    if is_moved(scene, a, b) {
        kinds.push(ChangeKind::Moved);
    }
    if !kinds.is_empty() {
        reworded.push(draft(scene, Some(pair.old), Some(pair.new), kinds, Some(pair)));
    }
}

/// Adds the commitments whose words or place alone changed: one change a sentence, and none where the same sentence holds a
/// greater one.
fn add_reworded(mut reworded: Vec<Draft>, found: &mut Found) {
    // Which of them stands for the sentence must not depend on the direction.
    reworded.sort_by_cached_key(|draft| {
        let place = |at: &Option<At>| at.as_ref().map_or(0, |at| at.line * 10_000 + at.column);
        let name = |promise: &Option<Promise>| promise.as_ref().map(|promise| promise.indicator.clone());
        let mut names = [name(&draft.change.old_commitment), name(&draft.change.new_commitment)];
        names.sort();
        (place(&draft.change.old) + place(&draft.change.new), names)
    });
    let said: HashSet<_> = found.changes.iter().map(|draft| draft.sentences).collect();
    let mut first: HashMap<_, usize> = HashMap::new();
    for draft in reworded {
        if said.contains(&draft.sentences) && draft.sentences != (None, None) {
            continue;
        }
        // Without the text, sentences are known by the commitments they hold.
        let key = (draft.sentences, draft.keys.clone());
        match first.get(&key) {
            Some(&at) => found.changes[at].change.also.push(draft.change.name),
            None => {
                first.insert(key, found.changes.len());
                found.changes.push(draft);
            }
        }
    }
}

/// Whether a deadline that both take from before their sentence changed.
fn is_inherited(kind: ChangeKind, a: &Record, b: &Record) -> bool {
    let inherited = |record: &Record| record.deadline.as_ref().is_some_and(|d| d.source == DeadlineSource::Inherited);
    matches!(kind, ChangeKind::BroughtForward | ChangeKind::Postponed) && inherited(a) && inherited(b)
}

/// Whether a kind is read from the number's own clause.
fn is_of_number(kind: ChangeKind) -> bool {
    use ChangeKind::*;
    matches!(kind, Raised | Lowered | Tightened | Loosened | BoundReversed | UnitChanged | MeasureChanged)
}

fn is_moved(scene: &Scene<'_>, a: &side::Promise<'_>, b: &side::Promise<'_>) -> bool {
    let of = |pairs: &[Option<usize>], at: Option<usize>| at.and_then(|at| pairs.get(at).copied().flatten());
    let sentences = &scene.pairing.sentences;
    if let (Some(x), Some(y)) = (of(&sentences.of_old, a.sentence), of(&sentences.of_new, b.sentence)) {
        // Of sentences that stand several times, the one may be paired with another of its like.
        return x == y && sentences.pairs[x].moved;
    }
    let forth = &scene.pairing.sections.forth;
    match (a.section, b.section) {
        // Without text, sections are all there is.
        (Some(x), Some(y)) if a.sentence.is_none() || b.sentence.is_none() => {
            forth.get(&x).is_some_and(|&target| target != y)
        }
        _ => false,
    }
}

/// The clause that holds the number, folded, with the one before it where it is short.
fn clause(promise: &side::Promise<'_>) -> Option<String> {
    let quote = fold::loose(&promise.record.source.quote);
    let mut before = String::new();
    for part in promise.record.sentence.split(['，', '；', '。', ',', ';']) {
        let key = fold::loose(part);
        if !quote.is_empty() && key.contains(&quote) {
            return Some(if key.chars().count() < CLAUSE { before + &key } else { key });
        }
        before = key;
    }
    None
}

/// Whether the other document still says what a commitment without partner was read from.
fn still_said(scene: &Scene<'_>, at: usize, is_old: bool) -> bool {
    let sentences = &scene.pairing.sentences;
    let (promises, others) = match is_old {
        true => (&scene.old.promises, &scene.new.promises),
        false => (&scene.new.promises, &scene.old.promises),
    };
    let promise = &promises[at];
    let (of, texts) = match is_old {
        true => (&sentences.of_old, scene.new.sentences),
        false => (&sentences.of_new, scene.old.sentences),
    };
    if scene.old.sentences.is_empty() || scene.new.sentences.is_empty() {
        return others.iter().any(|other| other.key == promise.key);
    }
    let Some(pair) = promise.sentence.and_then(|at| of.get(at).copied().flatten()) else { return false };
    let pair = &sentences.pairs[pair];
    let range = if is_old { pair.new.clone() } else { pair.old.clone() };
    let text: String = texts[range].iter().map(|sentence| sentence.key.as_str()).collect();
    let said = |clause: String| clause.chars().count() >= CLAUSE && stands(&text, &clause);
    pair.equal || clause(promise).is_some_and(said)
}

/// Whether `clause` stands in `text` and nothing right before it takes it back (不再新建公园).
fn stands(text: &str, clause: &str) -> bool {
    text.match_indices(clause).any(|(at, _)| COMPARED.negation.suffix(&text[..at]).is_none())
}

fn draft(
    scene: &Scene<'_>,
    old: Option<usize>,
    new: Option<usize>,
    kinds: Vec<ChangeKind>,
    pair: Option<&Pair>,
) -> Draft {
    let a = old.map(|at| &scene.old.promises[at]);
    let b = new.map(|at| &scene.new.promises[at]);
    let mut draft = Draft::new(Level::Commitments, kinds, String::new());
    draft.sentences = (a.and_then(|a| a.sentence), b.and_then(|b| b.sentence));
    draft.keys = (a.map(|a| a.key.clone()), b.map(|b| b.key.clone()));
    let change = &mut draft.change;
    change.name = b.or(a).map(|promise| promise.record.indicator.to_string()).unwrap_or_default();
    change.old = a.map(|a| scene.at_record(true, a));
    change.new = b.map(|b| scene.at_record(false, b));
    change.old_commitment = a.map(|a| stated(a.record));
    change.new_commitment = b.map(|b| stated(b.record));
    if let Some((a, b)) = a.zip(b) {
        change.difference = difference(a.record, b.record);
    }
    if let Some(b) = b.filter(|_| scene.frame.is_some()) {
        change.new_baseline = start(scene, b);
    }
    if let Some(pair) = pair {
        change.similarity = Some(Number::new(1000 - pair.cost, 3));
        change.uncertain = pair.uncertain && draft.keys.0 != draft.keys.1;
    }
    draft
}

fn stated(record: &Record) -> Promise {
    Promise {
        id: record.id.to_string(),
        indicator: record.indicator.to_string(),
        quantity: record.quantity.clone(),
        baseline: record.baseline.as_deref().cloned(),
        deadline: record.deadline.as_deref().cloned(),
        modality: record.modality,
        nature: record.nature,
        responsible: record.responsible.to_vec(),
        sentence: record.sentence.to_string(),
    }
}

/// How far the numbers of two commitments are apart; `None` where they are equal, or in
/// different units or measures.
fn difference(old: &Record, new: &Record) -> Option<Difference> {
    let (a, b) = old.quantity.as_ref().zip(new.quantity.as_ref())?;
    if a.unit != b.unit || a.change != b.change || (a.value == b.value && a.upper == b.upper) {
        return None;
    }
    let minus = Number::from(-1);
    let absolute = b.value.plus(a.value.times(minus)?)?;
    let relative = absolute.times(Number::from(100)).and_then(|n| n.over(a.value.size()));
    let more_is_better = better(new, b);
    let direction = absolute.cmp(&Number::from(0)).then_with(|| b.upper.cmp(&a.upper));
    Some(Difference {
        absolute,
        unit: a.unit.to_string(),
        relative: relative.map(|n| n.to_places(4)),
        more_is_better,
        more_ambitious: more_is_better.map(|more| more == direction.is_gt()),
    })
}

/// Whether a higher number is better: of a place never, of a cut where less of the thing is better.
fn better(record: &Record, amount: &Amount) -> Option<bool> {
    if amount.is_place() {
        return Some(false);
    }
    let more = match lexicon::sense(&record.indicator)? {
        Sense::More => true,
        Sense::Less => false,
        Sense::Keep => return None,
    };
    // The name of a fall tells by itself that more of it is better.
    let cut =
        matches!(amount.change, Change::Decrement | Change::ChangeRate) && !lexicon::names_fall(&record.indicator);
    Some(more != cut)
}

/// Where the new target starts from: what its sentence names, else what the new document reports as reached.
fn start(scene: &Scene<'_>, promise: &side::Promise<'_>) -> Option<Start> {
    let record = promise.record;
    if let Some(base) = &record.baseline {
        let (value, unit) = (base.value, base.unit.clone());
        let text = format!("{value}{unit}");
        return Some(Start {
            value,
            upper: None,
            unit: unit.to_string(),
            year: base.year,
            text,
            line: record.source.line as usize,
        });
    }
    let wanted = record.quantity.as_ref()?;
    let reached = scene.sides.1.analysis.achievements.iter().filter_map(|fact| {
        let amount = fact.quantity.as_ref()?;
        if amount.unit != wanted.unit || amount.change != wanted.change {
            return None;
        }
        let alike = Grams::new(&side::indicator_key(&fact.indicator)).dice(&promise.indicator);
        let year = fact.deadline.as_ref().map(|deadline| deadline.year);
        (alike >= SAME_NAME).then_some((alike, year, fact, amount))
    });
    // The best name, then the latest year; of those the first.
    let mut best: Option<(i64, Option<i32>, &Record, &Amount)> = None;
    for candidate in reached {
        if best.is_none_or(|best| (candidate.0, candidate.1) > (best.0, best.1)) {
            best = Some(candidate);
        }
    }
    best.map(|(_, year, fact, amount)| Start {
        value: amount.value,
        upper: amount.upper(),
        unit: amount.unit.to_string(),
        year,
        text: amount.text.to_string(),
        line: fact.source.line as usize,
    })
}
