//! One indicator with two values for one year.

use crate::{
    analysis::Record,
    check::rules::{consistency::statement, prelude::*},
};

pub(crate) static RULE: Rule = Rule {
    code: "consistency.two-values",
    severity: Severity::Warning,
    summary: "one indicator has two values for one year",
    why: "Who builds on the plan must know which one holds. Compared are statements whose indicator is named in full and alike, with the \
          same unit, year and kind of change, in different sentences; a firm goal beside a bolder one (力争) is no contradiction.",
    help: "look both places up in the original; one of them is wrong or speaks of something else",
    fires: &["第一章 目标\n到2025年，森林覆盖率达到65%。\n第二章 生态\n到2025年，森林覆盖率达到68%。\n"],
    passes: &[
        "第一章 目标\n到2025年，森林覆盖率达到65%。\n第二章 生态\n到2025年，森林覆盖率达到65%，到2035年，森林覆盖率达到68%。\n",
    ],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let plain = |record: &&Record| !statement::is_of_table(record);
    let records: Vec<&Record> = cx.records().filter(plain).filter(|record| statement::is_comparable(record)).collect();
    let mut hits = Vec::new();
    for (at, record) in records.iter().enumerate() {
        let earlier = records[..at].iter().find(|earlier| statement::contradict(earlier, record));
        if let Some(earlier) = earlier {
            hits.push(Hit::new(cx.place(record), statement::contradiction(earlier, record)));
        }
    }
    hits
}
