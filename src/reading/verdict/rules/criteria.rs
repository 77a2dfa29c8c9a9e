//! Numbers by which others are reckoned, and those that say which things are given up.

use crate::lexicon::{segment, signs};

use super::prelude::*;

pub(crate) static EACH: Rule = Rule {
    code: "qualifies.each",
    verdict: Verdict::Qualifies,
    why: "每10万人45台, 百元医疗收入消耗20元, 百亿元产值死亡率下降5%: a count behind 每, or a round sum or mass before a noun that money measures \
          or before a rate of it, is what the next number is counted for.",
    fires: &[
        "每10万人拥有公共充电桩45台。",
        "百元医疗收入消耗的卫生材料降到20元。",
        "百亿元产值死亡率下降5%。",
        "百万吨煤炭死亡率控制在0.05以内。",
        "百亿元国内生产总值生产安全事故死亡率下降5%。",
    ],
    passes: &["每年新建充电桩45台。", "投入百万元收入补贴8项。", "建成百万吨煤炭基地8个。"],
    when: Some(|asked| {
        let counted_for =
            || asked.before().ends_with(signs::each) || is_sum_counted_for(asked) || is_unit_of_rate(asked);
        asked.is_cardinal() && asked.next().is_some() && counted_for()
    }),
};

/// [百元]医疗收入消耗材料: a hundred, a thousand or ten thousand 元 of what money measures.
fn is_sum_counted_for(asked: &Asked<'_>) -> bool {
    let small = || asked.quantity.value <= Number::from(10_000) && asked.is_of_multipliers();
    let earned = || VERDICTS.earned.find(asked.after()).is_some_and(|(at, _)| asked.after()[..at].chars().count() <= 4);
    asked.quantity.dimension == Dimension::Money
        && asked.is_plain()
        && small()
        && earned()
        && CLAUSES.add.suffix(asked.before()).is_none()
}

/// [百亿元]产值死亡率, [百万吨]煤炭死亡率: so much, told by multipliers alone, before a rate of it.
fn is_unit_of_rate(asked: &Asked<'_>) -> bool {
    let rated = || {
        let noun = asked.after().split(|c: char| !c.is_alphabetic() || c.is_ascii_digit()).next().unwrap_or("");
        VERDICTS.rate_of_output.is_in(noun) && !noun.contains(signs::of)
    };
    asked.is_of_multipliers() && asked.is_plain() && asked.is_size() && rated()
}

pub(crate) static GIVEN_UP: Rule = Rule {
    code: "qualifies.given-up",
    verdict: Verdict::Qualifies,
    why: "停招就业率连续三年低于70%的专业: a bounded share, or how long it lasted, between a verb of giving up and the things that it is true of \
          says which of them are given up.",
    fires: &["停招就业率连续三年低于70%的专业。", "淘汰合格率低于90%的产品。", "压减利用率低于60%的产能80万吨。"],
    passes: &[
        "停招专业30%以上。",
        "压减公用经费5%以上。",
        "取消收费项目，企业满意率达到90%以上。",
        "淘汰8座使用三年的锅炉。",
    ],
    when: Some(|asked| {
        let before = asked.before();
        let measured = || {
            let verb = CLAUSES.fall.prefix(before).filter(|verb| segment::ends_word(before, verb.len()));
            verb.is_some_and(|verb| before[verb.len()..].chars().nth(1).is_some())
        };
        let lasting = || asked.measures(Dimension::Duration) && CLAUSES.in_a_row.prefix(asked.words()).is_some();
        (asked.is_bounded() && asked.quantity.is_share() || lasting()) && measured() && tells_of_things(asked)
    }),
};

/// 低于70%的|专业: whether at the number or the next one 的 leads to the things that end the clause.
fn tells_of_things(asked: &Asked<'_>) -> bool {
    let behind = asked.next().map_or(asked.after(), |next| asked.behind(next));
    let thing = asked.after().strip_prefix(signs::of).or_else(|| behind.strip_prefix(signs::of));
    thing.is_some_and(|thing| right::follows(thing) && !thing.contains('、'))
}

pub(crate) static WANTING: Rule = Rule {
    code: "qualifies.wanting",
    verdict: Verdict::Qualifies,
    why: "还有12个行政村集体收入低于10万元: what those who are counted behind 有 do not reach says which they are.",
    fires: &["还有12个行政村集体经济收入低于10万元。"],
    passes: &[
        "12个行政村集体经济收入过10万元。",
        "12个行政村集体经济收入低于10万元。",
        "还有12个行政村，集体经济收入低于10万元。",
    ],
    when: Some(|asked| {
        let Some((_, _, between)) = asked.previous().filter(|(count, ..)| count.dimension == Dimension::Count) else {
            return false;
        };
        let count = asked.before().len() - between.len();
        let units = asked.previous().map_or(0, |(count, ..)| count.span.len());
        let has = asked.before().get(..count - units).is_some_and(|led| CLAUSES.own.suffix(led).is_some());
        let less = matches!(asked.quantity.comparator, Comparator::Lt | Comparator::Le);
        has && less && asked.ends_at(&['，', '；', '。']) && CLAUSES.measure.suffix(between).is_some()
    }),
};

pub(crate) static AHEAD: Rule = Rule {
    code: "qualifies.ahead",
    verdict: Verdict::Qualifies,
    why: "提前两年完成任务的76%: how much earlier than planned the share was done that the next number tells.",
    fires: &["提前两年完成化债任务的76%。"],
    passes: &["提前两年实现全面达标。", "工期提前两年，完成投资的76%。"],
    when: Some(|asked| {
        let ahead = asked.measures(Dimension::Duration) && CLAUSES.ahead.prefix(asked.words()).is_some();
        let done = asked.next_apart().filter(|(next, _)| next.is_share());
        ahead
            && done
                .is_some_and(|(_, between)| CLAUSES.achieve.prefix(between).is_some() && between.ends_with(signs::of))
    }),
};
