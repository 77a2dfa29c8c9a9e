//! Grids from their cells to what they are read as.

use super::{
    Cell, Context, Grid, Origin, Reading, Record, Role, Traits,
    evidence::{Evidence, telling},
    heads,
    known::Known,
    roles,
    sheet::Sheet,
};
use crate::span::Span;

/// The table with these rows, cells parted by `|`.
pub(super) fn grid(rows: &[&str]) -> Grid {
    let text = rows.join("\n");
    let mut at = 0;
    let mut cell = |cell: &str| {
        let span = Span::new(at, at + cell.len());
        at += cell.len() + 1;
        span
    };
    let cells: Vec<Vec<Span>> = rows.iter().map(|row| row.split('|').map(&mut cell).collect()).collect();
    Grid::of_rows(&text, &cells, Origin::Medium, Span::new(0, text.len()))
}

/// What that table is read as.
fn read(rows: &[&str]) -> Reading {
    roles::read(&grid(rows), &Context::default()).expect("a table")
}

fn roles_of(reading: &Reading) -> Vec<Role> {
    reading.parts[0].columns.iter().map(|column| column.role).collect()
}

#[test]
fn a_title_over_the_heads_is_no_head_and_may_name_the_unit() {
    let reading = read(&["主要目标（单位：公里）||", "指标|2025年|2030年", "绿道|45|60", "公路|70|90"]);
    assert_eq!(reading.units.of(false), Some("公里"));
    assert_eq!(roles_of(&reading), [Role::Name, Role::Value, Role::Value]);
    assert_eq!((reading.parts[0].heads.len(), reading.parts[0].records.len()), (1, 2));
    assert_eq!(reading.parts[0].columns[1].head.text, "2025年");
}

#[test]
fn a_label_and_a_caption_in_two_cells_are_a_title() {
    let titled = read(&["表1|主要指标|", "指标|2025年|2030年", "道路（公里）|120|150", "绿化（%）|41|43.5"]);
    assert_eq!(titled.parts[0].columns[1].head.year, Some(2025));
    let headed = read(&["指标|2025年|", "|实际|目标", "道路（公里）|120|150", "绿化（%）|41|43.5"]);
    assert_eq!(headed.parts[0].columns[1].head.text, "2025年实际");
}

#[test]
fn heads_below_rows_without_heads_open_no_table() {
    let reading = read(&["绿道|45", "公园|7", "指标|2030年", "湿地|1200"]);
    assert_eq!(reading.parts.len(), 1);
}

#[test]
fn a_row_of_one_cell_is_no_evidence_for_its_column() {
    let grid = grid(&["一、生态|", "绿道|45", "公园|", "|"]);
    let traits: Vec<Traits> = grid.cells.iter().map(|cell| Traits::of(cell.text())).collect();
    let sheet = Sheet::lay(&grid).expect("small");
    let known = Known { grid: &grid, traits: &traits };
    let seen = |col| Evidence::of(known, &telling(known, &sheet.rows), col);
    assert_eq!((seen(0).filled, seen(1).filled, seen(1).blank), (1, 1, 0));
}

#[test]
fn rows_tell_what_their_columns_hold_unless_they_name_a_group() {
    for (rows, expected) in [
        (vec!["一、生态|", "绿道|45"], 1),
        (vec!["一|生态|", "1|绿道|"], 1),
        (vec!["二|45|", "三|60|"], 2),
        (vec!["绿道", "公园"], 2),
    ] {
        let grid = grid(&rows);
        let traits: Vec<Traits> = grid.cells.iter().map(|cell| Traits::of(cell.text())).collect();
        let sheet = Sheet::lay(&grid).expect("small");
        assert_eq!(telling(Known { grid: &grid, traits: &traits }, &sheet.rows).len(), expected, "{rows:?}");
    }
}

#[test]
fn bodies_and_times_are_stated_as_values_are() {
    let reading = read(&["任务|责任单位|完成时限", "修建道路|交通局|2025年底", "植树造林|林业局|2026年底"]);
    assert_eq!(roles_of(&reading), [Role::Name, Role::Responsible, Role::Due]);
    assert_eq!(reading.stated, 4);
}

/// The table with these rows, cells parted by `|`: `<` goes on from the left, `^` from above.
fn merged(rows: &[&str]) -> Grid {
    let texts: Vec<Vec<&str>> = rows.iter().map(|row| row.split('|').collect()).collect();
    let mut cells = Vec::new();
    for (row, line) in texts.iter().enumerate() {
        for (col, text) in line.iter().enumerate().filter(|(_, text)| !["<", "^"].contains(*text)) {
            let wide = line[col + 1..].iter().take_while(|next| **next == "<").count();
            let tall = texts[row + 1..].iter().take_while(|line| line[col] == "^").count();
            let cell = Cell::at(text, Span::new(0, text.len()), row, col);
            cells.push(cell.over(tall + 1, wide + 1));
        }
    }
    Grid::new(cells, Origin::Medium, Span::default())
}

/// How many rows of heads each part of the table has, and how many rows in all.
fn heights(rows: &[&str]) -> Vec<(usize, usize)> {
    let grid = merged(rows);
    let traits: Vec<Traits> = grid.cells.iter().map(|cell| Traits::of(cell.text())).collect();
    let known = Known { grid: &grid, traits: &traits };
    let sheet = Sheet::lay(&grid).expect("small");
    let first = heads::titles(known, &sheet);
    let parts = heads::segments(known, sheet, first);
    parts.iter().map(|part| (part.heads, part.sheet.rows.len())).collect()
}

#[test]
fn a_row_of_heads_has_two_of_them_and_no_value() {
    for (rows, expected) in [
        (vec!["指标|2030年", "绿道|45"], vec![(1, 2)]),
        (vec!["绿道|45", "公园|7"], vec![(0, 2)]),
        (vec!["指标|45|2030年", "绿道|1|2", "公园|3|4"], vec![(0, 3)]),
        (vec!["主要指标|", "绿道|45", "公园|7"], vec![(0, 2)]),
        (vec!["主要指标|", "指标|2030年", "公园|7"], vec![(1, 2)]),
        (vec!["甲|", "乙|"], vec![(0, 2)]),
    ] {
        assert_eq!(heights(&rows), expected, "{rows:?}");
    }
}

#[test]
fn words_over_values_are_heads_whatever_they_are() {
    for (rows, expected) in [
        // Two of three cells are filled; one of two below is a value.
        (vec!["事项||甲案", "绿道|1|2", "公园|3|4"], (1, 3)),
        (vec!["事项|||甲案", "绿道|1|2|3", "公园|3|4|5"], (0, 3)),
        // Three of four rows state a value, then two of four.
        (vec!["事项|甲案", "绿道|1", "公园|2", "车站|3", "桥梁|良好"], (1, 5)),
        (vec!["事项|甲案", "绿道|1", "公园|2", "车站|良好", "桥梁|良好"], (0, 5)),
        // A group is no row that could state one.
        (vec!["事项|甲案", "生态|", "绿道|1", "公园|2"], (1, 4)),
        (vec!["事项|甲案", "生态|", "民生|"], (0, 3)),
        (vec!["事项|7", "绿道|1", "公园|2"], (0, 3)),
    ] {
        assert_eq!(heights(&rows), [expected], "{rows:?}");
    }
}

#[test]
fn heads_go_down_as_far_as_they_are_divided() {
    for (rows, expected) in [
        (vec!["指标|目标|<", "^|2025年|2030年", "绿道|45|60"], (2, 3)),
        (vec!["指标|目标||", "|2025年|2030年|", "绿道|45|60|"], (2, 3)),
        // 总量 is no word of heads, but stands beside one of values.
        (vec!["指标|2025年|<|2030年|<", "^|总量|增长（%）|总量|增长（%）", "绿道|45|2|60|3"], (2, 3)),
        (vec!["指标|2030年|<", "^|甲案|乙案", "绿道|45|60"], (2, 3)),
        (vec!["指标|2030年|<", "^|45|60", "^|46|61"], (1, 3)),
        (vec!["指标|2030年|<", "^|个|公里", "绿道|45|60"], (1, 3)),
        (vec!["指标|2030年|<", "^|—|—", "绿道|45|60"], (1, 3)),
        // Ticks stand under both natures.
        (vec!["指标|2030年|属性|<", "^|^|约束性|预期性", "绿道|45|√|", "公园|7||√"], (2, 4)),
        // So they do where no line merges the head of both.
        (vec!["指标|2030年|属性|", "||约束性|预期性", "绿道|45|√|", "公园|7||√"], (2, 4)),
        (vec!["指标|2030年|属性|", "^|^|约束性|预期性", "绿道|45|√|", "公园|7||√"], (2, 4)),
        (vec!["指标|2030年|<", "^|面积（亩）|人口（万人）", "绿道|45|60"], (2, 3)),
        (vec!["指标|现状|", "^|面积（亩）|人口（万人）", "绿道|45|60"], (2, 3)),
        // A group over the whole width divides nothing.
        (vec!["指标|2030年", "一、目标|<", "绿道|45"], (1, 3)),
        // A row is left below them.
        (vec!["指标|目标|<", "^|甲案|乙案"], (1, 2)),
    ] {
        assert_eq!(heights(&rows), [expected], "{rows:?}");
    }
}

#[test]
fn heads_that_stand_again_open_a_part_where_they_say_something_else() {
    for (rows, expected) in [
        (vec!["指标|2030年", "绿道|45", "指标|2030年", "公园|7"], vec![(1, 3)]),
        (vec!["指标|2030年", "绿道|45", "指标|2035年", "公园|7"], vec![(1, 2), (1, 2)]),
        (
            vec!["指标|目标|<", "^|2025年|2030年", "绿道|45|60", "指标|目标|<", "^|2025年|2030年", "公园|7|9"],
            vec![(2, 4)],
        ),
        (vec!["指标|2030年", "绿道|45", "任务|责任单位", "修路|交通局"], vec![(1, 2), (1, 2)]),
        (vec!["指标|2030年", "绿道|45", "任务|完成时限", "修路|2027年"], vec![(1, 2), (1, 2)]),
        (vec!["指标|2030年", "绿道|45", "序号|2035年", "1|7"], vec![(1, 2), (1, 2)]),
        // Under 2030年, 2030 is a value; under 2030 it is the head again.
        (vec!["指标|2030年", "绿道指标|2030", "公园|7"], vec![(1, 3)]),
        (vec!["指标|2030", "绿道|45", "指标|2035", "公园|7"], vec![(1, 2), (1, 2)]),
        (vec!["绿道|45", "指标|2035年", "公园|7"], vec![(0, 3)]),
        (vec!["指标|目标值", "绿道|45", "指标|2035", "公园|7"], vec![(1, 2), (1, 2)]),
        (vec!["指标|2025年|2030", "绿道|45|60", "指标|2025年|2035", "公园|7|9"], vec![(1, 2), (1, 2)]),
        (vec!["指标|目标|<", "^|2025年|2030年", "绿道指标|2030|2031", "公园|7|9"], vec![(2, 4)]),
        // Years alone, and names with their units, are no whole head.
        (vec!["指标|2030年", "绿道|45", "2025年|2026年", "公园|7"], vec![(1, 4)]),
        (vec!["指标|2030年", "绿道|45", "指标|单位", "公园|7"], vec![(1, 4)]),
    ] {
        assert_eq!(heights(&rows), expected, "{rows:?}");
    }
}

#[test]
fn heads_may_stand_down_the_side_where_half_of_it_are_heads_and_the_top_is_none() {
    for (rows, expected) in [
        (vec!["指标|绿道|公园", "单位|公里|个", "2030年|45|7"], true),
        (vec!["指标|绿道|公园", "2030年|45|7", "甲|1|2"], true),
        (vec!["指标|绿道|公园", "2030年|45|7", "甲|1|2", "乙|1|2"], false),
        (vec!["指标|2025年|2030年", "2030年|45|7"], false),
        (vec!["指标|2025年|2030年|公园", "2030年|45|7|8"], false),
        (vec!["指标|2025年|2030年|公园|湿地", "2030年|45|7|8|9"], true),
        (vec!["指标|绿道", "甲|45"], false),
        (vec!["指标", "2030年"], false),
    ] {
        let grid = merged(&rows);
        let traits: Vec<Traits> = grid.cells.iter().map(|cell| Traits::of(cell.text())).collect();
        let sheet = Sheet::lay(&grid).expect("small");
        assert_eq!(heads::may_be_turned(Known { grid: &grid, traits: &traits }, &sheet), expected, "{rows:?}");
    }
}

#[test]
fn a_head_stands_over_its_right_neighbour_too_where_both_are_divided_by_values() {
    for (rows, expected) in [
        (
            vec!["指标|2025年||2026年|", "|总量|增长（%）|总量|增长（%）"],
            vec!["指标", "2025年总量", "2025年增长（%）", "2026年总量", "2026年增长（%）"],
        ),
        (
            vec!["区县|优良天数比率（%）|", "|2025年|2026年"],
            vec!["区县", "优良天数比率（%）2025年", "优良天数比率（%）2026年"],
        ),
        (vec!["区县|优良天数比率（%）|", "|2025年|责任单位"], vec!["区县", "优良天数比率（%）2025年", "责任单位"]),
        (vec!["区县|联系人|", "|姓名|2025年"], vec!["区县", "联系人姓名", "2025年"]),
    ] {
        let grid = merged(&rows);
        let traits: Vec<Traits> = grid.cells.iter().map(|cell| Traits::of(cell.text())).collect();
        let sheet = Sheet::lay(&grid).expect("small");
        let known = Known { grid: &grid, traits: &traits };
        let heads: Vec<_> = (0..sheet.cols).map(|col| heads::head(known, &sheet.rows, col).text).collect();
        assert_eq!(heads, expected, "{rows:?}");
    }
}

#[test]
fn names_stand_before_their_values_and_behind_what_groups_them() {
    assert_eq!(roles_of(&read(&["绿道|45|青禾县", "公园|7|云溪县"])), [Role::Name, Role::Value, Role::Text]);
    let groups = ["领域|指标|2030年", "生态|绿道|45", "交通|公路|60"];
    assert_eq!(roles_of(&read(&groups)), [Role::Group, Role::Name, Role::Value]);
    let alike = ["领域|事项|2030年", "生态|绿道|45", "交通|公路|60"];
    assert_eq!(roles_of(&read(&alike)), [Role::Group, Role::Name, Role::Value]);
    let again = ["所在地|指标|2030年", "青禾县|绿道|45", "青禾县|公园|7", "云溪县|公路|60"];
    assert_eq!(roles_of(&read(&again)), [Role::Group, Role::Name, Role::Value]);
}

#[test]
fn what_groups_the_row_above_too_is_no_cell_of_the_row() {
    let reading = roles::read(&merged(&["领域|指标|2030年", "生态|绿道|45", "^|公园|7"]), &Context::default());
    let part = &reading.expect("a table").parts[0];
    assert_eq!(part.columns[0].role, Role::Group);
    let own: Vec<bool> = part.records.iter().map(|record| record.at(0).is_some()).collect();
    let groups: Vec<&str> = part.records.iter().map(|record| &*record.group[0]).collect();
    assert_eq!((own, groups), (vec![true, false], vec!["生态", "生态"]));
    assert_eq!(part.records.iter().map(|record| record.number).collect::<Vec<_>>(), [1, 2]);
}

/// The name of each record, with the groups it stands in.
fn grouped(rows: &[&str]) -> Vec<String> {
    let grid = merged(rows);
    let reading = roles::read(&grid, &Context::default()).expect("a table");
    let part = &reading.parts[0];
    let name = part.of(Role::Name).next().expect("a column of names");
    let text = |record: &Record| record.at(name).map_or("", |place| grid.cells[place.cell()].text()).to_owned();
    let words =
        |record: &Record| record.group.iter().map(ToString::to_string).chain([text(record)]).collect::<Vec<_>>();
    part.records.iter().map(|record| words(record).join(" ")).collect()
}

#[test]
fn a_row_that_says_one_name_alone_groups_those_below_it() {
    let levels = ["指标|2025年|2030年", "一、生态||", "绿道|45|60", "（一）水||", "湿地|1|2", "二、民生||", "车站|3|4"];
    assert_eq!(grouped(&levels), ["一、生态 绿道", "一、生态 （一）水 湿地", "二、民生 车站"]);
    let numbered = ["序号|指标|2030年", "一|生态|", "1|绿道|45", "2|湿地|", "二|民生|", "3|车站|3"];
    assert_eq!(grouped(&numbered), ["生态 绿道", "生态 湿地", "民生 车站"]);
    let tall = ["序号|指标|2030年", "二|生态|", "^|^|", "3|绿道|45", "4|湿地|7"];
    assert_eq!(grouped(&tall), ["生态 绿道", "生态 湿地"]);
    // Here 一 is a class of the row, whose value is not known.
    let classes = ["等级|指标|2030年", "一|绿道|45", "三|公园|7", "一|湿地|", "三|车站|3"];
    assert_eq!(grouped(&classes), ["一 绿道", "三 公园", "一 湿地", "三 车站"]);
    // 湿地 has a sign for its values, and the note is no name.
    let others = ["指标|2025年|2030年", "绿道|45|60", "湿地|—|—", "注：按年末数计。含在建的。||", "车站|3|4"];
    assert_eq!(grouped(&others), ["绿道", "湿地", "注：按年末数计。含在建的。", "车站"]);
    let covered = ["指标|2025年|2030年", "绿道|45|60", "^||", "车站|3|4"];
    assert_eq!(grouped(&covered), ["绿道", "绿道", "车站"]);
    let value = ["指标|2025年|2030年", "绿道|45|60", "车站|3|4", "桥梁|5|6", "|7|"];
    assert_eq!(grouped(&value), ["绿道", "车站", "桥梁", "桥梁"]);
}

#[test]
fn a_name_that_is_written_once_holds_for_the_values_below_it() {
    let twice = ["指标|县区|2030年", "停车位|青禾县|60", "|云溪县|90", "绿道|青禾县|45"];
    assert_eq!(grouped(&twice), ["停车位", "停车位", "绿道"]);
    let year = ["指标|2025年|2030年", "绿道|45|60", "|2000|2100", "车站|3|4"];
    assert_eq!(grouped(&year), ["绿道", "绿道", "车站"]);
    let words = ["指标|2025年|2030年", "绿道|45|60", "|良好|优良", "车站|3|4"];
    assert_eq!(grouped(&words), ["绿道", "", "车站"]);
    let sign = ["指标|2025年|2030年", "绿道|45|60", "—|50|70", "车站|3|4"];
    assert_eq!(grouped(&sign), ["绿道", "—", "车站"]);
}

#[test]
fn each_value_and_body_is_stated_once() {
    let rows = [
        "指标|2030年|责任单位",
        "绿道里程|45|交通局",
        "居民收入|与经济增长同步|林业局",
        "车站|60|^",
        "公园||水利局",
        "桥梁|2000|水利局",
    ];
    assert_eq!(roles::read(&merged(&rows), &Context::default()).expect("a table").stated, 8);
}

#[test]
fn heads_that_stand_beside_themselves_part_a_table() {
    let parts = |rows: &[&str]| -> Vec<Vec<String>> {
        let grid = merged(rows);
        let reading = roles::read(&grid, &Context::default()).expect("a table");
        reading
            .parts
            .iter()
            .map(|part| part.columns.iter().map(|column| column.head.text.to_string()).collect())
            .collect()
    };
    assert_eq!(parts(&["指标|2030年|指标|2030年", "绿道|45|公园|7"]), [["指标", "2030年"], ["指标", "2030年"]]);
    let numbered = ["序号|指标|2030年|指标|2030年", "1|绿道|45|公园|7", "2|车站|5|桥梁|3"];
    assert_eq!(parts(&numbered), [["指标", "2030年"], ["指标", "2030年"]]);
    let twice = ["序号|指标|2030年|序号|指标|2030年", "1|绿道|45|3|公园|7", "2|车站|5|4|桥梁|3"];
    assert_eq!(parts(&twice), [["序号", "指标", "2030年"], ["序号", "指标", "2030年"]]);
    let natures = ["约束性指标|目标值|预期性指标|目标值", "绿道|45|公园|7"];
    assert_eq!(parts(&natures), [["约束性指标", "目标值"], ["预期性指标", "目标值"]]);
    assert_eq!(parts(&["指标|2030年|指标|2035年", "绿道|45|公园|7"]).len(), 1);
}
