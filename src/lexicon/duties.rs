//! The words by which a text gives out work: read from `data/words/duties.tsv`.

use super::{Forms, words::words};

/// What a column of times by which work is done is called.
pub const TIME_LIMIT: &str = "完成时限";

words! {
    /// Who leads, who helps, by when.
    pub static DUTIES: Duties = "data/words/duties.tsv" {
        /// Before a body, or behind a unit: whoever leads (牵头单位, 由市教育局牵头).
        leads,
        /// Before a body, or behind a unit: whoever answers for the work (责任单位); next to one that leads, it helps.
        answers,
        /// Whoever helps.
        supports,
        /// What work is given to.
        body,
        /// Persons, named by their office.
        office,
        /// Before a person: how far the office reaches.
        oversees,
        /// Who is asked about a paper, and how; they do no work.
        contact,
        /// What opens a time limit.
        time,
        /// The end of a year, as a time without its month.
        year_end,
        /// A whole year: how long, not by when.
        throughout,
        /// Without an end.
        ongoing,
        /// All that were named share the work.
        shared,
        /// Joins a unit to one that helps.
        joins,
        /// Between two units of a list.
        and,
        /// Points to what follows.
        ahead,
        /// Points to what stands above.
        behind,
        /// Behind a unit: what it does (市教育局牵头).
        acts,
        /// What a rule says of whoever may be asked about it; no work.
        explains,
        /// What a person in charge is.
        post,
        /// Before a post and part of it.
        rank,
        /// What places of a kind are: all of them are a unit (各县), and lists of them with what they end in (各市、县政府).
        level,
        /// What the name of an office ends in.
        office_end,
        /// What the names of other bodies and of groups of places end in: units next to an office, or behind a label.
        unit_end,
        /// Behind what a unit does: with the work itself.
        presses,
        /// A quarter of a year.
        quarter,
        /// Joins one deed to the next.
        and_then,
    } unions {
        /// What heads of who answers and by when begin with.
        head_start = time | leads | answers | supports | acts | body,
        /// What the label of a part opens with: whoever leads, answers, helps or oversees, or by when.
        label_start = time | leads | answers | supports | oversees,
    }
}

impl Duties {
    /// How long the label of who answers is that `text` opens with: what the body does, and what it is (牵头单位, 责任人).
    pub fn label(&self, text: &str) -> Option<usize> {
        let stem = |rest: &str| Forms::longest_prefix(&[&self.leads, &self.answers, &self.supports], rest);
        let mut at = 0;
        while let Some(form) = stem(&text[at..]) {
            at += form.len();
        }
        let body = Forms::longest_prefix(&[&self.body, &self.office], &text[at..]).filter(|_| at > 0);
        body.map(|form| at + form.len())
    }

    /// Whether `text` is the name of a body by its end, or tells places of a kind that all are bodies (各县).
    pub fn is_body(&self, text: &str) -> bool {
        let place = self.level.suffix(text).is_some();
        let named = self.office_end.suffix(text).is_some() || self.unit_end.suffix(text).is_some() && !place;
        named || place && text.starts_with('各') || self.body.suffix(text).is_some()
    }
}
