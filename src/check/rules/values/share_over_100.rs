//! Shares of a whole above 100 %.

use crate::check::rules::prelude::*;

static SHARE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"([^，。；：、（）]{0,14}{share_name}){stays}*{comes_to}*(\d+(?:\.\d+)?)%"));

pub(crate) static RULE: Rule = Rule {
    code: "values.share-over-100",
    severity: Severity::Error,
    summary: "a share of a whole is above 100 %",
    why: "A coverage, a pass rate or a proportion cannot exceed the whole. The number lost its decimal point or belongs to another \
          indicator. Rates of growth, gross enrolment, provisions and the like are left alone.",
    help: "look the number up in the original",
    fires: &["第一章 民生\n到2025年，森林覆盖率达到665%。\n", "第一章 民生\n污水处理率提高到120%以上。\n"],
    passes: &[
        "第一章 民生\n森林覆盖率达到66.5%，高中毛入学率达到102%，产值增长120%，贷款拨备覆盖率达到180%，处理率达到100%。\n",
    ],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let shares = cx.matches(&SHARE).filter(|found| {
        let over = found.get(2).parse::<f64>().is_ok_and(|share| share > 100.0);
        over && !CHECKED.other_whole.is_in(found.get(1))
    });
    shares.map(|found| Hit::new(found.place(2), format!("a share of a whole cannot be {}%", found.get(2)))).collect()
}
