//! What a clause without a number says of a thing: that a state is reached, that it comes to work, that it keeps pace; and of the
//! members of a list, what each is told of and when.

use super::topic::{
    before_aim, before_cover, before_doing, begun, degree, is_mere_verb, is_stage, strip, told_of, topic, with_effort,
    without_adverbs,
};
use crate::{
    judge::dating,
    lexicon::{CLAUSES, DEEDS, Forms, PROMISES, WORDED, signs},
    reading::{list, marks, verb::is_verb_of_its_own},
    span::Span,
    time::TimeMention,
};

/// Whether a clause says that a thing comes to something or to work, or that work is done, rather than how things move.
pub(super) fn is_reached(clause: &str) -> bool {
    let covers = before_cover(clause).len() < clause.len();
    let does = before_doing(clause).len() < clause.len() || before_aim(clause).len() < clause.len();
    let works = DEEDS.befalls.suffix(clause).is_some() || begun(clause).is_some();
    let comes = [&CLAUSES.comes_to, &CLAUSES.moved_to, &CLAUSES.brought_to].iter().any(|verbs| verbs.is_in(clause));
    covers || does || works || comes || tells_of_work_done(clause)
}

/// Whether a clause further on names a state reached or a work done, rather than how to go about it.
pub(super) fn sets_a_state(clause: &str) -> bool {
    let work = with_effort(clause).unwrap_or(clause);
    let work = CLAUSES.strive.strip_prefix(work).unwrap_or(work);
    let reached = PROMISES.leads.suffix(clause).is_some()
        || CLAUSES.state.suffix(clause).is_some()
        || degree(clause) < clause.len()
        || keeps_pace(clause).is_some();
    reached || CLAUSES.completes.prefix(work).is_some() || is_reached(clause)
}

/// 培育领军企业, 进一步提高路网密度, unlike 逐步满足需求: whether a clause brings something about.
pub(super) fn brings_about(words: &str) -> bool {
    // 推动企业跻身世界500强: a numeral that says no quantity is told with what it names.
    let mut work = Some(words).filter(|words| !words.contains(|c: char| c.is_ascii_digit())).unwrap_or("");
    while let Some(rest) =
        [&CLAUSES.steadily, &CLAUSES.eagerly, &PROMISES.degree].iter().find_map(|how| how.strip_prefix(work))
    {
        work = rest;
    }
    let work = with_effort(work).unwrap_or(work);
    let classes = [
        &CLAUSES.add,
        &CLAUSES.raise,
        &CLAUSES.betters,
        &CLAUSES.cut,
        &CLAUSES.presses_on,
        &PROMISES.promotes,
        &PROMISES.curbs,
    ];
    // 坚持[把农业放在首位]: by what it goes.
    let verb = Forms::longest_prefix(&classes, work).filter(|verb| !PROMISES.follows.has(verb));
    // “十五五”[发展的指导思想], “十五五”[发展需要], unlike 大力发展装备产业
    let noun = |verb: &str| {
        work[verb.len()..].starts_with(signs::of) || DEEDS.brings_up.has(verb) && work.len() == words.len()
    };
    verb.is_some_and(|verb| !noun(verb) && is_verb_of_its_own(work, verb))
}

/// 装备制造业增加值|稳步提升, 粮食产量|保持稳定, 居民收入增速|快于经济增长: whether a clause says how a measure shall move.
pub(super) fn moves_a_measure(clause: &str) -> bool {
    let kept = || CLAUSES.hold.strip_suffix(CLAUSES.kept_state.strip_suffix(clause)?);
    let told = &clause[..degree(clause)];
    let subject = if told.len() < clause.len() { Some(told) } else { kept().or_else(|| keeps_pace(clause)) };
    subject.is_some_and(|subject| CLAUSES.measure.suffix(without_adverbs(subject)).is_some())
}

/// 跨河大桥建成投用, 首台机组投产发电, 大桥合龙, unlike 会议审议通过: whether something begins to serve.
pub(super) fn comes_to_work(words: &str) -> bool {
    let begun = CLAUSES.put_to_work.suffix(words).filter(|_| is_stage(words));
    begun.or_else(|| CLAUSES.built.suffix(words)).or_else(|| DEEDS.befalls.suffix(words)).is_some()
}

/// 居民收入增速|快于经济增长: what goes ahead of another stands before the word that compares them; not 收入高于全县水平的镇.
fn goes_ahead(clause: &str) -> Option<&str> {
    let (at, word) = WORDED.compares.find(clause)?;
    let other = &clause[at + word.len()..];
    let told = at > 0 && !other.is_empty() && !other.contains(|c: char| signs::of(c) || c.is_ascii_digit());
    let how = |name: &str| {
        Forms::longest_suffix(&[&PROMISES.degree, &CLAUSES.hold], name).map_or(name.len(), |how| name.len() - how.len())
    };
    told.then(|| without_adverbs(&clause[..how(&clause[..at])]))
}

/// 居民收入|与经济增长同步: what keeps pace stands before the 与 of what it keeps pace with, or before what it is ahead of.
pub(super) fn keeps_pace(clause: &str) -> Option<&str> {
    in_step(clause).or_else(|| goes_ahead(clause))
}

fn in_step(clause: &str) -> Option<&str> {
    let rest = PROMISES.in_step.strip_suffix(clause)?;
    let (at, with) = PROMISES.paired_with.rfind(rest)?;
    // 学校布局|与人口分布相适应: what fits stands before what it fits, whatever that is.
    let fits = PROMISES.fitting.suffix(clause).is_some();
    let paced = at > 0 && (fits || PROMISES.economy.prefix(&rest[at + with.len()..]).is_some());
    paced.then(|| &rest[..at])
}

/// A、B分别于2023年、2024年建成: each thing with its time.
pub(super) fn paired<'a>(text: &str, clause: Span, times: &'a [TimeMention]) -> Option<Vec<(String, &'a TimeMention)>> {
    let at = clause.start + CLAUSES.respective.find(clause.of(text))?.0;
    let behind = Span::new(at, clause.end);
    let times: Vec<&TimeMention> = times.iter().filter(|t| behind.contains(t.span) && t.dates()).collect();
    let things = list::members(marks::trimmed(&strip(&text[clause.start..at])));
    (times.len() > 1 && times.len() == things.len()).then(|| things.into_iter().zip(times).collect())
}

/// 安置房5月交付、水厂6月开工, 水厂3月开工、9月投用: the members of a list that each tell what becomes of a thing and when.
pub(super) fn each_dated<'a>(
    text: &str,
    clause: Span,
    times: &'a [TimeMention],
) -> Option<Vec<(String, &'a TimeMention)>> {
    let mut found: Vec<(String, &TimeMention)> = Vec::new();
    for piece in pieces(text, clause) {
        let time = dating::within(times, piece).iter().find(|time| time.dates() && piece.contains(time.span))?;
        let tail = Span::new(time.span.end, piece.end).of(text);
        if !comes_to_work(tail) && !sets_a_state(tail) && !brings_about(tail) {
            return None;
        }
        let name = topic(text, piece, times);
        let known = || found.last().map(|(name, _)| name.clone());
        let name = if is_mere_verb(&name) { known()? } else { name };
        found.push((name, time));
    }
    (found.len() > 1).then_some(found)
}

/// 结构更加优化、功能更加完善: the subjects of a list whose members each tell a state.
pub(super) fn each_told(text: &str, clause: Span, times: &[TimeMention]) -> Option<Vec<String>> {
    if !clause.of(text).contains('、') {
        return None;
    }
    let pieces = pieces(text, clause);
    // 外资占全国、全省份额保持稳定: one share.
    // 建设进入积厚成势、整体跃升的关键阶段: what modifies one noun is no list of states.
    let modifies = |piece: &str| piece.contains(signs::of) && PROMISES.of_the_aim.suffix(piece).is_none();
    let told = |piece: &Span| {
        let piece = piece.of(text);
        told_of(piece).is_some_and(|thing| !modifies(&piece[thing.len()..])) && CLAUSES.makes_up.find(piece).is_none()
    };
    let told = pieces.iter().all(told);
    (told && pieces.len() > 1).then(|| pieces.iter().map(|&piece| topic(text, piece, times)).collect())
}

/// 在[推进改革和开放]上|走在前列: the fields in which a state is reached of which nothing else is told.
pub(super) fn fields(clause: &str) -> Option<Vec<String>> {
    let clause = clause.rsplit('：').next().unwrap_or(clause);
    let (at, place) =
        clause.char_indices().find(|&(_, c)| signs::at(c)).filter(|&(at, _)| strip(&clause[..at]).is_empty())?;
    let inside = &clause[at + place.len_utf8()..];
    let (end, after) = PROMISES.field_end.places(inside).into_iter().find_map(|end| {
        let after = PROMISES.field_end.strip_prefix(&inside[end..])?;
        let told = strip(after);
        (PROMISES.leads.has(&told) || sets_a_state(&told) && told_of(&told).is_none()).then_some((end, after))
    })?;
    // 高质量发展: words of work alone are the field.
    let field = Some(strip(&inside[..end])).filter(|field| field.chars().count() > 1);
    (!after.is_empty()).then(|| list::members(field.as_deref().unwrap_or(&inside[..end])))
}

/// The parts of `clause` between its 、 outside brackets and quotation marks.
pub(super) fn pieces(text: &str, clause: Span) -> Vec<Span> {
    let mut start = clause.start;
    let mut depth = 0;
    let mut pieces = Vec::new();
    for (at, c) in clause.of(text).char_indices() {
        match c {
            '（' | '“' | '《' => depth += 1,
            '）' | '”' | '》' => depth -= 1,
            '、' if depth == 0 => {
                pieces.push(Span::new(start, clause.start + at));
                start = clause.start + at + c.len_utf8();
            }
            _ => {}
        }
    }
    pieces.push(Span::new(start, clause.end));
    pieces
}

/// 县中医院|完成搬迁, 河道|全部建成美丽河道: whether a verb behind its subject tells that the work is done.
fn tells_of_work_done(clause: &str) -> bool {
    let done = |verb: &str| CLAUSES.complete.has(verb) || CLAUSES.built.has(verb);
    let verb = CLAUSES.completes.find(clause);
    is_done_throughout(clause) || verb.is_some_and(|(at, verb)| verb.chars().count() > 2 || at > 0 && done(verb))
}

/// 河道|全部建成美丽河道: whether an adverb of completion before a verb of bringing about says what became of a subject.
fn is_done_throughout(clause: &str) -> bool {
    CLAUSES.completes.find(clause).is_some_and(|(at, _)| PROMISES.before_state.suffix(&clause[..at]).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{self, Frame};

    #[test]
    fn what_keeps_pace_with_the_economy_stands_before_it() {
        assert_eq!(keeps_pace("居民收入与经济增长同步"), Some("居民收入"));
        assert_eq!(keeps_pace("居民收入同地区生产总值增长基本同步"), Some("居民收入"));
        assert_eq!(keeps_pace("城镇和农村居民收入同步"), None);
        assert_eq!(keeps_pace("学校布局与人口分布相适应"), Some("学校布局"));
        assert_eq!(keeps_pace("渔业与经济社会协调发展"), Some("渔业"));
        assert_eq!(keeps_pace("居民收入增速快于经济增长"), Some("居民收入增速"));
        assert_eq!(keeps_pace("居民收入增长持续高于全县平均水平"), Some("居民收入增长"));
        assert_eq!(keeps_pace("支持收入高于全县平均水平的镇"), None);
    }

    fn dated(text: &str) -> Vec<String> {
        let frame = Frame { period: Some((2026, 2030)), year: Some(2026), review: false, republic: false };
        let (times, clause) = (time::scan(text, frame), Span::new(0, text.len()));
        let found = each_dated(text, clause, &times).unwrap_or_default();
        found.into_iter().map(|(name, time)| format!("{name} {}", time.span.of(text))).collect()
    }

    #[test]
    fn members_that_each_tell_what_becomes_of_a_thing_have_their_own_times() {
        assert_eq!(dated("安置房2027年交付、水厂2028年开工"), ["安置房 2027年", "水厂 2028年"]);
        assert_eq!(dated("水厂2027年开工、2028年通水"), ["水厂 2027年", "水厂 2028年"]);
        assert_eq!(dated("水厂、安置房2027年交付"), [""; 0]);
        assert_eq!(dated("2027年、2028年水厂通水"), [""; 0]);
    }

    #[test]
    fn members_that_each_tell_a_state_are_named_without_it() {
        let told = |text: &str| each_told(text, Span::new(0, text.len()), &[]);
        let names = |names: [&str; 2]| Some(names.map(str::to_owned).to_vec());
        assert_eq!(told("结构更加优化、功能明显增强"), names(["结构", "功能"]));
        assert_eq!(told("结构、功能更加完善"), None);
        assert_eq!(told("外资占全国、全省份额保持稳定"), None);
    }

    #[test]
    fn a_state_may_be_told_of_a_field_alone() {
        let told = |text: &str| fields(text).unwrap_or_default().join("|");
        assert_eq!(told("在推进深层次改革上勇争先"), "深层次改革");
        assert_eq!(told("在共同富裕方面继续走在前列"), "共同富裕");
        assert_eq!(told("在河岸上建成栈道"), "");
        assert_eq!(told("农田水利走在前列"), "");
    }

    #[test]
    fn a_state_is_told_behind_its_subject() {
        for (clause, told) in [
            ("评估机制全面运行", true),
            ("河长制有效运转", true),
            ("建设方案获批", true),
            ("公交网络覆盖所有社区", true),
            ("开展全面调查", false),
        ] {
            assert_eq!(sets_a_state(clause), told, "{clause}");
        }
    }
}
