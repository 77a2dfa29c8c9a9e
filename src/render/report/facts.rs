//! What a document comes to in a few numbers.

use maud::{Markup, html};

use super::{Say, years};
use crate::{
    analysis::{Analysis, OutlineEntry},
    render::key,
    statement::{DeadlineSource, Nature},
};

/// The numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Facts {
    pub(super) chapters: usize,
    pub(super) commitments: usize,
    /// Those that the text itself dates.
    pub(super) dated: usize,
    pub(super) binding: usize,
    /// Those with a value that they start from.
    pub(super) based: usize,
    pub(super) results: usize,
    pub(super) tasks: usize,
}

impl Facts {
    pub(super) fn of(analysis: &Analysis) -> Self {
        let count =
            |is: &dyn Fn(&crate::analysis::Record) -> bool| analysis.commitments.iter().filter(|r| is(r)).count();
        Self {
            chapters: chapters(&analysis.outline).len(),
            commitments: analysis.commitments.len(),
            dated: count(&|r| r.deadline.as_ref().is_some_and(|deadline| deadline.source != DeadlineSource::Plan)),
            binding: count(&|r| r.nature == Some(Nature::Binding)),
            based: count(&|r| r.baseline.is_some()),
            results: analysis.achievements.len(),
            tasks: analysis.tasks.len(),
        }
    }
}

/// The chapters, those of parts too; where there are none, what stands at the top.
pub(super) fn chapters(outline: &[OutlineEntry]) -> Vec<&OutlineEntry> {
    fn walk<'a>(entries: &'a [OutlineEntry], found: &mut Vec<&'a OutlineEntry>) {
        for entry in entries {
            match entry.level.as_str() {
                "part" => walk(&entry.children, found),
                "chapter" => found.push(entry),
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    walk(outline, &mut found);
    if found.is_empty() { outline.iter().collect() } else { found }
}

/// The facts of one document, greatest first.
pub(super) fn shown(analysis: &Analysis, say: Say) -> Markup {
    let facts = Facts::of(analysis);
    let kind = say.name("document_kind", &key(&analysis.document.kind));
    let horizon = analysis.document.horizon.map(|year| say.fill("horizon", &[&year]));
    let of = |part: usize| (part > 0).then(|| say.fill("of_commitments", &[&say.share(part, facts.commitments)]));
    let number = |label: &str, number: usize, more: Option<String>| {
        html! { div { dt { (say.t(label)) } dd { (number) @if let Some(more) = more { small { (more) } } } } }
    };
    html! {
        dl.facts {
            div.word { dt { (say.t("kind")) } dd { (kind) } }
            @if !years(analysis).is_empty() {
                div.word { dt { (say.t("period")) } dd { (years(analysis)) @if let Some(text) = horizon { small { (text) } } } }
            }
            (number("chapters", facts.chapters, None))
            (number("commitments", facts.commitments, None))
            (number("dated", facts.dated, of(facts.dated)))
            (number("binding", facts.binding, of(facts.binding)))
            (number("based", facts.based, of(facts.based)))
            (number("results", facts.results, None))
            (number("tasks", facts.tasks, None))
        }
    }
}
