//! Binding targets that nobody answers for, in a plan that assigns units.

use crate::{check::rules::prelude::*, statement::Nature};

pub(crate) static RULE: Rule = Rule {
    code: "consistency.binding-without-unit",
    severity: Severity::Info,
    summary: "a binding target has no responsible unit although the plan assigns units",
    why: "Where a plan names 牵头单位 or 责任单位 for its binding targets, one without a unit was forgotten or its cell was lost. Plans \
          that assign units to a few of their binding targets only are left alone.",
    help: "see who is responsible in the original",
    fires: &[
        "云岭市第十四个五年规划\n第一章 目标\n表1 主要指标\n指标\t2020年\t2025年\t属性\t责任单位\n森林覆盖率（%）\t60\t65\t约束性\t市林业局\n耕地保有量（亩）\t50\t50\t约束性\t市资源局\n\
              空气优良天数比例（%）\t90\t95\t约束性\t\n",
    ],
    passes: &[
        "云岭市第十四个五年规划\n第一章 目标\n表1 主要指标\n指标\t2020年\t2025年\t属性\n森林覆盖率（%）\t60\t65\t约束性\n耕地保有量（亩）\t50\t50\t约束性\n",
    ],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let binding = || cx.analysis().commitments.iter().filter(|record| record.nature == Some(Nature::Binding));
    let assigned = binding().filter(|record| !record.responsible.is_empty()).count();
    if assigned == 0 || assigned * 2 < binding().count() {
        return Vec::new();
    }
    let bare = binding().filter(|record| record.responsible.is_empty());
    bare.map(|record| {
        Hit::new(cx.place(record), format!("the binding target “{}” has no responsible unit", record.indicator))
    })
    .collect()
}
