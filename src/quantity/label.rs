//! Units that stand without a number, and a number under a label that holds its unit in brackets: 高标准农田面积（万亩）：120, 累计降低率[%]：[14].

use std::{cell::RefCell, collections::HashMap};

use crate::lexicon::units::named;

use super::{
    model::{Found, Mode, Shape, UnitLabel},
    term,
    text::Text,
};

/// How long a unit in brackets may be, in characters.
const LONGEST: usize = 12;

/// How many texts are remembered.
const REMEMBERED: usize = 4096;

thread_local! {
    /// What the texts that were asked about are: a document asks about few of them again and again.
    static LABELS: RefCell<HashMap<Box<str>, Option<UnitLabel>>> = RefCell::default();
}

/// `text`, all of it, as a unit with its multiplier.
pub(super) fn unit_label(text: &str) -> Option<UnitLabel> {
    LABELS.with_borrow_mut(|labels| {
        if let Some(known) = labels.get(text) {
            return known.clone();
        }
        let label = read(text);
        if labels.len() < REMEMBERED {
            labels.insert(text.into(), label.clone());
        }
        label
    })
}

/// Reads `text`, all of it, as a unit with its multiplier.
fn read(text: &str) -> Option<UnitLabel> {
    // What begins with digits counts (3个), unless it is a ratio (1/10万).
    if text.starts_with(|c: char| c.is_ascii_digit()) && !text.contains(['/', '／']) {
        return None;
    }
    // A number that no multiplier can be read into stands for the numbers under the label.
    let one = Text::new(&format!("1{text}"));
    let term = term::read(&one, 0, Mode::default())?;
    let counts = term.end == one.chars.len() && !term.unit.is_empty();
    counts.then_some(UnitLabel { unit: term.unit, factor: term.value, dimension: term.dimension })
}

/// Gives `found`, which has no unit, that of the label right before it; `at` is where its bound begins.
pub(super) fn take_unit(text: &Text, mut at: usize, found: &mut Found) {
    if !found.unit.is_empty() || found.shape != Shape::Cardinal {
        return;
    }
    while text.before(at).is_some_and(|c| c.is_whitespace() || opens(c)) {
        at -= 1;
    }
    let Some(label) = text.before(at).filter(|c| matches!(c, '：' | ':')).and_then(|_| bracketed(text, at - 1)) else {
        return;
    };
    let Some(unit) = unit_label(&label) else { return };
    let Some(value) = found.value.times(unit.factor) else { return };
    found.value = value;
    found.upper = found.upper.and_then(|upper| upper.times(unit.factor));
    found.shape = if unit.unit == named::PERCENT { Shape::Percent } else { found.shape };
    (found.unit, found.dimension) = (unit.unit, unit.dimension);
}

fn opens(c: char) -> bool {
    matches!(c, '（' | '(' | '[' | '［' | '〔' | '【')
}

/// What the bracket holds that closes right before `end`.
fn bracketed(text: &Text, end: usize) -> Option<String> {
    text.before(end).filter(|c| matches!(c, '）' | ')' | ']' | '］' | '〕' | '】'))?;
    let first = end.saturating_sub(LONGEST + 2);
    let open = (first..end - 1).rev().find(|&at| text.get(at).is_some_and(opens))?;
    Some(text.chars[open + 1..end - 1].iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        number::Number,
        quantity::{Dimension, dimension},
    };

    #[test]
    fn a_label_is_a_unit_from_its_first_character_to_its_last() {
        for (text, unit) in [("亿元", "元"), ("套（间）", "套（间）"), ("1/10万", "/10万")] {
            assert_eq!(read(text).map(|label| label.unit).as_deref(), Some(unit), "{text}");
        }
        for text in ["", "万", "3个", "个性", "元以上", "年份", "指标"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn unit_labels_stand_without_a_number() {
        for (text, unit, factor) in [
            ("万亿元", "元", 1_000_000_000_000),
            ("%", "%", 1),
            ("万套（间）", "套（间）", 10_000),
            ("人/亿元", "人/亿元", 1),
            ("万元/人", "元/人", 10_000),
            ("个百分点", "个百分点", 1),
            ("微克/立方米", "微克/立方米", 1),
            ("亿斤", "斤", 100_000_000),
        ] {
            let label = unit_label(text).expect(text);
            assert_eq!((label.unit.as_str(), label.factor), (unit, Number::from(factor)), "{text}");
        }
        for (unit, measures) in
            [("", Dimension::None), ("位", Dimension::Rank), ("个", Dimension::Count), ("起/万车", Dimension::Compound)]
        {
            assert_eq!(dimension(unit), measures, "{unit}");
        }
        assert_eq!(unit_label("指标"), None);
        assert_eq!(unit_label(""), None);
    }
}
