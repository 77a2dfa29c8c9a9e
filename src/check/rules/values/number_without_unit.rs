//! Numbers that have lost their unit.

use crate::check::rules::prelude::*;

static BARE: LazyLock<Regex> = LazyLock::new(|| pattern(r"{counts_up}(\d+(?:\.\d+)?)(?:[，。；]|$|{or_more}[，。；])"));

pub(crate) static RULE: Rule = Rule {
    code: "values.number-without-unit",
    severity: Severity::Warning,
    summary: "a number stands without its unit",
    why: "“企业达到1000，” leaves open whether firms, millions or per cent are meant; the unit was lost with a line break or a tag. \
          Indices, ratios and scores need none and are left alone, as are 万 and 亿, which often stand for people.",
    help: "put the unit back from the original",
    fires: &["第一章 产业\n到2025年，高新技术企业达到1000，园区扩容。\n"],
    passes: &["第一章 产业\n到2025年，高新技术企业达到1000家，营商环境指数达到85，信用比达到0.8。\n"],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let bare = cx.matches(&BARE).filter(|found| {
        let clause = found.clause_before();
        let year = found.get(1).len() == 4 && found.get(1).starts_with("20");
        !year && !CHECKED.pure_number.is_in(clause)
    });
    bare.map(|found| Hit::new(found.place(1), format!("the number {} has no unit", found.get(1)))).collect()
}
