//! Results that `plan extract` saved as JSON or YAML, read back.
//!
//! Knows the result type and its two forms, nothing of files.

use crate::{
    analysis::{Analysis, SCHEMA},
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

fn json(text: &str) -> Result<Analysis, SavedError> {
    let value: serde_json::Value = serde_json::from_str(text).map_err(|error| {
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        match lines.take(2).filter(|line| line.starts_with("{\"schema\":\"plan/")).count() {
            0 | 1 => SavedError::Json(error.to_string()),
            _ => SavedError::Other("it is JSON Lines, one statement a line, and holds no outline".into()),
        }
    })?;
    let mut documents = match value {
        serde_json::Value::Array(documents) => documents,
        document => vec![document],
    };
    if documents.len() != 1 {
        return Err(SavedError::Count(documents.len()));
    }
    let document = documents.remove(0);
    checked(document.get("schema").and_then(|schema| schema.as_str()))?;
    serde_json::from_value(document).map_err(|error| SavedError::Other(error.to_string()))
}

fn yaml(text: &str) -> Result<Analysis, SavedError> {
    let documents = 1 + text.trim_start_matches("---").match_indices("\n---").count();
    if documents != 1 {
        return Err(SavedError::Count(documents));
    }
    let value: serde_json::Value = yaml::from_str(text)?;
    checked(value.get("schema").and_then(|schema| schema.as_str()))?;
    serde_json::from_value(value).map_err(|error| SavedError::Other(error.to_string()))
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
    use crate::{render, sample};

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
