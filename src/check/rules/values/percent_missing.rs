//! Ranges whose second end has lost its percent sign.

use crate::check::rules::prelude::*;

static RANGE: LazyLock<Regex> = LazyLock::new(|| pattern(r"\d+(?:\.\d+)?%{span_mark}{1,2}(\d+(?:\.\d+)?)([^%\d.]|$)"));

pub(crate) static RULE: Rule = Rule {
    code: "values.percent-missing",
    severity: Severity::Warning,
    summary: "the second end of a range has no percent sign",
    why: "“6%—8” is no range of percentages to a program, and to a reader only by guess.",
    help: "write the sign at both ends (6%—8%)",
    fires: &["第一章 目标\n增速保持在6%—8之间。\n"],
    passes: &["第一章 目标\n增速保持在6%—8%之间，占比为6—8%，降低5%至30元，提高3%至15个百分点。\n"],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    // A unit of its own shows that the second number is no percentage.
    let open = cx.matches(&RANGE).filter(|found| {
        let next = found.get(2).chars().next();
        next.is_none_or(|c| "，。；、）".contains(c) || CHECKED.no_unit.is(c))
    });
    open.map(|found| Hit::new(found.place(1), format!("“{}” has no percent sign, the first end has one", found.get(1))))
        .collect()
}
