//! Chinese for Chinese readers: tables, heads and labels; keys stay English.

use crate::common::{PLAN, plan, stdout};

fn extract(args: &[&str], locale: &str) -> String {
    let mut command = plan();
    command.env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", locale);
    stdout(&command.args(["extract", "-"]).args(args).write_stdin(PLAN).output().expect("it runs"))
}

#[test]
fn tables_speak_the_language_of_the_locale() {
    let table = extract(&["-f", "table"], "zh_CN.UTF-8");
    for word in ["指标", "目标值", "时限", "章节", "科技创新", "目标2项"] {
        assert!(table.contains(word), "{word} in {table}");
    }
    assert!(!table.contains("Indicator") && !table.contains("innovation"), "{table}");
    assert_eq!(extract(&["-f", "table", "--lang", "zh"], "C.UTF-8"), table);
    let english = extract(&["-f", "table", "--lang", "en"], "zh_CN.UTF-8");
    assert!(
        english.contains("Indicator") && english.contains("innovation") && english.contains("2 targets"),
        "{english}"
    );
    assert_eq!(extract(&["-f", "table"], "en_US.UTF-8"), english);
}

#[test]
fn heads_of_csv_are_chinese_only_where_that_is_asked_for() {
    let head = |args: &[&str], locale: &str| extract(args, locale).lines().next().expect("a line").to_owned();
    let columns = ["-f", "csv", "--columns", "indicator,comparator,theme"];
    assert_eq!(head(&columns, "zh_CN.UTF-8"), "indicator,comparator,theme");
    assert_eq!(head(&[columns.as_slice(), &["--lang", "zh"]].concat(), "C"), "指标,界限,主题代码");
    let rows = extract(&[columns.as_slice(), &["--lang", "zh"]].concat(), "C");
    assert!(rows.contains("高新技术企业,gt,innovation"), "keys stay: {rows}");
    assert_eq!(extract(&["-f", "json"], "zh_CN.UTF-8"), extract(&["-f", "json", "--lang", "zh"], "C"));
}
