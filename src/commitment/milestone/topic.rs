//! What a clause without a number speaks of: the words between its time and verbs on one side and its predicate on the other.

use crate::{
    lexicon::{CLAUSES, DEEDS, Forms, PROMISES, QUANTITY, SIGNS, TIME, segment, signs},
    reading::{marks, numbering, subject, verb},
    span::Span,
    time::{TimeMention, TimeRole},
};

/// How long what stands before a stage of its work may be and still name no thing, in characters (主体|完工).
const SHORT: usize = 2;

/// How long the name of a place may be where a thing is or works, in characters.
const PLACE: usize = 6;

/// What a clause speaks of, without its time, verbs and predicate.
pub(crate) fn topic(text: &str, clause: Span, times: &[TimeMention]) -> String {
    let mut start = clause.start;
    let mut end = clause.end;
    let mut named_before = false;
    for time in times.iter().filter(|t| clause.contains(t.span) && t.role != TimeRole::Named) {
        let lead = &text[start..time.span.start];
        if lead.chars().count() <= 8 && !is_mere_verb(&strip(&text[time.span.end..clause.end]))
            || strip(lead).is_empty()
            || CLAUSES.says_aims.suffix(lead.trim_end_matches(signs::le)).is_some()
        {
            start = time.span.end;
        } else if is_told_of(lead, &text[time.span.end..clause.end]) {
            end = time.span.start;
            named_before = true;
            break;
        }
    }
    let whole = &text[start..end];
    let rest = strip(whole);
    let verb = verb_before(whole, &rest);
    let asked = PROMISES.asked_for.suffix(&rest).is_some();
    let by_reference = CLAUSES.complete.find(&rest).filter(|&(at, _)| at > 0 && asked);
    let rest = by_reference.map_or(rest.as_str(), |(at, _)| without_adverbs(&rest[..at]));
    let rest = PROMISES.of_the_aim.strip_suffix(rest).unwrap_or(rest);
    let end = predicate(rest);
    let end = if is_pressed_on(whole, rest, end) { rest.len() } else { end };
    let name = marks::trimmed(&rest[..end]);
    let name = if named_before { subject::without_second_promise(name) } else { name };
    let name = if end < rest.len() || named_before { without_adverbs(name) } else { name };
    // 创新、治理等|全面发展
    let name = SIGNS.and_so_on.strip_suffix(name).filter(|_| end < rest.len()).unwrap_or(name);
    // 在城镇社区|实现[健身圈]全覆盖: what is reached there.
    let there = Some(&rest[end..]).filter(|_| name.starts_with(signs::at));
    if let Some(reached) = there.and_then(|told| told_of(CLAUSES.comes_to.strip_prefix(told)?)) {
        return reached.to_owned();
    }
    // 建设|方案[获批]: a bare kind is named with the work that it is for.
    let bare = end < rest.len() && !name.is_empty() && name.chars().count() <= SHORT;
    format!("{}{name}", verb.filter(|_| bare).unwrap_or(""))
}

/// 推进|城市更新, 推动|产业升级, 完成|产业转型升级: whether `rest`, behind a verb that presses on with it or completes it in `whole`, ends from
/// `end` on in that work.
fn is_pressed_on(whole: &str, rest: &str, end: usize) -> bool {
    let presses = |before| {
        let verb = Forms::longest_suffix(&[&CLAUSES.presses_on, &PROMISES.promotes, &CLAUSES.complete], before);
        // 力争实现|零的突破
        verb.is_some_and(|verb| CLAUSES.complete.has(verb) || CLAUSES.comes_to.suffix(verb).is_none())
    };
    PROMISES.noun_of_work.has(&rest[end..]) && whole.strip_suffix(rest).is_some_and(presses)
}

/// The verb of work that stands in `whole` right before `rest`, its end, and may begin a name (管护|制度).
fn verb_before<'t>(whole: &'t str, rest: &str) -> Option<&'t str> {
    let before = whole.strip_suffix(rest)?;
    let verb = CLAUSES.add.suffix(before)?;
    let brings = [&CLAUSES.presses_on, &CLAUSES.causes, &CLAUSES.brings_about, &CLAUSES.strive];
    let work = verb.chars().count() == SHORT && brings.iter().all(|forms| !forms.has(verb));
    work.then(|| &before[before.len() - verb.len()..])
}

/// 燃煤锅炉|2023年底前[实现超低排放], 迁建项目|年底前[主体结顶]: whether `tail`, behind a time, tells what becomes of what `lead` names.
fn is_told_of(lead: &str, tail: &str) -> bool {
    let reached = || {
        let verb = CLAUSES.comes_to.prefix(tail).or_else(|| CLAUSES.completes.prefix(tail));
        verb.is_some() || DEEDS.befalls.suffix(tail).is_some()
    };
    // 在老城区|2023年底前完成雨污分流, unlike 支持产业园|…: where it is done is not what it is told of.
    let placed = || CLAUSES.preposition.prefix(lead).is_some_and(|word| !CLAUSES.add.has(word));
    is_mere_verb(&strip(tail)) || reached() && !placed()
}

/// 产业结构|更加优化: what a state is told of, and nothing where none is told.
pub(super) fn told_of(words: &str) -> Option<&str> {
    let words = PROMISES.of_the_aim.strip_suffix(words).unwrap_or(words);
    let subject = &words[..predicate(words)];
    // 落实|到位: a verb alone is what nothing is told of.
    let named = subject.chars().count() > 1 && !CLAUSES.implement.has(subject);
    (subject.len() < words.len() && named).then_some(subject)
}

/// 改造|全部, 收入|将, 产品|在国内率先: without what stands between a subject and its predicate.
pub(super) fn without_adverbs(name: &str) -> &str {
    let mut rest = name;
    while let Some(shorter) = PROMISES.before_state.strip_suffix(rest).filter(|rest| rest.chars().count() > 1) {
        rest = marks::trimmed(shorter);
    }
    // 智联网|在主城区[实现覆盖], unlike 在编人员
    let place = |place: &str| {
        let kind = PROMISES.kind_of_place.suffix(place).is_some() && place.chars().count() <= PLACE;
        kind || PROMISES.area.suffix(place).is_some()
    };
    // 评估结果|全市范围内[互认]
    let all_over = PROMISES.all_over.strip_suffix(rest).filter(|thing| thing.chars().count() > SHORT);
    rest = all_over.and_then(|thing| CLAUSES.scope.strip_suffix(thing)).unwrap_or(rest);
    match rest.rsplit_once(signs::at) {
        Some((thing, at)) if thing.chars().count() > 1 && place(at) && segment::ends_word(rest, thing.len()) => thing,
        _ => subject::without_place(rest),
    }
}

/// `text` without enumeration, verbs, adverbs and scope words at its left.
pub(super) fn strip(text: &str) -> String {
    let mut rest = behind_span(numbering::enumeration(text));
    let (mut opened, mut written, mut done) = (false, false, false);
    let whole = rest;
    let stated = || predicate(whole) < whole.len();
    while let Some(after) = opening(rest).filter(|_| !PROMISES.stage.has(rest)) {
        // 完成|规划编制, 完成|改造任务: what the first verb governs.
        if opened && (PROMISES.stage.has(after) || PROMISES.target_noun.has(after)) {
            break;
        }
        let words = &rest[..rest.len() - after.len()];
        // 增强|发展动能, 发展质量|明显提高, unlike 大力|发展银发经济: behind another verb, or before a state, a noun opens with it.
        let only_promotes = PROMISES.promotes.has(words) && !CLAUSES.add.has(words) && !CLAUSES.lead.has(words);
        // 健全|推广机制: a bare kind is named with the work that it is of.
        let work = [&CLAUSES.add, &CLAUSES.causes, &CLAUSES.presses_on].iter().any(|verbs| verbs.has(words));
        let bare = done && work && (1..=SHORT).contains(&after.chars().count());
        if only_promotes && (done || stated()) || bare {
            break;
        }
        let adverb = [
            &CLAUSES.steadily,
            &CLAUSES.eagerly,
            &CLAUSES.strive,
            &CLAUSES.scope,
            &PROMISES.with_effort,
            &PROMISES.how_made,
        ];
        done |= !adverb.iter().any(|forms| forms.has(words));
        // 出台|培育未来产业指导意见: what a paper is for belongs to its name.
        let goes_on = CLAUSES.connective.has(words) || CLAUSES.issues.has(words);
        if written && !goes_on && PROMISES.paper.suffix(after).is_some() {
            break;
        }
        // 建成|联通两岸的通道: what the thing built does.
        let serves =
            rest.len() < text.len() && DEEDS.serves.has(words) && after.find(signs::of).is_some_and(|at| at > 0);
        // 加强|培训: work that is pressed on with is what is meant.
        let pressed = [&CLAUSES.presses_on, &PROMISES.promotes].iter().any(|verbs| verbs.has(words));
        let trains = pressed && CLAUSES.activity.has(after) && !CLAUSES.construction.has(after);
        if trains {
            rest = after;
            break;
        }
        // 建成覆盖|全面、运转高效的体系: what modifies the noun is stripped no further.
        let modifies = after.starts_with('、') && after.contains(signs::of) && CLAUSES.eagerly.has(words);
        if modifies || serves || is_noun(words, after) {
            break;
        }
        written = CLAUSES.issues.has(words);
        opened |= CLAUSES.complete.suffix(words).is_some();
        rest = after;
    }
    rest.trim_start_matches(|c| "、，".contains(c) || signs::le(c) || signs::of(c)).to_owned()
}

/// 用五年时间|基本实现现代化: what stands behind how long it takes.
fn behind_span(text: &str) -> &str {
    let words = text.trim_start_matches(['，', '、']);
    let takes = TIME.takes.prefix(words).and_then(|_| numbering::years(words));
    takes.unwrap_or(text)
}

/// 高质量发展|取得显著成效, 发展|水平明显提升, 整治|工作: whether `words` end in a verb that is a noun here, since `after` it nothing stands that it
/// could govern.
fn is_noun(words: &str, after: &str) -> bool {
    let verb = Forms::longest_suffix(&[&CLAUSES.add, &CLAUSES.presses_on, &PROMISES.promotes], words);
    let verb = verb.is_some_and(|verb| verb.chars().count() > 1);
    let told = degree(after);
    let comes = CLAUSES.comes_to.prefix(after).is_some() && QUANTITY.becomes.prefix(after).is_none();
    let predicate = comes || told == 0;
    let work =
        CLAUSES.mere_work.has(after) && !PROMISES.target_noun.has(after) && CLAUSES.complete.suffix(words).is_none();
    let aspect = told < after.len() && DEEDS.aspect.has(&after[..told]);
    verb && !after.is_empty() && (predicate || work || aspect)
}

/// 总体|实现…, 奋力|打造…: what stands behind an adverb before a verb.
pub(super) fn with_effort(words: &str) -> Option<&str> {
    let makes = |after: &str| CLAUSES.add.prefix(after).is_some_and(|verb| verb::is_verb_of_its_own(after, verb));
    let verb = |after: &&str| CLAUSES.completes.prefix(after).or(CLAUSES.comes_to.prefix(after)).is_some();
    // 基本|构建…, 初步|形成…
    let made = || PROMISES.how_made.strip_prefix(words).filter(|after| makes(after));
    PROMISES.with_effort.strip_prefix(words).filter(verb).or_else(made)
}

/// One verb, adverb or scope word off the left.
pub(super) fn opening(rest: &str) -> Option<&str> {
    let rest = rest.trim_start_matches(|c| "、，".contains(c) || signs::le(c));
    if let Some(after) = with_effort(rest) {
        return Some(after);
    }
    let classes = [
        &CLAUSES.lead,
        &CLAUSES.add,
        &CLAUSES.scope,
        &CLAUSES.strive,
        &CLAUSES.betters,
        &PROMISES.curbs,
        &PROMISES.promotes,
    ];
    // 消除|黑臭水体, but not 减|污降碳 or 淘汰|落后产能机制
    let removed = || CLAUSES.cut.prefix(rest).filter(|form| CLAUSES.put_to_work.has(form));
    let form = Forms::longest_prefix(&classes, rest).or_else(removed)?;
    // 各县|（市、区）粮食储备
    let after = &rest[form.len()..];
    // 全国|有影响力的中心: where a thing has it that a quality tells.
    let owned = CLAUSES.scope.has(form) && CLAUSES.own.strip_prefix(after).is_some_and(|told| told.contains(signs::of));
    // 出台|实施细则: what begins like a verb may be a noun.
    let noun = CLAUSES.indivisible.prefix(rest).is_some_and(|noun| noun.len() > form.len());
    // 比亚迪|基地: a name that begins with a word of one character.
    let inside = || form.chars().count() == 1 && !segment::ends_word(rest, form.len());
    let whole = !after.starts_with('（') && !owned && !noun && !inside();
    (whole && verb::is_verb_of_its_own(rest, form)).then(|| &rest[form.len()..])
}

/// Where the predicate of `rest` begins: 持续提升, 显著增强, 基本形成 at its end.
fn predicate(rest: &str) -> usize {
    // 环保绩效|达到A级水平的产能占比|提升: what things have reached whose share is measured is no predicate.
    let share = QUANTITY.share_noun.suffix(without_adverbs(before_state(rest))).is_some();
    let measured = |at: usize| share && rest[at..].contains(signs::of);
    let comes = |at: usize| {
        let verbs = [&CLAUSES.comes_to, &CLAUSES.enters, &CLAUSES.moved_to, &CLAUSES.brought_to];
        Forms::longest_prefix(&verbs, &rest[at..]).is_some() && !measured(at)
    };
    let reaching = rest.char_indices().skip(2).find(|&(at, _)| comes(at));
    let reached = reaching.map_or(rest, |(at, _)| before_making(&rest[..at], &rest[at..]));
    // 产业升级|迈上新台阶: before what it comes to, work is what it says.
    let told = if reaching.is_some() && PROMISES.noun_of_work.suffix(reached).is_some() {
        reached
    } else {
        before_state(reached)
    };
    let end = before_aim(before_doing(before_cover(before_work(before_event(told))))).len();
    if rest[..end].chars().count() > 1 { end } else { rest.len() }
}

/// 生活圈|覆盖所有社区, unlike 覆盖所有社区的生活圈: what reaches every one of a kind stands before that.
pub(super) fn before_cover(words: &str) -> &str {
    let covers = PROMISES.covers.rfind(words).filter(|&(at, _)| at > 0 && !words[at..].contains(signs::of));
    covers.map_or(words, |(at, _)| &words[..at])
}

/// 产业园区|全部实施循环化改造: what wholly does something stands before that.
pub(super) fn before_doing(words: &str) -> &str {
    let does = |&at: &usize| {
        let rest = PROMISES.wholly.strip_prefix(&words[at..]).filter(|_| words[..at].chars().count() > SHORT);
        let verb = rest.and_then(|rest| PROMISES.carries_out.prefix(rest));
        // 各部门要|全面执行制度: who is told what to do.
        let told = SIGNS.each.is_in(&words[..at]) || CLAUSES.shall.suffix(&words[..at]).is_some();
        verb.is_some() && !told && !words[at..].contains(signs::of) && segment::ends_word(words, at)
    };
    let at = PROMISES.wholly.places(words).into_iter().find(does);
    at.map_or(words, |at| &words[..at])
}

/// 交通运输业|向一流水平迈进: what moves towards something stands before that.
pub(super) fn before_aim(words: &str) -> &str {
    let aim = PROMISES.heads_for.strip_suffix(words).and_then(|aim| PROMISES.towards.rfind(aim));
    // 由制造大市向制造强市迈进, 阔步向现代化迈进
    let whole = |thing: &&str| CLAUSES.preposition.find(thing).is_none() && thing.chars().count() > SHORT;
    let thing = aim.map(|(at, _)| CLAUSES.conjunction.strip_suffix(&words[..at]).unwrap_or(&words[..at]));
    thing.filter(whole).unwrap_or(words)
}

/// 县档案馆|完成搬迁: what work is done on it stands behind its name.
fn before_work(words: &str) -> &str {
    let done = CLAUSES.complete.rfind(words).filter(|&(at, _)| words[..at].chars().count() > 1);
    let work = |behind: &str| CLAUSES.add.suffix(behind).or_else(|| PROMISES.stage.suffix(behind)).is_some();
    // 镇街|完成标准化建设, 规上企业|完成数字化改造: of who does it the work is told.
    let who = |name: &str| {
        // 各县（市、区）
        let kinds = name.strip_suffix('）').and_then(|open| open.rsplit_once('（'));
        let kind = kinds.filter(|(_, others)| others.contains('、')).map_or(name, |(kind, _)| kind);
        let known = PROMISES.kind_of_place.suffix(kind).is_some() || DEEDS.actor.suffix(kind).is_some();
        known && kind.chars().nth(PLACE).is_none()
    };
    let done = done.filter(|&(at, _)| !who(without_adverbs(&words[..at])));
    done.filter(|&(at, verb)| work(&words[at + verb.len()..]) && segment::ends_word(words, at))
        .map_or(words, |(at, _)| &words[..at])
}

/// 把县城|建设[成为园林城市]: what is made into something, where `verb` says that it becomes so.
fn before_making<'t>(thing: &'t str, verb: &str) -> &'t str {
    let made = CLAUSES.construction.strip_suffix(thing).filter(|_| QUANTITY.becomes.prefix(verb).is_some());
    made.filter(|thing| thing.chars().count() > 1).unwrap_or(thing)
}

/// 环城高速|全线贯通, 枢纽|正式启用, 人民医院新院区|投入运营: what something befell, before that and how it came.
fn before_event(words: &str) -> &str {
    let whole = |thing: &&str| segment::ends_word(words, thing.len());
    let named = |thing: &&str| thing.chars().count() > SHORT;
    let event = DEEDS.befalls.strip_suffix(words).filter(whole).filter(|thing| !is_stage(words) || named(thing));
    let Some(thing) = event.or_else(|| begun(words)) else { return words };
    let thing = DEEDS.course.strip_suffix(thing).unwrap_or(thing);
    // 医院新院区|主体[完工]
    let thing = PROMISES.part_of_work.strip_suffix(thing).filter(named).unwrap_or(thing);
    before_state(thing)
}

/// 枢纽|竣工, 管网|投产运营: what comes to work, or to a stage of it, before the words that say so.
pub(super) fn begun(words: &str) -> Option<&str> {
    let form = CLAUSES.put_to_work.suffix(words).filter(|form| PROMISES.stage.has(form))?;
    let thing = &words[..words.len() - form.len()];
    (segment::ends_word(words, thing.len()) && thing.chars().count() > SHORT).then_some(thing)
}

/// `words` up to the degrees and states that they end in, and those joined to them (平台|建成并投入使用).
fn before_state(words: &str) -> &str {
    // 机场|建成并[通航]
    let open = CLAUSES.connective.suffix(words).filter(|form| CLAUSES.no_noun.has(form) && form.len() < words.len());
    let bare = open.map_or(words, |form| &words[..words.len() - form.len()]);
    let words = if before_told(bare).len() < bare.len() { bare } else { words };
    let mut told = before_told(words);
    let joined = |told: &str| CLAUSES.connective.suffix(told).filter(|form| CLAUSES.no_noun.has(form));
    while let Some(form) = joined(told).filter(|form| told.len() < words.len() && form.len() < told.len()) {
        told = before_told(&told[..told.len() - form.len()]);
    }
    told
}

fn before_told(words: &str) -> &str {
    // 村庄规划|“应编尽编”
    let quoted = words.strip_suffix('”').and_then(|words| words.rsplit_once('“'));
    if let Some((thing, _)) = quoted.filter(|(thing, told)| !thing.is_empty() && CLAUSES.state.has(told)) {
        return thing;
    }
    let mut end = degree(words);
    while let Some(form) = CLAUSES.state.suffix(&words[..end]).filter(|form| {
        // 人的|全面发展: what stands behind 的 is what is meant.
        // 城市更新|有序推进: what a name ends in is no state.
        let whole = CLAUSES.indivisible.suffix(&words[..end]).is_some_and(|word| word.len() > form.len());
        // 科技创新|取得突破
        let inside = form.chars().nth(1).is_none() && !segment::ends_word(words, end - form.len());
        let name = whole && end < words.len() || inside;
        form.len() < end && !words[..end - form.len()].ends_with(signs::of) && !name
    }) {
        end -= form.len();
    }
    &words[..end]
}

/// Where a predicate of degree begins at the end of `words` (持续进阶, 更加富裕更加安康, 更高效、更和谐): an adverb with two characters behind
/// it, 更加 with four (更加可感可及), or how far a thing goes with what it does (全面运行).
pub(super) fn degree(words: &str) -> usize {
    let mut end = words.len();
    let adverb = |forms: &Forms, end: usize, width: usize| {
        let (at, _) = words[..end].char_indices().rev().nth(width - 1)?;
        // 变更|登记: the adverb is a word of its own.
        forms
            .suffix(&words[..at])
            .map(|adverb| at - adverb.len())
            .filter(|&from| from == 0 || segment::ends_word(words, from))
    };
    // 评估机制|全面运行
    let goes = |end: usize| {
        let verb = PROMISES.goes.suffix(&words[..end])?;
        adverb(&PROMISES.how_far, end, verb.chars().count())
    };
    let told = |end| adverb(&PROMISES.degree, end, 2).or_else(|| goes(end)).or_else(|| adverb(&PROMISES.more, end, 4));
    while let Some(at) = told(end) {
        let told = words[..at].trim_end_matches('、');
        end = if adverb(&PROMISES.degree, told.len(), 2).is_some() { told.len() } else { at };
    }
    end
}

/// 开工建设, 投入使用: a verb without anything it is about.
pub(super) fn is_mere_verb(topic: &str) -> bool {
    let told = [&CLAUSES.state, &CLAUSES.predicate, &DEEDS.befalls, &DEEDS.course];
    let classes = [&told[..], &[&CLAUSES.add, &CLAUSES.fall, &PROMISES.stage]].concat();
    let mut rest = topic;
    while let Some(form) = Forms::longest_prefix(&classes, rest) {
        rest = &rest[form.len()..];
    }
    rest.is_empty() || PROMISES.verb_rest.has(rest)
}

/// 规划编制, 主体完工: a stage of a work, which is no subject of the stages behind it.
pub(crate) fn is_stage(topic: &str) -> bool {
    PROMISES.stage.suffix(topic).is_some()
}
