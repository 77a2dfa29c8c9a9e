//! Gaps in the numbering of headings, tables and boxes.

use super::missing::gaps;
use crate::check::rules::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "structure.numbering-gap",
    severity: Severity::Warning,
    summary: "the numbering of headings, tables or boxes leaves one out",
    why: "A chapter, section or table that is missing from the count was usually lost when the text was taken from its page, with all \
          that stood in it. Numbers may run on through the chapters or start again below each heading; both are sound.",
    help: "look the missing part up in the original and put it back, or correct the number",
    fires: &[
        "第一章 总则\n云岭向前。\n第二章 产业\n产业兴旺。\n第四章 民生\n民生改善。\n",
        "第一章 总则\n云岭向前。\n第一节 目标\n稳步。\n第三节 任务\n落实。\n",
    ],
    passes: &[
        "第一章 总则\n云岭向前。\n第二章 产业\n产业兴旺。\n第三章 民生\n民生改善。\n",
        "第一篇 总\n第一章 甲\n云岭。\n第二章 乙\n云岭。\n第二篇 分\n第三章 丙\n云岭。\n第四章 丁\n云岭。\n",
    ],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let told = gaps(cx).into_iter().map(|gap| {
        let message = format!("{} stands here, but {} is missing before it", gap.item.label, gap.told());
        Hit::new(gap.item.span, message)
    });
    told.collect()
}
