//! A period that is not that of the plan's title, or not the expected one.

use crate::check::rules::prelude::*;

static PLAN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:{ordinal}({numbering}{1,3}){nth_plan}|“({numbering}{1,2}){five}”){plan_noun}?（((?:19|20)\d\d){year}?[—－–-]{1,2}((?:19|20)\d\d){year}?）",
    )
});

pub(crate) static RULE: Rule = Rule {
    code: "time.period-disagrees",
    severity: Severity::Error,
    summary: "the period that the text names is not that of the plan",
    why: "The n-th five-year plan runs from 1951+5n to 1955+5n. Where the text gives other years beside the number, or where the \
          project expects another period, every deadline that is reckoned from the period is wrong.",
    help: "look the years up in the original, or correct the expected period in plan.yaml",
    fires: &["云岭市第十四个五年规划\n第一章 总则\n第十四个五年（2022—2026年）规划，由云岭市编制。\n"],
    passes: &[
        "云岭市第十四个五年规划\n第一章 总则\n第十四个五年（2021—2025年）规划，由云岭市编制，接续“十三五”（2016—2020年）。\n",
    ],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let mut hits: Vec<Hit> = cx.matches(&PLAN).filter_map(|found| disagreeing(&found)).collect();
    if let (Some(expected), Some(found)) = (cx.expected_period, cx.outline().front.period)
        && expected != found
    {
        let (a, b) = (format!("{}—{}", found.0, found.1), format!("{}—{}", expected.0, expected.1));
        hits.push(Hit {
            key: Some(Default::default()),
            ..Hit::new(cx.opening(), format!("the plan's period is {a}; {b} is expected"))
        });
    }
    hits
}

fn disagreeing(found: &Match<'_>) -> Option<Hit> {
    let number = [1, 2].into_iter().map(|group| found.get(group)).find(|text| !text.is_empty())?;
    let n = label::number(number)? as i32;
    let (first, last) = (found.get(3).parse::<i32>().ok()?, found.get(4).parse::<i32>().ok()?);
    let (from, to) = (1951 + 5 * n, 1955 + 5 * n);
    ((first, last) != (from, to)).then(|| {
        Hit::new(
            found.span(),
            format!("the plan with the number {number} runs from {from} to {to}, not from {first} to {last}"),
        )
    })
}
