//! Starting values: 由60%提高到65%, 从2020年的28家增加到40家, 在41%的基础上.

use crate::{quantity::Quantity, span::Span, time::TimeRole};

use super::{
    clause::{Clause, State},
    left::Head,
};

/// A starting value.
#[derive(Clone, Debug)]
pub(crate) struct Start {
    pub(crate) quantity: Quantity,
    /// The year it held, where stated.
    pub(crate) year: Option<i32>,
    pub(crate) span: Span,
}

/// What may stand between 由 or 从 and the value.
const BETWEEN: [&str; 20] = [
    "每生每年",
    "每生",
    "增长",
    "下降",
    "上升",
    "降低",
    "的",
    "人均",
    "不足",
    "约",
    "近",
    "分别",
    "年均",
    "每人每年",
    "每人每月",
    "每人",
    "每月",
    "每年",
    "现在",
    "目前",
];

impl<'q> Clause<'q> {
    /// Takes a value that the clause only starts from (在2020年41%的基础上) out of its numbers.
    pub(crate) fn take_base(&mut self) {
        let text = self.text;
        let base = self.quantities.iter().position(|q| text[q.span.end..self.span.end].starts_with("的基础上"));
        if let Some(index) = base {
            let quantity = self.quantities.remove(index).clone();
            let year = self.times.iter().rfind(|t| t.span.end <= quantity.span.start && self.span.contains(t.span));
            self.base = Some(Start { year: year.and_then(|t| t.end), span: quantity.span, quantity });
        }
    }

    /// The subject of a clause that only names a starting value.
    pub(crate) fn base_subject(&self) -> Option<String> {
        let base = self.base.as_ref()?;
        let at = self.times.iter().find(|t| t.span.end == base.span.start && self.span.contains(t.span));
        let mut quantity = base.quantity.clone();
        let start = at.map_or(base.span.start, |time| time.span.start);
        (quantity.span.start, quantity.core.start) = (start, start);
        Some(self.head_as(self.span.start, &quantity, false).subject).filter(|subject| !subject.is_empty())
    }

    /// Whether 由 or 从 opens `quantity` and 到 or 至 follows it: a starting value, even where it would not count alone.
    pub(crate) fn is_opened_start(&self, quantity: &Quantity) -> bool {
        let near: String = self.text[quantity.span.end..self.span.end].chars().take(8).collect();
        let reached = ["到", "至", "为"].iter().any(|word| near.contains(word));
        reached && self.opens(self.span.start, quantity)
    }

    /// Whether 由 or 从 stands before `quantity`, before its number or its bound (从全球第11位).
    fn opens(&self, from: usize, quantity: &Quantity) -> bool {
        [quantity.core.start, quantity.span.start].into_iter().any(|at| self.start_opens(from, at).is_some())
    }

    /// The starting value that `quantity` is, if it is one.
    pub(crate) fn start(&self, state: &State<'q>, quantity: &'q Quantity, index: usize) -> Option<Start> {
        let next = self.quantities.get(index + 1)?;
        let after = &self.text[quantity.span.end..next.core.start];
        let leads = ["到", "至", "为", "成", "转为"].iter().any(|word| after.contains(word));
        let opened = self.opens(state.from, quantity);
        let listed = matches!(after, "、" | "和" | "与") && self.quantities.len() > index + 2;
        let another = state
            .starts
            .last()
            .is_some_and(|last| matches!(self.text.get(last.span.end..quantity.span.start), Some("、" | "和" | "与")));
        if !(opened || another) || !(leads || listed) {
            return None;
        }
        let year = self.times.iter().rfind(|t| t.span.end <= quantity.core.start && t.span.start >= state.from);
        Some(Start { quantity: quantity.clone(), year: year.and_then(|t| t.end), span: quantity.span })
    }

    /// Where 由 or 从 stands before a starting value at `number`, with a year between them left aside.
    fn start_opens(&self, from: usize, number: usize) -> Option<usize> {
        let mut at = number;
        loop {
            let before = self.text.get(from..at)?;
            if let Some(time) = self.times.iter().find(|t| t.span.end == at && t.span.start >= from) {
                if time.role == TimeRole::From {
                    return Some(time.span.start);
                }
                at = time.span.start;
            } else if let Some(word) = BETWEEN.into_iter().find(|word| before.ends_with(word)) {
                at -= word.len();
            } else {
                break;
            }
        }
        ["由", "从"].into_iter().find(|word| self.text[from..at].ends_with(word)).map(|word| at - word.len())
    }

    /// The head of a number with a starting value: the subject stands before 由, the governing verb behind the start.
    pub(crate) fn head_with_start(&self, from: usize, start: &Start, quantity: &Quantity) -> Head {
        let at = self.start_opens(from, start.quantity.core.start);
        let at = at.or_else(|| self.start_opens(from, start.span.start)).unwrap_or(start.span.start);
        let mut shifted = start.quantity.clone();
        (shifted.span, shifted.core) = (Span::new(at, start.span.end), Span::new(at, start.quantity.core.end));
        let subject = self.head_as(from, &shifted, false);
        let reach = self.head_as(start.span.end.max(from), quantity, false);
        let each = subject.each || reach.each || self.text[at..start.span.end].contains("分别");
        Head { governor: reach.governor, quote_start: reach.quote_start, each, ..subject }
    }
}
