//! A task before it has its id and its place.

use crate::{
    duty::{Duty, limit_of_deed},
    outline::{self, Node},
    span::Span,
    time::Frame,
};

/// A task as read.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    /// Its number as written (1., （三）), without it where it has none.
    pub(crate) number: Option<String>,
    /// The deed, without number and brackets.
    pub(crate) text: String,
    /// Index in [`outline::Outline::nodes`] of the heading it stands under.
    pub(crate) node: Option<usize>,
    /// Deed and bracket in the document.
    pub(crate) span: Span,
    /// Who and when.
    pub(crate) duty: Duty,
    /// Whether a head over several tasks says who.
    pub(crate) inherited: bool,
}

impl Draft {
    /// The task `text`, clean text.
    pub(crate) fn new(text: &str, node: Option<usize>, span: Span, duty: Duty) -> Self {
        let text = text.trim_start_matches(['。', '；', '，']);
        let (label, deed) = text.split_at(outline::label_end(text));
        let number = Some(label.to_owned()).filter(|label| !label.is_empty());
        let deed = deed.trim_matches(['。', '；', '，', '：', ' ']).to_owned();
        Self { number, text: deed, node, span, duty, inherited: false }
    }

    /// The task that a heading is.
    pub(crate) fn of_heading(node: &Node, index: Option<usize>, duty: Duty, frame: Frame) -> Self {
        let tail = crate::duty::tails(&node.title, frame).into_iter().next_back();
        let text = &node.title[..tail.map_or(node.title.len(), |tail| tail.span.start)];
        let number = Some(node.label.to_string()).filter(|label| !label.is_empty());
        Self { number, ..Self::new(text, index, node.span, duty) }
    }

    /// The same deed with the heading that opens its line.
    pub(crate) fn below(self, node: &Node) -> Self {
        let number = self.number.or_else(|| Some(node.label.to_string()).filter(|label| !label.is_empty()));
        Self { number, text: format!("{}。{}", node.title, self.text), span: node.span.join(self.span), ..self }
    }

    /// Adds what another bracket or line, at `span`, says of the same task.
    pub(crate) fn add(&mut self, duty: Duty, span: Span) {
        self.duty.add(duty);
        self.span = self.span.join(span);
    }

    /// The time limit that the deed itself states, where the bracket states none.
    pub(crate) fn settle_time(&mut self, frame: Frame) {
        if self.duty.when.is_none() {
            self.duty.when = limit_of_deed(&self.text, frame);
        }
    }
}
