//! By how much something is more or less than what it is compared with (比全国平均高出8元, 较上年多出8万头).

use crate::{
    lexicon::{CLAUSES, QUANTITY, segment},
    quantity::Shape,
};

use super::subject::is_territory;

/// Which way a number differs from what was measured before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// By so much more.
    More,
    /// By so much less.
    Less,
}

/// A comparison that a number tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Difference {
    /// Where the words begin that tell it.
    pub(super) at: usize,
    /// Which way it goes, where it is one with an earlier time; with others it says how things stand.
    pub(super) way: Option<Way>,
}

/// How long what is compared with may be, in characters (全县城镇居民).
const COMPARED: usize = 10;

/// The comparison that the words `before` a number of `shape` tell.
pub(super) fn told(before: &str, shape: Shape) -> Option<Difference> {
    if shape == Shape::Rank {
        return None;
    }
    let start = before.rfind(['，', '；', '：']).map_or(0, |at| at + '，'.len_utf8());
    let clause = &before[start..];
    let (way, at, than) = told_behind(clause).or_else(|| told_before(clause, shape == Shape::Points))?;
    let way = CLAUSES.earlier.suffix(than).map(|_| way);
    Some(Difference { at: start + at, way })
}

/// 较上年|多出, 比全县|快: the word that tells it stands at the number. Which way it goes, where the word begins, what is compared with.
fn told_behind(clause: &str) -> Option<(Way, usize, &str)> {
    let more = QUANTITY.greater.suffix(clause).map(|word| (word, Way::More));
    let (word, way) = more.or_else(|| QUANTITY.less.suffix(clause).map(|word| (word, Way::Less)))?;
    let begin = clause.len() - word.len();
    let (at, form) = CLAUSES.than.rfind(&clause[..begin])?;
    let whole = |end: usize| end == 0 || segment::ends_word(clause, end);
    let than = &clause[at + form.len()..begin];
    let near = (1..=COMPARED).contains(&than.chars().count());
    (near && [at, at + form.len(), begin].into_iter().all(whole)).then_some((way, begin, than))
}

/// 高于|全省平均水平, of points of a share also 低于|警戒线: the word that tells it stands before what is compared with.
fn told_before(clause: &str, points: bool) -> Option<(Way, usize, &str)> {
    let (at, word) = CLAUSES.ahead_of.rfind(clause)?;
    let than = &clause[at + word.len()..];
    let named = points && (1..=COMPARED).contains(&than.chars().count()) && than.chars().all(char::is_alphabetic);
    let way = if QUANTITY.less.is_in(word) { Way::Less } else { Way::More };
    (named || is_territory(than)).then_some((way, at, than))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_goes_one_way_from_what_was_before() {
        let more = Some(Some(Way::More));
        for (before, shape, way) in [
            ("生猪出栏41万头，较上年多出", Shape::Cardinal, more),
            ("发电量快于上年同期", Shape::Points, more),
            ("保育费较上年低", Shape::Percent, Some(Some(Way::Less))),
            ("保育费较市场均价低", Shape::Percent, Some(None)),
            ("增速比全县快", Shape::Points, Some(None)),
            ("人均花费低于全国平均值", Shape::Percent, Some(None)),
            ("债务率低于警戒线", Shape::Points, Some(None)),
            ("合格率低于", Shape::Percent, None),
            ("企业高于规模标准", Shape::Cardinal, None),
            ("占比提高", Shape::Points, None),
        ] {
            assert_eq!(told(before, shape).map(|difference| difference.way), way, "{before}");
        }
    }
}
