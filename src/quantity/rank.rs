//! Ranks and ordinals: `稳居全省第二`, `前15名`, `第18名`, `跻身全球十强`, and `第七届`, which ranks nothing.

use super::{
    model::{Comparator, Dimension, Mode, Quantity, RANK, Shape},
    numeral::{self, Reading},
    text::Text,
};
use crate::{
    lexicon::{QUANTITY, bounds::Bounds, signs, units::Units},
    number::Number,
};

/// How far back a verb of position may stand.
const REACH: usize = 24;

/// A rank or ordinal that starts at `text[at]` (第, 前, 首, 榜), none of it before `from`, where a rank ends if `ranked`.
pub(super) fn read(text: &Text, at: usize, (from, ranked): (usize, bool), mode: Mode) -> Option<(Quantity, usize)> {
    match text.get(at)? {
        c if signs::ordinal(c) => numbered(text, at, (from, ranked), mode),
        c if QUANTITY.leading.is(c) => top(text, at, from),
        _ => first(text, at, from),
    }
}

fn reading(text: &Text, mode: Mode) -> Reading {
    Reading { limit: text.chars.len(), all: mode.all }
}

/// 第N: a rank where a verb of position, a scope, 名 or a rank that it is joined to makes it one.
fn numbered(text: &Text, at: usize, (from, ranked): (usize, bool), mode: Mode) -> Option<(Quantity, usize)> {
    let n = numeral::read(text, at + 1, reading(text, mode)).filter(|n| !n.decimal)?;
    if n.bare {
        return None;
    }
    let placed = text.holds(n.end, &QUANTITY.place) && !is_word(text, n.end);
    // 居全省第一、|第二
    let joined = ranked && text.word(from, &QUANTITY.joins).is_some_and(|len| from + len == at);
    let led = back(text, at, from).or(joined.then_some(at));
    let ends = placed || boundary(text, n.end) || is_kept(text, at, n.end, from);
    if (placed && n.top < 3) || (led.is_some() && ends) {
        let end = n.end + usize::from(placed);
        let start = led.unwrap_or(at);
        return Some((quantity(text, (start, at, end), n.value, Comparator::Eq), end));
    }
    // 跻身全球第三大加油港: a place among the large.
    let large = text.holds(n.end, &QUANTITY.large)
        && !text.holds(n.end, &QUANTITY.big_word)
        && text.get(n.end + 1).is_some_and(char::is_alphabetic);
    // 保持全国第一大港|地位: a standing that is there.
    let standing = || (n.end..n.end + REACH).any(|end| text.word(end, &QUANTITY.standing).is_some());
    if large && !standing() && verb_before(text, at, from).is_some() && n.value < Number::from(100) {
        let start = led.unwrap_or(at);
        return Some((quantity(text, (start, at, n.end + 1), n.value, Comparator::Eq), n.end + 1));
    }
    // 第十四个五年规划: the number of a member; 成为全国第十个…城市 is a place.
    let found = Units::get().at(&text.chars, n.end);
    if let (Some((len, _)), Some(start)) = (found, becomes(text, at, from)) {
        let end = n.end + len;
        return Some((quantity(text, (start, at, end), n.value, Comparator::Eq), end));
    }
    let (end, unit) = match found {
        Some((len, unit)) if !mode.all => (n.end + len, unit.unit.clone()),
        _ => (n.end, String::new()),
    };
    let mut ordinal = quantity(text, (at, at, end), n.value, Comparator::Eq);
    (ordinal.shape, ordinal.dimension, ordinal.unit) = (Shape::Ordinal, Dimension::None, unit);
    Some((ordinal, end))
}

/// Where 成为全国, 成为全省 start before `text[at]`.
fn becomes(text: &Text, at: usize, from: usize) -> Option<usize> {
    let scope = Bounds::get().scope(&text.chars, at)?;
    let start = scope.checked_sub(text.word_before(scope, &QUANTITY.becomes)?)?;
    (start >= from).then_some(start)
}

/// 前15名, 前五位, 前三.
fn top(text: &Text, at: usize, from: usize) -> Option<(Quantity, usize)> {
    let n =
        numeral::read(text, at + 1, reading(text, Mode::default())).filter(|n| !n.decimal && !n.bare || n.top == 1)?;
    let placed = text.holds(n.end, &QUANTITY.placed) && !is_word(text, n.end);
    let led = back(text, at, from);
    if text.holds_before(at + 1, &QUANTITY.before_word) || !(placed || (led.is_some() && boundary(text, n.end))) {
        return None;
    }
    let end = n.end + usize::from(placed);
    Some((quantity(text, (led.unwrap_or(at), at, end), n.value, Comparator::Top), end))
}

/// 首位, 榜首, 之首: place one, where a verb or scope says so.
fn first(text: &Text, at: usize, from: usize) -> Option<(Quantity, usize)> {
    let (core, end) = match text.word(at, &QUANTITY.first_place) {
        Some(len) => (at, at + len),
        None if text.holds(at, &QUANTITY.head) && text.holds_before(at, &QUANTITY.of_them) => (at - 1, at + 1),
        None => return None,
    };
    let start = back(text, core, from)?;
    let word = text.holds(end, &QUANTITY.counter) || text.holds(core, &QUANTITY.first_word);
    (!word).then(|| (quantity(text, (start, core, end), Number::from(1), Comparator::Eq), end))
}

/// 跻身全球十强, 入围百强 with a verb of position: place N or better. Without one, 500强 names a class.
pub(super) fn strongest(text: &Text, at: usize, from: usize, mode: Mode) -> Option<(Quantity, usize)> {
    let n = numeral::read(text, at, reading(text, mode)).filter(|n| !n.decimal && n.upper.is_none())?;
    if !text.holds(n.end, &QUANTITY.league) {
        return None;
    }
    let verb = verb_before(text, at, from)?;
    let class = text.word(n.end + 1, &QUANTITY.ranked_class).is_some();
    let end = n.end + 1;
    (!class).then(|| (quantity(text, (verb, at, end), n.value, Comparator::Top), end))
}

/// Whether 名 or 位 begins another word.
fn is_word(text: &Text, at: usize) -> bool {
    text.word(at, &QUANTITY.place_word).is_some()
}

/// Whether a bare 第N ends here: 第一方阵 and 第二产业 go on.
fn boundary(text: &Text, at: usize) -> bool {
    text.get(at).is_none_or(|c| "，。；）：！ \n”（),;".contains(c))
        || text.holds(at, &QUANTITY.joins)
        || text.holds(at, &QUANTITY.particle)
}

/// Where the verb of position or the scope before `text[at]` starts, if there is one.
fn back(text: &Text, at: usize, from: usize) -> Option<usize> {
    verb_before(text, at, from).or_else(|| {
        let scope = Bounds::get().scope(&text.chars, at).filter(|&start| start >= from)?;
        Some(Bounds::get().scope(&text.chars, scope).filter(|&start| start >= from).unwrap_or(scope))
    })
}

/// 巩固产量全省第一|优势: whether the place that ends at `end` is called an advantage that is kept, unlike 发挥第一优势.
fn is_kept(text: &Text, at: usize, end: usize, from: usize) -> bool {
    let keeps = |&start: &usize| text.word(start, &QUANTITY.keeps).is_some();
    let clause = (from..at).rev().take(REACH).take_while(|&i| !"，。；：！\n）".contains(text.chars[i]));
    text.word(end, &QUANTITY.standing).is_some() && clause.into_iter().any(|start| keeps(&start))
}

/// The nearest verb of position before `text[at]` in the same clause.
fn verb_before(text: &Text, at: usize, from: usize) -> Option<usize> {
    for end in (from + 1..=at).rev().take(REACH) {
        // 居全省首位: a verb of one character counts only right before the rank or those among whom it is held.
        let counts = |start: usize| end - start > 1 || end == at || text.holds(end, &QUANTITY.ranked_among);
        let verb = Bounds::get().place(&text.chars, end).map(|(start, _)| start);
        if let Some(start) = verb.filter(|&start| start >= from && counts(start)) {
            return Some(start);
        }
        if "，。；：！\n）".contains(text.chars[end - 1]) {
            return None;
        }
    }
    None
}

fn quantity(text: &Text, (start, core, end): (usize, usize, usize), value: Number, comparator: Comparator) -> Quantity {
    Quantity {
        span: text.span(start, end),
        core: text.span(core, end),
        value,
        upper: None,
        unit: RANK.to_owned(),
        dimension: Dimension::Rank,
        comparator,
        shape: Shape::Rank,
    }
}

#[cfg(test)]
mod tests {
    use crate::quantity::{Shape, scan_all};

    #[test]
    fn a_class_behind_di_is_no_place() {
        let found = scan_all("第百家门店");
        assert_eq!(
            (found[0].shape, found[0].unit.as_str(), found[0].core.start),
            (Shape::Cardinal, "家", '第'.len_utf8())
        );
    }
}
