//! Of which years a result of a report is: of one, or of several that it looks back on together (五年来, “十四五”时期, 累计).

use std::collections::HashSet;

use crate::{
    analysis::{Analysis, Record},
    lexicon::{CLAUSES, COLUMNS, OBSERVED},
    statement::{Amount, Change},
    time::{self, Frame, TimeMention, TimeRole},
};

/// The lines of `report` that look back on several years without saying so: they tell what grew by how much a year on average.
pub(super) fn lines_of_years(report: &Analysis) -> HashSet<u32> {
    let mean = |record: &&Record| tells_mean(&record.sentence);
    report.achievements.iter().filter(mean).map(|record| record.source.line).collect()
}

/// 年均增长6%, unlike 年均浓度.
fn tells_mean(mut text: &str) -> bool {
    while let Some((at, word)) = COLUMNS.yearly_mean.find(text) {
        text = &text[at + word.len()..];
        if [&CLAUSES.grow, &CLAUSES.fall, &CLAUSES.growth_rate].iter().any(|forms| forms.prefix(text).is_some()) {
            return true;
        }
    }
    false
}

/// The years that a value covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Span {
    /// One year.
    Year,
    /// From this year on.
    Since(i32),
    /// Several, and it is not said which.
    Several,
}

/// How to read times in `report`.
pub(super) fn frame(report: &Analysis) -> Frame {
    let document = &report.document;
    let period = document.period.map(|period| (period.start, period.end));
    Frame { period, year: document.year, review: true, republic: false }
}

impl Span {
    /// The years that the number of `record` covers: as its own words say, else its sentence, else the nearest heading that does, else what
    /// else its line looks back on (`of_years`, by [`lines_of_years`]).
    pub(super) fn of(record: &Record, frame: Frame, of_years: &HashSet<u32>) -> Self {
        let dated = record.deadline.as_ref().and_then(|deadline| Self::told(&deadline.text, frame));
        if let Some(span) = dated {
            return span;
        }
        let sentence: &str = &record.sentence;
        let quote: String = record.source.quote.chars().filter(|c| !c.is_whitespace()).collect();
        let before = sentence.find(&quote).map_or(sentence, |at| &sentence[..at]);
        let clause = before.rsplit(['，', ',', '；', ';', '。']).next().unwrap_or_default();
        let recurs = time::scan(&quote, frame).iter().any(|time| time.role == TimeRole::Recurring);
        if recurs || OBSERVED.of_total.is_in(clause) || OBSERVED.of_total.is_in(&quote) {
            return Self::period(before, frame).unwrap_or(Self::Several);
        }
        // A rate of growth is that of a year unless it says otherwise, also where five years are looked back on.
        let sums = |amount: &Amount| !matches!(amount.change, Change::GrowthRate | Change::ChangeRate);
        if !record.quantity.as_ref().is_some_and(sums) {
            return Self::Year;
        }
        let above = || record.path.iter().rev().find_map(|heading| Self::told(heading, frame));
        let otherwise = if of_years.contains(&record.source.line) { Self::Several } else { Self::Year };
        Self::told(before, frame).or_else(above).unwrap_or(otherwise)
    }

    /// The years that `text` names: those of a year where it names both a year and a period.
    fn told(text: &str, frame: Frame) -> Option<Self> {
        let times = times(text, frame);
        let year = times.iter().any(|time| !time.period).then_some(Self::Year);
        year.or_else(|| Self::period(text, frame))
    }

    /// The period that `text` names.
    fn period(text: &str, frame: Frame) -> Option<Self> {
        let last = times(text, frame).into_iter().rfind(|time| time.period)?;
        Some(last.start.map_or(Self::Several, Self::Since))
    }
}

fn times(text: &str, frame: Frame) -> Vec<TimeMention> {
    let counts = |time: &TimeMention| matches!(time.role, TimeRole::By | TimeRole::During | TimeRole::Since);
    time::scan(text, frame).into_iter().filter(counts).collect()
}
