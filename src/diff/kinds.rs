//! What can happen to a section, a commitment or a sentence, and what did happen to a pair of commitments.
//!
//! Each kind has a mirror: what it is called where the two sides change places.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::frame::Frame;
use crate::{
    analysis::Record,
    quantity::Comparator,
    statement::{Amount, Deadline, Modality},
};

/// An enum with the list of its kinds, in the order they are written in.
macro_rules! listed {
    ($(#[$on:meta])* pub enum $name:ident { $($(#[$doc:meta])* $kind:ident,)* }) => {
        $(#[$on])*
        pub enum $name {
            $($(#[$doc])* $kind,)*
        }

        impl $name {
            /// Every kind, in the order they are listed in.
            pub const ALL: &'static [Self] = &[$(Self::$kind),*];
        }
    };
}

listed! {
    /// What happened.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
    #[serde(rename_all = "snake_case")]
    pub enum ChangeKind {
        /// In the new document alone.
        Added,
        /// In the old document alone.
        Dropped,
        /// A section's title is another.
        Renamed,
        /// A section's number is another, and not because sections before it came, went or moved.
        Renumbered,
        /// The number is higher.
        Raised,
        /// The number is lower.
        Lowered,
        /// The bound leaves less room: 左右 → 以上, 达到 → 超过, a narrower range.
        Tightened,
        /// The bound leaves more room.
        Loosened,
        /// The bound holds on the other side: 以上 → 以内.
        BoundReversed,
        /// Due earlier.
        BroughtForward,
        /// Due later.
        Postponed,
        /// Dated in the new document alone.
        Dated,
        /// Dated in the old document alone.
        Undated,
        /// Promised more strongly: 力争 → no word → 确保.
        Strengthened,
        /// Promised less strongly.
        Weakened,
        /// 约束性 and 预期性.
        NatureChanged,
        /// Another unit.
        UnitChanged,
        /// The number says something else of the indicator: a level, an increment, a rate.
        MeasureChanged,
        /// The starting value that the sentence names is another.
        BaselineChanged,
        /// Other responsible units, or in another order.
        ResponsibleChanged,
        /// Other units lead a task.
        LeadChanged,
        /// A unit that had nothing to do with a task helps.
        SupportAdded,
        /// A unit that helped has nothing to do with a task any more.
        SupportDropped,
        /// Other persons are in charge of a task.
        PersonsChanged,
        /// A deed that stands in both is given to somebody in the new document alone.
        Assigned,
        /// A deed that stands in both is given to somebody in the old document alone.
        Unassigned,
        /// Other words, and nothing else.
        Reworded,
        /// Another place.
        Moved,
        /// The same target in the next period.
        Kept,
    }
}

impl ChangeKind {
    /// What it is called where old and new change places.
    pub fn mirrored(self) -> Self {
        use ChangeKind::*;
        match self {
            Added => Dropped,
            Dropped => Added,
            Raised => Lowered,
            Lowered => Raised,
            Tightened => Loosened,
            Loosened => Tightened,
            BroughtForward => Postponed,
            Postponed => BroughtForward,
            Dated => Undated,
            Undated => Dated,
            Strengthened => Weakened,
            Weakened => Strengthened,
            SupportAdded => SupportDropped,
            SupportDropped => SupportAdded,
            Assigned => Unassigned,
            Unassigned => Assigned,
            same => same,
        }
    }

    /// In words.
    pub fn words(self) -> &'static str {
        use ChangeKind::*;
        match self {
            Added => "added",
            Dropped => "dropped",
            Renamed => "renamed",
            Renumbered => "renumbered",
            Raised => "raised",
            Lowered => "lowered",
            Tightened => "tightened",
            Loosened => "loosened",
            BoundReversed => "bound reversed",
            BroughtForward => "brought forward",
            Postponed => "postponed",
            Dated => "dated",
            Undated => "undated",
            Strengthened => "strengthened",
            Weakened => "weakened",
            NatureChanged => "nature changed",
            UnitChanged => "unit changed",
            MeasureChanged => "measure changed",
            BaselineChanged => "baseline changed",
            ResponsibleChanged => "responsible changed",
            LeadChanged => "lead changed",
            SupportAdded => "support added",
            SupportDropped => "support dropped",
            PersonsChanged => "persons changed",
            Assigned => "assigned",
            Unassigned => "unassigned",
            Reworded => "reworded",
            Moved => "moved",
            Kept => "kept",
        }
    }
}

/// What happened to the promise itself between `old` and `new`; nothing where only words or places differ.
pub(super) fn of_pair(old: &Record, new: &Record, frame: Option<&Frame>) -> Vec<ChangeKind> {
    let mut kinds = Vec::new();
    if let (Some(a), Some(b)) = (&old.quantity, &new.quantity) {
        // Twelve a year are not more or less than twelve in all.
        match old.recurrence.is_some() == new.recurrence.is_some() {
            true => kinds.extend(of_amounts(a, b)),
            false => kinds.push(ChangeKind::MeasureChanged),
        }
    }
    kinds.extend(of_deadlines(old.deadline.as_deref(), new.deadline.as_deref(), frame));
    kinds.extend(of_modality(old.modality, new.modality));
    if old.nature != new.nature {
        kinds.push(ChangeKind::NatureChanged);
    }
    // Between periods each target starts from another value, and offices are renamed.
    if frame.is_none() {
        let start = |record: &Record| record.baseline.as_ref().map(|b| (b.value, b.unit.clone()));
        if start(old) != start(new) {
            kinds.push(ChangeKind::BaselineChanged);
        }
        if old.responsible != new.responsible {
            kinds.push(ChangeKind::ResponsibleChanged);
        }
    }
    kinds.sort_unstable();
    kinds
}

fn of_amounts(old: &Amount, new: &Amount) -> Vec<ChangeKind> {
    let mut kinds = Vec::new();
    if old.unit != new.unit {
        kinds.push(ChangeKind::UnitChanged);
    }
    if old.change != new.change {
        kinds.push(ChangeKind::MeasureChanged);
    }
    // A rate and a share, or money and a count, are not more or less than each other.
    if old.unit == new.unit && old.change == new.change {
        let low = new.value.cmp(&old.value) as i8;
        let high = new.upper().unwrap_or(new.value).cmp(&old.upper().unwrap_or(old.value)) as i8;
        kinds.extend(match (low, high) {
            (0, 0) => None,
            (low, high) if low >= 0 && high >= 0 => Some(ChangeKind::Raised),
            (low, high) if low <= 0 && high <= 0 => Some(ChangeKind::Lowered),
            (low, _) if low > 0 => Some(ChangeKind::Tightened),
            _ => Some(ChangeKind::Loosened),
        });
    }
    if old.change == new.change {
        kinds.extend(of_bounds(old.comparator, new.comparator));
    }
    kinds
}

/// How much room a bound leaves, and on which side of the number (1: above it, -1: below it, 0: around it).
fn room(comparator: Comparator) -> Option<(u8, i8)> {
    match comparator {
        Comparator::Approx => Some((0, 0)),
        Comparator::Eq => Some((1, 0)),
        Comparator::Ge => Some((2, 1)),
        Comparator::Le => Some((2, -1)),
        Comparator::Gt => Some((3, 1)),
        Comparator::Lt => Some((3, -1)),
        // The ends of a range are compared as numbers, and so are places among the first.
        Comparator::Range | Comparator::Top => None,
    }
}

fn of_bounds(old: Comparator, new: Comparator) -> Option<ChangeKind> {
    let ((old, old_side), (new, new_side)) = (room(old)?, room(new)?);
    if old_side * new_side < 0 {
        return Some(ChangeKind::BoundReversed);
    }
    match new.cmp(&old) {
        std::cmp::Ordering::Greater => Some(ChangeKind::Tightened),
        std::cmp::Ordering::Less => Some(ChangeKind::Loosened),
        std::cmp::Ordering::Equal => None,
    }
}

fn of_deadlines(old: Option<&Deadline>, new: Option<&Deadline>, frame: Option<&Frame>) -> Option<ChangeKind> {
    let day = |deadline: &Deadline| (deadline.year, deadline.month.unwrap_or(12));
    match (old, new) {
        (Some(old), Some(new)) => {
            if frame.is_some_and(|frame| frame.explains(old.year, new.year)) {
                return None;
            }
            match day(new).cmp(&day(old)) {
                std::cmp::Ordering::Less => Some(ChangeKind::BroughtForward),
                std::cmp::Ordering::Greater => Some(ChangeKind::Postponed),
                std::cmp::Ordering::Equal => None,
            }
        }
        (None, Some(_)) if frame.is_none() => Some(ChangeKind::Dated),
        (Some(_), None) if frame.is_none() => Some(ChangeKind::Undated),
        _ => None,
    }
}

/// Whether it is promised more or less strongly.
pub(super) fn of_modality(old: Modality, new: Modality) -> Option<ChangeKind> {
    match strength(new).cmp(&strength(old)) {
        std::cmp::Ordering::Greater => Some(ChangeKind::Strengthened),
        std::cmp::Ordering::Less => Some(ChangeKind::Weakened),
        std::cmp::Ordering::Equal => None,
    }
}

/// 力争 < nothing < 确保.
fn strength(modality: Modality) -> u8 {
    match modality {
        Modality::Strive => 0,
        Modality::Plain => 1,
        Modality::Ensure => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{number::Number, statement::Change};

    fn amount(value: i64, upper: Option<i64>, comparator: Comparator) -> Amount {
        let (value, upper) = (Number::from(value), upper.map(Number::from));
        Amount {
            value,
            upper: upper.map(Box::new),
            unit: "%".into(),
            comparator,
            change: Change::Level,
            text: "".into(),
        }
    }

    #[test]
    fn numbers_and_bounds_say_what_happened_and_mirror() {
        use {ChangeKind::*, Comparator::*};
        let table: [(Amount, Amount, &[ChangeKind]); 9] = [
            (amount(60, None, Ge), amount(60, None, Ge), &[]),
            (amount(60, None, Ge), amount(65, None, Ge), &[Raised]),
            (amount(60, None, Approx), amount(60, None, Ge), &[Tightened]),
            (amount(60, None, Le), amount(60, None, Approx), &[Loosened]),
            (amount(60, None, Ge), amount(60, None, Le), &[BoundReversed]),
            (amount(60, None, Gt), amount(65, None, Ge), &[Raised, Loosened]),
            (amount(3, Some(5), Range), amount(4, Some(5), Range), &[Raised]),
            (amount(3, Some(6), Range), amount(4, Some(5), Range), &[Tightened]),
            (amount(5, None, Approx), amount(4, Some(5), Range), &[Lowered]),
        ];
        for (old, new, kinds) in table {
            assert_eq!(of_amounts(&old, &new), kinds, "{old:?} {new:?}");
            let mirrored: Vec<ChangeKind> = kinds.iter().map(|kind| kind.mirrored()).collect();
            assert_eq!(of_amounts(&new, &old), mirrored, "{new:?} {old:?}");
        }
    }

    #[test]
    fn every_kind_is_listed_and_its_own_mirror_image_twice() {
        let mut all = ChangeKind::ALL.to_vec();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), ChangeKind::ALL.len());
        assert!(all.iter().all(|kind| kind.mirrored().mirrored() == *kind));
        let words: std::collections::HashSet<&str> = all.iter().map(|kind| kind.words()).collect();
        assert_eq!(words.len(), all.len());
    }
}
