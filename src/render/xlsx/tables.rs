//! The rows of the sheets that hold no statements: tasks, headings, documents, and what the columns mean.

use crate::{
    analysis::{Analysis, OutlineEntry, Task, WordedGoal},
    duty::{Unit, When},
    lexicon::Indicator,
    render::{
        key,
        long::{Cell, codebook::Entry, section},
        words::{self, Lang},
    },
};

pub(super) const TASK_COLUMNS: [&str; 11] =
    ["title", "number", "task_text", "lead", "support", "persons", "due", "deadline_year", "theme", "section", "line"];

pub(super) const WORDED_COLUMNS: [&str; 9] =
    ["title", "issuer", "indicator_name", "indicator_key", "measure", "given", "year", "quote", "section"];

pub(super) const OUTLINE_COLUMNS: [&str; 6] = ["title", "section", "level", "label", "heading", "line"];

pub(super) const DOCUMENT_COLUMNS: [&str; 24] = [
    "file",
    "title",
    "issuer",
    "region_code",
    "region_level",
    "document_kind",
    "document_number",
    "year",
    "period_start",
    "period_end",
    "horizon",
    "approved",
    "delivered",
    "issued",
    "published",
    "region",
    "overridden",
    "targets",
    "achievements",
    "tasks",
    "media",
    "encoding",
    "bytes",
    "sha256",
];

pub(super) const NOTE_COLUMNS: [&str; 5] = ["column_name", "key_name", "type", "unit", "meaning"];

pub(super) fn task(analysis: &Analysis, task: &Task, lang: Lang) -> Vec<Cell> {
    let when = task.deadline.as_deref();
    let units = |units: &[Unit]| units.iter().map(|unit| unit.name.clone()).collect::<Vec<_>>().join(" / ");
    vec![
        analysis.document.title.as_deref().into(),
        task.number.as_deref().into(),
        (&task.text).into(),
        units(&task.lead).into(),
        units(&task.support).into(),
        task.persons[..].into(),
        when.map(When::short).into(),
        when.and_then(|when| when.year).into(),
        words::name("theme", task.theme.key(), lang).as_ref().into(),
        section(&task.section).into(),
        task.source.line.into(),
    ]
}

pub(super) fn worded(analysis: &Analysis, goal: &WordedGoal, lang: Lang) -> Vec<Cell> {
    let name = |row: &Indicator| if lang == Lang::Zh { row.zh } else { row.en };
    let measure = goal.measure.map(|measure| words::name("measure", measure.key(), lang));
    vec![
        analysis.document.title.as_deref().into(),
        analysis.document.issuer.as_deref().into(),
        Indicator::of_key(&goal.indicator_key).map_or("", name).into(),
        (&goal.indicator_key).into(),
        measure.as_deref().into(),
        words::name("given", &key(&goal.how), lang).as_ref().into(),
        goal.year.into(),
        (&goal.source.quote).into(),
        section(&goal.section).into(),
    ]
}

pub(super) fn heading(analysis: &Analysis, entry: &OutlineEntry, depth: usize, lang: Lang) -> Vec<Cell> {
    vec![
        analysis.document.title.as_deref().into(),
        section(&entry.id).into(),
        words::name("level", &entry.level, lang).as_ref().into(),
        (&entry.label).into(),
        format!("{}{}", "　".repeat(depth), entry.title).into(),
        entry.line.into(),
    ]
}

pub(super) fn document(analysis: &Analysis, lang: Lang) -> Vec<Cell> {
    let info = &analysis.document;
    vec![
        (&info.source.path).into(),
        info.title.as_deref().into(),
        info.issuer.as_deref().into(),
        info.region_code.as_deref().into(),
        words::name("region_level", &info.region_level.map(|level| key(&level)).unwrap_or_default(), lang)
            .as_ref()
            .into(),
        words::name("document_kind", &key(&info.kind), lang).as_ref().into(),
        info.number.as_deref().into(),
        info.year.into(),
        info.period.map(|period| period.start).into(),
        info.period.map(|period| period.end).into(),
        info.horizon.into(),
        info.approved.as_deref().into(),
        info.delivered.as_deref().into(),
        info.issued.as_deref().into(),
        info.published.as_deref().into(),
        info.region.as_deref().into(),
        info.overridden.as_slice().into(),
        analysis.commitments.len().into(),
        analysis.achievements.len().into(),
        analysis.tasks.len().into(),
        (&info.source.media).into(),
        (&info.source.encoding).into(),
        info.source.bytes.into(),
        (&info.source.sha256).into(),
    ]
}

pub(super) fn note(entry: &Entry, lang: Lang) -> Vec<Cell> {
    let (head, meaning) = match lang {
        Lang::Zh => (entry.name_zh.to_owned(), entry.meaning_zh),
        Lang::En => (entry.name.replace('_', " "), entry.meaning),
    };
    vec![head.into(), entry.name.into(), entry.kind.into(), entry.unit.into(), meaning.into()]
}
