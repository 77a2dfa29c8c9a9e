//! The page about several documents: what there is, when and about what they promise, the same indicators side by side.

use maud::{Markup, html};

use super::{
    Entry, Say,
    bars::drawn,
    column,
    facts::Facts,
    findings,
    matrix::{Head, Matrix},
    multiples, part, scroll, shell, short, source, statements, timeline, title, years,
};
use crate::{lexicon::Theme, render::key};

/// The page.
pub(super) fn page(entries: &[Entry], say: Say) -> String {
    let lines = statements::lines(entries);
    let shared = multiples::shared(&lines);
    let heading = say.fill("corpus", &[&entries.len()]);
    let parts = [
        ("documents", "documents", overview(entries, say)),
        ("when", "when", timeline::chart(entries.iter().flat_map(|entry| &entry.analysis.commitments), say)),
        ("themes", "themes", scroll(say.t("themes_about"), themes(entries, say).shown(say))),
        ("indicators", "indicators", multiples::charts(&shared, entries, say)),
        ("promises", "promises", multiples::promises(&shared, entries, say)),
        ("statements", "commitments", statements::shown(entries, &lines, say)),
        ("source", "source", source::shown(entries, say)),
    ];
    let menu: Vec<(&str, &str)> = parts.iter().map(|(id, key, _)| (*id, say.t(key))).collect();
    let body = html! {
        header.head { h1 { (heading) } (totals(entries, say)) }
        @for (id, key, body) in parts { (part(id, say.t(key), body)) }
    };
    shell::page(&heading, &menu, &body, say)
}

/// The facts of all documents together.
fn totals(entries: &[Entry], say: Say) -> Markup {
    let facts: Vec<Facts> = entries.iter().map(|entry| Facts::of(&entry.analysis)).collect();
    let sum = |get: fn(&Facts) -> usize| facts.iter().map(get).sum::<usize>();
    let all = sum(|facts| facts.commitments);
    let numbers: [(&str, usize, bool); 6] = [
        ("commitments", all, false),
        ("dated", sum(|facts| facts.dated), true),
        ("binding", sum(|facts| facts.binding), true),
        ("based", sum(|facts| facts.based), true),
        ("results", sum(|facts| facts.results), false),
        ("tasks", sum(|facts| facts.tasks), false),
    ];
    html! {
        dl.facts {
            @for (label, number, shared) in numbers {
                div { dt { (say.t(label)) } dd { (number) @if shared && number > 0 { small { (say.fill("of_commitments", &[&say.share(number, all)])) } } } }
            }
        }
    }
}

/// A row a document.
fn overview(entries: &[Entry], say: Say) -> Markup {
    let facts: Vec<Facts> = entries.iter().map(|entry| Facts::of(&entry.analysis)).collect();
    let most = facts.iter().map(|facts| facts.commitments).max().unwrap_or(0) as f64;
    let heads = [
        "document",
        "kind",
        "period",
        "chapters",
        "commitments",
        "dated",
        "binding",
        "based",
        "results",
        "tasks",
        "findings",
    ];
    html! {
        (scroll(say.t("documents"), html! {
            table.overview {
                thead { tr { th.num scope="col" { (say.t("number_sign")) } @for head in heads { th scope="col" class=(if heads.iter().position(|h| *h == head) > Some(2) { "num" } else { "" }) { (say.t(head)) } } } }
                tbody { @for (at, (entry, facts)) in entries.iter().zip(&facts).enumerate() {
                    tr id={ "d" (at + 1) } {
                        td.num { (at + 1) }
                        th.what scope="row" lang="zh" { (short(&entry.analysis)) @if short(&entry.analysis) != title(&entry.analysis) { br; small { (title(&entry.analysis)) } } }
                        td.date { (say.name("document_kind", &key(&entry.analysis.document.kind))) }
                        td.date { (years(&entry.analysis)) }
                        td.num { (facts.chapters) }
                        td.num.bar { a href="#statements" data-filter={ "doc=" (at) } { (facts.commitments) } (drawn(&[facts.commitments], most)) }
                        @for part in [facts.dated, facts.binding, facts.based] { td.num { (part) @if part > 0 { " " small { (say.share(part, facts.commitments)) } } } }
                        td.num { (facts.results) }
                        td.num { (facts.tasks) }
                        td.num { (findings::graver(entry)) }
                    }
                } }
            }
        }))
    }
}

/// Themes by documents.
fn themes(entries: &[Entry], say: Say) -> Matrix<'static> {
    let has = |theme: &Theme| {
        entries.iter().any(|entry| entry.analysis.commitments.iter().any(|record| record.theme == *theme))
    };
    let themes: Vec<Theme> = Theme::ALL.iter().copied().filter(has).collect();
    let count =
        |theme: Theme, entry: &Entry| entry.analysis.commitments.iter().filter(|record| record.theme == theme).count();
    let counts = themes.iter().map(|theme| entries.iter().map(|entry| count(*theme, entry)).collect()).collect();
    let rows = themes.iter().map(|theme| Head {
        name: say.name("theme", theme.key()),
        title: None,
        key: Some(theme.key().to_owned()),
        link: None,
    });
    let columns = (0..entries.len()).map(|at| {
        let (name, title) = column(at, entries);
        Head { name, title, key: Some(at.to_string()), link: Some(format!("#d{}", at + 1)) }
    });
    Matrix {
        caption: say.t("themes_about"),
        corner: say.t("theme"),
        rows: rows.collect(),
        columns: columns.collect(),
        counts,
        filters: ("theme", "doc"),
    }
}
