//! Headings broken over two lines.

use crate::check::rules::prelude::*;
use crate::lexicon::numerals;

pub(crate) static RULE: Rule = Rule {
    code: "structure.heading-split",
    severity: Severity::Warning,
    summary: "a heading or the title is broken over two lines",
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
    let headings =
        broken.map(|node| Hit::new(node.span, format!("the heading “{}” is broken over lines", node.heading())));
    title(cx).into_iter().chain(headings).collect()
}

/// The title, where it is broken inside a word or name: no line of its own ends it, and none of its lines is an issuer alone.
fn title(cx: &Context<'_>) -> Option<Hit> {
    let front = &cx.outline().front;
    let bare =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric() && !numerals::ZEROS.contains(c)).collect::<String>();
    let title = bare(front.title.as_deref()?);
    let end = cx.outline().nodes.first().map_or(cx.text().len(), |node| node.span.start);
    let lines: Vec<(Span, String)> = cx
        .lines()
        .take_while(|(span, _)| span.end <= end)
        .map(|(span, line)| (span, bare(line)))
        .filter(|(_, line)| !line.is_empty())
        .collect();
    if lines.iter().any(|(_, line)| *line == title) {
        return None;
    }
    let issuer = front.issuer.as_deref().map(bare);
    let pair = lines
        .windows(2)
        // （2023—2025年） below a title tears no word.
        .filter(|pair| !pair[1].1.starts_with(|c: char| c.is_ascii_digit()))
        .find(|pair| title == format!("{}{}", pair[0].1, pair[1].1) && Some(&pair[0].1) != issuer.as_ref())?;
    let place = cx.line(cx.reading.document.lines.line(pair[0].0.start));
    Some(Hit::new(place, "the title is broken over lines"))
}
