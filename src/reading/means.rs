//! What stands before the verb that brings a thing about and is no part of its name: a place, a means, an aim, and those who
//! are made to do it.

use crate::lexicon::{CLAUSES, DEEDS, Forms, PROMISES, numerals, segment, signs};

use super::verb::{deals_with, is_verb_of_its_own};

/// The longest name of those of whom each one has something, with its 每, in characters (每个行政村).
const EACH: usize = 6;

/// 在智能制造领域|形成…, 依托三家医院|建设…: the last verb of `rest` behind a preposition, with its place.
pub(super) fn behind_preposition(rest: &str) -> Option<(usize, &'static str)> {
    CLAUSES.preposition.prefix(rest)?;
    let own = || verbs(rest).filter(|&(at, form)| is_verb_of_its_own(&rest[at..], form));
    // 面向农民|开展|技能培训: what a verb at the end names is done as well.
    own().filter(|&(at, form)| at + form.len() < rest.len()).last().or_else(|| own().last())
}

/// 新建[（改扩建）]学校: a bracket behind the verb that only says in what other way it is done is no part of the name.
pub(super) fn behind_other_way(rest: &str, led: bool) -> &str {
    let bracket = rest.strip_prefix('（').and_then(|rest| rest.split_once('）'));
    let way = bracket.filter(|(way, after)| led && CLAUSES.add.has(way) && !after.is_empty());
    way.map_or(rest, |(_, after)| after)
}

/// 聚焦重点领域|突破…, 精准|开展…, 采取多种方式|筹集…, 鼓励企业|开办…, 为老年人|提供…: the verb of `rest` behind a field or a manner, or behind
/// those who are made to do it or for whom it is done, with its place.
pub(super) fn behind_others(rest: &str) -> Option<(usize, &'static str)> {
    let governed = |&(at, form): &(usize, &str)| governs(rest, at, form);
    if CLAUSES.regards.prefix(rest).is_some() {
        return verbs(rest).filter(governed).last();
    }
    if let Some(how) = DEEDS.how.prefix(rest) {
        let after = &rest[how.len()..];
        // 免费|为老年人|提供服务
        let whom = || behind_others(after).map(|(at, form)| (how.len() + at, form));
        let served = CLAUSES.serves_as.prefix(after).and_then(|_| whom());
        let form = CLAUSES.add.prefix(after).filter(|form| form.chars().count() > 1).or_else(|| dealing(after));
        return served.or_else(|| form.map(|form| (how.len(), form)).filter(governed));
    }
    let so = DEEDS.manner.rfind(rest).map(|(at, manner)| at + manner.len());
    if let Some(verb) = so.and_then(|so| verbs(rest).find(|&(at, _)| at == so)).filter(governed) {
        return Some(verb);
    }
    let led = CLAUSES.causes.prefix(rest).or_else(|| CLAUSES.serves_as.prefix(rest))?;
    let actors = [&CLAUSES.people, &CLAUSES.crowds, &DEEDS.actor];
    // 支持企业|牵头|制定标准
    let who = |at: usize| {
        let doer = DEEDS.how.strip_suffix(&rest[..at]).unwrap_or(&rest[..at]);
        // 为|12个省份|保供电煤
        let counted = doer.get(led.len()..).is_some_and(|who| who.starts_with(|c: char| c.is_ascii_digit()));
        counted || actors.iter().any(|forms| forms.suffix(doer).is_some())
    };
    // 推动银行|向园区|投放…
    let toward = |end: usize| {
        let mut inner = rest[..end].char_indices().map(|(at, _)| at).skip_while(|&at| at <= led.len());
        inner.any(|at| CLAUSES.preposition.prefix(&rest[at..end]).is_some() && who(at))
    };
    let somebody = |at: usize| at > led.len() && (who(at) || toward(at));
    verbs(rest).find(|verb| somebody(verb.0) && governed(verb))
}

/// 重点企业|降低用能成本: the verb by which those save who stand before it, with its place.
pub(super) fn behind_savers(rest: &str) -> Option<(usize, &'static str)> {
    saving(rest).find(|&(at, form)| governs(rest, at, form))
}

/// 企业|降低成本[5%]: the verb by which those save a share of what is measured who stand before it, with its place.
pub(super) fn behind_savers_of_share(rest: &str) -> Option<(usize, &'static str)> {
    let named = |at: usize, form: &str| rest[at + form.len()..].chars().nth(1).is_some();
    saving(rest).find(|&(at, form)| named(at, form) && segment::ends_word(rest, at))
}

/// The verbs of saving in `rest` behind those who can save; most texts hold none.
fn saving(rest: &str) -> impl Iterator<Item = (usize, &'static str)> {
    let rest = if CLAUSES.fall.is_in(rest) { rest } else { "" };
    let actors = [&CLAUSES.crowds, &DEEDS.actor, &DEEDS.purse];
    let who = move |at: usize| actors.iter().any(|forms| forms.suffix(&rest[..at]).is_some());
    verbs(rest).filter(move |&(at, form)| CLAUSES.fall.has(form) && who(at))
}

/// 调解中心|办理案件, 企业主导|制定标准: the verb by which an office or a body, or one of those who lead the way, does what is counted, with
/// its place.
pub(super) fn behind_doers(rest: &str) -> Option<(usize, &'static str)> {
    // Hardly any name holds one of the words that tell who does it.
    if !DEEDS.doer.is_in(rest) && !DEEDS.how.is_in(rest) {
        return None;
    }
    let moves = |at: usize, form: &str| {
        Forms::longest_prefix(&[&CLAUSES.add, &CLAUSES.raise, &CLAUSES.state], &rest[at + form.len()..]).is_some()
    };
    let leads = |at: usize| DEEDS.how.strip_suffix(&rest[..at]).is_some_and(|who| DEEDS.actor.suffix(who).is_some());
    let does = |at: usize| DEEDS.doer.suffix(&rest[..at]).is_some() || leads(at);
    let makes = |form: &str| CLAUSES.add.has(form) || DEEDS.deals_with.has(form);
    let done = |&(at, form): &(usize, &str)| makes(form) && does(at) && !moves(at, form);
    verbs(rest).find(|verb| done(verb) && governs(rest, verb.0, verb.1))
}

/// 省财政|安排专项资金: the verb by which those who pay give what has a name of its own, with its place.
pub(super) fn behind_payers(rest: &str) -> Option<(usize, &'static str)> {
    let (at, purse) = DEEDS.purse.find(rest)?;
    let given = at + purse.len();
    let form = Forms::longest_prefix(&[&CLAUSES.add, &CLAUSES.have, &DEEDS.draws], &rest[given..])?;
    let modifies = rest[given + form.len()..].starts_with(signs::of);
    (!modifies && governs(rest, given, form)).then_some((given, form))
}

/// 铁路累计|发送旅客: the verb behind 累计 before what was done so often, with its place.
pub(super) fn behind_sum(rest: &str) -> Option<(usize, &'static str)> {
    let (at, sum) = CLAUSES.sum_mark.find(rest).filter(|&(at, _)| at > 0 && segment::ends_word(rest, at))?;
    let done = at + sum.len();
    let form = Forms::longest_prefix(&[&CLAUSES.add, &CLAUSES.have, &CLAUSES.transitive], &rest[done..])?;
    let noun = &rest[done + form.len()..];
    let ended = CLAUSES.put_to_work.has(noun) || PROMISES.stage.has(noun);
    let measure = ended || CLAUSES.measure.has(form) || CLAUSES.measure.prefix(noun).is_some();
    (form.chars().count() > 1 && !measure && governs(rest, done, form)).then_some((done, form))
}

/// 每百户拥有汽车, 万人拥有车辆, 百名学生拥有教室: whether `rest` tells what each, or each so many, has.
pub(super) fn is_for_each(rest: &str) -> bool {
    let counted = rest.trim_start_matches(numerals::is_multiplier);
    let heads = counted.len() < rest.len() && CLAUSES.person_unit.prefix(counted).is_some();
    let near = |(at, _): (usize, _)| counted[..at].chars().count() <= EACH;
    rest.starts_with(signs::each) || heads && CLAUSES.own.find(counted).is_some_and(near)
}

/// 每站|配备队员, 每县|建设示范村: the verb by which each one has what is counted, with its place; the names of averages hold none.
pub(super) fn behind_each(rest: &str) -> Option<(usize, &'static str)> {
    // 每千名老人配备社工
    let per_many = rest.strip_prefix(signs::each).is_some_and(|one| one.starts_with(numerals::is_multiplier));
    let mean = per_many || CLAUSES.shared_prefix.prefix(rest).is_some() || CLAUSES.measure.suffix(rest).is_some();
    let near = |at: usize| rest[..at].chars().count() <= EACH;
    verbs(rest).find(|&(at, form)| !mean && near(at) && governs(rest, at, form))
}

/// The verbs of coming into being, of saving or of dealing with things in `rest` that stand behind two characters and outside quotation marks.
fn verbs(rest: &str) -> impl Iterator<Item = (usize, &'static str)> {
    let outside = |at: usize| rest[..at].matches('“').count() == rest[..at].matches('”').count();
    rest.char_indices().skip(2).filter_map(move |(at, _)| {
        let form =
            Forms::longest_prefix(&[&CLAUSES.add, &CLAUSES.fall], &rest[at..]).or_else(|| dealing(&rest[at..]))?;
        Some((at, form)).filter(|_| form.chars().count() > 1 && outside(at))
    })
}

/// 检测|样品: the verb at the head of `text` by which things are dealt with that stand behind it.
fn dealing(text: &str) -> Option<&'static str> {
    DEEDS.deals_with.prefix(text).filter(|form| deals_with(&text[form.len()..]))
}

/// Whether the verb `form` at `at` of `rest` governs what follows, and makes no name with it (改造|项目, 建设|投资).
fn governs(rest: &str, at: usize, form: &str) -> bool {
    let after = &rest[at + form.len()..];
    let nouns = [&CLAUSES.generic, &CLAUSES.works, &CLAUSES.mere_work, &CLAUSES.measure, &CLAUSES.fund];
    let named = nouns.iter().any(|forms| forms.has(after)) || after.chars().count() < 2;
    !named && segment::ends_word(rest, at) && is_verb_of_its_own(&rest[at..], form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_saved_stands_behind_those_who_save_it() {
        for (rest, thing) in [
            ("重点企业降低用能成本", Some("用能成本")),
            ("市直单位减少租赁费", Some("租赁费")),
            ("工业用地减少面积", None),
            ("企业减排量", None),
        ] {
            assert_eq!(behind(rest, behind_savers(rest)), thing, "{rest}");
        }
    }

    fn behind<'t>(rest: &'t str, found: Option<(usize, &'static str)>) -> Option<&'t str> {
        found.map(|(at, form)| &rest[at + form.len()..])
    }

    #[test]
    fn what_is_brought_about_stands_behind_those_who_do_it() {
        for (rest, thing) in [
            ("鼓励企业建设海外仓", Some("海外仓")),
            ("支持高校设立研究院", Some("研究院")),
            ("为未成年人提供托管服务", Some("托管服务")),
            ("聚焦重点领域突破关键技术", Some("关键技术")),
            ("采取多种方式筹集公租房", Some("公租房")),
            ("精准开展技能培训", Some("技能培训")),
            ("高效节水灌溉面积", None),
            ("集中安置点", None),
            ("为企业节约用电费用", Some("用电费用")),
            ("推动金融机构向绿色产业投放信贷", Some("信贷")),
            ("新模式培训中心", None),
            ("为12个省份保供电煤", Some("电煤")),
            ("推动老旧小区改造项目", None),
            ("支持企业技术改造投资", None),
            ("推动既有住宅加装电梯", None),
        ] {
            assert_eq!(behind(rest, behind_others(rest)), thing, "{rest}");
        }
    }

    #[test]
    fn what_is_given_stands_behind_those_who_pay() {
        for (rest, thing) in [
            ("省财政安排专项资金", Some("专项资金")),
            ("县本级投入养老服务资金", Some("养老服务资金")),
            ("财政投入的文化事业经费", None),
            ("财政投入资金", None),
            ("财政收入", None),
        ] {
            assert_eq!(behind(rest, behind_payers(rest)), thing, "{rest}");
        }
    }

    #[test]
    fn what_each_one_has_stands_behind_the_verb() {
        for (rest, thing) in [
            ("每站配备专职队员", Some("专职队员")),
            ("每个行政村建设文化广场", Some("文化广场")),
            ("每万人新增企业", None),
            ("每村新增耕地面积", None),
            ("每百户居民拥有服务设施", None),
            ("每千名老人配备护理人员", None),
        ] {
            assert_eq!(behind(rest, behind_each(rest)), thing, "{rest}");
        }
    }

    #[test]
    fn a_verb_inside_quotation_marks_governs_nothing() {
        let rest = "面向学徒开展“理论+技能培训”课程";
        assert_eq!(behind(rest, behind_preposition(rest)), Some("“理论+技能培训”课程"));
    }
}
