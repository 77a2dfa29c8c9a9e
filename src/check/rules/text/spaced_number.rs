//! Spaces inside numbers.

use crate::check::rules::prelude::*;

static SPACED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\d[ \u{A0}\u{3000}]+(?:[.,．][ \u{A0}\u{3000}]*)?\d|\d[.][ \u{A0}\u{3000}]+\d+(?:%|{spaced_unit})")
});

pub(crate) static RULE: Rule = Rule {
    code: "text.spaced-number",
    severity: Severity::Warning,
    summary: "spaces stand inside numbers",
    why: "“1 000” and “3 . 5” are two numbers to most programs. A space between a number and its unit (1000 家) is a matter of layout and \
          left alone.",
    help: "take the spaces out; no fix touches a number",
    fires: &["第一章 产业\n企业达到1 000家。\n", "第一章 产业\n增长3 . 5%。\n"],
    passes: &[
        "第一章 产业\n企业达到 1000 家，增长 3.5%，2021 — 2025 年实施。\n",
        "第一章 产业\n主要情况如下\n山货产值 亿元 850 1200\n",
    ],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let text = cx.text();
    let mut places = Vec::new();
    for paragraph in cx.paragraphs() {
        let source = paragraph.span().of(text);
        let (mut line, mut row) = (Span::default(), false);
        for found in SPACED.find_iter(source) {
            // The time behind a date: 2026-01-22 09:34.
            let (before, after) = (&source[..found.start()], &source[found.end()..]);
            let clock = before.chars().rev().take(2).any(|c| matches!(c, '-' | '/' | ':'))
                || after.chars().take(2).any(|c| c == ':');
            if found.start() >= line.end {
                line = line_at(source, found.start());
                row = is_row(line.of(source));
            }
            if !found.as_str().contains('\n') && !clock && !row {
                places.push(Span::new(paragraph.span().start + found.start(), paragraph.span().start + found.end()));
            }
        }
    }
    Hit::total(&places, |count| format!("spaces stand inside numbers in {count} places; this is the first"))
}

/// The line of `text` that holds what stands at `at`.
fn line_at(text: &str, at: usize) -> Span {
    let start = text[..at].rfind('\n').map_or(0, |stop| stop + 1);
    Span::new(start, text[at..].find('\n').map_or(text.len(), |stop| at + stop))
}

/// Whether `line` is a row of a table whose columns spaces part: words, then two numbers or more in cells of their own.
fn is_row(line: &str) -> bool {
    let cells: Vec<&str> = line.split_whitespace().collect();
    let numbers = cells.iter().rev().take_while(|cell| cell.parse::<f64>().is_ok()).count();
    numbers >= 2 && cells.len() > numbers && cells[0].chars().any(char::is_alphabetic) && !cells[0].contains('，')
}
