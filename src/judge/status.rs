//! Promise or fact, and how strongly promised.

use crate::lexicon::CLAUSES;

use super::dating::Dated;
use crate::{
    reading::scene::{Role, Scene},
    statement::{Modality, Status},
};

/// What decides the status of one statement.
pub(crate) struct Cues<'a> {
    /// The sentence up to the number's clause end.
    pub(crate) so_far: &'a str,
    /// The clause.
    pub(crate) clause: &'a str,
    /// What dates it.
    pub(crate) dated: Option<&'a Dated>,
    /// What its section does.
    pub(crate) role: Role,
    /// The heading that says so.
    pub(crate) heading: &'a str,
}

/// The status and what decided it.
pub(crate) fn decide(scene: &Scene, cues: &Cues<'_>) -> (Status, String) {
    let promise = promise_word(cues);
    if let Some(dated) = cues.dated.filter(|dated| !dated.inherited_from_heading)
        && let (Some(first), Some(year)) = (scene.first_year(), dated.year)
    {
        if year < first || dated.as_of {
            return (Status::Achieved, format!("status:time:{}", dated.text));
        }
        // The review of a report tells of the running plan period and of months what was done in them so far.
        let by = dated.by && !scene.report;
        let reviewed = cues.role == Role::Review && year == first && !by && promise.is_none();
        if !reviewed {
            return (Status::Target, format!("status:time:{}", dated.text));
        }
    }
    if let Some(word) = promise {
        return (Status::Target, format!("status:word:{word}"));
    }
    match cues.role {
        Role::Review | Role::Context => (Status::Achieved, format!("status:section:{}", cues.heading)),
        Role::Goal => (Status::Target, format!("status:section:{}", cues.heading)),
        Role::Task | Role::Glossary => match fact_word(cues) {
            Some(word) => (Status::Achieved, format!("status:word:{word}")),
            None => (Status::Target, "status:default".into()),
        },
    }
}

/// A word that makes the clause a promise whatever its section.
fn promise_word(cues: &Cues<'_>) -> Option<&'static str> {
    let strong = CLAUSES.strive.find(cues.so_far).or_else(|| CLAUSES.ensure.find(cues.clause));
    if let Some((_, word)) = strong.filter(|(_, word)| *word != "争") {
        let done = ["已", "了"].iter().any(|mark| cues.clause.contains(mark))
            || cues.role == Role::Review && cues.so_far.contains("取得");
        // A review tells what was striven for then, not what shall be.
        let review = cues.role == Role::Review && !cues.clause.contains("力争") && !cues.clause.contains("确保");
        if !done && !review {
            return Some(word);
        }
    }
    CLAUSES.promise.find(cues.clause).map(|(_, word)| word)
}

/// A word that makes the clause a fact in a section of tasks; 现有 only at its head (改扩建现有仓库 is a task).
fn fact_word(cues: &Cues<'_>) -> Option<&'static str> {
    let opening = ["截至目前", "目前"].into_iter().find(|word| cues.so_far.starts_with(word));
    let head = cues.clause.trim_start_matches(['、', '，']);
    opening
        .or_else(|| CLAUSES.fact.find(cues.clause).map(|(_, word)| word))
        .or_else(|| head.starts_with("现有").then_some("现有"))
}

/// How strongly the statement is promised: a word in its own clause, or one that opened the sentence.
pub(crate) fn modality(sentence: &str, clause: &str) -> (Modality, Option<&'static str>) {
    for (text, whole) in [(clause, true), (sentence, false)] {
        let strive =
            CLAUSES.strive.find(text).filter(|(at, word)| *word != "争" && (whole || opens_a_clause(text, *at)));
        let ensure = CLAUSES.ensure.find(text).filter(|(at, _)| whole || opens_a_clause(text, *at));
        match (strive, ensure) {
            (Some((at, _)), Some((other, word))) if other > at => return (Modality::Ensure, Some(word)),
            (Some((_, word)), _) => return (Modality::Strive, Some(word)),
            (None, Some((_, word))) => return (Modality::Ensure, Some(word)),
            (None, None) => {}
        }
    }
    (Modality::Plain, None)
}

/// Whether the word at `at` stands at the head of its clause and the clause is dated or counts, so that it governs what
/// follows too (力争到2025年，…, unlike 努力改善环境，…).
fn opens_a_clause(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(['要', '“', '将']);
    let clause = text[at..].split(['，', '；', '：']).next().unwrap_or("");
    let counts = clause.chars().any(|c| c.is_ascii_digit()) || clause.contains('年') || clause.contains("五”");
    counts && (before.is_empty() || before.ends_with(['，', '；', '：', '。']))
}
