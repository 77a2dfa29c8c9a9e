//! What fills the cells of panels.

use super::*;
use crate::{analysis, source::Source};

/// A report of a place in a year, with the sentences that set its goals.
fn report(place: &str, year: i32, goals: &str) -> Analysis {
    let text = format!(
        "{year}年{place}政府工作报告\n一、{past}年工作回顾\n地区生产总值增长9%，一般公共预算收入增长8%。\n二、{year}年工作安排\n\
         今年经济社会发展的主要预期目标是：{goals}\n三、{year}年重点工作\n（一）扩大有效需求\n固定资产投资增长7%，城镇新增就业99万人。\n",
        past = year - 1
    );
    let reading = analysis::analyze(Source { name: place, bytes: text.as_bytes() });
    reading.expect("it reads").analysis
}

fn panel(analyses: &[Analysis], keys: &[&str]) -> Panel {
    let selection = Selection { keys: keys.iter().map(|key| (*key).to_owned()).collect(), goals_only: false };
    Panel::new(analyses.iter().filter_map(Plan::new).collect(), &selection)
}

/// `value given` of a cell; a dash where there is none.
fn cell(panel: &Panel, row: usize, column: &str) -> String {
    panel.rows[row].cells.get(column).map_or("–".into(), |cell| {
        let value = cell.value.map(|value| format!("{value} ")).unwrap_or_default();
        value + cell.given.key()
    })
}

#[test]
fn goals_of_the_year_fill_the_cells_and_words_are_told_from_nothing() {
    let goals = "地区生产总值增长5.5%左右，城镇新增就业68万人，居民收入增长与经济增长同步，单位地区生产总值能耗完成国家下达任务，\
                 粮食产量保持稳定。";
    let panel = panel(&[report("浙江省", 2025, goals)], &[]);
    assert_eq!((panel.rows[0].place.region_code.as_deref(), panel.rows[0].period()), (Some("330000"), "2025".into()));
    for (column, expected) in [
        ("gdp_growth", "5.5 stated"),
        ("new_jobs", "68 stated"),
        ("income_growth", "compared"),
        ("energy_intensity", "by_reference"),
        ("grain_output", "in_words"),
        ("fixed_investment_growth", "7 stated"),
        ("budget_revenue_growth", "–"),
        ("unemployment", "–"),
    ] {
        assert_eq!(cell(&panel, 0, column), expected, "{column}");
    }
}

#[test]
fn goals_can_be_asked_for_alone() {
    let plans = || vec![Plan::new(&report("浙江省", 2025, "地区生产总值增长5%。")).expect("a year")];
    let selection = Selection { goals_only: true, ..Selection::default() };
    let (all, goals) = (Panel::new(plans(), &Selection::default()), Panel::new(plans(), &selection));
    assert_eq!((cell(&all, 0, "new_jobs"), cell(&goals, 0, "new_jobs")), ("99 stated".into(), "–".into()));
    assert_eq!(cell(&goals, 0, "gdp_growth"), "5 stated");
}

#[test]
fn rows_are_regions_and_years_and_words_stand_under_the_measure_of_numbers() {
    let analyses = [
        report("浙江省", 2026, "地区生产总值增长5%以上，居民收入增长5%。"),
        report("浙江省", 2025, "地区生产总值增长6%，居民收入增长与经济增长同步。"),
        report("安徽省", 2025, "不设地区生产总值目标，城镇新增就业60万人。"),
    ];
    let panel = panel(&analyses, &["gdp", "income"]);
    let rows: Vec<(&str, String)> = panel.rows.iter().map(|row| (row.place.region.as_str(), row.period())).collect();
    assert_eq!(rows, [("浙江省", "2025".into()), ("浙江省", "2026".into()), ("安徽省", "2025".into())]);
    let names: Vec<&str> = panel.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names, ["gdp_growth", "income_growth"]);
    assert_eq!(cell(&panel, 0, "income_growth"), "compared");
    assert_eq!(cell(&panel, 1, "income_growth"), "5 stated");
    assert_eq!(cell(&panel, 2, "gdp_growth"), "not_set");
}

#[test]
fn the_first_document_fills_a_cell_and_a_later_one_what_is_left() {
    let first = report("浙江省", 2025, "地区生产总值增长6%。");
    let second = report("浙江省", 2025, "地区生产总值增长4%，城镇调查失业率5%。");
    let panel = panel(&[first, second], &["gdp", "unemployment"]);
    assert_eq!((panel.rows.len(), panel.rows[0].files.len()), (1, 1));
    assert_eq!(cell(&panel, 0, "gdp_growth"), "6 stated");
    assert_eq!(cell(&panel, 0, "unemployment"), "5 stated");
}

#[test]
fn a_plan_fills_the_row_of_its_period() {
    let text = "浙江省国民经济和社会发展第十五个五年规划纲要\n第一章 主要目标\n到2027年，森林覆盖率达到61%；到2030年，森林覆盖率达到62%，\
                常住人口城镇化率达到78%。\n";
    let analysis = analysis::analyze(Source { name: "a", bytes: text.as_bytes() }).expect("it reads").analysis;
    let panel = panel(&[analysis], &[]);
    assert_eq!(panel.rows[0].period(), "2026-2030");
    assert_eq!(cell(&panel, 0, "forest_cover"), "62 stated");
    assert_eq!(cell(&panel, 0, "urbanization"), "78 stated");
}
