//! Promise or fact, and how strongly promised.

use super::dating::Dated;
use crate::{
    lexicon::{CLAUSES, TIME, VERDICTS, numerals, segment, signs},
    reading::{
        numbering,
        scene::{Role, Scene},
    },
    statement::{Evidence, Modality, Status},
};

/// What decides the status of one statement.
pub(crate) struct Cues<'a> {
    /// The sentence up to the number's clause end.
    pub(crate) so_far: &'a str,
    /// The clause.
    pub(crate) clause: &'a str,
    /// What the bracket holds in which the number stands; empty outside of brackets.
    pub(crate) aside: &'a str,
    /// What dates it.
    pub(crate) dated: Option<&'a Dated>,
    /// What its section does.
    pub(crate) role: Role,
    /// The heading that says so.
    pub(crate) heading: &'a str,
}

/// The status and what decided it.
pub(crate) fn decide(scene: &Scene, cues: &Cues<'_>) -> (Status, Evidence) {
    if let Some(word) = fact_aside(cues.aside) {
        return (Status::Achieved, Evidence::StatusWord(word.into()));
    }
    let promise = promise_word(cues);
    let by = cues.dated.is_some_and(|dated| dated.by && !dated.inherited_from_heading);
    if promise.is_none()
        && !by
        && let Some(word) = wanting(cues)
    {
        return (Status::Achieved, Evidence::StatusWord(word.into()));
    }
    let own = cues.dated.is_some_and(|dated| cues.so_far.contains(&dated.text));
    if let Some(word) = present_word(cues).filter(|_| promise.is_none() && !own) {
        return (Status::Achieved, Evidence::StatusWord(word.into()));
    }
    if let Some(dated) = cues.dated.filter(|dated| dated.as_of && !dated.inherited_from_heading && promise.is_none()) {
        return (Status::Achieved, Evidence::StatusTime(dated.text.as_str().into()));
    }
    if let Some(dated) = cues.dated.filter(|dated| !dated.inherited_from_heading)
        && let (Some(first), Some(year)) = (scene.first_year(), dated.year)
    {
        if year < first || dated.as_of {
            return (Status::Achieved, Evidence::StatusTime(dated.text.as_str().into()));
        }
        // The review of a report tells of the running plan period and of months what was done in them so far.
        let by = match scene.evaluates {
            true => TIME.until.prefix(&dated.text).is_some(),
            false => dated.by && !scene.report,
        };
        let told = year == first || scene.evaluates && scene.last_year().is_some_and(|last| year <= last);
        let reviewed = cues.role == Role::Review && told && !by && promise.is_none();
        if !reviewed {
            return (Status::Target, Evidence::StatusTime(dated.text.as_str().into()));
        }
    }
    // 到2027年建成两库: news whose own year nobody tells looks ahead by a date to reach.
    if let Some(dated) =
        cues.dated.filter(|dated| dated.by && !dated.as_of && scene.news && scene.first_year().is_none())
    {
        return (Status::Target, Evidence::StatusTime(dated.text.as_str().into()));
    }
    if let Some(word) = promise {
        return (Status::Target, Evidence::StatusWord(word.into()));
    }
    match cues.role {
        Role::Review | Role::Context => (Status::Achieved, Evidence::StatusSection(cues.heading.into())),
        Role::Goal => (Status::Target, Evidence::StatusSection(cues.heading.into())),
        Role::Task | Role::Glossary => match fact_word(cues) {
            Some(word) => (Status::Achieved, Evidence::StatusWord(word.into())),
            None => (Status::Target, Evidence::StatusDefault),
        },
    }
}

/// A word that makes the clause a promise whatever its section.
fn promise_word(cues: &Cues<'_>) -> Option<&'static str> {
    let strong = CLAUSES.strive.find(cues.so_far).or_else(|| ensure(cues.clause));
    if let Some((_, word)) = strong.filter(|(_, word)| !CLAUSES.compete.has(word)) {
        let done = CLAUSES.perfect.is_in(cues.clause) || cues.role == Role::Review && CLAUSES.attain.is_in(cues.so_far);
        // A review tells what was striven for then, not what shall be.
        let review = cues.role == Role::Review && !CLAUSES.vow.is_in(cues.clause);
        if !done && !review {
            return Some(word);
        }
    }
    CLAUSES.promise.find(cues.clause).filter(|&(at, _)| !is_compared_with(&cues.clause[..at])).map(|(_, word)| word)
}

/// 低于年初|预期目标1.9个百分点: whether what stands `before` a word of promise compares a result with it.
fn is_compared_with(before: &str) -> bool {
    const NEAR: usize = 3;
    let behind = CLAUSES.ahead_of.rfind(before).map(|(at, form)| &before[at + form.len()..]);
    // 低于|2%左右的预期目标: nothing but the number of the goal.
    let goal = |behind: &str| behind.starts_with(|c: char| c.is_ascii_digit()) && behind.ends_with(signs::of);
    behind.is_some_and(|behind| behind.chars().count() <= NEAR || goal(behind))
}

/// A word that makes the clause a fact in a section of tasks.
fn fact_word(cues: &Cues<'_>) -> Option<&'static str> {
    let fact = || CLAUSES.fact.find(cues.clause).filter(|&(at, word)| !is_done_to(cues.clause, at, word));
    present_word(cues).or_else(|| fact().map(|(_, word)| word))
}

/// 12个村|尚未|通气, unlike 打通12条|未|贯通道路 and 12个村|未|发生火灾: a word that tells what those who are counted have not come to yet.
fn wanting(cues: &Cues<'_>) -> Option<&'static str> {
    let clause = cues.clause;
    let lacks = |&at: &usize| {
        let (before, told) = clause.split_at(at);
        let behind = VERDICTS.wanting.strip_prefix(told).unwrap_or("");
        let names = VERDICTS.wanting_word.prefix(told).is_some() || behind.contains(signs::of);
        // 1万名|未就业毕业生
        let counted = before.rsplit_once(|c: char| c.is_ascii_digit() || numerals::is_numeral(c));
        let counted = counted.is_some_and(|(_, noun)| noun.chars().nth(1).is_some());
        // 区县|没有|大班额 may be a goal, 仍有12个村|没有|通气 is none.
        let still = || VERDICTS.absent.prefix(told).is_none() || VERDICTS.still.is_in(cues.so_far);
        let done = || [&CLAUSES.add, &CLAUSES.raise].iter().any(|verbs| verbs.is_in(before));
        let happens = || VERDICTS.happens.prefix(behind).is_some();
        counted && !behind.is_empty() && !names && segment::ends_word(clause, at) && still() && !done() && !happens()
    };
    let at = VERDICTS.wanting.places(clause).into_iter().find(lacks)?;
    VERDICTS.wanting.prefix(&clause[at..])
}

/// 提升8座|已建|水库的闸门: whether the word of fact at `at` tells which those are, of so many, to which something is done.
fn is_done_to(clause: &str, at: usize, word: &str) -> bool {
    let before = &clause[..at];
    // 已|建成投用, 已|建成|小区
    let verb = word.chars().next().map_or(at, |sign| at + sign.len_utf8());
    let behind = CLAUSES.finished.strip_prefix(&clause[verb..]).unwrap_or(&clause[at + word.len()..]);
    let number = CLAUSES.counter.strip_suffix(before).and_then(|number| number.chars().next_back());
    let counted = number.is_some_and(|c| c.is_ascii_digit() || numerals::is_numeral(c));
    let told = [&CLAUSES.finished, &CLAUSES.predicate].iter().any(|verbs| verbs.prefix(behind).is_some());
    let done = [&CLAUSES.add, &CLAUSES.raise].iter().any(|verbs| verbs.find(before).is_some());
    counted && done && !told && behind.chars().nth(1).is_some()
}

/// 培育平台5家（现有2家）, 安排资金2亿元（上年1亿元）: a bracket that tells how things stand beside what shall be.
fn fact_aside(aside: &str) -> Option<&'static str> {
    let words = [&CLAUSES.at_hand, &CLAUSES.by_now, &CLAUSES.fact, &VERDICTS.as_it_was];
    words.iter().find_map(|words| words.prefix(aside))
}

/// A word that tells how things stand whatever the section: 目前 at the head of the sentence, 现有 at that of the clause or
/// behind the territory (改扩建现有仓库 is a task).
fn present_word(cues: &Cues<'_>) -> Option<&'static str> {
    let head = numbering::enumeration(cues.clause.trim_start_matches(['、', '，']));
    let head = CLAUSES.scope.strip_prefix(head).unwrap_or(head);
    let built_on = || TIME.basis.suffix(head).filter(|_| head.starts_with(signs::at));
    CLAUSES.by_now.prefix(cues.so_far).or_else(|| CLAUSES.at_hand.prefix(head)).or_else(built_on)
}

/// How strongly the statement is promised: a word in its own clause, or one that opened the sentence.
pub(crate) fn modality(sentence: &str, clause: &str) -> (Modality, Option<&'static str>) {
    for (text, whole) in [(clause, true), (sentence, false)] {
        let strive = CLAUSES
            .strive
            .find(text)
            .filter(|(at, word)| !CLAUSES.compete.has(word) && (whole || opens_a_clause(text, *at)))
            .filter(|(at, _)| !trails(text, *at));
        let ensure = ensure(text).filter(|(at, _)| whole || opens_a_clause(text, *at));
        let ensure = ensure.filter(|(at, _)| !trails(text, *at));
        match (strive, ensure) {
            (Some((at, _)), Some((other, word))) if other > at => return (Modality::Ensure, Some(word)),
            (Some((_, word)), _) => return (Modality::Strive, Some(word)),
            (None, Some((_, word))) => return (Modality::Ensure, Some(word)),
            (None, None) => {}
        }
    }
    (Modality::Plain, None)
}

/// 增速5%、|争取更好结果: whether the word at `at` opens what is promised without a number behind one.
fn trails(text: &str, at: usize) -> bool {
    let digit = |text: &str| text.contains(|c: char| c.is_ascii_digit());
    let told = CLAUSES.eagerly.strip_suffix(&text[..at]).unwrap_or(&text[..at]);
    told.ends_with('、') && digit(told) && !digit(&text[at..])
}

/// A word that ensures, with its place; 供水|保证率 is measured.
fn ensure(text: &str) -> Option<(usize, &'static str)> {
    CLAUSES.ensure.find(text).filter(|&(at, _)| CLAUSES.measure.prefix(&text[at..]).is_none())
}

/// Whether the word at `at` stands at the head of its clause and the clause is dated or counts, or before a number of it, so that it
/// governs what follows too (力争到2025年，…, 产值力争达到8亿元，…, unlike 努力改善环境，…).
fn opens_a_clause(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(|c| c == '“' || CLAUSES.shall.is(c));
    let clause = text[at..].split(['，', '；', '：']).next().unwrap_or("");
    // 力争产值|超千亿元
    let over = [&CLAUSES.surpass, &CLAUSES.over].iter().find_map(|verbs| verbs.find(clause));
    let passes = over.is_some_and(|(at, verb)| clause[at + verb.len()..].starts_with(numerals::is_numeral));
    let counts = passes
        || clause.chars().any(|c| c.is_ascii_digit())
        || clause.contains(signs::year)
        || clause.match_indices('”').any(|(at, _)| clause[..at].ends_with(signs::five));
    let heads = before.is_empty() || before.ends_with(['，', '；', '：', '。']);
    // 产值|力争达到80亿元
    counts && (heads || clause.contains(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Frame;

    fn status(role: Role, clause: &str) -> Status {
        let frame = Frame { period: Some((2026, 2030)), year: Some(2026), review: false, republic: false };
        let scene = Scene::plain(frame);
        decide(&scene, &Cues { so_far: clause, clause, aside: "", dated: None, role, heading: "" }).0
    }

    #[test]
    fn words_decide_before_the_section() {
        for (role, clause, told) in [
            (Role::Task, "新建学校8所", Status::Target),
            (Role::Task, "现有学校8所", Status::Achieved),
            (Role::Task, "改扩建现有学校8所", Status::Target),
            (Role::Task, "目前建成学校8所", Status::Achieved),
            (Role::Task, "提升8座已建水库的闸门", Status::Target),
            (Role::Task, "新建学校8所已建成投用", Status::Achieved),
            (Role::Review, "建成学校8所", Status::Achieved),
            (Role::Review, "能耗下降8%、低于2%左右的预期目标", Status::Achieved),
            (Role::Review, "力争建成学校8所", Status::Target),
            (Role::Review, "努力建成学校8所", Status::Achieved),
            (Role::Context, "学校8所", Status::Achieved),
            (Role::Goal, "学校8所", Status::Target),
            (Role::Goal, "全县现有学校8所", Status::Achieved),
            (Role::Goal, "目前有学校8所", Status::Achieved),
            (Role::Task, "在现有8项服务的基础上", Status::Achieved),
            (Role::Task, "夯实8个乡镇的基础", Status::Target),
        ] {
            assert_eq!(status(role, clause), told, "{clause} in {role:?}");
        }
    }

    #[test]
    fn a_bracket_may_tell_how_things_stand() {
        for (aside, told) in [("现有2家", true), ("已建成2家", true), ("其中公办2家", false), ("含2家", false)]
        {
            assert_eq!(fact_aside(aside).is_some(), told, "{aside}");
        }
    }

    #[test]
    fn a_word_that_opens_a_counting_clause_governs_the_next() {
        for (sentence, clause, told) in [
            ("力争到2028年，", "产值达到8亿元", Modality::Strive),
            ("努力改善环境，", "产值达到8亿元", Modality::Plain),
            ("力争园区产值超千亿元，", "企业超千家", Modality::Strive),
            ("力争超前谋划，", "企业超千家", Modality::Plain),
            ("产值力争达到8亿元，", "企业超千家", Modality::Strive),
            ("园区力争做优环境，", "企业超千家", Modality::Plain),
            ("", "确保产值达到8亿元", Modality::Ensure),
            ("", "力争确保产值达到8亿元", Modality::Ensure),
            ("", "产值达到8亿元", Modality::Plain),
            ("", "产值增长8%、争取更好结果", Modality::Plain),
            ("", "产值增长8%、力争达到9%", Modality::Strive),
        ] {
            assert_eq!(modality(sentence, clause).0, told, "{sentence}{clause}");
        }
    }
}
