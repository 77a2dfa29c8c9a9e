//! Words with their classes, as data: one tab-separated file a domain (`data/words/<domain>.tsv`), one row a word.
//!
//! A row is `form`, `is` (the classes that say what the word is, parted by spaces), `ok` and `not` (texts parted by `|` in
//! which the word stands, and in which its characters stand and it does not). [`words!`] turns a file into a struct with a
//! [`Forms`] for each class; [`check`] is what the tests run over every file.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::TableError;

/// A class of forms, looked up by how a text begins or ends, longest form first.
#[derive(Clone, Debug, Default)]
pub struct Forms {
    by_first: Index,
    by_last: Index,
}

impl From<Vec<&'static str>> for Forms {
    fn from(forms: Vec<&'static str>) -> Self {
        Forms {
            by_first: Index::new(&forms, |form| form.chars().next()),
            by_last: Index::new(&forms, |form| form.chars().next_back()),
        }
    }
}

/// Forms by one of their characters. Nearly every question is answered by no form at all, so that is what costs least.
#[derive(Clone, Debug, Default)]
struct Index {
    /// A bit for each residue of the characters: most that no form has are told by it alone.
    may: [u64; 4],
    /// The characters in order, each with its forms, longest first.
    of: Vec<(char, Vec<&'static str>)>,
}

impl Index {
    fn new(forms: &[&'static str], key: impl Fn(&str) -> Option<char>) -> Self {
        let mut of: BTreeMap<char, Vec<&'static str>> = BTreeMap::new();
        for form in forms {
            of.entry(key(form).unwrap_or_default()).or_default().push(form);
        }
        let mut index = Index { may: [0; 4], of: of.into_iter().collect() };
        for (key, forms) in &mut index.of {
            forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
            let (word, bit) = Self::bit(*key);
            index.may[word] |= bit;
        }
        index
    }

    /// The place of a character's bit.
    fn bit(key: char) -> (usize, u64) {
        let key = key as usize;
        ((key >> 6) & 3, 1 << (key & 63))
    }

    /// The forms of `key`, longest first.
    #[inline]
    fn get(&self, key: char) -> &[&'static str] {
        let (word, bit) = Self::bit(key);
        if self.may[word] & bit == 0 {
            return &[];
        }
        self.of.binary_search_by_key(&key, |(key, _)| *key).map_or(&[], |at| &self.of[at].1)
    }
}

impl Forms {
    /// The characters that the forms begin with.
    pub fn firsts(&self) -> impl Iterator<Item = char> + '_ {
        self.by_first.of.iter().map(|(first, _)| *first)
    }

    /// The longest form that `text` begins with.
    pub fn prefix(&self, text: &str) -> Option<&'static str> {
        self.by_first.get(text.chars().next()?).iter().copied().find(|form| text.starts_with(form))
    }

    /// The longest form that `text` ends with.
    pub fn suffix(&self, text: &str) -> Option<&'static str> {
        self.by_last.get(text.chars().next_back()?).iter().copied().find(|form| text.ends_with(form))
    }

    /// The longest form of any of `classes` that `text` begins with; of equal ones that of the later class.
    pub fn longest_prefix(classes: &[&Forms], text: &str) -> Option<&'static str> {
        classes.iter().filter_map(|forms| forms.prefix(text)).max_by_key(|form| form.len())
    }

    /// The longest form of any of `classes` that `text` ends with; of equal ones that of the later class.
    pub fn longest_suffix(classes: &[&Forms], text: &str) -> Option<&'static str> {
        classes.iter().filter_map(|forms| forms.suffix(text)).max_by_key(|form| form.len())
    }

    /// The first form inside `text`, with its byte offset.
    pub fn find(&self, text: &str) -> Option<(usize, &'static str)> {
        text.char_indices().find_map(|(at, first)| self.begun(first, &text[at..]).map(|form| (at, form)))
    }

    /// The last form inside `text`, with its byte offset.
    pub fn rfind(&self, text: &str) -> Option<(usize, &'static str)> {
        text.char_indices().rev().find_map(|(at, first)| self.begun(first, &text[at..]).map(|form| (at, form)))
    }

    /// The longest form that `text`, whose first character is `first`, begins with.
    #[inline]
    fn begun(&self, first: char, text: &str) -> Option<&'static str> {
        let forms = self.by_first.get(first);
        if forms.is_empty() { None } else { forms.iter().copied().find(|form| text.starts_with(form)) }
    }

    /// Whether some form stands in `text`.
    pub fn is_in(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    /// Whether `text` is a form.
    pub fn has(&self, text: &str) -> bool {
        self.prefix(text) == Some(text)
    }

    /// `text` behind the longest form that it begins with.
    pub fn strip_prefix<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.prefix(text).map(|form| &text[form.len()..])
    }

    /// `text` before the longest form that it ends with.
    pub fn strip_suffix<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.suffix(text).map(|form| &text[..text.len() - form.len()])
    }
}

/// One row of a file of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row<'t> {
    /// The word.
    pub form: &'t str,
    /// Its classes, parted by spaces.
    pub is: &'t str,
    /// Texts in which it stands, parted by `|`.
    pub ok: &'t str,
    /// Texts in which its characters stand and it does not, parted by `|`.
    pub not: &'t str,
}

/// How a line of heads begins.
const HEADS: &str = "form\tis\t";

/// The rows of `file`: comments (`#`), lines of heads and empty lines are none.
pub fn rows(file: &str) -> impl Iterator<Item = Row<'_>> {
    let lines = file.lines().filter(|line| !(line.is_empty() || line.starts_with('#') || line.starts_with(HEADS)));
    lines.map(|line| {
        let mut cells = line.split('\t');
        let mut cell = || cells.next().unwrap_or("");
        Row { form: cell(), is: cell(), ok: cell(), not: cell() }
    })
}

/// The forms of each class of `file`.
pub(super) fn classes(file: &'static str) -> HashMap<&'static str, Vec<&'static str>> {
    let mut classes: HashMap<&str, Vec<&str>> = HashMap::new();
    for row in rows(file) {
        for class in row.is.split(' ') {
            classes.entry(class).or_default().push(row.form);
        }
    }
    classes
}

/// What is wrong with a file of words whose classes are `known`: an unknown or empty class, a form in two rows, a row
/// without example, an example that does not hold. In an example the longest words are taken, from the left.
pub fn check(table: &'static str, file: &'static str, known: &[&str]) -> Vec<TableError> {
    let mut wrong = Vec::new();
    let mut forms: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for row in rows(file) {
        if forms.insert(row.form, row.is.split(' ').collect()).is_some() {
            wrong.push(TableError::row(table, row.form, "stands in two rows"));
        }
        wrong.extend(
            row.is
                .split(' ')
                .filter(|class| !known.contains(class))
                .map(|class| TableError::row(table, row.form, format!("is of an unknown class `{class}`"))),
        );
    }
    let held: BTreeSet<&str> = forms.values().flatten().copied().collect();
    wrong.extend(
        known.iter().filter(|k| !held.contains(*k)).map(|k| TableError::row(table, k, "a class without words")),
    );
    let all = Forms::from(forms.keys().copied().collect::<Vec<_>>());
    for row in rows(file) {
        let examples = |cell: &'static str| cell.split('|').filter(|text| !text.is_empty());
        let mut ok = examples(row.ok).peekable();
        if ok.peek().is_none() {
            wrong.push(TableError::row(table, row.form, "has no example"));
        }
        wrong.extend(
            ok.filter(|text| !stands(&all, text, row.form))
                .map(|text| TableError::row(table, row.form, format!("is not read in `{text}`"))),
        );
        wrong.extend(
            examples(row.not)
                .filter(|text| !text.contains(row.form) || stands(&all, text, row.form))
                .map(|text| TableError::row(table, row.form, format!("is read in `{text}`, or does not stand in it"))),
        );
    }
    wrong
}

/// Whether `form` is among the words of `text`, the longest taken from the left.
fn stands(all: &Forms, text: &str, form: &str) -> bool {
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        match all.prefix(&text[at..]) {
            Some(found) if found == form => return true,
            Some(found) => at += found.len(),
            None => at += c.len_utf8(),
        }
    }
    false
}

/// The forms of the classes `names` together.
pub(super) fn union(classes: &HashMap<&'static str, Vec<&'static str>>, names: &[&str]) -> Forms {
    names.iter().filter_map(|name| classes.get(name)).flatten().copied().collect::<Vec<_>>().into()
}

/// Turns files of words into a struct with a [`Forms`] for each class and each union of classes, and a static of it that is
/// read at first use. A word has one row, whichever of the files it stands in.
///
/// `pub static WORDS: Words = "data/words/words.tsv" { /// What it is. class, … } unions { /// What asks. name = class | …, }`.
macro_rules! words {
    (
        $(#[$on:meta])*
        pub static $name:ident: $type:ident = $path:literal $(, $more:literal)* {
            $($(#[$doc:meta])* $class:ident,)*
        } $(unions { $($(#[$union_doc:meta])* $union:ident = $($member:ident)|+,)* })?
    ) => {
        $(#[$on])*
        #[derive(Clone, Debug)]
        pub struct $type {
            $($(#[$doc])* pub $class: $crate::lexicon::Forms,)*
            $($($(#[$union_doc])* pub $union: $crate::lexicon::Forms,)*)?
        }

        impl $type {
            /// The files that hold the words, one behind the other.
            pub const FILE: &'static str = concat!(include_str!($path) $(, "\n", include_str!($more))*);
            /// The names of the classes.
            pub const CLASSES: &'static [&'static str] = &[$(stringify!($class)),*];
            /// The names of the unions with those of their classes.
            pub const UNIONS: &'static [(&'static str, &'static [&'static str])] =
                &[$($((stringify!($union), &[$(stringify!($member)),+]),)*)?];
        }

        $(#[$on])*
        pub static $name: std::sync::LazyLock<$type> = std::sync::LazyLock::new(|| {
            let classes = $crate::lexicon::words::classes($type::FILE);
            let of = |names: &[&str]| $crate::lexicon::words::union(&classes, names);
            $type {
                $($class: of(&[stringify!($class)]),)*
                $($($union: of(&[$(stringify!($member)),+]),)*)?
            }
        });
    };
}
pub(super) use words;
