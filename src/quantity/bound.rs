//! The words around a number that bound it, and what they mean together (docs/commitments.md#the-number).

use super::{
    model::{Comparator, Found},
    text::Text,
};
use crate::{
    lexicon::{
        QUANTITY,
        bounds::{Bounds, Role},
        numerals, signs,
    },
    source::is_han,
};

/// What stands before a number.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lead {
    /// Where the words start.
    pub(super) start: usize,
    /// Where they start where no bound follows the number, without 在.
    pub(super) unframed: usize,
    /// The comparator of the innermost bound.
    pub(super) means: Option<Comparator>,
    /// Whether there is any word but a verb of change.
    pub(super) bound: bool,
}

/// Reads the bounds that end right before `text[at]`, none reaching back beyond `from`.
pub(super) fn lead(text: &Text, at: usize, from: usize) -> Lead {
    let mut lead = Lead { start: at, unframed: at, ..Lead::default() };
    let (mut framed, mut beside) = (false, false);
    for _ in 0..4 {
        let word = |end| Bounds::get().before(&text.chars, end).filter(|&(start, _)| start >= from);
        let found = word(lead.start).or_else(|| word(skip_back(text, lead.start)));
        let Some((start, row)) = found else { break };
        // 不得低于, 不能超过: what is denied is a bound the other way round.
        let denied = lead.means.filter(|_| beside).and_then(denied);
        if row.role == Role::Negation && denied.is_none() {
            break;
        }
        beside = row.role == Role::Bound && lead.means.is_none();
        lead.start = start;
        framed |= row.role == Role::Frame;
        if !framed {
            lead.unframed = start;
        }
        if row.role == Role::Negation {
            lead.means = denied;
        } else if beside {
            lead.means = Some(row.means);
        }
        lead.bound |= matches!(row.role, Role::Bound | Role::Reach);
    }
    lead
}

/// What is left where a bound is denied: not above is at most.
fn denied(means: Comparator) -> Option<Comparator> {
    match means {
        Comparator::Gt => Some(Comparator::Le),
        Comparator::Lt => Some(Comparator::Ge),
        _ => None,
    }
}

/// A bound apart from its share by a short noun or the name of a whole (不超过总投入30%, 超过全球一半): where it starts before `text[at]`, and its comparator.
pub(super) fn apart(text: &Text, at: usize, from: usize) -> Option<(usize, Comparator)> {
    const NOUN: std::ops::RangeInclusive<usize> = 2..=8;
    // 超过|全球|一半
    let scope = Bounds::get().scope(&text.chars, at).map(|start| (start, lead(text, start, from)));
    let scoped = scope.filter(|(start, lead)| lead.unframed < *start && lead.bound);
    if let Some((_, Lead { unframed, means: Some(means), .. })) = scoped {
        return Some((unframed, means));
    }
    let han = |c: char| is_han(c) && !numerals::is_numeral(c) && !signs::of(c);
    (1..=*NOUN.end())
        .map_while(|len| at.checked_sub(len).filter(|&i| text.get(i).is_some_and(han)))
        .skip(NOUN.start() - 1)
        .find_map(|noun| {
            let lead = lead(text, noun, from);
            lead.means.filter(|_| text.holds(lead.unframed, &QUANTITY.denies)).map(|means| (lead.unframed, means))
        })
}

/// A bound before what the number is for each of (超每千人6批次): where it starts before `text[at]`, and its comparator.
pub(super) fn before_each(text: &Text, at: usize, from: usize) -> Option<(usize, Comparator)> {
    const EACH: std::ops::RangeInclusive<usize> = 2..=5;
    let each = EACH.filter_map(|len| at.checked_sub(len)).find(|&i| text.get(i).is_some_and(signs::each))?;
    let lead = lead(text, each, from);
    lead.means.filter(|_| lead.bound).map(|means| (lead.unframed, means))
}

/// 比三十大, 比5%低: where the comparison of the number `start..end` ends, and what it says.
pub(super) fn compared(text: &Text, start: usize, end: usize, from: usize) -> Option<(usize, Comparator)> {
    start.checked_sub(1).filter(|&i| i >= from && text.get(i).is_some_and(signs::than))?;
    let part_of_word = text.holds_before(start, &QUANTITY.likened);
    let means = match () {
        () if text.holds(end, &QUANTITY.greater) => Comparator::Gt,
        () if text.holds(end, &QUANTITY.less) => Comparator::Lt,
        () => return None,
    };
    (!part_of_word).then_some((end + 1, means))
}

/// 了, 的, ± and a thin adverb between a bound and its number.
fn skip_back(text: &Text, at: usize) -> usize {
    if let Some(len) = text.word_before(at, &QUANTITY.plus_minus) {
        return at - len;
    }
    match text.before(at) {
        Some(c) if c == ' ' || signs::le(c) || signs::to(c) => at - 1,
        Some(c) if QUANTITY.there.is(c) && text.holds_before(at, &QUANTITY.at_least_there) => at - 1,
        _ => at,
    }
}

/// The bound that starts at `text[at]`: one past it, and its comparator.
pub(super) fn trail(text: &Text, at: usize, duration: bool) -> Option<(usize, Comparator)> {
    if let Some((end, row)) = Bounds::get().after(&text.chars, at) {
        return Some((end, row.means));
    }
    // 防洪标准达到20年一遇|以上
    if let Some(len) = text.word(at, &QUANTITY.returning).filter(|_| duration) {
        return Bounds::get().after(&text.chars, at + len).map(|(end, row)| (end, row.means));
    }
    // 保持在18个月|的合理区间以内
    if let Some((end, row)) =
        text.word(at, &QUANTITY.interval).and_then(|len| Bounds::get().after(&text.chars, at + len))
    {
        return Some((end, row.means));
    }
    let inside = text.holds(at, &QUANTITY.inside) && duration && !text.holds(at, &QUANTITY.inner_word);
    inside.then_some((at + 1, Comparator::Le))
}

/// 50人以上|（含50人）, 8级以上|（含）: where the bracket behind a bound ends that only says that the number itself belongs to it.
pub(super) fn inclusion(text: &Text, found: &Found, end: usize) -> Option<usize> {
    const LONGEST: usize = 10;
    let open = text.get(end).filter(|&c| c == '（').map(|_| end + 1)?;
    let inner = open + text.word(open, &QUANTITY.includes)?;
    let close = (inner..inner + LONGEST).find(|&at| text.get(at) == Some('）'))?;
    let (told, number) = (text.slice(inner, close), text.slice(found.start, found.end));
    (number.starts_with(&told) || QUANTITY.itself.has(&told)).then_some(close + 1)
}

/// The comparator of a number led by `lead`, followed by `trail`, open above where `more`.
pub(super) fn combine(lead: Option<Comparator>, trail: Option<Comparator>, more: bool) -> Comparator {
    use Comparator::{Eq, Gt};
    match (lead, trail) {
        (_, Some(trail)) => trail,
        (Some(lead), None) => lead,
        (None, None) if more => Gt,
        (None, None) => Eq,
    }
}
