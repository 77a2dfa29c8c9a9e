//! What clauses without numbers leave to the next: the things they speak of.

use crate::{
    judge::dating,
    lexicon::CLAUSES,
    reading::{list, parts::Carry},
    span::Span,
};

use crate::commitment::{
    milestone::{commits, topic},
    passage::Passage,
};

/// The longest subject that a clause without a number leaves to the next, in characters.
const LONGEST_SUBJECT: usize = 24;

/// Whether the clause only says when.
pub(super) fn stands_alone(passage: &Passage<'_>, clause: Span) -> bool {
    dating::within(&passage.times, clause).iter().any(|t| t.span == clause)
        || CLAUSES.by_now.has(clause.of(passage.text))
        || is_way_of_counting(clause.of(passage.text))
}

/// 按可比价格|计算: how something was counted, which is nothing that the next clause speaks of.
fn is_way_of_counting(clause: &str) -> bool {
    CLAUSES.preposition.prefix(clause).is_some() && CLAUSES.counted_so.suffix(clause).is_some()
}

/// What a clause without a number leaves to the next: the thing it speaks of, which is named once somebody asks.
pub(super) fn leave(clause: Span, carry: &mut Carry) {
    carry.unasked.push(clause);
    carry.verb = None;
    carry.counted = false;
}

/// Names what the clauses without numbers leave: the last of them that speaks of something decides.
pub(super) fn name(passage: &Passage<'_>, carry: &mut Carry) {
    let speaks =
        |topic: &String| !topic.is_empty() && !topic::is_stage(topic) && topic.chars().count() <= LONGEST_SUBJECT;
    let topic = |clause| topic::topic(passage.text, clause, dating::within(&passage.times, clause));
    let unasked = std::mem::take(&mut carry.unasked).into_iter().rev();
    let spoken_of = unasked.filter(|clause| !commits::is_means(clause.of(passage.text)));
    if let Some(topic) = spoken_of.map(topic).find(speaks) {
        carry.all = list::members(&topic);
        carry.subjects = if list::is_joint(&topic) { vec![topic] } else { carry.all.clone() };
    }
}
