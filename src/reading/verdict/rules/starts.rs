//! Values from which others start: spared first, since they may look like names (由第2位升至第1位), told apart last.

use crate::lexicon::TIME;

use super::prelude::*;
use crate::{lexicon::signs, reading::verdict::opening};

pub(crate) static OPENED: Rule = Rule {
    code: "states.opened",
    verdict: Verdict::States,
    why: "由 or 从 opens the number and 到, 至 or 为 follows closely: it is read even where it would not count alone. Whether it is the \
          start of the number behind it is told last (`starts.value`).",
    fires: &["综合排名由第12位上升到全省前列。"],
    passes: &["到2025年，综合排名升至第八位。", "从三个方面推进改革。"],
    when: Some(is_opened_closely),
};

/// How far behind the value, in characters, the word stands that leads on from it.
const CLOSE: usize = 8;

fn is_opened_closely(asked: &Asked<'_>) -> bool {
    let after = asked.after();
    let near = after.char_indices().nth(CLOSE).map_or(after, |(end, _)| &after[..end]);
    VERDICTS.goes_to.is_in(near) && asked.is_opened()
}

pub(crate) static BASE: Rule = Rule {
    code: "base.built-on",
    verdict: Verdict::Base,
    why: "A number before 基础上 or 水平上 is what the clause builds on: the starting value of the next number.",
    fires: &[
        "到2025年，森林覆盖率在2020年41%的基础上提高2个百分点。",
        "到2025年，森林覆盖率在41%水平上再提高2个百分点。",
    ],
    passes: &["到2025年，森林覆盖率达到41%，夯实生态建设的基础。"],
    when: Some(|asked| TIME.basis.prefix(asked.after()).is_some()),
};

pub(crate) static COMPARED: Rule = Rule {
    code: "base.compared",
    verdict: Verdict::Base,
    why: "比… at the head of a clause before a number and a verb of growth or fall behind it: what something has grown or \
          fallen from, the starting value of the next number.",
    fires: &[
        "人均收入为560元，比2020年的397元增长41%。",
        "事故得到控制，比上年的28起减少8起。",
        "事故得到控制，比上年28起减少8起。",
    ],
    passes: &[
        "人均收入比2020年增长41%，达到560元。",
        "人均收入比全省平均高28元。",
        "出口稳定，比上年增长5%。",
        "较大的3个公园建成开放。",
    ],
    when: Some(|asked| {
        let moves = || [&CLAUSES.grow, &CLAUSES.fall].iter().any(|verbs| verbs.prefix(asked.after()).is_some());
        CLAUSES.than.prefix(asked.before()).is_some() && moves()
    }),
};

pub(crate) static STARTS: Rule = Rule {
    code: "starts.value",
    verdict: Verdict::Starts,
    why: "由 or 从 opens the number, or the list of numbers it is a member of, and a number that it leads on to follows. It is the \
          baseline of the statement behind it and no statement of its own.",
    fires: &[
        "城镇化率由60%提高到65%。",
        "上市企业从2020年的28家增加到40家。",
        "两项指标由60%、70%分别提高到65%、75%。",
        "两项指标由60%和70%提高到65%和75%。",
    ],
    passes: &["城镇化率提高到65%。", "建设从市区到机场的快速路30公里。"],
    when: Some(is_start),
};

pub(crate) static BRACKETED: Rule = Rule {
    code: "starts.bracketed",
    verdict: Verdict::Starts,
    why: "A dated number in brackets between a subject and the words that move it is where it starts from.",
    fires: &["普及率（2020年为48.6%）提高到55%以上。", "合格率（2020年为97.8%）稳定在98%以上。"],
    passes: &["普及率（2020年为48.6%）高于全省，提高到55%。", "项目（总投资8亿元）达到55个。"],
    when: Some(|asked| {
        let Some(next) = asked.next().filter(|next| next.unit == asked.quantity.unit) else { return false };
        let between = asked.text.get(asked.quantity.span.end..next.core.start).and_then(|b| b.strip_prefix('）'));
        let moves = between.is_some_and(|words| {
            let leads = VERDICTS.goes_to.is_in(words) || CLAUSES.hold.is_in(words) || CLAUSES.hold_at.is_in(words);
            leads && words.chars().count() <= CLOSE
        });
        moves && opening::bracket(asked.text, asked.times, asked.clause.start, asked.quantity.core.start).is_some()
    }),
};

fn is_start(asked: &Asked<'_>) -> bool {
    let Some(next) = asked.next() else { return false };
    let listed = |between: &str| between.strip_prefix(|c| "、:".contains(c) || signs::joins(c)) == Some("");
    let Some(between) = asked.text.get(asked.quantity.span.end..next.core.start) else { return false };
    let leads = VERDICTS.leads_on.is_in(between) || listed(between) && asked.left() > 1;
    let another = asked.previous().is_some_and(|(_, verdict, between)| verdict == Verdict::Starts && listed(between));
    leads && (another || asked.is_opened())
}
