//! Hostile input costs itself alone: limits on memory and time hold, nothing is written over, nothing reaches a terminal raw.
//! `tests/hostile.sh` shows every class with what it costs; here are those that are quick.

use std::{
    ffi::OsStr,
    fs,
    os::unix::{
        ffi::OsStrExt,
        fs::{FileTypeExt, MetadataExt, PermissionsExt, symlink},
    },
    path::Path,
    process::{Command, Output, Stdio},
};

use crate::common::{PLAN, file, run, stderr, stdout};

/// Runs the shell `script` in `folder`, `$plan` being the program, with 1 GiB of addresses and 10 s of processor time.
fn shell(folder: &Path, script: &str) -> Output {
    Command::new("bash")
        .args(["-c", &format!("ulimit -v 1048576 -t 10 -c 0; {script}")])
        .current_dir(folder)
        .env("plan", env!("CARGO_BIN_EXE_plan"))
        .stdin(Stdio::null())
        .output()
        .expect("bash runs")
}

/// Runs `script`, expects status 2 and one line, and gives it.
fn refused(folder: &Path, script: &str) -> String {
    let output = shell(folder, script);
    let message = stderr(&output);
    assert_eq!((output.status.code(), message.lines().count()), (Some(2), 1), "{script}: {message}");
    message
}

fn name(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

/// A PDF of these objects, the first being its catalogue.
fn pdf(objects: &[String]) -> Vec<u8> {
    let mut out = String::from("%PDF-1.7\n");
    let mut places = String::new();
    for (object, number) in objects.iter().zip(1..) {
        places += &format!("{:010} 00000 n \n", out.len());
        out += &format!("{number} 0 obj\n{object}\nendobj\n");
    }
    let (start, size) = (out.len(), objects.len() + 1);
    out += &format!("xref\n0 {size}\n0000000000 65535 f \n{places}trailer\n<</Root 1 0 R /Size {size}>>\n");
    (out + &format!("startxref\n{start}\n%%EOF\n")).into_bytes()
}

fn stream(keys: &str, data: &str) -> String {
    format!("<<{keys} /Length {}>>\nstream\n{data}\nendstream", data.len())
}

/// A PDF of one page with this content; `keys` are those of the stream.
fn page(keys: &str, content: &str, more: &[String]) -> Vec<u8> {
    let first = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>>>".to_owned(),
        stream(keys, content),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned(),
    ];
    pdf(&[&first, more].concat())
}

/// Forms that draw the next one ten times each.
fn forms(depth: usize) -> Vec<u8> {
    let form = |number: usize| {
        let keys = format!("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {} 0 R>>>>", number + 1);
        stream(&keys, &"/X Do ".repeat(10))
    };
    let mut more: Vec<String> = (6..6 + depth).map(form).collect();
    let keys = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F1 5 0 R>>>>";
    more.push(stream(keys, "BT /F1 12 Tf (abc) Tj ET"));
    page("", "/X Do", &more)
}

#[test]
fn a_pdf_costs_itself_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    file(at, "plan.txt", PLAN);
    file(at, "array.pdf", pdf(&[format!("<</Type/Catalog/X {}{}>>", "[".repeat(30_000), "]".repeat(30_000))]));
    file(at, "content.pdf", page("", &"[".repeat(300_000), &[]));
    // What says that it is no content is not looked at, and stopped by the limits of the process that reads it.
    file(at, "disguised.pdf", page("/Type/Metadata", &"[".repeat(300_000), &[]));
    file(at, "forms.pdf", forms(20));
    for name in ["array", "content", "disguised", "forms"] {
        let message = refused(at, &format!("$plan text {name}.pdf"));
        assert!(message.starts_with(&format!("plan: {name}.pdf: ")), "{message}");
    }
    let output = shell(at, "$plan extract array.pdf plan.txt disguised.pdf -f json");
    assert_eq!(output.status.code(), Some(2));
    let read: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(read[0]["document"]["source"]["path"], "plan.txt");
    assert_eq!(stderr(&output).lines().count(), 3, "{}", stderr(&output));
}

#[test]
fn an_output_is_never_an_input() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    let plan = file(at, "plan.txt", PLAN);
    fs::hard_link(&plan, at.join("hard.csv")).expect("a link");
    symlink("plan.txt", at.join("link.csv")).expect("a link");
    file(at, "plan.expect.yaml", "commitments: []\n");
    for script in [
        "$plan extract plan.txt -o plan.txt",
        "$plan extract plan.txt -o ./hard.csv",
        "$plan extract plan.txt -o link.csv",
        "$plan extract - -o plan.txt < plan.txt",
        "$plan diff plan.txt plan.txt -o hard.csv",
        "$plan check plan.txt -o hard.csv",
        "$plan check plan.txt --write-baseline plan.txt",
        "$plan check plan.txt -o plan.expect.yaml",
    ] {
        assert!(refused(at, script).contains("this is the input"), "{script}");
    }
    assert_eq!(fs::read_to_string(&plan).expect("it is there"), PLAN);
}

#[test]
fn outputs_go_where_links_lead_and_keep_what_they_replace() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    file(at, "plan.txt", PLAN);
    fs::create_dir(at.join("far")).expect("a folder");
    let old = file(at, "far/old.json", "[]");
    fs::set_permissions(&old, fs::Permissions::from_mode(0o640)).expect("its permissions");
    symlink("far/old.json", at.join("old.json")).expect("a link");
    symlink("far/new.json", at.join("new.json")).expect("a link");
    let output = shell(at, "umask 027; $plan extract plan.txt -o old.json && $plan extract plan.txt -o new.json");
    assert!(output.status.success(), "{}", stderr(&output));
    for name in ["old.json", "new.json"] {
        assert!(at.join(name).is_symlink(), "{name}");
        let there = fs::metadata(at.join("far").join(name)).expect("it is there");
        assert_eq!((there.mode() & 0o777, there.len() > 100), (0o640, true), "{name}");
    }
    assert_eq!(fs::read_dir(at.join("far")).expect("a folder").count(), 2);
    let output = shell(at, "mkfifo pipe; cat pipe > got & $plan extract plan.txt -f json -o pipe; wait");
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(fs::metadata(at.join("pipe")).expect("it is there").file_type().is_fifo());
    let whole = fs::read(at.join("far/new.json")).expect("it is there");
    assert_eq!(fs::read(at.join("got")).expect("it is there"), whole);
    // Not /dev/stdout or /dev/null themselves: where this fails as root, the machine would lose them.
    for target in ["-", "/dev/fd/1", ">(cat)"] {
        let output = shell(at, &format!("$plan extract plan.txt -f json -o {target}"));
        assert!(output.stdout == whole, "{target}");
    }
}

#[test]
fn what_cannot_be_written_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    file(at, "plan.txt", PLAN);
    for command in ["extract plan.txt", "text plan.txt", "scan 5个", "check plan.txt", "schema", "--help"] {
        let message = refused(at, &format!("$plan {command} > /dev/full"));
        assert!(message.contains("space"), "{command}: {message}");
    }
    let output = shell(at, "$plan schema | true; exit ${PIPESTATUS[0]}");
    assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), ""));
}

#[test]
fn no_more_is_read_than_a_document_has() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    let large = fs::File::create(at.join("large.txt")).expect("a file");
    large.set_len(5 << 30).expect("a hole");
    for script in ["$plan text large.txt", "$plan text /dev/zero", "$plan text - < /dev/zero", "$plan scan < /dev/zero"]
    {
        let message = refused(at, script);
        assert!(message.contains("104857600 bytes") || message.contains("8388608 bytes"), "{script}: {message}");
    }
    assert!(refused(at, "mkfifo x.txt; $plan text x.txt").contains("standard input"));
    file(at, "plan.txt", PLAN);
    assert_eq!(stdout(&shell(at, "$plan text <(cat plan.txt)")), PLAN);
}

#[test]
fn many_headings_cost_no_more_each() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    let chapters: String = (1..20_000).map(|number| format!("第{number}章 标题\n")).collect();
    file(at, "chapters.txt", format!("云岭市规划纲要\n{chapters}"));
    file(at, "same.txt", format!("云岭市规划纲要\n{}", "第一章 标题\n新建菇棚。\n".repeat(20_000)));
    file(at, "hashes.md", format!("# 云岭市规划纲要\n{}", "## 标题\n".repeat(20_000)));
    for name in ["chapters.txt", "same.txt", "hashes.md"] {
        let output = shell(at, &format!("$plan outline {name}"));
        assert!(output.status.success(), "{name}: {:?} {}", output.status, stderr(&output));
    }
}

#[test]
fn many_findings_on_one_line_cost_no_more_each() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    file(at, "brackets.txt", format!("云岭市规划纲要\n新建{}8个。\n", "（".repeat(60_000)));
    file(at, "marks.txt", format!("云岭市规划纲要\n{}\n", "，。、；：“”（）《》！？—…·".repeat(20_000)));
    for name in ["brackets.txt", "marks.txt"] {
        let output = shell(at, &format!("$plan check {name} --exit-zero"));
        assert!(output.status.success(), "{name}: {:?} {}", output.status, stderr(&output));
        assert!(stdout(&output).lines().all(|line| line.len() < 2048), "{name}: an excerpt is a part of its line");
    }
}

#[test]
fn a_row_of_thousands_of_values_costs_no_more_each() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    let row = |first: &str, cell: &str| format!("|{first}|{}\n", format!("{cell}|").repeat(4_000));
    let joined = [row("指标", "2025年/2030年"), row("-", "-"), row("菇棚", "5/6"), row("绿道", "7/8")].concat();
    file(at, "joined.md", format!("# 云岭市规划纲要\n\n{joined}"));
    let spaced: String = (0..6_000).map(|value| format!("    {}", value % 90)).collect();
    file(at, "spaced.txt", format!("云岭市规划纲要\n表1 指标\n指标{spaced}\n指标{spaced}\n"));
    for name in ["joined.md", "spaced.txt"] {
        let output = shell(at, &format!("$plan check {name} --exit-zero"));
        assert!(output.status.success(), "{name}: {:?} {}", output.status, stderr(&output));
    }
}

#[test]
fn thousands_of_sections_contents_and_references_cost_no_more_each() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    let all = |one: fn(usize) -> String| (1..8_000).map(one).collect::<String>();
    file(at, "sections.txt", format!("云岭市规划纲要\n第一章 标题\n{}", all(|nth| format!("第{nth}节 标题\n"))));
    file(
        at,
        "again.txt",
        format!("云岭市规划纲要\n{}", all(|nth| format!("第{nth}章 标题\n第一节 甲\n云。\n第二节 乙\n岭。\n"))),
    );
    file(at, "gaps.txt", format!("云岭市规划纲要\n{}", all(|nth| format!("第{}章 标题\n", nth * 7))));
    let contents = all(|nth| format!("第{nth}章 发展壮大优势产业{nth}……{nth}\n"));
    let headings = all(|nth| format!("第{nth}章 发展壮大优势产业{nth}\n云岭向前。\n"));
    file(at, "contents.txt", format!("云岭市规划纲要\n目录\n{contents}{headings}"));
    for name in ["sections.txt", "again.txt", "gaps.txt", "contents.txt"] {
        let output = shell(at, &format!("$plan check {name} --exit-zero"));
        assert!(output.status.success(), "{name}: {:?} {}", output.status, stderr(&output));
    }
    let output =
        shell(at, "$plan check gaps.txt --write-baseline known.yaml && $plan check gaps.txt --baseline known.yaml");
    assert!(output.status.success(), "{}", stderr(&output));
}

#[test]
fn a_signal_leaves_no_unfinished_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    file(at, "plan.txt", PLAN.repeat(400));
    let whole = shell(at, "$plan extract plan.txt -f json").stdout;
    let unfinished = || {
        let names = fs::read_dir(at).expect("a folder").map(|entry| entry.expect("an entry").file_name());
        names.filter(|name| name.to_string_lossy().starts_with(".plan-")).count()
    };
    let mut met = 0;
    for signal in ["TERM", "INT", "HUP"] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_plan"));
        let mut child = child
            .args(["extract", "plan.txt", "-f", "json", "-o", "out.json"])
            .current_dir(at)
            .spawn()
            .expect("it starts");
        while unfinished() == 0 && child.try_wait().expect("a state").is_none() {
            std::thread::yield_now();
        }
        shell(at, &format!("kill -{signal} {}", child.id()));
        let status = child.wait().expect("a state");
        met += usize::from(status.code().is_none());
        assert_eq!(unfinished(), 0, "{signal}");
        let written = fs::read(at.join("out.json"));
        assert!(written.is_err() || written.is_ok_and(|written| written == whole), "{signal}: written in part");
    }
    if met == 0 {
        println!("no run was met while it wrote");
    }
}

#[test]
fn folders_are_walked_once_and_pipes_passed_by() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    fs::create_dir_all(at.join("plans/below")).expect("folders");
    fs::create_dir(at.join("empty")).expect("a folder");
    file(at, "plans/plan.txt", PLAN);
    symlink("..", at.join("plans/below/up")).expect("a link");
    symlink("plan.txt", at.join("plans/twice.txt")).expect("a link");
    symlink("self.txt", at.join("plans/self.txt")).expect("a link");
    let output = shell(at, "mkfifo plans/x.txt; $plan check plans -f junit --exit-zero");
    let report = stdout(&output);
    assert!(output.status.success(), "{}", stderr(&output));
    assert_eq!((report.matches("<testsuite ").count(), report.contains("\"plans/plan.txt\"")), (1, true), "{report}");
    let output = shell(at, "$plan check empty plans -f junit --exit-zero");
    assert_eq!((output.status.code(), stdout(&output) == report), (Some(2), true));
    assert!(stderr(&output).contains("empty: no plan document"), "{}", stderr(&output));
}

#[test]
fn a_bad_side_file_costs_itself_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    let text = format!("{PLAN}新建菇棚5—3个。\n");
    fs::create_dir_all(at.join("c")).expect("a folder");
    for name in ["a.txt", "b.txt", "c/c.txt"] {
        file(at, name, &text);
    }
    file(at, "a.expect.yaml", "commitments: [");
    file(at, "b.plan-ignore.yaml", b"\xFF");
    file(at, "c/plan.yaml", "no: such key");
    let output = run(&["check", name(at), "-f", "junit"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stdout(&output).matches("range-reversed").count(), 3, "{}", stdout(&output));
    let message = stderr(&output);
    for name in ["a.expect.yaml", "b.plan-ignore.yaml", "c/plan.yaml"] {
        assert!(message.contains(name), "{message}");
    }
}

#[test]
fn aliases_do_not_grow_without_end() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    file(at, "plan.txt", PLAN);
    let bomb = format!("a: &a \"{}\"\nb: [{}]\n", "字".repeat(300_000), "*a, ".repeat(9_000));
    file(at, "bomb.yaml", bomb);
    for script in [
        "$plan check --config bomb.yaml plan.txt",
        "$plan eval --gold bomb.yaml plan.txt",
        "$plan diff bomb.yaml plan.txt",
    ] {
        assert!(refused(at, script).contains("aliases"), "{script}");
    }
}

#[test]
fn nothing_is_printed_that_steers_a_terminal() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    let steers = |text: &str| text.chars().any(|c| c.is_control() && c != '\n');
    let text = file(at, "pl\u{1b}[31man.txt", format!("{PLAN}新建\u{1b}[2J\u{9b}菇棚5—3个。\n"));
    for format in ["text", "github"] {
        let output = run(&["check", name(&text), "-f", format]);
        assert!(stdout(&output).contains("range-reversed") && !steers(&stdout(&output)), "{}", stdout(&output));
    }
    let config = file(at, "plan.yaml", "\"k\\e[31mey\": 1\n");
    for args in [&["text", "no\u{1b}[31m.txt"][..], &["check", name(&text), "--config", name(&config)]] {
        let output = run(args);
        assert!(output.status.code() == Some(2) && !steers(&stderr(&output)), "{:?}", stderr(&output));
    }
}

#[test]
fn names_that_are_no_utf8_survive() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(OsStr::from_bytes(b"5%\xB9\xE6.txt"));
    if fs::write(&path, PLAN).is_err() {
        // The file system wants UTF-8.
        return;
    }
    let output = crate::common::plan().args(["extract", "-f", "json"]).arg(&path).output().expect("it runs");
    let read: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let shown = read[0]["document"]["source"]["path"].as_str().expect("a path");
    assert!(shown.starts_with("bytes:/") && shown.ends_with("5%25%B9%E6.txt"), "{shown}");
}

#[test]
fn a_long_result_is_whole_in_every_format_and_the_same_in_a_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let rows: String = (0..2500).map(|row| format!("菇棚{row}（个）\t{row}\t{}\n", row * 2)).collect();
    let plan = file(folder.path(), "rows.txt", format!("{PLAN}表1 主要指标\n指标\t2020年\t2025年\n{rows}"));
    for (format, one) in [
        ("json", "\"kind\": \"quantity\""),
        ("yaml", "\n  kind: quantity\n"),
        ("jsonl", "\"kind\":\"quantity\""),
        ("csv", ",quantity,"),
    ] {
        let written = stdout(&run(&["extract", name(&plan), "-f", format]));
        // The rows, and the three numbers of its sentences.
        assert_eq!(written.matches(one).count(), 2503, "{format}");
        let to = folder.path().join(format!("result.{format}"));
        assert_eq!(run(&["extract", name(&plan), "-o", name(&to)]).status.code(), Some(0));
        let kept = fs::read_to_string(&to).expect("a result");
        assert_eq!(kept.trim_start_matches('\u{FEFF}'), written, "{format}");
    }
}
