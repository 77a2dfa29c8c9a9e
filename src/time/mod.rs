//! Times: years, plan periods, deadlines and recurrences, with what resolves them.
//!
//! Works on clean text, knows nothing of sections or promises. Phrases that name no year are rows of
//! `lexicon/data/times.yaml`; years, ranges and plan periods are read here.

mod digits;
mod loose;
mod model;
mod phrase;
mod republic;
mod year;

use std::sync::LazyLock;

use crate::{
    lexicon::{
        Starts, TIME, TIME_PHRASES, TimePhrase,
        numerals::{self, Numerals, Sign},
        signs,
    },
    span,
};

pub use model::{Frame, TimeMention, TimeRole};

/// Finds the time expressions of plan prose, in order, none overlapping another.
pub fn scan(text: &str, frame: Frame) -> Vec<TimeMention> {
    walk(text, &STARTS, |at| {
        let month = || digits::months(text, at).or_else(|| digits::month(text, at));
        let dated = || digits::day(text, at).or_else(month).or_else(|| loose::dated(text, at));
        let year = || year::read(text, at, frame).or_else(dated).or_else(|| loose::of_accounts(text, at));
        let bare = || frame.republic.then(|| republic::bare(text, at)).flatten();
        let republic = || republic::named(text, at).or_else(bare);
        opens_year(&text[at..]).then(year).flatten().or_else(republic).or_else(|| phrase::read(text, at, frame))
    })
}

/// Finds everything that names a year, eras and years of two digits included: for texts that are no plan prose.
pub fn scan_all(text: &str, frame: Frame) -> Vec<TimeMention> {
    walk(text, &ALL_STARTS, |at| {
        let year = year::read(text, at, frame).or_else(|| loose::read(text, at));
        let year = year.filter(|year| !loose::decade(text, year)).map(|mut year| {
            loose::extend(text, &mut year);
            year
        });
        year.or_else(|| phrase::read(text, at, frame))
    })
}

fn walk(text: &str, starts: &Starts, read: impl Fn(usize) -> Option<TimeMention>) -> Vec<TimeMention> {
    let mut found: Vec<TimeMention> = Vec::new();
    let (mut next, mut before) = (0, Before::default());
    while let Some((at, c)) = starts.next(text, next) {
        next = at + c.len_utf8();
        if let Some(mut mention) = read(at) {
            before.reach(text, at);
            let floor = found.last().map_or(0, |last| last.span.end);
            phrase::take_preposition(text, floor, &mut mention);
            if !TimePhrase::starting(text, at).is_some_and(phrase::names_year) {
                inherit(&mut mention, found.last().filter(|last| last.span.start >= before.sentence));
            }
            if before.titles > 0 {
                mention.role = TimeRole::Named;
            }
            next = mention.span.end.max(next);
            // A month of no year dates nothing.
            if mention.start.is_some() || !mention.span.of(text).contains(signs::month) {
                found.push(mention);
            }
        }
    }
    found
}

/// What stands before a time.
#[derive(Default)]
struct Before {
    /// Up to where the text is known.
    end: usize,
    /// How many titles are open.
    titles: i32,
    /// Where the sentence before ends.
    sentence: usize,
}

impl Before {
    /// Goes on to byte `at` of `text`.
    fn reach(&mut self, text: &str, at: usize) {
        for (behind, c) in span::signs(&text[self.end..at]) {
            match c {
                '《' => self.titles += 1,
                '》' => self.titles -= 1,
                '。' | '！' | '？' | '\n' => self.sentence = self.end + behind,
                _ => {}
            }
        }
        self.end = at;
    }
}

/// A part of a year without its year (6月底, 下半年) is one of the year that the sentence named last.
fn inherit(mention: &mut TimeMention, last: Option<&TimeMention>) {
    let dating = |last: &&TimeMention| matches!(last.role, TimeRole::By | TimeRole::During) && !last.relative;
    let Some(last) = last.filter(dating).filter(|last| last.start == last.end && last.end.is_some()) else { return };
    if mention.relative && mention.month.is_some() {
        (mention.start, mention.end, mention.relative) = (last.start, last.end, false);
    }
}

/// The marks that a plan period stands in.
const QUOTES: [char; 3] = ['“', '"', '‘'];

/// Whether `rest` may begin with a year, a month or a plan period: one Chinese numeral alone is at most a month.
fn opens_year(rest: &str) -> bool {
    let dated = |c: char| numerals::digit(c).is_some() || numerals::power(c) == Some(1);
    let mut chars = rest.chars();
    match (chars.next(), chars.next()) {
        (Some(c), _) if c.is_ascii_digit() || QUOTES.contains(&c) => true,
        (Some(c), Some(next)) => dated(c) && (dated(next) || signs::month(next)),
        _ => false,
    }
}

/// What a time expression can begin with, its preposition left aside.
static STARTS: LazyLock<Starts> = LazyLock::new(|| starts().collect());

/// What it can begin with besides where eras count.
static ALL_STARTS: LazyLock<Starts> = LazyLock::new(|| starts().chain(TIME.era.firsts()).collect());

fn starts() -> impl Iterator<Item = char> {
    let phrases = TIME_PHRASES.iter().filter_map(|row| row.form.chars().next());
    let numerals = Numerals::get().chars().filter(|(_, glyph)| is_dated_by(glyph.sign));
    let words =
        [&TIME.past, &TIME.republic, &TIME.first_years, &TIME.last_years].into_iter().flat_map(|forms| forms.firsts());
    phrases.chain(words).chain(numerals.map(|(c, _)| c)).chain(QUOTES).chain('0'..='9')
}

/// Whether the numerals of times are written with `sign`: digits and 十.
fn is_dated_by(sign: Sign) -> bool {
    matches!(sign, Sign::Digit(_) | Sign::Times(1))
}

#[cfg(test)]
mod tests;
