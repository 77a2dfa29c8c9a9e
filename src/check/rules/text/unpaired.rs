//! Quotation marks and brackets without their other half.

use std::collections::BTreeMap;

use crate::{check::rules::prelude::*, lexicon::numerals};

const PAIRS: &[(char, char)] =
    &[('“', '”'), ('《', '》'), ('«', '»'), ('（', '）'), ('【', '】'), ('「', '」'), ('〔', '〕')];

pub(crate) static RULE: Rule = Rule {
    code: "text.unpaired",
    severity: Severity::Warning,
    summary: "a quotation mark or bracket has no other half",
    why: "An open bracket swallows the sentence behind it, and a lone quotation mark turns quoted names inside out. Half-width and \
          full-width brackets count as the same; an item number such as 1） needs no opening one.",
    help: "put the missing half back",
    fires: &[
        "第一章 产业\n实施“云上青禾计划，壮大产业。\n",
        "第一章 产业\n落实《云岭市条例，壮大产业。\n",
        "第一章 产业\n建设园区（含孵化器，壮大产业。\n",
    ],
    passes: &["第一章 产业\n1）实施“云上青禾”计划（含《云岭市条例》),壮大产业。\n"],
    check,
};

/// From this many places on, a mark without its other half is how the text was written down, and told once.
const HABIT: usize = 12;

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let mut places: BTreeMap<char, Vec<Span>> = BTreeMap::new();
    for paragraph in cx.paragraphs() {
        for (at, c) in lone(paragraph.view.text()) {
            places.entry(c).or_default().push(paragraph.view.source(Span::new(at, at + c.len_utf8())));
        }
    }
    let told = places.into_iter().flat_map(|(c, spans)| match spans.len() >= HABIT {
        true => Hit::total(&spans, |count| format!("“{c}” has no other half in {count} places; this is the first")),
        false => {
            let message = format!("“{c}” has no other half in this paragraph");
            spans.into_iter().map(|span| Hit::new(span, message.clone())).collect()
        }
    });
    told.collect()
}

/// The marks of `text` without their other half.
fn lone(text: &str) -> Vec<(usize, char)> {
    let mut found = Vec::new();
    for &(open, close) in PAIRS {
        let mut waiting = Vec::new();
        for (at, c) in text.char_indices() {
            if c == open {
                waiting.push((at, c));
            } else if c == close && waiting.pop().is_none() && !(c == '）' && numbers_item(text, at)) {
                found.push((at, c));
            }
        }
        found.extend(waiting);
    }
    // A whole quotation may run over several paragraphs: each opens it anew.
    found.sort_unstable();
    found
}

/// Whether the bracket at `at` closes an item's number: 1）, 一）, a）.
fn numbers_item(text: &str, at: usize) -> bool {
    let before: Vec<char> = text[..at].chars().rev().take(3).collect();
    let digit = |c: &char| c.is_ascii_alphanumeric() || numerals::is_numbering(*c);
    let count = before.iter().take_while(|c| digit(c)).count();
    count > 0 && before.get(count).is_none_or(|c| "。；，：、”".contains(*c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{analysis, source::Source};

    #[test]
    fn a_habit_of_the_text_is_told_once() {
        let found = |times: usize| {
            let text =
                format!("云岭市第十四个五年规划\n第一章 产业\n{}", "实施“云上青禾“计划，壮大产业。\n".repeat(times));
            let reading = analysis::analyze(Source { name: "x", bytes: text.as_bytes() }).expect("reads");
            check(&Context { reading: &reading, expected_period: None, expectations: None }).len()
        };
        assert_eq!((found(1), found(4), found(40)), (2, 8, 1));
    }
}
