//! `plan tasks`: who does what by when, as a user sees it.

use assert_cmd::Command;
use serde_json::Value;

fn plan(arguments: &[&str], input: &str) -> (String, String, i32) {
    let mut command = Command::cargo_bin("plan").expect("the binary");
    let output = command.args(arguments).write_stdin(input).output().expect("it runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (text(output.stdout), text(output.stderr), output.status.code().expect("a status"))
}

fn tasks(document: &str, more: &[&str]) -> Vec<Value> {
    let arguments: Vec<&str> = ["tasks", "-", "--format", "json"].iter().chain(more).copied().collect();
    let (out, err, code) = plan(&arguments, document);
    assert_eq!((code, err.as_str()), (0, ""), "{document}");
    let documents: Value = serde_json::from_str(&out).expect("JSON");
    documents[0]["tasks"].as_array().expect("a list").clone()
}

fn names(units: &Value) -> Vec<&str> {
    units.as_array().expect("a list").iter().map(|unit| unit["name"].as_str().expect("a name")).collect()
}

const PLAN: &str = "云岭市2024年工作要点\n一、民生\n\
    1.新建幼儿园4所（责任单位：市教育局，配合单位：市住建局；完成时限：2024年8月底前）。\n\
    2.完善医联体（市卫健委牵头，市医保局配合，持续推进）。\n\
    3.开展培训1.5万人次（市人社局负责）。\n\
    二、保障\n到2025年，新建公园5个。\n";

#[test]
fn tasks_are_sorted_by_deadline_and_name_their_units() {
    let tasks = tasks(PLAN, &[]);
    let texts: Vec<&str> = tasks.iter().map(|task| task["text"].as_str().expect("text")).collect();
    assert_eq!(texts, ["新建幼儿园4所", "完善医联体", "开展培训1.5万人次"]);
    assert_eq!((names(&tasks[0]["lead"]), names(&tasks[0]["support"])), (vec!["市教育局"], vec!["市住建局"]));
    assert_eq!((&tasks[0]["deadline"]["year"], &tasks[0]["deadline"]["month"]), (&Value::from(2024), &Value::from(8)));
    assert_eq!(tasks[1]["deadline"]["course"], "ongoing");
    assert_eq!(tasks[2]["deadline"], Value::Null);
}

#[test]
fn a_commitment_names_its_task_and_the_task_its_commitments() {
    let (out, _, _) = plan(&["extract", "-", "--format", "json"], PLAN);
    let result: Value = serde_json::from_str(&out).expect("JSON");
    let task = &result[0]["tasks"][0];
    let stated = result[0]["commitments"].as_array().expect("a list").iter().find(|c| c["indicator"] == "幼儿园");
    let stated = stated.expect("the commitment");
    assert_eq!(stated["task"], task["id"]);
    assert_eq!(task["commitments"], Value::from(vec![stated["id"].clone()]));
    let free = result[0]["commitments"].as_array().expect("a list").iter().find(|c| c["indicator"] == "公园");
    assert_eq!(free.expect("the commitment")["task"], Value::Null);
}

#[test]
fn filters_keep_a_unit_a_year_a_theme_and_a_section() {
    let texts = |more: &[&str]| tasks(PLAN, more).len();
    assert_eq!(texts(&["--unit", "市卫生健康委员会"]), 1);
    assert_eq!(texts(&["--unit", "教育局"]), 1);
    assert_eq!(texts(&["--unit", "公安局"]), 0);
    assert_eq!(texts(&["--due", "2024"]), 1);
    assert_eq!(texts(&["--theme", "health"]), 1);
    assert_eq!(texts(&["--section", "1"]), 3);
}

#[test]
fn by_unit_says_what_each_owes() {
    let (out, _, code) = plan(&["tasks", "-", "--by", "unit", "--format", "json"], PLAN);
    assert_eq!(code, 0);
    let units: Value = serde_json::from_str(&out).expect("JSON");
    let of = |name: &str| units.as_array().expect("a list").iter().find(|u| u["unit"] == name).expect(name).clone();
    assert_eq!(of("市医疗保障局")["supports"].as_array().map(Vec::len), Some(1));
    assert_eq!(of("市教育局")["leads"].as_array().map(Vec::len), Some(1));
    let (_, err, code) = plan(&["tasks", "-", "--by", "unit", "--format", "csv"], PLAN);
    assert_eq!(code, 2);
    assert!(err.contains("--by unit gives a table, yaml or json"), "{err}");
}

#[test]
fn the_table_counts_what_has_no_time_and_csv_has_a_row_a_task() {
    let (table, _, _) = plan(&["tasks", "-", "--format", "table"], PLAN);
    assert!(table.contains("3 tasks: 1 dated, 1 ongoing, 1 without a time"), "{table}");
    let (csv, _, _) = plan(&["tasks", "-", "--format", "csv"], PLAN);
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 3);
    assert!(rows.iter().any(|row| row.iter().any(|cell| cell == "市卫生健康委员会")));
}

#[test]
fn text_that_names_nobody_gives_no_task() {
    let prose = "云岭市规划\n一、目标\n到2025年，由龙头企业牵头组建联合体5个（其中市级3个），责任单位要切实履职。\n";
    assert_eq!(tasks(prose, &[]), Vec::<Value>::new());
    let (table, _, _) = plan(&["tasks", "-", "--format", "table"], prose);
    assert!(table.contains("no tasks"), "{table}");
}

#[test]
fn heads_lines_and_open_brackets_are_read() {
    let document = "云岭市2024年方案\n一、改革\n以下任务由市发改委牵头：\n完善项目库并储备项目。\n开展信用修复一件事。\n\
        二、民生\n新建社区食堂二十个，完善助餐网络。\n责任单位：市民政局\n完成时限：2024年10月底前\n\
        三、安全\n更新消火栓400个（市消防救援支队、市应急管理局负责。完善预案。\n";
    let (out, err, _) = plan(&["tasks", "-", "--format", "json"], document);
    assert_eq!(err, "");
    let documents: Value = serde_json::from_str(&out).expect("JSON");
    let tasks = documents[0]["tasks"].as_array().expect("a list");
    let inherited: Vec<bool> = tasks.iter().map(|task| task["inherited"].as_bool().expect("a bool")).collect();
    assert_eq!(inherited.iter().filter(|taken| **taken).count(), 2, "{tasks:?}");
    let canteen = tasks.iter().find(|task| task["text"].as_str().is_some_and(|t| t.contains("社区食堂"))).expect("it");
    assert_eq!((names(&canteen["lead"]), &canteen["deadline"]["month"]), (vec!["市民政局"], &Value::from(10)));
    let (out, _, _) = plan(&["extract", "-", "--format", "json"], document);
    let result: Value = serde_json::from_str(&out).expect("JSON");
    let codes: Vec<&Value> = result[0]["diagnostics"].as_array().expect("a list").iter().map(|d| &d["code"]).collect();
    assert!(codes.contains(&&Value::from("task.open-bracket")), "{codes:?}");
}

#[test]
fn a_thousand_units_and_a_list_that_is_a_sentence_lose_nothing() {
    let units: Vec<String> = (0..1000).map(|n| format!("云岭{n}局")).collect();
    let document = format!("云岭市方案\n一、任务\n整治环境（责任单位：{}）。\n", units.join("、"));
    assert_eq!(names(&tasks(&document, &[])[0]["lead"]).len(), 1000);
    let sentence = "云岭市方案\n一、任务\n整治环境（责任单位：要按照职责分工抓好各项任务落实并定期报告进展）。\n";
    let read = tasks(sentence, &[]);
    assert_eq!(names(&read[0]["lead"]), ["要按照职责分工抓好各项任务落实并定期报告进展"]);
}

/// One form of `fixtures/tasks/forms.yaml`.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    about: String,
    #[serde(default)]
    bare: bool,
    text: String,
    tasks: Vec<String>,
}

/// As the fixture writes it: number | deed | lead | support | persons | deadline.
fn shown(task: &plan::analysis::Task) -> String {
    let names = |units: &[plan::duty::Unit]| units.iter().map(|unit| unit.name.as_str()).collect::<Vec<_>>().join("+");
    let mark = if task.inherited { "~" } else { "" };
    let (number, persons) = (task.number.as_deref().unwrap_or(""), task.persons.join("+"));
    let deadline = task.deadline.as_ref().map_or(String::new(), |when| {
        let day = when.day.map_or(String::new(), |day| format!("-{day:02}"));
        let quarter = when.quarter.map_or(String::new(), |quarter| format!(" Q{quarter}"));
        when.short() + &day + &quarter
    });
    let (lead, support) = (names(&task.lead), names(&task.support));
    format!("{mark}{number} | {} | {lead} | {support} | {persons} | {deadline}", task.text)
}

#[test]
fn every_form_of_giving_out_work_is_read() {
    let forms = include_str!("../../fixtures/tasks/forms.yaml");
    let forms: Vec<Form> = serde_yaml::from_str(forms).expect("fixtures/tasks/forms.yaml");
    let mut wrong = Vec::new();
    for form in forms {
        let heading = if form.bare || form.text.starts_with("一、") { "" } else { "一、重点任务\n" };
        let document = format!("云岭市2024年工作方案\n{heading}{}\n", form.text);
        let source = plan::source::Source { name: "form.txt", bytes: document.as_bytes() };
        let read: Vec<String> =
            plan::analysis::analyze(source).expect("a reading").analysis.tasks.iter().map(shown).collect();
        if read != form.tasks {
            wrong.push(format!("{}\n  want {:#?}\n  got {read:#?}", form.about, form.tasks));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
