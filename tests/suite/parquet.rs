//! Tables in Parquet: what they hold, that they are whole, and what is refused.

use std::{fs, path::Path};

use crate::common::{PLAN, file, plan, stderr};

fn run(folder: &Path, args: &[&str]) -> std::process::Output {
    plan().current_dir(folder).env("LC_ALL", "C").args(args).output().expect("it runs")
}

#[cfg(not(feature = "parquet"))]
#[test]
fn a_build_without_parquet_says_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    file(folder.path(), "a.txt", PLAN);
    file(folder.path(), "c.parquet", "PAR1");
    for (args, words) in [
        (
            &["extract", "a.txt", "-o", "o.parquet"][..],
            "plan: this build of plan writes no parquet; take a released binary",
        ),
        (&["panel", "a.txt", "-o", "o.parquet"], "plan: this build of plan writes no parquet; take a released binary"),
        (&["extract", "c.parquet"], "plan: c.parquet: this build of plan reads no Parquet; take a released binary"),
    ] {
        let output = run(folder.path(), args);
        let said = stderr(&output);
        assert!(output.status.code() == Some(2) && said.starts_with(words), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
    }
    assert!(fs::read_dir(folder.path()).expect("a folder").count() == 2, "nothing was written");
}

#[cfg(feature = "parquet")]
mod built_in {
    use parquet::{
        file::reader::{FileReader, SerializedFileReader},
        record::Field,
    };
    use serde_json::{Value, json};

    use super::*;
    use crate::common::stdout;

    fn reader(path: &Path) -> SerializedFileReader<fs::File> {
        SerializedFileReader::new(fs::File::open(path).expect("a file")).expect("Parquet")
    }

    /// The rows of a table as text, by column; none is `None`.
    fn rows(path: &Path) -> Vec<Vec<(String, Option<String>)>> {
        let shown = |field: &Field| match field {
            Field::Null => None,
            Field::Str(text) => Some(text.clone()),
            other => Some(other.to_string()),
        };
        let row = |row: parquet::record::Row| {
            row.get_column_iter().map(|(name, field)| (name.clone(), shown(field))).collect()
        };
        reader(path).into_iter().map(|read| row(read.expect("a row"))).collect()
    }

    fn cell(row: &[(String, Option<String>)], name: &str) -> Option<String> {
        row.iter().find(|(column, _)| column == name).unwrap_or_else(|| panic!("{name}")).1.clone()
    }

    const DATED: &str = "青禾县国民经济和社会发展第十四个五年规划纲要\n（2021年1月14日青禾县第十七届人民代表大会第一次会议批准）\n\n\
                         第一章 目标\n到2025年，全县粮食产量达到12.5万吨，高新技术企业突破80家。\n";

    #[test]
    fn the_long_table_has_the_rows_of_csv_with_types() {
        let folder = tempfile::tempdir().expect("a folder");
        file(folder.path(), "a.txt", DATED);
        for to in ["o.parquet", "o.csv"] {
            let output = run(folder.path(), &["extract", "a.txt", "-q", "-o", to]);
            assert!(output.status.success(), "{}", stderr(&output));
        }
        let found = rows(&folder.path().join("o.parquet"));
        let mut csv = csv::Reader::from_path(folder.path().join("o.csv")).expect("csv");
        let heads: Vec<String> =
            csv.headers().expect("heads").iter().map(|head| head.trim_start_matches('\u{feff}').to_owned()).collect();
        assert_eq!(found[0].iter().map(|(name, _)| name.clone()).collect::<Vec<_>>(), heads);
        assert_eq!(found.len(), csv.records().count());
        assert_eq!(cell(&found[0], "value").as_deref(), Some("125000.000000000000"));
        assert_eq!(cell(&found[0], "deadline_year").as_deref(), Some("2025"));
        assert_eq!((cell(&found[0], "upper"), cell(&found[0], "unit").as_deref()), (None, Some("吨")));
        assert!(cell(&found[0], "approved").is_some_and(|day| day.starts_with("2021-01-14")), "{found:?}");
        let schema =
            reader(&folder.path().join("o.parquet")).metadata().file_metadata().schema_descr().root_schema().clone();
        let mut shown = Vec::new();
        parquet::schema::printer::print_schema(&mut shown, &schema);
        let shown = String::from_utf8(shown).expect("UTF-8");
        for column in [
            "OPTIONAL FIXED_LEN_BYTE_ARRAY (16) value (DECIMAL(38,12));",
            "OPTIONAL INT64 deadline_year;",
            "OPTIONAL INT32 approved (DATE);",
            "OPTIONAL BYTE_ARRAY indicator (STRING);",
        ] {
            assert!(shown.contains(column), "{column} in {shown}");
        }
    }

    #[test]
    fn any_number_of_jobs_gives_the_same_bytes_and_columns_are_chosen() {
        let folder = tempfile::tempdir().expect("a folder");
        for n in 0..12 {
            file(folder.path(), &format!("{n:02}.txt"), PLAN.replace("80家", &format!("{}家", 80 + n)));
        }
        let of = |jobs: &str| {
            let args = ["extract", ".", "-o", "o.parquet", "--jobs", jobs, "--columns", "value,meta_x,file"];
            assert!(run(folder.path(), &args).status.success());
            fs::read(folder.path().join("o.parquet")).expect("written")
        };
        assert!(of("1") == of("2") && of("2") == of("8"));
        let found = rows(&folder.path().join("o.parquet"));
        assert_eq!(found[0].iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["value", "meta_x", "file"]);
        assert_eq!(found.len(), 36);
    }

    #[test]
    fn a_panel_has_numbers_and_how_others_are_given_apart() {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, year, goal) in [("a.txt", 2025, "增长6%"), ("b.txt", 2026, "增长与经济增长同步")] {
            let text = format!(
                "{year}年浙江省政府工作报告\n一、{}年工作回顾\n城镇新增就业20万人。\n二、{year}年工作安排\n今年主要预期目标是：\
                 地区生产总值增长5%，居民收入{goal}。\n",
                year - 1
            );
            file(folder.path(), name, text);
        }
        assert!(run(folder.path(), &["panel", ".", "-o", "o.parquet"]).status.success());
        let found = rows(&folder.path().join("o.parquet"));
        let of = |row: usize| {
            ["year", "gdp_growth", "income_growth", "income_growth_given"].map(|name| cell(&found[row], name))
        };
        let text = |text: &str| Some(text.to_owned());
        assert_eq!(of(0), [text("2025"), text("5.000000000000"), text("6.000000000000"), None]);
        assert_eq!(of(1), [text("2026"), text("5.000000000000"), None, text("compared")]);
        assert!(run(folder.path(), &["panel", ".", "--long", "-o", "l.parquet"]).status.success());
        let long = rows(&folder.path().join("l.parquet"));
        assert!(long.len() == 4 && cell(&long[0], "given").as_deref() == Some("stated"), "{long:?}");
    }

    /// A table of documents in Parquet, as polars or pandas would write one.
    fn corpus(path: &Path) {
        use parquet::{
            data_type::{ByteArrayType, DoubleType},
            file::{properties::WriterProperties, writer::SerializedFileWriter},
            schema::parser::parse_message_type,
        };
        let schema =
            "message t { optional binary 正文 (STRING); optional double 年份; optional binary 省份 (STRING); }";
        let schema = std::sync::Arc::new(parse_message_type(schema).expect("a schema"));
        let to = fs::File::create(path).expect("a file");
        let mut writer =
            SerializedFileWriter::new(to, schema, WriterProperties::builder().build().into()).expect("a writer");
        let mut group = writer.next_row_group().expect("a group");
        let texts = [PLAN.as_bytes().to_vec().into(), "在会上的讲话\n今年新建学校3所。\n".as_bytes().to_vec().into()];
        let mut column = group.next_column().expect("a column").expect("one");
        column.typed::<ByteArrayType>().write_batch(&texts, Some(&[1, 0, 1]), None).expect("written");
        column.close().expect("closed");
        let mut column = group.next_column().expect("a column").expect("one");
        column.typed::<DoubleType>().write_batch(&[2023.0], Some(&[0, 0, 1]), None).expect("written");
        column.close().expect("closed");
        let places = ["云岭".as_bytes().to_vec().into()];
        let mut column = group.next_column().expect("a column").expect("one");
        column.typed::<ByteArrayType>().write_batch(&places, Some(&[1, 0, 0]), None).expect("written");
        column.close().expect("closed");
        group.close().expect("closed");
        writer.close().expect("closed");
    }

    #[test]
    fn the_rows_of_a_table_are_documents() {
        let folder = tempfile::tempdir().expect("a folder");
        corpus(&folder.path().join("c.parquet"));
        let output = run(folder.path(), &["extract", "c.parquet", "-f", "json"]);
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(2));
        assert!(said.contains("columns guessed by name: text=`正文`, year=`年份`; carried along: 省份"), "{said}");
        assert!(said.contains("c.parquet#2: row 2, line 2: the text in the column `正文` is empty"), "{said}");
        let read: Vec<Value> = serde_json::from_str(&stdout(&output)).expect("JSON");
        let about = |at: usize, key: &str| read[at]["document"][key].clone();
        assert_eq!((read.len(), about(0, "metadata")), (2, json!({"省份": "云岭"})));
        assert_eq!((about(1, "year"), about(1, "metadata")), (json!(2023), json!({"省份": null})));
    }

    #[test]
    fn what_is_no_table_or_a_broken_one_costs_itself() {
        let folder = tempfile::tempdir().expect("a folder");
        file(folder.path(), "a.txt", PLAN);
        file(folder.path(), "no.parquet", "PAR1 no table PAR1");
        corpus(&folder.path().join("c.parquet"));
        let whole = fs::read(folder.path().join("c.parquet")).expect("there");
        // Each byte before the description is broken in its turn.
        for at in (0..200).step_by(7) {
            let mut bytes = whole.clone();
            bytes[at] ^= 0xff;
            file(folder.path(), "broken.parquet", &bytes);
            let output = run(folder.path(), &["extract", "broken.parquet", "no.parquet", "a.txt", "-q", "-f", "jsonl"]);
            let said = stderr(&output);
            assert_eq!(output.status.code(), Some(2), "{said}");
            assert!(said.contains("no.parquet: this is no Parquet, or a broken one"), "{said}");
            assert!(stdout(&output).contains("\"path\":\"a.txt\""), "byte {at}: {said}");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_one_line() {
        let folder = tempfile::tempdir().expect("a folder");
        file(folder.path(), "a.txt", PLAN);
        let output = run(folder.path(), &["extract", "a.txt", "-q", "-f", "parquet", "-o", "/dev/full"]);
        let said = stderr(&output);
        assert!(output.status.code() == Some(2) && said.lines().count() == 1, "{said}");
        assert!(said.starts_with("plan: /dev/full: the file could not be written: No space left"), "{said}");
    }
}
