//! Which statements of a result are shown.

use std::ops::RangeInclusive;

use crate::{
    analysis::{Analysis, OutlineEntry, Record},
    lexicon::Theme,
    statement::{Kind, Status},
};

/// What a statement must be to be kept: one of each list, where it is not empty.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Promise or fact.
    pub status: Option<Status>,
    /// Its theme.
    pub themes: Vec<Theme>,
    /// Its chapter or section, with what stands below it.
    pub sections: Vec<String>,
    /// The year of its deadline.
    pub due: Vec<RangeInclusive<i32>>,
    /// With a number or without.
    pub kinds: Vec<Kind>,
}

impl Selection {
    /// Drops what is not wanted.
    pub fn apply(&self, analysis: &mut Analysis) {
        analysis.commitments.retain(|record| self.keeps(record));
        analysis.achievements.retain(|record| self.keeps(record));
    }

    fn keeps(&self, record: &Record) -> bool {
        self.status.is_none_or(|status| record.status == status)
            && any(&self.themes, |theme| record.theme == *theme)
            && any(&self.sections, |section| is_within(&record.section, section))
            && any(&self.due, |years| record.deadline.as_ref().is_some_and(|d| years.contains(&d.year)))
            && any(&self.kinds, |kind| record.kind == *kind)
    }
}

/// Whether one of `wanted` holds, or nothing is wanted.
pub(super) fn any<T>(wanted: &[T], holds: impl FnMut(&T) -> bool) -> bool {
    wanted.is_empty() || wanted.iter().any(holds)
}

/// What to say where none of `outlines` has a section called `wanted`; it names the nearest.
pub fn missing<'a>(outlines: impl IntoIterator<Item = &'a [OutlineEntry]>, wanted: &str) -> Option<String> {
    let mut ids = Vec::new();
    outlines.into_iter().for_each(|outline| collect(outline, &mut ids));
    let wanted = wanted.trim_start_matches(SIGN);
    if ids.contains(&wanted) {
        return None;
    }
    // Those that share the longest path come first, then those that look alike.
    let shared = |id: &str| id.split('.').zip(wanted.split('.')).take_while(|(a, b)| a == b).count();
    let likeness = |id: &str| (strsim::jaro_winkler(id, wanted) * 1000.0) as i64;
    ids.sort_by_key(|id| std::cmp::Reverse((shared(id), likeness(id))));
    ids.dedup();
    ids.truncate(NEAREST);
    Some(match ids.as_slice() {
        [] => format!("there is no section `{wanted}`; no chapters or sections are found in what was read"),
        ids => {
            let nearest = ids.join(", ");
            format!("there is no section `{wanted}`; the nearest is {nearest}; `plan outline` lists all")
        }
    })
}

fn collect<'a>(entries: &'a [OutlineEntry], ids: &mut Vec<&'a str>) {
    for entry in entries {
        ids.push(&entry.id);
        collect(&entry.children, ids);
    }
}

/// How many sections a message names.
const NEAREST: usize = 3;

/// What may stand before the id of a section.
const SIGN: char = '§';

/// Whether section `id` is `section` or stands below it: 3.1 is within 3, 31 is not.
pub fn is_within(id: &str, section: &str) -> bool {
    let section = section.trim_start_matches(SIGN);
    id.strip_prefix(section).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_holds_its_children_and_no_namesakes() {
        assert!(is_within("3", "3") && is_within("3.1", "3") && is_within("3.1.2", "3.1"));
        assert!(!is_within("31", "3") && !is_within("3", "3.1") && !is_within("13.3", "3"));
    }
}
