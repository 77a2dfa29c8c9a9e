//! Sentences and clauses of a paragraph's clean text.
//!
//! Brackets and quotation marks hold together; a clause ends at `，`, `；` or `：`, a sentence at `。`, `！` or `？`.

use crate::span::Span;

/// A sentence with its clauses, as spans of the paragraph's text without the stops that end them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub(crate) span: Span,
    pub(crate) clauses: Vec<Span>,
}

/// Splits `text` into sentences.
pub(crate) fn split(text: &str) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let (mut start, mut clause_start, mut clauses) = (0, 0, Vec::new());
    let mut depth = 0usize;
    for (at, c) in text.char_indices() {
        let next = at + c.len_utf8();
        match c {
            '（' | '(' | '【' => depth += 1,
            '）' | ')' | '】' => depth = depth.saturating_sub(1),
            '。' | '！' | '？' => {
                clauses.push(Span::new(clause_start, at));
                close(&mut sentences, Span::new(start, at), &mut clauses);
                (start, clause_start, depth) = (next, next, 0);
            }
            '，' | '；' | '：' if depth == 0 => {
                clauses.push(Span::new(clause_start, at));
                clause_start = next;
            }
            _ => {}
        }
    }
    clauses.push(Span::new(clause_start, text.len()));
    close(&mut sentences, Span::new(start, text.len()), &mut clauses);
    sentences
}

fn close(sentences: &mut Vec<Sentence>, span: Span, clauses: &mut Vec<Span>) {
    clauses.retain(|clause| !clause.is_empty());
    if !clauses.is_empty() {
        sentences.push(Sentence { span, clauses: std::mem::take(clauses) });
    }
}

/// `text` from `start`, without brackets and what they hold; gives the rest unchanged where they do not close.
pub(crate) fn without_brackets(text: &str) -> String {
    let (mut out, mut depth) = (String::with_capacity(text.len()), 0usize);
    for c in text.chars() {
        match c {
            '（' | '【' => depth += 1,
            '）' | '】' => depth = depth.saturating_sub(1),
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_end_at_commas_and_brackets_hold_together() {
        let text = "到2025年，覆盖率达到95%（预期性指标，牵头单位：市水利局）；农田800亩。其余不变";
        let sentences = split(text);
        assert_eq!(sentences.len(), 2);
        let clauses: Vec<&str> = sentences[0].clauses.iter().map(|c| c.of(text)).collect();
        assert_eq!(clauses, ["到2025年", "覆盖率达到95%（预期性指标，牵头单位：市水利局）", "农田800亩"]);
        assert_eq!(without_brackets("覆盖率（含托管）达到"), "覆盖率达到");
    }
}
