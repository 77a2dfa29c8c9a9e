//! Milestones: dated targets without a number (到2025年基本建成托育服务体系).
//!
//! GUIDE: a target with an explicit year and no number; the indicator is the thing built or reached.

use crate::{
    lexicon::{CLAUSES, Forms},
    span::Span,
    time::{TimeMention, TimeRole},
};

use super::prose::{Passage, Reader, named_nature};
use crate::{
    judge::{
        dating::{self, Dated},
        status, theme,
    },
    reading::{left, list, scene::Role},
    statement::{Kind, Statement, Status},
};

/// Reads `clause`, which holds no counted number, as milestones where a time of its sentence dates it.
///
/// `before` is what the clause before speaks of: a clause of a verb alone (力争年内开工建设) is about that.
pub(super) fn read(reader: &mut Reader<'_>, passage: &Passage<'_>, sentence: Span, clause: Span, before: &[String]) {
    let text = passage.text;
    // 完成下达的110万人年度任务: what is asked in numbers is no milestone.
    let asked = clause.of(text).split_once("年度任务").map_or("", |(before, _)| before);
    if asked.chars().any(|c| c.is_ascii_digit()) {
        return;
    }
    let in_goals = in_goal_line(reader, passage, sentence, clause);
    let found = if let Some((time, name)) = in_goals {
        vec![(name, time)]
    } else {
        let Some(time) = dating::governing(text, sentence, clause, clause.end, &passage.times) else { return };
        if time.span == clause || !commits(reader, passage, time, sentence, clause) {
            return;
        }
        paired(text, clause, &passage.times).unwrap_or_else(|| {
            things(text, clause, &passage.times, before).into_iter().map(|thing| (thing, time)).collect()
        })
    };
    let (modality, _) = status::modality(&text[sentence.start..clause.start], clause.of(text));
    for (indicator, time) in found {
        let dated = Dated::new(text, time);
        let (theme, theme_evidence) = theme::decide(&indicator, reader.around(passage, clause));
        reader.statements.push(Statement {
            row: None,
            status: Status::Target,
            kind: Kind::Milestone,
            node: passage.paragraph.node,
            run_in: passage.run_in.clone(),
            indicator,
            scope: None,
            amount: None,
            baseline: None,
            deadline: dating::deadline(reader.scene, Status::Target, Some(&dated), None, None),
            recurring: false,
            modality,
            nature: named_nature(sentence.of(text)),
            theme,
            responsible: passage.responsible.clone(),
            sentence: sentence.of(text).to_owned(),
            span: passage.paragraph.view.source(time.span),
            evidence: vec![format!("time:{}", dated.text), theme_evidence],
        });
    }
}

/// 今年主要预期目标是：…，居民收入与经济增长同步，…: a member of a report's line of goals that names no number, with the year
/// that heads the line (phrase 27).
fn in_goal_line<'a>(
    reader: &Reader<'_>,
    passage: &'a Passage<'_>,
    sentence: Span,
    clause: Span,
) -> Option<(&'a TimeMention, String)> {
    let text = passage.text;
    let head = Span::new(sentence.start, sentence.start + text[sentence.start..clause.start].find('：')?);
    let goals = reader.scene.report && head.of(text).contains("目标");
    let year = |t: &&TimeMention| head.contains(t.span) && !t.period && t.end == reader.scene.frame.year;
    let time = passage.times.iter().find(year).filter(|_| goals)?;
    let words = clause.of(text);
    if ["不", "防止", "避免", "严防"].iter().any(|word| words.starts_with(word)) {
        return None;
    }
    CLAUSES.kept_state.suffix(words)?;
    let end = ["与经济增长", "和经济增长", "同经济增长"].iter().find_map(|mark| words.find(mark));
    let name = match end {
        Some(end) => strip(&words[..end]),
        None => topic(text, clause, &passage.times),
    };
    (name.chars().count() > 1).then_some((time, name))
}

/// A、B分别于2023年、2024年建成: each thing with its time.
fn paired<'a>(text: &str, clause: Span, times: &'a [TimeMention]) -> Option<Vec<(String, &'a TimeMention)>> {
    let at = clause.start + clause.of(text).find("分别")?;
    let behind = Span::new(at, clause.end);
    let times: Vec<&TimeMention> = times.iter().filter(|t| behind.contains(t.span) && t.dates()).collect();
    let things = list::members(left::trimmed(&strip(&text[clause.start..at])));
    (times.len() > 1 && times.len() == things.len()).then(|| things.into_iter().zip(times).collect())
}

/// Whether `time` sets a deadline for what `clause` says.
fn commits(reader: &Reader<'_>, passage: &Passage<'_>, time: &TimeMention, sentence: Span, clause: Span) -> bool {
    let (Some(year), Some(first)) = (time.end, reader.scene.first_year()) else { return false };
    let text = passage.text;
    let own = clause.contains(time.span);
    let gap = text.get(time.span.end..clause.start).unwrap_or("");
    let tail = if own { &text[time.span.end..clause.end] } else { "" };
    let respectively = own && clause.of(text).contains("分别");
    let by = time.role == TimeRole::By
        || respectively
        || (time.period
            && own
            && time.span.of(text).ends_with('”')
            && !tail.starts_with(['是', '为', '发', '规'])
            && (sets_a_state(tail) || tail.contains("完成")))
        || (time.role == TimeRole::During && !time.period && own && opening(tail).is_some());
    // 年底前, 年内 and the like reach no further than their own clause, or the one behind a comma.
    let near = own
        || gap == "，"
        || (!time.relative
            && (!gap.contains('；') || time.span.start < sentence.start + 12)
            && sets_a_state(clause.of(text)));
    let heads = text[clause.end..].starts_with('：') || tail.starts_with('的');
    let purpose = heads || ["为", "不断"].iter().any(|word| clause.of(text).starts_with(word));
    let future = year >= first && !matches!(passage.role, Role::Review | Role::Context);
    by && near && future && !purpose && !(reader.scene.place.is_some() && is_about_the_nation(clause.of(text), tail))
}

/// Whether a clause of a local plan speaks of the nation.
fn is_about_the_nation(clause: &str, tail: &str) -> bool {
    ["我国", "国家", "全国"]
        .iter()
        .any(|word| clause.starts_with(word) || tail.trim_start_matches('，').starts_with(word))
}

/// Whether a clause further on names a state reached or a work done, rather than how to go about it.
fn sets_a_state(clause: &str) -> bool {
    CLAUSES.result.prefix(clause).is_some() || CLAUSES.state.suffix(clause).is_some() || CLAUSES.reaching.is_in(clause)
}

/// The things a clause builds or brings to a state: the objects of its verb, or its subjects.
fn things(text: &str, clause: Span, times: &[TimeMention], before: &[String]) -> Vec<String> {
    let topic = topic(text, clause, times);
    let topic = match topic.find("打造成").or_else(|| topic.find("建设成")).or_else(|| topic.find("建成")) {
        Some(at) if at > 3 => topic[..at].to_owned(),
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
    if topic.chars().count() > 44 {
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
    let everywhere = ["城乡", "全域", "全民", "全市", "全区", "全县"].contains(&before);
    let long = everywhere || before.matches('、').count() > 1 || before.starts_with('与') || before.ends_with("相适应");
    if long && noun.chars().count() > 2 { noun } else { topic }
}

/// 开工建设, 投入使用: a verb without anything it is about.
fn is_mere_verb(topic: &str) -> bool {
    let classes = [&CLAUSES.state, &CLAUSES.add, &CLAUSES.predicate, &CLAUSES.fall];
    let mut rest = topic;
    while let Some(form) = Forms::longest_prefix(&classes, rest) {
        rest = &rest[form.len()..];
    }
    rest.is_empty() || rest == "使用" || rest == "实质性"
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
    let by_reference = rest
        .find("完成")
        .filter(|&at| at > 0 && ["目标", "任务", "要求", "指标", "计划"].iter().any(|noun| rest.ends_with(noun)));
    let rest = by_reference.map_or(rest.as_str(), |at| &rest[..at]);
    let rest = ["的远景目标", "的目标", "的主要工作", "的任务"]
        .into_iter()
        .find_map(|end| rest.strip_suffix(end))
        .unwrap_or(rest);
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
    let reaching = rest.char_indices().skip(2).find(|&(at, _)| CLAUSES.reaching.prefix(&rest[at..]).is_some());
    let mut end = reaching.map_or(rest.len(), |(at, _)| at);
    while let Some(form) = CLAUSES.state.suffix(&rest[..end]).filter(|form| form.len() < end) {
        end -= form.len();
    }
    if end > 3 { end } else { rest.len() }
}
