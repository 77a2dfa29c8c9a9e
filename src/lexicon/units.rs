//! What plans count and measure (`data/units.yaml`).
//!
//! The factor is part of the row: a form without one is refused, never taken for ×1.

use std::{str::FromStr, sync::LazyLock};

use serde::{Deserialize, Serialize};

use super::{TableError, hash::Table, table::rows, trie::Words};
use crate::number::Number;

/// What kind of thing the unit measures.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Dimension {
    /// 家, 个, 人, 项: things counted.
    Count,
    /// 元, 美元.
    Money,
    /// %.
    Share,
    /// 个百分点.
    Points,
    /// 位.
    Rank,
    /// 倍.
    Multiple,
    /// 公里, 米.
    Length,
    /// 平方米, 亩, 公顷.
    Area,
    /// 立方米, 升.
    Volume,
    /// 吨, 公斤, 标准煤.
    Mass,
    /// 千瓦, 千瓦时.
    Energy,
    /// 天, 小时, 年.
    Duration,
    /// 岁.
    Age,
    /// 微克/立方米, 件/万人 and every other unit over a unit.
    Compound,
    /// Bits, hertz, degrees, decibels, points of a score.
    Other,
    /// No unit.
    #[default]
    None,
}

/// What numbering a unit does besides counting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// It counts or measures.
    #[default]
    Measure,
    /// It numbers a member of a series: 级, 号, 章.
    Ordinal,
    /// 十大: counts what it enumerates.
    Group,
}

/// Units that the grammar speaks of, each by the name of its row.
pub mod named {
    /// A sum of money.
    pub const YUAN: &str = "元";
    /// The same as people say it.
    pub const KUAI: &str = "块";
    /// A hundredth of it, as it is written where it is no point of a score.
    pub const CENT: &str = "分钱";
    /// A point of a score, or a hundredth of a price.
    pub const FEN: &str = "分";
    /// A share.
    pub const PERCENT: &str = "%";
    /// A share of a thousand.
    const PER_MILLE: &str = "‰";
    /// Points of percent.
    pub const POINTS: &str = "个百分点";
    /// So many times.
    pub const TIMES: &str = "倍";
    /// A thing counted.
    pub const PIECE: &str = "个";
    /// A person.
    pub const PERSON: &str = "人";
    /// Visits of persons.
    pub const VISIT: &str = "人次";
    /// A household.
    pub const HOUSEHOLD: &str = "户";
    /// A room.
    pub const ROOM: &str = "间";
    /// A place in an order.
    pub const PLACE: &str = "位";
    /// A person, and a place as well.
    pub const NAMED: &str = "名";
    /// A kind.
    pub const KIND: &str = "类";
    /// A rule or a line.
    pub const ARTICLE: &str = "条";
    /// An item.
    pub const ITEM: &str = "项";
    /// An occasion.
    pub const OCCASION: &str = "次";
    /// A year.
    pub const YEAR: &str = "年";
    /// Months, as a length of time.
    pub const MONTHS: &str = "个月";
    /// A day, as a length of time.
    const DAY: &str = "天";
    /// A day, as a date has it.
    pub const DATE: &str = "日";
    /// An hour.
    const HOUR: &str = "小时";
    /// A second.
    pub const SECOND: &str = "秒";
    /// A metre.
    pub const METRE: &str = "米";
    /// A mile of half a kilometre.
    pub const LI: &str = "里";
    /// A thousand volts.
    pub const KILOVOLT: &str = "千伏";

    /// All of them.
    pub const ALL: [&str; 28] = [
        YUAN, KUAI, CENT, FEN, PERCENT, PER_MILLE, POINTS, TIMES, PIECE, PERSON, VISIT, HOUSEHOLD, ROOM, PLACE, NAMED,
        KIND, ARTICLE, ITEM, OCCASION, YEAR, MONTHS, DAY, DATE, HOUR, SECOND, METRE, LI, KILOVOLT,
    ];
}

/// One unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// The base unit as reported.
    pub unit: String,
    /// Leads from the form to the base unit.
    pub factor: Number,
    /// What it measures.
    pub dimension: Dimension,
    /// What one of the base unit is in a metric measure: 500 克 for 斤.
    pub metric: Option<(Number, String)>,
    /// Counting or numbering.
    pub kind: UnitKind,
    /// Continuations that make the form part of another word.
    pub not_before: Vec<Vec<char>>,
    /// Counts only after Arabic digits or an unmistakable numeral.
    pub digits: bool,
    /// The ways it is written.
    pub forms: Vec<&'static str>,
    /// The signs of money that stand before the number.
    pub signs: Vec<Vec<char>>,
    /// `text=value unit`.
    pub ok: &'static str,
    /// Texts in which the unit is not found, parted by spaces.
    pub no: &'static str,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row<'t> {
    unit: &'t str,
    #[serde(default)]
    forms: Option<&'t str>,
    #[serde(default)]
    also: &'t str,
    factor: Number,
    dim: Dimension,
    #[serde(default)]
    signs: &'t str,
    #[serde(default)]
    metric: Option<&'t str>,
    #[serde(default)]
    kind: UnitKind,
    #[serde(default)]
    not_before: &'t str,
    #[serde(default)]
    digits: bool,
    #[serde(default)]
    ambiguous: bool,
    ok: &'t str,
    #[serde(default, rename = "not")]
    no: &'t str,
}

/// The table of units.
#[derive(Clone, Debug, Default)]
pub struct Units {
    rows: Vec<Unit>,
    words: Words,
    by_form: Table<&'static str, usize>,
    /// The rows whose money has a sign.
    signed: Vec<usize>,
}

impl Units {
    /// The table that comes with the program.
    pub fn get() -> &'static Units {
        static TABLE: LazyLock<Units> =
            LazyLock::new(|| Units::parse(include_str!("data/units.yaml")).unwrap_or_default());
        &TABLE
    }

    /// Reads a table.
    ///
    /// # Errors
    /// Where the text is not of the table's shape, a factor is not above zero, a form is given twice without being marked
    /// `ambiguous`, or a row has no form.
    pub fn parse(text: &'static str) -> Result<Self, TableError> {
        let mut table = Units::default();
        let mut forms = Vec::new();
        let rows = rows("units", text)?;
        table.by_form.reserve(2 * rows.len());
        for row in rows {
            table.add(&row, &mut forms)?;
        }
        table.words = Words::forward(&forms);
        table.signed = (0..table.rows.len()).filter(|&row| !table.rows[row].signs.is_empty()).collect();
        Ok(table)
    }

    /// Adds a row, and to `all` its forms with its place.
    fn add(&mut self, row: &Row<'static>, all: &mut Vec<(&'static str, usize)>) -> Result<(), TableError> {
        let wrong = |reason: &str| TableError::row("units", row.unit, reason);
        if row.dim == Dimension::None {
            return Err(wrong("a unit measures something"));
        }
        if row.factor <= Number::default() {
            return Err(wrong("the factor is not above zero"));
        }
        let metric = match row.metric.map(|metric| metric.split_once(' ')) {
            None => None,
            Some(Some((factor, unit))) => {
                Some((factor.parse().map_err(|_| wrong("the metric factor is no number"))?, unit.to_owned()))
            }
            Some(None) => return Err(wrong("a metric measure is a factor and a unit")),
        };
        let at = self.rows.len();
        let mut forms = Vec::new();
        for form in row.forms.unwrap_or(row.unit).split_whitespace().chain(row.also.split_whitespace()) {
            match self.by_form.insert(form, at) {
                Some(other) if other == at => continue,
                Some(_) if !row.ambiguous => {
                    return Err(wrong(&format!("the form {form} is given twice and not marked ambiguous")));
                }
                _ => forms.push(form),
            }
        }
        if forms.is_empty() {
            return Err(wrong("the unit has no form"));
        }
        all.extend(forms.iter().map(|form| (*form, at)));
        let words = |text: &str| text.split_whitespace().map(|word| word.chars().collect()).collect();
        self.rows.push(Unit {
            unit: row.unit.to_owned(),
            factor: row.factor,
            dimension: row.dim,
            metric,
            kind: row.kind,
            not_before: words(row.not_before),
            digits: row.digits,
            forms,
            signs: words(row.signs),
            ok: row.ok,
            no: row.no,
        });
        Ok(())
    }

    /// The longest unit that stands at `text[at..]`, with its length, unless what follows makes it another word.
    pub fn at(&self, text: &[char], at: usize) -> Option<(usize, &Unit)> {
        self.words.at(text, at).find_map(|(len, row)| {
            let unit = self.rows.get(row)?;
            let rest = text.get(at + len..).unwrap_or(&[]);
            let latin = text[at + len - 1].is_ascii_alphabetic();
            let cut = latin && rest.first().is_some_and(char::is_ascii_alphanumeric);
            (!cut && !unit.not_before.iter().any(|word| rest.starts_with(word))).then_some((len, unit))
        })
    }

    /// The unit written `form`.
    pub fn by_form(&self, form: &str) -> Option<&Unit> {
        self.by_form.get(form).and_then(|&row| self.rows.get(row))
    }

    /// The longest sign of money that ends `text`, with its length.
    pub fn sign_before(&self, text: &[char]) -> Option<(usize, &Unit)> {
        let signed = self.signed.iter().map(|&row| &self.rows[row]);
        let signs = signed.flat_map(|unit| unit.signs.iter().map(move |sign| (sign, unit)));
        signs
            .filter(|(sign, _)| text.ends_with(sign))
            .map(|(sign, unit)| (sign.len(), unit))
            .max_by_key(|&(len, _)| len)
    }

    /// Every unit.
    pub fn rows(&self) -> &[Unit] {
        &self.rows
    }
}

/// Reads the `text=value unit` of an example.
pub fn example(text: &str) -> Option<(&str, Number, &str)> {
    let (text, said) = text.split_once('=')?;
    let (value, unit) = said.split_once(' ').unwrap_or((said, ""));
    Some((text, Number::from_str(value).ok()?, unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_that_the_grammar_names_is_one() {
        for name in named::ALL {
            assert!(Units::get().by_form(name).is_some(), "{name}");
        }
    }

    #[test]
    fn the_table_reads_and_refuses_what_is_wrong() {
        let table = Units::parse(include_str!("data/units.yaml")).expect("the table is sound");
        for unit in table.rows() {
            assert!(example(unit.ok).is_some(), "{unit:?}");
        }
        for (text, part) in [
            ("- {unit: 家, dim: count, ok: 1家=1 家}", "factor"),
            ("- {unit: 家, factor: 1, ok: 1家=1 家}", "dim"),
            ("- {unit: 家, factor: 0, dim: count, ok: 1家=1 家}", "zero"),
            ("- {unit: 斤, factor: 1, dim: mass, metric: 克, ok: x}", "metric"),
            ("- {unit: 斤, factor: 1, dim: mass, metric: 半 克, ok: x}", "metric"),
            ("- {unit: 家, factor: 1, dim: count}", "ok"),
            ("- {unit: 家, factor: 1, dim: count, ok: x, colour: red}", "colour"),
            (
                "- {unit: 家, factor: 1, dim: count, ok: x}\n- {unit: 户, also: 家, factor: 1, dim: count, ok: x}",
                "twice",
            ),
        ] {
            let error = Units::parse(text).expect_err(text).to_string();
            assert!(error.contains(part), "{text}: {error}");
        }
    }

    #[test]
    fn the_longest_unit_wins_and_its_neighbour_can_refuse_it() {
        let found = |text: &str| {
            let chars: Vec<char> = text.chars().collect();
            Units::get().at(&chars, 0).map(|(_, unit)| unit.unit.clone())
        };
        assert_eq!(found("千瓦时电").as_deref(), Some("千瓦时"));
        assert_eq!(found("平方公里的").as_deref(), Some("平方公里"));
        assert_eq!(found("人工智能"), None);
        assert_eq!(found("kmh"), None);
    }
}
