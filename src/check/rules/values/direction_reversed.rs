//! A rise to less, a fall to more.

use crate::check::rules::prelude::*;

static MOVE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"{starts}(?:[^，。；\d]{0,6}\d{4}{year}{year_end}?{of}?)?(\d+(?:\.\d+)?)(%|{multiplier}*[一-龥]{0,4}?)([一-龥]{2})(?:{to}|{up_to})(?:[^，。；\d]{0,4}\d{4}{year}{year_end}?{of}?)?(\d+(?:\.\d+)?)((?:{multiplier}|%)*)",
    )
});

pub(crate) static RULE: Rule = Rule {
    code: "values.direction-reversed",
    severity: Severity::Warning,
    summary: "a value is raised to less, or lowered to more",
    why: "“由65%提高到60%” contradicts itself: one of the two numbers is wrong, or they were exchanged. Places in a ranking rise to \
          smaller numbers and are left alone, as are two numbers in different units.",
    help: "look both numbers up in the original",
    fires: &["第一章 生态\n森林覆盖率由65%提高到60%。\n", "第一章 政务\n办理时限由5天缩短到10天。\n"],
    passes: &[
        "第一章 生态\n森林覆盖率由60%提高到65%，排名由5位上升到3位，营业收入由9000万元提高到1.2亿元，单位能耗由0.6下降到0.5。\n",
    ],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    cx.matches(&MOVE).filter_map(|found| reversed(&found)).collect()
}

fn reversed(found: &Match<'_>) -> Option<Hit> {
    let number = |group: usize| found.get(group).parse::<f64>().ok();
    let (from, to) = (number(1)?, number(4)?);
    let (unit, verb) = (found.get(2), found.get(3));
    let behind = found.get(5).to_owned() + found.after();
    let same = if unit.is_empty() { found.get(5).is_empty() } else { behind.starts_with(unit) };
    let rises = CHECKED.rises.has(verb);
    let wrong = (rises && to < from) || (CHECKED.falls.has(verb) && to > from);
    let message = || format!("from {from}{unit} to {to}{unit} is no {}", if rises { "rise" } else { "fall" });
    (same && wrong && !CHECKED.place_unit.has(unit)).then(|| Hit::new(found.span(), message()))
}
