//! Numbers of what shall not be, no longer holds or is measured elsewhere.

use crate::lexicon::{Forms, SIGNS, signs};

use super::prelude::*;

pub(crate) static NEGATED: Rule = Rule {
    code: "apart.negated",
    verdict: Verdict::Apart,
    why: "不再新建, 暂不建设, 严禁新增, 原计划新建5个: the clause says what will not be brought about, or was planned once, so that its number is no \
          target.",
    fires: &[
        "不再新建办公楼10栋。",
        "到2025年，停止新建煤矿5座。",
        "取消原定建设3座电厂的计划。",
        "到2025年，不新增产能500万吨。",
        "坚决杜绝新建高耗能项目3个。",
        "对未完成10个项目的乡镇通报批评。",
        "取消原定的12个公园建设任务。",
        "不出现50户以上大面积停水事件。",
        "绝不允许新上30万千瓦以下燃煤机组。",
        "原计划到2023年新建公园5个，现调整为到2025年新建公园12个。",
    ],
    passes: &[
        "停止使用旧锅炉，新建供热站5座。",
        "不断新建公园12个。",
        "取消行政收费8项。",
        "上年未完成的10个公园全部建成。",
        "打通未贯通道路40条。",
        "在不新增建设用地的前提下建成标准厂房50万平方米。",
        "推动未完成改造的小区新增停车位5000个。",
        "到2025年，不新建水库而扩建现有水库5座。",
        "防止返贫致贫5000人以上。",
        "计划到2025年新建公园12个。",
    ],
    when: Some(|asked| VERDICTS.withdrawn.prefix(asked.clause()).is_some() || averts(asked) || is_refused(asked)),
};

/// 不再新建|办公楼10栋, 取消原定的|12个项目: whether what is refused before the number is to bring it about.
fn is_refused(asked: &Asked<'_>) -> bool {
    let before = asked.before();
    VERDICTS.refuses.rfind(before).is_some_and(|(at, refusal)| {
        let rest = &before[at + refusal.len()..];
        let planned = VERDICTS.withdrawn.strip_prefix(rest);
        if planned.is_some_and(|planned| planned.trim_matches(signs::of).is_empty()) {
            return true;
        }
        let rest = planned.unwrap_or(rest);
        match CLAUSES.add.suffix(refusal) {
            // 不新增产能|500万吨, but not 不新增用地的前提下建成厂房|50万平方米
            Some(_) => SIGNS.of.find(rest).is_none() && !CLAUSES.add.is_in(rest),
            None => {
                let done = [&CLAUSES.add, &VERDICTS.launches].iter().any(|verbs| verbs.prefix(rest).is_some());
                done && SIGNS.of.suffix(rest).is_none()
            }
        }
    })
}

/// 不出现|50户以上[停水事件], 防止|5万元以上[资产损失]: how great what shall not happen would be.
fn averts(asked: &Asked<'_>) -> bool {
    let refused = [&VERDICTS.refuses, &VERDICTS.averts].iter().any(|verbs| verbs.suffix(asked.before()).is_some());
    let harm = asked.after().split(right::STOPS).next().unwrap_or_default();
    refused && asked.is_bounded() && VERDICTS.harm.suffix(harm).is_some()
}

pub(crate) static ELSEWHERE: Rule = Rule {
    code: "apart.elsewhere",
    verdict: Verdict::Apart,
    why: "全国平均为65%, 城镇化率（全国平均65%）, 与全省平均有3个百分点的差距: the mean of others, or how far something is from it or from a goal, given only to \
          compare with. A subject before it compares itself with the mean (高于全国平均5个百分点).",
    fires: &[
        "全国平均为65%，我市到2025年达到70%。",
        "到2025年，城镇化率（全国平均65%）达到70%。",
        "到2025年，城镇化率（全省平均65%）达到70%。",
        "服务业比重距目标还有3.7个百分点的差距。",
        "与全省平均水平有0.5个百分点差距。",
    ],
    passes: &[
        "全省平均达到65%。",
        "城镇化率高于全国平均水平5个百分点。",
        "城镇化率达到全国平均水平65%以上。",
        "城乡差距缩小3.7个百分点。",
        "缩小与发达地区3个百分点的差距。",
        "增长3.7个百分点，差距缩小。",
    ],
    when: Some(|asked| is_mean_of_others(asked) || is_gap(asked)),
};

fn is_mean_of_others(asked: &Asked<'_>) -> bool {
    let words = &asked.text[asked.clause.start..asked.quantity.core.start];
    let bracket = words.rfind('（').map(|at| at + '（'.len_utf8());
    let name = &words[bracket.unwrap_or(0)..];
    let Some(mean) = VERDICTS.mean.prefix(name).filter(|mean| bracket.is_some() || VERDICTS.abroad.has(mean)) else {
        return false;
    };
    let mut rest = &name[mean.len()..];
    while let Some(form) = Forms::longest_suffix(&[&CLAUSES.between, &CLAUSES.quoted], rest) {
        rest = &rest[..rest.len() - form.len()];
    }
    rest.is_empty()
}

/// 3个百分点的|差距: how far something is from others, where it does not fall by that.
fn is_gap(asked: &Asked<'_>) -> bool {
    let after = asked.after();
    let gap = VERDICTS.gap.prefix(after.strip_prefix(signs::of).unwrap_or(after)).is_some();
    gap && !CLAUSES.fall.is_in(asked.before())
}

pub(crate) static FORMULA: Rule = Rule {
    code: "apart.formula",
    verdict: Verdict::Apart,
    why: "考评得分=日常监测（60%）+民意调查（40%）: the share is a weight in a formula, no target.",
    fires: &["考评得分=日常监测（60%）+民意调查（40%）。"],
    passes: &["服务达标率=100%。", "到2025年，“互联网+监管”覆盖率达到60%。"],
    when: Some(|asked| {
        let clause = asked.clause();
        let equals = clause.find(['=', '＝']).filter(|&at| asked.clause.start + at < asked.quantity.span.start);
        equals.is_some_and(|at| clause[at..].contains(['+', '＋', '×', '*']))
    }),
};
