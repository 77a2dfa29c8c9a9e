//! The unit in which the numbers of a column are shown.

use crate::{
    lexicon::{Indicator, Measure, ratio},
    number::Number,
    quantity,
};

/// Whether `unit` is the one that an indicator under this measure has: of a share what is added counts points.
pub(super) fn is_usual(indicator: &Indicator, measure: Measure, unit: &str) -> bool {
    let is_change = matches!(measure, Measure::Increment | Measure::Decrement);
    if is_change && indicator.measure == Measure::Share {
        return quantity::unit_label(unit).is_some_and(|label| label.dimension == quantity::Dimension::Points);
    }
    unit == unit_of(indicator, measure, indicator.unit).0
}

/// How numbers of one unit are written in another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Conversion {
    times: Number,
    over: Number,
}

impl Conversion {
    /// The number in the other unit; as it is where it is too great to be told.
    pub(super) fn apply(self, value: Number) -> Number {
        value.times(self.times).and_then(|value| value.over(self.over)).unwrap_or(value)
    }
}

/// The unit in which numbers of `unit` are shown, and how they become numbers of it: that of the indicator where they can be,
/// else their own.
pub(super) fn unit_of(indicator: &Indicator, measure: Measure, unit: &str) -> (String, Conversion) {
    let same = Conversion { times: Number::from(1), over: Number::from(1) };
    let counts = matches!(measure, Measure::Level | Measure::Share | Measure::Increment | Measure::Decrement);
    if let Some(conversion) = conversion(unit, indicator.unit).filter(|_| counts) {
        return (indicator.unit.to_owned(), conversion);
    }
    let rate =
        matches!(measure, Measure::Growth | Measure::CumulativeGrowth | Measure::Decline | Measure::CumulativeDecline);
    // A rate has a unit of its own, whatever the unit of the thing.
    let unit = if rate && unit == indicator.unit { "%" } else { unit };
    let unit = if measure == Measure::Rank { quantity::RANK } else { unit };
    (unit.to_owned(), same)
}

/// How numbers of the base unit `from` become numbers of `to`, a unit with its multiplier (亿元).
fn conversion(from: &str, to: &str) -> Option<Conversion> {
    if from == to {
        return Some(Conversion { times: Number::from(1), over: Number::from(1) });
    }
    let label = quantity::unit_label(to)?;
    let (times, over) = ratio(from, &label.unit)?;
    Some(Conversion { times, over: over.times(label.factor)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_in_the_unit_of_the_indicator_where_they_can_be() {
        for (key, measure, unit, value, expected) in [
            ("gdp", Measure::Level, "元", 500_000_000_000, "5000 亿元"),
            ("gdp", Measure::Level, "美元", 5, "5 美元"),
            ("gdp", Measure::Growth, "%", 5, "5 %"),
            ("gdp", Measure::Rank, "位", 3, "3 位"),
            ("grain_output", Measure::Level, "斤", 60_000_000_000, "3000 万吨"),
            ("grain_output", Measure::Level, "吨", 30_000_000, "3000 万吨"),
            ("farmland", Measure::Level, "公顷", 20_000, "30 万亩"),
            ("new_jobs", Measure::Increment, "人", 680_000, "68 万人"),
            ("new_hightech_firms", Measure::Level, "户", 120, "120 家"),
            ("urbanization", Measure::Increment, "个百分点", 2, "2 个百分点"),
            ("energy_intensity", Measure::Decline, "%", 2, "2 %"),
        ] {
            let indicator = Indicator::of_key(key).expect(key);
            let (shown, conversion) = unit_of(indicator, measure, unit);
            assert_eq!(format!("{} {shown}", conversion.apply(Number::from(value))), expected, "{key} {unit}");
        }
    }
}
