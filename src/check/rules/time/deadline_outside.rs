//! Deadlines outside the plan's period.

use std::collections::HashSet;

use crate::{check::rules::prelude::*, statement::DeadlineSource};

/// Years that plans of every period look to.
const GOALS: &[i32] = &[2035, 2049, 2050, 2060];

pub(crate) static RULE: Rule = Rule {
    code: "time.deadline-outside",
    severity: Severity::Warning,
    summary: "a target falls due outside the plan's period",
    why: "A deadline that the plan's period does not hold is mistyped, taken over from the last plan, or belongs to another programme. \
          Outlooks (展望, 远景, 2035) and the climate goals are left alone.",
    help: "look the year up in the original",
    fires: &["云岭市第十四个五年规划\n第一章 生态\n到2028年，森林覆盖率达到65%。\n"],
    passes: &[
        "云岭市第十四个五年规划和2035年远景目标纲要\n第一章 生态\n到2024年，森林覆盖率达到65%，到2035年，森林覆盖率达到70%。\n展望2040年，生态美好。\n",
    ],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let front = &cx.outline().front;
    let Some((first, last)) = front.period else { return Vec::new() };
    let issued = front.day().is_some();
    let (mut hits, mut told) = (Vec::new(), HashSet::new());
    for record in &cx.analysis().commitments {
        let Some(deadline) = record.deadline.as_ref().filter(|d| d.source == DeadlineSource::Explicit) else {
            continue;
        };
        let year = deadline.year;
        let early = year < first && !issued;
        let late = year > last && Some(year) != front.horizon && !GOALS.contains(&year);
        let outlook = || {
            CHECKED.outlook.is_in(&record.sentence) || record.path.iter().any(|heading| CHECKED.outlook.is_in(heading))
        };
        // One date may stand for several targets of its sentence.
        let fresh = told.insert((&*record.sentence, year));
        if (early || late) && fresh && !outlook() {
            let message = format!("{year} lies outside the plan's period {first}—{last}");
            hits.push(Hit::new(cx.place(record), message));
        }
    }
    hits
}
