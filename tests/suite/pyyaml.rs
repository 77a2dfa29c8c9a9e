//! The YAML as Python reads it: every string stays a string. Skipped where there is no python3 with PyYAML.

use std::{
    io::Write,
    process::{Command, Stdio},
};

use crate::common::{SEED, extracted, run, stdout};
use serde_json::{Value, json};

/// What PyYAML makes of `yaml`, or `None` where there is no PyYAML; a date would have no JSON and fail.
fn read_by_python(yaml: &str) -> Option<Value> {
    let script = "import sys, json\ntry:\n    import yaml\nexcept ImportError:\n    sys.exit(77)\n\
        data = sys.stdin.buffer.read().decode('utf-8')\n\
        sys.stdout.buffer.write(json.dumps(list(yaml.safe_load_all(data))).encode('ascii'))\n";
    let mut python = Command::new("python3")
        .args(["-c", script])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .ok()?;
    // Where Python leaves early its exit status says why.
    let _ = python.stdin.take()?.write_all(yaml.as_bytes());
    let output = python.wait_with_output().expect("python ends");
    if output.status.code() == Some(77) {
        return None;
    }
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(serde_json::from_slice(&output.stdout).expect("JSON"))
}

#[allow(clippy::print_stderr, reason = "a skipped test says so")]
fn same_in_python(yaml: &str, want: &Value) {
    match read_by_python(yaml) {
        Some(got) => assert_eq!(got, *want),
        None => eprintln!("skipped: python3 with PyYAML is not there"),
    }
}

#[test]
fn real_output_keeps_its_types() {
    let yaml = stdout(&run(&["extract", SEED, SEED]));
    same_in_python(&yaml, &Value::Array(extracted(&[SEED, SEED])));
}

#[test]
fn strings_that_look_like_something_else_stay_strings() {
    let nasty = [
        "yes",
        "No",
        "ON",
        "off",
        "y",
        "N",
        "true",
        "False",
        "null",
        "Null",
        "~",
        "",
        " ",
        "是",
        "否",
        "12:30:45",
        "1:30",
        "1_000",
        "1,000",
        "0o17",
        "017",
        "0x1F",
        "0b1",
        "1e5",
        "1.5e+3",
        ".5",
        ".inf",
        "-.INF",
        ".nan",
        "+12",
        "-3",
        "2025-01-01",
        "2025-1-1 10:00:00",
        "2001-12-14t21:59:43.10-05:00",
        "=",
        "<<",
        "- 家",
        "家: 一",
        "家:",
        "家 # 一",
        "#家",
        "'家'",
        "\"家\"",
        "!家",
        "&家",
        "*家",
        "%",
        "@家",
        "`家`",
        "[家]",
        "{家}",
        ", 家",
        "? 家",
        "| 家",
        "> 家",
        "突破 1000\n家",
        "家\r\n户",
        "家\t",
        "家\u{85}户",
        "家\u{2028}户",
        "\u{FEFF}家",
        "家\u{200B}",
        "\u{3000}家",
        "家\u{A0}户",
        "---",
        "...",
        "\\n",
        "2025年",
        "1000家",
        "〔2021〕5号",
        "“十四五”",
        "5G",
        "R&D",
        "PM2.5",
        "🏠",
        "\u{0}",
        "\u{7F}",
        "\u{FFFE}",
        "\u{10FFFF}",
        "家\u{E000}",
    ];
    let want = json!({
        "strings": nasty.to_vec(),
        "keys": nasty.iter().map(|text| (*text, 1)).collect::<std::collections::BTreeMap<_, _>>(),
        "numbers": [0, -3, 1000, 70_000_000_000_i64, 34.75, 0.006, 33.33],
        "others": [null, true, false, [], {}, [[1], [{"a": [{"b": null}]}]]],
    });
    same_in_python(&plan::render::yaml::documents(&[&want, &want]), &json!([want, want]));
}
