//! The floors below which the extraction must not fall on the checked plan.

use std::ops::RangeInclusive;

use plan::{
    analysis::{self, Analysis, Place, Record},
    evaluate::{self, ClassReport, Gold, GoldStatus},
    lexicon::Theme,
    source::Source,
    span::LineIndex,
    statement::{Amount, Baseline, Change, Deadline, DeadlineSource, Status},
};

const TARGET_QUANTITY_F1: f64 = 0.990;
const WHOLE_RECORD_F1: f64 = 0.971;
const ACHIEVED_QUANTITY_F1: f64 = 1.0;
const TARGET_MILESTONE_F1: f64 = 0.900;
const THEME: f64 = 0.962;

fn read(path: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(path).expect("it is there")
}

fn theme(class: &ClassReport) -> f64 {
    class.fields.iter().find(|(name, _)| *name == "theme").and_then(|(_, share)| share.share).unwrap_or(0.0)
}

#[test]
fn the_seed_stays_above_its_floors() {
    let text = read("seeds/gulou-14fyp.txt");
    let reading = analysis::analyze(Source { name: "gulou-14fyp.txt", bytes: text.as_bytes() }).expect("it reads");
    let gold = Gold::parse(&read("fixtures/gold/gulou-14fyp.yaml"), &reading.document.text).expect("the gold reads");
    let report = evaluate::evaluate(&reading.document.text, &reading.analysis, &gold, None);
    let [target, milestone, achieved] = &report.classes[..] else { panic!("three classes") };
    let figures = [
        ("target/quantity F1", target.f1, TARGET_QUANTITY_F1),
        ("target/quantity whole-record F1", target.whole_record_f1, WHOLE_RECORD_F1),
        ("target/milestone F1", milestone.f1, TARGET_MILESTONE_F1),
        ("achieved/quantity F1", achieved.f1, ACHIEVED_QUANTITY_F1),
        ("target/quantity theme", Some(theme(target)), THEME),
    ];
    for (name, figure, floor) in figures {
        println!("{name}: {figure:?}, floor {floor}");
        assert!(figure.unwrap_or(0.0) >= floor, "{name} is {figure:?}, its floor {floor}: see `plan eval --errors`");
    }
}

/// A result that says exactly what the gold file says.
fn perfect(text: &str, gold: &Gold) -> Analysis {
    let lines = LineIndex::new(text);
    let statements = gold.records.iter().filter_map(|record| {
        let kind = record.counted_kind()?;
        let quantity = record.value.map(|value| Amount {
            value,
            upper: record.upper.map(Box::new),
            unit: record.unit.as_deref().unwrap_or_default().into(),
            comparator: record.comparator.unwrap_or_default(),
            change: record.change.unwrap_or(Change::Level),
            text: record.quote.as_str().into(),
        });
        let deadline = record.deadline.map(|year| Deadline {
            year,
            month: None,
            source: record.deadline_source.unwrap_or(DeadlineSource::Explicit),
            text: "".into(),
        });
        let span = record.span;
        Some(Record {
            id: "".into(),
            status: if record.status == GoldStatus::Target { Status::Target } else { Status::Achieved },
            section: "3.1".into(),
            path: Default::default(),
            setting: None,
            kind,
            indicator: record.indicator.as_str().into(),
            indicator_key: None,
            measure: None,
            scope: None,
            quantity,
            baseline: record.baseline.map(|value| Baseline { value, unit: "".into(), year: None }.into()),
            planned: None,
            deadline: deadline.map(Into::into),
            recurrence: None,
            modality: record.modality,
            nature: record.nature,
            theme: record.theme.unwrap_or(Theme::Economy),
            responsible: Default::default(),
            row: None,
            sentence: Default::default(),
            source: Place {
                line: lines.line(span.start) as u32,
                column: 1,
                end_line: lines.line(span.end) as u32,
                end_column: 1,
                start: span.start as u32,
                end: span.end as u32,
                page: None,
                quote: span.of(text).into(),
            },
            task: None,
            evidence: Default::default(),
        })
    });
    let (commitments, achievements) = statements.partition(|record| record.status == Status::Target);
    let empty =
        analysis::analyze(Source { name: "gulou-14fyp.txt", bytes: text.as_bytes() }).expect("it reads").analysis;
    Analysis { commitments, achievements, ..empty }
}

#[test]
fn the_gold_file_against_itself_is_perfect() {
    let text = read("seeds/gulou-14fyp.txt");
    let gold = Gold::parse(&read("fixtures/gold/gulou-14fyp.yaml"), &text).expect("the gold reads");
    let report = evaluate::evaluate(&text, &perfect(&text, &gold), &gold, None);
    assert!(report.errors.is_empty(), "{:?}", report.errors);
    for class in &report.classes {
        assert_eq!((class.f1, class.whole_record_f1), (Some(1.0), Some(1.0)), "{}", class.class);
        assert!(class.fields.iter().all(|(_, share)| share.share == Some(1.0)), "{:?}", class.fields);
    }
    let counts: Vec<(usize, usize)> = report.classes.iter().map(|class| (class.gold, class.found)).collect();
    assert_eq!(counts, [(54, 54), (10, 10), (49, 49)]);
}

/// An annotated document kept beside the repository.
struct Annotated {
    name: &'static str,
    file: &'static str,
    /// The lines that are annotated.
    lines: RangeInclusive<usize>,
    /// Targets, whole records of targets, achievements: F1 below which it must not fall.
    floors: [f64; 3],
}

const SHARED: [Annotated; 5] = [
    Annotated { name: "emergency-14fyp", file: "emergency-14fyp.md", lines: 30..=320, floors: [1.0, 1.0, 1.0] },
    Annotated {
        name: "gwr-2012-hailar-district",
        file: "gwr-2012-hailar-district.txt",
        lines: 1..=70,
        floors: [0.984, 0.984, 1.0],
    },
    Annotated { name: "shanghai-15fyp", file: "shanghai-15fyp.txt", lines: 18..=105, floors: [1.0, 1.0, 1.0] },
    Annotated { name: "suzhou-15fyp", file: "suzhou-15fyp.txt", lines: 311..=700, floors: [1.0, 1.0, 0.960] },
    Annotated { name: "hangzhou-15fyp", file: "hangzhou-15fyp.txt", lines: 172..=470, floors: [1.0, 1.0, 0.965] },
];

#[test]
fn the_other_annotated_documents_stay_above_their_floors() {
    let shared = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    if !shared.is_dir() {
        println!("skipped: there are no annotated documents beside the repository");
        return;
    }
    for Annotated { name, file, lines, floors } in SHARED {
        let bytes = std::fs::read(shared.join("corpus").join(file)).expect("the document is there");
        let gold =
            std::fs::read_to_string(shared.join("gold").join(format!("{name}.yaml"))).expect("its gold is there");
        let reading = analysis::analyze(Source { name: file, bytes: &bytes }).expect("it reads");
        let gold = Gold::parse(&gold, &reading.document.text).expect("the gold reads");
        let report = evaluate::evaluate(&reading.document.text, &reading.analysis, &gold, Some(lines));
        let [target, _, achieved] = &report.classes[..] else { panic!("three classes") };
        for (figure, value, floor) in [
            ("target/quantity F1", target.f1, floors[0]),
            ("target/quantity whole-record F1", target.whole_record_f1, floors[1]),
            ("achieved/quantity F1", achieved.f1, floors[2]),
        ] {
            println!("{name}: {figure} {value:?}, floor {floor}");
            assert!(value.unwrap_or(0.0) >= floor, "{name}: {figure} is {value:?}, its floor {floor}");
        }
        assert!(report.status_confusions.share.unwrap_or(0.0) <= 0.02, "{name}: promises and facts are confused");
    }
}
