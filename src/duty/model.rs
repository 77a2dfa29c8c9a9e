//! Who does a piece of work and by when.

use super::{unit::Unit, when::When};
use crate::span::Span;

/// What a text says of who does a task and by when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Duty {
    /// Those who lead; where none leads, all who are responsible.
    pub(crate) lead: Vec<Unit>,
    /// Whether the text says that they lead (牵头), and not only that they are responsible.
    pub(crate) led: bool,
    /// Those who help; next to one that leads, those who are responsible too.
    pub(crate) support: Vec<Unit>,
    /// Persons in charge, by office (分管副市长).
    pub(crate) persons: Vec<String>,
    /// By when.
    pub(crate) when: Option<When>,
}

impl Duty {
    /// Whether it names nobody.
    pub(crate) fn names_nobody(&self) -> bool {
        self.lead.is_empty() && self.support.is_empty() && self.persons.is_empty()
    }

    /// Adds what another bracket or line says of the same work.
    pub(crate) fn add(&mut self, mut other: Duty) {
        if self.led && !other.led {
            other.support.splice(..0, std::mem::take(&mut other.lead));
        } else if other.led && !self.led {
            self.support.splice(..0, std::mem::take(&mut self.lead));
            self.support.retain(|unit| !other.lead.iter().any(|lead| lead.full == unit.full));
        }
        self.led |= other.led;
        let held = |units: &[Unit], unit: &Unit| units.iter().any(|held| held.full == unit.full);
        for unit in other.lead {
            if self.lead.is_empty() || !self.units().any(|held| held.full == unit.full) {
                self.lead.push(unit);
            }
        }
        for unit in other.support {
            if !held(&self.lead, &unit) && !held(&self.support, &unit) {
                self.support.push(unit);
            }
        }
        self.persons.extend(other.persons);
        self.when = self.when.take().or(other.when);
    }

    /// All units, those that lead first.
    pub(crate) fn units(&self) -> impl Iterator<Item = &Unit> {
        self.lead.iter().chain(&self.support)
    }
}

/// A duty with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tail {
    /// The bracket, with its signs, or the clause.
    pub(crate) span: Span,
    /// What it says.
    pub(crate) duty: Duty,
    /// Whether the bracket closes.
    pub(crate) closed: bool,
}
