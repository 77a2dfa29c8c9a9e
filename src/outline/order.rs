//! The order of headings where a document has its own: 一、 above 第一章, 任务一 above or below 一、, （1） that counts through a decision.

use super::{
    found::Heading,
    label::Mark,
    line::{Line, Role},
};

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

/// Longest title of a point with its sentence, in characters.
const POINT: usize = 20;

/// Whether （1） with its sentence stands right below each 一、 that holds any, and nothing else there.
pub(super) fn points_head_all(found: &[Heading]) -> bool {
    let deeper = [Mark::Section, Mark::ChineseParen, Mark::Arabic, Mark::Dotted];
    let alone = !found.iter().any(|heading| deeper.contains(&heading.mark));
    alone && heads_all(found, Mark::ArabicParen, &[Mark::Chinese, Mark::Chapter, Mark::Framed], 2)
}

/// Whether 1. with its sentence stands right below each （一） or 第一节 that holds any.
pub(super) fn items_head_all(found: &[Heading]) -> bool {
    heads_all(found, Mark::Arabic, &[Mark::ChineseParen, Mark::Section], 1)
}

/// Whether every number of `mark` counts from 1 on the very line below one of `above`, two or more below each, below `least` of
/// them: behind text of its own come the items of a list or box.
fn heads_all(found: &[Heading], mark: Mark, above: &[Mark], least: usize) -> bool {
    let (mut firsts, mut points) = (0, 0);
    for pair in found.windows(2).filter(|pair| pair[1].mark == mark) {
        let (before, point) = (&pair[0], &pair[1]);
        let opens = above.contains(&before.mark) && point.number == 1 && point.line == before.last_line + 1;
        let goes_on = before.mark == mark && point.number == before.number + 1;
        if !(opens || goes_on) || point.title.chars().count() > POINT {
            return false;
        }
        firsts += usize::from(opens);
        points += 1;
    }
    firsts >= least && points >= firsts * 2
}

/// Whether lines open with 一, 二 and so on and white space, in turn and with text between, where no number with a mark of its own
/// heads the text.
pub(super) fn numerals_stand_apart(lines: &[Line]) -> bool {
    let heads =
        |line: &Line| line.opening().is_some_and(|label| label.mark <= Mark::Chinese && label.mark != Mark::Annex);
    let mut last: Option<(usize, u32)> = None;
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.role == Role::Body && !line.tabs) {
        if heads(line) {
            return false;
        }
        let Some(label) = line.parted() else { continue };
        let in_turn = last.map_or(label.number == 1, |(above, number)| label.number == number + 1 && at > above + 1);
        if !in_turn {
            return false;
        }
        last = Some((at, label.number));
    }
    last.is_some_and(|(_, number)| number >= 2)
}
