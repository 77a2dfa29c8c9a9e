//! What a text must yield, in `NAME.expect.yaml` beside it: title, period, counts, and commitments that must be found.
//!
//! A text or a program that no longer yields them fails with what differs. A draft is made from what is found now; whoever
//! keeps it has read it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_yaml::{Mapping, Value};

use super::keys;
use crate::{
    analysis::{OutlineEntry, Reading, Record},
    lexicon::{HEADINGS, Theme},
    number::Number,
    statement::{DeadlineSource, Kind},
    yaml,
};

/// The keys of the file.
const KEYS: &[&str] =
    &["title", "issuer", "period", "chapters", "sections", "tables", "lost_tables", "commitments", "must"];

/// How many commitments a draft names.
const DRAFTED: usize = 12;

/// What a text must yield; what is left out is not looked at.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Expectations {
    /// The title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The place or body whose plan it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// `2021-2025`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// How many chapters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chapters: Option<Count>,
    /// How many sections.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sections: Option<Count>,
    /// How many tables, lost ones included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tables: Option<Count>,
    /// How many captions whose tables are lost.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lost_tables: Option<Count>,
    /// How many commitments.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commitments: Option<Commitments>,
    /// Commitments that must be found.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub must: Vec<Must>,
}

/// How many commitments by kind and theme.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commitments {
    /// With a number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Count>,
    /// Dated, without a number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub milestone: Option<Count>,
    /// By theme.
    #[serde(default)]
    pub themes: BTreeMap<Theme, Count>,
}

/// A commitment that must be found.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Must {
    /// What it measures.
    pub indicator: String,
    /// Its number in the base unit; any where left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Number>,
    /// Its unit; any where left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The year by which it is due; any where left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<i32>,
}

/// A number, or the least and the most of it: `12`, `300..340`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Value", into = "Value")]
pub struct Count {
    least: usize,
    most: usize,
}

impl From<usize> for Count {
    fn from(count: usize) -> Self {
        Self { least: count, most: count }
    }
}

impl From<Count> for Value {
    fn from(count: Count) -> Value {
        match count.least == count.most {
            true => Value::from(count.least as u64),
            false => Value::from(count.shown()),
        }
    }
}

impl TryFrom<Value> for Count {
    type Error = String;

    fn try_from(value: Value) -> Result<Self, String> {
        if let Some(count) = value.as_u64() {
            return Ok(Count::from(count as usize));
        }
        let range = value.as_str().and_then(|text| text.split_once(".."));
        let ends = range.and_then(|(least, most)| least.trim().parse().ok().zip(most.trim().parse().ok()));
        let count = ends.map(|(least, most)| Count { least, most }).filter(|count| count.least <= count.most);
        count.ok_or_else(|| "give a number such as 12 or the least and the most of it such as 300..340".into())
    }
}

impl Count {
    fn shown(self) -> String {
        if self.least == self.most { self.least.to_string() } else { format!("{}..{}", self.least, self.most) }
    }
}

impl Expectations {
    /// Reads expectations.
    ///
    /// # Errors
    /// Where it is no mapping, or a key or value is not known.
    pub fn parse(text: &str) -> Result<Self, String> {
        let value: Value = yaml::from_str(text).map_err(|error| error.to_string())?;
        let map: &Mapping = keys::mapping(&value, "the expectations")?;
        keys::known(map, KEYS, "")?;
        Ok(Self {
            title: keys::get(map, "title", "")?,
            issuer: keys::get(map, "issuer", "")?,
            period: keys::get(map, "period", "")?,
            chapters: keys::get(map, "chapters", "")?,
            sections: keys::get(map, "sections", "")?,
            tables: keys::get(map, "tables", "")?,
            lost_tables: keys::get(map, "lost_tables", "")?,
            commitments: keys::get(map, "commitments", "")?,
            must: keys::get(map, "must", "")?.unwrap_or_default(),
        })
    }

    /// Expectations that what was read meets.
    pub fn draft(reading: &Reading) -> Self {
        let (found, analysis) = (Found::of(reading), &reading.analysis);
        let telling = analysis.commitments.iter().filter(|record| is_telling(record));
        Self {
            title: analysis.document.title.clone(),
            issuer: analysis.document.issuer.clone(),
            period: found.period.clone(),
            chapters: Some(found.chapters.into()),
            sections: Some(found.sections.into()),
            tables: Some(found.tables.into()),
            lost_tables: Some(found.lost.into()),
            commitments: Some(Commitments {
                quantity: Some(found.quantity.into()),
                milestone: Some(found.milestone.into()),
                themes: found.themes.iter().map(|(&theme, &count)| (theme, count.into())).collect(),
            }),
            must: telling.take(DRAFTED).map(must).collect(),
        }
    }

    /// What was not read, one line each.
    pub fn differences(&self, reading: &Reading) -> Vec<String> {
        let (found, analysis) = (Found::of(reading), &reading.analysis);
        let mut lines = Vec::new();
        let mut text = |name: &str, expected: &Option<String>, seen: &Option<String>| {
            if let Some(expected) = expected.as_ref().filter(|expected| Some(*expected) != seen.as_ref()) {
                let seen = seen.as_deref().unwrap_or("none");
                lines.push(format!("{name}: “{expected}” is expected, “{seen}” is found"));
            }
        };
        text("title", &self.title, &analysis.document.title);
        text("issuer", &self.issuer, &analysis.document.issuer);
        text("period", &self.period, &found.period);
        let mut count = |name: &str, expected: Option<Count>, seen: usize| {
            if let Some(expected) = expected.filter(|e| !(e.least..=e.most).contains(&seen)) {
                lines.push(format!("{name}: {} expected, {seen} found", expected.shown()));
            }
        };
        count("chapters", self.chapters, found.chapters);
        count("sections", self.sections, found.sections);
        count("tables", self.tables, found.tables);
        count("lost_tables", self.lost_tables, found.lost);
        if let Some(commitments) = &self.commitments {
            count("commitments.quantity", commitments.quantity, found.quantity);
            count("commitments.milestone", commitments.milestone, found.milestone);
            for (theme, &expected) in &commitments.themes {
                let seen = found.themes.get(theme).copied().unwrap_or(0);
                count(&format!("commitments.themes.{}", theme.key()), Some(expected), seen);
            }
        }
        lines.extend(self.must.iter().filter_map(|must| missing(must, &analysis.commitments)));
        lines
    }
}

/// What is counted.
#[derive(Default)]
struct Found {
    period: Option<String>,
    chapters: usize,
    sections: usize,
    tables: usize,
    lost: usize,
    quantity: usize,
    milestone: usize,
    themes: BTreeMap<Theme, usize>,
}

impl Found {
    fn of(reading: &Reading) -> Self {
        let (analysis, outline) = (&reading.analysis, &reading.outline);
        let tables = || outline.tables.iter().filter(|table| HEADINGS.figure_word.prefix(&table.label).is_none());
        let mut found = Found {
            period: analysis.document.period.map(|period| format!("{}-{}", period.start, period.end)),
            tables: tables().count(),
            lost: tables().filter(|table| table.missing).count(),
            ..Found::default()
        };
        found.headings(&analysis.outline);
        for record in &analysis.commitments {
            match record.kind {
                Kind::Quantity => found.quantity += 1,
                Kind::Milestone => found.milestone += 1,
            }
            *found.themes.entry(record.theme).or_default() += 1;
        }
        found
    }

    fn headings(&mut self, entries: &[OutlineEntry]) {
        for entry in entries {
            self.chapters += usize::from(entry.level == "chapter");
            self.sections += usize::from(entry.level == "section");
            self.headings(&entry.children);
        }
    }
}

/// Whether `record` is worth naming in a draft.
fn is_telling(record: &Record) -> bool {
    let explicit = record.deadline.as_ref().is_some_and(|deadline| deadline.source == DeadlineSource::Explicit);
    explicit && record.kind == Kind::Quantity && record.indicator.chars().count() > 3
}

fn must(record: &Record) -> Must {
    Must {
        indicator: record.indicator.to_string(),
        value: record.quantity.as_ref().map(|amount| amount.value),
        unit: record.quantity.as_ref().map(|amount| amount.unit.to_string()),
        deadline: record.deadline.as_ref().map(|deadline| deadline.year),
    }
}

/// What is said where no commitment is `must`.
fn missing(must: &Must, commitments: &[Record]) -> Option<String> {
    let value = |r: &Record| r.quantity.as_ref().map(|amount| (amount.value, amount.unit.to_string()));
    let year = |r: &Record| r.deadline.as_ref().map(|deadline| deadline.year);
    let fits = |r: &&Record| {
        must.value.is_none_or(|wanted| value(r).is_some_and(|(value, _)| value == wanted))
            && must.unit.as_ref().is_none_or(|wanted| value(r).is_some_and(|(_, unit)| unit == *wanted))
            && must.deadline.is_none_or(|wanted| year(r) == Some(wanted))
    };
    let named: Vec<&Record> = commitments.iter().filter(|record| record.indicator == must.indicator).collect();
    if named.iter().any(fits) {
        return None;
    }
    let shown = |value: Option<(Number, String)>, year: Option<i32>| {
        let value = value.map_or(String::new(), |(value, unit)| format!("{value}{unit} "));
        format!("{value}by {}", year.map_or("no year".into(), |year| year.to_string()))
    };
    let wanted = shown(must.value.map(|value| (value, must.unit.clone().unwrap_or_default())), must.deadline);
    let seen: Vec<String> =
        named.iter().map(|r| format!("{} (line {})", shown(value(r), year(r)), r.source.line)).collect();
    let seen = if seen.is_empty() {
        "no commitment of that name is found".into()
    } else {
        format!("found: {}", seen.join("; "))
    };
    Some(format!("must: {} {wanted} is expected; {seen}", must.indicator))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{analysis::analyze, source::Source};

    #[test]
    fn a_draft_is_met_and_a_changed_text_is_not() {
        let text = "云岭市第十四个五年规划\n第一章 生态\n到2025年，森林覆盖率达到65%，城市绿地面积达到300公顷。\n";
        let read = |text: &str| analyze(Source { name: "x", bytes: text.as_bytes() }).expect("reads");
        let draft = Expectations::draft(&read(text));
        assert_eq!(draft.differences(&read(text)), Vec::<String>::new());
        let differences = draft.differences(&read(&text.replace("65%", "56%")));
        assert_eq!(differences.len(), 1, "{differences:?}");
        assert!(differences[0].contains("森林覆盖率 65% by 2025") && differences[0].contains("56%"), "{differences:?}");
    }

    #[test]
    fn counts_may_be_ranges_and_unknown_keys_are_refused() {
        let read = Expectations::parse("chapters: 3..5\ncommitments: {quantity: 2}\n").expect("reads");
        assert_eq!(read.chapters.map(Count::shown).as_deref(), Some("3..5"));
        for (text, word) in
            [("chapter: 3", "`chapters`"), ("chapters: many", "300..340"), ("must: [{indicatr: x}]", "indicatr")]
        {
            let error = Expectations::parse(text).expect_err("refused");
            assert!(error.contains(word), "{error}");
        }
    }
}
