//! What reading fills of a statement before its theme is decided: every kind of text gives drafts, and only here a draft
//! becomes a [`Statement`].

use crate::{lexicon::Theme, span::Span};

use super::{Amount, Baseline, Deadline, Evidence, Held, Kind, Modality, Nature, Shared, Statement, Status, TableRow};

/// A [`Statement`] without its theme; the fields are those of the statement.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) status: Status,
    pub(crate) kind: Kind,
    pub(crate) node: Option<usize>,
    pub(crate) run_in: Option<Held<Shared>>,
    pub(crate) indicator: Shared,
    pub(crate) scope: Option<Shared>,
    pub(crate) amount: Option<Amount>,
    pub(crate) baseline: Option<Box<Baseline>>,
    pub(crate) planned: Option<Box<Baseline>>,
    pub(crate) deadline: Option<Deadline>,
    pub(crate) recurring: bool,
    pub(crate) modality: Modality,
    pub(crate) nature: Option<Nature>,
    pub(crate) responsible: Vec<String>,
    pub(crate) sentence: Shared,
    pub(crate) span: Span,
    pub(crate) evidence: Vec<Evidence>,
    pub(crate) row: Option<TableRow>,
}

impl Draft {
    /// A target of `kind` about `indicator`, read at `span` in the section at `node`, of which nothing more is known.
    pub(crate) fn new(kind: Kind, indicator: Shared, node: Option<usize>, span: Span) -> Self {
        Self {
            status: Status::Target,
            kind,
            node,
            run_in: None,
            indicator,
            scope: None,
            amount: None,
            baseline: None,
            planned: None,
            deadline: None,
            recurring: false,
            modality: Modality::Plain,
            nature: None,
            responsible: Vec::new(),
            sentence: Shared::default(),
            span,
            evidence: Vec::new(),
            row: None,
        }
    }

    /// The statement, with its theme and what told it.
    pub(crate) fn finish(mut self, (theme, told): (Theme, Evidence)) -> Statement {
        self.evidence.push(told);
        Statement {
            status: self.status,
            kind: self.kind,
            node: self.node,
            run_in: self.run_in,
            indicator: self.indicator,
            scope: self.scope.map(Box::new),
            amount: self.amount,
            baseline: self.baseline,
            planned: self.planned,
            deadline: self.deadline.map(Held::from),
            recurring: self.recurring,
            modality: self.modality,
            nature: self.nature,
            theme,
            responsible: self.responsible.into(),
            sentence: self.sentence,
            span: self.span,
            evidence: self.evidence.into(),
            row: self.row,
        }
    }
}
