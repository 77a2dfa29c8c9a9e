//! Workbooks and databases: what they hold, that they are whole, and what is refused.

use std::{collections::BTreeMap, fs, io::Read, path::Path};

use rusqlite::Connection;

use crate::common::{PLAN, SEED, extracted, file, plan, run, stderr};

/// The files inside a workbook.
fn parts(path: &Path) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(fs::File::open(path).expect("a file")).expect("an archive");
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        let mut text = String::new();
        part.read_to_string(&mut text).expect("UTF-8");
        parts.insert(part.name().expect("a name").into_owned(), text);
    }
    parts
}

fn written(folder: &Path, args: &[&str]) -> String {
    let output = plan().current_dir(folder).arg("extract").args(args).output().expect("it runs");
    assert!(output.status.success(), "{args:?}: {}", stderr(&output));
    stderr(&output)
}

#[test]
fn a_workbook_has_seven_sheets_with_frozen_heads_filters_and_numbers() {
    let folder = tempfile::tempdir().expect("a folder");
    file(folder.path(), "plan.txt", PLAN);
    written(folder.path(), &["plan.txt", "-o", "out.xlsx"]);
    let parts = parts(&folder.path().join("out.xlsx"));
    let book = &parts["xl/workbook.xml"];
    for name in ["目标", "进展", "文字目标", "任务", "大纲", "文档", "说明"] {
        assert!(book.contains(&format!("name=\"{name}\"")), "{name} in {book}");
    }
    let targets = &parts["xl/worksheets/sheet1.xml"];
    assert!(targets.contains("<pane ySplit=\"1\"") && targets.contains("<autoFilter "), "{targets}");
    for word in ["指标", "数值", "单位", "高新技术企业", "超过", "科技创新"] {
        assert!(targets.contains(&format!(">{word}<")), "{word} in {targets}");
    }
    assert!(targets.contains("<v>80</v>") && targets.contains("<v>2025</v>"), "real numbers: {targets}");
    assert!(targets.contains("<hyperlink ") && targets.contains("location=\"'大纲'!A3\""), "{targets}");
    assert_eq!(targets.matches("<row ").count(), 3, "a head and two targets");
    assert_eq!(parts["xl/worksheets/sheet2.xml"].matches("<row ").count(), 2, "a head and one achievement");
}

#[test]
fn the_same_documents_give_the_same_workbook() {
    let folder = tempfile::tempdir().expect("a folder");
    file(folder.path(), "a.txt", PLAN);
    file(folder.path(), "b.txt", PLAN.replace("80家", "90家"));
    written(folder.path(), &[".", "-o", "one.xlsx", "--jobs", "1"]);
    std::thread::sleep(std::time::Duration::from_millis(1100));
    written(folder.path(), &[".", "-o", "two.xlsx", "--jobs", "4"]);
    let read = |name: &str| fs::read(folder.path().join(name)).expect("written");
    assert!(read("one.xlsx") == read("two.xlsx"));
}

#[test]
fn a_workbook_speaks_english_where_that_is_wanted_and_has_the_columns_chosen() {
    let folder = tempfile::tempdir().expect("a folder");
    file(folder.path(), "plan.txt", PLAN);
    written(folder.path(), &["plan.txt", "-o", "out.xlsx", "--lang", "en", "--columns", "indicator,comparator"]);
    let parts = parts(&folder.path().join("out.xlsx"));
    assert!(parts["xl/workbook.xml"].contains("name=\"Targets\""));
    let targets = &parts["xl/worksheets/sheet1.xml"];
    assert!(targets.contains(">comparator<") && targets.contains(">gt<"), "{targets}");
    assert!(targets.contains("r=\"B1\"") && !targets.contains("r=\"C1\""), "two columns: {targets}");
}

#[test]
fn a_database_holds_what_json_holds_and_finds_words() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("out.sqlite");
    let output = run(&["extract", SEED, "-o", path.to_str().expect("UTF-8")]);
    assert!(output.status.success(), "{}", stderr(&output));
    let document = extracted(&[SEED]).remove(0);
    let statements = document["commitments"].as_array().expect("a list").len()
        + document["achievements"].as_array().expect("a list").len();
    let database = Connection::open(&path).expect("a database");
    let count = |query: &str| database.query_row(query, [], |row| row.get::<_, usize>(0)).expect(query);
    assert_eq!((count("SELECT count(*) FROM documents"), count("SELECT count(*) FROM statements")), (1, statements));
    assert_eq!(count("SELECT count(*) FROM tasks"), document["tasks"].as_array().expect("a list").len());
    let sum =
        document["commitments"].as_array().expect("a list").iter().filter_map(|s| s["quantity"]["value"].as_f64());
    let total: f64 = database
        .query_row("SELECT sum(value) FROM statements WHERE status = 'target'", [], |row| row.get(0))
        .expect("numbers");
    assert!((total - sum.sum::<f64>()).abs() < 1.0, "{total}");
    let found = count("SELECT count(*) FROM search WHERE search MATCH '高新技术'");
    assert_eq!(found, count("SELECT count(*) FROM statements WHERE indicator || '|' || sentence LIKE '%高新技术%'"));
    assert!(found > 0);
    let place =
        "SELECT count(*) FROM documents JOIN statements USING (sha256, region_code, region_level, document_kind)";
    assert_eq!(count(place), statements, "documents and statements tell the same of a document");
    let joined = "SELECT count(*) FROM statements JOIN sections USING (sha256, section)";
    assert_eq!(count(joined), count("SELECT count(*) FROM statements WHERE section IS NOT NULL"));
}

/// A report with a goal in words and one that is not set.
const WORDED: &str = "2025年浙江省政府工作报告\n一、2024年工作回顾\n城镇新增就业20万人。\n二、2025年工作安排\n\
                      今年主要预期目标是：不设地区生产总值增速目标，居民收入增长与经济增长同步，粮食产量3500万吨。\n";

#[test]
fn goals_in_words_stand_in_workbooks_and_databases() {
    let folder = tempfile::tempdir().expect("a folder");
    file(folder.path(), "a.txt", WORDED);
    written(folder.path(), &["a.txt", "-o", "out.xlsx"]);
    let sheet = &parts(&folder.path().join("out.xlsx"))["xl/worksheets/sheet3.xml"];
    for word in ["居民人均可支配收入", "比照其他指标", "明确不设", "居民收入增长与经济增长同步"]
    {
        assert!(sheet.contains(&format!(">{word}<")), "{word} in {sheet}");
    }
    // Twice, so that rows are replaced.
    written(folder.path(), &["a.txt", "-o", "out.db"]);
    written(folder.path(), &["a.txt", "-o", "out.db"]);
    let database = Connection::open(folder.path().join("out.db")).expect("a database");
    let query = "SELECT group_concat(indicator_key || ' ' || given || ' ' || coalesce(measure, '-') || ' ' || line, ', ') FROM worded";
    let found: String = database.query_row(query, [], |row| row.get(0)).expect("rows");
    assert_eq!(found, "gdp not_set growth 5, income compared growth 5");
    let joined = "SELECT count(*) FROM worded JOIN documents USING (sha256) JOIN sections USING (sha256, section)";
    assert_eq!(database.query_row(joined, [], |row| row.get::<_, usize>(0)).expect(joined), 2);
}

#[test]
fn a_document_run_again_replaces_its_rows_and_others_stay() {
    let folder = tempfile::tempdir().expect("a folder");
    file(folder.path(), "a.txt", PLAN);
    file(folder.path(), "b.txt", PLAN.replace("80家", "90家"));
    let count = |query: &str| {
        let database = Connection::open(folder.path().join("out.db")).expect("a database");
        database.query_row(query, [], |row| row.get::<_, usize>(0)).expect(query)
    };
    written(folder.path(), &["a.txt", "b.txt", "-o", "out.db"]);
    assert_eq!((count("SELECT count(*) FROM documents"), count("SELECT count(*) FROM statements")), (2, 6));
    written(folder.path(), &["a.txt", "-o", "out.db", "--status", "target"]);
    assert_eq!((count("SELECT count(*) FROM documents"), count("SELECT count(*) FROM statements")), (2, 5));
    assert_eq!(count("SELECT count(*) FROM search WHERE search MATCH '森林覆盖率'"), 4, "two targets in one sentence");
}

#[test]
fn a_database_that_cannot_be_written_is_one_clear_line_and_stays_as_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    file(at, "a.txt", PLAN);
    let refused = |name: &str| {
        let output =
            plan().current_dir(at).args(["extract", "a.txt", "-f", "sqlite", "-o", name]).output().expect("runs");
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(stderr(&output).lines().count(), 1, "{}", stderr(&output));
        stderr(&output)
    };
    file(at, "no.db", "this is no database, but long enough to be looked at as one would be".repeat(20));
    assert!(refused("no.db").contains("no.db: this file is no SQLite database"));
    Connection::open(at.join("other.db"))
        .and_then(|db| db.execute_batch("CREATE TABLE t (x)"))
        .expect("another database");
    assert!(refused("other.db").contains("other.db: this database was not made by `plan extract`"));
    written(at, &["a.txt", "-o", "locked.db"]);
    let other = Connection::open(at.join("locked.db")).expect("a database");
    other.execute_batch("BEGIN EXCLUSIVE").expect("a lock");
    assert!(refused("locked.db").contains("locked.db: another program has locked this database"));
    other.execute_batch("ROLLBACK").expect("unlocked");
    let nowhere = plan().current_dir(at).args(["extract", "a.txt", "-f", "sqlite"]).output().expect("runs");
    assert!(nowhere.status.code() == Some(2) && stderr(&nowhere).contains("-o FILE"), "{}", stderr(&nowhere));
}

#[test]
fn a_failed_batch_leaves_no_new_database_and_no_workbook() {
    let folder = tempfile::tempdir().expect("a folder");
    file(folder.path(), "a.txt", PLAN);
    for name in ["out.db", "out.xlsx"] {
        let args = ["extract", "a.txt", "--section", "9", "-o", name];
        let output = plan().current_dir(folder.path()).args(args).output().expect("it runs");
        assert!(output.status.code() == Some(2) && stderr(&output).contains("no section `9`"), "{}", stderr(&output));
    }
    let left: Vec<_> = fs::read_dir(folder.path()).expect("a folder").filter_map(Result::ok).collect();
    assert_eq!(left.len(), 1, "{left:?}");
}
