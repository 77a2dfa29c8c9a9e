//! The counts: what was found, missed, invented and misread.
//!
//! Knows pairs and records; how they are printed is the renderer's matter.

use serde::Serialize;

use super::{
    compare::{self, Wrong},
    gold::{GoldRecord, GoldStatus},
    pair::{Pair, classes, found_span},
};
use crate::{analysis::Record, statement::Kind};

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Share {
    /// How many.
    pub count: usize,
    /// Of how many.
    pub of: usize,
    /// Their share; null where there are none.
    pub share: Option<f64>,
}

impl Share {
    /// `count` of `of`.
    pub fn new(count: usize, of: usize) -> Self {
        Self { count, of, share: (of > 0).then(|| count as f64 / of as f64) }
    }
}

/// The figures of one class of statements.
#[derive(Clone, Debug, Serialize)]
pub struct ClassReport {
    /// `target/quantity` and so on.
    pub class: &'static str,
    /// Statements in the gold file.
    pub gold: usize,
    /// Statements found.
    pub found: usize,
    /// Those that match.
    pub matched: usize,
    /// Matched of found.
    pub precision: Option<f64>,
    /// Matched of gold.
    pub recall: Option<f64>,
    /// Their harmonic mean.
    pub f1: Option<f64>,
    /// Matches that are right as a whole record, with the F1 over gold and found.
    pub whole_record: Share,
    /// F1 of the matches that are right as a whole record.
    pub whole_record_f1: Option<f64>,
    /// For each field, the matches in which it agrees.
    #[serde(serialize_with = "as_map")]
    pub fields: Vec<(&'static str, Share)>,
}

fn as_map<S: serde::Serializer>(fields: &[(&'static str, Share)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(fields.iter().map(|(name, share)| (name, share)))
}

/// What kind of error a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// A gold statement that was not found.
    Miss,
    /// A found statement that is not in the gold file.
    FalseAlarm,
    /// A found statement where the gold file says `other`.
    LookAlike,
    /// Found, but as a fact instead of a target or the other way round.
    Status,
    /// Matched, with wrong fields.
    Fields,
}

/// One error, with its place.
#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    /// What kind of error.
    pub kind: FindingKind,
    /// The class it counts in.
    pub class: String,
    /// 1-based line.
    pub line: usize,
    /// The number expression.
    pub quote: String,
    /// The thing measured.
    pub indicator: String,
    /// The text around it.
    pub excerpt: String,
    /// The misread fields.
    pub wrong: Vec<Wrong>,
    #[serde(skip)]
    start: usize,
}

/// The whole comparison.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// Class by class.
    pub classes: Vec<ClassReport>,
    /// Pairs whose kind agrees and whose status differs, of all pairs.
    pub status_confusions: Share,
    /// Found statements that overlap a gold `other`, of all found.
    pub look_alikes: Share,
    /// Every error in document order.
    pub errors: Vec<Finding>,
}

/// Counts.
pub(super) fn build(text: &str, golds: &[&GoldRecord], founds: &[&Record], pairs: &[Pair]) -> Report {
    let errors = errors(text, golds, founds, pairs);
    let confused = pairs.iter().filter(|pair| !pair.same_status).count();
    let look_alikes = errors.iter().filter(|error| error.kind == FindingKind::LookAlike).count();
    Report {
        classes: classes().map(|class| class_report(class, golds, founds, pairs)).into(),
        status_confusions: Share::new(confused, pairs.len()),
        look_alikes: Share::new(look_alikes, founds.len()),
        errors,
    }
}

fn class_report(
    (class, status, kind): (&'static str, GoldStatus, Kind),
    golds: &[&GoldRecord],
    founds: &[&Record],
    pairs: &[Pair],
) -> ClassReport {
    let gold = golds.iter().filter(|g| g.status == status && g.counted_kind() == Some(kind)).count();
    let found = founds.iter().filter(|f| status.is(f.status) && f.kind == kind).count();
    let matches: Vec<(&GoldRecord, &Record)> = pairs
        .iter()
        .filter(|pair| pair.same_status)
        .map(|pair| (golds[pair.gold], founds[pair.found]))
        .filter(|(g, f)| g.status == status && f.kind == kind)
        .collect();
    let whole = matches.iter().filter(|(g, f)| compare::whole_record(g, f)).count();
    ClassReport {
        class,
        gold,
        found,
        matched: matches.len(),
        precision: Share::new(matches.len(), found).share,
        recall: Share::new(matches.len(), gold).share,
        f1: Share::new(2 * matches.len(), gold + found).share,
        whole_record: Share::new(whole, matches.len()),
        whole_record_f1: Share::new(2 * whole, gold + found).share,
        fields: field_shares(&matches),
    }
}

fn field_shares(matches: &[(&GoldRecord, &Record)]) -> Vec<(&'static str, Share)> {
    let mut shares: Vec<(&'static str, usize)> = Vec::new();
    for (gold, found) in matches {
        for (at, field) in compare::fields(gold, found).into_iter().enumerate() {
            if shares.len() == at {
                shares.push((field.name, 0));
            }
            shares[at].1 += usize::from(field.agrees);
        }
    }
    shares.into_iter().map(|(name, count)| (name, Share::new(count, matches.len()))).collect()
}

fn errors(text: &str, golds: &[&GoldRecord], founds: &[&Record], pairs: &[Pair]) -> Vec<Finding> {
    let mut errors: Vec<Finding> = pairs.iter().filter_map(|p| misread(text, golds[p.gold], founds[p.found])).collect();
    for (index, gold) in golds.iter().enumerate() {
        let paired = pairs.iter().any(|pair| pair.gold == index);
        if let (false, Some(kind)) = (paired, gold.counted_kind()) {
            let class = format!("{}/{}", word(gold.status), word(kind));
            errors.push(finding(FindingKind::Miss, class, text, gold, gold.indicator.clone()));
        }
    }
    for (index, found) in founds.iter().enumerate() {
        if !pairs.iter().any(|pair| pair.found == index) {
            errors.push(alarm(text, golds, found));
        }
    }
    errors.sort_by_key(|error| (error.start, error.kind));
    errors
}

/// What is wrong with a pair, if anything.
fn misread(text: &str, gold: &GoldRecord, found: &Record) -> Option<Finding> {
    let fields = compare::fields(gold, found);
    let similar = fields.iter().any(|field| field.name == "indicator_similar" && field.agrees);
    let mut wrong: Vec<Wrong> = fields
        .iter()
        .filter(|field| !field.agrees && field.name != "indicator_similar")
        .map(|field| match (field.name, similar) {
            // A close reading of the indicator is told apart from a wrong one.
            ("indicator", true) => Wrong { field: "indicator (close)".into(), ..field.wrong() },
            _ => field.wrong(),
        })
        .collect();
    let same_status = gold.status.is(found.status);
    if !same_status {
        let (got, want) = (word(found.status).into(), word(gold.status).into());
        wrong.insert(0, Wrong { field: "status".into(), got, want });
    }
    let kind = if same_status { FindingKind::Fields } else { FindingKind::Status };
    let class = format!("{}/{}", word(gold.status), word(found.kind));
    (!wrong.is_empty()).then(|| Finding { wrong, ..finding(kind, class, text, gold, found.indicator.to_string()) })
}

fn alarm(text: &str, golds: &[&GoldRecord], found: &Record) -> Finding {
    let span = found_span(text, found);
    let other = golds.iter().any(|gold| gold.status == GoldStatus::Other && gold.span.overlaps(span));
    Finding {
        kind: if other { FindingKind::LookAlike } else { FindingKind::FalseAlarm },
        class: format!("{}/{}", word(found.status), word(found.kind)),
        line: found.source.line as usize,
        quote: found.source.quote.to_string(),
        indicator: found.indicator.to_string(),
        excerpt: excerpt(text, span.start, span.end),
        wrong: Vec::new(),
        start: span.start,
    }
}

fn finding(kind: FindingKind, class: String, text: &str, gold: &GoldRecord, indicator: String) -> Finding {
    Finding {
        kind,
        class,
        line: gold.line,
        quote: gold.quote.clone(),
        indicator,
        excerpt: excerpt(text, gold.span.start, gold.span.end),
        wrong: Vec::new(),
        start: gold.span.start,
    }
}

/// The name a value has in files.
fn word(value: impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// The text around `start..end` without white space: about 30 characters before and 15 after.
fn excerpt(text: &str, start: usize, end: usize) -> String {
    let squeeze = |part: &str| -> Vec<char> { part.chars().filter(|c| !c.is_whitespace()).collect() };
    let (Some(before), Some(inside), Some(after)) = (text.get(..start), text.get(start..end), text.get(end..)) else {
        return String::new();
    };
    let near: String = before.chars().rev().take(90).collect::<Vec<_>>().into_iter().rev().collect();
    let before = squeeze(&near);
    let after = squeeze(&after.chars().take(45).collect::<String>());
    let before = &before[before.len().saturating_sub(30)..];
    let after = &after[..after.len().min(15)];
    let inside: String = squeeze(inside).into_iter().collect();
    format!("{}【{inside}】{}", before.iter().collect::<String>(), after.iter().collect::<String>())
}
