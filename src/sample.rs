//! Hand-made results for the tests of what comes after the analysis.

use crate::{
    analysis::{Analysis, DocumentInfo, OutlineEntry, Period, Place, Record, SCHEMA, Setting, SourceInfo},
    lexicon::{Measure, RegionLevel, Theme},
    number::Number,
    quantity::Comparator,
    span::LineIndex,
    statement::{
        Amount, Around, Baseline, Change, Deadline, DeadlineSource, Evidence, Kind, List, Modality, Nature, Status,
        TableRow,
    },
};

/// A number for [`quantity`].
pub(crate) fn amount(value: i64, unit: &str, comparator: Comparator, change: Change, text: &str) -> Amount {
    Amount { value: Number::from(value), upper: None, unit: unit.into(), comparator, change, text: text.into() }
}

/// A statement at the `nth` (from 0) `quote` of `text`.
pub(crate) fn statement(text: &str, quote: &str, nth: usize, status: Status, indicator: &str) -> Record {
    let start = text.match_indices(quote).nth(nth).expect("the quote is there").0;
    let lines = LineIndex::new(text);
    let end = start + quote.len();
    Record {
        id: format!("{start:012x}").into(),
        status,
        section: "1.1".into(),
        path: ["第一章 总体要求".into(), "第一节 主要目标".into()].into(),
        setting: Some(Setting::Goals),
        kind: Kind::Milestone,
        indicator: indicator.into(),
        indicator_key: None,
        measure: None,
        scope: None,
        quantity: None,
        baseline: None,
        planned: None,
        deadline: None,
        recurrence: None,
        modality: Modality::Plain,
        nature: None,
        theme: Theme::Industry,
        responsible: List::default(),
        task: None,
        sentence: text.lines().nth(lines.line(start) - 1).unwrap_or_default().into(),
        source: Place {
            line: lines.line(start) as u32,
            column: lines.column(text, start) as u32,
            end_line: lines.line(end) as u32,
            end_column: lines.column(text, end) as u32,
            start: start as u32,
            end: end as u32,
            page: None,
            quote: quote.into(),
        },
        evidence: [Evidence::Verb("达".into()), Evidence::Theme(crate::statement::Place::Indicator, indicator.into())]
            .into(),
        row: None,
    }
}

/// The same with a number.
pub(crate) fn quantity(record: Record, amount: Amount) -> Record {
    Record { kind: Kind::Quantity, quantity: Some(amount), ..record }
}

/// The same with a deadline.
pub(crate) fn due(record: Record, year: i32, source: DeadlineSource) -> Record {
    let text = if source == DeadlineSource::Explicit { format!("到{year}年") } else { String::new() };
    Record { deadline: Some(Deadline { year, month: None, source, text: text.into() }.into()), ..record }
}

/// A result that holds `records`.
pub(crate) fn analysis(records: Vec<Record>) -> Analysis {
    let (commitments, achievements) = records.into_iter().partition(|record| record.status == Status::Target);
    let outline = |id: &str, level: &str, label: &str, title: &str, children| OutlineEntry {
        id: id.into(),
        level: level.into(),
        label: label.into(),
        title: title.into(),
        line: 1,
        children,
    };
    let section = outline("1.1", "section", "第一节", "主要目标", Vec::new());
    Analysis {
        schema: SCHEMA.into(),
        document: DocumentInfo {
            title: Some("云岭市第十四个五年规划纲要".into()),
            issuer: Some("云岭市".into()),
            region_code: None,
            region_level: None,
            kind: crate::outline::Kind::OutlinePlan,
            year: None,
            period: Some(Period { start: 2021, end: 2025 }),
            horizon: None,
            approved: Some("2021-02-03".into()),
            delivered: None,
            issued: None,
            published: None,
            number: None,
            region: None,
            overridden: Vec::new(),
            metadata: serde_json::Map::new(),
            source: SourceInfo {
                path: "yunling.txt".into(),
                media: "text".into(),
                encoding: "UTF-8".into(),
                sha256: "0".repeat(64),
                bytes: 100,
            },
        },
        outline: vec![outline("1", "chapter", "第一章", "总体要求", vec![section])],
        tables: Vec::new(),
        worded: Vec::new(),
        commitments,
        achievements,
        tasks: Vec::new(),
        diagnostics: Vec::new(),
    }
}

/// A result whose one statement has a value in every field.
pub(crate) fn full() -> Analysis {
    let text = "到2025年6月高新技术企业由35家提高到80—90家。";
    let number = amount(80, "家", Comparator::Range, Change::Level, "80—90家");
    let ranged = Amount { upper: Some(Box::new(Number::from(90))), ..number };
    let mut record = due(
        quantity(statement(text, "80—90家", 0, Status::Target, "高新技术企业"), ranged),
        2025,
        DeadlineSource::Explicit,
    );
    record.deadline = record.deadline.map(|deadline| Deadline { month: Some(6), ..(*deadline).clone() }.into());
    record.indicator_key = Some("new_hightech_firms".into());
    record.measure = Some(Measure::Level);
    record.scope = Some("全县".into());
    record.baseline = Some(Baseline { value: Number::from(35), unit: "家".into(), year: Some(2020) }.into());
    record.recurrence = Some(crate::analysis::Recurrence::Yearly);
    record.nature = Some(Nature::Binding);
    record.responsible = ["科技局".into(), "工信局".into()].into();
    record.task = Some("0123456789ab".into());
    record.source.page = Some(3);
    let around = Around { group: ["创新".into()].into(), heads: ["2025年".into()].into() };
    record.row = Some(TableRow { around: around.into(), row: 2 });
    let mut analysis = analysis(vec![record]);
    let document = &mut analysis.document;
    document.region_code = Some("330000".into());
    document.region_level = Some(RegionLevel::Province);
    (document.year, document.horizon) = (Some(2021), Some(2035));
    document.region = Some("云岭市".into());
    document.overridden = vec!["year".into(), "region".into()];
    document.metadata.insert("批次".into(), "甲".into());
    document.number = Some("云政发〔2021〕1号".into());
    for day in [&mut document.delivered, &mut document.issued, &mut document.published] {
        *day = Some("2021-02-03".into());
    }
    analysis
}
