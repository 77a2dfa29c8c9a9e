//! Documents that do not say whose plan they are.

use crate::check::rules::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "text.missing-issuer",
    severity: Severity::Info,
    summary: "the title names no place or body",
    why: "Records of several plans can only be told apart by their issuers. National programmes often go without one in their title, so this is a hint.",
    help: "name the issuer in the title or on a line below it",
    fires: &["产业发展第十四个五年规划\n第一章 产业\n坚持创新驱动。\n"],
    passes: &["云岭市第十四个五年规划纲要\n第一章 产业\n云岭市坚持创新驱动。\n"],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let front = &cx.outline().front;
    if front.issuer.is_some() || front.title.is_none() {
        return Vec::new();
    }
    vec![Hit {
        key: Some(Default::default()),
        ..Hit::new(cx.opening(), "neither the title nor the lines beside it say whose plan this is")
    }]
}
