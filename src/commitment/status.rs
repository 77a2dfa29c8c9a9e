//! Promise or fact, and how strongly promised.

use crate::lexicon::CLAUSES;

use super::{
    Modality, Status,
    dating::Dated,
    scene::{Role, Scene},
};

/// What decides the status of one statement.
pub(super) struct Cues<'a> {
    /// The sentence up to the number's clause end.
    pub(super) so_far: &'a str,
    /// The clause.
    pub(super) clause: &'a str,
    /// What dates it.
    pub(super) dated: Option<&'a Dated>,
    /// What its section does.
    pub(super) role: Role,
    /// The heading that says so.
    pub(super) heading: &'a str,
}

/// The status and what decided it.
pub(super) fn decide(scene: &Scene, cues: &Cues<'_>) -> (Status, String) {
    let promise = promise_word(cues);
    if let Some(dated) = cues.dated.filter(|dated| !dated.inherited_from_heading)
        && let (Some(first), Some(year)) = (scene.first_year(), dated.year)
    {
        if year < first || dated.as_of {
            return (Status::Achieved, format!("status:time:{}", dated.text));
        }
        let reviewed = cues.role == Role::Review && year == first && !dated.by && promise.is_none();
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

/// What promises without 力争 or 确保; 计划 alone may be part of a name (计划免疫, 双高计划).
const PROMISES: [&str; 16] = [
    "计划投资",
    "计划新建",
    "计划完成",
    "计划实施",
    "计划用",
    "计划到",
    "计划于",
    "计划新增",
    "计划建设",
    "计划安排",
    "拟",
    "预期目标",
    "将达",
    "将新增",
    "将建",
    "目标是",
];

/// A word that makes the clause a promise whatever its section.
fn promise_word<'a>(cues: &Cues<'a>) -> Option<&'a str> {
    if let Some((_, word)) = CLAUSES.strive.find(cues.so_far).or_else(|| CLAUSES.ensure.find(cues.clause)) {
        let done = ["已", "了"].iter().any(|mark| cues.clause.contains(mark))
            || cues.role == Role::Review && cues.so_far.contains("取得");
        if !(word == "争" || done) {
            return Some(&cues.so_far[..0]).map(|_| intern(word));
        }
    }
    PROMISES.into_iter().find(|word| cues.clause.contains(word))
}

/// The static twin of a form, for evidence.
fn intern(word: &str) -> &'static str {
    ["力争", "争取", "努力", "力求", "奋力", "争创", "争当", "确保", "必须", "务必", "坚决", "保证", "严守", "守住"]
        .into_iter()
        .find(|w| *w == word)
        .unwrap_or("promise")
}

/// A word that makes the clause a fact in a section of tasks.
fn fact_word(cues: &Cues<'_>) -> Option<&'static str> {
    let clause = cues.clause;
    if let Some(word) = ["截至目前", "目前"].into_iter().find(|word| cues.so_far.starts_with(word)) {
        return Some(word);
    }
    [
        "已达",
        "已建",
        "已有",
        "已完成",
        "已累计",
        "已经",
        "荣获",
        "获评",
        "现有",
        "截至",
        "目前",
        "超额完成",
        "被评为",
        "被授予",
    ]
    .into_iter()
    .find(|word| {
        clause.contains(word) && !(*word == "现有" && !clause.trim_start_matches(['、', '，']).starts_with("现有"))
    })
}

/// How strongly the statement is promised: a word in its own clause, or one that opened the sentence.
pub(super) fn modality(sentence: &str, clause: &str) -> (Modality, Option<&'static str>) {
    for (text, whole) in [(clause, true), (sentence, false)] {
        let strive =
            CLAUSES.strive.find(text).filter(|(at, word)| *word != "争" && (whole || opens_a_clause(text, *at)));
        let ensure = CLAUSES.ensure.find(text).filter(|(at, _)| whole || opens_a_clause(text, *at));
        match (strive, ensure) {
            (Some((at, _)), Some((other, word))) if other > at => return (Modality::Ensure, Some(intern(word))),
            (Some((_, word)), _) => return (Modality::Strive, Some(intern(word))),
            (None, Some((_, word))) => return (Modality::Ensure, Some(intern(word))),
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
