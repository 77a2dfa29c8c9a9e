//! Bounds that describe the noun behind them.

use super::prelude::*;
use crate::lexicon::{DEEDS, Forms, signs};

pub(crate) static DEFINES: Rule = Rule {
    code: "qualifies.bound",
    verdict: Verdict::Qualifies,
    why: "井深超过800米的矿山, 30万吨/年以下煤矿: a bound behind which the noun stands that it describes, where no verb of the clause brings \
          anything about and no one thing is told to have come about that cost so much. The name of a measure has the bound as its value (不突破500万吨的煤炭消费总量).",
    fires: &["关闭井深超过800米的矿山。", "投资超过50亿元的项目开工建设。"],
    passes: &[
        "新建深度超过800米的矿井。",
        "井深超过800米。",
        "力争不突破500万吨的煤炭消费总量。",
        "落实不少于20亿元的专项资金。",
        "90%以上的村建成文化广场。",
        "投资超过50亿元的云岭新能源基地开工建设。",
        "铁路里程超过500公里、成为首个通高铁的县。",
        "老旧小区按每百户不少于20平方米的标准补足。",
    ],
    when: Some(defines),
};

fn defines(asked: &Asked<'_>) -> bool {
    let sized = asked.is_size() || asked.quantity.dimension == Dimension::Count;
    let after = asked.after();
    // 里程超500公里、|成为首个通高铁的省份: what stands behind is told of the same subject.
    let told = |rest: &str| Forms::longest_prefix(&[&CLAUSES.have, &CLAUSES.add, &CLAUSES.predicate], rest).is_some();
    let joined = after.strip_prefix(|c| c == '、' || signs::or(c) || signs::and(c));
    let in_list = joined.is_some_and(|rest| rest.contains(signs::of) && !told(rest));
    // 按每百户不少于30平方米|的标准配建
    let standard = DEEDS.by_standard.prefix(after).is_some()
        && matches!(asked.quantity.dimension, Dimension::Area | Dimension::Count);
    let noun = after.starts_with(signs::of) && VERDICTS.in_manner.prefix(after).is_none() && !standard;
    let compound = asked.quantity.dimension == Dimension::Compound && right::follows(after);
    asked.is_bounded()
        && sized
        && (noun || in_list || compound)
        && !CLAUSES.add.is_in(asked.before())
        && !is_value_before_name(asked)
        && !is_cost_of_one(asked)
}

/// 投资超过50亿元|的云岭新能源基地开工建设: what the one thing costs of which it is told that it came about.
fn is_cost_of_one(asked: &Asked<'_>) -> bool {
    let cost = CLAUSES.investment.suffix(asked.before()).is_some() && asked.measures(Dimension::Money);
    let thing = right::read(asked.after(), asked.unit());
    let kind = VERDICTS.one_thing.suffix(&thing);
    let named = kind.is_some_and(|kind| thing[..thing.len() - kind.len()].chars().nth(1).is_some());
    cost && named && right::is_finished(asked.after().trim_start_matches(signs::of))
}

/// 不突破500万吨的|煤炭消费总量: a measure behind the number, which has it as its value.
fn is_value_before_name(asked: &Asked<'_>) -> bool {
    right::is_measured(asked.quantity, asked.after()) || right::is_fund(asked.quantity, asked.after())
}
