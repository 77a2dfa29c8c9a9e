//! Headings with nothing below them.

use std::collections::HashSet;

use crate::check::rules::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "structure.empty-section",
    severity: Severity::Warning,
    summary: "a heading has no text, table or heading below it",
    why: "Plans do not open a section to say nothing: its text was lost, or a line that is no heading is read as one.",
    help: "put the text of the section back from the original",
    fires: &["第一章 总则\n云岭向前。\n第二章 产业\n第三章 民生\n民生改善。\n"],
    passes: &["第一章 总则\n第一节 目标\n云岭向前。\n第二章 产业\n产业兴旺。\n"],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let outline = cx.outline();
    let below = outline.paragraphs.iter().filter_map(|paragraph| paragraph.node());
    let below = below.chain(outline.tables.iter().filter_map(|table| table.node));
    let filled: HashSet<usize> = below.chain(outline.nodes.iter().filter_map(|node| node.parent)).collect();
    let nodes = outline.nodes.iter().enumerate();
    nodes
        .filter(|(at, node)| !node.label.is_empty() && !filled.contains(at))
        .map(|(_, node)| Hit::new(node.span, format!("nothing stands below the heading “{}”", node.heading())))
        .collect()
}
