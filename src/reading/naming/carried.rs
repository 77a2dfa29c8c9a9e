//! Names of a number without a subject of its own: what the clauses before speak of, and what of it the words before the number
//! measure.

use super::number::Number;
use crate::{
    lexicon::{CLAUSES, LISTS, QUANTITY},
    quantity::{Dimension, Quantity, Shape},
    reading::{
        done_alike::trains,
        left::Head,
        list,
        measured::{is_share_of, remeasured, spent, without_drive, without_rate},
        parts::State,
    },
};

/// What the clauses before speak of.
pub(super) fn names(number: &Number<'_, '_>, state: &mut State<'_>) -> Vec<String> {
    let (clause, carry) = (number.clause, number.carry);
    let of_which = CLAUSES.of_which.is_in(number.since(state.from));
    let earlier = carry.earlier_in(&number.quantity.unit).filter(|_| of_which && state.found.is_empty());
    let names = match earlier {
        Some(subjects) => subjects.to_vec(),
        None if clause.pairs_times() => of_last(&carry.subjects, number.head),
        None => carried(number, state),
    };
    let measured = rate_placed(number, &names).or_else(|| count_placed(number, &names));
    let measured = measured.or_else(|| sum_spent(number, &names)).or_else(|| share_of(number, &names));
    measured.or_else(|| run(number, &names)).unwrap_or_else(|| done(number, names))
}

/// Whether nothing before the number says what is measured, or only in what a place is taken that somebody named before takes.
pub(super) fn is_unnamed(number: &Number<'_, '_>) -> bool {
    let placed = || number.is_rank() && is_bare_ranking(&number.head.subject) && !number.carry.subjects.is_empty();
    !number.is_named() || placed()
}

/// `names`, those that `lack` it with `end` behind them.
fn ended(names: &[String], end: &str, lack: impl Fn(&str) -> bool) -> Vec<String> {
    let name = |name: &String| if !name.is_empty() && lack(name) { format!("{name}{end}") } else { name.clone() };
    names.iter().map(name).collect()
}

/// 农村居民收入增长6.3%、增速|排全国第五: the place is that of the rate.
fn rate_placed(number: &Number<'_, '_>, names: &[String]) -> Option<Vec<String>> {
    let rate = CLAUSES.growth_rate.prefix(&number.head.subject).filter(|_| number.is_rank())?;
    Some(ended(names, rate, |name| CLAUSES.growth_name.suffix(name).is_none()))
}

/// 8家企业上榜百强、数量|居全国第二: the place is that of how many there are.
fn count_placed(number: &Number<'_, '_>, names: &[String]) -> Option<Vec<String>> {
    let count = &number.head.subject;
    let placed = LISTS.joint_measure.has(count) && number.is_rank();
    placed.then(|| ended(names, count, |name| CLAUSES.measure.suffix(name).is_none()))
}

/// 累计|投入50亿元: the verb names the sum where nothing else does.
fn sum_spent(number: &Number<'_, '_>, names: &[String]) -> Option<Vec<String>> {
    let sum = spent(number.quantity, number.head.verb.as_deref())?;
    names.iter().all(String::is_empty).then(|| vec![sum.to_owned()])
}

/// 高技术产业增加值增长8%、占比|提高2个百分点: the share is that of what grew.
fn share_of(number: &Number<'_, '_>, names: &[String]) -> Option<Vec<String>> {
    let share = &number.head.subject;
    let told = QUANTITY.share_noun.has(share) && number.quantity.shape != Shape::Cardinal;
    told.then(|| ended(names, share, |name| !is_share_of(name)))
}

/// Trains that run, of what they run for.
fn run(number: &Number<'_, '_>, names: &[String]) -> Option<Vec<String>> {
    number.head.verb.as_ref()?;
    names.iter().map(|name| trains(name, &number.quantity.unit).map(str::to_owned)).collect()
}

/// `names` for a number that measures no rate or drive that they end in.
fn done(number: &Number<'_, '_>, names: Vec<String>) -> Vec<String> {
    let quantity = number.quantity;
    if quantity.is_share() || number.is_rank() {
        return names;
    }
    let done = quantity.shape == Shape::Cardinal && number.head.verb.is_some() && !number.is_money();
    let plain = |name: &String| {
        if done { without_drive(name, is_count(quantity)).to_owned() } else { without_rate(name) }
    };
    names.iter().map(plain).collect()
}

fn is_count(quantity: &Quantity) -> bool {
    !matches!(quantity.dimension, Dimension::Length | Dimension::Area)
}

/// The subjects of the clauses before.
fn carried(number: &Number<'_, '_>, state: &mut State<'_>) -> Vec<String> {
    let (head, carry, left) = (number.head, number.carry, number.left());
    let respectively = number.clause.respectively() || carry.all.len() == left && number.opens_bare_list();
    let measure = CLAUSES.measure.suffix(&head.subject).filter(|m| m.len() < head.subject.len());
    if respectively && left > 1 && carry.all.len() >= left {
        let names = &carry.all[carry.all.len() - left..];
        return state.pair_up(
            names.iter().map(|name| measure.map_or(name.clone(), |_| remeasured(name, &head.subject))).collect(),
        );
    }
    // 销售额分别超过5亿元、3亿元，|稳居各区县第1位
    let respects_all = number.is_rank() && state.found.is_empty();
    match carry.subjects.as_slice() {
        // 存款、贷款余额连跨两个千亿元台阶、|双双突破8000亿元
        [list] if head.each && carry.all.is_empty() => list::members(list),
        _ => of_last(if head.each || carry.paired && respects_all { &carry.all } else { &carry.subjects }, head),
    }
}

/// The `subjects` before, or what `head` says where there are none.
fn of_last(subjects: &[String], head: &Head) -> Vec<String> {
    if subjects.is_empty() { vec![head.subject.clone()] } else { subjects.to_vec() }
}

/// Whether `subject` only says in what a place is taken (全国排名): what takes it was named before.
fn is_bare_ranking(subject: &str) -> bool {
    let noun =
        [&CLAUSES.scope, &CLAUSES.wide_scope].iter().find_map(|forms| forms.strip_prefix(subject)).unwrap_or(subject);
    CLAUSES.ranking.has(noun)
}
