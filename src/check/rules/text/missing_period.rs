//! Plans that do not say for which years they hold.

use crate::{check::rules::prelude::*, lexicon::FRONT, outline::Kind};

pub(crate) static RULE: Rule = Rule {
    code: "text.missing-period",
    severity: Severity::Warning,
    summary: "neither title nor opening names the period",
    why: "Without its period a plan dates no target that says 期末 or nothing at all. Work reports have a year instead of a period.",
    help: "name the period in the title: 第十四个五年规划, （2021—2025年）",
    fires: &["云岭市产业发展规划\n第一章 产业\n坚持创新驱动。\n"],
    passes: &[
        "云岭市第十四个五年规划纲要\n第一章 产业\n云岭市坚持创新驱动。\n",
        "云岭市支持企业创新若干措施\n一、支持创新\n云岭市坚持创新驱动。\n",
        "云岭市2024年数字政府建设工作方案\n一、重点任务\n云岭市坚持创新驱动。\n",
    ],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let front = &cx.outline().front;
    // Measures, notices and opinions hold until they are withdrawn; a yearly plan has its year.
    let planned = matches!(front.kind, Kind::OutlinePlan | Kind::SectorPlan | Kind::ActionPlan | Kind::Other);
    if !planned
        || front.year.is_some()
        || front.period.is_some()
        || front.report_year.is_some()
        || front.title.as_deref().is_none_or(|title| FRONT.due_year.is_in(title))
    {
        return Vec::new();
    }
    vec![Hit {
        key: Some(Default::default()),
        ..Hit::new(cx.opening(), "neither the title nor the opening says for which years this plan holds")
    }]
}
