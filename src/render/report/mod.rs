//! A report for people: one HTML file that needs nothing else. One document gives its facts, charts, tables and text; several
//! give a comparison.
//!
//! The page is the same bytes for the same input. What a document says is written by `maud`, which escapes it; characters that
//! steer a screen are written out at the very end, so that no part of the page can forget it.

mod bars;
mod compare;
mod extent;
mod facts;
mod findings;
mod marks;
mod matrix;
mod multiples;
mod numbers;
mod progress;
mod shell;
mod single;
mod source;
mod statements;
mod tables;
mod tasks;
#[cfg(test)]
mod tests;
mod text;
mod timeline;

use std::borrow::Cow;

use maud::{Markup, html};

use super::words::{self, Lang};
use crate::{
    analysis::{Analysis, Reading, Rejected, SheetEntry, sheets},
    check::Finding,
    lexicon::numerals::is_numeral,
    track::Progress,
};

/// How many rows of statements a page holds, over all its documents.
const STATEMENTS: usize = 10_000;
/// How many bytes of text a page holds.
const TEXT: usize = 4 << 20;
/// How many rows each other table of a page holds.
const ROWS: usize = 5_000;

/// A document of a report.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The result.
    pub analysis: Analysis,
    /// Its text.
    pub text: String,
    /// Its tables as they were read.
    pub sheets: Vec<SheetEntry>,
    /// The numbers that were read and not kept.
    pub rejected: Vec<Rejected>,
    /// What `plan check` finds.
    pub findings: Vec<Finding>,
    /// How far its targets are met, where somebody observed them.
    pub progress: Option<Progress>,
}

impl Entry {
    /// What a report tells of a document in which `findings` were found.
    pub fn new(reading: Reading, findings: Vec<Finding>) -> Self {
        let (sheets, rejected) = (sheets(&reading.document, &reading.outline), reading.rejected());
        let Reading { document, analysis, .. } = reading;
        Self { analysis, text: document.text, sheets, rejected, findings, progress: None }
    }
}

/// The page about `entries` for people who read `lang`.
pub fn page(entries: &[Entry], lang: Lang) -> String {
    let say = Say(lang);
    let page = match entries {
        [one] => single::page(one, say),
        several => compare::page(several, say),
    };
    visible(page)
}

/// The words of a page in the language of its readers.
#[derive(Clone, Copy, Debug)]
struct Say(Lang);

impl Say {
    /// A word of the report.
    fn t(self, key: &str) -> &'static str {
        let word = words::label("report", key, self.0);
        debug_assert!(!word.is_empty(), "the report has no word for {key}");
        word
    }

    /// The name of a key of the result.
    fn name(self, class: &str, key: &str) -> String {
        words::name(class, key, self.0).into_owned()
    }

    /// A sentence with values in it.
    fn fill(self, key: &str, values: &[&dyn ToString]) -> String {
        let values: Vec<String> = values.iter().map(|value| value.to_string()).collect();
        words::filled(self.t(key), &values)
    }

    /// A share of a whole in whole percent.
    fn share(self, part: usize, whole: usize) -> String {
        if whole == 0 { "–".into() } else { format!("{}%", (part * 200 + whole) / (whole * 2)) }
    }

    /// What is said where a table holds only its first rows.
    fn cut(self, shown: usize, all: usize) -> Markup {
        html! { @if shown < all { p.note { (self.fill("cut", &[&shown, &all])) } } }
    }
}

/// A percentage of a width, for SVG.
fn percent(part: f64, whole: f64) -> String {
    if whole > 0.0 { format!("{:.2}%", (part / whole * 100.0).clamp(0.0, 100.0)) } else { "0%".into() }
}

/// A part of the page under its heading.
fn part(id: &str, title: &str, body: Markup) -> Markup {
    html! { section.part id=(id) aria-labelledby={ (id) "-h" } { h2 id={ (id) "-h" } { (title) } (body) } }
}

/// A stretch that scrolls by itself where it is too wide.
fn scroll(label: &str, body: Markup) -> Markup {
    html! { div.scroll role="group" aria-label=(label) tabindex="0" { (body) } }
}

/// The page with characters that steer a screen written out, and control characters left off.
fn visible(page: String) -> String {
    let turns =
        |c: char| matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let hidden = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    if !page.contains(|c| turns(c) || hidden(c)) {
        return page;
    }
    let mut out = String::with_capacity(page.len() + 64);
    for c in page.chars() {
        match c {
            c if turns(c) => out += &format!("\\u{:04x}", u32::from(c)),
            c if hidden(c) => {}
            c => out.push(c),
        }
    }
    out
}

/// What a document is called in few words: whose it is and for which years.
fn short(analysis: &Analysis) -> String {
    let document = &analysis.document;
    let years = years(analysis);
    match document.issuer.as_deref().filter(|issuer| !issuer.is_empty()) {
        Some(issuer) => format!("{issuer} {years}").trim_end().to_owned(),
        None => title(analysis).into_owned(),
    }
}

/// How many documents are told by name where each has a column; more are told by number.
const NAMED: usize = 8;

/// The head of the column of a document: what it is called, and in full where that is its number alone.
fn column(at: usize, entries: &[Entry]) -> (String, Option<String>) {
    let name = short(&entries[at].analysis);
    if entries.len() <= NAMED { (name, None) } else { ((at + 1).to_string(), Some(name)) }
}

/// A heading whose numbers stay whole where its line is broken: 第十四个五年, 二〇三五年.
fn unbroken(heading: &str) -> Markup {
    let joins = |c: char| is_numeral(c) || matches!(c, '第' | '个' | '年');
    let chars: Vec<char> = heading.chars().collect();
    let runs = chars.chunk_by(|a, b| joins(*a) == joins(*b)).map(|run| (joins(run[0]), String::from_iter(run)));
    html! { @for (is_number, run) in runs { @if is_number { span.kept { (run) } } @else { (run) } } }
}

/// The years a document is for.
fn years(analysis: &Analysis) -> String {
    match (analysis.document.period, analysis.document.year) {
        (Some(period), _) if period.start == period.end => period.start.to_string(),
        (Some(period), _) => format!("{}–{}", period.start, period.end),
        (None, Some(year)) => year.to_string(),
        (None, None) => String::new(),
    }
}

/// The title, else the name of the file.
fn title(analysis: &Analysis) -> Cow<'_, str> {
    let path = || analysis.document.source.path.rsplit('/').next().unwrap_or_default();
    Cow::Borrowed(analysis.document.title.as_deref().filter(|title| !title.is_empty()).unwrap_or_else(path))
}
