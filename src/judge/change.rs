//! What a number says of its indicator: a level, an increment, a growth rate (GUIDE: `change`).

use crate::{
    lexicon::CLAUSES,
    quantity::{Comparator, Dimension, Quantity, Shape},
};

use crate::statement::Change;

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
    if quantity.shape == Shape::Rank {
        return Change::Level;
    }
    match direction(quantity, cues) {
        Some(Direction::To) => Change::Level,
        Some(Direction::Up) => growth(quantity, cues),
        Some(Direction::Down) => fall(quantity, cues),
        None if quantity.shape == Shape::Multiple && cues.doubling => Change::CumulativeGrowth,
        None => counted(quantity, cues),
    }
}

enum Direction {
    Up,
    Down,
    To,
}

/// The last verb of growth or fall before the number, and whether 到 or 至 follows it.
fn direction(quantity: &Quantity, cues: &Cues<'_>) -> Option<Direction> {
    if let Some(rest) = ["的幅度", "的比例", "的速度"].iter().find_map(|word| cues.after.strip_prefix(word)) {
        let grows = CLAUSES.grow.prefix(rest).map(|_| Direction::Up);
        return CLAUSES.fall.prefix(rest).map(|_| Direction::Down).or(grows);
    }
    let noun = |(at, form): &(usize, &str)| cues.governor[at + form.len()..].starts_with(['速', '幅', '率']);
    let grow = CLAUSES.grow.rfind(cues.governor).filter(|found| !noun(found));
    let fall = CLAUSES.fall.rfind(cues.governor);
    let up = grow.is_some_and(|(at, _)| fall.is_none_or(|(other, _)| at >= other));
    let (at, form) = if up { grow? } else { fall? };
    let rest = &cues.governor[at + form.len()..];
    // 年均增长达到6%: a rate, however it is introduced.
    if quantity.is_share() && cues.yearly && up && rest.starts_with('达') {
        return Some(Direction::Up);
    }
    let reaches = CLAUSES.reach_mark.prefix(rest).is_some() || (!quantity.is_share() && CLAUSES.reach_mark.is_in(rest));
    if reaches || ["增至", "升至", "降至", "减至"].iter().any(|word| cues.governor.contains(word)) {
        return Some(Direction::To);
    }
    Some(if up { Direction::Up } else { Direction::Down })
}

fn growth(quantity: &Quantity, cues: &Cues<'_>) -> Change {
    match quantity.shape {
        Shape::Percent | Shape::Fraction if cues.yearly || (cues.report && !cues.based) => Change::GrowthRate,
        Shape::Percent | Shape::Fraction | Shape::Multiple => Change::CumulativeGrowth,
        _ => Change::Increment,
    }
}

fn fall(quantity: &Quantity, cues: &Cues<'_>) -> Change {
    if quantity.is_share() && cues.yearly && !cues.governor.contains("同比") {
        Change::ChangeRate
    } else {
        Change::Decrement
    }
}

/// No verb of growth or fall: the indicator's own name, then the governing verb.
fn counted(quantity: &Quantity, cues: &Cues<'_>) -> Change {
    let name = cues.indicator;
    if quantity.is_share() {
        if ["增速", "增幅"].iter().any(|word| cues.governor.contains(word)) {
            return if cues.based { Change::CumulativeGrowth } else { Change::GrowthRate };
        }
        if ["增速", "增长", "增幅", "涨幅", "增长率", "年均增长率"].iter().any(|word| name.ends_with(word))
        {
            return if cues.based { Change::CumulativeGrowth } else { Change::GrowthRate };
        }
        if ["下降率", "降低率", "下降", "降低", "降幅", "减少"].iter().any(|word| name.ends_with(word)) {
            return if cues.yearly { Change::ChangeRate } else { Change::Decrement };
        }
        return Change::Level;
    }
    if quantity.shape != Shape::Cardinal || matches!(quantity.dimension, Dimension::Age | Dimension::Duration) {
        return Change::Level;
    }
    let money = quantity.dimension == Dimension::Money;
    let summed = money && (cues.governor.contains("累计") || cues.summed && !cues.counted) && cues.verb.is_none();
    let cuts = cues.verb.is_some_and(|verb| CLAUSES.fall.has(verb));
    if cuts && !cues.governor.contains('到') && !cues.governor.contains('至') {
        return Change::Decrement;
    }
    if cues.verb.is_some_and(|verb| ["提高", "增加", "提升"].contains(&verb)) && !cues.counted {
        return Change::Increment;
    }
    if ["减量", "压减", "削减", "减排", "淘汰"].iter().any(|word| name.ends_with(word)) {
        return Change::Decrement;
    }
    if summed
        || cues.verb.is_some_and(|verb| verb.starts_with('新') || verb.contains("增"))
        || (quantity.dimension != Dimension::Duration && (name.contains("新增") || name.starts_with("转移")))
    {
        return Change::Increment;
    }
    if money || matches!(quantity.comparator, Comparator::Le | Comparator::Lt) || sized_only(quantity, cues) {
        return Change::Level;
    }
    let held = !cues.counted && ["达", "突破", "超过", "保持", "稳定"].iter().any(|word| cues.governor.contains(word));
    let added = !held && cues.verb.is_some_and(|verb| CLAUSES.add.has(verb)) && !only_held(cues.verb);
    let named_activity = CLAUSES.activity.suffix(name).is_some() && !cues.counted;
    if added || done_behind(cues.after) || named_activity || counted_activity(quantity, cues) {
        return Change::Increment;
    }
    Change::Level
}

/// 5万千瓦风电项目: the number is the size of one thing, not how many there are.
fn sized_only(quantity: &Quantity, cues: &Cues<'_>) -> bool {
    let counter = ["个", "座", "家", "处", "项", "所", "条"].contains(&quantity.unit.as_str());
    cues.counted && !counter && CLAUSES.sized.suffix(cues.indicator).is_some()
}

/// 8000平方米老旧小区改造: so much of an activity.
fn counted_activity(quantity: &Quantity, cues: &Cues<'_>) -> bool {
    let extent = matches!(quantity.dimension, Dimension::Area | Dimension::Length | Dimension::Count);
    cues.counted && extent && CLAUSES.activity.suffix(cues.indicator).is_some()
}

/// Verbs of both kinds that say with a count what is there, not what comes.
fn only_held(verb: Option<&str>) -> bool {
    verb.is_some_and(|verb| CLAUSES.have.has(verb) && !["完成", "实现", "争取"].contains(&verb))
}

/// 22个项目[顺利投产]: what became of the counted things shows that they are new.
fn done_behind(after: &str) -> bool {
    // 50个项目完成投资: the sum is done, not the projects; 建成区 is a place.
    let after = ["完成投资", "完成产值", "建成区"].iter().fold(after.to_owned(), |text, word| text.replace(word, ""));
    [
        "投产",
        "完工",
        "竣工",
        "建成",
        "投用",
        "投入使用",
        "投入运营",
        "开工",
        "落地",
        "推广",
        "消除",
        "完成",
        "改扩建",
        "落户",
        "脱贫",
        "交付",
        "获批",
        "审议通过",
    ]
    .iter()
    .any(|word| after.contains(word))
}
