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
pub(super) fn read(reader: &mut Reader<'_>, passage: &Passage<'_>, sentence: Span, clause: Span) {
    let text = passage.text;
    let Some(time) = dating::governing(text, sentence, clause, clause.end, &passage.times) else { return };
    if !commits(reader, passage, time, clause) {
        return;
    }
    let things = things(text, clause, &passage.times);
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
    let by = matches!(time.role, TimeRole::By)
        || (time.period && clause.contains(time.span) && quotes_period(passage.text, time));
    by && year >= first && passage.role != Role::Review && passage.role != Role::Context
}

/// “十四五” with its quotation marks and nothing behind it dates what follows like a deadline.
fn quotes_period(text: &str, time: &TimeMention) -> bool {
    time.span.of(text).ends_with('”')
}

/// The things a clause builds or brings to a state: the objects of its verb, or its subjects.
fn things(text: &str, clause: Span, times: &[TimeMention]) -> Vec<String> {
    let topic = topic(text, clause, times);
    if topic.chars().count() < 2 || topic.chars().count() > 40 {
        return Vec::new();
    }
    let names = list::members(&topic);
    let short = names.iter().any(|name| name.chars().count() < 3);
    let modified = topic.contains('的') && topic.find('、').is_some_and(|at| topic[at..].contains('的'));
    if short || modified { vec![topic] } else { names }
}

/// What a clause speaks of, without its time, verbs and predicate.
pub(super) fn topic(text: &str, clause: Span, times: &[TimeMention]) -> String {
    let mut start = clause.start;
    for time in times.iter().filter(|t| clause.contains(t.span) && t.role != TimeRole::Named) {
        if text[start..time.span.start].chars().count() <= 8 {
            start = time.span.end;
        }
    }
    let mut rest = subject::enumeration(&text[start..clause.end]);
    while let Some(after) = opening(rest) {
        rest = after;
    }
    let end = predicate(rest);
    rest[..end].trim_matches(['、', '“', '”', '，']).to_owned()
}

/// One verb, adverb or scope word off the left.
fn opening(rest: &str) -> Option<&str> {
    let rest = rest.trim_start_matches(['了', '、']);
    let classes = [&CLAUSES.lead, &CLAUSES.add, &CLAUSES.scope, &CLAUSES.strive];
    let form = classes.into_iter().filter_map(|forms| forms.prefix(rest)).max_by_key(|form| form.len())?;
    let after = &rest[form.len()..];
    (after.chars().count() > 1 && CLAUSES.suffix_start.prefix(after).is_none()).then_some(after)
}

/// Where the predicate of `rest` begins: 持续提升, 显著增强, 基本形成 at its end.
fn predicate(rest: &str) -> usize {
    let mut end = rest.len();
    let mut found = false;
    while let Some(form) = CLAUSES.state.suffix(&rest[..end]).filter(|form| form.len() < end) {
        end -= form.len();
        found = true;
    }
    if found && end > 3 { end } else { rest.len() }
}
