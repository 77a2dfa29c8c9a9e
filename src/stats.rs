//! What a corpus of plans promises: its statements counted by what is said of them.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    analysis::{Analysis, Record},
    statement::Status,
};

/// The schema of the counts as JSON.
pub const SCHEMA: &str = "plan-stats/1";

/// By what statements are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// The theme.
    Theme,
    /// The year of the deadline.
    DeadlineYear,
    /// Which way the number bounds.
    Comparator,
    /// 约束性 or 预期性.
    Nature,
    /// How strongly it is promised.
    Modality,
    /// With a number or without.
    Kind,
    /// What sort of document it stands in.
    DocumentKind,
    /// The region of the document.
    Region,
    /// The year of the document, or its first and last.
    Year,
    /// The standard indicator.
    IndicatorKey,
}

/// How often something is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Count {
    /// Targets.
    pub targets: usize,
    /// Achievements.
    pub achievements: usize,
    /// Documents that say it.
    pub documents: usize,
}

/// The counts of a corpus.
#[derive(Clone, Debug, Default)]
pub struct Stats {
    documents: usize,
    silent: Vec<String>,
    all: Count,
    counts: BTreeMap<(By, Option<String>), Count>,
}

/// A line of the counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Line<'a> {
    /// By what it counts.
    pub by: By,
    /// What is counted; null where the documents do not say.
    pub key: Option<&'a str>,
    /// How often.
    #[serde(flatten)]
    pub count: Count,
}

impl Stats {
    /// The counts of one document.
    pub fn of(analysis: &Analysis) -> Self {
        let mut stats = Self { documents: 1, ..Self::default() };
        for record in analysis.commitments.iter().chain(&analysis.achievements) {
            let is_target = record.status == Status::Target;
            let one = |count: &mut Count| {
                count.targets += usize::from(is_target);
                count.achievements += usize::from(!is_target);
                count.documents = 1;
            };
            one(&mut stats.all);
            keys(analysis, record).into_iter().for_each(|slot| one(stats.counts.entry(slot).or_default()));
        }
        if analysis.commitments.is_empty() {
            stats.silent.push(analysis.document.source.path.clone());
        }
        stats
    }

    /// Adds the counts of more documents.
    pub fn add(&mut self, other: Stats) {
        let sum = |count: &mut Count, more: Count| {
            count.targets += more.targets;
            count.achievements += more.achievements;
            count.documents += more.documents;
        };
        self.documents += other.documents;
        self.silent.extend(other.silent);
        sum(&mut self.all, other.all);
        other.counts.into_iter().for_each(|(slot, more)| sum(self.counts.entry(slot).or_default(), more));
    }

    /// How many documents were read.
    pub fn documents(&self) -> usize {
        self.documents
    }

    /// The documents without targets, in the order in which they were read.
    pub fn silent(&self) -> &[String] {
        &self.silent
    }

    /// All statements.
    pub fn all(&self) -> Count {
        self.all
    }

    /// The counts: years in their order, all else from the most targets down, what is not said last.
    pub fn lines(&self) -> Vec<Line<'_>> {
        let mut lines: Vec<Line<'_>> =
            self.counts.iter().map(|((by, key), count)| Line { by: *by, key: key.as_deref(), count: *count }).collect();
        let is_year = |by: By| matches!(by, By::DeadlineYear | By::Year);
        lines.sort_by(|a, b| {
            let most = if is_year(a.by) { std::cmp::Ordering::Equal } else { b.count.targets.cmp(&a.count.targets) };
            (a.by, a.key.is_none()).cmp(&(b.by, b.key.is_none())).then(most).then(a.key.cmp(&b.key))
        });
        lines
    }
}

/// What is counted of a statement.
fn keys(analysis: &Analysis, record: &Record) -> [(By, Option<String>); 10] {
    let document = &analysis.document;
    let period = || document.period.map(|period| format!("{}-{}", period.start, period.end));
    let region =
        || document.region_code.clone().or_else(|| document.region.clone()).or_else(|| document.issuer.clone());
    [
        (By::Theme, Some(record.theme.key().to_owned())),
        (By::DeadlineYear, record.deadline.as_ref().map(|deadline| deadline.year.to_string())),
        (By::Comparator, record.quantity.as_ref().and_then(|amount| named(&amount.comparator))),
        (By::Nature, record.nature.as_ref().and_then(named)),
        (By::Modality, named(&record.modality)),
        (By::Kind, named(&record.kind)),
        (By::DocumentKind, named(&document.kind)),
        (By::Region, region()),
        (By::Year, document.year.map(|year| year.to_string()).or_else(period)),
        (By::IndicatorKey, record.indicator_key.as_ref().map(ToString::to_string)),
    ]
}

/// The name that a value has in files.
fn named<T: Serialize>(value: &T) -> Option<String> {
    serde_json::to_value(value).ok()?.as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn statements_are_counted_by_what_is_said_of_them() {
        let full = sample::full();
        let mut stats = Stats::of(&full);
        stats.add(Stats::of(&full));
        stats.add(Stats::of(&sample::analysis(Vec::new())));
        assert_eq!((stats.documents(), stats.silent()), (3, &["yunling.txt".to_owned()][..]));
        assert_eq!(stats.all(), Count { targets: 2, achievements: 0, documents: 2 });
        let lines = stats.lines();
        let of =
            |by: By| lines.iter().filter(|line| line.by == by).map(|line| (line.key, line.count.targets)).collect();
        let expect = |by: By, expected: &[(Option<&str>, usize)]| {
            let found: Vec<(Option<&str>, usize)> = of(by);
            assert_eq!(found, expected, "{by:?}");
        };
        expect(By::Theme, &[(Some("industry"), 2)]);
        expect(By::DeadlineYear, &[(Some("2025"), 2)]);
        expect(By::Comparator, &[(Some("range"), 2)]);
        expect(By::Nature, &[(Some("binding"), 2)]);
        expect(By::Region, &[(Some("330000"), 2)]);
        expect(By::IndicatorKey, &[(Some("new_hightech_firms"), 2)]);
    }

    #[test]
    fn most_come_first_and_what_is_not_said_last() {
        let mut stats = Stats::default();
        for (by, key, targets) in [
            (By::Theme, Some("care"), 1),
            (By::Theme, Some("urban"), 3),
            (By::Nature, None, 9),
            (By::Nature, Some("binding"), 1),
            (By::DeadlineYear, Some("2030"), 9),
            (By::DeadlineYear, Some("2025"), 1),
        ] {
            let count = Count { targets, achievements: 0, documents: 1 };
            stats.counts.insert((by, key.map(str::to_owned)), count);
        }
        let keys: Vec<Option<&str>> = stats.lines().iter().map(|line| line.key).collect();
        assert_eq!(keys, [Some("urban"), Some("care"), Some("2025"), Some("2030"), Some("binding"), None]);
    }
}
