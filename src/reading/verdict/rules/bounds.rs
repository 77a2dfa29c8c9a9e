//! Bounds that describe the noun behind them.

use super::prelude::*;

pub(crate) static DEFINES: Rule = Rule {
    code: "qualifies.bound",
    verdict: Verdict::Qualifies,
    why: "井深超过800米的矿山, 30万吨/年以下煤矿: a bound behind which the noun stands that it describes, where no verb of the clause brings \
          anything about.",
    fires: &["关闭井深超过800米的矿山。"],
    passes: &["新建深度超过800米的矿井。", "井深超过800米。"],
    when: Some(defines),
};

fn defines(asked: &Asked<'_>) -> bool {
    if !asked.is_bounded() || !(asked.is_size() || asked.quantity.dimension == Dimension::Count) {
        return false;
    }
    let after = asked.after();
    let in_list = after.starts_with(['、', '或', '和']) && after.contains('的');
    let noun = after.starts_with('的') && VERDICTS.in_manner.prefix(after).is_none();
    let compound = asked.quantity.dimension == Dimension::Compound && right::follows(after);
    (noun || in_list || compound) && !CLAUSES.add.is_in(asked.before())
}
