//! Field by field: whether a found statement says what the gold record says.
//!
//! Knows the two record types; the counting is done elsewhere.

use serde::Serialize;
use serde_json::{Value, json};

use super::{gold::GoldRecord, place::is_blank};
use crate::{
    analysis::Record,
    statement::{Amount, Baseline, Deadline, Kind},
};

/// From this similarity on, an indicator counts as right in a whole record.
const SIMILAR: f64 = 0.8;

/// A field that was misread.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Wrong {
    /// The field.
    pub field: String,
    /// What was read.
    pub got: Value,
    /// What the gold file says.
    pub want: Value,
}

/// The outcome for one field: its name, whether it agrees, and both readings.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) agrees: bool,
    got: Value,
    want: Value,
}

impl Field {
    fn new(name: &'static str, agrees: bool, got: Value, want: Value) -> Self {
        Self { name, agrees, got, want }
    }

    /// The field as an entry of the list of errors.
    pub(super) fn wrong(&self) -> Wrong {
        Wrong { field: self.name.into(), got: self.got.clone(), want: self.want.clone() }
    }
}

/// Every field that is compared, in the guide's order; a milestone has no number to compare.
pub(super) fn fields(gold: &GoldRecord, found: &Record) -> Vec<Field> {
    let mut fields = Vec::new();
    if found.kind == Kind::Quantity {
        fields.extend(number_fields(gold, found));
    }
    let deadline = found.deadline.as_ref();
    fields.push(plain("deadline", json!(deadline.map(|d| d.year)), json!(gold.deadline)));
    fields.push(plain("deadline_source", json!(deadline.map(|d| d.source)), json!(gold.deadline_source)));
    fields.push(plain("modality", json!(found.modality), json!(gold.modality)));
    let theme = gold.theme.into_iter().chain(gold.theme_alt.iter().copied()).any(|theme| theme == found.theme);
    fields.push(Field::new("theme", theme, json!(found.theme), json!(gold.theme)));
    fields.push(plain("nature", json!(found.nature), json!(gold.nature)));
    let similarity = indicator_similarity(gold, found);
    let (got, want) = (json!(found.indicator), json!(gold.indicator));
    fields.push(Field::new("indicator", indicator_exact(gold, found), got.clone(), want.clone()));
    fields.push(Field::new("indicator_similar", similarity >= SIMILAR, got, want));
    fields
}

fn number_fields(gold: &GoldRecord, found: &Record) -> Vec<Field> {
    let amount = found.quantity.as_ref();
    let got = json!({"value": amount.map(|a| a.value), "upper": amount.and_then(|a| a.upper())});
    let want = json!({"value": gold.value, "upper": gold.upper});
    let baseline = found.baseline.as_deref().map(|b: &Baseline| b.value);
    vec![
        Field::new("value", value_agrees(gold, found), shortened(got), shortened(want)),
        plain("unit", json!(amount.map(|a| &a.unit)), json!(gold.unit)),
        plain("comparator", json!(amount.map(|a| a.comparator)), json!(gold.comparator)),
        plain("change", json!(amount.map(|a| a.change)), json!(gold.change)),
        plain("baseline", json!(baseline), json!(gold.baseline)),
    ]
}

/// The value alone where there is no upper end.
fn shortened(pair: Value) -> Value {
    if pair["upper"].is_null() { pair["value"].clone() } else { pair }
}

fn plain(name: &'static str, got: Value, want: Value) -> Field {
    Field::new(name, got == want, got, want)
}

/// Whether value and upper end agree.
pub(super) fn value_agrees(gold: &GoldRecord, found: &Record) -> bool {
    let amount = found.quantity.as_ref();
    amount.map(|a: &Amount| a.value) == gold.value && amount.and_then(|a| a.upper()) == gold.upper
}

/// Whether value, unit, comparator and deadline are right and the indicator is at least similar.
pub(super) fn whole_record(gold: &GoldRecord, found: &Record) -> bool {
    let amount = found.quantity.as_ref();
    value_agrees(gold, found)
        && amount.map(|a| a.unit.as_str()) == gold.unit.as_deref()
        && amount.map(|a| a.comparator) == gold.comparator
        && found.deadline.as_deref().map(|d: &Deadline| d.year) == gold.deadline
        && indicator_similarity(gold, found) >= SIMILAR
}

fn readings(gold: &GoldRecord) -> impl Iterator<Item = &String> {
    std::iter::once(&gold.indicator).chain(&gold.indicator_alt)
}

fn indicator_exact(gold: &GoldRecord, found: &Record) -> bool {
    let got = folded(&found.indicator);
    readings(gold).any(|reading| folded(reading) == got)
}

/// The best similarity over the gold record's readings of the indicator.
pub(super) fn indicator_similarity(gold: &GoldRecord, found: &Record) -> f64 {
    let got = folded(&found.indicator);
    readings(gold).map(|reading| similarity(&folded(reading), &got)).fold(0.0, f64::max)
}

/// A share in thousandths.
pub(super) fn permille(share: f64) -> i64 {
    (share * 1000.0).round() as i64
}

/// The F-measure of the longest common subsequence: 2 × common / (length + length).
pub(super) fn similarity(a: &[char], b: &[char]) -> f64 {
    if a.is_empty() && b.is_empty() {
        return 1.0;
    }
    let mut row = vec![0usize; b.len() + 1];
    for &x in a {
        let mut diagonal = 0;
        for (at, &y) in b.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if x == y { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    2.0 * row[b.len()] as f64 / (a.len() + b.len()) as f64
}

/// The characters without white space, full-width forms of ASCII narrowed.
pub(super) fn folded(text: &str) -> Vec<char> {
    let narrow = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        c => c,
    };
    text.chars().filter(|&c| !is_blank(c)).map(narrow).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn similarity_is_the_f_measure_of_the_common_subsequence() {
        let of = |a: &str, b: &str| similarity(&folded(a), &folded(b));
        assert_eq!(of("高新技术企业总量", "高新技术企业总量"), 1.0);
        // 4 characters in common, 4 and 6 long.
        assert_eq!(of("上市企业", "全县上市企业"), 0.8);
        assert_eq!(of("绿地", "河长"), 0.0);
        assert_eq!(of("", ""), 1.0);
        assert_eq!(of("Ｒ＆Ｄ 投入", "R&D投入"), 1.0);
    }
}
