//! `plan report`: a page of one document, of several, with observations; what is refused.

use crate::common::{PLAN, SEED, extracted, file, plan, run, stderr, stdout};

#[test]
fn the_page_of_the_seed_holds_what_is_read_from_it() {
    let result = &extracted(&[SEED])[0];
    let count = |key: &str| result[key].as_array().map_or(0, Vec::len);
    for (lang, word) in [("zh", "原文载明时限"), ("en", "Dated by the text")] {
        let page = stdout(&run(&["report", SEED, "--lang", lang]));
        assert!(page.starts_with("<!DOCTYPE html><html lang=\"") && page.contains(word), "{lang}");
        assert_eq!(page.matches("data-status=\"target\"").count(), count("commitments"), "{lang}");
        assert_eq!(page.matches("data-status=\"achieved\"").count(), count("achievements"), "{lang}");
        let hash = result["document"]["source"]["sha256"].as_str().expect("a hash");
        assert!(page.contains(hash) && page.contains(concat!("plan ", env!("CARGO_PKG_VERSION"))));
        assert_eq!(page, stdout(&run(&["report", SEED, "--lang", lang])));
    }
}

#[test]
fn several_documents_are_compared_and_one_that_fails_costs_itself() {
    let folder = tempfile::tempdir().expect("a folder");
    file(folder.path(), "a.txt", PLAN);
    file(folder.path(), "b.txt", PLAN.replace("青禾", "云岭").replace("80家", "90家"));
    let page = folder.path().join("page.html");
    let output = plan().args(["report", "--lang", "zh", "-o"]).arg(&page).arg(folder.path()).output().expect("it runs");
    assert!(output.status.success() && output.stdout.is_empty(), "{}", stderr(&output));
    let text = std::fs::read_to_string(&page).expect("a page");
    assert!(text.contains("2份规划文件对照") && text.contains("&gt; 90家") && text.contains("id=\"d2\""));
    file(folder.path(), "c.txt", "");
    let output = plan()
        .args(["report", "-o"])
        .arg(&page)
        .arg(folder.path().join("a.txt"))
        .arg(folder.path().join("c.txt"))
        .output();
    let output = output.expect("it runs");
    assert!(output.status.code() == Some(2) && stderr(&output).contains("c.txt"), "{}", stderr(&output));
    assert!(std::fs::read_to_string(&page).expect("a page").contains("<h1 lang=\"zh\">"));
}

#[test]
fn observations_are_a_section_of_the_page() {
    let page = stdout(&run(&["report", SEED, "--lang", "zh", "--observed", "fixtures/track/gulou.csv"]));
    assert!(
        page.contains("id=\"progress\"")
            && page.contains("基本符合预期")
            && page.matches("class=\"spark\"").count() > 8
    );
    assert!(!stdout(&run(&["report", SEED])).contains("id=\"progress\""));
    let output = run(&["report", SEED, "fixtures/documents", "--observed", "fixtures/track/gulou.csv"]);
    assert!(
        output.status.code() == Some(2) && stderr(&output).contains("goes with one document"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn findings_that_are_set_aside_stay_aside() {
    // The seed has findings that a file beside it sets aside.
    let page = stdout(&run(&["report", SEED, "--lang", "en"]));
    let check = run(&["check", SEED, "--format", "json"]);
    let known: serde_json::Value = serde_json::from_slice(&check.stdout).expect("JSON");
    let codes = known.to_string().matches("\"code\"").count();
    let shown =
        page.split("id=\"findings\"").nth(1).and_then(|part| part.split("</section>").next()).expect("a section");
    assert_eq!(shown.matches("<br><code>").count(), codes);
}

#[test]
fn an_input_is_never_written_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let document = file(folder.path(), "a.txt", PLAN);
    let output = plan().args(["report", "-o"]).arg(&document).arg(&document).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(std::fs::read_to_string(&document).expect("it is there"), PLAN);
}
