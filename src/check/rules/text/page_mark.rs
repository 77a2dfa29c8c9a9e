//! Page numbers and site furniture between the paragraphs.

use crate::check::rules::prelude::*;

static PAGE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^(?:[—－–·―─-]+\d{1,4}[—－–·―─-]+|{ordinal}\d+{page}(?:{altogether}\d+{page})?|\d{1,4})$")
});

pub(crate) static RULE: Rule = Rule {
    code: "text.page-mark",
    severity: Severity::Warning,
    summary: "page numbers or words of the web page stand inside the text",
    why: "What belongs to the page and not to the plan splits paragraphs and tables, and a page number between two figures reads like \
          one of them. Contents, and what stands above and below the plan, are left alone.",
    help: "delete these lines from the text",
    fires: &["云岭市规划\n第一章 总则\n云岭向前。\n— 12 —\n第二章 产业\n产业兴旺。\n"],
    passes: &["云岭市规划\n第一章 总则\n云岭向前。\n第二章 产业\n产业兴旺。\n— 12 —\n"],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let outline = cx.outline();
    let bounds = outline.nodes.first().zip(outline.nodes.last());
    let Some(body) = bounds.map(|(first, last)| Span::new(first.span.start, last.span.start)) else {
        return Vec::new();
    };
    let text = cx.text();
    let marks: Vec<Span> = outline
        .furniture
        .iter()
        .copied()
        .filter(|&span| body.contains(span) && is_mark(&squeeze(span.of(text))))
        .chain(cx.paragraphs().iter().filter(|p| body.contains(p.span()) && is_site(p.view.text())).map(|p| p.span()))
        .collect();
    Hit::total(&marks, |count| format!("page numbers or words of the web page stand inside the text in {count} places"))
}

fn is_mark(line: &str) -> bool {
    PAGE.is_match(line) || is_site(line)
}

fn is_site(line: &str) -> bool {
    line.chars().count() <= 20 && CHECKED.of_page.prefix(line).is_some()
}
