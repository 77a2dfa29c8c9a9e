//! Tables without a caption.

use crate::check::rules::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "structure.table-without-caption",
    severity: Severity::Info,
    summary: "a table has no caption",
    why: "The caption says what a table's numbers are of and often whether they bind. Tables without one are rare in plans.",
    help: "put the caption on the line above the table",
    fires: &[
        "第一章 目标\n云岭向前。\n指标\t2020年\t2025年\n企业数（家）\t10\t20\n森林覆盖率（%）\t60\t65\n第二章 产业\n产业兴旺。\n",
    ],
    passes: &[
        "第一章 目标\n云岭向前。\n表1 主要指标\n指标\t2020年\t2025年\n企业数（家）\t10\t20\n森林覆盖率（%）\t60\t65\n第二章 产业\n产业兴旺。\n",
    ],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let bare = cx
        .outline()
        .tables
        .iter()
        .filter(|t| !t.missing && t.caption.is_empty() && t.label.is_empty() && t.rows().nth(1).is_some());
    bare.map(|table| Hit::new(cx.line(table.line), "the table that begins here has no caption")).collect()
}
