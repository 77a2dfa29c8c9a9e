//! Words of the web page above and below the plan.

use crate::check::rules::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "text.site-furniture",
    severity: Severity::Info,
    summary: "lines of the web page stand above or below the plan",
    why: "Navigation, dates of posting, download links and notices are read past, but they are no part of the plan, and a checksum or a \
          comparison of two copies takes them along. One finding a document.",
    help: "delete these lines, or leave them where the copy shall stay as it was found",
    fires: &[
        "云岭市第十四个五年规划\n第一章 产业\n云岭市坚持创新驱动。\n第二章 民生\n改善民生。\n相关链接\n返回顶部\n",
    ],
    passes: &["云岭市第十四个五年规划\n第一章 产业\n云岭市坚持创新驱动，相关链接良好。\n第二章 民生\n改善民生。\n"],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let outline = cx.outline();
    let text = cx.text();
    let body =
        outline.nodes.first().zip(outline.nodes.last()).map(|(first, last)| Span::new(first.span.start, last.span.end));
    let lines: Vec<Span> = outline
        .furniture
        .iter()
        .copied()
        .filter(|&span| !body.is_some_and(|body| body.overlaps(span)) && is_of_page(&squeeze(span.of(text))))
        .collect();
    Hit::total(&lines, |count| {
        format!("{count} lines of the web page stand above or below the plan; this is the first")
    })
}

/// Whether `line`, without white space, is one of a web page.
fn is_of_page(line: &str) -> bool {
    CHECKED.page_opens.prefix(line).is_some() || CHECKED.page_whole.has(line)
}
