//! The units that stand above a table, in its caption or in a title within it: 单位：亿元, （单位：亿元、%）.

use super::{Context, traits::is_unit};
use crate::{
    lexicon::units::Units as Lexicon,
    quantity::{self, Dimension},
};

/// What is given for all values of a table that have no unit of their own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Units {
    /// The units of amounts.
    pub amounts: Vec<String>,
    /// The unit of shares and rates.
    pub share: Option<String>,
}

impl Units {
    /// What stands around a table whose own titles say `titles`.
    pub(super) fn around<'a>(context: &Context<'a>, titles: impl Iterator<Item = &'a str>) -> Self {
        let line = Self::listed(context.unit.trim_matches(|c: char| "（）() 。".contains(c)));
        line.or_else(|| Self::in_brackets(context.caption))
            .or_else(|| titles.filter_map(|text| Self::listed(text).or_else(|| Self::in_brackets(text))).next())
            .unwrap_or_default()
    }

    /// The units in the brackets of `text` (主要指标（单位：亿元）).
    fn in_brackets(text: &str) -> Option<Self> {
        let parts = text.split(['（', '(']).skip(1).filter_map(|rest| rest.split(['）', ')']).next());
        parts.filter_map(Self::listed).next()
    }

    /// The units that `text` lists, behind a word for units perhaps; `None` where something else stands in it.
    fn listed(text: &str) -> Option<Self> {
        let list = text.split_once(['：', ':']).map_or(text, |(_, list)| list);
        let listed: Vec<&str> = list.split(['、', '，', ',', '；', ';']).map(str::trim).collect();
        if listed.iter().any(|unit| !is_unit(unit)) {
            return None;
        }
        let (shares, amounts): (Vec<&str>, Vec<&str>) = listed.into_iter().partition(|unit| is_share(unit));
        let share = shares.first().map(|unit| (*unit).to_owned());
        Some(Self { amounts: amounts.into_iter().map(str::to_owned).collect(), share })
    }

    /// The unit of shares, or of amounts; none where several are given. Where one kind alone is given it is that of all, but no rate
    /// is told in money.
    pub fn of(&self, shares: bool) -> Option<&str> {
        let one = || self.amounts.first().filter(|_| self.amounts.len() == 1).map(String::as_str);
        match shares {
            true => self.share.as_deref().or_else(|| one().filter(|unit| dimension(unit) != Some(Dimension::Money))),
            false => one().or(self.share.as_deref().filter(|_| self.amounts.is_empty())),
        }
    }

    /// The one unit of amounts of which `is` holds, by what it measures.
    pub fn only(&self, is: impl Fn(&str, Option<Dimension>) -> bool) -> Option<&str> {
        let mut found = self.amounts.iter().filter(|unit| is(unit, dimension(unit)));
        found.next().filter(|_| found.next().is_none()).map(String::as_str)
    }
}

/// Whether `unit` is one of shares.
pub fn is_share(unit: &str) -> bool {
    matches!(dimension(unit), Some(Dimension::Share | Dimension::Points))
}

fn dimension(unit: &str) -> Option<Dimension> {
    let counted = || quantity::scan(&format!("1{unit}")).first().map(|quantity| quantity.dimension);
    Lexicon::get().by_form(unit).map(|unit| unit.dimension).or_else(counted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_of_amounts_and_of_shares_are_told_apart() {
        for (line, amount, share) in [
            ("单位：亿元", Some("亿元"), None),
            ("（单位：亿元、%）", Some("亿元"), Some("%")),
            ("单位：%", Some("%"), Some("%")),
            ("单位：万元、个、%", None, Some("%")),
            ("单位：云岭市水利局", None, None),
        ] {
            let context = Context { unit: line, ..Context::default() };
            let units = Units::around(&context, std::iter::empty());
            assert_eq!((units.of(false), units.share.as_deref()), (amount, share), "{line}");
        }
        let context = Context { caption: "主要目标（2025年）（单位：公里）", ..Context::default() };
        assert_eq!(Units::around(&context, std::iter::empty()).of(false), Some("公里"));
    }
}
