//! The tables of the lexicon as files: well-formed, without repeats, and true to their own examples.

use std::collections::{BTreeMap, BTreeSet};

use plan::{
    lexicon::{
        CLAUSES, Checked, Clauses, Columns, Compared, Deeds, Duties, FrontWords, FurnitureWords, HeadingWords, Lists,
        Measures, Observed, Promises, QuantityWords, RegionWords, Sections, Signs, TIME_PHRASES, Theme, TimeWords,
        Verdicts, Worded, words,
    },
    time::{self, Frame},
};

use crate::rust::Token;

/// Every file of words with the classes that its struct knows.
const WORDS: &[(&str, &str, &[&str])] = &[
    ("columns.tsv, cells.tsv", Columns::FILE, Columns::CLASSES),
    ("check.tsv", Checked::FILE, Checked::CLASSES),
    ("quantity.tsv", QuantityWords::FILE, QuantityWords::CLASSES),
    ("time.tsv", TimeWords::FILE, TimeWords::CLASSES),
    ("verbs.tsv, particles.tsv, nouns.tsv", Clauses::FILE, Clauses::CLASSES),
    ("promises.tsv", Promises::FILE, Promises::CLASSES),
    ("sections.tsv", Sections::FILE, Sections::CLASSES),
    ("signs.tsv", Signs::FILE, Signs::CLASSES),
    ("verdict.tsv", Verdicts::FILE, Verdicts::CLASSES),
    ("front.tsv", FrontWords::FILE, FrontWords::CLASSES),
    ("furniture.tsv", FurnitureWords::FILE, FurnitureWords::CLASSES),
    ("headings.tsv", HeadingWords::FILE, HeadingWords::CLASSES),
    ("deeds.tsv", Deeds::FILE, Deeds::CLASSES),
    ("lists.tsv", Lists::FILE, Lists::CLASSES),
    ("duties.tsv", Duties::FILE, Duties::CLASSES),
    ("measures.tsv", Measures::FILE, Measures::CLASSES),
    ("regions.tsv", RegionWords::FILE, RegionWords::CLASSES),
    ("worded.tsv", Worded::FILE, Worded::CLASSES),
    ("observed.tsv", Observed::FILE, Observed::CLASSES),
    ("compare.tsv", Compared::FILE, Compared::CLASSES),
];

#[test]
fn every_word_is_of_known_classes_and_true_to_its_examples() {
    let wrong: Vec<String> = WORDS
        .iter()
        .flat_map(|(name, file, classes)| words::check(name, file, classes))
        .map(|e| e.to_string())
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn unions_are_of_known_classes() {
    for (unions, classes) in [
        (Clauses::UNIONS, Clauses::CLASSES),
        (Columns::UNIONS, Columns::CLASSES),
        (Promises::UNIONS, Promises::CLASSES),
        (Signs::UNIONS, Signs::CLASSES),
    ] {
        for (name, members) in unions {
            for member in *members {
                assert!(classes.contains(member), "{name} is a union with the unknown class {member}");
            }
        }
    }
}

/// The statics that hold the classes of [`WORDS`], in its order.
const STATICS: [&str; 20] = [
    "COLUMNS",
    "CHECKED",
    "QUANTITY",
    "TIME",
    "CLAUSES",
    "PROMISES",
    "SECTIONS",
    "SIGNS",
    "VERDICTS",
    "FRONT",
    "FURNITURE",
    "HEADINGS",
    "DEEDS",
    "LISTS",
    "DUTIES",
    "MEASURES",
    "REGION_WORDS",
    "WORDED",
    "OBSERVED",
    "COMPARED",
];

/// The words of `class` in `file`.
fn of_class<'f>(file: &'f str, class: &str) -> BTreeSet<&'f str> {
    let rows = file.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect::<Vec<_>>());
    rows.filter(|row| row.get(1).is_some_and(|is| is.split(' ').any(|one| one == class))).map(|row| row[0]).collect()
}

#[test]
fn no_file_asks_for_the_same_words_under_two_names() {
    let (mut wrong, mut known) = (Vec::new(), BTreeMap::new());
    for (name, tokens) in crate::ratchets::sources() {
        let mut asked: BTreeMap<BTreeSet<&str>, BTreeSet<String>> = BTreeMap::new();
        for tokens in tokens.windows(3) {
            let [Token::Name(of), Token::Mark("."), Token::Name(class)] = tokens else { continue };
            let Some(table) = STATICS.iter().position(|name| name == of) else { continue };
            let words = known.entry((table, class.clone())).or_insert_with(|| of_class(WORDS[table].1, class));
            if !words.is_empty() {
                asked.entry(words.clone()).or_default().insert(format!("{of}.{class}"));
            }
        }
        let twice = asked.into_iter().filter(|(_, names)| names.len() > 1);
        wrong.extend(twice.map(|(words, names)| format!("{name}: {names:?} are {words:?}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_broken_row_is_told() {
    let file = "form\tis\tok\tnot\n达到\treach\t达到九成\t未达到\n未达到\tlack\t未达到\t\n达到\tfar\t\t\n";
    let told: Vec<String> = words::check("t", file, &["reach", "lack", "none"]).iter().map(|e| e.to_string()).collect();
    for reason in ["stands in two rows", "an unknown class `far`", "a class without words", "has no example"] {
        assert!(told.iter().any(|message| message.contains(reason)), "{reason}: {told:?}");
    }
    let read = words::check("t", "form\tis\tok\tnot\n达到\treach\t到达\t达到\n", &["reach"]);
    assert_eq!(read.len(), 2, "{read:?}");
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
    let frame = Frame { period: None, year: Some(2025), review: false, republic: false };
    for row in TIME_PHRASES.iter() {
        assert!(!row.examples.is_empty(), "{} has no example", row.form);
        for example in &row.examples {
            let found = time::scan(example, frame);
            let words: Vec<&str> = found.iter().map(|time| time.span.of(example)).collect();
            assert!(words.iter().any(|word| word.ends_with(row.form)), "{}: {example} gives {words:?}", row.form);
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
