//! What stands before a number in its clause: the subject, the verb that governs it, and the words between.

use crate::{
    lexicon::CLAUSES,
    quantity::{Quantity, Shape},
    span::Span,
    time::{TimeMention, TimeRole},
};

use super::sentence::without_brackets;

/// The reading of the text before a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    /// Who or what is measured; empty where the clause does not say.
    pub(super) subject: String,
    /// Scope words left off the subject.
    pub(super) scope: Option<String>,
    /// The verb that governs the number's noun (新建, 拥有).
    pub(super) verb: Option<String>,
    /// The words between subject and number (同比增长, 提高到).
    pub(super) governor: String,
    /// Where the quoted number expression begins.
    pub(super) quote_start: usize,
}

/// Reads `text[from..quantity.span.start]`; `times` are the paragraph's times.
pub(super) fn read(text: &str, from: usize, quantity: &Quantity, times: &[TimeMention], place: Option<&str>) -> Head {
    let run = governing_run(text, from, quantity, times);
    let mut head =
        Head { governor: text[run.start..quantity.core.start].to_owned(), quote_start: run.quote, ..Head::default() };
    let rest = after_times(text, Span::new(from, run.start), times);
    let rest = without_brackets_at_ends(rest.of(text));
    let rank = quantity.shape == Shape::Rank;
    let noun_only = matches!(quantity.shape, Shape::Percent | Shape::Fraction | Shape::Ratio);
    strip_left(rest, &mut head, place, noun_only, rank);
    head
}

struct Run {
    /// Where the words between subject and number begin.
    start: usize,
    /// Where the quoted expression begins.
    quote: usize,
}

/// Walks left from the number over verbs, adverbs and times.
fn governing_run(text: &str, from: usize, quantity: &Quantity, times: &[TimeMention]) -> Run {
    let mut run = Run { start: quantity.span.start, quote: quantity.span.start };
    let mut quoting = true;
    while run.start > from {
        let before = &text[from..run.start];
        let time = times.iter().find(|t| t.span.end == run.start && t.span.start >= from);
        let width = if let Some(time) = time {
            quoting &= time.role == TimeRole::Recurring;
            if quoting {
                run.quote = time.span.start;
            }
            time.span.len()
        } else if let Some(form) = run_word(before) {
            quoting &= CLAUSES.quoted.has(form);
            if quoting {
                run.quote = run.start - form.len();
            }
            form.len()
        } else {
            return run;
        };
        run.start -= width;
    }
    run
}

/// The word of a governing run that `before` ends with.
fn run_word(before: &str) -> Option<&str> {
    let classes = [&CLAUSES.between, &CLAUSES.grow, &CLAUSES.fall, &CLAUSES.quoted];
    let form = classes.into_iter().filter_map(|forms| forms.suffix(before)).max_by_key(|form| form.len())?;
    let single = form.chars().count() == 1;
    (!(single && CLAUSES.whole.suffix(before).is_some())).then_some(form)
}

/// `span` from behind the last time that stands in it and is no part of a longer name.
fn after_times(text: &str, span: Span, times: &[TimeMention]) -> Span {
    let mut start = span.start;
    for time in times.iter().filter(|t| span.contains(t.span) && t.role != TimeRole::Named) {
        let between = &text[start..time.span.start];
        let opens = between.chars().count() <= 6 || time.role != TimeRole::Recurring;
        let before_verb = text[time.span.end..span.end].chars().count() == 0;
        if time.role == TimeRole::Recurring && !opens || before_verb {
            continue;
        }
        if time.role == TimeRole::Recurring && !between.is_empty() {
            continue;
        }
        start = time.span.end;
    }
    Span::new(start, span.end)
}

fn without_brackets_at_ends(text: &str) -> &str {
    let text = text.trim_matches(['、', '“', '，', '：', '—', '●', '·', '*', '-']);
    if text.ends_with('）')
        && let Some(open) = text.rfind('（')
        && !without_brackets(text).is_empty()
        && open > 0
    {
        return &text[..open];
    }
    text
}

/// Strips enumeration, connectives, verbs and scope words from the left of `rest` into `head`.
fn strip_left(rest: &str, head: &mut Head, place: Option<&str>, noun_only: bool, rank: bool) {
    let mut rest = enumeration(rest);
    loop {
        rest = rest.trim_start_matches(['、', '，', '—', '了', '着']);
        if let Some(after) = step(rest, head, place, noun_only, rank) {
            rest = after;
        } else if let Some(after) = prepositional(rest, head, noun_only) {
            rest = after;
        } else {
            break;
        }
    }
    head.subject = without_brackets_at_ends(rest).to_owned();
}

/// One word off the left of `rest`, noted in `head`.
fn step<'a>(rest: &'a str, head: &mut Head, place: Option<&str>, noun_only: bool, rank: bool) -> Option<&'a str> {
    if let Some(after) = place.and_then(|place| rest.strip_prefix(place)).filter(|after| after.chars().count() > 1) {
        return Some(after);
    }
    if let Some(form) = CLAUSES.scope.prefix(rest) {
        let after = &rest[form.len()..];
        let named = rank && ["全国", "中国", "世界", "全球"].contains(&form);
        if !named && !after.is_empty() && CLAUSES.suffix_start.prefix(after).is_none_or(|s| s.chars().count() != 1) {
            head.scope = Some(form.to_owned());
            return Some(after);
        }
    }
    let lead = CLAUSES.lead.prefix(rest);
    let add = CLAUSES.add.prefix(rest).filter(|_| !noun_only);
    let form = [lead, add].into_iter().flatten().max_by_key(|form| form.len())?;
    let after = &rest[form.len()..];
    if !is_whole_word(after) {
        return None;
    }
    if CLAUSES.add.has(form) || CLAUSES.have.has(form) {
        head.verb = Some(form.to_owned());
    }
    Some(after)
}

/// Whether a word that was taken off the left was one, seen from what follows it.
fn is_whole_word(after: &str) -> bool {
    let short_measure = after.chars().count() <= 4 && CLAUSES.measure.suffix(after).is_some();
    CLAUSES.suffix_start.prefix(after).is_none() && !(short_measure && after.chars().count() < 4)
}

/// 在智能制造领域形成…, 依托三家医院建设…: what stands behind the last verb after a preposition.
fn prepositional<'a>(rest: &'a str, head: &mut Head, noun_only: bool) -> Option<&'a str> {
    CLAUSES.preposition.prefix(rest)?;
    let mut best = None;
    for (at, _) in rest.char_indices().skip(2) {
        if let Some(form) = CLAUSES.add.prefix(&rest[at..]).filter(|form| form.chars().count() > 1 && !noun_only)
            && is_whole_word(&rest[at + form.len()..])
        {
            best = Some((at, form));
        }
    }
    let (at, form) = best?;
    head.verb = Some(form.to_owned());
    Some(&rest[at + form.len()..])
}

/// `rest` without 一是, 1., （一） and dashes at its head.
pub(super) fn enumeration(rest: &str) -> &str {
    let rest = rest.trim_start_matches(['—', '－', '-', '●', '•', '·', '*', '■', '◆', '▲']);
    let digits = |s: &str| {
        s.chars()
            .take_while(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(*c))
            .map(char::len_utf8)
            .sum::<usize>()
    };
    let count = digits(rest);
    if count > 0 {
        for mark in ["是", ".", "、"] {
            if let Some(after) = rest[count..].strip_prefix(mark) {
                return after;
            }
        }
    }
    if let Some(inner) = rest.strip_prefix('（') {
        let count = digits(inner);
        if let (true, Some(after)) = (count > 0, inner[count..].strip_prefix('）')) {
            return after;
        }
    }
    rest
}

/// Whether a subject says who is measured, rather than 数量 or 其中.
pub(super) fn is_named(subject: &str) -> bool {
    !subject.is_empty() && !CLAUSES.empty_subject.has(subject)
}
