//! Milestones: dated targets without a number (到2025年基本建成托育服务体系).
//!
//! docs/commitments.md#targets-results-and-neither: a target with an explicit year and no number; the indicator is the thing built or reached.

pub(super) mod commits;
mod states;
pub(super) mod topic;

use crate::{
    lexicon::{CLAUSES, PROMISES, SIGNS, TIME, VERDICTS, numerals, segment, signs, units::named},
    span::Span,
    time::TimeMention,
};

use self::{
    commits::{behind_will, commits, says_what},
    states::{brings_about, comes_to_work, each_dated, each_told, fields, keeps_pace, paired, sets_a_state},
    topic::{is_mere_verb, is_stage, topic, without_adverbs},
};
use super::passage::Passage;
use crate::{
    judge::{
        dating::{self, Dated},
        status,
    },
    reading::{list, scene::Scene, verb::is_verb_of_its_own},
    statement::{Draft, Evidence, Kind, Status},
};

/// The longest topic that names things, in characters.
const LONGEST: usize = 44;

/// The longest word that may name no more than a field of work, in characters.
const FIELD: usize = 3;

/// The milestones of `clause`, which holds no counted number: where a time of its sentence dates it.
///
/// `before` is what the clause before speaks of: a clause of a verb alone (力争年内开工建设) is about that.
pub(super) fn read(
    scene: &Scene,
    passage: &Passage<'_>,
    sentence: Span,
    clause: Span,
    before: impl FnOnce() -> Vec<String>,
) -> Vec<Draft> {
    let text = passage.text;
    let times = dating::within(&passage.times, sentence);
    if times.is_empty() {
        return Vec::new();
    }
    let Some(clause) = passage.without_duties(clause) else { return Vec::new() };
    let clause = behind_will(scene, text, clause);
    if ASIDES.iter().any(|aside| (aside.says)(clause.of(text))) {
        return Vec::new();
    }
    let found = match heads_goals(scene, passage, sentence, clause) {
        Some(time) => of_time(things(text, clause, times, before), time),
        None => match dating::governing(text, sentence, clause, clause.end, times) {
            Some(time) if sets_deadline(scene, passage, time, sentence, clause) => paired(text, clause, times)
                .or_else(|| each_dated(text, clause, times))
                .unwrap_or_else(|| of_time(things(text, clause, times, before), time)),
            _ => return Vec::new(),
        },
    };
    let (modality, _) = status::modality(&text[sentence.start..clause.start], clause.of(text));
    let draft = |(indicator, time): (String, &TimeMention)| {
        let dated = Dated::new(text, time);
        Draft {
            run_in: passage.run_in.clone(),
            deadline: dating::deadline(scene, Status::Target, Some(&dated), None, None),
            modality,
            responsible: passage.duties.of(clause),
            evidence: [Evidence::Time(dated.text.into())].into(),
            ..Draft::new(
                Kind::Milestone,
                indicator.into(),
                passage.paragraph.node(),
                passage.paragraph.view.source(time.span),
            )
        }
    };
    found.into_iter().filter(|(name, _)| is_whole(name) && !is_mere_work(name)).map(draft).collect()
}

/// What a clause says that sets no goal, whatever dates it.
#[cfg_attr(not(test), expect(dead_code, reason = "what shows an aside is asked by the tests alone"))]
struct Aside {
    /// A clause that says it.
    fires: [&'static str; 1],
    says: fn(&str) -> bool,
}

/// Clauses that set no goal: what is asked in numbers, how long a paper holds, what is told one by one behind them, who is left out,
/// what is laid before an assembly.
static ASIDES: [Aside; 5] = [
    Aside { fires: ["完成下达的110万人年度任务"], says: is_asked_in_numbers },
    Aside { fires: ["有效期至2030年"], says: |clause| PROMISES.in_force.is_in(clause) },
    Aside { fires: ["做好以下11个方面工作"], says: is_announced },
    Aside { fires: ["除少数地区外"], says: is_excepted },
    Aside {
        fires: ["现将2030年计划草案提请审查"], says: |clause| PROMISES.lays_before.prefix(clause).is_some()
    },
];

/// 完成下达的110万人|年度任务: a task that a number tells.
fn is_asked_in_numbers(clause: &str) -> bool {
    let asked = PROMISES.yearly_task.find(clause).map_or("", |(at, _)| &clause[..at]);
    asked.chars().any(|c| c.is_ascii_digit())
}

/// Whether `time` is a deadline for what `clause` says: it is no time of somebody's duty or of a paper, no start of what the next clause
/// tells, and something besides mere work is committed to.
fn sets_deadline(scene: &Scene, passage: &Passage<'_>, time: &TimeMention, sentence: Span, clause: Span) -> bool {
    let text = passage.text;
    let said = &text[time.span.end.clamp(clause.start, clause.end)..clause.end];
    let alone = time.span == clause || passage.is_duty(time.span);
    let told = is_made_known(text, time) || is_subject_of_next(text, clause) || is_mere_work(said);
    !alone && !told && commits(scene, passage, time, sentence, clause)
}

/// Each of `things` with `time`.
fn of_time(things: Vec<String>, time: &TimeMention) -> Vec<(String, &TimeMention)> {
    things.into_iter().map(|thing| (thing, time)).collect()
}

/// 2027年底前建成道路12公里、[完成车站改造]: the milestones of the members of a clause that holds numbers which have none and do work of their
/// own; and 厂房6月底前投产、产值突破1亿元: of those before them that are dated and come to work.
pub(super) fn beside_numbers(scene: &Scene, passage: &Passage<'_>, sentence: Span, clause: Span) -> Vec<Draft> {
    let text = passage.text;
    let counts = |piece: Span| passage.quantities.iter().any(|quantity| piece.contains(quantity.core));
    let pieces = states::pieces(text, clause).into_iter();
    let mut counted = false;
    let apart = pieces.filter(|&piece| {
        let (before, plain) = (!counted, !counts(piece));
        counted |= !plain;
        let dated = |time: &TimeMention| piece.contains(time.span) && comes_to_work(&text[time.span.end..piece.end]);
        plain && if before { passage.times.iter().any(dated) } else { brings_about(piece.of(text)) }
    });
    apart.flat_map(|piece| read(scene, passage, sentence, piece, Vec::new)).collect()
}

/// 做好以下11个方面工作, 做好以下工作: what follows is told one by one.
fn is_announced(clause: &str) -> bool {
    let told = VERDICTS.announces.rfind(clause).map(|(at, word)| &clause[at + word.len()..]);
    told.is_some_and(|told| {
        numerals::below_hundred(told).is_some() || PROMISES.target_noun.has(told) || CLAUSES.mere_work.has(told)
    })
}

/// 2026年7月2日|发布全文: the day on which a paper was made known.
fn is_made_known(text: &str, time: &TimeMention) -> bool {
    time.day.is_some() && PROMISES.made_known.prefix(&text[time.span.end..]).is_some()
}

/// 1990年烧油量占产量的比重|，由40%下降为18%: a measure whose value the next clause tells.
fn is_subject_of_next(text: &str, clause: Span) -> bool {
    let next = text[clause.end..].strip_prefix('，').unwrap_or("");
    let told = TIME.from.prefix(next).is_some_and(|from| next[from.len()..].starts_with(|c: char| c.is_ascii_digit()));
    told && CLAUSES.measure.suffix(clause.of(text)).is_some()
}

/// 除少数地区外: who is left out.
fn is_excepted(clause: &str) -> bool {
    PROMISES.leaves_out.prefix(clause).is_some() && PROMISES.left_out.suffix(clause).is_some()
}

/// 完成今年[目标任务]: whether `name` says no more than that there is work.
fn is_mere_work(name: &str) -> bool {
    let rest = PROMISES.target_noun.strip_suffix(name).or_else(|| CLAUSES.mere_work.strip_suffix(name));
    rest.is_some_and(|rest| rest.is_empty() || PROMISES.target_noun.has(rest))
}

/// Whether `name` opens and closes its brackets: half of a formula or of a list names nothing.
fn is_whole(name: &str) -> bool {
    name.matches('（').count() == name.matches('）').count()
}

/// 今年主要预期目标是：…，居民收入与经济增长同步，…: the year or plan period that heads a line of goals, for a member that names no number but
/// says what shall become of a thing.
fn heads_goals<'a>(scene: &Scene, passage: &'a Passage<'_>, sentence: Span, clause: Span) -> Option<&'a TimeMention> {
    let text = passage.text;
    let head = Span::new(sentence.start, sentence.start + text[sentence.start..clause.end].find('：')?);
    let times = dating::within(&passage.times, sentence);
    let time = times.iter().rfind(|time| time.span.start < clause.end && (time.dates() || time.period))?;
    let year = scene.report && !time.period && time.end == scene.frame.year;
    let plan = time.period && time.end.zip(scene.frame.year).is_some_and(|(end, year)| end > year);
    let words = clause.of(text);
    let told = CLAUSES.kept_state.suffix(words).is_some() || sets_a_state(words);
    let aims = head.contains(time.span) && (year || plan) && CLAUSES.aim.is_in(head.of(text));
    (aims && told && says_what(words)).then_some(time)
}

/// The things a clause builds or brings to a state: the objects of its verb, or its subjects.
fn things(text: &str, clause: Span, times: &[TimeMention], before: impl FnOnce() -> Vec<String>) -> Vec<String> {
    if let Some(names) = each_told(text, clause, times).or_else(|| fields(clause.of(text))) {
        return names;
    }
    // 居民收入|与经济增长同步
    let paced = keeps_pace(clause.of(text)).map(|paced| Span::new(clause.start, clause.start + paced.len()));
    let topic = topic(text, paced.unwrap_or(clause), times);
    // 医院晋升为[三级医院]: the rank is what is reached.
    if let Some((at, verb)) = PROMISES.rises_to.find(&topic).filter(|&(at, verb)| at + verb.len() < topic.len()) {
        return list::members(&topic[at + verb.len()..]);
    }
    let topic = behind_means(topic);
    let made = CLAUSES.made_into.find(&topic).filter(|&(at, verb)| is_verb_of_its_own(&topic[at..], verb));
    let topic = match made {
        // 所有县|建成图书馆: every place of a kind is no subject.
        Some((at, verb)) if is_every_place(&topic[..at]) && at + verb.len() < topic.len() => {
            topic[at + verb.len()..].to_owned()
        }
        // 在养老领域|建成服务平台: where it is built is not what is.
        Some((at, verb)) if CLAUSES.preposition.prefix(&topic).is_some() => topic[at + verb.len()..].to_owned(),
        Some((at, _)) if topic[..at].chars().count() > 1 => without_adverbs(&topic[..at]).to_owned(),
        _ => topic,
    };
    let dated_only = times.iter().any(|t| {
        let before = text.get(clause.start..t.span.start).unwrap_or("");
        // 从现在起|到2035年
        let since = TIME.from.prefix(before).or(TIME.since.prefix(before)).is_some();
        let opened = before.is_empty() || since || CLAUSES.strive.has(before) || PROMISES.looks_ahead.has(before);
        clause.contains(t.span) && t.span.end == clause.end && opened
    });
    // 近期|到2028年: how long a part of the plan runs.
    if dated_only || PROMISES.term.has(&topic) {
        return Vec::new();
    }
    // 残疾人事业协调发展，|与现代化相适应: it is still told of what the clause before is about.
    let fits = clause.of(text).starts_with(signs::with) && PROMISES.fitting.suffix(&topic).is_some();
    // 对外开放|迈出新步伐: a verb of which something is told is a subject.
    let subject = PROMISES.deed_noun.has(&topic) && !clause.of(text).ends_with(&topic);
    if topic.chars().count() < 2 || is_mere_verb(&topic) && !subject || fits {
        let mut known: Vec<String> =
            before().into_iter().filter(|name| name.chars().count() > 1 && !is_stage(name)).collect();
        known.truncate(if fits { 1 } else { known.len() });
        let staged = known.is_empty() && PROMISES.stage.is_in(&topic);
        return if staged { vec![topic] } else { known };
    }
    if topic.chars().count() > LONGEST {
        return Vec::new();
    }
    let topic = behind_long_modifiers(&topic);
    // 外资占全国、全省份额: one share.
    let share = CLAUSES.makes_up.find(topic).zip(topic.find('、')).is_some_and(|((at, _), mark)| at < mark);
    if let Some(names) = instances(topic) {
        return names;
    }
    // 道路、消防等重点领域形势: one of which examples are named.
    let illustrated = list::illustrated(topic).is_some_and(|at| topic[..at].contains('、'));
    if share || illustrated || is_joined(topic) || PROMISES.wins_title.suffix(topic).is_some() {
        return vec![topic.to_owned()];
    }
    // 粮食面积、产量: a bare measure is one of what the first name measures.
    let measured = |name: &str| topic.contains('、') && CLAUSES.measure.has(name);
    let short = list::split(topic).iter().any(|name| name.chars().count() < 3 && !measured(name));
    // 花木与流水交融的庭院: one noun behind what its modifier joins; 便利的公交与整洁的街道, 便利的公交、整洁的街道 are two.
    let modified = topic.rfind(signs::of).is_some_and(|at| match topic.find('、') {
        Some(first) => first < at && !topic[..first].contains(signs::of),
        None => topic.find(signs::of) == Some(at) && list::split(&topic[at..]).len() < 2,
    });
    if short || modified { vec![topic.to_owned()] } else { list::members(topic) }
}

/// 冰箱、彩电等|产品, 环城高速、滨江大桥等|重大项目建设: what is named before a word that says no more than of what sort it is; fields
/// (交通、水利等项目) only say of what sort the works are.
fn instances(topic: &str) -> Option<Vec<String>> {
    let at = list::illustrated(topic).filter(|&at| topic[..at].contains('、'))?;
    let kind = topic[at..].trim_start_matches(signs::and_so_on);
    let kind = CLAUSES.mere_work.strip_suffix(kind).unwrap_or(kind);
    let names = list::split(&topic[..at]);
    let named = PROMISES.sort_of_works.suffix(kind).is_some() && names.iter().all(|name| name.chars().count() > FIELD);
    let told = PROMISES.sort_of_things.suffix(kind).is_some() && names.iter().any(|name| name.chars().count() >= FIELD);
    (named || told).then(|| names.into_iter().map(str::to_owned).collect())
}

/// 依托开放大学设立|老年大学: the thing behind what it is set up with or where.
fn behind_means(topic: String) -> String {
    let led = CLAUSES.preposition.prefix(&topic).is_some_and(|word| segment::ends_word(&topic, word.len()));
    if !led || topic.contains(signs::of) {
        return topic;
    }
    let sets_up = |&(at, verb): &(usize, &str)| verb.chars().count() > 1 && is_verb_of_its_own(&topic[at..], verb);
    match CLAUSES.add.find(&topic).filter(|found| found.0 > 0 && sets_up(found)) {
        Some((at, verb)) if at + verb.len() < topic.len() => topic[at + verb.len()..].to_owned(),
        _ => topic,
    }
}

/// 县（市、区）, 每个村（社区）, 各乡镇: whether `name` is a kind of place, of which all are meant.
fn is_every_place(name: &str) -> bool {
    let kind = SIGNS.each.strip_prefix(name).or_else(|| SIGNS.every.strip_prefix(name)).unwrap_or(name);
    PROMISES.kind_of_place.has(kind.strip_prefix(named::PIECE).unwrap_or(kind))
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
    let Some((before, noun)) = topic.rsplit_once(signs::of) else { return topic };
    let fits = before.starts_with(signs::with) || PROMISES.fitting.suffix(before).is_some();
    let long = PROMISES.everywhere.has(before) || before.matches('、').count() > 1 || fits;
    if long && noun.chars().count() > 2 { noun } else { topic }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asides_say_what_shows_them_and_goals_do_not() {
        for Aside { fires, says } in &ASIDES {
            assert!(says(fires[0]), "{fires:?}");
            assert!(!says("到2030年建成市图书馆新馆"), "{fires:?}");
        }
    }
    use crate::time::{self, Frame};

    fn told(text: &str) -> Vec<String> {
        let frame = Frame { period: Some((2026, 2030)), year: Some(2026), review: false, republic: false };
        things(text, Span::new(0, text.len()), &time::scan(text, frame), || vec!["滨河公园".into()])
    }

    #[test]
    fn the_thing_built_or_reached_is_named_without_its_time_and_verbs() {
        for (text, names) in [
            ("到2028年基本建成托育服务体系", vec!["托育服务体系"]),
            ("2028年底前，县图书馆建成投用", vec!["县图书馆"]),
            ("力争年底前开工建设", vec!["滨河公园"]),
            ("到2028年", vec![]),
            ("展望到2028年", vec![]),
            ("到2028年总体实现教育现代化", vec!["教育现代化"]),
            ("2028年6月底前完成规划编制", vec!["规划编制"]),
            ("2028年底前完成全部改造任务", vec!["改造任务"]),
            ("村道改造全部完成", vec!["村道改造"]),
            ("居民收入将显著提高", vec!["居民收入"]),
            ("居民收入增长与经济增长基本同步", vec!["居民收入增长"]),
            ("到2028年所有县（市、区）建成图书馆", vec!["图书馆"]),
            ("每个村（社区）建成服务站", vec!["服务站"]),
            ("到2028年，以国家公园为主体的保护地体系初步建立", vec!["以国家公园为主体的保护地体系"]),
            ("城市更新有序推进", vec!["城市更新"]),
            ("远期到2028年", vec![]),
            ("到2028年高水平建成开放高地", vec!["开放高地"]),
            ("培训体系更加健全", vec!["培训体系"]),
            ("县档案馆完成搬迁", vec!["县档案馆"]),
            ("村道改造工程投入使用", vec!["村道改造工程"]),
            ("监测平台初步建成并投入使用", vec!["监测平台"]),
            ("县城综合位势持续进阶", vec!["县城综合位势"]),
            ("县民生活更加幸福更加美好", vec!["县民生活"]),
            ("到2028年建成花木与流水交融的庭院", vec!["花木与流水交融的庭院"]),
            ("到2028年建成便利的公交和整洁的街道", vec!["便利的公交", "整洁的街道"]),
        ] {
            assert_eq!(told(text), names, "{text}");
        }
    }

    #[test]
    fn a_stage_is_no_subject_of_the_next() {
        let frame = Frame { period: Some((2026, 2030)), year: Some(2026), review: false, republic: false };
        for (text, before, name) in [
            ("2027年开工建设", "规划编制", "开工建设"),
            ("2028年底前投入使用", "主体完工", "投入使用"),
            ("2028年建成投用", "滨河公园", "滨河公园"),
        ] {
            let found = things(text, Span::new(0, text.len()), &time::scan(text, frame), || vec![before.to_owned()]);
            assert_eq!(found, [name], "{text}");
        }
    }

    #[test]
    fn a_noun_behind_long_modifiers_stands_alone() {
        assert_eq!(behind_long_modifiers("快捷、安全、便宜的公交网络"), "公交网络");
        assert_eq!(behind_long_modifiers("与人口相适应的学校布局"), "学校布局");
        assert_eq!(behind_long_modifiers("便宜的公交网络"), "便宜的公交网络");
    }
}
