//! Lengths of time: what was shortened, kept up or reached counts; what names a concept does not.

use super::prelude::*;
use crate::lexicon::units::named;

pub(crate) static CONCEPT: Rule = Rule {
    code: "named.time-circle",
    verdict: Verdict::Named,
    why: "A length of time names a concept (15分钟生活圈) or a flood (50年一遇洪水). It counts where the clause measures time (办理时间缩短至3天), \
          keeps something up (连续16年), ends something within it (2小时内到达) or reaches a standard (防洪标准达到50年一遇).",
    fires: &["打造15分钟生活圈。", "应对50年一遇洪水。"],
    passes: &["企业开办时间缩短至3小时。", "连续16年获评先进。", "防洪标准达到50年一遇。"],
    when: Some(|asked| asked.measures(Dimension::Duration) && !is_measured(asked)),
};

/// How far before the number, in characters, the words stand that say that time is measured.
const NEAR: usize = 13;

fn is_measured(asked: &Asked<'_>) -> bool {
    let (before, after, words) = (asked.before(), asked.after(), asked.words());
    if let Some(rest) = VERDICTS.returns.strip_prefix(after) {
        return is_standard_reached(before, words, rest);
    }
    if CLAUSES.in_a_row.prefix(words).or(CLAUSES.in_a_row.suffix(before)).is_some() {
        return true;
    }
    let near = before.char_indices().rev().nth(NEAR).map_or(0, |(at, _)| at);
    let measured = CLAUSES.duration_subject.is_in(words) || CLAUSES.duration_subject.is_in(&before[near..]);
    // 优良天数|增加29天, 工期|缩短20天: so many days more or fewer.
    let moved =
        CLAUSES.grow.suffix(before).or(CLAUSES.fall.suffix(before)).is_some_and(|form| form.chars().count() > 1);
    let within = QUANTITY.inside.suffix(words).is_some();
    let concept = !within && VERDICTS.concept_head.prefix(after).is_some();
    (measured || moved && asked.unit() == named::DAY) && !concept
        || within && VERDICTS.ends_within.prefix(after).is_some()
}

/// 防洪标准达到50年|一遇: whether a subject reaches the standard and the clause says no more of a flood.
fn is_standard_reached(before: &str, words: &str, rest: &str) -> bool {
    let reached = !words.starts_with(|c: char| c.is_ascii_digit()) || VERDICTS.stands_at.suffix(before).is_some();
    reached && (rest.is_empty() || rest.starts_with(|c| "，、。；".contains(c) || VERDICTS.standard_goes_on.is(c)))
}
