//! 降低N倍.

use crate::check::rules::prelude::*;

static FALL: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"{lessens}{by_much}?(?:\d+(?:\.\d+)?|(?:{numbering}|{two})+){and_more}?{times}"));

pub(crate) static RULE: Rule = Rule {
    code: "values.fall-by-multiple",
    severity: Severity::Warning,
    summary: "something falls by a multiple of itself",
    why: "A fall by one whole leaves nothing, so “降低2倍” has no meaning that all readers share. Usually a fall to a half or a third \
          is meant.",
    help: "write the fraction that is meant (降低一半, 降至三分之一)",
    fires: &["第一章 生态\n能耗降低2倍。\n", "第一章 生态\n办理时间缩短了三倍。\n"],
    passes: &["第一章 生态\n能耗降低20%，产值提高2倍，差距缩小到2倍以内，收入比降低至2.1倍。\n"],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    cx.matches(&FALL)
        .map(|found| Hit::new(found.span(), format!("“{}”: nothing can fall by a multiple of itself", found.get(0))))
        .collect()
}
