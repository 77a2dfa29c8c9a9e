//! The table of statements: sorted, filtered and searched by the page's script, with each row's line of CSV beside it.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::{Entry, STATEMENTS, Say, extent, scroll, short};
use crate::{
    analysis::{Analysis, Record},
    lexicon::Theme,
    render::{
        figure, key,
        long::{self, Column, Row, Shape},
    },
    statement::Status,
};

/// The columns of the CSV that the page gives.
const COLUMNS: [&str; 35] = [
    "file",
    "issuer",
    "region_code",
    "year",
    "period_start",
    "period_end",
    "id",
    "status",
    "section",
    "heading",
    "indicator",
    "indicator_key",
    "measure",
    "scope",
    "comparator",
    "value",
    "upper",
    "unit",
    "change",
    "baseline_value",
    "baseline_unit",
    "baseline_year",
    "deadline_year",
    "deadline_month",
    "deadline_source",
    "recurrence",
    "modality",
    "nature",
    "theme",
    "theme_name",
    "responsible",
    "line",
    "page",
    "quote",
    "sentence",
];

/// Whether a statement is a commitment.
pub(super) fn is_target(record: &Record) -> bool {
    record.status == Status::Target
}

/// The anchor of a statement's row; `of` tells the documents of a page apart.
pub(super) fn anchor(of: &str, record: &Record) -> String {
    format!("{of}{}-{}", if is_target(record) { "c" } else { "r" }, record.id)
}

/// What stands before the anchors of the rows of a document.
pub(super) fn prefix(at: usize, several: bool) -> String {
    if several { format!("d{}-", at + 1) } else { String::new() }
}

/// A statement of a page.
pub(super) struct Line<'a> {
    pub(super) entry: &'a Entry,
    /// Which of the documents it stands in.
    pub(super) at: usize,
    pub(super) record: &'a Record,
    pub(super) anchor: String,
}

/// The statements that a page has rows of: the commitments of all documents, then their results.
pub(super) fn lines(entries: &[Entry]) -> Vec<Line<'_>> {
    let several = entries.len() > 1;
    let of = |get: fn(&Analysis) -> &Vec<Record>| {
        entries.iter().enumerate().flat_map(move |(at, entry)| {
            let prefix = prefix(at, several);
            get(&entry.analysis).iter().map(move |record| Line { entry, at, record, anchor: anchor(&prefix, record) })
        })
    };
    of(|analysis| &analysis.commitments).chain(of(|analysis| &analysis.achievements)).take(STATEMENTS).collect()
}

/// Which columns the table has: those in which something stands.
struct Shown {
    documents: bool,
    baselines: bool,
    natures: bool,
    responsible: bool,
}

impl Shown {
    fn of(lines: &[Line<'_>], documents: bool) -> Self {
        let any = |has: fn(&Record) -> bool| lines.iter().any(|line| has(line.record));
        Self {
            documents,
            baselines: any(|record| record.baseline.is_some()),
            natures: any(|record| record.nature.is_some()),
            responsible: any(|record| !record.responsible.is_empty()),
        }
    }

    /// The columns behind the place, in order, each with whether it is there.
    fn heads(&self) -> [(&'static str, bool); 9] {
        [
            ("document", self.documents),
            ("indicator", true),
            ("target", true),
            ("baseline", self.baselines),
            ("deadline", true),
            ("nature", self.natures),
            ("theme", true),
            ("section", true),
            ("responsible", self.responsible),
        ]
    }
}

/// How many statements there are.
fn all(entries: &[Entry]) -> usize {
    entries.iter().map(|entry| entry.analysis.commitments.len() + entry.analysis.achievements.len()).sum()
}

/// The table with what chooses among its rows.
pub(super) fn shown(entries: &[Entry], lines: &[Line<'_>], say: Say) -> Markup {
    let columns: Vec<Column> = COLUMNS.iter().filter_map(|name| long::column(name).ok()).collect();
    let shown = Shown::of(lines, entries.len() > 1);
    let head = Shape::Csv.frame(&columns, Some(say.0)).before;
    html! {
        (controls(entries, lines, say))
        (say.cut(lines.len(), all(entries)))
        (scroll(say.t("commitments"), html! {
            table.statements id="statements-table" data-head=(head) data-count=(say.t("shown")) {
                caption.quiet { span.fixed { (say.t("statements_about")) } }
                thead { tr {
                    (head_cell("place", "num", say))
                    @for (name, there) in shown.heads() { @if there { (head_cell(name, "", say)) } }
                } }
                tbody { @for line in lines { (row(line, &shown, &columns, say)) } }
            }
        }))
        p.more.js hidden { button type="button" id="more" { (say.t("more")) } }
    }
}

fn head_cell(name: &str, class: &str, say: Say) -> Markup {
    html! { th class=(class) scope="col" aria-sort="none" { button.sort type="button" { (say.t(name)) } } }
}

fn controls(entries: &[Entry], lines: &[Line<'_>], say: Say) -> Markup {
    let records = || lines.iter().map(|line| line.record);
    let themes = Theme::ALL.iter().copied().filter(|theme| records().any(|record| record.theme == *theme));
    let years: BTreeSet<i32> =
        records().filter_map(|record| record.deadline.as_ref()).map(|deadline| deadline.year).collect();
    let named = |class: &str, keys: &[&str]| {
        keys.iter().map(|key| ((*key).to_owned(), say.name(class, key))).collect::<Vec<_>>()
    };
    let documents = entries
        .iter()
        .enumerate()
        .map(|(at, entry)| (at.to_string(), format!("{} {}", at + 1, short(&entry.analysis))));
    html! {
        form.controls.js id="controls" hidden role="search" aria-label=(say.t("search_statements")) {
            label.search { span { (say.t("search")) } input type="search" name="q" autocomplete="off" placeholder=(say.t("search_hint")); }
            (choice("status", say.t("status"), named("status", &["target", "achieved"]), say))
            @if entries.len() > 1 { (choice("doc", say.t("document"), documents.collect(), say)) }
            (choice("theme", say.t("theme"), themes.map(|theme| (theme.key().to_owned(), say.name("theme", theme.key()))).collect(), say))
            (choice("year", say.t("deadline"), years.iter().map(|year| (year.to_string(), year.to_string())).collect(), say))
            @if records().any(|record| record.nature.is_some()) { (choice("nature", say.t("nature"), named("nature", &["binding", "expected"]), say)) }
            span.buttons {
                button type="reset" { (say.t("reset")) }
                button.primary type="button" id="download" data-name="commitments.csv" { (say.t("download")) }
            }
            p.count id="count" role="status" aria-live="polite" {}
        }
    }
}

fn choice(name: &str, label: &str, options: Vec<(String, String)>, say: Say) -> Markup {
    html! {
        label { span { (label) }
            select name=(name) { option value="" { (say.t("all")) } @for (value, text) in options { option value=(value) { (text) } } }
        }
    }
}

fn row(line: &Line<'_>, shown: &Shown, columns: &[Column], say: Say) -> Markup {
    let several = shown.documents;
    let (record, analysis) = (line.record, &line.entry.analysis);
    let csv = Shape::Csv.row(Row { analysis, record }, columns);
    let year = record.deadline.as_ref().map(|deadline| deadline.year.to_string());
    let nature = record.nature.map(|nature| key(&nature));
    let number = record.quantity.as_ref().map(|amount| amount.value);
    html! {
        tr id=(line.anchor) data-status=(key(&record.status)) data-theme=(record.theme.key()) data-year=(year.clone().unwrap_or_default())
            data-nature=(nature.clone().unwrap_or_default()) data-doc=(line.at) data-csv=(csv) {
            td.num data-v=(record.source.start) { (place(line, several)) }
            @if several { td.doc lang="zh" data-v=(line.at) { (short(analysis)) } }
            th.what scope="row" lang="zh" { (record.indicator) @if let Some(scope) = &record.scope { " " small { (scope) } } }
            td.figure lang="zh" data-v=[number] { @match &record.quantity { Some(amount) => (figure::target(amount)), None => span.quiet { (say.t("milestone")) } } }
            @if shown.baselines { td lang="zh" data-v=[record.baseline.as_ref().map(|baseline| baseline.value)] { @if let Some(baseline) = &record.baseline { (figure::baseline(baseline)) } } }
            td.date data-v=[year] { @if let Some(deadline) = &record.deadline { (figure::deadline(deadline)) } @if record.recurrence.is_some() { " " small { (say.name("recurrence", "yearly")) } } }
            @if shown.natures { td { @if let Some(nature) = &nature { span class={ "tag " (nature) } { (say.name("nature", nature)) } } } }
            td.theme { (say.name("theme", record.theme.key())) }
            td lang="zh" data-v=(line.at * 100_000 + record.source.line as usize) { (section(line, several)) }
            @if shown.responsible { td lang="zh" { (record.responsible.join("、")) } }
        }
    }
}

/// The line a statement stands on; a link where the page has the text.
fn place(line: &Line<'_>, several: bool) -> Markup {
    let source = &line.record.source;
    let number = html! { (source.line) @if let Some(page) = source.page { small { " p" (page) } } };
    match !several && source.span().start < extent::end(&line.entry.text) {
        true => html! { a href={ "#p-" (line.anchor) } { (number) } },
        false => number,
    }
}

/// The section a statement stands in, with the nearest heading.
fn section(line: &Line<'_>, several: bool) -> Markup {
    let record = line.record;
    let id = long::section(&record.section);
    let heading = record.path.last().map(|heading| html! { small.heading title=(heading) { (heading) } });
    html! {
        @if !several && !record.section.is_empty() && record.source.span().start < extent::end(&line.entry.text) { a href={ "#s-" (record.section) } { (id) } } @else { (id) }
        @if let Some(heading) = heading { " " (heading) }
    }
}
