//! Milestones: dated targets without a number (到2025年基本建成托育服务体系).
//!
//! GUIDE: a target with an explicit year and no number; the indicator is the thing built or reached.

use crate::{
    lexicon::{CLAUSES, Forms, PROMISES, SIGNS, TIME, VERDICTS, numerals, signs, units::named},
    span::Span,
    time::{TimeMention, TimeRole},
};

use super::{
    passage::Passage,
    states::{
        comes_to_work, each_dated, each_told, fields, is_reached, keeps_pace, moves_a_measure, paired, sets_a_state,
    },
    topic::{is_mere_verb, is_stage, opening, told_of, topic, with_effort, without_adverbs},
};
use crate::{
    judge::{
        dating::{self, Dated},
        status,
    },
    reading::{
        list,
        scene::{Role, Scene},
        verb::is_verb_of_its_own,
    },
    statement::{Draft, Evidence, Kind, Status},
};

/// The longest topic that names things, in characters.
const LONGEST: usize = 44;

/// How long the subject of 将 may be, in characters.
const SUBJECT: usize = 6;

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
    before: impl FnOnce() -> Vec<String>,
) -> Vec<Draft> {
    let text = passage.text;
    let times = dating::within(&passage.times, sentence);
    if times.is_empty() {
        return Vec::new();
    }
    let Some(clause) = passage.without_duties(clause) else { return Vec::new() };
    let clause = behind_will(scene, text, clause);
    // 完成下达的110万人年度任务: what is asked in numbers is no milestone.
    let asked = PROMISES.yearly_task.find(clause.of(text)).map_or("", |(at, _)| &clause.of(text)[..at]);
    // 有效期至2030年: how long the paper holds. 现将2030年计划草案提请审查: what is laid before an assembly.
    let words = clause.of(text);
    if asked.chars().any(|c| c.is_ascii_digit())
        || PROMISES.in_force.is_in(words)
        || is_announced(words)
        || is_excepted(words)
        || PROMISES.lays_before.prefix(words).is_some()
    {
        return Vec::new();
    }
    let found: Vec<(String, &TimeMention)> = if let Some(time) = heads_goals(scene, passage, sentence, clause) {
        things(text, clause, times, before).into_iter().map(|thing| (thing, time)).collect()
    } else {
        let Some(time) = dating::governing(text, sentence, clause, clause.end, times) else {
            return Vec::new();
        };
        if time.span == clause
            || passage.is_duty(time.span)
            || is_made_known(text, time)
            || is_subject_of_next(text, clause)
            || is_mere_work(&text[time.span.end.clamp(clause.start, clause.end)..clause.end])
            || !commits(scene, passage, time, sentence, clause)
        {
            return Vec::new();
        }
        paired(text, clause, times)
            .or_else(|| each_dated(text, clause, times))
            .unwrap_or_else(|| things(text, clause, times, before).into_iter().map(|thing| (thing, time)).collect())
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
    let told =
        VERDICTS.opens.prefix(next).is_some_and(|from| next[from.len()..].starts_with(|c: char| c.is_ascii_digit()));
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
/// says what shall become of a thing (phrase 27).
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

/// Whether `words` say what shall become of a thing, rather than what is, what is prevented, or by what it goes.
fn says_what(words: &str) -> bool {
    let opens = |forms: &&Forms| forms.prefix(words).is_some();
    fields(words).is_some() || ![&PROMISES.prevents, &PROMISES.follows, &CLAUSES.copula].iter().any(opens)
}

/// Whether `time` sets a deadline for what `clause` says.
fn commits(scene: &Scene, passage: &Passage<'_>, time: &TimeMention, sentence: Span, clause: Span) -> bool {
    // A plan without years of its own looks ahead to the goals that it names.
    let first = scene.first_year().or(scene.due.map(|_| i32::MIN));
    let (Some(year), Some(first)) = (time.end, first) else { return false };
    let text = passage.text;
    let own = clause.contains(time.span);
    let gap = text.get(time.span.end..clause.start).unwrap_or("");
    let tail = if own { &text[time.span.end..clause.end] } else { "" };
    let respectively = own && CLAUSES.respective.is_in(clause.of(text));
    let opens = text.get(sentence.start..time.span.start).is_some_and(|before| before.chars().count() <= OPENING);
    let words = clause.of(text);
    let goal = passage.role == Role::Goal;
    let planned = time.period && opens && (is_will(text, sentence) || moves(words, gap, goal));
    let further = gap.starts_with('，') && !gap.contains('；') && (goal || is_reached(words));
    let next = scene.first_year().is_some_and(|first| year > first) && (gap == "，" || further);
    let behind = text[time.span.end..sentence.end].trim_start_matches('，');
    // 2025年，预计市场扩大，竞争更加激烈: what is foreseen is no aim, nor what comes of it.
    let foreseen = |words: &str| CLAUSES.copula.prefix(words).or(CLAUSES.forecast.prefix(words)).is_some();
    let stated = !foreseen(words) && !foreseen(behind);
    let apart = next && stated && stands_before(time, text, sentence);
    let by = time.role == TimeRole::By
        || respectively
        || planned
        || apart && sets_a_state(without_scope(words))
        || own && sets_in(time, text, tail);
    let carried = !own && carries(time, text, sentence, clause);
    let outlook = TIME.outlook.prefix(time.span.of(text)).is_some();
    // 年底前, 年内 and the like reach no further than their own clause, or the one behind a comma.
    let says = sets_a_state(words)
        || planned && opening(words).is_some()
        || heads_clause(time, text, sentence) && brings_about(without_scope(words));
    // 按照部署，展望2035年，目标是：A；B
    let listed = outlook || gap.split_once('；').is_none_or(|(first, _)| first.contains('：'));
    // 年底前，机制基本建立，轮候库建成: a date that stands apart holds for all that follows.
    let alone = || text[time.span.end..].starts_with('，') && heads_clause(time, text, sentence);
    let far = (!time.relative || alone()) && (listed || opens) && says;
    let near = own || gap == "，" || far || carried;
    let heads = text[clause.end..].starts_with('：') || tail.starts_with(signs::of);
    let purpose = heads || is_purpose(words);
    let future = year >= first && !matches!(passage.role, Role::Review | Role::Context);
    // 展望2035年，我国将…，经济实力大幅跃升: whom the sentence begins with is still meant.
    let goes_on = outlook && !own && CLAUSES.scope.prefix(words).is_none() && is_about_the_nation("", behind);
    let abroad = scene.place.is_some() && (is_about_the_nation(words, tail) || goes_on);
    // 展望“十五五”，外部环境更加复杂
    let by = by && !(time.period && outlook) && !(own && modifies(text, clause, time));
    (by || carried) && near && future && !purpose && !abroad
}

/// 今年再推出20个事项，[推广新模式]: whether the year of the document, told before work or a number, holds for a further clause that
/// brings something about; 年内 does not for what goes on (年内建成医院，继续开展合作).
fn carries(time: &TimeMention, text: &str, sentence: Span, clause: Span) -> bool {
    let Some((told, between)) = text.get(time.span.end..clause.start).and_then(|gap| gap.split_once('，')) else {
        return false;
    };
    let words = without_scope(clause.of(text));
    let work = |words: &str| brings_about(PROMISES.will.strip_prefix(words).unwrap_or(words));
    let concrete = told.contains(|c: char| c.is_ascii_digit()) || work(told);
    let goes_on = time.role == TimeRole::By && CLAUSES.once_more.prefix(words).is_some();
    let ours = time.relative && !time.period && heads_clause(time, text, sentence);
    ours && concrete && !between.contains(['；', '：']) && work(words) && !goes_on
}

/// 开展[春节前]慰问活动: whether a time behind a verb of work tells of what kind its object is.
fn modifies(text: &str, clause: Span, time: &TimeMention) -> bool {
    let lead = &text[clause.start..time.span.start];
    let work =
        CLAUSES.add.suffix(lead).filter(|verb| PROMISES.will.suffix(verb).is_none() && is_verb_of_its_own(lead, verb));
    work.is_some()
        && !is_mere_verb(&text[time.span.end..clause.end])
        && opening(&text[time.span.end..clause.end]).is_none()
}

/// Whether a time that says in which years, not by when, sets a deadline for the words behind it: the plan's own period
/// before a state reached (“十五五”建成…, unlike “十五五”规划), a year before a verb (2027年建成…) or what comes to work (2027年机组投产).
fn sets_in(time: &TimeMention, text: &str, tail: &str) -> bool {
    if !time.period {
        let behind = without_scope(tail);
        let begins =
            opening(behind).is_some() || behind.len() < tail.len() && sets_a_state(behind) || moves_a_measure(behind);
        return time.role == TimeRole::During && (begins || comes_to_work(tail));
    }
    let named = !time.span.of(text).ends_with('”') || PROMISES.names_the_period.prefix(tail).is_some();
    !named && (sets_a_state(tail) || CLAUSES.complete.is_in(tail))
}

/// 2035年|，全县形成…: whether a year stands alone at the head of its sentence, or behind what it is told by.
fn stands_before(time: &TimeMention, text: &str, sentence: Span) -> bool {
    let alone = time.role == TimeRole::During && !time.period && !time.relative;
    alone && text[time.span.end..].starts_with('，') && dating::opens(text, sentence, time)
}

/// “十五五”期间，|规模稳步扩大，份额保持稳定: whether a clause behind a period and `gap` says how things move, unlike “十五五”时期，是关键五年.
///
/// Outside goals a degree may tell of what is feared (压力明显加大).
fn moves(words: &str, gap: &str, goal: bool) -> bool {
    let kept = CLAUSES.hold.is_in(words) && CLAUSES.kept_state.suffix(words).is_some();
    let done = gap == "，" && CLAUSES.completes.prefix(with_effort(words).unwrap_or(words)).is_some();
    let stated = goal && sets_a_state(words) && says_what(words);
    let told =
        gap.strip_prefix('，').filter(|told| !told.contains(['：', '；']) && CLAUSES.copula.prefix(told).is_none());
    told.is_some() && (kept || done || stated)
}

/// Whether `time` opens its clause, but for words of striving or looking ahead.
fn heads_clause(time: &TimeMention, text: &str, sentence: Span) -> bool {
    let before = text.get(sentence.start..time.span.start).unwrap_or("");
    let before = before.rsplit(['，', '；', '：']).next().unwrap_or(before);
    before.is_empty() || CLAUSES.strive.has(before) || PROMISES.looks_ahead.has(before)
}

/// 培育领军企业, 进一步提高路网密度, unlike 逐步满足需求: whether a clause brings something about.
fn brings_about(words: &str) -> bool {
    // 推动企业跻身世界500强: a numeral that says no quantity is told with what it names.
    let mut work = Some(words).filter(|words| !words.contains(|c: char| c.is_ascii_digit())).unwrap_or("");
    while let Some(rest) =
        [&CLAUSES.steadily, &CLAUSES.eagerly, &PROMISES.degree].iter().find_map(|how| how.strip_prefix(work))
    {
        work = rest;
    }
    let verb = Forms::longest_prefix(
        &[&CLAUSES.add, &CLAUSES.raise, &CLAUSES.betters, &CLAUSES.cut],
        with_effort(work).unwrap_or(work),
    );
    verb.is_some_and(|verb| is_verb_of_its_own(work, verb))
}

/// 全县|形成…: what is said of the territory.
fn without_scope(words: &str) -> &str {
    CLAUSES.scope.strip_prefix(words).unwrap_or(words)
}

/// 青禾县将|推进…: the clause behind 将, where its subject is the place that the plan is for.
fn behind_will(scene: &Scene, text: &str, clause: Span) -> Span {
    let words = clause.of(text);
    let ours = |subject: &str| {
        let place =
            scene.place.as_deref().is_some_and(|place| subject.chars().count() > 1 && place.starts_with(subject));
        subject.is_empty() || place || CLAUSES.scope.has(subject) && PROMISES.the_nation.prefix(subject).is_none()
    };
    match PROMISES.will.find(words) {
        Some((at, will)) if ours(&words[..at]) => Span::new(clause.start + at + will.len(), clause.end),
        _ => clause,
    }
}

/// Whether a sentence says what will be done (“十五五”期间，全县将推进…): a clause says 将 behind its subject.
fn is_will(text: &str, sentence: Span) -> bool {
    let clauses = sentence.of(text).split(['，', '；']);
    clauses
        .filter_map(|clause| PROMISES.will.find(clause).map(|(at, _)| &clause[..at]))
        .any(|subject| subject.chars().count() <= SUBJECT)
}

/// Whether a clause of a local plan speaks of the nation; a title that the nation gives is won at home (全国文明城市创建), and so is
/// what bears one (国家高新区, 国家级湿地公园).
fn is_about_the_nation(clause: &str, tail: &str) -> bool {
    let nation = |words: &&str| {
        let named = Forms::longest_prefix(&[&PROMISES.the_nation, &PROMISES.titled], words);
        let local = || told_of(words).is_some_and(|subject| PROMISES.bears_title.suffix(subject).is_some());
        named.is_some_and(|named| PROMISES.the_nation.has(named)) && !local()
    };
    PROMISES.wins_title.find(clause).is_none() && [clause, tail.trim_start_matches('，')].iter().any(nation)
}

/// Whether a clause says what for (为普及教育) or by what (以县为单位), not what.
fn is_purpose(clause: &str) -> bool {
    PROMISES.purpose.prefix(clause).is_some() || is_means(clause)
}

/// 以创建森林城市为抓手: by what means something is done.
pub(super) fn is_means(clause: &str) -> bool {
    // 以国家公园为主体的|保护地体系: what is described so is built.
    let taken = PROMISES.by_means.prefix(clause).and_then(|_| PROMISES.taken_as.find(clause));
    taken.is_some_and(|(at, _)| !clause[at..].contains(signs::of))
}

/// The things a clause builds or brings to a state: the objects of its verb, or its subjects.
fn things(text: &str, clause: Span, times: &[TimeMention], before: impl FnOnce() -> Vec<String>) -> Vec<String> {
    if let Some(names) = each_told(text, clause, times).or_else(|| fields(clause.of(text))) {
        return names;
    }
    // 居民收入|与经济增长同步
    let paced = keeps_pace(clause.of(text)).map(|paced| Span::new(clause.start, clause.start + paced.len()));
    let topic = topic(text, paced.unwrap_or(clause), times);
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
        let opened = before.is_empty() || CLAUSES.strive.has(before) || PROMISES.looks_ahead.has(before);
        clause.contains(t.span) && t.span.end == clause.end && opened
    });
    // 近期|到2028年: how long a part of the plan runs.
    if dated_only || PROMISES.term.has(&topic) {
        return Vec::new();
    }
    // 残疾人事业协调发展，|与现代化相适应: it is still told of what the clause before is about.
    let fits = clause.of(text).starts_with(signs::with) && PROMISES.fitting.suffix(&topic).is_some();
    if topic.chars().count() < 2 || is_mere_verb(&topic) || fits {
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
    if share || is_joined(topic) || PROMISES.wins_title.suffix(topic).is_some() {
        return vec![topic.to_owned()];
    }
    let short = list::split(topic).iter().any(|name| name.chars().count() < 3);
    // 花木与流水交融的庭院: one noun behind what its modifier joins; 便利的公交与整洁的街道 are two.
    let modified = topic.rfind(signs::of).is_some_and(|at| match topic.find('、') {
        Some(first) => first < at,
        None => topic.find(signs::of) == Some(at) && list::split(&topic[at..]).len() < 2,
    });
    if short || modified { vec![topic.to_owned()] } else { list::members(topic) }
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
    use crate::time::{self, Frame};

    fn told(text: &str) -> Vec<String> {
        let frame = Frame { period: Some((2026, 2030)), year: Some(2026), review: false };
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
        let frame = Frame { period: Some((2026, 2030)), year: Some(2026), review: false };
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
