//! The number whose names are asked for, with what stands around it.

use std::cell::OnceCell;

use super::examples::behind_examples;
use crate::{
    lexicon::{CLAUSES, segment, signs},
    quantity::{Dimension, Quantity, Shape},
    reading::{
        behind_works::behind_works,
        left::{self, Head},
        parts::{Carry, Clause},
    },
};

/// The number whose names are asked for.
pub(crate) struct Number<'a, 'q> {
    pub(crate) clause: &'a Clause<'q>,
    /// Its place among the numbers of the clause.
    pub(crate) index: usize,
    pub(crate) quantity: &'q Quantity,
    /// What stands before it.
    pub(crate) head: &'a Head,
    /// Whether the noun behind it is what is counted.
    pub(crate) counted: bool,
    /// What stands behind it, up to the next.
    pub(crate) after: &'q str,
    /// What the clauses before leave.
    pub(crate) carry: &'a Carry,
    /// See [`Number::own`].
    pub(super) own: OnceCell<&'a str>,
}

impl<'a> Number<'a, '_> {
    /// What its clause says before it.
    pub(super) fn before(&self) -> &str {
        &self.clause.text[self.clause.span.start..self.quantity.span.start]
    }

    /// What its clause says from `from` on before it.
    pub(super) fn since(&self, from: usize) -> &str {
        &self.clause.text[from..self.quantity.span.start]
    }

    /// How many numbers of its clause are left, itself among them.
    pub(super) fn left(&self) -> usize {
        self.clause.quantities.len() - self.index
    }

    /// Whether the words before it say who or what is measured.
    pub(super) fn is_named(&self) -> bool {
        left::is_named(&self.head.subject)
    }

    pub(super) fn is_money(&self) -> bool {
        self.quantity.dimension == Dimension::Money
    }

    pub(super) fn is_rank(&self) -> bool {
        self.quantity.shape == Shape::Rank
    }

    /// The words before it that say what is measured.
    pub(super) fn subject(&self) -> &'a str {
        self.head.subject.trim_end_matches(signs::of)
    }

    /// 占|财政支出: what it is a share of; 占地50亩的公园 is no share.
    pub(super) fn whole(&self) -> Option<&'a str> {
        let subject = self.subject();
        let whole = CLAUSES.makes_up.strip_prefix(subject);
        whole.filter(|of| segment::ends_word(subject, subject.len() - of.len()))
    }

    /// Its subject behind what the words before it only list or tell whole.
    pub(super) fn own(&self) -> &'a str {
        self.own.get_or_init(|| {
            let subject = self.subject();
            // Names in quotation marks before another only list what it does, but where each has a number.
            let last =
                if self.clause.respectively() { None } else { subject.rsplit_once("”、").map(|(_, last)| last) };
            behind_works(behind_examples(last.unwrap_or(subject)), self.head)
        })
    }

    /// Whether it and the numbers behind it follow each other with nothing but 、 or 和 between them.
    pub(super) fn opens_bare_list(&self) -> bool {
        let clause = self.clause;
        let rest = &clause.quantities[self.index..];
        rest.len() > 1
            && rest.windows(2).all(|pair| CLAUSES.conjunction.has(&clause.text[pair[0].span.end..pair[1].core.start]))
    }
}
