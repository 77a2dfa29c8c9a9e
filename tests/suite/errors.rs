//! Bad input: one clear message that names file, place and what to do; exit status 2; the rest of a batch unharmed.

use std::{fs, path::Path};

use crate::common::{PLAN, SEED, file, plan, run, stderr, stdout};

/// Runs `plan`, expects status 2 and nothing on standard output, and gives the message.
fn refused(args: &[&str]) -> String {
    let output = run(args);
    assert_eq!(output.status.code(), Some(2), "{args:?}: {}", stderr(&output));
    assert!(output.stdout.is_empty(), "{args:?}: {}", stdout(&output));
    stderr(&output)
}

fn says(message: &str, words: &[&str]) {
    for word in words {
        assert!(message.contains(word), "`{word}` is not in: {message}");
    }
}

fn name(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

#[test]
fn files_that_cannot_be_read() {
    let folder = tempfile::tempdir().expect("a folder");
    for command in ["extract", "outline", "text"] {
        says(&refused(&[command, "no-such-plan.txt"]), &["no-such-plan.txt", "no such file"]);
        let nothing = folder.path().join("nothing");
        std::fs::create_dir_all(&nothing).expect("a folder");
        says(&refused(&[command, name(&nothing)]), &[name(&nothing), "folder"]);
        let empty = file(folder.path(), "empty.txt", "");
        says(&refused(&[command, name(&empty)]), &["empty.txt", "empty"]);
        let blank = file(folder.path(), "blank.txt", " \n\u{3000}\n");
        says(&refused(&[command, name(&blank)]), &["blank.txt", "empty"]);
        let binary = file(folder.path(), "image.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\xff\xfe\xfd\x80\x81");
        says(&refused(&[command, name(&binary)]), &["image.png", "no text"]);
    }
    let output = plan().args(["extract", "-"]).write_stdin("").output().expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    says(&stderr(&output), &["standard input", "empty"]);
}

#[test]
fn words_that_are_not_known() {
    says(&refused(&["extract", SEED, "--theme", "inovation"]), &["inovation", "did you mean `innovation`?"]);
    says(&refused(&["extract", SEED, "--format", "jsno"]), &["jsno", "json"]);
    says(&refused(&["extract", SEED, "-o", "plan.docx"]), &["plan.docx", "`.docx`", "--format"]);
    says(&refused(&["extrat", SEED]), &["extrat", "extract"]);
    says(&refused(&["extract"]), &["PATH"]);
    says(&refused(&["eval", "--gold", "g.yaml", SEED, "--lines", "9-3"]), &["9-3", "1-120"]);
    let gold = "fixtures/gold/gulou-14fyp.yaml";
    let beyond = refused(&["eval", "--gold", gold, SEED, "--lines", "999999-9999999"]);
    says(&beyond, &["--lines 999999-9999999", "the text has"]);
}

#[test]
fn values_that_are_none_are_refused_in_words() {
    says(&refused(&["track", SEED, "--observed", "x.csv", "--as-of", "foo"]), &["give one year from 1949 to 2100"]);
    says(&refused(&["scan", "--year", "abc", "5个"]), &["give one year from 1900 to 2100"]);
    says(&refused(&["extract", SEED, "--jobs", "0"]), &["give a whole number from 1 on"]);
    says(&refused(&["extract", SEED, "--glob", "["]), &["--glob [", "this is no pattern"]);
    says(&refused(&["extract", SEED, "--theme", "foo"]), &["there is no theme `foo` (the themes are"]);
    says(&refused(&["explain", "foo"]), &["no rule is called `foo`; `plan explain` lists them"]);
    says(&refused(&[SEED]), &[SEED, "plan extract"]);
    says(&refused(&["init", "no-such-folder"]), &["no-such-folder: there is no such folder"]);
}

#[test]
fn results_are_written_where_they_can_be_looked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let there = |file: &str| folder.path().join(file).to_str().expect("UTF-8").to_owned();
    let message = refused(&["extract", SEED, "-o", &there("none/x.csv")]);
    says(&message, &["none/x.csv", "there is no folder"]);
    assert!(!message.contains(".plan-"), "{message}");
    says(&refused(&["report", SEED, "-o", &there("r.docx")]), &["r.docx", "a page is HTML"]);
    says(&refused(&["check", SEED, "-o", &there("c.docx")]), &["c.docx", "`.docx`", "--format"]);
    assert!(fs::read_dir(folder.path()).expect("a folder").next().is_none(), "nothing is written");
    run(&["check", SEED, "-o", &there("c.json"), "--exit-zero"]);
    assert!(fs::read_to_string(there("c.json")).expect("it is there").contains("plan-check/1"));
    for args in [
        &["text", SEED][..],
        &["outline", SEED],
        &["scan", "5个企业"],
        &["eval", "--gold", "fixtures/gold/gulou-14fyp.yaml", SEED],
    ] {
        let to = there("out.txt");
        assert!(run(&[args, &["-o", &to]].concat()).status.success(), "{args:?}");
        assert_eq!(fs::read_to_string(&to).expect("it is there"), stdout(&run(args)), "{args:?}");
    }
}

#[test]
fn a_saved_result_is_named_by_its_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let saved = folder.path().join("g.json");
    run(&["extract", SEED, "-o", name(&saved)]);
    for command in ["extract", "report"] {
        let message = refused(&[command, name(&saved)]);
        says(&message, &["g.json: this is a result of `plan extract`", "diff and track"]);
        assert!(!message.contains(SEED), "{message}");
    }
}

#[test]
fn side_files_that_do_not_fit_are_named_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let plan = file(folder.path(), "plan.txt", PLAN);
    for (side, told) in [
        ("- rule: text.foo\n  reason: x\n", "plan-ignore.yaml, entry 1: no rule is called `text.foo`"),
        ("a: 1\n", "plan-ignore.yaml: it is no list"),
        ("- [\n", "plan-ignore.yaml: "),
    ] {
        file(folder.path(), "plan.plan-ignore.yaml", side);
        let message = stderr(&run(&["check", name(&plan)]));
        says(&message, &[told]);
        assert_eq!(message.matches("plan-ignore.yaml").count(), 1, "{message}");
    }
    let wrong = file(folder.path(), "known.yaml", "rules: {}\n");
    says(&refused(&["check", name(&plan), "--baseline", name(&wrong)]), &["known.yaml: this is no baseline"]);
    let lost = run(&["check", "no-such-plan.txt"]);
    assert!(lost.status.code() == Some(2) && lost.stdout.is_empty(), "{}", stdout(&lost));
}

#[test]
fn a_bad_file_costs_itself_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let good = file(folder.path(), "good.txt", PLAN);
    let nothing = folder.path().join("nothing");
    std::fs::create_dir(&nothing).expect("a folder");
    let output = run(&["extract", "no-such-plan.txt", name(&good), name(&nothing), "-f", "json"]);
    assert_eq!(output.status.code(), Some(2));
    let read: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(read.len(), 1);
    assert_eq!(read[0]["document"]["source"]["path"], name(&good));
    says(&stderr(&output), &["no-such-plan.txt", "1 of 3 documents read, 2 failed"]);
    assert_eq!(stderr(&output).lines().count(), 3);
}

#[test]
fn gold_files_that_do_not_fit() {
    let folder = tempfile::tempdir().expect("a folder");
    let document = file(folder.path(), "plan.txt", PLAN);
    let eval = |gold: &str| {
        let path = file(folder.path(), "gold.yaml", gold);
        refused(&["eval", "--gold", name(&path), name(&document)])
    };
    let message = eval("- {line: 5, quote: 突破80家, status: target, indicatr: 高新技术企业}");
    says(&message, &["gold.yaml", "record 1", "line 5", "`indicatr`", "`indicator`"]);
    let message = eval("- {line: 3, quote: 突破80家, status: target}");
    says(&message, &["gold.yaml", "record 1", "line 3", "突破80家", "打造创新高地"]);
    says(&eval("- {line: 5, quote: 突破80家, status: goal}"), &["record 1", "goal"]);
    says(&eval("- [1, 2"), &["gold.yaml", "line"]);
    says(&eval(&"{a: ".repeat(75_000)), &["gold.yaml", "nests deeper"]);
    says(&refused(&["eval", "--gold", "no-such.yaml", name(&document)]), &["no-such.yaml", "no such file"]);
}

#[test]
fn a_document_that_states_nothing_is_no_error_and_says_so() {
    let output =
        plan().args(["extract", "-", "-f", "json"]).write_stdin("云岭的早晨很安静。\n").output().expect("it runs");
    assert!(output.status.success(), "{}", stderr(&output));
    let read: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(read[0]["commitments"], serde_json::json!([]));
    assert_eq!(read[0]["achievements"], serde_json::json!([]));
    let codes: Vec<&str> =
        read[0]["diagnostics"].as_array().expect("a list").iter().filter_map(|d| d["code"].as_str()).collect();
    assert!(codes.contains(&"document.no-statement"), "{codes:?}");
}

#[test]
fn a_section_that_is_not_there_names_the_nearest() {
    let folder = tempfile::tempdir().expect("a folder");
    let plan = file(folder.path(), "plan.txt", PLAN);
    says(&refused(&["extract", name(&plan), "--section", "1.7"]), &["no section `1.7`", "nearest is 1.1"]);
    for there in ["1.1", "§1.1"] {
        assert_eq!(run(&["extract", name(&plan), "--section", there]).status.code(), Some(0), "{there}");
    }
}

#[test]
fn what_is_read_is_not_written_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let plan = file(folder.path(), "plan.txt", PLAN);
    let other = file(folder.path(), "other.txt", PLAN);
    let hard = folder.path().join("hard.json");
    std::fs::hard_link(&plan, &hard).expect("a link");
    let mut outputs = vec![plan.clone(), folder.path().join(".").join("plan.txt"), hard];
    #[cfg(unix)]
    {
        let soft = folder.path().join("soft.yaml");
        std::os::unix::fs::symlink(&plan, &soft).expect("a link");
        outputs.push(soft);
    }
    for output in &outputs {
        let output = name(output);
        for args in [
            vec!["extract", name(&other), name(&plan), "-f", "json", "-o", output],
            vec!["diff", name(&other), name(&plan), "-f", "json", "-o", output],
            vec!["check", name(&plan), "-o", output],
            vec!["check", name(&plan), "--write-baseline", output],
        ] {
            says(&refused(&args), &["this is the input", "write to another file"]);
        }
    }
    assert_eq!(std::fs::read_to_string(&plan).expect("there"), PLAN);
}
