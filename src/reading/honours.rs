//! Titles won and places taken: 连续9年入选创新城市, 位列开发区综合考评第一. What was won, or the list it stands in, is what is measured.

use crate::{
    lexicon::{CLAUSES, PROMISES, signs},
    quantity::{Quantity, Shape},
};

use super::{
    left::{self, Head},
    marks,
    parts::Clause,
    right,
};

/// 连续9年[入选创新城市], 位列[开发区综合考评]第一: the honour or list is what is measured.
pub(super) fn honoured(quantity: &Quantity, clause: &Clause<'_>, head: &Head, behind: &str) -> Option<String> {
    let text = clause.text;
    let lasting = CLAUSES.in_a_row.is_in(quantity.span.of(text)) || CLAUSES.in_a_row.is_in(&head.governor);
    if quantity.shape == Shape::Cardinal && lasting && !right::counts_steps(quantity, behind) {
        let ranked =
            |n: &Quantity| n.span.start >= quantity.span.end && clause.span.contains(n.span) && n.shape == Shape::Rank;
        return lasting_honour(head, behind, clause.numbers.iter().any(ranked));
    }
    if quantity.shape != Shape::Rank || left::is_named(&head.subject) {
        return None;
    }
    let inner = text[quantity.span.start..quantity.core.start].trim_end_matches(signs::ordinal);
    let verb = CLAUSES.honour.prefix(inner)?;
    let mut name = &inner[verb.len()..];
    if let Some(scope) = CLAUSES.scope.suffix(name) {
        name = &name[..name.len() - scope.len()];
    }
    // 增速连续4年居主产县首位: what went on so long is what takes the place.
    if CLAUSES.in_a_row.is_in(text.get(clause.span.start..quantity.span.start).unwrap_or("")) {
        return None;
    }
    let place = CLAUSES.scope.prefix(name).map_or(name, |scope| &name[scope.len()..]);
    (place.chars().count() > 3 && CLAUSES.class_of_cities.suffix(place).is_none() && !CLAUSES.wide_scope.has(place))
        .then(|| name.to_owned())
}

/// 12人[入选]国家人才计划: people of whom nothing else is said are named by what they won.
pub(super) fn honoured_people(quantity: &Quantity, head: &Head, after: &str) -> Option<String> {
    let people = quantity.shape == Shape::Cardinal && CLAUSES.person_unit.has(&quantity.unit);
    let title = CLAUSES.won.strip_prefix(after).filter(|_| people && !left::is_named(&head.subject))?;
    Some(right::read(title, &quantity.unit)).filter(|name| name.chars().count() > 2)
}

/// What was won for so many years; `ranked` where a place follows.
fn lasting_honour(head: &Head, behind: &str, ranked: bool) -> Option<String> {
    // 连续3年在[污染防治考核]中获优秀等次
    let held = behind.strip_prefix(signs::at).and_then(|rest| rest.split_once(signs::amid));
    let gained = |won: &str| CLAUSES.won.prefix(won).or(CLAUSES.gains_or_has.prefix(won)).is_some();
    if let Some((contest, _)) = held.filter(|(contest, won)| !contest.contains('，') && gained(won)) {
        return Some(contest.to_owned()).filter(|contest| contest.chars().count() > 3);
    }
    if let Some(rest) = CLAUSES.won.strip_prefix(behind).filter(|peers| !ranked || !is_among_peers(head, peers)) {
        let place = CLAUSES.first_place.rfind(rest).map(|(at, _)| at);
        let name = &rest[..place.unwrap_or(rest.len())];
        return Some(marks::trimmed(name).to_owned()).filter(|name| name.chars().count() > 2);
    }
    None
}

/// 综合实力|连续五年[位列|县级市第6位]: whether what went on so long takes its place among others of a kind, which are no contest.
fn is_among_peers(head: &Head, peers: &str) -> bool {
    let kind = peers.find(signs::ordinal).or_else(|| CLAUSES.first_place.rfind(peers).map(|(at, _)| at));
    let kind = kind.map_or(peers, |at| &peers[..at]);
    let place = PROMISES.kind_of_place.suffix(kind).is_some() && CLAUSES.nation.prefix(peers).is_none();
    left::is_named(&head.subject) && place
}
