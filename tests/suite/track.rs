//! `plan track`: the seed with 25 rows of observations that hold every status and every fault, each result worked out by hand.

use crate::common::{SEED, file, plan, run, stderr, stdout};

const OBSERVED: &str = "fixtures/track/gulou.csv";

fn tracked() -> serde_json::Value {
    let output = run(&["track", SEED, "--observed", OBSERVED, "--format", "json"]);
    assert!(output.status.success(), "{}", stderr(&output));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

#[test]
fn every_status_is_told_of_the_seed() {
    let result = tracked();
    let targets = result["targets"].as_array().expect("targets");
    // Indicator, measure, standing, reason, latest, expected, way, time.
    let want = [
        // Two years of growth, 13 and 14.5: 13.75 on average, more than a tenth above 12 (13.2).
        ("企业R&D经费投入", "yearly", "ahead", "", "13.75", "", "", ""),
        // 600 in 2020, 1000 in 2025, so 840 after three of five years; 260 of the 400 are done.
        ("高新技术企业总量", "level", "on_track", "", "860", "840", "0.65", "0.6"),
        // 2100 of 2000 in the first of five years.
        ("高层次人才", "cumulative", "early", "", "2100", "400", "1.05", "0.2"),
        // 1000 + 1000 + 1200 of 7000; the line is at 4200.
        ("技能人才", "cumulative", "behind", "", "3200", "4200", "0.4571", "0.6"),
        ("旅游总收入", "level", "no_data", "no_baseline", "65000000000", "", "", ""),
        ("数字经济规模占GDP比重", "level", "behind", "no_baseline", "68", "", "", ""),
        // Two values for 2023, and one after the deadline.
        ("云服务产业市场规模", "level", "no_data", "only_later", "", "", "", ""),
        // 25000 + 24000 + 26000 of 100000: 15 points before the time.
        ("新增就业", "cumulative", "ahead", "", "75000", "60000", "0.75", "0.6"),
        ("学前教育普惠率", "level", "on_track", "no_baseline", "92.5", "", "", ""),
        // One point less each year; half a point is more than a tenth too little.
        ("儿童青少年总体近视率", "yearly", "behind", "", "0.5", "", "", ""),
        ("人均预期寿命", "level", "early", "no_baseline", "81.2", "", "", ""),
    ];
    let text = |value: &serde_json::Value| match value {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let seen: Vec<&serde_json::Value> = targets.iter().filter(|target| !target["observed_as"].is_null()).collect();
    assert_eq!(seen.len(), want.len());
    for (target, want) in seen.iter().zip(want) {
        let keys = ["indicator", "measure", "standing", "reason", "latest", "expected", "way", "time"];
        let told: Vec<String> = keys.iter().map(|key| text(&target[*key])).collect();
        let want = [want.0, want.1, want.2, want.3, want.4, want.5, want.6, want.7];
        assert_eq!(told, want);
    }
    assert!(targets.len() > want.len() && targets.iter().all(|target| target["standing"].is_string()));
}

#[test]
fn every_row_that_cannot_be_used_is_listed() {
    let result = tracked();
    let problems: Vec<(u64, &str)> = result["problems"]
        .as_array()
        .expect("problems")
        .iter()
        .map(|problem| (problem["line"].as_u64().unwrap_or(0), problem["kind"].as_str().unwrap_or_default()))
        .collect();
    let want = [
        (18, "no_unit"),
        (19, "no_year"),
        (20, "two_values"),
        (21, "two_values"),
        (22, "unknown_indicator"),
        (23, "other_unit"),
        (24, "no_value"),
        (25, "after_deadline"),
        (26, "no_indicator"),
    ];
    assert_eq!(problems, want);
    // Every row is used or listed: 25 rows, 9 of them listed, one the start of a target.
    let used =
        result["targets"].as_array().expect("targets").iter().map(|t| t["observed"].as_array().map_or(0, Vec::len));
    assert_eq!(used.sum::<usize>() + problems.len() + 1, 25);
}

#[test]
fn every_format_says_the_same() {
    let csv = stdout(&run(&["track", SEED, "--observed", OBSERVED, "--format", "csv"]));
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let heads = reader.headers().expect("a head").clone();
    let at = |name: &str| heads.iter().position(|head| head == name).expect(name);
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), tracked()["targets"].as_array().map_or(0, Vec::len));
    let jobs = rows.iter().find(|row| &row[at("indicator")] == "新增就业").expect("a row");
    assert_eq!((&jobs[at("standing")], &jobs[at("way")], &jobs[at("latest")]), ("ahead", "0.75", "75000"));
    let zh = stdout(&run(&["track", SEED, "--observed", OBSERVED, "--lang", "zh"]));
    assert!(
        ["提前实现", "快于预期", "基本符合预期", "滞后", "无数据", "单位无法换算"].iter().all(|word| zh.contains(word)),
        "{zh}"
    );
    let en = stdout(&run(&["track", SEED, "--observed", OBSERVED, "--lang", "en", "--all"]));
    assert!(en.contains("ahead") && en.contains("observed") && !en.contains("--all lists"), "{en}");
}

#[test]
#[cfg(feature = "xlsx")]
fn a_workbook_is_the_same_bytes_each_time() {
    let folder = tempfile::tempdir().expect("a folder");
    let book = |name: &str| {
        let to = folder.path().join(name);
        let output = plan().args(["track", SEED, "--observed", OBSERVED, "-o"]).arg(&to).output().expect("it runs");
        assert!(output.status.success() && stderr(&output).contains("8 rows could not be used"), "{}", stderr(&output));
        std::fs::read(to).expect("it is there")
    };
    let first = book("a.xlsx");
    assert!(first.starts_with(b"PK") && first == book("b.xlsx"));
}

/// The rows of the CSV as a workbook.
#[cfg(feature = "xlsx")]
fn observed_book(folder: &std::path::Path) -> std::path::PathBuf {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet().set_name("监测").expect("a name");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(OBSERVED).expect("rows");
    for (row, record) in (0..).zip(reader.records()) {
        for (column, cell) in (0..).zip(record.expect("a row").iter()) {
            let written = match cell.parse::<f64>() {
                Ok(number) => sheet.write(row, column, number),
                Err(_) => sheet.write(row, column, cell),
            };
            written.expect("a cell");
        }
    }
    let to = folder.join("seen.xlsx");
    book.save(&to).expect("a workbook");
    to
}

#[test]
#[cfg(feature = "xlsx")]
fn a_workbook_tells_the_same_as_the_table_with_sheet_and_row() {
    let folder = tempfile::tempdir().expect("a folder");
    let seen = observed_book(folder.path());
    let track =
        |more: &[&str]| plan().args(["track", SEED, "--observed"]).arg(&seen).args(more).output().expect("it runs");
    let output = track(&["--format", "json"]);
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let told = tracked();
    assert_eq!(found["targets"], told["targets"]);
    let problems = |result: &serde_json::Value| {
        let all = result["problems"].as_array().expect("problems").clone();
        all.into_iter().map(|problem| (problem["line"].clone(), problem["kind"].clone())).collect::<Vec<_>>()
    };
    assert_eq!(problems(&found), problems(&told));
    assert!(found["problems"].as_array().expect("problems").iter().all(|problem| problem["sheet"] == "监测"));
    let zh = stdout(&track(&["--lang", "zh", "--sheet", "监测"]));
    assert!(zh.contains("监测!18") && zh.contains("这一行没有单位") && zh.contains("监测!20, 监测!21"), "{zh}");
    let output = track(&["--sheet", "2023"]);
    assert!(output.status.code() == Some(2) && stderr(&output).contains("there is no sheet `2023`"));
    let output = run(&["track", SEED, "--observed", OBSERVED, "--sheet", "2023"]);
    assert!(output.status.code() == Some(2) && stderr(&output).contains("--sheet goes with a workbook"));
}

#[test]
#[cfg(feature = "xlsx")]
fn what_could_not_be_used_is_said_in_the_language_of_workbook_and_page() {
    let folder = tempfile::tempdir().expect("a folder");
    let (book, page) = (folder.path().join("a.xlsx"), folder.path().join("a.html"));
    for (command, to) in [("track", &book), ("report", &page)] {
        let output = plan()
            .args([command, SEED, "--lang", "zh", "--observed", OBSERVED, "-o"])
            .arg(to)
            .output()
            .expect("it runs");
        assert!(output.status.success(), "{}", stderr(&output));
    }
    let mut archive = zip::ZipArchive::new(std::fs::File::open(&book).expect("a file")).expect("an archive");
    let mut text = String::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        _ = std::io::Read::read_to_string(&mut part, &mut text);
    }
    for told in [text, std::fs::read_to_string(&page).expect("a page")] {
        assert!(told.contains("这一行没有年份；请写作2023") && told.contains("年晚于第") && !told.contains("this row"));
    }
}

#[test]
fn a_map_is_drafted_and_followed() {
    let folder = tempfile::tempdir().expect("a folder");
    let seen = file(folder.path(), "seen.csv", "指标,年份,数值,单位\n高新技术企业总数,2025,1001,家\n");
    let map = folder.path().join("map.yaml");
    let track = |more: &[&str]| {
        let mut command = plan();
        command.args(["track", SEED, "--format", "json", "--observed"]).arg(&seen).args(more);
        command
    };
    let output = track(&["--write-map"]).arg(&map).output().expect("it runs");
    assert!(output.status.success(), "{}", stderr(&output));
    let draft = std::fs::read_to_string(&map).expect("a draft");
    assert!(draft.contains("observed: 高新技术企业总数") && draft.contains("target: 高新技术企业总量"), "{draft}");
    let output = track(&["--map"]).arg(&map).output().expect("it runs");
    let result: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!((&result["matches"][0]["score"], &result["matches"][0]["to_confirm"]), (&1.into(), &false.into()));
    let wrong = file(folder.path(), "wrong.yaml", "- {observed: 高新技术企业总数, target: 火箭}\n");
    let output = track(&["--map"]).arg(wrong).output().expect("it runs");
    assert!(
        output.status.code() == Some(2) && stderr(&output).contains("the plan has no target `火箭`"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn a_later_report_can_be_what_was_observed() {
    let folder = tempfile::tempdir().expect("a folder");
    let old =
        "青禾县国民经济和社会发展第十四个五年规划纲要\n第一章 目标\n到2025年，高新技术企业由2020年的40家提高到90家。\n";
    let new = "2024年青禾县政府工作报告\n一、2023年工作回顾\n2023年，高新技术企业达到75家。\n";
    let (old, new) = (file(folder.path(), "plan.txt", old), file(folder.path(), "report.txt", new));
    let output =
        plan().args(["track", "--format", "json"]).arg(old).arg("--observed").arg(new).output().expect("it runs");
    let result: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    // 35 of 50 in three of five years: 70% against 60%, just on the margin.
    let target = &result["targets"][0];
    assert_eq!(
        (&target["way"], &target["time"], &target["standing"]),
        (&0.7.into(), &0.6.into(), &"ahead".into()),
        "{result}"
    );
}

#[test]
fn what_cannot_be_read_is_refused_with_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    let refused = |name: &str, text: &str| {
        let observed = file(folder.path(), name, text);
        let output = plan().args(["track", SEED, "--observed"]).arg(observed).output().expect("it runs");
        assert_eq!(output.status.code(), Some(2));
        stderr(&output)
    };
    assert!(refused("a.xls", "PK").contains("workbooks of this kind are not read"));
    #[cfg(feature = "xlsx")]
    assert!(refused("a.xlsx", "PK").contains("no workbook that can be read"));
    assert!(refused("a.csv", "指标,数值\n就业,5\n").contains("there is no column for the year"));
    let output = run(&["track", "fixtures/corpus/reports.csv", "--observed", "fixtures/track/gulou.csv"]);
    assert!(output.status.code() == Some(2) && stderr(&output).contains("this table holds many documents"));
    let rows = "指标,年份,数值,单位\n就业,2023,99999999999999999999999999999999999999999,人\n";
    let large = file(folder.path(), "large.csv", rows).display().to_string();
    let told = |lang: &str| stdout(&run(&["track", SEED, "--observed", &large, "--lang", lang]));
    assert!(told("zh").contains("过大；请改用更大的单位") && told("en").contains("is too large"), "{}", told("zh"));
    let output = run(&["track", SEED]);
    assert!(
        output.status.code() == Some(2) && stderr(&output).contains("say what was observed"),
        "{}",
        stderr(&output)
    );
}
