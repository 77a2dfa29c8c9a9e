//! Units of one measure told in another: 公顷 in 亩, 公里 in 米 (`data/conversions.yaml`), 斤 in 吨 (what `data/units.yaml` calls metric).

use std::{collections::HashMap, sync::LazyLock};

use serde::Deserialize;

use super::{
    table,
    units::{Dimension, Units},
};
use crate::number::Number;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    unit: &'static str,
    times: Number,
    #[serde(default = "one")]
    over: Number,
    base: &'static str,
    #[cfg_attr(not(test), allow(dead_code))]
    ok: &'static str,
}

fn one() -> Number {
    Number::from(1)
}

static ROWS: LazyLock<HashMap<&str, Row>> = LazyLock::new(|| {
    let rows: Vec<Row> = table::shipped("conversions", include_str!("data/conversions.yaml"));
    rows.into_iter().map(|row| (row.unit, row)).collect()
});

/// What `value` of the base unit `from` is in the base unit `to`; `None` where the two measure different things.
///
/// Things that are counted are counted alike, whatever word counts them (家, 个).
pub fn convert(value: Number, from: &str, to: &str) -> Option<Number> {
    if from == to {
        return Some(value);
    }
    let (times, over) = ratio(from, to)?;
    Some(value.times(times)?.over(over)?.rounded())
}

/// What numbers of the base unit `from` are multiplied with, and what parted by, to be numbers of `to`; else as [`convert`].
pub fn ratio(from: &str, to: &str) -> Option<(Number, Number)> {
    let counted = |unit: &str| Units::get().by_form(unit).is_some_and(|row| row.dimension == Dimension::Count);
    if from == to || (counted(from) && counted(to)) {
        return Some((one(), one()));
    }
    let ((times, over, base), (back_times, back_over, other)) = (scale(from), scale(to));
    if base != other {
        return None;
    }
    Some((times.times(back_over)?, over.times(back_times)?))
}

/// How much of which base one of `unit` is.
fn scale(unit: &str) -> (Number, Number, &str) {
    if let Some(row) = ROWS.get(unit) {
        return (row.times, row.over, row.base);
    }
    let metric = Units::get().by_form(unit).and_then(|row| row.metric.as_ref());
    metric.map_or((one(), one(), unit), |(times, base)| (*times, one(), base))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_converts_its_example() {
        for row in ROWS.values() {
            let (left, right) = row.ok.split_once('=').expect("an equation");
            let part = |text: &str| {
                text.split_once(' ').map(|(n, unit)| (n.parse::<Number>().expect("a number"), unit.to_owned()))
            };
            let ((value, from), (want, to)) = part(left).zip(part(right)).expect("numbers with units");
            assert_eq!(convert(value, &from, &to), Some(want), "{}", row.ok);
            assert_eq!(convert(want, &to, &from), Some(value), "{}", row.ok);
            assert!(left.ends_with(row.unit) && Units::get().by_form(row.unit).is_some(), "{}", row.unit);
        }
    }

    #[test]
    fn different_things_are_not_converted() {
        let five = Number::from(5);
        for (from, to) in [("元", "美元"), ("亩", "米"), ("%", "个百分点"), ("人", "元"), ("", "%"), ("吨", "吨标准煤")]
        {
            assert_eq!(convert(five, from, to), None, "{from} {to}");
        }
        assert_eq!(convert(five, "家", "个"), Some(five));
        assert_eq!(convert(Number::from(4000), "斤", "吨"), Some(Number::from(2)));
    }
}
