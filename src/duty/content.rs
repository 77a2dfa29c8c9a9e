//! The words of a bracket or line that gives out work: parts with a label (责任单位：…), and parts without (市教育局牵头).

use std::borrow::Cow;

use super::{
    bracket,
    model::Duty,
    unit::{Unit, is_body, is_office, list, names, pieces, post},
    when,
};
use crate::{
    lexicon::{DUTIES, Forms, signs},
    time::Frame,
};

/// Longest name of a person's office, in characters.
const LONGEST_OFFICE: usize = 16;

/// What a part says of those it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Leads,
    Answers,
    Supports,
    Persons,
    Time,
}

/// Those named so far.
#[derive(Default)]
struct Named {
    leads: Vec<Unit>,
    answers: Vec<Unit>,
    supports: Vec<Unit>,
    /// Named without a part: they go with those behind them.
    waiting: Vec<Unit>,
    persons: Vec<String>,
    times: String,
    /// Whether a part without label is neither time nor unit.
    strange: bool,
}

/// Whether `text` opens with the label of a part (责任单位：, 【责任单位】).
pub(super) fn opens(text: &str) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let label_may = DUTIES.label_start.may_begin(first) && DUTIES.label_start.prefix(text).is_some();
    if !label_may && !bracket::is_bracket(first) {
        return false;
    }
    let text = unbracketed(text);
    label(&text).is_some_and(|(_, length)| is_mark(&text[length..]))
}

/// `text` with a colon behind the labels that stand in brackets: 【牵头单位】市教育局.
pub(super) fn unbracketed(text: &str) -> Cow<'_, str> {
    if !text.starts_with(bracket::is_bracket) {
        return Cow::Borrowed(text);
    }
    let (mut told, mut from) = (String::new(), 0);
    let is_label = |inner: &str| label(inner).is_some_and(|(_, length)| length == inner.len());
    for bracket in bracket::read(text).into_iter().filter(|bracket| is_label(bracket.inner.of(text))) {
        told.push_str(&text[from..bracket.span.start]);
        told.push_str(if told.is_empty() { "" } else { "；" });
        told.push_str(bracket.inner.of(text));
        told.push('：');
        from = bracket.span.end;
    }
    told.push_str(&text[from..]);
    Cow::Owned(told)
}

/// `text` with a colon behind its label, where white space alone set it off and units or a time are all that follows:
/// 牵头部门　市教育局.
pub(super) fn set_off(text: &str, frame: Frame) -> Option<String> {
    let (part, length) = label(text)?;
    let rest = &text[length..];
    let names = names(rest);
    let units = names.iter().all(|name| is_body(name)) && names.iter().any(|name| is_office(name));
    let told = match part {
        Part::Time => rest.chars().count() <= LONGEST_OFFICE && when::read(rest, frame).is_some(),
        _ => units,
    };
    (told && !rest.contains('。')).then(|| format!("{}：{rest}", &text[..length]))
}

/// Reads `text`, the inside of a bracket or a line; `None` where it gives out no work. `ends` says that a paragraph ends with
/// it: there a bare list of units is enough.
pub(super) fn read(text: &str, frame: Frame, ends: bool) -> Option<Duty> {
    let mut named = Named::default();
    let first = labels(text);
    let head = first.first().map_or(text.len(), |&(at, _, _)| at);
    let given_out = named.loose(&text[..head], frame);
    for (index, &(_, part, from)) in first.iter().enumerate() {
        let to = first.get(index + 1).map_or(text.len(), |&(at, _, _)| at);
        named.labelled(part, &text[from..to], frame);
    }
    let bare = ends && !named.strange && named.waiting.iter().any(|unit| is_office(&unit.name));
    (given_out || !first.is_empty() || bare)
        .then(|| named.duty(frame))
        .filter(|duty| !duty.names_nobody() || !first.is_empty())
}

/// Reads the cells of a row: those of units with the heads of their columns, those that say by when.
pub(super) fn cells(units: &[(&str, &str)], times: &[&str], frame: Frame) -> Option<Duty> {
    let mut named = Named::default();
    for (head, cell) in units {
        let first = labels(cell);
        let before = first.first().map_or(*cell, |&(at, _, _)| &cell[..at]);
        let acts = |piece: &&str| DUTIES.acts.suffix(piece.trim_end()).is_some();
        if pieces(before, |c| matches!(c, '，' | '；' | '。')).iter().any(acts) {
            named.loose(before, frame);
        } else {
            named.labelled(headed(head), before, frame);
        }
        for (index, &(_, part, from)) in first.iter().enumerate() {
            let to = first.get(index + 1).map_or(cell.len(), |&(at, _, _)| at);
            named.labelled(part, &cell[from..to], frame);
        }
    }
    times.iter().filter(|time| !time.is_empty()).for_each(|time| named.time(time));
    let duty = named.duty(frame);
    (!duty.names_nobody() || duty.when.is_some()).then_some(duty)
}

/// What the column under `head` says of those it names.
fn headed(head: &str) -> Part {
    if let Some((part, _)) = label(head) {
        return part;
    }
    let says = |class: &Forms| class.is_in(head);
    match () {
        () if says(&DUTIES.leads) => Part::Leads,
        () if says(&DUTIES.supports) => Part::Supports,
        () if says(&DUTIES.oversees) => Part::Persons,
        () => Part::Answers,
    }
}

/// The labels of `text`: where each begins, its part, and where what it labels begins.
fn labels(text: &str) -> Vec<(usize, Part, usize)> {
    let (mut found, mut skip) = (Vec::new(), 0);
    for at in DUTIES.label_start.places(text) {
        if at < skip {
            continue;
        }
        let Some((part, length)) = label(&text[at..]) else { continue };
        let behind = &text[at + length..];
        if is_mark(behind) || at == 0 && part != Part::Time && is_body(names(behind).first().map_or("", |name| name)) {
            let from = at + length + (behind.len() - behind.trim_start_matches(|c| c == ' ' || marks(c)).len());
            found.push((at, part, from));
            skip = from;
        }
    }
    found
}

/// Whether `c` stands between a label and what it names.
fn marks(c: char) -> bool {
    matches!(c, '：' | ':') || signs::as_for(c)
}

fn is_mark(behind: &str) -> bool {
    behind.starts_with(marks)
}

/// The label that `text` begins with (牵头责任单位, 分管领导, 完成时限), with its length.
fn label(text: &str) -> Option<(Part, usize)> {
    if DUTIES.label_start.prefix(text).is_none() || DUTIES.contact.prefix(text).is_some() {
        return None;
    }
    if let Some(form) = DUTIES.time.prefix(text) {
        return Some((Part::Time, form.len()));
    }
    let (mut at, mut part) = (0, None);
    loop {
        let rest = &text[at..];
        let step = [
            (&DUTIES.leads, Part::Leads),
            (&DUTIES.answers, Part::Answers),
            (&DUTIES.supports, Part::Supports),
            (&DUTIES.oversees, Part::Persons),
        ]
        .into_iter()
        .find_map(|(class, part)| class.prefix(rest).map(|form| (form, part)));
        let Some((form, said)) = step else { break };
        part = part.filter(|part| matches!(part, Part::Leads | Part::Persons)).or(Some(said));
        at += form.len();
    }
    let part = part?;
    if let Some(form) = DUTIES.office.prefix(&text[at..]) {
        return Some((Part::Persons, at + form.len()));
    }
    DUTIES.body.prefix(&text[at..]).map(|form| (part, at + form.len()))
}

impl Named {
    /// Notes what stands behind the label of `part`; a time among units is a time.
    fn labelled(&mut self, part: Part, text: &str, frame: Frame) {
        let text = text.trim_matches(['，', '；', '。', ' ', '、']);
        if part == Part::Time {
            self.time(text);
            return;
        }
        for piece in pieces(text, |c| matches!(c, '，' | '；' | '。')) {
            let unnamed = !names(piece).iter().any(|name| is_body(name));
            match part {
                Part::Leads | Part::Answers if role_behind(piece).is_some_and(|(role, ..)| role == Part::Supports) => {
                    self.loose(piece, frame);
                }
                _ if unnamed && when::read(piece, frame).is_some() => self.time(piece),
                Part::Persons if !unnamed => self.answers.extend(list(piece)),
                Part::Persons => {
                    let short = names(piece).into_iter().filter(|name| name.chars().count() <= LONGEST_OFFICE);
                    self.persons.extend(short.filter_map(|name| post(&name).map(str::to_owned)));
                }
                Part::Leads => self.leads.extend(list(piece)),
                Part::Answers => self.answers.extend(list(piece)),
                Part::Supports | Part::Time => self.supports.extend(list(piece)),
            }
        }
    }

    /// Notes the parts without label; gives whether one of them says what its units do.
    fn loose(&mut self, text: &str, frame: Frame) -> bool {
        let mut given_out = false;
        for piece in parts(text) {
            let piece = piece.trim_matches([' ', '、', '：']);
            if let Some(partners) = joining(piece) {
                self.supports.extend(list(partners));
                continue;
            }
            match role_behind(piece) {
                Some((part, before, after)) => {
                    given_out = true;
                    let mut units = std::mem::take(&mut self.waiting);
                    units.extend(list(before));
                    match part {
                        Part::Supports => self.supports.extend(units),
                        Part::Leads => self.leads.extend(units),
                        _ => self.answers.extend(units),
                    }
                    match part {
                        Part::Leads => self.supports.extend(list(after)),
                        _ => self.answers.extend(list(after)),
                    }
                }
                None if when::read(piece, frame).is_some() && !names(piece).iter().any(|name| is_body(name)) => {
                    self.time(piece)
                }
                None => {
                    let units = list(piece);
                    self.strange |= units.is_empty() || units.iter().any(|unit| !is_body(&unit.name));
                    self.waiting.extend(units.into_iter().filter(|unit| is_body(&unit.name)));
                }
            }
        }
        given_out
    }

    fn time(&mut self, text: &str) {
        if !self.times.is_empty() {
            self.times.push('，');
        }
        self.times.push_str(text);
    }

    fn duty(mut self, frame: Frame) -> Duty {
        let when = when::read(&self.times, frame);
        if self.leads.is_empty() && self.answers.is_empty() {
            self.answers.append(&mut self.waiting);
        } else {
            self.supports.append(&mut self.waiting);
        }
        let led = !self.leads.is_empty();
        let (mut lead, others) =
            if self.leads.is_empty() { (self.answers, Vec::new()) } else { (self.leads, self.answers) };
        let mut support: Vec<Unit> = Vec::new();
        lead.shrink_to_fit();
        for unit in others.into_iter().chain(self.supports) {
            if !lead.iter().chain(&support).any(|held| held.full == unit.full) {
                support.push(unit);
            }
        }
        Duty { lead, led, support, persons: self.persons, when }
    }
}

/// The parts of `text`: cut at commas outside brackets, and at a 、 behind what a unit does (市水利局牵头、市气象局配合).
fn parts(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for piece in pieces(text, |c| matches!(c, '，' | '；' | '。')) {
        let mut from = 0;
        for (at, mark) in piece.match_indices('、') {
            if DUTIES.acts.suffix(&piece[from..at]).is_some() {
                found.push(&piece[from..at]);
                from = at + mark.len();
            }
        }
        found.push(&piece[from..]);
    }
    found
}

/// What the units of `piece` do (市教育局牵头, 市财政局配合, 由市教育局牵头会同市财政局), with the list before and behind the verb.
fn role_behind(piece: &str) -> Option<(Part, &str, &str)> {
    let (mut before, mut part) = (piece, None);
    loop {
        let rest = DUTIES.presses.trim_end(before);
        let step = [
            (&DUTIES.shared, Part::Answers),
            (&DUTIES.leads, Part::Leads),
            (&DUTIES.answers, Part::Answers),
            (&DUTIES.supports, Part::Supports),
        ]
        .into_iter()
        .filter(|(class, _)| class.suffix(rest).is_some_and(|verb| DUTIES.acts.has(verb) || DUTIES.shared.has(verb)))
        .find_map(|(class, part)| class.strip_suffix(rest).map(|rest| (rest, part)));
        let Some((rest, said)) = step else { break };
        part = if said == Part::Leads { Some(said) } else { part.or(Some(said)) };
        before = rest;
    }
    let all_units = |list: &str| {
        let names = names(list);
        !names.is_empty() && names.iter().all(|name| is_body(name))
    };
    if let Some(part) = part {
        let (first, second) = joined(before);
        return (all_units(first) && (second.is_empty() || all_units(second))).then_some((part, first, second));
    }
    let (at, verb) = DUTIES.leads.find(piece)?;
    let (before, after) = (&piece[..at], &piece[at + verb.len()..]);
    let after = DUTIES.joins.strip_prefix(after).unwrap_or(after).trim_start_matches('、');
    (all_units(before) && all_units(after)).then_some((Part::Leads, before, after))
}

/// The units that `piece` says join in, where it says nothing else of them: 会同市财政局.
fn joining(piece: &str) -> Option<&str> {
    DUTIES.joins.strip_prefix(piece).filter(|units| names(units).iter().all(|name| is_body(name)))
}

/// 市住建局会同市财政局: the two sides.
fn joined(list: &str) -> (&str, &str) {
    match DUTIES.joins.find(list) {
        Some((at, word)) if at > 0 => (&list[..at], &list[at + word.len()..]),
        _ => (list, ""),
    }
}
