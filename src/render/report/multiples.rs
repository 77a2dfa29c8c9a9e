//! The same indicator in several documents: a small chart each, and who promises what.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::{Entry, Say, column, percent, scroll, short, statements::Line};
use crate::{
    analysis::Record,
    lexicon::{Indicator, standard_name},
    number::Number,
    quantity::Comparator,
    render::{figure, key},
    statement::{Amount, Change},
};

/// Indicators that have a chart.
const CHARTS: usize = 24;
/// Indicators in the table of who promises what.
const PROMISES: usize = 120;
/// Values of one document in one chart.
const VALUES: usize = 2;

/// An indicator with the statements about it, by document.
pub(super) struct Shared<'a> {
    name: &'a str,
    change: Change,
    by_document: BTreeMap<usize, Vec<&'a Line<'a>>>,
}

/// What makes two statements be about one thing: the standard indicator, else the name, with unit and measure.
fn key_of(record: &Record) -> Option<(String, String, String)> {
    let amount = record.quantity.as_ref()?;
    let name = record.indicator_key.as_ref().map_or_else(|| standard_name(&record.indicator), ToString::to_string);
    let measure = record.measure.map_or_else(|| key(&amount.change), |measure| measure.key().to_owned());
    Some((name, amount.unit.to_string(), measure))
}

/// What the indicator of a statement is called: as the standard calls it, else as it is written.
fn name_of(record: &Record) -> &str {
    let standard = record.indicator_key.as_ref().and_then(|key| Indicator::of_key(key));
    standard.map_or(record.indicator.as_str(), |indicator| indicator.zh)
}

/// The indicators that more than one document promises, those of most documents first.
pub(super) fn shared<'a>(lines: &'a [Line<'a>]) -> Vec<Shared<'a>> {
    let mut found: BTreeMap<(String, String, String), Shared<'a>> = BTreeMap::new();
    for line in lines.iter().filter(|line| super::statements::is_target(line.record)) {
        let (Some(key), Some(amount)) = (key_of(line.record), &line.record.quantity) else { continue };
        let new = || Shared { name: name_of(line.record), change: amount.change, by_document: BTreeMap::new() };
        found.entry(key).or_insert_with(new).by_document.entry(line.at).or_default().push(line);
    }
    let mut found: Vec<Shared<'a>> = found.into_values().filter(|shared| shared.by_document.len() > 1).collect();
    for shared in &mut found {
        let due = |line: &&Line<'_>| line.record.deadline.as_ref().map_or(i32::MAX, |deadline| deadline.year);
        let told = |line: &&Line<'_>| (due(line), plain(line.record).0);
        for lines in shared.by_document.values_mut() {
            lines.sort_by_key(due);
            lines.dedup_by_key(|line| told(line));
        }
    }
    found.sort_by_key(|shared| std::cmp::Reverse(shared.by_document.len()));
    found
}

/// A chart for each of the first.
pub(super) fn charts(shared: &[Shared<'_>], entries: &[Entry], say: Say) -> Markup {
    html! {
        @if shared.is_empty() { p.note { (say.t("nothing_shared")) } }
        div.multiples { @for shared in shared.iter().take(CHARTS) { (chart(shared, entries, say)) } }
        (say.cut(shared.len().min(CHARTS), shared.len()))
    }
}

fn chart(shared: &Shared<'_>, entries: &[Entry], say: Say) -> Markup {
    let values = || shared.by_document.values().flat_map(|lines| lines.iter().take(VALUES));
    let most = values().filter_map(|line| size(line.record)).fold(0.0, f64::max);
    html! {
        figure.multiple {
            figcaption { b lang="zh" { (shared.name) }
                @if shared.change != Change::Level { " " small { (say.name("change", &key(&shared.change))) } } }
            table {
                caption.hidden { (shared.name) }
                thead.hidden { tr { @for head in ["document", "deadline", "target"] { th scope="col" { (say.t(head)) } } } }
                tbody { @for (at, lines) in &shared.by_document { @for line in lines.iter().take(VALUES) {
                    tr {
                        th scope="row" lang="zh" { a href={ "#" (line.anchor) } { (short(&entries[*at].analysis)) } }
                        td.date { @if let Some(deadline) = &line.record.deadline { (figure::deadline(deadline)) } }
                        td.drawn {
                            svg width="100%" height="8" aria-hidden="true" focusable="false" {
                                rect.s0 x="0" y="0" height="8" width=(percent(size(line.record).unwrap_or(0.0), most)) {}
                            }
                            span lang="zh" { (plain(line.record).1) }
                        }
                    }
                } } }
            }
        }
    }
}

/// The number of a statement as people write it, without what its chart or row says of all; first without its bound.
fn plain(record: &Record) -> (String, String) {
    let Some(amount) = record.quantity.clone() else { return (String::new(), String::new()) };
    let level = Amount { change: Change::Level, ..amount };
    (figure::target(&Amount { comparator: Comparator::Eq, ..level.clone() }), figure::target(&level))
}

/// How long a bar is for the value of a statement.
fn size(record: &Record) -> Option<f64> {
    let float = |number: Number| number.to_string().parse::<f64>().ok();
    record.quantity.as_ref().and_then(|amount| float(amount.upper().unwrap_or(amount.value)))
}

/// A table of indicators by documents.
pub(super) fn promises(shared: &[Shared<'_>], entries: &[Entry], say: Say) -> Markup {
    let shown = shared.iter().take(PROMISES);
    html! {
        (scroll(say.t("promises"), html! {
            table.promises {
                caption { span.fixed { (say.t("promises_about")) } }
                thead { tr { th scope="col" { (say.t("indicator")) }
                    @for at in 0..entries.len() { @let (name, title) = column(at, entries);
                        th.document scope="col" { a href={ "#d" (at + 1) } title=[&title] aria-label=[title.as_ref().map(|title| format!("{name} {title}"))] { (name) } } }
                    th.num scope="col" { (say.t("documents")) } } }
                tbody { @for shared in shown {
                    tr {
                        th scope="row" lang="zh" { (shared.name) @if shared.change != Change::Level { " " small { (say.name("change", &key(&shared.change))) } } }
                        @for at in 0..entries.len() { td lang="zh" { @if let Some(line) = shared.by_document.get(&at).and_then(|lines| lines.first()) {
                            a href={ "#" (line.anchor) } { (plain(line.record).1) }
                        } } }
                        td.num { (shared.by_document.len()) }
                    }
                } }
            }
        }))
        (say.cut(shared.len().min(PROMISES), shared.len()))
    }
}
