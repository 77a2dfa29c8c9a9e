//! The indicator table against the text.

use crate::{
    analysis::Record,
    check::rules::{consistency::statement, prelude::*},
};

pub(crate) static RULE: Rule = Rule {
    code: "consistency.table-against-body",
    severity: Severity::Warning,
    summary: "the text gives an indicator another value than the table",
    why: "The table of indicators is what a plan is measured by; a sentence that promises more or less for the same year is a slip in one \
          of the two.",
    help: "look both places up in the original",
    fires: &[
        "云岭市第十四个五年规划\n第一章 目标\n表1 主要指标\n指标\t2020年\t2025年\n森林覆盖率（%）\t60\t65\n上市企业数量（家）\t5\t8\n第二章 生态\n\
              到2025年，森林覆盖率达到68%。\n",
    ],
    passes: &[
        "云岭市第十四个五年规划\n第一章 目标\n表1 主要指标\n指标\t2020年\t2025年\n森林覆盖率（%）\t60\t65\n上市企业数量（家）\t5\t8\n第二章 生态\n\
               到2025年，森林覆盖率达到65%。\n",
    ],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let (table, body): (Vec<&Record>, Vec<&Record>) = cx
        .records()
        .filter(|record| statement::is_comparable(record))
        .partition(|record| statement::is_of_table(record));
    let mut hits = Vec::new();
    for record in body {
        if let Some(cell) = table.iter().find(|cell| statement::contradict(cell, record)) {
            hits.push(Hit::new(cx.place(record), statement::contradiction(cell, record)));
        }
    }
    hits
}
