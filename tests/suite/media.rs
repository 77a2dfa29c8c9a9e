//! The same plan in every medium: the same commitments, and places that can be looked up in the text that `plan text`
//! prints.

use std::path::Path;

use crate::common::{extracted, file, plan, run, stderr, stdout};
use encoding_rs::{BIG5, GB18030};
use serde_json::Value;

const MEDIA: [&str; 5] = ["txt", "md", "html", "docx", "pdf"];

fn path(ending: &str) -> String {
    format!("fixtures/documents/media/plan.{ending}")
}

fn read(ending: &str) -> Value {
    extracted(&[&path(ending)]).remove(0)
}

/// What every medium must agree on: all fields but the place.
fn statements(document: &Value) -> Vec<Value> {
    let lists = ["commitments", "achievements"].map(|list| document[list].as_array().expect("a list").clone());
    let mut all: Vec<Value> = lists.concat();
    for statement in &mut all {
        let place = statement["source"].take();
        statement["quote"] = place["quote"].clone();
        for key in ["id", "sentence"] {
            statement[key] = Value::Null;
        }
    }
    all
}

fn field<'a>(statement: &'a Value, key: &str) -> &'a str {
    statement[key].as_str().unwrap_or("")
}

#[test]
fn every_medium_gives_the_same_commitments() {
    let text = statements(&read("txt"));
    assert_eq!(text.len(), 27);
    for ending in &MEDIA[1..] {
        let other = statements(&read(ending));
        for (at, (one, other)) in text.iter().zip(&other).enumerate() {
            assert_eq!(one, other, "{ending}, statement {at}");
        }
        assert_eq!(text.len(), other.len(), "{ending}");
    }
}

/// The statements of a file that a word processor made from `plan.docx`, but those that `left_out` tells.
fn converted(name: &str, left_out: impl Fn(&Value) -> bool) -> Vec<Value> {
    let mut all = statements(&extracted(&[&format!("fixtures/documents/media/{name}")]).remove(0));
    all.retain(|statement| !left_out(statement));
    for statement in &mut all {
        // It sets spaces between digits and characters.
        statement["quote"] = field(statement, "quote").replace(' ', "").into();
    }
    all
}

/// What differs by the medium: written numbers of headings, and what they lead to.
fn without_numbers(mut all: Vec<Value>) -> Vec<Value> {
    for statement in &mut all {
        statement["path"] = Value::Null;
    }
    all
}

#[test]
fn a_word_processor_s_print_gives_the_same_commitments() {
    // The deletion that `plan.docx` tracks is printed, struck through.
    let printed = converted("printed.pdf", |statement| field(statement, "quote").replace(' ', "") == "3座");
    assert_eq!(without_numbers(printed), without_numbers(statements(&read("docx"))));
    let text = stdout(&run(&["text", "fixtures/documents/media/printed.pdf"]));
    assert!(text.contains("加工企业 40 家 ，建设"), "the mark of the footnote stays: {text}");
}

#[test]
fn a_binary_word_file_gives_the_same_commitments() {
    // A cell merged over columns within the table is not told from two.
    let merged = |statement: &Value| matches!(field(statement, "indicator"), "规上企业产值" | "户数");
    let mut expected = statements(&read("docx"));
    expected.retain(|statement| !merged(statement));
    assert_eq!(without_numbers(converted("plan.doc", |_| false)), without_numbers(expected));
}

#[test]
fn places_lead_to_the_printed_text() {
    for ending in MEDIA {
        let text = stdout(&run(&["text", &path(ending)]));
        let document = read(ending);
        for list in ["commitments", "achievements"] {
            for statement in document[list].as_array().expect("a list") {
                let source = &statement["source"];
                let at = |key: &str| source[key].as_u64().expect("a number") as usize;
                assert_eq!(text[at("start")..at("end")], *field(source, "quote"), "{ending}");
                let line = text.lines().nth(at("line") - 1).expect("the line");
                let from: String = line.chars().skip(at("column") - 1).collect();
                assert!(from.starts_with(field(source, "quote")), "{ending}: {from}");
                assert_eq!(source["page"].is_u64(), ending == "pdf", "{ending}");
            }
        }
    }
}

#[test]
fn headings_tables_and_metadata_come_out_of_every_medium() {
    for ending in MEDIA {
        let document = read(ending);
        let info = &document["document"];
        assert_eq!(field(info, "title"), "云岭市国民经济和社会发展第十五个五年规划纲要", "{ending}");
        assert_eq!(field(info, "issuer"), "云岭市", "{ending}");
        assert_eq!(field(info, "approved"), "2026-01-20", "{ending}");
        if matches!(ending, "md" | "html") {
            assert_eq!((field(info, "published"), field(info, "number")), ("2026-02-03", "云政发〔2026〕1号"));
        }
        let media = if ending == "txt" {
            "text"
        } else if ending == "md" {
            "markdown"
        } else {
            ending
        };
        assert_eq!(field(&info["source"], "media"), media);
        let outline = document["outline"].as_array().expect("a list");
        let labels: Vec<&str> = outline.iter().map(|node| field(node, "label")).collect();
        assert_eq!(labels, ["第一章", "第二章", "第三章"], "{ending}");
        let sections = outline[1]["children"].as_array().expect("a list");
        assert_eq!(field(&sections[1], "title"), "推进城乡供水", "{ending}");
        let tables = document["tables"].as_array().expect("a list");
        let header: Vec<&str> =
            tables[0]["header"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
        let joined = ["类别", "序号", "指标", "2025年", "“十五五”目标2030年", "“十五五”目标年均/累计", "属性"];
        assert_eq!(header, joined, "{ending}");
        let rows = tables[0]["rows"].as_array().expect("a list");
        assert_eq!(rows.len(), 10, "{ending}");
        assert_eq!((&rows[2][0], &rows[2][6]), (&"经济发展".into(), &"预期性".into()), "{ending}");
        assert_eq!(tables[1]["rows"].as_array().map(Vec::len), Some(3), "{ending}");
    }
}

#[test]
fn tables_give_pairs_members_and_tasks() {
    let all = statements(&read("docx"));
    let find = |indicator: &str, quote: &str| {
        let found = all.iter().find(|s| field(s, "indicator") == indicator && field(s, "quote") == quote);
        found.unwrap_or_else(|| panic!("{indicator} {quote}"))
    };
    let (value, unit) =
        (|s: &Value| s["quantity"]["value"].to_string(), |s: &Value| field(&s["quantity"], "unit").to_owned());
    let output = find("规上企业产值", "500");
    assert_eq!((value(output).as_str(), unit(output).as_str()), ("50000000000", "元"));
    assert_eq!(output["baseline"]["value"].to_string(), "30000000000");
    let firms = find("户数", "180");
    assert_eq!((value(firms).as_str(), unit(firms).as_str()), ("180", "户"));
    assert_eq!(field(find("乡镇自来水普及率", "95"), "nature"), "binding");
    assert_eq!(field(&find("高标准农田", "〔8〕")["quantity"], "change"), "increment");
    assert!(!all.iter().any(|s| field(s, "indicator") == "主要污染物减排"));
    let task = all.iter().rfind(|s| field(s, "quote") == "2000座").expect("the task");
    assert_eq!(task["responsible"], serde_json::json!(["市农业农村局", "市财政局", "各县（市、区）"]));
    assert_eq!((task["deadline"]["year"].as_i64(), field(&task["deadline"], "source")), (Some(2027), "explicit"));
    let milestone = find("建立山货质量追溯体系", "2029年");
    assert_eq!((field(milestone, "kind"), &milestone["responsible"][0]), ("milestone", &"市市场监管局".into()));
}

#[test]
fn notes_and_furniture_are_no_commitments() {
    let page = stdout(&run(&["text", &path("html")]));
    for word in ["首页", "分享", "相关文章", "一图读懂", "主办单位", "hits"] {
        assert!(!page.contains(word), "{word}");
    }
    let word = stdout(&run(&["text", &path("docx")]));
    assert!(word.contains("新建水厂5座，") && !word.contains("3座"), "{word}");
    assert!(word.trim_end().ends_with("年主营业务收入2000万元以上的企业。"), "{word}");
    assert!(!statements(&read("docx")).iter().any(|s| field(s, "quote").contains("2000万元")));
    assert!(!stdout(&run(&["text", &path("pdf")])).contains("— 1 —"));
}

#[test]
fn encodings_are_recognised_said_and_overridden() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = std::fs::read_to_string(path("txt")).expect("the plan");
    let expected = statements(&read("txt"));
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [b"\xFF\xFE".as_slice(), &wide].concat();
    let gb = GB18030.encode(&text).0.into_owned();
    for (name, bytes, encoding) in [
        ("gb.txt", gb.clone(), "gb18030"),
        ("wide.txt", marked, "UTF-16LE"),
        ("unmarked.txt", wide, "UTF-16LE"),
        ("marked.txt", [b"\xEF\xBB\xBF", text.as_bytes()].concat(), "UTF-8"),
    ] {
        let path = file(folder.path(), name, bytes);
        let document = extracted(&[path.to_str().expect("UTF-8")]).remove(0);
        assert_eq!(field(&document["document"]["source"], "encoding"), encoding, "{name}");
        assert_eq!(statements(&document), expected, "{name}");
    }
    let gb = file(folder.path(), "gb", gb);
    let gb = gb.to_str().expect("UTF-8");
    assert_eq!(field(&extracted(&[gb, "--encoding", "gbk"])[0]["document"]["source"], "encoding"), "gb18030");
    let wrong = run(&["text", gb, "--encoding", "gb1830"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(stderr(&wrong).contains("GB18030"), "{}", stderr(&wrong));
    let page = run(&["text", &path("html"), "--media", "text"]);
    assert!(stdout(&page).starts_with("<!DOCTYPE html>"));
}

#[test]
fn traditional_text_is_read_as_it_stands() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "雲嶺縣國民經濟和社會發展第十四個五年規劃綱要\n第一章 產業\n到2025年，全縣高新技術企業達到80家，\
                森林覆蓋率提高到65%以上，新建公路一百二十公里。\n";
    let bytes = BIG5.encode(&text.repeat(3)).0.into_owned();
    let path = file(folder.path(), "old.txt", bytes);
    let document = extracted(&[path.to_str().expect("UTF-8")]).remove(0);
    assert_eq!(field(&document["document"]["source"], "encoding"), "Big5");
    let quotes: Vec<Value> =
        document["commitments"].as_array().expect("a list").iter().map(|s| s["source"]["quote"].clone()).collect();
    assert!(quotes.contains(&"達到80家".into()), "{quotes:?}");
}

#[test]
fn undecodable_bytes_are_reported_by_place() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut bytes = std::fs::read(path("txt")).expect("the plan");
    let end = bytes.iter().position(|&b| b == b'\n').expect("a line");
    bytes.insert(end, 0xFF);
    let path = file(folder.path(), "broken.txt", bytes);
    let document = extracted(&[path.to_str().expect("UTF-8")]).remove(0);
    let found = document["diagnostics"].as_array().expect("a list").iter().find(|d| d["code"] == "source.undecodable");
    let found = found.expect("a diagnostic");
    assert_eq!((found["line"].as_u64(), found["column"].as_u64()), (Some(1), Some(23)));
}

/// Runs `plan text` on `bytes`, expects status 2, and gives the message.
fn refused(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> String {
    let path = file(folder, name, bytes);
    let output = run(&["text", path.to_str().expect("UTF-8")]);
    assert_eq!(output.status.code(), Some(2), "{name}: {}", stdout(&output));
    stderr(&output)
}

#[test]
fn files_that_cannot_be_read_say_why_and_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    let word = std::fs::read(path("docx")).expect("the plan");
    let pdf = std::fs::read(path("pdf")).expect("the plan");
    let wide: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let encrypted = [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &[0; 504], &wide].concat();
    let image = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
                 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
    for (name, bytes, words) in [
        ("cut.docx", word[..word.len() / 2].to_vec(), ["DOCX", "broken", "save it again"]),
        ("encrypted.docx", encrypted, ["encrypted", "password", "save it without"]),
        ("cut.pdf", pdf[..40].to_vec(), ["PDF", "broken", "pdftotext"]),
        ("scanned.pdf", image.as_bytes().to_vec(), ["PDF", "text layer", "ocrmypdf"]),
        ("photo.jpg", b"\xFF\xD8\xFF\xE0\0\x10JFIF".to_vec(), ["image", "tesseract", "no text"]),
        ("plan.rtf", b"{\\rtf1 plan}".to_vec(), ["Rich Text", "DOCX", "save"]),
    ] {
        let message = refused(folder.path(), name, bytes);
        for word in words {
            assert!(message.contains(word), "{name}: `{word}` is not in: {message}");
        }
    }
}

#[test]
fn hostile_files_meet_a_limit() {
    let folder = tempfile::tempdir().expect("a folder");
    let deep = "<div><p>".repeat(200_000);
    assert!(refused(folder.path(), "deep.html", &deep).contains("limit"));
    let wide =
        "<html><table><tr><td colspan=100000>一</td><td>二</td></tr><tr><td>三</td></tr></table><p>规划，一。</p>";
    let message = refused(folder.path(), "wide.html", wide);
    assert!(message.contains("limit") && message.contains("columns"), "{message}");
    let rows = "<tr>".to_owned() + &"<td rowspan=60000 colspan=999>一</td>".repeat(40) + "</tr>";
    assert!(
        refused(folder.path(), "cells.html", format!("<html><table>{}</table>", rows.repeat(300))).contains("cells")
    );
}

#[test]
fn a_word_file_that_unpacks_to_too_much_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let message = refused(folder.path(), "bomb.docx", bomb());
    assert!(message.contains("limit") && message.contains("unpacks"), "{message}");
}

/// An archive whose `word/document.xml` is 80 MB of spaces.
fn bomb() -> Vec<u8> {
    use std::io::{Cursor, Write};
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    archive.start_file("word/document.xml", options).expect("a file");
    for _ in 0..80 {
        archive.write_all(&vec![b' '; 1 << 20]).expect("it is written");
    }
    archive.finish().expect("an archive").into_inner()
}

#[test]
fn documents_come_from_standard_input_too() {
    for ending in MEDIA {
        let bytes = std::fs::read(path(ending)).expect("the plan");
        let output = plan().args(["text", "-"]).write_stdin(bytes).output().expect("it runs");
        assert_eq!(stdout(&output), stdout(&run(&["text", &path(ending)])), "{ending}");
    }
}
