//! A table of contents that names other headings than the text.

use std::{
    collections::{BTreeSet, HashSet},
    ops::Bound,
};

use super::missing::{Gap, gaps};
use crate::check::rules::prelude::*;
use crate::lexicon::FURNITURE;

static ENTRY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^({ordinal}(?:{numbering}|{numeral}|\d)+{division}|{numbering}+、|（{numbering}+）)(.+)$")
});

pub(crate) static RULE: Rule = Rule {
    code: "structure.contents-disagree",
    severity: Severity::Warning,
    summary: "the table of contents names a heading that the text does not have",
    why: "Contents and headings are the same list twice. Where they differ, a heading was lost or mistyped, or the contents were taken \
          from another version. Contents that match few headings are read as no contents at all.",
    help: "compare both with the original",
    fires: &[
        "云岭市规划\n目录\n第一章 总则\n第二章 产业\n第三章 民生福祉\n第一章 总则\n云岭向前。\n第二章 产业\n兴旺发达。\n第三章 民生\n改善。\n",
    ],
    passes: &[
        "云岭市规划\n目录\n第一章 总则\n第二章 产业\n第三章 民生\n第一章 总则\n云岭向前。\n第二章 产业\n兴旺发达。\n第三章 民生\n改善。\n",
    ],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let entries = entries(cx);
    let headings: BTreeSet<String> =
        cx.outline().nodes.iter().map(|node| bare(&format!("{}{}", node.label, node.title))).collect();
    let known = |entry: &str| headings.contains(entry) || is_long(entry) && is_begun(&headings, entry);
    let lost: HashSet<String> = gaps(cx).iter().flat_map(Gap::labels).map(|label| bare(&label)).collect();
    let unknown: Vec<&(Span, String)> = entries.iter().filter(|(_, entry)| !known(entry)).collect();
    if unknown.len() * 3 > entries.len().max(3) {
        return Vec::new();
    }
    // What is missing from the count is told there.
    let told = |entry: &str| beginnings(entry).any(|start| lost.contains(start));
    unknown
        .iter()
        .filter(|(_, entry)| !told(entry))
        .map(|(span, entry)| Hit::new(*span, format!("the contents list “{entry}”, but no heading is called so")))
        .collect()
}

/// Characters from which on one text that begins another is the same.
const LONG: usize = 9;

fn is_long(text: &str) -> bool {
    text.chars().count() >= LONG
}

/// Whether `entry` begins one of `headings`, or a long one begins it.
fn is_begun(headings: &BTreeSet<String>, entry: &str) -> bool {
    let next = headings.range::<str, _>((Bound::Included(entry), Bound::Unbounded)).next();
    let begins = next.is_some_and(|heading| heading.starts_with(entry));
    begins || beginnings(entry).skip(LONG).any(|start| headings.contains(start))
}

/// What `text` begins with: nothing, its first character, its first two, up to all of it.
fn beginnings(text: &str) -> impl Iterator<Item = &str> {
    text.char_indices().map(|(at, _)| &text[..at]).chain([text])
}

/// The entries of the table of contents with their places.
fn entries(cx: &Context<'_>) -> Vec<(Span, String)> {
    let text = cx.text();
    let furniture = &cx.outline().furniture;
    let Some(start) = furniture.iter().position(|span| FURNITURE.contents.has(&squeeze(span.of(text)))) else {
        return Vec::new();
    };
    // Contents stand above the text.
    let first = cx.outline().nodes.first().map_or(0, |node| node.span.start);
    furniture[start + 1..]
        .iter()
        .filter(|span| span.end <= first)
        .filter_map(|&span| {
            let line = squeeze(span.of(text));
            let line =
                line.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '…' | '·' | '⋯' | '—' | '-'));
            ENTRY.is_match(line).then(|| (span, bare(line)))
        })
        .collect()
}

/// `text` without white space and punctuation.
fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
