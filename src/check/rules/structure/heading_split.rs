//! Headings broken over two lines.

use crate::check::rules::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "structure.heading-split",
    severity: Severity::Warning,
    summary: "a heading is broken over two lines",
    why: "Outside of hard-wrapped text a heading stands on one line. A second line is taken for a paragraph by most readers, and the \
          title loses its end.",
    help: "join the lines of the heading",
    fires: &["第一章 加快建设\n现代产业体系\n第一节 工业\n云岭向前，产业兴旺。\n"],
    passes: &["第一章 加快建设现代产业体系\n第一节 工业\n云岭向前，产业兴旺。\n"],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    if cx.is_wrapped() {
        return Vec::new();
    }
    let text = cx.text();
    let broken = cx.outline().nodes.iter().filter(|node| node.span.of(text).trim().contains('\n'));
    broken.map(|node| Hit::new(node.span, format!("the heading “{}” is broken over lines", node.heading()))).collect()
}
