//! Whether a verb at the head of a text governs what follows or begins a name.

use crate::lexicon::{CLAUSES, DEEDS, Forms, PROMISES, SIGNS, segment, signs};

/// Most characters of a verb that is no pair of words of work.
const LONGEST_VERB: usize = 3;

/// Most characters of a way in which something is made, in brackets inside its verb, and of the verb before it.
const WAY: usize = 2;

/// Most characters of a measure that says nothing without what is measured.
const LONGEST_BARE: usize = 4;

/// Whether the verb `form` that `rest` begins with is a word of its own and not the head of a measure's name (推广面积).
pub(crate) fn is_verb_of_its_own(rest: &str, form: &str) -> bool {
    let after = &rest[form.len()..];
    if after.chars().count() < 2 {
        return after.is_empty();
    }
    if CLAUSES.average.has(form) && is_averaged(after) {
        return false;
    }
    // 提质改造|工程投资, 整合提升|后产值: what two words of work name together is a noun before more of its name.
    let named = form.chars().count() > LONGEST_VERB && DEEDS.behind_work.prefix(after).is_some();
    if named || is_of_work(form, after) {
        return false;
    }
    let own_word = CLAUSES.own_word.prefix(rest).is_some_and(|word| segment::ends_word(rest, word.len()));
    // 下达|资金, unlike 培训|资金: what is handed on is no kind of what follows.
    let hands_on = DEEDS.draws.has(form);
    if own_word || CLAUSES.add.has(form) && !hands_on && keeps_verb(after) {
        return false;
    }
    let pure = CLAUSES.connective.has(form)
        || CLAUSES.strive.prefix(form).is_some()
        || CLAUSES.ensure.has(form)
        || CLAUSES.says_aims.has(form)
        || form.chars().count() == 1;
    let tells_sum = [&CLAUSES.tells_sum, &CLAUSES.rise, &DEEDS.draws].iter().any(|forms| forms.has(form));
    // 推广|面积, but not 推动|地区生产总值: what says by itself what is measured has no verb in its name.
    let bare_measure = CLAUSES.measure.has(after) && !tells_sum && after.chars().nth(LONGEST_BARE).is_none();
    let first = after.split(|c| c == '、' || signs::joins(c)).next().unwrap_or(after);
    // 新增就业, 新增就业人数: the verb is part of the term.
    let activity = CLAUSES.activity.prefix(first);
    let term = CLAUSES.new_addition.has(form)
        && activity.is_some_and(|activity| first == activity || CLAUSES.measure.has(&first[activity.len()..]));
    !term && (pure || !bare_measure) && segment::ends_word(rest, form.len())
}

/// The verb of coming into being that `rest` begins with: 新建运营|海外仓, but 新建|运营中心.
pub(super) fn verb_of_making(rest: &str) -> Option<&'static str> {
    let form = CLAUSES.add.prefix(rest)?;
    let goes_on = form.chars().count() > LONGEST_VERB && DEEDS.behind_running.prefix(&rest[form.len()..]).is_some();
    let shorter = || rest.char_indices().nth(2).and_then(|(at, _)| CLAUSES.add.prefix(&rest[..at]));
    goes_on.then(shorter).flatten().or(Some(form))
}

/// 新|培育|企业: the verb of coming into being behind 新, with it; not 新增|配网线路, where its last sign begins another word.
pub(super) fn verb_of_new(rest: &str) -> Option<&str> {
    let new = SIGNS.new.prefix(rest)?;
    let verb = CLAUSES.add.prefix(&rest[new.len()..]).filter(|verb| verb.chars().nth(1).is_some())?;
    let form = &rest[..new.len() + verb.len()];
    let last = form.char_indices().next_back().map_or(0, |(at, _)| at);
    let whole = form.len() == rest.len() || segment::ends_word(rest, form.len());
    Some(form).filter(|_| whole && CLAUSES.own_word.prefix(&rest[last..]).is_none())
}

/// 新[（改、扩）]建|学校: the verb of coming into being that holds in brackets in what other ways it is done, and what stands behind it.
pub(super) fn verb_in_brackets(rest: &str) -> Option<(&'static str, &str)> {
    let (head, tail) = rest.split_once('（').filter(|(head, _)| (1..=WAY).contains(&head.chars().count()))?;
    let (ways, after) = tail.split_once('）')?;
    let short = ways.split(['、', '/']).all(|way| (1..=WAY).contains(&way.chars().count()));
    let last = after.chars().next().filter(|_| short)?;
    let verb = CLAUSES.add.prefix(&format!("{head}{last}")).filter(|verb| verb.len() > head.len())?;
    Some((verb, &after[last.len_utf8()..])).filter(|(_, thing)| thing.chars().count() > 1)
}

/// 平均|气温: whether a noun stands behind the word of a mean, and no deed and nothing that each has (平均|每年).
fn is_averaged(after: &str) -> bool {
    let does = Forms::longest_prefix(&[&CLAUSES.add, &CLAUSES.fall, &CLAUSES.between], after);
    let noun = does.is_none_or(|verb| !segment::ends_word(after, verb.len()));
    noun && !after.starts_with(signs::each)
}

/// 竣工|项目, 新签约|项目: whether the verb says which of things that have no other name are meant.
pub(super) fn tells_which(form: &str, after: &str) -> bool {
    let fresh = form.starts_with(signs::new) && form.chars().count() > 2;
    (fresh || PROMISES.stage.suffix(form).is_some())
        && CLAUSES.generic.has(after)
        && CLAUSES.measure.suffix(after).is_none()
}

/// 建有|研发机构的企业占比, 实现|转型的企业占比: whether the verb tells with its object, before 的, which are meant.
pub(super) fn describes(form: &str, after: &str) -> bool {
    let Some((object, noun)) = after.split_once(signs::of) else { return false };
    // 完成省下达|的任务: who gave it is no part of it.
    if PROMISES.asked_for.suffix(object).is_some() {
        return false;
    }
    let has = [&CLAUSES.own, &CLAUSES.gains_or_has, &CLAUSES.complete].iter().any(|forms| forms.has(form));
    let becomes = CLAUSES.realise.has(form) && CLAUSES.activity.suffix(object).is_some();
    (has || becomes) && object.chars().count() > 1 && noun.chars().count() > 1
}

/// 管护|人员, 代偿|金额, 扩容|规模: what is named by the work before it.
fn is_of_work(form: &str, after: &str) -> bool {
    let sum = DEEDS.bare_sum.has(after);
    DEEDS.handles.has(form) && (sum || DEEDS.of_work.has(after)) || DEEDS.draws.has(form) && sum
}

/// 检测|样品, unlike 检测|机构 and 处理|能力: whether `after`, behind a verb of dealing with things, says what they are, rather than who does so,
/// where or how much.
pub(super) fn deals_with(after: &str) -> bool {
    let ends = |forms: &&Forms| forms.suffix(after).is_some_and(|end| end.chars().nth(1).is_some() || end == after);
    let named = [&DEEDS.of_work, &CLAUSES.measure, &CLAUSES.works, &CLAUSES.generic].iter().any(ends);
    // 出版|总印张, 始发|、过境班列
    let more = CLAUSES.overall.prefix(after).is_some() || after.starts_with('、');
    after.chars().nth(1).is_some() && !after.contains(signs::of) && !named && !more
}

/// 建设|用地整理, 培训|经费: the verb before `after` is part of its name.
fn keeps_verb(after: &str) -> bool {
    CLAUSES.keeps_verb.has(after) || CLAUSES.provision.prefix(after).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_new_is_made_by_a_whole_verb() {
        assert_eq!(verb_of_new("新培育企业"), Some("新培育"));
        assert_eq!((verb_of_new("新增配网线路"), verb_of_new("新增配售型住房")), (None, None));
        assert_eq!(verb_of_new("新增发明专利"), None);
    }

    #[test]
    fn dealing_with_things_names_who_does_so_before_a_word_of_work() {
        assert!(deals_with("样品") && deals_with("新能源汽车"));
        assert!(!deals_with("机构") && !deals_with("能力") && !deals_with("总印张") && !deals_with("得当的企业"));
    }

    #[test]
    fn a_verb_holds_other_ways_in_brackets() {
        assert_eq!(verb_in_brackets("新（改、扩）建学校"), Some(("新建", "学校")));
        assert_eq!(verb_in_brackets("改（扩）建水厂"), Some(("改建", "水厂")));
        assert_eq!((verb_in_brackets("街道（镇）建学校"), verb_in_brackets("乡（镇）卫生院")), (None, None));
    }

    #[test]
    fn a_verb_that_begins_a_name_stays_in_it() {
        for (rest, form, own) in [
            ("新建道路", "新建", true),
            ("推广面积", "推广", false),
            ("培训经费", "培训", false),
            ("应急广播", "应", false),
            ("完成产值", "完成", true),
            ("拉动消费", "拉动", true),
            ("提出地区生产总值", "提出", true),
            ("力争实现产值", "力争实现", true),
            ("平均气温", "平均", false),
            ("平均每亩产值", "平均", true),
            ("平均新增商户", "平均", true),
        ] {
            assert_eq!(is_verb_of_its_own(rest, form), own, "{rest}");
        }
    }
}
