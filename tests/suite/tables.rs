//! One table of indicators in every order of columns and every state that pages, PDF files and crawlers leave it in: the same
//! targets.

use std::collections::BTreeSet;

use plan::{
    analysis::{Record, analyze},
    number::Number,
    quantity::Comparator,
    source::Source,
    statement::{Change, Modality, Nature, Status},
};

/// Group, indicator, unit, 2025, 2030, yearly or total, nature.
const ROWS: [[&str; 7]; 9] = [
    ["经济发展", "累计建成高速公路里程", "公里", "100", "150", "—", "预期性"],
    ["经济发展", "地区生产总值", "亿元", "860", "1200", "6.5左右", "预期性"],
    ["经济发展", "全员劳动生产率", "万元/人", "15.2", "20", "—", "预期性"],
    ["经济发展", "研发经费投入增长", "%", "—", "—", ">8", "预期性"],
    ["民生福祉", "城镇调查失业率", "%", "5.1", "＜5.5", "—", "预期性"],
    ["民生福祉", "劳动年龄人口平均受教育年限", "年", "11.1", "11.8", "—", "约束性"],
    ["绿色生态", "单位地区生产总值能源消耗降低", "%", "—", "—", "〔13.5〕", "约束性"],
    ["绿色生态", "森林覆盖率", "%", "68.2", "68.5", "—", "约束性"],
    ["安全保障", "粮食综合生产能力", "万吨", "42", "≥43", "—", "约束性"],
];

/// The value cells of each indicator, as they must be found.
fn expected() -> BTreeSet<(String, String)> {
    let cells = ROWS.iter().flat_map(|row| [(row[1], row[4]), (row[1], row[5])]);
    cells.filter(|(_, cell)| *cell != "—").map(|(name, cell)| (name.to_owned(), bare(cell))).collect()
}

/// A cell without marks, bounds and white space.
fn bare(cell: &str) -> String {
    cell.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect()
}

/// A header and its rows.
type Table = (Vec<Vec<String>>, Vec<Vec<String>>);

fn table(heads: &[&[&str]], cells: impl Fn(usize, &[&'static str; 7]) -> Vec<String>) -> Table {
    let heads = heads.iter().map(|row| row.iter().map(|&cell| cell.to_owned()).collect()).collect();
    (heads, ROWS.iter().enumerate().map(|(at, row)| cells(at + 1, row)).collect())
}

/// The table in several orders of columns; where groups have a column, they stand beside their first row alone.
fn orders() -> Vec<(&'static str, Table)> {
    let group = |at: usize, row: &[&str; 7]| {
        let first = at == 1 || ROWS[at - 2][0] != row[0];
        if first { row[0].to_owned() } else { String::new() }
    };
    let with_unit = |row: &[&str; 7]| format!("{}（{}）", row[1], row[2]);
    let pick = |row: &[&str; 7], which: &[usize]| which.iter().map(|&at| row[at].to_owned()).collect::<Vec<_>>();
    let led = |mut first: Vec<String>, rest: Vec<String>| {
        first.extend(rest);
        first
    };
    vec![
        (
            "groups and numbers",
            table(
                &[&["类别", "序号", "指标", "单位", "2025年", "2030年", "年均增长〔累计〕", "属性"]],
                |at, row| led(vec![group(at, row), at.to_string()], pick(row, &[1, 2, 3, 4, 5, 6])),
            ),
        ),
        (
            "numbers",
            table(
                &[&["序号", "指标名称", "单位", "2025年基期值", "2030年目标值", "年均增速/累计（%）", "指标属性"]],
                |at, row| led(vec![at.to_string()], pick(row, &[1, 2, 3, 4, 5, 6])),
            ),
        ),
        (
            "groups",
            table(&[&["类别", "指标", "2025年", "2030年", "年均/累计", "属性"]], |at, row| {
                led(vec![group(at, row), with_unit(row)], pick(row, &[3, 4, 5, 6]))
            }),
        ),
        (
            "natures in the middle",
            table(&[&["指标", "单位", "属性", "2025年", "2030年", "年均〔累计〕"]], |_, row| {
                pick(row, &[1, 2, 6, 3, 4, 5])
            }),
        ),
        (
            "no natures",
            table(&[&["指标", "2025年", "2030年", "年均/累计"]], |_, row| {
                led(vec![with_unit(row)], pick(row, &[3, 4, 5]))
            }),
        ),
        (
            "units that answer",
            table(
                &[&["序号", "指标", "单位", "2025年", "2030年", "年均/累计", "责任部门"]],
                |at, row| {
                    let mut cells = led(vec![at.to_string()], pick(row, &[1, 2, 3, 4, 5]));
                    cells.push("市发展改革委".to_owned());
                    cells
                },
            ),
        ),
        (
            "two rows of header",
            table(
                &[&["类别", "指标", "2025年", "“十五五”目标", "", "属性"], &["", "", "", "2030年", "年均/累计", ""]],
                |_, row| led(vec![row[0].to_owned(), with_unit(row)], pick(row, &[3, 4, 5, 6])),
            ),
        ),
        (
            "last plan's targets",
            table(
                &[&[
                    "序号",
                    "指标",
                    "单位",
                    "“十四五”规划目标",
                    "2025年实际",
                    "2030年目标",
                    "年均增长〔累计〕",
                    "属性",
                ]],
                |at, row| {
                    let numbered = vec![at.to_string(), row[1].to_owned(), row[2].to_owned(), "77".to_owned()];
                    led(numbered, pick(row, &[3, 4, 5, 6]))
                },
            ),
        ),
    ]
}

/// The cells of a table in the states in which texts have them.
fn states((heads, rows): &Table) -> Vec<(&'static str, String)> {
    let all = || heads.iter().chain(rows);
    let filled = |row: &[String]| row.iter().filter(|cell| !cell.is_empty()).cloned().collect::<Vec<_>>();
    let joined = |by: &str, cells: &str| all().map(|row| filled(row).join(cells)).collect::<Vec<_>>().join(by);
    let rule = vec!["---".to_owned(); heads[0].len()];
    let bars = |row: &Vec<String>| format!("| {} |", row.join(" | "));
    let markdown: Vec<String> = [&heads[0], &rule].into_iter().chain(&heads[1..]).chain(rows).map(bars).collect();
    let page = rows.len() / 2;
    let pages = [&rows[..page], &rows[page..]]
        .map(|rows| heads.iter().chain(rows).map(|row| filled(row).join("\n")).collect::<Vec<_>>().join("\n"));
    vec![
        ("tabs", all().map(|row| row.join("\t")).collect::<Vec<_>>().join("\n")),
        ("a cell a line", joined("\n", "\n")),
        ("a cell a line, set apart", joined("\n\n", "\n\n")),
        ("spaces", joined("\n", " ")),
        ("all on one line", joined(" ", " ")),
        ("Markdown", markdown.join("\n")),
        ("two pages", pages.join("\n— 12 —\n")),
    ]
}

/// The result for `document`, as files have it.
pub(crate) fn read(document: &str) -> serde_json::Value {
    let analysis = analyze(Source { name: "plan.txt", bytes: document.as_bytes() }).expect("it reads").analysis;
    serde_json::to_value(analysis).expect("JSON")
}

#[test]
fn every_order_and_state_gives_the_same_targets() {
    for (order, table) in orders() {
        for (state, text) in states(&table) {
            let document = format!(
                "云岭市国民经济和社会发展第十五个五年规划纲要\n第一章 主要目标\n到2030年，综合实力显著增强。\n\
                 专栏1 “十五五”主要指标\n{text}\n注：〔〕内为五年累计数。\n第二章 产业\n加快发展制造业。\n"
            );
            let result = read(&document);
            let commitments = result["commitments"].as_array().expect("a list");
            let numbered = commitments.iter().filter(|one| one["kind"] == "quantity");
            let found: BTreeSet<(String, String)> = numbered
                .map(|one| {
                    let cell = bare(one["source"]["quote"].as_str().unwrap_or(""));
                    (one["indicator"].as_str().unwrap_or("").to_owned(), cell)
                })
                .collect();
            assert_eq!(found, expected(), "{order}, {state}");
            let binding = commitments.iter().filter(|one| one["nature"] == "binding").count();
            let natures = !matches!(order, "no natures" | "units that answer");
            assert_eq!(binding, if natures { 4 } else { 0 }, "{order}, {state}");
        }
    }
}

/// The quantities of a plan with `body` below its goals: indicator, value, unit, change.
fn quantities(body: &str) -> Vec<[String; 4]> {
    let document = format!(
        "云岭市国民经济和社会发展第十五个五年规划纲要\n发文：云岭市 成文日期：2026-01-14 发布日期：2026-03-05\n\
         第一章 主要目标\n{body}\n第二章 产业\n加快发展制造业。\n"
    );
    let result = read(&document);
    assert_eq!(result["document"]["published"], "2026-03-05");
    let all = result["commitments"].as_array().expect("a list");
    let text = |value: &serde_json::Value| value.to_string().trim_matches('"').to_owned();
    let cells = all.iter().filter(|one| one["kind"] == "quantity").map(|one| {
        let quantity = &one["quantity"];
        [text(&one["indicator"]), text(&quantity["value"]), text(&quantity["unit"]), text(&quantity["change"])]
    });
    cells.collect()
}

fn row(cells: [&str; 4]) -> [String; 4] {
    cells.map(str::to_owned)
}

#[test]
fn prose_behind_a_table_on_its_line_is_no_part_of_it() {
    let found = quantities(
        "指标 单位 属性 2025年 2030年 森林覆盖率 % 约束性 50 55 城镇化率 % 预期性 60 66 普惠率 % 约束性 80 90 \
         到2030年，新建中小学50所，新增养老床位3000张，建成绿道120公里。",
    );
    for expected in [row(["中小学", "50", "所", "increment"]), row(["绿道", "120", "公里", "increment"])] {
        assert!(found.contains(&expected), "{found:?}");
    }
}

#[test]
fn a_yearly_amount_is_no_rate() {
    let found = quantities(
        "指标\t单位\t2025年\t2030年\t年均新增\t属性\n常住人口\t万人\t1000\t1010\t2\t预期性\n\
         技能人才\t万人\t40\t50\t2.5\t预期性\n",
    );
    assert!(found.contains(&row(["常住人口", "20000", "人", "increment"])), "{found:?}");
    let found = quantities(
        "指标\t单位\t2025年\t2030年\t年均增长\t属性\n工业增加值\t亿元\t400\t520\t5.5\t预期性\n森林蓄积量\t万立方米\t80\t90\t—\t约束性\n",
    );
    assert!(found.contains(&row(["工业增加值", "5.5", "%", "growth_rate"])), "{found:?}");
}

/// The targets of a plan with `body` below its goals: indicator, value, unit, deadline, baseline.
pub(crate) fn targets(body: &str) -> Vec<String> {
    let document = format!(
        "云岭市国民经济和社会发展第十五个五年规划纲要\n第一章 主要目标\n表1 主要指标\n{body}\n第二章 产业\n加快发展制造业。\n"
    );
    let result = read(&document);
    let all = result["commitments"].as_array().expect("a list");
    let text = |value: &serde_json::Value| value.to_string().trim_matches('"').to_owned();
    let quantities = all.iter().filter(|one| one["kind"] == "quantity");
    quantities
        .map(|one| {
            let quantity = &one["quantity"];
            let parts = [
                &one["indicator"],
                &quantity["value"],
                &quantity["unit"],
                &one["deadline"]["year"],
                &one["baseline"]["value"],
            ];
            parts.map(text).join(" ")
        })
        .collect()
}

/// Columns of a table by head, and the cells of two rows below.
const COLUMNS: [(&str, [&str; 2]); 5] = [
    ("指标", ["道路里程", "绿化覆盖率"]),
    ("单位", ["公里", "%"]),
    ("2025年", ["120", "41"]),
    ("2030年", ["150", "43.5"]),
    ("属性", ["预期性", "约束性"]),
];

/// All orders of so many columns.
fn orders_of(columns: usize) -> Vec<Vec<usize>> {
    let mut orders = vec![Vec::new()];
    for _ in 0..columns {
        let longer = |order: &Vec<usize>| {
            let free: Vec<usize> = (0..columns).filter(|column| !order.contains(column)).collect();
            free.into_iter().map(|column| [order.as_slice(), &[column]].concat()).collect::<Vec<_>>()
        };
        orders = orders.iter().flat_map(longer).collect();
    }
    orders
}

#[test]
fn columns_may_stand_in_any_order_and_heads_down_the_side() {
    let expected = ["道路里程 150 公里 2030 120", "绿化覆盖率 43.5 % 2030 41"];
    for order in orders_of(COLUMNS.len()) {
        let row = |at: Option<usize>| order.iter().map(move |&col| at.map_or(COLUMNS[col].0, |at| COLUMNS[col].1[at]));
        let rows: Vec<Vec<&str>> = [None, Some(0), Some(1)].into_iter().map(|at| row(at).collect()).collect();
        let tabs = rows.iter().map(|row| row.join("\t")).collect::<Vec<_>>().join("\n");
        let bars = rows.iter().map(|row| format!("| {} |", row.join(" | "))).collect::<Vec<_>>().join("\n");
        for text in [tabs, bars] {
            assert_eq!(targets(&text), expected, "{text}");
        }
    }
    let turned = "指标\t道路里程\t绿化覆盖率\n单位\t公里\t%\n2025年\t120\t41\n2030年\t150\t43.5\n";
    assert_eq!(targets(turned), expected);
    let beside =
        "指标\t单位\t2030年\t指标\t单位\t2030年\n道路里程\t公里\t150\t绿化覆盖率\t%\t43.5\n桥\t座\t3\t站\t个\t7\n";
    assert_eq!(targets(beside).len(), 4, "{:?}", targets(beside));
}

#[test]
fn single_spaces_are_read_by_what_they_part() {
    let turned = "指标 粮食产量 绿道里程\n单位 万吨 公里\n2025年 42 310\n2030年 45 420\n";
    assert_eq!(targets(turned), ["粮食产量 450000 吨 2030 420000", "绿道里程 420 公里 2030 310"]);
    let grouped = "领域 指标名称 现状值 目标值 责任单位\n水利 水库库容（万立方米） 320 380 市水利局\n灌溉面积（万亩） 12 13.5 市水利局\n\
                   交通 公路里程（公里） 560 600 市交通运输局\n客运站（个） 8 12 市交通运输局\n";
    let found = targets(grouped);
    assert_eq!(found[0], "水库库容 3800000 立方米 2030 3200000", "{found:?}");
    assert_eq!(found[2..], ["公路里程 600 公里 2030 560", "客运站 12 个 2030 8"]);
    let bracketed = "指标 2030 年 属性\n一、产业（2 项）\n产业园（个） 12 预期性\n研发强度（%） 2.55 / 3.45 预期性\n城镇化率（%） 67 预期性\n";
    let found = targets(bracketed);
    assert!(found[1].starts_with("研发强度 ") && found.contains(&"城镇化率 67 % 2030 null".to_owned()), "{found:?}");
}

#[test]
fn prose_with_many_numbers_opens_no_table() {
    let body = "重点建设三大片区、12 个园区，新增就业 5 万人，培训 12 万人次，新建校舍 3 万平方米、\n改造管网 30 公里、道路 \
                20 公里，新增停车位 300 个、床位 1500 张、绿地 40 公顷；治理河道 15 公里。";
    let document = format!(
        "云岭市国民经济和社会发展第十五个五年规划纲要\n第一章 主要目标\n{body}\n第二章 产业\n加快发展制造业。\n"
    );
    let analysis = analyze(Source { name: "prose.txt", bytes: document.as_bytes() }).expect("it reads").analysis;
    assert!(analysis.tables.is_empty(), "{:?}", analysis.tables);
}

#[test]
fn a_sentence_behind_rows_parted_by_single_spaces_is_none_of_them() {
    let rows = "指标 单位 2025年 2030年\n绿道里程 公里 45 60\n公园 座 7 9\n广场 个 12 15\n";
    let alone = targets(rows);
    assert_eq!(alone.len(), 3, "{alone:?}");
    let followed = targets(&format!("{rows}到 2030 年 建成 3 个 产业园区 新增就业 5 万人。\n"));
    assert_eq!(followed[..3], alone[..]);
    assert!(followed[3..].iter().all(|said| !said.starts_with("到")), "{followed:?}");
    // Half a row under heads that return.
    let beside = "指标 2025年 2030年 指标 2025年 2030年\n绿道（公里） 45 60 公园（座） 7 9\n步道（公里） 5 8 湿地（处） 2 3\n广场（个） 12 15\n";
    assert_eq!(targets(beside).len(), 5, "{:?}", targets(beside));
}

#[test]
fn forms_of_cells() {
    for (name, cell, expected) in [
        ("城镇化率（%）", "63→67.5", vec!["城镇化率 67.5 % 2030 63"]),
        ("失业率（%）", "5左右，力争4.5", vec!["失业率 5 % 2030 null", "失业率 4.5 % 2030 null"]),
        (
            "技能培训（万人次）",
            "〔5〕（其中农民工〔2〕）",
            vec!["技能培训 50000 人次 2030 null", "农民工 20000 人次 2030 null"],
        ),
        ("发明专利（件）", "32（2025年25）", vec!["发明专利 32 件 2030 25"]),
        (
            "森林/草原火灾受害率（‰）",
            "≤0.7/≤1.8",
            vec!["森林火灾受害率 0.7 ‰ 2030 null", "草原火灾受害率 1.8 ‰ 2030 null"],
        ),
    ] {
        let body = format!("指标\t2030年\n{name}\t{cell}\n道路里程（公里）\t150\n");
        let mut expected: Vec<String> = expected.into_iter().map(str::to_owned).collect();
        expected.push("道路里程 150 公里 2030 null".to_owned());
        assert_eq!(targets(&body), expected, "{cell}");
    }
}

/// Shapes from which a share of the drawn tables is not read back, with the least share that is.
///
/// Without anything that parts rows or marks missing cells, the text itself may be read in several ways; see `docs/tables.md`.
const LOSSY: [(&str, usize); 4] = [
    // A unit or a group beside a value may belong to either.
    ("a space", 95),
    // Where values open rows, or names stand between them, a name may belong to the values before it or behind it.
    ("a cell a line", 87),
    ("a cell a line, set apart", 87),
    ("one line", 85),
];

#[test]
fn drawn_tables_are_read_back_from_every_shape() {
    const DRAWN: usize = 200;
    let mut draw = crate::drawn::Draw(7);
    let plans: Vec<crate::drawn::Plan> = (0..DRAWN).map(|_| draw.plan()).collect();
    let mut faults = Vec::new();
    for (shape, write) in crate::drawn::SHAPES {
        let lost: Vec<&crate::drawn::Plan> =
            plans.iter().filter(|plan| crate::drawn::read(&write(&plan.rows())) != plan.expected()).collect();
        let least = LOSSY.iter().find(|(lossy, _)| *lossy == shape).map_or(100, |(_, least)| *least);
        if (DRAWN - lost.len()) * 100 < least * DRAWN {
            let text = write(&lost[0].rows());
            let read = crate::drawn::read(&text);
            faults.push(format!(
                "{shape}: {} of {DRAWN} lost; first:\n{text}\n{read:#?}\n{:#?}",
                lost.len(),
                lost[0].expected()
            ));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

/// What a reader finds in a table, as the files beside `fixtures/tables` say.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Stated {
    quote: String,
    status: Status,
    indicator: String,
    value: Number,
    upper: Option<Number>,
    unit: Option<String>,
    comparator: Comparator,
    change: Change,
    baseline: Option<Number>,
    planned: Option<Number>,
    deadline: i32,
    #[serde(default)]
    modality: Modality,
    nature: Option<Nature>,
}

impl Stated {
    fn shown(&self) -> String {
        let Self { quote, status, indicator, value, upper, comparator, change, .. } = self;
        let Self { baseline, planned, deadline, modality, nature, unit, .. } = self;
        let unit = unit.as_deref().unwrap_or("");
        format!(
            "{indicator} | {quote} | {status:?} {comparator:?} {value} {upper:?} {unit} {change:?} < {baseline:?} planned {planned:?} \
             by {deadline} {modality:?} {nature:?}"
        )
    }

    fn of(record: &Record) -> Option<Self> {
        let quantity = record.quantity.as_ref()?;
        Some(Self {
            quote: record.source.quote.to_string(),
            status: record.status,
            indicator: record.indicator.to_string(),
            value: quantity.value,
            upper: quantity.upper(),
            unit: Some(quantity.unit.to_string()),
            comparator: quantity.comparator,
            change: quantity.change,
            baseline: record.baseline.as_ref().map(|start| start.value),
            planned: record.planned.as_ref().map(|planned| planned.value),
            deadline: record.deadline.as_ref().map_or(0, |deadline| deadline.year),
            modality: record.modality,
            nature: record.nature,
        })
    }
}

/// Whole short plans with the tables that such plans hold, each in another medium, kind and sector: every statement with all its
/// fields, and nothing else.
#[test]
fn tables_of_invented_plans_are_read_whole() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/tables");
    let mut files: Vec<_> =
        std::fs::read_dir(&folder).expect("it is there").map(|file| file.expect("a file").path()).collect();
    files.sort();
    let mut wrong = String::new();
    for file in files.iter().filter(|file| file.extension().is_some_and(|end| end != "yaml")) {
        let bytes = std::fs::read(file).expect("it reads");
        let name = file.file_name().and_then(|name| name.to_str()).expect("a name");
        let analysis = analyze(Source { name, bytes: &bytes }).expect("it reads").analysis;
        let found = analysis.commitments.iter().chain(&analysis.achievements).filter_map(Stated::of);
        let found: BTreeSet<String> = found.map(|stated| stated.shown()).collect();
        let gold = std::fs::read_to_string(file.with_extension("yaml")).expect("what it says stands beside it");
        let gold: Vec<Stated> = plan::yaml::from_str(&gold).unwrap_or_else(|error| panic!("{name}: {error}"));
        let gold: BTreeSet<String> = gold.iter().map(Stated::shown).collect();
        assert!(!gold.is_empty(), "{name}");
        gold.difference(&found).for_each(|lost| wrong += &format!("{name}: lost  {lost}\n"));
        found.difference(&gold).for_each(|more| wrong += &format!("{name}: found {more}\n"));
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
