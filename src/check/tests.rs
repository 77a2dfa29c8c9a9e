//! Every rule on its own examples.

use super::*;
use crate::{analysis, source::Source};

/// What `rule` alone finds in `text`.
fn found(rule: &'static Rule, text: &str) -> Vec<String> {
    let mut levels = Levels::default();
    levels.select(&[rule.code.to_owned()]).expect("known");
    let reading = analysis::analyze(Source { name: "example.txt", bytes: text.as_bytes() }).expect("reads");
    run::rules(&reading, &Terms { levels, ..Terms::default() })
        .into_iter()
        .map(|finding| finding.message.into())
        .collect()
}

#[test]
fn rules_find_what_their_examples_say_and_nothing_else() {
    let mut wrong = Vec::new();
    for rule in RULES {
        for text in rule.fires.iter().filter(|text| found(rule, text).is_empty()) {
            wrong.push(format!("{} finds nothing in:\n{text}", rule.code));
        }
        for text in rule.passes {
            let messages = found(rule, text);
            if !messages.is_empty() {
                wrong.push(format!("{} finds {messages:?} in:\n{text}", rule.code));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn rules_are_documented_and_have_examples() {
    for rule in RULES {
        let said = [rule.summary, rule.why, rule.help].iter().all(|text| text.len() > 10);
        assert!(said, "{}: say what it finds, why, and what to do", rule.code);
        assert!(FAMILY_NAMES.contains(&rule.family()), "{}: no such family", rule.code);
        let outside = rule.family() == "project";
        assert!(outside || (!rule.fires.is_empty() && !rule.passes.is_empty()), "{}: give examples", rule.code);
    }
    let mut codes: Vec<&str> = RULES.iter().map(|rule| rule.code).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), RULES.len(), "a code stands twice");
}

const FAMILY_NAMES: &[&str] = &["structure", "values", "consistency", "time", "text", "tasks", "project"];

#[test]
fn levels_switch_rules_by_code_and_family() {
    let rule = |code: &str| registry::find(code).expect("known");
    let mut levels = Levels::default();
    levels.set("text", None).expect("known");
    levels.set("text.fragment", Some(Severity::Error)).expect("known");
    assert_eq!(levels.of(rule("text.fragment")), Some(Severity::Error));
    assert_eq!(levels.of(rule("text.unpaired")), None);
    levels.ignore(&["text.fragment".into()]).expect("known");
    assert_eq!(levels.of(rule("text.fragment")), None);
    assert!(levels.select(&["txt.fragment".into()]).is_err_and(|error| error.contains("`text.fragment`")));
}
