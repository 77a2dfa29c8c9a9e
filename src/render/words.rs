//! The words that people see, in English and Chinese: one data file (`data/words.tsv`), one row a word.

use std::{borrow::Cow, collections::HashMap, sync::LazyLock};

/// A language that people read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Chinese.
    Zh,
}

/// class, key, English, Chinese.
const TABLE: &str = include_str!("data/words.tsv");

/// By class and key: English and Chinese.
type Words = HashMap<&'static str, HashMap<&'static str, [&'static str; 2]>>;

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words::new();
    for [class, key, en, zh] in rows(TABLE) {
        words.entry(class).or_default().insert(key, [en, zh]);
    }
    words
});

/// The rows of a table of words, without its comments and its head.
pub(super) fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).skip(1).map(|line| {
        let mut cells = line.split('\t');
        std::array::from_fn(|_| cells.next().unwrap_or_default())
    })
}

/// The name of `key` among the words of `class`; empty where there is none.
pub fn label(class: &str, key: &str, lang: Lang) -> &'static str {
    WORDS.get(class).and_then(|keys| keys.get(key)).map_or("", |words| words[lang as usize])
}

/// `sentence` with values in the places of `{0}`, `{1}`, ….
pub(super) fn filled<T: ToString>(sentence: &str, values: &[T]) -> String {
    let put = |text: String, (at, value): (usize, &T)| text.replace(&format!("{{{at}}}"), &value.to_string());
    values.iter().enumerate().fold(sentence.to_owned(), put)
}

/// A sentence with numbers in it.
#[cfg(feature = "cli")]
pub(super) fn counted(key: &str, numbers: &[usize], lang: Lang) -> String {
    filled(label("counted", key, lang), numbers)
}

/// What stands above the column `name`: a word of its own, else that of the long table.
pub(super) fn head(name: &str, lang: Lang) -> String {
    match label("head", name, lang) {
        "" => self::name("column", name, lang).into_owned(),
        head => head.to_owned(),
    }
}

/// The name of `key`, or the key itself where it has none.
pub fn name<'a>(class: &str, key: &'a str, lang: Lang) -> Cow<'a, str> {
    match label(class, key, lang) {
        "" => Cow::Borrowed(key),
        label => Cow::Owned(label.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        lexicon::Theme,
        render::long::{COLUMNS, codebook},
    };

    #[test]
    fn every_row_has_both_languages_and_none_stands_twice() {
        let lines: Vec<[&str; 5]> = rows(TABLE).collect();
        for [class, key, en, zh, more] in &lines {
            assert!(![class, key, en, zh].iter().any(|cell| cell.is_empty()) && more.is_empty(), "{class} {key}");
            assert!(!zh.is_ascii() && *en == en.trim_start(), "{class} {key}: {en}, {zh}");
        }
        assert_eq!(WORDS.values().map(HashMap::len).sum::<usize>(), lines.len(), "a word stands twice");
    }

    #[test]
    fn no_label_lacks_a_word_and_no_word_lacks_its_label() {
        let classes = [
            "document_kind",
            "status",
            "kind",
            "comparator",
            "change",
            "deadline_source",
            "recurrence",
            "modality",
            "nature",
            "theme",
        ];
        let mut wanted: Vec<(&str, String)> = classes
            .into_iter()
            .flat_map(|class| codebook::keys(class).into_iter().map(move |key| (class, key)))
            .collect();
        assert!(classes.iter().all(|class| !codebook::keys(class).is_empty()), "a class without keys");
        wanted.extend(COLUMNS.iter().map(|column| ("column", column.name.clone().into_owned())));
        for (class, key) in &wanted {
            assert!(!label(class, key, Lang::Zh).is_empty(), "{class} {key} has no word");
        }
        for [class, key, _, _] in rows::<4>(TABLE) {
            let is_open = !classes.contains(&class) && class != "column";
            assert!(is_open || wanted.iter().any(|(c, k)| *c == class && k == key), "{class} {key} is no label");
        }
        for theme in Theme::ALL {
            assert_eq!(label("theme", theme.key(), Lang::Zh), theme.name());
        }
    }
}
