//! What a document says about itself, the parts of a report, and headings that lines, scripts or neighbours hide.

use plan::{
    analysis::Reading,
    outline::{Kind, Part},
    source::Source,
};

fn open(path: &str) -> Reading {
    let bytes = std::fs::read(path).expect("a fixture");
    plan::analysis::analyze(Source { name: path, bytes: &bytes }).expect("a document")
}

fn titles(reading: &Reading) -> Vec<String> {
    reading.outline.nodes.iter().map(plan::outline::Node::heading).collect()
}

#[test]
fn fields_of_a_page_and_a_notice_tell_days_number_and_issuer_apart() {
    let reading = open("fixtures/documents/page_fields.txt");
    let front = &reading.outline.front;
    assert_eq!(front.title.as_deref(), Some("青禾县山货产业培育行动方案（2027—2030年）"));
    assert_eq!((front.kind, front.year, front.period), (Kind::ActionPlan, None, Some((2027, 2030))));
    assert_eq!(front.number.as_deref(), Some("青政办发〔2027〕12号"));
    assert_eq!((front.issued.as_deref(), front.published.as_deref()), (Some("2027-03-01"), Some("2027-03-09")));
    assert_eq!((front.approved.as_deref(), front.delivered.as_deref()), (None, None));
    assert!(front.issuer.as_deref().is_some_and(|issuer| issuer.starts_with("青禾县")), "{:?}", front.issuer);
    assert!(titles(&reading).iter().any(|title| title.starts_with("附件1")), "{:?}", titles(&reading));
}

#[test]
fn the_parts_of_a_report_are_found_though_their_headings_have_no_numbers() {
    let reading = open("fixtures/documents/report_bare.txt");
    let front = &reading.outline.front;
    assert_eq!(
        (front.kind, front.year, front.delivered.as_deref()),
        (Kind::WorkReport, Some(2027), Some("2027-01-09"))
    );
    assert_eq!((front.issuer.as_deref(), front.approved.as_deref()), (Some("青禾县"), None));
    let standing = |words: &str| {
        let paragraph = reading.outline.paragraphs.iter().find(|p| p.view.text().contains(words)).expect(words);
        paragraph.standing.expect("a part")
    };
    assert_eq!(standing("450个").part, Part::ReviewYear);
    assert_eq!((standing("9000个").part, standing("9000个").years), (Part::GoalsPeriod, Some((2026, 2030))));
    assert_eq!(standing("增长6%").part, Part::GoalsYear);
    assert_eq!(standing("500个").part, Part::Tasks);
    assert_eq!(standing("会议20%").part, Part::Government);
    let early = reading.analysis.commitments.iter().filter(|record| record.source.line < 8);
    assert_eq!(early.count(), 0, "what a review tells is no target");
    let due = reading.analysis.commitments.iter().find(|record| record.source.quote.contains("9000"));
    assert_eq!(due.and_then(|record| record.deadline.as_ref()).map(|deadline| deadline.year), Some(2030));
}

/// Title and numbers read from `text`, in order.
fn title_and_numbers(name: &str, text: &str) -> (String, Vec<String>) {
    let reading = plan::analysis::analyze(Source { name, bytes: text.as_bytes() }).expect("a document");
    let numbers = reading.analysis.commitments.iter().map(|record| record.source.quote.to_string()).collect();
    (reading.outline.front.title.unwrap_or_default(), numbers)
}

#[test]
fn nothing_between_the_title_and_the_last_line_is_lost_where_no_heading_has_a_number() {
    for (name, text, title, numbers) in [
        (
            "plan.md",
            "---\ntitle: 青禾县水利规划\n---\n\n# 青禾县水利规划\n\n## 目标\n\n新建水库2座。\n\n---\n\n## 任务\n\n新建泵站3座。\n",
            "青禾县水利规划",
            vec!["2座", "3座"],
        ),
        (
            "plan.txt",
            "青禾县养老实施方案\n新建20家驿站。\n保障措施\n新建3家食堂。\n",
            "青禾县养老实施方案",
            vec!["20家", "3家"],
        ),
        (
            "heads.txt",
            "青禾县供水规划\n新建水厂20座。\n青禾县供水规划\n改造管网300公里。\n青禾县供水规划\n新建泵站3座。\n",
            "青禾县供水规划",
            vec!["20座", "300公里", "3座"],
        ),
    ] {
        let read = title_and_numbers(name, text);
        assert_eq!(read, (title.to_owned(), numbers.into_iter().map(str::to_owned).collect()), "{text}");
    }
}

#[test]
fn sections_below_a_heading_of_goals_and_work_are_of_the_year() {
    let text = "2026年青禾县政府工作报告\n——2026年1月9日在青禾县第五届人民代表大会第五次会议上\n\n\
                一、2025年工作回顾\n\n建成冷库30座。\n\n二、“十五五”时期主要目标和2026年重点工作\n\n\
                “十五五”时期，山货产值达到80亿元。\n\n（一）做强山货产业。新建菇棚500个。\n\n（二）落实重点任务。新建道路20公里。\n";
    let reading = plan::analysis::analyze(Source { name: "report.txt", bytes: text.as_bytes() }).expect("a document");
    let commitments = reading.analysis.commitments.iter();
    let due: Vec<_> = commitments.map(|record| record.deadline.as_ref().map(|deadline| deadline.year)).collect();
    assert_eq!(due, [Some(2030), Some(2026), Some(2026)]);
}

#[test]
fn below_a_heading_that_looks_both_ways_the_plan_begins_where_it_is_named() {
    let text = "2026年青禾县政府工作报告\n——2026年1月9日在青禾县第五届人民代表大会第五次会议上\n\n\
                一、2025年工作回顾\n\n建成冷库30座。\n\n二、“十四五”时期发展成就和“十五五”时期主要目标任务\n\n\
                过去五年，建成菇棚400个。\n\n根据《中共青禾县委关于制定国民经济和社会发展第十五个五年规划的建议》，我们编制了《纲要（草案）》。\
                山货产值年均增长8%。\n\n（一）做强山货产业。新建菇棚500个。\n\n三、2026年重点工作\n\n新建道路20公里。\n";
    let reading = plan::analysis::analyze(Source { name: "report.txt", bytes: text.as_bytes() }).expect("a document");
    let done: Vec<&str> = reading.analysis.achievements.iter().map(|record| record.source.quote.as_str()).collect();
    assert_eq!(done, ["30座", "400个"]);
    let commitments = reading.analysis.commitments.iter();
    let due: Vec<_> = commitments.map(|record| record.deadline.as_ref().map(|deadline| deadline.year)).collect();
    assert_eq!(due, [Some(2030), Some(2030), Some(2026)]);
}

#[test]
fn a_further_plan_a_dated_goal_and_items_that_commit_are_told_apart() {
    let reading = open("fixtures/documents/two_plans.txt");
    let expected = ["第壹章 目标", "第贰章 任务，打通河谷通道", "青禾县“十四五”水利规划", "第一章 目标", "2035年目标"];
    assert_eq!(titles(&reading), expected);
    let quotes: Vec<&str> = reading.analysis.commitments.iter().map(|record| record.source.quote.as_str()).collect();
    assert!(quotes.contains(&"8座") && quotes.contains(&"2座"), "{quotes:?}");
    let water = reading.analysis.commitments.iter().find(|record| record.indicator == "水库").expect("水库");
    assert_eq!(water.deadline.as_ref().map(|deadline| deadline.year), Some(2035));
}

/// What a document says of itself, as `fixtures/front/openings.yaml` has it.
#[derive(serde::Deserialize)]
struct Opening {
    name: String,
    #[serde(default = "text_file")]
    media: String,
    text: String,
    #[serde(flatten)]
    expected: std::collections::BTreeMap<String, serde_yaml::Value>,
}

fn text_file() -> String {
    "txt".into()
}

const FIELDS: [&str; 10] =
    ["title", "issuer", "kind", "year", "period", "number", "approved", "published", "delivered", "issued"];

/// Marks of quotation and white space apart.
fn folded(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !"《》“”·—-".contains(*c)).collect()
}

#[test]
fn openings_of_every_kind_tell_title_issuer_kind_and_days() {
    let text = std::fs::read_to_string("fixtures/front/openings.yaml").expect("a fixture");
    let openings: Vec<Opening> = serde_yaml::from_str(&text).expect("openings");
    let mut wrong = Vec::new();
    for opening in &openings {
        let name = format!("opening.{}", opening.media);
        let reading = plan::analysis::analyze(Source { name: &name, bytes: opening.text.as_bytes() }).expect("read");
        let found = serde_json::to_value(&reading.analysis.document).expect("JSON");
        for key in opening.expected.keys() {
            assert!(FIELDS.contains(&key.trim_end_matches("_alt")), "{}: {key}", opening.name);
        }
        for field in FIELDS {
            let found = match &found[field] {
                serde_json::Value::Null => String::new(),
                serde_json::Value::Object(years) => format!("{}–{}", years["start"], years["end"]),
                serde_json::Value::String(text) => folded(text),
                other => other.to_string(),
            };
            let written = |value: &serde_yaml::Value| match value {
                serde_yaml::Value::Sequence(years) => {
                    let years: Vec<i64> = years.iter().filter_map(serde_yaml::Value::as_i64).collect();
                    years.iter().map(i64::to_string).collect::<Vec<_>>().join("–")
                }
                serde_yaml::Value::String(text) => folded(text),
                serde_yaml::Value::Number(number) => number.to_string(),
                _ => String::new(),
            };
            let first = opening.expected.get(field).map_or(String::new(), written);
            let alternatives = opening.expected.get(&format!("{field}_alt")).and_then(serde_yaml::Value::as_sequence);
            let right = found == first || alternatives.is_some_and(|all| all.iter().any(|alt| written(alt) == found));
            if !right {
                wrong.push(format!("{}: {field} is {found:?}, not {first:?}", opening.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

/// A document and its headings, as `fixtures/front/trees.yaml` has them.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Tree {
    name: String,
    #[serde(default = "text_file")]
    media: String,
    text: String,
    tree: String,
}

/// Without white space, and with full-width digits and stops as the reading view has them.
fn compact(text: &str) -> String {
    let folded = text.chars().filter(|c| !c.is_whitespace()).map(|c| match c {
        '０'..='９' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '．' => '.',
        c => c,
    });
    folded.collect()
}

#[test]
fn headings_of_every_numbering_stand_where_they_should() {
    let text = std::fs::read_to_string("fixtures/front/trees.yaml").expect("a fixture");
    let trees: Vec<Tree> = serde_yaml::from_str(&text).expect("trees");
    let mut wrong = Vec::new();
    for Tree { name, media, text, tree } in &trees {
        let file = format!("tree.{media}");
        let reading = plan::analysis::analyze(Source { name: &file, bytes: text.as_bytes() }).expect("read");
        let nodes = &reading.outline.nodes;
        let depth =
            |node: &plan::outline::Node| std::iter::successors(node.parent, |&parent| nodes[parent].parent).count();
        let shown = |node| format!("{}{}", "  ".repeat(depth(node)), compact(&format!("{}{}", node.label, node.title)));
        let found: Vec<String> = nodes.iter().map(shown).collect();
        let indented = |line: &str| " ".repeat(line.len() - line.trim_start_matches(' ').len()) + &compact(line);
        let expected: Vec<String> = tree.lines().map(indented).collect();
        if found != expected {
            wrong.push(format!("{name}:\n{}\nnot\n{}", found.join("\n"), expected.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn sentences_run_on_over_page_heads_and_line_ends() {
    let reading = open("fixtures/documents/running_head.txt");
    let texts: Vec<&str> = reading.outline.paragraphs.iter().map(|paragraph| paragraph.view.text()).collect();
    let expected =
        ["到2025年，新增灌溉面积达到3万亩，水库达到20座。", "到2025年，灌区改造达到12处。", "建成泵站", "改造渠道"];
    assert_eq!(texts, expected);
    assert_eq!(reading.outline.front.title.as_deref(), Some("青禾县“十四五”水利规划"));
}

#[test]
fn what_lines_set_off_state_is_kept() {
    for (text, file, count) in [
        (
            "某市规定\n第一章 标准\n第一条 合格率到2025年达到45%\n由市林业局负责。\n第二条 新建茶园20个\n由市园林局负责。\n",
            "a.txt",
            2,
        ),
        ("某市规划\n一、目标\n01 合格率达到45%\n到2025年完成。\n02 普及率达到70%\n到2025年完成。\n", "b.txt", 2),
        ("# 某市规划\n\n前言。\n\n**到2025年，新建茶园20个**\n\n**重点**\n\n好。\n", "c.md", 1),
        ("某市规划\n一、新建茶园20个\n二、新建茶厂5所\n到2025年完成。\n三、保障\n好。\n", "d.txt", 2),
        ("某市方案\n\n【总体目标】到2025年，山货产值达到5亿元。\n", "e.txt", 1),
        ("某市2025年底前山货提质方案\n一、目标\n山货合格率达到100%。\n", "f.txt", 1),
    ] {
        let reading = plan::analysis::analyze(Source { name: file, bytes: text.as_bytes() }).expect("read");
        assert_eq!(reading.analysis.commitments.len(), count, "{text}");
        assert!(file != "f.txt" || reading.analysis.commitments[0].deadline.as_ref().is_some_and(|d| d.year == 2025));
    }
}
