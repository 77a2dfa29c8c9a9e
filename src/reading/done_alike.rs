//! What a deed is done to where the words of another deed stand beside it: two deeds on one thing, or what a plan for it is about.

use crate::lexicon::{CLAUSES, DEEDS, Forms};

/// 新建和改造提升|高标准农田[各1万亩]: `thing` with each of the two deeds that `before` the number tells of it.
pub(super) fn done_twice(before: &str, thing: &str) -> Option<Vec<String>> {
    let deeds = before.find(thing).filter(|_| !thing.is_empty()).map(|at| &before[..at])?;
    let (at, joint) = CLAUSES.conjunction.rfind(deeds)?;
    let last = &deeds[at + joint.len()..];
    let first = CLAUSES.add.suffix(&deeds[..at]).filter(|verb| verb.chars().nth(1).is_some())?;
    (first != last && are_deeds(last)).then(|| [first, last].iter().map(|deed| format!("{deed}{thing}")).collect())
}

/// 改造提升: whether `text` is a verb of coming into being or several.
fn are_deeds(text: &str) -> bool {
    let mut rest = text;
    while let Some(verb) = Forms::longest_prefix(&[&CLAUSES.add, &CLAUSES.raise], rest) {
        rest = &rest[verb.len()..];
    }
    rest.is_empty() && text.chars().nth(1).is_some()
}

/// 创新|中欧班列|运营模式，[开行800列]: the trains that `unit` counts in what a work is called.
pub(super) fn trains<'n>(name: &'n str, unit: &str) -> Option<&'n str> {
    let (at, trains) = DEEDS.trains.find(name).filter(|_| DEEDS.counts_trains.has(unit))?;
    Some(&name[at..at + trains.len()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_deeds_on_one_thing_are_two() {
        for (before, thing, names) in [
            ("新建和改造提升高标准农田各", "高标准农田", Some(["新建高标准农田", "改造提升高标准农田"])),
            ("新建、续建公园各", "公园", Some(["新建公园", "续建公园"])),
            ("新建公园各", "公园", None),
            ("公园和改造公园各", "公园", None),
        ] {
            assert_eq!(done_twice(before, thing), names.map(|names| names.map(str::to_owned).to_vec()), "{before}");
        }
    }

    #[test]
    fn trains_run_whatever_is_done_about_them() {
        assert_eq!(trains("创新中欧班列运营模式", "列"), Some("中欧班列"));
        assert_eq!(trains("班列运营改革", "列"), Some("班列"));
        assert_eq!(trains("班列运营改革", "项"), None);
        assert_eq!(trains("港口运营模式", "列"), None);
    }
}
