//! Tasks of one document paired with those of the other, and what happened to each: who leads, who helps, by when.
//!
//! Equal deeds are paired first, those of paired sections before others; what is left by the best assignment of similar words.

use std::collections::{HashMap, HashSet};

use super::{
    ChangeKind,
    commitments::Pair,
    frame::Frame,
    kinds,
    result::{Assignment, Level},
    scene::{Draft, Scene},
    side::{Shape, Task},
};
use crate::{
    assign::{self, Edge},
    duty::{Course, Unit, When},
    number::Number,
};

/// Two deeds of paired sections must be so much alike to be one, in thousandths.
const ALIKE_IN_PLACE: i64 = 500;
/// Two deeds of other sections.
const ALIKE_ELSEWHERE: i64 = 650;
/// A pair is uncertain where less than this is alike.
const SURE: i64 = 580;
/// A deed shorter than this, in characters, says too little to be found in the text of the other document.
const SHORTEST: usize = 6;
/// How many characters of a deed name it.
const NAME: usize = 30;

/// The pairs, by their old end.
pub(super) fn align(old: &Shape<'_>, new: &Shape<'_>, sections: &HashMap<usize, usize>) -> Vec<Pair> {
    let in_place = |a: &Task<'_>, b: &Task<'_>| match (a.section, b.section) {
        (Some(x), Some(y)) => sections.get(&x) == Some(&y),
        (a, b) => a == b,
    };
    let mut pairs = equal(old, new, in_place);
    let taken: (HashSet<usize>, HashSet<usize>) = pairs.iter().map(|pair| (pair.old, pair.new)).unzip();
    let mut edges = Vec::new();
    for (left, a) in old.tasks.iter().enumerate().filter(|(at, _)| !taken.0.contains(at)) {
        for (right, b) in new.tasks.iter().enumerate().filter(|(at, _)| !taken.1.contains(at)) {
            let (alike, near) = (a.wording.dice(&b.wording), in_place(a, b));
            if alike >= if near { ALIKE_IN_PLACE } else { ALIKE_ELSEWHERE } {
                let weight = (alike + if near { 100 } else { 0 }) * 1000 - (a.at - b.at).abs() * 9 / 10;
                edges.push(Edge { left, right, weight });
            }
        }
    }
    pairs.extend(assign::best(&edges).into_iter().map(|(left, right)| {
        let alike = old.tasks[left].wording.dice(&new.tasks[right].wording);
        Pair { old: left, new: right, cost: 1000 - alike, uncertain: alike < SURE }
    }));
    pairs.sort_by_key(|pair| pair.old);
    pairs
}

/// The pairs of deeds that are the same words.
fn equal(old: &Shape<'_>, new: &Shape<'_>, in_place: impl Fn(&Task<'_>, &Task<'_>) -> bool) -> Vec<Pair> {
    let mut free: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, task) in new.tasks.iter().enumerate() {
        free.entry(&task.key).or_default().push(at);
    }
    let (mut pairs, mut left): (Vec<Pair>, Vec<usize>) = (Vec::new(), (0..old.tasks.len()).collect());
    for anywhere in [false, true] {
        left.retain(|&at| {
            let task = &old.tasks[at];
            let Some(same) = free.get_mut(task.key.as_str()) else { return true };
            let found = same.iter().position(|&new_at| anywhere || in_place(task, &new.tasks[new_at]));
            let Some(found) = found else { return true };
            pairs.push(Pair { old: at, new: same.remove(found), cost: 0, uncertain: false });
            false
        });
    }
    pairs
}

/// The changes of tasks.
pub(super) fn describe(scene: &Scene<'_>) -> Vec<Draft> {
    let pairs = &scene.pairing.tasks;
    let (old, new): (HashSet<usize>, HashSet<usize>) = pairs.iter().map(|pair| (pair.old, pair.new)).unzip();
    let changed = pairs.iter().filter_map(|pair| {
        let kinds = of_pair(scene, &scene.old.tasks[pair.old], &scene.new.tasks[pair.new]);
        (!kinds.is_empty()).then(|| {
            let mut draft = draft(scene, Some(pair.old), Some(pair.new), kinds);
            draft.change.similarity = Some(Number::new(1000 - pair.cost, 3));
            draft.change.uncertain = pair.uncertain;
            draft
        })
    });
    let mut drafts: Vec<Draft> = changed.collect();
    let text = |shape: &Shape<'_>| shape.sentences.iter().map(|sentence| sentence.key.as_str()).collect::<String>();
    let (old_text, new_text) = (text(scene.old), text(scene.new));
    let kind = |task: &Task<'_>, text: &str, still: ChangeKind, gone: ChangeKind| {
        let said = task.key.chars().count() >= SHORTEST && text.contains(&task.key);
        vec![if said { still } else { gone }]
    };
    for at in (0..scene.old.tasks.len()).filter(|at| !old.contains(at)) {
        let kinds = kind(&scene.old.tasks[at], &new_text, ChangeKind::Unassigned, ChangeKind::Dropped);
        drafts.push(draft(scene, Some(at), None, kinds));
    }
    for at in (0..scene.new.tasks.len()).filter(|at| !new.contains(at)) {
        let kinds = kind(&scene.new.tasks[at], &old_text, ChangeKind::Assigned, ChangeKind::Added);
        drafts.push(draft(scene, None, Some(at), kinds));
    }
    drafts
}

fn of_pair(scene: &Scene<'_>, a: &Task<'_>, b: &Task<'_>) -> Vec<ChangeKind> {
    let frame = scene.frame.as_ref();
    let mut found = of_units(a, b);
    found.extend(of_limits(a.task.deadline.as_deref(), b.task.deadline.as_deref(), frame));
    found.extend(kinds::of_modality(a.task.modality, b.task.modality));
    // Between periods the words of all deeds change, and so does their place.
    if frame.is_none() {
        if found.is_empty() && a.key != b.key {
            found.push(ChangeKind::Reworded);
        }
        let partner = a.section.and_then(|section| scene.pairing.sections.forth.get(&section));
        if partner.is_some_and(|&section| b.section != Some(section)) {
            found.push(ChangeKind::Moved);
        }
    }
    found.sort_unstable();
    found
}

fn of_units(a: &Task<'_>, b: &Task<'_>) -> Vec<ChangeKind> {
    let names = |units: &[Unit]| units.iter().map(|unit| unit.full.clone()).collect::<HashSet<String>>();
    let (old_lead, new_lead) = (names(&a.task.lead), names(&b.task.lead));
    let (old_help, new_help) = (names(&a.task.support), names(&b.task.support));
    let mut found = Vec::new();
    if old_lead != new_lead {
        found.push(ChangeKind::LeadChanged);
    }
    // Who changes between leading and helping is no new helper and no lost one.
    if new_help.iter().any(|unit| !old_help.contains(unit) && !old_lead.contains(unit)) {
        found.push(ChangeKind::SupportAdded);
    }
    if old_help.iter().any(|unit| !new_help.contains(unit) && !new_lead.contains(unit)) {
        found.push(ChangeKind::SupportDropped);
    }
    if a.task.persons != b.task.persons {
        found.push(ChangeKind::PersonsChanged);
    }
    found
}

/// What happened to a time limit; one without end counts as none.
fn of_limits(old: Option<&When>, new: Option<&When>, frame: Option<&Frame>) -> Option<ChangeKind> {
    let day = |when: &When| Some((when.year?, when.month.unwrap_or(12), when.day.unwrap_or(31)));
    let dated = |when: Option<&When>| when.filter(|when| when.course != Course::Ongoing).and_then(day);
    match (dated(old), dated(new)) {
        (Some(old), Some(new)) if frame.is_some_and(|frame| frame.explains(old.0, new.0)) => None,
        (Some(old), Some(new)) => match new.cmp(&old) {
            std::cmp::Ordering::Less => Some(ChangeKind::BroughtForward),
            std::cmp::Ordering::Greater => Some(ChangeKind::Postponed),
            std::cmp::Ordering::Equal => None,
        },
        (None, Some(_)) => Some(ChangeKind::Dated),
        (Some(_), None) => Some(ChangeKind::Undated),
        (None, None) => None,
    }
}

fn draft(scene: &Scene<'_>, old: Option<usize>, new: Option<usize>, kinds: Vec<ChangeKind>) -> Draft {
    let (a, b) = (old.map(|at| &scene.old.tasks[at]), new.map(|at| &scene.new.tasks[at]));
    let name = b.or(a).map_or(String::new(), |task| task.task.text.chars().take(NAME).collect());
    let mut draft = Draft::new(Level::Tasks, kinds, name);
    draft.stretches = (a.map(|a| a.sentences.clone()), b.map(|b| b.sentences.clone()));
    let change = &mut draft.change;
    change.old = a.map(|a| scene.at_task(true, a));
    change.new = b.map(|b| scene.at_task(false, b));
    change.old_task = a.map(assignment);
    change.new_task = b.map(assignment);
    draft
}

fn assignment(task: &Task<'_>) -> Assignment {
    let task = task.task;
    Assignment {
        id: task.id.to_string(),
        number: task.number.as_ref().map(ToString::to_string),
        text: task.text.to_string(),
        lead: task.lead.to_vec(),
        support: task.support.to_vec(),
        persons: task.persons.iter().map(ToString::to_string).collect(),
        deadline: task.deadline.as_deref().cloned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Change, Comparison, Options, Side, compare};
    use crate::{analysis, diff::Level, source::Source};

    fn compared(old: &str, new: &str) -> Comparison {
        let side = |tasks: &str| {
            let text = format!("云岭市2024年工作方案\n一、重点任务\n{tasks}\n二、保障措施\n强化保障，加强宣传。\n");
            Side::of_reading(analysis::analyze(Source { name: "plan.txt", bytes: text.as_bytes() }).expect("it reads"))
        };
        compare(&side(old), &side(new), &Options::default())
    }

    fn kinds(change: &Change) -> String {
        change.kinds.iter().map(|kind| kind.words()).collect::<Vec<_>>().join("+")
    }

    /// The changes of tasks between two texts.
    fn tasks(old: &str, new: &str) -> Vec<String> {
        let all = compared(old, new);
        all.changes.iter().filter(|change| change.level == Level::Tasks).map(kinds).collect()
    }

    #[test]
    fn each_thing_that_happens_to_a_task_has_its_kind() {
        let bracket = |words: &str| format!("完善社区助餐服务网络和设施（{words}）。");
        for (old, new, expected) in [
            ("牵头单位：市民政局", "牵头单位：市卫健委", "lead changed"),
            ("牵头单位：市卫健委", "牵头单位：市卫生健康委员会", ""),
            ("市民政局牵头，市财政局、市卫健委配合", "市民政局牵头，市财政局配合", "support dropped"),
            ("市民政局牵头，市财政局配合", "市民政局牵头，市财政局、市住建局配合", "support added"),
            ("市民政局牵头，市财政局配合", "市财政局牵头，市民政局配合", "lead changed"),
            ("市民政局；2024年6月底前", "市民政局；2024年10月底前", "postponed"),
            ("市民政局；2024年10月15日前", "市民政局；2024年10月10日前", "brought forward"),
            ("市民政局", "市民政局；2024年10月底前", "dated"),
            ("市民政局；2024年10月底前", "市民政局；持续推进", "undated"),
            ("分管领导：副市长；责任单位：市民政局", "分管领导：常务副市长；责任单位：市民政局", "persons changed"),
            ("市民政局牵头；6月底前", "市卫健委牵头；9月底前", "postponed+lead changed"),
        ] {
            let found = tasks(&bracket(old), &bracket(new));
            let expected: Vec<&str> = Some(expected).filter(|kinds| !kinds.is_empty()).into_iter().collect();
            assert_eq!(found, expected, "{old} / {new}");
        }
    }

    #[test]
    fn tasks_come_and_go_and_lose_those_who_do_them() {
        let canteen = "完善社区助餐服务网络和设施（市民政局）。";
        let school = "改造义务教育学校操场和食堂（市教育局）。";
        assert_eq!(tasks(canteen, &format!("{canteen}\n{school}")), ["added"]);
        assert_eq!(tasks(&format!("{canteen}\n{school}"), school), ["dropped"]);
        assert_eq!(tasks(canteen, "完善社区助餐服务网络和设施。"), ["unassigned"]);
        assert_eq!(tasks("完善社区助餐服务网络和设施。", canteen), ["assigned"]);
        assert_eq!(tasks(canteen, "完善城乡社区助餐服务网络和设施（市民政局）。"), ["reworded"]);
        // Another deed of the same office is another task.
        assert_eq!(tasks(canteen, "开展殡葬领域专项整治（市民政局）。"), ["added", "dropped"]);
    }

    #[test]
    fn a_sentence_whose_bracket_changed_changed_for_its_task_alone() {
        let all = compared("新建社区食堂20个（市民政局牵头）。", "新建社区食堂20个（市卫健委牵头）。");
        let shown: Vec<(Level, String, usize)> =
            all.changes.iter().map(|c| (c.level, kinds(c), c.edits.len())).collect();
        assert_eq!(shown, [(Level::Tasks, "lead changed".to_owned(), 1)]);
    }

    #[test]
    fn the_number_of_a_deed_belongs_to_its_commitment() {
        let all = compared("新建社区食堂20个（市民政局牵头）。", "新建社区食堂30个（市民政局牵头）。");
        let shown: Vec<(Level, String)> = all.changes.iter().map(|c| (c.level, kinds(c))).collect();
        assert_eq!(shown, [(Level::Commitments, "raised".to_owned())]);
    }
}
