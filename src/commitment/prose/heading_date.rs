//! The date that a heading sets for what stands below it.

use crate::{
    judge::dating::Dated,
    lexicon::{CLAUSES, SECTIONS},
    outline::{Outline, Paragraph},
    reading::scene::Scene,
    time::{self, Frame, TimeMention, TimeRole},
};

/// The time that the heading of `paragraph` names (“十四五”主要目标); of several, that of the part.
pub(super) fn goals(outline: &Outline, paragraph: &Paragraph, scene: &Scene) -> Option<Dated> {
    let title = outline.upward(paragraph.node()).next()?.title.as_str();
    let due = paragraph.standing.and_then(|standing| standing.years).map(|(_, last)| last);
    let fits = |time: &&TimeMention| due.is_none() || time.end == due;
    let dates = |time: &&TimeMention| time.dates() || time.role == TimeRole::Named;
    let times = time::scan(title, scene.frame);
    let time = times.iter().filter(dates).find(fits)?;
    Some(Dated { inherited_from_heading: true, ..Dated::new(title, time) })
}

/// The years of a plan whose work the nearest heading at or above `node` tells of that names such (2027年重点任务, 近期（2026—2027年）工作).
pub(super) fn years_work(outline: &Outline, node: Option<usize>, scene: &Scene) -> Option<Dated> {
    let (first, last) = scene.first_year().zip(scene.last_year()).filter(|_| !scene.report)?;
    outline.upward(node).find_map(|node| {
        let time = of_years_work(&node.title, scene.frame)?;
        let year = time.end.filter(|year| (first..last).contains(year));
        year.map(|_| Dated { inherited_from_heading: true, ..Dated::new(&node.title, &time) })
    })
}

/// The one time of `title`, where all other words of it are such as the heading of a year's work has.
fn of_years_work(title: &str, frame: Frame) -> Option<TimeMention> {
    let mut times = time::scan(title, frame);
    let time = times.pop().filter(|_| times.is_empty())?;
    let during = matches!(time.role, TimeRole::During | TimeRole::Named) && !time.relative;
    let [before, behind] = [&title[..time.span.start], &title[time.span.end..]];
    (during && !behind.is_empty() && is_of_work(before) && is_of_work(behind)).then_some(time)
}

/// Whether nothing stands in `words` but what headings of work are made of, and the place that they are for.
fn is_of_work(words: &str) -> bool {
    let mut rest = words;
    while let Some(after) = SECTIONS.years_work.strip_prefix(rest).or_else(|| CLAUSES.scope.strip_prefix(rest)) {
        rest = after;
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_a_years_work_are_told_from_names_with_a_year() {
        let frame = Frame { period: Some((2026, 2030)), year: Some(2026), review: false, republic: false };
        let told = |title: &str| of_years_work(title, frame).and_then(|time| time.end);
        for title in ["2027年重点任务", "关于2027年全市工作安排", "近期（2026—2027年）工作", "重点任务（2027年）"]
        {
            assert_eq!(told(title), Some(2027), "{title}");
        }
        for title in ["筹办2027年民族运动会", "2027年民族运动会筹办工作", "重点任务", "2027年"] {
            assert_eq!(told(title), None, "{title}");
        }
    }
}
