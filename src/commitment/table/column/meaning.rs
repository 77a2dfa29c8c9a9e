//! What the columns of values of a table mean for this plan: where it starts, what it shall reach, what was reached.

use std::collections::BTreeSet;

use crate::{
    grid::{Cell, Head, Part, Role as Holds, Word},
    lexicon::{CLAUSES, COLUMNS, HEADINGS},
    outline::Table,
    reading::scene::{Role, Scene},
    time::{self, Frame},
};

use crate::commitment::table::figures;

/// What the values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// The values that the plan starts from.
    Start,
    /// Targets.
    Target,
    /// Results.
    Result,
    /// Targets of a plan that has ended, or of which the results stand beside them.
    Past,
}

/// The meaning of each column of `part` that holds values, by place; `title` is that of its table.
pub(crate) fn of(scene: &Scene, role: Role, part: &Part, (table, title): (&Table, &str)) -> Vec<Option<Meaning>> {
    let columns = part.of(Holds::Value).map(|col| &part.columns[col]);
    let heads: Vec<&Head> = columns.map(|column| &column.head).collect();
    let aims =
        part.of(Holds::Value).filter(|&col| aims(part, table, col)).map(|col| part.columns[col].head.text.as_str());
    let years = years(&heads);
    // Where all its years lie beyond the plan, the plan's years are not those of the table.
    let beyond = |year: &i32| scene.last_year().is_some_and(|last| *year > last);
    let first = first_year(scene, &table.caption).filter(|_| years.len() < 2 || !years.iter().all(beyond));
    let gives_out = HEADINGS.gives_out.is_in(title);
    let of_values = Values::new(heads, years, first, role == Role::Review);
    let ahead = of_values.ahead || sets_ahead(title, &of_values.heads);
    let table = Values { aims: aims.collect(), gives_out, ahead, ..of_values };
    let values = |at: &usize| part.columns[*at].role == Holds::Value;
    let of_column = |at: usize| {
        let level = (0..at).rev().filter(values).find(|&left| !part.columns[left].head.says(Word::Growth));
        let head = &part.columns[at].head;
        table.meaning(level.filter(|_| table.is_twin(head)).map_or(head, |left| &part.columns[left].head))
    };
    (0..part.columns.len()).map(|at| values(&at).then(|| of_column(at))).collect()
}

/// Whether `title` tells what is planned for the last year that it names, and targets of a later year than all other columns stand below it
/// (2025年完成情况和2026年计划).
fn sets_ahead(title: &str, heads: &[&Head]) -> bool {
    let Some(last) = time::scan(title, Frame::default()).into_iter().next_back() else { return false };
    let planned = COLUMNS.target.prefix(&title[last.span.end..]).is_some();
    let targets = heads.iter().filter(|head| head.says(Word::Target));
    let others = heads.iter().filter(|head| !head.says(Word::Target)).filter_map(|head| head.year).max();
    let later = |year: i32| others.is_none_or(|other| other < year);
    planned && targets.filter_map(|head| head.year).any(|year| Some(year) == last.end && later(year))
}

/// Least share of the cells of a column that bounds make one of aims, one in so many.
const AIMED: usize = 4;

/// Whether bounds stand around several values of column `col` (20以上, 力争25, 比2020年下降8%): where a plan starts from is a fact.
fn aims(part: &Part, table: &Table, col: usize) -> bool {
    let places = part.records.iter().filter_map(|record| record.at(col)).filter(|place| place.own());
    let texts: Vec<&str> = places.filter_map(|place| table.grid.cells.get(place.cell())).map(Cell::text).collect();
    let aimed = texts.iter().filter(|text| figures::is_aim(text)).count();
    aimed > 1 && aimed * AIMED >= texts.len()
}

/// The first year of the plan, or of the one that the caption names.
fn first_year(scene: &Scene, caption: &str) -> Option<i32> {
    let named = || time::scan(caption, scene.frame).iter().filter(|time| time.period).find_map(|time| time.start);
    scene.first_year().or_else(named)
}

/// The years of those of `heads` that state levels.
fn years(heads: &[&Head]) -> Vec<i32> {
    let mut years: Vec<i32> = heads.iter().filter(|head| is_level(head)).filter_map(|head| head.year).collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// The columns of values, and what each of them asks of all.
struct Values<'a> {
    heads: Vec<&'a Head>,
    /// The years of the columns that state levels.
    years: Vec<i32>,
    first: Option<i32>,
    review: bool,
    /// Whether results stand beside the targets that they answer.
    completes: bool,
    /// Whether the targets are not due yet: the last of them are of a later year than the last results, or these end within a year.
    ahead: bool,
    /// The first year of results.
    reported: Option<i32>,
    /// The heads of what the plan starts from.
    starts: BTreeSet<&'a str>,
    /// The heads over values that are aimed at, by their bounds.
    aims: BTreeSet<&'a str>,
    /// The column behind which no target stands.
    last_target: usize,
    /// Whether the table gives out targets, as its title says.
    gives_out: bool,
}

impl<'a> Values<'a> {
    fn new(heads: Vec<&'a Head>, years: Vec<i32>, first: Option<i32>, review: bool) -> Self {
        let past = |head: &&&Head| !head.says(Word::Target) && is_past(head, first);
        let starts = heads.iter().filter(past).map(|head| head.text.as_str()).collect();
        let results = heads.iter().filter(|head| head.says(Word::Result));
        let reported = results.filter_map(|head| head.year).min();
        let last_target = heads.iter().rposition(|head| head.says(Word::Target) && is_level(head)).unwrap_or(0);
        let (completes, ahead) = (completes(&heads, first), is_ahead(&heads));
        let aims = BTreeSet::new();
        Self { heads, years, first, review, completes, ahead, reported, starts, aims, last_target, gives_out: false }
    }

    fn meaning(&self, head: &Head) -> Meaning {
        let past = is_past(head, self.first);
        let (target, result) = (head.says(Word::Target), is_result(head));
        match () {
            () if self.is_replaced(head) => Meaning::Past,
            () if self.completes && result => Meaning::Result,
            () if self.completes && target && !result => Meaning::Past,
            () if self.review && target && !result && self.ahead => Meaning::Target,
            () if self.review && target => Meaning::Past,
            () if self.review && self.ahead && past => Meaning::Start,
            () if self.review && self.ahead && !result && self.is_behind_results(head) => Meaning::Target,
            () if self.review && self.opens_growth(head) => Meaning::Start,
            () if self.review && self.precedes_results(head) => Meaning::Start,
            () if self.review => Meaning::Result,
            () if past && target && self.starts_elsewhere(head) => Meaning::Past,
            () if past || head.says(Word::Start) && !target && !works_on(head) => Meaning::Start,
            () if result && !target && self.is_inside(head) && self.starts_elsewhere(head) => Meaning::Result,
            () if result && !target && self.follows_start(head) => Meaning::Result,
            () if result && !target && self.heads.len() > 1 => Meaning::Start,
            () if self.stands_before_targets(head) => Meaning::Start,
            () if self.is_foreseen(head) || self.first.is_none() && self.is_earliest(head) => Meaning::Start,
            () => Meaning::Target,
        }
    }

    /// Whether `head`, of growth, stands twice: each tells of the level on its left (2025年 | 增长 | 2026年 | 增长).
    fn is_twin(&self, head: &Head) -> bool {
        head.says(Word::Growth) && self.heads.iter().filter(|other| other.text == head.text).count() > 1
    }

    /// Whether `head` is of targets that those of another column of its year have taken the place of (原2030年目标 | 调整后2030年目标).
    fn is_replaced(&self, head: &Head) -> bool {
        let revised = |other: &&&Head| {
            let year = other.year == head.year || other.year.is_none() || head.year.is_none();
            year && COLUMNS.replaced.prefix(&other.text).is_none() && COLUMNS.revised.is_in(&other.text)
        };
        COLUMNS.replaced.prefix(&head.text).is_some() && self.heads.iter().any(|other| revised(&other))
    }

    /// Whether `head` is of a year of the plan.
    fn is_inside(&self, head: &Head) -> bool {
        head.year.zip(self.first).is_some_and(|(year, first)| year >= first)
    }

    /// Whether `head` says no more than a year before that of the results, or is of one before a plan with results of its own.
    fn precedes_results(&self, head: &Head) -> bool {
        let before = head.year.zip(self.reported).is_some_and(|(year, first)| year < first);
        let inside = || self.heads.iter().any(|other| is_result(other) && self.is_inside(other));
        is_level(head) && (before && !head.says(Word::Result) || is_past(head, self.first) && inside())
    }

    /// Whether `head` is of a later year than all results.
    fn is_behind_results(&self, head: &Head) -> bool {
        let results = self.heads.iter().filter(|other| is_result(other)).filter_map(|other| other.year).max();
        head.year.zip(results).is_some_and(|(year, last)| year > last)
    }

    /// Whether `head` is of the first of two years beside a column that tells how much was gained between them (2015年 | 2020年 | 年均增长).
    fn opens_growth(&self, head: &Head) -> bool {
        let grown = |other: &Head| other.says(Word::Growth) && (other.says(Word::Yearly) || other.year.is_none());
        let [first, last] = self.years[..] else { return false };
        is_level(head)
            && !head.says(Word::Growth)
            && head.year == Some(first)
            && last > first + 1
            && self.heads.iter().any(|other| grown(other))
    }

    /// Whether `head` says nothing of targets or years and stands left of a column that says it holds the targets.
    fn stands_before_targets(&self, head: &Head) -> bool {
        let said = [Word::Target, Word::Addition, Word::Growth, Word::Money].iter().any(|word| head.says(*word));
        let unsaid = !said && head.year.is_none() && is_level(head) && !head.text.is_empty();
        // 项目个数（个） before 计划投资（亿元） is another measure, and so it is before others with units of their own.
        let other = || {
            let place = self.heads.iter().position(|other| other.text == head.text).unwrap_or(0);
            let between = &self.heads[place..self.last_target];
            let apart = |unit: &str| between.iter().any(|other| other.unit.as_deref().is_some_and(|of| of != unit));
            let units =
                || self.heads.iter().filter(|head| head.says(Word::Target)).filter_map(|head| head.unit.as_deref());
            head.unit
                .as_deref()
                .is_some_and(|unit| units().next().is_some() && units().all(|target| target != unit) || apart(unit))
        };
        unsaid && self.heads[..self.last_target].iter().any(|other| other.text == head.text) && !other()
    }

    /// Whether another column than that of `head` states what the plan starts from.
    fn starts_elsewhere(&self, head: &Head) -> bool {
        self.starts.iter().any(|start| *start != head.text)
    }

    /// Whether nothing dates the plan and `head` is of a later year than what is headed as that from which it starts (2020年基期).
    fn follows_start(&self, head: &Head) -> bool {
        let starts = self.heads.iter().filter(|other| other.says(Word::Start) && !other.says(Word::Target));
        let before = |year: i32| starts.filter_map(|start| start.year).max().is_some_and(|start| start < year);
        self.first.is_none() && !head.says(Word::Start) && head.year.is_some_and(before)
    }

    /// Whether `head` foresees the values of a year before that of the targets (2025年预计 | 2026年目标).
    fn is_foreseen(&self, head: &Head) -> bool {
        let later = |year: i32| self.heads.iter().any(|other| other.says(Word::Target) && other.year > Some(year));
        !head.says(Word::Target) && COLUMNS.foreseen.is_in(&head.text) && head.year.is_some_and(later)
    }

    /// Whether nothing dates the plan and `head` names the earliest of several years that do not follow one another.
    fn is_earliest(&self, head: &Head) -> bool {
        let (years, first) = (&self.years, self.years.first().copied());
        // 2026年 | 2027年 of what is given out are both targets.
        let yearly = || (years.len() > 2 || self.gives_out) && years.windows(2).all(|pair| pair[1] == pair[0] + 1);
        let aims = self.aims.contains(head.text.as_str());
        is_level(head) && years.len() > 1 && head.year == first && !yearly() && !aims
    }
}

/// Whether `head` says what is done to what there is (现有污水厂提标改造), and not how much of it there is.
fn works_on(head: &Head) -> bool {
    COLUMNS.held.prefix(&head.text).is_some() && CLAUSES.activity.is_in(&head.text)
}

/// Whether a column states results: 实际到位资金 without a year is the name of a measure.
fn is_result(head: &Head) -> bool {
    head.says(Word::Result) && (head.year.is_some() || head.unread <= 1)
}

/// Whether results stand beside the targets that they answer: of the same year or a later one, or of none.
fn completes(heads: &[&Head], first: Option<i32>) -> bool {
    let targets = || heads.iter().filter(|head| head.says(Word::Target)).map(|head| head.year);
    let results = || heads.iter().filter(|head| is_result(head)).map(|head| head.year);
    let undated = targets().any(|year| year.is_none());
    let earliest = targets().flatten().min();
    let answers = |result: Option<i32>| match result {
        Some(result) => earliest.is_some_and(|target| result >= target) || undated && first.is_none(),
        None => undated || earliest.is_some_and(|target| first.is_none_or(|first| target < first)),
    };
    !is_ahead(heads) && results().any(answers)
}

/// Whether the last targets are of a later year than the last results, or of the same one before it has ended.
fn is_ahead(heads: &[&Head]) -> bool {
    let targets = heads.iter().filter(|head| head.says(Word::Target)).filter_map(|head| head.year).max();
    let results = heads.iter().filter(|head| is_result(head)).filter_map(|head| head.year).max();
    let within = |head: &&Head| {
        is_result(head) && head.partial && targets.is_none_or(|year| head.year.is_none_or(|of| of == year))
    };
    targets.zip(results).is_some_and(|(year, last)| year > last) || heads.iter().copied().any(|head| within(&head))
}

/// Whether `head` states levels of a year before that the plan begins in.
fn is_past(head: &Head, first: Option<i32>) -> bool {
    head.year.zip(first).is_some_and(|(year, first)| year < first) && is_level(head)
}

/// Whether a column states levels: neither yearly rates nor sums.
pub(crate) fn is_level(head: &Head) -> bool {
    !head.says(Word::Yearly) && !head.says(Word::Total)
}
