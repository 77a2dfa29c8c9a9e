//! Times: years, plan periods, deadlines and recurrences, with what resolves them.
//!
//! Works on clean text, knows nothing of sections or promises. Phrases that name no year are rows of
//! `lexicon/data/times.yaml`; years, ranges and plan periods are read here.

mod digits;
mod loose;
mod model;
mod phrase;
mod year;

use std::sync::LazyLock;

use crate::lexicon::{
    TIME, TIME_PHRASES, TimePhrase,
    numerals::{Numerals, Sign},
    signs,
};

pub use model::{Frame, TimeMention, TimeRole};

/// Finds the time expressions of plan prose, in order, none overlapping another.
pub fn scan(text: &str, frame: Frame) -> Vec<TimeMention> {
    walk(text, may_start, |at| {
        let dated = || digits::day(text, at).or_else(|| digits::month(text, at)).or_else(|| loose::dated(text, at));
        let year = || year::read(text, at, frame).or_else(dated).or_else(|| loose::of_accounts(text, at));
        year().or_else(|| phrase::read(text, at, frame))
    })
}

/// Finds everything that names a year, eras and years of two digits included: for texts that are no plan prose.
pub fn scan_all(text: &str, frame: Frame) -> Vec<TimeMention> {
    let eras: Vec<char> = TIME.era.firsts().chain(TIME.republic.firsts()).collect();
    let starts = |c| may_start(c) || eras.contains(&c);
    walk(text, starts, |at| {
        let year = year::read(text, at, frame).or_else(|| loose::read(text, at));
        let year = year.filter(|year| !loose::decade(text, year)).map(|mut year| {
            loose::extend(text, &mut year);
            year
        });
        year.or_else(|| phrase::read(text, at, frame))
    })
}

fn walk(text: &str, starts: impl Fn(char) -> bool, read: impl Fn(usize) -> Option<TimeMention>) -> Vec<TimeMention> {
    let mut found: Vec<TimeMention> = Vec::new();
    let (mut skip, mut titles, mut sentence) = (0, 0i32, 0);
    for (at, c) in text.char_indices() {
        titles += i32::from(c == '《') - i32::from(c == '》');
        if matches!(c, '。' | '！' | '？' | '\n') {
            sentence = at;
        }
        if at < skip || !starts(c) {
            continue;
        }
        if let Some(mut mention) = read(at) {
            let floor = found.last().map_or(0, |last| last.span.end);
            phrase::take_preposition(text, floor, &mut mention);
            if !TimePhrase::starting(text, at).is_some_and(phrase::names_year) {
                inherit(&mut mention, found.last().filter(|last| last.span.start >= sentence));
            }
            if titles > 0 {
                mention.role = TimeRole::Named;
            }
            skip = mention.span.end;
            // A month of no year dates nothing.
            if mention.start.is_some() || !mention.span.of(text).contains(signs::month) {
                found.push(mention);
            }
        }
    }
    found
}

/// A part of a year without its year (6月底, 下半年) is one of the year that the sentence named last.
fn inherit(mention: &mut TimeMention, last: Option<&TimeMention>) {
    let dating = |last: &&TimeMention| matches!(last.role, TimeRole::By | TimeRole::During) && !last.relative;
    let Some(last) = last.filter(dating).filter(|last| last.start == last.end && last.end.is_some()) else { return };
    if mention.relative && mention.month.is_some() {
        (mention.start, mention.end, mention.relative) = (last.start, last.end, false);
    }
}

/// Whether a time expression can begin with `c`, its preposition left aside.
fn may_start(c: char) -> bool {
    /// Whether a time begins so, for each character up to the last with which one does.
    static STARTS: LazyLock<Vec<bool>> = LazyLock::new(|| {
        let phrases = TIME_PHRASES.iter().filter_map(|row| row.form.chars().next());
        let numerals = Numerals::get().chars().filter(|(_, glyph)| glyph.alone && is_dated_by(glyph.sign));
        let quotes = ['“', '"', '‘'];
        let mut starts = Vec::new();
        for c in phrases.chain(TIME.past.firsts()).chain(numerals.map(|(c, _)| c)).chain(quotes) {
            starts.resize(starts.len().max(c as usize + 1), false);
            starts[c as usize] = true;
        }
        starts
    });
    c.is_ascii_digit() || STARTS.get(c as usize).is_some_and(|&starts| starts)
}

/// Whether the numerals of times are written with `sign`: digits and 十.
fn is_dated_by(sign: Sign) -> bool {
    matches!(sign, Sign::Digit(_) | Sign::Times(1))
}

#[cfg(test)]
mod tests;
