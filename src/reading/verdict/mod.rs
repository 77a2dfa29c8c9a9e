//! The verdict on a number: whether it states something, starts something, qualifies something or is part of a name.
//!
//! An ordered list of named [`rules`], in stages; in each stage the first rule that holds decides, and what a stage drops is
//! no neighbour in the next. A number on which no rule decides states something. docs/commitments.md says what counts; knows the number,
//! the words around it and its neighbours, nothing of indicators and documents.

mod asked;
pub mod docs;
mod kind;
pub(crate) mod opening;
mod rule;
pub(crate) mod rules;

pub use self::{kind::Verdict, rule::Rule};

use self::asked::{Asked, Neighbours};

use super::mentions::Mentions;
use crate::{quantity::Quantity, span::Span};

/// Every rule, in the order in which they are asked.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    rules::all()
}

/// The rule called `code`.
pub fn find(code: &str) -> Option<&'static Rule> {
    rules::all().find(|rule| rule.code == code)
}

/// A number with its verdict and the rule that gave it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Judged<'q> {
    pub(crate) quantity: &'q Quantity,
    pub(crate) verdict: Verdict,
    pub(crate) rule: Option<&'static Rule>,
}

/// Those of `quantities`, which stand in order, that stand in `span`.
pub(crate) fn inside(quantities: &[Quantity], span: Span) -> impl Iterator<Item = &Quantity> {
    let first = quantities.partition_point(|quantity| quantity.span.start < span.start);
    quantities[first..].iter().take_while(move |quantity| quantity.span.end <= span.end)
}

/// The verdicts on the numbers in `clause`, in order.
pub(crate) fn judge<'q>(mentions: &Mentions<'q>, clause: Span) -> Vec<Judged<'q>> {
    let quantities = mentions.quantities;
    let mut judged: Vec<Judged<'q>> =
        inside(quantities, clause).map(|quantity| Judged { quantity, verdict: Verdict::States, rule: None }).collect();
    // Most clauses hold no number.
    if judged.is_empty() {
        return judged;
    }
    let (mut standing, mut held) = (Vec::with_capacity(judged.len()), Vec::with_capacity(judged.len()));
    for (_, stage) in rules::STAGES {
        standing.clear();
        standing.extend((0..judged.len()).filter(|&at| judged[at].verdict == Verdict::States));
        held.clear();
        held.extend(standing.iter().map(|&at| judged[at].quantity));
        let mut before = None;
        for (nth, &at) in standing.iter().enumerate() {
            let behind = &held[nth + 1..];
            let neighbours = Neighbours { before, behind };
            let asked = Asked::new(mentions, clause, judged[at].quantity, neighbours);
            if let Some(rule) = stage.iter().copied().find(|rule| rule.when.is_some_and(|holds| holds(&asked))) {
                (judged[at].verdict, judged[at].rule) = (rule.verdict, Some(rule));
            }
            if matches!(judged[at].verdict, Verdict::States | Verdict::Starts) {
                before = Some((judged[at].quantity, judged[at].verdict));
            }
        }
    }
    judged
}
