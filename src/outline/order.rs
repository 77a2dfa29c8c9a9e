//! The order of headings where a document has its own: 一、 above 第一章, 任务一 above or below 一、, （1） that counts through a decision.

use super::{found::Heading, label::Mark};

/// Fewest numbers that count through a document.
const COUNTED: usize = 5;

/// Puts the kinds of number of `found` in the order in which the document has them.
pub(super) fn arrange(found: &mut Vec<Heading>) {
    raise_numerals(found);
    place_tasks(found);
}

/// 一、 stands for a part where a chapter follows each.
fn raise_numerals(found: &mut [Heading]) {
    let is_chapter = |next: Option<&Heading>| next.is_some_and(|next| next.mark == Mark::Chapter);
    let mut numerals = (0..found.len()).filter(|&at| found[at].mark == Mark::Chinese);
    let parted = found.iter().any(|heading| heading.mark == Mark::Part && !heading.label.is_empty());
    if !parted && numerals.all(|at| is_chapter(found.get(at + 1))) {
        found.iter_mut().filter(|heading| heading.mark == Mark::Chinese).for_each(|heading| heading.mark = Mark::Part);
    }
}

/// 任务一 stands below 一、 where that stands before it; below （一） it is an item like any other.
fn place_tasks(found: &mut Vec<Heading>) {
    let Some(first) = found.iter().position(|heading| heading.mark == Mark::Task) else { return };
    let above = found[..first].iter().rfind(|heading| heading.mark != Mark::Arabic).map(|heading| heading.mark);
    let has = |mark| found[..first].iter().any(|heading| heading.mark == mark);
    if above == Some(Mark::ChineseParen) && found[first..].iter().any(|heading| heading.mark == Mark::Chinese) {
        found.retain(|heading| heading.mark != Mark::Task);
    } else if has(Mark::Chinese) {
        found.iter_mut().filter(|heading| heading.mark == Mark::Task).for_each(|heading| heading.mark = Mark::SubTask);
    }
}

/// Whether （1） counts through the document below 一、, as the points of a decision do.
pub(super) fn points_count_through(found: &[Heading]) -> bool {
    let deeper = [Mark::Section, Mark::ChineseParen, Mark::Arabic, Mark::Dotted];
    let points = || found.iter().filter(|heading| heading.mark == Mark::ArabicParen);
    let in_turn = points().zip(1..).all(|(heading, number)| heading.number == number);
    let mut above = found.windows(2).filter(|pair| pair[1].mark == Mark::ArabicParen && pair[1].number > 1);
    let parted = above.any(|pair| pair[0].mark == Mark::Chinese);
    in_turn && parted && points().count() >= COUNTED && !found.iter().any(|heading| deeper.contains(&heading.mark))
}
