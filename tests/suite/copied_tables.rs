//! Tables in the shapes that copies take, with what one kind of them loses or says in its own way: empty cells, numbers of groups,
//! classes that head columns.

use crate::kinds_of_tables::{PLAN, told, told_of};

const CAPTION: &str = "表1 主要指标";

/// `rows`, cells parted by bars and empty ones lost, with `sign` between the cells and `end` between the rows.
fn copied(rows: &[&str], sign: &str, end: &str) -> String {
    let cells = |row: &&str| row.split('|').filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(sign);
    rows.iter().map(cells).collect::<Vec<_>>().join(end)
}

/// Asserts that `rows` say the same a row a line, a cell a line, and with one space between all cells, and gives what they say.
fn told_alike(rows: &[&str]) -> Vec<String> {
    let expected = told(PLAN, CAPTION, rows);
    for (sign, end) in [(" ", "\n"), ("\n", "\n"), (" ", " ")] {
        assert_eq!(told_of(PLAN, CAPTION, &copied(rows, sign, end)), expected, "{sign:?} {end:?}");
    }
    expected
}

#[test]
fn classes_told_by_their_place_head_columns() {
    let rows = ["指标|一类镇|二类镇|三类镇", "供水保证率（%）|98|95|92", "管网漏损率（%）|8|9|10"];
    let expected = told(PLAN, CAPTION, &rows);
    assert_eq!(expected.len(), 6, "{expected:?}");
    assert!(expected[0].contains("供水保证率 98 %"), "{expected:?}");
}

#[test]
fn what_there_is_starts_and_what_is_done_to_it_does_not() {
    let of = |second: &str| {
        told(PLAN, "表1 水厂任务\n单位：座", &[&format!("乡镇|{second}|新建水厂"), "柳河镇|12|5", "石桥镇|8|4"])
    };
    assert_eq!(of("现有水厂").len(), 2);
    assert_eq!(of("现有水厂改造").len(), 4);
}

#[test]
fn cells_say_whether_they_are_sums_where_their_head_allows_both() {
    let rows = [
        "指标|2025年|2030年|五年累计或年均|属性",
        "灌溉面积占比（%）|52|57|累计5个百分点|预期性",
        "水利投资（亿元）|8|12|年均8.4%|预期性",
    ];
    assert_eq!(
        told(PLAN, CAPTION, &rows),
        [
            "灌溉面积占比 57 % 2030 52 level expected",
            "灌溉面积占比 5 个百分点 2030 52 increment expected",
            "水利投资 1200000000 元 2030 800000000 level expected",
            "水利投资 8.4 % 2030 800000000 growth_rate expected",
        ]
    );
}

#[test]
fn numbers_in_two_parts_and_those_of_groups_name_nothing() {
    let rows = [
        "编号|指标|2025年|2030年|属性",
        "1|供水|||",
        "1.1|供水保证率（%）|92|96|约束性",
        "1.2|水厂（座）|6|8|预期性",
        "2|灌溉|||",
        "2.1|灌溉面积（公顷）|60|72|预期性",
        "2.2|泵站（座）|12|15|预期性",
    ];
    assert_eq!(told_alike(&rows)[0], "供水保证率 96 % 2030 92 level binding");
    let groups = [
        "序号|指标|单位|2025年|2030年",
        "（一）|供水保障|||",
        "1|供水保证率|%|92|96",
        "2|水厂|座|6|8",
        "（二）|农业灌溉|||",
        "3|灌溉面积|公顷|60|72",
        "4|泵站|座|12|15",
    ];
    assert_eq!(told_alike(&groups).len(), 4);
}

#[test]
fn rows_numbered_as_groups_are_stand_on_their_lines() {
    let rows = [
        "序号|指标|单位|2025年|2030年",
        "（一）|供水保证率|%|92|96",
        "（二）|灌溉面积|公顷|60|>72",
        "（三）|泵站|座|12|15",
        "（四）|水厂|座|6|8",
    ];
    let expected = told(PLAN, CAPTION, &rows);
    assert_eq!(expected.len(), 4);
    for sign in [" ", "     "] {
        assert_eq!(told_of(PLAN, CAPTION, &copied(&rows, sign, "\n")), expected, "{sign:?}");
    }
}

#[test]
fn groups_are_named_as_heads_are_and_stand_below_them() {
    let rows = [
        "序号|指标名称|单位|2025年|2030年|属性",
        "一、经济增长||||",
        "1|水利投资|亿元|8|12|预期性",
        "2|供水产值|亿元|3|5|预期性",
        "二、民生||||",
        "3|供水保证率|%|92|96|约束性",
        "4|水厂|座|6|8|预期性",
    ];
    assert_eq!(told_alike(&rows)[0], "水利投资 1200000000 元 2030 800000000 level expected");
}

#[test]
fn rows_that_lack_a_value_lack_that_which_the_plan_starts_from() {
    let rows = [
        "指标|单位|2025年|2030年|属性",
        "供水保证率|%|92|96|约束性",
        "新增水源工程|处||15|预期性",
        "水厂|座|6|8|预期性",
        "泵站|座|12|15|预期性",
    ];
    assert_eq!(told_alike(&rows)[1], "新增水源工程 15 处 2030 increment expected");
}

/// Asserts that `rows` say the same with nothing between their cells, on one line, and gives how much they say.
fn told_together(caption: &str, rows: &[&str]) -> usize {
    let expected = told(PLAN, caption, rows);
    assert_eq!(told_of(PLAN, caption, &copied(rows, "", "")), expected);
    expected.len()
}

#[test]
fn measures_head_the_same_years_run_together() {
    let rows = [
        "城市|PM2.5浓度（微克/立方米）||优良天数比率（%）|",
        "|2025年|2030年|2025年|2030年",
        "青禾市|36.2|33|80.5|84",
        "云溪市|41|37.5|76.2|80.3",
        "柳河市|28.6|27|91|92",
        "石桥市|33.4|31|85.2|87",
    ];
    assert_eq!(told_together("附表1 各市空气质量改善目标", &rows), 8);
}

#[test]
fn plans_periods_and_their_ends_head_values_run_together() {
    let rows = [
        "类别|指标|“十四五”末|“十五五”末|指标属性",
        "水环境|断面优良比例（%）|78.5|86|约束性",
        "|黑臭水体消除比例（%）|—|90|预期性",
        "|水源达标率（%）|95|100|约束性",
        "水资源|达标河湖数量（个）|5|12|预期性",
        "|生态缓冲带长度（公里）|—|260|预期性",
    ];
    let found = told_of(PLAN, CAPTION, &copied(&rows, "", ""));
    assert_eq!(found[1], "黑臭水体消除比例 90 % 2030 level expected", "{found:?}");
    assert_eq!(found.len(), 5, "{found:?}");
}

#[test]
fn sums_of_years_tell_where_values_end() {
    let last = [
        "指标名称|单位|2028年|2029年|2030年|三年累计",
        "新建水田|万亩|3.2|3.5|3.3|10",
        "新增大棚|亩|600|800|1000|2400",
        "新认定水品|个|5|8|10|23",
        "培育水利企业|家|2|2|3|7",
    ];
    assert_eq!(told_together(CAPTION, &last), 16);
    let first = [
        "任务|合计|2028年|2029年|2030年|责任单位",
        "河道整治|8.6|3|2.8|2.8|市水利局",
        "岸线修复|15|5|5|5|市林业局",
        "渠道改造|12.4|3.6|4.2|4.6|市农业局",
    ];
    assert_eq!(told_together("表1 年度任务\n单位：公里", &first), 12);
}

#[test]
fn units_in_cells_go_with_the_values_before_them() {
    let rows = [
        "指标|2025年|2028年|2030年",
        "供水保证率|86.8%|88%|90%以上",
        "每千人水管员|2.2名|2.5名|不少于2.8名",
        "湖长制覆盖率|83%|100%|100%",
        "水利风景区|3个|8个|15个",
        "河道步道|420公里|600公里|1000公里",
        "水质达标率|91.2%|92%|93%左右",
    ];
    assert_eq!(told_together(CAPTION, &rows), 12);
}
