//! Targets that were due before the plan was issued.

use crate::{check::rules::prelude::*, statement::DeadlineSource};

pub(crate) static RULE: Rule = Rule {
    code: "time.before-issue",
    severity: Severity::Warning,
    summary: "a target was due before the plan was issued",
    why: "What a plan commits to lies ahead of it. A deadline before the day of approval or publication is mistyped, or the sentence \
          reports what was done.",
    help: "look the year up in the original",
    fires: &["云岭市第十四个五年规划\n（2021年3月5日批准）\n第一章 生态\n力争到2019年，森林覆盖率达到65%。\n"],
    passes: &["云岭市第十四个五年规划\n（2021年3月5日批准）\n第一章 生态\n力争到2024年，森林覆盖率达到65%。\n"],
    check,
};

static PROMISE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:{promises}|{plans}){by_then}((?:19|20)\d\d){year}|{to}((?:19|20)\d\d){year}{year_end}?[，,]?(?:{promises}|{works_for})",
    )
});

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let front = &cx.outline().front;
    let day = front.day();
    let issued = day.and_then(|day| day.get(..4)?.parse::<i32>().ok());
    // A plan may be issued after its first year; what it says of that year is no slip.
    let limit = issued.map(|issued| front.period.map_or(issued, |(first, _)| issued.min(first)));
    let Some(limit) = limit else { return Vec::new() };
    let message = |year: i32| format!("this target was due in {year}, before the plan was issued");
    let early = cx.analysis().commitments.iter().filter_map(|record| {
        let deadline = record.deadline.as_ref().filter(|d| d.source == DeadlineSource::Explicit)?;
        (deadline.year < limit).then_some((record, deadline.year))
    });
    let mut hits: Vec<Hit> = early.map(|(record, year)| Hit::new(cx.place(record), message(year))).collect();
    // What lies before the plan is read as done; a promise says otherwise.
    for found in cx.matches(&PROMISE) {
        let year = [1, 2].iter().find_map(|&group| found.get(group).parse::<i32>().ok());
        let quoted = found.before().matches('“').count() > found.before().matches('”').count();
        let told = hits.iter().any(|hit| found.paragraph.span().contains(hit.span));
        if let Some(year) = year.filter(|&year| year < limit && !quoted && !told) {
            hits.push(Hit::new(found.span(), message(year)));
        }
    }
    hits
}
