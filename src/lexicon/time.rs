//! Times that name no year (今年, 年底前, 今后五年): read from `data/times.yaml`.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{by_char::ByChar, table, words::begins};

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
    pub form: &'static str,
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
    #[serde(default, borrow)]
    pub not_after: Vec<&'static str>,
    /// What must not stand before.
    #[serde(default, borrow)]
    pub not_before: Vec<&'static str>,
    /// Whether a digit before makes it a part of a larger number.
    #[serde(default)]
    pub not_before_digit: bool,
    /// Texts in which it is found.
    #[serde(default, borrow)]
    pub examples: Vec<&'static str>,
}

/// Every phrase, longest first.
pub static TIME_PHRASES: LazyLock<Vec<TimePhrase>> = LazyLock::new(|| {
    let mut rows: Vec<TimePhrase> = table::shipped("times", include_str!("data/times.yaml"));
    rows.sort_by_key(|row| std::cmp::Reverse(row.form.len()));
    rows
});

/// The phrases by the character that they begin with.
static BY_FIRST: LazyLock<ByChar<&'static TimePhrase>> = LazyLock::new(|| {
    let rows: Vec<_> = TIME_PHRASES.iter().map(|row| (row.form.chars().next().unwrap_or_default(), row)).collect();
    ByChar::longest_first(&rows, |row| row.form.len())
});

impl TimePhrase {
    /// The phrase that starts `text[at..]`, longest first.
    pub fn starting(text: &str, at: usize) -> Option<&'static TimePhrase> {
        let (before, rest) = (&text[..at], &text[at..]);
        let other_word = |row: &TimePhrase, after: &str| {
            row.not_after.iter().any(|word| after.starts_with(word))
                || row.not_before.iter().any(|word| before.ends_with(word))
                || (row.not_before_digit && before.ends_with(|c: char| c.is_ascii_digit()))
        };
        let phrases = BY_FIRST.get(rest.chars().next()?);
        phrases.iter().copied().find(|row| begins(rest, row.form) && !other_word(row, &rest[row.form.len()..]))
    }
}
