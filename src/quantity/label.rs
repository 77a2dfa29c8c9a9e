//! A number under a label that holds its unit in brackets: 高标准农田面积（万亩）：120, 累计降低率[%]：[14].

use super::{
    bound,
    model::{Found, Shape},
    scanner,
    text::Text,
};

/// How long a unit in brackets may be, in characters.
const LONGEST: usize = 12;

/// Gives `found`, which has no unit, that of the label right before it; nothing may reach back beyond `from`.
pub(super) fn take_unit(text: &Text, from: usize, found: &mut Found) {
    if !found.unit.is_empty() || found.shape != Shape::Cardinal {
        return;
    }
    let mut at = bound::lead(text, found.start, from).start;
    while text.before(at).is_some_and(|c| c.is_whitespace() || opens(c)) {
        at -= 1;
    }
    let Some(label) = text.before(at).filter(|c| matches!(c, '：' | ':')).and_then(|_| bracketed(text, at - 1)) else {
        return;
    };
    let Some(unit) = scanner::unit_label(&label) else { return };
    let Some(value) = found.value.times(unit.factor) else { return };
    found.value = value;
    found.upper = found.upper.and_then(|upper| upper.times(unit.factor));
    found.shape = if unit.unit == "%" { Shape::Percent } else { found.shape };
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
