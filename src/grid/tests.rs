//! Grids from their cells to what they are read as.

use super::{
    Context, Grid, Origin, Reading, Role, Traits,
    evidence::{Evidence, telling},
    known::Known,
    roles,
    sheet::Sheet,
};
use crate::span::Span;

/// The table with these rows, cells parted by `|`.
fn grid(rows: &[&str]) -> Grid {
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
    assert_eq!(reading.units.amount.as_deref(), Some("公里"));
    assert_eq!(roles_of(&reading), [Role::Name, Role::Value, Role::Value]);
    assert_eq!((reading.parts[0].heads.len(), reading.parts[0].records.len()), (1, 2));
    assert_eq!(reading.parts[0].columns[1].head.text, "2025年");
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
fn bodies_and_times_are_stated_as_values_are() {
    let reading = read(&["任务|责任单位|完成时限", "修建道路|交通局|2025年底", "植树造林|林业局|2026年底"]);
    assert_eq!(roles_of(&reading), [Role::Name, Role::Responsible, Role::Due]);
    assert_eq!(reading.stated, 4);
}
