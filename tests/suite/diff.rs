//! `plan diff`: ten edits made by hand are ten changes of the right kinds; every format, every input, every exit status.

use crate::common::{PLAN, SEED, file, plan, run, stderr, stdout};
use serde_json::Value;

const OLD: &str = "fixtures/diff/old.txt";
const NEW: &str = "fixtures/diff/new.txt";

fn compared(args: &[&str]) -> Value {
    let output = plan().args(["diff", "--format", "json"]).args(args).output().expect("it runs");
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", stderr(&output)))
}

/// Level, kinds and name of every change.
fn listed(comparison: &Value) -> Vec<(String, String, String)> {
    let text = |value: &Value| value.as_str().expect("a string").to_owned();
    let kinds =
        |change: &Value| change["kinds"].as_array().expect("a list").iter().map(text).collect::<Vec<_>>().join(" ");
    let changes = comparison["changes"].as_array().expect("a list").iter();
    changes.map(|change| (text(&change["level"]), kinds(change), text(&change["name"]))).collect()
}

#[test]
fn ten_edits_are_ten_changes_and_nothing_else() {
    let comparison = compared(&[OLD, NEW]);
    let mut found = listed(&comparison);
    found.sort();
    let mut wanted = [
        ("outline", "moved", "第三节 保护生态系统"),
        ("outline", "renumbered", "第七章 保障规划实施"),
        ("commitments", "raised", "高新技术企业"),
        ("commitments", "lowered", "居民人均可支配收入"),
        ("commitments", "postponed", "市级公共卫生临床中心"),
        ("commitments", "loosened", "空气质量优良天数比例"),
        ("commitments", "strengthened", "公办幼儿园学位"),
        ("commitments", "dropped", "5G基站"),
        ("commitments", "added", "技术合同成交额"),
        ("text", "reworded", "完善工资决定和合理增长机制。"),
    ]
    .map(|(level, kinds, name)| (level.to_owned(), kinds.to_owned(), name.to_owned()));
    wanted.sort();
    assert_eq!(found, wanted);
    assert_eq!(comparison["summary"]["changes"], 10);
    assert_eq!(comparison["summary"]["uncertain"], 0);
}

#[test]
fn a_moved_section_carries_its_edits() {
    let comparison = compared(&[OLD, NEW, "--level", "outline"]);
    let moved = &comparison["changes"][0];
    assert_eq!((moved["kinds"][0].as_str(), moved["edits"].as_array().map(Vec::len)), (Some("moved"), Some(1)));
    let pieces = moved["edits"][0]["pieces"].as_array().expect("pieces");
    assert!(pieces.iter().any(|piece| piece["op"] == "insert" && piece["text"] == "和损害赔偿制度"), "{pieces:?}");
}

#[test]
fn differences_are_exact_and_their_sense_is_told_where_it_is_known() {
    let comparison = compared(&[OLD, NEW, "--level", "commitments"]);
    let raised =
        comparison["changes"].as_array().expect("a list").iter().find(|c| c["kinds"][0] == "raised").expect("one");
    let difference = &raised["difference"];
    assert_eq!((&difference["absolute"], &difference["relative"]), (&60.into(), &20.into()));
    assert_eq!((&difference["more_is_better"], &difference["more_ambitious"]), (&true.into(), &true.into()));
    assert_eq!((&raised["old"]["line"], &raised["new"]["section"]), (&11.into(), &"2.1".into()));
}

#[test]
fn the_exit_status_says_whether_there_is_a_difference() {
    assert_eq!(run(&["diff", OLD, NEW]).status.code(), Some(1));
    assert_eq!(run(&["diff", OLD, NEW, "--exit-zero"]).status.code(), Some(0));
    assert_eq!(run(&["diff", OLD, "no-such-file.txt"]).status.code(), Some(2));
    let same = run(&["diff", OLD, OLD, "-f", "table"]);
    assert_eq!(same.status.code(), Some(0));
    assert!(stdout(&same).contains("no difference") && stderr(&same).contains("this is the old and the new document"));
}

#[test]
fn a_real_plan_is_equal_to_itself_in_every_form() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = std::fs::read_to_string(SEED).expect("the seed");
    let path = |name: &str, text: String| file(folder.path(), name, text).to_string_lossy().into_owned();
    let crlf = path("crlf.txt", text.replace('\n', "\r\n"));
    let wide = path("wide.txt", text.replace('%', "％").replace('“', "「").replace('”', "」"));
    let page: String =
        text.lines().map(|line| format!("<p>{}</p>\n", line.replace('&', "&amp;").replace('<', "&lt;"))).collect();
    let page = path("page.html", format!("<html><head><meta charset=\"utf-8\"></head><body>{page}</body></html>"));
    for other in [SEED, &crlf, &wide] {
        let comparison = compared(&[SEED, other]);
        assert_eq!(listed(&comparison), [], "{other}");
    }
    // What the page's reader makes of the site's furniture is not held here: sections and commitments are.
    let comparison = compared(&[SEED, &page, "--level", "outline", "--level", "commitments"]);
    assert_eq!(listed(&comparison), [], "{page}");
}

#[test]
fn saved_results_are_compared_like_the_documents_they_came_from() {
    let folder = tempfile::tempdir().expect("a folder");
    let wanted = listed(&compared(&[OLD, NEW, "--level", "commitments"]));
    for ending in ["json", "yaml"] {
        let saved = folder.path().join(format!("old.{ending}")).to_string_lossy().into_owned();
        assert!(run(&["extract", OLD, "-o", &saved]).status.success());
        let found = compared(&[&saved, NEW, "--level", "commitments"]);
        assert_eq!(listed(&found), wanted, "{ending}");
        let all = run(&["diff", &saved, NEW, "-f", "json"]);
        assert!(stderr(&all).contains("holds no text"), "{}", stderr(&all));
        let text = run(&["diff", &saved, NEW, "--level", "text"]);
        assert_eq!(text.status.code(), Some(2));
    }
}

#[test]
fn one_side_comes_from_standard_input() {
    let text = std::fs::read_to_string(NEW).expect("the fixture");
    let output = plan().args(["diff", OLD, "-", "-f", "json"]).write_stdin(text).output().expect("it runs");
    let found: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(listed(&found), listed(&compared(&[OLD, NEW])));
    let twice = run(&["diff", "-", "-"]);
    assert!(twice.status.code() == Some(2) && stderr(&twice).contains("can be read once"));
}

#[test]
fn what_cannot_be_compared_is_refused_in_words() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text, says) in [
        ("empty.txt", "", "the file is empty"),
        ("other.json", "{\"a\": 1}", "no result of `plan extract`"),
        ("later.json", "{\"schema\": \"plan/9\"}", "its schema is `plan/9`"),
        ("broken.json", "{\"a\": ", "this is no JSON"),
        ("none.json", "[]", "results of 0 documents"),
        ("two.yaml", "schema: plan/1\n---\nschema: plan/1\n", "results of 2 documents"),
    ] {
        let path = file(folder.path(), name, text).to_string_lossy().into_owned();
        for args in [[OLD, path.as_str()], [path.as_str(), OLD]] {
            let output = run(&["diff", args[0], args[1]]);
            assert_eq!(output.status.code(), Some(2), "{name}");
            assert!(stderr(&output).contains(says) && stderr(&output).contains(name), "{name}: {}", stderr(&output));
            assert!(output.stdout.is_empty());
        }
    }
}

#[test]
fn documents_that_share_nothing_are_listed_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let other = "甲公司食堂管理办法\n\n一、开放时间\n早餐七点开始供应。\n";
    let other = file(folder.path(), "other.txt", other).to_string_lossy().into_owned();
    let output = run(&["diff", OLD, &other, "-f", "json"]);
    let found: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert!(stderr(&output).contains("share no section, no commitment and no sentence"), "{}", stderr(&output));
    let kinds: Vec<String> = listed(&found).into_iter().map(|(_, kinds, _)| kinds).collect();
    assert!(kinds.contains(&"dropped".into()) && kinds.contains(&"added".into()));
    assert!(kinds.iter().all(|kind| kind == "dropped" || kind == "added"), "{kinds:?}");
}

#[test]
fn every_format_holds_the_changes_and_the_counts() {
    for (format, raised, count) in [
        ("table", "> 300家 → > 360家", "10 changes"),
        ("yaml", "- raised", "changes: 10"),
        ("json", "\"raised\"", "\"changes\": 10"),
        ("jsonl", "\"kinds\":[\"raised\"]", "\"changes\":10"),
        ("csv", ",commitments,raised,,高新技术企业,", ",summary,,10,changes,"),
        ("markdown", "到2025年，全市高新技术企业超过~~300~~**360**家。", "10 changes"),
        ("html", "超过<del>300</del><ins>360</ins>家", "10 changes"),
    ] {
        let output = run(&["diff", OLD, NEW, "-f", format]);
        let text = stdout(&output);
        assert!(text.contains(raised) && text.contains(count), "{format}: {text}");
        assert_eq!(text, stdout(&run(&["diff", OLD, NEW, "-f", format])), "{format} is not the same twice");
    }
    let lines = stdout(&run(&["diff", OLD, NEW, "-f", "jsonl"]));
    assert_eq!(lines.lines().filter(|line| serde_json::from_str::<Value>(line).is_ok()).count(), 11);
}

const OLD_TASKS: &str = "fixtures/diff/tasks-old.txt";
const NEW_TASKS: &str = "fixtures/diff/tasks-new.txt";

#[test]
fn six_edits_of_a_list_of_tasks_are_six_changes() {
    let comparison = compared(&[OLD_TASKS, NEW_TASKS]);
    let found = listed(&comparison);
    let wanted = [
        ("tasks", "lead_changed support_dropped", "新建社区食堂20个，完善助餐配送网络"),
        ("tasks", "postponed", "改造义务教育学校操场，推动设施向居民开放"),
        ("tasks", "unassigned", "开展老旧电梯更新，健全维保责任保险制度"),
        ("tasks", "dropped", "整治城区停车秩序，挖潜泊位资源"),
        ("tasks", "added", "建设算力服务平台，提供普惠算力"),
    ]
    .map(|(level, kinds, name)| (level.to_owned(), kinds.to_owned(), name.to_owned()));
    let tasks: Vec<_> = found.iter().filter(|(level, ..)| level == "tasks").cloned().collect();
    for change in &wanted {
        assert!(tasks.contains(change), "{change:?} is not in {tasks:?}");
    }
    assert_eq!(tasks.len(), wanted.len(), "{tasks:?}");
    // The bureau's full name for its short one is an edit of the text and no change of the task.
    let others: Vec<_> = found.iter().filter(|(level, ..)| level != "tasks").collect();
    assert_eq!(others.len(), 1, "{others:?}");
    assert_eq!((others[0].0.as_str(), others[0].1.as_str()), ("text", "reworded"));
    assert_eq!(comparison["old"]["tasks"], 7);
}

#[test]
fn every_format_tells_of_tasks_and_a_saved_result_will_do() {
    for (format, shown) in [
        ("table", "市民政局 + 市财政局、市住建局"),
        ("yaml", "- lead_changed"),
        ("json", "\"full\": \"市民政局\""),
        ("jsonl", "\"level\":\"tasks\""),
        ("csv", ",市民政局,市卫生健康委员会,市财政局 / 市住房和城乡建设局,市财政局"),
        ("markdown", "| # | Change | Task |"),
        ("html", "<del>市民政局 + 市财政局、市住建局 · 2024-08</del> → <ins>市卫健委 + 市财政局 · 2024-08</ins>"),
    ] {
        let text = stdout(&run(&["diff", OLD_TASKS, NEW_TASKS, "--level", "tasks", "-f", format]));
        assert!(text.contains(shown), "{format}: {text}");
    }
    let folder = tempfile::tempdir().expect("a folder");
    let saved = folder.path().join("old.json");
    assert!(plan().args(["extract", OLD_TASKS, "-o"]).arg(&saved).output().expect("it runs").status.success());
    let saved = saved.to_string_lossy().into_owned();
    let kinds = |comparison: &Value| listed(comparison).into_iter().map(|(_, kinds, _)| kinds).collect::<Vec<_>>();
    let mut from_text = kinds(&compared(&[OLD_TASKS, NEW_TASKS, "--level", "tasks"]));
    let mut from_saved = kinds(&compared(&[&saved, NEW_TASKS, "--level", "tasks"]));
    from_text.sort();
    from_saved.sort();
    assert_eq!(from_text, from_saved);
}

#[test]
fn the_page_needs_nothing_else_and_trusts_no_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let hostile = PLAN
        .replace("80家", "90家")
        .replace("全县森林", "<script>alert(1)</script>森林")
        .replace("，森林", "，山<水森林");
    let (a, b) = (file(folder.path(), "a.txt", PLAN), file(folder.path(), "b.txt", hostile));
    let page = folder.path().join("diff.html");
    let output = plan().arg("diff").args([&a, &b]).arg("-o").arg(&page).output().expect("it runs");
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    let page = std::fs::read_to_string(page).expect("the page");
    assert!(page.contains("山&lt;水") && !page.contains("山<水"), "{page}");
    for word in ["http://", "https://", "src=", "@import", "url("] {
        assert!(!page.contains(word), "{word}");
    }
    assert!(
        page.contains("id=\"c1\"") && page.contains("href=\"#c1\"") && page.contains("name=\"kind\" value=\"raised\"")
    );
}

#[test]
fn between_periods_the_shift_of_the_deadlines_is_the_frame() {
    let folder = tempfile::tempdir().expect("a folder");
    let old = "云岭市国民经济和社会发展第十四个五年规划纲要\n第一章 目标\n到2025年，森林覆盖率达到58%。到2025年，高新技术企业达到300家。\n";
    let new = "云岭市国民经济和社会发展第十五个五年规划纲要\n第一章 回顾\n2025年，全市高新技术企业达到320家。\n第二章 目标\n\
               到2030年，森林覆盖率达到58%。到2030年，高新技术企业达到500家。\n";
    let path = |name: &str, text: &str| file(folder.path(), name, text).to_string_lossy().into_owned();
    let (old, new) = (path("old.txt", old), path("new.txt", new));
    let found = compared(&[&old, &new, "--level", "commitments"]);
    assert_eq!(listed(&found), [("commitments".into(), "raised".into(), "高新技术企业".into())]);
    assert_eq!(
        (&found["across_periods"]["shift"], &found["changes"][0]["new_baseline"]["value"]),
        (&5.into(), &320.into())
    );
    assert_eq!((&found["kept"][0]["kinds"][0], &found["kept"][0]["name"]), (&"kept".into(), &"森林覆盖率".into()));
    let word = compared(&[&old, &new, "--level", "commitments", "--same-period"]);
    let postponed = listed(&word).into_iter().filter(|(_, kinds, _)| kinds.contains("postponed")).count();
    assert_eq!((postponed, &word["across_periods"]), (2, &Value::Null));
}

#[test]
fn no_colour_leaves_a_pipe() {
    assert!(!stdout(&run(&["diff", OLD, NEW, "-f", "table"])).contains('\u{1b}'));
}

#[test]
fn the_schema_describes_the_result() {
    let schema: Value = serde_json::from_str(&stdout(&run(&["schema", "--of", "diff"]))).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a JSON Schema");
    let errors: Vec<String> = validator.iter_errors(&compared(&[OLD, NEW])).map(|error| error.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
}
