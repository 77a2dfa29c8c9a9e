//! The number of a statement: value, unit and bound (docs/commitments.md#the-number).

use crate::{
    lexicon::{CLAUSES, COLUMNS, DEEDS, Forms, numerals::is_multiplier, units::named},
    number::Number,
    quantity::{Comparator, Quantity, Shape},
    span::{self, Span},
};

use crate::{
    reading::{difference::Way, parts::Found, right::counts_steps},
    statement::{Amount, Change},
};

/// How many bytes before a number name its price: 400 characters.
const REACH: usize = 1200;

/// The number of `found`, quoted by `span` of `text`.
pub(crate) fn read(text: &str, found: &Found<'_>, span: Span, change: Change) -> Amount {
    let quantity = found.quantity;
    let unit = unit(quantity, &found.indicator);
    let cents = is_cents(quantity, text, span);
    let scale = |value: Number| if cents { value.times(Number::new(1, 2)).unwrap_or(value) } else { value };
    Amount {
        value: scale(value(quantity, found)),
        upper: quantity.upper.map(|upper| Box::new(scale(grown(upper, found)))),
        unit: if cents { named::YUAN.into() } else { unit.into() },
        comparator: comparator(text, found, span),
        change: of_difference(found, change),
        text: span.of(text).into(),
    }
}

/// 较上年多出2.6万头, 快于上年同期0.5个百分点: by how much something is more or less than before is what was added or lost.
fn of_difference(found: &Found<'_>, change: Change) -> Change {
    match found.head.differs.filter(|_| change == Change::Level) {
        Some(Way::More) if !found.quantity.is_share() => Change::Increment,
        Some(Way::Less) => Change::Decrement,
        _ => change,
    }
}

/// A fraction as a percentage of two decimals (三分之一 → 33.33); growth by N times is a rise to N + 1 times.
fn value(quantity: &Quantity, found: &Found<'_>) -> Number {
    match quantity.shape {
        Shape::Fraction if quantity.value.decimal().scale() > 4 => quantity.value.to_places(2),
        _ => grown(quantity.value, found),
    }
}

/// `value` itself, or one more where it says by how many times something grows.
fn grown(value: Number, found: &Found<'_>) -> Number {
    let by = found.quantity.shape == Shape::Multiple && grows(&found.head.governor);
    value.plus(Number::from(1)).filter(|_| by).unwrap_or(value)
}

/// 增长2.7倍, unlike 翻两番 or 增长到3倍.
fn grows(governor: &str) -> bool {
    let verb = CLAUSES.grow.rfind(governor);
    verb.is_some_and(|(at, form)| !CLAUSES.reach_mark.is_in(&governor[at + form.len()..]))
        && !CLAUSES.doubling.is_in(governor)
}

/// The unit; a bare size class or sum is one of money, a bare count of people one of 人.
pub(crate) fn unit(quantity: &Quantity, indicator: &str) -> String {
    if quantity.shape == Shape::Ratio && quantity.unit == ":" {
        // A member of a chain of shares (6:42:52).
        return named::PERCENT.into();
    }
    if !quantity.unit.is_empty() {
        return quantity.unit.clone();
    }
    let ends = |forms: &Forms| forms.suffix(indicator).is_some();
    // 常住人口总量
    let whose = CLAUSES.empty_subject.strip_suffix(indicator).unwrap_or(indicator);
    match quantity.shape {
        Shape::SizeClass if ends(&DEEDS.tally) => String::new(),
        Shape::SizeClass if ends(&CLAUSES.visits) => named::VISIT.into(),
        Shape::SizeClass => named::YUAN.into(),
        Shape::Cardinal if ends(&CLAUSES.visits) => named::VISIT.into(),
        Shape::Cardinal if ends(&CLAUSES.times_apart) => named::TIMES.into(),
        Shape::Cardinal if ends(&CLAUSES.households) => named::HOUSEHOLD.into(),
        Shape::Cardinal if tells_of_people(indicator) => named::PERSON.into(),
        Shape::Cardinal if [&CLAUSES.people, &CLAUSES.crowds].iter().any(|who| ends(who)) => named::PERSON.into(),
        Shape::Cardinal if CLAUSES.crowds.suffix(whose).is_some() => named::PERSON.into(),
        Shape::Cardinal if ends(&DEEDS.tally) => String::new(),
        Shape::Cardinal if quantity.value >= Number::from(100_000_000) => named::YUAN.into(),
        Shape::Cardinal if quantity.value >= Number::from(10_000) && ends(&COLUMNS.of_money) => named::YUAN.into(),
        _ => String::new(),
    }
}

/// 50万|贫困人口异地搬迁: what becomes of people, unlike a measure of theirs (居民收入) and unlike households.
fn tells_of_people(indicator: &str) -> bool {
    let people = CLAUSES.people.prefix(indicator).filter(|people| !people.ends_with(named::HOUSEHOLD));
    people.is_some() && CLAUSES.measure.suffix(indicator).is_none()
}

/// 每斤提高3分: cents of a price, not points of a score.
fn is_cents(quantity: &Quantity, text: &str, span: Span) -> bool {
    if quantity.unit != named::FEN {
        return false;
    }
    let before = &text[span::floor(text, span.start.saturating_sub(REACH))..span.start];
    let start = before.rfind(['，', '。', '；']).unwrap_or(0);
    CLAUSES.price.is_in(&before[start..])
}

fn comparator(text: &str, found: &Found<'_>, span: Span) -> Comparator {
    let quote = span.of(text);
    let steps = CLAUSES.step_up.is_in(quote) && !CLAUSES.new_step.is_in(quote);
    let governor = &found.head.governor;
    // 突破30项关键技术: the verb of what is counted, no bound of the number.
    let broken = found.counted && found.head.subject.is_empty() && DEEDS.hurdle.suffix(&found.indicator).is_some();
    match found.comparator {
        Comparator::Gt if broken && CLAUSES.break_through.prefix(quote).is_some() => Comparator::Eq,
        // 不低于总数的90%: the bound stands before what the share is of.
        Comparator::Eq if CLAUSES.at_least.is_in(governor) => Comparator::Ge,
        Comparator::Eq if CLAUSES.at_most.is_in(governor) => Comparator::Le,
        Comparator::Gt | Comparator::Ge | Comparator::Eq if counts_steps(found.quantity, &text[span.end..]) => {
            Comparator::Eq
        }
        Comparator::Eq if found.quantity.shape == Shape::SizeClass || steps => Comparator::Ge,
        Comparator::Eq if found.counted && is_bare_size(found.quantity.core.of(text), &found.indicator) => {
            Comparator::Ge
        }
        comparator => comparator,
    }
}

/// 百万千瓦|风电基地: a size told by multipliers alone, of one thing, is at least so much.
fn is_bare_size(core: &str, thing: &str) -> bool {
    core.chars().take_while(|&c| is_multiplier(c)).count() > 1 && CLAUSES.sized.suffix(thing).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_number_takes_the_unit_of_what_it_counts() {
        for (text, indicator, told) in [
            ("1240万", "脱贫人口", "人"),
            ("1240万", "燃气用户", "户"),
            ("1240万", "接诊人次", "人次"),
            ("8亿", "产值", "元"),
            ("8万", "贫困人口搬迁", "人"),
            ("8", "困难群体失业率", ""),
            ("8万", "农户延包", ""),
            ("8亿", "短视频播放量", ""),
            ("8亿", "游客量", "人次"),
            ("8", "城乡收入倍差", "倍"),
            ("8万", "人均地区生产总值", "元"),
            ("8亿", "旅客吞吐量", ""),
            ("千亿级", "发电量", ""),
            ("8", "指数", ""),
            ("8所", "用户", "所"),
        ] {
            assert_eq!(unit(&crate::quantity::scan(text)[0], indicator), told, "{indicator}{text}");
        }
    }

    #[test]
    fn cents_are_of_prices() {
        for (text, cents) in [("每斤提高3分", true), ("电价下降3分", true), ("综合评分提高3分", false)]
        {
            let quantity = &crate::quantity::scan(text)[0];
            assert_eq!(is_cents(quantity, text, quantity.span), cents, "{text}");
        }
    }

    #[test]
    fn growth_by_times_is_no_growth_to_them() {
        for (governor, by) in [("增长", true), ("增长到", false), ("翻", false), ("达到", false)] {
            assert_eq!(grows(governor), by, "{governor}");
        }
    }
}
