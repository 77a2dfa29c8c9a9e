//! What it costs to take two commitments for one, in thousandths (0: the same, 1000: nothing in common).
//!
//! Likeness is summed and the cost is what is missing from 1000:
//!
//! | part | worth | of |
//! |---|---|---|
//! | indicator | 400 | Dice of its pairs of characters; names of one to three characters are worth 100 a character |
//! | wording | 200 | Dice of the sentences' pairs of characters |
//! | unit | 100 | the same unit 100, the same dimension 70 |
//! | measure | 80 | the same change (level, increment, rate) |
//! | section | 80 | paired sections 80, else the likeness of their titles |
//! | place | 60 | the sentences are paired |
//! | figure | 40 | the same value and comparator |
//! | modality | 20 | the same |
//! | deadline | 20 | the same, or the frame explains the difference |
//!
//! Commitments of another measure, or in a unit that no table knows, are one only where their indicators are 800 alike, or 500
//! in paired sentences. Never one are a milestone and a number, two dimensions (an amount and its growth), a state and a
//! rate, a whole and what falls to each (人均), and, unless called nearly the same, two themes.

use super::{
    frame::Frame,
    side::{Promise, Shape, same_kind},
};
use crate::{lexicon::units::Dimension, statement::Change};

/// Above this cost two commitments are two.
pub(super) const DEAREST: i64 = 500;

/// How the two documents' sections and sentences belong together.
pub(super) struct Ground<'a> {
    pub(super) old: &'a Shape<'a>,
    pub(super) new: &'a Shape<'a>,
    pub(super) sections: &'a std::collections::HashMap<usize, usize>,
    /// For each old sentence the pair it belongs to, and for each new one.
    pub(super) sentences: (&'a [Option<usize>], &'a [Option<usize>]),
    pub(super) frame: Option<&'a Frame>,
}

impl Ground<'_> {
    /// Whether the sentences of the two are paired.
    fn same_sentence(&self, a: &Promise<'_>, b: &Promise<'_>) -> bool {
        let of = |pairs: &[Option<usize>], at: Option<usize>| at.and_then(|at| pairs.get(at).copied().flatten());
        match (of(self.sentences.0, a.sentence), of(self.sentences.1, b.sentence)) {
            (Some(x), Some(y)) => x == y,
            (None, None) => a.sentence.is_none() && b.sentence.is_none() && a.key == b.key,
            _ => false,
        }
    }
}

/// The cost of the pair; `None` where they cannot be one commitment.
pub(super) fn cost(ground: &Ground<'_>, a: &Promise<'_>, b: &Promise<'_>) -> Option<i64> {
    if !same_kind(a.record, b.record) {
        return None;
    }
    let indicator = a.indicator.dice(&b.indicator);
    if !one_thing(a, b, indicator) {
        return None;
    }
    let same_sentence = ground.same_sentence(a, b);
    let unit = unit(a, b);
    // A cheap look first: whole sentences are compared only where it could matter.
    if indicator < 300 && !(same_sentence && unit >= 70) {
        return None;
    }
    let wording = if a.key == b.key { 1000 } else { a.wording.dice(&b.wording) };
    let measure = measure(a, b);
    if (unit == 0 || measure == 0) && indicator < 800 && !(same_sentence && indicator >= 500) {
        return None;
    }
    let name = 400.min(100 * a.length.min(b.length) as i64);
    let likeness = indicator * name / 1000
        + wording / 5
        + unit
        + measure
        + section(ground, a, b)
        + if same_sentence { 60 } else { 0 }
        + figure(a, b)
        + if a.record.modality == b.record.modality { 20 } else { 0 }
        + deadline(ground, a, b);
    Some(1000 - likeness).filter(|&cost| cost <= DEAREST)
}

/// Whether the two, called `alike` thousandths alike, can measure one thing.
fn one_thing(a: &Promise<'_>, b: &Promise<'_>, alike: i64) -> bool {
    let known = |dimension: Option<Dimension>| dimension.filter(|d| !matches!(d, Dimension::Other | Dimension::None));
    let dimensions = known(a.dimension).zip(known(b.dimension)).is_none_or(|(a, b)| a == b);
    let themes = alike >= SAME_NAME || a.theme.zip(b.theme).is_none_or(|(a, b)| a == b);
    dimensions && themes && a.per_unit == b.per_unit && !(is_rate(a) && is_state(b)) && !(is_state(a) && is_rate(b))
}

/// From this likeness on, two names are those of one thing, whatever theme they tell.
const SAME_NAME: i64 = 800;

fn is_rate(promise: &Promise<'_>) -> bool {
    let rates = [Change::GrowthRate, Change::CumulativeGrowth, Change::ChangeRate];
    promise.record.quantity.as_ref().is_some_and(|amount| rates.contains(&amount.change))
}

fn is_state(promise: &Promise<'_>) -> bool {
    promise.record.quantity.as_ref().is_some_and(|amount| amount.change == Change::Level)
}

fn unit(a: &Promise<'_>, b: &Promise<'_>) -> i64 {
    match (&a.record.quantity, &b.record.quantity) {
        (Some(x), Some(y)) if x.unit == y.unit => 100,
        (Some(_), Some(_)) if a.dimension == b.dimension && a.dimension != Some(Dimension::Other) => 70,
        (None, None) => 100,
        _ => 0,
    }
}

fn measure(a: &Promise<'_>, b: &Promise<'_>) -> i64 {
    match (&a.record.quantity, &b.record.quantity) {
        (Some(x), Some(y)) if x.change != y.change => 0,
        _ => 80,
    }
}

fn figure(a: &Promise<'_>, b: &Promise<'_>) -> i64 {
    match (&a.record.quantity, &b.record.quantity) {
        (Some(x), Some(y)) => match (x.value == y.value && x.upper == y.upper, x.comparator == y.comparator) {
            (true, true) => 40,
            (true, false) => 30,
            _ => 0,
        },
        _ => 20,
    }
}

fn section(ground: &Ground<'_>, a: &Promise<'_>, b: &Promise<'_>) -> i64 {
    match (a.section, b.section) {
        (Some(x), Some(y)) if ground.sections.get(&x) == Some(&y) => 80,
        (Some(x), Some(y)) => ground.old.sections[x].grams.dice(&ground.new.sections[y].grams) * 80 / 1000,
        (None, None) => 80,
        _ => 0,
    }
}

fn deadline(ground: &Ground<'_>, a: &Promise<'_>, b: &Promise<'_>) -> i64 {
    match (&a.record.deadline, &b.record.deadline) {
        (Some(x), Some(y)) if x.year == y.year => 20,
        (Some(x), Some(y)) if ground.frame.is_some_and(|frame| frame.explains(x.year, y.year)) => 20,
        (None, None) => 20,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::{analysis, diff::Side, source::Source};

    fn side(text: &str) -> Side {
        let text = format!("云岭市第十四个五年规划纲要\n第一章 主要目标\n{text}\n");
        Side::of_reading(analysis::analyze(Source { name: "plan.txt", bytes: text.as_bytes() }).expect("it reads"))
    }

    /// The cost of the first commitments of two texts; the sentences count as unpaired.
    fn between(old: &str, new: &str) -> Option<i64> {
        let (old, new) = (side(old), side(new));
        let (old, new) = (Shape::new(&old), Shape::new(&new));
        let sections = HashMap::from([(0, 0)]);
        let none = vec![None; 9];
        let ground = Ground { old: &old, new: &new, sections: &sections, sentences: (&none, &none), frame: None };
        assert!(!old.promises.is_empty() && !new.promises.is_empty(), "nothing was read");
        cost(&ground, &old.promises[0], &new.promises[0])
    }

    #[test]
    fn the_nearer_two_commitments_are_the_less_it_costs() {
        let one = "到2025年，高新技术企业超过300家。";
        let same = between(one, one).expect("one commitment");
        let raised = between(one, "到2025年，高新技术企业超过360家。").expect("one commitment");
        let reworded = between(one, "力争到2025年末，全市国家高新技术企业总量达到360家。").expect("one commitment");
        assert!(same < raised && raised < reworded && reworded <= DEAREST, "{same} {raised} {reworded}");
        // Only the place is missing: no sentence is paired here.
        assert_eq!(same, 60);
    }

    #[test]
    fn what_is_something_else_is_no_pair() {
        let one = "到2025年，高新技术企业超过300家。";
        for other in [
            "到2025年，森林覆盖率达到58%。",
            "到2025年，上市企业超过300家。",
            "到2025年，高新技术企业产业园全面建成。",
            "到2025年，高新技术产业增加值达到300亿元。",
        ] {
            assert_eq!(between(one, other), None, "{other}");
        }
        let output = "到2025年，地区生产总值达到900亿元。";
        for other in [
            "到2025年，地区生产总值年均增长6%。",
            "到2025年，人均地区生产总值达到9万元。",
            "到2025年，单位地区生产总值能耗下降13%。",
        ] {
            assert_eq!(between(output, other), None, "{other}");
        }
        assert!(between(output, "到2025年，全市地区生产总值突破1000亿元。").is_some());
        let growth = "到2025年，地区生产总值年均增长6%。";
        assert_eq!(between(growth, "到2025年，单位地区生产总值能耗年均下降3%。"), None);
        assert!(between(growth, "到2025年，地区生产总值年均增长5.5%左右。").is_some());
    }

    #[test]
    fn it_costs_the_same_in_both_directions() {
        let (a, b) = ("到2025年，高新技术企业超过300家。", "力争国家高新技术企业达到360家左右。");
        assert_eq!(between(a, b), between(b, a));
    }
}
