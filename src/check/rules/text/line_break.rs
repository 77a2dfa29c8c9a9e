//! Line breaks inside sentences.

use crate::check::{context::ENDS, rules::prelude::*};

pub(crate) static RULE: Rule = Rule {
    code: "text.line-break",
    severity: Severity::Warning,
    summary: "line breaks stand inside sentences, words or numbers",
    why: "A hard break inside a paragraph cuts words and numbers (到2025 / 年) and hides them from search. One finding a document: \
          texts taken from print are broken throughout. Where lines have lost their stops, `text.lost-stops` says so instead.",
    help: "join the lines of each paragraph",
    fires: &[
        "第一章 产业\n云岭市加快建设现代化产业体系，壮大主导产业，到2025\n年，建成五个园区。\n第二章 民生\n改善民生。\n",
    ],
    passes: &["第一章 产业\n云岭市加快建设现代化产业体系，到2025年，建成五个园区。\n第二章 民生\n改善民生。\n"],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let text = cx.text();
    if cx.is_stopless() {
        return Vec::new();
    }
    let mut breaks = Vec::new();
    for (at, paragraph) in cx.paragraphs().iter().enumerate() {
        let source = paragraph.span().of(text);
        for (at, _) in source.match_indices('\n') {
            let (before, after) = (source[..at].trim_end(), source[at..].trim_start());
            if !before.is_empty() && !after.is_empty() && !before.ends_with(ENDS) {
                breaks.push(around(text, paragraph.span().start + before.len(), paragraph.span().end - after.len()));
            }
        }
        if cx.is_torn(at) {
            breaks.push(around(text, paragraph.span().end, cx.paragraphs()[at + 1].span().start));
        }
    }
    breaks.dedup();
    Hit::total(&breaks, |count| format!("{count} line breaks stand inside sentences; this is the first"))
}

/// The characters before `from` and after `to`, with what stands between.
fn around(text: &str, from: usize, to: usize) -> Span {
    let before = text[..from].trim_end().chars().next_back().map_or(0, char::len_utf8);
    let after = text[to..].chars().next().map_or(0, char::len_utf8);
    Span::new(text[..from].trim_end().len() - before, to + after)
}
