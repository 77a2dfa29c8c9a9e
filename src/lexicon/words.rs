//! Words with their classes, as data: one tab-separated file a domain (`data/words/<domain>.tsv`), one row a word.
//!
//! A row is `form`, `is` (the classes that say what the word is, parted by spaces), `ok` and `not` (texts parted by `|` in
//! which the word stands, and in which its characters stand and it does not). [`words!`] turns a file into a struct with a
//! [`Forms`] for each class; [`check`] is what the tests run over every file.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::OnceLock,
};

use memchr::memchr;

use super::{TableError, by_char::ByChar, hash::Table};

/// A class of forms, looked up by how a text begins or ends, longest form first.
#[derive(Clone, Debug, Default)]
pub struct Forms {
    by_first: ByChar<Form>,
    /// Made when the end of a text is first asked about.
    by_last: OnceLock<ByChar<Form>>,
}

/// A form by the character at one of its ends.
#[derive(Clone, Copy, Debug)]
struct Form {
    text: &'static str,
    /// The character beside that one: most forms that begin or end alike are told apart by it.
    beside: Option<char>,
    /// Whether it has more than these two characters.
    longer: bool,
}

impl Form {
    /// The form `text`, whose characters are read from one of its ends, by the first of them.
    fn by(text: &'static str, mut characters: impl Iterator<Item = char>) -> (char, Self) {
        let key = characters.next().unwrap_or_default();
        (key, Self { text, beside: characters.next(), longer: characters.next().is_some() })
    }

    /// Whether a text that has the character of this form at its end may have the form there, by the character `beside` it.
    #[inline]
    fn fits(&self, beside: Option<char>) -> bool {
        self.beside.is_none() || self.beside == beside
    }
}

impl From<Vec<&'static str>> for Forms {
    fn from(forms: Vec<&'static str>) -> Self {
        let by_first: Vec<_> = forms.into_iter().map(|form| Form::by(form, form.chars())).collect();
        Forms { by_first: ByChar::longest_first(&by_first, |form| form.text.len()), by_last: OnceLock::new() }
    }
}

impl Forms {
    /// The characters that the forms begin with.
    pub fn firsts(&self) -> impl Iterator<Item = char> + '_ {
        self.by_first.keys()
    }

    /// Whether a form may begin with `first`; where none may, the text behind it need not be looked at.
    #[inline]
    pub fn may_begin(&self, first: char) -> bool {
        self.by_first.may_know(first)
    }

    /// The longest form that `text` begins with. Hundreds of places ask so: a copy in each makes the grammar longer than what a
    /// processor keeps of a program at hand.
    #[inline(never)]
    pub fn prefix(&self, text: &str) -> Option<&'static str> {
        let first = text.chars().next()?;
        if self.may_begin(first) { self.longest(first, text) } else { None }
    }

    /// The longest form at byte `at` of `text`, where the character `first` stands.
    #[inline]
    fn at(&self, at: usize, first: char, text: &str) -> Option<&'static str> {
        if self.may_begin(first) { self.longest(first, &text[at..]) } else { None }
    }

    /// The longest form that `text` begins with, whose first character is `first`.
    fn longest(&self, first: char, text: &str) -> Option<&'static str> {
        let forms = self.by_first.get(first);
        if forms.is_empty() {
            return None;
        }
        let second = text[first.len_utf8()..].chars().next();
        let begins = |form: &&Form| form.fits(second) && (!form.longer || text.starts_with(form.text));
        forms.iter().find(begins).map(|form| form.text)
    }

    /// The longest form that `text` ends with.
    #[inline(never)]
    pub fn suffix(&self, text: &str) -> Option<&'static str> {
        let mut backward = text.chars().rev();
        let forms = self.by_last().get(backward.next()?);
        if forms.is_empty() {
            return None;
        }
        let before = backward.next();
        let ends = |form: &&Form| form.fits(before) && (!form.longer || text.ends_with(form.text));
        forms.iter().find(ends).map(|form| form.text)
    }

    #[inline]
    fn by_last(&self) -> &ByChar<Form> {
        self.by_last.get_or_init(|| {
            let forms = self.by_first.things().iter();
            let by_last: Vec<_> = forms.map(|form| Form::by(form.text, form.text.chars().rev())).collect();
            ByChar::longest_first(&by_last, |form| form.text.len())
        })
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
        let mut from = 0;
        loop {
            let at = self.by_first.place(text, from)?;
            let first = text[at..].chars().next()?;
            if let Some(form) = self.at(at, first, text) {
                return Some((at, form));
            }
            from = at + first.len_utf8();
        }
    }

    /// Where forms begin in `text`, in order.
    pub fn places(&self, text: &str) -> Vec<usize> {
        let (mut places, mut from) = (Vec::new(), 0);
        while let Some((offset, form)) = self.find(&text[from..]) {
            places.push(from + offset);
            from += offset + form.chars().next().map_or(form.len(), char::len_utf8);
        }
        places
    }

    /// The last form inside `text`, with its byte offset.
    pub fn rfind(&self, text: &str) -> Option<(usize, &'static str)> {
        let mut to = text.len();
        loop {
            to = self.by_first.place_before(text, to)?;
            let first = text[to..].chars().next()?;
            if let Some(form) = self.at(to, first, text) {
                return Some((to, form));
            }
        }
    }

    /// Whether some form stands in `text`.
    pub fn is_in(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    /// Whether `text` is a form.
    pub fn has(&self, text: &str) -> bool {
        text.chars().next().is_some_and(|first| self.by_first.get(first).iter().any(|form| form.text == text))
    }

    /// Whether `c` alone is a form.
    #[inline]
    pub fn is(&self, c: char) -> bool {
        self.by_first.get(c).last().is_some_and(|form| form.beside.is_none())
    }

    /// `text` before and behind the first form in it.
    pub fn split<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        self.find(text).map(|(at, form)| (&text[..at], &text[at + form.len()..]))
    }

    /// `text` before and behind the last form in it.
    pub fn rsplit<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        self.rfind(text).map(|(at, form)| (&text[..at], &text[at + form.len()..]))
    }

    /// `text` without all the forms that it begins with.
    pub fn trim_start<'t>(&self, mut text: &'t str) -> &'t str {
        while let Some(rest) = self.strip_prefix(text) {
            text = rest;
        }
        text
    }

    /// `text` without all the forms that it ends with.
    pub fn trim_end<'t>(&self, mut text: &'t str) -> &'t str {
        while let Some(rest) = self.strip_suffix(text) {
            text = rest;
        }
        text
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

/// Whether `text` begins with `form`. Of those that begin with the same character nearly all differ in the last byte.
#[inline]
pub(super) fn begins(text: &str, form: &str) -> bool {
    let last = form.len().saturating_sub(1);
    text.as_bytes().get(last) == form.as_bytes().get(last) && text.starts_with(form)
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
    heads(file).map(|(form, is, examples)| {
        let (ok, not) = cut(examples, b'\t');
        Row { form, is, ok, not: cut(not, b'\t').0 }
    })
}

/// The form, the classes and the examples of each row of `file`.
pub(super) fn heads(file: &str) -> impl Iterator<Item = (&str, &str, &str)> {
    let lines = lines(file).filter(|line| !(line.is_empty() || line.starts_with('#') || line.starts_with(HEADS)));
    lines.map(|line| {
        let (form, behind) = cut(line, b'\t');
        let (is, examples) = cut(behind, b'\t');
        (form, is, examples)
    })
}

/// The lines of a table.
pub(super) fn lines(file: &str) -> impl Iterator<Item = &str> {
    let mut rest = file;
    std::iter::from_fn(move || {
        let end = memchr(b'\n', rest.as_bytes()).or((!rest.is_empty()).then_some(rest.len()))?;
        let line = &rest[..end];
        rest = rest.get(end + 1..).unwrap_or("");
        Some(line.strip_suffix('\r').unwrap_or(line))
    })
}

/// What stands before the first `mark` of `text`, and behind it: short cells take longer to set a search up for than to read.
pub(super) fn cut(text: &str, mark: u8) -> (&str, &str) {
    let at = text.bytes().position(|byte| byte == mark);
    at.map_or((text, ""), |at| (&text[..at], &text[at + 1..]))
}

/// The forms of a file by their classes.
pub(super) struct Classes {
    /// The number of each class.
    numbers: Table<&'static str, usize>,
    /// The forms of each.
    forms: Vec<Vec<&'static str>>,
}

impl Classes {
    /// Reads `file`.
    pub(super) fn of(file: &'static str) -> Self {
        let (mut numbers, mut forms) = (Table::default(), Vec::new());
        // Rows side by side are of one class.
        let mut last = ("", 0);
        for (form, is, _) in heads(file) {
            let mut rest = is;
            while !rest.is_empty() {
                let (class, behind) = cut(rest, b' ');
                if class != last.0 {
                    let next = forms.len();
                    last = (class, *numbers.entry(class).or_insert(next));
                    forms.resize_with(numbers.len(), Vec::new);
                }
                forms[last.1].push(form);
                rest = behind;
            }
        }
        Self { numbers, forms }
    }

    /// The forms of the classes `names` together.
    pub(super) fn forms(&self, names: &[&str]) -> Forms {
        let of = |name| self.numbers.get(name).map_or(&[][..], |&number| &self.forms[number]);
        names.iter().copied().flat_map(of).copied().collect::<Vec<_>>().into()
    }
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
            let classes = $crate::lexicon::words::Classes::of($type::FILE);
            $type {
                $($class: classes.forms(&[stringify!($class)]),)*
                $($($union: classes.forms(&[$(stringify!($member)),+]),)*)?
            }
        });
    };
}
pub(super) use words;
