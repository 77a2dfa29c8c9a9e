//! The mention layer as a list of plain records: what `plan scan` prints for a line of text.
//!
//! Joins quantities and times; knows nothing of sections or promises.

use serde::Serialize;

use crate::{
    number::Number,
    quantity::{self, Comparator, Dimension, Quantity, Shape},
    source::View,
    span::Span,
    time::{self, Frame, TimeMention},
};

/// One number or time in a line.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mention {
    /// 1-based line.
    pub line: usize,
    /// `number`, `percentage`, `fraction`, `points`, `ratio`, `rank`, `multiple`, `class`, `ordinal`, `quantity`, `currency`,
    /// `age`, `duration`, `time`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The text it was read from, as it stands.
    pub text: String,
    /// First byte in the line.
    pub start: usize,
    /// One past the last byte in the line.
    pub end: usize,
    /// In the base unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Number>,
    /// The upper end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upper: Option<Number>,
    /// The base unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Which way the number bounds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comparator: Option<Comparator>,
    /// The year of a time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// First and last year of a period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<[i32; 2]>,
    /// The month of a time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub month: Option<u32>,
}

/// The mentions of one line of any text, in order.
pub fn of_line(line: &str, number: usize) -> Vec<Mention> {
    let view = View::new(line, &[Span::new(0, line.len())]);
    let text = view.text();
    let times: Vec<TimeMention> = time::scan(text, Frame::default());
    let mut mentions: Vec<Mention> = quantity::scan_all(text)
        .iter()
        .filter(|q| {
            !times.iter().any(|t| t.span.overlaps(q.core) && !(q.dimension == Dimension::Duration && t.relative))
        })
        .map(|q| of_quantity(q, line, number, &view))
        .collect();
    mentions.extend(times.iter().map(|t| of_time(t, line, number, &view)));
    mentions.sort_by_key(|m| (m.start, m.end));
    mentions
}

fn of_quantity(quantity: &Quantity, line: &str, number: usize, view: &View) -> Mention {
    let place = view.source(quantity.span);
    Mention {
        line: number,
        kind: kind(quantity),
        text: place.of(line).to_owned(),
        start: place.start,
        end: place.end,
        value: Some(quantity.value),
        upper: quantity.upper,
        unit: (!quantity.unit.is_empty()).then(|| quantity.unit.clone()),
        comparator: Some(quantity.comparator),
        year: None,
        period: None,
        month: None,
    }
}

fn of_time(time: &TimeMention, line: &str, number: usize, view: &View) -> Mention {
    let place = view.source(time.span);
    let whole = time.start.zip(time.end);
    Mention {
        line: number,
        kind: "time",
        text: place.of(line).to_owned(),
        start: place.start,
        end: place.end,
        value: None,
        upper: None,
        unit: None,
        comparator: None,
        year: time.end.filter(|_| !time.period),
        period: whole.filter(|_| time.period).map(|(start, end)| [start, end]),
        month: time.month,
    }
}

fn kind(quantity: &Quantity) -> &'static str {
    match (quantity.shape, quantity.dimension) {
        (Shape::Percent, _) => "percentage",
        (Shape::Fraction, _) => "fraction",
        (Shape::Points, _) => "points",
        (Shape::Ratio, _) => "ratio",
        (Shape::Rank, _) => "rank",
        (Shape::Multiple, _) => "multiple",
        (Shape::SizeClass, _) => "class",
        (Shape::Ordinal, _) => "ordinal",
        (Shape::Cardinal, Dimension::Money) => "currency",
        (Shape::Cardinal, Dimension::Age) => "age",
        (Shape::Cardinal, Dimension::Duration) => "duration",
        (Shape::Cardinal, Dimension::None) => "number",
        (Shape::Cardinal, _) => "quantity",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_the_line_as_it_stands() {
        let line = "总量突破 1 200 家 ，占比 ３.５％";
        let found = of_line(line, 7);
        assert!(found.iter().all(|m| m.line == 7 && line.get(m.start..m.end) == Some(m.text.as_str())));
        assert_eq!(found.last().map(|m| m.text.as_str()), Some("３.５％"));
    }
}
