//! Characters that nobody sees.

use crate::check::rules::prelude::*;
use crate::span::{is_invisible, is_variant};

pub(crate) static RULE: Rule = Rule {
    code: "text.invisible",
    severity: Severity::Warning,
    summary: "invisible characters stand inside the text",
    why: "Zero-width spaces, soft hyphens and byte order marks inside a text split words for every program and for no reader. One \
          finding a document.",
    help: "run `plan check --fix`, which takes them out",
    fires: &["第一章 产业\n云岭市坚持创新\u{200B}驱动。\n", "第一章 产业\n云岭市坚持创新\u{2066}驱动。\n"],
    passes: &["第一章 产业\n云岭市坚持创新驱动。\n"],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    // A variant shows how the character before it is drawn.
    let hidden = |c: char| is_invisible(c) && !is_variant(c);
    let places: Vec<Span> =
        cx.text().char_indices().filter(|&(_, c)| hidden(c)).map(|(at, c)| Span::new(at, at + c.len_utf8())).collect();
    let edits = places.iter().map(|&span| Edit { span, text: String::new() }).collect::<Vec<_>>();
    let hits =
        Hit::total(&places, |count| format!("{count} invisible characters stand in the text; this is the first"));
    hits.into_iter().map(|hit| hit.with_edits(edits.clone())).collect()
}
