//! Documents without a title.

use crate::check::rules::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "text.missing-title",
    severity: Severity::Warning,
    summary: "no title stands above the text",
    why: "The title says whose plan it is and for which years; every dating of a target hangs on it.",
    help: "put the title on a line of its own above the text",
    fires: &["第一章 产业\n云岭市坚持创新驱动。\n第二章 民生\n改善民生。\n"],
    passes: &["云岭市第十四个五年规划纲要\n第一章 产业\n云岭市坚持创新驱动。\n"],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let front = &cx.outline().front;
    if front.title.is_some() {
        return Vec::new();
    }
    vec![Hit { key: Some(Default::default()), ..Hit::new(cx.opening(), "no title was found above the text") }]
}
