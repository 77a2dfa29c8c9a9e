//! Chinese for Chinese readers: tables, heads and labels; keys stay English.

use crate::common::{PLAN, plan, stderr, stdout};

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

fn said(args: &[&str], locale: &str) -> String {
    let mut command = plan();
    command.env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", locale);
    let output = command.args(args).output().expect("it runs");
    stdout(&output) + &stderr(&output)
}

#[test]
fn help_and_messages_speak_the_language_of_the_locale() {
    let help = said(&["extract", "--help"], "zh_CN.UTF-8");
    for word in [
        "用法: plan extract",
        "选项：",
        "写入FILE，要么完整写成",
        "已知的文档信息",
        "[默认：终端为table",
        "[可选值：target, achieved, all]",
    ] {
        assert!(help.contains(word), "{word} in {help}");
    }
    assert_eq!(said(&["extract", "--help", "--lang", "zh"], "C"), help);
    assert!(said(&["extract", "--help", "--lang=en"], "zh_CN.UTF-8").contains("Write to FILE, whole or not at all"));
    for command in ["tasks", "diff", "outline", "tables", "text", "scan", "eval", "check", "explain", "schema"] {
        let help = said(&[command, "-h"], "zh_CN.UTF-8");
        let english = |line: &&str| {
            line.split(' ').filter(|word| word.len() > 2 && word.bytes().all(|b| b.is_ascii_lowercase())).count() > 5
        };
        assert_eq!(help.lines().find(english), None, "{command}");
    }
    let gone = "plan: gone.txt: 没有这个文件；请检查文件名和所在文件夹\n";
    assert_eq!(said(&["extract", "gone.txt"], "zh_CN.UTF-8"), gone);
    assert!(said(&["check", "gone.txt", "--lang", "zh"], "C").ends_with(gone));
    assert!(
        said(&["extract", "a", "--fromat", "csv"], "zh_CN.UTF-8")
            .starts_with("错误: 没有'--fromat'这个参数\n\n  提示: 相近的参数：'--format'")
    );
    assert!(said(&["extract", "gone.txt"], "C").contains("there is no such file"));
}
