//! Standard indicators (`data/standard/indicators.tsv`): what the name of an indicator means, whoever wrote it.
//!
//! A name means an indicator only as a whole. Around it may stand words that say how it is measured (增速, 降低率) or say
//! nothing (全省, 总量: `data/words/measures.tsv`); any other word makes it another thing.

use std::sync::LazyLock;

use serde::{
    Deserialize, Serialize,
    de::{IntoDeserializer, value::Error},
};

use super::{
    Sense,
    hash::Table as ByText,
    measures::MEASURES,
    spellings::one_way,
    units::Dimension,
    words::{cut, lines as lines_of},
};

/// What a number says of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// How much or how many.
    Level,
    /// What part of a whole, in per cent.
    Share,
    /// Growth, per year.
    Growth,
    /// Growth over several years.
    CumulativeGrowth,
    /// Fall, per year.
    Decline,
    /// Fall over several years.
    CumulativeDecline,
    /// Added to what there is.
    Increment,
    /// Taken off what there is.
    Decrement,
    /// A place among others.
    Rank,
}

impl Measure {
    /// Every measure with its key.
    pub const ALL: [(&'static str, Measure); 9] = [
        ("level", Measure::Level),
        ("share", Measure::Share),
        ("growth", Measure::Growth),
        ("cumulative_growth", Measure::CumulativeGrowth),
        ("decline", Measure::Decline),
        ("cumulative_decline", Measure::CumulativeDecline),
        ("increment", Measure::Increment),
        ("decrement", Measure::Decrement),
        ("rank", Measure::Rank),
    ];

    /// The name in files.
    pub fn key(self) -> &'static str {
        Self::ALL.iter().find(|(_, measure)| *measure == self).map_or("", |(key, _)| key)
    }

    fn of_key(key: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == key).map(|(_, measure)| *measure)
    }
}

/// A standard indicator.
#[derive(Clone, Debug)]
pub struct Indicator {
    /// Its key: never given up or used for something else.
    pub key: &'static str,
    /// Whether more of it is better; `None` where neither is.
    pub sense: Option<Sense>,
    /// What a plain number says of it.
    pub measure: Measure,
    /// What the unit of a plain number may measure.
    pub dimensions: Vec<Dimension>,
    /// The unit that panels show it in.
    pub unit: &'static str,
    /// Its English name.
    pub en: &'static str,
    /// Its Chinese name.
    pub zh: &'static str,
}

/// What a name means.
#[derive(Clone, Copy, Debug)]
pub struct Meaning {
    /// The indicator.
    pub indicator: &'static Indicator,
    /// How it is measured, where the name tells.
    pub measure: Option<Measure>,
}

/// The rows: see the head of the file.
const FILE: &str = include_str!("data/standard/indicators.tsv");

/// key, definition: see the head of the file.
const DEFINITIONS: &str = include_str!("data/standard/definitions.tsv");

struct Table {
    rows: Vec<Indicator>,
    /// By the names, written in one way.
    by_name: ByText<String, usize>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let (mut rows, mut all_names) = (Vec::new(), Vec::new());
    for [key, sense, measure, dim, unit, en, names, ..] in lines() {
        all_names.extend(names.split('|').map(|name| (one_way(name), rows.len())));
        rows.push(Indicator {
            key,
            sense: Sense::of_key(sense),
            measure: Measure::of_key(measure).unwrap_or(Measure::Level),
            dimensions: dim.split(' ').filter_map(dimension).collect(),
            unit,
            en,
            zh: names.split('|').next().unwrap_or_default(),
        });
    }
    Table { rows, by_name: all_names.into_iter().collect() }
});

/// The rows of the file: key, sense, measure, dimensions, unit, English name, names, `ok`, `not`.
fn lines() -> impl Iterator<Item = [&'static str; 9]> {
    lines_of(FILE).filter(|line| !line.starts_with('#')).skip(1).map(|line| {
        let mut rest = line;
        std::array::from_fn(|_| {
            let (cell, behind) = cut(rest, b'\t');
            rest = behind;
            cell
        })
    })
}

/// The rows of the file of definitions.
fn definitions() -> impl Iterator<Item = (&'static str, &'static str)> {
    DEFINITIONS.lines().filter(|line| !line.starts_with('#')).skip(1).filter_map(|line| line.split_once('\t'))
}

fn dimension(key: &str) -> Option<Dimension> {
    Dimension::deserialize(IntoDeserializer::<Error>::into_deserializer(key)).ok()
}

impl Indicator {
    /// What it measures, in Chinese.
    pub fn definition(&self) -> &'static str {
        definitions().find(|(key, _)| *key == self.key).map_or("", |(_, definition)| definition)
    }

    /// Every standard indicator, in the order of the table.
    pub fn all() -> &'static [Indicator] {
        &TABLE.rows
    }

    /// The indicator of `key`.
    pub fn of_key(key: &str) -> Option<&'static Indicator> {
        TABLE.rows.iter().find(|row| row.key == key)
    }

    /// What the name `name` means.
    pub fn of_name(name: &str) -> Option<Meaning> {
        let name = one_way(name);
        let indicator = &TABLE.rows[within(&name)?];
        // A name of the table says all by itself: 人口自然增长率 is no growth of 人口.
        let told = || ending(&name).or_else(|| added(&name));
        Some(Meaning { indicator, measure: if TABLE.by_name.contains_key(&name) { None } else { told() } })
    }
}

/// The row whose name stands in `name`, with nothing around it but words that may.
fn within(name: &str) -> Option<usize> {
    let shorter = |rest: Option<&str>| rest.filter(|rest| !rest.is_empty()).and_then(within);
    TABLE
        .by_name
        .get(name)
        .copied()
        .or_else(|| shorter(MEASURES.behind.strip_suffix(name)))
        .or_else(|| shorter(MEASURES.before.strip_prefix(name)))
}

/// Whether more of what `name` names is better: as the table says, else as the words in the name do. Of what shall be less a
/// greater fall is better: 能耗降低率.
pub fn sense(name: &str) -> Option<Sense> {
    let thing = Indicator::of_name(name).map_or_else(|| Sense::of(name), |meaning| meaning.indicator.sense);
    thing.map(|sense| if names_fall(name) { sense.of_fall() } else { sense })
}

/// Whether `name` says how much something falls: 能耗降低率.
pub fn names_fall(name: &str) -> bool {
    matches!(ending(name), Some(Measure::Decline | Measure::CumulativeDecline))
}

/// How the end of a name says that it is measured.
fn ending(name: &str) -> Option<Measure> {
    let kinds = [
        (&MEASURES.growth, Measure::Growth),
        (&MEASURES.cumulative_growth, Measure::CumulativeGrowth),
        (&MEASURES.decline, Measure::Decline),
        (&MEASURES.cumulative_decline, Measure::CumulativeDecline),
    ];
    let found = kinds.iter().filter_map(|(forms, measure)| Some((forms.suffix(name)?.len(), *measure)));
    found.max_by_key(|(length, _)| *length).map(|(_, measure)| measure)
}

/// 新增高新技术企业 counts what is added, where 高新技术企业 is the indicator.
fn added(name: &str) -> Option<Measure> {
    let behind = MEASURES.whole.strip_prefix(name).unwrap_or(name);
    let rest = MEASURES.increment.strip_prefix(behind)?;
    within(rest).map(|_| Measure::Increment)
}

/// `name` in the words that indicators are compared by: the standard name where it means a standard indicator.
pub fn standard_name(name: &str) -> String {
    Indicator::of_name(name).map_or_else(|| one_way(name), |meaning| one_way(meaning.indicator.zh))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(name: &str) -> Option<&'static str> {
        Indicator::of_name(name).map(|meaning| meaning.indicator.key)
    }

    #[test]
    fn every_row_means_its_names_and_examples_and_not_the_others() {
        let mut wrong = Vec::new();
        for [own, _, _, _, _, _, names, ok, not] in lines() {
            let parts = |cell: &'static str| cell.split('|').filter(|part| !part.is_empty());
            wrong.extend(parts(names).chain(parts(ok)).filter(|name| key(name) != Some(own)).map(|n| (own, "ok", n)));
            wrong.extend(parts(not).filter(|name| key(name) == Some(own)).map(|n| (own, "not", n)));
            wrong.extend([(own, "examples", ok)].into_iter().filter(|_| ok.is_empty() || not.is_empty()));
        }
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn rows_are_sound_and_no_name_stands_in_two() {
        let (mut keys, mut names) = (std::collections::HashMap::new(), std::collections::HashMap::new());
        for row in lines() {
            let [key, sense, measure, dim, unit, en, all, ..] = row;
            assert!(keys.insert(key, ()).is_none(), "{key} stands twice");
            assert!(key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_'), "{key}");
            assert!(sense == "none" || Sense::of_key(sense).is_some(), "{key}: {sense}");
            assert!(Measure::of_key(measure).is_some(), "{key}: {measure}");
            assert!(dim.split(' ').all(|dim| dimension(dim).is_some()), "{key}: {dim}");
            assert!(!unit.is_empty() && !en.is_empty(), "{key}");
            for name in all.split('|').map(one_way) {
                let other = names.insert(name.clone(), key);
                assert!(other.is_none_or(|other| other == key), "{name} stands in {key} and {other:?}");
            }
        }
        assert!(keys.len() >= 200, "{}", keys.len());
    }

    #[test]
    fn every_row_has_one_definition_and_every_definition_a_row() {
        let mut defined: Vec<&str> = definitions().map(|(key, _)| key).collect();
        let mut keys: Vec<&str> = Indicator::all().iter().map(|row| row.key).collect();
        defined.sort_unstable();
        keys.sort_unstable();
        assert_eq!(defined, keys);
        let is_told = |row: &Indicator| row.definition().chars().count() >= 8 && !row.definition().ends_with('。');
        assert!(Indicator::all().iter().all(is_told));
    }

    #[test]
    fn the_end_of_a_name_says_how_it_is_measured() {
        for (name, measure) in [
            ("全省地区生产总值年均增速", Some(Measure::Growth)),
            ("单位GDP能耗累计下降", Some(Measure::CumulativeDecline)),
            ("居民消费价格涨幅", Some(Measure::Growth)),
            ("经济增长", Some(Measure::Growth)),
            ("新增高新技术企业数量", Some(Measure::Increment)),
            ("城镇新增就业人数", None),
            ("新增城镇就业", None),
            ("地区生产总值", None),
        ] {
            assert_eq!(Indicator::of_name(name).map(|meaning| meaning.measure), Some(measure), "{name}");
        }
    }

    #[test]
    fn of_a_fall_the_other_way_is_better() {
        for (name, sense) in [
            ("单位GDP能耗", Some(Sense::Less)),
            ("单位GDP能耗降低率", Some(Sense::More)),
            ("单位GDP能耗累计下降", Some(Sense::More)),
            ("烟尘排放量下降率", Some(Sense::More)),
            ("森林覆盖率", Some(Sense::More)),
            ("人才驿站", None),
        ] {
            assert_eq!(super::sense(name), sense, "{name}");
        }
    }

    #[test]
    fn a_part_a_place_or_a_class_is_another_thing() {
        for name in ["工业园区产值", "新区地区生产总值", "地区生产总值贡献率", "全省", "增速", "", "高技术产业"]
        {
            assert_eq!(key(name), None, "{name}");
        }
    }

    #[test]
    fn names_of_one_thing_are_compared_as_one() {
        for (a, b) in [
            ("GDP", "地区生产总值"),
            ("万元GDP能耗", "单位地区生产总值能耗"),
            ("全社会研发经费投入强度", "R&D经费投入强度"),
            ("非化石能源消费占比", "非化石能源占能源消费总量比重"),
        ] {
            assert_eq!(standard_name(a), standard_name(b), "{a} {b}");
        }
        assert_eq!(standard_name("青年人才驿站"), "青年人才驿站");
        assert_ne!(standard_name("单位GDP能耗"), standard_name("GDP"));
    }
}
