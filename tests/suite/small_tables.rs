//! Small tables as a text has them, read by what their heads and cells say.

use crate::tables::{read, targets};

/// Small tables that differ in one thing each: where their unit stands, what numbers their rows, which columns they have.
#[test]
fn small_tables_are_read_by_what_their_cells_say() {
    let unit = "（单位：亿元）\n指标\t2025年\t2030年\n地区生产总值\t500\t700\n财政收入\t50\t70\n";
    let named = ["地区生产总值 70000000000 元 2030 50000000000", "财政收入 7000000000 元 2030 5000000000"];
    let natures =
        "| 指标 | 单位 | 2030年 | 约束性 | 预期性 |\n| 森林覆盖率 | % | 50 | | |\n| 绿道里程 | 公里 | 70 | | |\n";
    let unheaded = "\t指标\t单位\t2025年\t2030年\n1\t绿道里程\t公里\t45\t60\n2\t公园\t个\t7\t9\n1\t站点\t个\t20\t30\n";
    let due = "工程\t规模（公里）\t建成\n北环快速路\t45\t2027年\n南环快速路\t60\t2028年\n滨江绿道\t12\t2029年\n";
    let named_once = "| 指标 | 类型 | 单位 | 2025年 | 2030年 |\n| 绿道里程 | 新建 | 公里 | 45 | 60 |\n| | 改造 | 公里 | 5 | 8 |\n\
                      | 公园 | 新建 | 个 | 7 | 9 |\n";
    let other_heads = "| 指标 | 单位 | 2025年 | 2030年 |\n| 粮食产量 | 万吨 | 45 | 60 |\n| 指标 | 单位 | 2030年 | 属性 |\n\
                       | 停车位 | 个 | 150 | 约束性 |\n| 床位 | 张 | 900 | 预期性 |\n";
    let title = "| 云岭市主要指标 | | | |\n| 指标 | 单位 | 2025年 | 2030年 |\n| 粮食产量 | 万吨 | 45 | 60 |\n| 桥梁 | 座 | 7 | 9 |\n";
    let turned = "指标\t粮食产量\t停车位\n单位\t万吨\t个\n2025年\t45\t120\n2030年\t60\t150\n属性\t约束性\t预期性\n";
    let remark = "| 指标 | 单位 | 2025年 | 2030年 |\n| 粮食产量 | 万吨 | 45 | 60 |\n\
                  | 说明：以下指标为预期性，由各县分解落实并报市发展改革委备案。 | | | |\n| 停车位 | 个 | 120 | 150 |\n";
    let groups = "| 序号 | 指标 | 2030年 |\n| 一 | 经济 | |\n| 1 | 粮食产量（万吨） | 60 |\n| 二 | 民生 | |\n| 2 | 停车位（个） | 150 |\n";
    let ticked = "| 指标 | 目标 | | 属性 | |\n| | 2025年 | 2030年 | 约束性 | 预期性 |\n| 粮食产量（万吨） | 45 | 60 | √ | |\n\
                  | 停车位（个） | 120 | 150 | | √ |\n";
    let merged = "<table><tr><td>指标</td><td>单位</td><td>县区</td><td>2030年</td></tr><tr><td rowspan=\"2\">停车位</td>\
                  <td rowspan=\"2\">个</td><td>青禾县</td><td>60</td></tr><tr><td>云溪县</td><td>90</td></tr></table>\n";
    for (body, expected) in [
        (unit, &named[..]),
        (natures, &["森林覆盖率 50 % 2030 null", "绿道里程 70 公里 2030 null"]),
        (unheaded, &["绿道里程 60 公里 2030 45", "公园 9 个 2030 7", "站点 30 个 2030 20"]),
        (due, &["北环快速路 45 公里 2027 null", "南环快速路 60 公里 2028 null", "滨江绿道 12 公里 2029 null"]),
        (named_once, &["新建绿道里程 60 公里 2030 45", "改造绿道里程 8 公里 2030 5", "公园 9 个 2030 7"]),
        (other_heads, &["粮食产量 600000 吨 2030 450000", "停车位 150 个 2030 null", "床位 900 张 2030 null"]),
        (title, &["粮食产量 600000 吨 2030 450000", "桥梁 9 座 2030 7"]),
        (turned, &["粮食产量 600000 吨 2030 450000", "停车位 150 个 2030 120"]),
        (remark, &["粮食产量 600000 吨 2030 450000", "停车位 150 个 2030 120"]),
        (groups, &["粮食产量 600000 吨 2030 null", "停车位 150 个 2030 null"]),
        (merged, &["停车位 60 个 2030 null", "停车位 90 个 2030 null"]),
    ] {
        assert_eq!(targets(body), expected, "{body}");
    }
    assert_eq!(targets(ticked).len(), 4, "each year a value: {:?}", targets(ticked));
}

/// A name that stands in several groups keeps the places that tell its rows of one group apart.
#[test]
fn rows_of_one_name_in_one_of_several_groups_have_their_places() {
    let rows = ["小学 | 在校生 | 全县 | 9", "初中 | 在校生 | 城市 | 4", "初中 | 在校生 | 农村 | 5"];
    let scopes = |rows: &[&str]| {
        let rows: String = rows.iter().map(|row| format!("| {row} |\n")).collect();
        let head = "| 学段 | 指标 | 范围 | 2030年 |\n|---|---|---|---|\n";
        let result = read(&format!("# 云岭市“十五五”教育规划\n\n{head}{rows}"));
        let all = result["commitments"].as_array().expect("a list");
        let text = |value: &serde_json::Value| value.as_str().unwrap_or("-").to_owned();
        all.iter().map(|one| [text(&one["indicator"]), text(&one["scope"])].join(" ")).collect::<Vec<_>>()
    };
    assert_eq!(scopes(&rows), ["小学在校生 全县", "初中在校生 城市", "初中在校生 农村"]);
    assert_eq!(scopes(&rows[1..]), ["在校生 城市", "在校生 农村"]);
}
