//! Names that stand behind the number.

use super::number::Number;
use crate::{
    lexicon::{CLAUSES, DEEDS, Forms, PROMISES, QUANTITY, TIME, segment, signs, units::named},
    quantity::{Dimension, Quantity},
    reading::{
        counted,
        left::{self, Head},
        parts::{Carry, Clause, State},
        right,
        verb::is_verb_of_its_own,
        verdict::{Judged, rules::criteria::WANTING},
    },
};

/// How far before a number a verb of serving may stand (联通市本级50个部门), in characters.
const NEAR: usize = 3;

/// 8个|公园: what is counted stands behind the number.
pub(super) fn counted(number: &Number<'_, '_>, state: &State<'_>) -> Option<String> {
    let &Number { clause, quantity, head, after, .. } = number;
    let core = quantity.core.of(clause.text);
    // 成为全省第三大|加油港: what is large, where nothing before it is named.
    let large = QUANTITY.large.suffix(core).is_some() && !number.is_named() && state.found.is_empty();
    let numbered = number.is_rank() && (large || core.ends_with(named::PIECE)) && right::follows(after);
    // 其中2座|2027年通水: behind the number stands only when.
    let undated =
        |after| counted::before_date((clause.text, clause.span.end), clause.times, (quantity.span.end, after));
    if !numbered && !(number.counted && !is_only_dated(head, after, undated(after))) {
        return None;
    }
    let after = if clause.next(number.index) < clause.span.end { counted::before_next(after) } else { after };
    let after = before_wanting(clause, quantity, undated(after));
    let noun = right::read(served(clause, quantity, after), &quantity.unit);
    let joins = CLAUSES.ranks_joined.suffix(&noun).is_some();
    let noun = criterion(clause, quantity, &noun).unwrap_or(noun);
    // 人形机器人等|8个项目: an example owns nothing.
    let example = clause.text[..quantity.span.start].ends_with(signs::and_so_on);
    Some(match () {
        () if noun.is_empty() || joins => head.subject.clone(),
        () if example => noun,
        // 村道提升|100个村: what is done to each of so many places.
        () if DEEDS.place.has(&noun) && is_done_to(head) => format!("{}{}", head.subject, head.governor),
        () => owned(&noun, head),
    })
}

/// 还有12个[行政村集体收入]低于10万元: `after` without what those who are counted do not reach.
fn before_wanting<'t>(clause: &Clause<'_>, quantity: &Quantity, after: &'t str) -> &'t str {
    let wanting = |judged: &&Judged<'_>| judged.rule.is_some_and(|rule| rule.code == WANTING.code);
    let next = clause.judged.iter().filter(wanting).find(|judged| judged.quantity.span.start >= quantity.span.end);
    next.and_then(|next| after.get(..next.quantity.span.start - quantity.span.end)).unwrap_or(after)
}

/// Whether nothing named is counted and of what stands behind the number nothing is left before its time, `undated`.
fn is_only_dated(head: &Head, after: &str, undated: &str) -> bool {
    !left::is_named(&head.subject) && !after.is_empty() && undated.is_empty()
}

/// 面向1万名[企业员工]的培训: behind a verb of serving, who is served stands before the 的.
fn served<'t>(clause: &Clause<'_>, quantity: &Quantity, after: &'t str) -> &'t str {
    let before = &clause.text[clause.span.start..quantity.span.start];
    let near =
        |verb: Option<(usize, &str)>| verb.is_some_and(|(at, verb)| before[at + verb.len()..].chars().count() <= NEAR);
    // 参与, 共同: a word may end so.
    let with = TIME.along.rfind(before).filter(|&(at, _)| segment::ends_word(before, at));
    if near(with) {
        return dealt_with(after);
    }
    match after.find(signs::of).filter(|&at| near(DEEDS.serves.rfind(before)) && at > 0) {
        Some(at) => &after[..at],
        None => acted_on(before, after).unwrap_or(after),
    }
}

/// 对12家[作坊]安装监控, 为30个[村]安装路灯: those to whom something is done stand before the verb.
fn acted_on<'t>(before: &str, after: &'t str) -> Option<&'t str> {
    DEEDS.done_to.suffix(before)?;
    let phrase = &after[..after.find(right::STOPS).unwrap_or(after.len())];
    let verb = |&at: &usize| {
        let form = CLAUSES.add.prefix(&phrase[at..]);
        let whole = |form: &str| segment::ends_word(phrase, at) && segment::ends_word(&phrase[at..], form.len());
        form.is_some_and(|form| whole(form) && is_verb_of_its_own(&phrase[at..], form))
    };
    let at = phrase.char_indices().map(|(at, _)| at).skip(1).find(verb)?;
    Some(&phrase[..at]).filter(|_| !phrase[..at].contains(signs::of))
}

/// 与20个[国家]的经贸合作, 与50所[高校]合作: whom one has to do with, before what is done with them.
fn dealt_with(after: &str) -> &str {
    let phrase = &after[..after.find(right::STOPS).unwrap_or(after.len())];
    let Some(others) = DEEDS.dealing.strip_suffix(phrase) else { return after };
    let others = others.find(signs::of).map_or(others, |at| &others[..at]);
    if others.chars().count() > 1 { others } else { after }
}

/// 户均|增收2000元, 企业|减负8亿元, 新增|减负8亿元: a verb that holds what is gained names the sum, with whose it is.
pub(super) fn gained(quantity: &Quantity, head: &Head) -> Option<String> {
    let (at, gain) = DEEDS.gains.find(&head.governor).filter(|_| quantity.dimension == Dimension::Money)?;
    let each = [&CLAUSES.per_person, &CLAUSES.per_one].iter().find_map(|forms| forms.find(&head.governor[..at]));
    let from = each.map_or(at, |(at, _)| at);
    let whose = if left::is_named(&head.subject) { &head.subject } else { "" };
    let name = format!("{whose}{}", &head.governor[from..at + gain.len()]);
    let summed = CLAUSES.new_addition.is_in(&head.governor[..at]) || CLAUSES.sum_mark.is_in(&head.governor[..at]);
    Some(name).filter(|name| name.len() > gain.len() || summed)
}

/// 城市更新|两个[项目]: a noun that tells nothing alone takes the subject before the number, where no verb parts them but one of leading.
fn owned(noun: &str, head: &Head) -> String {
    // 带动上下游|千余家企业
    let led = head.verb.as_deref().is_none_or(|verb| CLAUSES.causes.has(verb));
    let bare = CLAUSES.generic.has(noun) && led && head.governor.is_empty();
    if bare && left::is_named(&head.subject) { format!("{}{noun}", head.subject) } else { noun.to_owned() }
}

/// 村道|提升: whether the words before a number are work that is done.
fn is_done_to(head: &Head) -> bool {
    let work = head.governor.is_empty() && CLAUSES.activity.suffix(&head.subject).is_some();
    left::is_named(&head.subject) && (work || CLAUSES.raise.has(&head.governor))
}

/// 按不低于6%的幅度压减[一般性支出], 以8%的增速扩大[投资], 按每千人1名的标准配备[社区医生]: what is cut, raised or made so, or had by the
/// standard, stands behind the verb.
pub(super) fn in_manner(quantity: &Quantity, after: &str, carry: &Carry) -> Option<String> {
    let sized = matches!(quantity.dimension, Dimension::Count | Dimension::Area);
    if let Some(rest) = DEEDS.by_standard.strip_prefix(after).filter(|_| sized) {
        let Some(verb) = Forms::longest_prefix(&[&CLAUSES.add, &CLAUSES.have, &DEEDS.draws], rest) else {
            // 新建小区按每户2平方米的标准配建用房，老旧小区按每户1平方米的标准|通过租赁补足
            return carry.subjects.first().cloned();
        };
        return Some(right::read(&rest[verb.len()..], &quantity.unit)).filter(|name| !name.is_empty());
    }
    let rest = CLAUSES.extent.strip_prefix(after)?;
    let verbs = [
        &CLAUSES.fall,
        &CLAUSES.grow,
        &CLAUSES.add,
        &CLAUSES.transitive,
        &CLAUSES.have,
        &DEEDS.draws,
        &PROMISES.promotes,
    ];
    let verb = Forms::longest_prefix(&verbs, rest)?;
    Some(right::read(&rest[verb.len()..], "")).filter(|name| !name.is_empty())
}

/// 提前3年[实现全面达标]: what is brought forward stands behind the number.
pub(super) fn brought_forward(governor: &str, after: &str) -> Option<String> {
    if !CLAUSES.ahead.is_in(governor) || after.is_empty() {
        return None;
    }
    let mut rest = after;
    while let Some(behind) = CLAUSES.degree_of_doing.strip_prefix(rest) {
        rest = behind;
    }
    let done = CLAUSES.brings_about.strip_prefix(rest)?;
    Some(done.to_owned()).filter(|done| !done.is_empty())
}

/// 完成投资10.2亿元: what was invested in stands behind the sum or was counted before it.
pub(super) fn investment(after: &str, carry: &Carry) -> String {
    // 投资超过50亿元的|云岭基地
    let of = after.strip_prefix(signs::of).map(|_| right::invested(&right::read(after, "")));
    if let Some(name) = right::investment(after).or(of) {
        return name;
    }
    match carry.subjects.as_slice() {
        [one] if carry.counted => right::invested(one),
        _ => right::invested(""),
    }
}

/// 安排2亿元|新建|8所[学校]: what the money is for stands behind the next number, which counts it.
pub(super) fn invested_in_next(clause: &Clause<'_>, index: usize) -> Option<String> {
    let counts = |next: &&&Quantity| next.dimension == Dimension::Count && !CLAUSES.person_unit.has(&next.unit);
    let next = clause.quantities.get(index + 1).filter(counts)?;
    let done = clause.after(index);
    let spent = CLAUSES.invested_in.has(done) || CLAUSES.add.has(done);
    let work = clause.after(index + 1);
    let noun = right::read(work, &next.unit);
    (spent && right::follows(work) && !noun.is_empty()).then(|| right::invested(&noun))
}

/// 50%以上的[行政村集体经济收入超过20万元]: of which things a share is told by a `measure` of theirs and the number it reaches.
fn criterion(clause: &Clause<'_>, share: &Quantity, measure: &str) -> Option<String> {
    CLAUSES.measure.suffix(measure).filter(|_| share.is_share())?;
    let next = clause.quantities.iter().find(|next| next.span.start >= share.span.end)?;
    clause.text[share.span.end..next.span.end].strip_prefix(signs::of).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_brought_forward_stands_behind_the_number() {
        assert_eq!(brought_forward("提前", "率先实现村村通车").as_deref(), Some("村村通车"));
        assert_eq!(brought_forward("提前", "，"), None);
        assert_eq!(brought_forward("连续", "实现增产"), None);
    }
}
