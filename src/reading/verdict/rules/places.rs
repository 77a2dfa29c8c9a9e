//! Places in which nothing is stated: the readers of prose and of tables decide by these, not the words around the number.

use super::prelude::*;

pub(crate) static GLOSSARY: Rule = Rule {
    code: "apart.glossary",
    verdict: Verdict::Apart,
    why: "A section that explains words (名词解释) states nothing.",
    fires: &["云岭市规划\n第一章 目标\n到2025年，新建公园30个。\n名词解释\n口袋公园：面积不足5000平方米的公园。\n"],
    passes: &["到2025年，新建公园30个。"],
    when: None,
};

pub(crate) static CONDITION: Rule = Rule {
    code: "apart.condition",
    verdict: Verdict::Apart,
    why: "In or behind a condition (如果, 倘若) a sentence says what would be, not what shall be.",
    fires: &["如果投资增长5%，还将新增岗位3000个。"],
    passes: &["投资增长5%，新增岗位3000个。"],
    when: None,
};

pub(crate) static ACROSS: Rule = Rule {
    code: "apart.across-clauses",
    verdict: Verdict::Apart,
    why: "The number begins in one clause and ends in another, so that no clause says what it measures.",
    fires: &[],
    passes: &["投资增长5%，新增岗位3000个。"],
    when: None,
};

pub(crate) static UNNAMED: Rule = Rule {
    code: "apart.unnamed",
    verdict: Verdict::Apart,
    why: "Neither the clause nor those before it say what the number measures.",
    fires: &["达到65%。"],
    passes: &["城镇化率达到65%。"],
    when: None,
};

pub(crate) static UNVALUED: Rule = Rule {
    code: "apart.no-value-column",
    verdict: Verdict::Apart,
    why: "The column of the table holds a starting value, a number of rows, a name or notes, and no target or result; or the table has no \
          column of values, or none of names.",
    fires: &[
        "云岭市规划\n第一章 目标\n第一节 概述\n表1 主要指标\n序号\t指标\t2020年\t2025年\t属性\n1\t常住人口（万人）\t30\t35\t预期性\n2\t公园（个）\t12\t20\t预期性\n",
    ],
    passes: &["到2025年，新建公园30个。"],
    when: None,
};

pub(crate) static LABEL: Rule = Rule {
    code: "apart.heading-cell",
    verdict: Verdict::Apart,
    why: "A number in a cell of a table's header belongs to the heading.",
    fires: &[],
    passes: &["到2025年，新建公园30个。"],
    when: None,
};

pub(crate) static UNREAD: Rule = Rule {
    code: "apart.cell-unread",
    verdict: Verdict::Apart,
    why: "A cell of values from which no one value could be read: it holds several numbers, or a place in a list.",
    fires: &[
        "云岭市规划\n第一章 目标\n第一节 概述\n表1 主要指标\n指标\t单位\t2025年\t属性\n常住人口\t万人\t35\t预期性\n公园\t个\t20\t预期性\n森林覆盖率\t%\t第3、第4\t约束性\n",
    ],
    passes: &["到2025年，新建公园30个。"],
    when: None,
};
