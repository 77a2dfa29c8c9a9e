//! How far targets are met, as rows and as a table for people.
#![cfg_attr(
    not(feature = "cli"),
    allow(dead_code, unused_imports, reason = "tables and pages for people ask for some of it")
)]

use crate::{
    number::Number,
    render::{
        csv, figure, key,
        long::Cell,
        panel::Table,
        words::{self, Lang},
    },
    statement::Baseline,
    track::{Progress, Tracked},
};

/// The columns of the CSV, in order.
const COLUMNS: [&str; 26] = [
    "id",
    "indicator",
    "section",
    "line",
    "theme",
    "nature",
    "measure",
    "sense",
    "comparator",
    "change",
    "target",
    "upper",
    "unit",
    "deadline",
    "baseline",
    "baseline_year",
    "latest",
    "latest_year",
    "expected",
    "way",
    "time",
    "standing",
    "reason",
    "observed",
    "observed_as",
    "score",
];

/// One target a row, under a head.
pub fn csv(progress: &Progress) -> String {
    let head = COLUMNS.iter().map(|name| (*name).to_owned()).collect();
    let text = |row: Vec<Cell>| row.into_iter().map(|cell| csv::guarded(cell.text())).collect::<Vec<_>>();
    csv::lines(std::iter::once(head).chain(progress.targets.iter().map(|target| text(row(target)))))
}

/// The cells of a target, in the order of the columns.
fn row(target: &Tracked) -> Vec<Cell> {
    let amount = &target.target;
    let named = |name: Option<String>| Cell::from(name.unwrap_or_default());
    let points = target.observed.iter().map(|point| format!("{}: {}", point.year, point.value));
    vec![
        (&target.id).into(),
        (&target.indicator).into(),
        super::long::section(&target.section).into(),
        target.line.into(),
        target.theme.key().into(),
        named(target.nature.as_ref().map(key)),
        key(&target.measure).into(),
        key(&target.sense).into(),
        key(&amount.comparator).into(),
        key(&amount.change).into(),
        amount.value.into(),
        amount.upper().into(),
        amount.unit.as_str().into(),
        target.deadline.into(),
        target.baseline.into(),
        target.baseline_year.into(),
        target.latest.into(),
        target.latest_year.into(),
        target.expected.into(),
        target.way.into(),
        target.time.into(),
        key(&target.standing).into(),
        named(target.reason.as_ref().map(key)),
        points.collect::<Vec<_>>().join("; ").into(),
        named(target.observed_as.clone()),
        target.score.into(),
    ]
}

/// A share as people write it: `62.5%`.
pub(super) fn share(share: Option<Number>) -> String {
    let percent = share.and_then(|share| share.times(Number::from(100)));
    percent.map(|number| format!("{}%", number.to_places(1))).unwrap_or_default()
}

/// The starting value of a target.
pub(super) fn baseline(target: &Tracked) -> String {
    let told = target.baseline.map(|value| Baseline {
        value,
        unit: (*target.target.unit).clone(),
        year: target.baseline_year,
    });
    told.as_ref().map(figure::baseline).unwrap_or_default()
}

/// The value that counts, with its year.
pub(super) fn latest(target: &Tracked) -> String {
    let told =
        target.latest.map(|value| Baseline { value, unit: (*target.target.unit).clone(), year: target.latest_year });
    told.as_ref().map(figure::baseline).unwrap_or_default()
}

/// The table for people: targets that were observed, those without data only where `all` are wanted, then what to look at.
#[cfg(feature = "cli")]
pub fn table(progress: &Progress, width: u16, lang: Lang, all: bool) -> String {
    use crate::track::Standing;
    let name = progress.title.as_deref().unwrap_or(&progress.plan);
    let mut out = super::table::harmless(name);
    if let Some(year) = progress.as_of {
        out += &format!(" ({})", words::filled(words::label("track", "as_of", lang), &[year]));
    }
    out.push('\n');
    if progress.targets.is_empty() {
        return out + words::label("track", "no_targets", lang) + "\n";
    }
    let is_shown = |target: &&Tracked| all || target.standing != Standing::NoData || target.observed_as.is_some();
    let shown: Vec<&Tracked> = progress.targets.iter().filter(is_shown).collect();
    let heads = ["indicator", "target", "baseline", "deadline", "latest", "way", "time", "standing", "reason", "place"];
    let rows = shown.iter().map(|target| cells(target, lang));
    out += &grid(&heads, rows, width, lang);
    let count = |standing: &Standing| progress.targets.iter().filter(|target| target.standing == *standing).count();
    let counts = Standing::ALL
        .iter()
        .map(|standing| format!("{} {}", words::name("standing", &key(standing), lang), count(standing)));
    out += &(counts.collect::<Vec<_>>().join(" · ") + "\n");
    if shown.len() < progress.targets.len() {
        let silent = progress.targets.len() - shown.len();
        out += &(words::filled(words::label("track", "without_data", lang), &[silent]) + "\n");
    }
    out + &notes(progress, width, lang)
}

#[cfg(feature = "cli")]
fn cells(target: &Tracked, lang: Lang) -> Vec<String> {
    let reason = target.reason.as_ref().map(|reason| words::name("reason", &key(reason), lang).into_owned());
    vec![
        target.indicator.clone(),
        figure::target(&target.target),
        baseline(target),
        target.deadline.map(|year| year.to_string()).unwrap_or_default(),
        latest(target),
        share(target.way),
        share(target.time),
        words::name("standing", &key(&target.standing), lang).into_owned(),
        reason.unwrap_or_default(),
        target.line.to_string(),
    ]
}

/// The names to confirm and the rows that could not be used.
#[cfg(feature = "cli")]
fn notes(progress: &Progress, width: u16, lang: Lang) -> String {
    let mut out = String::new();
    let unsure = progress.matches.iter().filter(|found| found.to_confirm);
    let rows: Vec<Vec<String>> = unsure
        .map(|found| {
            vec![
                found.observed.clone(),
                found.target.clone().unwrap_or_default(),
                found.score.map(|n| n.to_string()).unwrap_or_default(),
            ]
        })
        .collect();
    if !rows.is_empty() {
        out += &format!("\n{}\n", words::label("track", "confirm", lang));
        out += &grid(&["observed_as", "indicator", "score"], rows.into_iter(), width, lang);
    }
    if !progress.problems.is_empty() {
        out +=
            &format!("\n{}: {}\n", words::label("track", "problems", lang), super::table::harmless(&progress.observed));
        let rows = progress.problems.iter().map(|problem| {
            vec![
                problem.place(),
                problem.indicator.clone(),
                words::name("problem", &key(&problem.kind), lang).into_owned(),
                problem.message.clone(),
            ]
        });
        out += &grid(&["place", "indicator", "problem", "message"], rows, width, lang);
    }
    out
}

#[cfg(feature = "cli")]
fn grid(heads: &[&str], rows: impl Iterator<Item = Vec<String>>, width: u16, lang: Lang) -> String {
    let mut table = comfy_table::Table::new();
    table.load_style(super::table::STYLE);
    table.set_content_arrangement(comfy_table::ContentArrangement::Dynamic).set_width(width);
    table.set_header(heads.iter().map(|head| words::label("track", head, lang)));
    for row in rows {
        table.add_row(row.iter().map(|cell| super::table::harmless(cell)));
    }
    table.trim_fmt() + "\n"
}

/// What the head of a column says in a workbook.
#[cfg(feature = "xlsx")]
pub(super) fn head(name: &str, lang: Lang) -> String {
    match words::label("track", name, lang) {
        "" => words::name("column", name, lang).into_owned(),
        head => head.to_owned(),
    }
}

/// A sheet of a workbook: its name, and what stands in it.
#[cfg(feature = "xlsx")]
type Sheet = (&'static str, Table);

/// The sheets of a workbook.
#[cfg(feature = "xlsx")]
pub(super) fn sheets(progress: &Progress, lang: Lang) -> [Sheet; 3] {
    let heads = |names: &[&str]| names.iter().map(|name| head(name, lang)).collect::<Vec<_>>();
    let named = |class: &str, cell: Cell| match cell {
        Cell::Text(key) if lang == Lang::Zh => Cell::Text(words::name(class, &key, lang).into_owned()),
        cell => cell,
    };
    let targets = progress
        .targets
        .iter()
        .map(|target| row(target).into_iter().zip(COLUMNS).map(|(cell, name)| named(name, cell)).collect());
    let matches = progress.matches.iter().map(|found| {
        let target = found.target.clone().unwrap_or_default();
        vec![(&found.observed).into(), (&found.unit).into(), target.into(), found.score.into()]
    });
    let problems = progress.problems.iter().map(|problem| {
        let kind = named("problem", key(&problem.kind).into());
        let place = problem.sheet.as_ref().map_or(problem.line.into(), |_| Cell::Text(problem.place()));
        vec![place, (&problem.indicator).into(), kind, (&problem.found).into(), (&problem.message).into()]
    });
    [
        ("track", (heads(&COLUMNS), targets.collect())),
        ("matches", (heads(&["observed_as", "unit", "indicator", "score"]), matches.collect())),
        ("problems", (heads(&["place", "indicator", "problem", "found", "message"]), problems.collect())),
    ]
}
