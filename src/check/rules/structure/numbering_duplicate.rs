//! The same number twice among headings, tables or boxes.

use std::collections::{HashMap, HashSet};

use super::missing::{Lost, gaps};
use crate::{check::rules::prelude::*, statement::Shared};

pub(crate) static RULE: Rule = Rule {
    code: "structure.numbering-duplicate",
    severity: Severity::Warning,
    summary: "two headings, tables or boxes carry the same number",
    why: "A number given twice under one heading means that a part stands in the text twice, that a number was mistyped, or that \
          the heading between the two was lost. References to the number lead nowhere certain.",
    help: "compare both places with the original and correct the number",
    fires: &[
        "第一章 总则\n云岭向前。\n第二章 产业\n产业兴旺。\n第二章 民生\n民生改善。\n",
        "第一章 总则\n第一节 目标\n稳步。\n第二节 任务\n落实。\n第二节 保障\n有力。\n",
    ],
    passes: &[
        "第一章 总则\n第一节 目标\n稳步。\n第二章 产业\n第一节 工业\n壮大。\n",
        "第一章 总则\n第一节 目标\n稳步。\n第一节 工业\n壮大。\n第二节 农业\n兴旺。\n第三章 民生\n改善。\n",
    ],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let lost = Lost::of(&gaps(cx));
    // The numbers that were seen of each count.
    let mut seen: HashMap<(Shared, Option<usize>), HashSet<u32>> = HashMap::new();
    let mut last = None;
    let mut hits = Vec::new();
    for item in cx.numbered() {
        let restart = item.number == 1 && last.as_ref() != Some(&(item.shape.clone(), 1));
        last = Some((item.shape.clone(), item.number));
        let numbers = seen.entry((item.shape.clone(), item.parent)).or_default();
        let fresh = numbers.insert(item.number);
        if restart {
            // A count that starts again below a line that is no heading.
            numbers.retain(|number| *number == 1);
        }
        let again = restart && item.is_deep();
        // Below a heading that is lost, sections count again from one.
        let orphaned = || item.is_below_chapters() && lost.orphans(item.span);
        if !fresh && !again && !orphaned() {
            hits.push(Hit::new(item.span, format!("{} was given before under the same heading", item.label)));
        }
    }
    hits
}
