//! The verdicts on numbers: every rule on its own examples, the list of rejected numbers, and its sum.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use plan::{
    commitment::{self, Ruling, Verdict, verdict},
    outline::{self, Outline},
    quantity,
    source::{self, Source},
    span::Span,
    statement::{Kind, Statement},
};

/// A document with what became of its numbers.
fn read(text: &str) -> (Outline, Vec<Statement>, Vec<Ruling>) {
    let document = source::read(Source { name: "example.txt", bytes: text.as_bytes() }).expect("reads");
    let outline = outline::read(&document);
    let read = commitment::read(&document.text, &outline);
    (outline, read.statements, read.rulings)
}

/// An example as a document: one that is a line stands in a section of a plan.
fn whole(text: &str) -> String {
    if text.contains('\n') {
        text.to_owned()
    } else {
        format!("云岭市规划\n第一章 目标\n第一节 概述\n{text}\n")
    }
}

/// The numbers of `text`, each with the rule that drops it.
fn ruled(text: &str) -> String {
    let whole = whole(text);
    let shown = |ruling: &Ruling| {
        let rule = if ruling.kept { "states" } else { ruling.rule.map_or("?", |rule| rule.code) };
        format!("{} {rule}", ruling.span.of(&whole))
    };
    read(&whole).2.iter().map(shown).collect::<Vec<_>>().join("; ")
}

#[test]
fn each_number_of_a_sentence_is_ruled_on_as_a_reader_would() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/verdicts/sentences.tsv");
    let rows = fs::read_to_string(path).expect("there");
    let rows =
        rows.lines().filter(|line| !line.starts_with('#')).map(|line| line.split_once('\t').expect("two columns"));
    let wrong = rows.filter(|(text, expected)| ruled(text) != *expected);
    let wrong: Vec<String> =
        wrong.map(|(text, expected)| format!("{text}\t{}\n  not {expected}", ruled(text))).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The codes of the rules that decide in `text`.
fn deciding(text: &str) -> Vec<&'static str> {
    read(&whole(text)).2.iter().filter_map(|ruling| ruling.rule).map(|rule| rule.code).collect()
}

#[test]
fn rules_decide_in_their_examples_and_in_no_others() {
    let mut wrong = Vec::new();
    for rule in verdict::all() {
        for text in rule.fires.iter().filter(|text| !deciding(text).contains(&rule.code)) {
            wrong.push(format!("{} does not decide in {text}: {:?}", rule.code, deciding(text)));
        }
        for text in rule.passes.iter().filter(|text| deciding(text).contains(&rule.code)) {
            wrong.push(format!("{} decides in {text}", rule.code));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn rules_are_documented_and_have_examples() {
    let mut codes = BTreeSet::new();
    for rule in verdict::all() {
        assert!(codes.insert(rule.code), "{} stands twice", rule.code);
        assert_eq!(verdict::find(rule.code).map(|found| found.code), Some(rule.code));
        assert!(rule.code.starts_with(&format!("{}.", rule.verdict.key())), "{}: the family is the verdict", rule.code);
        let shown = !rule.fires.is_empty() || rule.verdict == Verdict::Apart;
        assert!(rule.why.len() > 20 && !rule.passes.is_empty() && shown, "{}: say more", rule.code);
    }
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rejected.md")).expect("there");
    assert!(page == verdict::docs::page(), "run `plan explain --page verdicts > docs/rejected.md`");
}

const DOCUMENT: &str = "云岭市国民经济和社会发展第十四个五年规划纲要\n\
第一章 发展目标\n第一节 主要指标\n\
到2025年，城镇化率由60%提高到65%以上，税收超亿元的楼宇达到20幢，跻身全国百强。如果能耗增长2%，还将关停企业3家。\n\
表1 主要指标\n指标\t单位\t2020年\t2025年\t属性\n常住人口\t万人\t30\t35\t预期性\n森林覆盖率\t%\t41\t43\t约束性\n\
第二章 重点任务\n第一节 产业\n\
打好三大攻坚战，打造15分钟生活圈，新建公园30个、广场5个，粮食播种面积在50万亩的基础上增长2%。\n\
名词解释\n口袋公园：面积不足5000平方米的公园。\n";

#[test]
fn every_number_has_a_statement_or_a_rule() {
    let (outline, statements, rulings) = read(DOCUMENT);
    let table_cells = |table: &outline::Table| {
        table.header.iter().cloned().chain(table.rows().flat_map(|row| row.into_owned())).collect::<Vec<_>>()
    };
    let cells =
        outline.tables.iter().flat_map(table_cells).filter(|cell| !cell.span().is_empty()).map(|cell| cell.view);
    let views = outline.paragraphs.iter().map(|paragraph| paragraph.view.clone()).chain(cells);
    let mentions: BTreeSet<Span> = views
        .flat_map(|view| quantity::scan(view.text()).into_iter().map(move |quantity| view.source(quantity.span)))
        .collect();
    let kept: BTreeSet<Span> = rulings.iter().filter(|ruling| ruling.kept).map(|ruling| ruling.span).collect();
    let rejected: BTreeSet<Span> = rulings.iter().filter(|ruling| !ruling.kept).map(|ruling| ruling.span).collect();
    assert!(rulings.iter().all(|ruling| ruling.kept || ruling.rule.is_some()));
    assert_eq!(rulings.len(), mentions.len(), "each number is ruled on once: {rulings:#?}");
    assert_eq!(&kept | &rejected, mentions);
    let stated = statements.iter().filter(|statement| statement.kind == Kind::Quantity);
    let stated: BTreeSet<Span> = stated
        .filter_map(|statement| {
            mentions.iter().copied().find(|m| statement.span.contains(*m) && statement.span.end == m.end)
        })
        .collect();
    assert_eq!(kept, stated, "kept are those with a statement");
    assert!(kept.len() > 5 && rejected.len() > 5, "{kept:?} {rejected:?}");
}

fn plan(args: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_plan")).args(args).output().expect("runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn the_rejected_numbers_are_listed_and_explained() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("plan.txt");
    fs::write(&path, DOCUMENT).expect("written");
    let path = path.to_str().expect("a name");
    for format in ["table", "yaml", "json", "jsonl", "csv"] {
        let out = plan(&["extract", "--rejected", "-f", format, path]);
        for part in ["starts.value", "named.great", "apart.glossary", "apart.condition", "60%"] {
            assert!(out.contains(part), "{format} has no {part}:\n{out}");
        }
    }
    let line = plan(&["extract", "--rejected", "-f", "jsonl", path]);
    let first: serde_json::Value = serde_json::from_str(line.lines().next().expect("a line")).expect("JSON");
    assert_eq!((&first["source"]["line"], &first["rule"]), (&4.into(), &"starts.value".into()), "{first}");
    assert!(plan(&["explain", "named.great"]).contains("Decides in"));
    assert!(plan(&["explain"]).contains("named.great"));
}

/// The files in and below `folder`.
fn below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(below(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

#[test]
#[ignore = "prints how often each rule decides in the documents of the folder PLAN_DOCUMENTS"]
fn how_often_each_rule_decides() {
    let folder = std::env::var("PLAN_DOCUMENTS").expect("PLAN_DOCUMENTS names a folder of documents");
    let (mut documents, mut numbers) = (0, 0);
    let mut decided: BTreeMap<&str, (usize, usize, String)> = BTreeMap::new();
    for path in below(Path::new(&folder)) {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let bytes = fs::read(&path).expect("it can be read");
        let Ok(document) = source::read(Source { name: &name, bytes: &bytes }) else { continue };
        let rulings = commitment::read(&document.text, &outline::read(&document)).rulings;
        (documents, numbers) = (documents + 1, numbers + rulings.len());
        let mut here = BTreeSet::new();
        for ruling in &rulings {
            let Some(rule) = ruling.rule else { continue };
            let (times, places, first) = decided.entry(rule.code).or_default();
            *times += 1;
            *places += usize::from(here.insert(rule.code));
            if first.is_empty() {
                first.clone_from(&ruling.around);
            }
        }
    }
    println!("{numbers} numbers in {documents} documents\nrule\tnumbers\tdocuments\tfirst");
    for rule in verdict::all() {
        let (times, places, first) = decided.remove(rule.code).unwrap_or_default();
        println!("{}\t{times}\t{places}\t{first}", rule.code);
    }
}
