//! Ranges whose first end is the larger one.

use crate::check::rules::prelude::*;
use crate::lexicon::{SIGNS, signs};

static RANGE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(\d+(?:\.\d+)?)({scale})?({range_unit}?)[—－–~～-]{1,2}(\d+(?:\.\d+)?)({scale})?({range_unit})?")
});

/// The same in Chinese numerals: 五十至三十家.
static SPELLED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"((?:{numbering}|{numeral})+)(?:{up_to}|[—－–～~-]{1,2})((?:{numbering}|{numeral})+){range_unit}")
});

pub(crate) static RULE: Rule = Rule {
    code: "values.range-reversed",
    severity: Severity::Error,
    summary: "a range begins with its larger end",
    why: "A range runs from the smaller to the larger number, a period from the earlier to the later year. The other way round, one of \
          the two lost a digit or the ends were exchanged, and a program that reads the lower bound reads the wrong one.",
    help: "look the numbers up in the original",
    fires: &[
        "第一章 产业\n新建菇棚5—3个。\n",
        "第一章 产业\n增速保持在8%—6%。\n",
        "第一章 总则\n规划期为2025—2021年。\n",
        "第一章 产业\n新建菇棚五十至三十个。\n",
    ],
    passes: &[
        "第一章 产业\n新建菇棚3—5个，投资8000—1万元，2021—2025年实施，电话0591-8765，见8-2号。\n",
        "第一章 产业\n新建菇棚三十至五十个，由五十至三十个，第五至三名。\n",
    ],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let spelled = cx.matches(&SPELLED).filter(is_spelled_reversed);
    cx.matches(&RANGE)
        .filter(is_reversed)
        .chain(spelled)
        .map(|found| Hit::new(found.span(), format!("the range {} begins with its larger end", found.get(0))))
        .collect()
}

fn is_spelled_reversed(found: &Match<'_>) -> bool {
    let ends = label::number(found.get(1)).zip(label::number(found.get(2)));
    let falls = CHECKED.downward.is_in(found.clause_before());
    let numbered = found.before().ends_with(signs::ordinal);
    // 五至三十家, 二十至五十万: a numeral of one digit may share the multiplier of the other.
    let whole = |group: usize| found.get(group).chars().count() > 1;
    ends.is_some_and(|(low, high)| low > high) && whole(1) == whole(2) && !falls && !numbered
}

fn is_reversed(found: &Match<'_>) -> bool {
    let (Some(low), Some(high)) = (value(found.get(1), found.get(2)), value(found.get(4), found.get(5))) else {
        return false;
    };
    let unit = found.get(6);
    let counted = !unit.is_empty() && (found.get(3).is_empty() || found.get(3) == unit);
    let tied = |c: Option<char>| {
        c.is_some_and(|c| c.is_ascii_alphanumeric() || "-—－–~～./:〔[".contains(c) || signs::ordinal(c))
    };
    // Codes, dates and telephone numbers are no ranges; a number that opens with a zero is none either.
    let code = tied(found.before().chars().next_back())
        || tied(found.after().chars().next())
        || [1, 4].iter().any(|&group| found.get(group).starts_with('0') && !found.get(group).starts_with("0."));
    // 8000—1万: the multiplier belongs to the second end alone. 5—10万: to both.
    let low = match (found.get(2), label::scale(found.get(5))) {
        ("", Some(scale)) if low < high / scale => low * scale,
        _ => low,
    };
    let of_month = SIGNS.month.has(unit) || SIGNS.day.has(unit);
    let dated = of_month || SIGNS.year.has(unit) && !(is_year(found.get(1)) && is_year(found.get(4)));
    let from = || CHECKED.downward.is_in(found.clause_before());
    counted && !code && !dated && low > high && !from()
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}

fn value(digits: &str, multiplier: &str) -> Option<f64> {
    Some(digits.parse::<f64>().ok()? * label::scale(multiplier)?)
}
