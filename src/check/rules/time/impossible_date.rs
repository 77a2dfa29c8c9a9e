//! Dates that no calendar has.

use crate::check::rules::prelude::*;
use crate::lexicon::signs;

static DATE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:((?:19|20)\d\d){year})?(\d{1,3}){month}(?:(\d{1,3})(?:{day}|{spoken_day}))?"));

static QUARTER: LazyLock<Regex> = LazyLock::new(|| pattern(r"{ordinal}?({no_quarter}|[5-9]){quarter}"));

pub(crate) static RULE: Rule = Rule {
    code: "time.impossible-date",
    severity: Severity::Error,
    summary: "a date does not exist",
    why: "A thirteenth month, a thirtieth of February or a fifth quarter is a slip of the pen or of recognition.",
    help: "look the date up in the original",
    fires: &[
        "第一章 总则\n于2021年2月30日批准。\n",
        "第一章 总则\n于2021年13月完成。\n",
        "第一章 总则\n第五季度完成。\n",
    ],
    passes: &["第一章 总则\n于2024年2月29日批准，12月底前完成，为期18个月，前10月完成，第四季度收尾。\n"],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let dates = cx.matches(&DATE).filter(|found| !exists(found));
    dates
        .chain(cx.matches(&QUARTER))
        .map(|found| Hit::new(found.span(), format!("there is no {}", found.get(0))))
        .collect()
}

fn exists(found: &Match<'_>) -> bool {
    let number = |group: usize| found.get(group).parse::<u32>().ok();
    let Some(month) = number(2) else { return true };
    let year = number(1);
    let leap =
        year.is_none_or(|year| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)));
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    // A bare number before 月 may count months (为期18月) or belong to another number.
    let tied = found.before().ends_with(|c: char| c.is_ascii_digit() || ".—-～".contains(c) || signs::up_to(c));
    let bare = year.is_none() && found.get(3).is_empty();
    tied || (bare && month > 12) || (days > 0 && number(3).is_none_or(|day| (1..=days).contains(&day)))
}
