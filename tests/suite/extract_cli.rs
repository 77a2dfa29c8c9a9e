//! `plan extract`: formats, files, streams and filters.

use std::process::{Command, Stdio};

use crate::common::{PLAN, SEED, extracted, file, plan, run, stderr, stdout};
use serde_json::Value;

fn statements(document: &Value) -> Vec<&Value> {
    let list = |key: &str| document[key].as_array().expect("a list").iter();
    list("commitments").chain(list("achievements")).collect()
}

#[test]
fn a_pipe_gets_yaml_and_the_same_bytes_each_time() {
    let first = run(&["extract", SEED]);
    assert!(first.status.success());
    assert!(stdout(&first).starts_with("schema: plan/1\ndocument:\n"), "{}", stdout(&first));
    assert_eq!(first.stdout, run(&["extract", SEED]).stdout);
}

#[test]
fn structured_formats_say_the_same() {
    let json = extracted(&[SEED]);
    let yaml: Value = serde_yaml::from_str(&stdout(&run(&["extract", SEED, "--format", "yaml"]))).expect("YAML");
    assert_eq!(json.len(), 1);
    assert_eq!(json[0], yaml);
    let count = statements(&json[0]).len();
    let jsonl = stdout(&run(&["extract", SEED, "--format", "jsonl"]));
    assert_eq!(jsonl.lines().count(), count);
    for (line, statement) in jsonl.lines().zip(statements(&json[0])) {
        let line: Value = serde_json::from_str(line).expect("JSON");
        assert_eq!((&line["id"], &line["quantity"]), (&statement["id"], &statement["quantity"]));
        assert_eq!(line["document"]["path"], SEED);
    }
    let csv = stdout(&run(&["extract", SEED, "--format", "csv"]));
    let rows: Result<Vec<_>, _> = csv::Reader::from_reader(csv.as_bytes()).into_records().collect();
    assert_eq!(rows.expect("rows").len(), count);
    assert!(csv.starts_with("schema,file,title,"), "no byte order mark in a pipe");
}

#[test]
fn a_table_names_the_document_and_stays_within_its_width() {
    let output = run(&["extract", SEED, "--format", "table"]);
    let table = stdout(&output);
    assert!(output.status.success() && table.lines().next().is_some_and(|line| line.contains(SEED)), "{table}");
    assert!(!table.contains('\u{1b}'), "no colour in a pipe");
}

#[test]
fn several_documents_and_standard_input() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(folder.path(), "青禾.txt", PLAN);
    let both = [path.to_str().expect("UTF-8"), SEED];
    assert_eq!(extracted(&both).len(), 2);
    let yaml = stdout(&run(&["extract", both[0], both[1]]));
    assert_eq!(yaml.lines().filter(|line| *line == "---").count(), 1);
    let output = plan().args(["extract", "-", "-f", "json"]).write_stdin(PLAN).output().expect("it runs");
    let read: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(read[0]["document"]["source"]["path"], "-");
    let sha = |value: &Value| value["document"]["source"]["sha256"].clone();
    assert_eq!(sha(&read[0]), sha(&extracted(&both)[0]));
}

#[test]
fn a_file_is_written_whole_and_its_name_tells_the_format() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_str().expect("UTF-8").to_owned();
    for name in ["plan.csv", "plan.json", "plan.jsonl", "plan.yaml"] {
        let output = run(&["extract", SEED, "-o", &path(name)]);
        assert!(output.status.success() && output.stdout.is_empty(), "{}", stderr(&output));
    }
    let read = |name: &str| std::fs::read(path(name)).expect("written");
    assert!(read("plan.csv").starts_with("\u{FEFF}schema,".as_bytes()), "spreadsheet programs need the mark");
    assert!(read("plan.json").starts_with(b"[\n"));
    assert_eq!(read("plan.yaml"), run(&["extract", SEED]).stdout);
    assert_eq!(read("plan.jsonl"), run(&["extract", SEED, "-f", "jsonl"]).stdout);
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 4, "nothing is left beside them");
}

#[test]
fn a_failed_write_leaves_the_old_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let old = file(folder.path(), "out.json", "old");
    let output = run(&["extract", "no-such-plan.txt", "-o", old.to_str().expect("UTF-8")]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(std::fs::read(&old).expect("there"), b"old");
    let output = run(&["extract", SEED, "-o", folder.path().join("no/such/out.json").to_str().expect("UTF-8")]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("out.json"));
}

#[test]
fn filters_keep_what_they_name() {
    let count = |args: &[&str], ok: &dyn Fn(&Value) -> bool| {
        let documents = extracted(&[&[SEED], args].concat());
        let kept = statements(&documents[0]).into_iter().map(|s| assert!(ok(s), "{args:?}: {s}")).count();
        let all = extracted(&[SEED]);
        assert_eq!(kept, statements(&all[0]).into_iter().filter(|s| ok(s)).count(), "{args:?}");
    };
    count(&["--status", "target"], &|s| s["status"] == "target");
    count(&["--status", "achieved"], &|s| s["status"] == "achieved");
    count(&["--status", "all"], &|_| true);
    count(&["--theme", "innovation"], &|s| s["theme"] == "innovation");
    count(&["--theme", "科技创新"], &|s| s["theme"] == "innovation");
    count(&["--kind", "milestone"], &|s| s["kind"] == "milestone");
    count(&["--due", "2035"], &|s| s["deadline"]["year"] == 2035);
    let within = |s: &Value| s["section"].as_str().is_some_and(|id| id == "3" || id.starts_with("3."));
    count(&["--section", "3"], &within);
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let mut child = Command::new(assert_cmd::cargo::cargo_bin!("plan"))
        .args(["text", SEED])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success() && output.stderr.is_empty(), "{}", stderr(&output));
}

#[test]
fn the_text_is_what_offsets_refer_to() {
    let text = stdout(&run(&["text", SEED]));
    for statement in statements(&extracted(&[SEED])[0]) {
        let at = |key: &str| statement["source"][key].as_u64().expect("a number") as usize;
        assert_eq!(&text[at("start")..at("end")], statement["source"]["quote"].as_str().expect("text"));
        let line = text.lines().nth(at("line") - 1).expect("the line");
        let rest: String = line.chars().skip(at("column") - 1).collect();
        let first = statement["source"]["quote"].as_str().and_then(|q| q.lines().next()).expect("text");
        assert!(rest.starts_with(first), "{statement}");
    }
}

#[test]
fn completions_and_manual_name_every_command() {
    let manual = stdout(&run(&["man"]));
    let script = stdout(&run(&["completions", "bash"]));
    for command in ["extract", "outline", "text", "scan", "eval", "schema"] {
        assert!(manual.contains(command) && script.contains(command), "{command}");
    }
    assert!(manual.contains("section") && manual.starts_with(".ie"), "{manual}");
}
