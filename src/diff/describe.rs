//! From pairs to changes: each thing that happened is listed once, at the level that says most about it.
//!
//! The edit of a sentence belongs to the commitment it changed; the other edits of a section that came, went or moved belong
//! to that section; what is left is a change of the text.

use std::{collections::HashSet, ops::Range};

use super::{
    At, Change, ChangeKind, Comparison, Folded, Level, Options, SCHEMA, Side, Summary, Version, counted, outline,
    promises,
    scene::{Draft, Event, Scene},
    side::{Sentence, Shape},
    tasks,
};

/// The comparison.
pub(super) fn describe(scene: &Scene<'_>, options: &Options) -> Comparison {
    let wanted = |level: Level| options.levels.contains(&level);
    let (events, mut folded) = events(scene);
    let mut covered: HashSet<usize> = HashSet::new();
    let mut drafts: Vec<Draft> = Vec::new();
    let mut kept = Vec::new();
    if wanted(Level::Commitments) {
        let found = promises::describe(scene);
        folded.read_differently = found.read_differently;
        (drafts, kept) = (found.changes, found.kept);
        drafts.iter_mut().for_each(|draft| attach(scene, draft, &events, &mut covered));
    }
    if wanted(Level::Tasks) {
        drafts.extend(assigned(scene, &events, &mut covered));
    }
    if wanted(Level::Outline) {
        folded.renumbered = sections(scene, &events, &mut covered, &mut drafts);
    }
    if wanted(Level::Text) {
        drafts.extend(texts(scene, &events, &covered));
    }
    let mut changes: Vec<Change> = drafts.into_iter().map(|draft| draft.change).collect();
    let place = |at: &Option<At>| at.as_ref().map(|at| (at.line, at.column));
    changes.sort_by_cached_key(|change| {
        let (old, new) = (place(&change.old), place(&change.new));
        (change.level, new.or(old), old, change.kinds.clone(), change.name.clone())
    });
    changes.iter_mut().zip(1..).for_each(|(change, number)| change.number = number);
    finished(scene, options, changes, kept.into_iter().map(|draft| draft.change).collect(), folded)
}

fn finished(
    scene: &Scene<'_>,
    options: &Options,
    changes: Vec<Change>,
    kept: Vec<Change>,
    folded: Folded,
) -> Comparison {
    let mut levels = options.levels.clone();
    levels.sort_unstable();
    levels.dedup();
    let mut notes = Vec::new();
    if scene.pairing.is_empty() {
        notes.push(
            "the two documents share no section, no commitment and no sentence: all of both is listed".to_owned(),
        );
    }
    let silent = |side: &Side| !side.has_text();
    if levels.contains(&Level::Text) && (silent(scene.sides.0) || silent(scene.sides.1)) {
        levels.retain(|level| *level != Level::Text);
        notes.push("a saved result holds no text: sentences were not compared".to_owned());
    }
    let at = |level: Level| changes.iter().filter(|change| change.level == level).count();
    let summary = Summary {
        changes: changes.len(),
        levels: levels.iter().map(|&level| (level, at(level))).collect(),
        kinds: counted(&changes),
        uncertain: changes.iter().chain(&kept).filter(|change| change.uncertain).count(),
        paired: scene.pairing.promises.len(),
        folded,
    };
    Comparison {
        schema: SCHEMA.into(),
        old: version(scene.sides.0),
        new: version(scene.sides.1),
        across_periods: scene.frame,
        levels,
        notes,
        summary,
        changes,
        kept,
    }
}

fn version(side: &Side) -> Version {
    let info = &side.analysis.document;
    Version {
        path: info.source.path.clone(),
        title: info.title.clone(),
        issuer: info.issuer.clone(),
        period: info.period,
        sha256: info.source.sha256.clone(),
        commitments: side.analysis.commitments.len(),
        tasks: side.analysis.tasks.len(),
    }
}

/// What happened to sentences, and how many differences are too small to list.
fn events(scene: &Scene<'_>) -> (Vec<Event>, Folded) {
    let (mut events, mut folded) = (Vec::new(), Folded::default());
    if scene.old.sentences.is_empty() || scene.new.sentences.is_empty() {
        return (events, folded);
    }
    let (old, new) = (scene.old.sentences, scene.new.sentences);
    let alignment = &scene.pairing.sentences;
    for pair in &alignment.pairs {
        let (a, b) = (&old[pair.old.clone()], &new[pair.new.clone()]);
        let joined = |sentences: &[Sentence], of: fn(&Sentence) -> &str| sentences.iter().map(of).collect::<String>();
        let differ = |of: fn(&Sentence) -> &str| joined(a, of) != joined(b, of);
        match pair.equal {
            true if differ(|s| &s.strict) || a.len() != b.len() => folded.punctuation += 1,
            true if differ(|s| &s.raw) => folded.spacing += 1,
            _ => {}
        }
        let mut kinds = Vec::new();
        if !pair.equal {
            kinds.push(ChangeKind::Reworded);
        }
        if pair.moved {
            kinds.push(ChangeKind::Moved);
        }
        if !kinds.is_empty() {
            let heading = a.iter().chain(b).any(|sentence| sentence.heading);
            events.push(Event { old: pair.old.clone(), new: pair.new.clone(), kinds, heading });
        }
    }
    for (at, _) in alignment.of_old.iter().enumerate().filter(|(_, pair)| pair.is_none()) {
        let kinds = vec![ChangeKind::Dropped];
        events.push(Event { old: at..at + 1, new: 0..0, kinds, heading: old[at].heading });
    }
    for (at, _) in alignment.of_new.iter().enumerate().filter(|(_, pair)| pair.is_none()) {
        events.push(Event { old: 0..0, new: at..at + 1, kinds: vec![ChangeKind::Added], heading: new[at].heading });
    }
    events.sort_by_key(|event| (event.new.is_empty(), event.new.start, event.old.start));
    (events, folded)
}

/// Gives a commitment's change the edits of its sentences.
fn attach(scene: &Scene<'_>, draft: &mut Draft, events: &[Event], covered: &mut HashSet<usize>) {
    let (old, new) = draft.sentences;
    for (at, event) in events.iter().enumerate() {
        let touches = old.is_some_and(|i| event.old.contains(&i)) || new.is_some_and(|j| event.new.contains(&j));
        if touches {
            covered.insert(at);
            draft.change.edits.push(scene.edit(event));
        }
    }
}

/// The changes of tasks, each with the edits of its sentences that no commitment has; where all belong to commitments, other
/// words are no change of the task.
fn assigned(scene: &Scene<'_>, events: &[Event], covered: &mut HashSet<usize>) -> Vec<Draft> {
    let mut drafts = tasks::describe(scene);
    let told = !scene.old.sentences.is_empty() && !scene.new.sentences.is_empty();
    drafts.retain_mut(|draft| {
        let meet = |stretch: &Option<Range<usize>>, range: &Range<usize>| {
            stretch.as_ref().is_some_and(|stretch| stretch.start < range.end && range.start < stretch.end)
        };
        for (at, event) in events.iter().enumerate() {
            let touches = meet(&draft.stretches.0, &event.old) || meet(&draft.stretches.1, &event.new);
            if touches && covered.insert(at) {
                draft.change.edits.push(scene.edit(event));
            }
        }
        !(told && draft.change.kinds == [ChangeKind::Reworded] && draft.change.edits.is_empty())
    });
    drafts
}

/// Adds the changes of sections; gives the number of those whose number follows from others.
fn sections(scene: &Scene<'_>, events: &[Event], covered: &mut HashSet<usize>, drafts: &mut Vec<Draft>) -> usize {
    // The outline speaks of headings.
    covered.extend(events.iter().enumerate().filter(|(_, event)| event.heading).map(|(at, _)| at));
    let found = &scene.pairing.sections;
    let mut follow = 0;
    let mut pairs: Vec<(usize, usize)> = found.forth.iter().map(|(&a, &b)| (a, b)).collect();
    pairs.sort_unstable();
    let mut changed: Vec<Changed> = Vec::new();
    for (a, b) in pairs {
        let (kinds, follows) = outline::of_pair(scene.old, scene.new, found, (a, b));
        follow += usize::from(follows);
        if kinds.is_empty() {
            continue;
        }
        let takes = kinds.contains(&ChangeKind::Moved);
        let mut draft = Draft::new(Level::Outline, kinds, scene.new.sections[b].heading());
        draft.change.old = Some(scene.at_section(true, a));
        draft.change.new = Some(scene.at_section(false, b));
        draft.change.with = if takes { below(scene.new, b).count().min(below(scene.old, a).count()) } else { 0 };
        changed.push(Changed { draft, old: Some(a), new: Some(b), takes });
    }
    lone(scene, &mut changed);
    for (at, event) in events.iter().enumerate().filter(|(_, event)| !event.heading) {
        if !covered.contains(&at)
            && let Some(owner) = owner(scene, event, &changed)
        {
            covered.insert(at);
            changed[owner].draft.change.edits.push(scene.edit(event));
        }
    }
    drafts.extend(changed.into_iter().map(|changed| changed.draft));
    follow
}

/// A section that came, went or moved, with its change.
struct Changed {
    draft: Draft,
    old: Option<usize>,
    new: Option<usize>,
    /// Whether the edits of the sentences in it belong to it.
    takes: bool,
}

/// Adds the sections that stand in one document alone, each with those below it.
fn lone(scene: &Scene<'_>, changed: &mut Vec<Changed>) {
    let found = &scene.pairing.sections;
    let sides = [
        (true, scene.old, found.forth.keys().copied().collect::<HashSet<usize>>(), ChangeKind::Dropped),
        (false, scene.new, found.back.keys().copied().collect(), ChangeKind::Added),
    ];
    for (is_old, shape, paired, kind) in sides {
        for at in (0..shape.sections.len()).filter(|at| !paired.contains(at)) {
            if shape.sections[at].parent.is_some_and(|parent| !paired.contains(&parent)) {
                continue;
            }
            let mut draft = Draft::new(Level::Outline, vec![kind], shape.sections[at].heading());
            draft.change.with = below(shape, at).filter(|below| !paired.contains(below)).count();
            let place = Some(scene.at_section(is_old, at));
            if is_old {
                draft.change.old = place;
                changed.push(Changed { draft, old: Some(at), new: None, takes: true });
            } else {
                draft.change.new = place;
                changed.push(Changed { draft, old: None, new: Some(at), takes: true });
            }
        }
    }
}

/// The innermost changed section that holds what happened.
fn owner(scene: &Scene<'_>, event: &Event, changed: &[Changed]) -> Option<usize> {
    let section = |shape: &Shape<'_>, range: &Range<usize>| shape.sentences[range.clone()].first().map(|s| s.section);
    let (old, new) = (section(scene.old, &event.old), section(scene.new, &event.new));
    // How deep the changed section stands, where it holds the sentence; nothing is asked of a side without one.
    let depth = |shape: &Shape<'_>, sentence: Option<Option<usize>>, root: Option<usize>| match sentence {
        None => Some(0),
        Some(section) => root.filter(|&root| within(shape, section, root)).map(|root| 1 + shape.sections[root].depth),
    };
    let holders = changed.iter().enumerate().filter(|(_, changed)| changed.takes).filter_map(|(at, changed)| {
        Some((depth(scene.old, old, changed.old)? + depth(scene.new, new, changed.new)?, at))
    });
    holders.max_by_key(|&(depth, _)| depth).map(|(_, at)| at)
}

/// The sections below the one at `at`.
fn below<'a>(shape: &'a Shape<'_>, at: usize) -> impl Iterator<Item = usize> + 'a {
    (at + 1..shape.sections.len()).take_while(move |&later| shape.sections[later].depth > shape.sections[at].depth)
}

fn within(shape: &Shape<'_>, mut section: Option<usize>, root: usize) -> bool {
    while let Some(at) = section {
        if at == root {
            return true;
        }
        section = shape.sections[at].parent;
    }
    false
}

/// The changes of sentences that nothing else accounts for; sentences that moved together are one.
fn texts(scene: &Scene<'_>, events: &[Event], covered: &HashSet<usize>) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut last: Option<&Event> = None;
    for (_, event) in events.iter().enumerate().filter(|(at, _)| !covered.contains(at)) {
        let goes_on = last.is_some_and(|last| {
            last.kinds == [ChangeKind::Moved]
                && event.kinds == last.kinds
                && (last.old.end, last.new.end) == (event.old.start, event.new.start)
        });
        last = Some(event);
        let edit = scene.edit(event);
        if let Some(draft) = drafts.last_mut().filter(|_| goes_on) {
            draft.change.edits.push(edit);
            draft.change.with += 1;
            continue;
        }
        let text = scene.new.sentences[event.new.clone()].first().or(scene.old.sentences[event.old.clone()].first());
        let name: String = text.map(|sentence| sentence.text.chars().take(24).collect()).unwrap_or_default();
        let mut draft = Draft::new(Level::Text, event.kinds.clone(), name);
        (draft.change.old, draft.change.new) = (edit.old.clone(), edit.new.clone());
        draft.change.edits.push(edit);
        drafts.push(draft);
    }
    drafts
}
