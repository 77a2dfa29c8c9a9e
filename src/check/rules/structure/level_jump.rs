//! Headings that stand a level too deep.

use std::collections::BTreeMap;

use crate::check::rules::prelude::*;

/// How often a kind of heading must stand below its usual parent before another parent is remarkable.
const USUAL: usize = 4;

pub(crate) static RULE: Rule = Rule {
    code: "structure.level-jump",
    severity: Severity::Info,
    summary: "a heading skips the level that usually stands above its kind",
    why: "Where （一） stands below 第…节 throughout, one that follows a chapter directly suggests that the section's heading was lost. \
          Some plans do this on purpose, so the finding is a hint.",
    help: "see whether the heading between the two is missing",
    fires: &[
        "第一章 甲\n第一节 子\n一、天\n云。\n二、地\n岭。\n第二节 丑\n一、玄\n云。\n二、黄\n岭。\n第二章 乙\n一、宇\n云。\n\
             第三章 丙\n第一节 寅\n一、宙\n云。\n",
    ],
    passes: &[
        "第一章 甲\n第一节 子\n一、天\n云。\n二、地\n岭。\n第二章 乙\n第一节 丑\n一、玄\n云。\n二、黄\n岭。\n",
        "第一章 甲\n第一节 子\n一、天\n云。\n二、地\n岭。\n第二节 丑\n一、玄\n云。\n二、黄\n岭。\n第二章 乙\n一、宇\n云。\n\
             二、洪\n岭。\n第三章 丙\n一、宙\n云。\n二、荒\n岭。\n",
    ],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let nodes = &cx.outline().nodes;
    let shape = |at: usize| label::read(&nodes[at].label).map(|numbered| numbered.shape);
    let pairs: Vec<(usize, String, String)> =
        (0..nodes.len()).filter_map(|at| Some((at, shape(at)?, shape(nodes[at].parent?)?))).collect();
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for (_, child, parent) in &pairs {
        *counts.entry((child, parent)).or_default() += 1;
    }
    let usual = |child: &str| {
        counts.iter().filter(|((c, _), _)| *c == child).max_by_key(|(_, n)| **n).map(|((_, p), n)| (*p, *n))
    };
    let mut hits = Vec::new();
    for (at, child, parent) in &pairs {
        let Some((expected, count)) = usual(child) else { continue };
        // A parent that it has as often is as usual.
        let rarer = count > counts[&(child.as_str(), parent.as_str())];
        let first = nodes[*at].parent == at.checked_sub(1);
        // The usual parent must itself stand below the one that is found here.
        let below = counts.contains_key(&(expected, parent.as_str()));
        if rarer && count >= USUAL && below && first {
            let message = format!(
                "{} follows {} directly; elsewhere it stands below {expected}",
                nodes[*at].label,
                parent.replace('#', "…")
            );
            hits.push(Hit::new(nodes[*at].span, message.replace('#', "…")));
        }
    }
    hits
}
