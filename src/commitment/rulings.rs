//! What became of each number that was read: whether a statement holds it, and the rule that decided.

use std::collections::BTreeSet;

use crate::{
    outline::{Cell, Table},
    quantity,
    reading::verdict::{Judged, Rule, Verdict, rules::places},
    source::View,
    span::Span,
    statement::{Kind, Statement},
};

/// One number of a document's prose or tables with what became of it.
#[derive(Clone, Debug)]
pub struct Ruling {
    /// Where it stands in the document.
    pub span: Span,
    /// The section it stands in, as an index into the outline's nodes.
    pub node: Option<usize>,
    /// The words around it: its clause, or its cell.
    pub around: String,
    /// Whether a statement holds it.
    pub kept: bool,
    /// The rule that decided; `None` where it states something and no rule had to say so.
    pub rule: Option<&'static Rule>,
}

impl Ruling {
    /// On the number at `judged`, in `around` of the text of `view`; `kept` where a statement holds it.
    pub(super) fn new(view: &View, node: Option<usize>, around: Span, judged: &Judged<'_>, kept: bool) -> Self {
        let unnamed = !kept && judged.verdict == Verdict::States;
        Self {
            span: view.source(judged.quantity.span),
            node,
            around: around.of(view.text()).to_owned(),
            kept,
            rule: if unnamed { Some(&places::UNNAMED) } else { judged.rule },
        }
    }

    /// On a number that the place rules out.
    pub(super) fn apart(view: &View, node: Option<usize>, around: &str, number: Span, rule: &'static Rule) -> Self {
        Self { span: view.source(number), node, around: around.to_owned(), kept: false, rule: Some(rule) }
    }
}

/// The rulings on the numbers of `table`: those of `prose` read in its cells, and one for each other number, kept where one of
/// `statements` holds it.
pub(super) fn of_table(table: &Table, statements: &[Statement], prose: Vec<Ruling>) -> Vec<Ruling> {
    let mut stated: Vec<Span> = statements.iter().filter(|s| s.kind == Kind::Quantity).map(|s| s.span).collect();
    stated.sort_unstable();
    let is_stated = |number: Span| {
        let behind = stated.partition_point(|held| held.start <= number.start);
        behind > 0 && stated[behind - 1].contains(number)
    };
    let mut valued: Vec<bool> = Vec::new();
    for row in table.rows() {
        valued.resize(valued.len().max(row.len()), false);
        row.iter().zip(&mut valued).for_each(|(cell, valued)| *valued |= is_stated(cell.span()));
    }
    let mut rulings = prose;
    let read: BTreeSet<Span> = rulings.iter().map(|ruling| ruling.span).collect();
    let mut add = |cell: &Cell, rule: &'static Rule| {
        for number in quantity::scan(cell.view.text()) {
            let mut ruling = Ruling::apart(&cell.view, table.node, cell.view.text(), number.span, rule);
            ruling.kept = is_stated(ruling.span);
            ruling.rule = ruling.rule.filter(|_| !ruling.kept);
            if !read.contains(&ruling.span) {
                rulings.push(ruling);
            }
        }
    };
    table.header.iter().filter(|cell| !cell.span().is_empty()).for_each(|cell| add(cell, &places::LABEL));
    for row in table.rows() {
        for (cell, valued) in row.iter().zip(&valued).filter(|(cell, _)| !cell.span().is_empty()) {
            add(cell, if *valued { &places::UNREAD } else { &places::UNVALUED });
        }
    }
    rulings
}
