//! What a clause without a number speaks of: the words between its time and verbs on one side and its predicate on the other.

use crate::{
    lexicon::{CLAUSES, DEEDS, Forms, PROMISES, QUANTITY, SIGNS, segment, signs},
    reading::{marks, subject, verb},
    span::Span,
    time::{TimeMention, TimeRole},
};

/// What a clause speaks of, without its time, verbs and predicate.
pub(super) fn topic(text: &str, clause: Span, times: &[TimeMention]) -> String {
    let mut start = clause.start;
    let mut end = clause.end;
    let mut named_before = false;
    for time in times.iter().filter(|t| clause.contains(t.span) && t.role != TimeRole::Named) {
        let lead = &text[start..time.span.start];
        if lead.chars().count() <= 8 && !is_mere_verb(&strip(&text[time.span.end..clause.end]))
            || strip(lead).is_empty()
        {
            start = time.span.end;
        } else if is_mere_verb(&strip(&text[time.span.end..clause.end])) {
            end = time.span.start;
            named_before = true;
        }
    }
    let rest = strip(&text[start..end]);
    let asked = PROMISES.asked_for.suffix(&rest).is_some();
    let by_reference = CLAUSES.complete.find(&rest).filter(|&(at, _)| at > 0 && asked);
    let rest = by_reference.map_or(rest.as_str(), |(at, _)| &rest[..at]);
    let rest = PROMISES.of_the_aim.strip_suffix(rest).unwrap_or(rest);
    let end = predicate(rest);
    let name = marks::trimmed(&rest[..end]);
    let name = if named_before { subject::without_second_promise(name) } else { name };
    let name = if end < rest.len() { without_adverbs(name) } else { name };
    // 创新、治理等|全面发展
    let name = SIGNS.and_so_on.strip_suffix(name).filter(|_| end < rest.len()).unwrap_or(name);
    name.to_owned()
}

/// 改造|全部, 收入|将, 产品|在国内率先: without what stands between a subject and its predicate.
pub(super) fn without_adverbs(name: &str) -> &str {
    let mut rest = name;
    while let Some(shorter) = PROMISES.before_state.strip_suffix(rest).filter(|rest| rest.chars().count() > 1) {
        rest = marks::trimmed(shorter);
    }
    subject::without_place(rest)
}

/// `text` without enumeration, verbs, adverbs and scope words at its left.
pub(super) fn strip(text: &str) -> String {
    let mut rest = crate::reading::numbering::enumeration(text);
    let mut opened = false;
    while let Some(after) = opening(rest).filter(|_| !PROMISES.stage.has(rest)) {
        // 完成|规划编制, 完成|改造任务: what the first verb governs.
        if opened && (PROMISES.stage.has(after) || PROMISES.target_noun.has(after)) {
            break;
        }
        let words = &rest[..rest.len() - after.len()];
        // 建成覆盖|全面、运转高效的体系: what modifies the noun is stripped no further.
        let modifies = after.starts_with('、') && after.contains(signs::of) && CLAUSES.eagerly.has(words);
        if modifies || is_noun(words, after) {
            break;
        }
        opened |= CLAUSES.complete.suffix(&rest[..rest.len() - after.len()]).is_some();
        rest = after;
    }
    rest.trim_start_matches(|c| "、，".contains(c) || signs::le(c) || signs::of(c)).to_owned()
}

/// 高质量发展|取得显著成效, 发展|水平明显提升, 整治|工作: whether `words` end in a verb that is a noun here, since `after` it nothing stands that it
/// could govern.
fn is_noun(words: &str, after: &str) -> bool {
    let verb = Forms::longest_suffix(&[&CLAUSES.add, &CLAUSES.presses_on], words);
    let verb = verb.is_some_and(|verb| verb.chars().count() > 1);
    let told = degree(after);
    let comes = CLAUSES.comes_to.prefix(after).is_some() && QUANTITY.becomes.prefix(after).is_none();
    let predicate = comes || told == 0;
    let work =
        CLAUSES.mere_work.has(after) && !PROMISES.target_noun.has(after) && CLAUSES.complete.suffix(words).is_none();
    let aspect = told < after.len() && DEEDS.aspect.has(&after[..told]);
    verb && !after.is_empty() && (predicate || work || aspect)
}

/// 总体|实现…, 奋力|打造…: what stands behind an adverb before a verb.
pub(super) fn with_effort(words: &str) -> Option<&str> {
    let verb = |after: &&str| CLAUSES.completes.prefix(after).or(CLAUSES.comes_to.prefix(after)).is_some();
    PROMISES.with_effort.strip_prefix(words).filter(verb)
}

/// One verb, adverb or scope word off the left.
pub(super) fn opening(rest: &str) -> Option<&str> {
    let rest = rest.trim_start_matches(|c| "、，".contains(c) || signs::le(c));
    if let Some(after) = with_effort(rest) {
        return Some(after);
    }
    let classes = [&CLAUSES.lead, &CLAUSES.add, &CLAUSES.scope, &CLAUSES.strive, &CLAUSES.betters];
    // 消除|黑臭水体, but not 减|污降碳 or 淘汰|落后产能机制
    let removed = || CLAUSES.cut.prefix(rest).filter(|form| CLAUSES.put_to_work.has(form));
    let form = Forms::longest_prefix(&classes, rest).or_else(removed)?;
    // 各县|（市、区）粮食储备
    let after = &rest[form.len()..];
    // 全国|有影响力的中心: where a thing has it that a quality tells.
    let owned = CLAUSES.scope.has(form) && CLAUSES.own.strip_prefix(after).is_some_and(|told| told.contains(signs::of));
    let whole = !after.starts_with('（') && !owned;
    (whole && verb::is_verb_of_its_own(rest, form)).then(|| &rest[form.len()..])
}

/// Where the predicate of `rest` begins: 持续提升, 显著增强, 基本形成 at its end.
fn predicate(rest: &str) -> usize {
    // 环保绩效|达到A级水平的产能占比|提升: what things have reached whose share is measured is no predicate.
    let share = QUANTITY.share_noun.suffix(without_adverbs(before_state(rest))).is_some();
    let measured = |at: usize| share && rest[at..].contains(signs::of);
    let comes = |at: usize| CLAUSES.comes_to.prefix(&rest[at..]).is_some() && !measured(at);
    let reaching = rest.char_indices().skip(2).find(|&(at, _)| comes(at));
    let reached = reaching.map_or(rest, |(at, _)| before_making(&rest[..at], &rest[at..]));
    let end = before_event(before_state(reached)).len();
    if rest[..end].chars().count() > 1 { end } else { rest.len() }
}

/// 把县城|建设[成为园林城市]: what is made into something, where `verb` says that it becomes so.
fn before_making<'t>(thing: &'t str, verb: &str) -> &'t str {
    let made = CLAUSES.construction.strip_suffix(thing).filter(|_| QUANTITY.becomes.prefix(verb).is_some());
    made.filter(|thing| thing.chars().count() > 1).unwrap_or(thing)
}

/// 环城高速|全线贯通, 枢纽|正式启用: what something befell, before that and how it came.
fn before_event(words: &str) -> &str {
    let event = DEEDS.befalls.strip_suffix(words).filter(|thing| segment::ends_word(words, thing.len()));
    let Some(thing) = event.filter(|_| !is_stage(words)) else { return words };
    before_state(DEEDS.course.strip_suffix(thing).unwrap_or(thing))
}

/// `words` up to the degrees and states that they end in.
fn before_state(words: &str) -> &str {
    let mut end = degree(words);
    while let Some(form) = CLAUSES.state.suffix(&words[..end]).filter(|form| {
        // 人的|全面发展: what stands behind 的 is what is meant.
        // 城市更新|有序推进: what a name ends in is no state.
        let whole = CLAUSES.indivisible.suffix(&words[..end]).is_some_and(|word| word.len() > form.len());
        let name = whole && end < words.len();
        form.len() < end && !words[..end - form.len()].ends_with(signs::of) && !name
    }) {
        end -= form.len();
    }
    &words[..end]
}

/// Where a predicate of degree begins at the end of `words` (持续进阶, 更加富裕更加安康, 更高效、更和谐): an adverb with two characters behind
/// it, or 更加 with four (更加可感可及).
pub(super) fn degree(words: &str) -> usize {
    let mut end = words.len();
    let adverb = |forms: &Forms, end: usize, width: usize| {
        let (at, _) = words[..end].char_indices().rev().nth(width - 1)?;
        // 变更|登记: the adverb is a word of its own.
        forms
            .suffix(&words[..at])
            .map(|adverb| at - adverb.len())
            .filter(|&from| from == 0 || segment::ends_word(words, from))
    };
    while let Some(at) = adverb(&PROMISES.degree, end, 2).or_else(|| adverb(&PROMISES.more, end, 4)) {
        let told = words[..at].trim_end_matches('、');
        end = if adverb(&PROMISES.degree, told.len(), 2).is_some() { told.len() } else { at };
    }
    end
}

/// 开工建设, 投入使用: a verb without anything it is about.
pub(super) fn is_mere_verb(topic: &str) -> bool {
    let told = [&CLAUSES.state, &CLAUSES.predicate, &DEEDS.befalls, &DEEDS.course];
    let classes = [&told[..], &[&CLAUSES.add, &CLAUSES.fall, &PROMISES.stage]].concat();
    let mut rest = topic;
    while let Some(form) = Forms::longest_prefix(&classes, rest) {
        rest = &rest[form.len()..];
    }
    rest.is_empty() || PROMISES.verb_rest.has(rest)
}

/// 规划编制, 主体完工: a stage of a work, which is no subject of the stages behind it.
pub(super) fn is_stage(topic: &str) -> bool {
    PROMISES.stage.suffix(topic).is_some()
}
