//! Tables in forms drawn at random: what their heads are called, where units, groups, numbers and natures stand, and which columns
//! they have beside names and targets.

use crate::drawn::{Draw, SHAPES};

/// A row: group, name, unit, start, target.
const ROWS: [[&str; 5]; 12] = [
    ["产业", "规上工业总产值", "亿元", "460", "680"],
    ["产业", "研发投入强度", "%", "2.1", "2.8"],
    ["产业", "科技型中小企业", "家", "86", "150"],
    ["生态", "森林覆盖率", "%", "43.6", "44.5"],
    ["生态", "万元产值用水量", "立方米", "42", "36"],
    ["生态", "灌溉水有效利用系数", "—", "0.58", "0.61"],
    ["交通", "高速公路里程", "公里", "286", "358"],
    ["交通", "公路桥梁优良比例", "%", "91", "96"],
    ["民生", "3岁以下婴幼儿托位", "个", "310", "460"],
    ["民生", "5G基站数", "个", "420", "900"],
    ["民生", "城镇调查失业率", "%", "5.2", "5.5"],
    ["民生", "平均受教育年限", "年", "11.2", "11.8"],
];

const NAMES: [&str; 8] = ["指标", "指标名称", "主要指标", "项目", "具体指标", "考核指标", "主要发展指标", "监测指标"];
const STARTS: [&str; 6] = ["2025年", "2025年实际", "基期值（2025年）", "现状值", "2025年底", "2025年完成值"];
const TARGETS: [&str; 6] = ["2030年", "2030年目标", "目标值", "规划目标（2030年）", "到2030年", "2030年规划值"];
const UNITS: [&str; 2] = ["单位", "计量单位"];
const NATURES: [&str; 3] = ["属性", "指标性质", "指标类型"];
const BODIES: [&str; 3] = ["市统计局", "市发展改革委", "市教育局、市人力资源社会保障局"];

/// Where the unit of a row stands.
const UNIT_PLACES: [fn(&str, &str) -> String; 4] = [
    |name, unit| format!("{name}（{unit}）"),
    |name, unit| format!("{name}（单位：{unit}）"),
    |name, unit| format!("{name}/{unit}"),
    |name, _| name.to_owned(),
];

/// Where the group of a row stands.
#[derive(Clone, Copy, PartialEq)]
enum Groups {
    None,
    /// Beside each row.
    Beside,
    /// Beside the first of its rows.
    First,
    /// On a line above its rows, with a number.
    Above,
}

/// The table that `draw` gives: its rows, and name, unit, start and target of each statement in it.
fn table(draw: &mut Draw) -> (Vec<Vec<String>>, Vec<String>) {
    let mut rows: Vec<usize> = (0..ROWS.len()).collect();
    draw.shuffle(&mut rows);
    rows.truncate(5 + draw.below(6));
    rows.sort_unstable();
    let place = draw.below(UNIT_PLACES.len());
    let own_unit = place == 3;
    let groups = [Groups::None, Groups::Beside, Groups::First, Groups::Above][draw.below(4)];
    let (numbered, started, natured, answered) =
        (draw.below(2) == 0, draw.below(4) > 0, draw.below(2) == 0, draw.below(4) == 0);
    let label = if numbered {
        |_: usize| String::new()
    } else {
        [|_| String::new(), |at| format!("{at}."), |at| format!("（{at}）")][draw.below(3)]
    };
    let grouped = matches!(groups, Groups::Beside | Groups::First);
    let columns =
        |all: [(bool, String); 8]| all.into_iter().filter(|(has, _)| *has).map(|(_, cell)| cell).collect::<Vec<_>>();
    let heads = [
        draw.of(&["序号", "编号"]),
        draw.of(&["类别", "领域"]),
        draw.of(&NAMES),
        draw.of(&UNITS),
        draw.of(&STARTS),
        draw.of(&TARGETS),
        draw.of(&NATURES),
        draw.of(&["责任单位", "牵头部门"]),
    ];
    let has = [numbered, grouped, true, own_unit, started, true, natured, answered];
    let mut lines = vec![columns(std::array::from_fn(|at| (has[at], heads[at].to_owned())))];
    let mut stated = Vec::new();
    let mut over = 0;
    for (at, &row) in rows.iter().enumerate() {
        let [group, name, unit, start, target] = ROWS[row];
        let first = at == 0 || ROWS[rows[at - 1]][0] != group;
        if groups == Groups::Above && first {
            over += 1;
            let numeral = ["一", "二", "三", "四"][over - 1];
            let mut line = vec![String::new(); lines[0].len()];
            line[0] = format!("（{numeral}）{group}");
            lines.push(line);
        }
        let bare = if unit == "—" { "" } else { unit };
        let named = if bare.is_empty() { name.to_owned() } else { UNIT_PLACES[place](name, bare) };
        let nature = ["约束性", "预期性"][draw.below(2)];
        let cells = [
            (at + 1).to_string(),
            if groups == Groups::Beside || first { group.to_owned() } else { String::new() },
            format!("{}{named}", label(at + 1)),
            unit.to_owned(),
            start.to_owned(),
            target.to_owned(),
            nature.to_owned(),
            draw.of(&BODIES).to_owned(),
        ];
        lines.push(columns(std::array::from_fn(|at| (has[at], cells[at].clone()))));
        let shown = |has: bool, text: &str| if has { text.to_owned() } else { String::new() };
        stated.push(crate::drawn::statement(name, target, &shown(started, start), &shown(natured, nature)));
    }
    stated.sort();
    (lines, stated)
}

/// Shapes from which a share of the tables is not read back, with the least share that is: nothing shows where empty cells stood.
const LOSSY: [(&str, usize); 5] =
    [("two spaces", 98), ("a space", 98), ("a cell a line", 91), ("a cell a line, set apart", 95), ("one line", 75)];

#[test]
fn tables_in_drawn_forms_are_read_back() {
    const DRAWN: usize = 60;
    let mut draw = Draw(11);
    let tables: Vec<_> = (0..DRAWN).map(|_| table(&mut draw)).collect();
    let mut faults = String::new();
    for (shape, write) in SHAPES {
        let lost: Vec<_> = tables.iter().filter(|(rows, stated)| crate::drawn::read(&write(rows)) != *stated).collect();
        let least = LOSSY.iter().find(|(lossy, _)| *lossy == shape).map_or(100, |(_, least)| *least);
        if (DRAWN - lost.len()) * 100 < least * DRAWN {
            faults += &format!("{shape}: {} of {DRAWN} lost\n", lost.len());
            if let Some((rows, stated)) = lost.first() {
                faults += &format!("{}\n{:#?}\n{stated:#?}\n", write(rows), crate::drawn::read(&write(rows)));
            }
        }
    }
    assert!(faults.is_empty(), "{faults}");
}
