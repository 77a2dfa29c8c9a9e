//! Tables as governments publish them, each with what one kind of them has: heads of two storeys, parts and places in columns, years
//! in rows, groups that name natures, heads that repeat.

use plan::{analysis::analyze, source::Source};

/// What the table with these rows, cells parted by `|`, states in a document with `title`, below `caption`: scope, name, value, unit,
/// year, start, change and nature of each target and `!` before results, what is absent left out.
pub(crate) fn told(title: &str, caption: &str, rows: &[&str]) -> Vec<String> {
    told_of(title, caption, &rows.join("\n").replace('|', "\t"))
}

/// The same of a table whose text is `body`.
pub(crate) fn told_of(title: &str, caption: &str, body: &str) -> Vec<String> {
    let document = format!(
        "{title}\n\n二、主要目标\n加强统筹，提出以下安排。\n{caption}\n{body}\n三、保障措施\n加强领导，明确责任。\n"
    );
    let analysis = analyze(Source { name: "plan.txt", bytes: document.as_bytes() }).expect("it reads").analysis;
    let result = serde_json::to_value(analysis).expect("JSON");
    let mut all = Vec::new();
    for (list, sign) in [("commitments", ""), ("achievements", "!")] {
        for one in result[list].as_array().expect("a list").iter().filter(|one| one["kind"] == "quantity") {
            let quantity = &one["quantity"];
            let fields = [
                &one["scope"],
                &one["indicator"],
                &quantity["value"],
                &quantity["unit"],
                &one["deadline"]["year"],
                &one["baseline"]["value"],
                &quantity["change"],
                &one["nature"],
            ];
            let fields = fields.iter().filter(|field| !field.is_null()).map(|field| field.to_string());
            let line = fields.map(|field| field.trim_matches('"').to_owned()).collect::<Vec<_>>().join(" ");
            all.push(format!("{sign}{line}"));
        }
    }
    all
}

pub(crate) const PLAN: &str = "东山市水利发展“十五五”规划";

#[test]
fn heads_of_two_storeys_stand_over_two_rows() {
    let expected = [
        "山区 供水保证率 92 % 2030 88 level binding",
        "平原 供水保证率 98 % 2030 95 level binding",
        "山区 灌溉面积 72 公顷 2030 60 level expected",
        "平原 灌溉面积 98 公顷 2030 80 level expected",
    ];
    let rows = ["供水保证率|%|88|92|95|98|约束性", "灌溉面积|公顷|60|72|80|98|预期性"];
    for heads in [
        ["指标|单位|山区||平原||属性", "||2025年|2030年|2025年|2030年|"],
        ["指标|单位|山区|山区|平原|平原|属性", "指标|单位|2025年|2030年|2025年|2030年|属性"],
    ] {
        assert_eq!(told(PLAN, "表2 分区目标", &[heads, rows].concat()), expected, "{heads:?}");
    }
    let works =
        ["乡镇|步道（公里）|球场（个）|年度安排（个）|", "|||2029年|2030年", "柳河镇|12|5|1|2", "石桥镇|8|4|2|3"];
    assert_eq!(
        told(PLAN, "表2 场地建设", &works)[..4],
        [
            "柳河镇步道 12 公里 2030 level",
            "柳河镇球场 5 个 2030 level",
            "柳河镇年度安排 1 个 2029 level",
            "柳河镇年度安排 2 个 2030 level"
        ]
    );
}

#[test]
fn columns_of_one_year_are_told_apart() {
    let parts = ["指标|2025年|2030年||", "||合计|公立|民营", "每千人口床位数（张）|6.2|7|5.2|1.8"];
    assert_eq!(
        told(PLAN, "表2 床位配置", &parts),
        [
            "每千人口床位数合计 7 张 2030 6.2 level",
            "每千人口床位数公立 5.2 张 2030 6.2 level",
            "每千人口床位数民营 1.8 张 2030 6.2 level"
        ]
    );
    let places = ["指标|单位|全市|柳河县|石桥区", "粮食产量|万吨|86|12|28", "大棚|个|120|30|40"];
    assert_eq!(
        told("东山市2026年农业工作要点", "附件 2026年主要任务分解表", &places)[..3],
        [
            "粮食产量 860000 吨 2026 level",
            "柳河县 粮食产量 120000 吨 2026 level",
            "石桥区 粮食产量 280000 吨 2026 level"
        ]
    );
    let kinds = ["指标|2030年目标|2030年激励目标", "供水保证率（%）|92|95", "管网漏损率（%）|9|8"];
    assert!(told(PLAN, "表2 目标", &kinds).iter().all(|line| !line.contains("激励")));
}

#[test]
fn years_may_number_the_rows_below_heads_of_two_storeys() {
    let rows = [
        "年份|新建水厂（座）|管网（公里）|资金（万元）|",
        "|||省级|市级",
        "2029年|1|25|800|400",
        "2030年|2|40|1200|600",
    ];
    assert_eq!(
        told(PLAN, "表3 建设规模", &rows)[..4],
        [
            "新建水厂 1 座 2029 increment",
            "管网 25 公里 2029 level",
            "资金省级 8000000 元 2029 level",
            "资金市级 4000000 元 2029 level"
        ]
    );
}

#[test]
fn what_stands_for_itself_among_groups_is_a_row() {
    let rows = [
        "指标||单位|2030年",
        "事故起数下降||%|15",
        "灾害防治|治理率|%|95",
        "|预警信息覆盖率|%|99",
        "|受灾人次|人次|8000",
        "物资储备库||个|12",
    ];
    let all = told(PLAN, "表1 主要指标", &rows);
    assert_eq!([&all[0], &all[4]], ["事故起数下降 15 % 2030 decrement", "物资储备库 12 个 2030 level"]);
    let most = ["指标||单位|2030年", "供水保证率||%|92", "管网漏损率||%|9", "防洪|堤防达标率|%|95", "|水闸完好率|%|98"];
    let most = told(PLAN, "表1 主要指标", &most);
    assert_eq!(most[2..], ["堤防达标率 95 % 2030 level", "水闸完好率 98 % 2030 level"]);
}

#[test]
fn plans_follow_results_in_one_table() {
    let rows = [
        "指标|单位|2025年完成|增长（%）|2026年目标|增长（%）",
        "地区生产总值|亿元|520|6.1|555|6.5",
        "工业投资|亿元|32|4|34|5",
    ];
    let title = "东山市2025年计划执行情况与2026年计划草案的报告";
    assert_eq!(
        told(title, "附表1 2025年计划执行情况和2026年目标", &rows)[..2],
        ["地区生产总值 55500000000 元 2026 52000000000 level", "地区生产总值 6.5 % 2026 6.1 growth_rate"]
    );
    let ended = ["指标|2025年规划目标|2025年实际", "供水保证率（%）|92|95", "管网漏损率（%）|9|8"];
    assert!(
        told("东山市水利“十四五”规划总结评估报告", "表1 完成情况", &ended).iter().all(|line| line.starts_with('!'))
    );
}

#[test]
fn a_budget_gives_a_share_of_the_year_before() {
    let rows =
        ["科目|2025年执行数|2026年预算数|预算数为上年执行数的%", "教育支出|8200|8600|104.9", "合计|13300|13600|102.3"];
    assert_eq!(
        told("东山市2026年财政预算草案", "表1 2026年支出预算表\n单位：万元", &rows),
        [
            "教育支出 86000000 元 2026 82000000 level",
            "教育支出 104.9 % 2026 82000000 level",
            "合计 136000000 元 2026 133000000 level",
            "合计 102.3 % 2026 133000000 level"
        ]
    );
}

#[test]
fn measures_in_heads_belong_to_the_things_in_rows() {
    let rows = [
        "产业|营业收入（亿元）||新建基地（个）|",
        "|2025年|2030年|2025年|2030年",
        "新型显示|320|600|2|5",
        "绿色食品|150|280|3|6",
    ];
    let told = told(PLAN, "表1 产业目标", &rows);
    assert_eq!(told[0], "新型显示营业收入 60000000000 元 2030 32000000000 level");
    assert!(told[1].starts_with("新型显示新建基地 5 个 2030"), "{told:?}");
}

#[test]
fn bodies_stand_under_the_head_of_units() {
    let rows = ["单位|引进资金（亿元）|开工率（%）", "高新区|60|70", "城投集团|20|65", "滨江新城|35|60"];
    assert_eq!(
        told("东山市2026年招商工作方案", "附件 2026年任务分解表", &rows)[1..3],
        ["高新区开工率 70 % 2026 level", "城投集团引进资金 2000000000 元 2026 increment"]
    );
}

#[test]
fn cells_say_by_how_much_and_by_when() {
    let rows = [
        "指标|2025年|2030年|增幅",
        "研发人员①（人）|1200|1800|600人",
        "专利授权量[2]（件）|320|500|180件",
        "成果转化率注1（%）|42|50|8个百分点",
    ];
    assert_eq!(
        told(PLAN, "表1 主要指标", &rows)[2..],
        [
            "专利授权量 500 件 2030 320 level",
            "专利授权量 180 件 2030 320 increment",
            "成果转化率 50 % 2030 42 level",
            "成果转化率 8 个百分点 2030 42 increment"
        ]
    );
    let rows = [
        "指标|2025年|2030年",
        "乡镇覆盖率|82%|100%（2028年）",
        "水质达标率|90%|95%（2024年数据）",
        "综合排名|第8位|前5位",
    ];
    assert_eq!(told(PLAN, "表1 主要指标", &rows), ["乡镇覆盖率 100 % 2028 82 level", "综合排名 5 位 2030 8 level"]);
    let rows = ["指标|单位|2025年|2030年|年均增长率（%）", "粮食产量|万吨|45.6|52|2.7", "渔业产值|亿元|86|120|6.9"];
    assert_eq!(told(PLAN, "表1 主要指标", &rows)[1], "粮食产量 2.7 % 2030 456000 growth_rate");
    let rows = ["指标|2025年|2030年|累计增长", "接待游客|8万人次|20万人次|翻一番以上"];
    assert_eq!(told(PLAN, "表1 主要指标", &rows)[1], "接待游客 2 倍 2030 80000 cumulative_growth");
}

#[test]
fn groups_name_natures_and_targets_are_replaced() {
    let rows = [
        "指标|2025年|2030年",
        "一、约束性指标||",
        "湿地保护率（%）|52|56",
        "二、预期性指标||",
        "绿道里程（公里）|210|300",
    ];
    assert_eq!(
        told(PLAN, "表1 主要指标", &rows),
        ["湿地保护率 56 % 2030 52 level binding", "绿道里程 300 公里 2030 210 level expected"]
    );
    let rows = ["指标|原2030年目标|调整后2030年目标", "林木覆盖率（%）|35|36", "绿道里程（公里）|300|320"];
    assert_eq!(told(PLAN, "表1 指标调整", &rows), ["林木覆盖率 36 % 2030 level", "绿道里程 320 公里 2030 level"]);
}

#[test]
fn works_are_told_beside_what_they_cost() {
    let rows = ["项目名称|建设内容|总投资（亿元）", "南河水库|新增库容1200万立方米|8.6", "北岸灌区|改造干渠35公里|2.4"];
    assert_eq!(
        told(PLAN, "表5 重点工程", &rows)[..2],
        ["库容 12000000 立方米 2030 increment", "南河水库总投资 860000000 元 2030 level"]
    );
    let rows = ["建设内容|任务量（万亩）|其中|", "人工造林|30|竹林|18", "封山育林|45|—|—", "草原修复|62|—|—"];
    assert_eq!(told(PLAN, "表5 造林任务", &rows).len(), 4);
}

#[test]
fn rows_of_one_name_bear_that_of_their_group_or_place() {
    let rows = [
        "指标|2025年|2030年",
        "小学||",
        "在校生（万人）|48|51",
        "巩固率（%）|99|99.5",
        "初中||",
        "在校生（万人）|17|19",
    ];
    assert_eq!(
        told(PLAN, "表1 主要指标", &rows),
        [
            "小学在校生 510000 人 2030 480000 level",
            "巩固率 99.5 % 2030 99 level",
            "初中在校生 190000 人 2030 170000 level"
        ]
    );
    let rows = ["指标|单位|县区|2030年", "停车位|个|青禾县|60", "停车位|个|云溪县|90"];
    assert_eq!(told(PLAN, "表1 主要指标", &rows), ["青禾县 停车位 60 个 2030 level", "云溪县 停车位 90 个 2030 level"]);
    let rows = [
        "指标||2025年|2030年",
        "旅游业增加值|总量（亿元）|52|76",
        "|占GDP比重（%）|6|7.5",
        "过夜游客（万人次）||12|30",
    ];
    assert_eq!(
        told(PLAN, "表1 主要指标", &rows)[..2],
        ["旅游业增加值总量 7600000000 元 2030 5200000000 level", "旅游业增加值占GDP比重 7.5 % 2030 6 level"]
    );
}

#[test]
fn heads_and_names_say_by_how_much_rows_fall_or_grow() {
    let falls = ["指标|预期降幅", "渠系渗漏量|20%", "溺水事故起数|15%以上"];
    assert_eq!(
        told(PLAN, "表1 主要指标", &falls),
        ["渠系渗漏量 20 % 2030 decrement", "溺水事故起数 15 % 2030 decrement"]
    );
    let named = [
        "指标|单位|2025年|2030年",
        "渠系渗漏量下降幅度|%|—|18",
        "优质水源占比提高|百分点|—|6",
        "库区就业|人|3200|4600",
    ];
    assert_eq!(
        told(PLAN, "表1 主要指标", &named),
        [
            "渠系渗漏量下降幅度 18 % 2030 decrement",
            "优质水源占比提高 6 个百分点 2030 increment",
            "库区就业 4600 人 2030 3200 level"
        ]
    );
    let rates = ["指标|2025年|2030年", "新建泵站运行效率|0.7|＞0.8", "新建泵站（座）|—|8"];
    assert_eq!(
        told(PLAN, "表1 主要指标", &rates),
        ["新建泵站运行效率 0.8  2030 0.7 level", "新建泵站 8 座 2030 increment"]
    );
}

#[test]
fn what_falls_in_a_group_falls_in_its_parts() {
    let rows = [
        "指标||2025年|〔累计〕|属性",
        "灌溉水利用系数||0.58|—|约束性",
        "入河排污总量减少（%）|化学需氧量|—|〔12〕|约束性",
        "|氨氮|—|〔11〕|约束性",
    ];
    let expected = ["化学需氧量 12 % 2030 decrement binding", "氨氮 11 % 2030 decrement binding"];
    let named = expected.map(|one| format!("入河排污总量减少{one}"));
    assert_eq!(told(PLAN, "表1 主要指标", &rows), named);
    let cells = rows.join("|").replace("||", "|").replace('|', "\n");
    assert_eq!(told_of(PLAN, "表1 主要指标", &cells), expected);
}

#[test]
fn round_brackets_hold_sums_where_the_head_says_so() {
    let rows = [
        "指标|2025年|2030年|年均增长（累计）",
        "水利企业（家）|96|160|（64）",
        "供水保证率（%）|92|96|（4）",
        "水费收入（亿元）|4|6|8.4%",
    ];
    assert_eq!(
        told(PLAN, "表1 主要指标", &rows),
        [
            "水利企业 160 家 2030 96 level",
            "水利企业 64 家 2030 96 increment",
            "供水保证率 96 % 2030 92 level",
            "供水保证率 4 % 2030 92 cumulative_growth",
            "水费收入 600000000 元 2030 400000000 level",
            "水费收入 8.4 % 2030 400000000 growth_rate"
        ]
    );
}

#[test]
fn remarks_tell_what_is_added() {
    let rows = ["指标|2025年|2030年|备注", "水利学会（家）|16|30|五年新增14家", "泵站（座）|20|26|新增农村泵房3座"];
    assert_eq!(
        told(PLAN, "表1 主要指标", &rows),
        ["水利学会 30 家 2030 16 level", "水利学会 14 家 2030 16 increment", "泵站 26 座 2030 20 level"]
    );
}

#[test]
fn shares_of_heads_start_from_no_number_of_things() {
    let rows = [
        "乡镇|2025年现有床位（张）|2030年规划床位（张）|2030年每千人口床位数（张）",
        "柳河镇|86|120|6.2",
        "石桥镇|64|90|6.5",
    ];
    assert_eq!(
        told(PLAN, "附件1 床位分解表", &rows)[..2],
        ["柳河镇规划床位 120 张 2030 86 level", "柳河镇每千人口床位数 6.2 张 2030 level"]
    );
}

#[test]
fn years_head_columns_beside_any_name() {
    let rows = ["片区|2028年|2029年|2030年", "柳河镇|1|2|1", "石桥镇|0|1|3"];
    let expected = told(PLAN, "附件 泵站建设任务表\n单位：座", &rows);
    assert_eq!(expected.len(), 6);
    for sign in [" ", "\n", "   "] {
        let body = rows.join(if sign == "\n" { "|" } else { "\n" }).replace('|', sign);
        assert_eq!(told_of(PLAN, "附件 泵站建设任务表\n单位：座", &body), expected, "{sign:?}");
    }
}

#[test]
fn whole_rows_of_cells_are_read_below_any_heads() {
    let rows = ["片区|步道|球场|游园", "柳河镇|12|2|1", "石桥镇|8|1|3", "全市|20|3|4"];
    let expected = told(PLAN, "附件 场地建设任务表\n单位：个", &rows);
    assert_eq!(expected.len(), 9);
    assert_eq!(told_of(PLAN, "附件 场地建设任务表\n单位：个", &rows.join("|").replace('|', "\n")), expected);
    let worded = ["指标|2025年|2030年", "供水保证率（%）|92|96左右", "水文化|—|显著提升", "泵站（座）|8|10—12"];
    let cells = worded.join("|").replace('|', "\n");
    assert_eq!(told_of(PLAN, "表1 主要指标", &cells), told(PLAN, "表1 主要指标", &worded));
}

#[test]
fn bars_close_cells_that_have_a_line_each() {
    let rows = [
        "序号|指标|2025年|2030年|备注",
        "1|供水保证率（%）|92|96|",
        "2|灌溉面积（公顷）|60|72|含恢复",
        "3|泵站（座）|8|12|",
    ];
    let expected = told(PLAN, "表1 主要指标", &rows);
    let cells: Vec<String> = rows.iter().flat_map(|row| row.split('|')).map(|cell| format!("{cell} |")).collect();
    let body = cells.join("\n").replace("\n |", "\n|");
    assert_eq!(told_of(PLAN, "表1 主要指标", &body), expected);
    assert_eq!(expected.len(), 3);
}

#[test]
fn heads_below_others_may_stand_behind_them_all() {
    let numbered = "序号 乡镇 2025年现有 规划新增 2030年每千人口座数\n2028年 2029年 2030年\n1 柳河镇 86 30 42 45 4.6\n2 石桥镇 64 26 30 32 4.5\n3 云溪镇 21 10 18 22 4.5";
    for body in [numbered.to_owned(), numbered.replace(' ', "\n")] {
        let found = told_of(PLAN, "附件1 泵站建设任务表\n单位：座", &body);
        assert_eq!(found[0], "柳河镇规划新增 30 座 2028 86 increment", "{found:?}");
        assert_eq!(found[3], "柳河镇每千人口座数 4.6 座 2030 level", "{found:?}");
    }
    let grouped = "指标 2025年 2030年 属性\n目标 年均/累计\n供水 供水保证率（%） 92 96 〔4〕 预期性\n管网漏损率（%） 12 9 — 约束性\n灌溉 灌溉面积（公顷） 60 72 — 预期性\n渠系水利用系数 0.5 0.6 — 预期性";
    for body in [grouped.to_owned(), grouped.replace(' ', "\n")] {
        let found = told_of(PLAN, "表1 主要指标", &body);
        assert_eq!(
            found[..3],
            [
                "供水保证率 96 % 2030 92 level expected",
                "供水保证率 4 % 2030 92 cumulative_growth expected",
                "管网漏损率 9 % 2030 12 level binding"
            ],
            "{found:?}"
        );
    }
}

#[test]
fn parts_of_the_same_measure_have_the_unit_of_the_whole() {
    let rows = [
        "指标|2020年|2025年",
        "1. 公路通车里程（公里）|500|550",
        "其中：高速公路建成里程|16|19",
        "2. 货运量（万吨）|300|360",
        "其中：铁路占比|20|30",
    ];
    assert_eq!(
        told("云岭市“十四五”交通规划", "主要指标", &rows),
        [
            "公路通车里程 550 公里 2025 500 level",
            "高速公路建成里程 19 公里 2025 16 level",
            "货运量 3600000 吨 2025 3000000 level",
            "铁路占比 30  2025 20 level",
        ]
    );
}
