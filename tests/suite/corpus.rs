//! Many documents in one call: folders, lists, order, failures, and files that are whole or not there.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;

use crate::common::{PLAN, file, plan, stderr, stdout};

/// A folder of invented plans: three that are read, in two folders, and files that are no plans.
fn corpus() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    fs::create_dir_all(at.join("乙/深")).expect("folders");
    fs::create_dir_all(at.join(".hidden")).expect("folders");
    file(at, "乙/深/c.txt", PLAN.replace("青禾县", "丙县").replace("80家", "90家"));
    file(at, "a.txt", PLAN);
    file(at, "乙/b.md", PLAN.replace("青禾县", "乙县").replace("80家", "70家"));
    file(at, "notes.xyz", PLAN);
    file(at, "README.md", PLAN);
    file(at, ".hidden/d.txt", PLAN);
    folder
}

fn run(folder: &Path, args: &[&str]) -> std::process::Output {
    plan().current_dir(folder).args(args).output().expect("it runs")
}

/// The paths of the documents in the JSON on standard output.
fn paths(output: &std::process::Output) -> Vec<String> {
    let read: Vec<Value> = serde_json::from_slice(&output.stdout).expect("a JSON array");
    read.iter().map(|document| document["document"]["source"]["path"].as_str().expect("a path").to_owned()).collect()
}

#[test]
fn a_folder_is_walked_by_path_and_what_is_no_plan_left_out() {
    let folder = corpus();
    let output = run(folder.path(), &["extract", ".", "-f", "json"]);
    assert!(output.status.success(), "{}", stderr(&output));
    assert_eq!(paths(&output), ["./a.txt", "./乙/b.md", "./乙/深/c.txt"]);
    file(folder.path(), ".ignore", "深/\n");
    assert_eq!(paths(&run(folder.path(), &["extract", ".", "-f", "json"])), ["./a.txt", "./乙/b.md"]);
    fs::rename(folder.path().join(".ignore"), folder.path().join(".gitignore")).expect("renamed");
    assert_eq!(paths(&run(folder.path(), &["extract", ".", "-f", "json"])), ["./a.txt", "./乙/b.md"]);
}

#[test]
fn globs_choose_files_and_leave_files_out() {
    let folder = corpus();
    let read = |globs: &[&str]| {
        let globs = globs.iter().flat_map(|glob| ["--glob", glob]);
        let args: Vec<&str> = ["extract", ".", "-f", "json"].into_iter().chain(globs).collect();
        run(folder.path(), &args)
    };
    assert_eq!(paths(&read(&["*.xyz"])), ["./notes.xyz"]);
    assert_eq!(paths(&read(&["*.txt", "!a.txt"])), ["./乙/深/c.txt"]);
    assert_eq!(paths(&read(&["!*.txt"])), ["./乙/b.md"], "endings still choose");
    let none = read(&["*.pdf"]);
    assert_eq!((none.status.code(), none.stdout.len()), (Some(2), 0));
    assert!(stderr(&none).contains("no file in this folder matches --glob *.pdf"), "{}", stderr(&none));
    let broken = read(&["a[.txt"]);
    assert!(broken.status.code() == Some(2) && stderr(&broken).contains("--glob a[.txt"), "{}", stderr(&broken));
}

#[cfg(unix)]
#[test]
fn links_in_folders_are_not_followed() {
    let folder = corpus();
    std::os::unix::fs::symlink("..", folder.path().join("乙/round")).expect("a link");
    std::os::unix::fs::symlink("../a.txt", folder.path().join("乙/z.txt")).expect("a link");
    assert_eq!(paths(&run(folder.path(), &["extract", "乙", "-f", "json"])), ["乙/b.md", "乙/深/c.txt"]);
    assert_eq!(paths(&run(folder.path(), &["extract", "乙/z.txt", "-f", "json"])), ["乙/z.txt"], "a path given is");
}

#[test]
fn lists_of_paths_come_from_files_and_standard_input() {
    let folder = corpus();
    file(folder.path(), "list", "a.txt\r\n乙\n");
    let output = run(folder.path(), &["extract", "--files-from", "list", "-f", "json"]);
    assert_eq!(paths(&output), ["a.txt", "乙/b.md", "乙/深/c.txt"]);
    let mut command = plan();
    command.current_dir(folder.path()).args(["extract", "a.txt", "--files-from", "-", "-f", "json"]);
    let output = command.write_stdin("乙/深/c.txt\0a.txt\0").output().expect("it runs");
    assert_eq!(paths(&output), ["a.txt", "乙/深/c.txt"], "each document once");
    let both = run(folder.path(), &["extract", "-", "--files-from", "-"]);
    assert!(both.status.code() == Some(2) && stderr(&both).contains("standard input"), "{}", stderr(&both));
}

#[test]
fn any_number_of_jobs_gives_the_same_bytes_in_every_format() {
    let folder = tempfile::tempdir().expect("a folder");
    for n in 0..30 {
        // Documents of very different length, so that later ones are done first.
        let lines = "2020年，全县高新技术企业达到35家。\n".repeat(if n % 7 == 0 { 60 } else { 1 });
        file(
            folder.path(),
            &format!("{n:02}.txt"),
            format!("{}{lines}", PLAN.replace("80家", &format!("{}家", 80 + n))),
        );
    }
    file(folder.path(), "broken.txt", b"\0\0\0\0");
    for format in ["table", "yaml", "json", "jsonl", "csv"] {
        let of = |jobs: &str| run(folder.path(), &["extract", ".", "-f", format, "--jobs", jobs]);
        let one = of("1");
        assert_eq!(one.status.code(), Some(2), "one is broken");
        for jobs in ["2", "8"] {
            let more = of(jobs);
            assert!(one.stdout == more.stdout && one.stderr == more.stderr, "{format}, {jobs} jobs");
        }
    }
    let csv = stdout(&run(folder.path(), &["extract", ".", "-f", "csv"]));
    assert_eq!(csv.matches("schema,file,").count(), 1, "one head");
}

#[test]
fn what_fails_is_named_and_written_and_costs_itself_alone() {
    let folder = corpus();
    file(folder.path(), "乙/empty.txt", "");
    let args = ["extract", "a.txt", "no-such.txt", "乙", "-f", "json", "--errors", "failed.jsonl"];
    let output = run(folder.path(), &args);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(paths(&output), ["a.txt", "乙/b.md", "乙/深/c.txt"]);
    let said = stderr(&output);
    assert!(said.ends_with("plan: 3 of 5 documents read, 2 failed: no-such.txt, 乙/empty.txt\n"), "{said}");
    let written = fs::read_to_string(folder.path().join("failed.jsonl")).expect("written");
    let lines: Vec<Value> = written.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.iter().map(|line| &line["path"]).collect::<Vec<_>>(), ["no-such.txt", "乙/empty.txt"]);
    assert!(lines[1]["error"].as_str().is_some_and(|error| error.contains("the file is empty")), "{written}");
    let all_well = run(folder.path(), &["extract", "a.txt", "--errors", "failed.jsonl"]);
    assert!(all_well.status.success());
    assert_eq!(fs::read(folder.path().join("failed.jsonl")).expect("written"), b"", "no old errors are left");
}

#[test]
fn quiet_leaves_out_notices_and_keeps_errors() {
    let folder = corpus();
    file(folder.path(), "silent.txt", "青禾县规划\n\n第一章 总则\n本规划适用于全县。\n");
    let said = |args: &[&str]| {
        stderr(&run(folder.path(), &[&["extract", "silent.txt", "gone.txt", "-f", "csv"], args].concat()))
    };
    assert!(said(&[]).contains("document.no-statement"));
    assert!(
        !said(&["-q"]).contains("document.no-statement") && said(&["-q"]).contains("gone.txt: there is no such file")
    );
    for command in ["tables", "panel"] {
        let said = |args: &[&str]| stderr(&run(folder.path(), &[&[command, "silent.txt"], args].concat()));
        assert!(!said(&[]).is_empty() && said(&["-q"]).is_empty(), "{command}: {}", said(&["-q"]));
    }
}

#[test]
fn a_section_is_refused_where_no_document_has_it() {
    let folder = corpus();
    file(folder.path(), "乙/flat.txt", "丁县规划\n到2025年，全县高新技术企业突破80家。\n");
    let output = run(folder.path(), &["extract", ".", "--section", "9", "-f", "jsonl", "-o", "out.jsonl"]);
    assert!(
        output.status.code() == Some(2) && stderr(&output).contains("there is no section `9`"),
        "{}",
        stderr(&output)
    );
    assert!(!folder.path().join("out.jsonl").exists());
    let output = run(folder.path(), &["extract", "乙/flat.txt", "a.txt", "--section", "1", "-f", "json"]);
    assert_eq!(paths(&output), ["乙/flat.txt", "a.txt"], "what waited for the section comes too");
}

#[test]
fn other_commands_take_folders_too() {
    let folder = corpus();
    let ok = |args: &[&str]| {
        let output = run(folder.path(), args);
        assert!(output.status.success(), "{args:?}: {}", stderr(&output));
        stdout(&output)
    };
    let outline = ok(&["outline", "."]);
    let at = |text: &str| outline.find(text).unwrap_or_else(|| panic!("{text} in {outline}"));
    assert!(
        at("== ./a.txt") < at("青禾县")
            && at("青禾县") < at("== ./乙/b.md")
            && at("== ./乙/b.md") < at("== ./乙/深/c.txt")
    );
    assert_eq!(ok(&["outline", "a.txt"]).lines().next(), Some("青禾县国民经济和社会发展第十四个五年规划纲要"));
    assert_eq!(ok(&["tasks", ".", "-f", "json"]).matches("\"path\": \"./").count(), 3);
    let with_tables = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/documents/media/plan.txt");
    fs::copy(with_tables, folder.path().join("乙/t.txt")).expect("copied");
    let tables: Vec<Value> = serde_json::from_str(&ok(&["tables", ".", "-f", "json"])).expect("JSON");
    assert!(!tables.is_empty() && tables.iter().all(|table| table["file"] == "./乙/t.txt"), "{tables:?}");
    ok(&["tables", ".", "-f", "csv", "-o", "tables"]);
    assert!(folder.path().join("tables/t/table-01.csv").exists());
}

/// A batch that takes long enough to be stopped in its middle.
fn long_batch(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("plan"));
    command.current_dir(folder).args(["extract", "corpus"]).args(args);
    command
}

fn many(folder: &Path) {
    fs::create_dir(folder.join("corpus")).expect("a folder");
    let text = format!("{PLAN}{}", "到2025年，全县森林覆盖率达到65%以上，新建学校3所。\n".repeat(300));
    (0..200).for_each(|n| drop(file(folder, &format!("corpus/{n}.txt"), &text)));
}

/// Waits until an unfinished file with content stands in `folder`.
fn wait_for_rows(folder: &Path) {
    let begun = Instant::now();
    let is_begun = || {
        fs::read_dir(folder).expect("a folder").filter_map(Result::ok).any(|entry| {
            entry.file_name().to_string_lossy().starts_with(".plan-")
                && entry.metadata().is_ok_and(|there| there.len() > 0)
        })
    };
    while !is_begun() {
        assert!(begun.elapsed() < Duration::from_secs(60), "no rows were written before all was read");
        thread::sleep(Duration::from_millis(5));
    }
}

#[cfg(unix)]
#[test]
fn a_batch_that_is_killed_leaves_the_old_file() {
    let folder = tempfile::tempdir().expect("a folder");
    many(folder.path());
    file(folder.path(), "out", "old");
    let mut child = long_batch(folder.path(), &["-f", "csv", "-o", "out"]).spawn().expect("it starts");
    wait_for_rows(folder.path());
    child.kill().expect("killed");
    assert!(!child.wait().expect("it ends").success());
    assert_eq!(fs::read(folder.path().join("out")).expect("there"), b"old");
}

#[test]
fn the_first_rows_come_before_the_last_document_is_read() {
    let folder = tempfile::tempdir().expect("a folder");
    many(folder.path());
    let mut batch = long_batch(folder.path(), &["-f", "jsonl"]);
    let mut child = batch.stdout(Stdio::piped()).spawn().expect("it starts");
    let mut out = std::io::BufReader::new(child.stdout.take().expect("a pipe"));
    let mut line = String::new();
    std::io::BufRead::read_line(&mut out, &mut line).expect("a line");
    assert!(child.try_wait().expect("a status").is_none() && line.starts_with("{\"schema\":\"plan/1\""), "{line}");
    // A reader that goes away ends the work at once.
    drop(out);
    let begun = Instant::now();
    assert!(child.wait().expect("it ends").success() && begun.elapsed() < Duration::from_secs(20));
}
