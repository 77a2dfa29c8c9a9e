//! 分别 with more members than numbers, or fewer.

use crate::check::rules::prelude::*;
use crate::lexicon::signs;

static RESPECTIVELY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"{respectively}(?:[一-龥]{0,8}?)((?:[^，。；：、（）\d]{0,4}\d+(?:\.\d+)?(?:%|[一-龥]{1,4}?){bound}?(?:、|{and}))+[^，。；：、（）\d]{0,4}\d+(?:\.\d+)?)",
    )
});

static NUMBER: LazyLock<Regex> = LazyLock::new(|| pattern(r"\d+(?:\.\d+)?"));

pub(crate) static RULE: Rule = Rule {
    code: "values.respectively-unequal",
    severity: Severity::Warning,
    summary: "分别 joins a list of things to a list of numbers of another length",
    why: "“甲、乙分别达到1、2、3” cannot be read: a thing or a number was lost. Only plain lists are counted: at least two things \
          joined by 、 or 和 in one clause, and the numbers after 分别.",
    help: "find the missing member in the original",
    fires: &["第一章 目标\n企业、园区、项目分别达到10家、20个。\n"],
    passes: &["第一章 目标\n企业、园区和项目分别达到10家、20个、30项。城乡居民收入分别增长8%、9%。\n"],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    cx.matches(&RESPECTIVELY).filter_map(|found| unequal(&found)).collect()
}

fn unequal(found: &Match<'_>) -> Option<Hit> {
    let clause = found.clause_before();
    // A clause that is joined to the one before, or whose members hold lists of their own, cannot be counted.
    let plain = !clause.contains(|c| "（）“《".contains(c) || signs::besides(c) || signs::with(c))
        && clause.matches('、').count() > 0
        && !clause.contains(|c: char| c.is_ascii_digit());
    let members = clause.matches('、').count() + clause.matches(signs::and).count() + 1;
    let numbers = NUMBER.find_iter(found.get(1)).count();
    // One 和 more may stand inside a name.
    let named = clause.contains(signs::and) && members == numbers + 1;
    (plain && members != numbers && !named)
        .then(|| Hit::new(found.span(), format!("分别 joins {members} members to {numbers} numbers")))
}
