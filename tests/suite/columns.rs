//! The long table: the same columns in every format, chosen, sorted and filtered; and its codebook.

use serde_json::Value;

use crate::common::{PLAN, SEED, extracted, file, run, stderr, stdout};

/// The rows of `plan extract SEED` in a format with a sign between cells, heads first.
fn rows(args: &[&str], sign: u8) -> Vec<Vec<String>> {
    let output = run(&[&["extract", SEED], args].concat());
    assert!(output.status.success(), "{}", stderr(&output));
    let mut reader = csv::ReaderBuilder::new().has_headers(false).delimiter(sign).from_reader(output.stdout.as_slice());
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

fn column(rows: &[Vec<String>], name: &str) -> Vec<String> {
    let at = rows[0].iter().position(|head| head == name).unwrap_or_else(|| panic!("{name} in {:?}", rows[0]));
    rows[1..].iter().map(|row| row[at].clone()).collect()
}

#[test]
fn csv_holds_what_json_holds() {
    let rows = rows(&["-f", "csv"], b',');
    let document = extracted(&[SEED]).remove(0);
    let statements: Vec<&Value> =
        ["commitments", "achievements"].iter().flat_map(|list| document[*list].as_array().expect("a list")).collect();
    let shown = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) if text.starts_with(['\'', '-', '+', '=', '@']) => format!("'{text}"),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    for (name, pointer) in [
        ("id", "/id"),
        ("status", "/status"),
        ("kind", "/kind"),
        ("value", "/quantity/value"),
        ("unit", "/quantity/unit"),
        ("baseline_value", "/baseline/value"),
        ("deadline_year", "/deadline/year"),
        ("task", "/task"),
        ("page", "/source/page"),
        ("quote", "/source/quote"),
    ] {
        let want: Vec<String> = statements.iter().map(|s| s.pointer(pointer).map(shown).unwrap_or_default()).collect();
        assert_eq!(column(&rows, name), want, "{name}");
    }
    let info = &document["document"];
    for (name, pointer) in [
        ("document_kind", "/kind"),
        ("document_number", "/number"),
        ("year", "/year"),
        ("period_end", "/period/end"),
        ("horizon", "/horizon"),
        ("approved", "/approved"),
        ("published", "/published"),
        ("media", "/source/media"),
        ("bytes", "/source/bytes"),
    ] {
        let want = info.pointer(pointer).map(shown).unwrap_or_default();
        assert!(column(&rows, name).iter().all(|cell| *cell == want), "{name}: {want}");
    }
}

#[test]
fn tsv_has_the_same_columns_and_one_line_a_row() {
    let (csv, tsv) = (rows(&["-f", "csv"], b','), rows(&["-f", "tsv"], b'\t'));
    assert_eq!((csv.len(), &csv[0]), (tsv.len(), &tsv[0]));
    assert_eq!(column(&csv, "id"), column(&tsv, "id"));
    let text = stdout(&run(&["extract", SEED, "-f", "tsv"]));
    assert_eq!(text.lines().count(), tsv.len());
}

#[test]
fn columns_are_chosen_by_name_and_the_nearest_is_named() {
    let chosen = rows(&["-f", "csv", "--columns", "unit,indicator"], b',');
    assert_eq!(chosen[0], ["unit", "indicator"]);
    assert_eq!(column(&chosen, "unit"), column(&rows(&["-f", "csv"], b','), "unit"));
    let wrong = run(&["extract", SEED, "-f", "csv", "--columns", "indicator,theme_nane"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(
        stderr(&wrong).contains("there is no column `theme_nane`; did you mean `theme_name`?"),
        "{}",
        stderr(&wrong)
    );
    let no_rows = run(&["extract", SEED, "-f", "json", "--columns", "unit"]);
    assert!(no_rows.status.code() == Some(2) && stderr(&no_rows).contains("csv, tsv"), "{}", stderr(&no_rows));
}

#[test]
fn rows_sort_over_all_documents_and_none_comes_last() {
    let folder = tempfile::tempdir().expect("a folder");
    file(folder.path(), "a.txt", PLAN);
    file(folder.path(), "b.txt", PLAN.replace("80家", "7家").replace("65%", "70%"));
    let path = folder.path().to_str().expect("UTF-8");
    let values = |args: &[&str]| {
        let args = [&["extract", path, "--columns", "value", "-f", "csv", "--status", "target"], args].concat();
        stdout(&run(&args)).lines().skip(1).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(values(&[]), ["80", "65", "7", "70"]);
    assert_eq!(values(&["--sort", "value"]), ["7", "65", "70", "80"]);
    assert_eq!(values(&["--sort", "value:desc", "--jobs", "2"]), ["80", "70", "65", "7"]);
    let years = column(&rows(&["-f", "csv", "--sort", "baseline_year:desc"], b','), "baseline_year");
    let first_empty = years.iter().position(String::is_empty).expect("some have none");
    assert!(years[first_empty..].iter().all(String::is_empty), "{years:?}");
    let json = extracted(&[SEED, "--sort", "start:desc"]).remove(0);
    let starts: Vec<_> =
        json["commitments"].as_array().expect("a list").iter().map(|s| s["source"]["start"].as_u64()).collect();
    assert!(starts.is_sorted_by(|a, b| a >= b) && starts.len() > 5, "{starts:?}");
}

#[test]
fn filters_repeat_and_years_may_be_spans() {
    let all = rows(&["-f", "csv"], b',');
    let kept = |args: &[&str], name: &str, ok: &dyn Fn(&str) -> bool| {
        let want = column(&all, name).into_iter().filter(|cell| ok(cell)).collect::<Vec<_>>();
        assert!(!want.is_empty() && want.len() < all.len() - 1, "{args:?} is no test");
        assert_eq!(column(&rows(&[args, &["-f", "csv"]].concat(), b','), name), want, "{args:?}");
    };
    kept(&["--theme", "innovation", "--theme", "talent"], "theme", &|t| t == "innovation" || t == "talent");
    let year = |y: &str| y.parse::<i32>().ok();
    kept(&["--due", "2026..2035"], "deadline_year", &|y| year(y).is_some_and(|y| (2026..=2035).contains(&y)));
    kept(&["--due", "..2020"], "deadline_year", &|y| year(y).is_some_and(|y| y <= 2020));
    kept(&["--due", "2035", "--due", "2020"], "deadline_year", &|y| y == "2035" || y == "2020");
    let within = |id: &str, section: &str| id == format!("§{section}") || id.starts_with(&format!("§{section}."));
    kept(&["--section", "3.1", "--section", "4"], "section", &|id| within(id, "3.1") || within(id, "4"));
    let wrong = run(&["extract", SEED, "--section", "3", "--section", "99"]);
    assert!(
        wrong.status.code() == Some(2) && stderr(&wrong).contains("there is no section `99`"),
        "{}",
        stderr(&wrong)
    );
}

#[test]
fn markdown_is_a_table_of_what_people_read() {
    let out = stdout(&run(&["extract", SEED, "-f", "markdown"]));
    let lines: Vec<&str> = out.lines().collect();
    assert!(lines[0].starts_with("| issuer | ") && lines[1].starts_with("| --- |"), "{}", lines[0]);
    let bars = |line: &str| line.replace("\\|", "").matches('|').count();
    assert!(lines.len() > 20 && lines.iter().all(|line| bars(line) == bars(lines[0])));
}

#[test]
fn the_standard_indicators_are_the_page_in_the_documentation() {
    let page = stdout(&run(&["explain", "--page", "indicators"]));
    let written =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/indicators.md")).expect("the page");
    assert!(page == written, "run `plan explain --page indicators > docs/indicators.md`");
}

#[test]
fn the_codebook_is_the_page_in_the_documentation() {
    let page = stdout(&run(&["schema", "--columns"]));
    let written = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/columns.md")).expect("the page");
    assert!(page == written, "run `plan schema --columns > docs/columns.md`");
    let entries: Vec<Value> =
        serde_json::from_str(&stdout(&run(&["schema", "--columns", "-f", "json"]))).expect("JSON");
    let names: Vec<&str> = entries.iter().map(|entry| entry["name"].as_str().expect("a name")).collect();
    assert_eq!(names, rows(&["-f", "csv"], b',')[0]);
    let comparator = entries.iter().find(|entry| entry["name"] == "comparator").expect("a column");
    assert_eq!(comparator["values"][0], serde_json::json!({"key": "eq", "en": "=", "zh": "等于"}));
    let csv = stdout(&run(&["schema", "--columns", "-f", "csv"]));
    assert_eq!(csv::Reader::from_reader(csv.as_bytes()).records().count(), names.len());
}
