//! Figures worked out by hand on a small text.

use super::*;
use crate::{
    lexicon::Theme,
    quantity::Comparator,
    sample::{amount, analysis, due, quantity, statement},
    statement::{Change, DeadlineSource, Modality, Status},
};

const TEXT: &str = "云岭市规划\n\
到 2025 年 , 上市企业超 30 家 , 绿地率、河长制覆盖率均达 100% 。\n\
2020 年上市企业 12 家 , 形成 5A 级标准 。\n\
到 2035 年建成数字云岭 。\n";

const GOLD: &str = "
- {line: 2, quote: 超30家, status: target, kind: quantity, indicator: 上市企业, value: 30, unit: 家, comparator: gt,
   change: level, deadline: 2025, deadline_source: explicit, modality: plain, theme: industry}
- {line: 2, quote: 达 100%, status: target, kind: quantity, indicator: 绿地率, value: 100, unit: '%', comparator: eq,
   change: level, deadline: 2025, deadline_source: explicit, theme: ecology}
- {line: 2, quote: 达 100%, status: target, kind: quantity, indicator: 河长制覆盖率, value: 100, unit: '%',
   comparator: eq, change: level, deadline: 2025, deadline_source: explicit, theme: governance, theme_alt: [ecology]}
- {line: 3, quote: 12 家, status: achieved, kind: quantity, indicator: 上市企业, value: 12, unit: 家, comparator: eq,
   change: level, deadline: 2020, deadline_source: explicit, theme: industry}
- {line: 3, quote: 5A 级, status: other, indicator: 标准}
- {line: 4, quote: 到 2035 年, status: target, kind: milestone, indicator: 数字云岭, deadline: 2035,
   deadline_source: explicit, theme: digital}
";

/// Finds 上市企业 with a wrong bound, the two that share 100% (one indicator too long), 12家 as a target, and 5A级.
fn founds() -> Analysis {
    let target = |quote, indicator| statement(TEXT, quote, 0, Status::Target, indicator);
    let percent = |indicator, theme| {
        let full =
            quantity(target("均达 100%", indicator), amount(100, "%", Comparator::Eq, Change::Level, "均达100%"));
        due(Record { theme, ..full }, 2025, DeadlineSource::Explicit)
    };
    let listed = quantity(target("30 家", "上市企业"), amount(30, "家", Comparator::Eq, Change::Level, "30家"));
    let listed = Record { modality: Modality::Strive, ..due(listed, 2025, DeadlineSource::Explicit) };
    let past = quantity(target("12 家", "上市企业"), amount(12, "家", Comparator::Eq, Change::Level, "12家"));
    let name = quantity(target("5A 级", "标准"), amount(5, "级", Comparator::Eq, Change::Level, "5A级"));
    let river = percent("河长制覆盖率", Theme::Ecology);
    let green = percent("建成区绿地率", Theme::Ecology);
    analysis(vec![listed, river, green, past, name])
}

fn report(lines: Option<RangeInclusive<usize>>) -> Report {
    let gold = Gold::parse(GOLD, TEXT).expect("the gold file reads");
    evaluate(TEXT, &founds(), &gold, lines)
}

fn share(report: &ClassReport, field: &str) -> (usize, usize) {
    let share = report.fields.iter().find(|(name, _)| *name == field).expect("the field is counted").1;
    (share.count, share.of)
}

#[test]
fn targets_with_numbers() {
    let report = report(None);
    let class = &report.classes[0];
    assert_eq!((class.class, class.gold, class.found, class.matched), ("target/quantity", 3, 5, 3));
    assert_eq!((class.precision, class.recall, class.f1), (Some(0.6), Some(1.0), Some(0.75)));
    assert_eq!(share(class, "value"), (3, 3));
    assert_eq!(share(class, "comparator"), (2, 3));
    assert_eq!(share(class, "modality"), (2, 3));
    assert_eq!(share(class, "theme"), (3, 3));
    // 绿地率 in 建成区绿地率: 2×3 / (3+6) = 0.667, neither exact nor close.
    assert_eq!((share(class, "indicator"), share(class, "indicator_similar")), ((2, 3), (2, 3)));
    // Only 河长制覆盖率 is right throughout: 2×1 / (3+5).
    assert_eq!((class.whole_record.count, class.whole_record_f1), (1, Some(0.25)));
}

#[test]
fn facts_and_milestones_that_were_not_found() {
    let report = report(None);
    let achieved = &report.classes[2];
    assert_eq!((achieved.gold, achieved.found, achieved.matched), (1, 0, 0));
    assert_eq!((achieved.precision, achieved.recall, achieved.f1), (None, Some(0.0), Some(0.0)));
    assert_eq!((report.classes[1].gold, report.classes[1].found), (1, 0));
    assert_eq!(report.status_confusions, Share::new(1, 4));
    assert_eq!(report.look_alikes, Share::new(1, 5));
}

#[test]
fn each_error_is_listed_once_in_document_order() {
    let report = report(None);
    let seen: Vec<(usize, FindingKind, &str)> =
        report.errors.iter().map(|e| (e.line, e.kind, e.indicator.as_str())).collect();
    use FindingKind::*;
    let want = [
        (2, Fields, "上市企业"),
        (2, Fields, "建成区绿地率"),
        (3, Status, "上市企业"),
        (3, LookAlike, "标准"),
        (4, Miss, "数字云岭"),
    ];
    assert_eq!(seen, want);
    let wrong: Vec<&str> = report.errors[0].wrong.iter().map(|w| w.field.as_str()).collect();
    assert_eq!(wrong, ["comparator", "modality"]);
    assert_eq!(report.errors[0].excerpt, "云岭市规划到2025年,上市企业【超30家】,绿地率、河长制覆盖率均达10");
}

#[test]
fn lines_restrict_both_sides() {
    let report = report(Some(3..=4));
    assert_eq!((report.classes[0].gold, report.classes[0].found), (0, 2));
    assert_eq!((report.classes[2].gold, report.classes[1].gold), (1, 1));
    assert_eq!(report.classes[0].f1, Some(0.0));
}
