//! `plan panel` and `plan stats`: many plans side by side, and counted.

use std::{collections::BTreeMap, fs, path::Path};

use plan::number::Number;
use serde_json::Value;

use crate::common::{file, plan, stderr, stdout};

/// Work reports of two invented years of two provinces, and a plan that names no year.
fn reports() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let report = |name: &str, place: &str, year: i32, goals: &str| {
        let text = format!(
            "{year}年{place}政府工作报告\n一、{past}年工作回顾\n城镇新增就业20万人。\n二、{year}年工作安排\n\
             今年经济社会发展的主要预期目标是：{goals}\n",
            past = year - 1
        );
        file(folder.path(), name, text);
    };
    report("a.txt", "浙江省", 2025, "地区生产总值增长5%—5.5%，城镇新增就业68万人，粮食产量600亿斤以上。");
    report("b.txt", "浙江省", 2026, "地区生产总值增长5%左右，居民收入增长与经济增长同步。");
    report("c.txt", "安徽省", 2025, "不设地区生产总值目标，粮食产量3500万吨。");
    file(folder.path(), "d.txt", "青禾县修桥方案\n一、目标\n建成石桥3座。\n");
    folder
}

fn run(folder: &Path, args: &[&str]) -> std::process::Output {
    plan().current_dir(folder).args(args).output().expect("it runs")
}

#[test]
fn rows_are_regions_and_years_and_columns_indicators() {
    let folder = reports();
    let output = run(folder.path(), &["panel", ".", "--indicator", "gdp,new_jobs,income,粮食产量"]);
    assert_eq!(
        stdout(&output),
        "region_code,region,region_level,year,period_start,period_end,files,gdp_growth,gdp_growth_upper,new_jobs,income_growth,grain_output\n\
         330000,浙江省,province,2025,2025,2025,./a.txt,5,5.5,68,,3000\n\
         330000,浙江省,province,2026,2026,2026,./b.txt,5,,,compared,\n\
         340000,安徽省,province,2025,2025,2025,./c.txt,not_set,,,,3500\n"
            .replace("./", path_prefix(&stdout(&output)))
    );
    assert!(
        stderr(&output).contains("d.txt: left out: it does not say for which year or period it is"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn saved_results_give_the_panel_and_the_counts_of_their_documents() {
    let folder = reports();
    let out = |args: &[&str]| {
        let output = run(folder.path(), args);
        assert!(output.status.success(), "{args:?}: {}", stderr(&output));
        stdout(&output)
    };
    for format in ["json", "yaml", "jsonl"] {
        out(&["extract", ".", "-q", "-o", &format!("all.{format}")]);
    }
    for command in [&["panel"][..], &["panel", "--long"], &["stats"]] {
        let of = |path: &str| out(&[command, &[path, "-q"]].concat());
        let read = of(".");
        assert_eq!((of("all.json"), of("all.yaml")), (read.clone(), read.clone()), "{command:?}");
    }
    // Lines hold statements alone: what has a number is there, and no goal in words.
    let numbers = |path: &str| out(&["panel", path, "-q", "--indicator", "new_jobs,粮食产量"]);
    let without = numbers(".").replace("330000,浙江省,province,2026,2026,2026,./b.txt,,\n", "");
    assert_eq!(numbers("all.jsonl").replace("330000,浙江省,province,2026,2026,2026,./b.txt,,\n", ""), without);
    let counts = |path: &str| out(&["stats", path, "-q"]).lines().filter(|line| !line.contains("without")).count();
    assert_eq!(counts("all.jsonl"), counts("."));
}

#[test]
fn what_is_no_saved_result_is_refused_and_others_are_unharmed() {
    let folder = reports();
    file(folder.path(), "x.json", "{\"a\": 1}");
    file(folder.path(), "y.jsonl", "{\"schema\":\"plan/1\",\"document\":{},\"indicator\":\"x\"}\n");
    let output = run(folder.path(), &["panel", "x.json", "y.jsonl", "a.txt", "--indicator", "new_jobs"]);
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(2));
    assert!(said.contains("x.json: this is no result of `plan extract`: it names no schema"), "{said}");
    assert!(said.contains("y.jsonl: line 1: this is no result of `plan extract`"), "{said}");
    assert!(stdout(&output).contains("a.txt,68\n"), "{}", stdout(&output));
    run(folder.path(), &["extract", "a.txt", "-o", "a.json"]);
    for (args, words) in [
        (
            &["outline", "a.json"][..],
            "a.json: this is a result of `plan extract`, which panel, stats, diff and track read",
        ),
        (&["panel", "a.json", "--year", "2024"], "--year speaks of one document"),
    ] {
        let output = run(folder.path(), args);
        assert!(output.status.code() == Some(2) && stderr(&output).contains(words), "{}", stderr(&output));
    }
}

/// How the paths of a folder's documents begin.
fn path_prefix(out: &str) -> &str {
    if out.contains("./a.txt") { "./" } else { "" }
}

#[test]
fn the_long_table_and_json_lead_back_to_the_text() {
    let folder = reports();
    let output = run(folder.path(), &["panel", "a.txt", "--long", "--format", "csv"]);
    let text = stdout(&output);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let heads = reader.headers().expect("heads").clone();
    let rows: Vec<BTreeMap<String, String>> = reader
        .records()
        .map(|row| heads.iter().map(str::to_owned).zip(row.expect("a row").iter().map(str::to_owned)).collect())
        .collect();
    let jobs = rows.iter().find(|row| row["indicator_key"] == "new_jobs").expect("a row");
    for (name, value) in [
        ("value", "68"),
        ("unit", "万人"),
        ("comparator", "eq"),
        ("measure", "increment"),
        ("given", "stated"),
        ("setting", "goals"),
        ("indicator_name", "城镇新增就业"),
        ("line", "5"),
    ] {
        assert_eq!(jobs[name], value, "{name}");
    }
    let document = fs::read_to_string(folder.path().join("a.txt")).expect("it is there");
    let (start, end) = (jobs["start"].parse().expect("a number"), jobs["end"].parse().expect("a number"));
    assert_eq!(document.get::<std::ops::Range<usize>>(start..end), Some(jobs["quote"].as_str()));

    let json: Value =
        serde_json::from_str(&stdout(&run(folder.path(), &["panel", "a.txt", "-f", "json"]))).expect("JSON");
    assert_eq!(
        (&json["schema"], &json["rows"][0]["cells"]["gdp_growth"]["upper"]),
        (&"plan-panel/1".into(), &5.5.into())
    );
}

#[test]
fn people_read_tables_in_their_language_and_unknown_indicators_are_refused() {
    let folder = reports();
    let output = run(folder.path(), &["panel", ".", "-q", "-f", "table", "--lang", "zh", "--indicator", "gdp,income"]);
    let text = stdout(&output);
    for word in ["地区生产总值增速（%）", "5–5.5", "≈ 5", "明确不设", "比照其他指标"] {
        assert!(text.replace(['\n', ' ', '│', '|'], "").contains(&word.replace(' ', "")), "{word}: {text}");
    }
    let refused = run(folder.path(), &["panel", ".", "--indicator", "new_job"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(stderr(&refused).contains("did you mean `new_jobs`"), "{}", stderr(&refused));
    let yaml = run(folder.path(), &["panel", ".", "--format", "yaml"]);
    assert!(yaml.status.code() == Some(2) && stderr(&yaml).contains("csv"), "{}", stderr(&yaml));
}

#[cfg(all(feature = "docx", feature = "xlsx"))]
#[test]
fn a_workbook_holds_the_panel_and_the_goals() {
    use std::io::Read as _;
    let folder = reports();
    let to = folder.path().join("panel.xlsx");
    assert!(
        plan()
            .current_dir(folder.path())
            .args(["panel", ".", "-q", "-o"])
            .arg(&to)
            .output()
            .expect("it runs")
            .status
            .success()
    );
    let mut book = zip::ZipArchive::new(fs::File::open(&to).expect("it is there")).expect("a workbook");
    let mut part = |name: &str| {
        let mut text = String::new();
        book.by_name(name).expect(name).read_to_string(&mut text).expect("text");
        text
    };
    let sheets = part("xl/workbook.xml");
    assert!(sheets.contains("面板") && sheets.contains("目标明细"), "{sheets}");
    let panel = part("xl/worksheets/sheet1.xml");
    assert!(panel.contains("<v>3500</v>") && panel.contains("<v>5.5</v>"), "{panel}");
}

#[test]
fn a_corpus_is_counted_and_documents_without_goals_are_named() {
    let folder = reports();
    file(folder.path(), "e.txt", "青禾县概况\n青禾县山清水秀。\n");
    let output = run(folder.path(), &["stats", ".", "-q", "--format", "json"]);
    let stats: Value = serde_json::from_str(&stdout(&output)).expect("JSON");
    assert_eq!((&stats["schema"], &stats["documents"]), (&"plan-stats/1".into(), &5.into()));
    let silent = stats["without_targets"].as_array().expect("a list");
    assert!(silent.len() == 1 && silent[0].as_str().is_some_and(|path| path.ends_with("e.txt")), "{silent:?}");
    let count = |by: &str, key: &str| {
        let lines = stats["counts"].as_array().expect("a list");
        lines
            .iter()
            .find(|line| line["by"] == by && line["key"] == key)
            .map_or(0, |line| line["targets"].as_u64().unwrap_or(0))
    };
    assert_eq!((count("region", "330000"), count("region", "340000")), (5, 1));
    assert_eq!((count("year", "2025"), count("year", "2026")), (4, 2));
    assert_eq!((count("comparator", "range"), count("indicator_key", "grain_output")), (1, 2));
    let csv = stdout(&run(folder.path(), &["stats", ".", "-q"]));
    assert!(csv.starts_with("by,key,name,targets,achievements,documents\nall,,,7,"), "{csv}");
    let table = stdout(&run(folder.path(), &["stats", ".", "-q", "-f", "table", "--lang", "zh"]));
    assert!(table.contains("浙江省") && table.contains("无目标的文档1份"), "{table}");
}

/// The columns of a panel by the names that the hand-read goals have.
const NAMES: [(&str, &str); 12] = [
    ("gdp_growth", "gdp_growth"),
    ("cpi", "cpi"),
    ("new_jobs", "new_jobs"),
    ("unemployment", "unemployment"),
    ("budget_revenue_growth", "budget_revenue_growth"),
    ("investment_growth", "fixed_investment_growth"),
    ("retail_growth", "retail_sales_growth"),
    ("income_growth", "income_growth"),
    ("income_urban", "income_urban_growth"),
    ("income_rural", "income_rural_growth"),
    ("grain", "grain_output"),
    ("energy_intensity", "energy_intensity"),
];

/// The number of a goal in the unit of its column.
fn shown(value: &serde_yaml::Value, unit: &str, column: &str) -> Option<Number> {
    let number: Number = serde_json::to_string(&serde_json::to_value(value).ok()?).ok()?.parse().ok()?;
    let over = match (column, unit) {
        ("new_jobs", _) => 10_000,
        ("grain_output", "斤") => 20_000_000,
        ("grain_output", _) => 10_000,
        _ => 1,
    };
    number.over(Number::from(over))
}

/// Whether `cell` holds the goal that was read by hand; a goal that the goals' part does not set may stand elsewhere.
fn is_right(goal: &serde_yaml::Value, cell: &Value, column: &str) -> bool {
    let text = |value: &serde_yaml::Value| value.as_str().unwrap_or_default().to_owned();
    if goal.is_null() {
        return cell.is_null() || cell["setting"] != "goals";
    }
    if goal["value"].is_null() {
        // What is set for no indicator by name is none of it.
        let other = goal["note"].as_str().is_some_and(|note| !note.starts_with("named"));
        return if cell.is_null() { other } else { cell["given"] != "stated" };
    }
    let number = |value: &Value| value.to_string().trim_matches('"').parse::<Number>().ok();
    let unit = text(&goal["unit"]);
    let ends = number(&cell["value"]) == shown(&goal["value"], &unit, column)
        && number(&cell["upper"])
            == Some(&goal["upper"]).filter(|upper| !upper.is_null()).and_then(|upper| shown(upper, &unit, column));
    let bounds = [text(&goal["comparator"]), text(&goal["comparator_also"])];
    ends && bounds.iter().any(|bound| cell["comparator"] == bound.as_str())
}

#[test]
fn the_panel_of_real_reports_is_that_read_by_hand() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let Ok(read) = fs::read_to_string(shared.join("panel.yaml")) else {
        println!("skipped: ../shared/panel.yaml is not there");
        return;
    };
    let expected: Vec<serde_yaml::Value> = serde_yaml::from_str(&read).expect("YAML");
    let folder = shared.join("corpus/gwr");
    let output = plan().args(["panel", "-q", "-f", "json", "--glob", "*.txt"]).arg(&folder).output().expect("it runs");
    let panel: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let rows = panel["rows"].as_array().expect("rows");
    let (mut right, mut all, mut wrong) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
    for report in &expected {
        let name =
            format!("gwr-{}-{}.txt", report["year"].as_i64().unwrap_or(0), report["province"].as_str().unwrap_or(""));
        let is_it = |row: &&Value| row["files"].to_string().contains(&name);
        let row = rows.iter().find(is_it).unwrap_or_else(|| panic!("no row for {name}"));
        for (goal, column) in NAMES {
            let Some(goal_read) = report["targets"].get(goal) else { continue };
            *all.entry(goal).or_insert(0) += 1;
            let cell = &row["cells"][column];
            if is_right(goal_read, cell, column) {
                *right.entry(goal).or_insert(0) += 1;
            } else {
                wrong.push(format!("{name} {goal}: {} {} {}", cell["value"], cell["given"], cell["sentence"]));
            }
        }
    }
    let (got, of): (usize, usize) = (right.values().sum(), all.values().sum());
    for (goal, count) in &all {
        println!("{goal:24} {:3} of {count:3}", right.get(goal).copied().unwrap_or(0));
    }
    println!("{got} of {of} cells right\n{}", wrong.join("\n"));
    assert!(got * 100 >= of * 97, "{got} of {of} cells right:\n{}", wrong.join("\n"));
}
