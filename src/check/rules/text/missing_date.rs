//! Documents without a date.

use crate::check::rules::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "text.missing-date",
    severity: Severity::Info,
    summary: "no day of approval or publication stands beside the title",
    why: "The date tells versions of a plan apart and shows which deadlines lay ahead of it. Many copies of plans have lost it, so this is a hint.",
    help: "put the date of approval below the title",
    fires: &["云岭市第十四个五年规划纲要\n第一章 产业\n坚持创新驱动。\n"],
    passes: &["云岭市第十四个五年规划纲要\n（2021年3月5日批准）\n第一章 产业\n云岭市坚持创新驱动。\n"],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let front = &cx.outline().front;
    if front.day().is_some() {
        return Vec::new();
    }
    vec![Hit { key: Some(Default::default()), ..Hit::new(cx.opening(), "no day of approval or publication was found") }]
}
