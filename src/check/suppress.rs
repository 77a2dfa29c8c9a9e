//! Findings set aside with a reason: in `NAME.plan-ignore.yaml` beside a text, or under `ignore` in the config.
//!
//! The text itself is a source and carries no marks. An entry that sets nothing aside is reported.

use serde_yaml::Value;

use super::{diagnostic, finding::Finding, keys, registry::RULES, rule};
use crate::yaml;

/// The keys of an entry in a side file.
const KEYS: &[&str] = &["rule", "text", "reason"];

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppression {
    /// A code or a family.
    pub rule: String,
    /// A piece of the text that the finding hangs on; any where it is left out.
    pub text: Option<String>,
    /// Why it is set aside.
    pub reason: String,
    /// The paths it holds for, from the config; all where it is left out.
    pub path: Option<String>,
    /// Where it was read, for the message that nothing needs it.
    pub origin: String,
}

/// Reads a side file called `name`.
///
/// # Errors
/// Where it is no list of entries, a key is unknown, or an entry gives no reason.
pub fn parse(yaml: &str, name: &str) -> Result<Vec<Suppression>, String> {
    let value: Value = yaml::from_str(yaml).map_err(|error| format!("{name}: {error}"))?;
    let Some(list) = value.as_sequence() else {
        return Err(format!("{name}: it is no list; each entry begins with `- rule:`"));
    };
    list.iter().enumerate().map(|(at, value)| entry(value, KEYS, &format!("{name}, entry {}", at + 1))).collect()
}

/// Reads one entry that may have `known` keys.
pub(super) fn entry(value: &Value, known: &[&str], origin: &str) -> Result<Suppression, String> {
    let place = format!("{origin}: ");
    let map = keys::mapping(value, origin)?;
    keys::known(map, known, &place)?;
    let text = |key| keys::get::<String>(map, key, &place);
    let named = text("rule")?.ok_or_else(|| format!("{place}it names no `rule`"))?;
    if !RULES.iter().any(|known| rule::is_named(known.code, &named)) {
        let hint = keys::nearest(&named, RULES.iter().map(|known| known.code));
        return Err(format!("{place}no rule is called `{named}`{hint}"));
    }
    let reason = text("reason")?.filter(|reason| !reason.trim().is_empty());
    Ok(Suppression {
        rule: named,
        text: text("text")?.map(|text| diagnostic::squeeze(&text)),
        reason: reason.ok_or_else(|| format!("{place}it gives no `reason`"))?,
        path: text("path")?,
        origin: origin.to_owned(),
    })
}

impl Suppression {
    /// Whether it sets `finding` of `text` aside.
    fn covers(&self, finding: &Finding, text: &str) -> bool {
        let line = || {
            let start = text[..finding.span().start].rfind('\n').map_or(0, |at| at + 1);
            let end = text[finding.span().end..].find('\n').map_or(text.len(), |at| finding.span().end + at);
            diagnostic::squeeze(&text[start..end])
        };
        rule::is_named(finding.code(), &self.rule)
            && self.text.as_ref().is_none_or(|piece| finding.key(text).contains(piece) || line().contains(piece))
    }
}

/// Takes out the findings that `entries` set aside, and gives the entries that set none aside.
pub fn apply<'a>(findings: &mut Vec<Finding>, text: &str, entries: &'a [Suppression]) -> Vec<&'a Suppression> {
    let mut used = vec![false; entries.len()];
    findings.retain(|finding| {
        let covers = entries.iter().position(|entry| entry.covers(finding, text));
        if let Some(at) = covers {
            used[at] = true;
        }
        covers.is_none()
    });
    entries.iter().zip(used).filter(|(_, used)| !used).map(|(entry, _)| entry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_need_rule_and_reason() {
        let read = |yaml: &str| parse(yaml, "x.plan-ignore.yaml");
        let list = read("- {rule: text.fragment, text: 地 ， 优化, reason: 源网页如此}\n").expect("reads");
        assert_eq!(list[0].text.as_deref(), Some("地，优化"));
        for (yaml, word) in [
            ("- {rule: text.fragment}", "reason"),
            ("- {rule: text.fragmnt, reason: x}", "text.fragment"),
            ("- {rule: text.fragment, reson: x}", "`reason`"),
            ("rule: x", "no list"),
        ] {
            let error = read(yaml).expect_err("refused");
            assert!(error.contains(word), "{error}");
        }
    }
}
