//! The codebook of the long table: name, type, unit, meaning and allowed values of each column, in English and Chinese.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::{cell::Type, statements::COLUMNS};
use crate::{
    lexicon::{Measure, RegionLevel, Theme},
    outline,
    quantity::Comparator,
    render::words::{self, Lang},
    statement::{Change, DeadlineSource, Kind, Modality, Nature, Status},
};

/// What is known of a column.
#[derive(Clone, Debug, Serialize)]
pub struct Entry {
    /// Its name.
    pub name: &'static str,
    /// Its head in Chinese.
    pub name_zh: &'static str,
    /// What its values are: `text`, `key`, `list`, `date`, `integer`, `decimal`, `boolean`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// What its numbers count.
    pub unit: &'static str,
    /// What it holds, in English.
    pub meaning: &'static str,
    /// What it holds, in Chinese.
    pub meaning_zh: &'static str,
    /// The keys that may stand in it, each with its name in both languages.
    pub values: Vec<Allowed>,
}

/// A key that may stand in a column.
#[derive(Clone, Debug, Serialize)]
pub struct Allowed {
    /// The key.
    pub key: String,
    /// Its name in English.
    pub en: &'static str,
    /// Its name in Chinese.
    pub zh: &'static str,
}

/// A row a column: name, type, unit, meaning in English and in Chinese.
const TABLE: &str = include_str!("../data/columns.tsv");

/// The codebook, in the order of the columns.
pub fn entries() -> Vec<Entry> {
    let rows: Vec<[&'static str; 5]> = words::rows(TABLE).collect();
    let entry = |name: &'static str| {
        let row = rows.iter().find(|row| row[0] == name).copied().unwrap_or([name, "text", "", "", ""]);
        Entry {
            name,
            name_zh: words::label("column", name, Lang::Zh),
            kind: row[1],
            unit: row[2],
            meaning: row[3],
            meaning_zh: row[4],
            values: values(name),
        }
    };
    COLUMNS.iter().map(|column| entry(&column.name)).collect()
}

/// The type of the column called `name`.
pub fn type_of(name: &str) -> Type {
    let kind = words::rows::<5>(TABLE).find(|row| row[0] == name).map_or("text", |row| row[1]);
    Type::NAMES.iter().find(|(known, _)| *known == kind).map_or(Type::Text, |(_, kind)| *kind)
}

fn values(column: &str) -> Vec<Allowed> {
    let Some(class) = class(column) else { return Vec::new() };
    let allowed =
        |key: String| Allowed { en: words::label(class, &key, Lang::En), zh: words::label(class, &key, Lang::Zh), key };
    keys(class).into_iter().map(allowed).collect()
}

/// The class of words that names the keys of a column.
pub fn class(column: &str) -> Option<&'static str> {
    Some(match column {
        "document_kind" => "document_kind",
        "region_level" => "region_level",
        "setting" => "setting",
        "status" => "status",
        "kind" => "kind",
        "comparator" => "comparator",
        "change" => "change",
        "deadline_source" => "deadline_source",
        "recurrence" => "recurrence",
        "modality" => "modality",
        "nature" => "nature",
        "measure" => "measure",
        "theme" => "theme",
        _ => return None,
    })
}

/// The keys of a class, as the result's types have them.
pub fn keys(class: &str) -> Vec<String> {
    match class {
        "document_kind" => of_type::<outline::Kind>(),
        "region_level" => of_type::<RegionLevel>(),
        "setting" => of_type::<crate::analysis::Setting>(),
        "status" => of_type::<Status>(),
        "kind" => of_type::<Kind>(),
        "comparator" => of_type::<Comparator>(),
        "change" => of_type::<Change>(),
        "deadline_source" => of_type::<DeadlineSource>(),
        "recurrence" => of_type::<crate::analysis::Recurrence>(),
        "modality" => of_type::<Modality>(),
        "nature" => of_type::<Nature>(),
        "measure" => Measure::ALL.iter().map(|(key, _)| (*key).to_owned()).collect(),
        "theme" => Theme::ALL.iter().map(|theme| theme.key().to_owned()).collect(),
        _ => Vec::new(),
    }
}

/// The kind of documents that `text` names by its key or in either language.
pub fn document_kind(text: &str) -> Option<outline::Kind> {
    let class = "document_kind";
    let named =
        |key: &&String| *key == text || [Lang::En, Lang::Zh].iter().any(|&lang| words::label(class, key, lang) == text);
    keys(class).iter().find(named).and_then(|key| serde_json::from_value(key.as_str().into()).ok())
}

/// The keys of a type of the result, from its JSON Schema.
fn of_type<T: JsonSchema>() -> Vec<String> {
    let schema = schemars::schema_for!(T).to_value();
    let listed = |value: &Value, name: &str| value[name].as_array().cloned().unwrap_or_default();
    let mut keys = Vec::new();
    for value in listed(&schema, "enum").into_iter().chain(listed(&schema, "oneOf")) {
        match value {
            Value::String(key) => keys.push(key),
            other => {
                keys.extend(other["const"].as_str().map(str::to_owned));
                keys.extend(listed(&other, "enum").iter().filter_map(|key| key.as_str().map(str::to_owned)));
            }
        }
    }
    keys
}

/// The codebook as a page.
pub fn page() -> String {
    let mut out = String::from(
        "# The columns of the long table\n\n\
         The same in csv, tsv, markdown, xlsx, sqlite and parquet; `plan schema --columns` prints this page.\n\n\
         | column | 列名 | type | unit | meaning | 含义 |\n|---|---|---|---|---|---|\n",
    );
    let entries = entries();
    for entry in &entries {
        let cells = [entry.name_zh, entry.kind, entry.unit, entry.meaning, entry.meaning_zh];
        out += &format!("| `{}` | {} |\n", entry.name, cells.map(|cell| cell.replace('|', "\\|")).join(" | "));
    }
    for entry in entries.iter().filter(|entry| !entry.values.is_empty()) {
        out += &format!("\n## `{}`\n\n| value | English | 中文 |\n|---|---|---|\n", entry.name);
        for value in &entry.values {
            out += &format!("| `{}` | {} | {} |\n", value.key, value.en, value.zh);
        }
    }
    out
}

/// The codebook as CSV: one column a row, values as `key (English, 中文)` joined by ` / `.
pub fn csv() -> String {
    let head = ["name", "name_zh", "type", "unit", "meaning", "meaning_zh", "values"].map(str::to_owned);
    let rows = entries().into_iter().map(|entry| {
        let value = |value: &Allowed| format!("{} ({}, {})", value.key, value.en, value.zh);
        let values = entry.values.iter().map(value).collect::<Vec<_>>().join(" / ");
        let cells = [entry.name, entry.name_zh, entry.kind, entry.unit, entry.meaning, entry.meaning_zh, &values];
        cells.map(str::to_owned)
    });
    crate::render::csv::lines(std::iter::once(head).chain(rows))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::long::Cell;

    #[test]
    fn every_column_is_described_in_both_languages_and_no_other() {
        let rows: Vec<[&str; 5]> = words::rows(TABLE).collect();
        let names: Vec<&str> = rows.iter().map(|row| row[0]).collect();
        assert_eq!(
            names,
            COLUMNS.iter().map(|column| column.name.as_ref()).collect::<Vec<_>>(),
            "one row a column, in order"
        );
        for row in rows {
            assert!(Type::NAMES.iter().any(|(name, _)| *name == row[1]), "{}: no type `{}`", row[0], row[1]);
            assert!(!row[3].is_empty() && !row[4].is_ascii(), "{}: meaning in both languages", row[0]);
        }
    }

    #[test]
    fn values_are_of_the_type_that_is_said_and_keys_are_allowed() {
        let analysis = crate::sample::full();
        let mut filled = 0;
        for row in super::super::rows(&analysis) {
            for column in COLUMNS {
                let (cell, kind) = (column.get(row), type_of(&column.name));
                filled += usize::from(cell != Cell::Empty);
                let agrees = match &cell {
                    Cell::Empty => true,
                    Cell::Text(text) if kind == Type::Key => {
                        class(&column.name).is_some_and(|class| keys(class).contains(text))
                    }
                    Cell::Text(_) => matches!(kind, Type::Text | Type::List | Type::Date),
                    Cell::Integer(_) => kind == Type::Integer,
                    Cell::Decimal(_) => kind == Type::Decimal,
                    Cell::Flag(_) => kind == Type::Boolean,
                };
                assert!(agrees, "{}: {cell:?} is no {kind:?}", column.name);
            }
        }
        assert!(filled >= COLUMNS.len() - 2, "the sample fills nearly every column: {filled}");
    }
}
