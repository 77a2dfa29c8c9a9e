//! Goals of standard indicators that are set without a number: by comparison (居民收入增长与经济增长同步), by reference
//! (能耗强度完成国家下达目标), in words alone (粮食产量保持稳定), and those that are said not to be set.

use super::{passage::Passage, reference};
use crate::{
    lexicon::{Indicator, Meaning, Measure, PROMISES, WORDED},
    reading::{sentence::Sentence, verdict},
    span::Span,
    statement::{How, Worded},
};

/// Longest name of an indicator, in characters.
const LONGEST: usize = 32;

/// A name without a measure is longer than this, in characters.
const SHORTEST: usize = 2;

/// The goals without numbers in a passage that sets goals.
pub(super) fn read(passage: &Passage<'_>, sentences: &[Sentence]) -> Vec<Worded> {
    let clauses = sentences.iter().flat_map(|sentence| sentence.clauses.iter().copied());
    let silent = |clause: &Span| verdict::inside(&passage.quantities, *clause).next().is_none();
    let paragraph = passage.paragraph;
    let mut goals = Vec::new();
    for clause in clauses.filter(silent).filter(|&clause| !passage.is_conditional(clause)) {
        let words = clause.of(passage.text);
        let Some(how) = how(words) else { continue };
        goals.extend(named(words, how).map(|meaning| Worded {
            indicator: meaning.indicator,
            measure: measure(meaning, how),
            how,
            span: paragraph.view.source(clause),
            node: paragraph.node(),
            year: paragraph.standing.and_then(|standing| standing.years).map(|(_, last)| last),
        }));
    }
    goals
}

/// How a clause sets a goal without a number; `None` where it sets none.
fn how(words: &str) -> Option<How> {
    if WORDED.sets_none.is_in(words) {
        Some(How::NotSet)
    } else if reference::is_one(words) {
        Some(How::ByReference)
    } else if WORDED.compares.is_in(words) || PROMISES.in_step.is_in(words) || WORDED.above.is_in(words) {
        Some(How::Compared)
    } else {
        WORDED.goes_on.is_in(words).then_some(How::InWords)
    }
}

/// What of an indicator a goal is about: against another rate its growth, where it is no share.
fn measure(meaning: Meaning, how: How) -> Option<Measure> {
    let rate = || (how == How::Compared && meaning.indicator.measure == Measure::Level).then_some(Measure::Growth);
    meaning.measure.or_else(rate)
}

/// The indicators that a clause sets a goal for, each once.
fn named(words: &str, how: How) -> impl Iterator<Item = Meaning> {
    let mut found: Vec<Meaning> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let starts = may_start(&words[..at]);
        match starts.then(|| name(&words[at..], &words[..at], how)).flatten() {
            Some((length, meaning)) => {
                at += length;
                if found.iter().all(|known| known.indicator.key != meaning.indicator.key) {
                    found.push(meaning);
                }
            }
            None => at += words[at..].chars().next().map_or(1, char::len_utf8),
        }
        // What it is compared with is no goal of its own.
        if how == How::Compared && WORDED.compares.prefix(&words[at.min(words.len())..]).is_some() {
            break;
        }
    }
    found.into_iter()
}

/// Whether the name of an indicator may begin behind `before`.
fn may_start(before: &str) -> bool {
    let words = [&WORDED.opens, &WORDED.joins, &WORDED.parts, &WORDED.sets_none, &WORDED.kind];
    before.is_empty() || before.ends_with('”') || words.into_iter().any(|forms| forms.suffix(before).is_some())
}

/// The longest name of an indicator that `text` opens with, where the clause goes on as behind the name of one.
fn name(text: &str, before: &str, how: How) -> Option<(usize, Meaning)> {
    let longest = text.char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| at);
    let mut ends = text[..longest].char_indices().rev().map(|(at, c)| at + c.len_utf8());
    ends.find_map(|end| {
        let (named, rest) = text.split_at(end);
        if !goes_on(rest, how) || is_yardstick(before, rest) {
            return None;
        }
        let meaning = Indicator::of_name(named)?;
        // 经济 alone is any thing of the economy.
        let names = meaning.measure.is_some() || named.chars().count() > SHORTEST;
        names.then_some((end, meaning))
    })
}

/// Whether `rest` can stand behind the name of an indicator with a goal.
fn goes_on(rest: &str, how: How) -> bool {
    let ends = rest.is_empty() && matches!(how, How::ByReference | How::NotSet);
    ends || [&WORDED.joins, &WORDED.goes_on, &WORDED.compares].into_iter().any(|forms| forms.prefix(rest).is_some())
}

/// Whether a name between `before` and `rest` is what another keeps pace with: 经济增长 of 居民收入与经济增长同步.
fn is_yardstick(before: &str, rest: &str) -> bool {
    PROMISES.paired_with.suffix(before).is_some() && PROMISES.in_step.is_in(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `how: key key` of a clause; empty where it sets no goal.
    fn told(words: &str) -> String {
        let Some(how) = how(words) else { return String::new() };
        let keys: Vec<&str> = named(words, how).map(|meaning| meaning.indicator.key).collect();
        if keys.is_empty() { String::new() } else { format!("{how:?}: {}", keys.join(" ")) }
    }

    #[test]
    fn goals_without_numbers_are_told_by_how_they_are_set() {
        for (words, expected) in [
            ("居民收入增长与经济增长同步", "Compared: income"),
            ("居民人均可支配收入和经济增长基本同步", "Compared: income"),
            ("城镇居民人均可支配收入增速高于全国平均水平", "Compared: income_urban"),
            ("农村居民人均可支配收入增速高于全国平均水平、高于城镇居民收入增速", "Compared: income_rural"),
            ("固定资产投资增速保持在全国平均水平以上", "Compared: fixed_investment"),
            ("单位地区生产总值能耗完成国家下达任务", "ByReference: energy_intensity"),
            ("确保完成国家下达的“十四五”能耗强度下降目标", "ByReference: energy_intensity"),
            (
                "粮食产量和粮食播种面积、单位GDP能耗降低完成省下达目标任务",
                "ByReference: grain_output grain_area energy_intensity",
            ),
            ("粮食产量只增不减", "InWords: grain_output"),
            ("粮食产量保持稳定", "InWords: grain_output"),
            ("单位生产总值能耗、单位生产总值二氧化碳排放量进一步下降", "InWords: energy_intensity carbon_intensity"),
            ("不设地区生产总值增速目标", "NotSet: gdp"),
            ("推动经济增长", ""),
            ("推动经济持续回升向好", ""),
            ("固定资产投资项目完成前期工作", ""),
            ("工业园区产值稳定增长", ""),
            ("完成国家下达的节能减排任务", ""),
            ("着力稳就业", ""),
        ] {
            assert_eq!(told(words), expected, "{words}");
        }
    }
}
