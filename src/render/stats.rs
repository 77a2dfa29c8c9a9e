//! The counts of a corpus as text: JSON, rows, a table for people.

use schemars::JsonSchema;
use serde::Serialize;

use super::{
    key,
    long::{Cell, Shape},
    words::{self, Lang},
};
use crate::{
    lexicon::{Indicator, Region},
    stats::{By, Line, SCHEMA, Stats},
};

/// The columns of the rows.
const COLUMNS: [&str; 6] = ["by", "key", "name", "targets", "achievements", "documents"];

/// The counts as JSON holds them.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Counts<'a> {
    /// `plan-stats/1`.
    schema: &'static str,
    /// How many documents were read.
    documents: usize,
    /// All targets.
    targets: usize,
    /// All achievements.
    achievements: usize,
    /// The documents without targets, in the order in which they were read.
    without_targets: &'a [String],
    /// By theme, deadline and so on: years in their order, all else from the most targets down.
    counts: Vec<Line<'a>>,
}

/// The counts as JSON.
pub fn json(stats: &Stats) -> String {
    super::json::value(&Counts {
        schema: SCHEMA,
        documents: stats.documents(),
        targets: stats.all().targets,
        achievements: stats.all().achievements,
        without_targets: stats.silent(),
        counts: stats.lines(),
    })
}

/// The counts as rows of `shape`: first all together, then by each thing, then the documents without targets.
pub fn rows(stats: &Stats, shape: Shape, lang: Option<Lang>) -> String {
    let all = stats.all();
    let total = row(["all", "", ""], [all.targets, all.achievements, stats.documents()]);
    let lines = stats.lines().into_iter().map(|line| {
        let count = line.count;
        let name = name(&line, lang.unwrap_or_default());
        row([&key(&line.by), line.key.unwrap_or(""), &name], [count.targets, count.achievements, count.documents])
    });
    let silent = stats.silent().iter().map(|file| row(["without_targets", file, ""], [0, 0, 1]));
    let heads = COLUMNS.iter().map(|column| match lang {
        Some(lang) => words::head(column, lang),
        None => (*column).to_owned(),
    });
    let body = std::iter::once(total).chain(lines).chain(silent);
    let body: String = body.map(|row| shape.line(row.into_iter().map(Cell::text))).collect();
    shape.headed(heads.collect()).before.into_owned() + &body
}

fn row(texts: [&str; 3], numbers: [usize; 3]) -> Vec<Cell> {
    texts.into_iter().map(Cell::from).chain(numbers.map(Cell::from)).collect()
}

/// What people call what a line counts.
fn name(line: &Line<'_>, lang: Lang) -> String {
    let Some(key) = line.key else { return words::label("message", "not_said", lang).to_owned() };
    let class = match line.by {
        By::Theme => "theme",
        By::Comparator => "comparator",
        By::Nature => "nature",
        By::Modality => "modality",
        By::Kind => "kind",
        By::DocumentKind => "document_kind",
        By::Region => return Region::of_code(key).map_or(key, |region| region.name).to_owned(),
        By::IndicatorKey => {
            let row = Indicator::of_key(key);
            return row.map_or(key, |row| if lang == Lang::Zh { row.zh } else { row.en }).to_owned();
        }
        By::DeadlineYear | By::Year => return key.to_owned(),
    };
    words::name(class, key, lang).into_owned()
}

/// How many of the longer lists a table shows.
#[cfg(feature = "cli")]
const SHOWN: usize = 15;

/// The counts as a table for people.
#[cfg(feature = "cli")]
pub fn table(stats: &Stats, width: u16, lang: Lang) -> String {
    use super::table::{STYLE, harmless};
    let all = stats.all();
    let mut table = comfy_table::Table::new();
    table.load_style(STYLE);
    table.set_content_arrangement(comfy_table::ContentArrangement::Dynamic).set_width(width);
    table.set_header(["by", "name", "targets", "achievements", "documents"].map(|column| words::head(column, lang)));
    let mut last: Option<(By, usize)> = None;
    for line in stats.lines() {
        let nth = last.filter(|(by, _)| *by == line.by).map_or(0, |(_, nth)| nth + 1);
        last = Some((line.by, nth));
        if nth >= SHOWN {
            continue;
        }
        let by = if nth == 0 { words::name("by", &key(&line.by), lang).into_owned() } else { String::new() };
        let count = line.count;
        let numbers = [count.targets, count.achievements, count.documents].map(|number| number.to_string());
        table.add_row([by, harmless(&name(&line, lang))].into_iter().chain(numbers));
    }
    let counts = [stats.documents(), all.targets, all.achievements, stats.silent().len()];
    let mut out = format!("{}\n{}\n", table.trim_fmt(), words::counted("stats", &counts, lang));
    stats.silent().iter().take(SHOWN).for_each(|file| out += &format!("  {}\n", harmless(file)));
    out
}
