//! Milestones: dated targets without a number (到2025年基本建成托育服务体系).
//!
//! GUIDE: a target with an explicit year and no number; the indicator is the thing built or reached.

use crate::{
    lexicon::CLAUSES,
    span::Span,
    time::{TimeMention, TimeRole},
};

use super::{
    Kind, Statement, Status,
    dating::{self, Dated},
    list,
    reader::{Passage, Reader, nature},
    scene::Role,
    status, subject, theme,
};

/// Reads `clause`, which holds no counted number, as milestones where a time of its sentence dates it.
///
/// `before` is what the clause before speaks of: a clause of a verb alone (力争年内开工建设) is about that.
pub(super) fn read(reader: &mut Reader<'_>, passage: &Passage<'_>, sentence: Span, clause: Span, before: &[String]) {
    let text = passage.text;
    let Some(time) = dating::governing(text, sentence, clause, clause.end, &passage.times) else { return };
    if time.span == clause || !commits(reader, passage, time, clause) {
        return;
    }
    let things = things(text, clause, &passage.times, before);
    let dated = Dated::new(text, time);
    let (modality, _) = status::modality(&text[sentence.start..clause.start], clause.of(text));
    for indicator in things {
        let (theme, theme_evidence) = theme::decide(&indicator, reader.around(passage, clause));
        reader.statements.push(Statement {
            status: Status::Target,
            kind: Kind::Milestone,
            node: passage.paragraph.node,
            run_in: passage.run_in.clone(),
            indicator,
            scope: None,
            amount: None,
            baseline: None,
            deadline: dating::deadline(reader.scene, Status::Target, Some(&dated), None),
            recurring: false,
            modality,
            nature: nature(sentence.of(text)),
            theme,
            responsible: passage.responsible.clone(),
            sentence: sentence.of(text).to_owned(),
            span: passage.paragraph.view.source(time.span),
            evidence: vec![format!("time:{}", dated.text), theme_evidence],
        });
    }
}

/// Whether `time` sets a deadline for what `clause` says.
fn commits(reader: &Reader<'_>, passage: &Passage<'_>, time: &TimeMention, clause: Span) -> bool {
    let (Some(year), Some(first)) = (time.end, reader.scene.first_year()) else { return false };
    let text = passage.text;
    let own = clause.contains(time.span);
    let tail = &text[time.span.end..clause.end.max(time.span.end)];
    let alone = tail.starts_with('，') || tail.is_empty() || own;
    let acts = own && opening(tail).is_some();
    let by = time.role == TimeRole::By
        || (time.period && own && time.span.of(text).ends_with('”') && !tail.starts_with(['是', '为', '发', '规']))
        || (time.role == TimeRole::During && !time.period && acts);
    // 年底前, 年内 and the like reach no further than their own clause, or the one behind a comma.
    let near = own || !time.relative || text[time.span.end..clause.start] == *"，";
    let separated = !own && text[time.span.end..clause.start].contains('；');
    let nation = ["我国", "国家", "全国"].iter().any(|word| tail.trim_start_matches('，').starts_with(word))
        && reader.scene.place.is_some();
    let purpose = text[clause.start..].starts_with("为") || text[clause.start..].starts_with("不断");
    by && near
        && alone
        && !separated
        && !purpose
        && !nation
        && year >= first
        && !matches!(passage.role, Role::Review | Role::Context)
}

/// The things a clause builds or brings to a state: the objects of its verb, or its subjects.
fn things(text: &str, clause: Span, times: &[TimeMention], before: &[String]) -> Vec<String> {
    let topic = topic(text, clause, times);
    let topic = match topic.find("打造成").or_else(|| topic.find("建设成")).or_else(|| topic.find("建成")) {
        Some(at) if at > 3 => topic[..at].to_owned(),
        _ => topic,
    };
    if topic.chars().count() < 2 || is_mere_verb(&topic) {
        return before.iter().filter(|name| name.chars().count() > 1).cloned().collect();
    }
    if topic.chars().count() > 44 {
        return Vec::new();
    }
    let names = list::members(&topic);
    let short = names.iter().any(|name| name.chars().count() < 3);
    let modified = topic.contains('的') && topic.find('、').is_some_and(|at| topic[at..].contains('的'));
    if short || modified { vec![topic] } else { names }
}

/// 开工建设, 投入使用: a verb without anything it is about.
fn is_mere_verb(topic: &str) -> bool {
    let mut rest = topic;
    while let Some(form) = [&CLAUSES.state, &CLAUSES.add, &CLAUSES.predicate]
        .into_iter()
        .filter_map(|forms| forms.prefix(rest))
        .max_by_key(|f| f.len())
    {
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
    subject::trimmed(&rest[..predicate(rest)]).to_owned()
}

/// `text` without enumeration, verbs, adverbs and scope words at its left.
fn strip(text: &str) -> String {
    let mut rest = subject::enumeration(text);
    while let Some(after) = opening(rest) {
        rest = after;
    }
    rest.trim_start_matches(['了', '、', '，']).to_owned()
}

/// One verb, adverb or scope word off the left.
fn opening(rest: &str) -> Option<&str> {
    let rest = rest.trim_start_matches(['了', '、', '，']);
    let classes = [&CLAUSES.lead, &CLAUSES.add, &CLAUSES.scope, &CLAUSES.strive];
    let form = classes.into_iter().filter_map(|forms| forms.prefix(rest)).max_by_key(|form| form.len())?;
    subject::is_verb_of_its_own(rest, form).then(|| &rest[form.len()..])
}

/// Where the predicate of `rest` begins: 持续提升, 显著增强, 基本形成 at its end.
fn predicate(rest: &str) -> usize {
    let mut end = rest.len();
    while let Some(form) = CLAUSES.state.suffix(&rest[..end]).filter(|form| form.len() < end) {
        end -= form.len();
    }
    if end > 3 { end } else { rest.len() }
}
