//! Numbered lines that are the items of a list: their likes stand on the very next lines, with no text of their own.

use super::{
    found::Heading,
    label::{self, Mark},
    line::{Line, Role},
};
use crate::lexicon::HEADINGS;

/// Most headings that stand on lines one below the other, all but the last without a text.
const EMPTY: usize = 3;

/// For each of `found`, whether it is an item of a list: its like, with the next number, on the very next line.
pub(super) fn mark(found: &[Heading], lines: &[Line]) -> Vec<bool> {
    let mut listed: Vec<bool> = found.iter().map(|heading| is_annex(heading, lines)).collect();
    let mut at = 0;
    while at < found.len() {
        let run = run(found, lines, at);
        if run > 1 && !found[at + 1].label.is_empty() && !counts_on(found, at, at + run) {
            let last = at + run - 1;
            listed[at..last].fill(true);
            listed[last] |= found[last].rest.is_none();
        }
        at += run;
    }
    listed
}

/// How many of `found` from `first` on stand one below the other.
fn run(found: &[Heading], lines: &[Line], first: usize) -> usize {
    let adjoins = |pair: &&[Heading]| adjoin(&pair[0], &pair[1], lines);
    1 + found[first..].windows(2).take_while(adjoins).count()
}

/// Whether `below` stands on the line right behind `above` and counts on.
fn adjoin(above: &Heading, below: &Heading, lines: &[Line]) -> bool {
    let between = || lines[above.last_line + 1..below.line].iter().any(|line| line.role != Role::Furniture);
    above.mark == below.mark
        && above.rest.is_none()
        && (above.mark > Mark::Section || above.mark == Mark::Annex)
        && below.number == above.number + 1
        && !between()
}

/// 一、总体要求, 二、主要目标 with its text, 三、…: whether the few from `start` to `end` belong to a count of headings that goes on behind
/// them, so that only their text is missing.
fn counts_on(found: &[Heading], start: usize, end: usize) -> bool {
    let (first, last) = (&found[start], &found[end - 1]);
    let alike = |heading: &&Heading| heading.mark == first.mark;
    let next = found[end..].iter().find(alike).is_some_and(|next| next.number == last.number + 1);
    let before = found[..start].iter().rfind(alike).map_or(1, |before| before.number + 1) == first.number;
    let stated = || found[start..end].iter().any(|heading| label::counts(&heading.title));
    end - start <= EMPTY && !stated() && matches!(first.mark, Mark::Chinese | Mark::ChineseParen) && next && before
}

/// 附件：1.项目表 names the papers behind the text; the others of its list stand on lines below it.
fn is_annex(heading: &Heading, lines: &[Line]) -> bool {
    let above = lines[..heading.line].iter().rfind(|line| line.role != Role::Furniture);
    let named = || HEADINGS.annex.strip_prefix(above?.text())?.strip_prefix('：');
    heading.mark == Mark::Arabic && heading.number == 2 && named().is_some_and(|first| first.starts_with("1."))
}
