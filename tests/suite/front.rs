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

#[test]
fn a_further_plan_a_dated_goal_and_items_that_commit_are_told_apart() {
    let reading = open("fixtures/documents/two_plans.txt");
    let expected = ["第壹章 目标", "第貳章 任务，打通河谷通道", "青禾县“十四五”水利规划", "第一章 目标", "2035年目标"];
    assert_eq!(titles(&reading), expected);
    let quotes: Vec<&str> = reading.analysis.commitments.iter().map(|record| record.source.quote.as_str()).collect();
    assert!(quotes.contains(&"8座") && quotes.contains(&"2座"), "{quotes:?}");
    let water = reading.analysis.commitments.iter().find(|record| record.indicator == "水库").expect("水库");
    assert_eq!(water.deadline.as_ref().map(|deadline| deadline.year), Some(2035));
}
