//! The tables of the lexicon as files: well-formed, without repeats, and true to their own examples.

use std::collections::{BTreeMap, BTreeSet};

use plan::{
    lexicon::{CLAUSES, TIME_PHRASES, Theme},
    time::{self, Frame},
};

fn table(name: &str) -> String {
    let path = format!("{}/src/lexicon/data/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).expect("a table of the lexicon")
}

#[test]
fn no_class_of_clause_words_is_empty_or_holds_a_form_twice() {
    let classes: BTreeMap<String, Vec<String>> = serde_yaml::from_str(&table("clauses.yaml")).expect("lists by class");
    assert!(classes.len() > 20, "only {} classes", classes.len());
    for (class, forms) in &classes {
        assert!(!forms.is_empty(), "{class} is empty");
        let mut seen = BTreeSet::new();
        for form in forms {
            assert!(!form.is_empty() && !form.contains(' '), "{class}: `{form}`");
            assert!(seen.insert(form), "{class} holds {form} twice");
        }
    }
}

#[test]
fn the_longest_form_is_taken_from_either_end() {
    assert_eq!(CLAUSES.add.prefix("新改扩建中小学"), Some("新改扩建"));
    assert_eq!(CLAUSES.measure.suffix("污水处理率"), Some("处理率"));
    assert_eq!(CLAUSES.grow.rfind("比上年增长"), Some((9, "增长")));
    assert_eq!(CLAUSES.add.prefix("河流"), None);
}

#[test]
fn every_time_phrase_is_found_in_its_examples_and_nowhere_else() {
    let frame = Frame { period: None, year: Some(2025), review: false };
    for row in TIME_PHRASES.iter() {
        assert!(!row.examples.is_empty(), "{} has no example", row.form);
        for example in &row.examples {
            let found = time::scan(example, frame);
            let words: Vec<&str> = found.iter().map(|time| time.span.of(example)).collect();
            assert!(words.iter().any(|word| word.ends_with(&row.form)), "{}: {example} gives {words:?}", row.form);
        }
        for after in &row.not_after {
            let text = format!("{}{after}", row.form);
            let found = time::scan(&text, frame);
            assert!(found.iter().all(|time| time.span.of(&text) != row.form), "{text} holds {}", row.form);
        }
    }
}

#[test]
fn themes_are_told_by_the_head_of_the_phrase() {
    for (phrase, theme) in [
        ("养老机构护理型床位", Theme::Care),
        ("高技能人才", Theme::Talent),
        ("城镇生活污水处理率", Theme::Ecology),
        ("规模以上工业增加值", Theme::Industry),
        ("城镇新增就业人数", Theme::Employment),
    ] {
        assert_eq!(Theme::of(phrase).map(|told| told.theme), Some(theme), "{phrase}");
    }
    assert_eq!(Theme::of("其他"), None);
}
