//! `plan check` and `plan explain` from outside: exit status, formats, config, files beside a text, fixes.

use std::{fs, path::Path, process::Output};

use crate::common::{SEED, file, plan, run, stderr, stdout};

/// A plan in which nothing is wrong.
const CLEAN: &str = include_str!("../../fixtures/check/clean.txt");

/// Runs `plan check` in `folder`.
fn check(folder: &Path, args: &[&str]) -> Output {
    plan().current_dir(folder).arg("check").args(args).output().expect("it runs")
}

/// A folder that holds the clean plan with `from` replaced by `to`.
fn broken(from: &str, to: &str) -> tempfile::TempDir {
    assert!(CLEAN.contains(from));
    let folder = tempfile::tempdir().expect("a folder");
    file(folder.path(), "yunling.txt", CLEAN.replace(from, to));
    folder
}

fn code(output: &Output) -> Option<i32> {
    output.status.code()
}

#[test]
fn exit_status_tells_findings_from_hints_and_failures() {
    let folder = broken("3—5个", "5—3个");
    let output = check(folder.path(), &["yunling.txt"]);
    assert_eq!(code(&output), Some(1), "{}", stderr(&output));
    assert!(stdout(&output).starts_with("yunling.txt:41:9: error[values.range-reversed]"), "{}", stdout(&output));
    assert_eq!(code(&check(folder.path(), &["yunling.txt", "--exit-zero"])), Some(0));
    assert_eq!(code(&check(folder.path(), &["yunling.txt", "--ignore", "values"])), Some(0));
    assert_eq!(code(&check(folder.path(), &["yunling.txt", "--select", "text,time"])), Some(0));
    assert_eq!(code(&check(folder.path(), &["no-such.txt", "yunling.txt"])), Some(2));
    assert_eq!(code(&check(folder.path(), &["yunling.txt", "--select", "valeus"])), Some(2));
    let hint = broken("8%—10%", "8—10%");
    let output = check(hint.path(), &["yunling.txt"]);
    assert_eq!((code(&output), stdout(&output).contains("info[values.percent-once]")), (Some(0), true));
    assert!(!stdout(&check(hint.path(), &["yunling.txt", "--severity", "warning"])).contains("percent-once"));
}

#[test]
fn statistics_count_what_each_rule_found() {
    let folder = broken("3—5个", "5—3个，， 90%");
    let text = stdout(&check(folder.path(), &["yunling.txt", "--statistics"]));
    assert!(text.contains("1  values.range-reversed") && text.contains("error, in 1 document"), "{text}");
    assert!(text.contains("fixable") && !text.contains("yunling.txt:"), "{text}");
    let json = stdout(&check(folder.path(), &["yunling.txt", "--statistics", "--format", "json"]));
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let counts = json["statistics"].as_array().expect("a list");
    let of = |code: &str| counts.iter().find(|count| count["code"] == code).expect(code);
    assert_eq!(of("values.range-reversed")["count"], 1);
    assert_eq!(json["totals"]["fixable"], 1, "{json}");
    let output = check(folder.path(), &["yunling.txt", "--statistics", "--format", "sarif"]);
    assert!(code(&output) == Some(2) && stderr(&output).contains("--statistics gives text or json"));
}

#[test]
fn the_config_is_shown_with_what_every_rule_weighs() {
    let folder = broken("3—5个", "5—3个");
    file(folder.path(), "plan.yaml", "period: 2021-2025\nrules: {values.range-reversed: off, time: error}\n");
    let output = check(folder.path(), &["yunling.txt", "--show-config", "--ignore", "text"]);
    let shown = stdout(&output);
    assert_eq!(code(&output), Some(0), "{}", stderr(&output));
    for line in [
        "plan.yaml",
        "2021-2025",
        "values.range-reversed: \"off\"",
        "time.impossible-date: error",
        "text.unpaired: \"off\"",
        "structure.numbering-gap: warning",
    ] {
        assert!(shown.contains(line), "{line} is not in {shown}");
    }
}

#[test]
fn a_lost_heading_gives_one_finding() {
    for lost in ["第三章 ", "第四章 "] {
        let heading = CLEAN.lines().rfind(|line| line.starts_with(lost)).expect("the heading").to_owned();
        let at = CLEAN.rfind(&heading).expect("it stands there");
        let text = format!("{}{}", &CLEAN[..at], &CLEAN[at + heading.len() + 1..]);
        let folder = tempfile::tempdir().expect("a folder");
        file(folder.path(), "yunling.txt", text);
        let found = stdout(&check(folder.path(), &["yunling.txt", "--severity", "warning"]));
        let codes: Vec<&str> = found.lines().filter(|line| line.starts_with("yunling.txt:")).collect();
        assert!(codes.len() == 1 && codes[0].contains("structure.numbering-gap"), "{found}");
    }
}

#[test]
fn sarif_fits_its_schema() {
    let schema: serde_json::Value =
        serde_json::from_str(include_str!("../../fixtures/check/sarif-2.1.0-minimal.schema.json")).expect("JSON");
    let folder = broken("3—5个", "5—3个");
    for args in [["yunling.txt", "--format", "sarif"], ["yunling.txt", "--format=sarif", "--select=time"]] {
        let output = check(folder.path(), &args);
        let sarif: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let validator = jsonschema::validator_for(&schema).expect("a schema");
        let errors: Vec<String> = validator.iter_errors(&sarif).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{}", errors.join("\n"));
    }
}

#[test]
fn json_github_and_junit_hold_the_finding() {
    let folder = broken("3—5个", "5—3个");
    let of = |format: &str| stdout(&check(folder.path(), &["yunling.txt", "--format", format]));
    let json: serde_json::Value = serde_json::from_str(&of("json")).expect("JSON");
    assert_eq!(json["documents"][0]["findings"][0]["code"], "values.range-reversed");
    assert_eq!(json["totals"]["errors"], 1);
    assert!(of("github").contains("::error file=yunling.txt,line=41,endLine=41,col=9,"), "{}", of("github"));
    assert!(of("github").contains("plan check: 1 error, 0 warnings, 0 info in 1 document"));
    assert!(of("junit").contains("<testcase classname=\"yunling.txt\" name=\"values.range-reversed at 41:9\">"));
}

#[test]
fn the_config_is_found_upward_and_names_what_is_checked() {
    let folder = broken("3—5个", "5—3个");
    let plans = folder.path().join("plans/old");
    fs::create_dir_all(&plans).expect("a folder");
    fs::rename(folder.path().join("yunling.txt"), plans.join("yunling.txt")).expect("moved");
    let config = |text: &str| file(folder.path(), "plan.yaml", text);
    config("paths: [plans]\nrules: {values.range-reversed: warning}\nperiod: 2021-2025\n");
    let output = check(folder.path(), &[]);
    assert!(
        stdout(&output).starts_with("plans/old/yunling.txt:41:9: warning["),
        "{}{}",
        stdout(&output),
        stderr(&output)
    );
    config("period: 2026-2030\nrules: {values: off}\n");
    assert!(stdout(&check(&plans, &["yunling.txt"])).contains("error[time.period-disagrees]"));
    config("ignore: [{path: plans/old, rule: values.range-reversed, reason: so in print}]\n");
    assert_eq!(code(&check(folder.path(), &["plans"])), Some(0));
    config("ignore: [{path: plans/old, rule: text.fragment, reason: none}]\nrules: {values: off}\n");
    let output = check(folder.path(), &["plans"]);
    assert!(stdout(&output).contains("[project.unused-suppression] plan.yaml, ignore entry 1"), "{}", stdout(&output));
    config("rule: {values: off}\n");
    let output = check(folder.path(), &["plans"]);
    assert!(
        code(&output) == Some(2) && stderr(&output).contains("`rule`; the nearest is `rules`"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn side_files_set_findings_aside_with_a_reason() {
    let folder = broken("3—5个", "5—3个");
    let entry = "- {rule: values.range-reversed, text: 5—3 个, reason: so in print}\n";
    file(folder.path(), "yunling.plan-ignore.yaml", entry);
    assert_eq!(code(&check(folder.path(), &["."])), Some(0));
    file(folder.path(), "yunling.plan-ignore.yaml", format!("{entry}- {{rule: text.fragment, reason: none}}\n"));
    let output = check(folder.path(), &["yunling.txt"]);
    assert!(stdout(&output).contains("yunling.plan-ignore.yaml, entry 2 sets nothing aside"), "{}", stdout(&output));
    assert_eq!(
        code(&check(folder.path(), &["yunling.txt", "--ignore", "text"])),
        Some(0),
        "what did not run is not needed"
    );
}

#[test]
fn a_baseline_knows_findings_wherever_they_move() {
    let folder = broken("3—5个", "5—3个");
    assert_eq!(code(&check(folder.path(), &["yunling.txt", "--write-baseline", "known.yaml"])), Some(0));
    let moved = CLEAN
        .replace("3—5个", "5—3个")
        .replace("第二章 壮大山地产业\n\n坚持", "第二章 壮大山地产业\n\n云岭向前。\n\n坚持");
    file(folder.path(), "yunling.txt", &moved);
    assert_eq!(code(&check(folder.path(), &["yunling.txt", "--baseline", "known.yaml"])), Some(0));
    file(folder.path(), "yunling.txt", moved.replace("降低15%", "降低2倍"));
    let output = check(folder.path(), &["yunling.txt", "--baseline", "known.yaml"]);
    assert_eq!(stdout(&output).matches(": help: ").count() + stdout(&output).matches("= help: ").count(), 1);
}

#[test]
fn expectations_say_what_differs() {
    let folder = broken("3—5个", "3—5个");
    assert_eq!(code(&check(folder.path(), &["yunling.txt", "--write-expect"])), Some(0));
    assert_eq!(code(&check(folder.path(), &["yunling.txt"])), Some(0));
    assert_eq!(code(&check(folder.path(), &["yunling.txt", "--write-expect"])), Some(2), "one that is there is kept");
    file(folder.path(), "yunling.txt", CLEAN.replace("第二节 办好人民教育\n", ""));
    let output = check(folder.path(), &["yunling.txt"]);
    assert_eq!(code(&output), Some(1));
    assert!(
        stdout(&output).contains("error[project.expectation] sections: 8 expected, 7 found"),
        "{}",
        stdout(&output)
    );
}

#[test]
fn fixes_are_shown_or_made_and_leave_words_and_numbers_alone() {
    let damaged = CLEAN.replace('，', " , ").replace("矿山复绿", "矿山\u{200B}复绿").replace("推动文旅", "，推动文旅");
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(folder.path(), "yunling.txt", &damaged);
    let diff = check(folder.path(), &["yunling.txt", "--diff"]);
    assert!(code(&diff) == Some(1) && stdout(&diff).starts_with("--- yunling.txt\n+++ yunling.txt\n@@ -"));
    assert_eq!(fs::read_to_string(&path).expect("there"), damaged);
    let output = check(folder.path(), &["yunling.txt", "--fix"]);
    let fixed = fs::read_to_string(&path).expect("there");
    let words = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    assert_eq!(words(&fixed), words(CLEAN), "{}", stderr(&output));
    assert!(fixed.contains("推动重点行业节能改造，单位产品能耗") && !fixed.contains('\u{200B}'), "{fixed}");
}

#[test]
fn the_checked_plan_has_no_finding_that_is_not_set_aside() {
    let output = run(&["check", "seeds/"]);
    assert_eq!(code(&output), Some(0), "{}", stdout(&output));
    let bare = plan().args(["check", "-", "--format", "json"]).write_stdin(fs::read(SEED).expect("there")).output();
    let json: serde_json::Value = serde_json::from_slice(&bare.expect("it runs").stdout).expect("JSON");
    let codes: Vec<&str> = json["documents"][0]["findings"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|f| f["code"].as_str())
        .collect();
    assert_eq!(codes.iter().filter(|code| **code == "structure.table-missing").count(), 2, "{codes:?}");
    assert!(codes.contains(&"text.fragment") && codes.contains(&"text.spaced-punctuation"), "{codes:?}");
}

#[test]
fn explain_tells_a_rule_and_its_page_is_up_to_date() {
    let output = run(&["explain", "structure.table-missing"]);
    assert!(stdout(&output).starts_with("structure.table-missing (error)\n"), "{}", stdout(&output));
    assert!(stdout(&run(&["explain"])).contains("text.fragment"));
    let output = run(&["explain", "structure.table-mising"]);
    assert!(code(&output) == Some(2) && stderr(&output).contains("`structure.table-missing`"), "{}", stderr(&output));
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md")).expect("there");
    assert!(page == stdout(&run(&["explain", "--page"])), "run `plan explain --page > docs/rules.md`");
}

#[test]
fn texts_beside_the_config_are_checked_after_init() {
    let folder = tempfile::tempdir().expect("a folder");
    file(folder.path(), "yunling.txt", CLEAN);
    let made = plan().current_dir(folder.path()).arg("init").output().expect("it runs");
    assert_eq!(code(&made), Some(0), "{}", stderr(&made));
    let config = fs::read_to_string(folder.path().join("plan.yaml")).expect("it is there");
    assert!(config.contains("paths: [.]") && config.contains("path: old/**"), "{config}");
    let checked = check(folder.path(), &[]);
    assert_eq!(code(&checked), Some(0), "{}{}", stdout(&checked), stderr(&checked));
    assert!(format!("{}{}", stdout(&checked), stderr(&checked)).contains("in 1 document"), "{}", stdout(&checked));
}

#[test]
fn init_writes_what_a_repository_needs_and_keeps_what_is_there() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("seeds")).expect("a folder");
    file(folder.path(), "seeds/yunling.txt", CLEAN);
    let init = |args: &[&str]| plan().current_dir(folder.path()).arg("init").args(args).output().expect("it runs");
    let output = init(&[]);
    assert_eq!(code(&output), Some(0), "{}", stderr(&output));
    for name in ["plan.yaml", ".github/workflows/plans.yml", "seeds/yunling.expect.yaml"] {
        assert!(folder.path().join(name).is_file(), "{name}");
    }
    let workflow = fs::read_to_string(folder.path().join(".github/workflows/plans.yml")).expect("it is there");
    assert!(workflow.contains(&format!("plan@v{}", env!("CARGO_PKG_VERSION"))), "{workflow}");
    let checked = check(folder.path(), &[]);
    assert_eq!(code(&checked), Some(0), "{}{}", stdout(&checked), stderr(&checked));

    file(folder.path(), "plan.yaml", "period: 2021-2025\n");
    let again = init(&[]);
    assert_eq!((code(&again), stderr(&again).matches("is kept").count()), (Some(0), 3), "{}", stderr(&again));
    assert_eq!(fs::read_to_string(folder.path().join("plan.yaml")).expect("it is there"), "period: 2021-2025\n");

    let none = init(&["--texts", "plans"]);
    assert!(code(&none) == Some(2) && stderr(&none).contains("plans: no such folder below ."), "{}", stderr(&none));
}
