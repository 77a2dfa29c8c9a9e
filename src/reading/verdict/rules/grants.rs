//! Numbers that say how much may be given, what was asked, how large or old what is spoken of is.

use crate::lexicon::segment;

use super::prelude::*;
use crate::lexicon::signs;

pub(crate) static CEILING: Rule = Rule {
    code: "qualifies.ceiling",
    verdict: Verdict::Qualifies,
    why: "给予不超过20万元的奖励, 按30%给予补助, 处1万元罚款: the ceiling of a measure that applies in each case, no target of the plan.",
    fires: &[
        "省级给予奖补，单个项目最高20万元。",
        "对新企业给予一次性奖励5万元，对老企业奖励2万元。",
        "省级按合同金额的30%，给予一次性奖补。",
        "对新认定的企业给予不超过20万元的奖励。",
        "对违规者处1万元罚款。",
        "按照实际投入的30%给予补助。",
        "对新认定的企业给予20万元奖励，对获得省级认定的奖励50万元。",
        "首次入选名单的，奖励50万元。",
        "获得认定的企业，分别给予50万元、20万元奖励。",
        "每家企业补助不超过30万元。",
        "对小微企业贷款给予1.5个百分点的贴息。",
    ],
    passes: &[
        "单位产品能耗不超过20千克标准煤。",
        "给予企业支持，财政支出达到20亿元。",
        "对外贸易增长20亿元。",
        "发放补助20亿元。",
    ],
    when: Some(|asked| {
        let clause = asked.clause();
        let grants = || VERDICTS.grant.is_in(clause) && (VERDICTS.cap.is_in(clause) || VERDICTS.fine.is_in(clause));
        let behind = || asked.text[asked.quantity.span.end..].trim_start_matches('，');
        let by_share = asked.quantity.shape == Shape::Percent && VERDICTS.share_given.prefix(behind()).is_some();
        let given = || grants() || is_capped_before(asked);
        let told = || is_award(asked) || is_given_to_those_before(asked) || is_most_for_each(asked);
        by_share || told() || matches!(asked.quantity.dimension, Dimension::Money | Dimension::Share) && given()
    }),
};

/// 对获得认定的企业|奖励50万元: a sum that each of those named behind 对 is given.
fn is_award(asked: &Asked<'_>) -> bool {
    let clause = asked.clause();
    let before = || VERDICTS.award.suffix(asked.before()).or(VERDICTS.grant.suffix(asked.before()));
    let to_each = || VERDICTS.given_to.prefix(clause).is_some_and(|word| segment::ends_word(clause, word.len()));
    let awarded = || before().is_some() || VERDICTS.award.prefix(asked.after()).is_some();
    let sum = asked.quantity.dimension == Dimension::Money || asked.quantity.shape == Shape::Points;
    sum && to_each() && awarded()
}

/// 入选国家名单的，|给予50万元、20万元奖励: a sum that those are given whom the clause before tells of.
fn is_given_to_those_before(asked: &Asked<'_>) -> bool {
    if asked.quantity.dimension != Dimension::Money {
        return false;
    }
    let clause = CLAUSES.respective.strip_prefix(asked.clause()).unwrap_or(asked.clause());
    let given = VERDICTS.grant.prefix(clause).or(VERDICTS.award.prefix(clause)).is_some();
    let before = asked.text[..asked.clause.start].strip_suffix('，');
    let those =
        before.map(|before| &before[before.rfind(['，', '；', '。', '：']).map_or(0, |at| at + '，'.len_utf8())..]);
    given && those.is_some_and(tells_of_whom)
}

/// Whether `clause` tells of whom something holds: 对规模以上企业, 首次入选的, 营业收入超过8亿元的企业.
fn tells_of_whom(clause: &str) -> bool {
    let of = clause.rfind(signs::of).is_some_and(|at| clause[at..].chars().count() <= WHO);
    of || VERDICTS.given_to.prefix(clause).is_some_and(|word| segment::ends_word(clause, word.len()))
}

/// How long the word for those may be of whom a clause tells, with its 的, in characters.
const WHO: usize = 5;

/// 每家企业补助不超过30万元: the most that each is given.
fn is_most_for_each(asked: &Asked<'_>) -> bool {
    let clause = asked.clause();
    let each = clause.starts_with(signs::each) && VERDICTS.cap.is_in(clause);
    asked.quantity.dimension == Dimension::Money && each && VERDICTS.award.is_in(asked.before())
}

pub(crate) static CONDITION: Rule = Rule {
    code: "qualifies.condition",
    verdict: Verdict::Qualifies,
    why: "投资1000万元以上的，给予补助: what those must reach whom the next clause gives a grant, no target of the plan.",
    fires: &[
        "投资1000万元及以上的，省级按购置额给予奖补。",
        "对营业收入达到1亿元、研发投入占比超过5%的企业，给予50万元奖励。",
        "营业收入突破10亿元的企业，分别给予100万元奖励。",
        "对销售额2万元以上的经营主体进行补助。",
    ],
    passes: &[
        "对新认定的企业奖励2万元以上。",
        "营业收入达到1亿元，给予企业支持。",
        "营业收入达到1亿元的企业超过30家，发放补助2亿元。",
        "对外贸易增长5%，奖励企业30家。",
    ],
    when: Some(|asked| {
        let behind = asked.text[asked.clause.end..].strip_prefix('，').unwrap_or("");
        let next = behind.split(['，', '；', '。']).next().unwrap_or("");
        let gives = VERDICTS.grant.is_in(next) || VERDICTS.award.prefix(next).is_some();
        gives && tells_of_whom(asked.clause()) || tells_who_is_given(asked)
    }),
};

/// 对|销售额2万元以上的|经营主体进行补助: whether the bound says of whom it is told that they are given something.
fn tells_who_is_given(asked: &Asked<'_>) -> bool {
    let to_each = || VERDICTS.given_to.prefix(asked.clause()).is_some();
    let behind = || asked.after().find(signs::of).map(|at| &asked.after()[at..]);
    asked.is_bounded()
        && asked.is_size()
        && to_each()
        && behind().is_some_and(|behind| VERDICTS.award.suffix(behind).is_some())
}

/// 给予一次性奖补，|最高20万元: a ceiling behind a grant that the sentence has told.
fn is_capped_before(asked: &Asked<'_>) -> bool {
    if asked.quantity.comparator != Comparator::Le {
        return false;
    }
    let before = sentence::told(asked.text, asked.clause.start);
    VERDICTS.grant.is_in(&before[before.rfind('。').unwrap_or(0)..])
}

pub(crate) static COMPARED: Rule = Rule {
    code: "qualifies.compared-target",
    verdict: Verdict::Qualifies,
    why: "The share before 的预期目标 is a target that the result is only compared with (低于3%的预期目标).",
    fires: &["居民消费价格上涨低于3%的预期目标。"],
    passes: &["居民消费价格上涨目标为3%。"],
    when: Some(|asked| asked.quantity.shape == Shape::Percent && VERDICTS.set_target.prefix(asked.after()).is_some()),
};

pub(crate) static POPULATION: Rule = Rule {
    code: "qualifies.population",
    verdict: Verdict::Qualifies,
    why: "A bare number before 人口的, 人的 or 人口县, or a bounded one between 人口 and those who have so many, says how large a place is (30多万人口的县), not how large it shall be.",
    fires: &[
        "云岭是30多万人口的大县。",
        "在9个人口20万以上的县新建学校。",
        "常住人口100万以上城市站点覆盖率达到100%。",
        "20万以上人口县新建学校8所。",
    ],
    passes: &["常住人口达到30多万。"],
    when: Some(|asked| {
        let told =
            asked.is_bounded() && QUANTITY.population.suffix(asked.before()).is_some() && right::follows(asked.after());
        asked.unit().is_empty() && (told || VERDICTS.inhabitants.prefix(asked.after()).is_some())
    }),
};

pub(crate) static TASK: Rule = Rule {
    code: "qualifies.task",
    verdict: Verdict::Qualifies,
    why: "A count before 年度任务 or 年度目标 was asked, and is not what was done.",
    fires: &["超额完成省下达的3万人年度任务。"],
    passes: &["超额完成年度任务，城镇新增就业3万人。"],
    when: Some(|asked| VERDICTS.set_task.prefix(asked.after()).is_some()),
};

pub(crate) static AGE: Rule = Rule {
    code: "qualifies.age",
    verdict: Verdict::Qualifies,
    why: "An age says who is meant (65岁以上老年人). With a bound or the name of a length of life before it and nothing counted behind it, it is a life expectancy reached.",
    fires: &["为65岁以上老年人免费体检。"],
    passes: &["到2025年，人均预期寿命达到80岁。", "人均预期寿命79.86岁，比2020年提高1.2岁。"],
    when: Some(|asked| asked.measures(Dimension::Age) && !is_age_reached(asked)),
};

fn is_age_reached(asked: &Asked<'_>) -> bool {
    let told = !asked.bound().is_empty() || CLAUSES.duration_subject.suffix(asked.before()).is_some();
    told && !right::follows(asked.after()) && asked.quantity.comparator != Comparator::Lt
}

pub(crate) static URGED: Rule = Rule {
    code: "qualifies.urged",
    verdict: Verdict::Qualifies,
    why: "支持甲厂、乙厂等5家企业: the number sums up those who are supported or urged to act; what they shall reach may follow.",
    fires: &["支持云岭重工、青禾制药等5家企业发展。"],
    passes: &["新建云岭、青禾等5家医院。", "加快云岭、青禾等5个水利项目进度。"],
    when: Some(|asked| {
        if !asked.is_count() || !asked.before().ends_with(signs::and_so_on) {
            return false;
        }
        let urged = VERDICTS.urges.prefix(asked.before().trim_start_matches('、')).is_some();
        // 加快沙河、青河等3个航运项目|进度: works are hastened to their end.
        let phrase = asked.after().split(['，', '；', '。']).next().unwrap_or("");
        let building = CLAUSES.construction.strip_suffix(phrase);
        let works = building.is_some_and(|works| CLAUSES.works.suffix(works).is_some());
        urged && !works && !right::is_told_of(asked.after())
    }),
};

pub(crate) static EXTENT: Rule = Rule {
    code: "qualifies.extent",
    verdict: Verdict::Qualifies,
    why: "A length before 半径, 高 or 长 is the shape of a thing (500米半径), and one within which a share or a time is measured names \
          it (500米内换乘比例, 500米覆盖率, 100海里救援到达时间).",
    fires: &[
        "实现500米半径内有公园。",
        "公交与轨道50米内换乘比例达到88%。",
        "公交站点500米覆盖率达到95%。",
        "离岸100海里救援到达时间缩短到2小时。",
    ],
    passes: &["新建绿道500公里。", "误差控制在5米内。", "新建绿道500公里，覆盖率达到95%。"],
    when: Some(|asked| {
        let shape = || VERDICTS.extent.prefix(asked.after()).is_some();
        asked.measures(Dimension::Length) && (shape() || is_reach_of_share(asked) || is_reach_of_time(asked))
    }),
};

/// 离岸100海里|救援到达时间缩短到2小时: whether the next number is the time that is measured that far out.
fn is_reach_of_time(asked: &Asked<'_>) -> bool {
    let next = asked.next_apart().filter(|(next, _)| next.dimension == Dimension::Duration);
    let timed = next.is_some_and(|(_, between)| right::follows(between) && CLAUSES.duration_subject.is_in(between));
    timed && CLAUSES.add.suffix(asked.before()).is_none() && asked.is_plain()
}

fn is_reach_of_share(asked: &Asked<'_>) -> bool {
    let Some((_, between)) = asked.next_apart().filter(|(next, _)| next.is_share()) else { return false };
    let inside = VERDICTS.within.strip_prefix(between).is_some_and(right::follows);
    !between.contains('，') && (inside || CLAUSES.measure.prefix(between).is_some())
}
