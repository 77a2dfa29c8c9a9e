//! Tasks with their ids, places and the commitments stated in them.

use super::{
    model::{Record, Task},
    record::{Headings, hash, path, place, section},
};
use crate::{
    commitment,
    duty::Course,
    judge::{status, theme},
    memory::{Seen, given_back},
    outline::{Notice, Outline, Table},
    reading::scene::{Role, Roles, Scene},
    source::Document,
    statement::{self, Deadline, DeadlineSource, Held, Shared},
    tasks::{self, Draft},
    time::{self, Frame},
};

/// How many characters of a deed make it the same task in another version.
const OPENING: usize = 24;

/// The deeds that the prose of a document gives out; and what could not be read as one.
pub(super) fn of_prose(document: &Document, outline: &Outline, roles: &Roles<'_>) -> (Vec<Draft>, Vec<Notice>) {
    tasks::read(&document.text, outline, roles.scene.frame, |paragraph| {
        matches!(roles.of(paragraph.node(), paragraph.boxed.as_deref()).0, Role::Glossary | Role::Review)
    })
}

/// The deeds that `table` gives out.
pub(super) fn of_table(table: &Table, roles: &Roles<'_>) -> impl Iterator<Item = Draft> {
    let told = matches!(roles.of(table.node, None).0, Role::Task | Role::Goal);
    tasks::of_table(table, roles.scene.frame).filter(move |_| told)
}

/// The tasks of a document, each named by the `commitments` stated in it.
pub(super) fn tasks(
    (document, outline): (&Document, &Outline),
    scene: &Scene,
    mut drafts: Vec<Draft>,
    commitments: &mut [Record],
) -> Vec<Task> {
    commitment::sort(&mut drafts, |draft| draft.span);
    let mut keys = Seen::with_capacity(drafts.len());
    let mut tasks: Vec<Task> = Vec::with_capacity(drafts.len());
    let mut limits: Vec<Option<Deadline>> = Vec::with_capacity(drafts.len());
    // The section of the last task with its headings, which those beside it share.
    let mut last: Option<(Option<usize>, Headings)> = None;
    for mut draft in given_back(drafts) {
        limits.push(limit(&draft, scene));
        draft.settle_time(scene.frame);
        if last.as_ref().is_none_or(|(node, _)| *node != draft.node) {
            let path = path(outline, draft.node, None).into_iter().map(Shared::from).collect();
            last = Some((draft.node, (section(outline, draft.node).into(), path)));
        }
        let headings = last.as_ref().map(|(_, headings)| headings.clone()).unwrap_or_default();
        let key = key(outline, &draft);
        let count = keys.count(&key);
        let id = hash(&if count == 1 { key } else { format!("{key}\u{1f}{count}") });
        let mut task = task((document, outline), draft, id, headings);
        if let Some(last) = tasks.last() {
            share(&mut task, last);
        }
        tasks.push(task);
    }
    link(&mut tasks, &limits, commitments);
    tasks
}

/// By when a task is due as the bracket or line says that gives it out (完成时限：2026年三季度): one date, of which the year is told.
fn limit(draft: &Draft, scene: &Scene) -> Option<Deadline> {
    let when = draft.duty.when.as_ref().filter(|when| when.course == Course::Dated && !draft.inherited)?;
    let told = || time::scan(&when.text, Frame::default()).iter().any(|time| time.end.is_some());
    let told = scene.is_of_one_year() || told();
    let year = when.year.filter(|_| told)?;
    Some(Deadline { year, month: when.month, source: DeadlineSource::Explicit, text: when.text.as_str().into() })
}

/// Holds what `task` and the one before it have alike once for both.
fn share(task: &mut Task, before: &Task) {
    if task.lead == before.lead {
        task.lead = before.lead.clone();
    }
    if task.support == before.support {
        task.support = before.support.clone();
    }
    if task.deadline == before.deadline {
        task.deadline = before.deadline.clone();
    }
}

/// What makes a task the same across versions: how its deed opens, without digits, and the title of its section.
fn key(outline: &Outline, draft: &Draft) -> String {
    let title = draft.node.and_then(|node| outline.nodes.get(node)).map_or("", |node| node.title.as_str());
    let opening: String = draft.text.chars().filter(|c| !c.is_ascii_digit()).take(OPENING).collect();
    ["task", &opening, title].join("\u{1f}")
}

fn task((document, outline): (&Document, &Outline), draft: Draft, id: String, (section, path): Headings) -> Task {
    let clauses = [(statement::Place::Clause, draft.text.as_str())].into_iter();
    let headings = outline.upward(draft.node).map(|node| (statement::Place::Heading, node.title.as_str()));
    let (theme, _) = theme::decide(&draft.text, clauses.chain(headings));
    let (modality, _) = status::modality("", &draft.text);
    Task {
        id: id.into(),
        section,
        path,
        number: draft.number.map(Shared::from),
        text: draft.text.into(),
        lead: draft.duty.lead.into(),
        support: draft.duty.support.into(),
        persons: draft.duty.persons.into_iter().map(Shared::from).collect(),
        inherited: draft.inherited,
        deadline: draft.duty.when.map(Held::from),
        modality,
        theme,
        commitments: Vec::new(),
        source: place(document, draft.span),
    }
}

/// Ties each commitment to the task in whose words it stands, and gives it those who do that and its limit where it has none of its
/// own.
fn link(tasks: &mut [Task], limits: &[Option<Deadline>], commitments: &mut [Record]) {
    let mut first = 0;
    for record in commitments {
        while tasks.get(first).is_some_and(|task| task.source.end < record.source.start) {
            first += 1;
        }
        let holds = |task: &&mut Task| task.source.start <= record.source.start && record.source.end <= task.source.end;
        if let Some(task) = tasks.get_mut(first).filter(holds) {
            if let Some(limit) = &limits[first]
                && record.deadline.as_ref().is_none_or(|own| own.source == DeadlineSource::Plan)
            {
                record.deadline = Some(limit.clone().into());
            }
            if record.responsible.is_empty() && !task.inherited {
                record.responsible =
                    task.lead.iter().chain(task.support.iter()).map(|unit| unit.name.clone()).collect();
            }
            record.task = Some(task.id.clone().into());
            // Most tasks state one.
            task.commitments.reserve_exact(usize::from(task.commitments.is_empty()));
            task.commitments.push(record.id.clone());
        }
    }
}
