//! What indicators are called, and how much alike two names are.
//!
//! Names that share characters can still be of two things: two standard indicators (户籍, 常住人口城镇化率), two kinds of one thing
//! (省级, 国家先进制造业集群), shares of two things (财政科技支出, 民生支出占支出比重), a part and the whole (规上装备工业增加值).

use crate::{
    diff::Name,
    lexicon::{Indicator, signs, standard_name},
};

/// Names less alike than this, in thousandths, are of two things.
pub(super) const ALIKE: i64 = 600;

/// A name of an indicator.
pub(super) struct Called {
    /// In the one way words are written.
    plain: String,
    name: Name,
    /// The standard indicator that it means.
    key: Option<&'static str>,
}

impl Called {
    pub(super) fn new(indicator: &str) -> Self {
        let key = Indicator::of_name(indicator).map(|meaning| meaning.indicator.key);
        Self { plain: standard_name(indicator), name: Name::new(indicator), key }
    }

    /// How much alike two names are, in thousandths; nothing where they are of two things.
    pub(super) fn likeness(&self, other: &Called) -> i64 {
        if self.key.is_some() && self.key == other.key {
            return 1000;
        }
        let likeness = self.name.likeness(&other.name);
        if likeness >= ALIKE && self.is_another(other) { 0 } else { likeness }
    }

    /// Whether two names that are not the same tell that they are of two things.
    fn is_another(&self, other: &Called) -> bool {
        let goes_on = self.plain.starts_with(&other.plain) || other.plain.starts_with(&self.plain);
        let standard = match (self.key, other.key) {
            (Some(_), Some(_)) => true,
            (None, None) => false,
            _ => !goes_on,
        };
        standard || are_kinds(&self.plain, &other.plain) || are_shares(&self.plain, &other.plain)
    }
}

/// Whether the names end alike and begin with nothing in common: two kinds of one thing.
fn are_kinds(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (a, b);
    let mut end = 0;
    while let (Some(last), Some(other)) = (a.chars().next_back(), b.chars().next_back()) {
        if last != other {
            break;
        }
        a = &a[..a.len() - last.len_utf8()];
        b = &b[..b.len() - last.len_utf8()];
        end += 1;
    }
    end > 1 && !a.is_empty() && !b.is_empty() && !a.chars().any(|c| b.contains(c))
}

/// Whether both are shares (占), of things that are not alike.
fn are_shares(a: &str, b: &str) -> bool {
    let (Some((part, _)), Some((other, _))) = (a.split_once(signs::takes_up), b.split_once(signs::takes_up)) else {
        return false;
    };
    Name::new(part).likeness(&Name::new(other)) < ALIKE
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(a: &str, b: &str) -> i64 {
        assert_eq!(Called::new(a).likeness(&Called::new(b)), Called::new(b).likeness(&Called::new(a)));
        Called::new(a).likeness(&Called::new(b))
    }

    #[test]
    fn names_of_two_things_are_not_alike_however_much_they_share() {
        let two = [
            ("户籍人口城镇化率", "常住人口城镇化率"),
            ("地区生产总值", "人均地区生产总值"),
            ("规上工业增加值", "规上装备工业增加值"),
            ("地区生产总值", "新城地区生产总值"),
            ("省级先进制造业集群", "国家先进制造业集群"),
            ("科技型中小企业", "专精特新中小企业"),
            ("财政科技支出占一般公共预算支出比重", "民生支出占一般公共预算支出比例"),
            ("海洋产值占产值比重", "制造业占产值比重"),
        ];
        assert!(two.iter().all(|(a, b)| likeness(a, b) < ALIKE), "{:?}", two.map(|(a, b)| likeness(a, b)));
    }

    #[test]
    fn one_thing_in_other_words_is_alike() {
        assert_eq!((likeness("GDP", "地区生产总值"), likeness("公园", "公园")), (1000, 1000));
        let one = [
            ("城镇调查失业率", "城镇调查失业率平均值"),
            ("养老服务中心", "区域养老服务中心"),
            ("公共文化空间", "新型公共文化空间"),
            ("招商引资项目投资", "招商引资落地项目投资完成额"),
            ("粮食烘干能力", "粮食日烘干能力"),
        ];
        assert!(
            one.iter().all(|(a, b)| (ALIKE..1000).contains(&likeness(a, b))),
            "{:?}",
            one.map(|(a, b)| likeness(a, b))
        );
    }
}
