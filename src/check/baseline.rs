//! Findings that were there before: keyed by path, rule and text, so that edits elsewhere in a document leave them known.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::{finding::Finding, report::Report};
use crate::yaml::{self, YamlError};

/// Why a text is no baseline.
#[derive(Debug, thiserror::Error)]
#[error("this is no baseline: {0}; write one with --write-baseline")]
pub struct BaselineError(YamlError);

/// Findings that are known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// The version of the file's shape: 1.
    pub version: u32,
    /// What is known.
    pub findings: Vec<Known>,
}

/// A rule and a text of one document.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Known {
    /// The document's path as given.
    pub path: String,
    /// The rule's code.
    pub rule: String,
    /// The text the finding hangs on; empty for what runs through the whole document.
    pub text: String,
    /// How many such findings there are.
    pub count: usize,
}

impl Baseline {
    /// Reads a baseline.
    ///
    /// # Errors
    /// Where it is no YAML of that shape.
    pub fn parse(yaml: &str) -> Result<Self, BaselineError> {
        yaml::from_str(yaml).map_err(BaselineError)
    }

    /// The baseline of all that `reports` hold.
    pub fn of(reports: &[Report]) -> Self {
        let mut known: HashMap<(&str, &str, String), usize> = HashMap::new();
        for report in reports {
            for finding in &report.findings {
                let text = finding.key(&report.text).into_owned();
                *known.entry((&report.path, finding.code(), text)).or_default() += 1;
            }
        }
        let one = |((path, rule, text), count): ((&str, &str, String), usize)| Known {
            path: path.into(),
            rule: rule.into(),
            text,
            count,
        };
        let mut findings: Vec<Known> = known.into_iter().map(one).collect();
        findings.sort_by(|a, b| (&a.path, &a.rule, &a.text).cmp(&(&b.path, &b.rule, &b.text)));
        Self { version: 1, findings }
    }

    /// Takes out the findings of the document at `path`, with its `text`, that are known.
    pub fn apply(&self, path: &str, text: &str, findings: &mut Vec<Finding>) {
        let mine = self.findings.iter().filter(|known| known.path == path);
        let mut left: HashMap<(String, String), usize> =
            mine.map(|known| ((known.rule.clone(), known.text.clone()), known.count)).collect();
        if left.is_empty() {
            return;
        }
        findings.retain(|finding| match left.get_mut(&(finding.code().to_owned(), finding.key(text).into_owned())) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        });
    }
}
