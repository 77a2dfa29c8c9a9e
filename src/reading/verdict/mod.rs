//! The verdict on a number: whether it states something, starts something, qualifies something or is part of a name.
//!
//! An ordered list of named [`rules`], in stages; in each stage the first rule that holds decides, and what a stage drops is
//! no neighbour in the next. A number on which no rule decides states something. GUIDE says what counts; knows the number,
//! the words around it and its neighbours, nothing of indicators and documents.

mod asked;
pub mod docs;
pub(crate) mod opening;
pub(crate) mod rules;

pub(crate) use asked::Asked;
use asked::Neighbours;

use crate::{quantity::Quantity, span::Span, time::TimeMention};

/// What a number does in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It states a result, a target or a rank.
    States,
    /// It is the value that another starts from (由60%提高到65%).
    Starts,
    /// It is a value that the clause only builds on (在41%的基础上).
    Base,
    /// It only says which things are meant, how far, for whom (投资超5亿元的项目).
    Qualifies,
    /// It is part of a name, a slogan or a programme (三大攻坚战).
    Named,
    /// It stands where nothing is stated: in a glossary, in a condition, in a cell of no value.
    Apart,
}

impl Verdict {
    /// The name that files and messages use.
    pub fn key(self) -> &'static str {
        match self {
            Verdict::States => "states",
            Verdict::Starts => "starts",
            Verdict::Base => "base",
            Verdict::Qualifies => "qualifies",
            Verdict::Named => "named",
            Verdict::Apart => "apart",
        }
    }
}

/// A rule on which a number's verdict rests.
#[derive(Debug)]
pub struct Rule {
    /// Family and name: `named.slogan`.
    pub code: &'static str,
    /// What a number is that it holds for.
    pub verdict: Verdict,
    /// Which class of numbers it reads and why they get that verdict.
    pub why: &'static str,
    /// Texts in which it decides on a number.
    pub fires: &'static [&'static str],
    /// Texts that look alike and in which it must decide on none.
    pub passes: &'static [&'static str],
    /// Whether it holds; `None` where the place decides and not the words around the number.
    pub(crate) when: Option<fn(&Asked<'_>) -> bool>,
}

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

/// The verdicts on the numbers in `clause` of `text`, in order.
pub(crate) fn judge<'q>(
    text: &str,
    clause: Span,
    quantities: &'q [Quantity],
    times: &[TimeMention],
) -> Vec<Judged<'q>> {
    let mut judged: Vec<Judged<'q>> =
        inside(quantities, clause).map(|quantity| Judged { quantity, verdict: Verdict::States, rule: None }).collect();
    for (_, stage) in rules::STAGES {
        let standing: Vec<usize> = (0..judged.len()).filter(|&at| judged[at].verdict == Verdict::States).collect();
        let mut before = None;
        for (nth, &at) in standing.iter().enumerate() {
            let behind: Vec<&Quantity> = standing[nth + 1..].iter().take(3).map(|&at| judged[at].quantity).collect();
            let neighbours = Neighbours { before, behind: &behind };
            let asked = Asked { text, clause, quantity: judged[at].quantity, times, neighbours };
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
