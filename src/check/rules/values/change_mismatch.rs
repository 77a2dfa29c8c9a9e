//! A base, a target and a change between them that do not fit.

use crate::{check::rules::prelude::*, lexicon::units::named};

static CHANGE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"{starts}(?:[^，。；\d]{0,6}\d{4}{year}{year_end}?{of}?)?(\d+(?:\.\d+)?)(%|{multiplier}*[一-龥]{1,4}?)(?:{rises}|{falls})(?:{to}|{up_to})(?:[^，。；\d]{0,4}\d{4}{year}{year_end}?{of}?)?(\d+(?:\.\d+)?)(%|{multiplier}*[一-龥]{1,4}?)[，,]{in_sum}?({rises}|{falls}){le}?(\d+(?:\.\d+)?)({change_unit})",
    )
});

pub(crate) static RULE: Rule = Rule {
    code: "values.change-mismatch",
    severity: Severity::Error,
    summary: "the change that a sentence states is not the difference of its two values",
    why: "“由60%提高到65%，提高6个百分点” contradicts itself: one of the three numbers is wrong. Rounding is allowed for; only changes \
          stated right behind both values are compared.",
    help: "look the three numbers up in the original",
    fires: &[
        "第一章 生态\n森林覆盖率由60%提高到65%，提高6个百分点。\n",
        "第一章 产业\n产值由100亿元增加到150亿元，增长40%。\n",
    ],
    passes: &[
        "第一章 生态\n森林覆盖率由60%提高到65.4%，提高5.4个百分点。产值由100亿元增加到150亿元，增长50%。企业由10家增加到30家，增长2倍。\n",
    ],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    cx.matches(&CHANGE).filter_map(|found| mismatch(&found)).collect()
}

fn mismatch(found: &Match<'_>) -> Option<Hit> {
    let number = |group: usize| found.get(group).parse::<f64>().ok();
    let (from, to, stated) = (number(1)?, number(3)?, number(6)?);
    let average = CHECKED.yearly.is_in(found.clause_before()) || CHECKED.yearly.is_in(found.get(0));
    if found.get(2) != found.get(4) || average || from == 0.0 {
        return None;
    }
    let place = |text: &str| text.split('.').nth(1).map_or(0, str::len) as i32;
    let unit = |group: usize| 0.5 * 10f64.powi(-place(found.get(group)));
    let share = found.get(2) == "%";
    let (real, slack) = match found.get(7) {
        named::POINTS if share => {
            // Whole numbers must agree; of decimals the last place may be off by one.
            let places = place(found.get(1)).max(place(found.get(3)));
            ((to - from).abs(), if places == 0 { unit(6) } else { 10f64.powi(-places) + unit(6) })
        }
        named::PERCENT if !share => {
            ((to / from - 1.0).abs() * 100.0, growth_slack(from, to, unit(1), unit(3)) * 100.0 + unit(6))
        }
        named::TIMES => ((to / from - 1.0).abs(), growth_slack(from, to, unit(1), unit(3)) + unit(6)),
        _ => return None,
    };
    let falls = CHECKED.falls.has(found.get(5));
    let right = (real - stated).abs() <= slack + 1e-9 && (to < from) == falls;
    let real = (real * 100.0).round() / 100.0;
    (!right).then(|| {
        Hit::new(
            found.span(),
            format!(
                "from {}{} to {}{} is a change of {real}{}, not {}",
                from,
                found.get(2),
                to,
                found.get(4),
                found.get(7),
                found.get(6)
            ),
        )
    })
}

/// How far the growth from `from` to `to` may be off where both were rounded.
fn growth_slack(from: f64, to: f64, from_unit: f64, to_unit: f64) -> f64 {
    to / from * (from_unit / from + to_unit / to.max(f64::MIN_POSITIVE))
}
