//! The days of a document: published, issued, approved, delivered.
//!
//! A page's fields name them (发布日期, 成文日期); a bracket below the title tells approval (…通过); a line tells where a
//! report was delivered; a date of its own below a body's name is that of the signature.

use super::{
    date,
    fields::{self, Field},
    issuer,
};
use crate::{
    lexicon::{FRONT, SIGNS},
    outline::{
        line::{Line, Role},
        shape::{Front, Kind},
    },
};

/// How many of the last lines may hold a signature.
const TAIL: usize = 16;

/// Longest line that tells of a day, in characters.
const LONGEST: usize = 120;

/// Whether `line` tells the day on which the document was approved, delivered or signed.
pub(super) fn is_dated(line: &Line) -> bool {
    let text = line.text();
    line.is_short(60)
        && date::find(text)
            .is_some_and(|(_, end)| text.len() - end < 4 || FRONT.decision.is_in(text) || is_delivery(text))
}

/// Whether `text` tells where a report was delivered: 2026年1月14日在云岭省第十届人民代表大会第四次会议上.
fn is_delivery(text: &str) -> bool {
    let behind = || date::find(text).map_or("", |(_, end)| &text[end..]);
    FRONT.session.is_in(text) || SIGNS.at.split(behind()).is_some_and(|(_, session)| FRONT.congress.is_in(session))
}

/// Reads the days from the lines above `body`, the last lines and the page's `fields`.
pub(super) fn read(lines: &[Line], body: usize, fields: &[(Field, String)], front: &mut Front) {
    let day = |field| fields::value(fields, field).and_then(date::find).map(|(day, _)| day);
    front.published = day(Field::Published);
    front.issued = day(Field::Issued);
    front.approved = day(Field::Approved);
    for at in (0..body).filter(|&at| lines[at].role == Role::Body) {
        above(lines, at, front);
    }
    let end = lines.iter().rposition(|line| line.role == Role::Body).map_or(0, |at| at + 1);
    for at in end.saturating_sub(TAIL).max(body)..lines.len() {
        let line = &lines[at];
        if front.issued.is_none() && is_signed(lines, at) {
            front.issued = date::find(line.text()).map(|(day, _)| day);
        }
        if front.approved.is_none() && line.text().starts_with('（') && FRONT.decision.is_in(line.text()) {
            front.approved = date::find(line.text()).map(|(day, _)| day);
        }
    }
    front.published = front.published.take().or_else(|| day(Field::Dated));
}

/// Who signed at the end: the names of bodies above a date of its own, below `body`.
pub(super) fn signatory(lines: &[Line], body: usize) -> Option<String> {
    let start = lines.len().saturating_sub(TAIL).max(body);
    let signed = (start..lines.len()).find(|&at| is_signed(lines, at))?;
    if let Some(body) = signer(lines[signed].text()) {
        return Some(body.to_owned());
    }
    let names = lines[start..signed].iter().rev().take_while(|line| issuer::is_body(line.text()));
    let mut names: Vec<&str> = names.map(Line::text).collect();
    names.reverse();
    Some(names.join("、"))
}

/// Reads the day that a line above the text tells.
fn above(lines: &[Line], at: usize, front: &mut Front) {
    let line = &lines[at];
    // Letter-spaced digits are read together where they make no date apart.
    let spaced = super::title::clean(line.text());
    let text = if date::find(line.text()).is_some() { line.text() } else { spaced.as_str() };
    let named = fields::read(&[text]).iter().any(|(field, _)| *field != Field::Other && *field != Field::Number);
    let Some((day, end)) = date::find(text).filter(|_| line.is_short(LONGEST) && !named) else { return };
    let rest = text[end..].trim_end_matches(['）', '】']);
    // The bracket that tells of approval, and the name of a session, may run on to a second line.
    let open = (text.contains('（') && !text.contains('）')) || (SIGNS.at.prefix(rest).is_some() && !is_delivery(text));
    let next = lines.get(at + 1).filter(|_| open).map_or("", |next| next.text());
    let whole = format!("{text}{next}");
    let lead = text.trim_start_matches(['（', '—', '-']);
    let lead = FRONT.dated.strip_prefix(lead).unwrap_or(lead).trim_start_matches('：');
    let alone = lead.len() == text.len().min(end + rest.len());
    let (delivered, decided) = (is_delivery(&whole), FRONT.decision.is_in(&whole));
    let slot = if delivered && (front.kind == Kind::WorkReport || !decided) {
        &mut front.delivered
    } else if decided {
        &mut front.approved
    } else if is_posted(text, end) {
        &mut front.published
    } else if front.kind != Kind::WorkReport && (alone && rest.is_empty() || signer(text).is_some()) {
        &mut front.issued
    } else if alone && rest.is_empty() {
        &mut front.delivered
    } else {
        return;
    };
    slot.get_or_insert(day);
}

/// Whether a line with a date is that of a page: a clock or a source follows, or the date is written with dashes
/// (`2026-01-22 09:34 来源：…`), or a newspaper's name stands before it.
fn is_posted(text: &str, end: usize) -> bool {
    if FRONT.masthead.find(text).is_some_and(|(at, _)| at > 0 && at < end) {
        return true;
    }
    let opens = text.starts_with(|c: char| c.is_ascii_digit());
    let clock = text[end..].trim_start().starts_with(|c: char| c.is_ascii_digit());
    let dashed = text[..end].contains(['-', '/']) && text.len() == end;
    opens && (clock || FRONT.source.is_in(text) || dashed)
}

/// The body that a line names before a date, where it holds nothing else but that it was sent out then:
/// 青禾县人民政府2023年4月20日, 青禾县人民政府办公室2023年4月21日印发.
fn signer(text: &str) -> Option<&str> {
    let (body, day) = text.split_at(text.find(|c: char| c.is_ascii_digit())?);
    let body = body.trim_end();
    let dated = date::find(day).is_some_and(|(_, end)| end == day.len() || FRONT.hands_out.has(&day[end..]));
    (dated && issuer::is_body(body)).then_some(body)
}

/// Whether the line is a date below the name of a body, or behind it.
fn is_signed(lines: &[Line], at: usize) -> bool {
    let text = lines[at].text();
    if signer(text).is_some() {
        return true;
    }
    let alone = date::find(text).is_some_and(|(_, end)| end == text.len());
    let alone = alone && (SIGNS.year.is_in(text) || SIGNS.month.is_in(text));
    alone && at.checked_sub(1).is_some_and(|above| issuer::is_body(lines[above].text()))
}
