//! Responsible units of statements: what brackets and lines that give out work say, and names in a table's column.

use crate::{
    duty::{self, Duty, Unit},
    span::Span,
    time::Frame,
};

/// Who does what a paragraph states.
#[derive(Clone, Debug, Default)]
pub(super) struct Duties {
    /// The stretches of its text that say so, in order and apart.
    pub(super) spans: Vec<Span>,
    /// For each, the units, those that lead first.
    units: Vec<Vec<String>>,
}

impl Duties {
    /// The units of what stands at `span`: those of the first bracket behind it, and of the brackets side by side with that;
    /// behind the last bracket those of that.
    pub(super) fn of(&self, span: Span) -> Vec<String> {
        let behind = self.spans.partition_point(|duty| duty.start < span.start);
        let first = behind.min(self.spans.len().saturating_sub(1));
        let behind = self.spans.iter().skip(first).zip(self.spans.iter().skip(first + 1));
        let more = behind.take_while(|(one, next)| one.end == next.start).count();
        each_once(self.units.iter().skip(first).take(1 + more).flatten().cloned())
    }
}

/// What `text`, a paragraph, says of who does it; months stand in `frame`.
pub(super) fn read(text: &str, frame: Frame) -> Duties {
    if let Some(duty) = duty::line(text, frame) {
        return Duties { spans: vec![Span::new(0, text.len())], units: vec![named(&duty)] };
    }
    let tails = duty::tails(text, frame);
    Duties {
        spans: tails.iter().map(|tail| tail.span).collect(),
        units: tails.iter().map(|tail| named(&tail.duty)).collect(),
    }
}

fn named(duty: &Duty) -> Vec<String> {
    duty.units().map(|unit| unit.name.clone()).collect()
}

/// The names of a cell or list.
pub(super) fn names(list: &str) -> Vec<String> {
    duty::list(list).into_iter().map(|Unit { name, .. }| name).collect()
}

fn each_once(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for name in names {
        if !found.contains(&name) {
            found.push(name);
        }
    }
    found
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
            let first = Span::new(0, "建设水库".len());
            assert_eq!(read(text, Frame::default()).of(first), expected, "{text}");
        }
    }

    #[test]
    fn each_statement_has_the_units_of_its_own_bracket() {
        let text = "新建学校3所（市教育局）；改造医院2家（市卫健委）（市财政局配合）。";
        let duties = read(text, Frame::default());
        let of = |words: &str| duties.of(Span::new(text.find(words).expect("it"), text.find(words).expect("it") + 3));
        assert_eq!(of("新建"), ["市教育局"]);
        assert_eq!(of("改造"), ["市卫健委", "市财政局"]);
    }
}
