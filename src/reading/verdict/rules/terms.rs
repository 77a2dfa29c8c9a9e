//! Numbers that say on what terms something is given, paid, taxed or done, and of which part of a whole is spoken.

use crate::lexicon::{signs, units::named};

use super::prelude::*;

pub(crate) static WHO: Rule = Rule {
    code: "qualifies.who",
    verdict: Verdict::Qualifies,
    why: "连续两年考核不合格的，取消资格: a clause that ends in 的 says to whom the next one applies, no target of the plan.",
    fires: &["连续两年考核不合格的，取消示范资格。", "合同金额达到300万元以上的，优先推荐。"],
    passes: &["考核合格率达到80%，取消收费项目2项。", "达到80%以上的目的，是保障供水。"],
    when: Some(|asked| {
        let clause = asked.clause();
        let who =
            clause.strip_suffix(signs::of).filter(|who| VERDICTS.aim_of.suffix(clause).is_none() && !who.is_empty());
        let applies = asked.text[asked.clause.end..].starts_with('，');
        applies && who.is_some_and(|who| !who.contains(signs::is))
    }),
};

pub(crate) static AT_MOST: Rule = Rule {
    code: "qualifies.at-most",
    verdict: Verdict::Qualifies,
    why: "支持金额不超过300万元, 资助比例最高可达30%: the most that is given in each case, no target of the plan.",
    fires: &[
        "支持金额最高可达2000万元。",
        "资助比例不高于项目总投入的30%。",
        "单个企业累计奖励金额不超过300万元。",
        "支持金额不超过300万元/年。",
        "每家企业每年最高补助不超过50万元/年。",
        "高层次人才可享受最高200万元购房补贴。",
        "对新引进的企业总部，落户奖励最高1000万元。",
        "单项支持最高1000万元。",
        "发放消费券，单张面额最高100元。",
        "符合条件的个人最高可贷20万元。",
        "可提取住房公积金最高20万元用于加装电梯。",
    ],
    passes: &[
        "支持金额达到300万元。",
        "企业税负不超过5%。",
        "发放补贴3亿元。",
        "每人每年补贴不低于800元。",
        "全县每年安排产业奖励不超过3000万元。",
        "购置补贴最高达到3亿元。",
    ],
    when: Some(|asked| {
        let sum = asked.measures(Dimension::Money) || asked.unit().starts_with(named::YUAN);
        let share = asked.quantity.shape == Shape::Percent;
        sum && (is_most_given(asked) || is_most_of_grant(asked) || is_most_allowed(asked))
            || share && is_most_given(asked)
    }),
};

/// 支持金额|最高可达…, 资助比例|不高于项目总投入的…: what is given stands before the words for the most of it.
fn is_most_given(asked: &Asked<'_>) -> bool {
    let led = &asked.text[asked.clause.start..asked.quantity.core.start];
    let Some((at, most)) = VERDICTS.at_most.rfind(led) else { return false };
    let before = VERDICTS.at_most.trim_end(&led[..at]);
    let of = asked.quantity.shape == Shape::Percent;
    // 全县每年安排奖励不超过3000万元, 补贴最高达到3亿元: what all get together.
    let together =
        CLAUSES.scope.is_in(led) || VERDICTS.pooled.is_in(led) || asked.quantity.value >= Number::from(POOLED);
    if together {
        return false;
    }
    let near = led[at + most.len()..].chars().count() <= if of { WHOLE } else { BETWEEN };
    near && VERDICTS.sum_given.suffix(before).or(VERDICTS.award.suffix(before)).is_some()
}

/// 个人最高可贷20万元, 可提取公积金最高20万元: the most that each may take.
fn is_most_allowed(asked: &Asked<'_>) -> bool {
    let led = &asked.text[asked.clause.start..asked.quantity.core.start];
    let Some((at, most)) = VERDICTS.at_most.rfind(led) else { return false };
    let (before, behind) = (&led[..at], &led[at + most.len()..]);
    let taken = || VERDICTS.may_take.rfind(before).is_some_and(|(at, _)| before[at..].chars().count() <= WHOLE);
    VERDICTS.may_take.has(behind) || behind.is_empty() && taken()
}

/// How long the name of what a share is of may be, with its 的, in characters (项目总投入的).
const WHOLE: usize = 9;

/// What no single case is given, in yuan.
const POOLED: i64 = 100_000_000;

/// How many characters of further words for the most may stand before a sum (最高|不超过).
const BETWEEN: usize = 4;

/// 最高200万元|购房补贴: the most of what is given stands before its name.
fn is_most_of_grant(asked: &Asked<'_>) -> bool {
    let most = VERDICTS.cap.prefix(asked.bound()).is_some();
    most && VERDICTS.award.suffix(asked.noun()).is_some() && CLAUSES.add.prefix(asked.noun()).is_none()
}

pub(crate) static SHARED_COST: Rule = Rule {
    code: "qualifies.shared-cost",
    verdict: Verdict::Qualifies,
    why: "按照1:2的比例出资: in what proportion each side pays is a term of the measure.",
    fires: &["政府、企业按照1:1比例共同出资。", "财政资金与社会资本按照1:2的比例出资。"],
    passes: &["师生比达到1:15。", "按照1:15的比例配备教师。", "师生比1:15配套。"],
    when: Some(|asked| {
        let near = || {
            let pays = VERDICTS.pays.find(asked.after());
            pays.is_some_and(|(at, _)| asked.after()[..at].chars().count() <= PROPORTION)
        };
        asked.quantity.shape == Shape::Ratio && near() && VERDICTS.by_rate.suffix(asked.before()).is_some()
    }),
};

/// How far behind a proportion the verb of paying may stand, in characters (的比例共同).
const PROPORTION: usize = 5;

pub(crate) static TAXED: Rule = Rule {
    code: "qualifies.taxed",
    verdict: Verdict::Qualifies,
    why: "减按15%税率征收, 按100%在税前加计扣除: a rate by which the law taxes is no target of the plan.",
    fires: &["符合条件的企业减按15%税率征收企业所得税。", "研发费用可按照100%在税前加计扣除。"],
    passes: &["税收增长15%。", "综合税负降至15%。", "水资源税100%征收到位。"],
    when: Some(|asked| {
        let by = || VERDICTS.by_rate.suffix(asked.before()).is_some();
        asked.quantity.shape == Shape::Percent && by() && VERDICTS.taxes.prefix(asked.after()).is_some()
    }),
};

pub(crate) static SINCE_DAY: Rule = Rule {
    code: "qualifies.since-day",
    verdict: Verdict::Qualifies,
    why: "自受理之日起5个工作日内: how long an office may take from a day on is a relative deadline.",
    fires: &["自受理之日起5个工作日内完成审核。"],
    passes: &["审批时限压缩至5个工作日以内。"],
    when: Some(|asked| asked.measures(Dimension::Duration) && VERDICTS.since_day.suffix(asked.before()).is_some()),
};

pub(crate) static PART: Rule = Rule {
    code: "qualifies.part-of-whole",
    verdict: Verdict::Qualifies,
    why: "在占全市人口30%的山区: how large a part of the whole those places are where something is done.",
    fires: &["在约占全国人口四分之一的城市普及初中教育。", "在占全市人口30%的山区推广节水灌溉。"],
    passes: &["山区人口占全市人口30%。", "打造占全市产值30%的产业集群。"],
    when: Some(|asked| {
        let part = || asked.before().strip_prefix(signs::at).is_some_and(|before| before.contains(signs::takes_up));
        let share = matches!(asked.quantity.shape, Shape::Percent | Shape::Fraction);
        share && part() && asked.after().starts_with(signs::of)
    }),
};
