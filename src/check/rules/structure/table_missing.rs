//! Captions whose tables are lost.

use crate::check::rules::prelude::*;
use crate::lexicon::HEADINGS;

pub(crate) static RULE: Rule = Rule {
    code: "structure.table-missing",
    severity: Severity::Error,
    summary: "a table's caption stands without its table",
    why: "Web pages often show a plan's indicator table as a picture, and a scraper keeps the caption alone. The table holds the plan's \
          binding targets: without it the most important numbers are missing.",
    help: "type the table in from the original, one row a line with cells parted by tabs",
    fires: &["第一章 目标\n云岭向前。\n表1：云岭市“十四五”主要指标\n第二章 产业\n产业兴旺。\n"],
    passes: &[
        "第一章 目标\n云岭向前。\n表1：云岭市“十四五”主要指标\n指标\t2020年\t2025年\n企业数（家）\t10\t20\n森林覆盖率（%）\t60\t65\n\
              第二章 产业\n产业兴旺。\n",
    ],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let lost =
        cx.outline().tables.iter().filter(|table| table.missing && HEADINGS.figure_word.prefix(&table.label).is_none());
    lost.map(|table| {
        Hit::new(cx.line(table.line), format!("the table below the caption “{}” is not in the text", table.label))
    })
    .collect()
}
