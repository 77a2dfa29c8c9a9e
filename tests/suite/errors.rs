//! Bad input: one clear message that names file, place and what to do; exit status 2; the rest of a batch unharmed.

use std::path::Path;

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
