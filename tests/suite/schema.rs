//! `plan schema`: real output, and a result in which every field is filled, keep to it.

use crate::common::{PLAN, SEED, extracted, plan, run, stdout};
use serde_json::{Value, json};

fn schema(of: &str) -> Value {
    serde_json::from_str(&stdout(&run(&["schema", "--of", of]))).expect("JSON")
}

fn errors(instance: &Value) -> Vec<String> {
    errors_of("extract", instance)
}

fn errors_of(command: &str, instance: &Value) -> Vec<String> {
    let schema = schema(command);
    let validator = jsonschema::validator_for(&schema).expect("a JSON Schema");
    validator.iter_errors(instance).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// Every field of the schema, filled.
fn filled() -> Value {
    let place = json!({"line": 5, "column": 1, "end_line": 5, "end_column": 6, "start": 0, "end": 15, "page": null, "quote": "突破80家"});
    let record = json!({
        "id": "0123456789ab", "status": "target", "section": "1.1", "path": ["第一章 打造创新高地"],
        "setting": "goals", "kind": "quantity", "indicator_key": "new_hightech_firms", "measure": "level",
        "indicator": "高新技术企业", "scope": "全县",
        "quantity": {"value": 80.5, "upper": "12345678901234567890.5", "unit": "家", "comparator": "range",
            "change": "level", "text": "突破80家"},
        "baseline": {"value": 35, "unit": "家", "year": 2020},
        "planned": {"value": 78, "unit": "家", "year": 2025},
        "deadline": {"year": 2025, "month": 6, "source": "explicit", "text": "到2025年"},
        "recurrence": "yearly", "modality": "ensure", "nature": "binding", "theme": "innovation",
        "responsible": ["县科技局"], "task": "0123456789ac",
        "row": {"group": ["创新"], "row": 2, "heads": ["2025年"]}, "sentence": "…", "source": place.clone(),
        "evidence": ["verb:突破"]
    });
    let task = json!({
        "id": "0123456789ac", "section": "1.1", "path": ["第一章 打造创新高地"], "number": "1.", "text": "培育高新技术企业",
        "lead": [{"name": "县科技局", "full": "县科学技术局"}], "support": [], "persons": ["分管副县长"], "inherited": false,
        "deadline": {"course": "staged", "year": 2025, "month": 6, "day": 30, "quarter": 2, "text": "6月底前",
            "stages": [{"year": 2025, "month": 6, "text": "完成"}]},
        "modality": "plain", "theme": "innovation", "commitments": ["0123456789ab"], "source": place.clone()
    });
    json!({
        "schema": "plan/1",
        "document": {"title": "t", "issuer": "青禾县",
            "region_code": "330000", "region_level": "county", "kind": "outline_plan", "year": 2021, "period": {"start": 2021, "end": 2025}, "horizon": 2035,
            "approved": "2021-01-01", "delivered": null, "issued": null, "published": null, "number": null,
            "source": {"path": "-", "media": "text", "encoding": "UTF-8", "sha256": "00", "bytes": 1}},
        "outline": [{"id": "1", "level": "chapter", "label": "第一章", "title": "t", "line": 3, "children": []}],
        "tables": [{"caption": "c", "label": "表1", "line": 9, "header": ["指标"], "rows": [["a"]], "missing": false}],
        "worded": [{"indicator_key": "gdp", "measure": "growth", "how": "not_set", "year": 2021, "section": "1", "source": place.clone()}],
        "commitments": [record], "achievements": [], "tasks": [task],
        "diagnostics": [{"code": "a.b", "message": "m", "line": 1, "column": 1}]
    })
}

#[test]
fn real_output_is_valid() {
    for document in extracted(&[SEED]) {
        assert_eq!(errors(&document), Vec::<String>::new());
    }
    let output = plan().args(["extract", "-", "-f", "json"]).write_stdin(PLAN).output().expect("it runs");
    let documents: Vec<Value> = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(errors(&documents[0]), Vec::<String>::new());
}

#[test]
fn panels_and_counts_are_valid() {
    let report = "2025年浙江省政府工作报告\n一、2024年工作回顾\n城镇新增就业20万人。\n二、2025年工作安排\n\
                  今年主要预期目标是：地区生产总值增长5%—5.5%，居民收入增长与经济增长同步。\n";
    for command in ["panel", "stats"] {
        let output = plan().args([command, "-", "-f", "json"]).write_stdin(report).output().expect("it runs");
        let mut result: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!(result["schema"], format!("plan-{command}/1"));
        assert_eq!(errors_of(command, &result), Vec::<String>::new());
        result.as_object_mut().expect("an object").remove("schema");
        assert_eq!(errors_of(command, &result).len(), 1, "{command}");
    }
}

#[test]
fn what_is_tracked_and_what_is_found_are_valid() {
    let track = ["track", SEED, "--observed", "fixtures/track/gulou.csv", "-f", "json"];
    for (command, args) in [("track", &track[..]), ("check", &["check", SEED, "-f", "json", "--exit-zero"])] {
        let mut result: Value = serde_json::from_str(&stdout(&run(args))).expect("JSON");
        assert_eq!(result["schema"], format!("plan-{command}/1"));
        assert_eq!(errors_of(command, &result), Vec::<String>::new());
        result.as_object_mut().expect("an object").remove("schema");
        assert_eq!(errors_of(command, &result).len(), 1, "{command}");
    }
}

#[test]
fn the_types_and_the_schema_agree_on_every_field() {
    let analysis: plan::analysis::Analysis = serde_json::from_value(filled()).expect("the types read it");
    let written = serde_json::to_value(&analysis).expect("the types write it");
    assert_eq!(written, filled());
    assert_eq!(errors(&written), Vec::<String>::new());
}

#[test]
fn what_is_wrong_is_refused() {
    let mut wrong = filled();
    wrong["commitments"][0]["quantity"]["comparator"] = json!("more");
    wrong["document"].as_object_mut().expect("an object").remove("source");
    assert_eq!(errors(&wrong).len(), 2, "{:?}", errors(&wrong));
}
