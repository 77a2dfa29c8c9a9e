//! The frame of a comparison between periods: the years by which every deadline shifts.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    analysis::{Analysis, Period},
    outline::Kind,
};

/// Two periods that follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Frame {
    /// The old document's period.
    pub old: Option<Period>,
    /// The new document's period.
    pub new: Option<Period>,
    /// The years between their ends.
    pub shift: i32,
}

impl Frame {
    /// The frame of two documents, whether their periods differ or not.
    pub(super) fn new(old: &Analysis, new: &Analysis) -> Self {
        let (old, new) = (period(old), period(new));
        let shift = old.zip(new).map_or(0, |(old, new)| new.end.saturating_sub(old.end));
        Self { old, new, shift }
    }

    /// The same seen from the other side.
    pub(super) fn mirrored(self) -> Self {
        Self { old: self.new, new: self.old, shift: self.shift.saturating_neg() }
    }

    /// Whether the periods differ.
    pub(super) fn differs(&self) -> bool {
        self.old.zip(self.new).is_some_and(|(old, new)| old != new)
    }

    /// Whether the periods explain that two deadlines differ: each lies within its own period, or they are equally far from
    /// its end; any two where a period is not known.
    pub(super) fn explains(&self, old: i32, new: i32) -> bool {
        let within = |period: Option<Period>, year: i32| period.is_none_or(|p| (p.start..=p.end).contains(&year));
        let unknown = self.old.is_none() || self.new.is_none();
        unknown || new.checked_sub(old) == Some(self.shift) || (within(self.old, old) && within(self.new, new))
    }
}

/// The period of a document; for a yearly plan or a report that names none, its year: the one it says it is for or was given
/// in, else that of most of its targets.
fn period(analysis: &Analysis) -> Option<Period> {
    let info = &analysis.document;
    let year = |text: &Option<String>| text.as_ref().and_then(|date| date.get(..4)?.parse::<i32>().ok());
    let report = info.kind == Kind::WorkReport;
    let day = || year(&info.approved).or_else(|| year(&info.delivered)).or_else(|| year(&info.published));
    let told = || day().or_else(|| commonest_year(analysis)).filter(|_| report);
    info.period.or_else(|| info.year.or_else(told).map(|year| Period { start: year, end: year }))
}

/// The year in which most of the targets fall due; of several the first.
fn commonest_year(analysis: &Analysis) -> Option<i32> {
    let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
    for deadline in analysis.commitments.iter().filter_map(|record| record.deadline.as_ref()) {
        *counts.entry(deadline.year).or_default() += 1;
    }
    counts.into_iter().max_by_key(|&(year, count)| (count, std::cmp::Reverse(year))).map(|(year, _)| year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shift_of_the_periods_is_no_change_of_a_deadline() {
        let period = |start, end| Some(Period { start, end });
        let frame = Frame { old: period(2021, 2025), new: period(2026, 2030), shift: 5 };
        assert!(frame.differs() && frame.explains(2025, 2030) && frame.explains(2023, 2028));
        // A target of the middle of the next period is not postponed.
        assert!(frame.explains(2025, 2027) && frame.explains(2021, 2030));
        assert!(!frame.explains(i32::MAX, i32::MIN));
        let (early, late) = (Some(Period { start: i32::MIN, end: i32::MIN }), Some(Period { start: 1, end: i32::MAX }));
        let of = |period| {
            let mut analysis = crate::sample::analysis(Vec::new());
            analysis.document.period = period;
            analysis
        };
        assert_eq!(Frame::new(&of(late), &of(early)).mirrored().shift, i32::MAX);
        assert!(!frame.explains(2025, 2035) && !frame.explains(2035, 2030) && !frame.explains(2035, 2035));
    }
}
