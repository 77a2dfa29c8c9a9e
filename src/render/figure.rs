//! Numbers as people write them: `> 1000家`, `700亿元`, `3–5个`, `前15位`, `年均增长 ≥ 12%`.
//!
//! For tables; structured formats hold plain numbers.

use crate::{
    lexicon::numerals::LARGE,
    number::Number,
    quantity::Comparator,
    render::{
        key,
        words::{Lang, label},
    },
    statement::{Amount, Baseline, Change, Deadline, DeadlineSource},
};

/// A statement's number with what it says of the indicator and which way it bounds.
pub fn target(amount: &Amount) -> String {
    let change = match amount.change {
        Change::Level => String::new(),
        change => format!("{} ", label("figure", &key(&change), Lang::Zh)),
    };
    let sign = sign(amount.comparator);
    // A rank has no change worth a word: 第1位, 前15位.
    if amount.is_place() {
        let place = if amount.comparator == Comparator::Top { "top" } else { "place" };
        return sign.to_owned() + &label("figure", place, Lang::Zh).replace("{0}", &ends(amount));
    }
    format!("{change}{sign}{}{}", ends(amount), amount.unit)
}

/// Which way a number bounds, as it stands before it.
pub(super) fn sign(comparator: Comparator) -> &'static str {
    match comparator {
        Comparator::Eq | Comparator::Range | Comparator::Top => "",
        Comparator::Ge => "≥ ",
        Comparator::Gt => "> ",
        Comparator::Le => "≤ ",
        Comparator::Lt => "< ",
        Comparator::Approx => "≈ ",
    }
}

/// The value that a target starts from, with its year.
pub fn baseline(baseline: &Baseline) -> String {
    let year = baseline.year.map(|year| format!(" ({year})")).unwrap_or_default();
    number(baseline.value, &baseline.unit) + &year
}

/// A bare number in its unit, in 亿 or 万 where that is short.
pub fn number(value: Number, unit: &str) -> String {
    let (value, scale) = scaled(value);
    value + scale + unit
}

/// The value, or both ends of a range with the multiplier written once: `3–5`, `2–3万`.
fn ends(amount: &Amount) -> String {
    let (low, low_unit) = scaled(amount.value);
    let Some(upper) = amount.upper() else { return low + low_unit };
    let (high, high_unit) = scaled(upper);
    if low_unit == high_unit {
        format!("{low}–{high}{high_unit}")
    } else {
        format!("{low}{low_unit}–{high}{high_unit}")
    }
}

/// A number in 亿 or 万 where that leaves at most two decimals.
fn scaled(value: Number) -> (String, &'static str) {
    for (power, name) in LARGE {
        let factor = Number::from(10i64.pow(power));
        let size = value.size();
        let short = value.over(factor).filter(|short| size >= factor && short.decimal().scale() <= 2);
        if let Some(short) = short {
            return (short.to_string(), name);
        }
    }
    (value.to_string(), "")
}

/// The year and month; in brackets where the text names none and the plan's last year stands in.
pub fn deadline(deadline: &Deadline) -> String {
    let date = deadline.month.map_or_else(|| deadline.year.to_string(), |m| format!("{}-{m:02}", deadline.year));
    if deadline.source == DeadlineSource::Plan { format!("({date})") } else { date }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(value: &str, upper: Option<&str>, unit: &str, comparator: Comparator, change: Change) -> String {
        let number = |text: &str| text.parse::<Number>().expect("a number");
        let (value, upper) = (number(value), upper.map(number));
        target(&Amount { value, upper: upper.map(Box::new), unit: unit.into(), comparator, change, text: "".into() })
    }

    #[test]
    fn numbers_read_as_people_write_them() {
        use {Change::*, Comparator::*};
        for (value, upper, unit, comparator, change, want) in [
            ("95", None, "%", Ge, Level, "≥ 95%"),
            ("1000", None, "家", Gt, Level, "> 1000家"),
            ("3", Some("5"), "个", Range, Level, "3–5个"),
            ("50", None, "%", Approx, Level, "≈ 50%"),
            ("15", None, "位", Top, Level, "前15位"),
            ("1", None, "位", Eq, Level, "第1位"),
            ("3", None, "位", Eq, Increment, "新增 3位"),
            ("70000000000", None, "元", Gt, Level, "> 700亿元"),
            ("300000000000", None, "元", Eq, Level, "3000亿元"),
            ("1500000000000", None, "元", Ge, Level, "≥ 1.5万亿元"),
            ("100000", None, "人", Eq, Increment, "新增 10万人"),
            ("12345", None, "人", Eq, Level, "12345人"),
            ("12500", Some("20000"), "人", Range, Level, "1.25–2万人"),
            ("8000", Some("20000"), "人", Range, Level, "8000–2万人"),
            ("12", None, "%", Ge, GrowthRate, "年均增长 ≥ 12%"),
            ("13.5", None, "%", Le, CumulativeGrowth, "累计增长 ≤ 13.5%"),
            ("2.2", None, ":1", Lt, Level, "< 2.2:1"),
        ] {
            assert_eq!(shown(value, upper, unit, comparator, change), want);
        }
    }

    #[test]
    fn a_deadline_that_the_text_does_not_name_is_bracketed() {
        let of = |month, source| deadline(&Deadline { year: 2025, month, source, text: "".into() });
        assert_eq!(of(None, DeadlineSource::Explicit), "2025");
        assert_eq!(of(Some(6), DeadlineSource::Inherited), "2025-06");
        assert_eq!(of(None, DeadlineSource::Plan), "(2025)");
    }
}
