//! Tasks of a table without a responsible unit.

use super::empty_cells;
use crate::{check::rules::prelude::*, grid::Role};

pub(crate) static RULE: Rule = Rule {
    code: "tasks.no-unit",
    severity: Severity::Warning,
    summary: "a task in a table has no responsible unit although the table has a column for it",
    why: "A table that names a responsible unit for its tasks leaves none out on purpose: the cell was lost, or it was merged with the one above and \
          came out empty. Columns that are empty throughout are left alone.",
    help: "fill the cell from the original; repeat what a merged cell says in each of its rows",
    fires: &[
        "云岭市行动方案\n第一章 任务\n表1 重点任务\n序号\t项目名称\t责任单位\n1\t建设山货市场\t市林业局\n2\t改造老街\t\n3\t扩建水库\t市工信局\n第二章 保障\n强化保障。\n",
        "云岭市行动方案\n第一章 任务\n表1 重点任务\n序号\t承办部门\t工作事项\n1\t市林业局\t建设山货市场\n2\t\t改造老街\n3\t市工信局\t扩建水库\n4\t市水利局\t疏浚河道\n第二章 保障\n强化保障。\n",
    ],
    passes: &[
        "云岭市行动方案\n第一章 任务\n表1 重点任务\n序号\t项目名称\t责任单位\n1\t建设山货市场\t市林业局\n2\t改造老街\t市工信局\n3\t扩建水库\t市工信局\n第二章 保障\n强化保障。\n",
    ],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let empty = empty_cells(cx, Role::Responsible).into_iter();
    empty.map(|(row, name)| Hit::new(row, format!("the task “{name}” has no responsible unit"))).collect()
}
