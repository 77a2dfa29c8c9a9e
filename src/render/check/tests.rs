//! Each format on a small document.

use super::*;
use crate::{
    analysis,
    check::{self, Severity, Terms},
    source::Source,
};

fn reports_of(path: &str, text: &str) -> Vec<Report> {
    let reading = analysis::analyze(Source { name: path, bytes: text.as_bytes() }).expect("reads");
    let findings = check::run("a.txt", &reading, &Terms::default(), Default::default(), Severity::Info);
    vec![Report { path: path.into(), text: reading.document.text, findings }]
}

fn for_people(reports: &[Report]) -> String {
    text_of(|out| text::write(out, reports, false))
}

const TEXT: &str = "云岭市第十四个五年规划\n（2021年3月5日批准）\n第一章 产业\n新建菇棚5—3个，能耗降低2倍 <&>。\n";

#[test]
fn marks_stand_below_their_words() {
    let shown = for_people(&reports_of("云岭.txt", TEXT));
    let expected = "云岭.txt:4:5: error[values.range-reversed] the range 5—3个 begins with its larger end\n 4 | 新建菇棚5—3个，能耗降低2倍 <&>。\n   |         ^^^^^\n";
    assert!(shown.starts_with(expected), "{shown}");
    assert!(shown.ends_with("1 error, 1 warning, 0 info in 1 document\n"), "{shown}");
}

#[test]
fn colour_is_for_terminals_and_changes_no_word() {
    let reports = reports_of("云岭.txt", TEXT);
    let coloured = text_of(|out| text::write(out, &reports, true));
    assert!(coloured.contains("\x1b[1;31merror[values.range-reversed]\x1b[0m"), "{coloured}");
    let codes = ["\x1b[1;31m", "\x1b[1;33m", "\x1b[2m", "\x1b[0m"];
    let plain = codes.iter().fold(coloured, |text, code| text.replace(code, ""));
    assert_eq!(plain, for_people(&reports));
}

#[test]
fn long_lines_are_cut_around_the_span() {
    let long = TEXT.replace("新建", &"壮大产业".repeat(60)).replace("个，", &format!("个，{}", "改善民生".repeat(60)));
    let shown = for_people(&reports_of("x.txt", &long));
    let source = shown.lines().nth(1).expect("a line");
    let marks = shown.lines().nth(2).expect("marks");
    assert!(source.contains(" | …") && source.ends_with('…') && source.contains("菇棚5—3个"), "{shown}");
    let before: usize = source[..source.find("5—3").expect("there")]
        .chars()
        .map(|c| unicode_width::UnicodeWidthChar::width(c).unwrap_or(0))
        .sum();
    assert_eq!(marks.find('^'), Some(before), "{shown}");
}

#[test]
fn github_escapes_and_counts() {
    let shown = text_of(|out| github::write(out, &reports_of("a,b.txt", TEXT)));
    assert!(
        shown.starts_with("::error file=a%2Cb.txt,line=4,endLine=4,col=5,endColumn=9,title=values.range-reversed::"),
        "{shown}"
    );
    assert!(
        shown.contains("plan check: 1 error, 1 warning, 0 info in 1 document\n     1  values.fall-by-multiple\n"),
        "{shown}"
    );
}

#[test]
fn junit_is_well_formed() {
    let shown = text_of(|out| junit::write(out, &reports_of("a&b.txt", TEXT)));
    assert!(shown.contains("<testsuites name=\"plan check\" tests=\"2\" failures=\"2\">"), "{shown}");
    let mut open: Vec<&str> = Vec::new();
    for tag in shown.split('<').skip(2) {
        let (tag, _) = tag.split_once('>').expect("closed");
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name)),
            None if tag.ends_with('/') => {}
            None => open.push(tag.split(' ').next().unwrap_or(tag)),
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn sarif_names_files_as_uris_and_fingerprints_outlive_lines() {
    let prints =
        |text: &str| -> Vec<String> {
            let sarif: serde_json::Value =
                serde_json::from_str(&text_of(|out| sarif::write(out, &reports_of("云 岭.txt", text)))).expect("JSON");
            let results = sarif["runs"][0]["results"].as_array().expect("a list").clone();
            assert!(results.iter().all(
                |r| r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "%E4%BA%91%20%E5%B2%AD.txt"
            ));
            results.iter().map(|r| r["partialFingerprints"]["planRuleAndText/v1"].to_string()).collect()
        };
    let moved = TEXT.replace("第一章 产业\n", "第一章 产业\n云岭向前。\n改善民生。\n");
    assert_eq!(prints(TEXT), prints(&moved));
    assert_eq!(prints(TEXT).len(), 2);
}
