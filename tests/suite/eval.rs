//! `plan eval` from the command line; the figures themselves are tested beside the code.

use crate::common::{PLAN, file, run, stderr, stdout};
use serde_json::Value;

const GOLD: &str = "
- {line: 5, quote: 突破80家, status: target, kind: quantity, indicator: 高新技术企业, value: 80, unit: 家, comparator: gt,
   change: level, deadline: 2025, deadline_source: explicit, modality: plain, theme: innovation}
- {line: 6, quote: 达到35家, status: achieved, kind: quantity, indicator: 高新技术企业, value: 35, unit: 家,
   comparator: eq, change: level, deadline: 2020, deadline_source: explicit, modality: plain, theme: innovation}
";

fn eval(args: &[&str]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let document = file(folder.path(), "plan.txt", PLAN);
    let gold = file(folder.path(), "gold.yaml", GOLD);
    let fixed = ["eval", "--gold", gold.to_str().expect("UTF-8"), document.to_str().expect("UTF-8")];
    let output = run(&[&fixed, args].concat());
    assert!(output.status.success(), "{}", stderr(&output));
    stdout(&output)
}

#[test]
fn the_table_has_a_column_for_each_class() {
    let table = eval(&["--errors"]);
    let words = |start: &str| -> Vec<String> {
        let line = table.lines().find(|line| line.starts_with(start)).expect(start);
        line.split_whitespace().map(str::to_owned).collect()
    };
    assert_eq!(words("   "), ["target/quantity", "target/milestone", "achieved/quantity"]);
    assert_eq!(words("gold"), ["gold", "1", "0", "1"]);
    for row in ["precision", "recall", "F1", "whole-record F1"] {
        assert!(table.contains(row), "{table}");
    }
}

#[test]
fn json_holds_the_same_and_lines_restrict_it() {
    let report: Value = serde_json::from_str(&eval(&["--format", "json"])).expect("JSON");
    assert_eq!(report["classes"][0]["gold"], 1);
    assert!(report["errors"].is_array());
    let report: Value = serde_json::from_str(&eval(&["--format", "json", "--lines", "6-6"])).expect("JSON");
    assert_eq!((&report["classes"][0]["gold"], &report["classes"][2]["gold"]), (&0.into(), &1.into()));
}
