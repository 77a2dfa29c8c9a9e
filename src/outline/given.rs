//! Years and periods as callers write them: whole or not at all.

use crate::lexicon::{SIGNS, years};

/// The first and last year that `text` gives for a period, and nothing else: 2021-2025, 2021—2025年, 2021至2025.
pub fn period(text: &str) -> Option<(i32, i32)> {
    let (first, rest) = text.trim().split_at_checked(4)?;
    let rest = SIGNS.year.trim_end(SIGNS.year.trim_start(rest).trim_matches(' '));
    let last = rest.trim_start_matches(|c| "/. ".contains(c) || SIGNS.span_mark.is(c));
    let parted = last.len() < rest.len();
    let (first, last) = (year(first)?, year(last)?);
    (parted && first <= last && last - first <= 30).then_some((first, last))
}

/// The one year that `text` gives, and nothing else: 2023, 2023年.
pub fn year(text: &str) -> Option<i32> {
    let digits = SIGNS.year.trim_end(text.trim());
    let year = (digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok())?;
    year.filter(|&year| years::is_told(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_and_periods_are_read_whole_or_not_at_all() {
        for text in ["2021-2025", "2021—2025年", "2021年至2025年", "2021——2025", " 2021 - 2025 ", "2021/2025"]
        {
            assert_eq!(period(text), Some((2021, 2025)), "{text}");
        }
        for text in ["", "2021", "20212025", "2025-2021", "21-25", "2021-2025 规划", "1021-2025", "2021-2060", "年年"]
        {
            assert_eq!(period(text), None, "{text}");
        }
        assert_eq!((year("2023"), year(" 2023年"), year("2023.0"), year("23")), (Some(2023), Some(2023), None, None));
    }
}
