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
    for paragraph in cx.paragraphs() {
        let source = paragraph.span.of(text);
        for (at, _) in source.match_indices('\n') {
            let (before, after) = (source[..at].trim_end(), source[at..].trim_start());
            if !before.is_empty() && !after.is_empty() && !before.ends_with(ENDS) {
                let word = before.char_indices().next_back().map_or(0, |(at, _)| at);
                let next = source.len() - after.len() + after.chars().next().map_or(0, char::len_utf8);
                breaks.push(Span::new(paragraph.span.start + word, paragraph.span.start + next));
            }
        }
    }
    breaks.dedup();
    Hit::total(&breaks, |count| format!("{count} line breaks stand inside sentences; this is the first"))
}
