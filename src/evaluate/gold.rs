//! The gold file: read, checked key by key, and each quote tied to its place in the text.
//!
//! Its fields are those of the annotation guide. Knows YAML and the text, nothing of an analysis.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use serde_yaml::Value;

use super::place::Squeezed;
use crate::{
    lexicon::Theme,
    nearest::nearest,
    number::Number,
    quantity::Comparator,
    span::Span,
    statement::{Change, DeadlineSource, Kind, Modality, Nature, Status},
    yaml::{self, YamlError},
};

/// The keys a record may have.
const KEYS: [&str; 19] = [
    "line",
    "quote",
    "status",
    "indicator",
    "value",
    "upper",
    "unit",
    "comparator",
    "change",
    "baseline",
    "deadline",
    "deadline_source",
    "modality",
    "theme",
    "nature",
    "kind",
    "indicator_alt",
    "theme_alt",
    "note",
];

/// Why a gold file was not read.
#[derive(Debug, thiserror::Error)]
pub enum GoldError {
    /// It is no YAML.
    #[error("{0}")]
    Yaml(#[from] YamlError),
    /// It is YAML, but no list.
    #[error("it is no list of records; each record begins with `- line:`")]
    NoList,
    /// A record is no mapping of keys to values.
    #[error("record {record}: it is no record of keys and values")]
    NoRecord {
        /// 1-based.
        record: usize,
    },
    /// A key the guide does not know.
    #[error("record {record}{place}: unknown key `{key}`{hint}")]
    UnknownKey {
        /// 1-based.
        record: usize,
        /// ` (line N)`, where the record says so.
        place: String,
        /// As written.
        key: String,
        /// What was perhaps meant.
        hint: String,
    },
    /// A value that does not fit its key.
    #[error("record {record}{place}: {reason}")]
    BadValue {
        /// 1-based.
        record: usize,
        /// ` (line N)`, where the record says so.
        place: String,
        /// What is wrong.
        reason: String,
    },
    /// The quote is not where the record says.
    #[error("record {record} (line {line}): the quote `{quote}` does not begin on line {line} of the document: {seen}")]
    QuoteNotThere {
        /// 1-based.
        record: usize,
        /// 1-based line of the document.
        line: usize,
        /// As written.
        quote: String,
        /// What stands there instead.
        seen: String,
    },
}

/// What a gold record says of a number expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GoldStatus {
    /// The plan commits to it.
    Target,
    /// A fact.
    Achieved,
    /// Commits to nothing: an extractor should leave it alone.
    Other,
}

impl GoldStatus {
    /// Whether a found status says the same.
    pub fn is(self, found: Status) -> bool {
        matches!((self, found), (Self::Target, Status::Target) | (Self::Achieved, Status::Achieved))
    }
}

/// One annotated statement.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs, reason = "the annotation guide describes each field")]
pub struct GoldRecord {
    pub line: usize,
    pub quote: String,
    pub status: GoldStatus,
    #[serde(default)]
    pub indicator: String,
    #[serde(default)]
    pub indicator_alt: Vec<String>,
    pub value: Option<Number>,
    pub upper: Option<Number>,
    pub unit: Option<String>,
    pub comparator: Option<Comparator>,
    pub change: Option<Change>,
    pub baseline: Option<Number>,
    pub deadline: Option<i32>,
    pub deadline_source: Option<DeadlineSource>,
    #[serde(default)]
    pub modality: Modality,
    pub theme: Option<Theme>,
    #[serde(default)]
    pub theme_alt: Vec<Theme>,
    pub nature: Option<Nature>,
    pub kind: Option<Kind>,
    /// Where the quote stands in the text.
    #[serde(skip)]
    pub span: Span,
}

impl GoldRecord {
    /// The kind of a statement that counts; `None` for `other`.
    pub fn counted_kind(&self) -> Option<Kind> {
        let told = self.kind.unwrap_or(if self.value.is_some() { Kind::Quantity } else { Kind::Milestone });
        (self.status != GoldStatus::Other).then_some(told)
    }
}

/// A gold file whose every quote was found.
#[derive(Clone, Debug, Default)]
pub struct Gold {
    /// Its records in the file's order.
    pub records: Vec<GoldRecord>,
}

impl Gold {
    /// Reads a gold file for the document whose text is `text`.
    ///
    /// # Errors
    /// Where the file is no list of records, a key or value is unknown, or a quote is not on its line.
    pub fn parse(yaml: &str, text: &str) -> Result<Self, GoldError> {
        let values = match yaml::from_str(yaml)? {
            Value::Sequence(values) => values,
            Value::Null => Vec::new(),
            _ => return Err(GoldError::NoList),
        };
        let records: Result<Vec<_>, _> = values.into_iter().enumerate().map(|(at, v)| record(at + 1, v)).collect();
        let mut records = records?;
        place_all(&mut records, &Squeezed::new(text))?;
        Ok(Self { records })
    }
}

fn record(number: usize, value: Value) -> Result<GoldRecord, GoldError> {
    let Value::Mapping(mapping) = &value else { return Err(GoldError::NoRecord { record: number }) };
    let line = mapping.get("line").and_then(Value::as_u64);
    let place = line.map(|line| format!(" (line {line})")).unwrap_or_default();
    for key in mapping.keys() {
        let key = key.as_str().map_or_else(|| format!("{key:?}"), str::to_owned);
        if !KEYS.contains(&key.as_str()) {
            return Err(GoldError::UnknownKey { record: number, place, hint: hint(&key), key });
        }
    }
    serde_yaml::from_value(value).map_err(|error| GoldError::BadValue {
        record: number,
        place,
        reason: YamlError::from(error).to_string(),
    })
}

fn hint(key: &str) -> String {
    nearest(key, KEYS).map_or_else(String::new, |near| format!("; the nearest known key is `{near}`"))
}

/// Ties each quote to the first place on its line that no earlier record with the same quote has taken, and shares one
/// where all are taken. Places inside another record, spelt differently or before the record above come last: the file is
/// in document order, and its quotes are as they stand in the source.
fn place_all(records: &mut [GoldRecord], text: &Squeezed<'_>) -> Result<(), GoldError> {
    let mut on_line: HashMap<usize, Vec<(String, Span)>> = HashMap::new();
    for (index, record) in records.iter_mut().enumerate() {
        let places = text.find(&record.quote, record.line);
        let taken = on_line.entry(record.line).or_default();
        let last = taken.last().map_or(0, |(_, span)| span.start);
        let best = places.into_iter().min_by_key(|&place| {
            let same = taken.iter().any(|(quote, span)| *quote == record.quote && *span == place);
            let inside = taken.iter().any(|(quote, span)| *quote != record.quote && span.overlaps(place));
            (same, inside, text.at(place) != record.quote, place.start < last, place.start)
        });
        let Some(span) = best else { return Err(not_there(index + 1, record, text)) };
        record.span = span;
        taken.push((record.quote.clone(), span));
    }
    Ok(())
}

fn not_there(number: usize, record: &GoldRecord, text: &Squeezed<'_>) -> GoldError {
    let seen = if record.line == 0 || record.line > text.line_count() {
        format!("the document has {} lines", text.line_count())
    } else {
        let line: String = text.line(record.line).trim().chars().take(40).collect();
        format!("that line begins `{line}`")
    };
    GoldError::QuoteNotThere { record: number, line: record.line, quote: record.quote.clone(), seen }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "青禾县概况\n新增 5 家, 又新增 5 家, 再新增超 5 家。\n";

    fn refused(yaml: &str) -> String {
        Gold::parse(yaml, TEXT).expect_err("refused").to_string()
    }

    #[test]
    fn quotes_take_their_places_in_turn_and_share_the_last() {
        let one = "- {line: 2, quote: 新增 5 家, status: other}\n";
        let gold = Gold::parse(&format!("{one}{one}{one}"), TEXT).expect("reads");
        let starts: Vec<usize> = gold.records.iter().map(|r| r.span.start).collect();
        assert!(starts[0] < starts[1] && starts[1] == starts[2]);
        assert_eq!(gold.records[0].span.of(TEXT), "新增 5 家");
    }

    #[test]
    fn a_place_inside_another_record_is_left_to_it() {
        let text = "超 5 家和 5 家";
        let yaml = "- {line: 1, quote: 超 5 家, status: other}\n- {line: 1, quote: 5 家, status: other}\n";
        let gold = Gold::parse(yaml, text).expect("reads");
        assert!(text[..gold.records[1].span.start].ends_with("和 "));
    }

    #[test]
    fn the_order_of_the_file_and_the_spelling_tell_equal_quotes_apart() {
        let text = "到2025年增 5 家，到2025年建成大桥，到 2025年通车";
        let record = |quote: &str| format!("- {{line: 1, quote: {quote}, status: other}}\n");
        let starts = |quotes: &[&str]| -> Vec<usize> {
            let yaml: String = quotes.iter().map(|quote| record(quote)).collect();
            let gold = Gold::parse(&yaml, text).expect("reads");
            gold.records.iter().map(|r| text[..r.span.start].chars().count()).collect()
        };
        assert_eq!(starts(&["5 家", "到2025年"]), [8, 12]);
        assert_eq!(starts(&["到 2025年"]), [23]);
        assert_eq!(starts(&["到 2025 年"]), [0]);
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        let unknown = refused("- {line: 2, quote: 新增 5 家, status: other}\n- {line: 2, qoute: 5 家, status: other}");
        assert_eq!(unknown, "record 2 (line 2): unknown key `qoute`; the nearest known key is `quote`");
        let missing = refused("- {line: 1, quote: 新增 5 家, status: target}");
        assert!(
            missing.contains("record 1 (line 1)") && missing.contains("that line begins `青禾县概况`"),
            "{missing}"
        );
        assert!(refused("- {line: 9, quote: 5 家, status: other}").contains("the document has 2 lines"));
        assert!(refused("- {line: 2, quote: 5 家, status: goal}").contains("goal"));
        assert!(refused("- 5").contains("record 1"));
        assert!(refused("line: 5").contains("no list of records"));
        assert!(Gold::parse("", TEXT).expect("an empty file").records.is_empty());
    }
}
