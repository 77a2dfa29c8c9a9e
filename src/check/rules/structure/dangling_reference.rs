//! References to sections, tables and boxes that are not there.

use std::collections::HashSet;

use crate::check::rules::prelude::*;
use crate::lexicon::{HEADINGS, signs};

static REFERENCE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"{refers}{this_paper}?({ordinal}?{numbered_thing}?((?:{numbering}|{numeral}|\d)+(?:-\d+)?)({part_or_chapter}?))",
    )
});

pub(crate) static RULE: Rule = Rule {
    code: "structure.dangling-reference",
    severity: Severity::Warning,
    summary: "the text refers to a chapter, table or box that is not there",
    why: "“见表3” in a text without a table 3 means that the table was lost with its caption, or that numbers were changed and the \
          reference was not. References to other documents are left alone.",
    help: "put the missing part back or correct the reference",
    fires: &[
        "第一章 目标\n主要指标见表3。\n表1 主要指标\n指标\t2020年\t2025年\n企业数（家）\t10\t20\n森林覆盖率（%）\t60\t65\n第二章 产业\n云岭向前。\n",
        "第一章 目标\n具体任务见第九章。\n第二章 产业\n云岭向前。\n",
    ],
    passes: &[
        "第一章 目标\n主要指标见表1。\n表1 主要指标\n指标\t2020年\t2025年\n企业数（家）\t10\t20\n森林覆盖率（%）\t60\t65\n第二章 产业\n云岭向前，如10家企业。\n",
        "第一章 目标\n按照《条例》第九章的规定，见证30年发展。\n第二章 产业\n云岭向前。\n",
    ],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let there: HashSet<(String, u32)> =
        cx.numbered().into_iter().map(|item| (item.shape.into(), item.number)).collect();
    let mut hits = Vec::new();
    for found in cx.matches(&REFERENCE) {
        let target = found.get(1);
        let division = !found.get(3).is_empty();
        let named = CHECKED.captioned.prefix(target).is_some();
        if division != target.starts_with(signs::ordinal)
            || division == named
            || target.contains('-')
            || HEADINGS.figure_word.prefix(target).is_some()
        {
            continue;
        }
        let Some(number) = label::read(target) else { continue };
        if !there.contains(&(number.shape, number.number)) && !found.before().ends_with('》') {
            hits.push(Hit::new(found.place(1), format!("the text refers to {target}, but there is none")));
        }
    }
    hits
}
