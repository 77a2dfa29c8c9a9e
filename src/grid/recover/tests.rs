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
    let Some(grid) = candidates(&Block { text, lines: &lines }).into_iter().next() else { return Vec::new() };
    let mut rows = vec![Vec::new(); grid.rows];
    for cell in grid.cells.iter().filter(|cell| !cell.is_empty()) {
        rows[cell.row].push(format!("{}:{}", cell.col, cell.text()));
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
fn names_of_groups_stand_between_rows_or_beside_them() {
    let text = "类别\n序号\n指标\n2025年\n2030年\n属性\n水源保障\n（3项）\n1\n水库总库容（亿立方米）\n3.2\n3.6\n预期性\n2\n灌溉面积（万亩）\n12\n13.5\n约束性\n3\n水利工匠人数（人）\n50\n80\n预期性\n河湖治理\n（3项）\n4\n岸线修复长度（公里）\n120\n200\n预期性\n5\n优良水体比例（%）\n80\n85\n约束性\n6\n水文站数量（处）\n70\n90\n预期性";
    let read = rows(text);
    assert_eq!(read[1], "0:水源保障（3项） 1:1 2:水库总库容（亿立方米） 3:3.2 4:3.6 5:预期性", "{read:?}");
    assert_eq!(read[4], "0:河湖治理（3项） 1:4 2:岸线修复长度（公里） 3:120 4:200 5:预期性", "{read:?}");
}

#[test]
fn a_long_list_of_lines_is_read_in_linear_time() {
    let line = "水库安全鉴定率（%）\n65\n68\n约束性\n";
    let time = |rows: usize| {
        let text = line.repeat(rows);
        let started = std::time::Instant::now();
        assert!(!self::rows(&text).is_empty());
        started.elapsed().as_secs_f64()
    };
    time(10);
    let (few, many) = (time(200), time(2_000));
    assert!(many < few * 40.0 + 1.0, "{few} s, then {many} s");
}
