//! The page about one document.

use std::collections::{BTreeMap, HashSet};

use maud::{Markup, html};

use super::{
    Entry, Say,
    bars::{self, Bar},
    extent, facts, findings,
    matrix::{Head, Matrix},
    numbers, part, progress, scroll, shell, source, statements, tables, tasks, text, timeline, title, unbroken,
};
use crate::{
    analysis::{Analysis, OutlineEntry, Record},
    lexicon::Theme,
};

/// Years that are columns of their own.
const YEARS: usize = 8;

/// The page.
pub(super) fn page(entry: &Entry, say: Say) -> String {
    let entries = std::slice::from_ref(entry);
    let lines = statements::lines(entries);
    let mut rows: HashSet<String> = lines.iter().map(|line| line.anchor.clone()).collect();
    rows.extend(tasks::rows(entry).iter().map(|task| format!("t-{}", task.id)));
    let parts = [
        ("when", "when", Some(when(&entry.analysis, say))),
        ("chapters", "by_chapter", chapters(entry, say)),
        ("progress", "progress", entry.progress.as_ref().map(|found| progress::shown(found, &rows, say))),
        ("statements", "commitments", Some(statements::shown(entries, &lines, say))),
        ("tasks", "tasks", Some(tasks::shown(entry, &rows, say))),
        ("tables", "tables", Some(tables::shown(entry, say))),
        ("text", "text", Some(text::shown(entry, &rows, say))),
        ("numbers", "numbers", Some(numbers::shown(entry, say))),
        ("findings", "findings", Some(findings::shown(entry, say))),
        ("source", "source", Some(source::shown(entries, say))),
    ];
    let there = parts.iter().filter(|(_, _, body)| body.is_some());
    let menu: Vec<(&str, &str)> = there.map(|(id, key, _)| (*id, say.t(key))).collect();
    let body = html! {
        (header(&entry.analysis, say))
        @for (id, key, body) in &parts { @if let Some(body) = body { (part(id, say.t(key), body.clone())) } }
    };
    shell::page(&title(&entry.analysis), &menu, &body, say)
}

fn header(analysis: &Analysis, say: Say) -> Markup {
    let issuer = analysis.document.issuer.as_deref().filter(|issuer| !issuer.is_empty());
    html! {
        header.head {
            @if let Some(issuer) = issuer { p.issuer lang="zh" { (issuer) } }
            h1 lang="zh" { (unbroken(&title(analysis))) }
            (facts::shown(analysis, say))
        }
    }
}

/// When commitments fall due, over all and by theme.
fn when(analysis: &Analysis, say: Say) -> Markup {
    html! {
        (timeline::chart(analysis.commitments.iter(), say))
        @if !analysis.commitments.is_empty() { (scroll(say.t("matrix_about"), by_theme(&analysis.commitments, say).shown(say))) }
    }
}

/// Themes by years; the years with most commitments are columns, the others stand together.
fn by_theme(records: &[Record], say: Say) -> Matrix<'static> {
    let year = |record: &Record| record.deadline.as_ref().map(|deadline| deadline.year);
    let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
    records.iter().filter_map(year).for_each(|year| *counts.entry(year).or_default() += 1);
    let mut by_count: Vec<(i32, usize)> = counts.into_iter().collect();
    by_count.sort_by_key(|&(year, count)| (std::cmp::Reverse(count), year));
    let others = by_count.len() > YEARS;
    by_count.truncate(YEARS);
    let mut years: Vec<i32> = by_count.into_iter().map(|(year, _)| year).collect();
    years.sort_unstable();
    let undated = records.iter().any(|record| record.deadline.is_none());
    let head = |name: String, key: Option<String>| Head { name, title: None, key, link: None };
    let mut columns: Vec<Head> = years.iter().map(|year| head(year.to_string(), Some(year.to_string()))).collect();
    if others {
        columns.push(head(say.t("other_years").into(), None));
    }
    if undated {
        columns.push(head(say.t("no_year").into(), None));
    }
    let column = |record: &Record| match year(record) {
        None => columns.len() - 1,
        Some(year) => years.binary_search(&year).unwrap_or(years.len()),
    };
    let themes: Vec<Theme> =
        Theme::ALL.iter().copied().filter(|theme| records.iter().any(|record| record.theme == *theme)).collect();
    let mut counts = vec![vec![0; columns.len()]; themes.len()];
    for record in records {
        if let Some(at) = themes.iter().position(|theme| *theme == record.theme) {
            counts[at][column(record)] += 1;
        }
    }
    let rows = themes.iter().map(|theme| head(say.name("theme", theme.key()), Some(theme.key().to_owned()))).collect();
    let (caption, corner) = (say.t("matrix_about"), say.t("theme"));
    Matrix { caption, corner, rows, columns, counts, filters: ("theme", "year") }
}

/// Chapters with how much stands in them; none where there are no chapters.
fn chapters(entry: &Entry, say: Say) -> Option<Markup> {
    let analysis = &entry.analysis;
    let chapters = facts::chapters(&analysis.outline);
    let mut of_section: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    for (sort, records) in [&analysis.commitments, &analysis.achievements].into_iter().enumerate() {
        records.iter().for_each(|record| of_section.entry(record.section.as_str()).or_default()[sort] += 1);
    }
    let bars: Vec<Bar> = chapters
        .iter()
        .map(|chapter| Bar {
            name: format!("{} {}", chapter.label, chapter.title).trim().to_owned(),
            link: extent::has_line(entry, chapter.line).then(|| format!("#s-{}", chapter.id)),
            counts: within(chapter, &of_section).to_vec(),
        })
        .collect();
    let sorts = [say.t("commitment"), say.t("result")];
    (!bars.is_empty()).then(|| bars::table(say.t("chapters_about"), say.t("chapter"), &sorts, &bars, say))
}

fn within(entry: &OutlineEntry, of_section: &BTreeMap<&str, [usize; 2]>) -> [usize; 2] {
    let own = of_section.get(entry.id.as_str()).copied().unwrap_or_default();
    entry
        .children
        .iter()
        .map(|child| within(child, of_section))
        .fold(own, |sum, more| [sum[0] + more[0], sum[1] + more[1]])
}
