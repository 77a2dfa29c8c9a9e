//! Run-in headings: the sentence that opens a paragraph and names its topic.

use super::label;
use crate::{
    lexicon::{HEADINGS, SIGNS},
    span::Span,
};

/// Longest run-in, in characters.
const LONGEST: usize = 30;

/// Longest run-in after a heading on the same line.
const LONGEST_BELOW: usize = 16;

/// Longest topic before a colon.
const LONGEST_TOPIC: usize = 18;

/// The topic that opens `text`, clean text, without number, dash, stop or colon.
pub(super) fn find(text: &str) -> Option<Span> {
    let start = opening(text);
    let rest = &text[start..];
    let (at, stop) =
        rest.char_indices().take(LONGEST + 1).find(|&(_, c)| matches!(c, '。' | '：' | '！' | '；' | '？'))?;
    let topic = &rest[..at];
    let more = !rest[at + stop.len_utf8()..].is_empty();
    let length = topic.chars().count();
    let fits = match stop {
        '。' => length >= 2 && topic.matches('，').count() <= 2,
        '：' => (2..=LONGEST_TOPIC).contains(&length) && !topic.contains('，') && !leads_in(topic),
        _ => false,
    };
    (fits && more && !counts(topic)).then(|| Span::new(start, start + at))
}

/// The topic that opens the rest of a paragraph whose first sentence is a heading: short, and without a comma.
pub(super) fn find_below(text: &str) -> Option<Span> {
    find(text).filter(|span| {
        let topic = span.of(text);
        !topic.contains('，') && topic.chars().count() <= LONGEST_BELOW
    })
}

/// Bytes of dash, number or 一是 before the topic.
fn opening(text: &str) -> usize {
    let dashes =
        text.len() - text.trim_start_matches(['—', '―', '─', '–', '-', '－', '●', '■', '◆', '○', '•', '·']).len();
    let rest = &text[dashes..];
    if let Some(label) = label::read(rest) {
        return dashes + label.end;
    }
    match label::numeral(rest) {
        Some((_, length)) => dashes + SIGNS.is.prefix(&rest[length..]).map_or(0, |is| length + is.len()),
        None => dashes,
    }
}

/// Whether what stands before a colon leads to a list or statement rather than naming a topic.
fn leads_in(topic: &str) -> bool {
    HEADINGS.leads_in.suffix(topic).is_some()
}

/// Whether a number stands in the topic: then it is a statement of its own.
fn counts(topic: &str) -> bool {
    let mut quoted = 0;
    topic.chars().any(|c| {
        match c {
            '“' | '《' => quoted += 1,
            '”' | '》' => quoted -= 1,
            _ => {}
        }
        c.is_ascii_digit() && quoted <= 0
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opening_sentences_that_name_a_topic_are_found() {
        for (text, expected) in [
            ("优化河谷灌溉。建设干渠三条。", Some("优化河谷灌溉")),
            ("———产业发展取得突破。总量稳居前列。", Some("产业发展取得突破")),
            ("一是做强山货市场。改造老街。", Some("做强山货市场")),
            ("1.矿山。关闭小矿。", Some("矿山")),
            ("总体目标：到2025年，建成三库。", Some("总体目标")),
            ("总量达300亿元。增长5%。", None),
            ("建设“315”体系。投入增加。", Some("建设“315”体系")),
            ("基本原则是：坚持生态优先。", None),
            ("优化河谷灌溉。", None),
            ("", None),
        ] {
            assert_eq!(find(text).map(|span| span.of(text)), expected, "{text}");
        }
    }
}
