//! Headings with nothing below them.

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
    let filled = |at: usize| {
        outline.paragraphs.iter().any(|paragraph| paragraph.node() == Some(at))
            || outline.tables.iter().any(|table| table.node == Some(at))
            || outline.nodes.iter().any(|node| node.parent == Some(at))
    };
    let empty = (0..outline.nodes.len()).filter(|&at| !outline.nodes[at].label.is_empty() && !filled(at));
    empty
        .map(|at| &outline.nodes[at])
        .map(|node| Hit::new(node.span, format!("nothing stands below the heading “{}”", node.heading())))
        .collect()
}
