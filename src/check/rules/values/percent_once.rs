//! Ranges with the percent sign at their second end alone.

use crate::check::rules::prelude::*;

static RANGE: LazyLock<Regex> = LazyLock::new(|| pattern(r"(\d+(?:\.\d+)?)[—－–~～-]{1,2}\d+(?:\.\d+)?%"));

pub(crate) static RULE: Rule = Rule {
    code: "values.percent-once",
    severity: Severity::Info,
    summary: "a range of percentages has its sign at the second end alone",
    why: "The national standard on numerals (GB/T 15835) writes the sign at both ends: 6%—8%. The short form is common and understood, so \
          this is a matter of style.",
    help: "write the sign at both ends (6%—8%)",
    fires: &["第一章 目标\n增速保持在6—8%之间。\n"],
    passes: &["第一章 目标\n增速保持在6%—8%之间，2021-2025年增长5%。\n"],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let short = cx.matches(&RANGE).filter(|found| !found.before().ends_with(['.', '%', '—', '-']));
    short
        .map(|found| Hit::new(found.span(), format!("the range {} has its percent sign at one end", found.get(0))))
        .collect()
}
