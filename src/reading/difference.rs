//! By how much something is more or less than what it is compared with (比全国平均高出8元, 低于警戒线8个百分点).

use crate::{
    lexicon::{CLAUSES, QUANTITY, numerals, segment},
    quantity::Shape,
};

use super::subject::is_territory;

/// Which way a number differs from what it is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// By so much more.
    More,
    /// By so much less.
    Less,
}

/// How long what is compared with may be, in characters (全县城镇居民).
const COMPARED: usize = 10;

/// Which way the number of `shape` behind the words `before` differs from what they compare it with, and where the words begin that say so.
pub(super) fn way(before: &str, shape: Shape) -> Option<(Way, usize)> {
    if shape == Shape::Rank {
        return None;
    }
    let start = before.rfind(['，', '；', '：']).map_or(0, |at| at + '，'.len_utf8());
    let clause = &before[start..];
    let told = told_behind(clause).or_else(|| told_before(clause, shape == Shape::Points));
    told.map(|(way, at)| (way, start + at))
}

/// 高于全国0.4个百分点, 快1.4个百分点: whether the expression of a number says that it is a difference.
pub(crate) fn is_difference(expression: &str) -> bool {
    let ahead = CLAUSES.ahead_of.strip_prefix(expression).is_some_and(|than| !than.starts_with(is_digit));
    let word = [&QUANTITY.greater, &QUANTITY.less].iter().find_map(|words| words.strip_prefix(expression));
    ahead || word.is_some_and(|number| number.starts_with(is_digit))
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || numerals::is_numeral(c)
}

/// 较上年|多出, 比全县|快: the word that tells it stands at the number.
fn told_behind(clause: &str) -> Option<(Way, usize)> {
    let more = QUANTITY.greater.suffix(clause).map(|word| (word, Way::More));
    let (word, way) = more.or_else(|| QUANTITY.less.suffix(clause).map(|word| (word, Way::Less)))?;
    let (at, than) = CLAUSES.than.rfind(&clause[..clause.len() - word.len()])?;
    let whole = |end: usize| end == 0 || segment::ends_word(clause, end);
    let compared = clause[at + than.len()..clause.len() - word.len()].chars().count();
    ((1..=COMPARED).contains(&compared) && whole(at) && whole(at + than.len()))
        .then_some((way, clause.len() - word.len()))
}

/// 高于|全省平均水平, of points of a share also 低于|警戒线: the word that tells it stands before what is compared with.
fn told_before(clause: &str, points: bool) -> Option<(Way, usize)> {
    let (at, word) = CLAUSES.ahead_of.rfind(clause)?;
    let than = &clause[at + word.len()..];
    let named = points && (1..=COMPARED).contains(&than.chars().count()) && than.chars().all(char::is_alphabetic);
    let way = if QUANTITY.less.is_in(word) { Way::Less } else { Way::More };
    (named || is_territory(than)).then_some((way, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_tells_a_difference_where_no_bound_is_one() {
        for (expression, told) in [
            ("高于全国0.4个百分点", true),
            ("多出2.6万头", true),
            ("低三成左右", true),
            ("高于80%", false),
            ("大约30家", false),
            ("8个百分点", false),
        ] {
            assert_eq!(is_difference(expression), told, "{expression}");
        }
    }

    #[test]
    fn a_difference_is_more_or_less_than_what_it_is_compared_with() {
        for (before, shape, told) in [
            ("生猪出栏41万头，较上年多出", Shape::Cardinal, Some(Way::More)),
            ("保育费较市场均价低", Shape::Percent, Some(Way::Less)),
            ("增速比全县快", Shape::Points, Some(Way::More)),
            ("人均花费低于全国平均值", Shape::Percent, Some(Way::Less)),
            ("债务率低于警戒线", Shape::Points, Some(Way::Less)),
            ("合格率低于", Shape::Percent, None),
            ("企业高于规模标准", Shape::Cardinal, None),
            ("占比提高", Shape::Points, None),
        ] {
            assert_eq!(way(before, shape).map(|(way, _)| way), told, "{before}");
        }
    }
}
