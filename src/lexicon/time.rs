//! Times that name no year (今年, 年底前, 今后五年): read from `data/times.yaml`.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;

/// What a phrase means against the document's own time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimeMeaning {
    /// The year the document speaks in.
    ThisYear,
    /// The year before it.
    LastYear,
    /// Two years before it.
    TwoYearsAgo,
    /// The year after it.
    NextYear,
    /// This year and the next.
    TwoYears,
    /// The plan period.
    Plan,
    /// The plan period's last year.
    PlanEnd,
    /// The five years before the plan period.
    PastPlan,
    /// 2050, for the century the document stands in.
    MidCentury,
    /// 2000 or 2100.
    EndCentury,
    /// Each year.
    Recurring,
}

/// How a phrase dates; the names of [`crate::time::TimeRole`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimeUse {
    /// By then.
    By,
    /// In or during.
    During,
    /// Since.
    Since,
    /// Each year.
    Recurring,
}

/// A row of `data/times.yaml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimePhrase {
    /// The phrase.
    pub form: String,
    /// What it means.
    pub means: TimeMeaning,
    /// How it dates.
    pub role: TimeUse,
    /// Whether a section that reviews the past year means that year by it.
    #[serde(default)]
    pub review: bool,
    /// The last month of the part of the year that it names: 3 for 一季度, 12 for 下半年.
    #[serde(default)]
    pub month: Option<u32>,
    /// What must not follow.
    #[serde(default)]
    pub not_after: Vec<String>,
    /// What must not stand before.
    #[serde(default)]
    pub not_before: Vec<String>,
    /// Whether a digit before makes it a part of a larger number.
    #[serde(default)]
    pub not_before_digit: bool,
    /// Texts in which it is found.
    #[serde(default)]
    pub examples: Vec<String>,
}

/// Every phrase, longest first.
pub static TIME_PHRASES: LazyLock<Vec<TimePhrase>> = LazyLock::new(|| {
    let mut rows: Vec<TimePhrase> = super::table(include_str!("data/times.yaml"));
    rows.sort_by_key(|row| std::cmp::Reverse(row.form.len()));
    rows
});

/// The phrases that begin with a character, longest first.
static BY_FIRST: LazyLock<BTreeMap<char, Vec<&'static TimePhrase>>> = LazyLock::new(|| {
    let mut phrases: BTreeMap<char, Vec<&'static TimePhrase>> = BTreeMap::new();
    for row in TIME_PHRASES.iter() {
        phrases.entry(row.form.chars().next().unwrap_or_default()).or_default().push(row);
    }
    phrases
});

impl TimePhrase {
    /// The phrase that starts `text[at..]`, longest first.
    pub fn starting(text: &str, at: usize) -> Option<&'static TimePhrase> {
        let (before, rest) = (&text[..at], &text[at..]);
        let other_word = |row: &TimePhrase, after: &str| {
            row.not_after.iter().any(|word| after.starts_with(word.as_str()))
                || row.not_before.iter().any(|word| before.ends_with(word.as_str()))
                || (row.not_before_digit && before.ends_with(|c: char| c.is_ascii_digit()))
        };
        let phrases = BY_FIRST.get(&rest.chars().next()?)?;
        phrases
            .iter()
            .copied()
            .find(|row| rest.strip_prefix(row.form.as_str()).is_some_and(|after| !other_word(row, after)))
    }
}
