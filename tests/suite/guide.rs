//! The examples of `docs/commitments.md`: each text gives the records that stand below it, and no other.

use plan::{
    analysis::{Record, analyze},
    source::Source,
};

const PAGE: &str = include_str!("../../docs/commitments.md");

/// The texts of the page with their records, as they stand.
fn examples() -> Vec<(String, Vec<String>)> {
    let blocks = PAGE.split("```text\n").skip(1).map(|rest| rest.split("```").next().expect("it ends"));
    let read = |block: &str| {
        let (records, text): (Vec<&str>, Vec<&str>) = block.lines().partition(|line| line.starts_with('→'));
        (text.join("\n"), records.iter().map(|line| line.trim_start_matches("→ ").to_owned()).collect())
    };
    blocks.map(read).collect()
}

/// A record as the page tells it, with what the page names of it beside indicator, words and year.
fn shown(record: &Record, told: &str) -> String {
    let deadline = record.deadline.as_ref().expect("dated");
    let undated = serde_json::to_value(deadline).expect("JSON")["source"] == "plan";
    let year = if undated { format!("({})", deadline.year) } else { deadline.year.to_string() };
    let json = serde_json::to_value(record).expect("JSON");
    let also = told.split(" | ").skip(3).map(|word| {
        let fields = [
            &json["status"],
            &json["kind"],
            &json["modality"],
            &json["quantity"]["comparator"],
            &json["quantity"]["change"],
        ];
        if fields.iter().any(|field| **field == *word) { word.to_owned() } else { format!("not {word}") }
    });
    let words = [record.indicator.to_string(), record.source.quote.to_string(), year];
    words.into_iter().chain(also).collect::<Vec<_>>().join(" | ")
}

#[test]
fn the_page_tells_what_is_read() {
    let examples = examples();
    assert!(examples.len() >= 8, "{} blocks of examples", examples.len());
    for (text, told) in examples {
        let heading = if text.starts_with("第一章") { "" } else { "第一章 重点任务\n" };
        let document = format!("云岭市国民经济和社会发展第十四个五年规划纲要（2021—2025年）\n\n{heading}{text}\n");
        let reading = analyze(Source { name: "a.txt", bytes: document.as_bytes() }).expect("it reads").analysis;
        let mut records: Vec<&Record> = reading.commitments.iter().chain(&reading.achievements).collect();
        records.sort_by_key(|record| record.source.start);
        let read: Vec<String> = records
            .iter()
            .enumerate()
            .map(|(at, record)| shown(record, told.get(at).map_or("", |told| told)))
            .collect();
        assert_eq!(read, told, "{text}");
    }
}

#[test]
fn a_plan_without_a_period_ends_with_its_goals() {
    let due = |goals: &str| {
        let document = format!(
            "云岭市茶产业高质量发展行动方案\n\n2022年3月1日\n\n一、主要目标\n{goals}\n\n二、重点任务\n新建茶叶加工园区3个。\n"
        );
        let reading = analyze(Source { name: "a.txt", bytes: document.as_bytes() }).expect("it reads").analysis;
        let park = reading.commitments.iter().find(|record| record.indicator == "茶叶加工园区").expect("the park");
        let deadline = serde_json::to_value(park.deadline.as_ref().expect("dated")).expect("JSON");
        (deadline["year"].as_i64(), deadline["source"].as_str().map(str::to_owned))
    };
    let plan = |year| (Some(year), Some("plan".to_owned()));
    assert_eq!(due("到2024年，茶园面积达到8万亩。"), plan(2024));
    assert_eq!(due("到2024年，茶园面积达到8万亩；到2026年，达到9万亩。"), plan(2026));
    assert_eq!(due("到2025年，茶园面积达到8万亩。到2035年，建成茶业强市。"), plan(2025));
    assert_eq!(due("茶园面积达到8万亩。"), plan(2022));
}
