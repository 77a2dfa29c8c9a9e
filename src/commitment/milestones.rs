//! Milestones: dated targets without a number (到2025年基本建成托育服务体系).
//!
//! GUIDE: a target with an explicit year and no number; the indicator is the thing built or reached.

use crate::{
    lexicon::{CLAUSES, Forms, PROMISES},
    span::Span,
    time::{TimeMention, TimeRole},
};

use super::passage::Passage;
use crate::{
    judge::{
        dating::{self, Dated},
        status,
    },
    reading::{
        left, list,
        scene::{Role, Scene},
    },
    statement::{Draft, Evidence, Kind, Status},
};

/// The longest topic that names things, in characters.
const LONGEST: usize = 44;

/// How many characters may stand before a time that opens its sentence.
const OPENING: usize = 3;

/// The milestones of `clause`, which holds no counted number: where a time of its sentence dates it.
///
/// `before` is what the clause before speaks of: a clause of a verb alone (力争年内开工建设) is about that.
pub(super) fn read(
    scene: &Scene,
    passage: &Passage<'_>,
    sentence: Span,
    clause: Span,
    before: &[String],
) -> Vec<Draft> {
    let text = passage.text;
    // 完成下达的110万人年度任务: what is asked in numbers is no milestone.
    let asked = PROMISES.yearly_task.find(clause.of(text)).map_or("", |(at, _)| &clause.of(text)[..at]);
    if asked.chars().any(|c| c.is_ascii_digit()) {
        return Vec::new();
    }
    let in_goals = in_goal_line(scene, passage, sentence, clause);
    let found = if let Some((time, name)) = in_goals {
        vec![(name, time)]
    } else {
        let Some(time) = dating::governing(text, sentence, clause, clause.end, &passage.times) else {
            return Vec::new();
        };
        if time.span == clause || !commits(scene, passage, time, sentence, clause) {
            return Vec::new();
        }
        paired(text, clause, &passage.times).unwrap_or_else(|| {
            things(text, clause, &passage.times, before).into_iter().map(|thing| (thing, time)).collect()
        })
    };
    let (modality, _) = status::modality(&text[sentence.start..clause.start], clause.of(text));
    let draft = |(indicator, time): (String, &TimeMention)| {
        let dated = Dated::new(text, time);
        Draft {
            run_in: passage.run_in.clone(),
            deadline: dating::deadline(scene, Status::Target, Some(&dated), None, None),
            modality,
            responsible: passage.responsible.clone(),
            sentence: sentence.of(text).to_owned(),
            evidence: vec![Evidence::Time(dated.text)],
            ..Draft::new(Kind::Milestone, indicator, passage.paragraph.node, passage.paragraph.view.source(time.span))
        }
    };
    found.into_iter().map(draft).collect()
}

/// 今年主要预期目标是：…，居民收入与经济增长同步，…: a member of a report's line of goals that names no number, with the year
/// that heads the line (phrase 27).
fn in_goal_line<'a>(
    scene: &Scene,
    passage: &'a Passage<'_>,
    sentence: Span,
    clause: Span,
) -> Option<(&'a TimeMention, String)> {
    let text = passage.text;
    let head = Span::new(sentence.start, sentence.start + text[sentence.start..clause.start].find('：')?);
    let goals = scene.report && CLAUSES.aim.is_in(head.of(text));
    let year = |t: &&TimeMention| head.contains(t.span) && !t.period && t.end == scene.frame.year;
    let time = passage.times.iter().find(year).filter(|_| goals)?;
    let words = clause.of(text);
    if PROMISES.prevents.prefix(words).is_some() {
        return None;
    }
    CLAUSES.kept_state.suffix(words)?;
    let name = match keeps_pace(words) {
        Some(named) => strip(named),
        None => topic(text, clause, &passage.times),
    };
    (name.chars().count() > 1).then_some((time, name))
}

/// 居民收入|与经济增长同步: what keeps pace stands before the 与 of what it keeps pace with.
fn keeps_pace(clause: &str) -> Option<&str> {
    let rest = PROMISES.in_step.strip_suffix(clause)?;
    let (at, with) = PROMISES.paired_with.rfind(rest)?;
    let paced = at > 0 && PROMISES.economy.prefix(&rest[at + with.len()..]).is_some();
    paced.then(|| &rest[..at])
}

/// A、B分别于2023年、2024年建成: each thing with its time.
fn paired<'a>(text: &str, clause: Span, times: &'a [TimeMention]) -> Option<Vec<(String, &'a TimeMention)>> {
    let at = clause.start + CLAUSES.respective.find(clause.of(text))?.0;
    let behind = Span::new(at, clause.end);
    let times: Vec<&TimeMention> = times.iter().filter(|t| behind.contains(t.span) && t.dates()).collect();
    let things = list::members(left::trimmed(&strip(&text[clause.start..at])));
    (times.len() > 1 && times.len() == things.len()).then(|| things.into_iter().zip(times).collect())
}

/// Whether `time` sets a deadline for what `clause` says.
fn commits(scene: &Scene, passage: &Passage<'_>, time: &TimeMention, sentence: Span, clause: Span) -> bool {
    let (Some(year), Some(first)) = (time.end, scene.first_year()) else { return false };
    let text = passage.text;
    let own = clause.contains(time.span);
    let gap = text.get(time.span.end..clause.start).unwrap_or("");
    let tail = if own { &text[time.span.end..clause.end] } else { "" };
    let respectively = own && CLAUSES.respective.is_in(clause.of(text));
    let by = time.role == TimeRole::By || respectively || own && sets_in(time, text, tail);
    // 年底前, 年内 and the like reach no further than their own clause, or the one behind a comma.
    let opens = text.get(sentence.start..time.span.start).is_some_and(|before| before.chars().count() <= OPENING);
    let far = !time.relative && (!gap.contains('；') || opens) && sets_a_state(clause.of(text));
    let near = own || gap == "，" || far;
    let heads = text[clause.end..].starts_with('：') || tail.starts_with('的');
    let purpose = heads || PROMISES.purpose.prefix(clause.of(text)).is_some();
    let future = year >= first && !matches!(passage.role, Role::Review | Role::Context);
    let abroad = scene.place.is_some() && is_about_the_nation(clause.of(text), tail);
    by && near && future && !purpose && !abroad
}

/// Whether a time that says in which years, not by when, sets a deadline for the words behind it: the plan's own period
/// before a state reached (“十五五”建成…, unlike “十五五”规划), a year before a verb (2027年建成…).
fn sets_in(time: &TimeMention, text: &str, tail: &str) -> bool {
    if !time.period {
        return time.role == TimeRole::During && opening(tail).is_some();
    }
    let named = !time.span.of(text).ends_with('”') || PROMISES.names_the_period.prefix(tail).is_some();
    !named && (sets_a_state(tail) || CLAUSES.complete.is_in(tail))
}

/// Whether a clause of a local plan speaks of the nation.
fn is_about_the_nation(clause: &str, tail: &str) -> bool {
    [clause, tail.trim_start_matches('，')].iter().any(|words| PROMISES.the_nation.prefix(words).is_some())
}

/// Whether a clause further on names a state reached or a work done, rather than how to go about it.
fn sets_a_state(clause: &str) -> bool {
    CLAUSES.completes.prefix(clause).is_some()
        || CLAUSES.state.suffix(clause).is_some()
        || CLAUSES.comes_to.is_in(clause)
}

/// The things a clause builds or brings to a state: the objects of its verb, or its subjects.
fn things(text: &str, clause: Span, times: &[TimeMention], before: &[String]) -> Vec<String> {
    let topic = topic(text, clause, times);
    let topic = match CLAUSES.made_into.find(&topic) {
        Some((at, _)) if topic[..at].chars().count() > 1 => topic[..at].to_owned(),
        _ => topic,
    };
    let dated_only = times.iter().any(|t| {
        let before = text.get(clause.start..t.span.start).unwrap_or("");
        clause.contains(t.span) && t.span.end == clause.end && (before.is_empty() || CLAUSES.strive.has(before))
    });
    if dated_only {
        return Vec::new();
    }
    if topic.chars().count() < 2 || is_mere_verb(&topic) {
        return before.iter().filter(|name| name.chars().count() > 1).cloned().collect();
    }
    if topic.chars().count() > LONGEST {
        return Vec::new();
    }
    let topic = behind_long_modifiers(&topic);
    if is_joined(topic) {
        return vec![topic.to_owned()];
    }
    let short = list::split(topic).iter().any(|name| name.chars().count() < 3);
    let modified = topic.contains('的') && topic.find('、').is_some_and(|at| topic[at..].contains('的'));
    if short || modified { vec![topic.to_owned()] } else { list::members(topic) }
}

/// 重要领域和关键环节改革: two attributes of one work.
fn is_joined(topic: &str) -> bool {
    let names = list::split(topic);
    let [first, _] = names.as_slice() else { return false };
    !topic.contains('、')
        && CLAUSES.joined.suffix(topic).is_some()
        && CLAUSES.measure.suffix(first).is_none()
        && CLAUSES.joined.suffix(first).is_none()
}

/// 统一指挥、专常兼备、反应灵敏的|管理体制: a noun behind three modifiers or more, or behind 与…相适应的, stands alone.
fn behind_long_modifiers(topic: &str) -> &str {
    let Some(at) = topic.rfind('的') else { return topic };
    let (before, noun) = (&topic[..at], &topic[at + '的'.len_utf8()..]);
    let fits = before.starts_with('与') || PROMISES.fitting.suffix(before).is_some();
    let long = PROMISES.everywhere.has(before) || before.matches('、').count() > 1 || fits;
    if long && noun.chars().count() > 2 { noun } else { topic }
}

/// 开工建设, 投入使用: a verb without anything it is about.
fn is_mere_verb(topic: &str) -> bool {
    let classes = [&CLAUSES.state, &CLAUSES.add, &CLAUSES.predicate, &CLAUSES.fall];
    let mut rest = topic;
    while let Some(form) = Forms::longest_prefix(&classes, rest) {
        rest = &rest[form.len()..];
    }
    rest.is_empty() || PROMISES.verb_rest.has(rest)
}

/// What a clause speaks of, without its time, verbs and predicate.
pub(super) fn topic(text: &str, clause: Span, times: &[TimeMention]) -> String {
    let mut start = clause.start;
    let mut end = clause.end;
    for time in times.iter().filter(|t| clause.contains(t.span) && t.role != TimeRole::Named) {
        let lead = &text[start..time.span.start];
        if lead.chars().count() <= 8 && !is_mere_verb(&strip(&text[time.span.end..clause.end]))
            || strip(lead).is_empty()
        {
            start = time.span.end;
        } else if is_mere_verb(&strip(&text[time.span.end..clause.end])) {
            end = time.span.start;
        }
    }
    let rest = strip(&text[start..end]);
    let asked = PROMISES.asked_for.suffix(&rest).is_some();
    let by_reference = CLAUSES.complete.find(&rest).filter(|&(at, _)| at > 0 && asked);
    let rest = by_reference.map_or(rest.as_str(), |(at, _)| &rest[..at]);
    let rest = PROMISES.of_the_aim.strip_suffix(rest).unwrap_or(rest);
    left::trimmed(&rest[..predicate(rest)]).to_owned()
}

/// `text` without enumeration, verbs, adverbs and scope words at its left.
fn strip(text: &str) -> String {
    let mut rest = left::enumeration(text);
    while let Some(after) = opening(rest) {
        rest = after;
    }
    rest.trim_start_matches(['了', '、', '，', '的']).to_owned()
}

/// One verb, adverb or scope word off the left.
fn opening(rest: &str) -> Option<&str> {
    let rest = rest.trim_start_matches(['了', '、', '，']);
    let classes = [&CLAUSES.lead, &CLAUSES.add, &CLAUSES.scope, &CLAUSES.strive];
    let form = Forms::longest_prefix(&classes, rest)?;
    left::is_verb_of_its_own(rest, form).then(|| &rest[form.len()..])
}

/// Where the predicate of `rest` begins: 持续提升, 显著增强, 基本形成 at its end.
fn predicate(rest: &str) -> usize {
    let reaching = rest.char_indices().skip(2).find(|&(at, _)| CLAUSES.comes_to.prefix(&rest[at..]).is_some());
    let mut end = reaching.map_or(rest.len(), |(at, _)| at);
    while let Some(form) = CLAUSES.state.suffix(&rest[..end]).filter(|form| form.len() < end) {
        end -= form.len();
    }
    if rest[..end].chars().count() > 1 { end } else { rest.len() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{self, Frame};

    fn named(text: &str) -> Vec<String> {
        let frame = Frame { period: Some((2026, 2030)), year: Some(2026), review: false };
        things(text, Span::new(0, text.len()), &time::scan(text, frame), &["滨河公园".into()])
    }

    #[test]
    fn the_thing_built_or_reached_is_named_without_its_time_and_verbs() {
        for (text, names) in [
            ("到2028年基本建成托育服务体系", vec!["托育服务体系"]),
            ("2028年底前，县图书馆建成投用", vec!["县图书馆"]),
            ("力争年底前开工建设", vec!["滨河公园"]),
            ("到2028年", vec![]),
        ] {
            assert_eq!(named(text), names, "{text}");
        }
    }

    #[test]
    fn what_keeps_pace_with_the_economy_stands_before_it() {
        assert_eq!(keeps_pace("居民收入与经济增长同步"), Some("居民收入"));
        assert_eq!(keeps_pace("居民收入同地区生产总值增长基本同步"), Some("居民收入"));
        assert_eq!(keeps_pace("城镇和农村居民收入同步"), None);
    }

    #[test]
    fn a_noun_behind_long_modifiers_stands_alone() {
        assert_eq!(behind_long_modifiers("快捷、安全、便宜的公交网络"), "公交网络");
        assert_eq!(behind_long_modifiers("与人口相适应的学校布局"), "学校布局");
        assert_eq!(behind_long_modifiers("便宜的公交网络"), "便宜的公交网络");
    }
}
