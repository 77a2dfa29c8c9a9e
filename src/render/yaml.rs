//! YAML that every reader types alike: block style, strings quoted wherever YAML 1.1 would take them for something else.
//!
//! The `serde_yaml` family leaves `yes`, `2025-01-01`, `12:30:45` and `1_000` bare, which YAML 1.1 readers (PyYAML, Ruby)
//! turn into booleans, dates and numbers; so the writer is our own, over JSON values in the order of the struct.

use crate::span::is_invisible;
use std::fmt::Write as _;

use serde::Serialize;
use serde_json::{Number, Value};

/// One YAML document per item, `---` between them.
pub fn documents<T: Serialize>(documents: &[T]) -> String {
    let texts: Vec<String> = documents.iter().map(value).collect();
    texts.join("---\n")
}

/// One value as a YAML document, with a newline at the end.
pub fn value<T: Serialize>(value: &T) -> String {
    let mut out = String::new();
    // The result types have string keys and no failing serializer: an error cannot arise.
    let value = serde_json::to_value(value).unwrap_or_default();
    match &value {
        Value::Object(map) if !map.is_empty() => mapping(&mut out, map, 0),
        Value::Array(items) if !items.is_empty() => sequence(&mut out, items, 0),
        leaf => {
            scalar(&mut out, leaf);
            out.push('\n');
        }
    }
    out
}

fn mapping(out: &mut String, map: &serde_json::Map<String, Value>, indent: usize) {
    for (at, (key, value)) in map.iter().enumerate() {
        if at > 0 || !out.ends_with("- ") {
            pad(out, indent);
        }
        string(out, key);
        out.push(':');
        match value {
            Value::Object(map) if !map.is_empty() => {
                out.push('\n');
                mapping(out, map, indent + 2);
            }
            Value::Array(items) if !items.is_empty() => {
                out.push('\n');
                sequence(out, items, indent);
            }
            leaf => {
                out.push(' ');
                scalar(out, leaf);
                out.push('\n');
            }
        }
    }
}

fn sequence(out: &mut String, items: &[Value], indent: usize) {
    for (at, item) in items.iter().enumerate() {
        if at > 0 || !out.ends_with("- ") {
            pad(out, indent);
        }
        out.push_str("- ");
        match item {
            Value::Object(map) if !map.is_empty() => mapping(out, map, indent + 2),
            Value::Array(items) if !items.is_empty() => sequence(out, items, indent + 2),
            leaf => {
                scalar(out, leaf);
                out.push('\n');
            }
        }
    }
}

fn pad(out: &mut String, indent: usize) {
    out.extend(std::iter::repeat_n(' ', indent));
}

fn scalar(out: &mut String, value: &Value) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(yes) => out.push_str(if *yes { "true" } else { "false" }),
        Value::Number(number) => self::number(out, number),
        Value::String(text) => string(out, text),
        Value::Array(_) => out.push_str("[]"),
        Value::Object(_) => out.push_str("{}"),
    }
}

/// Plain digits: a float such as `1e20` would be a string to YAML 1.1.
fn number(out: &mut String, number: &Number) {
    // Writing to a string cannot fail.
    let _ = match number.as_f64() {
        Some(float) if number.is_f64() => write!(out, "{float}"),
        _ => write!(out, "{number}"),
    };
}

fn string(out: &mut String, text: &str) {
    if is_plain(text) {
        out.push_str(text);
    } else {
        quoted(out, text);
    }
}

/// Whether `text` stays a string without quotes in every version of YAML. Narrow on purpose: a word of letters, or a
/// phrase that holds a letter outside ASCII (no number, date or boolean does).
fn is_plain(text: &str) -> bool {
    let first = text.chars().next();
    let starts_well = first.is_some_and(|c| c.is_alphanumeric() || matches!(c, '“' | '《' | '（' | '‘' | '【'));
    let has_foreign_letter = text.chars().any(|c| !c.is_ascii() && c.is_alphabetic());
    let is_word = first.is_some_and(|c| c.is_ascii_alphabetic()) && !is_reserved(text);
    starts_well
        && (has_foreign_letter || is_word)
        && !text.ends_with([' ', ':', '\u{3000}'])
        && !text.contains(": ")
        && !text.contains('#')
        && text.chars().all(|c| c == ' ' || c == '\u{3000}' || is_visible(c))
}

/// The words that YAML 1.1 reads as booleans or null.
fn is_reserved(text: &str) -> bool {
    const WORDS: [&str; 9] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
    WORDS.iter().any(|word| word.eq_ignore_ascii_case(text))
}

fn is_visible(c: char) -> bool {
    !(c.is_control()
        || c.is_whitespace()
        || is_invisible(c)
        || matches!(c, '\u{2060}'..='\u{206F}' | '\u{E000}'..='\u{F8FF}' | '\u{FFF0}'..='\u{FFFF}' | '\u{1FFFE}'..))
}

fn quoted(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            ' ' | '\u{3000}' => out.push(c),
            c if is_visible(c) => out.push(c),
            // Writing to a string cannot fail.
            c if (c as u32) > 0xFFFF => drop(write!(out, "\\U{:08X}", c as u32)),
            c => drop(write!(out, "\\u{:04X}", c as u32)),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn order_and_nesting_are_kept() {
        let data = json!({"b": 1, "a": [{"x": [], "y": {}}, [1, [2, null]], "总量 突破"], "c": {"d": {"e": 33.5}}});
        let text = value(&data);
        assert_eq!(
            text,
            "b: 1\na:\n- x: []\n  \"y\": {}\n- - 1\n  - - 2\n    - null\n- 总量 突破\nc:\n  d:\n    e: 33.5\n"
        );
        assert_eq!(crate::yaml::from_str::<Value>(&text).expect("reads back"), data);
        assert_eq!(documents(&[json!({"a": 1}), json!({"a": 2})]), "a: 1\n---\na: 2\n");
        assert_eq!((value(&json!([])), value(&json!(1e20))), ("[]\n".into(), "100000000000000000000\n".into()));
    }

    #[test]
    fn strings_stay_strings() {
        for bare in ["到2025年", "1000家", "verb:突破", "《纲要》", "target", "第 一 章", "R&D投入"] {
            assert_eq!(value(&json!(bare)), format!("{bare}\n"));
        }
        for text in [
            "",
            " ",
            "yes",
            "No",
            "ON",
            "y",
            "null",
            "~",
            "1",
            "1_000",
            "0x1F",
            "12:30:45",
            "2025-01-01",
            "1e5",
            ".inf",
            "+3",
            "- 家",
            "家: 一",
            "家:",
            "家 #1",
            "'家'",
            "\"家\"",
            "!家",
            "&家",
            "*家",
            "%家",
            "@家",
            "`家`",
            "[家]",
            "{家}",
            "? 家",
            "家\n户",
            "\u{FEFF}家",
            "家\u{85}户",
            "家\u{2028}",
            "家 ",
            "=",
            "<<",
            "---",
            "...",
            "|",
            ">",
            "\\家",
            "家\t",
            "家\u{0}",
            "家\u{1F3E0}x",
            "\u{10FFFF}家",
            "\u{E000}家",
        ] {
            let yaml = value(&json!(text));
            assert_eq!(crate::yaml::from_str::<Value>(&yaml).expect(&yaml), json!(text), "{yaml}");
            assert_eq!(
                crate::yaml::from_str::<Value>(&value(&json!({text: [text]}))).expect(&yaml),
                json!({text: [text]})
            );
        }
    }
}
