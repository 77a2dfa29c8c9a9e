//! Pages as a browser takes them apart: what is escaped, where links lead, what the policy lets in.

use std::collections::{HashMap, HashSet};

use scraper::{ElementRef, Html, Selector};

use super::*;
use crate::{
    analysis::{self, Analysis},
    check,
    source::Source,
    track::{Observations, Options, track},
};

/// A plan with tasks that hold commitments, a list that shares one number, a table, results and what would do harm.
const PLAN: &str = "云岭市国民经济和社会发展第十四个五年规划纲要\n\
第一章 <script>alert(1)</script> 创新\n\
到2025年，=SUM企业\"x\"onload=\"1达到80家，桥梁、道路、管网完好率均达到95%以上。\n\
2020年，全市高新技术企业达到35家。打好三大攻坚战。\n\
一、加快建设\n\
1.到2025年，新建公园20个、<img src=x onerror=alert(1)>绿道30公里。（牵头单位：市住建局；责任单位：市财政局）\n\
2.推进javascript:alert(1)改造，2024年底前完成老旧小区改造50个。（责任单位：市住建局）\n\
到2025年，\u{202E}隧道\u{2066}达到12座。\n";

fn entry(text: &str) -> Entry {
    let reading = analysis::analyze(Source { name: "a/<b>.txt", bytes: text.as_bytes() }).expect("it reads");
    let findings = check::run("a.txt", &reading, &check::Terms::default(), Default::default(), check::Severity::Info);
    Entry::new(reading, findings)
}

/// A page with everything on it.
fn full(lang: Lang) -> String {
    let mut entry = entry(PLAN);
    let rows = "指标,年份,数值,单位\n隧道,2023,<b>,座\n公园,2022,9,个\n<i>湖,2022,1,个\n";
    let observed = Observations::of_rows("seen.csv", rows).expect("a table");
    entry.progress = Some(track(&entry.analysis, observed, &Options::default()));
    page(&[entry], lang)
}

fn several(lang: Lang) -> String {
    page(
        &[
            entry(PLAN),
            entry(&PLAN.replace("云岭", "青禾").replace("12座", "15座")),
            entry("青禾县十四五规划\n发展。\n"),
        ],
        lang,
    )
}

fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).expect("a selector")).collect()
}

fn attributes(html: &Html) -> impl Iterator<Item = (&str, &str)> {
    html.tree.nodes().filter_map(|node| node.value().as_element()).flat_map(|element| element.attrs())
}

#[test]
fn nothing_that_a_document_says_becomes_markup() {
    for text in [full(Lang::Zh), full(Lang::En), several(Lang::Zh)] {
        let html = Html::parse_document(&text);
        assert_eq!(
            (all(&html, "script").len(), all(&html, "img").len(), all(&html, "b[lang], i").len()),
            (1, 0, all(&html, "b[lang]").len())
        );
        for (name, value) in attributes(&html) {
            assert!(!name.starts_with("on") && name != "style" && name != "src", "{name}={value}");
            assert!(name != "href" || value.starts_with('#') || value == "data:,", "{value}");
        }
        assert!(!text.contains("<script>alert") && !text.contains("<img"));
        assert!(text.contains("&lt;img src=x onerror=alert(1)&gt;") || !text.contains("id=\"text-body\""));
        assert!(!text.contains(['\u{202E}', '\u{2066}', '\0']));
        assert!(text.contains("\\u202e隧道\\u2066") || !text.contains("id=\"text-body\""));
    }
}

#[test]
fn the_policy_names_the_one_style_and_the_one_script() {
    let html = Html::parse_document(&full(Lang::Zh));
    let policy = all(&html, "meta[http-equiv=Content-Security-Policy]")[0].attr("content").expect("a policy");
    for (kind, element) in [("style-src", "style"), ("script-src", "script")] {
        let found = all(&html, element);
        let want = format!("{kind} 'sha256-{}'", shell::hash(&found[0].text().collect::<String>()));
        assert!(found.len() == 1 && policy.contains(&want), "{policy} lacks {want}");
    }
    assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"));
}

#[test]
fn links_resolve_and_lead_both_ways() {
    for text in [full(Lang::Zh), several(Lang::En)] {
        let html = Html::parse_document(&text);
        let mut ids = HashSet::new();
        for id in all(&html, "[id]").iter().filter_map(|element| element.attr("id")) {
            assert!(ids.insert(id), "{id} stands twice");
        }
        for link in all(&html, "a[href^='#']").iter().filter_map(|link| link.attr("href")) {
            assert!(ids.contains(&link[1..]), "{link} leads nowhere");
        }
    }
    let text = full(Lang::Zh);
    let html = Html::parse_document(&text);
    let links: HashMap<&str, Vec<&str>> =
        all(&html, ".text a").iter().filter_map(|link| Some((link.attr("id")?, vec![link.attr("href")?]))).collect();
    let rows = all(&html, "#statements-table tbody tr, .tasks tbody tr");
    assert!(rows.len() > 8, "{}", rows.len());
    for id in rows.iter().filter_map(|row| row.attr("id")) {
        let place = format!("p-{id}");
        assert!(!all(&html, &format!("tr[id='{id}'] a[href='#{place}']")).is_empty(), "{id} leads to no place");
        let back = links.get(place.as_str()).is_some_and(|back| back.contains(&format!("#{id}").as_str()));
        let inside = !all(&html, &format!(".text a[href='#{id}']")).is_empty();
        assert!(back || inside, "nothing leads back to {id}");
    }
}

#[test]
fn a_number_that_three_commitments_share_leads_to_each() {
    let text = full(Lang::Zh);
    let html = Html::parse_document(&text);
    let shared = |name: &str| {
        let row =
            all(&html, "#statements-table tbody tr").into_iter().find(|row| row.text().any(|text| text.contains(name)));
        row.and_then(|row| row.attr("id")).expect(name).to_owned()
    };
    for name in ["桥梁", "道路", "管网"] {
        assert!(!all(&html, &format!(".text a[href='#{}']", shared(name))).is_empty(), "{name}");
    }
    assert_eq!(all(&html, ".text a.also").len(), 2);
}

#[test]
fn the_lines_of_csv_are_guarded_and_whole() {
    let text = full(Lang::Zh);
    let html = Html::parse_document(&text);
    let table = all(&html, "#statements-table")[0];
    let head = table.attr("data-head").expect("a head").to_owned();
    let lines: String =
        all(&html, "#statements-table tbody tr").iter().filter_map(|row| row.attr("data-csv")).collect();
    let mut reader = ::csv::Reader::from_reader((head + &lines).into_bytes().leak() as &[u8]);
    let heads = reader.headers().expect("a head").clone();
    let at = heads.iter().position(|head| head == "指标").expect("the indicator");
    let names: Vec<String> = reader.records().map(|row| row.expect("a row")[at].to_owned()).collect();
    assert!(names.iter().any(|name| name.starts_with("'=SUM")), "{names:?}");
    assert!(["地区代码", "指标代码"].iter().all(|name| heads.iter().any(|head| head == *name)), "{heads:?}");
    assert!(!names.iter().any(|name| name.starts_with(['=', '+', '@'])));
}

#[test]
fn one_standard_indicator_under_two_names_is_one_row() {
    let named = |name: &str, key: Option<&str>| {
        let mut entry = entry(&PLAN.replace("隧道", name));
        for record in entry.analysis.commitments.iter_mut().filter(|record| record.indicator.contains(name)) {
            record.indicator_key = key.map(Into::into);
        }
        entry
    };
    let rows = |key: Option<&str>| {
        let html = Html::parse_document(&page(&[named("隧道", key), named("涵洞", key)], Lang::Zh));
        all(&html, "table.promises th[scope=row]").iter().map(|cell| cell.text().collect()).collect::<Vec<String>>()
    };
    assert!(rows(Some("museums")).contains(&"博物馆".to_owned()), "{:?}", rows(Some("museums")));
    assert_eq!(rows(None).len() + 1, rows(Some("museums")).len());
}

#[test]
fn the_same_documents_give_the_same_bytes() {
    assert_eq!((full(Lang::Zh), several(Lang::En)), (full(Lang::Zh), several(Lang::En)));
}

#[test]
fn every_word_of_the_report_is_there_in_both_languages() {
    let sources = [
        include_str!("compare.rs"),
        include_str!("facts.rs"),
        include_str!("findings.rs"),
        include_str!("mod.rs"),
        include_str!("multiples.rs"),
        include_str!("numbers.rs"),
        include_str!("progress.rs"),
        include_str!("shell.rs"),
        include_str!("single.rs"),
        include_str!("source.rs"),
        include_str!("statements.rs"),
        include_str!("tables.rs"),
        include_str!("tasks.rs"),
        include_str!("text.rs"),
        include_str!("timeline.rs"),
    ];
    let mut found = 0;
    for source in sources {
        for call in [".t(\"", ".fill(\""] {
            for (at, _) in source.match_indices(call) {
                let key = source[at + call.len()..].split('"').next().unwrap_or_default();
                found += 1;
                assert!(
                    [Lang::En, Lang::Zh].iter().all(|lang| !words::label("report", key, *lang).is_empty()),
                    "{key}"
                );
            }
        }
    }
    assert!(found > 80, "{found}");
    // Words that are asked for by name are looked for as pages are made.
    for text in [full(Lang::En), several(Lang::En), full(Lang::Zh), several(Lang::Zh)] {
        let html = Html::parse_document(&text);
        assert!(all(&html, "th:empty, h2:empty, dt:empty, button:empty, option:empty").is_empty());
    }
}

#[test]
fn fifty_thousand_commitments_stay_bounded_and_whole() {
    let line = "到2025年，建成桥梁12座。\n";
    let text = line.repeat(50_000);
    let mut entry = entry(PLAN);
    let first = entry.analysis.commitments[0].clone();
    let record = |at: usize| {
        let mut record = first.clone();
        record.id = format!("{at:012x}").into();
        record.section = "".into();
        let start = at * line.len() + line.find("12座").unwrap_or_default();
        (record.source.start, record.source.end) = (start as u32, (start + "12座".len()) as u32);
        record.source.line = at as u32 + 1;
        record
    };
    entry.analysis = Analysis { commitments: (0..50_000).map(record).collect(), outline: Vec::new(), ..entry.analysis };
    (entry.analysis.achievements, entry.analysis.tasks) = (Vec::new(), Vec::new());
    (entry.text, entry.rejected, entry.findings, entry.sheets) = (text, Vec::new(), Vec::new(), Vec::new());
    let page = page(&[entry], Lang::Zh);
    assert!(page.len() < 20 << 20, "{}", page.len());
    assert_eq!(page.matches("<tr id=\"c-").count(), STATEMENTS);
    assert_eq!(page.matches("class=\"m c\"").count(), STATEMENTS + 1);
    assert!(page.contains("此处列出前10000项，共50000项"));
}

#[test]
fn a_text_that_is_too_long_ends_at_a_line_and_no_link_leads_behind() {
    let mut entry = entry(PLAN);
    let filler = "发展。\n".repeat(TEXT / "发展。\n".len() + 10);
    let shift = filler.len() as u32;
    entry.text = filler + PLAN;
    for record in entry.analysis.commitments.iter_mut().chain(&mut entry.analysis.achievements) {
        (record.source.start, record.source.end) = (record.source.start + shift, record.source.end + shift);
    }
    entry.analysis.tasks.iter_mut().for_each(|task| task.source.start += shift);
    (entry.rejected, entry.findings, entry.sheets) = (Vec::new(), Vec::new(), Vec::new());
    entry.analysis.outline.iter_mut().for_each(|chapter| chapter.line += 10_000_000);
    let page = page(&[entry], Lang::En);
    assert!(page.contains("The text is longer than this page holds") && !page.contains("href=\"#p-"));
}
