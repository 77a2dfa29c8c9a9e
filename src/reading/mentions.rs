//! What is read once from a passage and asked by every clause and number of it: numbers, times, quotation marks.

use crate::{
    quantity::Quantity,
    span::{self, Span},
    time::TimeMention,
};

/// What is read once from a passage and asked by every clause of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mentions<'q> {
    pub(crate) text: &'q str,
    pub(crate) quantities: &'q [Quantity],
    pub(crate) times: &'q [TimeMention],
    pub(crate) quotes: &'q Quotes,
    /// The place that the document speaks of.
    pub(crate) place: Option<&'q str>,
}

/// The marks that hold names: “十百千”, 《纲要》.
const MARKS: [(char, char); 2] = [('“', '”'), ('《', '》')];

/// The quotation marks of a passage.
#[derive(Clone, Debug, Default)]
pub(crate) struct Quotes {
    /// Of each kind of marks where they stand, in order, and whether they open.
    marks: [Vec<(usize, bool)>; MARKS.len()],
}

impl Quotes {
    /// Those of `text`.
    pub(crate) fn new(text: &str) -> Self {
        let mut quotes = Self::default();
        for (at, c) in span::signs(text) {
            for (marks, (opening, closing)) in quotes.marks.iter_mut().zip(MARKS) {
                if c == opening || c == closing {
                    marks.push((at, c == opening));
                }
            }
        }
        quotes
    }

    /// Whether `span` stands between an opening mark and its closing one.
    pub(crate) fn hold(&self, span: Span) -> bool {
        self.marks.iter().any(|marks| {
            let before = marks.partition_point(|&(at, _)| at < span.start);
            let behind = before + marks[before..].partition_point(|&(at, _)| at < span.end);
            let opened = before.checked_sub(1).is_some_and(|last| marks[last].1);
            opened && marks.get(behind).is_some_and(|&(_, opens)| !opens)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stands_between_the_nearest_marks_of_one_kind() {
        for (text, held) in [
            ("打造“15分钟生活圈”", true),
            ("依据《云岭15年规划》", true),
            ("“两山”理念15年来“三生”融合", false),
            ("打造“青禾《15年规划》”", true),
            ("“十百千”工程建成15个", false),
            ("“建成15个", false),
            ("15个”", false),
            ("《“15个》”", true),
        ] {
            let at = text.find("15").expect("a number");
            assert_eq!(Quotes::new(text).hold(Span::new(at, at + 2)), held, "{text}");
        }
    }
}
