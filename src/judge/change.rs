//! What a number says of its indicator: a level, an increment, a growth rate (docs/commitments.md#the-number).

use crate::{
    lexicon::{CLAUSES, DEEDS, PROMISES, QUANTITY, Sense, sense, signs},
    quantity::{Comparator, Dimension, Quantity, Shape, is_run},
};

use crate::{reading::right::counts_steps, statement::Change};

/// What decides the change of one number.
pub(crate) struct Cues<'a> {
    /// The words between subject and number.
    pub(crate) governor: &'a str,
    /// The verb that governs the counted noun.
    pub(crate) verb: Option<&'a str>,
    /// The text behind the number, to the end of its clause.
    pub(crate) after: &'a str,
    /// The indicator.
    pub(crate) indicator: &'a str,
    /// The words before the indicator, where it stands right before the number.
    pub(crate) lead: &'a str,
    /// Whether the indicator is the noun behind the number.
    pub(crate) counted: bool,
    /// Whether 年均, 每年 or 同比 stands in the clause.
    pub(crate) yearly: bool,
    /// Whether a base year or a period is compared with (比2020年).
    pub(crate) based: bool,
    /// Whether 累计 stands before the number.
    pub(crate) summed: bool,
    /// Whether the number is a 翻番.
    pub(crate) doubling: bool,
    /// Whether the document speaks of single years.
    pub(crate) report: bool,
}

/// The change that `cues` tell for `quantity`.
pub(crate) fn decide(quantity: &Quantity, cues: &Cues<'_>) -> Change {
    // 5连增, 六连冠
    if quantity.shape == Shape::Rank || is_run(&quantity.unit) {
        return Change::Level;
    }
    if let Some(change) = grows_behind(quantity, cues) {
        return change;
    }
    if counts_steps(quantity, cues.after) {
        return Change::Increment;
    }
    match direction(quantity, cues).or_else(|| bettered(quantity, cues)) {
        // 增速回升至5%
        Some(Direction::To) if quantity.is_share() && CLAUSES.growth_rate.suffix(cues.indicator).is_some() => {
            Change::GrowthRate
        }
        Some(Direction::To) => Change::Level,
        Some(Direction::Up) => growth(quantity, cues),
        Some(Direction::Down) => fall(quantity, cues),
        None if quantity.shape == Shape::Multiple && cues.doubling => Change::CumulativeGrowth,
        None => counted(quantity, cues),
    }
}

/// 保持8%左右[的增速], 实现8%[的增长]: growth that is told behind the number; what is kept up is so each year.
fn grows_behind(quantity: &Quantity, cues: &Cues<'_>) -> Option<Change> {
    let noun = cues.after.strip_prefix(signs::of).filter(|_| quantity.is_share())?;
    let noun = noun.split(|c: char| !c.is_alphabetic()).next()?;
    let kept = || QUANTITY.keeps.is_in(cues.governor);
    match CLAUSES.growth_rate.prefix(noun).is_some() {
        true => Some(if cues.based { Change::CumulativeGrowth } else { Change::GrowthRate }),
        false if CLAUSES.growth.has(noun) && kept() => Some(Change::GrowthRate),
        false => CLAUSES.growth.has(noun).then(|| growth(quantity, cues)),
    }
}

enum Direction {
    Up,
    Down,
    To,
}

/// The last verb of growth or fall before the number, and whether 到 or 至 follows it.
fn direction(quantity: &Quantity, cues: &Cues<'_>) -> Option<Direction> {
    if let Some(rest) = CLAUSES.extent.strip_prefix(cues.after) {
        // 以8%的速度|扩大投资: a rate grows by itself.
        let rate = quantity.is_share() && DEEDS.grows_by.prefix(cues.after).is_some();
        let grows = CLAUSES.grow.prefix(rest).map(|_| Direction::Up).or(rate.then_some(Direction::Up));
        return CLAUSES.fall.prefix(rest).map(|_| Direction::Down).or(grows);
    }
    // 不低于当年新增建设用地的|5%: what the share is of neither grows nor falls.
    if quantity.is_share()
        && CLAUSES.at_least.prefix(cues.governor).or(CLAUSES.at_most.prefix(cues.governor)).is_some()
        && cues.governor.ends_with(signs::of)
    {
        return Some(Direction::To);
    }
    let noun = |(at, form): &(usize, &str)| CLAUSES.rate_end.prefix(&cues.governor[at + form.len()..]).is_some();
    let grow = CLAUSES.grow.rfind(cues.governor).filter(|found| !noun(found));
    let fall = CLAUSES.fall.rfind(cues.governor);
    let up = grow.is_some_and(|(at, _)| fall.is_none_or(|(other, _)| at >= other));
    let (at, form) = if up { grow? } else { fall? };
    let rest = &cues.governor[at + form.len()..];
    // 年均增长达到6%: a rate, however it is introduced.
    if quantity.is_share() && cues.yearly && up && CLAUSES.arrive_short.prefix(rest).is_some() {
        return Some(Direction::Up);
    }
    // 产值增长达到8%, unlike 提高到8%
    if quantity.is_share() && CLAUSES.growth.has(form) && CLAUSES.arrive.prefix(rest).is_some() {
        return Some(Direction::Up);
    }
    let becomes = CLAUSES.serves_as.prefix(rest).is_some();
    let reaches = becomes
        || CLAUSES.reach_mark.prefix(rest).is_some()
        || (!quantity.is_share() && CLAUSES.reach_mark.is_in(rest));
    if reaches || CLAUSES.moved_to.is_in(cues.governor) {
        return Some(Direction::To);
    }
    Some(if up { Direction::Up } else { Direction::Down })
}

/// 浓度改善8%: what is better where there is less of it falls.
fn bettered(quantity: &Quantity, cues: &Cues<'_>) -> Option<Direction> {
    let share = quantity.is_share() || quantity.shape == Shape::Points;
    CLAUSES.betters.find(cues.governor).filter(|_| share)?;
    Some(if sense(cues.indicator) == Some(Sense::Less) { Direction::Down } else { Direction::Up })
}

fn growth(quantity: &Quantity, cues: &Cues<'_>) -> Change {
    // 平均增长8%: year by year.
    let mean = CLAUSES.average.find(cues.governor).map(|(at, mean)| &cues.governor[at + mean.len()..]);
    let yearly = cues.yearly || mean.is_some_and(|rest| CLAUSES.growth.prefix(rest).is_some());
    match quantity.shape {
        Shape::Percent | Shape::Fraction if yearly || (cues.report && !cues.based) => Change::GrowthRate,
        Shape::Percent | Shape::Fraction | Shape::Multiple => Change::CumulativeGrowth,
        _ => Change::Increment,
    }
}

fn fall(quantity: &Quantity, cues: &Cues<'_>) -> Change {
    if quantity.is_share() && cues.yearly && !CLAUSES.year_on_year.is_in(cues.governor) {
        Change::ChangeRate
    } else {
        Change::Decrement
    }
}

/// No verb of growth or fall: the indicator's own name, then the governing verb.
fn counted(quantity: &Quantity, cues: &Cues<'_>) -> Change {
    if let Some(change) = moved(quantity, cues) {
        return change;
    }
    if quantity.is_share() {
        return named_rate(cues);
    }
    if quantity.shape != Shape::Cardinal || matches!(quantity.dimension, Dimension::Age | Dimension::Duration) {
        return Change::Level;
    }
    if cuts(cues) {
        return Change::Decrement;
    }
    if raises(cues) {
        return Change::Increment;
    }
    if CLAUSES.cut_work.suffix(cues.indicator).is_some() {
        return Change::Decrement;
    }
    if summed(quantity, cues) || is_new(cues) {
        return Change::Increment;
    }
    let money = quantity.dimension == Dimension::Money;
    if money || matches!(quantity.comparator, Comparator::Le | Comparator::Lt) || sized_only(quantity, cues) {
        return Change::Level;
    }
    if comes_about(quantity, cues) { Change::Increment } else { Change::Level }
}

/// 降低用电成本5%, 提高单产8%: the share by which the verb before the indicator moves it; the name of a share is moved to it.
fn moved(quantity: &Quantity, cues: &Cues<'_>) -> Option<Change> {
    let apart = matches!(quantity.shape, Shape::Percent | Shape::Fraction) && cues.governor.is_empty();
    let lead = CLAUSES.scope.strip_suffix(cues.lead).unwrap_or(cues.lead);
    if !apart || QUANTITY.share_noun.is_in(cues.indicator) {
        return None;
    }
    let falls = CLAUSES.fall.suffix(lead).map(|_| fall(quantity, cues));
    falls.or_else(|| CLAUSES.raise.suffix(lead).map(|_| growth(quantity, cues)))
}

/// What the name of a share says: a rate of growth (工业增加值增速), of fall (能耗降低率), or a level.
fn named_rate(cues: &Cues<'_>) -> Change {
    if CLAUSES.growth_rate.is_in(cues.governor) || CLAUSES.growth_name.suffix(cues.indicator).is_some() {
        return if cues.based { Change::CumulativeGrowth } else { Change::GrowthRate };
    }
    if CLAUSES.fall_name.suffix(cues.indicator).is_some() {
        return if cues.yearly { Change::ChangeRate } else { Change::Decrement };
    }
    Change::Level
}

/// 压减产能30万吨, unlike 压减到30万吨.
fn cuts(cues: &Cues<'_>) -> bool {
    cues.verb.is_some_and(|verb| CLAUSES.fall.has(verb)) && !CLAUSES.toward.is_in(cues.governor)
}

/// 提高蓄水能力30万立方米: the number is what the verb adds.
fn raises(cues: &Cues<'_>) -> bool {
    cues.verb.is_some_and(|verb| CLAUSES.raise.has(verb)) && !cues.counted
}

/// 累计投资300亿元: a sum over the years, which no verb brings about at once.
fn summed(quantity: &Quantity, cues: &Cues<'_>) -> bool {
    let told = CLAUSES.sum_mark.is_in(cues.governor) || cues.summed && !cues.counted;
    quantity.dimension == Dimension::Money && told && cues.verb.is_none()
}

/// 新建, 增设 or a name that says so (城镇新增就业, 转移就业).
fn is_new(cues: &Cues<'_>) -> bool {
    cues.verb.is_some_and(|verb| verb.starts_with(signs::new) || CLAUSES.grows_more.is_in(verb))
        || CLAUSES.new_addition.is_in(cues.indicator)
        || CLAUSES.relocation.prefix(cues.indicator).is_some()
}

/// Whether a verb, what follows the number, or the name itself says that the counted things come into being.
fn comes_about(quantity: &Quantity, cues: &Cues<'_>) -> bool {
    if cues.counted && CLAUSES.break_through.is_in(cues.governor) && DEEDS.hurdle.suffix(cues.indicator).is_some() {
        return true;
    }
    // 部门优化整合|为8个
    let becomes = CLAUSES.serves_as.suffix(cues.governor).or(CLAUSES.toward.suffix(cues.governor)).is_some();
    let held = !cues.counted && (CLAUSES.level_verb.is_in(cues.governor) || becomes);
    let added = !held
        && cues.verb.is_some_and(|verb| {
            let brings = [&CLAUSES.add, &DEEDS.brings_up, &DEEDS.deals_with].iter().any(|verbs| verbs.has(verb));
            // 生产电视机80万部: how much is made in a year.
            brings && !DEEDS.makes.has(verb)
        })
        && !only_held(cues.verb);
    let named_activity = CLAUSES.activity.suffix(cues.indicator).is_some() && !cues.counted;
    // 面向8名教师开展培训
    let trained = CLAUSES.person_unit.has(&quantity.unit) && CLAUSES.activity.suffix(cues.after).is_some();
    added || trained || done_behind(cues.after) || named_activity || counted_activity(quantity, cues)
}

/// 5万千瓦风电项目: the number is the size of one thing, not how many there are.
fn sized_only(quantity: &Quantity, cues: &Cues<'_>) -> bool {
    let counter = CLAUSES.counter.has(&quantity.unit);
    cues.counted && !counter && CLAUSES.sized.suffix(cues.indicator).is_some()
}

/// 8000平方米老旧小区改造: so much of an activity.
fn counted_activity(quantity: &Quantity, cues: &Cues<'_>) -> bool {
    let extent = matches!(quantity.dimension, Dimension::Area | Dimension::Length | Dimension::Count);
    cues.counted && extent && CLAUSES.activity.suffix(cues.indicator).is_some()
}

/// Verbs of both kinds that say with a count what is there, not what comes.
fn only_held(verb: Option<&str>) -> bool {
    let won = |verb| CLAUSES.achieve.has(verb) || CLAUSES.break_through.has(verb);
    verb.is_some_and(|verb| CLAUSES.have.has(verb) && !won(verb))
}

/// 22个项目[顺利投产]: what became of the counted things shows that they are new; 50个项目[完成投资8亿元] tells of the sum.
fn done_behind(after: &str) -> bool {
    let mut rest = after;
    while let Some(c) = rest.chars().next() {
        if let Some(name) = CLAUSES.verb_in_name.prefix(rest) {
            rest = &rest[name.len()..];
        } else if let Some(done) = CLAUSES.finished.prefix(rest) {
            // 床位数7张、提前完成规划目标
            let goal = after.starts_with('、') && PROMISES.target_noun.is_in(&rest[done.len()..]);
            return !goal;
        } else {
            rest = &rest[c.len_utf8()..];
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cues<'a>(governor: &'a str, verb: Option<&'a str>, after: &'a str, indicator: &'a str) -> Cues<'a> {
        let counted = !after.is_empty();
        Cues {
            governor,
            verb,
            after,
            indicator,
            lead: "",
            counted,
            yearly: false,
            based: false,
            summed: false,
            doubling: false,
            report: false,
        }
    }

    #[test]
    fn the_verb_before_a_share_tells_growth_from_level() {
        for (text, governor, change) in [
            ("5%", "增长", Change::CumulativeGrowth),
            ("5%", "增长到", Change::Level),
            ("5%", "下降", Change::Decrement),
            ("5%", "降至", Change::Level),
            ("5%", "增速", Change::GrowthRate),
            ("5%", "达到", Change::Level),
            ("5%", "下降为", Change::Level),
            ("5%", "不低于当年新增用地的", Change::Level),
        ] {
            let quantity = &crate::quantity::scan(text)[0];
            assert_eq!(decide(quantity, &cues(governor, None, "", "产值")), change, "{governor}{text}");
        }
    }

    #[test]
    fn the_verb_before_an_indicator_moves_it_by_a_share() {
        for (lead, indicator, change) in [
            ("降低", "用电成本", Change::Decrement),
            ("压减全市", "一般性支出", Change::Decrement),
            ("提高", "粮食单产", Change::CumulativeGrowth),
            ("提高", "绿化覆盖率", Change::Level),
            ("保持", "用电成本", Change::Level),
        ] {
            let quantity = &crate::quantity::scan("5%")[0];
            assert_eq!(decide(quantity, &Cues { lead, ..cues("", None, "", indicator) }), change, "{lead}{indicator}");
        }
    }

    #[test]
    fn a_count_is_added_where_something_comes_into_being() {
        for (text, verb, after, change) in [
            ("8所", Some("新建"), "中小学", Change::Increment),
            ("8所", Some("拥有"), "中小学", Change::Level),
            ("8个", None, "项目竣工投用", Change::Increment),
            ("8个", None, "项目完成投资", Change::Level),
            ("8个", None, "建成区", Change::Level),
            ("8家", Some("关闭"), "小矿山", Change::Decrement),
        ] {
            let quantity = &crate::quantity::scan(text)[0];
            assert_eq!(decide(quantity, &cues("", verb, after, "项目")), change, "{verb:?}{text}{after}");
        }
    }

    #[test]
    fn a_level_held_or_passed_is_none_added() {
        for (text, governor, change) in [
            ("超25万个", "超", Change::Increment),
            ("突破25万个", "突破", Change::Level),
            ("稳定在25万个", "稳定在", Change::Level),
        ] {
            let quantity = &crate::quantity::scan(text)[0];
            assert_eq!(decide(quantity, &cues(governor, Some("建成"), "", "基站")), change, "{text}");
        }
    }
}
