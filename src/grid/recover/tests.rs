//! One invented table in each shape that copies take.

use super::*;

/// The rows of the first candidate for `text`, cells as `column:text`.
fn rows(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        let inner = line.trim();
        if !inner.is_empty() {
            let start = at + (line.len() - line.trim_start().len());
            lines.push(Span::new(start, start + inner.len()));
        }
        at += line.len() + 1;
    }
    let mut grids = Vec::new();
    candidates(&Block { text, lines: &lines }, &mut |grid| grids.push(grid));
    let Some(grid) = grids.into_iter().next() else { return Vec::new() };
    let mut rows = vec![Vec::new(); grid.rows];
    for cell in grid.cells.iter().filter(|cell| !cell.is_empty()) {
        rows[cell.row()].push(format!("{}:{}", cell.col(), cell.text()));
    }
    rows.iter().map(|row| row.join(" ")).collect()
}

const CELLS: [[&str; 4]; 5] = [
    ["指标", "2025年", "2030年", "属性"],
    ["水库安全鉴定率（%）", "65.6", "68", "约束性"],
    ["山洪预警覆盖率（%）", "90", "与省定要求一致", "预期性"],
    ["灌溉面积（万亩）", "12", "13.5", "预期性"],
    ["水利工匠人数（人）", "—", "〔350〕", "预期性"],
];

fn wanted() -> Vec<String> {
    let row = |cells: &[&str; 4]| cells.iter().enumerate().map(|(at, cell)| format!("{at}:{cell}")).collect::<Vec<_>>();
    CELLS.iter().map(|cells| row(cells).join(" ")).collect()
}

fn written(cell: &str, row: &str) -> String {
    CELLS.iter().map(|cells| cells.join(cell)).collect::<Vec<_>>().join(row)
}

#[test]
fn a_table_is_recovered_from_every_shape() {
    for (shape, cell, row) in [
        ("tabs", "\t", "\n"),
        ("bars", "|", "\n"),
        ("bars, a cell a line", " |\n", " |\n"),
        ("commas", ",", "\n"),
        ("four spaces", "    ", "\n"),
        ("single spaces", " ", "\n"),
        ("a cell a line", "\n", "\n"),
        ("a cell a line, empty lines between", "\n\n", "\n\n"),
        ("on one line", " ", " "),
    ] {
        assert_eq!(rows(&written(cell, row)), wanted(), "{shape}");
    }
}

#[test]
fn prose_below_a_table_is_none_of_its_rows() {
    let text = written("\n", "\n")
        + "\n第二节 重点任务\n坚持节水优先，统筹推进水源工程和河湖治理，健全水网\n体系，提升水安全保障能力，到2030年基本建成现代水网。";
    assert_eq!(rows(&text), wanted());
}

#[test]
fn cells_broken_over_lines_are_joined() {
    let text = "序号    指标    属性    2030年\n1    水库安全鉴定率（%）    约束性    68\n2    山洪灾害预警\n覆盖率（%）    预期性    与省定要\n求一致\n3    灌溉面积（万亩）    预期性    13.5";
    let read = rows(text);
    assert_eq!(read[2], "0:2 1:山洪灾害预警覆盖率（%） 2:预期性 3:与省定要求一致", "{read:?}");
    assert_eq!(read.len(), 4, "{read:?}");
}

#[test]
fn rows_that_lack_what_a_cell_above_spans_are_laid_below_it() {
    let text = "一级\t二级\t2025年\t2030年\n供水保障\t农村自来水普及率（%）\t93\t98\n规模化供水人口比例（%）\t60\t75\n供水水质达标率（%）\t城区\t99\t100\n乡镇\t90\t96\n河湖治理\t岸线修复长度（公里）\t120\t200";
    let read = rows(text);
    assert_eq!(read[1], "0:供水保障 1:农村自来水普及率（%） 3:93 4:98", "{read:?}");
    assert_eq!(read[2], "1:规模化供水人口比例（%） 3:60 4:75");
    assert_eq!(read[3], "1:供水水质达标率（%） 2:城区 3:99 4:100");
    assert_eq!(read[4], "2:乡镇 3:90 4:96");
}

#[test]
fn years_down_the_side_are_rows_a_cell_a_line() {
    let cells =
        [["年度", "绿道里程（公里）", "公园数（个）"], ["2025年（基期）", "45", "2040"], ["2030年", "60以上", "—"]];
    let wanted: Vec<String> = cells.iter().map(|[a, b, c]| format!("0:{a} 1:{b} 2:{c}")).collect();
    assert_eq!(rows(&(cells.concat().join("\n") + "\n第三章 重点任务")), wanted);
    let with_units = "指标\n绿道\n公园\n单位\n公里\n个\n2025年\n45\n7\n2030年\n60\n9";
    assert_eq!(rows(with_units).last().map(String::as_str), Some("0:2030年 1:60 2:9"));
}
