//! Corpora that are one file, and what is known of documents better than their texts tell.

use std::{fs, io::Write, path::Path};

use serde_json::{Value, json};

use crate::common::{PLAN, file, plan, stderr, stdout};

fn run(folder: &Path, args: &[&str]) -> std::process::Output {
    plan().current_dir(folder).env("LC_ALL", "C").args(args).output().expect("it runs")
}

/// The results of documents, each with its path.
fn read(output: &std::process::Output) -> Vec<Value> {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", stderr(output)))
}

fn paths(output: &std::process::Output) -> Vec<String> {
    let path = |document: &Value| document["document"]["source"]["path"].as_str().expect("a path").to_owned();
    read(output).iter().map(path).collect()
}

/// What fails in one line that holds each of `words`, with status 2.
fn refused(folder: &Path, args: &[&str], words: &[&str]) {
    let output = run(folder, args);
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
    let lines: Vec<&str> = said.lines().filter(|line| words.iter().all(|word| line.contains(word))).collect();
    assert_eq!(lines.len(), 1, "{args:?}: {words:?} in one line of {said}");
}

/// A report that names neither its year nor its kind, read without help as a paper of no time.
const BARE: &str = "在县人民代表大会上的讲话\n\n一、今年工作\n今年新建学校3所，高新技术企业突破80家。\n";

#[test]
fn what_is_given_enters_reading_and_is_marked() {
    let folder = tempfile::tempdir().expect("a folder");
    file(folder.path(), "a.txt", BARE);
    let args =
        ["extract", "a.txt", "-f", "json", "--title", "政府工作报告", "--issuer", "青禾县", "--region", "云岭市青禾县"];
    let one = run(folder.path(), &[&args[..], &["--year", "2023", "--document-kind", "政府工作报告"]].concat());
    let document = &read(&one)[0];
    let info = &document["document"];
    assert_eq!((&info["title"], &info["issuer"]), (&json!("政府工作报告"), &json!("青禾县")));
    assert_eq!(
        (&info["kind"], &info["year"], &info["region"]),
        (&json!("work_report"), &json!(2023), &json!("云岭市青禾县"))
    );
    assert_eq!(info["overridden"], json!(["title", "issuer", "kind", "year", "region"]));
    let due = |document: &Value| document["commitments"][0]["deadline"]["year"].clone();
    assert_eq!(due(document), json!(2023), "今年 is the year that was given");
    let plain = read(&run(folder.path(), &args[..4]));
    assert!(plain[0]["document"].get("overridden").is_none() && due(&plain[0]) != json!(2023));
    // A period dates what is due at the end of a plan.
    file(folder.path(), "b.txt", "青禾县发展规划\n\n第一章 目标\n全县高新技术企业突破80家。\n");
    let dated =
        |more: &[&str]| read(&run(folder.path(), &[&["extract", "b.txt", "-f", "json"], more].concat())).remove(0);
    assert_eq!(due(&dated(&[])), json!(null));
    let given = dated(&["--period", "2021—2025年"]);
    assert_eq!((due(&given), &given["document"]["period"]), (json!(2025), &json!({"start": 2021, "end": 2025})));
    let csv = stdout(&run(
        folder.path(),
        &[
            "extract",
            "b.txt",
            "--period",
            "2021-2025",
            "--year",
            "2022",
            "--columns",
            "year,period_end,overridden",
            "-f",
            "csv",
        ],
    ));
    assert_eq!(csv, "year,period_end,overridden\n2022,2025,year / period\n");
}

#[test]
fn a_table_of_what_is_known_serves_many_documents() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("d")).expect("a folder");
    file(folder.path(), "d/a.txt", PLAN);
    file(folder.path(), "d/b.txt", BARE);
    file(folder.path(), "d/c.txt", PLAN);
    let (meta, _, _) =
        encoding_rs::GB18030.encode("路径,标题,年份,省份\nd/b.txt,政府工作报告,2023,云岭\n./d/c.txt,,2022,\n");
    file(folder.path(), "meta.csv", &meta);
    let args = ["extract", "d", "--meta", "meta.csv", "-f", "json"];
    let output = run(folder.path(), &args);
    assert_eq!(stderr(&output), "plan: meta.csv: carried along and not read: 省份\n");
    let documents = read(&output);
    let info: Vec<&Value> = documents.iter().map(|document| &document["document"]).collect();
    assert!(info[0].get("overridden").is_none(), "no row is about it");
    assert_eq!((&info[1]["title"], &info[1]["year"]), (&json!("政府工作报告"), &json!(2023)));
    assert_eq!((&info[1]["metadata"], &info[1]["overridden"]), (&json!({"省份": "云岭"}), &json!(["title", "year"])));
    assert_eq!(
        (&info[2]["year"], &info[2]["overridden"]),
        (&json!(2022), &json!(["year"])),
        "an empty cell says nothing"
    );
    // From the folder of the table on.
    file(folder.path(), "d/meta.csv", "path,year\nb.txt,2023\n");
    assert_eq!(
        read(&run(folder.path(), &["extract", "d/b.txt", "--meta", "d/meta.csv", "-f", "json"]))[0]["document"]["year"],
        2023
    );
    // The other commands know it too.
    let outline = stdout(&run(folder.path(), &["outline", "d/b.txt", "--title", "政府工作报告"]));
    assert!(outline.starts_with("政府工作报告\n"), "{outline}");
}

#[test]
fn what_is_said_of_documents_is_refused_in_one_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    file(at, "a.txt", PLAN);
    file(at, "b.txt", PLAN);
    refused(
        at,
        &["extract", "a.txt", "b.txt", "--document-kind", "opinion"],
        &["--document-kind", "one document", "--meta"],
    );
    refused(at, &["extract", "a.txt", "--period", "2025-2021"], &["--period", "such as 2021-2025"]);
    refused(at, &["extract", "a.txt", "--year", "23"], &["--year", "such as 2023"]);
    refused(at, &["extract", "a.txt", "--document-kind", "plan"], &["--document-kind", "outline_plan", "work_report"]);
    for (meta, words) in [
        ("path,year\na.txt,2023\n./a.txt,2024\n", &["meta.csv: line 3: ", "a.txt already on line 2"][..]),
        ("path,year\nc.txt,2023\n", &["meta.csv: line 2: c.txt is not among the documents"]),
        (
            "path,kind\na.txt,plan\n",
            &["meta.csv: line 2: `plan` in the column `kind` is no kind: the kinds are outline_plan"],
        ),
        (
            "path,period\na.txt,十四五\n",
            &["meta.csv: line 2: `十四五` in the column `period` is no period: write one as 2021-2025"],
        ),
        ("path,year\na.txt,二〇二三\n", &["meta.csv: line 2: ", "`year` is no year: write one as 2023"]),
        ("name,year\na.txt,2023\n", &["meta.csv: no column is called `path`", "the columns are name, year"]),
        ("path,year\n,2023\n", &["meta.csv: line 2: the path in the column `path` is empty"]),
        ("path,year\na.txt,2023,1\n", &["meta.csv: line 2: the row has 3 cells and the head 2"]),
        ("path,year,year\na.txt,2023,1\n", &["meta.csv: the column `year` stands twice"]),
        ("", &["meta.csv: this table is empty"]),
    ] {
        file(at, "meta.csv", meta);
        refused(at, &["extract", "a.txt", "--meta", "meta.csv", "-f", "json"], words);
    }
    refused(at, &["extract", "a.txt", "--meta", "none.csv"], &["none.csv: there is no such file"]);
    file(at, "meta.csv", "path,year\na.txt,2023\n");
    refused(at, &["extract", "a.txt", "--meta", "meta.csv", "-o", "meta.csv"], &["meta.csv: this is the input"]);
}

/// A corpus of three plans and two rows that are none.
fn corpus() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let mut writer = csv::Writer::from_path(folder.path().join("corpus.csv")).expect("a file");
    let row = |text: &str, title: &str, year: &str, place: &str| [text, title, year, place].map(str::to_owned);
    for row in [
        row("正文", "标题", "年份", "省份"),
        row(PLAN, "", "", "云岭"),
        row(" \n", "空", "", "云岭"),
        row(BARE, "政府工作报告", "2023年", ""),
        row(BARE, "政府工作报告", "去年", ""),
        row(&PLAN.replace("80家", "90家"), "", "", "=1+1"),
    ] {
        writer.write_record(&row).expect("written");
    }
    drop(writer);
    folder
}

#[test]
fn the_rows_of_a_table_are_documents() {
    let folder = corpus();
    let args = ["extract", "corpus.csv", "-f", "json", "--errors", "failed.jsonl"];
    let output = run(folder.path(), &args);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(paths(&output), ["corpus.csv#1", "corpus.csv#3", "corpus.csv#5"]);
    let documents = read(&output);
    assert_eq!(documents[0]["document"]["metadata"], json!({"省份": "云岭"}));
    assert_eq!(
        (&documents[1]["document"]["title"], &documents[1]["document"]["year"]),
        (&json!("政府工作报告"), &json!(2023))
    );
    assert_eq!(documents[1]["document"]["overridden"], json!(["title", "year"]));
    let said = stderr(&output);
    let guessed =
        "plan: corpus.csv: columns guessed by name: text=`正文`, title=`标题`, year=`年份`; carried along: 省份\n";
    assert!(said.starts_with(guessed), "{said}");
    // Of the head, the first and the second row come 1, 7 and 2 lines, of the third 5.
    for line in [
        "plan: corpus.csv#2: row 2, line 9: the text in the column `正文` is empty; fill it or take out the row\n",
        "plan: corpus.csv#4: row 4, line 16: `去年` in the column `年份` is no year: write one as 2023\n",
    ] {
        assert!(said.contains(line), "{line} in {said}");
    }
    assert!(said.ends_with("plan: 3 of 5 documents read, 2 failed: corpus.csv#2, corpus.csv#4\n"), "{said}");
    let failed = fs::read_to_string(folder.path().join("failed.jsonl")).expect("written");
    assert!(failed.lines().count() == 2 && failed.contains("\"path\":\"corpus.csv#2\""), "{failed}");
}

#[test]
fn what_is_carried_along_has_columns_of_its_own() {
    let folder = corpus();
    let csv = stdout(&run(folder.path(), &["extract", "corpus.csv", "-f", "csv", "--year-column", ""]));
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let head: Vec<String> = reader.headers().expect("a head").iter().map(str::to_owned).collect();
    assert_eq!(head[head.len() - 3..], ["metadata", "meta_年份", "meta_省份"]);
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    let last = rows.last().expect("rows");
    assert_eq!((&last[head.len() - 3], &last[head.len() - 1]), (r#"{"年份":"","省份":"=1+1"}"#, "'=1+1"));
    let chosen =
        ["extract", "corpus.csv", "-f", "csv", "--columns", "value,meta_省份", "--sort", "meta_省份:desc", "-q"];
    let chosen = stdout(&run(folder.path(), &chosen));
    assert!(chosen.starts_with("value,meta_省份\n80,云岭\n"), "{chosen}");
}

#[test]
fn lines_of_json_and_other_shapes_are_read_as_asked() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    let line = |fields: Value| fields.to_string() + "\n";
    let lines = line(json!({"id": 7, "body_text": PLAN, "n": {"a": 1}}))
        + "{broken\n"
        + &line(json!({"id": "b", "body_text": 5}));
    file(at, "c.jsonl", &lines);
    let args = ["extract", "c.jsonl", "--text-column", "body_text", "--id-column", "id", "-f", "json"];
    let output = run(at, &args);
    assert_eq!(paths(&output), ["c.jsonl#7"]);
    assert_eq!(read(&output)[0]["document"]["metadata"], json!({"id": 7, "n": {"a": 1}}));
    let said = stderr(&output);
    assert!(
        said.contains("c.jsonl#2: row 2, line 2: the line is no JSON")
            && said.contains("c.jsonl#b: row 3, line 3: the text is no string"),
        "{said}"
    );
    // Through a pipe, and under another name.
    let piped = plan()
        .args(["extract", "-", "--text-column", "body_text", "-f", "json"])
        .write_stdin(lines)
        .output()
        .expect("it runs");
    assert_eq!(paths(&piped), ["stdin#1"]);
    file(at, "c.dat", format!("x\ttext\n1\t\"{PLAN}\"\n"));
    assert_eq!(paths(&run(at, &["extract", "c.dat", "--text-column", "text", "-f", "json"])), ["c.dat#1"]);
    let (bytes, _, _) =
        encoding_rs::GB18030.encode("编号,内容\n一,\"青禾县规划\n到2025年，全县高新技术企业突破80家。\"\n");
    file(at, "g.csv", &bytes);
    let read_gb = read(&run(at, &["extract", "g.csv", "-f", "json"])).remove(0);
    assert_eq!(
        (&read_gb["commitments"][0]["indicator"], &read_gb["document"]["metadata"]),
        (&json!("高新技术企业"), &json!({"编号": "一"}))
    );
}

#[test]
fn tables_that_cannot_be_read_are_refused_in_one_line() {
    let folder = corpus();
    let at = folder.path();
    file(at, "a.txt", PLAN);
    file(at, "u.csv", b"\xFF\xFEa\0,\0b\0");
    file(at, "e.csv", "");
    file(at, "x.jsonl", "{\"a\": 1}\n");
    refused(
        at,
        &["extract", "x.jsonl"],
        &["x.jsonl: no column is called as texts are", "--text-column", "--media text"],
    );
    refused(
        at,
        &["extract", "corpus.csv", "--text-column", "正问"],
        &["corpus.csv: there is no column `正问`; did you mean `正文`?"],
    );
    refused(at, &["extract", "u.csv"], &["u.csv: this table is text in UTF-16", "UTF-8"]);
    refused(at, &["extract", "e.csv"], &["e.csv: this table is empty"]);
    refused(at, &["extract", "corpus.csv", "--title", "x"], &["--title speaks of one document"]);
    refused(at, &["extract", "corpus.csv", "-o", "corpus.csv"], &["corpus.csv: this is the input"]);
    file(at, "meta.csv", "path,year\ncorpus.csv#1,2021\ncorpus.csv#99,2021\n");
    let output = run(at, &["extract", "corpus.csv", "a.txt", "x.jsonl", "--meta", "meta.csv", "-f", "json"]);
    assert_eq!(paths(&output), ["corpus.csv#1", "corpus.csv#3", "corpus.csv#5", "a.txt"], "the others are unharmed");
    assert_eq!(read(&output)[0]["document"]["year"], 2021);
    assert!(
        stderr(&output).contains("meta.csv: line 3: corpus.csv#99 is not among the documents"),
        "{}",
        stderr(&output)
    );
    let whole = run(at, &["extract", "x.jsonl", "--media", "text", "-f", "json"]);
    assert_eq!(paths(&whole), ["x.jsonl"], "as one document where a medium is asked for");
}

#[test]
fn a_quotation_mark_that_is_never_closed_costs_what_follows() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = PLAN.replace('\n', " ");
    file(folder.path(), "q.csv", format!("text\n{text}\n\"open\n{}", "x\n".repeat(10)));
    let output = run(folder.path(), &["extract", "q.csv", "-f", "json"]);
    assert_eq!(paths(&output), ["q.csv#1", "q.csv#2"]);
}

/// A zip archive of `members`, whose names are bytes.
fn zipped(path: &Path, members: &[(&[u8], &[u8])]) {
    let mut writer = zip::ZipWriter::new(fs::File::create(path).expect("a file"));
    for (at, (_, bytes)) in members.iter().enumerate() {
        writer.start_file(format!("{at:0>40}"), zip::write::SimpleFileOptions::default()).expect("begun");
        writer.write_all(bytes).expect("written");
    }
    writer.finish().expect("finished");
    // The names in bytes, in the place of those that the writer lets through, of the same length.
    let mut archive = fs::read(path).expect("there");
    for (at, (name, _)) in members.iter().enumerate() {
        let plain = format!("{at:0>40}").into_bytes();
        let padded = [&b"/".repeat(40 - name.len())[..], name].concat();
        let places: Vec<usize> =
            archive.windows(40).enumerate().filter(|(_, w)| **w == *plain).map(|(at, _)| at).collect();
        places.into_iter().for_each(|at| archive[at..at + 40].copy_from_slice(&padded));
    }
    fs::write(path, archive).expect("written");
}

#[test]
fn the_members_of_archives_are_documents() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    let (name, _, _) = encoding_rs::GBK.encode("云岭/规划.txt");
    let members: [(&[u8], &[u8]); 7] = [
        (&name, PLAN.as_bytes()),
        (b"b/a.md", PLAN.as_bytes()),
        ("乙.txt".as_bytes(), b""),
        (b"README.txt", PLAN.as_bytes()),
        (b"__MACOSX/a.txt", PLAN.as_bytes()),
        (b"x.png", b"\x89PNG"),
        (b"b/.hidden.txt", b"x"),
    ];
    zipped(&at.join("plans.zip"), &members);
    let output = run(at, &["extract", "plans.zip", "-f", "json"]);
    assert_eq!(paths(&output), ["plans.zip/b/a.md", "plans.zip/云岭/规划.txt"], "{}", stderr(&output));
    assert!(stderr(&output).contains("plans.zip/乙.txt: the file is empty"), "{}", stderr(&output));
    let one = stdout(&run(at, &["outline", "plans.zip"]));
    assert!(one.contains("== plans.zip/云岭/规划.txt\n青禾县"), "{one}");
    file(at, "b.zip", "PK no archive");
    refused(at, &["extract", "b.zip"], &["b.zip: this is no zip archive, or a broken one"]);
    zipped(&at.join("n.zip"), &[(b"x.png", b"x")]);
    refused(at, &["extract", "n.zip"], &["n.zip: no plan document (.txt, "]);
    let checked = run(at, &["check", "plans.zip"]);
    assert!(stdout(&checked).contains("plans.zip/b/a.md"), "{}{}", stdout(&checked), stderr(&checked));
}

#[test]
fn a_member_that_unpacks_without_end_costs_itself() {
    let folder = tempfile::tempdir().expect("a folder");
    let bomb = vec![b' '; (100 << 20) + 1];
    zipped(&folder.path().join("a.zip"), &[(b"bomb.txt", &bomb), (b"plan.txt", PLAN.as_bytes())]);
    let output = run(folder.path(), &["extract", "a.zip", "-f", "json"]);
    assert_eq!(paths(&output), ["a.zip/plan.txt"]);
    assert!(stderr(&output).contains("a.zip/bomb.txt: it unpacks to more than 104857600 bytes"), "{}", stderr(&output));
}

#[test]
fn any_number_of_jobs_gives_the_same_bytes() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut lines = String::new();
    for n in 0..60 {
        let text = PLAN.to_owned() + &"2020年，全县高新技术企业达到35家。\n".repeat(if n % 7 == 0 { 60 } else { 1 });
        lines += &(json!({"text": if n % 10 == 3 { "" } else { &text }, "n": n}).to_string() + "\n");
    }
    file(folder.path(), "c.jsonl", lines);
    for format in ["json", "csv", "jsonl"] {
        let of = |jobs: &str| run(folder.path(), &["extract", "c.jsonl", "-f", format, "--jobs", jobs]);
        let one = of("1");
        assert_eq!(one.status.code(), Some(2));
        for jobs in ["2", "7"] {
            let more = of(jobs);
            assert!(one.stdout == more.stdout && one.stderr == more.stderr, "{format}, {jobs} jobs");
        }
    }
}

/// A file of the format that is not always built in.
const PARQUET: Option<&str> = if cfg!(feature = "parquet") { Some("out.parquet") } else { None };

/// A corpus that takes long enough to be stopped in its middle, and a result of another run.
fn long(format: &str) -> tempfile::TempDir {
    let folder = corpus();
    let text = format!("{PLAN}{}", "到2025年，全县森林覆盖率达到65%以上，新建学校3所。\n".repeat(200));
    let line = |n: usize| json!({"text": format!("{text}到2030年，新建书院{n}座。\n")}).to_string() + "\n";
    file(folder.path(), "long.jsonl", (0..200).map(line).collect::<String>());
    let output = run(folder.path(), &["extract", "corpus.csv", "-q", "-o", format]);
    assert!(folder.path().join(format).exists(), "{}", stderr(&output));
    folder
}

#[cfg(unix)]
#[test]
fn a_run_that_is_killed_leaves_the_old_file_whole() {
    for format in ["out.csv", "out.sqlite", "out.xlsx"].into_iter().chain(PARQUET) {
        let folder = long(format);
        let path = folder.path().join(format);
        let old = fs::read(&path).expect("there");
        let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin!("plan"));
        command.current_dir(folder.path()).args(["extract", "long.jsonl", "-q", "-o", format]);
        let mut child = command.spawn().expect("it starts");
        std::thread::sleep(std::time::Duration::from_millis(700));
        assert!(child.try_wait().expect("a status").is_none(), "{format}: it is done already");
        child.kill().expect("killed");
        assert!(!child.wait().expect("it ends").success());
        #[cfg(feature = "sqlite")]
        if format == "out.sqlite" {
            let database = rusqlite::Connection::open(&path).expect("a database");
            let of = |query: &str| database.query_row(query, [], |row| row.get::<_, String>(0)).expect(query);
            assert_eq!(
                (of("PRAGMA integrity_check"), of("SELECT group_concat(DISTINCT file) FROM documents")),
                ("ok".into(), "corpus.csv#1,corpus.csv#3,corpus.csv#5".into())
            );
            continue;
        }
        assert!(fs::read(&path).expect("there") == old, "{format}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full_is_one_line_and_ends_the_work() {
    let folder = long("out.csv");
    for to in [&["-f", "csv", "-o", "/dev/full"][..], &["-f", "jsonl", "-o", "/dev/full"]] {
        let output = run(folder.path(), &[&["extract", "long.jsonl", "-q"], to].concat());
        let said = stderr(&output);
        assert!(output.status.code() == Some(2) && said.lines().count() == 1, "{said}");
        assert!(said.starts_with("plan: /dev/full: the file could not be written: No space left"), "{said}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_fills_in_the_middle_is_one_line_and_leaves_what_was_there() {
    let folder = long("old.csv");
    let at = folder.path();
    let plan = assert_cmd::cargo::cargo_bin!("plan").display().to_string();
    fs::create_dir(at.join("disk")).expect("a folder");
    let lines = fs::read_to_string(at.join("long.jsonl")).expect("written");
    file(at, "long.jsonl", lines.lines().take(25).map(|line| format!("{line}\n")).collect::<String>());
    // Each on a disk of its own, on which a result stands that was there before.
    let script = format!(
        "mount -t tmpfs -o size=150k none disk || exit 9; {plan} extract corpus.csv -q -o disk/$1; sha256sum disk/$1; \
         {plan} extract long.jsonl -q -o disk/$1 2>said; echo $?; sha256sum disk/$1; ls -A disk"
    );
    for name in ["o.csv", "o.sqlite", "o.xlsx"].into_iter().chain(PARQUET) {
        let mut command = std::process::Command::new("unshare");
        let run = command.current_dir(at).args(["-rm", "sh", "-c", &script, "sh", name]).output();
        let out = match run {
            Ok(run) if run.status.success() => String::from_utf8(run.stdout).expect("UTF-8"),
            _ => {
                println!("skipped: no disk of its own can be made here");
                return;
            }
        };
        let lines: Vec<&str> = out.lines().collect();
        assert_eq!((lines[1], lines[2], lines[3]), ("2", lines[0], name), "{out}");
        assert_eq!(lines.len(), 4, "nothing else is left: {out}");
        let said = fs::read_to_string(at.join("said")).expect("written");
        let full = [
            "the file could not be written: No space left on device (os error 28)",
            "the disk is full; nothing was changed",
        ];
        assert!(full.iter().any(|why| said.ends_with(&format!("plan: disk/{name}: {why}\n"))), "{said}");
        let others = said.lines().filter(|line| !line.contains("long.jsonl")).count();
        assert_eq!(others, 1, "{said}");
    }
}

#[cfg(feature = "sqlite")]
#[test]
fn a_text_that_stands_twice_is_told_where_it_is_held_once() {
    let folder = tempfile::tempdir().expect("a folder");
    file(folder.path(), "c.jsonl", format!("{0}\n{0}\n", json!({"text": PLAN})));
    let output = run(folder.path(), &["extract", "c.jsonl", "-o", "out.db"]);
    assert!(
        stderr(&output)
            .ends_with("plan: c.jsonl#2: the same bytes as c.jsonl#1; the database holds each document once\n"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn a_table_of_indicators_is_one_document() {
    let folder = tempfile::tempdir().expect("a folder");
    file(folder.path(), "指标.csv", "指标,单位,2025年\n森林覆盖率,%,65\n高新技术企业,家,80\n粮食产量,万吨,12\n");
    let output = run(folder.path(), &["extract", "指标.csv", "-f", "json"]);
    assert_eq!(paths(&output), ["指标.csv"]);
    assert_eq!(read(&output)[0]["commitments"].as_array().map(Vec::len), Some(3));
    assert!(stderr(&output).contains("指标.csv: read as one document"), "{}", stderr(&output));
}
