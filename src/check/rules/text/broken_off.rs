//! Paragraphs that end in the middle of a sentence.

use crate::check::{context::ENDS, rules::prelude::*};

/// Shorter paragraphs may be captions, signatures or items of a list.
const LONG: usize = 30;

pub(crate) static RULE: Rule = Rule {
    code: "text.broken-off",
    severity: Severity::Warning,
    summary: "a paragraph breaks off in the middle of a sentence",
    why: "A long paragraph whose last sentence has no stop lost its end, or a line break stands inside a sentence. Texts that have lost \
          all their stops are left alone.",
    help: "look up in the original how the sentence ends",
    fires: &[
        "第一章 产业\n云岭市坚持创新驱动，壮大主导产业，推进园区扩容提质，提升公共服务水平，完善基础设施，持续改善民生，加快建设、\n第二章 民生\n改善民生。\n",
    ],
    passes: &[
        "第一章 产业\n云岭市坚持创新驱动，壮大主导产业，推进园区扩容提质，提升公共服务水平，完善基础设施，持续改善民生。\n第二章 民生\n改善民生。\n",
    ],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    if cx.is_stopless() {
        return Vec::new();
    }
    let text = cx.text();
    let mut hits = Vec::new();
    for (at, paragraph) in cx.paragraphs().iter().enumerate().filter(|(_, paragraph)| paragraph.boxed.is_none()) {
        let source = paragraph.span().of(text).trim_end();
        let clean = paragraph.view.text();
        let prose = clean.chars().count() >= LONG && clean.contains('，') && !clean.contains('\t');
        if prose && !cx.is_torn(at) && !source.ends_with(ENDS) && !source.ends_with(['*', '_', '|']) {
            let last = source.char_indices().rev().nth(5).map_or(0, |(at, _)| at);
            let start = paragraph.span().start;
            hits.push(Hit::new(
                Span::new(start + last, start + source.len()),
                "the paragraph breaks off here, without a stop",
            ));
        }
    }
    hits
}
