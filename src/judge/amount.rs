//! The number of a statement: value, unit and bound as GUIDE states them.

use crate::{
    lexicon::CLAUSES,
    number::Number,
    quantity::{Comparator, Quantity, Shape},
    span::Span,
};

use crate::{
    reading::parts::Found,
    statement::{Amount, Change},
};

/// The number of `found`, quoted by `span` of `text`.
pub(crate) fn read(text: &str, found: &Found<'_>, span: Span, change: Change) -> Amount {
    let quantity = found.quantity;
    let unit = unit(quantity, &found.indicator);
    let cents = is_cents(quantity, text, span);
    let scale = |value: Number| if cents { value.times(Number::new(1, 2)).unwrap_or(value) } else { value };
    Amount {
        value: scale(value(quantity, found)),
        upper: quantity.upper.map(scale),
        unit: if cents { "元".into() } else { unit },
        comparator: comparator(text, found, span),
        change,
        text: span.of(text).to_owned(),
    }
}

/// A fraction as a percentage of two decimals (三分之一 → 33.33); growth by N times is a rise to N + 1 times.
fn value(quantity: &Quantity, found: &Found<'_>) -> Number {
    match quantity.shape {
        Shape::Fraction if quantity.value.decimal().scale() > 4 => {
            Number::from_decimal(quantity.value.decimal().round_dp(2))
        }
        Shape::Multiple if grows(&found.head.governor) => {
            quantity.value.plus(Number::from(1)).unwrap_or(quantity.value)
        }
        _ => quantity.value,
    }
}

/// 增长2.7倍, unlike 翻两番 or 增长到3倍.
fn grows(governor: &str) -> bool {
    let verb = CLAUSES.grow.rfind(governor);
    verb.is_some_and(|(at, form)| !CLAUSES.reach_mark.is_in(&governor[at + form.len()..])) && !governor.contains('翻')
}

/// The unit; a bare size class or sum is one of money, a bare count of people one of 人.
pub(crate) fn unit(quantity: &Quantity, indicator: &str) -> String {
    if quantity.shape == Shape::Ratio && quantity.unit == ":" {
        // A member of a chain of shares (6:42:52).
        return "%".into();
    }
    if !quantity.unit.is_empty() {
        return quantity.unit.clone();
    }
    let people = CLAUSES.people.suffix(indicator).is_some()
        || ["人口", "人数", "网民"].iter().any(|end| indicator.ends_with(end));
    match quantity.shape {
        Shape::SizeClass => "元".into(),
        Shape::Cardinal if indicator.ends_with("人次") => "人次".into(),
        Shape::Cardinal if indicator.ends_with("倍差") => "倍".into(),
        Shape::Cardinal if people => "人".into(),
        Shape::Cardinal if indicator.ends_with("用户") || indicator.ends_with("户数") => "户".into(),
        Shape::Cardinal if quantity.value >= Number::from(100_000_000) => "元".into(),
        _ => String::new(),
    }
}

/// 每斤提高3分: cents of a price, not points of a score.
fn is_cents(quantity: &Quantity, text: &str, span: Span) -> bool {
    let before = &text[..span.start];
    let start = before.rfind(['，', '。', '；']).map_or(0, |at| at);
    let price = ["每斤", "每公斤", "每吨", "每度", "价格", "收购价", "电价", "水价"];
    quantity.unit == "分" && price.iter().any(|word| before[start..].contains(word))
}

fn comparator(text: &str, found: &Found<'_>, span: Span) -> Comparator {
    let quote = span.of(text);
    let steps = ["迈上", "跨上", "跃上", "迈入"].iter().any(|verb| quote.contains(verb)) && !quote.contains("新台阶");
    let named = |words: &[&str]| words.iter().any(|word| found.head.governor.contains(word));
    match found.comparator {
        // 不低于总数的90%: the bound stands before what the share is of.
        Comparator::Eq if named(&["不低于", "不少于"]) => Comparator::Ge,
        Comparator::Eq if named(&["不超过", "不高于"]) => Comparator::Le,
        Comparator::Eq if found.quantity.shape == Shape::SizeClass || steps => Comparator::Ge,
        comparator => comparator,
    }
}
