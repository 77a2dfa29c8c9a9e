//! Sentences and clauses of a paragraph's clean text.
//!
//! Brackets and quotation marks hold together; a clause ends at `，`, `；` or `：`, a sentence at `。`, `！` or `？`.
//!
//! What is longer than anybody writes (a text without stops, a bracket that never closes) is parted too: what is read of a
//! number may look through its whole clause and sentence, so these have an end.

use crate::span::{self, Span};

/// A sentence with its clauses, as spans of the paragraph's text without the stops that end them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub(crate) span: Span,
    pub(crate) clauses: Vec<Span>,
}

/// Bytes of the longest clause: 400 characters, twice what the longest known has.
const LONGEST_CLAUSE: usize = 1200;

/// Bytes of the longest sentence.
const LONGEST_SENTENCE: usize = 3 * LONGEST_CLAUSE;

/// What of `text` behind byte `at` a clause that begins there can hold.
pub(crate) fn ahead(text: &str, at: usize) -> &str {
    &text[at..span::floor(text, at + LONGEST_CLAUSE)]
}

/// What of `text` before byte `at` a clause that ends there can hold.
pub(crate) fn back(text: &str, at: usize) -> &str {
    &text[span::floor(text, at.saturating_sub(LONGEST_CLAUSE))..at]
}

/// What of `text` before byte `at` a sentence that goes on there can have told.
pub(crate) fn told(text: &str, at: usize) -> &str {
    &text[span::floor(text, at.saturating_sub(LONGEST_SENTENCE))..at]
}

/// Splits `text` into sentences.
pub(crate) fn split(text: &str) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let (mut start, mut clause_start, mut clauses) = (0, 0, Vec::new());
    let mut depth = 0usize;
    for (at, c) in span::signs(text) {
        let next = at + c.len_utf8();
        match c {
            '（' | '(' | '【' => depth += 1,
            '）' | ')' | '】' => depth = depth.saturating_sub(1),
            '。' | '！' | '？' => {
                clauses.push(Span::new(clause_start, at));
                close(&mut sentences, text, Span::new(start, at), &mut clauses);
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
    close(&mut sentences, text, Span::new(start, text.len()), &mut clauses);
    sentences
}

/// Adds the sentence at `span` of `text` with its `clauses`, parted where it is too long.
fn close(sentences: &mut Vec<Sentence>, text: &str, span: Span, clauses: &mut Vec<Span>) {
    let mut start = span.start;
    let mut held: Vec<Span> = Vec::with_capacity(clauses.len());
    for clause in clauses.drain(..).flat_map(|clause| parted(text, clause)).filter(|clause| !clause.is_empty()) {
        if clause.end - start > LONGEST_SENTENCE && !held.is_empty() {
            sentences.push(Sentence { span: Span::new(start, clause.start), clauses: std::mem::take(&mut held) });
            start = clause.start;
        }
        held.push(clause);
    }
    if !held.is_empty() {
        sentences.push(Sentence { span: Span::new(start, span.end), clauses: held });
    }
}

/// `clause`, or the parts of one that is too long: they end before a mark of a list where there is one.
fn parted(text: &str, clause: Span) -> impl Iterator<Item = Span> {
    let part = move |start: usize| {
        if clause.end - start <= LONGEST_CLAUSE {
            return Span::new(start, clause.end);
        }
        let limit = span::floor(text, start + LONGEST_CLAUSE);
        let mark = text[start..limit].rfind(['、', '，', '；', '：', '（', '“']).filter(|&at| at > 0);
        Span::new(start, mark.map_or(limit, |at| start + at))
    };
    std::iter::successors(Some(part(clause.start)), move |last| (last.end < clause.end).then(|| part(last.end)))
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

/// What the bracket of `clause` holds in which `number` stands; empty where it stands in none.
pub(crate) fn aside(text: &str, clause: Span, number: Span) -> &str {
    let open = text[clause.start..number.start].rfind('（').map(|at| clause.start + at + '（'.len_utf8());
    let open = open.filter(|&open| !text[open..number.start].contains('）'));
    let close = text[number.end..clause.end].find('）').map(|at| number.end + at);
    open.zip(close).map_or("", |(open, close)| &text[open..close])
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

    #[test]
    fn what_a_sentence_has_told_ends_where_the_longest_does() {
        let text = format!("给予奖补，{}最高20万元", "推进建设，".repeat(9000));
        let at = text.find("最高").unwrap_or_default();
        assert_eq!(told(&text, "给予奖补，".len()), "给予奖补，");
        assert!((LONGEST_SENTENCE - 3..=LONGEST_SENTENCE + 3).contains(&told(&text, at).len()));
    }

    #[test]
    fn what_nobody_writes_is_parted_and_nothing_of_it_lost() {
        let list = format!("新建{}", "菇棚8个、".repeat(500));
        let open = format!("新建（{}", "菇棚8个，".repeat(3000));
        for text in [list.as_str(), open.as_str(), &"菇".repeat(5000)] {
            let sentences = split(text);
            let clauses: Vec<&str> = sentences.iter().flat_map(|s| &s.clauses).map(|clause| clause.of(text)).collect();
            assert_eq!(clauses.concat(), text);
            assert!(clauses.len() > 1 && clauses.iter().all(|clause| clause.len() <= LONGEST_CLAUSE));
            assert!(sentences.iter().all(|sentence| sentence.span.len() <= LONGEST_SENTENCE));
            assert!(clauses[1..].iter().all(|clause| clause.starts_with(['、', '，', '菇'])));
        }
    }
}
