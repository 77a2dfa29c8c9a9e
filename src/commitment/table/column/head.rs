//! What the head of a column and the name of a row say of the change that a number states.

use crate::{
    grid::{Head, Part, Role, Units, Word, is_share},
    judge::change,
    lexicon::{CLAUSES, COLUMNS, Forms, signs, units::named as unit_names},
    number::Number,
    quantity::{Dimension, Quantity, Shape},
    statement::Change,
    time::{self, Frame, TimeMention},
};

use crate::commitment::names;

/// What `quantity` of the cell `text` says of `name` in a column of yearly values or of sums.
pub(crate) fn told(quantity: &Quantity, name: &str, text: &str, (yearly, total): (bool, bool)) -> Change {
    let before = text.get(..quantity.core.start).unwrap_or("");
    let share = quantity.is_share();
    let falls = CLAUSES.fall.is_in(name) || CLAUSES.fall.is_in(before);
    if total && !yearly {
        let times = quantity.unit == unit_names::TIMES;
        let doubled = times || text.get(quantity.core.start..).is_some_and(doubles);
        return match (share || doubled, falls) {
            (_, true) => Change::Decrement,
            (true, false) => Change::CumulativeGrowth,
            (false, false) => Change::Increment,
        };
    }
    let cues = change::Cues {
        governor: before,
        // 新建数据中心能效 is the rate of what is new.
        verb: CLAUSES
            .add
            .prefix(name)
            .filter(|verb| verb.starts_with(signs::new) && !names::is_rate(name) && !is_index(quantity)),
        after: "",
        counted: false,
        lead: "",
        indicator: name,
        yearly,
        based: total,
        summed: false,
        doubling: COLUMNS.growth.suffix(name).is_some() || text.get(quantity.core.start..).is_some_and(doubles),
        report: false,
    };
    let decided = change::decide(quantity, &cues);
    // 优质品率提高（百分点）
    if quantity.shape == Shape::Points && decided == Change::Level {
        let ends = |verbs: &Forms| verbs.suffix(name).is_some();
        return match (ends(&CLAUSES.raise), ends(&CLAUSES.fall)) {
            (true, _) => Change::Increment,
            (_, true) => Change::Decrement,
            _ => decided,
        };
    }
    let grows = yearly && share && decided == Change::Level && name_grows(name);
    // 人口自然增长率 in ‰ is a level of its own, which may be below nothing.
    let of_births = quantity.unit == "‰" && decided == Change::GrowthRate && !yearly;
    match (grows, COLUMNS.newly.is_in(name), decided) {
        (true, ..) => Change::GrowthRate,
        _ if of_births => Change::Level,
        (_, true, Change::Level) if !share && !COLUMNS.mean.is_in(name) => Change::Increment,
        _ => decided,
    }
}

/// Whether `quantity` is of no unit and not whole, as nothing is that is counted (新建数据中心PUE值 1.3).
pub(crate) fn is_index(quantity: &Quantity) -> bool {
    quantity.unit.is_empty() && quantity.value != quantity.value.to_places(0)
}

fn doubles(text: &str) -> bool {
    CLAUSES.doubling.prefix(text).is_some()
}

/// Whether a column states rates of growth: it says so beside a level, or it says no more than 年均 there.
pub(crate) fn heads_growth(head: &Head, level: bool) -> bool {
    let no_more = head.unread == 0 && head.words.are_of(&[Word::Yearly, Word::Total]);
    let (yearly, grows) = (head.says(Word::Yearly), head.says(Word::Growth));
    let rates = yearly && (grows || level && no_more) || grows && level && !head.says(Word::Total);
    rates && !head.says(Word::Addition)
}

/// Whether a column states by how much something grows, so that an amount below it is added (增幅 over 7个百分点, 1140个).
pub(crate) fn heads_gains(head: &Head) -> bool {
    head.says(Word::Growth) && head.words.are_of(&[Word::Growth, Word::Target]) && head.unread == 0
}

/// The unit among those that stand above a table which a value of the row `name` under `head` has: by what is measured.
pub(crate) fn unit_above<'u>(units: &'u Units, head: &Head, name: &str) -> Option<&'u str> {
    let shares = states_shares(head, name);
    let one = units.of(shares);
    if one.is_some() || shares {
        return one;
    }
    let c = &*COLUMNS;
    let kinds = [
        (&c.of_money, Dimension::Money),
        (&c.of_area, Dimension::Area),
        (&c.of_mass, Dimension::Mass),
        (&c.of_length, Dimension::Length),
        (&c.of_volume, Dimension::Volume),
        (&c.of_energy, Dimension::Energy),
        (&c.of_people, Dimension::Count),
    ];
    let last = |text: &str| {
        kinds.iter().filter_map(|(forms, of)| forms.rfind(text).map(|(at, _)| (at, *of))).max_by_key(|found| found.0)
    };
    // 就业 is told in people, 企业 in what counts things.
    let told = last(name).or_else(|| last(&head.text)).map(|(_, of)| of);
    let people = |unit: &str| CLAUSES.person_unit.suffix(unit).is_some();
    units.only(|unit, of| {
        of == Some(told.unwrap_or(Dimension::Count)) && (of != Some(Dimension::Count) || people(unit) == told.is_some())
    })
}

/// Of each column whose head says no more than that something grows the nearest measure on its left (产值（亿元） | 年均增速（%）).
pub(crate) fn grown_at_left(part: &Part) -> Vec<Option<usize>> {
    let mut last = None;
    let columns = part.columns.iter().enumerate();
    let left = columns.map(|(at, column)| {
        let head = &column.head;
        match column.role {
            Role::Value if is_of_rates(head) && head.unread == 0 && head.says(Word::Growth) => last,
            Role::Value if is_of_rates(head) || head.unit.is_none() => None,
            Role::Value => {
                last = head.unit.as_deref().is_some_and(|unit| !is_share(unit)).then_some(at);
                None
            }
            _ => None,
        }
    });
    left.collect()
}

/// Of each column whose head says no more than a time the nearest measure on its left (计划投资（亿元） | 上半年 | 全年).
pub(crate) fn measures_at_left(part: &Part) -> Vec<Option<usize>> {
    let mut last = None;
    let columns = part.columns.iter().enumerate();
    let left = columns.map(|(at, column)| {
        let head = &column.head;
        let bare = head.unread <= 1 && head.unit.is_none() && !head.text.is_empty();
        match column.role {
            Role::Value if bare && !is_of_rates(head) => last,
            Role::Value => {
                last = head.unit.is_some().then_some(at);
                None
            }
            _ => None,
        }
    });
    left.collect()
}

/// Whether values under `head` of the row `name` are shares or rates, whatever their unit.
fn states_shares(head: &Head, name: &str) -> bool {
    let measure = if names::measures(name) { name } else { &head.text };
    head.says(Word::Growth) || COLUMNS.share_end.suffix(measure).is_some()
}

/// Whether a column states rates or sums and no levels.
pub(crate) fn is_of_rates(head: &Head) -> bool {
    head.says(Word::Yearly) || head.says(Word::Total) || head.says(Word::Growth)
}

/// The year with which `head` compares (2030年比2025年增长).
pub(crate) fn compared_with(head: &Head) -> Option<i32> {
    if !CLAUSES.than.is_in(&head.text) {
        return None;
    }
    let times = time::scan(&head.text, Frame::default());
    let compared = |time: &TimeMention| {
        CLAUSES.than.suffix(&head.text[..time.span.start]).or(CLAUSES.than.prefix(time.span.of(&head.text))).is_some()
    };
    times.iter().rev().find(|time| compared(time))?.end
}

/// Whether a yearly column states growth of what the row names, rather than a yearly amount.
fn name_grows(name: &str) -> bool {
    COLUMNS.share_end.suffix(name).is_none() || COLUMNS.growth.suffix(name).is_some()
}

/// Whether a remark says that each value is added: 每年新增.
pub(crate) fn says_added(remark: &str) -> bool {
    let counts = remark.contains(|c: char| c.is_ascii_digit());
    !counts && Head::read(remark).says(Word::Addition) && Head::read(remark).is_one()
}

/// Whether a remark tells the change of what its row measures in a number of its own: 年均增长13.8%, 五年新增12家, not 新增农村公路30公里.
pub(crate) fn tells_change(remark: &str) -> bool {
    let digits = remark.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let before = Head::read(&remark[..digits]);
    COLUMNS.yearly.prefix(remark).is_some() || before.says(Word::Addition) && before.unread == 0
}

/// A change by less than nothing is a fall (煤炭消费比重〔-8.3〕), by which of two ends by its size, and its bound is turned (≤-7 is by 7 at
/// least): `quantity` that states `change`, by its size.
pub(crate) fn falling(quantity: &Quantity, change: Change) -> (Quantity, Change) {
    let fall = match change {
        Change::CumulativeGrowth | Change::Increment | Change::Decrement => Change::Decrement,
        Change::GrowthRate | Change::ChangeRate => Change::ChangeRate,
        Change::Level => return (quantity.clone(), change),
    };
    let falls = |number: Number| number.size() != number;
    let (value, upper) = match quantity.upper {
        _ if !falls(quantity.value) => return (quantity.clone(), change),
        // -10~-5
        Some(upper) if falls(upper) => (upper.size(), Some(quantity.value.size())),
        Some(_) => return (quantity.clone(), change),
        None => (quantity.value.size(), None),
    };
    (Quantity { value, upper, comparator: quantity.comparator.turned(), ..quantity.clone() }, fall)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Comparator;

    #[test]
    fn a_change_below_nothing_is_a_fall_by_its_size() {
        for (text, change, value, comparator, expected) in [
            ("-7", Change::Increment, "7", Comparator::Eq, Change::Decrement),
            ("≤-13.5", Change::Decrement, "13.5", Comparator::Ge, Change::Decrement),
            ("≥-2", Change::GrowthRate, "2", Comparator::Le, Change::ChangeRate),
            ("-7", Change::Level, "-7", Comparator::Eq, Change::Level),
            ("≤7", Change::Increment, "7", Comparator::Le, Change::Increment),
        ] {
            let scanned = crate::quantity::scan(text);
            let (read, change) = falling(&scanned[0], change);
            assert_eq!(
                (read.value.to_string().as_str(), read.comparator, change),
                (value, comparator, expected),
                "{text}"
            );
        }
    }
}
