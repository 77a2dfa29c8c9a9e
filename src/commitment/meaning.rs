//! What the columns of values of a table mean for this plan: where it starts, what it shall reach, what was reached.

use crate::{
    grid::{Column, Head, Part, Role as Holds, Word},
    reading::scene::{Role, Scene},
    time,
};

/// What the values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The values that the plan starts from.
    Start,
    /// Targets.
    Target,
    /// Results.
    Result,
    /// Targets of a plan that has ended, or of which the results stand beside them.
    Past,
}

/// The meaning of each column of `part` that holds values, by place.
pub(super) fn of(scene: &Scene, role: Role, part: &Part, caption: &str) -> Vec<Option<Meaning>> {
    let mut table = Values { part, first: first_year(scene, caption), review: role == Role::Review };
    // Where all its years lie beyond the plan, the plan's years are not those of the table.
    let beyond = |year: &i32| scene.last_year().is_some_and(|last| *year > last);
    if table.years().len() > 1 && table.years().iter().all(beyond) {
        table.first = None;
    }
    let values = |at: &usize| part.columns[*at].role == Holds::Value;
    let of_column = |at: usize| {
        let level = (0..at).rev().filter(values).find(|&left| !part.columns[left].head.says(Word::Growth));
        let head = &part.columns[at].head;
        table.meaning(level.filter(|_| table.is_twin(head)).map_or(head, |left| &part.columns[left].head))
    };
    (0..part.columns.len()).map(|at| values(&at).then(|| of_column(at))).collect()
}

/// The first year of the plan, or of the one that the caption names.
fn first_year(scene: &Scene, caption: &str) -> Option<i32> {
    let named = || time::scan(caption, scene.frame).iter().filter(|time| time.period).find_map(|time| time.start);
    scene.first_year().or_else(named)
}

struct Values<'a> {
    part: &'a Part,
    first: Option<i32>,
    review: bool,
}

impl Values<'_> {
    fn heads(&self) -> impl Iterator<Item = &Head> {
        let value = |column: &&Column| column.role == Holds::Value;
        self.part.columns.iter().filter(value).map(|column| &column.head)
    }

    /// The years of the columns that state levels.
    fn years(&self) -> Vec<i32> {
        let mut years: Vec<i32> = self.heads().filter(|head| is_level(head)).filter_map(|head| head.year).collect();
        years.sort_unstable();
        years.dedup();
        years
    }

    /// Whether results stand beside the targets that they answer: of the same year or a later one, or of none.
    fn completes(&self) -> bool {
        let results = || self.heads().filter(|head| is_result(head));
        let targets = || self.heads().filter(|head| head.says(Word::Target));
        let answers = |result: &Head| {
            targets().any(|target| match (target.year, result.year) {
                (Some(target), Some(result)) => result >= target,
                (None, None) => true,
                (Some(target), None) => self.first.is_none_or(|first| target < first),
                (None, Some(_)) => self.first.is_none(),
            })
        };
        let reported = results().filter_map(|head| head.year).max();
        let ahead = targets().any(|head| head.year.zip(reported).is_some_and(|(year, last)| year > last));
        !ahead && results().any(answers)
    }

    fn meaning(&self, head: &Head) -> Meaning {
        let past = head.year.zip(self.first).is_some_and(|(year, first)| year < first) && is_level(head);
        let (target, result) = (head.says(Word::Target), is_result(head));
        match () {
            () if self.completes() && result => Meaning::Result,
            () if self.completes() && target && !result => Meaning::Past,
            () if self.review && target => Meaning::Past,
            () if self.review && self.precedes_results(head) => Meaning::Start,
            () if self.review => Meaning::Result,
            () if past && target && self.starts_elsewhere(head) => Meaning::Past,
            () if past || head.says(Word::Start) && !target => Meaning::Start,
            () if result && !target && self.is_inside(head) && self.starts_elsewhere(head) => Meaning::Result,
            () if result && !target && self.heads().count() > 1 => Meaning::Start,
            () if self.stands_before_targets(head) => Meaning::Start,
            () if self.first.is_none() && self.is_earliest(head) => Meaning::Start,
            () => Meaning::Target,
        }
    }

    /// Whether `head`, of growth in no year, stands twice: each tells of the level on its left (2025年 | 增长 | 2026年 | 增长).
    fn is_twin(&self, head: &Head) -> bool {
        let grows = head.says(Word::Growth) && head.year.is_none();
        grows && self.heads().filter(|other| other.text == head.text).count() > 1
    }

    /// Whether `head` is of a year of the plan.
    fn is_inside(&self, head: &Head) -> bool {
        head.year.zip(self.first).is_some_and(|(year, first)| year >= first)
    }

    /// Whether `head` says no more than a year before that of the results.
    fn precedes_results(&self, head: &Head) -> bool {
        let results = self.heads().filter(|other| other.says(Word::Result)).filter_map(|other| other.year);
        let before = head.year.zip(results.min()).is_some_and(|(year, first)| year < first);
        before && !head.says(Word::Result) && is_level(head)
    }

    /// Whether `head` says nothing of targets or years and stands left of a column that says it holds the targets.
    fn stands_before_targets(&self, head: &Head) -> bool {
        let said = [Word::Target, Word::Addition, Word::Growth, Word::Money].iter().any(|word| head.says(*word));
        let unsaid = !said && head.year.is_none() && is_level(head) && !head.text.is_empty();
        let mut behind = self.heads().skip_while(|other| other.text != head.text).skip(1);
        unsaid && behind.any(|other| other.says(Word::Target) && is_level(other))
    }

    /// Whether another column than that of `head` states what the plan starts from.
    fn starts_elsewhere(&self, head: &Head) -> bool {
        let past =
            |other: &Head| other.year.zip(self.first).is_some_and(|(year, first)| year < first) && is_level(other);
        self.heads().any(|other| other.text != head.text && !other.says(Word::Target) && past(other))
    }

    /// Whether nothing dates the plan and `head` names the earliest of several years that do not follow one another.
    fn is_earliest(&self, head: &Head) -> bool {
        let years = self.years();
        let yearly = years.len() > 2 && years.windows(2).all(|pair| pair[1] == pair[0] + 1);
        is_level(head) && years.len() > 1 && !yearly && head.year == years.first().copied()
    }
}

/// Whether a column states results: no year's or plan's 实际到位资金 is a measure.
fn is_result(head: &Head) -> bool {
    head.says(Word::Result) && (head.year.is_some() || head.unread <= 1)
}

/// Whether a column states levels: neither yearly rates nor sums.
pub(super) fn is_level(head: &Head) -> bool {
    !head.says(Word::Yearly) && !head.says(Word::Total)
}
