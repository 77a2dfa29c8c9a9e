//! Captions whose figures are lost.

use crate::check::rules::prelude::*;
use crate::lexicon::HEADINGS;

pub(crate) static RULE: Rule = Rule {
    code: "structure.figure-missing",
    severity: Severity::Info,
    summary: "a figure's caption stands without its figure",
    why: "A text holds no pictures, so a caption is all that can be left of one. It is worth knowing where the original shows more.",
    help: "nothing needs to be done; look at the original where the figure matters",
    fires: &["第一章 目标\n云岭向前。\n图1 云岭市空间格局\n第二章 产业\n产业兴旺。\n"],
    passes: &["第一章 目标\n云岭向前，如图所示。\n第二章 产业\n产业兴旺。\n"],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let lost =
        cx.outline().tables.iter().filter(|table| table.missing && HEADINGS.figure_word.prefix(&table.label).is_some());
    lost.map(|table| {
        Hit::new(cx.line(table.line), format!("the figure of the caption “{}” is not in the text", table.label))
    })
    .collect()
}
