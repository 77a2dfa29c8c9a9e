//! The standard indicator that a statement is about, and what its number says of it.

use crate::{
    lexicon::{FRONT, Indicator, Meaning, Measure},
    quantity::{self, Dimension},
    statement::{Amount, Change},
};

/// The standard indicator that `name` means in a document of `issuer`, and what `amount` says of it; nothing where the number
/// cannot be one of it (a share of 地区生产总值 is no 地区生产总值). `within_year`: it is due in the one year that the document is for.
pub(crate) fn standard(
    name: &str,
    amount: Option<&Amount>,
    issuer: Option<&str>,
    within_year: bool,
) -> Option<(&'static Indicator, Option<Measure>)> {
    let meaning = Indicator::of_name(name).or_else(|| Indicator::of_name(without_place(name, issuer?)?))?;
    match amount {
        Some(amount) => Some((meaning.indicator, Some(of_time(measure(&meaning, amount)?, within_year)))),
        None => Some((meaning.indicator, meaning.measure)),
    }
}

/// `name` without the place whose document it stands in: 青禾县地区生产总值, 青禾地区生产总值.
fn without_place<'n>(name: &'n str, issuer: &str) -> Option<&'n str> {
    let short = FRONT.place_end.strip_suffix(issuer).filter(|short| short.chars().count() > 1);
    [Some(issuer), short].into_iter().flatten().find_map(|place| name.strip_prefix(place))
}

/// What `amount` says of the indicator.
fn measure(meaning: &Meaning, amount: &Amount) -> Option<Measure> {
    let plain = meaning.indicator.measure;
    let dimension = quantity::dimension(&amount.unit);
    let fits = meaning.indicator.dimensions.contains(&dimension);
    let is_rate = matches!(dimension, Dimension::Share | Dimension::Points | Dimension::Multiple | Dimension::None);
    match amount.change {
        Change::Level if dimension == Dimension::Rank => Some(Measure::Rank),
        Change::GrowthRate => is_rate.then_some(Measure::Growth),
        Change::CumulativeGrowth => is_rate.then_some(Measure::CumulativeGrowth),
        Change::ChangeRate => is_rate.then_some(Measure::Decline),
        Change::Level if is_rate && !fits => meaning.measure.filter(|told| *told != Measure::Increment),
        Change::Level => fits.then(|| meaning.measure.unwrap_or(of_plain(plain, dimension))),
        Change::Increment if fits && plain == Measure::Increment => Some(plain),
        Change::Increment if fits || dimension == Dimension::Points => Some(Measure::Increment),
        Change::Increment => is_rate.then_some(Measure::CumulativeGrowth),
        Change::Decrement if fits && matches!(plain, Measure::Decrement | Measure::Decline) => Some(plain),
        Change::Decrement if fits || dimension == Dimension::Points => Some(Measure::Decrement),
        Change::Decrement => is_rate.then_some(Measure::CumulativeDecline),
    }
}

/// What a plain number says of an indicator whose numbers say `measure`: of one that is told by its rate, another unit than that
/// of rates tells how much of it there is (吨标准煤/万元).
fn of_plain(measure: Measure, dimension: Dimension) -> Measure {
    let by_rate = matches!(measure, Measure::Growth | Measure::Decline | Measure::Decrement);
    if by_rate && dimension != Dimension::Share { Measure::Level } else { measure }
}

/// What falls or grows within one year does so per year.
fn of_time(measure: Measure, within_year: bool) -> Measure {
    match measure {
        Measure::CumulativeGrowth if within_year => Measure::Growth,
        Measure::CumulativeDecline if within_year => Measure::Decline,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Comparator;

    /// `key measure` of a number of `unit` that changes as `change` says; empty for none.
    fn read_in(within_year: bool, name: &str, unit: &str, change: Change) -> String {
        let (value, text) = (5.into(), String::new());
        let amount =
            Amount { value, upper: None, unit: unit.into(), comparator: Comparator::Eq, change, text: text.into() };
        let found = standard(name, Some(&amount), Some("青禾县"), within_year);
        found.map_or_else(String::new, |(row, measure)| format!("{} {}", row.key, measure.map_or("", Measure::key)))
    }

    #[test]
    fn a_number_says_what_its_name_its_unit_and_its_change_say_together() {
        for (name, unit, change, expected) in [
            ("地区生产总值", "元", Change::Level, "gdp level"),
            ("地区生产总值", "%", Change::GrowthRate, "gdp growth"),
            ("地区生产总值增速", "%", Change::Level, "gdp growth"),
            ("地区生产总值", "%", Change::Level, ""),
            ("地区生产总值", "位", Change::Level, "gdp rank"),
            ("青禾县地区生产总值", "元", Change::Level, "gdp level"),
            ("青禾地区生产总值", "元", Change::Level, "gdp level"),
            ("白沙县地区生产总值", "元", Change::Level, ""),
            ("居民消费价格涨幅", "%", Change::Level, "cpi growth"),
            ("居民消费价格", "%", Change::Level, "cpi growth"),
            ("城镇调查失业率", "%", Change::Level, "unemployment share"),
            ("常住人口城镇化率", "个百分点", Change::Increment, "urbanization increment"),
            ("城镇新增就业", "人", Change::Increment, "new_jobs increment"),
            ("城镇新增就业", "人", Change::Level, "new_jobs increment"),
            ("单位GDP能耗", "%", Change::Decrement, "energy_intensity cumulative_decline"),
            ("单位GDP能耗", "%", Change::ChangeRate, "energy_intensity decline"),
            ("单位GDP能耗降低", "%", Change::Level, "energy_intensity decline"),
            ("单位GDP能耗", "吨标准煤/万元", Change::Level, "energy_intensity level"),
            ("居民消费价格指数", "", Change::Level, "cpi level"),
            ("高新技术企业", "家", Change::Increment, "new_hightech_firms increment"),
            ("高新技术企业", "亩", Change::Level, ""),
            ("粮食产量", "斤", Change::Level, "grain_output level"),
        ] {
            assert_eq!(read_in(false, name, unit, change), expected, "{name} {unit} {change:?}");
        }
        assert_eq!(read_in(true, "单位GDP能耗", "%", Change::Decrement), "energy_intensity decline");
    }
}
