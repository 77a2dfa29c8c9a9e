//! Quantities: numbers with their units, bounds, ranges, ranks, fractions and multiples.
//!
//! Works on clean text (a [`crate::source::View`] or a line of `plan scan`), knows nothing of sections or promises.

use serde::{Deserialize, Serialize};

use crate::{number::Number, span::Span};

/// How the stated number bounds the real one (GUIDE: `comparator`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Comparator {
    /// 达, 达到, 为, a bare number.
    #[default]
    Eq,
    /// 以上, 不低于, 不少于.
    Ge,
    /// 超, 超过, 突破, 高于, 多, 余.
    Gt,
    /// 以内, 不超过, 控制在.
    Le,
    /// 低于, 小于.
    Lt,
    /// 左右, 约, 近.
    Approx,
    /// A—B.
    Range,
    /// 前N名: place N or better.
    Top,
}

/// What kind of expression states the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A number with a unit, or bare (unit empty): `1000家`, `3.5万`.
    Cardinal,
    /// `12%`, `百分之九点三`, `五成`.
    Percent,
    /// `三分之一`, `一半`: given as a percentage, unit `%`.
    Fraction,
    /// `1.5个百分点`.
    Points,
    /// `2.2:1`: value 2.2, unit `:1` as written with its colon.
    Ratio,
    /// A place among others: `第一`, `前15名`, `首位`, `第18名` (unit `位`).
    Rank,
    /// `2.7倍`, `翻两番` (value 4, unit `倍`), `翻一番`.
    Multiple,
    /// A size class: `千亿级`, `百亿级`, `千亿` before a noun.
    SizeClass,
    /// A numbered member of a series that is no rank: `第二章`, `第十四个`, `4号线`, `第七届`.
    Ordinal,
}

/// What kind of thing the unit measures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
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

/// One number expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// From the bound word before (`突破`, `达到`, `不低于`, `近`, `前`) to the unit or the bound after (`以上`, `左右`).
    pub span: Span,
    /// The number and its unit alone, both ends of a range included.
    pub core: Span,
    /// In the base unit, multiplied out: `700亿元` is 70000000000.
    pub value: Number,
    /// The upper end of a range.
    pub upper: Option<Number>,
    /// The base unit as written, without its multiplier; empty for a bare number.
    pub unit: String,
    /// What the unit measures.
    pub dimension: Dimension,
    /// Which way the number bounds.
    pub comparator: Comparator,
    /// What kind of expression it is.
    pub shape: Shape,
}

/// Finds the quantities of `text`, in order, none overlapping another.
pub fn scan(_text: &str) -> Vec<Quantity> {
    Vec::new()
}
