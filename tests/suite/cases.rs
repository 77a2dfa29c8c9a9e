//! Every sentence of `fixtures/cases`: what a reader finds in it, and what it leaves.
//!
//! Each case is read as a document of its own: a heading, then the paragraph, in the frame the case names.

use std::{collections::BTreeSet, fs, path::Path};

use plan::{
    analysis::{Record, analyze},
    source::Source,
};
use serde::Deserialize;

/// The cases that are known to be read wrong, one name a line. The list may only shrink; how each is read is printed.
const KNOWN: &str = include_str!("../../fixtures/cases/known-misses.txt");

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[serde(rename = "from")]
    _from: Option<String>,
    #[serde(default = "plan_frame")]
    frame: String,
    #[serde(default = "task_section")]
    section: String,
    text: String,
    #[serde(default)]
    expect: Vec<Expected>,
    #[serde(default)]
    nothing: bool,
}

fn plan_frame() -> String {
    "plan".into()
}

fn task_section() -> String {
    "重点任务".into()
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    quote: Option<String>,
    status: Option<String>,
    kind: Option<String>,
    indicator: Option<String>,
    #[serde(default)]
    indicator_alt: Vec<String>,
    value: Option<serde_yaml::Value>,
    upper: Option<serde_yaml::Value>,
    unit: Option<String>,
    comparator: Option<String>,
    change: Option<String>,
    deadline: Option<i32>,
    deadline_source: Option<String>,
    modality: Option<String>,
    baseline: Option<serde_yaml::Value>,
    nature: Option<String>,
    #[serde(default)]
    responsible: Vec<String>,
    month: Option<u32>,
    recurring: Option<bool>,
    theme: Option<String>,
    #[serde(default)]
    theme_alt: Vec<String>,
}

/// The document a case stands in.
fn document(case: &Case) -> String {
    if case.frame == "news" {
        return format!("云岭市经济运行情况发布\n\n本报讯（记者 李明）近日召开发布会。\n\n{}\n", case.text);
    }
    if case.frame == "bulletin" {
        return format!("云岭市2024年国民经济和社会发展统计公报\n\n一、{}\n\n{}\n", case.section, case.text);
    }
    if case.frame == "past" {
        return format!("云岭镇2024年工作总结\n\n一、{}\n\n{}\n", case.section, case.text);
    }
    if case.frame == "summary" {
        return format!("云岭镇2024年工作总结和2025年工作安排\n\n一、{}\n\n{}\n", case.section, case.text);
    }
    if case.frame == "evaluation" {
        let title = "云岭市国民经济和社会发展第十四个五年规划纲要实施情况中期评估报告";
        return format!("{title}\n\n一、{}\n\n{}\n", case.section, case.text);
    }
    if case.frame == "requirements" {
        let aim = "到2023年，山货产业初具规模。到2026年，山货产业不断壮大。";
        let title = "云岭市人民政府关于做强山货产业的实施意见";
        return format!("{title}\n\n一、总体要求\n\n{aim}\n\n二、{}\n\n{}\n", case.section, case.text);
    }
    if case.frame == "opinion" {
        let goal = "到2025年，山货产业不断壮大。";
        let title = "云岭市人民政府关于做强山货产业的实施意见\n云政发〔2022〕15号\n";
        return format!("{title}\n一、总体目标\n\n{goal}\n\n二、{}\n\n{}\n", case.section, case.text);
    }
    let title = match case.frame.as_str() {
        "report" => "2025年云岭市人民政府工作报告\n——2025年1月10日在云岭市第五届人民代表大会第四次会议上\n",
        "plan15" => "云岭市国民经济和社会发展第十五个五年规划纲要\n（2026—2030年）\n",
        _ => "云岭市国民经济和社会发展第十四个五年规划纲要\n（2021—2025年）\n",
    };
    format!("{title}\n第一章 总则\n\n第一节 {}\n\n{}\n", case.section, case.text)
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn number(value: &serde_yaml::Value) -> Option<f64> {
    value.as_f64().or_else(|| value.as_str()?.parse().ok())
}

fn key<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

/// What of `want` the record does not say; empty where it agrees.
fn differences(want: &Expected, got: &Record) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut check = |field: &str, want: Option<String>, got: String| {
        if let Some(want) = want.filter(|want| *want != got) {
            wrong.push(format!("{field}: got {got}, want {want}"));
        }
    };
    let plain = |value: &Option<serde_yaml::Value>| value.as_ref().and_then(number).map(|n| n.to_string());
    let of = |n: plan::number::Number| n.to_string().parse::<f64>().map_or(String::new(), |n| n.to_string());
    let amount = got.quantity.as_ref();
    let names = want.indicator.iter().chain(&want.indicator_alt).map(|n| squeezed(n)).collect::<Vec<_>>();
    if !names.is_empty() && !names.contains(&squeezed(&got.indicator)) {
        check("indicator", want.indicator.clone(), got.indicator.to_string());
    }
    check("status", want.status.clone(), key(&got.status));
    check("kind", want.kind.clone(), key(&got.kind));
    check("value", plain(&want.value), amount.map_or(String::new(), |a| of(a.value)));
    check("upper", plain(&want.upper), amount.and_then(|a| a.upper()).map_or(String::new(), of));
    check("unit", want.unit.clone(), amount.map_or(String::new(), |a| a.unit.to_string()));
    check("comparator", want.comparator.clone(), amount.map_or(String::new(), |a| key(&a.comparator)));
    check("change", want.change.clone(), amount.map_or(String::new(), |a| key(&a.change)));
    check(
        "deadline",
        want.deadline.map(|y| y.to_string()),
        got.deadline.as_ref().map_or(String::new(), |d| d.year.to_string()),
    );
    check(
        "deadline_source",
        want.deadline_source.clone(),
        got.deadline.as_ref().map_or(String::new(), |d| key(&d.source)),
    );
    check(
        "month",
        want.month.map(|m| m.to_string()),
        got.deadline.as_ref().and_then(|d| d.month).map_or(String::new(), |m| m.to_string()),
    );
    check("modality", want.modality.clone(), key(&got.modality));
    check("baseline", plain(&want.baseline), got.baseline.as_ref().map_or(String::new(), |b| of(b.value)));
    check("nature", want.nature.clone(), got.nature.map_or(String::new(), |n| key(&n)));
    check("recurring", want.recurring.map(|r| r.to_string()), got.recurrence.is_some().to_string());
    if !want.responsible.is_empty() {
        check("responsible", Some(want.responsible.join("、")), got.responsible.join("、"));
    }
    if want.theme.as_ref().is_some_and(|t| *t != got.theme.key())
        && !want.theme_alt.iter().any(|t| t == got.theme.key())
    {
        check("theme", want.theme.clone(), got.theme.key().into());
    }
    wrong
}

fn overlaps(want: &Expected, got: &Record) -> bool {
    let (quote, found) = (squeezed(want.quote.as_deref().unwrap_or("")), squeezed(&got.source.quote));
    quote.contains(&found) || found.contains(&quote)
}

/// Pairs each expectation with the record of its quote that differs least.
fn judge(case: &Case, records: &[&Record]) -> Vec<String> {
    let mut free: Vec<&Record> = records.to_vec();
    let mut wrong = Vec::new();
    for want in &case.expect {
        let best =
            (0..free.len()).filter(|&i| overlaps(want, free[i])).min_by_key(|&i| differences(want, free[i]).len());
        match best {
            Some(index) => {
                let got = free.remove(index);
                wrong.extend(differences(want, got).into_iter().map(|d| format!("{}: {d}", got.source.quote)));
            }
            None => wrong.push(format!("missed {}", want.quote.as_deref().unwrap_or(""))),
        }
    }
    wrong.extend(free.iter().map(|got| format!("false alarm {} ({})", got.source.quote, got.indicator)));
    wrong
}

#[test]
fn every_case_is_read_as_it_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/cases");
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("the folder of cases").map(|e| e.expect("an entry").path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "yaml"));
    files.sort();
    let (mut right, mut all, mut nothing) = (0usize, 0usize, 0usize);
    let (mut names, mut misses) = (BTreeSet::new(), BTreeSet::new());
    for path in files {
        let text = fs::read_to_string(&path).expect("a file of cases");
        let cases: Vec<Case> = serde_yaml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let (mut file_right, count) = (0, cases.len());
        for case in &cases {
            let text = document(case);
            let reading = analyze(Source { name: &case.name, bytes: text.as_bytes() }).expect("a case is a document");
            let analysis = reading.analysis;
            let mut records: Vec<&Record> = analysis.commitments.iter().chain(&analysis.achievements).collect();
            let framed = text.rfind(&case.text).expect("the text of the case");
            records.retain(|record| record.source.span().start >= framed);
            records.sort_by_key(|record| record.source.start);
            let wrong = judge(case, &records);
            assert!(case.nothing == case.expect.is_empty(), "{}: a case says `nothing` or what it expects", case.name);
            nothing += usize::from(case.nothing);
            file_right += usize::from(wrong.is_empty());
            assert!(names.insert(case.name.clone()), "{}: two cases are called so", case.name);
            if !wrong.is_empty() {
                misses.insert(case.name.clone());
                println!("{}: {}\n    {}", case.name, case.text.trim(), wrong.join("\n    "));
            }
        }
        println!(
            "== {} {file_right}/{count}",
            path.file_name().map_or(String::new(), |n| n.to_string_lossy().into_owned())
        );
        right += file_right;
        all += count;
    }
    println!("cases: {right}/{all} right, {nothing} that must yield nothing");
    assert!(all >= 150 && nothing >= 50, "too few cases: {all}, of which {nothing} yield nothing");
    let known: BTreeSet<String> =
        KNOWN.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect();
    let new: Vec<&String> = misses.difference(&known).collect();
    assert!(new.is_empty(), "cases that are read wrong now: {new:#?}");
    let mended: Vec<&String> = known.difference(&misses).collect();
    assert!(mended.is_empty(), "take these off fixtures/cases/known-misses.txt, they are read right: {mended:#?}");
}
