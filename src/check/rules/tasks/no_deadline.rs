//! Tasks of a table without a deadline.

use super::{NAME, empty_cells};
use crate::{
    analysis::Task,
    check::rules::prelude::*,
    grid::{Cell, Role},
};

/// From this many tasks of the text on, those without a time stand out where nearly all others have one.
const FEWEST: usize = 5;

pub(crate) static RULE: Rule = Rule {
    code: "tasks.no-deadline",
    severity: Severity::Warning,
    summary: "a task has no deadline although its table has a column for it, or nearly all other tasks of the text have one",
    why: "A table that names a deadline for its tasks leaves none out on purpose: the cell was lost, or it was merged with the one above and \
          came out empty. So with the brackets of a text whose tasks nearly all say by when. Columns that are empty throughout are left alone.",
    help: "fill the cell from the original; repeat what a merged cell says in each of its rows",
    fires: &[
        "云岭市行动方案\n第一章 任务\n表1 重点任务\n序号\t项目名称\t完成时限\n1\t建设山货市场\t2023年\n2\t改造老街\t\n3\t扩建水库\t2024年\n第二章 保障\n强化保障。\n",
        "云岭市2024年工作方案\n一、重点任务\n1.建设山货市场（市林业局，2024年1月底前）。\n2.改造老街（市住建局，2024年2月底前）。\n3.扩建水库（市水利局，2024年3月底前）。\n4.完善医联体（市卫健委）。\n5.新建幼儿园（市教育局，2024年5月底前）。\n6.整治停车（市公安局，2024年6月底前）。\n7.修复古桥（市文旅局，2024年7月底前）。\n8.建设绿道（市园林局，2024年8月底前）。\n9.开展培训（市人社局，2024年9月底前）。\n10.发布榜单（市科技局，2024年10月底前）。\n二、保障\n强化保障。\n",
    ],
    passes: &[
        "云岭市行动方案\n第一章 任务\n表1 重点任务\n序号\t项目名称\t完成时限\n1\t建设山货市场\t2023年\n2\t改造老街\t2024年\n3\t扩建水库\t2024年\n第二章 保障\n强化保障。\n",
        "云岭市2024年工作方案\n一、重点任务\n1.建设山货市场（市林业局，2024年1月底前）。\n2.改造老街（市住建局，2024年2月底前）。\n3.扩建水库（市水利局，2024年3月底前）。\n4.完善医联体（市卫健委，2024年4月底前）。\n5.新建幼儿园（市教育局，2024年5月底前）。\n6.整治停车（市公安局，2024年6月底前）。\n7.修复古桥（市文旅局，2024年7月底前）。\n8.建设绿道（市园林局，2024年8月底前）。\n9.开展培训（市人社局，2024年9月底前）。\n10.发布榜单（市科技局，2024年10月底前）。\n二、保障\n强化保障。\n",
    ],
    check,
};

fn check(cx: &Context<'_>) -> Vec<Hit> {
    let mut empty = empty_cells(cx, Role::Due);
    empty.extend(undated(cx));
    empty.into_iter().map(|(place, name)| Hit::new(place, format!("the task “{name}” has no deadline"))).collect()
}

/// Tasks of the text without a time, in a document where nine of ten have one.
fn undated(cx: &Context<'_>) -> Vec<(Span, String)> {
    let tables = || cx.outline().tables.iter().filter(|table| !table.missing);
    let cells = tables().flat_map(|table| &table.grid.cells).map(Cell::span).filter(|span| !span.is_empty());
    // A table whose cells were let go gives out no work.
    let bare = tables().filter(|table| table.grid.cells.is_empty()).map(|table| cx.line(table.line));
    let mut starts: Vec<usize> = cells.chain(bare).map(|span| span.start).collect();
    starts.sort_unstable();
    let in_text = |task: &&Task| {
        let place = task.source.span();
        let first = starts.partition_point(|&start| start < place.start);
        starts.get(first).is_none_or(|&start| start >= place.end)
    };
    let tasks: Vec<&Task> = cx.analysis().tasks.iter().filter(in_text).collect();
    let without: Vec<&&Task> = tasks.iter().filter(|task| task.deadline.is_none()).collect();
    if tasks.len() < FEWEST || without.len() * 10 > tasks.len() {
        return Vec::new();
    }
    let named = |task: &&&Task| (task.source.span(), task.text.chars().take(NAME).collect::<String>());
    without.iter().map(named).collect()
}
