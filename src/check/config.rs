//! `plan.yaml`: which rules run, what is checked, the period that is expected, and findings set aside by path.
//!
//! An unknown key is an error that names the nearest one.

use crate::lexicon::years;
use std::collections::BTreeMap;

use serde::Serialize;
use serde_yaml::{Mapping, Value};

use super::{
    diagnostic::Severity,
    keys,
    levels::Levels,
    registry::RULES,
    rule::Rule,
    suppress::{self, Suppression},
};
use crate::yaml;

/// The keys of the file.
const KEYS: &[&str] = &["paths", "period", "rules", "ignore"];

/// The keys of an entry under `ignore`.
const IGNORE_KEYS: &[&str] = &["path", "rule", "text", "reason"];

/// What a project asks for.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// Files and folders that are checked where the command names none; relative to the config's folder.
    pub paths: Vec<String>,
    /// First and last year that every plan must have.
    pub period: Option<(i32, i32)>,
    /// Switches and severities by rule.
    pub levels: Levels,
    /// Findings set aside.
    pub ignore: Vec<Suppression>,
}

/// A config with everything it leaves to the program written out.
#[derive(Clone, Debug, Serialize)]
pub struct Effective {
    /// The file it was read from; null where there is none.
    pub file: Option<String>,
    /// Files and folders that are checked where the command names none.
    pub paths: Vec<String>,
    /// First and last year that every plan must have.
    pub period: Option<String>,
    /// What every rule weighs.
    pub rules: BTreeMap<&'static str, &'static str>,
    /// Findings set aside.
    pub ignore: Vec<Ignored>,
}

/// An entry under `ignore`.
#[derive(Clone, Debug, Serialize)]
pub struct Ignored {
    /// The files it holds for.
    pub path: Option<String>,
    /// The rule.
    pub rule: String,
    /// The text it hangs on.
    pub text: Option<String>,
    /// Why.
    pub reason: String,
}

impl Config {
    /// Reads a config called `name`.
    ///
    /// # Errors
    /// Where it is no mapping, or a key or value is not known.
    pub fn parse(yaml: &str, name: &str) -> Result<Self, String> {
        let value: Value = yaml::from_str(yaml).map_err(|error| error.to_string())?;
        if value.is_null() {
            return Ok(Self::default());
        }
        let map = keys::mapping(&value, "the config")?;
        keys::known(map, KEYS, "")?;
        let ignore: Vec<Value> = keys::get(map, "ignore", "")?.unwrap_or_default();
        let ignore = ignore.iter().enumerate();
        Ok(Self {
            paths: keys::get(map, "paths", "")?.unwrap_or_default(),
            period: keys::get::<Value>(map, "period", "")?.map(|value| period(&value)).transpose()?,
            levels: levels(keys::get(map, "rules", "")?.unwrap_or_default())?,
            ignore: ignore
                .map(|(at, value)| suppress::entry(value, IGNORE_KEYS, &format!("{name}, ignore entry {}", at + 1)))
                .collect::<Result<_, _>>()?,
        })
    }

    /// Everything that holds where this config, read from `file`, does: `levels` are its own with what a command changes.
    pub fn effective(&self, file: Option<String>, levels: &Levels) -> Effective {
        let weight = |rule: &Rule| levels.of(rule).map_or("off", Severity::key);
        let ignore = self.ignore.iter().map(|entry| Ignored {
            path: entry.path.clone(),
            rule: entry.rule.clone(),
            text: entry.text.clone(),
            reason: entry.reason.clone(),
        });
        Effective {
            file,
            paths: self.paths.clone(),
            period: self.period.map(|(first, last)| format!("{first}-{last}")),
            rules: RULES.iter().map(|rule| (rule.code, weight(rule))).collect(),
            ignore: ignore.collect(),
        }
    }

    /// The entries under `ignore` that hold for `path`, written with `/` and relative to the config's folder.
    pub fn ignored(&self, path: &str) -> Vec<Suppression> {
        let holds = |entry: &&Suppression| entry.path.as_ref().is_none_or(|pattern| matches(pattern, path));
        self.ignore.iter().filter(holds).cloned().collect()
    }
}

/// `2021-2025`.
fn period(value: &Value) -> Result<(i32, i32), String> {
    let wrong = || "`period`: give first and last year, such as 2021-2025".to_owned();
    let text = value.as_str().ok_or_else(wrong)?;
    let (first, last) = text.split_once(['-', '—', '–']).ok_or_else(wrong)?;
    let year = |part: &str| part.trim().parse().ok().filter(|&year: &i32| years::is_of_plans(year));
    year(first).zip(year(last)).filter(|(first, last)| first <= last).ok_or_else(wrong)
}

fn levels(rules: Mapping) -> Result<Levels, String> {
    let mut levels = Levels::default();
    for (name, value) in &rules {
        let name = name.as_str().ok_or("`rules`: each key is the code of a rule or a family")?;
        let wrong = || format!("`rules`: `{name}` may be off, on, info, warning or error");
        let severity = match value {
            Value::Bool(on) => on.then_some(None),
            Value::String(word) if word == "off" => None,
            Value::String(word) if word == "on" => Some(None),
            Value::String(word) => Some(Some(word.parse::<Severity>().map_err(|_| wrong())?)),
            _ => return Err(wrong()),
        };
        match severity {
            Some(None) => {}
            Some(severity) => levels.set(name, severity).map_err(|error| format!("`rules`: {error}"))?,
            None => levels.set(name, None).map_err(|error| format!("`rules`: {error}"))?,
        }
    }
    Ok(levels)
}

/// Whether `path` is what `pattern` says, lies below it, or fits it with `*` for anything but `/` and `**` for anything.
fn matches(pattern: &str, path: &str) -> bool {
    let below =
        path.strip_prefix(pattern.trim_end_matches('/')).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    below || fits(pattern.as_bytes(), path.as_bytes())
}

fn fits(pattern: &[u8], path: &[u8]) -> bool {
    match pattern {
        [] => path.is_empty(),
        [b'*', b'*', b'/', rest @ ..] if fits(rest, path) => true,
        [b'*', b'*', rest @ ..] => (0..=path.len()).any(|at| fits(rest, &path[at..])),
        [b'*', rest @ ..] => {
            let end = path.iter().position(|&b| b == b'/').unwrap_or(path.len());
            (0..=end).any(|at| fits(rest, &path[at..]))
        }
        [first, rest @ ..] => path.first() == Some(first) && fits(rest, &path[1..]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_config_is_read_and_unknown_words_are_refused() {
        let text = "paths: [seeds]\nperiod: 2021-2025\nrules:\n  text.mixed-zero: off\n  time: error\nignore:\n\
                    - {path: seeds/*.txt, rule: structure.table-missing, reason: lost on the page}\n";
        let config = Config::parse(text, "plan.yaml").expect("reads");
        assert_eq!((config.paths.as_slice(), config.period), (["seeds".to_owned()].as_slice(), Some((2021, 2025))));
        assert_eq!((config.ignored("seeds/a.txt").len(), config.ignored("other/a.txt").len()), (1, 0));
        for (text, word) in [
            ("pathes: [x]", "`paths`"),
            ("rules: {text.mixed-zeros: off}", "`text.mixed-zero`"),
            ("rules: {text: loud}", "off, on, info"),
            ("period: soon", "2021-2025"),
            ("ignore: [{rule: text, resaon: x}]", "`reason`"),
            ("[1]", "no mapping"),
        ] {
            let error = Config::parse(text, "plan.yaml").expect_err("refused");
            assert!(error.contains(word), "{error}");
        }
    }

    #[test]
    fn patterns_of_paths() {
        assert!(matches("seeds", "seeds/a.txt") && matches("seeds/a.txt", "seeds/a.txt") && matches("*.txt", "a.txt"));
        assert!(matches("**/a.txt", "x/y/a.txt") && matches("**/a.txt", "a.txt") && !matches("*.txt", "x/a.txt"));
        assert!(!matches("seed", "seeds/a.txt"));
    }
}
