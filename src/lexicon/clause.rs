//! The words that govern a clause, by class: read from `data/clauses.yaml`.

use std::{collections::HashMap, sync::LazyLock};

use serde::Deserialize;

/// A class of forms, looked up by how a text begins or ends, longest form first.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(from = "Vec<String>")]
pub struct Forms {
    by_first: HashMap<char, Vec<String>>,
    by_last: HashMap<char, Vec<String>>,
}

impl From<Vec<String>> for Forms {
    fn from(mut forms: Vec<String>) -> Self {
        forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
        let mut index = Forms::default();
        for form in forms {
            if let (Some(first), Some(last)) = (form.chars().next(), form.chars().next_back()) {
                index.by_first.entry(first).or_default().push(form.clone());
                index.by_last.entry(last).or_default().push(form);
            }
        }
        index
    }
}

impl Forms {
    /// The longest form that `text` begins with.
    pub fn prefix(&self, text: &str) -> Option<&str> {
        let forms = self.by_first.get(&text.chars().next()?)?;
        forms.iter().map(String::as_str).find(|form| text.starts_with(form))
    }

    /// The longest form that `text` ends with.
    pub fn suffix(&self, text: &str) -> Option<&str> {
        let forms = self.by_last.get(&text.chars().next_back()?)?;
        forms.iter().map(String::as_str).find(|form| text.ends_with(form))
    }

    /// The longest form of any of `classes` that `text` begins with; of equal ones that of the later class.
    pub fn longest_prefix<'f>(classes: &[&'f Forms], text: &str) -> Option<&'f str> {
        classes.iter().filter_map(|forms| forms.prefix(text)).max_by_key(|form| form.len())
    }

    /// The longest form of any of `classes` that `text` ends with; of equal ones that of the later class.
    pub fn longest_suffix<'f>(classes: &[&'f Forms], text: &str) -> Option<&'f str> {
        classes.iter().filter_map(|forms| forms.suffix(text)).max_by_key(|form| form.len())
    }

    /// The first form inside `text`, with its byte offset.
    pub fn find(&self, text: &str) -> Option<(usize, &str)> {
        text.char_indices().find_map(|(at, _)| self.prefix(&text[at..]).map(|form| (at, form)))
    }

    /// The last form inside `text`, with its byte offset.
    pub fn rfind(&self, text: &str) -> Option<(usize, &str)> {
        text.char_indices().rev().find_map(|(at, _)| self.prefix(&text[at..]).map(|form| (at, form)))
    }

    /// Whether some form stands in `text`.
    pub fn is_in(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    /// Whether `text` is a form.
    pub fn has(&self, text: &str) -> bool {
        self.prefix(text) == Some(text)
    }
}

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// The classes of `data/clauses.yaml`; each is described there.
        #[derive(Clone, Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct Clauses {
            $($(#[$doc])* pub $name: Forms,)*
        }
    };
}

classes! {
    /// Growth by so much.
    grow,
    /// Fall by so much.
    fall,
    /// Turns growth or fall into a level.
    reach_mark,
    /// Per year, against last year.
    yearly_mark,
    /// Between a subject and its number.
    between,
    /// Part of the quoted expression.
    quoted,
    /// Comes into being.
    add,
    /// Is there.
    have,
    /// Before a subject.
    lead,
    /// The territory.
    scope,
    /// 确保.
    ensure,
    /// 力争.
    strive,
    /// What became of a counted thing.
    predicate,
    /// Says nothing alone.
    empty_subject,
    /// What the name of a measured thing ends in.
    measure,
    /// What a list of indicators may share at its head.
    shared_prefix,
    /// Nouns of programmes.
    slogan_noun,
    /// Where durations count.
    duration_subject,
    /// Headings of reviews.
    role_review,
    /// Headings of goals.
    role_goal,
    /// Headings that describe the situation.
    role_context,
    /// Words that are not split at their last character.
    whole,
    /// Introduce a place, a means or an aim.
    preposition,
    /// Names of activities.
    activity,
    /// What a goal without a number keeps.
    kept_state,
    /// What a sum is given out as.
    fund,
    /// Names of works whose size a capacity tells.
    sized,
    /// People.
    people,
    /// Between an actor and what it brought about.
    mid,
    /// Of honours and places.
    honour,
    /// Of results.
    result,
    /// Nouns of work that 和 may join.
    joined,
    /// Begin what a subject reaches.
    reaching,
    /// Tell nothing of their theme.
    generic,
    /// Before these a verb is part of the name.
    keeps_verb,
    /// Begin like a connective and are none.
    heads,
    /// Headings of glossaries.
    role_glossary,
    /// Names that 和 belongs to.
    joined_names,
    /// What a bare number counts behind them.
    populations,
    /// Promises without 力争 or 确保.
    promise,
    /// Says that something is so already.
    fact,
    /// Says what state a subject reached.
    state,
}

/// The classes.
pub static CLAUSES: LazyLock<Clauses> = LazyLock::new(|| super::table(include_str!("data/clauses.yaml")));
