//! A whole check: the rules, the expectations, what is set aside, what is known, and how much weighs enough to be told.
//!
//! Documents are given one by one, because an entry of the config that no document needs is known when all are read.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    baseline::Baseline,
    context::Context,
    diagnostic::{Hit, Severity},
    expect::Expectations,
    finding::Finding,
    fix,
    levels::Levels,
    registry::{self, RULES},
    report::Report,
    suppress::{self, Suppression},
};
use crate::{
    analysis::Reading,
    memory::{Seen, given_back},
    source::Document,
};

/// How many findings before one are looked at for what it says in the same words.
const NEAR: usize = 8;

/// What a document is checked by.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// Which rules run, and how much they weigh.
    pub levels: Levels,
    /// The plan period that the project expects.
    pub period: Option<(i32, i32)>,
    /// What the text must yield.
    pub expectations: Option<Expectations>,
    /// Entries of the file beside the document that set findings aside.
    pub beside: Vec<Suppression>,
    /// Entries of the config that hold for the document.
    pub config: Vec<Suppression>,
}

/// An entry of the config: the first document it holds for, and whether one needed it.
#[derive(Debug)]
struct Use {
    report: usize,
    used: bool,
    /// What is said where none needed it.
    finding: Option<Finding>,
}

/// A check of several documents.
#[derive(Debug)]
pub struct Run {
    known: Baseline,
    least: Severity,
    reports: Vec<Report>,
    entries: BTreeMap<String, Use>,
}

impl Run {
    /// A run that leaves out the findings that are `known`, and those that weigh less than `least`.
    pub fn new(known: Baseline, least: Severity) -> Self {
        Self { known, least, reports: Vec::new(), entries: BTreeMap::new() }
    }

    /// Checks the document read from `path` by `terms`; behind that no more is held of it than its text.
    pub fn document(&mut self, path: String, reading: Reading, terms: &Terms) {
        let findings = self.examined(&path, &reading, terms);
        self.reports.push(Report { path, text: reading.document.text, findings });
    }

    /// What `terms` find in the document read from `path`, the next of the run.
    fn examined(&mut self, path: &str, reading: &Reading, terms: &Terms) -> Vec<Finding> {
        let document = &reading.document;
        let mut findings = rules(reading, terms);
        let mut unused = set_aside(&mut findings, document, &terms.beside, terms);
        let unneeded: BTreeSet<&str> = set_aside(&mut findings, document, &terms.config, terms).into_iter().collect();
        let of_this = self.reports.len();
        for entry in terms.config.iter().filter(|entry| terms.levels.runs_all_of(&entry.rule)) {
            let known = self.entries.entry(entry.origin.clone()).or_insert_with(|| Use {
                report: of_this,
                used: false,
                finding: needless(document, &entry.origin, &terms.levels),
            });
            known.used |= !unneeded.contains(entry.origin.as_str());
        }
        findings.extend(unused.drain(..).filter_map(|origin| needless(document, origin, &terms.levels)));
        settle(&document.text, &mut findings);
        self.known.apply(path, &document.text, &mut findings);
        findings.retain(|finding| finding.severity >= self.least);
        findings
    }

    /// The reports, one a document, with the entries of the config that no document needed.
    pub fn finish(mut self) -> Vec<Report> {
        for entry in self.entries.into_values().filter(|entry| !entry.used) {
            let Some(report) = self.reports.get_mut(entry.report) else { continue };
            report.findings.extend(entry.finding);
            settle(&report.text, &mut report.findings);
        }
        self.reports
    }
}

/// Does the whole of a check of one document: what its rules and expectations find, without what is set aside or known.
///
/// The report is empty of findings that weigh less than `least`.
pub fn run(path: &str, reading: &Reading, terms: &Terms, known: Baseline, least: Severity) -> Vec<Finding> {
    let mut run = Run::new(known, least);
    let findings = run.examined(path, reading, terms);
    run.reports.push(Report { path: path.to_owned(), text: reading.document.text.clone(), findings });
    run.finish().into_iter().flat_map(|report| report.findings).collect()
}

/// What the rules find in `reading`, in document order; nothing is set aside.
pub(super) fn rules(reading: &Reading, terms: &Terms) -> Vec<Finding> {
    let expectations = terms.expectations.as_ref();
    let context = Context { reading, expected_period: terms.period, expectations };
    let mut findings: Vec<Finding> = Vec::new();
    for &rule in RULES {
        let Some(severity) = terms.levels.of(rule) else { continue };
        let hits = (rule.check)(&context);
        findings.reserve_exact(hits.len());
        for hit in given_back(hits) {
            add(&mut findings, Finding::new(&reading.document, rule, severity, hit));
        }
    }
    settle(&reading.document.text, &mut findings);
    findings
}

/// Adds `finding` to `findings`; what is said of it and of one shortly before in the same words is kept once.
fn add(findings: &mut Vec<Finding>, mut finding: Finding) {
    let near = &findings[findings.len().saturating_sub(NEAR)..];
    if let Some(other) = near.iter().rfind(|other| other.message == finding.message) {
        finding.message = other.message.clone();
    }
    findings.push(finding);
}

/// The text of `reading` with the safe replacements of what is found and not set aside, and how many were made.
pub fn fixed(reading: &Reading, terms: &Terms) -> (String, usize) {
    let text = &reading.document.text;
    let mut findings = rules(reading, terms);
    suppress::apply(&mut findings, text, &terms.beside);
    suppress::apply(&mut findings, text, &terms.config);
    fix::apply(text, &findings)
}

/// Takes out what `entries` set aside; gives the origins of those that set nothing aside although their rules ran.
fn set_aside<'e>(
    findings: &mut Vec<Finding>,
    document: &Document,
    entries: &'e [Suppression],
    terms: &Terms,
) -> Vec<&'e str> {
    let idle = suppress::apply(findings, &document.text, entries).into_iter();
    idle.filter(|entry| terms.levels.runs_all_of(&entry.rule)).map(|entry| entry.origin.as_str()).collect()
}

/// A finding for an entry read at `origin` that sets nothing of `document` aside, where the rule runs.
fn needless(document: &Document, origin: &str, levels: &Levels) -> Option<Finding> {
    let rule = registry::find("project.unused-suppression")?;
    let severity = levels.of(rule)?;
    let hit = Hit::of_document(&document.text, format!("{origin} sets nothing aside"));
    Some(Finding::new(document, rule, severity, hit))
}

/// Sorts the `findings` in `text` and tells apart those that share rule and key.
fn settle(text: &str, findings: &mut [Finding]) {
    findings.sort_by_key(|finding| (finding.span(), finding.code()));
    let mut seen = Seen::default();
    for finding in findings {
        let key = finding.key(text).into_owned();
        let nth = seen.count(&format!("{}\u{1f}{key}", finding.code()));
        finding.tell_apart(&key, nth);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{analysis, source::Source};

    #[test]
    fn a_run_sets_aside_knows_expects_and_tells_what_nothing_needs() {
        let text = "云岭市第十四个五年规划\n第一章 生态\n到2025年，森林覆盖率达到665%。\n";
        let reading = analysis::analyze(Source { name: "x", bytes: text.as_bytes() }).expect("reads");
        let codes = |terms: &Terms, known: Baseline, least| -> Vec<&'static str> {
            run("x", &reading, terms, known, least).iter().map(|finding| finding.code()).collect()
        };
        let told = codes(&Terms::default(), Baseline::default(), Severity::Error);
        assert_eq!(told, ["values.share-over-100"]);
        let entry = |rule: &str| Suppression {
            rule: rule.into(),
            text: None,
            reason: "as printed".into(),
            path: None,
            origin: format!("entry of {rule}"),
        };
        let terms = Terms {
            beside: vec![entry("values.share-over-100")],
            config: vec![entry("values.range-reversed")],
            expectations: Some(Expectations::parse("chapters: 2").expect("reads")),
            ..Terms::default()
        };
        let told = codes(&terms, Baseline::default(), Severity::Warning);
        assert_eq!(told, ["project.expectation", "project.unused-suppression"]);
        let reports = |terms: &Terms| {
            let mut run = Run::new(Baseline::default(), Severity::Info);
            run.document("x".into(), reading.clone(), terms);
            run.finish()
        };
        let known = Baseline::of(&reports(&Terms::default()));
        assert!(codes(&Terms::default(), known, Severity::Info).is_empty());
    }
}
