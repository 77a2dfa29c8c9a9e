//! Which observed names belong to which targets, as somebody confirmed: a YAML list.

use serde::{Deserialize, Serialize};

use super::result::{Match, Progress};
use crate::{
    number::Number,
    yaml::{self, YamlError},
};

/// Why a map could not be read.
#[derive(Debug, thiserror::Error)]
pub enum MapError {
    /// It is no YAML of this shape.
    #[error(
        "this is no map of indicators: {0}; write a list of entries with observed and target, or draft one with --write-map"
    )]
    Yaml(#[from] YamlError),
    /// A target that the plan does not have.
    #[error(
        "entry {entry} (`{observed}`): the plan has no target `{target}`; give the indicator as `plan extract` names it, or an id"
    )]
    Target {
        /// 1-based.
        entry: usize,
        /// The name it is for.
        observed: String,
        /// What it names.
        target: String,
    },
    /// A name that was not observed.
    #[error("entry {entry}: nothing was observed under the name `{observed}`")]
    Observed {
        /// 1-based.
        entry: usize,
        /// The name it is for.
        observed: String,
    },
}

/// A name with its target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The name under which it was observed.
    pub observed: String,
    /// The indicator of the plan, or the id of one commitment; none sets the name aside.
    pub target: Option<String>,
    /// How much alike the names are; for those who read a draft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<Number>,
}

/// What somebody confirmed.
#[derive(Clone, Debug, Default)]
pub struct Map {
    pub(super) entries: Vec<Entry>,
}

impl Map {
    /// Reads a map.
    ///
    /// # Errors
    /// Where it is no list of entries.
    pub fn parse(text: &str) -> Result<Self, MapError> {
        let is_empty = text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'));
        Ok(Self { entries: if is_empty { Vec::new() } else { yaml::from_str(text)? } })
    }

    /// The map that would fix what `progress` matched.
    pub fn draft(progress: &Progress) -> Vec<Entry> {
        let entry = |found: &Match| Entry {
            observed: found.observed.clone(),
            target: found.target.clone(),
            score: found.score,
        };
        let mut entries: Vec<Entry> = progress.matches.iter().map(entry).collect();
        entries.dedup_by(|a, b| a.observed == b.observed && a.target == b.target);
        entries
    }

    /// Looks whether the plan has its targets and the observations its names.
    ///
    /// # Errors
    /// For the first entry that names what is not there.
    pub fn check(&self, progress: &Progress) -> Result<(), MapError> {
        for (at, entry) in self.entries.iter().enumerate() {
            let (entry_number, observed) = (at + 1, entry.observed.clone());
            if !progress.matches.iter().any(|found| found.observed == entry.observed) {
                return Err(MapError::Observed { entry: entry_number, observed });
            }
            let is_there = |target: &String| {
                progress.targets.iter().any(|known| known.indicator == *target || known.id == *target)
            };
            if let Some(target) = entry.target.as_ref().filter(|target| !is_there(target)) {
                return Err(MapError::Target { entry: entry_number, observed, target: target.clone() });
            }
        }
        Ok(())
    }

    /// The entries about `observed`; none where the map does not know it.
    pub(super) fn about<'m>(&'m self, observed: &'m str) -> impl Iterator<Item = &'m Entry> {
        self.entries.iter().filter(move |entry| entry.observed == observed)
    }
}
