//! Responsible units of statements: what brackets, lines and sentences that give out work say, and names in a table's column.

use crate::{
    duty::{self, Duty, Unit},
    span::Span,
    time::Frame,
};

/// Who does what a paragraph states.
#[derive(Clone, Debug, Default)]
pub(super) struct Duties {
    /// The stretches of its text that say so, in order.
    pub(super) spans: Vec<Span>,
    /// The units, those that lead first, each once.
    pub(super) units: Vec<String>,
}

/// What `text`, a paragraph, says of who does it; months stand in `frame`.
pub(super) fn read(text: &str, frame: Frame) -> Duties {
    if let Some(duty) = duty::line(text, frame) {
        return Duties { spans: vec![Span::new(0, text.len())], units: units(&[duty]) };
    }
    let tails = duty::tails(text, frame);
    let spans = tails.iter().map(|tail| tail.span).collect();
    let duties: Vec<Duty> = tails.into_iter().map(|tail| tail.duty).collect();
    Duties { spans, units: units(&duties) }
}

fn units(duties: &[Duty]) -> Vec<String> {
    let leading = duties.iter().flat_map(|duty| &duty.lead);
    let mut names: Vec<String> = Vec::new();
    for Unit { name, .. } in leading.chain(duties.iter().flat_map(|duty| &duty.support)) {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}

/// The names of a cell or list, split at commas outside brackets.
pub(super) fn names(list: &str) -> Vec<String> {
    let (mut names, mut name, mut depth) = (Vec::new(), String::new(), 0i32);
    for c in list.chars() {
        match c {
            '（' => depth += 1,
            '）' => depth -= 1,
            '、' | '，' | '；' | ',' if depth <= 0 => {
                names.push(std::mem::take(&mut name));
                continue;
            }
            _ => {}
        }
        name.push(c);
    }
    names.push(name);
    names
        .into_iter()
        .map(|n| n.trim_matches(['（', '，', '。', ' ', '牵', '等']).to_owned())
        .filter(|n| n.chars().count() > 1)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_that_lead_come_first() {
        for (text, expected) in [
            (
                "建设水库（牵头单位：市水利局；责任单位：市财政局、各县（市、区））。",
                vec!["市水利局", "市财政局", "各县（市、区）"],
            ),
            ("建设水库（市水利局牵头，市财政局配合）。", vec!["市水利局", "市财政局"]),
            ("建设水库。【市水利局、市财政局按职责分工负责】", vec!["市水利局", "市财政局"]),
            ("建设水库（市财政局配合，市水利局牵头）。", vec!["市水利局", "市财政局"]),
            ("建设水库（含库区道路）。", vec![]),
        ] {
            assert_eq!(read(text, Frame::default()).units, expected, "{text}");
        }
    }
}
