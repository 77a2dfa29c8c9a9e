//! Results that `plan extract` saved as JSON or YAML, read back.
//!
//! Knows the result type and its two forms, nothing of files.

use serde_json::{Map, Value, json};

use crate::{
    analysis::{Analysis, DocumentInfo, Record, SCHEMA},
    lexicon::years,
    statement::Kind,
    yaml::{self, YamlError},
};

/// Why a saved result could not be read.
#[derive(Debug, thiserror::Error)]
pub enum SavedError {
    /// It is no JSON.
    #[error("this is no JSON: {0}")]
    Json(String),
    /// It is no YAML.
    #[error("this is no YAML: {0}")]
    Yaml(#[from] YamlError),
    /// It is something else.
    #[error(
        "this is no result of `plan extract`: {0}; save one with `plan extract PLAN --format json` (schema {SCHEMA})"
    )]
    Other(String),
    /// It holds none or several.
    #[error("this file holds the results of {0} documents; save the one to compare in a file of its own")]
    Count(usize),
}

/// The result that `text` holds; `None` where it does not look like one. `name` is the file's name.
///
/// # Errors
/// Where it looks like a saved result and is none, or holds several.
pub fn read(name: &str, text: &str) -> Option<Result<Analysis, SavedError>> {
    let one = |mut values: Vec<Value>| match values.len() {
        1 => document(values.remove(0)),
        count => Err(SavedError::Count(count)),
    };
    values(name, text).map(|read| read.and_then(one))
}

/// The results that `text` holds, as [`read`] reads one.
///
/// # Errors
/// Where it looks like saved results and is none.
pub fn all(name: &str, text: &str) -> Option<Result<Vec<Analysis>, SavedError>> {
    values(name, text).map(|read| read.and_then(|values| values.into_iter().map(document).collect()))
}

/// What `text` holds, a value a document.
fn values(name: &str, text: &str) -> Option<Result<Vec<Value>, SavedError>> {
    let text = text.trim_start_matches('\u{FEFF}');
    let lower = name.to_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|ending| lower.ends_with(ending));
    let start = text.trim_start();
    if ends(&[".json", ".jsonl", ".ndjson"]) || start.starts_with("{\"") || is_json(start) {
        return Some(json(text));
    }
    if ends(&[".yaml", ".yml"]) || start.starts_with("schema: plan/") {
        return Some(yaml(text));
    }
    None
}

/// Whether `text` opens as a JSON object or a list of them.
fn is_json(text: &str) -> bool {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).take(3).collect();
    bare.starts_with("[{\"") || bare.starts_with("{\"") || bare == "[]"
}

fn json(text: &str) -> Result<Vec<Value>, SavedError> {
    let value: serde_json::Value = serde_json::from_str(text).map_err(|error| {
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        match lines.take(2).filter(|line| line.starts_with("{\"schema\":\"plan/")).count() {
            0 | 1 => SavedError::Json(error.to_string()),
            _ => SavedError::Other("it is JSON Lines, one statement a line, and holds no outline".into()),
        }
    })?;
    Ok(match value {
        Value::Array(documents) => documents,
        one => vec![one],
    })
}

fn yaml(text: &str) -> Result<Vec<Value>, SavedError> {
    let parts = text.trim_start_matches("---").split("\n---\n");
    parts.map(|part| Ok(yaml::from_str(part)?)).collect()
}

fn document(value: Value) -> Result<Analysis, SavedError> {
    checked(value.get("schema").and_then(Value::as_str))?;
    let analysis = serde_json::from_value(value).map_err(|error| SavedError::Other(error.to_string()))?;
    sound(&analysis)?;
    Ok(analysis)
}

/// Refuses what no plan states: years beyond all that are told, a quantity without its number.
fn sound(analysis: &Analysis) -> Result<(), SavedError> {
    about_sound(&analysis.document)?;
    analysis.tasks.iter().filter_map(|task| task.deadline.as_ref()?.year).try_for_each(told)?;
    analysis.worded.iter().filter_map(|goal| goal.year).try_for_each(told)?;
    analysis.commitments.iter().chain(&analysis.achievements).try_for_each(record_sound)
}

fn about_sound(about: &DocumentInfo) -> Result<(), SavedError> {
    let period = about.period.into_iter().flat_map(|period| [period.start, period.end]);
    period.chain(about.year).chain(about.horizon).try_for_each(told)
}

fn record_sound(record: &Record) -> Result<(), SavedError> {
    if record.kind == Kind::Quantity && record.quantity.is_none() {
        return Err(SavedError::Other(format!("`{}` is a quantity without its number", record.indicator)));
    }
    let due = record.deadline.as_ref().map(|deadline| deadline.year);
    let before = record.baseline.iter().chain(&record.planned).filter_map(|value| value.year);
    due.into_iter().chain(before).try_for_each(told)
}

fn told(year: i32) -> Result<(), SavedError> {
    let years = years::TOLD;
    match years.contains(&year) {
        true => Ok(()),
        false => Err(SavedError::Other(format!("{year} is no year from {} to {}", years.start(), years.end()))),
    }
}

/// Whether the objects with the keys `head` are statements as JSON Lines hold them.
pub fn are_statements(head: &[String]) -> bool {
    ["schema", "document", "indicator"].iter().all(|key| head.iter().any(|name| name == key))
}

/// Adds a statement, as a line of JSON Lines holds it, to the result of its document; where that is another one than `to`
/// gives, a new result is given. Lines hold statements alone: no outline, no tasks, no goals in words.
///
/// # Errors
/// Where it is no statement.
pub fn statement(fields: Map<String, Value>, to: &mut Option<Analysis>) -> Result<Option<Analysis>, SavedError> {
    checked(fields.get("schema").and_then(Value::as_str))?;
    let other = |error: serde_json::Error| SavedError::Other(error.to_string());
    let mut about = fields.get("document").cloned().unwrap_or_default();
    if let Some(about) = about.as_object_mut() {
        let path = about.remove("path").unwrap_or_default();
        about.insert("source".into(), json!({"path": path, "media": "", "encoding": "", "sha256": "", "bytes": 0}));
    }
    let about: DocumentInfo = serde_json::from_value(about).map_err(other)?;
    let record: Record = serde_json::from_value(Value::Object(fields)).map_err(other)?;
    about_sound(&about)?;
    record_sound(&record)?;
    let is_same = |held: &Analysis| held.document.source.path == about.source.path;
    let mut done = None;
    if !to.as_ref().is_some_and(is_same) {
        done = to.replace(Analysis::bare(about));
    }
    if let Some(held) = to {
        held.add(record);
    }
    Ok(done)
}

/// Whether `schema` is one that can be read.
fn checked(schema: Option<&str>) -> Result<(), SavedError> {
    match schema {
        Some(schema) if schema == SCHEMA => Ok(()),
        Some(schema) => {
            let shown: String = schema.chars().filter(|c| !c.is_control()).take(40).collect();
            Err(SavedError::Other(format!("its schema is `{shown}`")))
        }
        None => Err(SavedError::Other("it names no schema".into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{analysis::Period, render, sample};

    #[test]
    fn what_was_saved_is_read_back() {
        let analysis = sample::analysis(Vec::new());
        let one = std::slice::from_ref(&analysis);
        for text in [render::json::documents(one), render::yaml::documents(one)] {
            let back = read("-", &text).expect("it looks like a result").expect("it is one");
            assert_eq!(render::json::documents(&[back]), render::json::documents(one));
        }
    }

    #[test]
    fn results_of_many_documents_and_lines_of_statements_are_read_back() {
        let full = sample::full();
        let both = [full.clone(), sample::analysis(Vec::new())];
        for text in [render::json::documents(&both), render::yaml::documents(&both)] {
            let back = all("-", &text).expect("they look like results").expect("they are");
            assert_eq!(render::json::documents(&back), render::json::documents(&both));
        }
        let mut other = full.clone();
        other.document.source.path = "b.txt".into();
        let (mut held, mut done) = (None, Vec::new());
        for line in (render::jsonl::statements(&full) + &render::jsonl::statements(&other)).lines() {
            done.extend(statement(serde_json::from_str(line).expect("an object"), &mut held).expect("a statement"));
        }
        done.extend(held);
        let lines = |analysis: &Analysis| render::jsonl::statements(analysis);
        assert_eq!(done.iter().map(lines).collect::<Vec<_>>(), [lines(&full), lines(&other)]);
        assert!(!lines(&full).is_empty() && statement(Map::new(), &mut None).is_err());
    }

    #[test]
    fn what_no_plan_states_is_refused() {
        let refused = |change: &dyn Fn(&mut Analysis)| {
            let mut analysis = sample::full();
            change(&mut analysis);
            let one = std::slice::from_ref(&analysis);
            let text = render::json::documents(one);
            let lines = render::jsonl::statements(&analysis);
            let line = lines.lines().next().map(|line| statement(serde_json::from_str(line).expect("JSON"), &mut None));
            let whole = read("a.json", &text).expect("it looks like a result").map_err(|error| error.to_string());
            (whole.err(), line.and_then(|line| line.err()).map(|error| error.to_string()))
        };
        assert_eq!(refused(&|_| ()), (None, None));
        let (whole, line) = refused(&|analysis| analysis.commitments[0].quantity = None);
        assert!(whole == line && whole.is_some_and(|told| told.contains("is a quantity without its number")));
        let (whole, line) = refused(&|analysis| analysis.document.period = Some(Period { start: 2021, end: i32::MAX }));
        assert!(whole == line && whole.is_some_and(|told| told.contains("2147483647 is no year from 1900 to 2100")));
        let long_ago = |record: &mut Record| record.baseline.as_mut().expect("it has one").year = Some(i32::MIN);
        assert!(refused(&|analysis| long_ago(&mut analysis.commitments[0])).0.is_some());
    }

    #[test]
    fn what_is_no_result_is_refused_in_words() {
        let message =
            |name: &str, text: &str| read(name, text).expect("looks like one").expect_err("is none").to_string();
        assert!(message("a.json", "{\"a\": 1}").contains("no result of `plan extract`: it names no schema"));
        assert!(message("-", "{\"schema\": \"plan/9\"}").contains("its schema is `plan/9`"));
        assert!(message("a.json", "第一章").contains("no JSON"));
        assert!(message("a.json", "[]").contains("0 documents"));
        assert!(message("a.yaml", "schema: plan/1\n---\nschema: plan/1\n").contains("2 documents"));
        assert!(message("a.jsonl", "{\"schema\":\"plan/1\"}\n{\"schema\":\"plan/1\"}\n").contains("JSON Lines"));
        assert!(read("plan.txt", "云岭市规划\n第一章").is_none());
    }
}
