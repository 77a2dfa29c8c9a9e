//! Names of a number that has a subject of its own: alone, or as the members of a list.

use super::number::Number;
use crate::{
    lexicon::{CLAUSES, SIGNS, signs},
    quantity::{Dimension, Quantity, Shape, is_run},
    reading::{left::Head, list, measured::remeasured, parts::State, verb::is_verb_of_its_own},
};

/// The members of the list that the subject is, or it alone.
pub(super) fn members(number: &Number<'_, '_>, state: &mut State<'_>) -> Vec<String> {
    let (subject, left, carry) = (number.own(), number.left(), number.carry);
    let respectively = number.clause.respectively();
    let mut names = listed(number);
    names.iter_mut().skip(1).for_each(without_lead);
    let other_measure = subject.chars().count() <= 4 && CLAUSES.measure.suffix(subject).is_some();
    if respectively && names.len() == 1 && left > 1 && carry.all.len() == left && other_measure {
        return state.pair_up(carry.all.iter().map(|name| remeasured(name, subject)).collect());
    }
    if names.len() > 1 && names.len() == left && (respectively || number.opens_bare_list()) {
        return state.pair_up(names);
    }
    let each = number.head.each || says_every(number.head, number.quantity.span.of(number.clause.text));
    // 光伏和风电装机占总装机|57%: the share that both have together.
    let together = !subject.contains('、') && CLAUSES.makes_up.find(subject).is_some_and(|(at, _)| at > 0);
    if (each || !list::is_joint(subject) && !together) && list::is_shared(each, &names, adds_up(number.quantity)) {
        names
    } else {
        vec![subject.to_owned()]
    }
}

/// The names that the subject lists; itself where it is one.
fn listed(number: &Number<'_, '_>) -> Vec<String> {
    let (subject, left, index) = (number.own(), number.left(), number.index);
    let (head, quantity, respectively) = (number.head, number.quantity, number.clause.respectively());
    // 充电桩与新能源汽车比例达到1:6: a ratio is one of both.
    let ratio = quantity.shape == Shape::Ratio;
    // 甲、乙两大产业产值[均]达到80亿元: each by itself.
    let each = CLAUSES.each.suffix(&head.governor).is_some()
        || CLAUSES.each.prefix(quantity.span.of(number.clause.text)).is_some();
    if ratio || !respectively && !each && list::counts_itself(subject) {
        return vec![subject.to_owned()];
    }
    if respectively {
        let listed = list::examples(&head.subject).filter(|names| index == 0 && names.len() == left);
        let paired = || list::paired(subject, left, is_mixed(&number.clause.quantities[index..]));
        return listed.or_else(|| done_respectively(subject, left)).unwrap_or_else(paired);
    }
    if matches!(quantity.shape, Shape::Cardinal | Shape::SizeClass) {
        return list::members(subject);
    }
    list::quoted(subject).unwrap_or_else(|| list::members(subject))
}

/// Whether some of `quantities` count things or people and others measure what is no count.
fn is_mixed(quantities: &[&Quantity]) -> bool {
    let counts = |quantity: &&Quantity| CLAUSES.counter.has(&quantity.unit) || CLAUSES.person_unit.has(&quantity.unit);
    let measured = |quantity: &&Quantity| {
        use Dimension::{Area, Energy, Length, Mass, Money, Volume};
        matches!(quantity.dimension, Money | Length | Area | Mass | Volume | Energy)
    };
    quantities.iter().any(counts) && quantities.iter().any(measured)
}

/// 接待游客、实现|旅游总花费: the verb before a later member of a list is no part of its name.
fn without_lead(name: &mut String) {
    let verb = CLAUSES.achieve.prefix(name).filter(|verb| verb.chars().count() > 1 && is_verb_of_its_own(name, verb));
    if let Some(verb) = verb.filter(|verb| verb.len() < name.len()) {
        name.drain(..verb.len());
    }
}

/// Whether 每 or 各 stands at a number of which `words` are the text.
fn says_every(head: &Head, words: &str) -> bool {
    words.starts_with(signs::every) || head.governor.contains(signs::every)
}

/// Whether the number may be the sum of what several have.
fn adds_up(quantity: &Quantity) -> bool {
    matches!(quantity.shape, Shape::Cardinal | Shape::SizeClass)
        && !matches!(quantity.dimension, Dimension::Duration | Dimension::Age)
        && !is_run(&quantity.unit)
}

/// 公路、铁路分别完成[投资]: each of `count` names with what is done or measured of each, which stands behind the word that pairs them.
fn done_respectively(subject: &str, count: usize) -> Option<Vec<String>> {
    let (at, pairs) = CLAUSES.respective.rfind(subject).filter(|&(at, _)| at > 0)?;
    let (names, done) = (list::paired(&subject[..at], count, false), &subject[at + pairs.len()..]);
    // 分别|新认定|企业
    let done = CLAUSES.add.strip_prefix(SIGNS.new.strip_prefix(done).unwrap_or(done)).unwrap_or(done);
    (names.len() == count).then(|| names.into_iter().map(|name| format!("{name}{done}")).collect())
}
