//! Numbers that were read and not kept, each with the rule that decided.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{model::Place, record};
use crate::{commitment::Ruling, outline::Outline, source::Document};

/// One number that no statement holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Rejected {
    /// The rule that decided (`named.slogan`); `plan explain` says what it reads.
    pub rule: String,
    /// What the number is: `starts`, `base`, `qualifies`, `named` or `apart`.
    pub verdict: String,
    /// The id of the section it stands in; empty before the first heading.
    pub section: String,
    /// The words around it: its clause, or its cell.
    pub around: String,
    /// Where it was read.
    pub source: Place,
}

/// The rejected numbers of one document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RejectedNumbers {
    /// The path as given, or `-`.
    pub path: String,
    /// In document order.
    pub rejected: Vec<Rejected>,
}

/// Those of `rulings` that no statement holds.
pub(super) fn rejected(document: &Document, outline: &Outline, rulings: &[Ruling]) -> Vec<Rejected> {
    let section = |node: Option<usize>| node.and_then(|n| outline.nodes.get(n)).map_or("", |node| node.id.as_str());
    let dropped = rulings.iter().filter(|ruling| !ruling.kept);
    dropped
        .filter_map(|ruling| {
            let rule = ruling.rule?;
            Some(Rejected {
                rule: rule.code.into(),
                verdict: rule.verdict.key().into(),
                section: section(ruling.node).into(),
                around: ruling.around.clone(),
                source: record::place(document, ruling.span),
            })
        })
        .collect()
}
